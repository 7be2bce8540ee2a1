//! Numbers that name or order instead of counting: "§ 85", "bilag 2", `1.` of a list, "covid-19", a mark of a footnote.

use crate::data::words::{Tag, WORDS};
use crate::text::token::{Kind, Token};

/// "bilag 2", "nr. 4"; "af disse § 9" points at what is counted.
pub fn is_name(tokens: &[Token<'_>], at: usize) -> bool {
    let [before, before2] = [1, 2].map(|back| at.checked_sub(back).map(|p| &tokens[p]));
    // "1 sag 1 stadfæstet": what the number before counts.
    let case = before.is_some_and(|t| t.is("sag"));
    let pointed = before2.is_some_and(|t| WORDS.lists.pointing.has(t) || case && t.number().is_some());
    let law = before2.is_some_and(|t| t.is("barnets"));
    before.is_some_and(|t| WORDS.lists.naming.has(t) && !pointed && !law)
        || (before.is_some_and(|t| t.is_symbol('.')) && before2.is_some_and(|t| WORDS.lists.naming.has(t)))
}

/// `1.` at the beginning, `14. plads`, `18-årig`, `2  22/318  Høring` in the contents.
pub fn is_list_number(text: &str, tokens: &[Token<'_>], at: usize) -> bool {
    let next = tokens.get(at + 1);
    let after = tokens.get(at + 2);
    let ordinal = next.is_some_and(|t| t.is_symbol('.'))
        && tokens[at].number().is_some()
        && (at == 0 || after.is_some_and(|t| t.kind == Kind::Word));
    let touching = |a: &Token<'_>, b: &Token<'_>| a.span.end == b.span.start;
    // "[1]": the mark of a footnote.
    let mark = at > 0 && tokens[at - 1].is_symbol('[') && next.is_some_and(|t| t.is_symbol(']'));
    let compound = next.is_some_and(|t| t.is_symbol('-') && touching(&tokens[at], t))
        && after.is_some_and(|t| t.kind == Kind::Word);
    let gap = |a: &Token<'_>, b: &Token<'_>| text.get(a.span.end as usize..b.span.start as usize);
    let goes_on = |a, b| touching(a, b) || gap(a, b).is_some_and(|gap| gap.contains('\n'));
    // "covid-19", also where a line ends in it: part of a name.
    let name = at > 1
        && tokens[at - 1].is_symbol('-')
        && tokens[at - 2].kind == Kind::Word
        && touching(&tokens[at - 2], &tokens[at - 1])
        && goes_on(&tokens[at - 1], &tokens[at]);
    // "47 Omgørelsesprocenter 2020": an item's number; the rate itself would stand behind its name.
    let item = || at == 0 && WORDS.terms.at(tokens, 1).is_some_and(|hit| matches!(hit.tag, Tag::Rate(_)));
    // "2 (Åben) Hjemviste sager": an item's number or an attachment's.
    let openness = |t: &Token<'_>| t.is_any(&["åben", "åbent", "lukket", "lukkede"]);
    let public = is_titled(tokens) || at == 0 && next.is_some_and(|t| t.is_symbol('(')) && after.is_some_and(openness);
    mark || ordinal
        || public
        || compound
        || name
        || (next.is_some_and(|t| t.is_symbol(')')) && !is_enclosed(tokens, at))
        || (at == 0 && next.is_some_and(|t| t.is_symbol(':')))
        || next.is_some_and(|t| t.kind == Kind::CaseNumber)
        || item()
}

/// "3. (Åben) Danmarkskort 2018: 3": a line of contents, which ends in its page.
fn is_titled(tokens: &[Token<'_>]) -> bool {
    let [number, stop, open, word, ..] = tokens else { return false };
    number.number().is_some() && stop.is_symbol('.') && open.is_symbol('(') && word.is_any(&["åben", "åbent", "lukket"])
}

/// Stands a token in a parenthesis? Behind "fundet to årsager: 1)" none is open.
fn is_enclosed(tokens: &[Token<'_>], at: usize) -> bool {
    let before = tokens[..at].iter().rev();
    before.take_while(|t| !t.is_symbol(')')).any(|t| t.is_symbol('('))
}
