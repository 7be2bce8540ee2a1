//! Headings of parts of the organisation that no law names: "Jobcenter", "Børn og Handicap". What stands under them is
//! of those parts where together they make up what was stated before, and else of nobody can tell whom.

use super::committee::is_committee;
use super::setting::ALL;
use crate::model::figure::{Doubt, Figure, Measure, Place, Unit};
use crate::model::period::Period;
use crate::model::source::{Document, Span};
use std::collections::BTreeMap;

/// The headings of a chapter that say of no part of the law that what follows is of it.
#[derive(Default)]
pub(super) struct Sections {
    /// Where the heading stands, and how many figures were found before it; `None` where it names a part.
    headings: Vec<(Option<Span>, usize)>,
}

/// A heading and the figures under it.
type Section = (Option<Span>, std::ops::Range<usize>);

type Key = (Option<Place>, Option<Period>, String);

fn key(figure: &Figure) -> Key {
    (figure.place.clone(), figure.period, figure.scope.clone())
}

impl Sections {
    pub(super) fn enter(&mut self, heading: Option<Span>, found: usize) {
        self.headings.push((heading, found));
    }

    /// Gives the figures under each heading the part that it names, or doubts that they are of all.
    pub(super) fn settle(self, document: &Document, figures: &mut [Figure]) {
        self.name_parts(document, figures);
        self.doubt_repeated(figures);
    }

    /// "Psykiatri" over "Stadfæstet: 18, Hjemvist: 6", and "Hjælpemidler" over the same measures with other numbers: of no part
    /// that is known, and not both of all.
    fn doubt_repeated(&self, figures: &mut [Figure]) {
        // A short line with a number looks like a heading too.
        let states = |(heading, first): &&(Option<Span>, usize)| {
            let source = figures.get(*first).and_then(Figure::source);
            heading.zip(source).is_some_and(|(span, source)| span.contains(source.value))
        };
        let titles: Vec<(Option<Span>, usize)> = self.headings.iter().filter(|entry| !states(entry)).copied().collect();
        let ends = titles.iter().skip(1).map(|(_, first)| *first).chain([figures.len()]);
        let ranges = titles.iter().zip(ends).map(|((heading, first), end)| (*heading, *first..end));
        let lists: Vec<std::ops::Range<usize>> =
            ranges.filter(|(heading, range)| heading.is_some() && range.len() > 1).map(|(_, range)| range).collect();
        for pair in lists.windows(2) {
            let (first, second) = (&figures[pair[0].clone()], &figures[pair[1].clone()]);
            let counts = |f: &&Figure| f.unit == Unit::Count;
            let other = |f: &&Figure| {
                let same = |one: &&Figure| one.measure == f.measure && key(one) == key(f);
                first.iter().filter(same).any(|one| (one.value - f.value).abs() > 1e-6)
                    && !first.iter().filter(same).any(|one| (one.value - f.value).abs() < 1e-6)
            };
            let others = second.iter().filter(counts).filter(other).count();
            if others < 3 || 2 * others <= second.iter().filter(counts).count() {
                continue;
            }
            let alike = first.len() == second.len() && first.iter().zip(second).all(|(a, b)| a.measure == b.measure);
            let from = if alike { pair[0].start } else { pair[1].start };
            figures[from..pair[1].end].iter_mut().for_each(|f| f.doubt(Doubt::Scope));
        }
    }

