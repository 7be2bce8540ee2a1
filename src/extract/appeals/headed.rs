//! Departments whose name is nothing but words with capital letters: over their own text, or as those who had cases.

use crate::data::lexicon::Lexicon;
use crate::extract::clause::Clause;
use crate::text::token::Token;
use memchr::memmem;

/// What such a text calls them, in small letters: "Afdelingen har haft 40 afgørelser", "Af centrets 12 sager".
const CALLED: [&str; 5] = ["afdelingen", "centret", "centeret", "området", "teamet"];

/// How a sentence goes on whose subject had cases.
const HAD: [&str; 6] = ["har stået for", "har tegnet sig for", "har haft", "stod for", "står for", "tegner sig for"];

/// Does a word stand for the department that the heading names?
pub(super) fn calls_it(word: &str) -> bool {
    CALLED.iter().any(|called| word == *called || word.strip_suffix('s') == Some(called))
}

/// The names of a text: the lines over "Afdelingen har ..." and the subjects of "Pleje & Sundhed har stået for 12 sager".
pub(super) fn names(text: &str) -> Vec<String> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    let mut names = Vec::new();
    while let Some(line) = lines.next() {
        let goes_on = lines.peek().is_some_and(|next| calls_the_heading(next));
        names.extend(goes_on.then(|| in_heading(line)).flatten().map(str::to_owned));
    }
    for had in HAD {
        for at in memmem::find_iter(text.as_bytes(), had) {
            let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
            let start = text[line..at].rfind(". ").map_or(line, |end| line + end + 2);
            names.extend(subject(text[start..at + had.len()].trim_start()).map(str::to_owned));
        }
    }
    names
}

