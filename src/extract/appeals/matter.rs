//! What some of the cases are about, where no law is told of it: "Tre af sagerne vedrører hjælpemidler".

use super::label::{Label, LabelKind};
use super::setting::Setting;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::value::Value;
use crate::model::figure::Figure;
use crate::text::token::{Kind, Token};
use std::ops::Range;

/// "I tre af dem var sagen stoppet efter § 7", "I to af sagerne manglede der partshøring efter § 19": how it was with some
/// of the cases, which no outcome and no act tells, and no count of the paragraph's.
pub(super) fn tells_of_some(clause: &Clause<'_>, labels: &[Label], value: &Value) -> bool {
    let tokens = &clause.tokens;
    let them =
        ["dem", "disse", "sagerne", "afgørelserne", "klagerne", "hjemvisningerne", "ændringerne", "omgørelserne"];
    let opens = value.start == 1 && tokens[0].is("i");
    let of = tokens.get(value.end).is_some_and(|t| t.is("af"));
    let article = usize::from(tokens.get(value.end + 1).is_some_and(|t| t.is_any(&["de", "disse"])));
    let noun = (value.end + 1..tokens.len().min(value.end + 4 + article)).find(|&at| tokens[at].is_any(&them));
    let told = |label: &Label| label.start > value.end;
    opens && of && noun.is_some() && clause.values().len() == 1 && !labels.iter().any(told)
}

/// "Tre af sagerne vedrører hjælpemidler": the words that say of what some of the cases are, where no law is told.
pub(super) fn unnamed_matter(clause: &Clause<'_>, labels: &[Label], scopes: &[Hit<String>]) -> Option<Range<usize>> {
    const VERBS: [&str; 10] = [
        "vedrører",
        "vedrørte",
        "handler",
        "handlede",
        "drejer",
        "drejede",
        "omhandler",
        "omhandlede",
        "gælder",
        "gjaldt",
    ];
    if !clause.has_word(&VERBS) {
        return None;
    }
    let tokens = &clause.tokens;
    let verb = tokens.iter().position(|t| t.is_any(&VERBS))?;
    let some = |part: &Value| {
        let next = tokens.get(part.end);
        let of = next.is_some_and(|t| t.is("af"));
        part.end < verb && (of || next.is_some_and(|t| WORDS.lists.rest.has(t)))
    };
    let ends = |t: &Token<'_>| matches!(t.kind, Kind::Symbol(',' | ';' | '.' | ':'));
    let end = (verb..tokens.len()).find(|&at| ends(&tokens[at])).unwrap_or(tokens.len());
    let named = scopes.iter().any(|hit| (verb..end).contains(&hit.start));
    let outcome = labels.iter().any(|label| label.kind == LabelKind::Outcome && label.start < verb);
    (clause.values().iter().any(some) && !named && !outcome).then_some(verb..end)
}

/// "Kun to sager om mobilitet nåede frem": cases of a matter that no law is told of.
pub(super) fn counts_of_unknown(clause: &Clause<'_>, scopes: &[Hit<String>]) -> bool {
    let tokens = &clause.tokens;
    let about = |value: &Value| {
        let noun = clause.terms.iter().find(|hit| hit.tag == Tag::Cases && hit.start == value.end);
        let about = noun
            .map(|noun| noun.end)
            .filter(|&at| tokens.get(at).is_some_and(|t| t.is_any(&["om", "vedrørende", "vedr", "angående"])));
        let word = |at: usize| tokens[at].word().is_some_and(|w| w.chars().count() > 3) && !clause.is_of_period(at);
        let time = |at: usize| tokens[at].is_any(&["året", "måneden", "ugen", "dagen"]);
        about.is_some_and(|about| tokens.get(about + 1).is_some() && word(about + 1) && !time(about + 1))
    };
    scopes.is_empty() && clause.places.is_empty() && clause.values().iter().any(about)
}

