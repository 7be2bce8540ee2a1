//! The lines of a document as minutes are read: cleaned of marks, with their place, page furniture left out.

use crate::model::source::{BlockKind, Document, Format, Span};
use crate::text::run;
use std::borrow::Cow;

/// A line that holds text.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Its place in the document, blanks at both ends left out.
    pub span: Span,
    /// Its words: single blanks, no soft hyphens, bullets or markup.
    pub text: Cow<'a, str>,
    /// The format itself marks it as a heading.
    pub heading: bool,
    /// It goes on in the paragraph of the line before it (formats that break lines where the page ends).
    pub continues: bool,
    /// A cell border stands inside it.
    pub tabbed: bool,
}

impl Line<'_> {
    /// Longer lines are running text and are never looked at as headings, labels or titles.
    const MOST: usize = 400;

    #[must_use]
    pub fn is_short(&self) -> bool {
        self.text.len() <= Self::MOST
    }
}

/// All lines that hold text, in order.
#[must_use]
pub fn lines(document: &Document) -> Vec<Line<'_>> {
    let wraps = document.format == Format::Pdf;
    let mut out = Vec::new();
    let mut block = 0;
    let mut block_of_last = None;
    let mut offset = 0;
    for raw in run::lines(&document.text) {
        let start = offset;
        offset += raw.len() + 1;
        let trimmed = raw.trim_matches(is_blank);
        if trimmed.is_empty() {
            continue;
        }
        let start = start + (raw.len() - raw.trim_start_matches(is_blank).len());
        let span = Span::new(start..start + trimmed.len());
        while document.blocks.get(block).is_some_and(|b| b.span.end <= span.start) {
            block += 1;
        }
        let inside = document.blocks.get(block).filter(|b| b.span.start < span.end);
        let kind = inside.map(|b| b.kind);
        if kind == Some(BlockKind::Furniture) {
            continue;
        }
        let text = clean(trimmed);
        if text.is_empty() {
            continue;
        }
        // A text with a tab is never clean as it is.
        let tabbed = matches!(text, Cow::Owned(_)) && trimmed.contains('\t');
        let block_here = inside.map(|_| block);
        out.push(Line {
            span,
            text,
            heading: matches!(kind, Some(BlockKind::Heading { .. })),
            continues: wraps && block_here.is_some() && block_here == block_of_last,
            tabbed,
        });
        block_of_last = block_here;
    }
    out
}

/// Parts a line from the numbered heading that is glued to it: `Indholdsfortegnelse1. Titel`, `9. Evt.1. Titel`.
///
/// `opens` says whether what stands before may end there: the heading of the contents, a numbered line, a button.
#[must_use]
pub fn part<'a>(lines: Vec<Line<'a>>, document: &Document, opens: impl Fn(&str) -> bool) -> Vec<Line<'a>> {
    let mut out = Vec::with_capacity(lines.len());
    for mut line in lines {
        let cut = if line.is_short() { glued(&line.text).filter(|&cut| opens(&line.text[..cut])) } else { None };
        let cut = cut.or_else(|| button(&line.text).filter(|&cut| opens(&line.text[..cut])));
        let Some((cut, offset)) = cut.and_then(|cut| Some((cut, document.slice(line.span).find(&line.text[cut..])?)))
        else {
            out.push(line);
            continue;
        };
        let middle = line.span.start + offset as u32;
        let mut second = line.clone();
        second.span.start = middle;
        second.text = Cow::Owned(line.text[cut..].to_owned());
        second.continues = false;
        line.span.end = middle;
        line.text = Cow::Owned(line.text[..cut].to_owned());
        out.extend([line, second]);
    }
    out
}

/// Where digits, a full stop and a capital letter follow a letter or full stop without a blank.
fn glued(text: &str) -> Option<usize> {
    let found = run::digits(text).find(|digits| {
        let before = text[..digits.start].ends_with(|c: char| c.is_lowercase() || c == '.');
        let after = text[digits.end..].strip_prefix(". ");
        before && digits.len() <= 3 && after.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    });
    found.map(|digits| digits.start)
}

/// Where a capital letter follows a small one inside the first word: `UdskrivSagsid.`
fn button(text: &str) -> Option<usize> {
    let mut before = None;
    for (at, c) in text.char_indices().take(24) {
        if !c.is_alphabetic() {
            return None;
        }
        if c.is_uppercase() && before.is_some_and(char::is_lowercase) {
            return Some(at);
        }
        before = Some(c);
    }
    None
}

