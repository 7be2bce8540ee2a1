//! Danish number words from nul to nioghalvfems (99), hundrede and the words that mean a count.

use super::beginnings::Beginnings;
use super::ends::first_four;

/// The value of a number word in lower case, 0-100. `en` and `et` are articles as often as numbers and are not here:
/// see [`is_one_or_article`].
#[must_use]
pub fn value(word: &str) -> Option<u32> {
    if !may_begin(first_four(word.as_bytes())) {
        return None;
    }
    let small = match word {
        "nul" => 0,
        "én" | "ét" | "een" | "eet" => 1,
        "to" => 2,
        "tre" => 3,
        "fire" => 4,
        "fem" => 5,
        "seks" => 6,
        "syv" => 7,
        "otte" => 8,
        "ni" => 9,
        "ti" => 10,
        "elleve" => 11,
        "tolv" => 12,
        "tretten" => 13,
        "fjorten" => 14,
        "femten" => 15,
        "seksten" => 16,
        "sytten" => 17,
        "atten" => 18,
        "nitten" => 19,
        "hundrede" | "ethundrede" => 100,
        _ => return tens(word).or_else(|| compound(word)),
    };
    Some(small)
}

/// The words of [`value`], the units of compounds with what joins them to their tens.
#[rustfmt::skip]
static BEGINNINGS: Beginnings = Beginnings::of(&[
    "nul", "én", "énog", "ét", "een", "eet", "enog", "to", "toog", "tre", "fire", "fem", "seks", "syv", "otte", "ni",
    "niog", "ti", "elleve", "tolv", "fjorten", "nitten", "atten", "hundrede", "ethundrede", "tyve", "fyrre", "halvtreds",
]);

/// May a number word begin with these four bytes? Nearly every other word of a text begins otherwise.
#[inline]
#[must_use]
pub fn may_begin(first: u32) -> bool {
    BEGINNINGS.may_begin(first)
}

/// True for `en` and `et`, which count only where the context shows it.
#[must_use]
pub fn is_one_or_article(word: &str) -> bool {
    matches!(word, "en" | "et")
}

fn tens(word: &str) -> Option<u32> {
    Some(match word {
        "tyve" => 20,
        "tredive" => 30,
        "fyrre" => 40,
        "halvtreds" => 50,
        "tres" => 60,
        "halvfjerds" => 70,
        "firs" => 80,
        "halvfems" => 90,
        _ => return None,
    })
}

/// `femogtredive`: the unit stands before the ten.
fn compound(word: &str) -> Option<u32> {
    if !word.ends_with(['e', 's']) {
        return None;
    }
    let (unit, ten) = word.split_once("og")?;
    let unit = if matches!(unit, "en" | "én") { 1 } else { value(unit).filter(|u| (2..=9).contains(u))? };
    Some(tens(ten)? + unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_number_words() {
        for (word, expected) in [
            ("nul", Some(0)),
            ("én", Some(1)),
            ("otte", Some(8)),
            ("enogtyve", Some(21)),
            ("femogtredive", Some(35)),
            ("nioghalvfems", Some(99)),
            ("tyve", Some(20)),
            ("en", None),
            ("og", None),
            ("tog", None),
            ("tiogtyve", None),
        ] {
            assert_eq!(value(word), expected, "{word}");
        }
    }
}
