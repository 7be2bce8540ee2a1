//! Votes by group: `For: Gruppe A og C. Imod: Gruppe F.`, `Imod stemte Anne Holm (Ø).`

use super::line::sentences;
use crate::data::minutes::{Words, fold};
use crate::model::meeting::Votes;

/// The votes that a decision's words name.
#[must_use]
pub fn votes(text: &str, words: &Words) -> Option<Votes> {
    let mut votes = Votes::default();
    for sentence in sentences(text).into_iter().flat_map(|s| s.split(';')) {
        let sentence = without_part(sentence.trim());
        let folded = fold(sentence);
        let lists = [
            (&words.votes.abstaining, &mut votes.abstaining),
            (&words.votes.against, &mut votes.against),
            (&words.votes.in_favour, &mut votes.in_favour),
        ];
        let mut found = false;
        for (labels, list) in lists {
            if let Some(rest) = after_label(sentence, &folded, labels).or_else(|| before_label(sentence, labels)) {
                list.extend(groups(rest, words));
                found = true;
                break;
            }
        }
        if !found && sentence.contains("stem") {
            bracketed(sentence, words, &mut votes);
        }
    }
    let any = !(votes.in_favour.is_empty() && votes.against.is_empty() && votes.abstaining.is_empty());
    any.then_some(votes)
}

/// A sentence without "Ad 2." before it.
fn without_part(sentence: &str) -> &str {
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

/// What stands before a label at the end of a sentence: `V og O stemte imod.`
fn before_label<'t>(sentence: &'t str, labels: &[String]) -> Option<&'t str> {
    let sentence = sentence.trim_end_matches(['.', ' ']);
    let label = labels.iter().find(|label| {
        label.contains(' ') && sentence.strip_suffix(label.as_str()).is_some_and(|rest| rest.ends_with(' '))
    })?;
    sentence.strip_suffix(label.as_str()).map(str::trim_end)
}

/// `Godkendt med 12 stemmer for (A, V) og 3 imod (Ø)`: the groups stand in brackets after each label.
fn bracketed(sentence: &str, words: &Words, votes: &mut Votes) {
    for (at, _) in sentence.match_indices(" (") {
        let before = fold(&sentence[..at]);
        let Some((inner, _)) = sentence[at + 2..].split_once(')') else { continue };
        let ends = |labels: &[String]| {
            labels.iter().any(|label| before.strip_suffix(label.as_str()).is_some_and(|rest| rest.ends_with(' ')))
        };
        let list = if ends(&words.votes.abstaining) {
            &mut votes.abstaining
        } else if ends(&words.votes.against) {
            &mut votes.against
        } else if ends(&words.votes.in_favour) {
            &mut votes.in_favour
        } else {
            continue;
        };
        list.extend(groups(inner, words));
    }
}

/// The groups or names of a list.
fn groups(list: &str, words: &Words) -> Vec<String> {
    // "5 (A, V og C)": the groups stand in the brackets.
    let list = match list.split_once('(') {
        Some((count, inner)) if count.trim().chars().all(|c| c.is_ascii_digit()) => {
            inner.split(')').next().unwrap_or(inner)
        }
        _ => list,
    };
    list.split([',', '+', '.'])
        .flat_map(|piece| piece.split(" og "))
        .flat_map(|piece| piece.split(" samt "))
        .filter_map(|piece| {
            let mut name = piece.trim();
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
            }
            let fits = name.starts_with(char::is_uppercase) && name.len() <= 60 && name.split(' ').count() <= 6;
            fits.then(|| name.to_owned())
        })
        .collect()
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
        assert_eq!(votes("For at sikre driften godkendt. Imod forventning faldt prisen.", words()), None);
    }
}
