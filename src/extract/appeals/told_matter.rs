//! Matters that the text has told the paragraph of: after "14 sager om tabt arbejdsfortjeneste (§ 42)" the cases "om tabt
//! arbejdsfortjeneste" are of § 42, and "merudgiftssagerne" of what was told of "merudgifter".

use super::setting::{Matter, Setting};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::text::token::Token;

/// Words in front of what cases are about.
const ABOUT: [&str; 7] = ["om", "vedrørende", "vedr", "angående", "for", "over", "på"];

/// A matter is said in so many words at most.
const LONGEST: usize = 3;

/// Takes what a sentence tells: "11 sager om merudgifter (§ 41)", "vedrører 26 hjælpemidler efter § 112".
pub(super) fn learn_matters(clause: &Clause<'_>, scopes: &[Hit<String>], setting: &mut Setting) {
    for hit in scopes.iter().filter(|hit| hit.tag.contains('§')) {
        let Some(words) = matter_before(clause, hit) else { continue };
        let told = Matter { words, scope: hit.tag.clone(), under: setting.heading_scope.clone() };
        if !setting.matters.contains(&told) {
            setting.matters.push(told);
        }
    }
}

fn matter_before(clause: &Clause<'_>, hit: &Hit<String>) -> Option<Vec<String>> {
    let tokens = &clause.tokens;
    let law = |at: usize| clause.terms.iter().any(|t| matches!(t.tag, Tag::Area(_)) && (t.start..t.end).contains(&at));
    let mut end = hit.start;
    while end > 0 && (law(end - 1) || tokens[end - 1].is_symbol('(') || tokens[end - 1].is_any(&["efter", "jf", "i"])) {
        end -= 1;
    }
    let plain = |t: &Token<'_>| t.word().is_some_and(|w| w.chars().count() > 2) && t.number().is_none();
    // "om merudgifter efter § 41 og tabt arbejdsfortjeneste efter § 42"
    let goes_on = |at: usize| {
        let joins = |t: &Token<'_>| t.is_any(&["og", "samt"]) || t.is_symbol(',');
        let closed = at.saturating_sub(1 + usize::from(at > 1 && tokens[at - 2].is_symbol(')')));
        at > 1 && joins(&tokens[at - 1]) && clause.sections.iter().any(|section| section.end == closed)
    };
    let begins = |at: usize| {
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        before.is_some_and(|t| {
            t.is_any(&ABOUT) || WORDS.lists.belonging.has(t) || clause.values().iter().any(|v| v.end == at)
        }) || goes_on(at)
    };
    let start =
        (end.saturating_sub(LONGEST)..end).find(|&start| begins(start) && tokens[start..end].iter().all(plain))?;
    let cases = tokens[start..end].iter().any(|t| WORDS.case_nouns.has(t));
    let counted =
        clause.terms.iter().any(|t| (start..end).contains(&t.start) && !matches!(t.tag, Tag::Area(_) | Tag::Neutral));
    let words = || tokens[start..end].iter().filter_map(|t| t.word().map(str::to_owned)).collect();
    (end < hit.start && !cases && !counted).then(words)
}

/// "Af sagerne om tabt arbejdsfortjeneste", "I merudgiftssagerne", "Omgørelsesprocenten for hjælpemidler": the paragraphs
/// of the matters that a sentence names, where it names no paragraph itself.
pub(super) fn told_matters(clause: &Clause<'_>, setting: &Setting) -> Vec<Hit<String>> {
    if setting.matters.is_empty() {
        return Vec::new();
    }
    // "Af afgørelserne om merudgifter blev 8 stadfæstet, mens der efter § 42 var 4": each of its own numbers.
    let valued = |from: usize, to: usize| clause.values().iter().any(|value| value.start >= from && value.end <= to);
    let free = |hit: &Hit<String>| clause.sections.iter().all(|section| valued(hit.end, section.start));
    let tokens = &clause.tokens;
    let here = |known: &&Matter| known.under == setting.heading_scope;
    let at_token = |at: usize| {
        let kind =
            tokens[at].word().and_then(|word| word.strip_suffix("sagerne").or_else(|| word.strip_suffix("sager")));
        let mut found = setting.matters.iter().filter(here).filter_map(|known| {
            let end = at + known.words.len();
            let said = at > 0 && tokens[at - 1].is_any(&ABOUT);
            let same = || tokens.get(at..end).is_some_and(|t| t.iter().zip(&known.words).all(|(t, word)| t.is(word)));
            let compound = || kind.is_some_and(|kind| known.words.len() == 1 && is_kind_of(kind, &known.words[0]));
            if said && same() {
                Some((end, &known.scope))
            } else if compound() {
                Some((at + 1, &known.scope))
            } else {
                None
            }
        });
        let (end, scope) = found.next()?;
        found.next().is_none().then(|| Hit { start: at, end, tag: scope.clone() })
    };
    (0..tokens.len()).filter_map(at_token).filter(free).collect()
}

