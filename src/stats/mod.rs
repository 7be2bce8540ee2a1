//! Statistics of small numbers: pure functions, each with its formula and reference.
//!
//! Shares run from 0 to 1, percentages from 0 to 100. Only `known` and `derive` speak of figures; the others know
//! numbers alone.

pub mod binomial;
pub mod derive;
pub mod grim;
pub mod interval;
pub mod known;
pub mod mean;
pub mod rate;
pub mod rounding;
pub mod verdict;
