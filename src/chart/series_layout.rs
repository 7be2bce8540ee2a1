//! Layout of Udvikling: the lines' names above, and the place in which the plot paints itself.

use crate::chart::legend::{self, Sign};
use crate::chart::scene::{Area, Ink};
use crate::chart::series::{Line, Series};
use crate::chart::sketch::Sketch;
use crate::lang::Lang;

/// The least height of the plot.
const LEAST: f32 = 300.0;

/// The colour and sign of each line: municipalities in their order, the nation apart.
#[must_use]
pub fn look(chart: &Series, line: usize) -> (u8, Ink) {
    let Line { nation, series, .. } = chart.lines[line];
    if nation { (series + 1, Ink::Nation) } else { (series, Ink::Series(series)) }
}

/// Draws the names and leaves room for the plot; gives the y below it.
pub fn draw(pen: &mut Sketch, chart: &Series, lang: Lang, (x, y, width): (f32, f32, f32), spare: f32) -> f32 {
    let mut signs: Vec<(String, Sign)> = chart
        .lines
        .iter()
        .enumerate()
        .map(|(n, line)| {
            let (shape, ink) = look(chart, n);
            (line.name.clone(), Sign::Series(shape, ink))
        })
        .collect();
    if chart.lines.iter().flat_map(|line| &line.points).any(|point| !point.proven) {
        signs.push((lang.text("chart-key-hollow"), Sign::Dot(Ink::Axis, false)));
    }
    if chart.crosses_new_law() {
        signs.push((lang.text("chart-key-law"), Sign::Line(Ink::Warn, true)));
    }
    let top = legend::draw(pen, &signs, lang, (x, y, width)) + 12.0;
    let area = Area::new(x, top, width, LEAST + spare);
    pen.scene.plot = Some(area);
    area.bottom
}
