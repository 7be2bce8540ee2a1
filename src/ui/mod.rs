//! Pure painting: each panel a function of a read-only view that sends commands.
