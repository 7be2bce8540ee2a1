//! Figures on appeals: what Ankestyrelsen did with a municipality's decisions.

pub mod assign;
pub mod bind;
pub mod label;
pub mod list;
pub mod setting;
