//! What short headings of a table, and letters beside numbers, stand for, where a line over or under them says so:
//! "St. = stadfæstet, A = afvist/bortfaldet", and "Aktivloven: 12 sager (St. 9, A 3)".

use super::label::{LabelKind, labels};
use crate::extract::axis;
use crate::extract::clause::Clause;
use crate::extract::grid::{Heading, Line};
use crate::model::figure::Measure;
use crate::model::source::{Document, Span, Table};
use crate::text::token::Token;
use std::borrow::Cow;

/// A heading that is longer needs none, in characters.
const LONGEST: usize = 8;

/// The short headings of a table with what they stand for.
pub(super) struct Legend<'d>(Vec<(&'d str, &'d str)>);

impl<'d> Legend<'d> {
    pub fn of(document: &'d Document, table: &Table) -> Self {
        let before = document.text.get(..table.span.start as usize).unwrap_or_default();
        let behind = document.text.get(table.span.end as usize..).unwrap_or_default();
        let above = before.trim_end().lines().next_back();
        let below = behind.lines().map(str::trim).find(|line| !line.is_empty());
        Self(above.into_iter().chain(below).flat_map(pairs).collect())
    }

    /// The lines with their headings written out.
    pub fn write_out<'l>(&self, lines: &'l [Line]) -> Cow<'l, [Line]> {
        if self.0.is_empty() {
            return Cow::Borrowed(lines);
        }
        let mut out = lines.to_vec();
        for heading in out.iter_mut().flat_map(|line| &mut line.headings) {
            if let Some(meant) = self.meant(heading) {
                meant.clone_into(&mut heading.text);
            }
        }
        Cow::Owned(out)
    }

    fn meant(&self, heading: &Heading) -> Option<&'d str> {
        let short = heading.text.trim().trim_end_matches('.');
        self.0.iter().find(|(name, _)| *name == short).map(|(_, meant)| *meant)
    }
}

/// The letters of an item that stand for outcomes, each with the usual word for its outcome.
#[derive(Default)]
pub(super) struct Letters<'d>(Vec<(&'d str, &'static str)>);

impl<'d> Letters<'d> {
    pub fn of(document: &'d Document, chapter: Span) -> Self {
        let lines = document.slice(chapter).lines().filter(|line| line.contains('='));
        let all = lines.flat_map(pairs).filter_map(|(name, meant)| Some((name, outcome(meant)?)));
        let all: Vec<_> = all.collect();
        Self(if all.len() > 1 { all } else { Vec::new() })
    }

    /// A sentence with the words for the letters that stand beside its numbers: "S 29", "29 S", "S: 29".
    pub fn write_out<'a>(&self, clause: &Clause<'a>) -> Option<Clause<'a>> {
        if self.0.is_empty() {
            return None;
        }
        let number = |at: Option<usize>| at.and_then(|at| clause.tokens.get(at)).is_some_and(|t| t.number().is_some());
        let sign = |t: &Token<'_>| [':', '=', '.', '('].iter().any(|sign| t.is_symbol(*sign));
        let beside = |at: usize| {
            let next = (at + 1..at + 3).find(|&next| !clause.tokens.get(next).is_some_and(sign));
            number(next) || number(at.checked_sub(1))
        };
        clause.written(|at, printed| {
            let known = self.0.iter().find(|(name, _)| *name == printed);
            known.filter(|_| beside(at)).map(|(_, word)| *word)
        })
    }
}

/// The usual word for the one outcome that a few words name.
fn outcome(meant: &str) -> Option<&'static str> {
    let named = axis::read(meant, labels);
    let [only] = &named[..] else { return None };
    match only.measure {
        Measure::Upheld => Some("stadfæstet"),
        Measure::Changed => Some("ændret"),
        Measure::Remanded => Some("hjemvist"),
        Measure::Dismissed => Some("afvist"),
        Measure::Reversed => Some("omgjort"),
        _ => None,
    }
    .filter(|_| only.kind == LabelKind::Outcome)
}

/// "A = afvist/bortfaldet; H = hjemvist.": the pairs of a line.
fn pairs(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts: Vec<&str> = line.split('=').collect();
    let pair = |at: usize| {
        let before = parts[at].trim_end().trim_end_matches('.');
        let name = before.rsplit(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(')).next()?;
        let meant = parts[at + 1].split([',', ';', '.', ')', '(']).next()?.trim();
        let fits = (1..=LONGEST).contains(&name.chars().count()) && meant.chars().any(char::is_alphabetic);
        fits.then_some((name, meant))
    };
    (0..parts.len().saturating_sub(1)).filter_map(pair).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::pairs;
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn letters_beside_numbers_are_outcomes() {
        let figures = ["decided 12", "upheld 8", "remanded 3", "changed 1"].map(|f| format!("Greve 2021 LAS {f}"));
        let legend = "I 2021 fordeler sagerne sig sådan på lovene (S = stadfæstet, H = hjemvist, Æ = ændret/ophævet):";
        for line in [
            "Aktivloven: 12 sager (S 8, H 3, Æ 1)",
            "Aktivloven: 12 sager (8 S, 3 H, 1 Æ)",
            "Aktivloven: 12 sager (S: 8, H: 3, Æ: 1)",
            "- Aktivloven: 12 sager, S = 8, H = 3, Æ = 1",
        ] {
            assert_eq!(stated(&format!("{legend}\n\n{line}")), figures, "{line}");
            let behind = legend.replace(", H =", "; H =").replace("):", ").");
            assert_eq!(stated(&format!("{line}\n\n{behind}"))[1..], figures[1..], "{line}");
        }
        // Without a line that says so they are nothing.
        assert_eq!(stated("Aktivloven: 12 sager i 2021 (S 8, H 3, Æ 1)").len(), 0);
    }

    #[test]
    fn lines_say_what_letters_stand_for() {
        for (line, expected) in [
            ("Tabellen viser 2021. A = afvist/bortfaldet.", vec![("A", "afvist/bortfaldet")]),
            ("S. = stadfæstet, Æ = ændret; H=hjemvist", vec![("S", "stadfæstet"), ("Æ", "ændret"), ("H", "hjemvist")]),
            ("i alt 12 + 3 = 15", vec![]),
        ] {
            assert_eq!(pairs(line).collect::<Vec<_>>(), expected, "{line}");
        }
    }
}
