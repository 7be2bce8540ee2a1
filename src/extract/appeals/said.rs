//! What was said before in the chapter: "de to hjemviste sager" are those counted before, and outcomes that make up a
//! total stated for a part of the law are of that part.

use super::label::rate_of;
use super::matter::all_are_of_paragraph;
use super::setting::{ALL, Setting};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::model::figure::{Doubt, Figure, Measure, Place};
use crate::model::period::Period;
use crate::text::number_word;
use crate::text::token::Token;
use std::collections::BTreeMap;

/// Does the sentence give parts of what the one before counted: "Heraf er 12 hjemvist", "Af disse blev ..."?
pub(super) fn gives_parts(clause: &Clause<'_>) -> bool {
    let [first, second, ..] = &clause.tokens[..] else { return false };
    first.is_any(&["heraf", "deraf", "hvoraf"]) || (first.is("af") && second.is_any(&["disse", "dem"]))
}

/// "Heraf ...", or "8 af disse er stadfæstet".
fn parts_the_last(clause: &Clause<'_>) -> bool {
    let number = |t: &Token<'_>| t.number().is_some() || t.word().and_then(number_word::value).is_some();
    let them = |w: &[Token<'_>]| number(&w[0]) && w[1].is("af") && w[2].is_any(&["disse", "dem"]);
    gives_parts(clause) || clause.tokens.get(..3).is_some_and(them)
}

/// The totals of a sentence that counts different parts of the decisions: what the next one may part.
pub(super) fn wholes_of(figures: &[Figure], spoken: Option<&str>) -> Vec<Figure> {
    let total = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered) && f.is_certain();
    let totals: Vec<Figure> = figures.iter().filter(total).cloned().collect();
    let apart = totals.iter().any(|f| f.scope != totals[0].scope);
    // "Af sagerne efter serviceloven vedrører 26 hjælpemidler efter § 112": counted of less than the sentence opens with.
    let less = |only: &Figure| only.scope.contains('§') && spoken.is_some_and(|spoken| spoken != only.scope);
    if apart || matches!(&totals[..], [only] if less(only)) { totals } else { Vec::new() }
}

/// "Af sagerne efter serviceloven vedrører 26 hjælpemidler efter § 112. Heraf er 17 stadfæstet": of the paragraph.
pub(super) fn waits(waiting: Vec<Figure>, figures: &[Figure], setting: &mut Setting) {
    let less = |only: &Figure| only.scope.contains('§') && only.scope != setting.scope();
    if figures.is_empty() && matches!(&waiting[..], [only] if less(only)) {
        setting.thread.wholes = waiting;
    }
}

/// "Af de 90 sager er 40 på Socialudvalgets område. Heraf er 31 stadfæstet og 9 hjemvist": of that of the two totals which
/// the outcomes make up; of the last one in doubt, where they make up neither.
pub(super) fn part_of_the_last(clause: &Clause<'_>, setting: &mut Setting, figures: &mut [Figure]) {
    if setting.thread.wholes.is_empty() {
        return;
    }
    // "To sager efter aktivloven og én efter pensionsloven. Alle tre blev stadfæstet": of both together.
    let all: f64 = setting.thread.wholes.iter().map(|whole| whole.value).sum();
    let each = clause.tokens.first().is_some_and(|t| t.is_any(&["alle", "samtlige", "begge"]));
    if let [only] = figures
        && each
        && (only.value - all).abs() < 1e-6
    {
        only.doubt(Doubt::Scope);
        return;
    }
    let counted = |f: &&Figure| is_outcome(&f.measure) && f.place == setting.own;
    if figures.is_empty() || figures.iter().filter(counted).count() != figures.len() {
        return;
    }
    // "Af disse blev henholdsvis 3, 1 og 2 omgjort": one outcome of several parts, and no parts of the last.
    let once = |f: &Figure| figures.iter().filter(|other| other.measure == f.measure).count() == 1;
    if !figures.iter().all(once) {
        return;
    }
    // "Ni af de 17 sager er efter § 42. Fem blev stadfæstet og fire hjemvist": no word says it, the sum does.
    let said = parts_the_last(clause);
    if !said && (figures.len() < 2 || !clause.periods.is_empty()) {
        return;
    }
    let sum: f64 = figures.iter().map(|f| f.value).sum();
    let mut made = setting.thread.wholes.iter().filter(|whole| (whole.value - sum).abs() < 1e-6);
    let (whole, proven) = match (made.next(), made.next()) {
        (Some(one), None) => (Some(one), true),
        _ => (setting.thread.wholes.last().filter(|whole| said && sum <= whole.value), false),
    };
    let Some(whole) = whole.cloned() else { return };
    for figure in figures {
        figure.scope.clone_from(&whole.scope);
        figure.period = whole.period;
        if !proven {
            figure.doubt(Doubt::Scope);
        }
    }
    setting.thread.scope = Some(whole.scope);
}

