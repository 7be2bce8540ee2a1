//! What the program remembers of a person's habits: language, theme, zoom, recent files.

use super::file::{self, WriteError};
use crate::lang::Lang;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// How many recent files are kept.
pub const RECENT: usize = 12;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    Light,
    Dark,
}

/// The settings file, `settings.ron`. Fields that are missing take their defaults, so older files open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub version: u32,
    pub lang: Lang,
    pub theme: Theme,
    /// Newest first.
    pub recent: Vec<PathBuf>,
    /// How large everything is shown; 1 is as the system has it.
    pub zoom: f32,
    /// Where the window stood; `None` for where the system puts it.
    pub window: Option<WindowPlace>,
}

/// Where a window stands, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// The upper left corner; `None` where the system does not tell.
    pub corner: Option<(f32, f32)>,
    pub size: (f32, f32),
    pub maximized: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { version: 1, lang: Lang::Da, theme: Theme::System, recent: Vec::new(), zoom: 1.0, window: None }
    }
}

/// Why the settings were not used; the file is then left as it is.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    #[error("{path}: {source}")]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{path}: {detail}")]
    Damaged { path: PathBuf, detail: String },
    #[error("{path}: written by a newer version")]
    Newer { path: PathBuf },
}

impl Settings {
    /// Puts files in front of the recent ones, each once.
    pub fn remember(&mut self, paths: &[PathBuf]) {
        for path in paths.iter().rev() {
            self.recent.retain(|kept| kept != path);
            self.recent.insert(0, path.clone());
        }
        self.recent.truncate(RECENT);
    }

    /// Where the settings are kept on this machine; `None` where the system names no such folder.
    #[must_use]
    pub fn default_path() -> Option<PathBuf> {
        use etcetera::BaseStrategy as _;
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.config_dir().join("sidestil").join("settings.ron"))
    }

    /// Reads the settings; the defaults where there is no file yet.
    ///
    /// # Errors
    /// Where the file is there and cannot be understood. It must then not be written to: somebody may want it.
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(source) => return Err(SettingsError::Unreadable { path: path.to_owned(), source }),
        };
        let settings: Self = ron::from_str(&text)
            .map_err(|error| SettingsError::Damaged { path: path.to_owned(), detail: error.to_string() })?;
        if settings.version > Self::default().version {
            return Err(SettingsError::Newer { path: path.to_owned() });
        }
        Ok(settings)
    }

    /// Writes the settings, whole or not at all.
    ///
    /// # Errors
    /// What the system said.
    pub fn save(&self, path: &Path) -> Result<(), WriteError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            .map_err(|error| WriteError::Other(std::io::Error::other(error)))?;
        file::write(path, text.as_bytes(), true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ny/settings.ron");
        assert_eq!(Settings::load(&path).unwrap(), Settings::default());
        let mut settings = Settings { lang: Lang::En, theme: Theme::Dark, ..Settings::default() };
        settings.remember(&[PathBuf::from("/a/ærø.txt"), PathBuf::from("/a/b.txt")]);
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path).unwrap(), settings);
    }

    #[test]
    fn a_file_that_is_not_understood_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        for (text, wanted) in [("(lang: Da", "Damaged"), ("(version: 99)", "Newer"), ("hello", "Damaged")] {
            std::fs::write(&path, text).unwrap();
            let error = format!("{:?}", Settings::load(&path).unwrap_err());
            assert!(error.starts_with(wanted), "{text}: {error}");
        }
        std::fs::write(&path, "(lang: En)").unwrap();
        assert_eq!(Settings::load(&path).unwrap().lang, Lang::En, "missing fields take their defaults");
    }

    #[test]
    fn recent_files_are_kept_once_newest_first() {
        let mut settings = Settings::default();
        for n in 0..20 {
            settings.remember(&[PathBuf::from(format!("/{n}"))]);
        }
        settings.remember(&[PathBuf::from("/15"), PathBuf::from("/new")]);
        assert_eq!(settings.recent.len(), RECENT);
        assert_eq!(settings.recent[..3], [PathBuf::from("/15"), PathBuf::from("/new"), PathBuf::from("/19")]);
    }
}
