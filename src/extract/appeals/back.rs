//! What goes back to a whole behind its paragraphs of the law: a rate that the paragraphs' outcomes together prove, and
//! a total that their totals make up; and to the year that was spoken of, behind one before it.

use super::proven::makes;
use super::setting::{ALL, Setting};
use crate::data::lexicon::Hit;
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::model::figure::{Doubt, Figure, Measure, Place};
use crate::model::period::Period;
use std::collections::BTreeSet;

/// "På børnehandicapområdet var procenten 48", and in the next paragraph "Nabokommunerne lå således: Køge 41": of the
/// part that was told, and not of the law that the item is called by; of a paragraph or of its law, who knows.
fn others_again(setting: &Setting, figures: &mut [Figure]) {
    let elsewhere = |f: &&Figure| f.measure == Measure::ReversalRate && f.place.is_some() && f.place != setting.own;
    let Some((rated, base)) = figures.iter().find(elsewhere).zip(setting.item_scope.clone()) else { return };
    let own = |f: &&Figure| f.measure == Measure::ReversalRate && f.place == setting.own;
    let near = setting.said.get(setting.said_above..).unwrap_or_default();
    let told = near.iter().rev().find(own).filter(|told| told.period == rated.period && told.scope != base);
    let Some(told) = told.map(|told| told.scope.clone()) else { return };
    let unsaid = setting.thread.scope.is_none() && setting.heading_scope.is_none();
    if !unsaid || figures.iter().any(|f| f.scope != base || f.place == setting.own) {
        return;
    }
    for figure in figures {
        if told.starts_with(&base) {
            figure.doubt(Doubt::Scope);
        } else {
            figure.scope.clone_from(&told);
        }
    }
}

/// "Der er behandlet 5 sager. Heraf 3 efter § 97. Af de 2 efter § 100 er 1 ændret. Omgørelsesprocenten er 20": of the five,
/// where that is what their outcomes make and not what those of the last paragraph make.
pub(super) fn rate_of_whole(setting: &mut Setting, figures: &mut [Figure]) {
    others_again(setting, figures);
    let base = setting.base_scope();
    let Some(spoken) = setting.thread.scope.clone().filter(|scope| scope.contains('§') && *scope != base) else {
        return;
    };
    let ours = |f: &Figure| f.measure == Measure::ReversalRate && f.scope == spoken && f.place == setting.own;
    let Some(rate) = figures.iter().find(|f| ours(f)) else { return };
    let near = setting.said.get(setting.said_above..).unwrap_or_default();
    let same = |f: &&Figure| f.place == rate.place && f.period == rate.period;
    let sum = |of: &dyn Fn(&Figure) -> bool, measures: &[Measure]| {
        let said = near.iter().filter(same).filter(|f| of(f) && measures.contains(&f.measure));
        said.map(|f| f.value).sum::<f64>()
    };
    let all = [Measure::Upheld, Measure::Changed, Measure::Remanded, Measure::Dismissed];
    let fits = |of: &dyn Fn(&Figure) -> bool| {
        let whole = sum(of, &all[..3]);
        makes(sum(of, &all[1..3]), whole, rate.value, rate.decimals, rate.hedge.is_some())
    };
    let part = |f: &Figure| f.scope == spoken;
    let parts = |f: &Figure| f.scope.contains('§') && f.scope != base;
    let total = sum(&|f| f.scope == base, &[Measure::Decided, Measure::Considered]);
    if fits(&part) || !fits(&parts) || (sum(&parts, &all) - total).abs() > 1e-6 {
        return;
    }
    figures.iter_mut().filter(|f| f.scope == spoken).for_each(|f| f.scope.clone_from(&base));
    setting.thread.scope = Some(base);
}

