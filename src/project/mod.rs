//! The saved workspace and the settings: versioned RON, written atomically.