/// The names of two words with capital letters that "og" or "&" joins, where a sentence has them for its subject or says
/// what comes from them: "Handicap og Familie har fået 14 afgørelser", "24 sager fra Visitation og Hjælpemidler".
pub(super) fn joined_names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for joins in [" og ", " & "] {
        for at in memmem::find_iter(text.as_bytes(), joins) {
            let (before, behind) = (&text[..at], &text[at + joins.len()..]);
            let first = before.trim_end_matches(char::is_alphabetic).len();
            let last = behind.len() - behind.trim_start_matches(char::is_alphabetic).len();
            let name = &text[first..at + joins.len() + last];
            let ended = behind[last..].strip_prefix(' ').unwrap_or_default();
            let goes_on = ended.starts_with(char::is_uppercase) || behind[last..].starts_with('-');
            if is_name(name) && !goes_on && stands_alone(&text[..first], ended) && !names.iter().any(|n| n == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// Is what stands between two texts the subject of a sentence, or that from which something comes?
fn stands_alone(before: &str, behind: &str) -> bool {
    let word = |words: &str, list: &[&str]| words.split(' ').next().is_some_and(|word| list.contains(&word));
    let opens = before.ends_with(". ") || before.ends_with('\n') || before.is_empty();
    if opens {
        return word(behind, &["har", "havde", "fik", "får", "stod", "står", "tegner"]);
    }
    let mut last = before.trim_end().rsplit([' ', '\n']);
    let near = before.ends_with(' ').then(|| last.next()).flatten().unwrap_or_default();
    // "Heraf vedrører 14 Handicap og Familie"
    let verb = last.next().filter(|_| near.parse::<u32>().is_ok()).unwrap_or(near);
    ["fra", "i", "I", "hos", "under"].contains(&near) || ["vedrører", "vedrørte", "angår", "angik"].contains(&verb)
}

/// The department whose name is all that a heading says, but for its number: "4.1 Voksen og Handicap".
pub(super) fn of_heading(heading: &Clause<'_>, names: &Lexicon<String>) -> Option<String> {
    let found = names.find(&heading.tokens);
    let [only] = &found[..] else { return None };
    let number = |t: &Token<'_>| t.word().is_none();
    let alone = heading.tokens[..only.start].iter().chain(&heading.tokens[only.end..]).all(number);
    alone.then(|| only.tag.clone())
}

/// "Afdelingen har i 2021 haft 40 afgørelser", "Af centrets 12 sager er 9 stadfæstet"
fn calls_the_heading(line: &str) -> bool {
    let mut words = line.split(' ');
    let first = words.next().filter(|word| !word.eq_ignore_ascii_case("af")).or_else(|| words.next());
    // Most words end otherwise.
    let may = |word: &&str| {
        let word = word.strip_suffix('s').unwrap_or(word);
        word.ends_with("en") || word.ends_with("et")
    };
    first.filter(may).is_some_and(|word| calls_it(&word.to_lowercase()))
}

/// "4.1 Voksen og Handicap": the name without its number.
fn in_heading(line: &str) -> Option<&str> {
    let name = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    let name = name.trim_end_matches(':');
    is_name(name).then_some(name)
}

/// "Pleje & Sundhed har stået for 12 af sagerne"
fn subject(sentence: &str) -> Option<&str> {
    let at = HAD.iter().filter_map(|had| sentence.find(had)).min()?;
    let name = sentence[..at].strip_suffix(' ')?;
    is_name(name).then_some(name)
}

/// Two words or more, all with capital letters, that "og" or "&" joins: no council and no board.
fn is_name(text: &str) -> bool {
    let joins = |word: &str| matches!(word, "og" | "&");
    let words: Vec<&str> = text.split(' ').collect();
    let capital = |word: &str| {
        let plain = word.trim_end_matches([',', '-']);
        let body = ["rådet", "nævnet", "udvalget", "styrelsen", "kommune"].iter().any(|end| plain.ends_with(end));
        plain.starts_with(char::is_uppercase) && plain.chars().all(char::is_alphabetic) && !body
    };
    let all = words.iter().all(|word| joins(word) || capital(word));
    let ends = words.first().is_some_and(|word| capital(word)) && words.last().is_some_and(|word| capital(word));
    all && ends && (3..=5).contains(&words.len()) && words.iter().filter(|word| joins(word)).count() == 1
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn names_are_words_with_capitals_that_had_cases() {
        for (text, expected) in [
            ("3.1 Unge og Job\n\nAfdelingen har haft 12 sager.", vec!["Unge og Job"]),
            ("Børn, Unge & Kultur:\nAf centrets 12 sager er 9 stadfæstet.", vec!["Børn, Unge & Kultur"]),
            ("Unge og job\nAfdelingen har haft 12 sager.", vec![]),
            ("Unge og Job\nAnkestyrelsen afgjorde 12 sager.", vec![]),
            ("Ellers ok. Unge & Job stod for 9 af sagerne.", vec!["Unge & Job"]),
            ("Handicaprådet og Ældrerådet har haft 9 sager.", vec![]),
            ("De unge & Job stod for 9 af sagerne.", vec![]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn a_heading_names_the_department_of_its_text() {
        let text = "Ankestyrelsen afgjorde i 2021 60 klager.\n\n3.1 Unge og Kultur\nAfdelingen har i 2021 haft 24 afgørelser efter \
            serviceloven i Ankestyrelsen. 14 er stadfæstet, 8 er hjemvist, og 2 er ændret.\n\n3.2 Pleje & Omsorg\nAf afdelingens 18 \
            afgørelser efter serviceloven er 11 stadfæstet og 7 hjemvist.";
        let expected = [
            "Alle decided 60",
            "SEL · Unge og Kultur decided 24",
            "SEL · Unge og Kultur upheld 14",
            "SEL · Unge og Kultur remanded 8",
            "SEL · Unge og Kultur changed 2",
            "SEL · Pleje & Omsorg decided 18",
            "SEL · Pleje & Omsorg upheld 11",
            "SEL · Pleje & Omsorg remanded 7",
        ];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 {row}")));
    }

    #[test]
    fn a_department_has_had_its_part() {
        for had in ["har stået for", "stod for", "tegner sig for"] {
            let text = format!(
                "Ankestyrelsen afgjorde i 2021 41 klager efter serviceloven.\n\nPleje & Omsorg {had} 15 af de afgjorte sager efter \
                 serviceloven i 2021. Kun tre blev omgjort."
            );
            let expected = ["SEL decided 41", "SEL · Pleje & Omsorg decided 15", "SEL · Pleje & Omsorg reversed 3"];
            assert_eq!(stated(&text), expected.map(|row| format!("Greve 2021 {row}")), "{had}");
        }
        // Two municipalities are no department.
        let text =
            "Ankestyrelsen afgjorde i 2021 41 klager efter serviceloven.\n\nFaxe og Køge har haft 15 afgjorte sager.";
        assert!(!stated(text).iter().any(|row| row.contains('·')), "{:?}", stated(text));
    }
}
