//! What the labels of a table's rows and columns say beside each other: areas, short words, sums, mixtures and differences.

use super::above::introduction;
use super::counts::count_cases;
use super::label::rate_of;
use super::legend::Legend;
use super::meaning::{Meaning, meaning};
use super::setting::{ALL, Setting};
use crate::data::words::WORDS;
use crate::extract::axis::{self, Time};
use crate::extract::grid::{Grid, Heading, Line};
use crate::model::figure::Measure;
use crate::model::source::{Document, Span, Table};
use crate::text::lower::aligned;
use crate::text::token::tokens;

/// What the labels of a table's rows and of its columns say.
pub(super) fn meanings(
    document: &Document,
    lower: &str,
    table: &Table,
    grid: &Grid,
    setting: &Setting,
) -> (Vec<Meaning>, Vec<Meaning>) {
    let by_unit = lists_units(&grid.corner);
    let all = |lines: &[Line], by_unit| -> Vec<Meaning> {
        lines.iter().map(|line| meaning(document, table, line, setting, by_unit)).collect()
    };
    let legend = Legend::of(document, table);
    let (mut rows, mut cols) = (all(&legend.write_out(&grid.rows), by_unit), all(&legend.write_out(&grid.cols), false));
    settle_short_words(&mut rows);
    settle_short_words(&mut cols);
    let counted = |lines: &mut [Meaning], labels: &[Line], of_columns| {
        for (line, label) in lines.iter_mut().zip(labels).filter(|(line, _)| line.measure.is_none() && !line.share) {
            line.counts = count_cases(label, of_columns);
        }
    };
    share_what_stands_before(&mut cols);
    share_the_time(&rows, &mut cols);
    let caption = introduction(document, lower, table).map(|span| axis::read(&document.one_line(span), Time::of));
    if let Some(part) = caption.filter(Time::is_part_alone) {
        // "Omgørelsesprocent, 1. halvår" over columns of years: that half of each year.
        let timed = rows.iter_mut().chain(&mut cols).filter(|line| line.time.is_some());
        timed.for_each(|line| line.time = line.time.or(part));
    }
    let placed = |lines: &[Meaning]| lines.iter().any(|line| line.place.is_some());
    if !placed(&rows) {
        rate_of_the_compared(&mut cols);
    }
    if !placed(&cols) {
        rate_of_the_compared(&mut rows);
    }
    settle_general_map(&mut rows);
    settle_general_map(&mut cols);
    end_groups_at_second_sums(&mut rows);
    widen_sums(&mut rows, &setting.scope());
    set_mixtures_aside(&mut rows, &grid.rows);
    set_mixtures_aside(&mut cols, &grid.cols);
    set_differences_aside(&mut rows);
    set_differences_aside(&mut cols);
    counted(&mut rows, &grid.rows, false);
    counted(&mut cols, &grid.cols, true);
    count_what_stands_beside(&mut cols);
    // Beside what the municipality did itself, complaints "received" are those that it received.
    if rows.iter().chain(&cols).any(|m| m.own_work) {
        for line in rows.iter_mut().chain(&mut cols) {
            if line.own_work || line.measure == Some(Measure::Received) && !line.names_board {
                *line = Meaning { beside: true, ..Meaning::default() };
            }
        }
    }
    (rows, cols)
}

/// "Social | Børnehandicap | Voksenhandicap": beside the two special maps of Denmark the third is the general one.
fn settle_general_map(lines: &mut [Meaning]) {
    let special = |area: &str| lines.iter().any(|line| line.scope.as_deref() == Some(area));
    if !special("SEL børnehandicap") || !special("SEL voksenhandicap") {
        return;
    }
    let general = |unit: &Heading| {
        let name = unit.text.to_lowercase();
        matches!(name.as_str(), "social" | "socialt" | "generelt" | "generel" | "det generelle kort" | "generelle kort")
    };
    for line in lines.iter_mut().filter(|line| line.scope.is_none() && line.unit.as_ref().is_some_and(general)) {
        line.unit = None;
        line.scope = Some("SEL".to_owned());
    }
}

