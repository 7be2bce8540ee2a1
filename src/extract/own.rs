//! The municipality whose paper a document is.

use crate::data::municipalities;
use crate::extract::place;
use crate::extract::topics::Topics;
use crate::model::figure::Place;
use crate::model::source::Document;
use std::collections::BTreeMap;

/// The municipality whose paper this is: the one that the text as a whole speaks of. "X Kommune" says more than a
/// bare name, "Jobcenter X" and the place of the meeting too; the file's name only helps where the text is silent.
#[must_use]
pub fn own_municipality(document: &Document, lower: &str, topics: &Topics) -> Option<Place> {
    let mut votes: BTreeMap<&'static str, u32> = BTreeMap::new();
    let mut end = 0;
    for (span, name) in &topics.places {
        let before = document.text.as_bytes()[..span.start as usize].last();
        // A name begins with a capital, or stands in an address.
        let opens = document.slice(*span).starts_with(char::is_uppercase) || matches!(before, Some(b'.' | b'@' | b'/'));
        if !opens || span.start < end {
            continue;
        }
        end = span.end;
        if !place::is_region(&Place::new(*name)) {
            *votes.entry(name).or_default() += weight(document, lower, span.start as usize, span.end as usize);
        }
    }
    let best = votes.values().copied().max().filter(|votes| *votes > 0);
    let mut winners = votes.iter().filter(|(_, votes)| Some(**votes) == best);
    match (winners.next(), winners.next()) {
        (Some((name, _)), None) => Some(Place::new(*name)),
        (None, _) => from_file_name(&document.name),
        // A tie: the file's name may break it.
        (Some(_), Some(_)) => from_file_name(&document.name).filter(|p| votes.get(p.as_str()).copied() == best),
    }
}

/// "Greve Kommune" on a line of its own at the top.
fn is_letterhead(before: &str, after: &str) -> bool {
    // Farther down nothing need be looked at.
    if before.len() > 300 {
        return false;
    }
    let opens = before.trim().is_empty() || before.trim_end_matches(' ').ends_with('\n');
    let top = before.lines().filter(|line| !line.trim().is_empty()).count() <= 2;
    let rest = after.strip_prefix("kommune").map(|rest| rest.trim_start_matches(' '));
    opens && top && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('\n'))
}

/// How much one mention says about whose paper it is; 0 for a part of another word.
fn weight(document: &Document, lower: &str, start: usize, end: usize) -> u32 {
    let (before, after) = (&lower[..start], &lower[end..]);
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    let capital = document.text[start..].chars().next().is_some_and(char::is_uppercase);
    let address = before.ends_with("www.") || before.ends_with('@') || before.ends_with("//");
    if address && after.starts_with(".dk") {
        return 3;
    }
    if !capital || joined(before.chars().next_back()) || joined(after.chars().next()) {
        return 0;
    }
    let after = after.trim_start();
    if is_letterhead(before, after) {
        return 12;
    }
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = &lower[line_start..start];
    // "Til sammenligning er der hentet tal fra Solrød Kommune", "Blandt nabokommunerne har Solrød Kommune": whose paper
    // it is not.
    if line.contains("sammenlign") || line.contains("nabokommune") || line.contains("omegnskommune") {
        return 1;
    }
    // "Mødelokale 2, Greve Rådhus", at the top: nobody meets in another's.
    if after.starts_with("rådhus") && before.len() < 600 {
        return 8;
    }
    if after.starts_with("kommunes") || after.starts_with("kommune") || after.starts_with("byråd") {
        // "Vi i Lejre Kommune" counts like any other; a list of municipalities does not say "Kommune" after each.
        return 4;
    }
    if line.ends_with("jobcenter ") {
        return 4;
    }
    if line.contains("mødested") || line.contains("jobcenter") || line.contains("byrådet i ") {
        return 3;
    }
    if line.ends_with("retten i ") || line.ends_with("politi i ") || line.contains('\t') || after.starts_with('\t') {
        return 0;
    }
    1
}

/// A file's name such as `rodovre-2024-05-14.pdf`, letters outside ASCII folded.
fn from_file_name(name: &str) -> Option<Place> {
    let fold = |text: &str| {
        text.to_lowercase()
            .replace("æ", "ae")
            .replace('ø', "o")
            .replace("å", "aa")
            .replace("oe", "o")
            .replace("aa", "a")
    };
    let words = |text: &str| -> Vec<String> {
        let text = fold(text);
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let name = words(name);
    // "Faaborg-Midtfyn" is two words of the file's name.
    let inside = |form: &str| {
        let form = words(form);
        !form.is_empty() && name.windows(form.len()).any(|part| part == form)
    };
    let mut found = municipalities::all().iter().filter(|m| m.forms().any(inside));
    match (found.next(), found.next()) {
        (Some(one), None) => Some(Place::new(one.name.as_str())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Format;
    use crate::text::lower::aligned;

    #[test]
    fn the_paper_belongs_to_whom_it_speaks_of() {
        for (name, text, expected) in [
            ("a.txt", "Retten i Glostrup har dømt. Greve Kommune har 3 sager. I Greve er det få.", Some("Greve")),
            ("a.txt", "Holbæk, Køge og Lejre ligner hinanden. I Faxe Kommune er der 3.", Some("Faxe")),
            ("a.txt", "Mødested: Rådhuset, Solrød\nSagen drøftes.", Some("Solrød")),
            (
                "a.txt",
                "Status på sagstal i Jobcenter Greve\nTil sammenligning er der hentet tal fra Solrød Kommune. Solrød Kommune har 63.",
                Some("Greve"),
            ),
            ("stevns-2020.pdf", "Der er 3 sager.", Some("Stevns")),
            ("lyngby-taarbaek_2020.pdf", "Der er 3 sager.", Some("Lyngby-Taarbæk")),
            ("a.txt", "I Greve Kommune er der 3.\nBlandt nabokommunerne har Solrød Kommune 4 sager.", Some("Greve")),
            ("a.txt", "Der er 3 sager.", None),
        ] {
            let document = Document::new(name, Format::Text, text.to_owned());
            let own = own_municipality(&document, &aligned(text), &Topics::of(&aligned(text)));
            assert_eq!(own.as_ref().map(Place::as_str), expected, "{text}");
        }
    }
}
