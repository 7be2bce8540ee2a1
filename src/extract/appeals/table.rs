//! Tables on appeals: outcomes on one side, laws, units, places or years on the other, in any arrangement.

use super::above::{follows_board, named_in};
use super::label::{LabelKind, labels, rate_of};
use super::proven::{settle_blanks, sums_close};
use super::setting::{ALL, Setting, scopes};
use crate::data::words::WORDS;
use crate::extract::axis::{self, Time};
use crate::extract::clause::Clause;
use crate::extract::grid::{Content, Entry, Grid, Heading, Line, doubt_repeats};
use crate::model::figure::{Doubt, Figure, Gap, GapKind, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::source::{Document, Layout, Span, Table};
use crate::text::lower::aligned;
use crate::text::token::tokens;

/// What a row's or column's labels say.
#[derive(Clone, Debug, Default, PartialEq)]
struct Meaning {
    measure: Option<Measure>,
    /// The label says "procent" or "andel": outcomes are shares.
    share: bool,
    /// "I alt": the whole of what the other lines part.
    total: bool,
    scope: Option<String>,
    /// A label that is none of these: a unit, a committee.
    unit: Option<Heading>,
    place: Option<Place>,
    time: Time,
    /// Dismissed cases are said to be left out.
    without_dismissed: bool,
}

/// The figures and gaps of a table; nothing where it is no table of outcomes.
#[must_use]
pub fn table(
    document: &Document,
    lower: &str,
    table: &Table,
    grid: &Grid,
    setting: &Setting,
) -> (Vec<Figure>, Vec<Gap>) {
    let by_unit = lists_units(&grid.corner);
    let rows: Vec<Meaning> = grid.rows.iter().map(|line| meaning(document, table, line, setting, by_unit)).collect();
    let mut cols: Vec<Meaning> = grid.cols.iter().map(|line| meaning(document, table, line, setting, false)).collect();
    share_what_stands_before(&mut cols);
    let outcomes = |lines: &[Meaning]| lines.iter().filter(|m| m.measure.as_ref().is_some_and(is_outcome)).count();
    let kinds = outcomes(&rows).max(outcomes(&cols));
    // "Modtaget" beside "Afgjort": no outcome, and cases of the board only where the line above says so.
    let counts = |lines: &[Meaning]| lines.iter().filter(|m| m.measure.is_some()).count();
    let counted = kinds == 0 && counts(&rows).max(counts(&cols)) > 1 && follows_board(document, lower, table);
    let on_rows = if counted { counts(&rows) > counts(&cols) } else { outcomes(&rows) >= outcomes(&cols) };
    let heading = setting.thread.rate.clone().filter(|_| setting.thread.age <= 1);
    // The item's title says it of percentages only: its tables may hold other numbers too.
    let heading = heading.or_else(|| setting.item_rate.clone().filter(|_| all_percent(grid)));
    let announced = named_in(&grid.corner.text)
        .or_else(|| setting.thread.announced.clone())
        .or_else(|| named_in(&table.caption.map(|span| document.one_line(span)).unwrap_or_default()))
        .or(heading.filter(|_| kinds == 0));
    // What counts of cases are announced to be, columns that name something else are not.
    let strange = cols.iter().any(|m| m.unit.is_some() && m.measure.is_none());
    let announced = announced.filter(|measure| is_outcome(measure) || (kinds == 0 && !strange));
    if kinds < 2 && !(kinds == 1 && grid.entries.len() >= 2) && announced.is_none() && !counted {
        return (Vec::new(), Vec::new());
    }
    let unnamed = kinds == 0;
    let dismissed = |lines: &[Meaning]| lines.iter().any(|m| m.measure == Some(Measure::Dismissed));
    let has_dismissed = dismissed(&rows) || dismissed(&cols);
    // Columns without headings may be anything; what all rates of the table are, an unnamed one is too.
    let headless = grid.cols.len() > 1 && grid.cols.iter().all(|line| line.headings.is_empty());
    let mut rates =
        rows.iter().chain(&cols).filter_map(|m| m.measure.as_ref()).filter(|m| rate_of(m).as_ref() == Some(m));
    let rate = rates.next().filter(|first| rates.all(|other| other == *first));
    let (mut figures, mut gaps) = (Vec::new(), Vec::new());
    for entry in &grid.entries {
        let (row, col) = (&rows[entry.row], &cols[entry.col]);
        let (what, which) = if on_rows { (row, col) } else { (col, row) };
        let reader = Reader {
            document,
            table,
            grid,
            setting,
            has_dismissed,
            announced: announced.as_ref(),
            unnamed,
            rate,
            headless,
        };
        reader.read(entry, what, which, &mut figures, &mut gaps);
    }
    settle_blanks(&figures, &mut gaps);
    let known = |m: &Meaning| m.unit.is_none();
    if table.guessed
        && !headless
        && (sums_close(&figures) || (table.layout == Layout::Stacked && cols.iter().all(known)))
    {
        for figure in &mut figures {
            figure.doubts.retain(|doubt| *doubt != Doubt::Columns);
        }
    }
    doubt_repeats(&mut figures);
    (figures, gaps)
}

/// The labels of a table that name a unit or a paragraph in words, with their scopes.
#[must_use]
pub fn names(figures: &[Figure], grid: &Grid) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for line in &grid.rows {
        let spans = line.spans();
        let under = |figure: &&Figure| figure.source().is_some_and(|source| source.heads.starts_with(&spans));
        let Some(figure) = figures.iter().find(under).filter(|_| !spans.is_empty()) else { continue };
        for heading in &line.headings {
            let paragraph = heading.text.trim_start().starts_with('§') && figure.scope.contains('§');
            if paragraph || figure.scope.ends_with(&format!(" · {}", heading.text.trim())) {
                out.push((heading.text.clone(), figure.scope.clone()));
            }
        }
    }
    out
}

