//! Votes by group: `For: Gruppe A og C. Imod: Gruppe F.`, `Imod stemte Anne Holm (Ø).`
//!
//! Only a party's letter or name or a person's name votes. Where anything else stands in a list, the whole list is left
//! out: votes that are turned round are worse than none.

use super::line::sentences;
use super::people;
use crate::data::minutes::{Words, fold};
use crate::model::meeting::Votes;

/// The votes that a decision's words name.
#[must_use]
pub fn votes(text: &str, words: &Words) -> Option<Votes> {
    // Most decisions name no votes: a label of one word needs a colon or brackets, any other stands in the text.
    let spoken = || words.vote_cues.iter().any(|cue| cue.find(text.as_bytes()).is_some());
    if !text.contains([':', '(']) && !spoken() {
        return None;
    }
    let mut votes = Votes::default();
    for sentence in sentences(text) {
        for part in parts(sentence, words) {
            part_votes(without_part(part.trim()), words, &mut votes);
        }
    }
    let any = !(votes.in_favour.is_empty() && votes.against.is_empty() && votes.abstaining.is_empty());
    any.then_some(votes)
}

/// The parts of a sentence, each with one vote of its own; reasons ("idet ...") are left out.
fn parts<'t>(sentence: &'t str, words: &Words) -> Vec<&'t str> {
    let mut out = Vec::new();
    for piece in sentence.split(';').flat_map(|piece| piece.split(" mens ")).flat_map(|piece| piece.split(" hvorimod "))
    {
        let reason = words.votes.reasons.iter().filter_map(|reason| piece.find(&format!(" {reason} "))).min();
        let mut rest = piece.get(..reason.unwrap_or(piece.len())).unwrap_or(piece);
        // "A og V stemte for, og Ø stemte imod": what follows the first vote is the second.
        while let Some((at, next)) = [", og ", " og ", ". ", ", "]
            .iter()
            .flat_map(|mark| rest.match_indices(mark))
            .filter(|(at, _)| ends_with_vote(&rest[..*at], words))
            .min_by_key(|(at, mark)| (*at, std::cmp::Reverse(mark.len())))
        {
            out.push(&rest[..at]);
            rest = &rest[at + next.len()..];
        }
        out.push(rest);
    }
    out
}

fn all_labels(words: &Words) -> impl Iterator<Item = &String> {
    words.votes.abstaining.iter().chain(&words.votes.against).chain(&words.votes.in_favour)
}

/// `A og V stemte for`, `5 for (A, V)`, `for stemte A`: a vote is told to its end.
fn ends_with_vote(text: &str, words: &Words) -> bool {
    let before = text.trim_end();
    let before = before.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')).map_or(before, |(head, _)| head);
    let folded = fold(before);
    let matter = words.votes.matters.iter().find_map(|matter| folded.strip_suffix(matter.as_str())?.strip_suffix(' '));
    let folded = matter.unwrap_or(&folded);
    all_labels(words).any(|label| {
        let spoken = label.contains(' ') || folded.contains("stem");
        spoken && folded.strip_suffix(label.as_str()).is_some_and(|rest| rest.ends_with(' '))
    })
}

/// Takes the votes of one part.
fn part_votes(part: &str, words: &Words, votes: &mut Votes) {
    let folded = fold(part);
    for (labels, list) in [
        (&words.votes.abstaining, &mut votes.abstaining),
        (&words.votes.against, &mut votes.against),
        (&words.votes.in_favour, &mut votes.in_favour),
    ] {
        let named = after_label(part, &folded, labels).or_else(|| before_label(part, labels, words));
        if let Some(rest) = named {
            list.extend(voters(rest, words).unwrap_or_default());
            return;
        }
    }
    if let Some(list) = majority(part, words) {
        votes.in_favour.extend(voters(list, words).unwrap_or_default());
        return;
    }
    bracketed(part, words, votes);
}

/// `Et flertal (A, V og C) godkendte indstillingen`: who stands between the lead and what they did.
fn majority<'t>(part: &'t str, words: &Words) -> Option<&'t str> {
    let folded = fold(part);
    if !["et flertal", "flertallet"].iter().any(|lead| folded.starts_with(lead)) {
        return None;
    }
    let at = words.deciding.iter().filter_map(|verb| part.find(&format!(" {verb} "))).min()?;
    part.get(..at)
}

/// A sentence without "Ad 2." before it.
fn without_part(sentence: &str) -> &str {
    // "2. at: For stemte A og F"
    let digits = sentence.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(rest) = sentence.get(digits..).and_then(|rest| rest.strip_prefix(". at:")).filter(|_| digits > 0) {
        return rest.trim_start();
    }
    let Some(rest) = sentence.strip_prefix("Ad ") else { return sentence };
    rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | ' ' | ':'))
}

