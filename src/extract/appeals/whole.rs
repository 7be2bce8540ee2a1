//! What a sentence says of all the cases that were counted: that there were none, or that all ended in one way.

use super::figure::figure;
use super::label::{Label, LabelKind};
use super::setting::Setting;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Figure, Measure};
use crate::text::token::Token;

/// "Der har ikke været afgjort sager efter § 95, § 96 eller § 97": a stated 0 for each.
pub(super) fn none_decided(
    clause: &Clause<'_>,
    labels: &[Label],
    scopes: &[Hit<String>],
    setting: &Setting,
) -> Vec<Figure> {
    // "Der var ingen sager efter § 96"
    let bare = clause.terms_where(|tag| *tag == Tag::Cases).find(|hit| {
        hit.start > 0 && clause.tokens[hit.start - 1].is("ingen") && labels.iter().all(|l| l.kind == LabelKind::Act)
    });
    let act = labels.iter().find(|l| l.measure == Measure::Decided).map(|act| act.start..act.end);
    let Some(act) = act.or(bare.map(|hit| hit.start..hit.end)) else { return Vec::new() };
    let denial = clause.tokens[..act.start].iter().rposition(|t| t.is("ikke") || t.is("ingen"));
    let counted = bare.is_some()
        || clause.terms_where(|tag| *tag == Tag::Cases).any(|hit| hit.start.abs_diff(act.end) <= 2)
        || clause.tokens[act.clone()].iter().any(|t| t.word().is_some_and(|w| w.starts_with("afgørelse")));
    // "Ankestyrelsen har ikke afgjort sager på børnehandicapområdet": the only area named; "endnu ikke afgjort" is
    // another thing, and "ikke afgjort sagerne" too.
    let open = || clause.has_word(&["endnu"]) || clause.tokens[act.end..].iter().take(2).any(is_definite);
    let area = scopes.len() == 1 && clause.sections.is_empty() && !open();
    // "Ingen sager er afgjort efter § 95": the denial itself is the only number.
    let numbered = clause.values.iter().any(|value| Some(value.start) != denial);
    let Some(denial) = denial.filter(|_| counted && !numbered && (area || !clause.sections.is_empty())) else {
        return Vec::new();
    };
    let period = clause.periods.first().and_then(|m| setting.resolve(m.named, setting.period())).or(setting.period());
    let after = scopes.iter().filter(|hit| area || (hit.start > act.end && hit.tag.contains('§')));
    let none = count_at(clause, denial, 0.0);
    after.map(|hit| figure(clause, &none, Measure::Decided, setting.own.clone(), period, hit.tag.clone())).collect()
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

/// "Ankestyrelsen har afgjort fire sager. De blev alle stadfæstet": so many as the sentence before counted in total.
pub(super) fn all_of_them(clause: &Clause<'_>, labels: &[Label], setting: &Setting) -> Option<Figure> {
    let tokens = &clause.tokens;
    let opens = tokens.first()?.is_any(&["de", "disse", "alle", "samtlige", "begge", "sagerne", "afgørelserne"]);
    let all = tokens.iter().position(|t| t.is_any(&["alle", "samtlige", "begge"]))?;
    let [Label { kind: LabelKind::Outcome, measure, .. }] = labels else { return None };
    let denied = |t: &Token<'_>| t.is("ikke") || t.is("næsten") || WORDS.lists.but.has(t) || WORDS.lists.modals.has(t);
    let plain = opens && tokens.len() <= 9 && clause.values.is_empty() && clause.strange.is_empty();
    if !plain || tokens.iter().any(denied) {
        return None;
    }
    let total = total_before(setting)?;
    let both = tokens[all].is("begge");
    (!both || total.value == 2.0).then(|| {
        let value = count_at(clause, all, total.value);
        figure(clause, &value, measure.clone(), total.place.clone(), total.period, total.scope.clone())
    })
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
