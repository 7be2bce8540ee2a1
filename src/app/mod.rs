//! The window as a running program: drains what came back, paints, and carries out what was asked for.

mod closing;
mod dialog;
pub mod draw;
mod picture;
pub mod run;
mod smoke;
mod window;

pub use window::Window;
