//! What stands in parentheses behind a table's values: "38 % (61)" is a rate with its base where the words over the table
//! speak of cases, "38 % (34 %)" one with that of another year or place where they name it.

use super::above::{line_above, line_before, line_below};
use super::announced::note_parentheses;
use super::setting::{Aside, Setting};
use crate::data::words::Tag;
use crate::extract::axis::Time;
use crate::extract::clause::Clause;
use crate::extract::grid::{Content, Entry, Grid};
use crate::model::figure::Place;
use crate::model::period::Period;
use crate::model::source::{Document, Span, Table};
use crate::text::lower::aligned;
use crate::text::sentence::sentences;

/// What a table says of all its parentheses.
pub(super) struct Parentheses {
    /// They hold the cases behind the rates.
    pub bases: bool,
    /// They hold values of another year.
    year: Option<Period>,
    /// They hold values of another place.
    place: Option<Place>,
    /// A stroke stands between two values.
    strokes: bool,
}

/// What the second value of a cell is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Second {
    /// The base of the rate before it, for all one knows.
    Base,
    Year(Period),
    Place(Place),
}

impl Parentheses {
    pub fn read(document: &Document, lower: &str, table: &Table, grid: &Grid, setting: &Setting) -> Self {
        let over =
            || table.caption.into_iter().chain(line_above(document, table)).chain(grid.corner.spans.iter().copied());
        let said = |span: Span| lower.get(span.range()).is_some_and(says_bases);
        let bases = over().chain(line_below(document, table)).any(said)
            || grid.cols.iter().any(|line| says_bases(&aligned(&line.text())));
        let noted = |clause: &Clause<'_>| {
            let mut noted = Setting { in_parentheses: None, ..setting.clone() };
            note_parentheses(clause, &mut noted);
            noted.in_parentheses
        };
        let year = |span: Span| {
            let clause = Clause::read(&document.text, lower, span);
            match noted(&clause) {
                Some(Aside::Period(period)) => Some(period),
                _ => Time::in_parentheses(&clause),
            }
        };
        // "Landsgennemsnittet er angivet i parentes.", also over the caption.
        let place = |span: Span| match noted(&Clause::read(&document.text, lower, span)) {
            Some(Aside::Place(place)) => Some(place),
            _ => None,
        };
        let above_caption = table.caption.and_then(|caption| line_before(document, caption.start));
        let told = over().chain(above_caption).chain(line_below(document, table));
        let strokes =
            grid.entries.iter().any(|entry| entry.contents.len() == 2 && document.slice(entry.span).contains('/'));
        let behind = |span: Span| behind_stroke(&Clause::read(&document.text, lower, span), setting);
        let place = told.flat_map(|line| sentences(&document.text, line)).find_map(|span| match place(span) {
            None if strokes => behind(span),
            found => found,
        });
        // "2020 / 2021": which of them is the table's, the text need not say.
        let year = over().find_map(year).filter(|year| !strokes || setting.period().is_some_and(|own| *year < own));
        Self { bases, year, place, strokes }
    }

    /// "31 / 28", and no word for what stands behind the stroke?
    pub fn are_open(&self, entry: &Entry, second: Option<&Second>) -> bool {
        self.strokes && second.is_none() && entry.contents.len() == 2
    }

    /// What the second value of a cell is, where it stands under `labelled`, the year that its own label names; `rate`
    /// where the first is a reversal rate.
    pub fn second(&self, entry: &Entry, labelled: Option<Period>, rate: bool) -> Option<Second> {
        let [Content::Value { percent: first, decimals: tenths, .. }, Content::Value { percent, decimals, .. }] =
            entry.contents[..]
        else {
            return None;
        };
        // "55 (67 %)": a count and its share.
        if !first && percent {
            return None;
        }
        let year = labelled.or(self.year).filter(|_| !self.bases);
        let shares = (first || tenths > 0, percent || decimals > 0);
        // Of two that are alike; a rate's base is of its own place.
        if let Some(place) = self.place.clone().filter(|_| year.is_none() && !self.bases && first == percent) {
            return Some(Second::Place(place));
        }
        year.map(Second::Year).or_else(|| (rate && shares == (true, false)).then_some(Second::Base))
    }
}