/// "St. | Ændr. | Hjemv. | Omg. %": beside the other outcomes the one that is left, and the rate of those that were
/// reversed.
fn settle_short_words(lines: &mut [Meaning]) {
    let has = |measure: &Measure| lines.iter().any(|line| line.measure.as_ref() == Some(measure));
    if !has(&Measure::Remanded) {
        return;
    }
    let (upheld, rate) = (has(&Measure::Upheld), has(&Measure::ReversalRate));
    for line in lines.iter_mut().filter(|line| line.measure.is_none()) {
        let short = line.unit.as_ref().map(|unit| unit.text.trim_end_matches(['.', ' ', '%']).to_lowercase());
        let measure = match short.as_deref() {
            Some("st") if !upheld && !line.share => Measure::Upheld,
            Some("omg") if !rate && line.share => Measure::ReversalRate,
            _ => continue,
        };
        *line = Meaning { measure: Some(measure), sure: true, unit: None, ..std::mem::take(line) };
    }
}

/// "Alle sager i alt" below serviceloven and other laws, in an item on serviceloven: of all laws.
fn widen_sums(rows: &mut [Meaning], of_item: &str) {
    let laws = || rows.iter().filter_map(|row| row.scope.as_deref()?.split([' ', '§']).next());
    let several = laws().any(|law| law == of_item) && laws().any(|law| law != of_item);
    for row in rows.iter_mut().filter(|row| several && row.total && row.scope.is_none() && row.unit.is_none()) {
        row.scope = Some(ALL.to_owned());
    }
}

/// "I alt" under a group, and right under it "I alt" again: the second is of all groups.
fn end_groups_at_second_sums(lines: &mut [Meaning]) {
    for at in 1..lines.len() {
        let again = lines[at].total && lines[at - 1].total && lines[at].unit.is_some();
        if again && lines[at].unit == lines[at - 1].unit {
            lines[at].unit = None;
        }
    }
}

/// "Bortfald/andet" beside "Afvist/henvist": not that outcome alone.
fn set_mixtures_aside(lines: &mut [Meaning], labels: &[Line]) {
    let mixed = |label: &Line| {
        let last = label.headings.last().map(|heading| heading.text.to_lowercase());
        last.is_some_and(|text| text.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "andet" | "andre")))
    };
    let mixed: Vec<bool> = labels.iter().map(mixed).collect();
    for at in 0..lines.len() {
        let same = |other: usize| other != at && !mixed[other] && lines[other].measure == lines[at].measure;
        if mixed[at] && lines[at].measure.is_some() && (0..lines.len()).any(same) {
            lines[at] = Meaning { beside: true, ..Meaning::default() };
        }
    }
}

/// "2021 | 2022 | Ændring": where no other outcome stands on its side, a change is a difference.
fn set_differences_aside(lines: &mut [Meaning]) {
    let is_sister = |m: &Meaning| {
        use Measure::{Remanded, RemandedRate, Upheld, UpheldRate};
        matches!(m.measure, Some(Upheld | UpheldRate | Remanded | RemandedRate))
    };
    if !lines.iter().any(is_sister) {
        for line in lines.iter_mut().filter(|line| line.change) {
            *line = Meaning { beside: true, ..Meaning::default() };
        }
    }
}

/// "Afgjorte sager 2020 | Omgørelsesprocent": the one time that columns name is that of all of them. When cases were
/// pending says nothing of the others.
fn share_the_time(rows: &[Meaning], cols: &mut [Meaning]) {
    let counts = |measure: &Option<Measure>| measure.as_ref().is_some_and(|measure| *measure != Measure::Pending);
    let mut times = cols.iter().filter(|col| col.time.is_some()).map(|col| (col.time, counts(&col.measure)));
    let Some((time, true)) = times.next() else { return };
    let one = times.all(|other| other == (time, true)) && rows.iter().all(|row| !row.time.is_some());
    if one {
        cols.iter_mut().filter(|col| col.measure.is_some()).for_each(|col| col.time = time);
    }
}