    fn name_parts(&self, document: &Document, figures: &mut [Figure]) {
        let ends = self.headings.iter().skip(1).map(|(_, first)| *first).chain([figures.len()]);
        let sections: Vec<Section> =
            self.headings.iter().zip(ends).map(|((heading, first), end)| (*heading, *first..end)).collect();
        // "4.1 Visitationen" names a department, which has its figures: a part of the same whole.
        let totals = |heading: &Option<Span>, range: std::ops::Range<usize>, figures: &[Figure]| {
            let is_total = |f: &&Figure| f.measure == Measure::Decided && f.is_certain() && !f.is_nation();
            let own = |f: &Figure| heading.is_some_and(|span| document.one_line(span).contains(f.scope.as_str()));
            let whole = |f: &Figure| if own(f) { (f.place.clone(), f.period, ALL.to_owned()) } else { key(f) };
            figures[range].iter().find(is_total).map(|f| (whole(f), f.value))
        };
        // The parts of one whole, by whose and when they are.
        let mut parts: BTreeMap<Key, Vec<(usize, f64)>> = BTreeMap::new();
        for (at, (heading, range)) in sections.iter().enumerate() {
            if let Some((key, value)) = totals(heading, range.clone(), figures).filter(|_| heading.is_some()) {
                parts.entry(key).or_default().push((at, value));
            }
        }
        // What was stated of each first, and where.
        let mut wholes: BTreeMap<Key, (usize, f64)> = BTreeMap::new();
        for (at, figure) in
            figures.iter().enumerate().filter(|(_, f)| !parts.is_empty() && f.measure == Measure::Decided)
        {
            wholes.entry(key(figure)).or_insert((at, figure.value));
        }
        for (of, mut parts) in parts {
            let before = sections[parts[0].0].1.start;
            // "Socialudvalget 42" in a table of committees, and headings of its departments behind that make 42.
            let all: f64 = parts.iter().map(|(_, value)| value).sum();
            let committees =
                figures[..before].iter().filter(|f| f.measure == Measure::Decided && is_committee(&f.scope));
            let mut committees = committees.filter(|f| f.place == of.0 && f.period == of.1 && f.is_certain());
            if parts.len() > 1 && of.2 == ALL && committees.any(|f| (f.value - all).abs() < 1e-6) {
                for (at, _) in parts {
                    name(document, &sections[at], &of, figures);
                }
                continue;
            }
            let whole = wholes.get(&of).filter(|(at, _)| *at < before);
            // The whole may stand under a heading of its own: "Sagsfremstilling".
            let whole = whole.map(|(_, value)| *value).or_else(|| (parts.len() > 1).then(|| parts.remove(0).1));
            let several = parts.len() > 1;
            let sum: f64 = parts.iter().map(|(_, value)| value).sum();
            let proven = several && whole.is_some_and(|whole| (whole - sum).abs() < 1e-6);
            let less = several && whole.is_some_and(|whole| parts.iter().all(|(_, value)| *value < whole));
            if !(proven || less) {
                continue;
            }
            for (at, _) in parts {
                if proven {
                    name(document, &sections[at], &of, figures);
                } else {
                    let range = sections[at].1.clone();
                    figures[range].iter_mut().filter(|f| key(f) == of).for_each(|f| f.doubt(Doubt::Scope));
                }
            }
        }
    }
}

/// Gives what stands under a heading the part that the heading names.
fn name(document: &Document, section: &Section, of: &Key, figures: &mut [Figure]) {
    let (heading, range) = section;
    let Some(title) = heading.map(|span| document.one_line(span)) else { return };
    let title = title.trim_end_matches(':').trim();
    for figure in figures[range.clone()].iter_mut().filter(|f| key(f) == *of) {
        if figure.scope == ALL {
            title.clone_into(&mut figure.scope);
        } else {
            figure.scope = format!("{} · {title}", figure.scope);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn headings_that_make_a_committee_s_total_are_its_parts() {
        let table = "Tabel 1. Ankestyrelsens afgørelser i 2021 fordelt på udvalg\n\nUdvalg\tStadfæstet\tHjemvist\tI alt\n\
            Socialudvalget\t14\t6\t20\nBørneudvalget\t30\t10\t40\nI alt\t44\t16\t60\n\n";
        let text = |second: u8| {
            format!(
                "{table}Omgørelsesprocenten i 2021 er 27.\n\nVisitationen\nAnkestyrelsen har truffet 12 afgørelser. 9 er \
                 stadfæstet, og 3 er hjemvist.\n\nHjælpemidler\nAnkestyrelsen har truffet {second} afgørelser.\n"
            )
        };
        let made = stated(&text(8));
        for expected in ["Visitationen decided 12", "Visitationen upheld 9", "Hjælpemidler decided 8"] {
            assert!(made.contains(&format!("Greve 2021 {expected}")), "{expected}: {made:?}");
        }
        let other = stated(&text(9));
        assert!(other.contains(&"Greve 2021 Alle decided 9?".to_owned()), "{other:?}");
    }

    #[test]
    fn lists_under_unknown_headings_that_contradict_each_other_are_in_doubt() {
        let text = "Antal afgørelser fra Ankestyrelsen i 2021:\n\nPsykiatri\nStadfæstet: 18\nHjemvist: 6\nÆndret: 2\n\n\
            Hjælpemidler\nStadfæstet: 9\nHjemvist: 2\nÆndret: 0\n";
        let found = stated(text);
        assert!(found.len() == 6 && found.iter().all(|row| row.ends_with('?')), "{found:?}");
    }
}