/// "Antal sager bag procenterne: 123 på socialområdet, 25 på børnehandicap": what the rates are taken of.
pub(super) fn counts_behind_rates(clause: &Clause<'_>, setting: &Setting) -> bool {
    let head = &clause.tokens[..clause.tokens.len().min(6)];
    let behind = head.windows(2).any(|pair| WORDS.case_nouns.has(&pair[0]) && pair[1].is_any(&["bag", "bagved"]));
    // "Bag tallene ligger 22 sager på socialområdet og 6 på børnehandicapområdet": as many as there are rates.
    let numbers = ["tallene", "procenterne", "procenttallene", "omgørelsesprocenterne"];
    let each = clause.values().len() > 1 && head[0].is("bag") && head.get(1).is_some_and(|t| t.is_any(&numbers));
    let behind = behind || each;
    let rate = |f: &&Figure| rate_of(&f.measure).as_ref() == Some(&f.measure) && f.place == setting.own;
    behind && setting.said.iter().rev().take(12).find(rate).is_some_and(|f| f.measure == Measure::ReversalRate)
}

/// "Bag procenterne gemmer der sig 81 sager", in a paragraph of its own: of the part of the law whose rates were stated
/// under the heading, where they are all of one.
pub(super) fn behind_the_rate(clause: &Clause<'_>, scopes: &[Hit<String>], setting: &mut Setting) {
    let [first, second, ..] = &clause.tokens[..] else { return };
    let rate = second.word().is_some_and(|w| ["procent", "tal", "omgørelsesprocent"].iter().any(|s| w.starts_with(s)));
    if !first.is("bag") || !rate || !scopes.is_empty() || setting.thread.scope.is_some() {
        return;
    }
    let under = setting.said.get(setting.said_above.max(setting.said_in_tables)..).unwrap_or_default();
    let mut rates = under.iter().filter(|f| f.place == setting.own && f.measure == Measure::ReversalRate);
    let Some(scope) = rates.next().map(|first| first.scope.clone()) else { return };
    if scope != ALL && rates.all(|f| f.scope == scope) {
        setting.thread.scope = Some(scope);
    }
}

/// "De to hjemviste sager er begge behandlet": the two of which place, period and scope were stated before.
pub(super) fn take_up(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    take_up_total(clause, setting, figures);
    let mut moved: Vec<(f64, String, Figure)> = Vec::new();
    for figure in figures.iter_mut().filter(|f| is_outcome(&f.measure)) {
        if !is_taken_up(clause, figure) || all_are_of_paragraph(clause, figure) {
            continue;
        }
        let same = |said: &&Figure| said.measure == figure.measure && (said.value - figure.value).abs() < 1e-6;
        let mut known: Vec<&Figure> = lately(setting).filter(same).collect();
        if known.is_empty() && figure.measure == Measure::Reversed {
            known = lately(setting)
                .filter(|f| f.measure == Measure::Changed && makes_reversed(setting, f, figure.value))
                .collect();
        }
        known.dedup_by(|a, b| key(a) == key(b));
        if known.iter().any(|said| key(said) == key(figure)) {
            continue;
        }
        let near: Vec<&&Figure> = known.iter().filter(|said| said.scope == figure.scope).collect();
        let found = match (&near[..], &known[..]) {
            ([one], _) => Some(**one),
            ([], [one]) => Some(*one),
            ([], []) => continue,
            _ => None,
        };
        match found.cloned() {
            Some(said) => {
                moved.push((figure.value, figure.scope.clone(), said.clone()));
                figure.place = said.place;
                figure.period = said.period;
                figure.scope = said.scope;
                figure.doubts.retain(|doubt| *doubt != Doubt::Scope);
            }
            None => figure.doubts.push(Doubt::Scope),
        }
    }
    if let [(whole, from, said)] = &moved[..] {
        move_parts(*whole, from, said, figures);
    }
}

