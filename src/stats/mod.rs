//! Statistics of small numbers: pure functions, each with its formula and reference.
//!
//! Nothing here knows of documents or figures; shares run from 0 to 1, percentages from 0 to 100.

pub mod binomial;
pub mod grim;
pub mod interval;
pub mod mean;
pub mod rate;
pub mod rounding;
pub mod verdict;
