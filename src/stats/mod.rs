//! Statistics of small numbers: pure functions, each with its formula and reference.
