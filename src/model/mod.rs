//! What everything else speaks about: documents and their places, figures, meetings, findings.
//!
//! Plain data without I/O. `read` makes documents, `extract` makes figures and meetings, `check` makes findings;
//! they meet only here.

pub mod correction;
pub mod figure;
pub mod finding;
pub mod meeting;
pub mod period;
pub mod reading;
pub mod source;
