//! Outcomes that go on, from one paragraph to the next, with a total that was stated of a part of the decisions; what the
//! rest of a whole is of, and what another time than that of which there was nothing.

use super::proven::makes;
use super::setting::{ALL, Setting};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::value::ValueKind;
use crate::model::figure::{Doubt, Figure, Measure, Unit};

/// What was stated since the last heading, if all of it is of one scope that is not the whole, with that scope.
fn one_scope(setting: &Setting) -> Option<(&[Figure], &str)> {
    let said = setting.said.get(setting.said_above..)?;
    // A chapter may be as long as a book.
    let scope = said.first()?.scope.as_str();
    let one = scope != ALL && said.len() <= 60 && said.iter().all(|f| f.scope == scope);
    one.then_some((said, scope))
}

/// The counts of one measure that were stated of what a figure is of.
fn sum(said: &[Figure], like: &Figure, measures: &[Measure]) -> f64 {
    let same = |f: &&Figure| f.place == like.place && f.period == like.period && measures.contains(&f.measure);
    said.iter().filter(same).map(|f| f.value).sum()
}

/// What the rest of a whole is of, where the sentence does not say so.
pub(super) fn rests(clause: &Clause<'_>, setting: &mut Setting, figures: &mut [Figure]) {
    rest_of(setting, figures);
    rest_of_another(clause, setting, figures);
}

/// "Af de 10 sager efter serviceloven var seks efter § 114. De øvrige fire blev stadfæstet": of the ten, and of which
/// paragraph is not said.
fn rest_of_another(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    rest_of_the_untold(clause, setting, figures);
    let rest = |f: &Figure| {
        let at = f.source().and_then(|source| clause.tokens.iter().position(|t| t.span == source.value));
        at.is_some_and(|at| at > 0 && WORDS.lists.rest.has(&clause.tokens[at - 1]))
    };
    // "Efter sygedagpengeloven er 12 ud af 13 stadfæstet, efter aktivloven 9 ud af 11. De resterende tre er hjemvist": more
    // than the first law has left.
    let left = |figure: &Figure| {
        let same = |f: &&Figure| f.scope == figure.scope && f.place == figure.place && f.period == figure.period;
        let near: Vec<Figure> = setting.said.iter().rev().take(15).filter(same).cloned().collect();
        let total = sum(&near, figure, &[Measure::Decided]).max(sum(&near, figure, &[Measure::Considered]));
        total == 0.0 || sum(&near, figure, &OUTCOMES) + figure.value <= total
    };
    for figure in figures.iter_mut().filter(|f| OUTCOMES.contains(&f.measure) && rest(f) && !left(f)) {
        figure.doubt(Doubt::Scope);
    }
    for figure in figures.iter_mut().filter(|f| f.scope.contains('§') && f.unit == Unit::Count && rest(f)) {
        let near = || {
            setting
                .said
                .iter()
                .rev()
                .take(15)
                .filter(|f| f.place == figure.place && f.period == figure.period && f.unit == Unit::Count)
        };
        let part = |f: &&Figure| f.scope == figure.scope;
        let makes = |whole: &Figure, part: &Figure| (part.value + figure.value - whole.value).abs() < 1e-6;
        let inside = || near().filter(part).any(|whole| near().filter(part).any(|part| makes(whole, part)));
        let around = near().filter(|f| !part(f)).any(|whole| near().filter(part).any(|part| makes(whole, part)));
        if around && !inside() {
            figure.doubt(Doubt::Scope);
        }
    }
}

