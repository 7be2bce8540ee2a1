//! What the labels of a table of caseloads say: whose, when, of which group, and what is counted.

use super::caption::own_group;
use super::counted::counted_on;
use super::guideline;
use super::staff::proven_staff;
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::words::Tag;
use crate::extract::axis::{self, Beside, Time};
use crate::extract::clause::Clause;
use crate::extract::grid::{Entry, Grid, Line};
use crate::extract::quantity::is_range;
use crate::model::figure::{Measure, Place};
use crate::model::source::Span;
use crate::text::lower::aligned;

/// What a row's or column's labels say.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    pub place: Option<Place>,
    pub time: Time,
    pub measure: Option<Measure>,
    /// The label names caseloads and does not say whether for one employee.
    pub bare: bool,
    /// "I alt": over all groups.
    pub total: bool,
    /// "I alt" under a group's label: over that group.
    pub within: bool,
    /// The label names what was done with complaints.
    pub of_appeals: bool,
    pub group: Option<String>,
    /// The label names a target group that is known.
    pub known: bool,
    /// The label measures the caseload of its own group: "Sager pr. sagsbehandler, sygedagpenge".
    pub own_group: bool,
    /// The label measures something else.
    pub other: bool,
    /// A difference, a target, a rank: no figure of the table's.
    pub beside: bool,
    /// A mean without a place.
    pub nobodys: bool,
    /// Whose guideline the line gives.
    pub issuer: Option<String>,
}

/// "I alt" under each of several groups is of that group; a second one right under it is of all.
pub(super) fn settle_sums(lines: &mut [Meaning]) {
    let mut groups: Vec<&str> = lines.iter().filter(|m| m.within).filter_map(|m| m.group.as_deref()).collect();
    groups.dedup();
    let several = groups.len() > 1;
    let again: Vec<bool> = (0..lines.len())
        .map(|at| at > 0 && lines[at - 1].within && lines[at - 1].total && lines[at - 1].group == lines[at].group)
        .collect();
    for (line, again) in lines.iter_mut().zip(again) {
        line.within &= several && !again;
    }
}

/// "Sagsantal" beside "Sagsantal pr. årsværk" is how many cases there are, "Borgere" beside "Borgere pr. årsværk" too.
pub(super) fn settle_bare(lines: &mut [Meaning]) {
    let each = |m: &Meaning| m.measure == Some(Measure::CasesPerFte) && !m.bare;
    if lines.iter().any(each) {
        let plain = |group: &str| matches!(group.to_lowercase().as_str(), "borgere" | "familier" | "personer");
        let counts = |m: &Meaning| m.measure.is_none() && m.group.as_deref().is_some_and(plain);
        lines.iter_mut().filter(|m| m.bare || counts(m)).for_each(|m| m.measure = Some(Measure::TotalCases));
    }
}

/// "Medarbejdere" beside "Sager" and "Sager pr. medarbejder".
pub(super) fn settle_staff(grid: &Grid, rows: &mut [Meaning], cols: &mut [Meaning]) {
    for (lines, across) in [
        (rows, (|entry| (entry.row, entry.col)) as fn(&Entry) -> (usize, usize)),
        (cols, |entry| (entry.col, entry.row)),
    ] {
        let measures: Vec<Option<&Measure>> = lines.iter().map(|line| line.measure.as_ref()).collect();
        if let Some(staff) = proven_staff(grid, &measures, across) {
            lines[staff].measure = Some(Measure::Fte);
        }
    }
}

/// "Årsværk" and "Sager pr. årsværk" under the label of each of several groups are those groups' own.
pub(super) fn settle_measured(lines: &mut [Meaning]) {
    let under = |m: &Meaning| m.measure.is_some() && m.group.is_some() && !m.own_group && !m.total;
    let again = |one: &Meaning| {
        lines.iter().any(|other| under(other) && other.measure == one.measure && other.group != one.group)
    };
    let owned: Vec<bool> = lines.iter().map(|m| under(m) && again(m)).collect();
    for (line, owned) in lines.iter_mut().zip(owned) {
        line.own_group |= owned;
    }
}

fn issuer_free(meaning: &Meaning) -> bool {
    meaning.issuer.is_none() && meaning.measure == Some(Measure::CasesPerFte)
}

/// What the labels of a line say.
pub(super) fn meaning(line: &Line, own: Option<&Place>) -> Meaning {
    let mut out = Meaning::default();
    for heading in &line.headings {
        let (text, _) = axis::without_mark(heading.text.trim());
        let (text, counted) = counted_on(text);
        out.time = counted.unwrap_or_default().or(out.time);
        if text.is_empty() {
            continue;
        }
        let lower = aligned(text);
        let clause = Clause::read(text, &lower, Span::new(0..text.len()));
        // "Sygedagpenge | 35-50 | 41": a range behind the group's name is none, whatever it says.
        let plain_range = clause.tokens.len() == 3 && is_range(&clause.tokens, 0, 1);
        if plain_range && out.group.is_some() {
            continue;
        }
        let (time, place) = (Time::of(&clause), axis::place(&clause, own));
        let terms = CASELOAD.terms.find(&clause.tokens);
        out.beside |= match axis::stands_beside(&clause) {
            // A mean over the groups is what the table is about.
            Some(Beside::Nobodys) => {
                out.nobodys = place.is_none();
                CASELOAD.label(&lower).is_none()
                    && !super::has(&terms, &CaseloadTag::Caseload)
                    && !CASELOAD.is_sum_and_mean(lower.trim())
            }
            Some(Beside::Compared | Beside::Aimed) => true,
            None => false,
        };
        // "Sager 2018", "Sygedagpenge, Ishøj": what the label says beside where and when.
        let rest = axis::rest(text, &clause);
        out.of_appeals |= clause.has(|tag| matches!(tag, Tag::Outcome(_) | Tag::Rate(_)));
        out.beside |= clause.tokens.first().is_some_and(|t| t.word().is_some_and(|w| w.starts_with("ændring")));
        let plain = rest.to_lowercase();
        out.known |= terms.iter().any(|hit| hit.tag == CaseloadTag::Group);
        out.other |= clause.has_any(&CASELOAD.lists.other_measures) || text.contains('%');
        let issuer = guideline::label_issuer(&terms);
        let both = CASELOAD.is_sum_and_mean(&plain);
        let measure = CASELOAD.label(&plain).filter(|_| issuer.is_none() && !both);
        let named = place.is_some() || time.is_some();
        if measure.is_some() || issuer.is_some() {
            out.bare = measure.is_some() && CASELOAD.says_only_caseload(&plain);
            out.measure = measure.cloned().or(out.measure);
            out.issuer = issuer.or(out.issuer);
            let group = if issuer_free(&out) { own_group(&rest) } else { None };
            out.own_group = group.is_some();
            out.group = group.or(out.group);
        } else if both || CASELOAD.is_whole(&plain) {
            out.total = true;
            // "Jobcentret i alt" under the last group's rows is of all.
            let mut words = plain.split(|c: char| !c.is_alphanumeric());
            out.within = out.group.is_some() && !words.any(|word| CASELOAD.lists.summed.holds(word));
        } else if !(named && CASELOAD.says_nothing(&plain)) {
            out.group = Some(if named { rest } else { text.to_owned() });
        }
        out.time = time.or(out.time);
        out.place = place.or(out.place);
    }
    out
}