/// "Stadfæstet | Pct.": a column that only says "percent" is the share of the column before it.
fn share_what_stands_before(cols: &mut [Meaning]) {
    for at in 1..cols.len() {
        let only_share = Meaning { share: true, ..Meaning::default() };
        if cols[at] == only_share && cols[at - 1].measure.as_ref().is_some_and(is_outcome) {
            cols[at] = Meaning { share: true, ..cols[at - 1].clone() };
        }
    }
}

fn is_outcome(measure: &Measure) -> bool {
    rate_of(measure).is_some()
}

fn all_percent(grid: &Grid) -> bool {
    let mut values = grid.entries.iter().flat_map(|entry| &entry.contents).filter_map(|content| match content {
        Content::Value { percent, .. } => Some(*percent),
        _ => None,
    });
    values.next() == Some(true) && values.all(|percent| percent)
}

struct Reader<'r> {
    document: &'r Document,
    table: &'r Table,
    grid: &'r Grid,
    setting: &'r Setting,
    has_dismissed: bool,
    announced: Option<&'r Measure>,
    /// Neither rows nor columns name outcomes.
    unnamed: bool,
    /// The one rate that the table's labels name.
    rate: Option<&'r Measure>,
    headless: bool,
}

impl Reader<'_> {
    fn read(&self, entry: &Entry, what: &Meaning, which: &Meaning, figures: &mut Vec<Figure>, gaps: &mut Vec<Gap>) {
        let place = what
            .place
            .clone()
            .or_else(|| which.place.clone())
            .or_else(|| self.setting.heading_place.clone())
            .or_else(|| self.setting.own.clone());
        let period = what.time.or(which.time).period(self.setting.period(), self.setting.meeting);
        let scope = self.scope(what, which);
        let heads = {
            let mut heads = self.grid.rows[entry.row].spans();
            heads.extend(self.grid.cols[entry.col].spans());
            heads
        };
        for content in &entry.contents {
            let source = |value: Span| Source { value, passage: entry.span, heads: heads.clone() };
            match content {
                Content::Value { value, decimals, percent, span } => {
                    let Some(measure) = self.measure(what, which, *percent, *value, *decimals) else { continue };
                    let mut doubts = Vec::new();
                    if place.is_none() {
                        doubts.push(Doubt::Place);
                    }
                    if period.is_none() {
                        doubts.push(Doubt::Period);
                    }
                    if self.table.guessed || self.headless {
                        doubts.push(Doubt::Columns);
                    }
                    let rate = rate_of(&measure).as_ref() == Some(&measure);
                    if rate && *value > 100.0 {
                        continue;
                    }
                    doubts.sort_unstable();
                    figures.push(Figure {
                        place: place.clone(),
                        period,
                        topic: Topic::Appeals,
                        scope: scope.clone(),
                        measure,
                        value: *value,
                        decimals: *decimals,
                        unit: if rate { Unit::Percent } else { Unit::Count },
                        hedge: None,
                        origin: Origin::Stated(source(*span)),
                        doubts,
                        item: None,
                    });
                }
                Content::Blank | Content::Words => {
                    let Some(measure) = self.measure(what, which, false, 0.0, 0) else { continue };
                    let text = self.document.one_line(entry.span).to_lowercase();
                    let kind = match content {
                        Content::Blank => GapKind::Blank,
                        _ if text.contains("opgjort")
                            || text.contains("ingen data")
                            || text.contains("ikke oplyst") =>
                        {
                            GapKind::NotCompiled
                        }
                        _ if text.contains("færre end")
                            || text.contains("under 5")
                            || text.starts_with('<')
                            || text == "*" =>
                        {
                            GapKind::Suppressed
                        }
                        _ if matches!(text.as_str(), "-" | "–" | "." | "..") => GapKind::Blank,
                        _ => continue,
                    };
                    gaps.push(Gap {
                        place: place.clone(),
                        period,
                        topic: Topic::Appeals,
                        scope: scope.clone(),
                        measure,
                        kind,
                        source: source(entry.span),
                    });
                }
            }
        }
    }

    fn measure(&self, what: &Meaning, which: &Meaning, percent: bool, value: f64, decimals: u8) -> Option<Measure> {
        let share = percent || what.share || which.share;
        let measure = match (&what.measure, &which.measure) {
            (Some(measure), _) | (None, Some(measure)) => measure.clone(),
            (None, None) if what.total && !(self.unnamed && self.announced.is_some()) => {
                let without = what.without_dismissed || which.without_dismissed;
                return (!share).then_some(if without && !self.has_dismissed {
                    Measure::Considered
                } else {
                    Measure::Decided
                });
            }
            (None, None) if share && self.announced.is_none() => self.rate?.clone(),
            (None, None) if share || decimals > 0 || value <= 100.0 => self.announced?.clone(),
            (None, None) => self.announced.filter(|measure| !is_outcome(measure))?.clone(),
        };
        if share {
            return rate_of(&measure);
        }
        let base = what.total || what.without_dismissed || which.without_dismissed;
        Some(match measure {
            Measure::Decided if (what.without_dismissed || which.without_dismissed) && base && !self.has_dismissed => {
                Measure::Considered
            }
            // Counts have no decimals: an outcome with a decimal is a share.
            ref outcome if decimals > 0 => rate_of(outcome)?,
            other => other,
        })
    }

    fn scope(&self, what: &Meaning, which: &Meaning) -> String {
        if let Some(scope) = which.scope.as_ref().or(what.scope.as_ref()) {
            return scope.clone();
        }
        let base = self.setting.base_scope();
        match which.unit.as_ref().or(what.unit.as_ref()) {
            Some(unit) if base == ALL => unit.text.clone(),
            Some(unit) => format!("{base} · {}", unit.text),
            None => base,
        }
    }
}

