//! Names that are proposed for files: what is shown, which municipalities, which years.

use super::AppState;
use crate::command::{ChartKind, Picture};
use crate::model::figure::Topic;
use std::collections::BTreeSet;

/// How many municipalities a file's name spells out.
const SPELLED: usize = 4;

/// The proposed name of a picture: `klageudfald-lejre-rodovre-2018-2023.png`.
#[must_use]
pub fn picture(state: &AppState, picture: Picture) -> String {
    let Picture::Chart(kind) = picture else {
        return "sidestil-vindue.png".to_owned();
    };
    let topic = match kind {
        ChartKind::Appeals => Topic::Appeals,
        ChartKind::Caseload => Topic::Caseload,
    };
    let (mut places, mut years) = (BTreeSet::new(), BTreeSet::new());
    for (_, reading) in state.documents.readings() {
        for figure in reading.extraction.figures.iter().filter(|figure| figure.topic == topic && figure.is_certain()) {
            places.extend(figure.place.iter().filter(|_| !figure.is_nation()).map(|place| slug(place.as_str())));
            years.extend(figure.period.map(|period| period.last_year()));
        }
    }
    let mut parts = vec![slug(&state.lang().text(kind.key()))];
    if places.len() <= SPELLED {
        parts.extend(places);
    } else {
        parts.push(format!("{}-kommuner", places.len()));
    }
    match (years.first(), years.last()) {
        (Some(first), Some(last)) if first != last => parts.push(format!("{first}-{last}")),
        (Some(year), _) => parts.push(year.to_string()),
        _ => {}
    }
    parts.join("-") + ".png"
}

/// Small letters a-z, digits and hyphens: a name that every system and mail program carries unharmed.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'æ' => slug.push_str("ae"),
            'ø' => slug.push('o'),
            'å' => slug.push_str("aa"),
            'é' | 'è' => slug.push('e'),
            'ü' => slug.push('u'),
            'ö' => slug.push('o'),
            'ä' => slug.push('a'),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_letters() {
        for (text, wanted) in
            [("Rødovre", "rodovre"), ("Lyngby-Taarbæk", "lyngby-taarbaek"), ("§ 41, Ærø", "41-aero"), ("", "")]
        {
            assert_eq!(slug(text), wanted);
        }
    }
}