/// "merudgifts" of "merudgifter", "hjælpemiddel" of "hjælpemidler", "bil" of "biler".
fn is_kind_of(kind: &str, matter: &str) -> bool {
    let stem = kind.strip_suffix('s').unwrap_or(kind);
    let alike = stem.chars().zip(matter.chars()).take_while(|(a, b)| a == b).count();
    let (stem, matter) = (stem.chars().count(), matter.chars().count());
    let ended = alike == stem && matter <= stem + 3;
    stem >= 3 && (ended || alike >= 6 && stem <= alike + 3 && matter <= alike + 3)
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn matters_are_of_the_paragraph_that_was_told() {
        const FIRST: &str = "I 2021 afgjorde Ankestyrelsen 16 sager om kontant tilskud (§ 95), 9 sager om merudgifter (§ 100) \
            og 5 sager om pasning, besøg med videre (§§ 83 og 84).";
        for (text, expected) in [
            ("Af sagerne om kontant tilskud er 12 stadfæstet.", vec!["SEL § 95 upheld 12"]),
            ("I merudgiftssagerne er 7 stadfæstet og 2 hjemvist.", vec!["SEL § 100 upheld 7", "SEL § 100 remanded 2"]),
            ("Omgørelsesprocenten for merudgifter er 22.", vec!["SEL § 100 reversal_rate 22"]),
            ("I bilsagerne er 3 stadfæstet.", vec!["Alle upheld 3?"]),
            (
                "Af sagerne om kontant tilskud er 12 stadfæstet og 4 hjemvist. De sidste 5 sager er delt i 2 stadfæstelser og 3 \
                 ændringer.",
                vec!["SEL § 95 upheld 12", "SEL § 95 remanded 4", "SEL §§ 83, 84 upheld 2", "SEL §§ 83, 84 changed 3"],
            ),
        ] {
            let found = stated(&format!("{FIRST} {text}"));
            let expected: Vec<String> = expected.into_iter().map(|row| format!("Greve 2021 {row}")).collect();
            assert_eq!(found[3..], expected, "{text}");
        }
    }

    #[test]
    fn matters_that_were_not_told_are_in_doubt() {
        for text in [
            "I bilsagerne er 7 stadfæstet.",
            "Hjælpemiddelsagerne fordeler sig med 7 stadfæstede.",
            "Hvad angår biler, er 7 stadfæstet.",
            "Ser man på merudgifter, blev 7 stadfæstet.",
            "Klager over afslag på bil førte til 7 stadfæstelser.",
        ] {
            let found = stated(&format!("I 2021 afgjorde Ankestyrelsen 40 sager efter serviceloven. {text}"));
            assert_eq!(found[1..], ["Greve 2021 SEL upheld 7?"], "{text}");
        }
    }

    #[test]
    fn parts_are_of_the_paragraph_that_was_counted_last() {
        let text = "I 2021 afgjorde Ankestyrelsen 90 sager. Af sagerne efter serviceloven vedrører 23 hjælpemidler efter § 112. \
            Heraf er 15 stadfæstet, 2 ændret og 6 hjemvist.";
        let rows = ["decided 23", "upheld 15", "changed 2", "remanded 6"];
        assert_eq!(stated(text)[1..], rows.map(|row| format!("Greve 2021 SEL § 112 {row}")));
    }
}
