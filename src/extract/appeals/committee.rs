//! The areas of committees: "på Socialudvalgets område", "under Udvalget for Børn og Unge".

use super::setting::{ALL, Setting};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::value::Value;
use crate::model::figure::{Figure, Place, Unit};
use crate::text::capital::capital;
use crate::text::token::{Kind, Token};

/// So many words may open what a committee's line tells before its first number.
const NEAR: usize = 8;

/// "på Socialudvalgets område", "inden for Børne- og Skoleudvalgets ansvarsområde".
pub(super) fn committees(clause: &Clause<'_>, setting: &Setting) -> Vec<Hit<String>> {
    let mut out = Vec::new();
    if !(clause.may_have_ending("udvalget") || clause.may_have_ending("udvalgets")) {
        return out;
    }
    for (at, token) in clause.tokens.iter().enumerate() {
        out.extend(committee_for(clause, at));
        let Some(word) = token.word() else { continue };
        let (stem, genitive) = match (word.strip_suffix("udvalgets"), word.strip_suffix("udvalget")) {
            (Some(stem), _) => (stem, true),
            (None, Some(stem)) if !stem.is_empty() => (stem, false),
            _ => continue,
        };
        let with = joined_by(clause, at);
        let first = with.unwrap_or(at);
        // "63 sager under Socialudvalget"
        let under = !genitive
            && first > 0
            && clause.tokens[first - 1].is_any(&["under", "hos"])
            && counts_cases(clause)
            && !clause.tokens.get(at + 1).is_some_and(|t| t.is_symbol('-'));
        let area = genitive && clause.tokens[at + 1..].iter().take(2).any(is_area);
        // "25 på Socialudvalgets område og 31 på Børneudvalgets"
        let named = |at: usize| {
            clause.tokens[at].word().is_some_and(|word| word.ends_with("udvalgets") && word != "udvalgets")
                && clause.tokens[at + 1..].iter().take(2).any(is_area)
        };
        let bare = || first > 0 && clause.tokens[first - 1].is("på") && (0..clause.tokens.len()).any(named);
        let alone = !area && genitive && !stem.is_empty() && bare();
        let area = area || alone;
        // "Socialudvalget: 47 afgjorte sager, heraf 33 stadfæstet", "Socialudvalget: Af 47 sager blev 33 stadfæstet"
        let comma = |t: &Token<'_>| t.is_symbol(',');
        let near = |value: &Value| {
            (at + 2..at + 2 + NEAR).contains(&value.start) && !clause.tokens[at + 1..value.start].iter().any(comma)
        };
        let opens = !genitive
            && clause.tokens[..first].iter().all(|t| t.kind != Kind::Word && t.number().is_none())
            && clause.tokens.get(at + 1).is_some_and(|t| t.is_symbol(':'))
            && clause.values().first().is_some_and(near)
            && clause.terms.iter().any(|hit| matches!(hit.tag, Tag::Cases | Tag::Outcome(_)));
        // "Af de 90 sager vedrørte 42 Socialudvalget", "12 sager hører til Socialudvalget"
        let before = |back: usize| first.checked_sub(back).map(|at| &clause.tokens[at]);
        let counted = clause.values().iter().any(|value| value.end == first)
            && clause.tokens[..first].iter().any(|t| WORDS.lists.belonging.has(t));
        let verb = |t: &Token<'_>| WORDS.lists.belonging.has(t) && !t.is_any(&["ligger", "lå"]);
        let told = before(1).is_some_and(verb) && clause.values().iter().any(|value| value.end < first);
        // "hører 42 til Socialudvalget og 31 til Skoleudvalget"
        let to = before(1).is_some_and(|t| t.is("til"))
            && clause.tokens[..first].iter().any(|t| t.is_any(&["hører", "hørte"]))
            && (before(2).is_some_and(verb) || clause.values().iter().any(|value| value.end + 1 == first));
        let belongs = !genitive && (counted || told || to) && counts_cases(clause);
        let rated = || clause.has(|tag| matches!(tag, Tag::Rate(_)));
        let shares = !genitive && has_share(clause, at) && (counts_cases(clause) || rated());
        if !(area || under || opens || belongs || shares) {
            continue;
        }
        let end = at + 1 + usize::from(genitive && !alone);
        if stem.is_empty() {
            out.extend(spoken_of(setting).map(|tag| Hit { start: at, end, tag }));
            continue;
        }
        // "Børne- og Skoleudvalgets", "Social & Sundhedsudvalgets": the words that are joined to it.
        let name = match with {
            None => format!("{}udvalget", capital(stem)),
            Some(first) => format!("{} {}udvalget", halves(&clause.tokens[first..at]), capital(stem)),
        };
        out.push(Hit { start: first, end, tag: name });
    }
    out
}

