//! Of what time and part the whole is whose number a sentence takes up: "Af de 15 afgørelser er 8 stadfæstet".

use super::said::lately;
use super::setting::Setting;
use crate::data::lexicon::Hit;
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::model::figure::{Figure, Measure};
use crate::model::period::Period;

/// "Af de 15 afgørelser er 8 stadfæstet", in a paragraph of its own: of the time and the part of the law of which 15 were
/// counted before, where they were counted once.
pub(super) fn whole_said(clause: &Clause<'_>, scopes: &[Hit<String>], setting: &mut Setting) {
    let unsaid = scopes.is_empty() && clause.periods.is_empty() && clause.places.is_empty();
    if !unsaid {
        return;
    }
    // "De 40 sager fordeler sig med ..."
    let named = |at: usize| {
        let before = |back: usize| at.checked_sub(back).map(|before| &clause.tokens[before]);
        before(1).is_some_and(|t| t.is_any(&["de", "disse"]))
            && (at == 1 || before(2).is_some_and(|t| t.is_any(&["af", "blandt"])))
    };
    let Some(whole) = clause.values().iter().find(|value| named(value.start)) else { return };
    // "De 7 omgjorte sager": counted as what became of them.
    if clause.terms.iter().any(|hit| hit.start == whole.end && matches!(hit.tag, Tag::Outcome(_))) {
        return;
    }
    if setting.thread.scope.is_some() || setting.thread.period.is_some() {
        back_to_its_time(whole.value, setting);
        return;
    }
    let total =
        |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered | Measure::Received) && f.is_certain();
    let same = |f: &&Figure| (f.value - whole.value).abs() < 1e-6 && f.place == setting.own;
    let mut known: Vec<(Option<Period>, &str)> =
        lately(setting).filter(total).filter(same).map(|f| (f.period, f.scope.as_str())).collect();
    known.sort_unstable();
    known.dedup();
    if let [(period, scope)] = known[..] {
        let scope = scope.to_owned();
        setting.thread.period = period;
        // "10 af de 26 sager er stadfæstet" under the heading of a paragraph of the law: 26 are the law's, 10 the paragraph's.
        let inside = |heading: &String| heading.strip_prefix(&scope).is_some_and(|rest| rest.starts_with([' ', '·']));
        if setting.heading_scope.as_ref().is_some_and(inside) {
            return;
        }
        setting.thread.scope = Some(scope).filter(|scope| *scope != setting.scope());
    }
}

/// "I 2021 afgjorde Ankestyrelsen 40 sager. Det var 31 i 2020. Ud af de 40 sager blev 22 stadfæstet": of the time of the 40,
/// where the time that was spoken of last has another total.
fn back_to_its_time(whole: f64, setting: &mut Setting) {
    let scope = setting.scope();
    let total = |f: &&Figure| {
        let counts = matches!(f.measure, Measure::Decided | Measure::Considered | Measure::Received);
        counts && f.is_certain() && f.place == setting.own && f.scope == scope
    };
    let same = |f: &&Figure| (f.value - whole).abs() < 1e-6;
    let spoken = setting.period();
    let other = lately(setting).filter(total).any(|f| f.period == spoken);
    let mut times: Vec<Option<Period>> = lately(setting).filter(total).filter(same).map(|f| f.period).collect();
    times.sort_unstable();
    times.dedup();
    // Two times with the same total: of the one that the item is about.
    let told = setting.heading_period.or(setting.item_period);
    let time = times.iter().copied().find(|time| times.len() == 1 || *time == told).flatten();
    if other && time.is_some() && whole > 2.0 && !times.contains(&spoken) {
        setting.thread.period = time;
        setting.thread.steady = time;
    }
}
