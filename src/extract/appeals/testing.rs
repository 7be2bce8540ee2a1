//! What the tests of sentences on appeals need.

use crate::extract::extract;
use crate::model::figure::Figure;

/// The figures of a text under a plain first page: place, period, scope, measure, value; `?` marks one in doubt.
pub fn stated(text: &str) -> Vec<String> {
    let page = format!("Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen\n{text}\n");
    let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
    let show = |f: &Figure| {
        let place = f.place.as_ref().map_or("-", |place| place.as_str());
        let period = f.period.map_or("-".to_owned(), |period| period.to_string());
        let doubt = if f.is_certain() { "" } else { "?" };
        format!("{place} {period} {} {} {}{doubt}", f.scope, f.measure.key(), f.value)
    };
    extract(&document).figures.iter().map(show).collect()
}
