//! Where and at what time of the day a meeting is held, by the words of a line of the first page.

use crate::data::minutes::{Words, fold};

/// The time of day after a date or label: `kl. 16:30`, `- 19:00`, `kl. 12`.
#[must_use]
pub fn time(text: &str) -> Option<String> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let lead = fold(text.get(..start)?);
    let rest = text.get(start..)?;
    let hours: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let hour: u8 = hours.parse().ok().filter(|h| *h < 24 && hours.len() <= 2)?;
    let after = rest.get(hours.len()..)?;
    if let Some(minutes) = after.strip_prefix([':', '.']) {
        let minutes: String = minutes.chars().take_while(char::is_ascii_digit).collect();
        if minutes.len() == 2 && minutes.parse::<u8>().is_ok_and(|m| m < 60) {
            return Some(format!("{hour:02}:{minutes}"));
        }
    }
    lead.trim_end_matches('.').ends_with("kl").then(|| format!("{hour:02}:00"))
}

/// `kl. 15.30 - Mødelokale 2, Rådhuset`: what stands behind the date and the time.
#[must_use]
pub fn place_behind(after: &str, words: &Words) -> Option<String> {
    let marks = [" - ", ", ", " i ", " – "];
    let cuts = marks.iter().flat_map(|mark| after.match_indices(mark).map(|(at, mark)| at + mark.len()));
    let place = cuts.filter_map(|at| after.get(at..)).filter(|rest| {
        let first = rest.split([',', ' ']).next().unwrap_or_default();
        is_place(rest, words) && !first.starts_with(|c: char| c.is_ascii_digit()) && fold(first) != "kl."
    });
    place.max_by_key(|rest| rest.len()).map(|place| place.trim_end_matches(['.', ' ']).to_owned())
}

/// `Hobrovej 110, 9530 Støvring`: a street and its number.
fn is_address(text: &str, words: &Words) -> bool {
    let mut parts = text.split([' ', ',']).filter(|part| !part.is_empty()).peekable();
    while let Some(part) = parts.next() {
        let street = words.streets.iter().any(|street| fold(part).ends_with(street.as_str()));
        if street && parts.peek().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()) && next.len() <= 4)
        {
            return true;
        }
    }
    false
}

/// Whether a line shows a place by its words: a room or an address.
#[must_use]
pub fn is_place(text: &str, words: &Words) -> bool {
    // "Nykøbing F." ends no sentence.
    let sentence = text.ends_with('.') && text.rsplit(' ').next().is_none_or(|last| last.len() > 3);
    text.len() <= 160 && !sentence && (is_address(text, words) || has_room(text, words))
}

fn has_room(text: &str, words: &Words) -> bool {
    text.split([' ', ',', '-']).any(|word| {
        let word = word.to_lowercase();
        words.places.iter().any(|place| word.starts_with(place.as_str()) || word.ends_with(place.as_str()))
    })
}

/// `Ekstraordinært møde - Mødelokale 7 kl. 12.00`: the place and the time.
#[must_use]
pub fn place_and_time(text: &str, words: &Words) -> (String, Option<String>) {
    let (place, clock) = match text.split_once(" kl. ") {
        Some((place, clock)) => (place, time(&format!("kl. {clock}"))),
        None => (text, None),
    };
    let place = place.split(" - ").find(|piece| is_place(piece, words)).map_or(place, |_| {
        // "Møde - Mødelokale 7" names the place last; "Mødelokale 7 - Kanalgade 2" first.
        match place.split_once(" - ") {
            Some((lead, rest)) if !is_place(lead, words) => rest,
            _ => place,
        }
    });
    (place.trim_matches([' ', ',', '|']).to_owned(), clock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::minutes::words;

    #[test]
    fn places() {
        for (text, place) in [
            ("Skovvej 110, 9530 Bækby", true),
            ("Rosen, Mosepladsen 5, Bækby", true),
            ("Mødelokale 4, Skovvej 37, Bækby F.", true),
            ("Sagen er drøftet i lokale 3 den dag.", false),
            ("Udvalget mødes 4 gange", false),
        ] {
            assert_eq!(is_place(text, words()), place, "{text}");
        }
        let behind = |text: &str| place_behind(text, words());
        assert_eq!(behind(" kl. 09:30 - virtuelt møde via Teams").as_deref(), Some("virtuelt møde via Teams"));
        assert_eq!(behind(", kl. 15.30, Mødelokale 2, Skovvej 4").as_deref(), Some("Mødelokale 2, Skovvej 4"));
        assert_eq!(behind(" kl. 15.30 - 17.00"), None);
    }

    #[test]
    fn times() {
        for (text, clock) in [
            (" kl. 16:30", Some("16:30")),
            (", kl. 9.05", Some("09:05")),
            (" - 19:00", Some("19:00")),
            (" 16:45:00", Some("16:45")),
            (" kl. 12", Some("12:00")),
            (" lokale 12", None),
            ("", None),
        ] {
            assert_eq!(time(text).as_deref(), clock, "{text}");
        }
    }
}