/// "9 blev stadfæstet", "Begge blev hjemvist", "De sidste tre blev afvist": does a sentence go on with the cases just counted?
pub(super) fn goes_on_with_them(clause: &Clause<'_>) -> bool {
    let small = |t: &Token<'_>| {
        t.is_any(&["de", "disse", "af", "dem", "alle", "og", "blev", "er", "kun", "i"]) || WORDS.lists.rest.has(t)
    };
    let first = clause.values().first().map(|value| value.start);
    first.is_some_and(|first| first < 4 && clause.tokens[..first].iter().all(small))
}

/// "De fire hjemviste sager drejer sig om merudgifter efter § 100": all of them are of the one paragraph.
pub(super) fn all_are_of_paragraph(clause: &Clause<'_>, figure: &Figure) -> bool {
    let [only] = &clause.sections[..] else { return false };
    let [value] = clause.values() else { return false };
    let Some(outcome) = clause.terms.iter().find(|hit| hit.start == value.end) else { return false };
    let noun = usize::from(clause.tokens.get(outcome.end).is_some_and(|t| WORDS.case_nouns.has(t)));
    let verb = outcome.end + noun;
    let told = clause.tokens.get(verb).is_some_and(|t| WORDS.lists.belonging.has(t));
    let plain =
        |t: &Token<'_>| t.word().is_some() && !t.is_any(&["og", "især", "primært", "hovedsageligt", "mest", "bl"]);
    // "vedrører begge uarbejdsdygtighedsbegrebet i § 7": less than all that the paragraph is about.
    let inside = only.start > 0 && clause.tokens[only.start - 1].is_any(&["i", "af"]);
    let glossed = only.start > verb && only.start - verb < 12 && !inside;
    let between = clause.tokens.get(verb + 1..only.start).unwrap_or_default();
    let alone = between.iter().all(|t| plain(t) || t.is_symbol('(') || t.is_symbol('-'));
    value.start <= 1 && told && glossed && alone && !only.tag.contains("§§") && figure.scope.ends_with(&only.tag)
}

/// "De fire hjemviste sager drejer sig om § 100. I 2020 var procenten 38": what the text spoke of before goes on.
pub(super) fn spoken_before(clause: &Clause<'_>, setting: &Setting, figures: &[Figure]) -> Option<String> {
    let remark = matches!(figures, [only] if all_are_of_paragraph(clause, only));
    setting.thread.scope.clone().filter(|_| remark)
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn all_of_an_outcome_are_of_one_paragraph() {
        for text in [
            "De fire hjemviste sager drejer sig om merudgifter efter § 100, hvor praksis er ny.",
            "De 4 hjemviste sager handler alle om merudgifter (§ 100).",
            "Alle fire hjemviste sager vedrører § 100.",
        ] {
            let text = format!(
                "På voksenhandicapområdet afgjorde Ankestyrelsen 13 sager i 2021, hvoraf fire blev hjemvist. {text} I 2020 var \
                 omgørelsesprocenten 38."
            );
            let found = stated(&text);
            assert_eq!(
                found[2..],
                ["Greve 2021 SEL § 100 remanded 4", "Greve 2020 SEL voksenhandicap reversal_rate 38"]
            );
        }
        let text = "På voksenhandicapområdet afgjorde Ankestyrelsen 13 sager i 2021, hvoraf to blev hjemvist. De hjemviste sager \
            handler begge om BPA (§ 96).";
        assert_eq!(stated(text)[2..], ["Greve 2021 SEL § 96 remanded 2"]);
        // A part of what the paragraph says.
        let text = "Ankestyrelsen afgjorde 13 sager efter sygedagpengeloven i 2021, hvoraf to blev hjemvist. De to hjemvisninger \
            vedrører begge begrebet i § 7.";
        assert!(stated(text).iter().all(|row| !row.contains('§')), "{:?}", stated(text));
    }
}
