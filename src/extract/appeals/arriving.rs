//! Complaints that reach the board, told by a verb that the number parts from where they come to: "Der er kommet 71 klager
//! efter serviceloven ind i Ankestyrelsen".

use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::text::token::Token;
use std::ops::Range;

/// The verb of complaints that come to the board, where no other word says what became of them.
pub(super) fn arriving(clause: &Clause<'_>) -> Option<Range<usize>> {
    let tokens = &clause.tokens;
    let value = clause.values().first()?;
    let complaints = |t: &Token<'_>| t.is_any(&["klager", "klage", "klagesager", "ankesager", "anker", "sager", "sag"]);
    let noun = (value.end..tokens.len().min(value.end + 2)).find(|&at| complaints(&tokens[at]))?;
    // "Der er i samme periode sendt 31 klager til Ankestyrelsen"
    let sent_on = |at: usize| tokens[at].is_any(&["oversendt", "oversendte", "videresendt", "videresendte"]);
    let verb = |at: &usize| {
        tokens[*at].is_any(&["kom", "kommet", "kommer", "gik", "gået", "går", "nåede", "nået", "sendt", "sendte"])
            || sent_on(*at)
    };
    let verb = (value.start.saturating_sub(7)..value.start).rfind(verb)?;
    let plain = |at: usize| tokens[at].word().is_some() || clause.is_of_period(at) || clause.is_of_section(at);
    let behind = (noun + 1..tokens.len().min(noun + 12)).take_while(|&at| plain(at) || tokens[at].is_symbol('§'));
    let board = |at: usize| tokens.get(at).is_some_and(|t| WORDS.lists.board_names.has(t));
    // "kom 12 sager ind på dagsordenen" comes to nobody.
    let to = |at: usize| tokens[at].is_any(&["til", "i", "hos"]) && board(at + 1);
    let reached =
        sent_on(verb) || behind.clone().any(to) || tokens[verb].is_any(&["nåede", "nået"]) && behind.clone().any(board);
    let said = clause.terms.iter().any(|hit| match hit.tag {
        Tag::Outcome(_) => true,
        Tag::Act(_) => hit.start >= verb && hit.end <= noun + 12,
        _ => false,
    });
    let begins = (verb + 1..value.start).all(plain);
    (reached && begins && !said && !clause.has_word(&["retur", "tilbage"])).then_some(verb..verb + 1)
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn complaints_come_to_the_board() {
        for (text, expected) in [
            (
                "Der er kommet 64 klager efter serviceloven ind i Ankestyrelsen i 2020 og 58 i 2021.",
                vec!["Greve 2020 SEL received 64", "Greve 2021 SEL received 58"],
            ),
            ("Der er i 2021 kommet i alt 64 klager ind til Ankestyrelsen.", vec!["Greve 2021 Alle received 64"]),
            ("I 2021 nåede 64 klager over kommunen frem til Ankestyrelsen.", vec!["Greve 2021 Alle received 64"]),
            ("I 2021 gik der 64 klager om § 41 videre til Ankestyrelsen.", vec!["Greve 2021 SEL § 41 received 64"]),
            (
                "Ankestyrelsen fik 64 klager over kommunen i 2020 og 58 i 2021.",
                vec!["Greve 2020 Alle received 64", "Greve 2021 Alle received 58"],
            ),
            ("I 2021 kom 12 sager ind på Ankestyrelsens liste.", vec![]),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
