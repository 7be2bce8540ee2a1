//! Sidestil: the appeal and caseload figures of Danish municipal minutes, side by side, each with its passage.
//!
//! The modules are layers; `ARCHITECTURE.md` draws them and `tests/layers.rs` holds the direction of imports.

// The fixtures that unit tests share with the tests and benches outside name the library as those do.
#[cfg(test)]
extern crate self as sidestil;

pub mod app;
pub mod chart;
pub mod check;
pub mod cli;
pub mod command;
pub mod data;
pub mod export;
pub mod extract;
pub mod find;
pub mod hands;
pub mod lang;
pub mod model;
pub mod project;
pub mod read;
pub mod state;
pub mod stats;
pub mod text;
pub mod ui;
pub mod worker;
