//! What the program shows now: documents, choices, selection. No egui, no I/O.
