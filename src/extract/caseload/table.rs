//! Tables of caseloads: target groups on one side, municipalities, years or measures on the other.

use super::caption::{group_over, line_over, names_group};
use super::meaning::{Meaning, meaning, settle_bare, settle_measured, settle_staff, settle_sums};
use super::{Setting, figure, guideline, when};
use crate::data::caseload::CASELOAD;
use crate::extract::axis::{self, Time};
use crate::extract::clause::Clause;
use crate::extract::grid::{Content, Grid, doubt_repeats};
use crate::model::figure::{Doubt, Figure, Gap, GapKind, Measure, Place, Source, Topic};
use crate::model::period::Period;
use crate::model::source::{Document, Layout, Span, Table};
use crate::text::lower::aligned;
use crate::text::sentence::sentences;
use crate::text::token::Kind;

/// One employee has no more cases.
pub(super) const MOST_CASES: f64 = 500.0;

/// The figures and gaps of a table; nothing where it is none on caseloads.
#[must_use]
pub fn table(
    document: &Document,
    lower: &str,
    table: &Table,
    grid: &Grid,
    setting: &Setting,
) -> (Vec<Figure>, Vec<Gap>) {
    let title = Title::read(document, table, grid, setting);
    let meaning = |line| meaning(line, setting.own.as_ref());
    let mut rows: Vec<Meaning> = grid.rows.iter().map(meaning).collect();
    let mut cols: Vec<Meaning> = grid.cols.iter().map(meaning).collect();
    for lines in [&mut rows, &mut cols] {
        // A mean or a total over places is none of theirs.
        if lines.iter().filter(|line| line.place.is_some()).count() > 1 {
            lines.iter_mut().for_each(|line| line.beside |= (line.nobodys || line.total) && line.place.is_none());
        }
    }
    settle_sums(&mut rows);
    settle_bare(&mut rows);
    settle_bare(&mut cols);
    settle_measured(&mut rows);
    settle_measured(&mut cols);
    settle_staff(grid, &mut rows, &mut cols);
    let measured = rows.iter().chain(&cols).filter(|m| m.measure.is_some()).count();
    // Where rows say of whose cases they are, one that measures nothing is of something else.
    let telling = rows.iter().any(|m| m.own_group);
    let named = names_caseload(lower, table, &title, (&rows, &cols), setting);
    let per_fte = rows.iter().chain(&cols).any(|m| m.measure == Some(Measure::CasesPerFte));
    // "Sagsantal" beside "Omgørelsesprocent": so many cases were complained of.
    let each = rows.iter().chain(&cols).any(|m| m.measure == Some(Measure::CasesPerFte) && !m.bare);
    let of_appeals = rows.iter().chain(&cols).any(|m| m.of_appeals) && !each;
    if of_appeals || !(named || per_fte && (measured >= 2 || setting.speaks)) {
        return (Vec::new(), Vec::new());
    }
    let (mut figures, mut gaps) = (Vec::new(), Vec::new());
    let by_measure = measured > 0;
    let base = title.year.or(setting.period());
    let placed = rows.iter().chain(&cols).any(|m| m.place.is_some());
    let grouped = rows.iter().chain(&cols).any(|m| m.group.is_some() && (m.measure.is_none() || m.own_group));
    let over = if grouped { None } else { group_over(document, table, setting.heading.as_deref().unwrap_or_default()) };
    // "Sagstal for sygedagpenge og fleksjob" over a table of places: of both together, or of one?
    let doubtful =
        !grouped && over.is_none() && names_group(document, table, setting.heading.as_deref().unwrap_or_default());
    let above = setting.over.as_ref().filter(|_| !grouped && over.is_none() && !doubtful);
    let doubtful = doubtful || above.is_some_and(|above| !above.near);
    let over = over.or(above.map(|above| above.name.clone())).unwrap_or_else(|| "Alle".to_owned());
    // A value that stands under none of the headings of the others stands askew.
    let headed = grid.cols.iter().filter(|line| !line.headings.is_empty()).count();
    let nameless = |col: usize| headed >= 2 && grid.cols[col].headings.is_empty();
    let whose = title.place.clone().filter(|_| !placed).or_else(|| setting.own.clone());
    let timed = rows.iter().chain(&cols).filter(|m| m.time.is_some());
    let latest = timed.filter_map(|m| m.time.period(base, setting.meeting)).map(Period::last_year).max();
    for entry in &grid.entries {
        let (row, col) = (&rows[entry.row], &cols[entry.col]);
        if row.beside || col.beside {
            continue;
        }
        // "Gennemsnit" of the staff is no staff.
        let differ = row.measure.as_ref().zip(col.measure.as_ref()).is_some_and(|(row, col)| row != col);
        if differ && !row.bare && !col.bare && !counted_under_title(row, col, &cols) {
            continue;
        }
        let place = row.place.clone().or_else(|| col.place.clone()).or_else(|| whose.clone());
        let period = row.time.or(col.time).period(base, setting.meeting);
        let measure = row.measure.clone().or_else(|| col.measure.clone());
        let measure = measure.or_else(|| title.measure.clone().filter(|_| !by_measure)).unwrap_or(Measure::CasesPerFte);
        // A column that is neither a place, a year nor a measure says something else than caseloads.
        let strange = by_measure
            && row.measure.is_none()
            && col.measure.is_none()
            && col.place.is_none()
            && !col.time.is_some()
            && row.place.is_none()
            && !row.time.is_some();
        // Under rows of totals and staffing: days of absence and the like.
        let measured = |row: usize| rows[..row].iter().any(|m| m.measure.is_some());
        let unmeasured = row.measure.is_none() && col.measure.is_none() && !row.total;
        if unmeasured
            && (telling || row.other || col.other || (measured(entry.row) && !row.known && row.issuer.is_none()))
        {
            continue;
        }
        let group = row
            .group
            .clone()
            .filter(|_| row.measure.is_none() || row.own_group)
            .or_else(|| col.group.clone().filter(|_| col.measure.is_none() || col.own_group));
        let sums = row.total && !row.within || col.total && !col.within;
        let scope = if sums { None } else { group }.unwrap_or_else(|| over.clone());
        if strange && row.issuer.is_none() && col.issuer.is_none() {
            continue;
        }
        let mut heads = grid.rows[entry.row].spans();
        heads.extend(grid.cols[entry.col].spans());
        let source = |value| Source { value, passage: entry.span, heads: heads.clone() };
        match entry.contents[..] {
            [Content::Value { value, decimals, percent: false, span }] => {
                let mut one = figure(place, period, scope, measure, (value, decimals), source(span));
                one.doubts.extend((table.guessed || nameless(entry.col)).then_some(Doubt::Columns));
                one.doubts.extend(doubtful.then_some(Doubt::Scope));
                // "Antal børn | Sager pr. rådgiver 2021 | Sager pr. rådgiver 2022": of which of the years?
                let undated = !row.time.is_some() && !col.time.is_some() && title.year.is_none();
                let another = latest.is_some_and(|latest| period.map(Period::last_year) != Some(latest));
                one.doubts.extend((undated && another).then_some(Doubt::Period));
                one.doubts.sort_unstable();
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
    let known = |m: &Meaning| m.place.is_some() || m.measure.is_some() || m.time.is_some();
    if table.guessed && (averages_close(&figures) || (table.layout == Layout::Stacked && cols.iter().all(known))) {
        for figure in &mut figures {
            figure.doubts.retain(|doubt| *doubt != Doubt::Columns);
        }
    }
    // Nobody has so many cases: they are persons on a benefit, or all cases together.
    let too_many = |f: &Figure| f.measure == Measure::CasesPerFte && f.value > MOST_CASES;
    if figures.iter().filter(|f| too_many(f)).count() * 2 > figures.len() {
        return (Vec::new(), Vec::new());
    }
    figures.retain(|figure| !too_many(figure));
    doubt_repeats(&mut figures);
    (figures, gaps)
}

/// "Samlet normering" under "Sagsantal pr. årsværk" over each of several places or times: that heading is the table's title,
/// and the row has a measure of its own.
fn counted_under_title(row: &Meaning, col: &Meaning, cols: &[Meaning]) -> bool {
    let told = |m: &&Meaning| (m.place.is_some() || m.time.is_some()) && m.measure.is_some();
    let each = |m: &Meaning| m.measure == Some(Measure::CasesPerFte);
    let counted = matches!(row.measure, Some(Measure::TotalCases | Measure::Fte));
    let mut measured = cols.iter().filter(|m| m.measure.is_some());
    counted && told(&col) && cols.iter().filter(told).count() > 1 && measured.all(each)
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

/// What stands over a table: its caption, the corner over the row labels, the heading above.
#[derive(Debug, Default)]
struct Title {
    /// Caption or corner speak of caseloads.
    named: bool,
    /// So does the heading.
    headed: bool,
    /// It stands right above the table.
    near: bool,
    /// The year that one of them names.
    year: Option<Period>,
    /// The only place that the caption names, or else the heading.
    place: Option<Place>,
    /// What the values are where neither rows nor columns say it.
    measure: Option<Measure>,
}

impl Title {
    fn read(document: &Document, table: &Table, grid: &Grid, setting: &Setting) -> Self {
        let mut out = Self::default();
        let caption = table.caption.map(|span| document.one_line(span)).unwrap_or_default();
        let heading = setting.heading.clone().unwrap_or_default();
        for (text, is_heading) in [(&grid.corner.text, false), (&caption, false), (&heading, true)] {
            let lower = aligned(text);
            let clause = Clause::read(text, &lower, Span::new(0..text.len()));
            let about = super::says_caseload(&clause, &CASELOAD.terms.find(&clause.tokens));
            if is_heading {
                out.headed = about;
                out.near = line_over(document, table).is_some_and(|line| line == text.trim_end_matches(':'));
            } else {
                out.named |= about;
            }
            let measure = about.then_some(Measure::CasesPerFte);
            // Of a caption that is a whole paragraph, the last sentence stands next to the table.
            let last = sentences(text, Span::new(0..text.len())).pop().unwrap_or_default();
            let clause = Clause::read(text, &lower, last);
            // "Pr. 1. januar 2019 fordeler sagerne sig således:"
            let day = || {
                let days = when::mentions(&clause, setting).into_iter().rev();
                let days = days.filter(|mention| clause.tokens[mention.start].kind == Kind::Date);
                days.filter_map(|mention| mention.named.resolve(None, setting.meeting)).next()
            };
            let year = Time::of(&clause).period(None, setting.meeting).or_else(day);
            let year = year.map(|period| Period::year(period.last_year()));
            out.measure = out.measure.or(measure).or_else(|| CASELOAD.titled(&clause.tokens).cloned());
            out.year = out.year.or(year.filter(|year| setting.meeting.is_none_or(|m| year.last_year() <= m.year)));
            if out.place.is_none() && clause.places.len() == 1 {
                out.place = axis::place(&clause, None);
            }
        }
        out
    }
}

/// Does the caption, the corner, the heading above or a label speak of caseloads?
fn names_caseload(
    lower: &str,
    table: &Table,
    title: &Title,
    (rows, cols): (&[Meaning], &[Meaning]),
    setting: &Setting,
) -> bool {
    // The first lines of the table: a caption glued to it.
    let top = lower.get(table.span.range()).and_then(|text| text.lines().next()).is_some_and(|text| {
        let clause = Clause::read(text, text, Span::new(0..text.len()));
        super::says_caseload(&clause, &CASELOAD.terms.find(&clause.tokens))
    });
    let count = |wanted: &dyn Fn(&Meaning) -> bool| rows.iter().chain(cols).filter(|m| wanted(m)).count();
    let (places, periods) = (count(&|m| m.place.is_some()), count(&|m| m.time.is_some()));
    let headed =
        (title.headed || setting.under_title) && (places >= 1 || periods >= 2 || count(&|m| m.measure.is_some()) >= 1);
    // The same groups as in a table just before, now with their staff or their cases.
    let groups =
        || rows.iter().filter(|m| m.group.as_ref().is_some_and(|group| setting.groups.contains(group))).count();
    let again = title.measure.is_some() && groups() >= 2 && groups() * 2 > rows.len();
    // "Sagstal pr. årsværk, Greve" right above "Sygedagpenge | 54" and the like.
    let near = title.headed && title.near && count(&|m| m.known) >= 2;
    title.named
        || near
        || top
        || (setting.speaks && places >= 2)
        || (setting.just_spoke && periods >= 2)
        || headed
        || again
}
