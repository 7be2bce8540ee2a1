//! What people take away: pictures, tables and notes as bytes.

pub mod excel_csv;
pub mod letters;
pub mod markdown;
pub mod note;
pub mod part;
pub mod pdf;
pub mod people;
pub mod png;
pub mod rows;
pub mod svg;
pub mod table;
pub mod unnamed;
pub mod xlsx;
