//! How departments are called: "Center Børn og Unge", "Ungeteamet", "Handicap og Familie".

use super::headed;
use crate::data::lexicon::Lexicon;
use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::model::source::{Document, Span};
use memchr::memmem;
use std::rc::Rc;

/// So many names a chapter may have; more are a book.
const MOST: usize = 24;

/// What the names of departments begin with.
const OPENERS: [&str; 4] = ["Center ", "Team ", "team ", "Myndighed "];

/// What they end in, where they are one word.
const ENDINGS: [&str; 7] = ["teamet", "afdelingen", "rådgivningen", "afsnittet", "centret", "centeret", "isitationen"];

/// So many municipalities call what does most of their work: it is no part of it.
const WHOLE: [&str; 4] = ["jobcentret", "jobcenteret", "borgercentret", "borgercenteret"];

/// The names of departments in a chapter: "Center" or "Team" with what follows in capital letters, and the two names that the title
/// joins ("Klagesager i Visitation og Hjælpemidler"). The tags are as printed.
pub(super) fn departments(document: &Document, title: Option<&Clause<'_>>, span: Span) -> Option<Rc<Lexicon<String>>> {
    let mut names: Vec<String> = Vec::new();
    let text = document.slice(span);
    for opener in OPENERS {
        for at in memmem::find_iter(text.as_bytes(), opener) {
            let inside = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
            let mut name = named(&text[at..], opener).filter(|_| !inside);
            // "på Center Ældres område"
            if let Some(name) = &mut name
                && name.ends_with('s')
                && ["område", "ansvarsområde"].iter().any(|area| text[at + name.len()..].trim_start().starts_with(area))
            {
                name.pop();
            }
            names.extend(name.filter(|name| !names.contains(name)));
        }
    }
    // "12 sager fra Ungeteamet"
    for ending in ENDINGS {
        for at in memmem::find_iter(text.as_bytes(), ending) {
            let start = text[..at].trim_end_matches(char::is_alphanumeric).len();
            let start = with_first_half(text, start);
            let name = text.get(start..at + ending.len()).filter(|name| is_department(name));
            names.extend(name.map(str::to_owned).filter(|name| !names.contains(name)));
        }
    }
    names.extend(headed::names(text).into_iter().filter(|name| !names.contains(name)).collect::<Vec<_>>());
    names.extend(title.and_then(|title| titled(document, title)).filter(|name| !names.contains(name)));
    let joined = headed::joined_names(text).into_iter().filter(|name| !names.iter().any(|other| other.contains(name)));
    let joined: Vec<String> = joined.take(MOST.saturating_sub(names.len())).collect();
    names.extend(joined);
    if names.is_empty() || names.len() > MOST {
        return None;
    }
    // "Team Nord" at the head of a line, "team Nord" within: one name.
    let mut known: Vec<String> = Vec::new();
    names.retain(|name| {
        let lower = name.to_lowercase();
        let first = !known.contains(&lower);
        known.push(lower);
        first
    });
    let own = names.iter().map(|name| (name.to_lowercase().replace(", ", " , "), name.clone()));
    // "på Team Nords område"
    let genitives = names.iter().filter(|name| !name.ends_with(['s', 'x', 'z']));
    let genitives = genitives.map(|name| (format!("{}s", name.to_lowercase()), name.clone()));
    Lexicon::new(own.chain(genitives)).ok().map(Rc::new)
}

/// Where "Social- og Familieafdelingen" begins.
fn with_first_half(text: &str, start: usize) -> usize {
    let Some(before) = ["- og ", "- & "].iter().find_map(|joins| text[..start].strip_suffix(joins)) else {
        return start;
    };
    let first = before.trim_end_matches(char::is_alphanumeric).len();
    if before[first..].starts_with(char::is_uppercase) { first } else { start }
}

/// "Ungeteamet", "Familieafdelingen": the name of a department in one word.
fn is_department(word: &str) -> bool {
    let lower = word.to_lowercase();
    let stem = ENDINGS.iter().find_map(|ending| lower.strip_suffix(ending));
    let named = stem.is_some_and(|stem| stem.chars().count() > 2) && !WHOLE.contains(&lower.as_str());
    word.starts_with(char::is_uppercase) && (named || lower == "visitationen")
}

/// Is a scope the name of a department that is part of no law?
pub(super) fn is_named_department(scope: &str) -> bool {
    OPENERS.iter().any(|opener| scope.starts_with(opener)) || is_department(scope)
}

