//! What a sentence says of all the cases that were counted: that there were none, or that all ended in one way.

use super::figure::figure;
use super::label::{Label, LabelKind};
use super::proven::makes;
use super::setting::Setting;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Figure, Measure};
use crate::text::token::{Kind, Token};

/// "Der har ikke været afgjort sager efter § 95, § 96 eller § 97": a stated 0 for each.
pub(super) fn none_decided(
    clause: &Clause<'_>,
    labels: &[Label],
    scopes: &[Hit<String>],
    setting: &Setting,
) -> Vec<Figure> {
    // "Der var ingen sager efter § 96"
    // "Der har ikke været afgørelser efter § 95"
    let there =
        |at: usize| clause.tokens[at].is("været") && clause.tokens[..at].iter().rev().take(2).any(|t| t.is("ikke"));
    // "Der har ikke været nogen sager", "Der er ikke nogen afgørelser"
    let any = |at: usize| clause.tokens[at].is_any(&["nogen", "nogle"]);
    let bare = clause.terms_where(|tag| *tag == Tag::Cases).find(|hit| {
        let denied = |at: usize| clause.tokens[at].is("ingen") || there(at);
        let none = |at: usize| at > 0 && any(at) && (clause.tokens[at - 1].is("ikke") || there(at - 1));
        let before = hit.start.checked_sub(1).is_some_and(|at| denied(at) || none(at));
        before && labels.iter().all(|l| l.kind == LabelKind::Act)
    });
    if let Some(none) = none_of_the_line(clause, labels, scopes, setting) {
        return vec![none];
    }
    // "har ikke realitetsbehandlet sager på voksenhandicapområdet": one phrase, and the denial in it.
    let merits = labels.iter().find(|l| {
        let noun = clause.terms.iter().any(|hit| hit.start == l.end && hit.tag == Tag::Cases);
        let word = clause.tokens[l.end - 1].word().is_some_and(|w| w == "realitetsbehandlet");
        l.measure == Measure::Dismissed && clause.tokens[l.start].is("ikke") && noun && word
    });
    let act = labels.iter().find(|l| l.measure == Measure::Decided).map(|act| act.start..act.end);
    let act = merits.map(|merits| merits.start + 1..merits.end).or(act);
    let Some(act) = act.or(bare.map(|hit| hit.start..hit.end)) else { return Vec::new() };
    let denial = clause.tokens[..act.start].iter().rposition(|t| t.is("ikke") || t.is("ingen"));
    // "borgeren var ikke vejledt, før kommunen traf afgørelse": of another clause than the act.
    let apart = |pair: &[Token<'_>]| {
        pair[0].is_symbol(',') && pair[1].is_any(&["før", "inden", "da", "fordi", "idet", "når", "hvis", "men", "at"])
    };
    let denial = denial.filter(|denial| !clause.tokens[*denial..act.start].windows(2).any(apart));
    // "Ankestyrelsen afgjorde i 2021 ingen sager på voksenhandicapområdet"
    let none = bare.and_then(|hit| hit.start.checked_sub(1)).filter(|&at| clause.tokens[at].is("ingen"));
    let others = clause.tokens.iter().any(|t| WORDS.lists.deciders.has(t)) && !clause.names_board();
    let denial = denial.or(none.filter(|_| !others));
    let counted = bare.is_some()
        || clause.terms_where(|tag| *tag == Tag::Cases).any(|hit| hit.start.abs_diff(act.end) <= 2)
        || clause.tokens[act.clone()].iter().any(|t| t.word().is_some_and(|w| w.starts_with("afgørelse")));
    // "Ankestyrelsen har ikke afgjort sager på børnehandicapområdet": the only area named; "endnu ikke afgjort" is
    // another thing, and "ikke afgjort sagerne" too.
    let open = || clause.has_word(&["endnu"]) || clause.tokens[act.end..].iter().take(2).any(is_definite);
    // "på hverken børnehandicapområdet eller voksenhandicapområdet": of each of them.
    let joined = |pair: &[Hit<String>]| {
        let between = clause.tokens.get(pair[0].end..pair[1].start).unwrap_or_default();
        between.iter().any(|t| t.is_any(&["eller", "og"])) && between.iter().all(|t| t.is_any(&["eller", "og", "på"]))
    };
    let areas = scopes.len() == 1 || scopes.len() == 2 && scopes.windows(2).all(joined);
    let area = areas && clause.sections.is_empty() && !open() && (merits.is_some() || is_said(clause));
    // "Ingen sager er afgjort efter § 95": the denial itself is the only number.
    let numbered = clause.values().iter().any(|value| Some(value.start) != denial);
    let Some(denial) = denial.filter(|_| counted && !numbered && (area || !clause.sections.is_empty())) else {
        return Vec::new();
    };
    let period = clause.periods.first().and_then(|m| setting.resolve(m.named, setting.period())).or(setting.period());
    let behind = |hit: &&Hit<String>| area || (hit.start > act.end && hit.tag.contains('§'));
    // "§ 117 (befordring): Der er ikke afgjort sager."
    let none_behind = !scopes.iter().any(|hit| behind(&hit));
    let before = |hit: &&Hit<String>| none_behind && clause.sections.len() == 1 && hit.tag.contains('§');
    let after = scopes.iter().filter(|hit| behind(hit) || before(hit));
    // "Halsnæs har ingen afgørelser på området"
    let mut places = clause.places.iter().map(|hit| &hit.tag);
    let place = places.next().cloned().or_else(|| setting.own.clone());
    if places.any(|other| Some(other) != place.as_ref()) {
        return Vec::new();
    }
    let none = count_at(clause, denial, 0.0);
    let considered = merits.is_some() || labels.iter().any(|l| l.measure == Measure::Considered);
    let measure = if considered { Measure::Considered } else { Measure::Decided };
    after.map(|hit| figure(clause, &none, measure.clone(), place.clone(), period, hit.tag.clone())).collect()
}

