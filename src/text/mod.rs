//! Danish text as tokens, numbers and sentences: what both extraction and the checks read. Pure functions.

pub mod beginnings;
pub mod capital;
pub mod case_number;
pub mod digits;
pub mod ends;
pub mod lower;
pub mod month;
pub mod number_word;
pub mod prose;
pub mod run;
pub mod sentence;
pub mod token;
