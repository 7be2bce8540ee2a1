//! Numbers that a text takes back: "259 sager og ikke 251", "Det var ikke korrekt", "Det rigtige tal er 36".

use super::figure::figure;
use super::label::{labels, rate_of};
use crate::data::words::WORDS;
use crate::extract::clause::{Clause, divides};
use crate::extract::named::Named;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Doubt, Figure};
use crate::text::token::Token;

/// Does the sentence itself take the number back?
pub(super) fn is_withdrawn(clause: &Clause<'_>, value: &Value) -> bool {
    let tokens = &clause.tokens;
    // "og ikke 251", "ikke 34 procent, som tidligere oplyst, men 36"
    let denied = value.start > 0 && tokens[value.start - 1].is("ikke");
    let instead = value.start > 2
        && tokens[value.start - 3].is("i")
        && tokens[value.start - 2].is("stedet")
        && tokens[value.start - 1].is("for");
    // "rettes fra 34 til 36"
    let corrected =
        value.start > 0 && tokens[value.start - 1].is("fra") && clause.has_any(&WORDS.lists.correcting) && {
            let next = clause.values().iter().find(|other| other.start >= value.end);
            next.is_some_and(|next| tokens[next.start - 1].is("til"))
        };
    denied || instead || corrected || says_by_mistake(clause, value)
}

/// "Det blev fejlagtigt oplyst, at 34 sager var hjemvist", "Ved en fejl stod der, at ..."; what stands behind "men" is right
/// again.
fn says_by_mistake(clause: &Clause<'_>, value: &Value) -> bool {
    let tokens = &clause.tokens;
    let mistake = |at: usize| {
        WORDS.lists.mistaken.has(&tokens[at])
            || tokens[at].is("fejl") && at > 1 && tokens[at - 1].is("en") && tokens[at - 2].is("ved")
    };
    let Some(at) = (0..tokens.len()).find(|&at| mistake(at)) else { return false };
    let told = tokens.iter().any(|t| WORDS.lists.told.has(t));
    let right = |t: &Token<'_>| t.is_any(&["men", "rettelig", "retteligt"]) || WORDS.lists.correct.has(t);
    let again = tokens.get(at..value.start).is_some_and(|between| between.iter().any(right));
    told && !again
}

