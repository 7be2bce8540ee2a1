//! Layout of Klageudfald: for each municipality the outcomes as one bar, the dismissed apart, and the rate beside it.

use crate::chart::appeals::Appeals;
use crate::chart::appeals_columns::{Columns, GAP, columns};
use crate::chart::appeals_row_layout::draw_row;
use crate::chart::legend::{self, Sign};
use crate::chart::scene::{Anchor, Ink, Type};
use crate::chart::sketch::{Sketch, step};
use crate::chart::words;
use crate::lang::Lang;

/// The least and the greatest height of a municipality's row.
const ROW: (f32, f32) = (48.0, 96.0);
/// What a third line of words needs.
const THIRD: f32 = 14.0;

/// Draws the chart at `(x, y, width)` with `spare` height to spread over; gives the y below it.
pub fn draw(pen: &mut Sketch, chart: &Appeals, lang: Lang, (x, y, width): (f32, f32, f32), spare: f32) -> f32 {
    let rows = &chart.rows;
    let columns = columns(pen, chart, lang, x, width);
    let least = ROW.0 + if columns.nation.is_some() { 0.0 } else { THIRD };
    let height = (least + spare / rows.len() as f32).min(ROW.1);
    let top = legend::draw(pen, &signs(chart, lang), lang, (x, y, width)) + 8.0;
    let who = rows.first().map_or("", |row| row.who.as_str());
    let top = heads(pen, &columns, who, lang, top);
    let bottom = top + height * rows.len() as f32;
    scale(pen, &columns, lang, top, bottom);
    for (n, row) in rows.iter().enumerate() {
        let row_top = top + height * n as f32;
        pen.line((x, row_top), (x + width, row_top), Ink::Grid, 1.0);
        draw_row(pen, &columns, row, lang, row_top, height);
    }
    pen.line((x, bottom), (x + width, bottom), Ink::Grid, 1.0);
    bottom + Type::Small.line() + 4.0
}

/// What the colours and signs mean.
fn signs(chart: &Appeals, lang: Lang) -> Vec<(String, Sign)> {
    let who = chart.rows.first().map(|row| row.who.clone()).unwrap_or_default();
    let signs = [
        ("chart-upheld", Sign::Fill(Ink::Upheld)),
        ("chart-remanded", Sign::Striped),
        ("chart-changed", Sign::Fill(Ink::Changed)),
        ("chart-dismissed-apart", Sign::Outlined(Ink::Dismissed)),
        ("chart-key-rate", Sign::Rate(true)),
        ("chart-key-unproven", Sign::Rate(false)),
        ("chart-key-nation", Sign::Diamond(true)),
        ("chart-key-nation-unlike", Sign::Diamond(false)),
    ];
    let told = |key| lang.text_with(key, &[("who", who.as_str().into())]);
    signs.into_iter().map(|(key, sign)| (told(key), sign)).collect()
}

fn heads(pen: &mut Sketch, columns: &Columns, who: &str, lang: Lang, top: f32) -> f32 {
    let nation = columns.nation.map(|area| (area, who.to_owned()));
    let heads = [
        (columns.bar, "chart-head-outcomes"),
        (columns.apart, "chart-dismissed"),
        (columns.scale, "chart-head-rate"),
        (columns.value, "chart-head-value"),
    ];
    let heads: Vec<(f32, Vec<String>)> = heads
        .into_iter()
        .map(|(area, key)| (area, lang.text(key)))
        .chain(nation)
        .map(|(area, text)| (area.left, pen.wrap(&text, Type::SmallStrong, area.width() + GAP / 2.0)))
        .collect();
    let most = heads.iter().map(|(_, lines)| lines.len()).max().unwrap_or(1);
    let line = Type::SmallStrong.line();
    for (x, lines) in heads {
        // Heads stand on the table: short ones begin lower.
        let above = (most - lines.len()) as f32 * line;
        for (n, text) in lines.into_iter().enumerate() {
            pen.text(x, top + above + line * n as f32, Anchor::Left, text, Type::SmallStrong, Ink::Text);
        }
    }
    top + line * most as f32 + 4.0
}

/// The vertical lines of the rates' scale, their percentages below.
fn scale(pen: &mut Sketch, columns: &Columns, lang: Lang, top: f32, bottom: f32) {
    let by = step(columns.highest, 4);
    let mut at = 0.0;
    while at <= columns.highest + 1e-6 {
        let x = columns.at(at);
        pen.line((x, top), (x, bottom), if at == 0.0 { Ink::Axis } else { Ink::Grid }, 1.0);
        let text = words::along_scale(lang, at, at + by > columns.highest + 1e-6);
        pen.text(x, bottom + 2.0, Anchor::Center, text, Type::Small, Ink::TextWeak);
        at += by;
    }
}
