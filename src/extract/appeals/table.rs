//! Tables on appeals: outcomes on one side, laws, units, places or years on the other, in any arrangement.

use super::above::{
    follows_board, introduced, introduces_board, is_of_something_else, named_in, parted_decisions, place_in,
    says_considered, shares_of_the_map, told_above,
};
use super::committee::is_committee;
use super::counts::{unsigned, without_rate};
use super::heads::meanings;
use super::label::rate_of;
use super::meaning::Meaning;
use super::pair::{Parentheses, Second};
use super::percent::{all_percent, tells_percent};
use super::proven::{doubt_hundreds, settle_blanks, settle_reversed, sums_close};
use super::setting::{ALL, Setting};
use super::several::Several;
use crate::data::words::WORDS;
use crate::extract::axis::{self, Time};
use crate::extract::grid::{Content, Entry, Grid, doubt_repeats};
use crate::model::figure::{Doubt, Figure, Gap, GapKind, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::source::{Document, Layout, Span, Table};

/// The figures and gaps of a table; nothing where it is no table of outcomes.
#[must_use]
pub fn table(
    document: &Document,
    lower: &str,
    table: &Table,
    grid: &Grid,
    setting: &Setting,
) -> (Vec<Figure>, Vec<Gap>) {
    // "Årsag | Antal sager": why cases were sent back, and no parts of the law.
    let reasons = axis::read(&grid.corner.text, |clause| clause.has_any(&WORDS.lists.reasons));
    if setting.foreign_heading || reasons || is_of_something_else(document, lower, table, grid) {
        return (Vec::new(), Vec::new());
    }
    let (rows, cols) = meanings(document, lower, table, grid, setting);
    let outcomes = |lines: &[Meaning]| lines.iter().filter(|m| m.measure.as_ref().is_some_and(is_outcome)).count();
    let kinds = outcomes(&rows).max(outcomes(&cols));
    // "Modtaget" beside "Afgjort": no outcome, and cases of the board only where the line above says so.
    let counts = |lines: &[Meaning]| lines.iter().filter(|m| m.measure.is_some()).count();
    let counted = kinds == 0 && counts(&rows).max(counts(&cols)) > 1 && follows_board(document, lower, table);
    let on_rows = if counted { counts(&rows) > counts(&cols) } else { outcomes(&rows) >= outcomes(&cols) };
    let heading = setting.thread.rate.clone().filter(|_| setting.thread.age <= 1);
    // The item's title says it of percentages only: its tables may hold other numbers too.
    let heading = heading.or_else(|| setting.item_rate.clone().filter(|_| all_percent(grid)));
    // "Pct. | Antal" under each map.
    let shares = rows.iter().chain(&cols).any(|m| m.share);
    let announced = named_in(&grid.corner.text)
        .or_else(|| setting.thread.announced.clone())
        .or_else(|| named_in(&table.caption.map(|span| document.one_line(span)).unwrap_or_default()))
        .or(heading.filter(|_| kinds == 0))
        .or_else(|| introduced(document, lower, table, grid).filter(|_| kinds == 0))
        .or_else(|| {
            shares_of_the_map(document, lower, table, &rows, &cols)
                .filter(|_| kinds == 0 && (all_percent(grid) || shares))
        })
        .or_else(|| parted_decisions(document, lower, table).filter(|_| kinds == 0 && setting.item_names_board));
    let several = Several::read(document, table, grid);
    let announced = announced.or_else(|| several.first().filter(|_| kinds == 0));
    // What counts of cases are announced to be, columns that name something else are not.
    let strange = cols.iter().any(|m| m.unit.is_some() && m.measure.is_none());
    let announced = announced.filter(|measure| is_outcome(measure) || (kinds == 0 && !strange));
    if kinds < 2 && !(kinds == 1 && grid.entries.len() >= 2) && announced.is_none() && !counted {
        return (Vec::new(), Vec::new());
    }
    // "Modtaget | Behandlet | Ændret | Afvist": so is much else that a municipality does.
    let sure = |m: &Meaning| m.sure;
    if kinds > 0 && !rows.iter().chain(&cols).any(sure) && !introduces_board(document, lower, table, grid) {
        return (Vec::new(), Vec::new());
    }
    let unnamed = kinds == 0;
    let dismissed = |lines: &[Meaning]| lines.iter().any(|m| m.measure == Some(Measure::Dismissed));
    let has_dismissed = dismissed(&rows) || dismissed(&cols);
    let placed = rows.iter().chain(&cols).any(|m| m.place.is_some());
    let caption = table.caption.or_else(|| told_above(document, lower, table));
    let in_percent = tells_percent(document, lower, table, grid, caption);
    let caption = caption.filter(|_| !placed);
    let place = caption.and_then(|caption| place_in(document, lower, caption));
    let place = place.or_else(|| setting.heading_place.clone()).or_else(|| setting.own.clone());
    let considered = !has_dismissed && says_considered(document, lower, table, grid);
    let parentheses = Parentheses::read(document, lower, table, grid, setting);
    // Columns without headings may be anything; what all rates of the table are, an unnamed one is too.
    let headless = grid.cols.len() > 1 && grid.cols.iter().all(|line| line.headings.is_empty());
    let mut rates =
        rows.iter().chain(&cols).filter_map(|m| m.measure.as_ref()).filter(|m| rate_of(m).as_ref() == Some(m));
    let rate = rates.next().filter(|first| rates.all(|other| other == *first));
    let (mut figures, mut gaps) = (Vec::new(), Vec::new());
    // "Serviceloven | Barnets lov | Socialområdet i alt": what sums two laws has the name of one, and is more.
    let sums_more = |lines: &[Meaning], m: &Meaning| {
        let plain = || lines.iter().filter(|other| !other.sums_area && other.unit.is_none() && other.scope.is_some());
        m.sums_area && plain().any(|o| o.scope == m.scope) && plain().any(|o| o.scope != m.scope)
    };
    let scopes = || rows.iter().chain(&cols).filter_map(|m| m.scope.as_ref());
    let lists_laws = setting.heading_scope.as_ref().is_some_and(|heading| {
        scopes().any(|scope| scope == heading) && scopes().any(|scope| !scope.starts_with(heading.as_str()))
    });
    // "I alt" under several committees is of no single one, whichever the line above names.
    let units = || rows.iter().chain(&cols).filter_map(|m| m.unit.as_ref()).map(|unit| &unit.text);
    let lists_committees = setting.heading_scope.as_ref().is_some_and(|heading| {
        let other = |name: &&String| is_committee(name) && *name != heading;
        is_committee(heading) && (units().any(|name| other(&name)) || scopes().any(|scope| other(&scope)))
    });
    // Paragraphs of one law, and nothing else: what they make up is of that law.
    let law_of = |scope: &String| scope.split_once(" §").map(|(law, _)| law.to_owned());
    let law = scopes().next().and_then(law_of).filter(|law| scopes().all(|s| law_of(s).as_ref() == Some(law)));
    let law = law.filter(|_| scopes().count() > 1);
    let unsigned = unsigned(grid);
    // "Øvrige" under paragraphs alone: the law's other ones, and no other laws.
    let paragraphs = scopes().filter(|scope| scope.contains('§')).count();
    let other_paragraphs = paragraphs > 1 && scopes().all(|scope| scope.contains('§') || scope == "ØVR");
    for entry in &grid.entries {
        let (row, col) = (&rows[entry.row], &cols[entry.col]);
        let (what, which) = if on_rows { (row, col) } else { (col, row) };
        let counted = unsigned[entry.col] || row.counts || col.counts;
        let reader = Reader {
            document,
            table,
            grid,
            setting,
            place: place.as_ref(),
            shared: cols.iter().any(|m| m.share && m.measure.is_none() && m.unit.is_none() && !m.total),
            considered,
            parentheses: &parentheses,
            several: &several,
            in_percent,
            announced: if counted { without_rate(announced.as_ref()) } else { announced.as_ref() },
            counted,
            unnamed,
            rate,
            headless,
            lists_laws: lists_laws || lists_committees,
            law: law.as_deref(),
        };
        let before = figures.len();
        reader.read(entry, what, which, &mut figures, &mut gaps);
        if other_paragraphs {
            figures[before..].iter_mut().filter(|f| f.scope == "ØVR").for_each(|f| f.doubt(Doubt::Scope));
        }
        if sums_more(&rows, row) || sums_more(&cols, col) {
            for figure in &mut figures[before..] {
                figure.doubt(Doubt::Scope);
            }
        }
    }
    settle_reversed(&mut figures);
    settle_blanks(&figures, &mut gaps);
    // Of figures that stand one a line it is the headings that were guessed: no sum proves those, only that all say
    // the same kind of thing.
    let kind = |m: &Meaning| (m.time == Time::default(), m.scope.is_some());
    let first = cols.iter().find(|m| !m.total).map(kind);
    let alike = |m: &Meaning| m.unit.is_none() && (m.total || Some(kind(m)) == first);
    let proven = match table.layout {
        Layout::Stacked => cols.iter().all(alike),
        _ => sums_close(&figures),
    };
    if table.guessed && !headless && proven {
        for figure in &mut figures {
            figure.doubts.retain(|doubt| *doubt != Doubt::Columns);
        }
    }
    doubt_repeats(&mut figures);
    doubt_hundreds(&mut figures);
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

fn is_outcome(measure: &Measure) -> bool {
    rate_of(measure).is_some()
}

struct Reader<'r> {
    document: &'r Document,
    table: &'r Table,
    grid: &'r Grid,
    setting: &'r Setting,
    /// Whose figures they are where no label says it.
    place: Option<&'r Place>,
    /// What stands over the table says that its cases were decided on the merits.
    considered: bool,
    parentheses: &'r Parentheses,
    several: &'r Several,
    /// The caption says that outcomes stand in percent.
    in_percent: bool,
    announced: Option<&'r Measure>,
    /// A column says nothing but that it holds percentages.
    shared: bool,
    /// What stands here is no rate, whatever the table is announced to show.
    counted: bool,
    /// Neither rows nor columns name outcomes.
    unnamed: bool,
    /// The one rate that the table's labels name.
    rate: Option<&'r Measure>,
    headless: bool,
    /// Of several laws that the labels name the heading above names one: what they sum is not of that one.
    lists_laws: bool,
    /// The law of whose paragraphs alone the labels speak.
    law: Option<&'r str>,
}

impl Reader<'_> {
    fn read(&self, entry: &Entry, what: &Meaning, which: &Meaning, figures: &mut Vec<Figure>, gaps: &mut Vec<Gap>) {
        if what.beside || which.beside {
            return;
        }
        let own = what.place.as_ref().or(which.place.as_ref()).or(self.place).cloned();
        let period = what.time.or(which.time).period(self.setting.period(), self.setting.meeting);
        let scope = self.scope(what, which);
        let heads = {
            let mut heads = self.grid.rows[entry.row].spans();
            heads.extend(self.grid.cols[entry.col].spans());
            heads
        };
        let rate = self.measure(what, which, true, 0.0, 0) == Some(Measure::ReversalRate);
        let second = self.parentheses.second(entry, what.aside.or(which.aside), rate);
        let named = self.measure(what, which, false, 0.0, 0);
        let several = self.several.measures(entry, named.as_ref());
        // Three values that nobody explains.
        if several.is_none() && entry.contents.len() > 2 {
            return;
        }
        let open = several.is_none() && self.parentheses.are_open(entry, second.as_ref());
        for (nth, content) in entry.contents.iter().enumerate() {
            let source = |value: Span| Source { value, passage: entry.span, heads: heads.clone() };
            match content {
                Content::Value { value, decimals, percent, span } => {
                    let second = second.as_ref().filter(|_| nth == 1 && several.is_none());
                    let doubtful = second == Some(&Second::Base) && !self.parentheses.bases;
                    let (mut measure, mut place, mut period) =
                        (self.measure(what, which, *percent, *value, *decimals), own.clone(), period);
                    measure = several.as_ref().map_or(measure, |several| several.get(nth).cloned());
                    match second {
                        Some(Second::Base) => measure = Some(Measure::Considered),
                        Some(Second::Year(year)) => period = Some(*year),
                        Some(Second::Place(other)) => place = Some(other.clone()),
                        None => {}
                    }
                    let Some(measure) = measure else { continue };
                    let mut doubts = Vec::new();
                    if place.is_none() {
                        doubts.push(Doubt::Place);
                    }
                    // "Sagerne fordeler sig sådan:" over the table, "I 2020 var procenten 29" behind it.
                    let undated = !what.time.is_some() && !which.time.is_some();
                    if period.is_none() || undated && self.setting.names_no_period_above() {
                        doubts.push(Doubt::Period);
                    }
                    if self.table.guessed || self.headless || doubtful || open {
                        doubts.push(Doubt::Columns);
                    }
                    // What the paragraphs make up may not be all of their law.
                    let unsaid = which.scope.is_none() && what.scope.is_none() && self.setting.base_scope() == ALL;
                    if unsaid && self.law == Some(scope.as_str()) {
                        doubts.push(Doubt::Scope);
                    }
                    let rate = rate_of(&measure).as_ref() == Some(&measure);
                    if rate && *value > 100.0 {
                        continue;
                    }
                    doubts.sort_unstable();
                    figures.push(Figure {
                        place,
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
                        place: own.clone(),
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
        let outcome = |m: &Meaning| m.measure.as_ref().is_some_and(is_outcome);
        let share = percent || what.share || which.share || self.in_percent && (outcome(what) || outcome(which));
        // "Klageandel (pct.)", "Kommunens afgørelser" beside outcomes: the share or number of something else.
        let other = |m: &Meaning| m.unit.is_some() && (m.share || !self.unnamed);
        if what.measure.is_none() && which.measure.is_none() && (other(what) || which.share && which.unit.is_some()) {
            return None;
        }
        let totals = what.total || which.total;
        let measure = match (&what.measure, &which.measure) {
            (Some(measure), _) | (None, Some(measure)) => measure.clone(),
            // "Antal sager | Procent": what is announced is the percentage.
            (None, None)
                if totals
                    && ((self.shared || self.counted) && !share
                        || what.total && !(self.unnamed && self.announced.is_some())) =>
            {
                let without = what.without_dismissed || which.without_dismissed;
                // "I alt | 100" under shares: all of them, and nothing counted.
                let hundred = self.in_percent && (value - 100.0).abs() <= 1.0;
                return (!share && !hundred).then_some(if without || self.considered {
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
            Measure::Decided if (what.without_dismissed || which.without_dismissed) && base => Measure::Considered,
            // Counts have no decimals: an outcome with a decimal is a share.
            ref outcome if decimals > 0 => rate_of(outcome)?,
            other => other,
        })
    }

    fn scope(&self, what: &Meaning, which: &Meaning) -> String {
        if let Some(scope) = which.scope.as_ref().or(what.scope.as_ref()) {
            return scope.clone();
        }
        let base = if self.lists_laws {
            self.setting.item_scope.clone().unwrap_or_else(|| ALL.to_owned())
        } else {
            self.setting.base_scope()
        };
        match which.unit.as_ref().or(what.unit.as_ref()) {
            // "Familier i alt" under paragraphs of one law alone.
            Some(unit) if base == ALL && self.law.is_some() && !is_committee(&unit.text) => {
                format!("{} · {}", self.law.unwrap_or_default(), unit.text)
            }
            // A committee is no part of another one.
            Some(unit) if base == ALL || base == unit.text || (is_committee(&base) && is_committee(&unit.text)) => {
                unit.text.clone()
            }
            Some(unit) => format!("{base} · {}", unit.text),
            None if base == ALL => self.law.map_or(base, str::to_owned),
            None => base,
        }
    }
}
