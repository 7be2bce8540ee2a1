//! What short headings of a table stand for, where a line over or under it says so: "St. = stadfæstet, A = afvist/bortfaldet".

use crate::extract::grid::{Heading, Line};
use crate::model::source::{Document, Table};
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
