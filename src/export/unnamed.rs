//! Names of people stay in the window: in what is passed on, those who were present or absent are not named.

use crate::model::meeting::Meeting;

/// A text without the full names of the meeting's members and guests; `instead` stands for each.
#[must_use]
pub fn without_names(text: &str, meeting: &Meeting, instead: &str) -> String {
    let mut text = text.to_owned();
    for person in meeting.present.iter().chain(&meeting.absent) {
        // "Anna Birk (A)": the party is no part of the name. A single word may be any word.
        let name = person.split('(').next().unwrap_or(person).trim();
        if name.contains(' ') && text.contains(name) {
            text = text.replace(name, instead);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_not_named() {
        let present = vec!["Anna Birk (A)".to_owned(), "Sag".to_owned()];
        let meeting = Meeting { present, absent: vec!["Bo Dam".to_owned()], ..Meeting::default() };
        assert_eq!(
            without_names("Anna Birk (A) oplyste, at Bo Dam har 3 Sager.", &meeting, "[navn]"),
            "[navn] (A) oplyste, at [navn] har 3 Sager."
        );
    }
}
