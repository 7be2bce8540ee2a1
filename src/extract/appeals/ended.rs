//! How all of what was counted ended: "§ 97: 1 afgørelse, som er stadfæstet", "to sager, og begge blev hjemvist".

use super::label::{Label, LabelKind};
use super::portion::{is_decided_of_law, parts_by_law};
use super::setting::ALL;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::value::Value;
use crate::model::figure::{Figure, Measure};
use crate::text::token::Token;

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
        if let Some(outcome) = all_told_behind(clause, value, labels, scopes) {
            let of = |f: &Figure| f.source().map(|source| source.value.start);
            let Some(at) = figures.iter().position(|f| of(f) == Some(value.span.start)) else { continue };
            // "begge" is a number too.
            let end = tokens[outcome.start].span.start;
            let each =
                |f: &Figure| of(f).is_some_and(|at| at > value.span.end && at < end) && f.scope == figures[at].scope;
            let stated = figures.iter().any(|f| each(f) && f.measure == outcome.measure);
            let measures = [Measure::Decided, outcome.measure.clone()];
            let told = measures.map(|measure| Figure { measure, ..figures[at].clone() });
            let count = if stated { 1 } else { 2 };
            if matches!(figures[at].measure, Measure::Considered) {
                figures.splice(at + 1..at + 1, told.into_iter().skip(1).take(count - 1));
            } else {
                figures.splice(at..=at, told.into_iter().take(count));
            }
            continue;
        }
        if let Some(outcome) = ended_in_parentheses(clause, value, labels, scopes) {
            let same = |f: &Figure| f.source().is_some_and(|source| source.value == value.span);
            match figures.iter().position(same) {
                Some(at) if figures[at].measure == *outcome => {
                    figures.insert(at, Figure { measure: Measure::Decided, ..figures[at].clone() });
                }
                Some(at) if matches!(figures[at].measure, Measure::Decided | Measure::Considered) => {
                    figures.insert(at + 1, Figure { measure: outcome.clone(), ..figures[at].clone() });
                }
                _ => {}
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
        if let Some(outcome) = line_ended_so(clause, value, labels) {
            // "begge" is a number too.
            let same = |f: &Figure| f.source().is_some_and(|source| source.value.start >= value.span.start);
            let stated = |f: &Figure| f.measure == outcome || f.measure == Measure::Decided;
            if let Some(at) = figures.iter().position(|f| same(f) && stated(f) && f.scope != ALL) {
                let each = [Measure::Decided, outcome.clone()].map(|measure| Figure { measure, ..figures[at].clone() });
                figures.retain(|f| !stated(f));
                figures.splice(at..at, each);
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

/// "tre om ledsagelse (§ 97), der alle blev stadfæstet, og to efter § 41, hvor begge blev hjemvist": so many there were of
/// the part, and all of them ended so.
fn all_told_behind<'l>(
    clause: &Clause<'_>,
    value: &Value,
    labels: &'l [Label],
    scopes: &[Hit<String>],
) -> Option<&'l Label> {
    let tokens = &clause.tokens;
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    // "6 afgjorte sager, som alle er stadfæstet"
    let act = labels.iter().find(|label| label.start == value.end && label.kind == LabelKind::Act);
    let noun = act.map_or(value.end, |act| act.end);
    let from = noun + usize::from(tokens.get(noun).is_some_and(|t| WORDS.case_nouns.has(t)));
    let counted = act.is_some() && from > noun;
    let about = counted || is(from, &["om", "efter", "vedrørende", "på", "inden", "under"]);
    // "ledsagelse § 97 (tre sager, alle stadfæstet)"
    let aside = value.start > 0 && tokens[value.start - 1].is_symbol('(');
    let aside = aside && tokens.get(from).is_some_and(|t| t.is_symbol(',')) && from > value.end;
    let opens = |&at: &usize| tokens[at].is_symbol(',') && is(at + 1, &["som", "der", "hvor", "hvoraf"]);
    let comma = if aside { Some(from) } else { (from..tokens.len()).find(opens).filter(|_| about) };
    let comma = comma?;
    let plain = |at: usize| !tokens[at].is_symbol(';') && !is(at, &["er", "blev", "og", "samt"]);
    let part = aside
        || counted && comma == from
        || scopes.iter().any(|hit| hit.start > from && hit.end <= comma) && (from..comma).all(plain);
    let alone = clause.values().iter().all(|other| other.start <= value.start || other.start > comma);
    let label = labels.iter().find(|label| label.start > comma && label.kind == LabelKind::Outcome)?;
    let each = |t: &Token<'_>| t.is_any(&["alle", "begge", "samtlige"]);
    let between = tokens.get(comma + if aside { 1 } else { 2 }..label.start)?;
    let said = |t: &Token<'_>| each(t) || t.is_any(&["er", "blev", "bliver", "var", "blevet"]);
    let all = between.len() < 4 && between.iter().any(each) && between.iter().all(said);
    let over = tokens.get(label.end).is_none_or(|t| t.word().is_none()) || is(label.end, &["og", "samt", "mens"]);
    (part && alone && all && over).then_some(label)
}

/// "De 6 omgjorte sager blev alle hjemvist": one of the two that reversals are.
fn all_reversed_were(clause: &Clause<'_>, value: &Value, labels: &[Label]) -> Option<Measure> {
    let tokens = &clause.tokens;
    let at = labels.iter().position(|label| label.measure == Measure::Reversed && label.start == value.end)?;
    let outcome = labels.get(at + 1).filter(|next| matches!(next.measure, Measure::Remanded | Measure::Changed))?;
    let all = |at: usize| tokens[at].is_any(&["alle", "samtlige"]);
    // "Alle tre omgjorte sager blev hjemvist"
    let said = |t: &Token<'_>| t.is_any(&["er", "blev", "bliver", "blevet", "var", "alle"]) || WORDS.case_nouns.has(t);
    let fronted = value.start > 0 && all(value.start - 1);
    let fronted = fronted && tokens.get(labels[at].end..outcome.start).is_some_and(|words| words.iter().all(said));
    let behind = clause.values().len() == 1 && labels.len() == 2 && all(outcome.start - 1);
    (fronted || behind).then(|| outcome.measure.clone())
}

/// "I andet halvår blev alle 6 afgjorte sager stadfæstet", "idet alle 3 realitetsbehandlede sager er stadfæstet": the
/// outcome right behind what was counted.
fn all_ended_so<'l>(clause: &Clause<'_>, value: &Value, labels: &'l [Label]) -> Option<&'l Measure> {
    if let Some(outcome) = all_in_relative(clause, value, labels) {
        return Some(outcome);
    }
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

/// "Begge de to afgørelser, som Ankestyrelsen traf om merudgifter (§ 100), blev stadfæstet": the outcome behind the clause
/// that says which they are.
fn all_in_relative<'l>(clause: &Clause<'_>, value: &Value, labels: &'l [Label]) -> Option<&'l Measure> {
    let tokens = &clause.tokens;
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    let noun = tokens.get(value.end).is_some_and(|t| WORDS.case_nouns.has(t));
    let comma = tokens.get(value.end + 1).is_some_and(|t| t.is_symbol(',')) && is(value.end + 2, &["som", "der"]);
    let [act, outcome] = labels else { return None };
    let acted = act.kind == LabelKind::Act && act.measure == Measure::Decided && act.start > value.end;
    let ended = outcome.kind == LabelKind::Outcome && clause.values().len() == 1;
    let between = tokens.get(act.end..outcome.start)?;
    let each = |t: &Token<'_>| t.is_any(&["alle", "begge", "samtlige"]);
    let said = |t: &Token<'_>| t.is_any(&["er", "blev", "bliver"]);
    let verb = match between {
        [.., comma, verb] => comma.is_symbol(',') && said(verb),
        _ => false,
    };
    let behind = match between {
        [.., comma, verb, all] => comma.is_symbol(',') && said(verb) && each(all),
        _ => false,
    };
    let all = behind || verb && tokens[..value.start].iter().any(each);
    let over = tokens.get(outcome.end).is_none_or(|t| t.word().is_none());
    (noun && comma && acted && ended && all && over).then_some(&outcome.measure)
}

/// "Alle tre afgørelser vedrører § 100, og alle er stadfæstet", "der blev afgjort en enkelt sag, og den blev stadfæstet": the
/// last number of its sentence, and the one outcome, behind it.
pub(super) fn and_so_they_ended<'l>(clause: &Clause<'_>, value: &Value, labels: &'l [Label]) -> Option<&'l Measure> {
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

/// "5 vedrørte serviceloven og 1 aktivloven (stadfæstet)": so many there were of the law, which is named once, and no
/// more is said of how they ended.
fn ended_in_parentheses<'l>(
    clause: &Clause<'_>,
    value: &Value,
    labels: &'l [Label],
    scopes: &[Hit<String>],
) -> Option<&'l Measure> {
    let tokens = &clause.tokens;
    let next = clause.values().iter().map(|other| other.start).find(|&at| at > value.start).unwrap_or(tokens.len());
    let label = labels.iter().find(|label| label.start > value.end && label.end < next)?;
    let all = usize::from(tokens[label.start - 1].is_any(&["alle", "begge"]));
    let open = label.start.checked_sub(1 + all)?;
    let enclosed = tokens[open].is_symbol('(') && tokens.get(label.end).is_some_and(|t| t.is_symbol(')'));
    let scope = scopes.iter().find(|hit| hit.start >= value.end && hit.end <= open)?;
    let once = scopes.iter().filter(|hit| hit.tag == scope.tag).count() == 1;
    (enclosed && once && label.kind == LabelKind::Outcome).then_some(&label.measure)
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

/// "§ 116: 3 afgørelser - alle stadfæstet", "Øvrige: 2 (begge afvist)": so many there were of the part that the line opens
/// with, and the one word for how all of them ended.
fn line_ended_so(clause: &Clause<'_>, value: &Value, labels: &[Label]) -> Option<Measure> {
    let tokens = &clause.tokens;
    let [only] = labels else { return None };
    let noun = usize::from(tokens.get(value.end).is_some_and(|t| WORDS.case_nouns.has(t)));
    let sign = value.end + noun;
    let parted = tokens.get(sign).is_some_and(|t| t.is_symbol('-') || t.is_symbol('(') || t.is_symbol(','));
    let all = tokens.get(sign + 1).is_some_and(|t| t.is_any(&["alle", "begge"])) && only.start == sign + 2;
    let ends = tokens[only.end..].iter().all(|t| t.word().is_none() && t.number().is_none());
    let colon = value.start > 0 && tokens[value.start - 1].is_symbol(':');
    (parted && all && ends && colon && clause.values().len() <= 2 && only.kind == LabelKind::Outcome)
        .then(|| only.measure.clone())
}

/// "§ 95 (tilskud): Én afgørelse": a row of a list, which gives what was decided.
fn lists_paragraph(clause: &Clause<'_>, value: &Value) -> bool {
    let article = usize::from(clause.tokens[value.start].is("enkelt"));
    let colon = value.start > article && clause.tokens[value.start - 1 - article].is_symbol(':');
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

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn a_relative_clause_says_how_all_of_them_ended() {
        for text in [
            "Ankestyrelsen afgjorde i 2021 seks sager efter serviceloven, nemlig fire om ledsagelse (§ 97), der alle blev \
             stadfæstet, og to om merudgifter (§ 41), hvoraf den ene blev hjemvist.",
            "Ankestyrelsen afgjorde i 2021 seks sager efter serviceloven: fire om ledsagelse (§ 97), som alle er stadfæstet, og to \
             om merudgifter (§ 41), hvoraf én er hjemvist.",
        ] {
            let expected = [
                "SEL decided 6",
                "SEL § 97 decided 4",
                "SEL § 97 upheld 4",
                "SEL § 41 decided 2",
                "SEL § 41 remanded 1",
            ];
            assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 {row}")), "{text}");
        }
        let text = "Ankestyrelsen afgjorde i 2021 fem sager. Det er tre sager efter § 97, som alle blev stadfæstet, samt to sager efter § 41, \
            der begge blev hjemvist.";
        let found = stated(text);
        assert_eq!(
            found[3..],
            ["decided 2", "remanded 2"].map(|row| format!("Greve 2021 SEL § 41 {row}")),
            "{found:?}"
        );
    }

    #[test]
    fn all_that_a_relative_clause_names_ended_so() {
        for text in [
            "Begge de to afgørelser, som Ankestyrelsen traf i 2021 om voksnes merudgifter (§ 100), blev stadfæstet.",
            "De to afgørelser, som Ankestyrelsen traf i 2021 efter § 100, blev begge stadfæstet.",
        ] {
            let expected = ["decided 2", "upheld 2"].map(|row| format!("Greve 2021 SEL § 100 {row}"));
            assert_eq!(stated(text), expected, "{text}");
        }
    }

    #[test]
    fn all_that_were_reversed_ended_so() {
        for text in [
            "Ankestyrelsen afgjorde 12 sager i 2021. Alle tre omgjorte sager blev hjemvist.",
            "Ankestyrelsen afgjorde 12 sager i 2021. Samtlige 3 omgjorte afgørelser er blevet hjemvist.",
            "Ankestyrelsen afgjorde 12 sager i 2021. De tre omgjorte sager blev alle hjemvist.",
        ] {
            let expected = ["decided 12", "reversed 3", "remanded 3"];
            assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 Alle {row}")), "{text}");
        }
    }
}