/// How many bytes of a raw text its cleaned beginning takes up: up to the first character after it.
#[must_use]
pub fn raw_offset(raw: &str, cleaned: &str) -> usize {
    let counts = |c: &char| !is_blank(*c) && !is_bullet(*c) && !matches!(c, '*' | '#');
    let wanted = cleaned.chars().filter(counts).count();
    raw.char_indices().filter(|(_, c)| counts(c)).nth(wanted).map_or(raw.len(), |(at, _)| at)
}

/// White space, and characters that show nothing.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_hidden(c)
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '◦' | '▪' | '·' | '●' | '○' | '■' | '\u{f0b7}' | '➢')
}

/// A text's words: single blanks, no soft hyphens, no bullet at the start, no bold marks.
#[must_use]
pub fn clean(raw: &str) -> Cow<'_, str> {
    if is_clean(raw) {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let mut blank = false;
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        let plain = rest.bytes().take_while(|b| b.is_ascii_graphic() && !matches!(b, b'*' | b'#')).count();
        let kept = if plain > 0 { plain } else { c.len_utf8() };
        let (piece, behind) = rest.split_at(kept);
        rest = behind;
        if c == '*' && rest.starts_with('*') {
            rest = &rest[1..];
        } else if c.is_whitespace() {
            blank = true;
        } else if !is_hidden(c) && !(out.is_empty() && (is_bullet(c) || c == '#')) {
            if blank && !out.is_empty() {
                out.push(' ');
            }
            blank = false;
            out.push_str(piece);
        }
    }
    Cow::Owned(out)
}

/// Whether a text surely needs no cleaning; the first bytes of rare marks are taken as a reason to look closer.
fn is_clean(text: &str) -> bool {
    // Each comparison by itself: so all bytes of a block are compared at once.
    let is_plain = |byte: u8| {
        (byte != b'\t')
            & (byte != b'\r')
            & (byte != b'*')
            & (byte != b'#')
            & (byte != 0xc2)
            & !matches!(byte, 0xe1..=0xe3)
            & (byte != 0xef)
    };
    let mut rest = text.as_bytes();
    loop {
        rest = &rest[run::leading(rest, is_plain)..];
        rest = match rest {
            [] => break,
            // No-break space, soft hyphen, middle dot; not §, ½, « or ².
            [0xc2, 0x85 | 0xa0 | 0xad | 0xb7, ..] => return false,
            // Dashes, quotation marks and the ellipsis; not spaces, hidden marks and bullets.
            [0xc2, behind @ ..] | [0xe2, 0x80, 0x90..=0x9f | 0xa6 | 0xb0, behind @ ..] => behind,
            _ => return false,
        };
    }
    !(text.starts_with(' ') || text.ends_with(' ') || text.contains("  "))
}

/// The sentences of a text: lines, cut after a full stop that a capital letter or digit follows.
#[must_use]
pub fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for line in text.split('\n') {
        let mut start = 0;
        for (at, _) in line.match_indices('.') {
            let next = line[at + 1..].strip_prefix(' ');
            if next.is_some_and(|next| next.starts_with(|c: char| c.is_uppercase() || matches!(c, '”' | '"'))) {
                out.push(line.get(start..=at).unwrap_or_default().trim());
                start = at + 2;
            }
        }
        out.push(line.get(start..).unwrap_or_default().trim());
    }
    out.retain(|sentence| !sentence.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Block;

    #[test]
    fn cleaning_leaves_the_words() {
        for (raw, words) in [
            ("Beslutning", "Beslutning"),
            ("  \u{2022} **Bes\u{ad}lutning:**  i\u{a0}udvalget ", "Beslutning: i udvalget"),
            ("### Punkt 3", "Punkt 3"),
            ("Dato:\t8. maj", "Dato: 8. maj"),
            ("5 * 3", "5 * 3"),
            ("§ 79 b – ½ „så“", "§ 79 b – ½ „så“"),
            ("a\u{202f}b\u{2003}c", "a b c"),
        ] {
            assert_eq!(clean(raw), words);
        }
    }

    #[test]
    fn furniture_and_blank_lines_are_left_out() {
        let text = "Side 1 af 9\n\n\u{ad}\n Punkt 1: Ærø \nGodkendt";
        let mut document = Document::new("a.pdf", Format::Pdf, text.to_owned());
        document.blocks = vec![
            Block { span: Span::new(0..11), kind: BlockKind::Furniture },
            Block { span: Span::new(16..text.len()), kind: BlockKind::Paragraph },
        ];
        let lines = lines(&document);
        let texts: Vec<_> = lines.iter().map(|l| (&*l.text, l.continues)).collect();
        assert_eq!(texts, [("Punkt 1: Ærø", false), ("Godkendt", true)]);
        assert_eq!(document.slice(lines[0].span), "Punkt 1: Ærø");
    }
}