/// "på udvalgets område": of the committee that was spoken of, or whose paper it is. A council that is told of a committee's
/// cases is none.
fn spoken_of(setting: &Setting) -> Option<String> {
    let told = [&setting.thread.scope, &setting.heading_scope, &setting.item_scope];
    let told = told.into_iter().flatten().find(|scope| is_committee(scope)).cloned();
    let council = |name: &String| name.ends_with("rådet") || name.ends_with("råd");
    let said = || setting.said.iter().rev().map(|figure| &figure.scope).find(|scope| is_committee(scope)).cloned();
    let own = || setting.committee.clone().filter(|name| !council(name));
    told.or_else(own).or_else(said)
}

/// "På udvalgets område", where no committee was named.
pub(super) fn names_unknown_committee(clause: &Clause<'_>, scopes: &[Hit<String>]) -> bool {
    let tokens = &clause.tokens;
    let named = |at: usize| scopes.iter().any(|hit| (hit.start..hit.end).contains(&at));
    clause.may_have_ending("udvalgets")
        && (1..tokens.len()).any(|at| tokens[at - 1].is("udvalgets") && is_area(&tokens[at]) && !named(at - 1))
}

/// "Socialudvalget har 91 sager, Skoleudvalget 78 og Børneudvalget 45": one of several committees, with its number behind it.
fn has_share(clause: &Clause<'_>, at: usize) -> bool {
    let tokens = &clause.tokens;
    let rated = |t: &Token<'_>| t.word().is_some_and(|word| word.starts_with("omgørelsesprocent"));
    let small = |t: &Token<'_>| {
        t.is_symbol(':')
            || t.is_any(&["har", "havde", "med", "for", "tegner", "tegnede", "står", "stod", "sig", "i", "alt"])
            || t.is_any(&["en", "på"])
            || rated(t)
    };
    let counted = |at: usize| {
        let committee = tokens[at].word().is_some_and(|word| word.ends_with("udvalget") && word != "udvalget");
        let next = at + 1 + tokens[at + 1..].iter().take(4).take_while(|t| small(t)).count();
        committee && clause.values().iter().any(|value| value.start == next)
    };
    counted(at) && (0..tokens.len()).filter(|&at| counted(at)).count() > 1
}

