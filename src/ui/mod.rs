//! Pure painting: each panel a function of a read-only view that sends commands.

pub mod figure;
pub mod raster;
pub mod render;
pub mod svg;
pub mod theme;