/// "Afdeling" over the labels of the rows: they name parts of the organisation, also where they sound like areas.
fn lists_units(corner: &Heading) -> bool {
    let lower = aligned(&corner.text);
    let mut tokens = tokens(&corner.text, &lower, Span::new(0..corner.text.len())).into_iter();
    tokens.next().is_some_and(|first| WORDS.lists.units.has(&first))
}

/// What the labels of a row or column say together.
fn meaning(document: &Document, table: &Table, line: &Line, setting: &Setting, by_unit: bool) -> Meaning {
    let mut out = Meaning::default();
    for heading in &line.headings {
        read_label(document, table, heading, setting, by_unit, &mut out);
    }
    out
}

fn read_label(
    document: &Document,
    table: &Table,
    heading: &Heading,
    setting: &Setting,
    by_unit: bool,
    out: &mut Meaning,
) {
    let (text, mark) = without_mark(&heading.text);
    let lower = aligned(text);
    let clause = Clause::read(text, &lower, Span::new(0..text.len()));
    let plain = lower.trim().trim_end_matches([':', '.', '*']);
    out.without_dismissed |= says_without_dismissed(&lower)
        || mark.is_some_and(|mark| {
            footnote(document, table, mark).is_some_and(|note| says_without_dismissed(&aligned(note)))
        });
    let total = WORDS.lists.totals.iter().any(|total| total == plain);
    if total {
        out.total = true;
        return;
    }
    let found = labels(&clause);
    out.share |= clause.has_word(&["pct", "procent", "procentdel", "andel", "andelen", "procentvis"])
        || clause.tokens.iter().any(|t| t.is_symbol('%'));
    let label = found
        .iter()
        .find(|l| l.kind == LabelKind::Rate)
        .or_else(|| found.iter().find(|l| l.kind == LabelKind::Outcome))
        .or_else(|| found.first());
    let place = axis::place(&clause, setting.own.as_ref());
    let time = Time::of(&clause);
    let named: Vec<String> = scopes(&clause, setting).into_iter().map(|hit| hit.tag).collect();
    let scope = paragraphs_together(&named)
        .or_else(|| named.last().cloned())
        .or_else(|| matches!(plain, "øvrige" | "øvrigt" | "andre" | "andet").then(|| "ØVR".to_owned()));
    let known = label.is_some() || place.is_some() || time.is_some() || scope.is_some() || out.share;
    if let Some(label) = label {
        out.measure = Some(label.measure.clone());
    }
    out.place = place.or(out.place.take());
    out.time = time.or(out.time);
    // "Center for Børn (serviceloven)": a unit that names its law stays a unit.
    let unit_words = clause.tokens.iter().any(|t| WORDS.lists.units.has(t));
    // An area alone may be a unit's name; a place, a year, an outcome or "Serviceloven i alt" is none.
    let sum = WORDS.lists.totals.iter().any(|total| {
        plain.strip_suffix(total.as_str()).is_some_and(|rest| rest.ends_with(' '))
            || plain.strip_prefix(total.as_str()).is_some_and(|rest| rest.starts_with(' '))
    });
    let named = by_unit && !sum && label.is_none() && out.place.is_none() && !out.time.is_some() && !out.share;
    if unit_words || !known || named {
        out.unit = Some(Heading { text: text.trim().to_owned(), spans: heading.spans.clone() });
    } else {
        out.scope = scope.or(out.scope.take());
    }
}

