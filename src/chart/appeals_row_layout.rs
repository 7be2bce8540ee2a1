//! Layout of one municipality in Klageudfald: its outcomes as a bar, the dismissed apart, its rate on the scale, and the
//! words beside them.

use crate::chart::appeals_columns::{Columns, apart};
use crate::chart::appeals_rows::Row;
use crate::chart::appeals_words::{nation, nation_line, subject, value};
use crate::chart::rate::{Outcomes, Rate};
use crate::chart::scene::{Anchor, Area, Ink, Point, Type};
use crate::chart::select::Count;
use crate::chart::sketch::Sketch;
use crate::chart::words;
use crate::lang::{Lang, number};

/// The height of a bar.
const BAR: f32 = 22.0;

/// Draws a row whose upper edge is at `top`.
pub fn draw_row(pen: &mut Sketch, columns: &Columns, row: &Row, lang: Lang, top: f32, height: f32) {
    let middle = top + height / 2.0;
    let pair = Type::Strong.line() + Type::Small.line();
    let words = pair + if columns.nation.is_some() { 0.0 } else { Type::Small.line() };
    let first = middle - words / 2.0;
    let second = first + Type::Strong.line();
    pen.text(columns.name.left, first, Anchor::Left, row.place.as_str(), Type::Strong, Ink::Text);
    pen.text(columns.name.left, second, Anchor::Left, subject(row, lang), Type::Small, Ink::TextWeak);
    match &row.outcomes {
        Some(outcomes) => draw_outcomes(pen, columns, row, outcomes, lang, middle),
        None => {
            let cases = if let Rate::Printed { cases, .. } = row.rate { Some(cases) } else { None };
            let text = match cases {
                Some(n) => {
                    lang.text_with("chart-no-outcomes-of", &[("n", number::format(lang, f64::from(n), 0).into())])
                }
                None => lang.text("chart-no-outcomes"),
            };
            let lines = pen.wrap(&text, Type::Small, columns.apart.right - columns.bar.left);
            let first = middle - Type::Small.line() * lines.len() as f32 / 2.0;
            for (n, line) in lines.into_iter().enumerate() {
                let y = first + Type::Small.line() * n as f32;
                pen.text(columns.bar.left, y, Anchor::Left, line, Type::Small, Ink::TextWeak);
            }
        }
    }
    draw_rate(pen, columns, row, lang, middle);
    let [strong, small] = value(row, lang);
    pen.text(columns.value.left, first, Anchor::Left, strong, Type::Strong, Ink::Text);
    let differs = row.printed.as_ref().is_some_and(|printed| printed.differs);
    let ink = if differs { Ink::Warn } else { Ink::TextWeak };
    pen.text(columns.value.left, second, Anchor::Left, small, Type::Small, ink);
    match columns.nation {
        Some(area) => {
            let [strong, small] = nation(row, lang);
            pen.text(area.left, first, Anchor::Left, strong, Type::Strong, Ink::Text);
            pen.text(area.left, second, Anchor::Left, small, Type::Small, Ink::TextWeak);
        }
        None => {
            let third = second + Type::Small.line();
            pen.text(columns.value.left, third, Anchor::Left, nation_line(row, lang), Type::Small, Ink::TextWeak);
        }
    }
    text_marks(pen, columns, row, lang, first, pair);
}

fn draw_outcomes(pen: &mut Sketch, columns: &Columns, row: &Row, outcomes: &Outcomes, lang: Lang, middle: f32) {
    let parts = [
        (outcomes.upheld, "chart-upheld", Ink::Upheld, Ink::OnUpheld),
        (outcomes.remanded, "chart-remanded", Ink::Remanded, Ink::OnRemanded),
        (outcomes.changed, "chart-changed", Ink::Changed, Ink::OnChanged),
    ];
    let considered = outcomes.considered().max(1) as f32;
    let mut x = columns.bar.left;
    let mut narrow = Vec::new();
    for (count, key, ink, on) in parts {
        let area = Area::new(x, middle - BAR / 2.0, columns.whole * count.n as f32 / considered, BAR);
        x = area.right;
        let text = number::format(lang, f64::from(count.n), 0);
        let wide = pen.width_of(&text, Type::Strong);
        let label = lang.text(key);
        if count.n > 0 {
            pen.fill(area, ink);
            if ink == Ink::Remanded {
                pen.stripes(area, Ink::RemandedStripe);
            }
            // A hair of background keeps the parts apart in print.
            if area.width() > 3.0 {
                pen.line((area.right, area.top), (area.right, area.bottom), Ink::Background, 1.0);
            }
        }
        if count.n > 0 && wide + 6.0 <= area.width() {
            if ink == Ink::Remanded {
                let plate = Area::new(area.center().x - wide / 2.0 - 3.0, area.top + 2.0, wide + 6.0, BAR - 4.0);
                pen.fill(plate, ink);
            }
            pen.text_mid(area.center().x, middle, Anchor::Center, text, Type::Strong, on);
        } else {
            narrow.push(format!("{} {text}", label.to_lowercase()));
        }
        mark_count(pen, area, row, count, &label, lang);
    }
    if !narrow.is_empty() {
        let y = middle + BAR / 2.0 - 2.0;
        let text = narrow.join(" · ");
        // Under the bar's end, where the narrow parts are; a long text begins at the bar's start instead.
        let fits = pen.width_of(&text, Type::Small) <= columns.bar.width();
        let (x, anchor) = if fits { (columns.bar.right, Anchor::Right) } else { (columns.bar.left, Anchor::Left) };
        pen.text(x, y, anchor, text, Type::Small, Ink::Text);
    }
    draw_dismissed(pen, columns, row, outcomes, lang, middle);
}

