//! Attachments: one a line, or glued together, and the next item's title glued to the last one.

use rustc_hash::FxHashMap;

/// Adds the attachments of a line of the list; `continues` where it goes on in the paragraph of the line above.
pub fn add(list: &mut Vec<String>, text: &str, continues: bool) {
    match list.last_mut() {
        // A name that the page's width broke in two.
        Some(last) if continues && last.len() > 60 && numbered(text).is_none() && !ends_name(last) => {
            last.push(' ');
            last.push_str(text);
        }
        _ => list.extend(split(text, list.len())),
    }
}

/// Whether a name ends as a file's does: "Notat.pdf".
fn ends_name(attachment: &str) -> bool {
    attachment
        .rsplit_once('.')
        .is_some_and(|(_, ending)| (2..=5).contains(&ending.len()) && ending.chars().all(char::is_alphanumeric))
}

/// The attachments of one line: `Bilag 1: Notat 2023Bilag 2: Tal` holds two. So many stand in the list already.
#[must_use]
fn split(text: &str, before: usize) -> Vec<String> {
    let mut starts = vec![0];
    for (at, _) in text.match_indices("Bilag ") {
        if at > 0 && numbered(&text[at..]).is_some() {
            starts.push(at);
        }
    }
    starts.push(text.len());
    starts
        .windows(2)
        .filter_map(|pair| {
            let piece = text.get(pair[0]..pair[1])?.trim().trim_start_matches(['-', '–']).trim();
            let piece = name(piece, before);
            (piece.chars().any(char::is_alphanumeric)).then(|| piece.to_owned())
        })
        .collect()
}

/// An attachment's name without its number in a list, the word that says that it is open, its size, and its own number
/// in the journal: "1 Åben Notat 61740/24", "2. Notat (212 KB)". In "3. budgetopfølgning" the number is the name's own
/// where it is not its place in the list.
fn name(piece: &str, before: usize) -> &str {
    const MARKS: [&str; 4] = ["Åben ", "Lukket ", "(Åben) ", "(Lukket) "];
    let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
    let rest = piece.get(digits..).unwrap_or_default();
    let in_turn = piece.get(..digits).and_then(|number| number.parse().ok()) == Some(before + 1);
    let marked = MARKS.iter().find_map(|mark| rest.strip_prefix(' ')?.strip_prefix(mark));
    let counted = [". ", " - ", " – "].iter().find_map(|sign| rest.strip_prefix(sign)).filter(|_| in_turn);
    let numbered = marked.or(counted).filter(|_| (1..=2).contains(&digits));
    let open =
        MARKS.iter().find_map(|mark| piece.strip_prefix(mark)).filter(|rest| rest.starts_with(char::is_uppercase));
    let mut name = numbered.or(open).unwrap_or(piece).trim();
    if let Some((before, size)) = name.strip_suffix(')').and_then(|inner| inner.rsplit_once(" ("))
        && let Some((amount, unit)) = size.split_once(' ')
        && matches!(unit, "KB" | "kB" | "MB" | "kb" | "mb")
        && amount.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
    {
        name = before;
    }
    // The journal's number stands only where the list has such columns.
    if let Some((before, number)) = name.rsplit_once(' ')
        && marked.is_some()
        && number.split_once('/').is_some_and(|(n, year)| {
            [n, year].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
        })
    {
        name = before;
    }
    name
}

/// What follows `Bilag 2:` at the start of a text.
#[must_use]
pub fn numbered(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("Bilag ")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let rest = rest.get(digits..)?.trim_start_matches(|c: char| c.is_lowercase());
    (digits > 0).then_some(rest)?.strip_prefix([':', '.'])
}

