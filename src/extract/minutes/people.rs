//! Names: who came, who did not, and which party's letter stands after a name.

use crate::data::minutes::{Field, Words, fold};

/// A person in a list of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    /// The party's letter.
    pub party: Option<String>,
    /// The list itself says that the person did not come.
    pub absent: bool,
    /// It is said only of some items: "(punkt 71-73)".
    pub partly: bool,
}

impl Person {
    /// The name as lists print it: `Anne Holm (V)`.
    #[must_use]
    pub fn printed(&self) -> String {
        self.party.as_ref().map_or_else(|| self.name.clone(), |party| format!("{} ({party})", self.name))
    }
}

const ROLES: [&str; 7] =
    ["medlem", "formand", "næstformand", "borgmester", "viceborgmester", "udvalgsformand", "1. viceborgmester"];
const PARTICLES: [&str; 12] = ["von", "van", "de", "der", "den", "af", "la", "le", "el", "al", "du", "bin"];

/// The persons of a list, or `None` if anything in it is no name.
#[must_use]
pub fn names(text: &str, words: &Words) -> Option<Vec<Person>> {
    if text.len() > 4000 {
        return None;
    }
    let text = text.trim_matches([' ', '.', '|', '-', ',']);
    if let Some(before) = before_partly(text) {
        let mut people = names(before, words)?;
        people.last_mut()?.partly = true;
        return Some(people);
    }
    // "Anne Holm (V). Bo Lund (C)": a full stop behind a bracket parts two names as a comma does.
    let parted = text.replace("). ", "), ");
    let text = parted.as_str();
    let mut out: Vec<Person> = Vec::new();
    for piece in text.split(" og ").flat_map(|part| part.split([',', ';', '|'])) {
        let piece = piece.trim();
        if piece.is_empty() {
            continue;
        }
        if is_remark(piece) {
            if let Some(last) = out.last_mut() {
                last.partly |= is_of_items(piece);
            }
            continue;
        }
        out.push(person(piece, words)?);
    }
    (!out.is_empty()).then_some(out)
}

/// What stands before a remark that the last person of a list was there for a part of the meeting: "Anne Holm (V) fra
/// kl. 15:00, herunder punkt 6-8", "Bo Lund (C) - deltog ikke i punkt 3 og 4".
fn before_partly(text: &str) -> Option<&str> {
    const PARTLY: [&str; 9] = [
        " fra kl",
        " til kl",
        " fra og med punkt",
        " deltog fra",
        " deltog ikke i punkt",
        " deltog ikke i behandlingen",
        " deltog ikke under punkt",
        " forlod mødet",
        " ankom",
    ];
    let at = PARTLY.iter().filter_map(|tail| text.find(tail)).min()?;
    let (before, tail) = text.split_at_checked(at)?;
    // Another person behind it would be lost.
    (!tail.contains(['(', ';'])).then(|| before.trim_end_matches([' ', '-', '–', ',']))
}

/// `sag 129-138`, `Suppleant for Bo Lund (A)`: about the person before it.
fn is_remark(piece: &str) -> bool {
    let folded = fold(piece);
    ROLES.contains(&folded.as_str())
        || matches!(folded.as_str(), "afbud" | "fravær")
        || ["sag ", "punkt ", "pkt", "suppleant", "stedfortræder", "i stedet for", "deltog "]
            .iter()
            .any(|s| folded.starts_with(s))
}

