//! Sidestil: the appeal and caseload figures of Danish municipal minutes, side by side, each with its passage.
//!
//! The modules are layers; `ARCHITECTURE.md` draws them and `tests/layers.rs` holds the direction of imports.

pub mod app;
pub mod chart;
pub mod check;
pub mod cli;
pub mod command;
pub mod data;
pub mod export;
pub mod extract;
pub mod lang;
pub mod model;
pub mod project;
pub mod read;
pub mod state;
pub mod stats;
pub mod text;
pub mod ui;
pub mod worker;