/// "§ 32 a hjemmetræning. Der har ikke været afgørelser.": none of the paragraph that the line of a list opens with.
fn none_of_the_line(
    clause: &Clause<'_>,
    labels: &[Label],
    scopes: &[Hit<String>],
    setting: &Setting,
) -> Option<Figure> {
    let tokens = &clause.tokens;
    let scope = setting.thread.scope.clone().filter(|scope| setting.thread.listed && scope.contains('§'))?;
    let denial = tokens.iter().position(|t| t.is_any(&["ikke", "ingen"]))?;
    let plain = |t: &Token<'_>| {
        t.is_any(&["der", "har", "er", "var", "ikke", "ingen", "været", "nogen", "i", "år", "året", "blev", "truffet"])
            || t.is_any(&["afgjort", "behandlet"])
            || WORDS.case_nouns.has(t) && !is_definite(t)
            || t.is_symbol('.')
    };
    let said = tokens.iter().any(|t| WORDS.case_nouns.has(t)) && labels.iter().all(|l| l.kind == LabelKind::Act);
    let numbered = clause.values().iter().any(|value| value.start != denial);
    (said && scopes.is_empty() && !numbered && tokens.iter().all(plain)).then(|| {
        let none = count_at(clause, denial, 0.0);
        figure(clause, &none, Measure::Decided, setting.own.clone(), setting.period(), scope)
    })
}

/// "Voksenhandicap, Greve ingen sager": without a verb a cell of a table, of who knows which year.
fn is_said(clause: &Clause<'_>) -> bool {
    clause.has_word(&["er", "var", "har", "havde", "blev", "været", "fik", "findes", "traf", "kom", "indgår"])
        || clause.has_word(&["afgjorde", "behandlede", "realitetsbehandlede", "modtog"])
        || clause.tokens.iter().any(|t| t.is_symbol(':'))
}

