//! What a sentence says of the whole item: which part of the decisions it is about, and of what time.

use super::committee::is_committee;
use super::scope::scopes;
use super::setting::Setting;
use crate::data::word_list::WordList;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::text::token::Token;

/// "Alle sager er afgjort efter serviceloven": what holds up to the next heading.
fn law_of_all(clause: &Clause<'_>, setting: &Setting) -> Option<String> {
    let [all, cases, verb, .., last] = &clause.tokens[..] else { return None };
    let opens = all.is_any(&["alle", "samtlige"]) && WORDS.case_nouns.has(cases) && verb.is_any(&["er", "blev"]);
    let act = || clause.terms.iter().any(|hit| matches!(hit.tag, Tag::Act(_)));
    if !opens || !act() || clause.tokens.len() > 12 || !clause.values().is_empty() {
        return None;
    }
    let [law] = &scopes(clause, setting)[..] else { return None };
    let ends = law.end + usize::from(last.is_symbol('.')) == clause.tokens.len();
    ends.then(|| law.tag.clone())
}

/// "Forvaltningen fremlægger ankestatistik for 2019 samt danmarkskort efter serviceloven": two things, and which of them
/// the law is of is not said of the item. "Statistik og redegørelse for sager efter serviceloven" share what is behind them.
fn shares_with_another(clause: &Clause<'_>) -> bool {
    let tokens = &clause.tokens;
    let map = |t: &Token<'_>| t.word().is_some_and(|word| word.starts_with("danmarkskort"));
    let Some(verb) = tokens.iter().position(|t| WORDS.lists.declaring.has(t)) else { return false };
    let things: Vec<usize> =
        (verb + 1..tokens.len()).filter(|&at| WORDS.lists.declared.has(&tokens[at]) || map(&tokens[at])).collect();
    things.windows(2).any(|pair| {
        let between = &tokens[pair[0] + 1..pair[1]];
        let joins = |t: &Token<'_>| t.is_any(&["og", "samt"]) || t.is_symbol(',');
        let own = between.first().is_some_and(|first| !joins(first));
        between.iter().any(joins) && (own || map(&tokens[pair[0]]) != map(&tokens[pair[1]]))
    })
}

/// "Opgørelsen omfatter alle afgørelser efter serviceloven i 2020": what holds for the whole item.
pub(super) fn declare(clause: &Clause<'_>, setting: &mut Setting) {
    // "I 4. kvartal afgjorde Ankestyrelsen 21 sager på udvalgets område", first of all: the item is of that area.
    if !setting.opened && !clause.values().is_empty() && clause.names_board() {
        setting.opened = true;
        let named = scopes(clause, setting);
        // "98 sager, hvoraf 41 er på udvalgets område": of a part alone.
        if let ([only], None, [_]) = (&named[..], &setting.item_scope, clause.values())
            && is_committee(&only.tag)
            && setting.committee.as_ref() == Some(&only.tag)
        {
            setting.item_scope = Some(only.tag.clone());
        }
    }
    if let Some(law) = law_of_all(clause, setting) {
        setting.heading_scope = Some(law);
        return;
    }
    let says = |list: &WordList| clause.has_any(list);
    // "Tabellen dækker alle afgørelser efter serviceloven": where all are in it, what is said of it is of them too.
    let table = || clause.has_beginning(&["tabel"]) && clause.has_word(&["alle", "samtlige", "alene", "udelukkende"]);
    if !clause.values().is_empty() || !says(&WORDS.lists.declaring) || !(says(&WORDS.lists.declared) || table()) {
        return;
    }
    if let [scope] = &scopes(clause, setting)[..]
        && !shares_with_another(clause)
    {
        setting.item_scope = Some(scope.tag.clone());
    }
    if let [Mention { named: Named::Absolute(period), .. }] = clause.periods[..] {
        setting.item_period = Some(period);
    }
}