/// "I merudgiftssagerne er 7 stadfæstet og 4 hjemvist. De sidste 6 sager er delt i 2 stadfæstelser og 4 hjemvisninger": of
/// the one paragraph that has six and is not told of yet. Of one whose cases are all told of, there is no rest.
fn rest_of_the_untold(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    let number = |at: usize| clause.values().iter().find(|value| value.start == at);
    let mut opening = (0..clause.tokens.len().min(3)).filter(|&at| WORDS.lists.rest.has(&clause.tokens[at]));
    let Some(rest) = opening.find_map(|at| number(at + 1)) else { return };
    let near = || setting.said.iter().rev().take(15);
    let untold = |whole: &&Figure| {
        let total = matches!(whole.measure, Measure::Decided | Measure::Considered) && whole.scope.contains('§');
        total && whole.value == rest.value && !near().any(|f| f.scope == whole.scope && OUTCOMES.contains(&f.measure))
    };
    let mut wholes = near().filter(untold);
    if let (Some(whole), None) = (wholes.next(), wholes.next()) {
        for figure in figures.iter_mut().filter(|f| f.place == whole.place && f.period == whole.period) {
            figure.scope.clone_from(&whole.scope);
        }
        return;
    }
    for figure in figures.iter_mut().filter(|f| f.scope.contains('§') && f.unit == Unit::Count) {
        let same = |f: &&Figure| {
            f.scope == figure.scope && f.place == figure.place && f.period == figure.period && f.unit == Unit::Count
        };
        let near: Vec<Figure> = near().filter(same).cloned().collect();
        let total = sum(&near, figure, &[Measure::Decided]).max(sum(&near, figure, &[Measure::Considered]));
        if total > 0.0 && sum(&near, figure, &OUTCOMES) >= total {
            figure.doubt(Doubt::Scope);
        }
    }
}

/// "Der er ikke afgjort klager efter § 83 i 2021. I 2020 var der 3": of the same paragraph at another time.
pub(super) fn at_another_time(clause: &Clause<'_>, scopes: &[Hit<String>], setting: &mut Setting) {
    let Some((paragraph, none)) = setting.thread.none_of.take().filter(|_| scopes.is_empty()) else { return };
    let counted = clause.values().first().is_some_and(|value| value.kind != ValueKind::Percent && value.decimals == 0);
    let rate = clause.has(|tag| matches!(tag, Tag::Rate(_)));
    let total = clause.tokens.windows(2).any(|pair| pair[0].is("i") && pair[1].is("alt"));
    let time = clause.periods.first().and_then(|mention| setting.resolve(mention.named, setting.period()));
    if counted && !rate && !total && time.is_some_and(|time| Some(time) != none) {
        setting.thread.scope = Some(paragraph);
    }
}

const OUTCOMES: [Measure; 4] = [Measure::Upheld, Measure::Changed, Measure::Remanded, Measure::Dismissed];

/// "Ankestyrelsen afgjorde 126 sager efter serviceloven. 74 blev stadfæstet.", and in paragraphs of their own "11 blev
/// afvist", "26 blev hjemvist": of the same 126, as long as they are not used up.
fn rest_of(setting: &mut Setting, figures: &mut [Figure]) {
    if setting.scope() != ALL || figures.is_empty() {
        return;
    }
    let Some((said, scope)) = one_scope(setting) else { return };
    let goes_on = |figure: &Figure| {
        let total = sum(said, figure, &[Measure::Decided]).max(sum(said, figure, &[Measure::Considered]));
        let counted = sum(said, figure, &OUTCOMES);
        let new = sum(figures, figure, &OUTCOMES);
        let again = sum(said, figure, std::slice::from_ref(&figure.measure)) > 0.0;
        OUTCOMES.contains(&figure.measure) && figure.scope == ALL && counted > 0.0 && !again && counted + new <= total
    };
    if figures.iter().all(goes_on) {
        let scope = scope.to_owned();
        for figure in figures {
            figure.scope.clone_from(&scope);
        }
        setting.thread.scope = Some(scope);
    }
}

