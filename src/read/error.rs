//! Why a file could not be read, as kinds; the sentences stand in the language catalogue under [`ReadError::key`].

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("the file was not found")]
    Missing,
    #[error("the path is a folder without readable files")]
    Folder,
    #[error("no permission to read the file")]
    Denied,
    #[error("the file could not be read: {0}")]
    Io(String),
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than {limit} bytes")]
    TooLarge { limit: u64 },
    #[error("the file is no text")]
    NotText,
    /// A format that Sidestil knows and does not read (`.doc`, `.pptx`, ...): its name.
    #[error("{0} files are not read")]
    Unsupported(&'static str),
    #[error("the file needs a password")]
    Password,
    /// As [`Self::Password`], of a format that is not opened with one.
    #[error("the file is locked with a password")]
    Locked,
    #[error("the file holds pictures only, no text")]
    Scanned,
    /// Its fonts do not say which letters their shapes stand for.
    #[error("the letters of the file cannot be told")]
    Unreadable,
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// A limit on time, memory, nesting or number was reached: its English key.
    #[error("the file goes beyond a limit: {0}")]
    Limit(&'static str),
    #[error("reading the file failed unexpectedly")]
    Crashed,
    #[error("reading was cancelled")]
    Cancelled,
}

impl ReadError {
    /// The key of the sentence in the language catalogue that tells people what happened and what to do.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Missing => "read-missing",
            Self::Folder => "read-folder",
            Self::Denied => "read-denied",
            Self::Io(_) => "read-io",
            Self::Empty => "read-empty",
            Self::TooLarge { .. } => "read-too-large",
            Self::NotText => "read-not-text",
            Self::Unsupported(_) => "read-unsupported",
            Self::Password => "read-password",
            Self::Locked => "read-locked",
            Self::Scanned => "read-scanned",
            Self::Unreadable => "read-unreadable",
            Self::Damaged(_) => "read-damaged",
            Self::Limit(_) => "read-limit",
            Self::Crashed => "read-crashed",
            Self::Cancelled => "read-cancelled",
        }
    }
}

impl From<std::io::Error> for ReadError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => Self::Missing,
            std::io::ErrorKind::PermissionDenied => Self::Denied,
            _ => Self::Io(error.to_string()),
        }
    }
}
