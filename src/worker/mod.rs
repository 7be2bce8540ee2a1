//! Background work: reads, extracts and checks documents on threads, with progress and cancel.

pub mod reading;