/// "De 28 omgjorte sager fordeler sig med 21 hjemviste og 7 ændrede": the parts are of what the whole was taken up from.
fn move_parts(whole: f64, from: &str, said: &Figure, figures: &mut [Figure]) {
    let part = |f: &&mut Figure| is_outcome(&f.measure) && f.scope == from && f.value < whole;
    let sum: f64 = figures.iter_mut().filter(part).map(|f| f.value).sum();
    if (sum - whole).abs() < 1e-6 {
        for figure in figures.iter_mut().filter(part) {
            figure.place.clone_from(&said.place);
            figure.period = said.period;
            figure.scope.clone_from(&said.scope);
        }
    }
}

/// "de 21 omgjorte sager", where 6 were counted as changed and 15 as remanded.
fn makes_reversed(setting: &Setting, changed: &Figure, reversed: f64) -> bool {
    let other = |f: &&Figure| f.measure == Measure::Remanded && key(f) == key(changed);
    lately(setting).find(other).is_some_and(|f| (f.value + changed.value - reversed).abs() < 1e-6)
}

/// "8 af de 14 afgjorte sager er stadfæstet, og 5 er omgjort", where 14 are the total of one paragraph of the law and
/// another number that of the part that the text speaks of: the sentence is of that paragraph.
fn take_up_total(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    let is_total = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
    let Some(total) = figures.iter().find(|f| is_total(f) && follows(clause, f, &["de", "disse"])).cloned() else {
        return;
    };
    let of_all =
        |said: &&Figure| is_total(said) && (said.place.as_ref(), said.period) == (total.place.as_ref(), total.period);
    let same = |said: &Figure| (said.value - total.value).abs() < 1e-6;
    let own = lately(setting).filter(of_all).find(|said| said.scope == total.scope);
    let mut others = lately(setting).filter(of_all).filter(|said| same(said) && said.scope != total.scope);
    // "Ni af de 17 sager er efter § 42", where 17 were counted of the children's map and none of all cases.
    let known = |own: Option<&Figure>| own.map_or(total.scope == ALL && total.value >= 5.0, |own| !same(own));
    let Some(found) = others.next().filter(|_| known(own)) else { return };
    if others.any(|other| other.scope != found.scope) {
        return;
    }
    for figure in figures.iter_mut().filter(|f| f.scope == total.scope && f.place == total.place) {
        figure.scope.clone_from(&found.scope);
    }
}

/// "Af de 43 klager fik borgeren medhold i 19", where 43 were said to be over something else than decisions, and no such
/// number of the board's cases was stated.
pub(super) fn parts_strange(clause: &Clause<'_>, setting: &Setting) -> bool {
    let same = |value: f64, other: f64| (value - other).abs() < 1e-6;
    let taken_up = clause.values().iter().filter(|value| {
        let before = |back: usize| value.start.checked_sub(back).map(|at| &clause.tokens[at]);
        before(1).is_some_and(|t| t.is_any(&["de", "disse"])) && before(2).is_some_and(|t| t.is("af"))
    });
    !setting.strange.is_empty()
        && taken_up.into_iter().any(|whole| {
            let strange = setting.strange.iter().rev().take(100).any(|other| same(*other, whole.value));
            strange && whole.value > 2.0 && !lately(setting).any(|said| same(said.value, whole.value))
        })
}

/// "10 af de 26 sager vedrører bil" under the heading of one paragraph, where 26 were counted of its law: they are the law's.
pub(super) fn whole_above(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    let Some(heading) = setting.heading_scope.as_deref().filter(|scope| scope.contains('§')) else { return };
    let total = |f: &Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
    for figure in figures.iter_mut().filter(|f| total(f) && f.scope == heading) {
        if !follows(clause, figure, &["de", "disse"]) {
            continue;
        }
        let same = |said: &Figure| {
            total(said)
                && said.place == figure.place
                && (said.value - figure.value).abs() < 1e-6
                && said.period == figure.period
        };
        let mut known = lately(setting).filter(|said| same(said));
        let of_law =
            known.next().filter(|said| heading.strip_prefix(&said.scope).is_some_and(|rest| rest.starts_with(' ')));
        if let Some(said) = of_law.filter(|said| known.all(|other| other.scope == said.scope)) {
            figure.scope.clone_from(&said.scope);
        }
    }
}

