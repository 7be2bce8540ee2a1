//! Cases that the board has not decided yet, told by where they lie: "to sager, som ligger i Ankestyrelsen lige nu".

use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::model::figure::Measure;
use crate::text::token::{Kind, Token};
use std::ops::Range;

/// The words that say that cases lie with the board, where no other word says what became of them.
pub(super) fn lying(clause: &Clause<'_>) -> Option<Range<usize>> {
    let tokens = &clause.tokens;
    let board = clause.find_any(&WORDS.lists.board_names)?;
    let other = |tag: &Tag| match tag {
        Tag::Act(measure) => *measure != Measure::Pending,
        Tag::Rate(_) | Tag::Outcome(_) => true,
        _ => false,
    };
    let mean = || clause.has_beginning(&["gennemsnit"]);
    // "hvoraf 9 var på Børneudvalgets område": parts of them.
    let parted = || {
        let [first, second, ..] = clause.values() else { return clause.values().len() == 1 };
        tokens[first.end..second.start].iter().any(|t| t.is_any(&["heraf", "hvoraf", "deraf"]))
    };
    if !clause.has(|tag| *tag == Tag::Cases) || clause.has(other) || mean() || !parted() {
        return None;
    }
    let with_board = |from: usize| {
        let at = |at: usize| tokens[at].is_any(&["i", "hos"]) && WORDS.lists.board_names.has(&tokens[at + 1]);
        (from..tokens.len().saturating_sub(1)).any(at)
    };
    // "ligger på 34" is how many there are of something.
    // "Ved udgangen af 2021 lå der 7 sager"
    let then = clause.has_beginning(&["udgang", "årsskift", "ultimo"]) || tokens.iter().any(|t| t.kind == Kind::Date);
    let verb = |at: &usize| {
        (tokens[*at].is_any(&["ligger", "liggende", "venter", "afventer"])
            || then && tokens[*at].is_any(&["lå", "ventede", "afventede"]))
            && !tokens.get(at + 1).is_some_and(|t| t.is_any(&["på", "over", "under"]))
    };
    let verbs = || (0..tokens.len()).filter(verb);
    let lies = |at: usize| tokens[at].is_any(&["ligger", "liggende", "lå"]);
    // "ligger der tre sager og venter"
    let waits = || verbs().find(|&at| !lies(at) && (with_board(0) || verbs().next() < Some(at)));
    let lies = verbs().find(|&at| lies(at) && (with_board(at) || now(tokens).is_some()));
    let beside = |at: usize| at > 0 && tokens[at - 1].is("har") || tokens.get(at + 1).is_some_and(|t| t.is("har"));
    // "I øjeblikket har Ankestyrelsen 7 sager fra Greve", "Der er pt. 5 sager hos Ankestyrelsen"
    let at_present = || now(tokens).filter(|_| with_board(0) || beside(board));
    lies.or_else(waits).map(|at| at..at + 1).or_else(at_present)
}

/// "lige nu", "i øjeblikket", "p.t.", "for tiden"
fn now(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|t| t.is(word));
    let length = |at: usize| match () {
        () if tokens[at].is_any(&["pt", "aktuelt", "øjeblikket", "nuværende"]) => 1,
        () if is(at, "lige") && is(at + 1, "nu") || is(at, "for") && is(at + 1, "tiden") => 2,
        () if is(at, "p") && tokens.get(at + 1).is_some_and(|t| t.is_symbol('.')) && is(at + 2, "t") => 3,
        () => 0,
    };
    (0..tokens.len()).find(|&at| length(at) > 0).map(|at| at..at + length(at))
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn cases_lie_with_the_board() {
        for (text, expected) in [
            (
                "Der er desuden to sager om § 112, som ligger i Ankestyrelsen lige nu.",
                vec!["Greve 2022 SEL § 112 pending 2"],
            ),
            ("Derudover ligger der tre klager om § 112 hos Ankestyrelsen.", vec!["Greve 2022 SEL § 112 pending 3"]),
            ("I øjeblikket har Ankestyrelsen 7 sager fra Greve.", vec!["Greve 2022 Alle pending 7"]),
            ("5 sager ligger p.t. i Ankestyrelsen og afventer en afgørelse.", vec!["Greve 2022 Alle pending 5"]),
            (
                "Jeg har spurgt Ankestyrelsen, og pr. 1. april ligger der tre sager efter barnets lov og venter.",
                vec!["Greve 2022 BL pending 3"],
            ),
            ("Ved udgangen af 2021 lå der 7 sager i Ankestyrelsen.", vec!["Greve 2021 Alle pending 7"]),
            (
                "Ved udgangen af 2021 lå der 21 sager i Ankestyrelsen, hvoraf 9 var på Børneudvalgets område.",
                vec!["Greve 2021 Alle pending 21", "Greve 2021 Børneudvalget pending 9"],
            ),
            (
                "Der verserer aktuelt 21 sager i Ankestyrelsen, heraf ni på Børneudvalgets område og én efter aktivloven.",
                vec!["Greve 2022 Alle pending 21", "Greve 2022 Børneudvalget pending 9", "Greve 2022 LAS pending 1"],
            ),
            ("Kommunen har pr. 1. april 2022 seks sager liggende i Ankestyrelsen.", vec!["Greve 2022 Alle pending 6"]),
            (
                "Ultimo 2021 var der 62 verserende sager i Ankestyrelsen mod 57 ultimo 2020.",
                vec!["Greve 2021 Alle pending 62", "Greve 2020 Alle pending 57"],
            ),
            (
                "Forældre til børn med handicap kæmper. Der ligger 13 sager fra kommunen i Ankestyrelsen, som endnu ikke er afgjort.",
                vec!["Greve 2022 SEL børnehandicap pending 13?"],
            ),
            ("Antallet af sager i Ankestyrelsen ligger på 34.", vec![]),
            ("Der ligger 34 sager i forvaltningen, som skal sendes til Ankestyrelsen.", vec![]),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
