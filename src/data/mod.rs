//! What domain people may want to change: municipalities and words, read from `assets/*.ron`.

pub mod bits;
pub mod caseload;
pub mod finder;
mod folded;
pub mod guidelines;
pub mod indicators;
pub mod lexicon;
pub mod lists;
pub mod minutes;
pub mod municipalities;
pub mod neighbours;
pub mod openers;
pub mod samples;
pub mod signature;
pub mod themes;
pub mod word_list;
pub mod words;