/// What follows a label at the start of a sentence. A single word ("For") needs a colon to be a label.
fn after_label<'t>(sentence: &'t str, folded: &str, labels: &[String]) -> Option<&'t str> {
    let label = labels.iter().find(|label| {
        folded.strip_prefix(label.as_str()).is_some_and(|rest| {
            rest.starts_with(':') || label.contains(' ') && rest.starts_with(' ') || rest.is_empty()
        })
    })?;
    // Labels and their capitals are equally long in UTF-8; anything else is no match.
    let rest = sentence.get(label.len()..)?.trim_start_matches([':', ' ']);
    (!rest.is_empty()).then_some(rest)
}

/// What stands before a label: `V og O stemte imod.`, or in brackets behind it: `2 stemte imod (V og O).`
fn before_label<'t>(part: &'t str, labels: &[String], words: &Words) -> Option<&'t str> {
    let part = part.trim_end_matches(['.', ',', ' ']);
    labels.iter().filter(|label| label.contains(' ')).find_map(|label| {
        let at = part.find(&format!(" {label}"))?;
        let tail = part.get(at + 1 + label.len()..)?;
        // "A og V stemte" before "for indstillingen": the label begins with the verb.
        let verb = part[..at].rsplit(' ').next().is_some_and(|word| word.starts_with("stem"));
        if verb || tail.starts_with(char::is_alphanumeric) {
            return None;
        }
        let tail = tail.trim();
        if let Some(inner) = bracket(tail).filter(|inner| inner.len() + 2 == tail.len()) {
            return Some(inner);
        }
        // "stemte imod et ændringsforslag" is no vote against what was decided.
        let whole = tail.is_empty() || words.votes.matters.iter().any(|matter| fold(tail) == *matter);
        whole.then_some(&part[..at])
    })
}

/// What stands between the bracket that opens a text and the one that closes it.
fn bracket(text: &str) -> Option<&str> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        match depth {
            0 if at == 0 => return None,
            0 => return text.get(1..at),
            _ => {}
        }
    }
    None
}

/// `Godkendt med 12 stemmer for (A, V) og 3 imod (Ø)`: the groups stand in brackets after each label.
fn bracketed(sentence: &str, words: &Words, votes: &mut Votes) {
    for (at, _) in sentence.match_indices(" (") {
        let before = fold(&sentence[..at]);
        let Some(inner) = bracket(&sentence[at + 1..]) else { continue };
        let counted = |rest: &str| {
            let count = rest.trim_end().rsplit(' ').next().unwrap_or_default();
            let count = if matches!(count, "stemmer" | "stemte") { "1" } else { count };
            rest.ends_with(' ') && !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit())
        };
        let ends =
            |labels: &[String]| labels.iter().any(|label| before.strip_suffix(label.as_str()).is_some_and(counted));
        let list = if ends(&words.votes.abstaining) {
            &mut votes.abstaining
        } else if ends(&words.votes.against) {
            &mut votes.against
        } else if ends(&words.votes.in_favour) {
            &mut votes.in_favour
        } else {
            continue;
        };
        list.extend(voters(inner, words).unwrap_or_default());
    }
}

/// The groups or names of a list; `None` if anything in it is neither.
fn voters(list: &str, words: &Words) -> Option<Vec<String>> {
    let mut list = without_leads(list.trim_matches(['.', ',', ' ']), words);
    if let Some(inner) = bracket(list).filter(|inner| list.len() == inner.len() + 2) {
        list = inner;
    }
    // "A, V og C (5)"
    if let Some((before, count)) = list.strip_suffix(')').and_then(|inner| inner.rsplit_once('('))
        && count.bytes().all(|b| b.is_ascii_digit())
    {
        list = before.trim_end();
    }
    let mut out = Vec::new();
    let mut depth = 0;
    let outside = list.split(|c: char| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0 && matches!(c, ',' | '+')
    });
    for piece in outside.flat_map(|piece| piece.split(" og ")).flat_map(|piece| piece.split(" samt ")) {
        let piece = piece.trim().trim_start_matches("og ");
        if !piece.is_empty() {
            out.push(voter(piece, words)?);
        }
    }
    Some(out)
}

/// A list without how many they are: "Et flertal på 5 (A og V)", "5 medlemmer (A+V)", "Et flertal bestående af A og V".
fn without_leads<'t>(list: &'t str, words: &Words) -> &'t str {
    let mut list = list;
    loop {
        let folded = fold(list);
        let lead = words
            .votes
            .leads
            .iter()
            .find(|lead| folded.strip_prefix(lead.as_str()).is_some_and(|rest| rest.starts_with([' ', ':'])));
        let digits = list.bytes().take_while(u8::is_ascii_digit).count();
        let next = match lead {
            Some(lead) => list.get(lead.len()..),
            None if digits > 0 => list.get(digits..).filter(|rest| rest.starts_with(' ')),
            None => None,
        };
        let Some(next) = next else { return list };
        list = next.trim_start_matches([' ', ':']);
    }
}

