//! The eframe application: drains the worker and the commands, then paints.