/// "Omgørelsesprocenter (Greve / hele landet)", "kommunen/landet": whose the values behind the strokes are, where those
/// in front are one's own.
fn behind_stroke(clause: &Clause<'_>, setting: &Setting) -> Option<Place> {
    let own = clause.terms_where(|tag| *tag == Tag::Own).map(|hit| hit.end);
    let here = clause.places.iter().filter(|hit| Some(&hit.tag) == setting.own.as_ref()).map(|hit| hit.end);
    let stroke = own.chain(here).find(|&end| clause.tokens.get(end).is_some_and(|t| t.is_symbol('/')))?;
    let nation = clause.terms_where(|tag| *tag == Tag::Nation).map(|hit| (hit.start, Place::NATION));
    let mut places = nation.chain(clause.places.iter().map(|hit| (hit.start, hit.tag.clone())));
    places.find(|(start, _)| *start == stroke + 1).map(|(_, place)| place)
}

/// "Omgørelsesprocent 2021 (antal sager)", "Antallet af sager står i parentes.": do the words over a table say that the
/// cases behind its rates stand in parentheses?
fn says_bases(text: &str) -> bool {
    let counts = |words: &str| ["antal", "sager", "afgørelser"].iter().any(|word| words.contains(word));
    let others = |words: &str| ["klager", "modtag", "tidligere"].iter().any(|word| words.contains(word));
    let enclosed = text.split('(').skip(1).filter_map(|rest| rest.split_once(')')).map(|(inside, _)| inside);
    let told = text.split(['.', ',', ';', '(', ')']).filter(|part| part.contains("parentes"));
    enclosed.chain(told).any(|words| counts(words) && !others(words))
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    #[test]
    fn parentheses_hold_what_the_words_over_the_table_say() {
        for (head, rows, expected) in [
            ("Omgørelsesprocent 2021 (antal sager)", "Lov\tProcent\nLAB\t38 % (61)\nSEL\t25 % (116)", "38 61 25 116"),
            ("Antallet af sager står i parentes.", "Lov\tOmgørelsesprocent\nLAB\t38 % (6)\nSEL\t25 % (8)", "38 6 25 8"),
            ("Afgørelser", "Lov\tOmgørelsesprocent\nLAB\t38 % (6)\nSEL\t25 % (8)", "38 6? 25 8?"),
            (
                "Tabellen viser omgørelsesprocenten. Tal i parentes er landsgennemsnittet.",
                "Lov\t2021\nLAB\t38 % (36 %)\nSEL\t25 % (31 %)",
                "38 n36 25 n31",
            ),
            ("Tallene for 2021", "Lov\tOmgørelsesprocent\nLAB\t38 % (36 %)\nSEL\t25 % (31 %)", "38? 36? 25? 31?"),
            ("Afgørelser", "Udfald\t2021 (2020)\nStadfæstet\t31 (28)\nHjemvist\t9 (11)", "31 -28 9 -11"),
            (
                "Afgørelser 2021 (2020 i parentes)",
                "Udfald\tAntal\nStadfæstet\t31 (28)\nHjemvist\t9 (11)",
                "31 -28 9 -11",
            ),
            ("Afgørelser 2021 / 2020", "Udfald\tAntal\nStadfæstet\t31 / 28\nHjemvist\t9 / 9", "31 -28 9 -9"),
            ("Afgørelser", "Udfald\t2021 / 2020\nStadfæstet\t31 / 28\nHjemvist\t9/9", "31 -28 9 -9"),
            ("Afgørelser", "Udfald\tAntal\nStadfæstet\t31 / 28\nHjemvist\t9 / 9", "31? 28? 9? 9?"),
            (
                "Omgørelsesprocenter 2021 (Greve / hele landet):",
                "Lov\tProcent\nLAB\t38,1 / 36,0\nSEL\t25,0 / 31,2",
                "38.1 n36 25 n31.2",
            ),
            ("Afgørelser 2021", "Udfald\tAntal\nStadfæstet\t31 (78 %)\nHjemvist\t9 (22 %)", "31 78 9 22"),
        ] {
            let page = format!(
                "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen 2021\n\n{head}\n\n{rows}\n"
            );
            let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
            let show = |f: &crate::model::figure::Figure| {
                let before = if f.period.is_some_and(|period| period.to_string() == "2020") { "-" } else { "" };
                let before = if f.is_nation() { "n" } else { before };
                format!("{before}{}{}", f.value, if f.is_certain() { "" } else { "?" })
            };
            let found: Vec<String> = extract(&document).figures.iter().map(show).collect();
            assert_eq!(found.join(" "), expected, "{head}");
        }
    }
}
