//! What a line announces for those under it: "Stadfæstelsesprocenten for hele landet er:", "(tal for 2019 i parentes)".

use super::label::{Label, LabelKind, labels, rate_of};
use super::scope::scopes;
use super::setting::{ALL, Aside, Setting};
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::model::figure::{Figure, Measure, Place};
use crate::model::period::Period;
use crate::text::token::{Kind, Token};

/// The one part of the law and the one time that a line names which announces others: "Ankestyrelsen afgjorde i 2021 31
/// klager efter serviceloven:".
pub(super) fn announced_cues(
    clause: &Clause<'_>,
    sentences: &[Clause<'_>],
    setting: &Setting,
) -> (Option<String>, Option<Period>) {
    let only = |clause: &Clause<'_>| {
        let found = scopes(clause, setting);
        found.first().map(|hit| hit.tag.clone()).filter(|first| found.iter().all(|hit| hit.tag == *first))
    };
    // "På børneområdet er procenten 41. Fordelingen på barnets lov er:": what the announcing sentence itself names.
    let scope = only(clause).or_else(|| sentences.last().and_then(only));
    // "Procenten er 45. I 2020 lå den på 51. Afgørelserne fordeler sig sådan:" looked back in between.
    let between = |sentence: &Clause<'_>| !sentence.periods.is_empty();
    let aside = sentences.iter().position(between).is_some_and(|at| {
        at + 1 < sentences.len() && sentences[..at].iter().any(|sentence| !sentence.values().is_empty())
    });
    // "I 2021 blev 40 sager afgjort. Fordelingen i 2021 er:", "40 sager i 2021 mod 31 i 2020. Fordelingen i 2021 er:"
    let time = |clause: &Clause<'_>| {
        let mut named = clause.periods.iter().map(|mention| setting.resolve(mention.named, setting.period()));
        named.next().flatten().filter(|first| named.all(|other| other == Some(*first)))
    };
    let period = time(clause).or_else(|| sentences.last().and_then(time)).filter(|_| !aside);
    (scope, period)
}

/// "Barnets lov fylder mest. Flere af sagerne er efter § 86 og § 87:": the law that is named beside its paragraphs.
pub(super) fn law_of_paragraphs(clause: &Clause<'_>, setting: &Setting) -> Option<String> {
    let found = scopes(clause, setting);
    let law =
        found.iter().map(|hit| &hit.tag).find(|tag| tag.as_str() != ALL && tag.chars().all(char::is_uppercase))?;
    let within =
        |tag: &str| tag.strip_prefix(law.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(" §"));
    found.iter().all(|hit| within(&hit.tag)).then(|| law.clone())
}

/// "Afgørelserne fordeler sig således:", behind a sentence that counted those of one part of the law, the only total that
/// the chapter has told so far: the lines are of that part.
pub(super) fn total_parted(clause: &Clause<'_>, setting: &Setting) -> Option<(String, Option<Period>)> {
    let parts = clause.tokens.iter().any(|t| WORDS.lists.parted.has(t));
    let silent = clause.values().is_empty() && clause.periods.is_empty() && clause.places.is_empty();
    if !parts || !silent || !scopes(clause, setting).is_empty() {
        return None;
    }
    let total = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
    let last = setting.said.last().filter(|f| total(f) && f.place == setting.own)?;
    let mut all = setting.said.iter().rev().take(300).filter(|f| f.place == setting.own).filter(total);
    let only = all.all(|f| (&f.scope, f.period) == (&last.scope, last.period));
    (only && last.scope != setting.scope()).then(|| (last.scope.clone(), last.period))
}

