//! What people take away: pictures and tables as bytes.

pub mod png;