/// Does a clause count cases, or parts of those that the sentence before counted: "Af disse hører 42 under ..."?
fn counts_cases(clause: &Clause<'_>) -> bool {
    let parts = |t: &Token<'_>| t.is_any(&["heraf", "deraf", "hvoraf"]);
    let them = |w: &[Token<'_>]| w[0].is("af") && w[1].is_any(&["disse", "dem"]);
    clause.terms.iter().any(|hit| hit.tag == Tag::Cases)
        || !clause.values().is_empty() && (clause.tokens.iter().any(parts) || clause.tokens.windows(2).any(them))
}

/// Is a scope a committee's area?
pub(super) fn is_committee(scope: &str) -> bool {
    scope.ends_with("udvalget") || scope.starts_with("Udvalget for ")
}

/// "Børne- og Undervisningsudvalget": the half before the dash.
pub(super) fn is_first_half(tokens: &[Token<'_>], at: usize) -> bool {
    let Some([dash, and, name]) = tokens.get(at + 1..at + 4) else { return false };
    // "Erhvervs-, Beskæftigelses- og Integrationsudvalget"
    if dash.is_symbol('-') && and.is_symbol(',') && name.word().is_some() {
        return is_first_half(tokens, at + 3);
    }
    let committee = name.word().is_some_and(|word| word.ends_with("udvalget"));
    dash.is_symbol('-') && and.is_any(&["og", "samt"]) && committee
}

fn is_area(token: &Token<'_>) -> bool {
    token.word().is_some_and(|w| w.ends_with("område") || w.ends_with("områder") || w.ends_with("området"))
}

/// "Børne- og Skoleudvalget", "Social & Sundhedsudvalget": where the words begin that are joined to this one.
fn joined_by(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = &clause.tokens;
    let and = at.checked_sub(1).filter(|&and| tokens[and].is("og") || tokens[and].is_symbol('&'))?;
    let dash = usize::from(and > 0 && tokens[and - 1].is_symbol('-'));
    let mut half = and.checked_sub(1 + dash).filter(|&half| tokens[half].word().is_some())?;
    // "Social og Sundhedsudvalget" has lost its dash; "skolen og Socialudvalget" are two.
    let area =
        || tokens[half].is_any(&["social", "børn", "beskæftigelse", "sundhed", "ældre", "skole", "familie", "omsorg"]);
    if !(dash == 1 || tokens[and].is_symbol('&') || area()) {
        return None;
    }
    // "Erhvervs-, Beskæftigelses- og Integrationsudvalget"
    while dash == 1
        && half > 2
        && tokens[half - 1].is_symbol(',')
        && tokens[half - 2].is_symbol('-')
        && tokens[half - 3].word().is_some()
    {
        half -= 3;
    }
    Some(half)
}

/// "Erhvervs-, Beskæftigelses- og", "Social &": what stands before the last word of a name, as it is written.
fn halves(tokens: &[Token<'_>]) -> String {
    let mut out = String::new();
    for token in tokens {
        match token.word() {
            Some("og") => out.push_str(" og"),
            Some(word) if out.is_empty() => out.push_str(&capital(word)),
            Some(word) => {
                out.push(' ');
                out.push_str(&capital(word));
            }
            None if token.is_symbol('&') => out.push_str(" &"),
            None => out.push_str(&token.lower),
        }
    }
    out
}

/// "inden for Udvalget for Skole og Børns område": the name ends before the area, less the genitive's s.
fn committee_for(clause: &Clause<'_>, at: usize) -> Option<Hit<String>> {
    let tokens = &clause.tokens;
    if !(tokens[at].is("udvalget") && tokens.get(at + 1).is_some_and(|t| t.is("for"))) {
        return None;
    }
    let plain = |t: &Token<'_>| t.kind == Kind::Word || matches!(t.kind, Kind::Symbol(',' | '&' | '-'));
    let area = (at + 3..tokens.len().min(at + 10)).find(|&end| is_area(&tokens[end]));
    // "21 sager under Udvalget for Børn og Familier": the name ends with the clause.
    let under = at > 0 && tokens[at - 1].is("under") && clause.terms.iter().any(|hit| hit.tag == Tag::Cases);
    let rest = at + 2 + tokens[at + 2..].iter().take_while(|t| plain(t) && !t.is_symbol(',')).count();
    let end = area.or((under && rest > at + 2 && rest < at + 9).then_some(rest))?;
    let mut name = String::from("Udvalget for");
    for (index, token) in tokens[at + 2..end].iter().enumerate() {
        if !plain(token) {
            return None;
        }
        if !token.is_symbol(',') && !(token.is_symbol('-')) {
            name.push(' ');
        }
        let last = area.is_some() && at + 2 + index + 1 == end;
        let word = match token.lower.strip_suffix(&['s', '\'', '’'][..]).filter(|_| last) {
            Some(stem) => stem.trim_end_matches(['\'', '’']),
            None if last => return None,
            None => &token.lower,
        };
        let small = matches!(word, "og" | "for" | "i" | "på" | "af" | "samt" | "med");
        name.push_str(&if small { word.to_owned() } else { capital(word) });
    }
    Some(Hit { start: at, end: end + usize::from(area.is_some()), tag: name })
}

/// The part of the law of a figure whose sentence names none: that of which the text speaks, or what the nation has a
/// counterpart to.
pub(super) fn scope_of_silence(setting: &Setting, place: Option<&Place>, found: &[Figure]) -> String {
    let nation = place == Some(&Place::NATION);
    match setting.scope() {
        // A committee's share has no counterpart in the nation.
        scope if is_committee(&scope) && nation => {
            Some(setting.base_scope()).filter(|base| !is_committee(base)).unwrap_or_else(|| ALL.to_owned())
        }
        // Nor has a department's.
        scope if nation && setting.is_of_department(&scope) => {
            setting.item_scope.clone().unwrap_or_else(|| ALL.to_owned())
        }
        // "Omgørelsesprocenten er 40 mod 41 på landsplan": unless its own rate stands beside.
        scope
            if nation
                && setting.is_of_base(&scope)
                && !found.iter().any(|f| f.scope == scope && f.unit == Unit::Percent) =>
        {
            setting.base_scope()
        }
        scope => scope,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn committees_of_three_words_have_all_of_them() {
        for (text, expected) in [
            (
                "Ankestyrelsen afgjorde 21 sager i 2021 på Erhvervs-, Beskæftigelses- og Integrationsudvalgets område.",
                vec!["Greve 2021 Erhvervs-, Beskæftigelses- og Integrationsudvalget decided 21"],
            ),
            (
                "I 2021 er omgørelsesprocenten 26 på Socialudvalgets område (11 af 42), og på Børn og Familieudvalgets 36 (10 af 28).",
                vec![
                    "Greve 2021 Socialudvalget reversal_rate 26",
                    "Greve 2021 Socialudvalget reversed 11",
                    "Greve 2021 Socialudvalget considered 42",
                    "Greve 2021 Børn og Familieudvalget reversal_rate 36",
                    "Greve 2021 Børn og Familieudvalget reversed 10",
                    "Greve 2021 Børn og Familieudvalget considered 28",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 21 sager i 2021. Heraf hører 9 under Kultur-, Børne- & Ungeudvalget.",
                vec!["Greve 2021 Alle decided 21", "Greve 2021 Kultur-, Børne- & Ungeudvalget decided 9"],
            ),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