/// "Der er ingen afgørelser efter § 95. Omgørelsesprocenten er 25": of what was spoken of before.
pub(super) fn leave_none(clause: &Clause<'_>, labels: &[Label], scopes: &[Hit<String>], setting: &mut Setting) {
    let rate = labels.iter().any(|label| label.kind == LabelKind::Rate);
    if let Some(before) = setting.thread.before_none.take()
        && rate
        && scopes.is_empty()
        && clause.periods.is_empty()
    {
        setting.thread.scope = before;
    }
}

/// A word as the count that it stands for.
fn count_at(clause: &Clause<'_>, at: usize, value: f64) -> Value {
    let span = clause.tokens[at].span;
    Value { start: at, end: at + 1, span, value, decimals: 0, kind: ValueKind::Count, hedge: None }
}

/// "sagerne", "klagen"
fn is_definite(token: &Token<'_>) -> bool {
    WORDS.case_nouns.has(token) && token.word().is_some_and(|w| w.ends_with("erne") || w.ends_with("en"))
}

/// "Ankestyrelsen har afgjort fire sager. De blev alle stadfæstet", "... én sag. Den blev hjemvist": so many as the sentence
/// before counted in total.
pub(super) fn all_of_them(clause: &Clause<'_>, labels: &[Label], setting: &Setting) -> Option<Figure> {
    let tokens = &clause.tokens;
    let opens = tokens.first()?.is_any(&["de", "disse", "alle", "samtlige", "begge", "sagerne", "afgørelserne"]);
    let all = tokens.iter().position(|t| t.is_any(&["alle", "samtlige", "begge"]));
    let one = tokens[0].is_any(&["den", "denne", "sagen", "afgørelsen", "klagen"])
        && tokens.get(1).is_some_and(|t| t.is_any(&["er", "blev"]));
    let (opens, all) = (opens || one, all.or(one.then_some(0))?);
    // "De blev alle stadfæstet, så omgørelsesprocenten er 0": what follows from it stands behind.
    let follows = |pair: &[Token<'_>]| pair[0].is_symbol(',') && pair[1].is_any(&["så", "hvorfor", "hvilket", "og"]);
    let end = tokens.windows(2).position(follows).unwrap_or(tokens.len());
    let (Label { kind: LabelKind::Outcome, measure, .. }, rest) = labels.split_first()? else { return None };
    if rest.iter().any(|label| label.start < end || label.kind != LabelKind::Rate) {
        return None;
    }
    let denied = |t: &Token<'_>| t.is("ikke") || t.is("næsten") || WORDS.lists.but.has(t) || WORDS.lists.modals.has(t);
    let silent = clause.values().iter().all(|value| value.start > end) && clause.strange().iter().all(|at| *at > end);
    let plain = opens && end <= 9 && silent;
    if !plain || tokens[..end].iter().any(denied) {
        return None;
    }
    let total = total_before(setting)?;
    let both = tokens[all].is("begge");
    // A count in doubt came between: "de" are those.
    if setting.thread.in_doubt {
        return None;
    }
    let as_many = if one { 1.0 } else { 2.0 };
    (!both && !one || total.value == as_many).then(|| {
        let value = count_at(clause, all, total.value);
        figure(clause, &value, measure.clone(), total.place.clone(), total.period, total.scope.clone())
    })
}

/// "Ingen sager er ændret eller afvist": none of the ones, and none of the others.
pub(super) fn none_of_them(
    clause: &Clause<'_>,
    labels: &[Label],
    scopes: &[Hit<String>],
    setting: &Setting,
) -> Vec<Figure> {
    let tokens = &clause.tokens;
    let Some(none) = tokens.iter().position(|t| t.is("ingen")) else { return Vec::new() };
    let numbered = clause.values().iter().any(|value| value.start != none);
    let outcomes = labels.iter().all(|l| l.kind == LabelKind::Outcome && l.start > none);
    // "ændret eller hjemvist": each by its own name, though one number would be of both.
    let each: Vec<&Measure> = clause
        .terms
        .iter()
        .filter(|hit| labels.iter().any(|l| l.start <= hit.start && hit.end <= l.end))
        .filter_map(|hit| if let Tag::Outcome(measure) = &hit.tag { Some(measure) } else { None })
        .collect();
    let outcomes = outcomes && each.len() > 1;
    let known = |at: usize| {
        labels.iter().any(|l| (l.start..l.end).contains(&at))
            || WORDS.case_nouns.has(&tokens[at])
            || tokens[at]
                .is_any(&["ingen", "af", "dem", "disse", "er", "blev", "blevet", "eller", "og", "samt", "enten"])
            || matches!(tokens[at].kind, Kind::Symbol(',' | '.'))
    };
    let plain = (0..tokens.len()).all(known) && none == 0;
    if numbered || !outcomes || !plain || !scopes.is_empty() || setting.thread.count.is_none() {
        return Vec::new();
    }
    let value = count_at(clause, none, 0.0);
    let one = |measure: &Measure| {
        figure(clause, &value, measure.clone(), setting.own.clone(), setting.period(), setting.scope())
    };
    each.into_iter().map(one).collect()
}

/// The one count that the sentence before gave, where it is a total.
fn total_before(setting: &Setting) -> Option<&Figure> {
    let is_total = |figure: &&Figure| matches!(figure.measure, Measure::Decided | Measure::Considered);
    let passage = |figure: &Figure| figure.source().map(|source| source.passage);
    let mut said = setting.said.iter().rev();
    let last = said.next().filter(is_total).filter(|_| setting.thread.count.is_some())?;
    let alone = said.next().is_none_or(|other| passage(other) != passage(last));
    alone.then_some(last)
}

/// "13 ud af 24 sager er omgjort. Dermed er Greve på 54 procent": the whole is the base of the rate in the next sentence.
pub(super) fn base_of_next(stated: &mut [Figure], found: &[Figure]) {
    let Some(rate) = found.first().filter(|f| f.measure == Measure::ReversalRate && f.is_certain()) else { return };
    let passage = |f: &Figure| f.source().map(|source| source.passage);
    let Some(last) = stated.last().map(passage) else { return };
    let from = stated.iter().rposition(|f| passage(f) != last).map_or(0, |at| at + 1);
    let key = |f: &Figure| (f.place.clone(), f.period, f.scope.clone());
    let near = &stated[from..];
    let part = near.iter().find(|f| f.measure == Measure::Reversed && key(f) == key(rate));
    let Some(part) = part.map(|f| f.value) else { return };
    let fits = |f: &&mut Figure| {
        let base = f.measure == Measure::Decided && key(f) == key(rate);
        base && makes(part, f.value, rate.value, rate.decimals, rate.hedge.is_some())
    };
    if let Some(base) = stated[from..].iter_mut().find(fits) {
        base.measure = Measure::Considered;
    }
}

/// "Afviste sager er ikke medregnet": of what the sentence before counted.
pub(super) fn leaves_out_dismissed(clause: &Clause<'_>) -> bool {
    let tokens = &clause.tokens;
    let dismissed = tokens.iter().take(2).any(|t| t.word().is_some_and(|w| w.starts_with("afvist")));
    let denied = tokens.iter().position(|t| t.is("ikke"));
    let left = denied.is_some_and(|at| tokens[at..].iter().any(|t| WORDS.lists.counted_in.has(t)));
    dismissed && left && clause.values().is_empty() && tokens.len() <= 10
}

/// What the sentence right before said was decided is what was considered.
pub(super) fn count_without_dismissed(stated: &mut [Figure], clause: &Clause<'_>) {
    let passage = |f: &Figure| f.source().map(|source| source.passage);
    let Some(last) = stated.last().and_then(passage) else { return };
    let near = clause.span.start.saturating_sub(last.end) <= 3;
    for figure in stated.iter_mut().rev().take_while(|f| near && passage(f) == Some(last)) {
        if figure.measure == Measure::Decided {
            figure.measure = Measure::Considered;
        }
    }
}
