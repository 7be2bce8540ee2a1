//! Why a call cannot be followed, in one sentence.

use crate::lang::Lang;
use std::ffi::OsStr;
use std::path::Path;

/// Why a call cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrongCall {
    /// An option that this command does not have.
    Unknown(String),
    /// An option that must be followed by a value.
    NoValue(String),
    /// A value that the option does not take.
    Value { option: &'static str, value: String, allowed: &'static str },
    /// A command that needs files and got none.
    NoFiles(&'static str),
    /// `chart`, `export` or `note` without `-o`.
    NoOutput,
}

impl WrongCall {
    /// One sentence for people.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Unknown(option) => lang.text_with("cli-unknown-option", &[("option", option.clone().into())]),
            Self::NoValue(option) => lang.text_with("cli-no-value", &[("option", option.clone().into())]),
            Self::Value { option, value, allowed } => lang.text_with(
                "cli-bad-value",
                &[("option", (*option).into()), ("value", value.clone().into()), ("allowed", (*allowed).into())],
            ),
            Self::NoFiles(command) => lang.text_with("cli-no-files", &[("command", (*command).into())]),
            Self::NoOutput => lang.text("cli-no-output"),
        }
    }

    /// A file to be written whose ending names no format.
    #[must_use]
    pub fn ending(path: &Path, allowed: &'static str) -> Self {
        Self::Value { option: "-o", value: path.display().to_string(), allowed }
    }
}

impl From<lexopt::Error> for WrongCall {
    fn from(error: lexopt::Error) -> Self {
        match error {
            lexopt::Error::MissingValue { option } => Self::NoValue(option.unwrap_or_default()),
            lexopt::Error::UnexpectedOption(option) => Self::Unknown(option),
            // A flag with a value (`--all=yes`) is an option that does not exist.
            lexopt::Error::UnexpectedValue { option, .. } => Self::Unknown(option),
            other => Self::Unknown(other.to_string()),
        }
    }
}

/// A value of the command line as it can be shown.
#[must_use]
pub fn shown(value: &OsStr) -> String {
    value.to_string_lossy().into_owned()
}
