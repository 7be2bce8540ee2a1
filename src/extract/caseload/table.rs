//! Tables of caseloads: target groups on one side, municipalities, years or measures on the other.

use super::{Setting, figure, guideline};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::extract::grid::{Content, Grid, Line, doubt_repeats};
use crate::extract::period::Named;
use crate::model::figure::{Doubt, Figure, Gap, GapKind, Measure, Place, Source, Topic};
use crate::model::period::Period;
use crate::model::source::{Document, Layout, Span, Table};
use crate::text::lower::aligned;

/// What a row's or column's labels say.
#[derive(Clone, Debug, Default)]
struct Meaning {
    place: Option<Place>,
    period: Option<Period>,
    measure: Option<Measure>,
    /// "I alt": over all groups.
    total: bool,
    group: Option<String>,
    /// The label names a target group that is known.
    known: bool,
    /// The label measures something else.
    other: bool,
    /// Whose guideline the line gives.
    issuer: Option<String>,
}

/// The figures and gaps of a table; nothing where it is none on caseloads.
#[must_use]
pub fn table(
    document: &Document,
    lower: &str,
    table: &Table,
    grid: &Grid,
    setting: &Setting,
) -> (Vec<Figure>, Vec<Gap>) {
    let named = names_caseload(document, lower, table, grid, setting);
    let rows: Vec<Meaning> = grid.rows.iter().map(meaning).collect();
    let cols: Vec<Meaning> = grid.cols.iter().map(meaning).collect();
    let measured = rows.iter().chain(&cols).filter(|m| m.measure.is_some()).count();
    let per_fte = rows.iter().chain(&cols).any(|m| m.measure == Some(Measure::CasesPerFte));
    if !(named || per_fte && measured >= 2) {
        return (Vec::new(), Vec::new());
    }
    let (mut figures, mut gaps) = (Vec::new(), Vec::new());
    let by_measure = rows.iter().any(|m| m.measure.is_some()) || cols.iter().any(|m| m.measure.is_some());
    for entry in &grid.entries {
        let (row, col) = (&rows[entry.row], &cols[entry.col]);
        let place = row.place.clone().or_else(|| col.place.clone()).or_else(|| setting.own.clone());
        let period = row.period.or(col.period).or(setting.period());
        let measure = row.measure.clone().or_else(|| col.measure.clone()).unwrap_or(Measure::CasesPerFte);
        // A column that is neither a place, a year nor a measure says something else than caseloads.
        let strange = by_measure
            && row.measure.is_none()
            && col.measure.is_none()
            && col.place.is_none()
            && col.period.is_none()
            && row.place.is_none()
            && row.period.is_none();
        // Under rows of totals and staffing: days of absence and the like.
        let measured = |row: usize| rows[..row].iter().any(|m| m.measure.is_some());
        let unmeasured = row.measure.is_none() && col.measure.is_none() && !row.total;
        if unmeasured && (row.other || col.other || (measured(entry.row) && !row.known)) {
            continue;
        }
        let group = row
            .group
            .clone()
            .filter(|_| row.measure.is_none())
            .or_else(|| col.group.clone().filter(|_| col.measure.is_none()));
        let scope = if row.total || col.total { None } else { group }.unwrap_or_else(|| "Alle".to_owned());
        if strange && row.issuer.is_none() && col.issuer.is_none() {
            continue;
        }
        let mut heads = grid.rows[entry.row].spans();
        heads.extend(grid.cols[entry.col].spans());
        let source = |value| Source { value, passage: entry.span, heads: heads.clone() };
        match entry.contents[..] {
            [Content::Value { value, decimals, percent: false, span }] => {
                let mut one = figure(place, period, scope, measure, (value, decimals), source(span));
                if table.guessed {
                    one.doubts.push(Doubt::Columns);
                    one.doubts.sort_unstable();
                }
                figures.push(one);
            }
            [Content::Words] => {
                let issuer = row.issuer.as_ref().or(col.issuer.as_ref());
                let clause = Clause::read(&document.text, lower, entry.span);
                figures
                    .extend(issuer.iter().flat_map(|issuer| guideline::cell(&clause, issuer, &scope, &heads, setting)));
            }
            [Content::Blank] => gaps.push(Gap {
                place,
                period,
                topic: Topic::Caseload,
                scope,
                measure,
                kind: GapKind::Blank,
                source: source(entry.span),
            }),
            _ => {}
        }
    }
    let known = |m: &Meaning| m.place.is_some() || m.measure.is_some() || m.period.is_some();
    if table.guessed && (averages_close(&figures) || (table.layout == Layout::Stacked && cols.iter().all(known))) {
        for figure in &mut figures {
            figure.doubts.retain(|doubt| *doubt != Doubt::Columns);
        }
    }
    doubt_repeats(&mut figures);
    (figures, gaps)
}

