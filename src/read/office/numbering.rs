//! Numbers and bullets of DOCX lists: they stand in `numbering.xml`, not in the text.

use super::xml::{Node, walk};
use crate::read::error::ReadError;
use std::collections::HashMap;

const LEVELS: usize = 9;

#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

/// The lists of a document, and how far each has been counted.
#[derive(Debug, Default)]
pub struct Numbering {
    kinds: HashMap<u32, Vec<Level>>,
    /// The kind of each list, and the starts that it sets anew.
    lists: HashMap<u32, (u32, HashMap<usize, u32>)>,
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    ///
    /// # Errors
    /// See [`walk`].
    pub fn new(xml: &str) -> Result<Self, ReadError> {
        let mut numbering = Self::default();
        let mut kind = None;
        let mut list = None;
        let mut level = 0usize;
        walk(xml, |node| match node {
            Node::Start("abstractNum", a) => kind = a.number("abstractNumId"),
            Node::End("abstractNum") => kind = None,
            Node::Start("num", a) => list = a.number("numId"),
            Node::End("num") => list = None,
            Node::Start("abstractNumId", a) => {
                if let (Some(list), Some(kind)) = (list, a.number("val")) {
                    numbering.lists.insert(list, (kind, HashMap::new()));
                }
            }
            Node::Start("lvl" | "lvlOverride", a) => {
                level = a.number("ilvl").unwrap_or(0).min(LEVELS as u32 - 1) as usize
            }
            Node::Start("startOverride", a) => {
                if let Some((_, starts)) = list.and_then(|list| numbering.lists.get_mut(&list)) {
                    starts.insert(level, a.number("val").unwrap_or(1));
                }
            }
            Node::Start(name @ ("numFmt" | "lvlText" | "start"), a) => {
                let Some(kind) = kind else { return };
                let levels =
                    numbering.kinds.entry(kind).or_insert_with(|| vec![Level { start: 1, ..Level::default() }; LEVELS]);
                match name {
                    "numFmt" => levels[level].format = a.get("val").unwrap_or_default(),
                    "lvlText" => levels[level].text = a.get("val").unwrap_or_default(),
                    _ => levels[level].start = a.number("val").unwrap_or(1),
                }
            }
            _ => {}
        })?;
        Ok(numbering)
    }

    /// Counts one paragraph of a list on and returns its number or bullet with a blank after it; empty for none.
    pub fn next(&mut self, list: u32, level: u32) -> String {
        let level = (level as usize).min(LEVELS - 1);
        let Some((kind, starts)) = self.lists.get(&list) else { return String::new() };
        let Some(levels) = self.kinds.get(kind) else { return "- ".to_owned() };
        // Lists of one kind count on together unless a list sets its own start.
        let key = if starts.is_empty() { *kind } else { list.wrapping_add(1 << 31) };
        let counts = self.counts.entry(key).or_default();
        let start = |at: usize| starts.get(&at).copied().unwrap_or(levels[at].start);
        counts[level] = Some(counts[level].map_or_else(|| start(level), |n| n.saturating_add(1)));
        counts[level + 1..].fill(None);
        let format = levels[level].format.as_str();
        if format == "bullet" {
            return "- ".to_owned();
        }
        if format == "none" || levels[level].text.is_empty() {
            return String::new();
        }
        let mut text = levels[level].text.clone();
        for (at, definition) in levels.iter().enumerate().take(level + 1) {
            let count = counts[at].unwrap_or_else(|| start(at));
            text = text.replace(&format!("%{}", at + 1), &number(count, &definition.format));
        }
        text.push(' ');
        text
    }
}

/// A count as the format writes it.
fn number(count: u32, format: &str) -> String {
    let letter = |first: u8| {
        let index = (count.max(1) - 1) % 26;
        char::from(first + index as u8).to_string()
    };
    match format {
        "lowerLetter" => letter(b'a'),
        "upperLetter" => letter(b'A'),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperRoman" => roman(count),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}

fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = count.min(3999);
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_count_by_level() {
        let xml = r#"<numbering><abstractNum abstractNumId="0">
            <lvl ilvl="0"><start val="3"/><numFmt val="decimal"/><lvlText val="%1."/></lvl>
            <lvl ilvl="1"><start val="1"/><numFmt val="lowerLetter"/><lvlText val="%1.%2)"/></lvl>
            <lvl ilvl="2"><numFmt val="bullet"/><lvlText val="o"/></lvl></abstractNum>
            <num numId="5"><abstractNumId val="0"/></num>
            <num numId="6"><abstractNumId val="0"/><lvlOverride ilvl="0"><startOverride val="1"/></lvlOverride></num></numbering>"#;
        let mut numbering = Numbering::new(xml).unwrap();
        let got: Vec<String> =
            [(5, 0), (5, 1), (5, 1), (5, 0), (5, 1), (5, 2), (6, 0), (9, 0)].map(|(n, l)| numbering.next(n, l)).into();
        assert_eq!(got, ["3. ", "3.a) ", "3.b) ", "4. ", "4.a) ", "- ", "1. ", ""]);
        assert_eq!(roman(1994), "MCMXCIV");
    }
}
