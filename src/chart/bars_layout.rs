//! Layout of small panels under their topics: as many beside each other as have room for all their words.

use crate::chart::bars::{Bars, Panel, Row, Scale};
use crate::chart::scene::{Anchor, Area, Ink, Point, Type};
use crate::chart::sketch::Sketch;

const LINE: f32 = 22.0;
const GAP: (f32, f32) = (28.0, 12.0);
/// The least width of a bar's room.
const BAR: f32 = 110.0;

/// How wide the words of a panel are.
struct Words {
    name: f32,
    small: f32,
    text: f32,
}

/// Draws the panels at `(x, y, width)`; gives the y below them.
pub fn draw(pen: &mut Sketch, bars: &Bars, (x, y, width): (f32, f32, f32)) -> f32 {
    let words = words(pen, bars);
    let least = least(&words);
    let columns = (((width + GAP.0) / (least + GAP.0)) as usize).clamp(1, 3);
    let wide = (width - GAP.0 * (columns - 1) as f32) / columns as f32;
    let mut top = y;
    let mut from = 0;
    while from < bars.panels.len() {
        let topic = &bars.panels[from].topic;
        let until = from + bars.panels[from..].iter().take_while(|panel| panel.topic == *topic).count();
        top = pen.paragraph(x, top, width, topic, Type::Heading, Ink::Text) + 2.0;
        pen.line((x, top), (x + width, top), Ink::Grid, 1.0);
        top += 6.0;
        // Each panel goes where there is least above it: panels differ much in length.
        let mut below = vec![top; columns];
        for panel in &bars.panels[from..until] {
            let column = (0..columns).min_by(|a, b| below[*a].total_cmp(&below[*b])).unwrap_or(0);
            let left = x + (wide + GAP.0) * column as f32;
            below[column] = draw_panel(pen, panel, &words, (left, below[column], wide)) + GAP.1;
        }
        top = below.into_iter().fold(top, f32::max);
        from = until;
    }
    top
}

/// The least width at which no word is cut.
#[must_use]
pub fn least_width(pen: &Sketch, bars: &Bars) -> f32 {
    least(&words(pen, bars))
}

fn least(words: &Words) -> f32 {
    words.name + words.small + words.text + BAR + 24.0
}

fn words(pen: &Sketch, bars: &Bars) -> Words {
    let rows = || bars.panels.iter().flat_map(|panel| &panel.rows);
    Words {
        name: pen.widest(rows().map(|row| row.name.as_str()), Type::SmallStrong),
        small: pen.widest(rows().map(|row| row.small.as_str()), Type::Small),
        text: pen.widest(rows().map(|row| row.text.as_str()), Type::SmallStrong),
    }
}

fn draw_panel(pen: &mut Sketch, panel: &Panel, words: &Words, (left, top, wide): (f32, f32, f32)) -> f32 {
    let mut y = pen.paragraph(left, top, wide, &panel.title, Type::Strong, Ink::Text);
    let values = || panel.rows.iter().map(|row| row.value);
    let low = values().fold(0.0, f64::min);
    let high = values().fold(0.0, f64::max);
    let start = left + words.name + words.small + 16.0;
    let room = left + wide - start - words.text - 8.0;
    for row in &panel.rows {
        let line = Area::new(left, y, wide, LINE);
        let middle = line.center().y;
        let style = if row.strong { Type::SmallStrong } else { Type::Small };
        pen.text_mid(left, middle, Anchor::Left, row.name.as_str(), style, Ink::Text);
        let small = left + words.name + 8.0;
        pen.text_mid(small, middle, Anchor::Left, row.small.as_str(), Type::Small, Ink::TextWeak);
        let text = match panel.scale {
            Scale::Bars => {
                let at = |value: f64| start + room * ((value - low) / (high - low).max(1e-9)) as f32;
                let (zero, end) = (at(0.0), at(row.value));
                let bar = Area { left: zero.min(end), top: middle - 6.0, right: zero.max(end), bottom: middle + 6.0 };
                pen.fill(bar, if row.strong { Ink::Series(row.series) } else { Ink::Other });
                zero.max(end) + 5.0
            }
            Scale::Rank => {
                if let Some(all) = row.of {
                    track(
                        pen,
                        row,
                        all,
                        Area { left: start, top: middle - 6.0, right: start + room, bottom: middle + 6.0 },
                    );
                    start + room + 8.0
                } else {
                    start
                }
            }
            Scale::Words => start,
        };
        pen.text_mid(text, middle, Anchor::Left, row.text.as_str(), Type::SmallStrong, Ink::Text);
        pen.mark(line, row.spoken.as_str(), row.figure);
        y += LINE;
    }
    y
}

/// A line from the first to the last of the ranked, and the sign where this one stands.
fn track(pen: &mut Sketch, row: &Row, all: f64, area: Area) {
    let middle = area.center().y;
    pen.line((area.left, middle), (area.right, middle), Ink::Axis, 1.0);
    for end in [area.left, area.right] {
        pen.line((end, middle - 4.0), (end, middle + 4.0), Ink::Axis, 1.0);
    }
    let place = ((row.value - 1.0) / (all - 1.0).max(1.0)).clamp(0.0, 1.0) as f32;
    let center = Point { x: area.left + area.width() * place, y: middle };
    pen.marker(center, 5.0, row.series, Ink::Series(row.series), true);
}
