//! Whom a guideline is for: the words before its range, behind it, or in the heading above.

use super::names::works_with;
use super::range::range;
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::minutes;
use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::model::source::{Document, Span};
use crate::text::lower::aligned;
use crate::text::token::{Token, tokens};

/// "Børne- og familieområdet": a heading that names whose cases follow, also in an article.
pub(super) fn is_area(heading: &str) -> bool {
    heading.split_whitespace().any(|word| word.ends_with("området"))
}

/// "familieområdet", "voksenområdet": an area that has a name.
pub(super) fn is_named_area(token: &Token<'_>) -> bool {
    token.word().is_some_and(|word| word.len() > "området".len() && word.ends_with("området"))
}

/// "Vejledende sagstal på børne- og ungeområdet": what is left names the group.
pub(super) fn plain_heading(heading: &str) -> &str {
    let lower = heading.to_lowercase();
    let at = ["sagstal på ", "sagstal for ", "sagstal inden for ", "sagstal i "]
        .iter()
        .find_map(|words| lower.find(words).map(|at| at + words.len()));
    let said = lower.contains("vejledende") || lower.contains("anbefalede");
    at.filter(|_| said).and_then(|at| heading.get(at..)).unwrap_or(heading)
}

/// Does a label begin with a known target group, or is it an area?
pub(super) fn is_group(label: &str) -> bool {
    let lower = aligned(label);
    let words = tokens(label, &lower, Span::new(0..label.len()));
    let known = CASELOAD.terms.find(&words).first().is_some_and(|hit| hit.start == 0 && hit.tag == CaseloadTag::Group);
    known || is_area(label)
}

/// "på sygedagpengeområdet 35-50 sager", "for jobparate over 30 år er det 35-55 sager": the words before the range, and
/// whether it follows them at once.
pub(super) fn front(document: &Document, clause: &Clause<'_>, from: usize, to: usize) -> Option<(String, bool)> {
    let tokens = &clause.tokens;
    let verb = |t: &Token<'_>| {
        t.is_any(&["er", "var", "det", "den", "der", "anbefales", "anbefaler", "ligger", "ca", "bør", "foreningen"])
            || t.is_any(&["har", "have", "nu", "ned", "op"])
            || t.is_any(&["siger", "skriver", "nævner", "angiver", "foreslår", "lyder", "gælder", "hedder"])
            || t.is_any(&["forbundet", "ds", "dansk", "socialrådgiverforening"])
            || t.is_symbol('.')
            || CASELOAD.lists.advice.has(t)
            || CASELOAD.lists.load_nouns.has(t)
    };
    // "et vejledende sagstal på handicap- og psykiatriområdet på 45-65", "nedsat sagstallet for jobparate til 30-45"
    let area = |t: &Token<'_>| t.word().is_some_and(|word| word.ends_with("området"));
    let led = to > from + 1 && (tokens[to - 1].is("på") && area(&tokens[to - 2]) || tokens[to - 1].is("til"));
    let to = to - usize::from(led);
    let end = to - tokens[from..to].iter().rev().take_while(|t| verb(t)).count();
    let preposition = |at: &usize| tokens[*at].is_any(&["på", "for", "til", "hos"]);
    let start = (from..end).rev().find(preposition)? + 1;
    let words = &tokens[start..end];
    let plain = |t: &Token<'_>| {
        let name = t.word().is_some_and(|w| !CASELOAD.lists.load_nouns.holds(w)) || t.is_symbol('-');
        name && !verb(t) && !CASELOAD.staff.has(t) || t.number().is_some()
    };
    let bare = words.len() == 1 && words[0].is("området");
    // "for kontanthjælp og 35-50 for sygedagpenge", "en rådgiver på sygedagpenge har 30-40": no part of the name.
    let over = |t: &Token<'_>| t.is_any(&["og", "samt", "eller", "med", "har", "have", "få", "på"]);
    if words.last().is_some_and(over) || words.iter().any(|t| CASELOAD.lists.no_label.has(t)) {
        return None;
    }
    let ok = (1..=7).contains(&words.len()) && words.iter().all(plain) && words[0].word().is_some() && !bare;
    let ok =
        ok && !words.iter().any(|t| CASELOAD.lists.counted.has(t) && t.word().is_some_and(|w| w.ends_with("sager")));
    ok.then(|| (document.one_line(tokens[start].span.cover(tokens[end - 1].span)), end == to))
}

