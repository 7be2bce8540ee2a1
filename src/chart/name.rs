//! File names that are proposed for pictures: `lejre-rodovre-klageudfald-2018-2023.png`.

use crate::chart::select::is_municipality;
use crate::chart::{Body, Chart};

/// Beyond so many municipalities a name tells their number.
const MOST: usize = 4;

/// The proposed name without its ending: municipalities, topic and years, in plain ASCII.
#[must_use]
pub fn propose(chart: &Chart) -> String {
    let topic = match &chart.body {
        Body::Empty(_) => "diagram".to_owned(),
        _ => chart.view().map(|view| chart.lang.text(&format!("chart-file-{}", view.key()))).unwrap_or_default(),
    };
    let mut parts = Vec::new();
    // The nation and the regions stand beside municipalities for comparison only.
    let all = &chart.head.places;
    let municipal = all.iter().any(is_municipality);
    let named = all.iter().filter(|place| !municipal || is_municipality(place));
    let mut places: Vec<String> = named.map(|place| fold(place.as_str())).collect();
    if places.len() > MOST {
        parts.push(fold(&chart.lang.text_with("chart-municipalities", &[("n", places.len().into())])));
    } else {
        places.sort();
        parts.append(&mut places);
    }
    parts.push(fold(&topic));
    if let Some((first, last)) = chart.head.years {
        parts.push(first.to_string());
        if last != first {
            parts.push(last.to_string());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("-")
}

/// Small ASCII letters, digits and single hyphens: æ -> ae, ø -> o, å -> aa, the rest left out.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'æ' | 'ä' => out.push_str("ae"),
            'ø' | 'ö' => out.push('o'),
            'å' => out.push_str("aa"),
            'é' | 'è' => out.push('e'),
            'ü' => out.push('u'),
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Choice, build, fixture};
    use crate::lang::Lang;
    use crate::model::figure::Place;

    #[test]
    fn names_are_plain_ascii() {
        for (name, folded) in [
            ("Rødovre", "rodovre"),
            ("Ærø", "aero"),
            ("Faaborg-Midtfyn", "faaborg-midtfyn"),
            ("Århus  Kommune!", "aarhus-kommune"),
            ("§ 41", "41"),
        ] {
            assert_eq!(fold(name), folded);
        }
    }

    #[test]
    fn a_chart_is_named_after_what_it_shows() {
        let readings = fixture::three_appeals();
        let choice = Choice { places: ["Rødovre", "Lejre"].map(Place::new).to_vec(), ..Choice::default() };
        let chart = build(&fixture::numbered(&readings), &choice, Lang::Da);
        assert_eq!(propose(&chart), "lejre-rodovre-klageudfald-2018-2023");
        assert_eq!(propose(&build(&[], &choice, Lang::Da)), "diagram");
    }
}
