//! Times that a sentence only compares with.

use crate::data::words::WORDS;
use crate::extract::period::Mention;
use crate::text::token::Token;
use std::ops::Range;

/// "sammenlignet med 2016", "siden 2016", "mere end i 2016": the earlier of two times.
pub(super) fn is_compared(tokens: &[Token<'_>], mention: &Mention) -> bool {
    compares(tokens, mention, |t| WORDS.lists.compared.has(t) || WORDS.lists.against.has(t))
}

/// "I forhold til 2020 er procenten faldet til 31": a time that no value of the sentence is of, unless it goes on ",
/// hvor ...".
pub(super) fn is_only_compared(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let goes_on = tokens.get(mention.end).is_some_and(|t| t.is_symbol(','))
        && tokens.get(mention.end + 1).is_some_and(|t| t.is("hvor") || t.is("da") && !is_since(tokens, mention));
    // "Sammenlignet med 2018 er det et fald, idet procenten dengang var 34"
    let goes_on = goes_on || tokens[mention.end..].iter().any(|t| t.is("dengang"));
    !goes_on && compares(tokens, mention, |t| WORDS.lists.compared.has(t))
}

/// "Siden 2013": where a time begins.
pub(super) fn is_since(tokens: &[Token<'_>], mention: &Mention) -> bool {
    mention.start > 0 && tokens[mention.start - 1].is("siden")
}

fn compares(tokens: &[Token<'_>], mention: &Mention, is_word: impl Fn(&Token<'_>) -> bool) -> bool {
    let small = |t: &Token<'_>| t.is_any(&["med", "til", "i", "året", "fra"]) || t.is_symbol('.');
    let mut before = tokens[..mention.start].iter().rev();
    let word = before.by_ref().take(4).find(|t| !small(t));
    word.is_some_and(is_word)
}

/// "Da tallene ligger over landet, gennemgår vi 11 sager": between the two ends the clause that the sentence opens with.
pub(super) fn ends_opening_clause(tokens: &[Token<'_>], between: Range<usize>) -> bool {
    let opens = tokens.first().is_some_and(|t| WORDS.lists.subordinating.has(t));
    let goes_on = ["der", "som", "hvor", "hvilket", "nemlig", "på", "og"];
    let ends = |at: usize| tokens[at].is_symbol(',') && !tokens[at + 1].is_any(&goes_on);
    opens && between.end < tokens.len() && between.into_iter().any(ends)
}

/// "I beretningen for 2020 var tallet 31": what an earlier paper told.
pub(super) fn is_of_other_report(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let [.., first, paper, of] = &tokens[..mention.start] else { return false };
    let ends = |word: &str| ["beretningen", "rapporten", "redegørelsen"].iter().any(|end| word.ends_with(end));
    first.is("i") && paper.word().is_some_and(ends) && of.is_any(&["for", "fra"])
}

/// "Omgørelsesprocenten er 41. I 2020 var den 50": the year of what is compared.
pub(super) fn looks_back(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let opens = mention.start > 1 && tokens[mention.start - 1].is("i") && tokens[mention.start - 2].is_symbol('.');
    let is = |at: usize, words: &[&str]| tokens.get(mention.end + at).is_some_and(|t| t.is_any(words));
    opens && is(0, &["var"]) && is(1, &["den", "det", "de", "tallet", "tallene", "procenten"])
}

/// "29,6 % omgjort (27 sager), 2017: 34,1 %": the time of the number behind, where those before it have none; `first` is where
/// the first time of the text stands.
pub(super) fn stands_beside(tokens: &[Token<'_>], mention: &Mention, first: usize) -> bool {
    let comma = mention.start > 0 && tokens[mention.start - 1].is_symbol(',');
    let colon = tokens.get(mention.end).is_some_and(|t| t.is_symbol(':'));
    let numbered = tokens.get(mention.end + 1).is_some_and(|t| t.number().is_some());
    comma && colon && numbered && mention.start == first && tokens[..first].iter().any(|t| t.number().is_some())
}

/// "42 (2019: 38)", "42 (i 2019: 38)": the time of the number inside.
pub(super) fn opens_parenthesis(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let before = tokens[..mention.start].iter().rev().find(|t| !t.is_any(&["i", "mod"]));
    let colon = tokens.get(mention.end).is_some_and(|t| t.is_symbol(':'));
    let numbered = tokens.get(mention.end + 1).is_some_and(|t| t.number().is_some());
    before.is_some_and(|t| t.is_symbol('(')) && colon && numbered
}
