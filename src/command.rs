//! Everything that can happen, closed: what the user wants, what the worker does and tells.