/// Where in an attachment's line the title of the next item begins, as a byte offset in the line.
///
/// Some exports put the next title on the line of the last attachment. The cut lies before a capital letter; words
/// before it should be words of the item that the attachment belongs to, words after it words of the item that the
/// title heads. `None` if nothing tells the two apart.
#[must_use]
pub fn title_at(line: &str, before: &str, after: &str, openings: &[String]) -> Option<usize> {
    let from = line.len() - numbered(line).map_or(line.len(), str::len);
    let words: Vec<(usize, &str)> = words(line).filter(|(at, _)| *at >= from).collect();
    let asked: Vec<Stem> = words.iter().map(|(_, word)| stem(word)).collect();
    let own = Counts::of(before, &asked);
    let next = Counts::of(after, &asked);
    // How much each word speaks for the next item, in all words to its right.
    let mut tail = 0.0;
    let mut best: Option<(f64, usize)> = None;
    let total: f64 = words.iter().map(|(_, word)| next.weight(word) - own.weight(word)).sum();
    for (index, &(at, word)) in words.iter().enumerate().rev() {
        tail += next.weight(word) - own.weight(word);
        if index == 0 {
            break;
        }
        let parted = line.get(..at).is_some_and(|head| head.ends_with([' ', '.', ')']));
        let quoted =
            line.get(..at).is_some_and(|head| head.ends_with(" \"") || head.ends_with(" ”") || head.ends_with(" “"));
        if !(word.starts_with(char::is_uppercase) && (parted || quoted)) {
            continue;
        }
        let start = if quoted { at - line.get(..at)?.chars().next_back()?.len_utf8() } else { at };
        let title = line.get(start..)?.to_lowercase();
        let opening = openings.iter().any(|known| {
            title.strip_prefix(known.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        // Right of the cut the next item, left of it the attachment's own; a usual opening of titles decides ties.
        let score = 2.0 * tail - total + if opening { 1.5 } else { 0.0 };
        if best.is_none_or(|(high, _)| score > high) {
            best = Some((score, start));
        }
    }
    best.map(|(_, start)| start)
}

/// How often some word stems stand in a text.
struct Counts {
    stems: FxHashMap<Stem, u32>,
    total: u32,
}

impl Counts {
    fn of(text: &str, asked: &[Stem]) -> Self {
        let mut stems: FxHashMap<Stem, u32> = asked.iter().map(|stem| (*stem, 0)).collect();
        let mut total = 0;
        for (_, word) in words(text) {
            if let Some(count) = stems.get_mut(&stem(word)) {
                *count += 1;
            }
            total += 1;
        }
        Self { stems, total }
    }

    /// The logarithm of the word's share, counted so that a word that is not there weighs little.
    fn weight(&self, word: &str) -> f64 {
        let count = self.stems.get(&stem(word)).copied().unwrap_or(0);
        if word.chars().count() < 3 {
            return 0.0;
        }
        (f64::from(count) + 0.3).ln() - 0.5 * (f64::from(self.total) + 30.0).ln()
    }
}

/// The first letters of a word: Danish endings carry articles and cases. A short word is filled with zeros.
type Stem = [char; 6];

fn stem(word: &str) -> Stem {
    let mut stem = Stem::default();
    // Nearly all letters are their own lower case, or have one of one byte.
    let lower = |c: char| if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
    for (slot, letter) in stem.iter_mut().zip(word.chars().map(lower)) {
        *slot = letter;
    }
    stem
}

/// The words of a text with their offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glued_attachments() {
        assert_eq!(split("Bilag 1: Rapport 2023Bilag 2: Notat", 0), ["Bilag 1: Rapport 2023", "Bilag 2: Notat"]);
        assert_eq!(split("Bilag 1: Notat om Bilag til budgettet", 0), ["Bilag 1: Notat om Bilag til budgettet"]);
        assert_eq!(split("- Oversigt.pdf", 0), ["Oversigt.pdf"]);
        assert_eq!(split("1 Åben Tal for 2024 14881/25", 0), ["Tal for 2024"]);
        assert_eq!(split("2. Notat om tal (1,4 MB)", 1), ["Notat om tal"]);
        assert_eq!(split("2 Notater fra 2019/20", 1), ["2 Notater fra 2019/20"]);
        assert_eq!(split("3. budgetopfølgning", 0), ["3. budgetopfølgning"]);
        assert_eq!(split("1 (Åben) Tal", 0), ["Tal"]);
        assert_eq!(split("2 - Tal", 1), ["Tal"]);
        assert_eq!(split("-", 0), Vec::<String>::new());
    }

    #[test]
    fn the_next_title_is_cut_off() {
        let before = "Forvaltningen har skrevet et kommissorium for udvalget for unge. Kommissorium vedlagt.";
        let after =
            "Forvaltningen orienterer om klagestatistik fra Ankestyrelsen i 2021. Klagestatistikken viser et fald.";
        let line = "Bilag 1: Kommissorium for udvalget for unge Orientering om klagestatistik 2021";
        let at = title_at(line, before, after, &["orientering".to_owned()]).unwrap();
        assert_eq!(&line[at..], "Orientering om klagestatistik 2021");
        assert_eq!(title_at("Bilag 1: Notat", before, after, &[]), None);
    }
}
