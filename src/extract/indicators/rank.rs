//! Ranks: "nr. 83 ud af 98 kommuner", "en 14. plads på landsplan", "nr. 3 ud af 17".

use super::family::Words;
use super::figure::{figure, settle};
use super::marks::Marks;
use super::scope::{ALL, joined};
use crate::data::indicators::{INDICATORS, Meaning};
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::model::figure::{Figure, Origin, Place, Source, Unit};
use crate::model::source::Span;
use crate::text::number_word;
use crate::text::token::{Kind, Token};

/// A rank in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rank {
    /// The token of the number.
    pub at: usize,
    pub span: Span,
    pub value: f64,
    /// Among how many, with its characters.
    pub among: Option<(f64, Span)>,
    /// Among whom, as the output prints it.
    pub field: Option<&'static str>,
    pub field_name: Option<String>,
}

/// Words that say that an ordinal number is a place in a list.
const PLACED: [&str; 12] =
    ["placer", "ligger", "lå", "ligge", "indtager", "rangerer", "nummer", "plads", "er", "var", "bliver", "kommer"];

/// The last rank that is one.
pub(super) const LAST: f64 = 1000.0;

/// The ranks of a sentence, in order.
#[must_use]
pub(super) fn ranks(text: &str, clause: &Clause<'_>, marks: &Marks) -> Vec<Rank> {
    let tokens = &clause.tokens;
    let mut out: Vec<Rank> = Vec::new();
    for at in 0..tokens.len() {
        let Some((value, 0)) = tokens[at].number() else { continue };
        if !(1.0..=LAST).contains(&value) {
            continue;
        }
        let placed = ordinal_place(tokens, at);
        let numbered = is_numbered(tokens, at);
        if !placed && !numbered {
            continue;
        }
        let among = among(tokens, at + 1);
        if numbered && among.is_none() && !(out.iter().any(|r| at - r.at < 20) || says_place(tokens, at, marks)) {
            continue;
        }
        let end = tokens.iter().enumerate().skip(at + 1).find(|(i, t)| {
            t.is_symbol(',')
                || t.is_symbol(';')
                || t.is("og") && tokens[i + 1..].iter().take(6).any(|t| t.is("nr") || t.number().is_some())
        });
        let end = end.map_or(tokens.len(), |(i, _)| i);
        let (field, field_name) = field(text, clause, marks, at, end);
        out.push(Rank { at, span: tokens[at].span, value, among, field, field_name });
    }
    // A bare "nr. 5" beside nothing else is the number of something.
    out
}

