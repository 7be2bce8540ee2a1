//! What a sentence says of all the cases that were counted: that there were none, or that all ended in one way.

use super::figure::figure;
use super::label::{Label, LabelKind};
use super::portion::{is_decided_of_law, parts_by_law};
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
    let bare = clause.terms_where(|tag| *tag == Tag::Cases).find(|hit| {
        let denied = |at: usize| clause.tokens[at].is("ingen") || there(at);
        hit.start > 0 && denied(hit.start - 1) && labels.iter().all(|l| l.kind == LabelKind::Act)
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
    let counted = bare.is_some()
        || clause.terms_where(|tag| *tag == Tag::Cases).any(|hit| hit.start.abs_diff(act.end) <= 2)
        || clause.tokens[act.clone()].iter().any(|t| t.word().is_some_and(|w| w.starts_with("afgørelse")));
    // "Ankestyrelsen har ikke afgjort sager på børnehandicapområdet": the only area named; "endnu ikke afgjort" is
    // another thing, and "ikke afgjort sagerne" too.
    let open = || clause.has_word(&["endnu"]) || clause.tokens[act.end..].iter().take(2).any(is_definite);
    let area = scopes.len() == 1 && clause.sections.is_empty() && !open() && (merits.is_some() || is_said(clause));
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
    let [Label { kind: LabelKind::Outcome, measure, .. }] = labels else { return None };
    let denied = |t: &Token<'_>| t.is("ikke") || t.is("næsten") || WORDS.lists.but.has(t) || WORDS.lists.modals.has(t);
    let plain = opens && tokens.len() <= 9 && clause.values().is_empty() && clause.strange().is_empty();
    if !plain || tokens.iter().any(denied) {
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

/// "§ 97: 1 afgørelse, som er stadfæstet": one number of what was decided and of how it ended.
pub(super) fn all_that_were(clause: &Clause<'_>, labels: &[Label], scopes: &[Hit<String>], figures: &mut Vec<Figure>) {
    let tokens = &clause.tokens;
    for (index, value) in clause.values().iter().enumerate() {
        let limit = clause.values().get(index + 1).map_or(tokens.len(), |next| next.start);
        if let Some(outcome) = all_ended_so(clause, value, labels) {
            let counted = |f: &Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
            let found = figures.iter().position(|f| f.source().is_some_and(|source| source.value == value.span));
            if let Some(at) = found.filter(|&at| counted(&figures[at])) {
                figures.insert(at + 1, Figure { measure: outcome.clone(), ..figures[at].clone() });
            }
            continue;
        }
        if let Some(outcome) = are_all(clause, value, labels) {
            let same = |f: &Figure| f.source().is_some_and(|source| source.value == value.span);
            if let Some(at) = figures.iter().position(|f| same(f) && f.measure == outcome) {
                figures.insert(at, Figure { measure: Measure::Decided, ..figures[at].clone() });
            }
            continue;
        }
        if let Some(outcome) = all_reversed_were(clause, value, labels) {
            let same = |f: &Figure| f.source().is_some_and(|source| source.value == value.span);
            if let Some(at) = figures.iter().position(|f| same(f) && f.measure == Measure::Reversed) {
                figures.insert(at + 1, Figure { measure: outcome, ..figures[at].clone() });
            }
            continue;
        }
        if let Some(outcome) = and_so_they_ended(clause, value, labels) {
            let same = |f: &Figure| f.source().is_some_and(|source| source.value == value.span);
            let counted = |f: &Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
            let stated = figures.iter().any(|f| f.measure == *outcome);
            if let Some(at) = figures.iter().position(|f| same(f) && counted(f)).filter(|_| !stated) {
                figures.insert(at + 1, Figure { measure: outcome.clone(), ..figures[at].clone() });
            }
            continue;
        }
        let comma = (value.end..limit)
            .find(|&at| tokens[at].is_symbol(',') && tokens.get(at + 1).is_some_and(|t| t.is_any(&["som", "der"])));
        // "§ 97: 1 afgørelse, stadfæstet"
        let short = value.end + 1;
        let short = Some(short).filter(|&at| value.value == 1.0 && tokens.get(at).is_some_and(|t| t.is_symbol(',')));
        let Some(last) = comma.map(|comma| comma + 2).or(short) else { continue };
        let plain = comma.is_none() || tokens.get(last).is_some_and(|t| t.is_any(&["er", "blev", "bliver"]));
        let Some(label) = labels.iter().find(|l| l.start == last + 1 && l.kind == LabelKind::Outcome) else { continue };
        let share = parts_by_law(clause, scopes, value) || is_decided_of_law(clause, labels, scopes, value);
        let goes_on = |t: &Token<'_>| share && (t.is_symbol(',') || t.is_any(&["og", "samt"]));
        let over = tokens.get(label.end).is_none_or(|t| t.is_symbol('.') || t.is_symbol(';') || goes_on(t));
        let found = figures.iter().position(|f| f.source().is_some_and(|source| source.value == value.span));
        let Some(at) = found.filter(|_| plain && over) else { continue };
        let other = |measure: Measure| Figure { measure, ..figures[at].clone() };
        if figures[at].measure == Measure::Decided {
            figures.insert(at + 1, other(label.measure.clone()));
        } else if figures[at].measure == label.measure
            && (share
                || lists_paragraph(clause, value)
                || opens_with_total(clause, value)
                // "§ 97 ledsageordning. 1 afgørelse, som er stadfæstet.": no more is said.
                || value.start == 0 && value.end < tokens.len() && label.end + 1 >= tokens.len()
                || opens_with_kind(clause, value, last))
        {
            figures.insert(at, other(Measure::Decided));
        }
    }
}

/// "De 6 omgjorte sager blev alle hjemvist": one of the two that reversals are.
fn all_reversed_were(clause: &Clause<'_>, value: &Value, labels: &[Label]) -> Option<Measure> {
    let [reversed, outcome] = labels else { return None };
    let counted = reversed.measure == Measure::Reversed && reversed.start == value.end && clause.values().len() == 1;
    let all = |at: usize| clause.tokens[at].is_any(&["alle", "samtlige"]);
    let one = matches!(outcome.measure, Measure::Remanded | Measure::Changed);
    (counted && one && outcome.start > 0 && all(outcome.start - 1)).then(|| outcome.measure.clone())
}

/// "I andet halvår blev alle 6 afgjorte sager stadfæstet", "idet alle 3 realitetsbehandlede sager er stadfæstet": the
/// outcome right behind what was counted.
fn all_ended_so<'l>(clause: &Clause<'_>, value: &Value, labels: &'l [Label]) -> Option<&'l Measure> {
    let all = value.start > 0 && clause.tokens[value.start - 1].is_any(&["alle", "samtlige"]);
    let act =
        labels.iter().position(|label| label.kind == LabelKind::Act && label.start == value.end).filter(|_| all)?;
    let noun = clause.terms.iter().find(|hit| hit.tag == Tag::Cases && hit.start == labels[act].end)?.end;
    // "I 2021 stadfæstede Ankestyrelsen alle 3 afgjorte sager"
    let active = |label: &&Label| {
        let verb = clause.tokens[label.start].word().is_some_and(|w| w.ends_with("ede") || w.ends_with("te"));
        verb && label.end + 3 >= value.start && label.end < value.start
    };
    let outcome = |label: &&Label| label.kind == LabelKind::Outcome;
    if let Some(before) = labels[..act].last().filter(outcome).filter(active)
        && labels.len() == act + 1
    {
        return Some(&before.measure);
    }
    let behind = labels.get(act + 1).filter(outcome)?;
    let plain = |t: &Token<'_>| (t.word().is_some() && !t.is_any(&["og", "som", "der", "hvoraf"])) || t.is_symbol('§');
    let directly = (noun..behind.start).all(|at| plain(&clause.tokens[at]) || clause.is_of_section(at));
    let ends = clause.tokens.get(behind.end).is_none_or(|t| t.is_symbol('.') || t.is_symbol(',') || t.is("i"));
    (directly && ends).then_some(&behind.measure)
}

/// "Alle tre afgørelser vedrører § 100, og alle er stadfæstet", "der blev afgjort en enkelt sag, og den blev stadfæstet": the
/// last number of its sentence, and the one outcome, behind it.
fn and_so_they_ended<'l>(clause: &Clause<'_>, value: &Value, labels: &'l [Label]) -> Option<&'l Measure> {
    let tokens = &clause.tokens;
    let noun = clause.terms.iter().any(|hit| hit.tag == Tag::Cases && (value.end..value.end + 2).contains(&hit.start));
    let last = clause.values().last().is_some_and(|other| other.span == value.span);
    let mut outcomes = labels.iter().filter(|label| label.kind == LabelKind::Outcome);
    let only = outcomes.next().filter(|only| only.start > value.end && noun && last)?;
    if outcomes.next().is_some() {
        return None;
    }
    let and = tokens[..only.start].iter().rposition(|t| t.is("og")).filter(|&and| and >= value.end)?;
    let verb = |t: &Token<'_>| t.is_any(&["er", "blev", "bliver"]);
    let (all, one) = (["alle", "samtlige"], ["den", "denne"]);
    let ended = match &tokens[and + 1..only.start] {
        [who, is] => verb(is) && (who.is_any(&all) || value.value == 1.0 && who.is_any(&one)),
        [who, is, each] => verb(is) && who.is_any(&["de", "disse"]) && each.is_any(&all),
        _ => false,
    };
    let ends = tokens.get(only.end).is_none_or(|t| t.is_symbol('.') || t.is_symbol(';'));
    (ended && ends).then_some(&only.measure)
}

/// "3 sager om § 97 er alle stadfæstet": so many were decided, and all ended so.
fn are_all(clause: &Clause<'_>, value: &Value, labels: &[Label]) -> Option<Measure> {
    let tokens = &clause.tokens;
    let noun = clause.terms.iter().any(|hit| hit.tag == Tag::Cases && hit.start == value.end);
    let behind = labels.iter().find(|label| label.start > value.end).filter(|_| noun)?;
    let next = clause.values().iter().find(|other| other.start > value.start);
    let alone = next.is_none_or(|next| next.start >= behind.start || next.start + 1 == behind.start);
    let all = tokens[behind.start - 1].is_any(&["alle", "samtlige", "begge"]);
    let between = &tokens[value.end..behind.start];
    let verb = between.iter().any(|t| t.is_any(&["er", "blev", "bliver", "var"]));
    let one = !between.iter().any(|t| t.is_symbol(',') || t.is_symbol(';') || t.is_any(&["og", "som", "der"]));
    (alone && all && verb && one && behind.kind == LabelKind::Outcome).then(|| behind.measure.clone())
}

/// "§ 95 (tilskud): Én afgørelse": a row of a list, which gives what was decided.
fn lists_paragraph(clause: &Clause<'_>, value: &Value) -> bool {
    let colon = value.start > 0 && clause.tokens[value.start - 1].is_symbol(':');
    let noun = clause.tokens.get(value.end).is_some_and(|t| WORDS.case_nouns.has(t));
    colon && noun && clause.sections.iter().any(|hit| hit.end < value.start)
}

/// "- 3 sager om ledsageordning efter § 97, som er stadfæstet": all that there are of the paragraph.
fn opens_with_kind(clause: &Clause<'_>, value: &Value, end: usize) -> bool {
    let noun = clause.tokens.get(value.end).is_some_and(|t| WORDS.case_nouns.has(t));
    let opens = clause.tokens[..value.start].iter().all(|t| t.word().is_none() && t.number().is_none());
    opens && noun && clause.sections.iter().any(|hit| hit.start > value.end && hit.end < end)
}

/// "I alt 1 afgørelse, som er stadfæstet"
fn opens_with_total(clause: &Clause<'_>, value: &Value) -> bool {
    let noun = clause.tokens.get(value.end).is_some_and(|t| WORDS.case_nouns.has(t));
    value.start == 2 && clause.tokens[0].is("i") && clause.tokens[1].is("alt") && noun
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