/// Does one of the words stand before the figure's number?
fn follows(clause: &Clause<'_>, figure: &Figure, words: &[&str]) -> bool {
    let Some(value) = figure.source().map(|source| source.value) else { return false };
    let at = clause.tokens.iter().position(|t| t.span == value);
    at.and_then(|at| at.checked_sub(1)).is_some_and(|before| clause.tokens[before].is_any(words))
}

fn key(figure: &Figure) -> (Option<&Place>, Option<Period>, &str) {
    (figure.place.as_ref(), figure.period, &figure.scope)
}

/// Does "de" or "disse" stand before the number, and its outcome right behind?
fn is_taken_up(clause: &Clause<'_>, figure: &Figure) -> bool {
    let Some(value) = figure.source().map(|source| source.value) else { return false };
    let Some(at) = clause.tokens.iter().position(|t| t.span == value) else { return false };
    let before = |back: usize| at.checked_sub(back).map(|before| &clause.tokens[before]);
    let behind = clause.terms.iter().any(|hit| hit.start == at + 1 && matches!(hit.tag, Tag::Outcome(_)));
    // "Af de 11 hjemviste sager er otte behandlet": all of them, where the sentence opens with them.
    let opening = if clause.tokens[0].is("ud") { 3 } else { 2 };
    let parted = before(2).is_some_and(|t| t.is("af")) && at > opening;
    // "og alle tre omgjorte sager er gennemgået": of what was told before, where nothing else is named.
    let named = !clause.sections.is_empty() || clause.has(|tag| matches!(tag, Tag::Area(_)));
    let all = before(1).is_some_and(|t| t.is_any(&["alle", "samtlige"])) && !named;
    behind && (all || before(1).is_some_and(|t| t.is_any(&["de", "disse"]))) && !parted
}

/// "I 2020 blev 14 sager stadfæstet, 1 ændret, 5 hjemvist og 2 afvist", where 22 cases were stated of serviceloven in 2020: the
/// outcomes make up what was stated of serviceloven, and nothing was stated of all areas.
pub(super) fn part_of(setting: &mut Setting, figures: &mut [Figure]) {
    if setting.scope() != ALL || figures.iter().any(|f| f.scope != ALL) {
        return;
    }
    let mut parts: BTreeMap<(Option<Place>, Option<Period>), Vec<&Figure>> = BTreeMap::new();
    for figure in figures.iter().filter(|f| rate_of(&f.measure).as_ref() != Some(&f.measure)) {
        parts.entry((figure.place.clone(), figure.period)).or_default().push(figure);
    }
    let wholes: Option<Vec<&str>> = parts.iter().map(|(of, parts)| whole(setting, of, parts)).collect();
    let Some(wholes) = wholes.filter(|wholes| !wholes.is_empty()) else { return };
    if wholes.iter().any(|scope| *scope != wholes[0]) {
        return;
    }
    let scope = wholes[0].to_owned();
    for figure in figures {
        figure.scope.clone_from(&scope);
    }
    setting.thread.scope = Some(scope.clone());
    setting.heading_scope = Some(scope);
}

/// The scope whose stated total the outcomes make up, where one does.
fn whole<'s>(setting: &'s Setting, of: &(Option<Place>, Option<Period>), parts: &[&Figure]) -> Option<&'s str> {
    if parts.len() < 2 || parts.iter().any(|f| !is_outcome(&f.measure) || f.measure == Measure::Reversed) {
        return None;
    }
    let sum: f64 = parts.iter().map(|f| f.value).sum();
    let totals = || {
        let same = |f: &&Figure| (f.place.as_ref(), f.period) == (of.0.as_ref(), of.1);
        let total = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
        lately(setting).filter(same).filter(total)
    };
    let fits = |f: &&Figure| f.scope != ALL && (f.value - sum).abs() < 1e-6;
    let found = totals().find(fits)?;
    let other = totals().any(|f| f.scope == ALL || (fits(&f) && f.scope != found.scope));
    (sum >= 5.0 && !other).then_some(found.scope.as_str())
}

/// What was stated last; a chapter may be as long as a book.
pub(super) fn lately(setting: &Setting) -> impl Iterator<Item = &Figure> {
    setting.said.iter().rev().take(300)
}