/// "I perioden 2015-2017 er der i alt afgjort 69 sager, hvoraf 43 er stadfæstet", under the heading of the last of several
/// paragraphs' tables: of all of them, where their totals make 69.
pub(super) fn total_of_parts(scopes: &[Hit<String>], setting: &mut Setting, figures: &mut [Figure]) {
    more_than_the_heading_s(scopes, setting, figures);
    let Some(spoken) = setting.heading_scope.clone().filter(|scope| scope.contains('§') && scopes.is_empty()) else {
        return;
    };
    let Some((law, _)) = spoken.split_once(" §") else { return };
    let total = |f: &Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
    let Some(whole) = figures.iter().find(|f| total(f) && f.scope == spoken && f.place == setting.own) else { return };
    let Some(period) = whole.period else { return };
    let years = period.from.year..=period.last_year();
    let inside = |f: &&Figure| {
        let within = |p| years.contains(&p);
        f.place == whole.place
            && f.measure == whole.measure
            && f.scope.strip_prefix(law).is_some_and(|rest| rest.starts_with(" §"))
            && f.period.is_some_and(|p| within(p.from.year) && within(p.last_year()))
    };
    let parts: Vec<&Figure> = setting.said.iter().filter(inside).collect();
    let apart: BTreeSet<&str> = parts.iter().map(|f| f.scope.as_str()).collect();
    let once: BTreeSet<_> = parts.iter().map(|f| (f.scope.as_str(), f.period)).collect();
    let sum: f64 = parts.iter().map(|f| f.value).sum();
    if apart.len() > 1 && once.len() == parts.len() && (sum - whole.value).abs() < 1e-6 {
        figures.iter_mut().filter(|f| f.scope == spoken).for_each(|f| law.clone_into(&mut f.scope));
    }
}

/// "Ankestyrelsen har i alt afgjort 96 klager", in a paragraph of its own under the heading of a paragraph of the law of which
/// 3 were counted: of more than that, and nobody can tell of what, nor what is said behind it.
fn more_than_the_heading_s(scopes: &[Hit<String>], setting: &mut Setting, figures: &mut [Figure]) {
    let Some(spoken) = setting.heading_scope.clone().filter(|scope| scope.contains('§') && scopes.is_empty()) else {
        return;
    };
    if setting.thread.scope.is_some() || setting.thread.count.is_some() {
        return;
    }
    let total = |f: &Figure| matches!(f.measure, Measure::Decided | Measure::Considered) && f.scope == spoken;
    let under = setting.said.get(setting.said_above.max(setting.said_in_tables)..).unwrap_or_default();
    let more = |f: &Figure| {
        let same = |said: &&Figure| total(said) && said.place == f.place && said.period == f.period;
        under.iter().take(60).find(same).is_some_and(|said| said.value < f.value)
    };
    if figures.iter().any(|f| total(f) && more(f)) {
        for figure in figures.iter_mut().filter(|f| f.scope == spoken) {
            ALL.clone_into(&mut figure.scope);
            figure.doubt(Doubt::Scope);
        }
        setting.thread.unknown_area = true;
    }
}