/// "Sygedagpenge 35-50, aktivitetsparate 30-40": the known group right before a range, in a list.
pub(super) fn listed(document: &Document, clause: &Clause<'_>, from: usize, to: usize) -> Option<String> {
    let tokens = &clause.tokens;
    let sign = |at: &usize| [',', ';', ':'].iter().any(|sign| tokens[*at].is_symbol(*sign));
    let start = (from..to).rfind(sign).map_or(from, |at| at + 1);
    let unit = |t: &&Token<'_>| {
        CASELOAD.lists.counted.has(t) || CASELOAD.staff.has(t) || t.is_any(&["pr", "per", "og", "samt"])
    };
    let start = start + tokens[start..to].iter().take_while(unit).count();
    let plain = |t: &Token<'_>| t.word().is_some() && !CASELOAD.lists.no_label.has(t) || t.is_symbol('-');
    let name = &tokens[start..to];
    let begins =
        || CASELOAD.terms.find(name).first().is_some_and(|hit| hit.start == 0 && hit.tag == CaseloadTag::Group);
    let named = (1..=6).contains(&name.len()) && name.iter().all(plain);
    let label = named.then(|| document.one_line(name[0].span.cover(tokens[to - 1].span)));
    label.filter(|_| begins() && !name.last().is_some_and(|t| t.is_any(&["og", "samt", "på", "for"])))
}

/// "... er anbefalingen 18-20"
pub(super) fn is_called(clause: &Clause<'_>) -> bool {
    let before = range(&clause.tokens, 0).and_then(|found| clause.tokens[..found.start].last());
    // "På børneområdet er det vejledende sagstal 35-45 sager"
    let noun = before.is_some_and(|t| CASELOAD.lists.load_nouns.has(t));
    let told =
        clause.tokens.windows(2).any(|w| CASELOAD.lists.advice.has(&w[0]) && CASELOAD.lists.load_nouns.has(&w[1]));
    noun && told || before.is_some_and(|t| CASELOAD.lists.advice.has(t))
}

/// May a heading be a target group's name? A sentence is none: "Sagstallene er høje".
pub(super) fn names_group(heading: &str) -> bool {
    let words: Vec<String> = heading.split_whitespace().map(str::to_lowercase).collect();
    // "Af socialordfører Hans Hansen": who wrote it.
    let byline = words.first().is_some_and(|word| matches!(word.as_str(), "af" | "foto" | "tekst"));
    // "Sagstal": what is counted.
    let noun = words.len() == 1 && CASELOAD.lists.load_nouns.holds(&words[0]);
    // "Sager pr. rådgiver, ultimo året": a table's title.
    let each = words.iter().any(|word| matches!(word.as_str(), "pr." | "pr" | "per"));
    // "Anbefalede sagstal": what is told, and of whom it does not say.
    let advice =
        plain_heading(heading).split_whitespace().any(|word| CASELOAD.lists.advice.holds(&word.to_lowercase()));
    // "Redegørelse": a part of every item.
    let section = minutes::words().sections.contains_key(&minutes::fold(heading));
    !byline
        && !section
        && !advice
        && !noun
        && !each
        && words.len() <= 7
        && !words.iter().any(|word| CASELOAD.lists.no_label.holds(word) || WORDS.lists.local.holds(word))
}

