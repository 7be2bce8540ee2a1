//! What is kept between two runs, as files that are written whole or not at all.

pub mod file;
pub mod recovery;
pub mod settings;
pub mod workspace;