/// A party's letter or name, or a person; the word "gruppe" before it is no part of the name.
fn voter(name: &str, words: &Words) -> Option<String> {
    let mut name = name.trim_end_matches('.');
    let mut grouped = false;
    loop {
        let folded = fold(name);
        let Some(word) = words
            .votes
            .groups
            .iter()
            .find(|word| folded.strip_prefix(word.as_str()).is_some_and(|r| r.starts_with(' ')))
        else {
            break;
        };
        name = name.get(word.len()..)?.trim_start();
        grouped = true;
    }
    let letter = (1..=2).contains(&name.chars().count()) && name.chars().all(char::is_uppercase);
    let bare = name.split_once(" (").map_or(name, |(before, _)| before);
    let party = words.votes.parties.contains(&fold(bare));
    // "Liste Nyt Tårnby": whatever the word before it says to be a group.
    let called = grouped && name.starts_with(char::is_uppercase) && name.split(' ').count() <= 3;
    let person = || people::names(name, words).is_some_and(|people| people.len() == 1);
    (letter || party || called || person()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::minutes::words;

    #[test]
    fn lists_of_voters() {
        for (text, for_, against, abstaining) in [
            (
                "Ad 2.\nFor: Gruppe A og C.\nImod: Gruppe F og gruppe Ø. Gruppe F med henvisning til behovet.",
                vec!["A", "C"],
                vec!["F", "Ø"],
                vec![],
            ),
            ("For stemte 5 (A, V og C). Imod stemte Ø.", vec!["A", "V", "C"], vec!["Ø"], vec![]),
            ("Godkendt med 12 stemmer for (A, V) og 3 imod (Ø).", vec!["A", "V"], vec!["Ø"], vec![]),
            ("Et flertal tiltrådte indstillingen. V og O stemte imod.", vec![], vec!["V", "O"], vec![]),
            ("Godkendt. A og V for forslaget.", vec!["A", "V"], vec![], vec![]),
            ("Et flertal på 5 (A og V) stemte for, mens 2 (Ø) stemte imod.", vec!["A", "V"], vec!["Ø"], vec![]),
            ("Et flertal bestående af A, V og C stemte for.", vec!["A", "V", "C"], vec![], vec![]),
            (
                "Et flertal (A, V, C, F) stemte for. 2 stemte imod (Ø og D).",
                vec!["A", "V", "C", "F"],
                vec!["Ø", "D"],
                vec![],
            ),
            ("Godkendt. 5 for (A, F, O, Ø), 2 imod (V).", vec!["A", "F", "O", "Ø"], vec!["V"], vec![]),
            ("Anne Holm Lund stemte imod andet at, idet prisen er for høj.", vec![], vec!["Anne Holm Lund"], vec![]),
            (
                "For: 3 (Anne Holm (A), Bo Lund (A), Ida Bæk (V))",
                vec!["Anne Holm (A)", "Bo Lund (A)", "Ida Bæk (V)"],
                vec![],
                vec![],
            ),
            ("For: A, V og C (5)", vec!["A", "V", "C"], vec![], vec![]),
            ("A, B og F stemte for indstillingen, og V og O stemte imod.", vec!["A", "B", "F"], vec!["V", "O"], vec![]),
            ("Enhedslisten stemmer imod.", vec![], vec!["Enhedslisten"], vec![]),
            ("A og V stemte for, og Liste Ø stemte imod.", vec!["A", "V"], vec!["Ø"], vec![]),
            (
                "Imod stemte Enhedslisten; undlod at stemme: Anne Holm (F).",
                vec![],
                vec!["Enhedslisten"],
                vec!["Anne Holm (F)"],
            ),
        ] {
            let votes = votes(text, words()).unwrap();
            assert_eq!(
                (votes.in_favour, votes.against, votes.abstaining),
                (
                    for_.into_iter().map(str::to_owned).collect(),
                    against.into_iter().map(str::to_owned).collect(),
                    abstaining.into_iter().map(str::to_owned).collect(),
                ),
                "{text}"
            );
        }
        for text in [
            "For at sikre driften godkendt. Imod forventning faldt prisen.",
            "Rådet kan ikke anbefale ændringen. 5 stemte imod, og ingen stemte for.",
            "V stemte for et ændringsforslag.",
            "Et mindretal uden for udvalget stemte imod.",
        ] {
            assert_eq!(votes(text, words()), None, "{text}");
        }
    }
}