/// "§ 95 og § 96": all paragraphs that a label names, where they are of one law.
fn paragraphs_together(named: &[String]) -> Option<String> {
    let parts: Option<Vec<(&str, &str)>> = named.iter().map(|scope| scope.split_once(" §")).collect();
    let parts = parts.filter(|parts| parts.len() > 1)?;
    let law = parts[0].0;
    let numbers: Vec<&str> = parts.iter().map(|(_, numbers)| numbers.trim_start_matches('§').trim()).collect();
    parts.iter().all(|(other, _)| *other == law).then(|| format!("{law} §§ {}", numbers.join(", ")))
}

fn says_without_dismissed(lower: &str) -> bool {
    let leaves_out = ["eksklusiv", "ekskl", "uden ", "fraregnet", "fratrukket", "ikke med", "ikke talt", "tæller ikke"]
        .iter()
        .any(|word| lower.contains(word));
    leaves_out && (lower.contains("afvis") || lower.contains("bortfald") || lower.contains("henvis"))
        || lower.contains("realitetsbehandl")
}

/// A label without the mark of its footnote: `[1]`, `*`, `1)`.
fn without_mark(text: &str) -> (&str, Option<&str>) {
    let trimmed = text.trim_end();
    if let Some(open) = trimmed.rfind('[')
        && trimmed.ends_with(']')
    {
        return (&trimmed[..open], Some(&trimmed[open..]));
    }
    match trimmed.strip_suffix('*') {
        Some(label) => (label, Some("*")),
        None => (trimmed, None),
    }
}

/// The footnote with this mark: the first line behind the table that begins with it.
fn footnote<'d>(document: &'d Document, table: &Table, mark: &str) -> Option<&'d str> {
    let rest = document.text.get(table.span.end as usize..)?;
    rest.lines().map(str::trim_start).find_map(|line| line.strip_prefix(mark)).filter(|note| note.len() < 400)
}