fn is_outcome(measure: &Measure) -> bool {
    matches!(measure, Measure::Upheld | Measure::Changed | Measure::Remanded | Measure::Dismissed | Measure::Reversed)
}

/// "36 procent med udgangspunkt i 11 sager. De 11 sager fordeler sig ...": the base that was counted before.
pub(super) fn same_base(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    let known = clause.tokens.first().is_some_and(|t| t.is_any(&["de", "disse"]))
        && clause.values().first().is_some_and(|value| value.start == 1);
    let Some(figure) = figures.first_mut().filter(|f| known && f.measure == Measure::Decided) else { return };
    let source = figure.source().map(|source| source.value);
    let same = |f: &&Figure| {
        f.value == figure.value && f.place == figure.place && f.period == figure.period && f.scope == figure.scope
    };
    let before: Vec<&Figure> = setting.said.iter().rev().take(20).filter(same).collect();
    let base = before.iter().any(|f| f.measure == Measure::Considered);
    let total = before.iter().any(|f| f.measure == Measure::Decided);
    if base && !total && source == clause.values().first().map(|value| value.span) {
        figure.measure = Measure::Considered;
    }
}

/// "... 41 sager, heraf 2 afvist. Af de resterende 39 er 26 stadfæstet": those that were not dismissed.
pub(super) fn rest_on_merits(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    let Some(first) = clause.values().first().filter(|value| value.start > 0) else { return };
    let rest = WORDS.lists.rest.has(&clause.tokens[first.start - 1]);
    let of_first = |f: &&mut Figure| f.source().is_some_and(|source| source.value == first.span);
    let Some(figure) = figures.first_mut().filter(of_first).filter(|f| rest && f.measure == Measure::Decided) else {
        return;
    };
    let said = |measure: Measure| {
        let own = key(figure);
        setting.said.iter().rev().take(8).filter(move |f| f.measure == measure && key(f) == own)
    };
    let left = |all: &Figure, out: &Figure| (all.value - out.value - first.value).abs() < 1e-6;
    if said(Measure::Decided).any(|all| said(Measure::Dismissed).any(|out| left(all, out))) {
        figure.measure = Measure::Considered;
    }
}

/// "Det giver en omgørelsesprocent på 36": what the sentence before comes to.
pub(super) fn is_result(clause: &Clause<'_>) -> bool {
    let [first, second, ..] = &clause.tokens[..] else { return false };
    first.is_any(&["det", "dette"]) && WORDS.lists.results.has(second)
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn parts_are_of_the_total_that_they_make() {
        for (text, expected) in [
            (
                "Af de 90 sager, som Ankestyrelsen afgjorde i 2021, er 40 på Socialudvalgets område. Heraf er 31 stadfæstet og 9 hjemvist.",
                vec!["Socialudvalget upheld 31", "Socialudvalget remanded 9"],
            ),
            (
                "Af de 90 sager, som Ankestyrelsen afgjorde i 2021, er 40 på Socialudvalgets område. Heraf er 28 stadfæstet og 9 hjemvist.",
                vec!["Socialudvalget upheld 28?", "Socialudvalget remanded 9?"],
            ),
            (
                "Af de 90 sager, som Ankestyrelsen afgjorde i 2021, er 40 på Socialudvalgets område. Heraf er 70 stadfæstet og 20 hjemvist.",
                vec!["Alle upheld 70", "Alle remanded 20"],
            ),
        ] {
            let found = stated(text);
            let expected: Vec<String> = expected.into_iter().map(|row| format!("Greve 2021 {row}")).collect();
            assert_eq!(found[2..], expected, "{text}");
        }
    }

    #[test]
    fn a_heading_s_paragraph_keeps_its_part_of_the_law_s_total() {
        let text = "I 2021 har Ankestyrelsen afgjort 30 sager efter serviceloven.\n\nBiler (§§ 113-114)\n8 af de 30 sager er \
            stadfæstet, og 4 er hjemvist.";
        let expected = ["SEL decided 30", "SEL §§ 113-114 upheld 8", "SEL decided 30", "SEL §§ 113-114 remanded 4"];
        let found = stated(text);
        assert_eq!(found[..4], expected.map(|row| format!("Greve 2021 {row}")), "{found:?}");
    }
}