/// "Kommunens omgørelsesprocent er 36 mod 38 på landsplan" behind outcomes of one part of the law that make 36 percent.
pub(super) fn rate_of_parts(setting: &mut Setting, figures: &mut [Figure]) {
    if setting.scope() != ALL {
        return;
    }
    let rates = figures.iter().all(|f| f.measure == Measure::ReversalRate && f.scope == ALL);
    let Some(own) = figures.iter().find(|f| !f.is_nation()).filter(|_| rates) else { return };
    let Some((said, scope)) = one_scope(setting) else { return };
    let reversed = sum(said, own, &[Measure::Changed, Measure::Remanded]);
    let considered = reversed + sum(said, own, &[Measure::Upheld]);
    let proven = makes(reversed, considered, own.value, own.decimals, own.hedge.is_some());
    if reversed > 0.0 && considered > reversed && proven {
        let scope = scope.to_owned();
        for figure in figures {
            figure.scope.clone_from(&scope);
        }
        setting.thread.scope = Some(scope);
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;
    use crate::model::figure::Figure;

    fn stated(text: &str) -> Vec<String> {
        let document = crate::read::read(text.as_bytes(), "a.txt").unwrap();
        let show = |f: &Figure| {
            format!("{} {} {}{}", f.scope, f.measure.key(), f.value, if f.is_certain() { "" } else { "?" })
        };
        extract(&document).figures.iter().map(show).collect()
    }

    const PAGE: &str = "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen\n\
        Ankestyrelsen afgjorde i 2021 126 sager efter serviceloven. 74 sager blev stadfæstet.\n\n";

    #[test]
    fn outcomes_go_on_with_the_total_before() {
        for (text, expected) in [
            (
                "11 sager blev afvist.\n\n15 blev ændret, og 26 blev hjemvist.\n\n\
                 Kommunens omgørelsesprocent er 36 mod 38 på landsplan.",
                vec![
                    "SEL dismissed 11",
                    "SEL changed 15",
                    "SEL remanded 26",
                    "SEL reversal_rate 36",
                    "SEL reversal_rate 38",
                ],
            ),
            // More than the rest: of something else.
            ("60 sager blev hjemvist.", vec!["Alle remanded 60"]),
            // Not what the outcomes make.
            (
                "26 sager blev hjemvist.\n\nKommunens omgørelsesprocent er 44.",
                vec!["SEL remanded 26", "Alle reversal_rate 44"],
            ),
        ] {
            assert_eq!(stated(&format!("{PAGE}{text}\n"))[2..], expected, "{text}");
        }
    }

    #[test]
    fn the_rest_is_of_no_paragraph() {
        for (text, last) in [
            ("Seks af dem var efter § 114. De øvrige fire blev stadfæstet.", "SEL § 114 upheld 4?"),
            (
                "Seks af dem var efter § 114, og de øvrige 4 afviste sager handler om forskellige paragraffer.",
                "SEL § 114 decided 6",
            ),
            ("Ti af dem var efter § 114. Seks blev ændret. De øvrige fire blev stadfæstet.", "SEL § 114 upheld 4"),
            (
                "Der var ikke afgjort klager efter § 83. I 2020 var der 3, og de blev alle stadfæstet.",
                "SEL § 83 upheld 3",
            ),
            ("Der var ikke afgjort klager efter § 83. I 2020 blev der i alt afgjort 30 sager.", "SEL decided 30"),
        ] {
            let page = "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen\n\
                I 2021 afgjorde Ankestyrelsen 10 sager efter serviceloven.";
            assert_eq!(stated(&format!("{page} {text}\n")).last().map(String::as_str), Some(last), "{text}");
        }
    }

    #[test]
    fn cases_of_all_boards_areas_are_not_the_municipalities() {
        let page = "Nye tal fra Ankestyrelsen\n\nAnkestyrelsen har opgjort klager over kommunernes afgørelser.\n\n";
        for (text, expected) in [
            (
                "Ankestyrelsen afgjorde 49.000 sager i 2023. De fleste er om kommuner, arbejdsskader og Udbetaling Danmark.",
                vec!["Alle decided 49000?"],
            ),
            ("Ankestyrelsen afgjorde 49.000 sager i 2023 om kommunale afgørelser.", vec!["Alle decided 49000"]),
            (
                "Aktivloven og serviceloven er de største lovområder med tilsammen 17.700 afgjorte klager i 2023.",
                vec!["SEL decided 17700?"],
            ),
        ] {
            assert_eq!(stated(&format!("{page}{text}\n")), expected, "{text}");
        }
    }

    #[test]
    fn labels_of_rows_say_nothing_of_the_prose_behind() {
        let rows = "Sygedagpengeloven\n\n12\n\n9\n\n3\n\nLov om aktiv beskæftigelsesindsats\n\n8\n\n6\n\n2\n\n";
        let page = "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen\n\n";
        let text = format!("{page}{rows}Ankestyrelsen har i 2021 i alt behandlet 20 klager.\n");
        assert_eq!(stated(&text).last().map(String::as_str), Some("Alle decided 20"));
    }
}
