//! The list of names under a label of attendance.

use super::line::Line;
use super::people::{Person, is_nobody, names};
use super::role::Role;
use crate::data::minutes::Words;

/// The names from a label's own line and the lines below it, and the line at which the list ends.
#[must_use]
pub fn block(rest: &str, lines: &[Line<'_>], roles: &[Role], next: usize, words: &Words) -> (Vec<Person>, usize) {
    let mut people = names(rest, words).unwrap_or_default();
    let mut at = next;
    // A value on the label's own line is the whole list, unless the line is broken after a comma.
    let column = people.len() == 1 && one_a_line(lines, roles, next, words);
    let mut open = rest.is_empty() || column || rest.trim_end().ends_with(',');
    while let (Some(line), Some(Role::Text)) = (lines.get(at), roles.get(at)) {
        if is_nobody(&line.text, words) && people.is_empty() && open {
            return (people, at + 1);
        }
        if !(open || line.continues) {
            break;
        }
        let Some(more) = line.is_short().then(|| names(&line.text, words)).flatten() else { break };
        people.extend(more);
        open = rest.is_empty() || column || line.text.ends_with(',');
        at += 1;
    }
    (people, at)
}

/// Whether the list goes on below the first name, a person a line: at least two, or one with a party's letter.
fn one_a_line(lines: &[Line<'_>], roles: &[Role], next: usize, words: &Words) -> bool {
    let person = |(line, role): (&Line<'_>, &Role)| {
        let people = (*role == Role::Text && line.is_short()).then(|| names(&line.text, words))??;
        <[Person; 1]>::try_from(people).ok().map(|[person]| person)
    };
    let below: Vec<Person> = lines.iter().zip(roles).skip(next).take(2).map_while(person).collect();
    below.len() == 2 || below.iter().any(|person| person.party.is_some())
}