/// "Pr. 1. september verserer der 57 sager fra Greve Kommune", in a paragraph of its own under a law's heading: those of
/// the municipality, or of the law?
pub(super) fn pending_of_all(clause: &Clause<'_>, scopes: &[Hit<String>], setting: &Setting, figures: &mut [Figure]) {
    // "Ved årsskiftet 2021/2022 lå der 37 sager": at one moment, of which of the two years?
    let lasting = |f: &&mut Figure| f.measure == Measure::Pending && f.period.is_some_and(|p| p.to.is_some());
    figures.iter_mut().filter(lasting).for_each(|figure| figure.doubt(Doubt::Period));
    let thread = &setting.thread;
    let above = thread.scope.as_ref().filter(|_| thread.goes_on_with_list);
    // "12 verserende sager i Ankestyrelsen, heraf 5 efter barnets lov": what is named is of a part.
    let first = clause.values().first().map_or(clause.tokens.len(), |value| value.end);
    let parted = clause.tokens[first..].iter().position(|t| t.is_any(&["heraf", "hvoraf", "deraf"]));
    let parted = scopes.iter().all(|hit| parted.is_some_and(|at| hit.start > first + at));
    let opens = (thread.scope.is_none() || above.is_some()) && thread.count.is_none() && parted;
    let row = thread.listed && !clause.tokens.last().is_some_and(|t| t.is_symbol('.'));
    let spoken = above.or(setting.heading_scope.as_ref()).or(setting.carried.scope.as_ref());
    // "Forældre til børn med handicap kæmper den hårdeste kamp. Pr. 1. november ligger der 13 sager fra kommunen i
    // Ankestyrelsen": of whom was just spoken, or of all?
    let own = clause.places.iter().any(|hit| Some(&hit.tag) == setting.own.as_ref());
    let whose = own || clause.has(|tag| *tag == Tag::Own);
    let told =
        thread.scope.as_ref().filter(|_| above.is_none() && thread.count.is_none() && scopes.is_empty() && whose);
    if let Some(told) = told.filter(|told| **told != setting.base_scope()) {
        let pending = |f: &&mut Figure| f.measure == Measure::Pending && f.scope == *told;
        figures.iter_mut().filter(pending).for_each(|figure| figure.doubt(Doubt::Scope));
    }
    let Some(heading) = spoken.filter(|_| opens && !row) else { return };
    let base = setting.item_scope.as_ref();
    if base == Some(heading) || heading == ALL {
        return;
    }
    for figure in figures.iter_mut().filter(|f| f.measure == Measure::Pending && f.scope == *heading) {
        if own {
            figure.scope = base.cloned().unwrap_or_else(|| ALL.to_owned());
        } else {
            figure.doubt(Doubt::Scope);
        }
    }
}

/// "Procenten på aktivloven er faldet fra 33 til 19", under tables that state both: of their times.
pub(super) fn times_of_tables(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    let [first, second] = figures else { return };
    let same = |a: &Figure, b: &Figure| a.measure == b.measure && a.place == b.place && a.scope == b.scope;
    if !clause.periods.is_empty() || !same(first, second) || first.value == second.value {
        return;
    }
    let tables = setting.said.get(..setting.said_in_tables).unwrap_or_default();
    let of = |figure: &Figure, scope: &str| {
        let same = |f: &&Figure| f.measure == figure.measure && f.place == figure.place && f.scope == scope;
        let mut stated = tables.iter().filter(same).filter(|f| f.value == figure.value).map(|f| f.period);
        stated.next().flatten().filter(|_| stated.next().is_none())
    };
    let times = |scope: &str| of(first, scope).zip(of(second, scope)).filter(|(earlier, later)| earlier < later);
    // "På udvalgets område er procenten faldet fra 32 til 23", under a table of the same that calls it otherwise.
    let other = || {
        if tables.iter().any(|f| f.scope == first.scope) {
            return None;
        }
        let mut scopes: Vec<&str> = tables.iter().map(|f| f.scope.as_str()).collect();
        scopes.sort_unstable();
        scopes.dedup();
        let mut found = scopes.into_iter().filter_map(times);
        found.next().filter(|_| found.next().is_none())
    };
    let Some((earlier, later)) = times(&first.scope).or_else(other) else { return };
    for (figure, period) in [(first, earlier), (second, later)] {
        figure.period = Some(period);
        figure.doubts.retain(|doubt| *doubt != Doubt::Period);
    }
}

/// "Året før blev 40 afgjort. Året før blev 12 stadfæstet": the same year before. Only what was already said of that
/// year goes another year back: "Året før var den 28. Året før var den 26".
pub(super) fn not_twice_back(clause: &Clause<'_>, setting: &mut Setting, figures: &mut [Figure]) {
    let [only] = &clause.periods[..] else { return };
    let Some((from, before)) = setting.thread.looked_back_from.zip(setting.thread.period) else { return };
    let again = clause.tokens.get(only.end).is_some_and(|t| t.is_any(&["igen", "det", "dette"]));
    if only.named != Named::YearBefore || again || only.named.resolve(Some(from), None) != Some(before) {
        return;
    }
    let twice = only.named.resolve(Some(before), None);
    let said = |f: &Figure| {
        let same = |other: &&Figure| other.measure == f.measure && other.place == f.place && other.scope == f.scope;
        setting.said.iter().rev().take(20).filter(same).any(|other| other.period == Some(before))
    };
    if figures.iter().any(|f| f.period == twice && said(f)) {
        return;
    }
    figures.iter_mut().filter(|f| f.period == twice).for_each(|f| f.period = Some(before));
    setting.thread.period = Some(from);
}

