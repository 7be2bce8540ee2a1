//! The columns of Klageudfald: how wide names, bars, rates and words are, and where each stands.

use crate::chart::appeals::Appeals;
use crate::chart::appeals_rows::Row;
use crate::chart::appeals_words::{nation, nation_line, subject, value};
use crate::chart::rate::{Outcomes, Rate};
use crate::chart::scene::{Area, Type};
use crate::chart::sketch::{Sketch, step};
use crate::lang::Lang;

/// The least width of bars and rates together, and the one from which the nation gets a column.
const LEAST_BARS: f32 = 330.0;
const ROOMY_BARS: f32 = 380.0;
/// Between columns.
pub(super) const GAP: f32 = 18.0;

/// Where the columns stand.
pub struct Columns {
    pub name: Area,
    pub bar: Area,
    /// Dismissed cases, on the scale of the bar.
    pub apart: Area,
    pub scale: Area,
    pub value: Area,
    /// `None` where it is told under the municipality's rate, for want of room.
    pub nation: Option<Area>,
    /// The right end of the rates' scale in percent.
    pub highest: f64,
    /// How long one municipality's cases decided on the merits are drawn.
    pub whole: f32,
}

impl Columns {
    /// Where a percentage stands on the scale.
    pub fn at(&self, percent: f64) -> f32 {
        self.scale.left + self.scale.width() * (percent / self.highest).clamp(0.0, 1.0) as f32
    }
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

/// The columns of the chart in this width from `x` on.
pub fn columns(pen: &Sketch, chart: &Appeals, lang: Lang, x: f32, width: f32) -> Columns {
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
pub fn apart(outcomes: &Outcomes) -> Option<f32> {
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
