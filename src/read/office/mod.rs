//! Word-processed documents: DOCX, and the OpenDocument family (text and spreadsheet).

mod docx;
mod numbering;
mod odt;
mod parts;
mod stops;
mod styles;
mod xml;

pub use docx::read as read_docx;
pub use odt::read as read_open_document;