/// "Stadfæstet | Pct.": a column that only says "percent" is the share of the column before it.
fn share_what_stands_before(cols: &mut [Meaning]) {
    for at in 1..cols.len() {
        let only_share = Meaning { share: true, ..Meaning::default() };
        if cols[at] == only_share && cols[at - 1].measure.as_ref().is_some_and(|measure| rate_of(measure).is_some()) {
            cols[at] = Meaning { share: true, ..cols[at - 1].clone() };
        }
    }
}

/// "Socialområdet | Antal sager | Børnehandicap | Antal sager": columns that say of nothing that they count it count what
/// the column before each is of, or the one behind each, where the table begins with such a column.
fn count_what_stands_beside(cols: &mut [Meaning]) {
    let said = |m: &Meaning| m.scope.is_some() || m.place.is_some() || m.time.is_some();
    let counts = |m: &Meaning| m.counts || matches!(m.measure, Some(Measure::Decided | Measure::Considered));
    let bare: Vec<usize> = (0..cols.len()).filter(|&at| counts(&cols[at]) && !said(&cols[at])).collect();
    let first = cols.iter().position(|m| counts(m) || said(m));
    let leads = bare.first().is_some_and(|&at| first == Some(at));
    let beside = |at: usize| if leads { Some(at + 1) } else { at.checked_sub(1) };
    let of: Option<Vec<usize>> = bare.iter().map(|&at| beside(at)).collect();
    let Some(of) = of.filter(|of| of.len() > 1) else { return };
    let of_one = |at: &usize| cols.get(*at).is_some_and(|m| said(m) && !counts(m) && !m.beside && m.unit.is_none());
    if bare.iter().any(|&at| cols[at].unit.is_some()) || !of.iter().all(of_one) {
        return;
    }
    for (at, of) in bare.into_iter().zip(of) {
        let (scope, place, time) = (cols[of].scope.clone(), cols[of].place.clone(), cols[of].time);
        (cols[at].scope, cols[at].place, cols[at].time) = (scope, place, time);
    }
}

/// "Omgørelsesprocent | Landsgennemsnit": lines that only say whose and when they are have the rate of the line before
/// them; of rates from several years only where they say when.
fn rate_of_the_compared(lines: &mut [Meaning]) {
    let compared: Vec<bool> = lines
        .iter()
        .map(|m| m.place.is_some() && *m == Meaning { place: m.place.clone(), time: m.time, ..Meaning::default() })
        .collect();
    let is_rate = |m: &Meaning| m.measure.as_ref().is_some_and(|measure| rate_of(measure).as_ref() == Some(measure));
    let before = |at: usize| compared[..at].iter().rposition(|compared| !compared).filter(|at| is_rate(&lines[*at]));
    let mut times: Vec<Time> = lines.iter().filter(|m| is_rate(m)).map(|m| m.time).collect();
    times.dedup();
    let settled = (0..lines.len()).all(|at| match (compared[at], before(at)) {
        (true, Some(_)) => times.len() == 1 || lines[at].time.is_some(),
        (true, None) => false,
        (false, _) => lines[at].place.is_none(),
    });
    let whose: Vec<(usize, usize)> =
        (0..lines.len()).filter(|at| settled && compared[*at]).filter_map(|at| Some((at, before(at)?))).collect();
    for (at, rate) in whose {
        let Meaning { place, time, .. } = std::mem::take(&mut lines[at]);
        lines[at] = Meaning { place, time: time.or(lines[rate].time), ..lines[rate].clone() };
    }
}

/// "Afdeling" over the labels of the rows: they name parts of the organisation, also where they sound like areas.
fn lists_units(corner: &Heading) -> bool {
    let lower = aligned(&corner.text);
    let mut tokens = tokens(&corner.text, &lower, Span::new(0..corner.text.len())).into_iter();
    tokens.next().is_some_and(|first| WORDS.lists.units.has(&first))
}