/// "Center Børn og Unge", "Center for Handicap", "Team Nord": the name that a text begins with, where one can tell where it
/// ends.
fn named(text: &str, opener: &str) -> Option<String> {
    let line = text.split('\n').next()?;
    let mut words = line.split(' ').skip(1).peekable();
    let mut name = opener.trim_end().to_owned();
    if words.peek() == Some(&"for") {
        words.next();
        name.push_str(" for");
    }
    let mut length = 0;
    loop {
        let word = words.next()?;
        length += 1;
        let plain = word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '-');
        if !plain.starts_with(char::is_uppercase) || !plain.chars().all(|c| c.is_alphabetic() || c == '-') {
            return None;
        }
        name.push(' ');
        name.push_str(plain);
        let next = words.peek().copied().unwrap_or_default();
        let after = |word: &str| word.starts_with(char::is_uppercase);
        if plain.len() < word.len() {
            let lists = word.ends_with(',') && plain.len() + 1 == word.len();
            if !(word.ends_with(',') && after(next)) {
                return Some(name);
            }
            // "Center for Børn, Unge og Familie" is one name; "Center Børn, Visitation" a list of two?
            let mut ahead = words.clone();
            let (second, and, last) = (ahead.next()?, ahead.next()?, ahead.next()?);
            let plain = |word: &str| word.chars().all(char::is_alphabetic);
            let last = last.trim_end_matches(|c: char| !c.is_alphanumeric());
            let one = lists && plain(second) && and == "og" && after(last) && plain(last);
            let opens = OPENERS.iter().any(|opener| opener.trim_end() == second || opener.trim_end() == last);
            return (one && !opens).then(|| format!("{name}, {second} og {last}"));
        }
        if matches!(next, "og" | "&") {
            let mut ahead = words.clone();
            ahead.next();
            let joined = ahead.peek().copied().unwrap_or_default();
            if !after(joined) || OPENERS.iter().any(|opener| opener.trim_end() == joined) {
                return (!plain.ends_with('-')).then_some(name);
            }
            name.push(' ');
            name.push_str(next);
            words.next();
        } else if !after(next) {
            return (!plain.ends_with('-')).then_some(name);
        } else if length > 3 {
            return None;
        }
    }
}

/// "Klagesager i Visitation og Hjælpemidler": two names with capital letters behind a preposition, no places and no terms.
fn titled(document: &Document, title: &Clause<'_>) -> Option<String> {
    let tokens = &title.tokens;
    let capital = |at: usize| {
        let token = tokens.get(at).filter(|t| t.word().is_some())?;
        document.slice(token.span).starts_with(char::is_uppercase).then_some(())
    };
    let known = |at: usize| {
        let inside = |start: usize, end: usize| (start..end).contains(&at);
        title.places.iter().any(|hit| inside(hit.start, hit.end))
            || title.terms.iter().any(|hit| inside(hit.start, hit.end))
            || WORDS.lists.board_names.has(&tokens[at])
            || tokens[at].word().is_some_and(|w| w.ends_with("udvalget") || w.ends_with("kommune"))
    };
    let first = (1..tokens.len()).find(|&at| {
        tokens[at - 1].is_any(&["i", "for", "fra", "vedrørende"])
            && capital(at).is_some()
            && tokens.get(at + 1).is_some_and(|t| t.is("og") || t.is_symbol('&'))
            && capital(at + 2).is_some()
            && capital(at + 3).is_none()
    })?;
    let name = Span { start: tokens[first].span.start, end: tokens[first + 2].span.end };
    (!known(first) && !known(first + 2)).then(|| document.slice(name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn a_centre_s_name_ends_where_small_letters_begin() {
        for (text, expected) in [
            ("Center Børn og Familie har afgjort", Some("Center Børn og Familie")),
            ("Center for Handicap og forvaltningen", Some("Center for Handicap")),
            ("Center Social- og Sundhed.", Some("Center Social- og Sundhed")),
            ("Center Børn og Center Unge", Some("Center Børn")),
            ("Center Børn og Team Unge", Some("Center Børn")),
            ("Center for Børn, Unge og Familie har", Some("Center for Børn, Unge og Familie")),
            ("Center for Børn, Unge", None),
            ("Center for borgere", None),
            ("Center for Social Service har", Some("Center for Social Service")),
        ] {
            assert_eq!(named(text, "Center ").as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn departments_of_two_names_and_more() {
        for (text, of) in [
            ("Handicap og Psykiatri har fået 14 afgørelser i 2021, hvoraf 9 er stadfæstet.", "Handicap og Psykiatri"),
            (
                "I Handicap & Psykiatri traf Ankestyrelsen 14 afgørelser i 2021, hvoraf 9 er stadfæstet.",
                "Handicap & Psykiatri",
            ),
            ("Ankestyrelsen traf i 2021 14 afgørelser fra Unge og Job. Heraf er 9 stadfæstet.", "Unge og Job"),
            (
                "Ankestyrelsen traf i 2021 14 afgørelser fra Center for Social Service. Heraf er 9 stadfæstet.",
                "Center for Social Service",
            ),
            (
                "Center for Sundhed, Ældre og Pleje har fået 14 afgørelser i 2021, hvoraf 9 er stadfæstet.",
                "Center for Sundhed, Ældre og Pleje",
            ),
        ] {
            let expected = [format!("Greve 2021 {of} decided 14"), format!("Greve 2021 {of} upheld 9")];
            assert_eq!(stated(&format!("Tal fra Ankestyrelsen.\n\n{text}")), expected, "{text}");
        }
        let text = "Ankestyrelsen afgjorde i 2021 21 sager. 12 af sagerne hører til i Handicap og Psykiatri, hvor 8 blev stadfæstet.";
        let expected = ["Alle decided 21", "Handicap og Psykiatri decided 12", "Handicap og Psykiatri upheld 8"];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 {row}")));
        let text = "Ankestyrelsen afgjorde i 2021 24 sager: 14 fra Center Børn og Familie og 10 fra Center for Social Service.";
        let expected = ["Alle decided 24", "Center Børn og Familie decided 14", "Center for Social Service decided 10"];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 {row}")));
        // Small letters are what cases are about.
        let text = "Ankestyrelsen traf i 2021 afgørelse i 14 sager for børn og unge. Børn og Unge har travlt.";
        assert!(!stated(text).iter().any(|row| row.contains("Unge")), "{:?}", stated(text));
    }
}