/// "45-65 sager for voksne med handicap", "20-30 sager pr. rådgiver på området for udsatte børn": the words after "for".
pub(super) fn whom(document: &Document, clause: &Clause<'_>, from: usize, to: usize) -> Option<String> {
    let tokens = &clause.tokens;
    // "20-30 sager pr. familierådgiver"
    let each = tokens[from..to].iter().take(3).any(|t| t.is_any(&["pr", "per"]));
    let whose = tokens[from..to].iter().take(4).find(|t| each && CASELOAD.is_staff_of_a_group(t));
    if let Some(staff) = whose {
        return Some(document.one_line(staff.span));
    }
    let unit = |t: &Token<'_>| {
        CASELOAD.lists.counted.has(t) || CASELOAD.staff.has(t) || t.is_any(&["pr", "per", "hver"]) || t.is_symbol('.')
    };
    // "25-35 børn og unge pr. socialrådgiver på familieområdet": who is counted.
    let per = tokens[from..to].iter().take(4).position(|t| t.is_any(&["pr", "per"])).unwrap_or_default();
    let counted = tokens[from..from + per].iter().all(|t| t.word().is_some() && !t.is_any(&["for", "i", "på"]));
    let from = if counted { from + per } else { from };
    let mut at = from + tokens[from..to].iter().take_while(|t| unit(t)).count();
    if tokens.get(at).is_some_and(|t| t.is("på")) && tokens.get(at + 1).is_some_and(|t| t.is("området")) {
        at += 2;
    }
    // "20-30 sager på familieområdet", "25-35 sager pr. rådgiver i børnesager"
    let ends = |t: &Token<'_>, end: &str| t.word().is_some_and(|w| w.len() > end.len() + 2 && w.ends_with(end));
    let area = |t: &Token<'_>| ends(t, "området") || ends(t, "sager");
    let within = tokens.get(at).is_some_and(|t| t.is_any(&["på", "inden", "i"]));
    let word = at + 1 + usize::from(within && tokens.get(at + 1).is_some_and(|t| t.is("for")));
    if within && word < to && area(&tokens[word]) {
        return Some(document.one_line(tokens[word].span));
    }
    // "25-35 sager på det børnesociale område"
    if let Some([article, kind, noun]) = tokens.get(word..to).and_then(|rest| rest.get(..3))
        && within
        && article.is("det")
        && noun.is("område")
        && kind.word().is_some_and(|w| w.len() > 5 && w.ends_with('e'))
    {
        return Some(document.one_line(article.span.cover(noun.span)));
    }
    // "20-30 sager på børne- og familieområdet"
    if let Some([half, dash, and, whole]) = tokens.get(word..to).and_then(|rest| rest.get(..4))
        && within
        && dash.is_symbol('-')
        && and.is("og")
        && area(whole)
    {
        return Some(document.one_line(half.span.cover(whole.span)));
    }
    if !tokens.get(at).is_some_and(|t| t.is("for")) {
        return None;
    }
    let start = at + 1;
    // "for borgere i ressourceforløb"
    let within = |at: usize| {
        tokens[at].is("i")
            && at == start + 1
            && CASELOAD.lists.counted.has(&tokens[start])
            && CASELOAD.terms.find(&tokens[at + 1..to]).first().is_some_and(|hit| hit.start == 0)
    };
    // "for jobparate over 30 år", "for unge 18-29 år"
    let age = |at: usize| {
        let small = |t: &&Token<'_>| t.number().is_some() || t.is_symbol('-');
        let length = tokens[at..to].iter().take(3).take_while(small).count();
        length > 0 && tokens.get(at + length).is_some_and(|t| t.is("år"))
    };
    let over = |at: usize| {
        let t = &tokens[at];
        let next = tokens.get(at + 1);
        t.word().is_none() && !age(at)
            || t.is_any(&["mens", "men", "hvor", "er", "var", "i", "om"]) && !within(at)
            || (t.is_any(&["og", "samt"]) && next.is_none_or(|n| n.number().is_some() || n.is_any(&["mellem", "fra"])))
    };
    let end = (start..to).find(|&at| over(at)).unwrap_or(to);
    // "25-35 sager for rådgivere, der arbejder med flygtninge"
    if tokens[start..end].iter().all(|t| CASELOAD.lists.plain_staff.has(t)) {
        return works_with(document, clause, start..to);
    }
    let few = end > start && end - start <= 8;
    few.then(|| document.one_line(tokens[start].span.cover(tokens[end - 1].span)))
}