/// "14. plads", "14.-plads", "en 58. og en 33. plads".
fn ordinal_place(tokens: &[Token<'_>], at: usize) -> bool {
    let dot = |at: usize| tokens.get(at).is_some_and(|t| t.is_symbol('.'));
    let dash = usize::from(tokens.get(at + 2).is_some_and(|t| t.is_symbol('-')));
    let place = |at: usize| tokens.get(at).is_some_and(|t| t.is_any(&["plads", "pladsen", "placering"]));
    let next = at + 2 + dash;
    let article = usize::from(tokens.get(next + 1).is_some_and(|t| t.is("en")));
    let listed = tokens.get(next).is_some_and(|t| t.is("og"))
        && tokens.get(next + 1 + article).is_some_and(|t| t.number().is_some())
        && dot(next + 2 + article)
        && place(next + 3 + article);
    dot(at + 1) && (place(next) || listed)
}

/// "nr. 83", "nummer 83".
fn is_numbered(tokens: &[Token<'_>], at: usize) -> bool {
    let dotted = at >= 2 && tokens[at - 1].is_symbol('.') && tokens[at - 2].is("nr");
    dotted || at >= 1 && tokens[at - 1].is_any(&["nr", "nummer"])
}

/// "placeret som nr. 83", "er nr. 14 på landsplan": a word of place before and a field behind.
fn says_place(tokens: &[Token<'_>], at: usize, marks: &Marks) -> bool {
    let verb = tokens[at.saturating_sub(6)..at]
        .iter()
        .filter_map(Token::word)
        .any(|word| PLACED.iter().any(|stem| if stem.len() > 4 { word.starts_with(stem) } else { word == *stem }));
    let field = marks.of(|m| matches!(m, Meaning::Among(_))).any(|mark| mark.start > at && mark.start - at < 8);
    verb && field
}

/// "ud af 98", "af 98 kommuner", "blandt de 17", "ud af de otte".
fn among(tokens: &[Token<'_>], from: usize) -> Option<(f64, Span)> {
    let mut at = from;
    while tokens.get(at).is_some_and(|t| t.is_symbol('.') || t.is_symbol('-') || t.is_any(&["plads", "pladsen"])) {
        at += 1;
    }
    if tokens.get(at)?.is("ud") {
        at += 1;
    }
    if !tokens.get(at)?.is_any(&["af", "blandt", "ud"]) {
        return None;
    }
    at += 1;
    while tokens.get(at).is_some_and(|t| t.is_any(&["de", "landets", "alle", "i", "alt"])) {
        at += 1;
    }
    let token = tokens.get(at)?;
    let digits = token.number().filter(|(value, decimals)| *decimals == 0 && *value > 1.0).map(|(value, _)| value);
    let value = digits.or_else(|| token.word().and_then(number_word::value).map(f64::from))?;
    // "nr. 210 af 27. januar": a law of a day.
    let day = tokens
        .get(at + 1)
        .is_some_and(|t| t.is_symbol('.') && tokens.get(at + 2).is_some_and(|t| t.kind == Kind::Word));
    (!day || tokens.len() == at + 2).then_some((value, token.span))
}

/// Among whom: the nearest word behind the rank, "Sjælland (RAR)", "Region Midtjylland".
fn field(
    text: &str,
    clause: &Clause<'_>,
    marks: &Marks,
    at: usize,
    end: usize,
) -> (Option<&'static str>, Option<String>) {
    let label = |m: &'static Meaning| match m {
        Meaning::Among(label) => Some(INDICATORS.label(*label)),
        _ => None,
    };
    let known = marks.labels(label).into_iter().find(|(place, _)| (at..end).contains(place)).map(|(_, label)| label);
    let region =
        clause.places.iter().find(|hit| (at..end).contains(&hit.start) && hit.tag.as_str().starts_with("Region"));
    let named = clause.tokens[at..end].windows(2).find(|w| {
        let capital =
            text.get(w[1].span.start as usize..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase);
        w[0].is_any(&["på", "i"]) && w[1].kind == Kind::Word && capital
    });
    let name = region.map(|hit| hit.tag.to_string()).or_else(|| {
        let word = text.get(named?[1].span.range())?;
        (!word.chars().all(char::is_uppercase)).then(|| word.to_owned())
    });
    (known, name)
}

/// The rank's share of the sentence: from the comma or "og" before it to the next before another rank or the end.
fn window(clause: &Clause<'_>, rank: &Rank, ranks: &[Rank]) -> std::ops::Range<usize> {
    let breaks = |at: &usize| clause.tokens[*at].is_symbol(',') || clause.tokens[*at].is("og");
    let before = ranks.iter().rev().find(|other| other.at < rank.at).map(|other| other.at);
    let start = before.and_then(|from| (from..rank.at).rev().find(breaks)).unwrap_or(0);
    let after = ranks.iter().find(|other| other.at > rank.at).map_or(clause.tokens.len(), |other| other.at);
    let end = (rank.at..after).rev().find(breaks).filter(|_| after < clause.tokens.len()).unwrap_or(after);
    start..end
}

/// The figures of a sentence's ranks: each with the number of those compared, where it is said.
pub(super) fn figures(clause: &Clause<'_>, words: &Words<'_>, ranks: &[Rank]) -> Vec<Figure> {
    ranks.iter().flat_map(|rank| rank_figures(clause, words, rank, window(clause, rank, ranks))).collect()
}

fn rank_figures(clause: &Clause<'_>, words: &Words<'_>, rank: &Rank, window: std::ops::Range<usize>) -> Vec<Figure> {
    let setting = words.setting;
    let ranked = |m: &'static Meaning| match m {
        Meaning::Ranked(label) => Some(INDICATORS.label(*label)),
        _ => None,
    };
    // Another thought behind the rank names nothing for it.
    let thought = (rank.at..window.end).find(|at| clause.tokens[*at].is_symbol(',')).unwrap_or(window.end);
    let labels = words.marks.labels(ranked);
    let near = labels.iter().rev().find(|(at, _)| *at < rank.at);
    let near = near.or_else(|| labels.iter().find(|(at, _)| (rank.at..thought).contains(at))).map(|(_, label)| *label);
    let outer = || {
        let all = [&setting.thread.meanings, &setting.heading_meanings, &setting.title_meanings];
        all.iter().find_map(|meanings| meanings.iter().find_map(ranked))
    };
    let group = words.marks.groups().into_iter().find(|(start, ..)| window.contains(start)).map(|(_, _, label)| label);
    let goal = setting.goal.as_ref().map(|goal| goal.label.as_str());
    let subject = goal.or(near).or_else(outer);
    let field = match (&rank.field, &rank.field_name) {
        (Some("RAR"), Some(name)) => Some(format!("{name} (RAR)")),
        (_, Some(name)) if !name.is_empty() => Some(name.clone()),
        (Some(field), _) => Some((*field).to_owned()),
        _ => rank.among.filter(|(of, _)| *of >= 90.0).map(|_| Place::NATION.to_string()),
    };
    let scope = [subject.map(str::to_owned), group.filter(|_| goal.is_none()).map(str::to_owned), field];
    let scope = scope.into_iter().flatten().fold(None, |all, one| Some(joined(all, Some(one))));
    let scope = scope.unwrap_or_else(|| ALL.to_owned());
    let place = clause.places.iter().rev().find(|hit| hit.start < rank.at && !hit.tag.as_str().starts_with("Region"));
    let place = place.map(|hit| hit.tag.clone()).or_else(|| setting.own.clone());
    let said = clause.periods.iter().filter(|m| m.start < thought).find_map(|m| match m.named {
        Named::Absolute(period) => Some(period),
        _ => None,
    });
    let thread = setting.thread.period.filter(|_| setting.thread.period_of.is_none_or(|topic| topic == "rank"));
    let period = said.or(setting.data_period).or(thread).or(setting.heading_period).or(setting.title_period);
    let one = |measure: &str, value: f64, span: Span| {
        let unit = if measure == "rank" { Unit::Other("rank".into()) } else { Unit::Count };
        let mut figure = figure("rank", measure, &scope, (value, 0), unit);
        (figure.place, figure.period) = (place.clone(), period);
        figure.origin = Origin::Stated(Source { value: span, passage: clause.span, heads: Vec::new() });
        settle(&mut figure);
        figure
    };
    let mut out = vec![one("rank", rank.value, rank.span)];
    out.extend(rank.among.map(|(of, span)| one("ranked", of, span)));
    out
}
