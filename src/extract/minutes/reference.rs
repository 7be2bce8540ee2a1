//! References to other meetings: the date and number of an item, a case that other committees treat too.

use super::decision::find_words;
use super::line::Line;
use super::line::sentences;
use crate::data::minutes::{Words, fold};
use crate::extract::date;
use crate::text::run;

/// How far before "punkt 16" the date of its meeting may stand, in bytes.
const REACH: usize = 80;

/// No sentence that names a body and what it does is shorter, in bytes.
const LEAST: usize = 30;

/// The references of an item's lines, in order, each once.
#[must_use]
pub fn references<'l>(lines: impl Iterator<Item = &'l Line<'l>>, words: &Words) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in lines {
        for reference in dated(&line.text, words).into_iter().chain(parallel(&line.text, words)) {
            if !out.contains(&reference) {
                out.push(reference);
            }
        }
    }
    out
}

/// `den 28. september 2021, punkt 16`: the words from the date to the number.
fn dated(text: &str, words: &Words) -> Vec<String> {
    let mut out = Vec::new();
    for digits in run::digits(text).filter(|digits| digits.len() <= 3) {
        let Some(before) = text[..digits.start].strip_suffix(' ') else { continue };
        let mut items = words.reference_items.iter().filter_map(|item| before.strip_suffix(item.as_str()));
        let Some(before) = items.find(|before| !before.ends_with(char::is_alphanumeric)) else { continue };
        let from = text.floor_char_boundary(before.len().saturating_sub(REACH));
        let window = &before[from..];
        let Some(found) = date::find(window).pop() else { continue };
        let between = &window[found.span.end as usize..];
        if between.contains(". ") || between.split_whitespace().count() > 4 {
            continue;
        }
        // The bracket that stands before the word closes after the number.
        let closed = between.contains('(') && text[digits.end..].starts_with(')');
        let end = digits.end + usize::from(closed);
        out.push(text[from + found.whole().start as usize..end].to_owned());
    }
    out
}

/// The sentences that say that another committee treats the case too, or that another meeting did.
fn parallel(text: &str, words: &Words) -> Vec<String> {
    if text.len() < LEAST || !words.reference_cues.iter().any(|cue| cue.find(text.as_bytes()).is_some()) {
        return Vec::new();
    }
    let says = |sentence: &str| {
        let folded = fold(sentence);
        let named = || words.references.iter().any(|phrase| find_words(&folded, phrase).is_some());
        names_body(&folded, words) && (named() || is_treated(&folded, words))
    };
    sentences(text).into_iter().filter(|s| s.len() <= 400 && says(s)).map(str::to_owned).collect()
}

/// "forelægges også Børneudvalget", "behandles i Socialudvalget, Økonomiudvalget og Byrådet", "har været forelagt
/// Handicaprådet den 14. august 2019".
fn is_treated(sentence: &str, words: &Words) -> bool {
    let Some(verb) = words.treated.iter().find_map(|verb| find_words(sentence, verb)) else { return false };
    let too = words.treated_too.iter().any(|too| find_words(sentence, too).is_some());
    let is_body = |word: &&str| words.bodies.iter().any(|body| word.ends_with(body.as_str()));
    let bodies = sentence[verb..].split(|c: char| !c.is_alphanumeric()).filter(is_body).count();
    let dated = || {
        date::find(&sentence[verb..])
            .iter()
            .any(|date| names_body(&sentence[verb..][..date.span.start as usize], words))
    };
    bodies > 0 && too || bodies > 1 || bodies == 1 && dated()
}

fn names_body(text: &str, words: &Words) -> bool {
    words.bodies.iter().any(|body| text.contains(body.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::minutes::words;

    #[test]
    fn meetings_and_committees() {
        for (text, expected) in [
            ("Byrådet drøftede på mødet den 28. september 2021 punkt 16 planen.", vec!["28. september 2021 punkt 16"]),
            ("Den 29. september 2020, punkt 19, godkendte Byrådet planen.", vec!["29. september 2020, punkt 19"]),
            ("Udvalget besluttede 18. juni 2014 (sag nr. 8), at det skal ske.", vec!["18. juni 2014 (sag nr. 8)"]),
            (
                "Sagen behandles samtidig i Socialudvalget. Den er vigtig.",
                vec!["Sagen behandles samtidig i Socialudvalget."],
            ),
            ("Sagen forelægges tillige Børneudvalget.", vec!["Sagen forelægges tillige Børneudvalget."]),
            (
                "Sagen behandles i Socialudvalget, Økonomiudvalget og Byrådet.",
                vec!["Sagen behandles i Socialudvalget, Økonomiudvalget og Byrådet."],
            ),
            (
                "Godt. Sagen har været forelagt Handicaprådet den 14. august 2019.",
                vec!["Sagen har været forelagt Handicaprådet den 14. august 2019."],
            ),
            ("Den øvrige del behandles i Socialudvalget.", vec!["Den øvrige del behandles i Socialudvalget."]),
            ("Kortet forelægges hermed udvalget. Klagen blev også behandlet.", vec![]),
            ("Sager, der er behandlet i 2020, forelægges udvalget.", vec![]),
            ("Punkt 5 er vigtigt. Antallet faldt samtidig i 2020.", vec![]),
        ] {
            let mut found = dated(text, words());
            found.extend(parallel(text, words()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
