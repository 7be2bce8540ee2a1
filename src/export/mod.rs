//! What people take away: pictures, tables and notes as bytes.

pub mod excel_csv;
pub mod markdown;
pub mod part;
pub mod people;
pub mod png;
pub mod rows;
pub mod table;
pub mod xlsx;
