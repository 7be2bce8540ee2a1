//! The words in a sentence that say what its values measure: outcomes, acts, names of rates.

use super::arriving::arriving;
use super::base::{glossed, is_base_of_a_share};
use super::pending::lying;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::model::figure::Measure;
use crate::text::token::{Kind, Token};
use std::ops::Range;

/// A word or phrase that gives values their measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub start: usize,
    pub end: usize,
    pub kind: LabelKind,
    /// A count: `Upheld`, `Decided`, ...; for a rate's name the rate itself.
    pub measure: Measure,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    Outcome,
    Act,
    Rate,
}

impl Label {
    /// "Antallet af afgjorte sager er samlet set faldet til 251": does the number of what the label says lead to a value?
    pub(super) fn is_number_of(&self, tokens: &[Token<'_>], value: usize) -> bool {
        let number = |t: &Token<'_>| t.is_any(&["antal", "antallet"]);
        let words = |range: Range<usize>| tokens[range].iter().all(|t| t.word().is_some());
        if self.end > value {
            return false;
        }
        let plain = tokens[self.start.saturating_sub(2)..self.start].iter().any(number) && words(self.end..value);
        plain || self.tells_which(tokens, value, number)
    }

    /// "Antallet af sager, som Ankestyrelsen har afgjort på området, har været 63": does it say so in a clause of its own?
    fn tells_which(&self, tokens: &[Token<'_>], value: usize, number: impl Fn(&Token<'_>) -> bool) -> bool {
        let comma = |range: Range<usize>| {
            range.clone().find(|&at| tokens[at].word().is_none()).filter(|&at| tokens[at].is_symbol(','))
        };
        let Some(first) = tokens[..self.start].iter().position(number) else { return false };
        let (Some(open), Some(close)) = (comma(first..self.start), comma(self.end..value)) else { return false };
        let noun = open > first + 1 && WORDS.case_nouns.has(&tokens[open - 1]) && tokens[first + 1].is("af");
        let plain = |from: usize, to: usize| tokens[from..to].iter().all(|t| t.word().is_some());
        let verb =
            tokens.get(close + 1).is_some_and(|t| t.is_any(&["er", "var", "har", "lå", "ligger", "udgør", "udgjorde"]));
        noun && tokens[open + 1].is_any(&["som", "der"])
            && verb
            && plain(open + 1, self.start)
            && plain(close + 1, value)
    }
}

/// The labels of a sentence in order; outcomes that are counted together are one ("hjemvist eller ændret").
#[must_use]
pub fn labels(clause: &Clause<'_>) -> Vec<Label> {
    let mut out: Vec<Label> = Vec::new();
    let mut gloss = None;
    for hit in &clause.terms {
        let Some(label) = label(hit) else { continue };
        if label.kind == LabelKind::Rate {
            gloss = glossed(&clause.tokens, label.end);
        }
        if gloss.as_ref().is_some_and(|gloss| gloss.contains(&label.start))
            || is_excepted(&clause.tokens, label.start)
            || is_left_out(&clause.tokens, &label)
            || is_of_all_but(&clause.tokens, &label)
            || is_of_practice(&clause.tokens, &label)
            || is_of_rules(clause, &label)
            || is_complained_of(clause, &label)
            || is_referral(clause, &label)
            || is_done_anew(&clause.tokens, &label)
            || is_talked_of(clause, &label)
            || is_reasoned(clause, &label)
            || is_base_of_a_share(clause, &label.measure, label.start..label.end)
        {
            continue;
        }
        // "4 procent har både stadfæstede og omgjorte dele": neither the one nor the other.
        let mixed = clause.values().len() == 1
            && out.last().is_some_and(|last| {
                last.kind == LabelKind::Outcome
                    && last.start > 0
                    && clause.tokens[last.start - 1].is("både")
                    && last.end + 1 == label.start
                    && clause.tokens[last.end].is("og")
            });
        if mixed {
            out.pop();
            continue;
        }
        // "stadfæstede, hjemviste og ændrede": three in a list, not one and a pair.
        let listed = out.len() >= 2 && {
            let (before, last) = (&out[out.len() - 2], &out[out.len() - 1]);
            before.kind == LabelKind::Outcome
                && before.end + 1 == last.start
                && clause.tokens[before.end].is_symbol(',')
                && !clause.tokens[last.end..label.start].iter().any(|t| t.is_symbol('/'))
        };
        let label = Label { measure: with_the_right(clause, &label).unwrap_or(label.measure.clone()), ..label };
        // "15 sager blev afgjort som ændring": the outcome says how.
        if out.last().is_some_and(|act| is_way_of(&clause.tokens, act, &label)) {
            out.pop();
        }
        match out.last_mut() {
            Some(last) if let Some(joint) = joint(clause, last, &label).filter(|_| !listed) => {
                last.end = label.end;
                last.measure = joint;
            }
            _ => out.push(label),
        }
    }
    drop_explained(clause, &mut out);
    let unsaid = [(lying(clause), Measure::Pending), (arriving(clause), Measure::Received)];
    for (words, measure) in unsaid {
        let Some(words) = words else { continue };
        let at = out.partition_point(|label| label.start < words.start);
        out.insert(at, Label { start: words.start, end: words.end, kind: LabelKind::Act, measure });
    }
    out
}

/// "Omgørelsesprocenten, det vil sige ændrede og hjemviste i forhold til alle, var 28": what the rate's name means.
fn drop_explained(clause: &Clause<'_>, labels: &mut Vec<Label>) {
    let tokens = &clause.tokens;
    let that_is = |at: usize| {
        tokens[at].is("dvs")
            || tokens[at].is("det") && tokens[at..].get(1..3).is_some_and(|t| t[0].is("vil") && t[1].is("sige"))
    };
    let Some(rate) = labels.iter().find(|label| label.kind == LabelKind::Rate) else { return };
    let open = rate.end;
    let sign = tokens.get(open).is_some_and(|t| t.is_symbol(',') || t.is_symbol('('));
    if !sign || open + 1 >= tokens.len() || !that_is(open + 1) {
        return;
    }
    let value = clause.values().iter().find(|value| value.start > open).map_or(tokens.len(), |value| value.start);
    let close = (open + 1..value).rfind(|&at| tokens[at].is_symbol(',') || tokens[at].is_symbol(')'));
    labels.retain(|label| label.start < open || label.start > value);
    // The name goes on to the end of what explains it.
    if let (Some(close), Some(rate)) = (close, labels.iter_mut().find(|label| label.end == open)) {
        rate.end = close + 1;
    }
}

fn label(hit: &Hit<Tag>) -> Option<Label> {
    let (kind, measure) = match &hit.tag {
        Tag::Outcome(measure) => (LabelKind::Outcome, measure),
        Tag::Act(measure) => (LabelKind::Act, measure),
        Tag::Rate(measure) => (LabelKind::Rate, measure),
        _ => return None,
    };
    Some(Label { start: hit.start, end: hit.end, kind, measure: measure.clone() })
}

/// "33 procent blev sendt retur med fejl, eller borgeren fik medhold": both together are what was reversed.
fn with_the_right(clause: &Clause<'_>, label: &Label) -> Option<Measure> {
    let tokens = &clause.tokens;
    let counted = |at: usize| clause.values().iter().any(|value| value.start == at);
    let near = |from: usize, most: usize| {
        (from..tokens.len().min(from + most)).take_while(|&at| tokens[at].number().is_none() && !counted(at))
    };
    // "ender med medhold eller en hjemvisning": whose right is not said, and can only be the citizen's.
    let before = label.start.checked_sub(3).map_or(&tokens[..label.start], |from| &tokens[from..label.start]);
    let open = before.windows(2).rposition(|pair| pair[0].is("medhold") && pair[1].is_any(&["eller", "og"]));
    let own =
        |at: usize| clause.terms.iter().any(|hit| (hit.start..hit.end).contains(&at) && self::label(hit).is_some());
    let bare = open.is_some_and(|open| !own(label.start - before.len() + open));
    let or = || near(label.end, 10).find(|&at| tokens[at].is("eller"));
    let right = bare || or().is_some_and(|or| near(or, 6).any(|at| tokens[at].is("medhold")));
    (right && label.measure == Measure::Remanded).then_some(Measure::Reversed)
}

/// "afgjort som ændring", "afsluttet med en hjemvisning": does the outcome say how it was decided?
fn is_way_of(tokens: &[Token<'_>], act: &Label, outcome: &Label) -> bool {
    let between = tokens.get(act.end..outcome.start).unwrap_or_default();
    let small = |t: &Token<'_>| t.is_any(&["som", "med", "ved", "til", "en", "et", "enten"]);
    act.measure == Measure::Decided
        && outcome.kind == LabelKind::Outcome
        && (1..=3).contains(&between.len())
        && between[0].is_any(&["som", "med", "ved", "til"])
        && between.iter().all(small)
}

/// "402 klager over afgørelser truffet af Greve Kommune": what is complained of.
fn is_complained_of(clause: &Clause<'_>, label: &Label) -> bool {
    let by = label.end + 1;
    let decider = clause.places.iter().any(|hit| hit.start == by)
        || clause.terms.iter().any(|hit| hit.start == by && hit.tag == Tag::Own);
    label.measure == Measure::Decided && decider && clause.tokens.get(label.end).is_some_and(|t| t.is("af"))
}

/// "37 blev henvist til egen læge": persons, where nobody speaks of cases; "manglede henvisning til lovgrundlaget".
fn is_referral(clause: &Clause<'_>, label: &Label) -> bool {
    let word = |at: usize, words: &[&str]| clause.tokens.get(at).is_some_and(|t| t.is_any(words));
    let law = |t: &Token<'_>| t.is_symbol('§') || t.word().is_some_and(|w| w.contains("lov") || w.starts_with("regel"));
    let persons = || !clause.has(|tag| *tag == Tag::Cases) && !clause.names_board();
    label.end == label.start + 1
        && word(label.end, &["til"])
        && (word(label.start, &["henvist", "henviste", "henvises"]) && persons()
            || word(label.start, &["henvisning"]) && clause.tokens.iter().skip(label.end + 1).take(3).any(law))
}

/// "I 8 af dem har kommunen efter fornyet behandling fastholdt sin afgørelse": what the municipality did with a case that
/// came back.
fn is_done_anew(tokens: &[Token<'_>], label: &Label) -> bool {
    let anew = tokens[label.start].is_any(&["fornyet", "ny"]) && label.measure == Measure::Remanded;
    anew && label.start > 0 && tokens[label.start - 1].is_any(&["efter", "ved", "under"])
}

/// "Der ses ingen sammenhæng mellem sagstal og omgørelser, idet 4 af de 5 hjemviste sager ...": a word without a number,
/// before a clause that gives one with words of its own.
fn is_talked_of(clause: &Clause<'_>, label: &Label) -> bool {
    let noun = label.measure == Measure::Reversed && clause.tokens[label.start].is_any(&["omgørelser", "omgørelserne"]);
    let Some(first) = clause.values().first().filter(|first| noun && first.start > label.end) else { return false };
    let between = &clause.tokens[label.end..first.start];
    let because = |pair: &[Token<'_>]| {
        pair[0].is_symbol(',') && pair[1].is_any(&["idet", "da", "fordi", "eftersom", "men", "selvom", "hvor", "for"])
    };
    let own = |hit: &Hit<Tag>| hit.start > first.start && matches!(hit.tag, Tag::Outcome(_));
    between.windows(2).any(because) && clause.terms.iter().any(own)
}

/// "I syv af sagerne er begrundelsen for at hjemvise, at ...", "årsagen til hjemvisningerne er i syv sager": of what there
/// is a reason, and no word for how many there are of it.
fn is_reasoned(clause: &Clause<'_>, label: &Label) -> bool {
    let before = &clause.tokens[..label.start];
    let small = |t: &Token<'_>| t.is_any(&["at", "en", "de", "disse", "sagen", "sagerne", "ankestyrelsens"]);
    let of = before.iter().rposition(|t| !small(t)).filter(|&of| before[of].is_any(&["for", "til", "bag"]));
    let reason = of.and_then(|of| of.checked_sub(1)).is_some_and(|at| WORDS.lists.reasons.has(&before[at]));
    let counted = clause.tokens.get(label.end).is_some_and(|t| t.is_symbol('('));
    label.kind == LabelKind::Outcome && reason && !counted
}

/// "eksklusiv afviste sager", "uden de afviste", "bortset fra ...": named to be left out.
fn is_excepted(tokens: &[Token<'_>], at: usize) -> bool {
    let from = at.saturating_sub(4);
    let before = &tokens[from..at];
    let clause = before.iter().rposition(|t| t.is_symbol(',') || t.number().is_some()).map_or(0, |p| p + 1);
    // "når de afviste tages fra"
    let ends = |t: &Token<'_>| matches!(t.kind, Kind::Symbol(',' | '(' | ')')) || t.number().is_some();
    let after = tokens[at..].iter().skip(1).take(6).take_while(|t| !ends(t));
    before[clause..].iter().any(|t| WORDS.lists.excepted.has(t))
        || (at + 1..at + 1 + after.count()).any(|at| WORDS.set_aside.at(tokens, at).is_some())
}

/// "når de afviste holdes udenfor", "hvor de afviste ikke medregnes": named to be left out, and not counted.
fn is_left_out(tokens: &[Token<'_>], label: &Label) -> bool {
    let counted = tokens[label.start.saturating_sub(2)..label.start].iter().any(|t| t.number().is_some());
    let ends = |t: &Token<'_>| t.is_symbol(',') || t.is_symbol(';') || t.number().is_some();
    let behind = || tokens[label.end..].iter().take(7).take_while(|t| !ends(t));
    let denied = behind().any(|t| t.is("ikke"));
    // "når de afviste sager regnes med": what a rate is taken of.
    let condition = |t: &Token<'_>| t.is_any(&["når", "hvis", "hvor"]);
    let told = denied || tokens[label.start.saturating_sub(2)..label.start].iter().any(condition);
    !counted
        && label.measure == Measure::Dismissed
        && behind().any(|t| WORDS.lists.left_out.has(t) || told && WORDS.lists.counted_in.has(t))
}

/// "har ført til ændringer i kommunens arbejdsgange", "der sker ingen ændringer for borgeren": no decision is changed.
fn is_of_practice(tokens: &[Token<'_>], label: &Label) -> bool {
    let noun =
        label.measure == Measure::Changed && tokens[label.start].word().is_some_and(|w| w.starts_with("ændring"));
    let of = tokens.get(label.end).is_some_and(|t| t.is_any(&["i", "af"]));
    let behind = tokens.iter().skip(label.end + 1).take(5).take_while(|t| t.word().is_some());
    // "Der sker ingen ændringer for den, der har klaget": how it is, and no count.
    let whom = ["den", "dem", "borger", "borgeren", "borgere", "borgerne", "klager", "klageren"];
    let nobody = tokens.get(label.end).is_some_and(|t| t.is("for"))
        && tokens.get(label.end + 1).is_some_and(|t| t.is_any(&whom));
    noun && nobody || noun && of && behind.into_iter().any(|t| WORDS.lists.practice.has(t))
}

/// "Loven blev ændret i 2020 (12 og 13)", "Reglerne om ledsagelse er siden blevet ophævet": no decision is.
fn is_of_rules(clause: &Clause<'_>, label: &Label) -> bool {
    if label.measure != Measure::Changed || !clause.has_any(&WORDS.lists.practice) {
        return false;
    }
    let tokens = &clause.tokens;
    let opens = |t: &Token<'_>| t.is_symbol(',') || t.is_symbol(';') || t.is_symbol(':') || t.is_any(&["at", "og"]);
    let from = tokens[..label.start].iter().rposition(opens).map_or(0, |at| at + 1);
    let verb = |at: &usize| tokens[*at].is_any(&["er", "blev", "bliver", "var", "har", "blevet"]);
    let Some(verb) = (from..label.start).find(verb) else { return false };
    let article = usize::from(tokens[from].is_any(&["de", "den", "disse", "denne"]));
    let subject = tokens[from..verb].iter().take(2 + article).any(|t| WORDS.lists.practice.has(t));
    let of = tokens[from].is_any(&["på", "efter", "i", "inden", "for", "under", "af"]);
    subject && !of && !clause.values().iter().any(|value| (from..label.start).contains(&value.start))
}

/// "8 afgørelser, som alle på nær én hjemvist sag er stadfæstet": not the eight.
fn is_of_all_but(tokens: &[Token<'_>], label: &Label) -> bool {
    let clause = tokens[..label.start].iter().rposition(|t| t.is_symbol(',')).map_or(0, |at| at + 1);
    let but = tokens[clause..label.start]
        .windows(3)
        .position(|w| w[0].is_any(&["alle", "samtlige"]) && (WORDS.lists.but.has(&w[1]) || WORDS.lists.but.has(&w[2])));
    // The exception itself is counted: "en enkelt hjemvist sag".
    but.is_some_and(|at| label.start > clause + at + 3 && !counts_exception(&tokens[clause + at + 3..label.start]))
}

/// Only "en enkelt", "to", "3" between the exception's word and the outcome.
fn counts_exception(between: &[Token<'_>]) -> bool {
    between.len() <= 2
}

/// The measure of two outcomes that one value counts together, where nothing but "og", "eller", "/" is between them.
fn joint(clause: &Clause<'_>, first: &Label, second: &Label) -> Option<Measure> {
    if first.kind != LabelKind::Outcome || second.kind != LabelKind::Outcome {
        return None;
    }
    // "Den sendte 14 retur og ændrede 3": each has its own.
    if clause.values().iter().any(|value| (first.start..first.end).contains(&value.start)) {
        return None;
    }
    let between = &clause.tokens[first.end..second.start];
    // "at ændre afgørelsen eller at sende sagen til fornyet behandling"
    let sends = |t: &Token<'_>| t.is_any(&["at", "sende", "sendte", "sendes", "sagen", "sagerne", "dem", "til"]);
    let opens = between.first().is_some_and(|t| t.is("eller")) && between.len() <= 6;
    if opens && between[1..].iter().all(sends) && !between[1..].is_empty() {
        return joint_measure(&first.measure, &second.measure);
    }
    let plain = between.len() <= 4
        && !between.is_empty()
        && between.iter().all(|t| {
            t.is_symbol('/')
                || t.is_any(&["og", "eller", "samt", "og/eller", "er", "blevet", "enten", "helt", "delvist", "blev"])
        });
    // "besluttede at ændre kommunens afgørelse eller sende sagen til fornyet behandling"
    let either =
        || between.len() <= 9 && between.iter().all(|t| t.word().is_some()) && between.iter().any(|t| t.is("eller"));
    if plain || either() { joint_measure(&first.measure, &second.measure) } else { None }
}

fn joint_measure(first: &Measure, second: &Measure) -> Option<Measure> {
    use Measure::{Changed, Dismissed, Remanded, Reversed};
    match (first, second) {
        (a, b) if a == b => Some(a.clone()),
        (Changed | Remanded | Reversed, Changed | Remanded | Reversed) => Some(Reversed),
        // "ikke realitetsbehandlet eller afvist" in any order.
        (Dismissed, Dismissed) => Some(Dismissed),
        _ => None,
    }
}

/// The rate that gives an outcome's share.
#[must_use]
pub fn rate_of(measure: &Measure) -> Option<Measure> {
    Some(match measure {
        Measure::Upheld => Measure::UpheldRate,
        Measure::Changed => Measure::ChangedRate,
        Measure::Remanded => Measure::RemandedRate,
        Measure::Dismissed => Measure::DismissedRate,
        Measure::Reversed => Measure::ReversalRate,
        Measure::UpheldRate
        | Measure::ChangedRate
        | Measure::RemandedRate
        | Measure::DismissedRate
        | Measure::ReversalRate => measure.clone(),
        _ => return None,
    })
}

/// The count whose share a rate gives.
#[must_use]
pub fn count_of(measure: &Measure) -> Option<Measure> {
    Some(match measure {
        Measure::UpheldRate => Measure::Upheld,
        Measure::ChangedRate => Measure::Changed,
        Measure::RemandedRate => Measure::Remanded,
        Measure::DismissedRate => Measure::Dismissed,
        Measure::ReversalRate => Measure::Reversed,
        other if rate_of(other).is_some() => other.clone(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Span;
    use crate::text::lower::aligned;

    #[test]
    fn finds_what_is_measured() {
        for (text, expected) in [
            ("hjemviste eller ændrede sager", vec!["reversed"]),
            ("ændret/ophævet og 3 hjemvist", vec!["changed", "remanded"]),
            ("stadfæstet og hjemvist", vec!["upheld", "remanded"]),
            ("manglede henvisning til lovgrundlaget", vec![]),
            ("uden henvisning til § 83", vec![]),
            ("henvisning til klinik", vec!["dismissed"]),
            ("de behandlede klager (eksklusiv afviste/bortfaldne sager)", vec!["decided"]),
            ("omgørelsesprocenten for afgjorte sager", vec!["reversal_rate", "decided"]),
            ("enten ændret eller hjemvist", vec!["reversed"]),
            ("omgørelsesprocenten, dvs. ændrede og hjemviste sager, var 28", vec!["reversal_rate"]),
            (
                "omgørelsesprocenten, det vil sige andelen, der er ændret eller hjemvist, var i 2010 31",
                vec!["reversal_rate"],
            ),
            ("besluttede at ændre kommunens afgørelse eller at sende sagen til fornyet behandling", vec!["reversed"]),
            ("stadfæstede kommunens afgørelse eller sendte den til fornyet behandling", vec!["upheld", "remanded"]),
            ("der sker ingen ændringer for den, der mente noget andet", vec![]),
            ("omgørelsesprocenten (andelen af ændrede og hjemviste) var 28", vec!["reversal_rate"]),
            ("omgørelsesprocenten (når afviste sager ikke tælles med) var 28", vec!["reversal_rate"]),
            ("omgørelsesprocenten (ændret + hjemvist) var 28", vec!["reversal_rate"]),
            ("omgørelsesprocenten (4 ændrede og 5 hjemviste)", vec!["reversal_rate", "changed", "remanded"]),
            ("omgørelsesprocenten, altså 4 ændrede og 5 hjemviste", vec!["reversal_rate", "changed", "remanded"]),
        ] {
            let lower = aligned(text);
            let clause = Clause::read(text, &lower, Span::new(0..text.len()));
            let found: Vec<_> = labels(&clause).iter().map(|l| l.measure.key().to_owned()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
