//! Layout of Klageudfald: for each municipality the outcomes as one bar, the dismissed apart, and the rate beside it.

use crate::chart::appeals::Appeals;
use crate::chart::appeals_rows::Row;
use crate::chart::appeals_words::{nation, nation_line, subject, value};
use crate::chart::legend::{self, Sign};
use crate::chart::rate::{Outcomes, Rate};
use crate::chart::scene::{Anchor, Area, Ink, Point, Type};
use crate::chart::select::Count;
use crate::chart::sketch::{Sketch, step};
use crate::chart::words;
use crate::lang::{Lang, number};

/// The least and the greatest height of a municipality's row.
const ROW: (f32, f32) = (48.0, 96.0);
/// What a third line of words needs.
const THIRD: f32 = 14.0;
/// The least width of bars and rates together, and the one from which the nation gets a column.
const LEAST_BARS: f32 = 330.0;
const ROOMY_BARS: f32 = 380.0;
/// Between columns.
const GAP: f32 = 18.0;
const BAR: f32 = 22.0;

/// Where the columns stand.
struct Columns {
    name: Area,
    bar: Area,
    /// Dismissed cases, on the scale of the bar.
    apart: Area,
    scale: Area,
    value: Area,
    /// `None` where it is told under the municipality's rate, for want of room.
    nation: Option<Area>,
    /// The right end of the rates' scale in percent.
    highest: f64,
    /// How long one municipality's cases decided on the merits are drawn.
    whole: f32,
}

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

/// How wide the words are that stand beside the bars.
struct Words {
    name: f32,
    value: f32,
    nation: f32,
    /// The line that tells the nation's rate where there is no room for a column.
    line: f32,
    /// Behind the dismissed part.
    apart: f32,
}

fn words_of(pen: &Sketch, chart: &Appeals, lang: Lang) -> Words {
    let rows = &chart.rows;
    let widest = |texts: Vec<String>, style| pen.widest(texts.iter().map(String::as_str), style);
    let pair = |of: fn(&Row, Lang) -> [String; 2]| {
        let (strong, small) = rows.iter().map(|row| of(row, lang)).map(|[a, b]| (a, b)).unzip();
        widest(strong, Type::Strong).max(widest(small, Type::Small))
    };
    let name = widest(rows.iter().map(|row| row.place.to_string()).collect(), Type::Strong);
    let under = widest(rows.iter().map(|row| subject(row, lang)).collect(), Type::Small);
    let silent = rows.iter().any(|row| row.outcomes.is_some_and(|outcomes| outcomes.dismissed.is_none()));
    let apart = if silent { pen.width_of(&lang.text("chart-not-told"), Type::Small) } else { 0.0 };
    Words {
        name: name.max(under),
        value: pair(value),
        nation: pair(nation).max(pen.width_of(rows.first().map_or("", |row| row.who.as_str()), Type::SmallStrong)),
        line: widest(rows.iter().map(|row| nation_line(row, lang)).collect(), Type::Small),
        // The head may reach half into the gap.
        apart: apart.max(34.0).max(pen.width_of(&lang.text("chart-dismissed"), Type::SmallStrong) - GAP / 2.0),
    }
}

/// The least width at which no name and no number is cut.
#[must_use]
pub fn least_width(pen: &Sketch, chart: &Appeals, lang: Lang) -> f32 {
    let words = words_of(pen, chart, lang);
    words.name + words.value.max(words.line) + 4.0 * GAP + LEAST_BARS
}

fn columns(pen: &Sketch, chart: &Appeals, lang: Lang, x: f32, width: f32) -> Columns {
    let rows = &chart.rows;
    let words = words_of(pen, chart, lang);
    let roomy = width - (words.name + words.value + words.nation + 5.0 * GAP);
    let apart_nation = roomy >= ROOMY_BARS;
    let value = if apart_nation { words.value } else { words.value.max(words.line) };
    let free = if apart_nation { roomy } else { width - (words.name + value + 4.0 * GAP) };
    let outcome = free * 0.58;
    let apart_share = rows.iter().filter_map(|row| apart(&row.outcomes?)).fold(0.0, f32::max).min(0.5);
    let whole = (outcome - words.apart - GAP) / (1.0 + apart_share);
    let bar = Area::new(x + words.name + GAP, 0.0, whole, 0.0);
    let apart = Area::new(bar.right + GAP, 0.0, whole * apart_share + words.apart, 0.0);
    let scale = Area::new(apart.right + GAP, 0.0, free - outcome, 0.0);
    let value = Area::new(scale.right + GAP, 0.0, value, 0.0);
    let nation = apart_nation.then(|| Area::new(value.right + GAP, 0.0, words.nation, 0.0));
    let highest = rows.iter().map(most).fold(10.0, f64::max);
    let by = step(highest, 4);
    let highest = ((highest / by).ceil() * by).min(100.0);
    Columns { name: Area::new(x, 0.0, words.name, 0.0), bar, apart, scale, value, nation, highest, whole }
}

/// Dismissed cases as a share of those decided on the merits.
fn apart(outcomes: &Outcomes) -> Option<f32> {
    let considered = outcomes.considered();
    (considered > 0).then_some(outcomes.dismissed?.n as f32 / considered as f32)
}

/// The farthest that a row reaches on the scale of rates.
fn most(row: &Row) -> f64 {
    let own = match row.rate {
        Rate::Computed { interval, .. } | Rate::Printed { interval, .. } => interval.1,
        Rate::Unproven { percent, .. } => percent,
        Rate::TooFew { .. } | Rate::Absent => 0.0,
    };
    row.nation.as_ref().map_or(own, |nation| own.max(nation.percent))
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
        let text = words::percent(lang, at, 0);
        pen.text(x, bottom + 2.0, Anchor::Center, text, Type::Small, Ink::TextWeak);
        at += by;
    }
}

impl Columns {
    /// Where a percentage stands on the scale.
    fn at(&self, percent: f64) -> f32 {
        self.scale.left + self.scale.width() * (percent / self.highest).clamp(0.0, 1.0) as f32
    }
}

fn draw_row(pen: &mut Sketch, columns: &Columns, row: &Row, lang: Lang, top: f32, height: f32) {
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
