//! Under a table of one law, "samlet er omgørelsesprocenten 37" is said of that law where its line of all says 37 too.

use super::setting::{ALL, Setting};
use crate::data::lexicon::Hit;
use crate::extract::clause::Clause;
use crate::model::figure::Figure;

/// A chapter with more figures than this is no single table with its text; it may be as long as a book.
const MOST: usize = 600;

/// Gives a sentence on no part of the decisions the law that all figures stated before are of, if it states what was
/// stated of that law as a whole.
pub(super) fn of_the_law(
    clause: &Clause<'_>,
    scopes: &[Hit<String>],
    setting: &Setting,
    figures: &mut [Figure],
) -> Option<String> {
    if figures.is_empty() {
        return None;
    }
    let samlet = |hit: &Hit<String>| hit.tag == ALL && clause.tokens[hit.start].is("samlet");
    if !scopes.iter().all(samlet) || figures.iter().any(|f| f.scope != ALL) {
        return None;
    }
    let law = setting.said.first().map(|said| law(&said.scope).to_owned())?;
    if law == ALL || setting.said.len() > MOST || setting.said.iter().any(|said| self::law(&said.scope) != law) {
        return None;
    }
    let whole: Vec<&Figure> = setting.said.iter().filter(|said| said.scope == law).collect();
    if whole.is_empty() {
        return None;
    }
    let stated = |figure: &Figure| {
        let same = |said: &&&Figure| {
            said.place == figure.place && said.period == figure.period && said.measure == figure.measure
        };
        whole.iter().find(same).map(|said| (said.value - figure.value).abs() < 1e-6)
    };
    let known: Vec<bool> = figures.iter().filter_map(stated).collect();
    if known.is_empty() || known.contains(&false) {
        return None;
    }
    for figure in figures {
        figure.scope.clone_from(&law);
    }
    Some(law)
}

/// The law of a scope: of "SEL § 41" and of "SEL · Børneteamet" it is SEL.
fn law(scope: &str) -> &str {
    // Most scopes are a law alone; both signs begin with this byte.
    if !scope.as_bytes().contains(&0xc2) {
        return scope;
    }
    scope.split(" §").next().and_then(|law| law.split(" · ").next()).unwrap_or(scope)
}
