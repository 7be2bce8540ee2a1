//! What must be known before caseloads are compared: missing cells, guidelines that fit in part or not at all.

use crate::chart::caseload::{Caseload, Range};
use crate::chart::words;
use crate::lang::{Lang, number};
use crate::model::period::Period;
use std::collections::BTreeSet;

/// The sentences, what matters most first.
#[must_use]
pub fn notes(caseload: &Caseload, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    let periods: BTreeSet<Period> = caseload.rows.iter().map(|row| row.period).collect();
    if periods.len() > 1 {
        let told: Vec<String> =
            caseload.rows.iter().map(|row| format!("{} {}", row.place, words::period(lang, row.period))).collect();
        notes.push(lang.text_with("chart-note-caseload-years", &[("groups", words::list(lang, &told, 10).into())]));
    }
    notes.extend(guidelines(caseload, lang));
    let missing = caseload.groups.iter().flat_map(|group| group.values.iter()).filter(|value| value.is_none()).count();
    if missing > 0 {
        notes.push(lang.text_with("chart-note-missing", &[("n", missing.into())]));
    }
    notes
}

fn guidelines(caseload: &Caseload, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    let banded: Vec<(&str, &Range)> =
        caseload.groups.iter().filter_map(|group| Some((group.name.as_str(), group.range.as_ref()?))).collect();
    let mut quoted: Vec<(&str, &str)> =
        banded.iter().map(|(_, range)| (range.issuer.as_str(), range.quoted.as_str())).collect();
    quoted.sort_unstable();
    quoted.dedup();
    for (issuer, quoted) in quoted {
        let values = [("issuer", issuer.into()), ("quoted", quoted.into())];
        notes.push(lang.text_with("chart-note-guideline", &values));
    }
    let narrower: Vec<String> = banded
        .iter()
        .filter(|(_, range)| range.narrower)
        .map(|(group, range)| {
            let values = [("label", range.label.as_str().into()), ("group", (*group).into())];
            lang.text_with("chart-narrower", &values)
        })
        .collect();
    if !narrower.is_empty() {
        notes.push(lang.text_with("chart-note-narrower", &[("list", narrower.join("; ").into())]));
    }
    for range in &caseload.joint {
        let values = [("label", range.label.as_str().into()), ("range", span(lang, range).into())];
        notes.push(lang.text_with("chart-note-joint", &values));
    }
    notes
}

/// "35–50".
#[must_use]
pub fn span(lang: Lang, range: &Range) -> String {
    let end = |value: crate::chart::caseload::Value| number::format(lang, value.value, usize::from(value.decimals));
    format!("{}\u{2013}{}", end(range.low), end(range.high))
}

#[cfg(test)]
mod tests {
    use crate::chart::{Choice, View, build, fixture};
    use crate::lang::Lang;

    #[test]
    fn guidelines_and_gaps_are_said() {
        let readings = [fixture::caseload_table()];
        let choice = Choice { view: View::Caseload, ..Choice::default() };
        let notes = build(&fixture::numbered(&readings), &choice, Lang::Da).head.notes;
        for told in ["Dansk Socialrådgiverforening", "5.9.2022", "Ressourceforløb, fleksjob mm (30–45)", "3 felter"]
        {
            assert!(notes.iter().any(|note| note.contains(told)), "{told}: {notes:#?}");
        }
    }
}