/// `punkt 71-73`, `sag 129-138`: in which part of the meeting it holds.
fn is_of_items(remark: &str) -> bool {
    let folded = fold(remark);
    ["sag ", "punkt ", "pkt. ", "pkt ", "under punkt ", "ved punkt ", "til punkt ", "fra punkt ", "punkterne "]
        .iter()
        .any(|word| folded.strip_prefix(word).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
}

fn person(piece: &str, words: &Words) -> Option<Person> {
    let mut party = None;
    let mut absent = false;
    let mut partly = false;
    let mut name = String::new();
    let mut rest = piece;
    // "Anne Holm (V) deltog", "Bo Lund (C) fraværende"
    if let Some((before, mark)) = rest.rsplit_once(' ') {
        let mark = fold(mark);
        let came = words.fields.get(&mark) == Some(&Field::Present);
        if came || words.absent_tails.contains(&mark) {
            absent = !came;
            rest = before;
        }
    }
    // "Anne Holm (C) - afbud", "Bo Lund med afbud", "Ida Bæk - Venstre"
    if let Some((before, mark)) = rest.rsplit_once(" - ").or_else(|| rest.rsplit_once(" med ")) {
        let mark = fold(mark);
        let away = words.absent_marks.contains(&mark);
        if away || words.votes.parties.contains(&mark) || ROLES.contains(&mark.as_str()) {
            absent = away;
            rest = before;
        }
    }
    while let Some((before, after)) = rest.split_once('(') {
        name.push_str(before);
        let (inner, after) = after.split_once(')')?;
        let inner = inner.trim();
        // "(Liste S)"
        let listed = inner.split_once(' ').filter(|(word, _)| words.votes.groups.contains(&fold(word)));
        let inner = listed.map_or(inner, |(_, letter)| letter);
        if is_party(inner) {
            party = Some(inner.to_owned());
        } else if words.absent_marks.contains(&fold(inner)) {
            absent = true;
        } else if is_of_items(inner) {
            partly = true;
        } else if is_list(inner) {
            party = Some(inner.to_owned());
        }
        rest = after;
    }
    name.push_str(rest);
    let mut name = name.as_str();
    for remark in ["Suppleant", "Stedfortræder", "suppleant", "stedfortræder"] {
        if name.contains(remark) {
            name = name.split(remark).next().unwrap_or(name);
        }
    }
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = name.to_lowercase();
    let role = ROLES.iter().find(|role| folded.strip_prefix(**role).is_some_and(|rest| rest.starts_with(' ')));
    let name =
        role.map_or(name.as_str(), |role| name.get(role.len() + 1..).unwrap_or(&name)).trim_end_matches(['.', ':']);
    is_name(name).then(|| Person { name: name.to_owned(), party, absent, partly })
}

/// Two to six words that begin with capital letters, particles aside.
fn is_name(name: &str) -> bool {
    let mut words = 0;
    let mut last_capital = false;
    for word in name.split(' ') {
        words += 1;
        let capital = word.starts_with(char::is_uppercase);
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'));
        if !letters || !(capital || (words > 1 && PARTICLES.contains(&word))) {
            return false;
        }
        last_capital = capital && word.chars().count() > 1;
    }
    (2..=6).contains(&words) && last_capital
}

fn is_party(text: &str) -> bool {
    (1..=2).contains(&text.chars().count()) && text.chars().all(char::is_uppercase)
}

/// `Nytgribskov`: a local list is printed by its name.
fn is_list(text: &str) -> bool {
    let folded = fold(text);
    let role = ROLES.contains(&folded.as_str()) || folded.contains("suppleant") || folded.contains("stedfortræder");
    let word = text.starts_with(char::is_uppercase) && text.chars().all(char::is_alphabetic);
    word && !role && (3..=20).contains(&text.chars().count())
}

/// The value of an empty attendance list.
#[must_use]
pub fn is_nobody(text: &str, words: &Words) -> bool {
    let folded = fold(text.trim_end_matches('.'));
    words.nobody.contains(&folded)
}

/// Adds a person unless the list has the name already; a slip of one letter is the same person.
pub fn add(list: &mut Vec<Person>, person: Person) {
    match list.iter_mut().find(|known| same(&known.name, &person.name)) {
        Some(known) => known.party = known.party.take().or(person.party),
        None => list.push(person),
    }
}

/// Whether two names are the same but for one letter.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (letters, others) = (a.chars().count(), b.chars().count());
    if letters.abs_diff(others) > 1 || letters.min(others) < 8 {
        return false;
    }
    let head = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let tail = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).count();
    head + tail + 1 >= letters.max(others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::minutes::words;

    #[test]
    fn lists_of_names() {
        for (text, printed) in [
            ("Anne Holm, Bo Lund (Afbud), Mia P. Vestergård", Some(vec!["Anne Holm", "Bo Lund", "Mia P. Vestergård"])),
            ("Formand Anne Holm (V)", Some(vec!["Anne Holm (V)"])),
            ("Anne Holm (A), Suppleant for Bo Lund (A)", Some(vec!["Anne Holm (A)"])),
            ("Per von Bülow og Line Krogh Lay (R)", Some(vec!["Per von Bülow", "Line Krogh Lay (R)"])),
            ("Anne Holm (V), formand, Bo Lund (Nytborg)", Some(vec!["Anne Holm (V)", "Bo Lund (Nytborg)"])),
            ("Anne Holm - Venstre", Some(vec!["Anne Holm"])),
            ("Medlem Anne Holm (Liste S)", Some(vec!["Anne Holm (S)"])),
            ("Anne Holm (V) deltog", Some(vec!["Anne Holm (V)"])),
            ("Godkendt", None),
            ("Udvalget drøftede sagen", None),
        ] {
            let people = names(text, words()).map(|list| list.iter().map(Person::printed).collect::<Vec<_>>());
            assert_eq!(people.as_ref().map(|l| l.iter().map(String::as_str).collect()), printed, "{text}");
        }
        for away in ["Bo Lund (Afbud)", "Bo Lund (C) - afbud", "Bo Lund med afbud.", "Bo Lund (C) fraværende"] {
            assert!(names(away, words()).unwrap()[0].absent, "{away}");
        }
        for partly in ["Bo Lund (punkt 71-73)", "Bo Lund (A), sag 129-138"] {
            assert!(names(partly, words()).unwrap()[0].partly, "{partly}");
        }
    }

    #[test]
    fn a_slip_of_one_letter_is_the_same_person() {
        assert!(same("Martin Kokholm", "Martin Kockholm"));
        assert!(!same("Anne Holm", "Arne Bolm"));
        assert!(!same("Bo Lund", "Bo Lind"));
    }
}