/// Is total / staffing the printed average in every column? Then guessed columns are proven.
fn averages_close(figures: &[Figure]) -> bool {
    let all = |measure: Measure| figures.iter().filter(move |f| f.scope == "Alle" && f.measure == measure);
    let columns = all(Measure::CasesPerFte).count();
    let close = all(Measure::CasesPerFte).filter(|average| {
        let same = |f: &&Figure| f.place == average.place && f.period == average.period;
        let (total, fte) = (all(Measure::TotalCases).find(same), all(Measure::Fte).find(same));
        // One unit of the last printed digit: some papers cut where others round.
        let step = 10_f64.powi(-i32::from(average.decimals));
        total.zip(fte).is_some_and(|(total, fte)| (total.value / fte.value - average.value).abs() <= step)
    });
    columns > 0 && close.count() == columns
}

/// Does the caption, the corner, the heading above or a label speak of caseloads?
fn names_caseload(document: &Document, lower: &str, table: &Table, grid: &Grid, setting: &Setting) -> bool {
    let about = |text: &str| {
        let lower = aligned(text);
        let clause = Clause::read(text, &lower, Span::new(0..text.len()));
        super::says_caseload(&clause, &CASELOAD.terms.find(&clause.tokens))
    };
    let caption = table.caption.is_some_and(|span| about(&document.one_line(span)));
    // The first lines of the table: a caption glued to it.
    let top = lower.get(table.span.range()).and_then(|text| text.lines().next()).is_some_and(about);
    let places = grid.cols.iter().chain(&grid.rows).filter(|line| meaning(line).place.is_some()).count();
    let periods = grid.cols.iter().chain(&grid.rows).filter(|line| meaning(line).period.is_some()).count();
    let measures = grid.cols.iter().chain(&grid.rows).filter(|line| meaning(line).measure.is_some()).count();
    let headed = setting.heading.as_deref().is_some_and(about) && (places >= 1 || periods >= 2 || measures >= 1);
    caption
        || top
        || about(&grid.corner.text)
        || (setting.speaks && places >= 2)
        || (setting.just_spoke && periods >= 2)
        || headed
}

fn meaning(line: &Line) -> Meaning {
    let mut out = Meaning::default();
    let mut groups: Vec<&str> = Vec::new();
    for heading in &line.headings {
        let text = heading.text.trim();
        let lower = aligned(text);
        let clause = Clause::read(text, &lower, Span::new(0..text.len()));
        let plain = lower.trim().trim_end_matches([':', '*']).trim();
        let period = clause.periods.iter().find_map(|m| match m.named {
            Named::Absolute(period) => Some(period),
            _ => None,
        });
        let place = clause
            .places
            .first()
            .map(|h| h.tag.clone())
            .or_else(|| clause.has(|t| *t == Tag::Nation).then_some(Place::NATION));
        let terms = CASELOAD.terms.find(&clause.tokens);
        out.known |= terms.iter().any(|hit| hit.tag == CaseloadTag::Group);
        out.other |= clause.tokens.iter().any(|t| CASELOAD.other_measures.has(t)) || text.contains('%');
        if let Some(issuer) = guideline::label_issuer(&terms) {
            out.issuer = Some(issuer);
        } else if let Some(measure) = CASELOAD.label(plain) {
            // "Sager pr. medarbejder 2020"
            out.measure = Some(measure.clone());
            out.period = period.or(out.period);
            out.place = place.or(out.place.take());
        } else if CASELOAD.is_whole(plain) {
            out.total = true;
        } else if let Some(place) = place {
            out.place = Some(place);
        } else if let Some(period) = period {
            out.period = Some(period);
        } else {
            groups.push(text);
        }
    }
    if !groups.is_empty() {
        out.group = Some(groups.last().copied().unwrap_or_default().to_owned());
    }
    out
}