fn draw_dismissed(pen: &mut Sketch, columns: &Columns, row: &Row, outcomes: &Outcomes, lang: Lang, middle: f32) {
    let x = columns.apart.left;
    let Some(count) = outcomes.dismissed else {
        pen.text_mid(x, middle, Anchor::Left, lang.text("chart-not-told"), Type::Small, Ink::TextWeak);
        return;
    };
    let share = apart(outcomes).unwrap_or(0.0).min(0.5);
    let area = Area::new(x, middle - BAR / 2.0, columns.whole * share, BAR);
    let text = number::format(lang, f64::from(count.n), 0);
    if count.n > 0 {
        pen.fill(area, Ink::Dismissed);
        pen.frame(area, Ink::Axis, 1.0);
    }
    let inside = count.n > 0 && pen.width_of(&text, Type::Strong) + 6.0 <= area.width();
    let (at, anchor, ink) = if inside {
        (area.center().x, Anchor::Center, Ink::OnDismissed)
    } else {
        (area.right + if count.n > 0 { 4.0 } else { 0.0 }, Anchor::Left, Ink::Text)
    };
    pen.text_mid(at, middle, anchor, text, Type::Strong, ink);
    mark_count(pen, area, row, count, &lang.text("chart-dismissed"), lang);
}

/// A part of a bar as something to point at; a narrow one gets room beside it.
fn mark_count(pen: &mut Sketch, area: Area, row: &Row, count: Count, label: &str, lang: Lang) {
    let Some(figure) = count.id else { return };
    let n = number::format(lang, f64::from(count.n), 0);
    let name = lang.text_with(
        "chart-mark-count",
        &[
            ("place", row.place.as_str().into()),
            ("period", words::period(lang, row.period).into()),
            ("n", n.into()),
            ("outcome", label.to_lowercase().into()),
        ],
    );
    let wide = Area { right: area.right.max(area.left + 6.0), ..area };
    pen.mark(wide, name, Some(figure));
}

fn draw_rate(pen: &mut Sketch, columns: &Columns, row: &Row, lang: Lang, middle: f32) {
    const REACH: f32 = 8.0;
    let shown = match row.rate {
        Rate::Computed { percent, interval, figure, .. } => Some((percent, Some(interval), true, figure)),
        Rate::Printed { percent, interval, figure, .. } => Some((percent, Some(interval), true, Some(figure))),
        Rate::Unproven { percent, figure } => Some((percent, None, false, Some(figure))),
        Rate::TooFew { .. } | Rate::Absent => None,
    };
    if let Some(nation) = &row.nation {
        let center = Point { x: columns.at(nation.percent), y: middle };
        pen.line((center.x, middle - 15.0), (center.x, middle + 15.0), Ink::Nation, 1.0);
        pen.diamond(Point { y: middle - 13.0, ..center }, 6.0, Ink::Nation, nation.ground.is_even());
        let name = lang.text_with(
            "chart-mark-nation",
            &[
                ("who", row.who.as_str().into()),
                ("period", words::period(lang, row.period).into()),
                ("rate", nation.text.clone().into()),
            ],
        );
        let area = Area::new(center.x - REACH, middle - 13.0 - REACH, 2.0 * REACH, 2.0 * REACH - 2.0);
        pen.mark(area, name, nation.figure);
    }
    let Some((percent, interval, filled, figure)) = shown else { return };
    let ink = Ink::Series(row.series);
    let center = Point { x: columns.at(percent), y: middle };
    if let Some((low, high)) = interval {
        let (low, high) = (columns.at(low), columns.at(high));
        pen.line((low, middle), (high, middle), ink, 2.0);
        for end in [low, high] {
            pen.line((end, middle - 4.0), (end, middle + 4.0), ink, 2.0);
        }
    }
    pen.marker(center, 5.5, row.series, ink, filled);
    let area = Area::new(center.x - REACH, middle - REACH + 2.0, 2.0 * REACH, 2.0 * REACH - 2.0);
    pen.mark(area, rate_name(row, lang), figure);
}

/// What the rate says aloud.
fn rate_name(row: &Row, lang: Lang) -> String {
    let [strong, small] = value(row, lang);
    lang.text_with(
        "chart-mark-rate",
        &[
            ("place", row.place.as_str().into()),
            ("period", words::period(lang, row.period).into()),
            ("rate", format!("{strong}, {small}").into()),
        ],
    )
}

/// The printed rate's words lead to its sentence.
fn text_marks(pen: &mut Sketch, columns: &Columns, row: &Row, lang: Lang, top: f32, height: f32) {
    let Some(printed) = &row.printed else { return };
    let name = lang.text_with(
        "chart-mark-printed",
        &[
            ("place", row.place.as_str().into()),
            ("period", words::period(lang, row.period).into()),
            ("rate", printed.text.clone().into()),
        ],
    );
    pen.mark(Area::new(columns.value.left, top, columns.value.width(), height), name, Some(printed.figure));
}
