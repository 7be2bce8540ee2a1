//! What a percentage is a share of: named beside another word for what was counted, or told between a rate's name and its
//! verb.

use crate::data::lexicon::Hit;
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::model::figure::Measure;
use crate::text::token::Token;
use std::ops::Range;

/// "112 sager, svarende til 65 procent af de realitetsbehandlede, blev stadfæstet": do the words at `name` say what the
/// percentage is of, and an outcome behind them what the cases are?
pub(super) fn is_base_of_a_share(clause: &Clause<'_>, measure: &Measure, name: Range<usize>) -> bool {
    let before = |back: usize| name.start.checked_sub(back).map(|at| &clause.tokens[at]);
    let of = before(1).is_some_and(|t| t.is_any(&["de", "alle", "samtlige"])) && before(2).is_some_and(|t| t.is("af"));
    let share = || {
        before(3).is_some_and(|t| t.is("procent") || t.is_symbol('%'))
            || before(3).is_some_and(|t| t.is_symbol('.')) && before(4).is_some_and(|t| t.is("pct"))
    };
    let outcome = |hit: &Hit<Tag>| {
        hit.start >= name.end && matches!(hit.tag, Tag::Outcome(ref measure) if *measure != Measure::Considered)
    };
    *measure == Measure::Considered && of && share() && clause.terms.iter().any(outcome)
}

/// "blev 64 procent stadfæstet, 31 procent omgjort og 5 procent afvist af de 58 sager": does a count stand behind the
/// last of several shares as what they are shares of?
pub(super) fn is_whole_behind_shares(tokens: &[Token<'_>], count: usize, outcome: Range<usize>) -> bool {
    let Some(between) = tokens.get(outcome.end..count) else { return false };
    let all = |t: &Token<'_>| t.is_any(&["de", "alle", "samtlige", "i", "alt", "kommunens", "ialt"]);
    between.split_first().is_some_and(|(of, rest)| of.is("af") && rest.len() <= 3 && rest.iter().all(all))
}

/// "Omgørelsesprocenten, det vil sige ændrede og hjemviste sager i forhold til alle, var 28": what says, up to the comma
/// before the verb, what the rate before it is of.
pub(super) fn glossed(tokens: &[Token<'_>], rate: usize) -> Option<Range<usize>> {
    let open = tokens.get(rate).is_some_and(|t| t.is_symbol(',') || t.is_symbol('('));
    let meant = tokens.get(rate + 1).filter(|_| open)?;
    let that_is = tokens.get(rate + 1..rate + 4).is_some_and(|w| w[0].is("det") && w[1].is("vil") && w[2].is("sige"));
    // "Omgørelsesprocenten (ændrede og hjemviste i pct. af de realitetsbehandlede) var 33"
    if tokens[rate].is_symbol('(') {
        let close = (rate + 1..tokens.len()).find(|&at| tokens[at].is_symbol(')') || tokens[at].number().is_some())?;
        return (tokens[close].is_symbol(')') && close > rate + 2).then_some(rate + 1..close);
    }
    if !that_is && !meant.is_any(&["dvs", "altså"]) {
        return None;
    }
    let verb = |t: &Token<'_>| t.is_any(&["er", "var", "blev", "lå", "ligger", "udgør", "udgjorde"]);
    let closes =
        |at: usize| (tokens[at].is_symbol(',') || tokens[at].is_symbol(')')) && tokens.get(at + 1).is_some_and(verb);
    let close = (rate + 2..tokens.len()).find(|&at| closes(at))?;
    tokens[rate + 1..close].iter().all(|t| t.number().is_none()).then_some(rate + 1..close)
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn the_base_of_a_share_is_not_what_was_counted() {
        for share in ["67 procent", "67 pct.", "67 %"] {
            let text = format!("I 2021 blev 60 sager, svarende til {share} af de realitetsbehandlede, stadfæstet.");
            assert_eq!(stated(&text), ["Greve 2021 Alle upheld 60", "Greve 2021 Alle upheld_rate 67"], "{text}");
        }
        assert_eq!(stated("I 2021 var 90 sager realitetsbehandlet."), ["Greve 2021 Alle considered 90"]);
    }

    #[test]
    fn a_count_behind_shares_is_what_they_are_of() {
        let shares = "I 2021 blev 70 pct. stadfæstet, 25 pct. hjemvist og 5 pct. afvist";
        for whole in ["af de 40 sager", "af i alt 40 afgørelser", "af kommunens 40 sager"] {
            let said = stated(&format!("{shares} {whole}."));
            assert_eq!(said.last().map(String::as_str), Some("Greve 2021 Alle decided 40"), "{whole}");
            assert_eq!(said[2], "Greve 2021 Alle dismissed_rate 5", "{whole}");
        }
    }
}
