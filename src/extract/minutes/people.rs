//! Names: who came, who did not, and which party's letter stands after a name.

use crate::data::minutes::{Words, fold};

/// A person in a list of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    /// The party's letter.
    pub party: Option<String>,
    /// The list itself says that the person did not come.
    pub absent: bool,
}

impl Person {
    /// The name as lists print it: `Anne Holm (V)`.
    #[must_use]
    pub fn printed(&self) -> String {
        self.party.as_ref().map_or_else(|| self.name.clone(), |party| format!("{} ({party})", self.name))
    }
}

const ROLES: [&str; 6] =
    ["formand", "næstformand", "borgmester", "viceborgmester", "udvalgsformand", "1. viceborgmester"];
const PARTICLES: [&str; 12] = ["von", "van", "de", "der", "den", "af", "la", "le", "el", "al", "du", "bin"];

/// The persons of a list, or `None` if anything in it is no name.
#[must_use]
pub fn names(text: &str, words: &Words) -> Option<Vec<Person>> {
    if text.len() > 4000 {
        return None;
    }
    let text = text.trim_matches([' ', '.', '|', '-', ',']);
    let mut out = Vec::new();
    for piece in text.split(" og ").flat_map(|part| part.split([',', ';', '|'])) {
        let piece = piece.trim();
        if piece.is_empty() || is_remark(piece) {
            continue;
        }
        out.push(person(piece, words)?);
    }
    (!out.is_empty()).then_some(out)
}

/// `sag 129-138`, `Suppleant for Bo Lund (A)`: about the person before it.
fn is_remark(piece: &str) -> bool {
    let folded = fold(piece);
    ["sag ", "punkt ", "pkt", "suppleant", "stedfortræder", "i stedet for", "deltog "]
        .iter()
        .any(|s| folded.starts_with(s))
}

fn person(piece: &str, words: &Words) -> Option<Person> {
    let mut party = None;
    let mut absent = false;
    let mut name = String::new();
    let mut rest = piece;
    while let Some((before, after)) = rest.split_once('(') {
        name.push_str(before);
        let (inner, after) = after.split_once(')')?;
        let inner = inner.trim();
        if is_party(inner) {
            party = Some(inner.to_owned());
        } else {
            absent |= words.absent_marks.contains(&fold(inner));
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
    is_name(name).then(|| Person { name: name.to_owned(), party, absent })
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
            ("Godkendt", None),
            ("Udvalget drøftede sagen", None),
        ] {
            let people = names(text, words()).map(|list| list.iter().map(Person::printed).collect::<Vec<_>>());
            assert_eq!(people.as_ref().map(|l| l.iter().map(String::as_str).collect()), printed, "{text}");
        }
        assert!(names("Bo Lund (Afbud)", words()).unwrap()[0].absent);
    }

    #[test]
    fn a_slip_of_one_letter_is_the_same_person() {
        assert!(same("Martin Kokholm", "Martin Kockholm"));
        assert!(!same("Anne Holm", "Arne Bolm"));
        assert!(!same("Bo Lund", "Bo Lind"));
    }
}
