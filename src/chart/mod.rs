//! Plain descriptions of charts and their layout: no egui, only numbers, words and rectangles.
