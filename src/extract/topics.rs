//! Where a text holds the words without which a family of figures is not looked for, and names of places: found in one
//! pass.

use crate::data::caseload::CASELOAD;
use crate::data::finder::Finder;
use crate::data::indicators::INDICATORS;
use crate::data::words::WORDS;
use crate::extract::place;
use crate::model::source::Span;
use std::sync::LazyLock;

/// What a word shows that a text speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Appeals: the board or complaints to it, by a word that says so also as part of another, or only by itself
    /// ("styrelsen", not "kommunalbestyrelsen").
    Board {
        alone: bool,
    },
    /// An agency that is not the board, though its name begins as one of the board's does: "Styrelsen for ...".
    Agency,
    Caseload,
    /// Figures, diagrams and tables.
    Pictures,
    /// One of the other families, by a word that says so by itself or only beside another.
    Family {
        alone: bool,
    },
    /// A municipality or region, by its official name.
    Place(&'static str),
}

/// The words, with what each shows.
static FINDER: LazyLock<Finder<Topic>> = LazyLock::new(|| {
    let all = |words: &'static [String], topic| words.iter().map(move |word| (word.clone(), topic));
    let pictures = WORDS.lists.pictures.stems().map(|word| (word.clone(), Topic::Pictures));
    let families = INDICATORS.triggers.iter().map(|(word, alone)| (word.clone(), Topic::Family { alone: *alone }));
    let places = place::FORMS.iter().map(|(form, name)| (form.clone(), Topic::Place(name)));
    let board = WORDS.board_stems.iter().map(|(word, alone)| (word.clone(), Topic::Board { alone: *alone }));
    let words = board
        .chain(all(&WORDS.other_agencies, Topic::Agency))
        .chain(all(&CASELOAD.stems, Topic::Caseload))
        .chain(pictures)
        .chain(families)
        .chain(places);
    Finder::new(words).unwrap_or_else(|word| panic!("too short to be looked for: {word:?}"))
});

/// The places in a text where the words of each topic stand, in the order of their beginnings.
#[derive(Debug, Default)]
pub struct Topics {
    board: Vec<Span>,
    caseload: Vec<Span>,
    pictures: Vec<Span>,
    /// The names of places with the official ones, also where they are part of a word.
    pub places: Vec<(Span, &'static str)>,
    /// None overlaps another.
    families: Vec<(Span, bool)>,
    /// Soft hyphens may hide words of families: where they stand, every paragraph may hold one.
    hidden: bool,
}

impl Topics {
    /// The topics of a text in aligned lower case.
    #[must_use]
    pub fn of(lower: &str) -> Self {
        let mut out = Self { hidden: lower.contains('\u{ad}'), ..Self::default() };
        let mut agency = None;
        for (range, topic) in FINDER.all(lower) {
            let span = Span::new(range);
            match topic {
                Topic::Board { alone } => {
                    if !alone || begins(lower, span.start) && agency != Some(span.start) {
                        out.board.push(span);
                    }
                }
                // Of words that begin together the longer comes first: this one before "styrelsen".
                Topic::Agency => agency = Some(span.start),
                Topic::Caseload => out.caseload.push(span),
                Topic::Pictures => out.pictures.push(span),
                Topic::Place(name) => out.places.push((span, name)),
                // Of words that overlap the one counts that ends first.
                Topic::Family { alone } => match out.families.last_mut() {
                    Some(last) if span.start < last.0.end => {
                        if span.end < last.0.end {
                            *last = (span, *alone);
                        }
                    }
                    _ => out.families.push((span, *alone)),
                },
            }
        }
        out
    }

    /// Does a part of the text speak of appeals?
    #[must_use]
    pub fn name_board(&self, part: Span) -> bool {
        any_within(&self.board, part)
    }

    #[must_use]
    pub fn name_caseload(&self, part: Span) -> bool {
        any_within(&self.caseload, part)
    }

    #[must_use]
    pub fn name_picture(&self, part: Span) -> bool {
        any_within(&self.pictures, part)
    }

    /// May a part of the text hold words of the other families?
    #[must_use]
    pub fn name_family(&self, part: Span) -> bool {
        self.hidden || !self.families_in(part).is_empty()
    }

    /// May a part of the text hold a word that speaks of one of the other families by itself?
    #[must_use]
    pub fn speak_of_family(&self, lower: &str, part: Span) -> bool {
        let hides = || self.hidden && lower.get(part.range()).is_some_and(|text| text.contains('\u{ad}'));
        self.families_in(part).iter().any(|(_, alone)| *alone) || hides()
    }

    fn families_in(&self, part: Span) -> &[(Span, bool)] {
        let first = self.families.partition_point(|(span, _)| span.start < part.start);
        let count = self.families[first..].partition_point(|(span, _)| span.start < part.end);
        &self.families[first..first + count]
    }
}

/// Does a word begin here?
fn begins(lower: &str, at: u32) -> bool {
    let before = lower.get(..at as usize).and_then(|text| text.chars().next_back());
    !before.is_some_and(char::is_alphanumeric)
}

/// Does one of the places lie in a part of the text?
fn any_within(places: &[Span], part: Span) -> bool {
    let first = places.partition_point(|place| place.start < part.start);
    places[first..].iter().take_while(|place| place.start < part.end).any(|place| place.end <= part.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lower::aligned;

    #[test]
    fn a_part_speaks_of_what_stands_in_it() {
        let text = aligned(
            "Ankestyrelsen skrev.\nSagstallet steg.\nFiguren viser varigheden på kontanthjælp.\nMødet sluttede.",
        );
        let topics = Topics::of(&text);
        let mut start = 0;
        for (line, expected) in text.lines().zip([
            [true, false, false, false],
            [false, true, false, false],
            [false, false, true, true],
            [false, false, false, false],
        ]) {
            let part = Span::new(start..start + line.len());
            let found = [
                topics.name_board(part),
                topics.name_caseload(part),
                topics.name_picture(part),
                topics.name_family(part) && topics.speak_of_family(&text, part),
            ];
            assert_eq!(found, expected, "{line}");
            start += line.len() + 1;
        }
        assert!(!topics.name_board(Span::new(6..text.len())), "a word that is cut is none");
        for (text, board) in [
            ("Styrelsen har afgjort 31 sager.", true),
            ("Kommunalbestyrelsen har afgjort 31 sager.", false),
            ("Styrelsen for Arbejdsmarked og Rekruttering", false),
            ("Styrelsen for Arbejdsmarked skriver. Styrelsen har afgjort 31 sager.", true),
            ("Serviceklagesagerne", true),
        ] {
            assert_eq!(Topics::of(&aligned(text)).name_board(Span::new(0..text.len())), board, "{text}");
        }
        assert!(Topics::of("vi\u{ad}den").name_family(Span::new(0..7)));
    }
}