/// What a line says that the values under it are: a rate before all, else the last that it names.
pub(super) fn announced_measure(clause: &Clause<'_>) -> Option<Measure> {
    // "Borgerrådgiveren modtog 90 henvendelser. De fordeler sig sådan:" announces nothing of the board.
    if clause.has(|tag| *tag == Tag::OtherBoard) && !clause.has_any(&WORDS.lists.board_names) {
        return None;
    }
    let mut named = labels(clause);
    if named.is_empty() && counts_decisions(clause) {
        return Some(Measure::Decided);
    }
    let rate = named.iter().position(|label| label.kind == LabelKind::Rate);
    let other = |label: &Label| label.kind != LabelKind::Act || rate_of(&label.measure).is_none();
    let at = rate.or_else(|| named.iter().rposition(other))?;
    let measure = named.swap_remove(at).measure;
    // "De afgørelser, der er modtaget fra Ankestyrelsen, er:" are no complaints that came in.
    let from_board = |pair: &[Token<'_>]| pair[0].is("fra") && WORDS.lists.board_names.has(&pair[1]);
    let decisions = clause.has_word(&["afgørelser", "afgørelserne"]) && clause.tokens.windows(2).any(from_board);
    let complaints = clause.tokens.iter().any(|t| t.word().is_some_and(|word| word.starts_with("klage")));
    let came_back = measure == Measure::Received && decisions && !complaints;
    Some(if came_back { Measure::Decided } else { measure })
}

/// "Ankestyrelsens afgørelser i 2021 fordelt på love:", "Antal afgørelser fra Ankestyrelsen 2021": a line that names the
/// board's decisions, perhaps when, whose and by what they are parted, and says nothing else.
pub(super) fn counts_decisions(clause: &Clause<'_>) -> bool {
    let tokens = &clause.tokens;
    let within = |at: usize| {
        clause.is_of_period(at)
            || clause.places.iter().any(|hit| (hit.start..hit.end).contains(&at))
            || clause.terms.iter().any(|hit| (hit.start..hit.end).contains(&at) && hit.tag == Tag::Own)
    };
    // "Antallet af afgørelser fra Ankestyrelsen har de seneste år udviklet sig således:"
    let told = tokens.last().is_some_and(|t| t.is_symbol(':'));
    let verbs =
        ["har", "været", "var", "er", "udviklet", "sig", "således", "sådan", "følger", "som", "de", "seneste", "år"];
    let plain = |at: usize| {
        let t = &tokens[at];
        told && t.is_any(&verbs)
            || WORDS.lists.board_names.has(t)
            || WORDS.lists.decisions_listed.has(t)
            || matches!(t.kind, Kind::Symbol(':' | ',' | '.'))
            || within(at)
    };
    let named = tokens.iter().any(|t| WORDS.lists.board_names.has(t));
    let decisions = tokens.iter().any(|t| t.is_any(&["afgørelser", "afgørelserne"]));
    named && decisions && clause.values().is_empty() && (0..tokens.len()).all(plain)
}

/// "Tallene for Svendborg Kommune i 2022 er:": numbers of what the item's title names.
pub(super) fn tells_numbers(clause: &Clause<'_>) -> bool {
    let nouns = ["tal", "tallene", "resultat", "resultatet", "resultaterne", "procenterne", "kortene", "kortet"];
    clause.has_word(&nouns) && clause.values().is_empty() && labels(clause).is_empty()
}

/// The one place that a line names which announces others: "Stadfæstelsesprocenten for hele landet er:".
pub(super) fn announced_place(clause: &Clause<'_>) -> Option<Place> {
    let aside = place_in_parentheses(clause).map(|(at, _)| at);
    let nations = clause.terms_where(|tag| *tag == Tag::Nation).map(|hit| (hit.start, Place::NATION));
    let places = clause.places.iter().map(|hit| (hit.start, hit.tag.clone()));
    let mut named = nations.chain(places).filter(|(at, _)| Some(*at) != aside).map(|(_, place)| place);
    let first = named.next()?;
    named.all(|place| place == first && first == Place::NATION).then_some(first)
}

/// "(tal for 2019 i parentes)", "hele landet i parentes"
pub(super) fn note_parentheses(clause: &Clause<'_>, setting: &mut Setting) {
    if clause.tokens.iter().any(speaks_of_parentheses) {
        let named = clause.periods.iter().filter_map(|m| setting.resolve(m.named, setting.period()));
        let place = || place_in_parentheses(clause).map(|(_, place)| Aside::Place(place));
        setting.in_parentheses = place().or(named.min().map(Aside::Period));
    }
}

fn speaks_of_parentheses(token: &Token<'_>) -> bool {
    token.word().is_some_and(|word| word.starts_with("parentes"))
}

/// Whose values the clause says that its parentheses hold, with the token of the name: right before "i parentes", or
/// behind "tal i parentes er for".
fn place_in_parentheses(clause: &Clause<'_>) -> Option<(usize, Place)> {
    let at = clause.tokens.iter().position(speaks_of_parentheses)?;
    let nation = clause.terms_where(|tag| *tag == Tag::Nation).map(|hit| (hit.start, hit.end, Place::NATION));
    let places = clause.places.iter().map(|hit| (hit.start, hit.end, hit.tag.clone()));
    let near = |(start, end, _): &(usize, usize, Place)| {
        let between = if *end <= at { *end..at } else { at..*start };
        between.len() <= 5
            && !clause.tokens[between].iter().any(|t| matches!(t.kind, Kind::Symbol(',' | ';' | '(' | ')' | ':')))
    };
    nation.chain(places).find(near).map(|(start, _, place)| (start, place))
}