/// "På landsplan var procenten 29. For serviceloven var den 33": the nation's too, where the table above gives one's own
/// rate of that law as another one.
pub(super) fn told_of_nation(
    setting: &Setting,
    measure: &Measure,
    period: Option<Period>,
    scope: &str,
    value: f64,
) -> Option<Place> {
    let same = |f: &&Figure| {
        f.place == setting.own && f.measure == *measure && f.period == period && f.scope == scope && f.is_certain()
    };
    let other = |f: &Figure| (f.value - value).abs() > 1e-6;
    let mut own = setting.said.iter().filter(same).peekable();
    let known = setting.thread.told_of_nation && *measure == Measure::ReversalRate && own.peek().is_some();
    (known && own.all(other)).then_some(Place::NATION)
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn figures_go_back_to_the_whole() {
        let text = "Voksne med handicap\nDer er i 2021 behandlet 6 sager. 4 sager om ledsagelse (§ 97) er alle stadfæstet. Af de 2 sager \
            om merudgifter (§ 100) er 1 stadfæstet og 1 hjemvist.";
        for (rate, scope) in [("17", "SEL voksenhandicap"), ("50", "SEL § 100")] {
            let found = stated(&format!("{text} Omgørelsesprocenten er {rate} pct. Landsgennemsnittet er 31 pct."));
            let last: Vec<&str> = found.iter().rev().take(2).rev().map(String::as_str).collect();
            let nation = format!("Hele landet 2021 {scope} reversal_rate 31");
            assert_eq!(last, [format!("Greve 2021 {scope} reversal_rate {rate}"), nation], "{rate}");
        }
        let found = stated(&format!("{text} Omgørelsesprocenten er 17 pct."));
        let parted = ["SEL § 97 decided 4", "SEL § 97 upheld 4", "SEL § 100 decided 2"];
        assert_eq!(found[1..4], parted.map(|row| format!("Greve 2021 {row}")));
    }

    #[test]
    fn totals_are_of_all_paragraphs_that_make_them() {
        let table = |paragraph: &str, counts: [u32; 2]| {
            let [first, second] = counts;
            format!(
                "Serviceloven {paragraph}\n\nÅr\tStadfæstet\tHjemvist\tI alt\n2020\t{first}\t2\t{}\n2021\t{second}\t1\t{}\n\n",
                first + 2,
                second + 1
            )
        };
        let tables = format!("{}{}", table("§ 41", [5, 4]), table("§ 42", [9, 7]));
        for (whole, scope) in [("31", "SEL"), ("33", "SEL § 42")] {
            let found = stated(&format!("{tables}I perioden 2020-2021 er der i alt afgjort {whole} sager."));
            assert_eq!(found.last(), Some(&format!("Greve 2020..2021 {scope} decided {whole}")));
        }
    }

    #[test]
    fn pending_cases_under_a_law_s_heading_may_be_of_all() {
        let text = "Pensionsloven\nAnkestyrelsen afgjorde 8 sager i 2021.\n\n";
        for (sentence, last) in [
            (
                "Pr. 1. marts 2022 verserer der 40 sager fra Greve Kommune i Ankestyrelsen.",
                "Greve 2022 Alle pending 40",
            ),
            ("Ved udgangen af 2021 verserede 40 sager i Ankestyrelsen.", "Greve 2021 PL pending 40?"),
        ] {
            assert_eq!(stated(&format!("{text}{sentence}")).last().map(String::as_str), Some(last), "{sentence}");
        }
    }
}
