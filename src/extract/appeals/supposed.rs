//! Sentences that state nothing: what is aimed at, and examples with invented numbers.

use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::text::token::Token;

/// "Én omgjort sag mere eller mindre ændrer procenten": any one, and no count.
pub(super) fn is_margin(clause: &Clause<'_>) -> bool {
    let either = |w: &[Token<'_>]| {
        w[1].is("eller") && (w[0].is("mere") && w[2].is("mindre") || w[0].is("fra") && w[2].is("til"))
    };
    let at = clause.tokens.windows(3).position(either);
    at.is_some_and(|at| clause.tokens[..at].iter().rev().take(2).any(|t| WORDS.case_nouns.has(t)))
}

/// "Målet er, at omgørelsesprocenten skal ned på 30": what shall be, not what is.
pub(super) fn is_target(clause: &Clause<'_>) -> bool {
    let aim = clause.find_any(&WORDS.lists.aims);
    let shall = |t: &Token<'_>| WORDS.lists.shall.has(t);
    let first = clause.values().first().map_or(0, |value| value.start);
    let any = clause.has_any(&WORDS.lists.shall);
    // "skal senest i 2023 være nede på 30"
    let timeless = (0..first).rev().filter(|&at| !clause.is_of_period(at)).map(|at| &clause.tokens[at]);
    let wanted = any && timeless.take(6).any(shall);
    // "Det er et mål, at ingen sager afvises"
    let that = aim.is_some_and(|aim| {
        let behind = &clause.tokens[aim..first.max(aim)];
        behind.windows(2).take(7).any(|pair| pair[1].is("at") && (pair[0].is_symbol(',') || pair[0].is("er")))
    });
    wanted || that || (aim.is_some() && any)
}

/// An example with invented numbers: "Hvis en kommune har 10 sager ...", "Eksempel: ...".
pub(super) fn is_supposed(clause: &Clause<'_>) -> bool {
    let first = clause.tokens.iter().find(|t| t.word().is_some());
    let lists = &WORDS.lists;
    let anyone = || clause.says(&WORDS.anyone);
    // "hvis man spørger Ankestyrelsen", "Hvis man ser på nabokommunerne": no example.
    let asks = |pair: &[Token<'_>]| pair[0].is("hvis") && pair[1].is("man");
    let aside = || clause.tokens.windows(3).any(|w| asks(&w[..2]) && lists.looking.has(&w[2]));
    let example = clause.has_any(&lists.examples) && !aside();
    // "Sådan regnes der: Antag, at ..."
    let opens = |pair: &[Token<'_>]| pair[0].is_symbol(':') && lists.supposed.has(&pair[1]);
    let opened = clause.has_any(&lists.supposed) && clause.tokens.windows(2).any(opens);
    // "En kommune har 129 sager": none that is named.
    let some = WORDS.anyone.at(&clause.tokens, 0).is_some_and(|hit| clause.tokens[hit.end - 1].is("kommune"));
    // "En afdeling med 20 sager, hvoraf fire hjemvises, har således en omgørelsesprocent på 20"
    let article = first.is_some_and(|t| t.is_any(&["en", "et", "én", "ét"]));
    let unit = article && clause.tokens.get(1).is_some_and(|t| lists.part_of_staff.has(t));
    let thus = clause.tokens.windows(2).any(|w| {
        w[0].is_any(&["har", "får", "havde", "fik", "er", "bliver"])
            && w[1].is_any(&["således", "dermed", "altså", "derfor"])
    });
    let shown = unit && thus && !clause.values().is_empty();
    // "Bliver to sager mere omgjort, stiger procenten til 40"
    let follows = |pair: &[Token<'_>]| pair[0].is_symbol(',') && lists.consequences.has(&pair[1]);
    let condition = first.is_some_and(|t| lists.conditions.has(t)) && clause.tokens.windows(2).any(follows);
    // "Uden de fem sager ville procenten have været 27"
    let would = clause.find_word("ville");
    let unreal = would.is_some_and(|at| clause.tokens[at..].iter().take(6).any(|t| lists.unreal.has(t)));
    first.is_some_and(|t| lists.supposed.has(t)) && !aside()
        || condition
        || unreal
        || shown
        || (some && !clause.values().is_empty())
        || opened
        || (example && anyone())
        || (first.is_some_and(|t| t.is("for")) && clause.has_word(&["eksempel"]) && clause.has_word(&["hvis"]))
}