/// Does a sentence take back what the one before it said?
fn takes_back(clause: &Clause<'_>) -> bool {
    let tokens = &clause.tokens;
    let says = |list: &dyn Fn(&Token<'_>) -> bool, from: usize| (from..tokens.len()).find(|&at| list(&tokens[at]));
    // "Det rigtige tal er 36", "Den korrekte omgørelsesprocent er 36"
    let article = tokens.first().is_some_and(|t| t.is_any(&["det", "den", "de"]));
    if article && tokens.get(1).is_some_and(|t| WORDS.lists.correct.has(t) && !t.is("korrekt") && !t.is("rigtigt")) {
        return true;
    }
    // "Tallet skulle have været 36"
    let subject = tokens.first().is_some_and(|t| WORDS.lists.taken_back.has(t));
    let should = tokens.windows(3).any(|w| w[0].is("skulle") && w[1].is("have") && w[2].is("været"));
    if subject && should {
        return true;
    }
    // "Det var ikke korrekt", "Tallet var desværre forkert", "Dette er en fejl"; not "Det er ikke korrekt, at ..."
    let denied = tokens.iter().take(8).position(|t| t.is("ikke"));
    let correct = denied.and_then(|at| says(&|t| WORDS.lists.correct.has(t), at).filter(|end| end - at <= 3));
    let wrong = says(&|t| WORDS.lists.mistaken.has(t), 1).filter(|at| *at <= 5);
    let slip = tokens.windows(2).take(6).position(|w| w[0].is("en") && w[1].is("fejl")).map(|at| at + 1);
    let Some(end) = correct.or(wrong).or(slip) else { return false };
    let stops = tokens.get(end + 1).is_none_or(|t| t.is_symbol('.') || divides(t));
    let clause_behind = tokens.get(end + 2).is_some_and(|t| t.is_any(&["at", "hvis", "når"]));
    subject && stops && !clause_behind
}

/// So far, in bytes, the right number may stand behind the one that it stands for.
const BETWEEN: u32 = 80;

/// Keeps in doubt what a sentence takes back of the one right before it; `stated` are the figures so far.
pub(super) fn take_back(stated: &mut [Figure], said: &mut Vec<Figure>, clause: &Clause<'_>) {
    let passage = |f: &Figure| f.source().map(|source| source.passage);
    let Some(last) = stated.last().and_then(passage) else { return };
    // "... at der var 24 afgørelser. To af dem var talt med to gange. Det korrekte antal er 22."
    let right = matches!(&clause.tokens[..], [the, right, what, ..]
        if the.is("det") && WORDS.lists.correct.has(right) && what.is_any(&["antal", "tal"]));
    let near = clause.span.start.saturating_sub(last.end) <= if right { BETWEEN } else { 3 };
    if !near || !takes_back(clause) {
        return;
    }
    for figure in stated.iter_mut().rev().take_while(|f| passage(f) == Some(last)) {
        figure.doubt(Doubt::OwnCaveat);
    }
    said.retain(|f| passage(f) != Some(last));
}

/// "Det rigtige tal for 2021 er 34,3", "Det korrekte antal er 22", in a paragraph after the number that was taken back:
/// of the same measure, place and part.
pub(super) fn corrected(stated: &[Figure], clause: &Clause<'_>) -> Option<Figure> {
    let [article, correct, number, ..] = &clause.tokens[..] else { return None };
    let opens = article.is("det") && WORDS.lists.correct.has(correct) && number.is_any(&["tal", "antal"]);
    let [value] = clause.values() else { return None };
    let old = stated.iter().rev().take(2).find(|f| f.doubts.contains(&Doubt::OwnCaveat)).filter(|_| opens)?;
    let rate = rate_of(&old.measure).as_ref() == Some(&old.measure);
    let fits =
        if rate { value.kind != ValueKind::Count && value.value <= 100.0 } else { value.kind != ValueKind::Percent };
    let period = match &clause.periods[..] {
        [] => old.period,
        [only] => match only.named {
            Named::Absolute(period) => Some(period).filter(|_| Some(period) == old.period),
            _ => None,
        },
        _ => None,
    };
    let plain = labels(clause).is_empty() && clause.places.is_empty() && period.is_some() && fits;
    plain.then(|| figure(clause, value, old.measure.clone(), old.place.clone(), period, old.scope.clone()))
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn what_is_taken_back_is_in_doubt() {
        let expected = ["Greve 2021 Alle reversal_rate 34?", "Greve 2021 Alle reversal_rate 36"];
        for text in [
            "På mødet den 4. maj blev det oplyst, at omgørelsesprocenten for 2021 var 34 procent. Det rigtige tal er 36 procent.",
            "På mødet i marts blev det oplyst, at omgørelsesprocenten for 2021 var 34 procent. Tallet var desværre forkert. Den \
             korrekte omgørelsesprocent er 36 procent.",
            "I sidste års sag stod, at omgørelsesprocenten for 2021 var 34 procent. Det er ikke rigtigt. Den er 36 procent.",
            "I 2021 var omgørelsesprocenten ikke 34 procent, som det stod i referatet, men 36 procent.",
            "Omgørelsesprocenten for 2021 rettes fra 34 til 36 procent.",
            "Omgørelsesprocenten for 2021 blev fejlagtigt oplyst til 34 procent. Den er 36 procent.",
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
        let text = "Vi skrev i maj, at omgørelsesprocenten for 2021 var 34. Det var forkert.\n\nDet rigtige tal for 2021 er 36.";
        assert_eq!(stated(text), expected);
        for text in [
            "I 2021 blev 34 sager stadfæstet. Det er ikke korrekt, at kommunen altid får ret.",
            "I 2021 blev 34 sager stadfæstet. Det var ikke alle, der var glade.",
        ] {
            assert_eq!(stated(text), ["Greve 2021 Alle upheld 34"], "{text}");
        }
        let text = "I 2021 blev der afgjort 40 sager og ikke 35, som det fremgik af sagen.";
        assert_eq!(stated(text), ["Greve 2021 Alle decided 40"]);
        let text = "Det blev oplyst, at der i 1. kvartal 2021 var 24 afgørelser fra Ankestyrelsen. To var talt med to gange. Det korrekte \
             antal for 1. kvartal 2021 er 22.";
        assert_eq!(stated(text), ["Greve 2021-Q1 Alle decided 24?", "Greve 2021-Q1 Alle decided 22"]);
        let text =
            "Det bemærkes, at der i sagen fra februar stod, at 14 sager var hjemvist i 2021. Det var ikke korrekt.";
        assert_eq!(stated(text), ["Greve 2021 Alle remanded 14?"]);
    }
}
