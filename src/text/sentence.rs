//! Blocks of a document cut into sentences, also where a page break or a line's end cuts one in two.

use crate::model::source::{Block, BlockKind, Document, Span};
use crate::text::run;
use crate::text::token::month;
use std::cell::OnceCell;

/// A run of text that one thought fills: a paragraph, a list item, a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub span: Span,
    /// At least one sentence.
    pub sentences: Vec<Span>,
    pub kind: ParagraphKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Marked as a heading by the format, or short, without a full stop and with what follows hanging on it.
    Heading,
    Text,
    /// With a bullet or a number before it.
    Item,
    Note,
}

/// The paragraphs of a document, tables and page furniture left out. A paragraph that a page break cuts is whole.
#[must_use]
pub fn paragraphs(document: &Document) -> Vec<Paragraph> {
    let mut out: Vec<(Span, ParagraphKind)> = Vec::new();
    // A table between two halves of a sentence keeps them apart.
    let mut open = false;
    let mut page = false;
    let breaks = OnceCell::new();
    for block in &document.blocks {
        match block.kind {
            BlockKind::Furniture => page = true,
            BlockKind::Table(_) => open = false,
            kind => {
                let page = std::mem::take(&mut page);
                let joins = open && out.last().is_some_and(|last| continues(document, last.0, block, page, &breaks));
                match out.last_mut() {
                    Some(last) if joins => {
                        last.0 = last.0.cover(block.span);
                        // The first line of a longer text looked like a heading.
                        if last.1 == ParagraphKind::Heading && !looks_like_heading(document.slice(last.0)) {
                            last.1 = ParagraphKind::Text;
                        }
                    }
                    _ => out.push((block.span, paragraph_kind(kind, document.slice(block.span)))),
                }
                open = matches!(kind, BlockKind::Paragraph | BlockKind::Item);
            }
        }
    }
    out.into_iter().map(|(span, kind)| Paragraph { span, sentences: sentences(&document.text, span), kind }).collect()
}

fn paragraph_kind(kind: BlockKind, text: &str) -> ParagraphKind {
    match kind {
        BlockKind::Heading { .. } => ParagraphKind::Heading,
        // "1. halvår 2019" is no item of a list.
        BlockKind::Item if names_part_of_year(text) && looks_like_heading(text) => ParagraphKind::Heading,
        BlockKind::Item => ParagraphKind::Item,
        BlockKind::Note => ParagraphKind::Note,
        _ if looks_like_heading(text) => ParagraphKind::Heading,
        _ => ParagraphKind::Text,
    }
}

/// "1. halvår 2019", "2. kvartal"
#[must_use]
pub fn names_part_of_year(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let ordinal = words.next().is_some_and(|word| word.len() == 2 && word.ends_with('.'));
    ordinal && words.next().is_some_and(|word| names_part(word.trim_end_matches([':', '.'])))
}

/// A part of a year that a number stands before, or its short form: "kv."
fn names_part(word: &str) -> bool {
    matches!(word, "halvår" | "kvartal" | "halvdel" | "kv" | "kvt")
}

/// A line that names what follows: short, and without an end of sentence, or ending in a colon.
fn looks_like_heading(text: &str) -> bool {
    let text = text.trim();
    let starts_upper = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '§');
    // A character has at most four bytes.
    if !starts_upper || text.ends_with(['.', '!', ',', ';']) || text.len() > 4 * 110 {
        return false;
    }
    let length = text.chars().count();
    // "Hvad har vi gjort?" on a line of its own names what follows as well.
    let asks = || length <= 70 && !text.contains(['.', '!', ':', '"', '”', '»']);
    let stops = text.as_bytes().windows(2).filter(|two| *two == b". ");
    length > 1 && length <= 110 && (!text.ends_with('?') || asks()) && stops.take(2).count() <= 1
}

/// Does this block go on where the paragraph before it stopped, perhaps behind a page's end? How the document's lines
/// are broken is found out once.
fn continues(document: &Document, before: Span, block: &Block, page: bool, breaks: &OnceCell<Breaks>) -> bool {
    let (head, tail) = (document.slice(before).trim_end(), document.slice(block.span).trim_start());
    let Some(first) = tail.chars().next() else { return false };
    if head.ends_with([':', '!', '?', ';']) {
        return false;
    }
    let last = head.rsplit('\n').next().unwrap_or(head);
    let width = last.chars().count();
    let gap = document.text.get(before.end as usize..block.span.start as usize).unwrap_or_default();
    let adjacent = page || gap.bytes().filter(|b| *b == b'\n').count() <= 1 && !gap.contains('\u{c}');
    // The next word had no room in the line.
    let full = || {
        let Some(most) = breaks.get_or_init(|| Breaks::of(document)).width else { return false };
        let word = tail.split_whitespace().next().unwrap_or_default().chars().count();
        let indent = document.text[..before.end as usize].lines().next_back().map_or(0, str::len) - last.len();
        indent + width + word + RAGGED > most
    };
    if let Some(head) = head.strip_suffix('.') {
        return block.kind == BlockKind::Paragraph && adjacent && is_shortened(head, tail, &full);
    }
    if block.kind == BlockKind::Item {
        let date =
            || names_part_of_year(tail) || tail.split_whitespace().nth(1).is_some_and(|word| month(word).is_some());
        // "henholdsvis 21, 19 og" at a line's end: the number that opens the next line is the last of them.
        let joined = || first.is_ascii_digit() && [" og", " samt", " eller"].iter().any(|word| head.ends_with(word));
        return adjacent && head.ends_with(char::is_lowercase) && (date() || joined()) && full();
    }
    if block.kind != BlockKind::Paragraph {
        return false;
    }
    if first.is_lowercase() {
        return adjacent || width >= 30;
    }
    // Columns of a table or of contents.
    let columns = |line: &str| line.contains("   ") || line.trim().contains('\t');
    if !adjacent || columns(last) || tail.lines().next().is_some_and(columns) {
        return false;
    }
    if is_entry(last) && tail.lines().next().is_some_and(is_entry) {
        return false;
    }
    // A wrapped line: full width, next line directly under it, and the break falls inside a clause.
    let inner = head.ends_with(|c: char| c.is_lowercase() || c == ',' || c == '-');
    if inner && (first.is_ascii_digit() || first.is_uppercase()) && wraps(width) {
        return !breaks.get_or_init(|| Breaks::of(document)).whole;
    }
    let open = inner || head.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '%' | '§' | '/' | '–'));
    let begins = first.is_alphanumeric() || matches!(first, '(' | '%' | '§' | '"' | '”' | '»');
    open && begins && full()
}

/// True for a line that gives something its figure: "Unge under 30 år: 35-45 sager", "§ 96 (assistance): 6 sager". Under
/// another such line it stands for itself.
#[must_use]
pub fn is_entry(line: &str) -> bool {
    let (name, value) = line.split_once(": ").unwrap_or_default();
    name.starts_with(|c: char| c.is_uppercase() || c == '§')
        && !name.contains(". ")
        && value.starts_with(|c: char| c.is_ascii_digit())
}

/// Does a full stop at a line's end belong to a shortened word, or to the first of "1. halvår", "1. april"?
fn is_shortened(head: &str, tail: &str, full: &dyn Fn() -> bool) -> bool {
    let word = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let small = tail.starts_with(char::is_lowercase);
    if !word.is_empty() && word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit()) {
        let next = tail.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        return month(next).is_some() || names_part(next);
    }
    small && matches!(word.as_str(), "pct" | "kr" | "mio" | "mia" | "stk")
        || NEVER_LAST.contains(&word.as_str()) && (small || full())
}

/// So many characters may be left at a line's end where the next word had no room.
const RAGGED: usize = 6;

/// How the lines of a document are broken.
struct Breaks {
    /// Each paragraph is one line, however long: none goes on in the next line.
    whole: bool,
    /// So many characters fit into a line, where all lines are broken at one width.
    width: Option<usize>,
}

impl Breaks {
    fn of(document: &Document) -> Self {
        const LONG: usize = 200;
        const WIDE: std::ops::RangeInclusive<usize> = 60..=130;
        let long = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
        let long = long.filter(|block| {
            let line = document.slice(block.span).as_bytes();
            line.get(..LONG).is_some_and(|start| !start.contains(&b'\n'))
        });
        if long.take(3).count() == 3 {
            return Self { whole: true, width: None };
        }
        let text = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item);
        let lines = document.blocks.iter().filter(text).map(|block| document.slice(block.span));
        let mut widths: Vec<usize> =
            lines.filter(|line| !line.contains("   ")).map(|line| line.chars().count()).collect();
        widths.sort_unstable_by(|a, b| b.cmp(a));
        // A title or two may be wider.
        let most = widths.get(2).copied().unwrap_or(0);
        // Lines that are broken at one width nearly reach it.
        let full = widths.iter().filter(|width| **width + 12 >= most).count();
        let broken = WIDE.contains(&most) && full >= 6 && full * 4 >= widths.len();
        Self { whole: false, width: broken.then_some(most) }
    }
}

/// A line of a text with a fixed width ends near it; a heading line mostly does not. The narrowest usual width is 60.
fn wraps(width: usize) -> bool {
    (60..=130).contains(&width)
}

/// Words whose full stop does not end a sentence, whatever follows.
const NEVER_LAST: [&str; 37] = [
    "ca", "jf", "nr", "kl", "d", "pr", "inkl", "ekskl", "bl", "f", "fx", "evt", "vedr", "dvs", "hhv", "tlf", "gns",
    "kap", "bek", "lb", "st", "s", "v", "sml", "cirka", "eks", "div", "max", "min", "art", "mdr", "iht", "ift", "pkt",
    "iflg", "jvf", "jævnf",
];

/// No sentence is this long, in bytes: what goes on beyond has lost its full stops, and is cut at the next blank. The
/// rules compare the values of a sentence with each other.
const LONGEST: usize = 4000;

/// The sentences of a range of a text.
#[must_use]
pub fn sentences(text: &str, span: Span) -> Vec<Span> {
    let (base, end) = (span.start as usize, span.end as usize);
    let part = text.get(base..end).unwrap_or_default();
    let mut out = Vec::new();
    let (mut start, mut after) = (0, 0);
    if let Some(behind) = behind_answer(part) {
        push(&mut out, part, base, 0, behind);
        (start, after) = (behind, behind);
    }
    while let Some(at) = next_end(part.as_bytes(), start, after) {
        after = at + 1;
        let ends = match part.as_bytes()[at] {
            b'.' => full_stop_ends(&part[start..at], &part[after..]),
            b'!' | b'?' => part[after..].starts_with(char::is_whitespace),
            _ => true,
        };
        if ends {
            // "(29 pct.)": what closes stands behind the full stop.
            let closing = part[after..].bytes().take_while(|byte| *byte == b')').count();
            push(&mut out, part, base, start, after + closing);
            start = after + closing;
        }
    }
    push(&mut out, part, base, start, part.len());
    if out.is_empty() {
        out.push(span);
    }
    out
}

/// "Svar: Af de 58 sager er 17 hjemvist", "Svar 2: ...": where the answer begins.
fn behind_answer(part: &str) -> Option<usize> {
    let rest = part.strip_prefix("Svar").or_else(|| part.strip_prefix("SVAR"))?;
    let number = rest.bytes().take_while(|byte| *byte == b' ' || byte.is_ascii_digit()).count();
    let behind = rest[number..].strip_prefix(':').filter(|behind| behind.starts_with(char::is_whitespace))?;
    (number <= 3 && !behind.trim().is_empty()).then_some(part.len() - behind.len())
}

/// Where the sentence from `start` may end next: at a mark, or at a blank once it is too long.
fn next_end(part: &[u8], start: usize, from: usize) -> Option<usize> {
    let is_mark = |byte: u8| (byte == b'.') | (byte == b'!') | (byte == b'?');
    let far = (start + LONGEST).clamp(from, part.len());
    let near = from + run::leading(&part[from..far], |byte| !is_mark(byte));
    let ends = |byte: &u8| is_mark(*byte) || byte.is_ascii_whitespace();
    if near < far { Some(near) } else { part[far..].iter().position(ends).map(|at| far + at) }
}

fn push(out: &mut Vec<Span>, part: &str, base: usize, start: usize, end: usize) {
    let trimmed = part[start..end].trim_start();
    let from = end - trimmed.len();
    let to = from + trimmed.trim_end().len();
    if from < to {
        out.push(Span::new(base + from..base + to));
    }
}

fn full_stop_ends(before: &str, after: &str) -> bool {
    let rest = after.trim_start_matches(['"', '”', ')', '»']);
    let Some(next) = rest.trim_start().chars().next() else { return true };
    let word: &str = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let length = word.chars().count();
    if !rest.starts_with(char::is_whitespace) {
        // `sager.Heraf`: a lost blank, after a whole word and before a capital.
        return next.is_uppercase() && length > 3 && word.chars().all(char::is_alphabetic);
    }
    let opens = next.is_uppercase() || matches!(next, '"' | '”' | '“' | '»' | '-' | '–' | '•' | '§' | '(' | '[' | '*');
    // No shortened word has as many letters.
    if length > 5 && word.starts_with(char::is_alphabetic) {
        return opens || next.is_ascii_digit();
    }
    // "21 sager efter § 112. 15 blev stadfæstet", but not "efter § 41. 2. pkt."
    let numbered = || rest.split_whitespace().next().is_some_and(|word| !word.ends_with('.'));
    if next.is_ascii_digit() && ends_in_section(before) && numbered() {
        return true;
    }
    let lower = word.to_lowercase();
    let inner = before.len() > word.len() && before[..before.len() - word.len()].ends_with('.');
    // "Der verserer p.t. 64 sager"
    let time = || inner && lower == "t" && next.is_ascii_digit() && before.to_lowercase().ends_with("p.t");
    if NEVER_LAST.contains(&lower.as_str()) && !(inner && lower == "v") || (inner && lower == "a") || time() {
        return false;
    }
    if lower.bytes().all(|b| b.is_ascii_digit()) && !lower.is_empty() {
        // `1. halvår` goes on; `i 2017. Danmarkskortet` ends; a list number at the start does not.
        let listed = before.trim().len() == lower.len();
        let ordinal = rest.split_whitespace().next().is_some_and(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
            month(&word).is_some() || names_part(&word) || matches!(word.as_str(), "kvartaler" | "pkt")
        });
        // "fra 2020. 29 blev stadfæstet"
        let year = lower.len() == 4 && next.is_ascii_digit();
        // "var gennemsnittet 47. 34 ud af 66 sager blev omgjort"
        let mut behind = rest.split_whitespace().skip(1);
        let part = next.is_ascii_digit() && behind.next() == Some("ud") && behind.next() == Some("af");
        return (opens || year || part) && !listed && !ordinal;
    }
    if matches!(lower.as_str(), "pct" | "kr" | "mio" | "mia" | "mv" | "mm" | "osv" | "m" | "stk" | "kv" | "kvt") {
        return opens && next != '(' || lower == "pct" && counts_anew(rest);
    }
    // "(30 stadfæstet, 9 hjemvist). 2020: 51 sager", "Procenten er 43 %. 3 sager er hjemvist."
    let closed = before.ends_with([')', '%']);
    opens || (next.is_ascii_digit() && (closed || length > 2 || before.ends_with("på ny")))
}

/// "... er 43 pct. 3 sager er hjemvist": is what follows a number with its verb?
fn counts_anew(rest: &str) -> bool {
    let mut words = rest.split_whitespace();
    let number = words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let verb = |word: &str| matches!(word, "er" | "blev" | "var" | "blevet" | "endte");
    let noun = |word: &str| matches!(word, "sager" | "sag" | "afgørelser" | "afgørelse" | "klager" | "klage");
    let next = words.next().unwrap_or_default();
    number && (verb(next) || noun(next) && words.next().is_some_and(verb))
}

/// "... efter § 112", "... efter §§ 44 og 45": does a sentence that has words end in paragraphs of a law?
fn ends_in_section(before: &str) -> bool {
    let Some((words, numbers)) = before.rsplit_once('§') else { return false };
    let part = |word: &str| {
        word.bytes().all(|b| b.is_ascii_digit())
            || word == "og"
            || word.len() == 1 && word.chars().all(char::is_lowercase)
    };
    numbers.len() <= 16
        && numbers.bytes().any(|b| b.is_ascii_digit())
        && numbers.split([' ', ',', '\u{a0}']).all(part)
        && words.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Format;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0..text.len())).into_iter().map(|s| &text[s.range()]).collect()
    }

    #[test]
    fn text_without_full_stops_is_cut() {
        let text = "12 sager blev hjemvist ".repeat(1000);
        let sentences = sentences(&text, Span::new(0..text.len()));
        assert!(sentences.len() > 4 && sentences.iter().all(|s| s.range().len() <= LONGEST + 10));
        assert_eq!(sentences.iter().map(|s| text[s.range()].split(' ').count()).sum::<usize>(), 4000);
    }

    #[test]
    fn an_answer_is_no_part_of_its_sentence() {
        for (text, expected) in [
            ("Svar: Af de 58 sager er 17 hjemvist.", vec!["Svar:", "Af de 58 sager er 17 hjemvist."]),
            ("Svar 2: Det er 17. Resten er stadfæstet.", vec!["Svar 2:", "Det er 17.", "Resten er stadfæstet."]),
            ("Svar:", vec!["Svar:"]),
            ("Svaret: 17 sager.", vec!["Svaret: 17 sager."]),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn cuts_sentences() {
        for (text, expected) in [
            ("Der er 19 pct. Det er flere.", 2),
            ("Der er ca. 19 pct. af sagerne.", 1),
            ("Jf. § 79 b stk. 2 i loven. Punktum.", 2),
            ("I 1. halvår 2016 og 2. kvartal.", 1),
            ("I 1. kv. 2016 og 2. kvt. 2017 er det 9. Det er flere.", 2),
            ("- § 41. I alt 13 sager.", 2),
            ("Der var 21 sager efter § 112. 15 blev stadfæstet.", 2),
            ("Der var 21 sager efter §§ 44 og 45 a. 15 blev stadfæstet.", 2),
            ("- § 41. 13 sager.", 1),
            ("Det følger af § 41. 2. pkt. er uden betydning.", 1),
            ("Det skete i 2017. Danmarkskortet viser 8.", 2),
            ("Afgjort i alt 86 sager.Heraf 3.", 2),
            ("Gns. 12 sager pr. årsværk i 2020.", 1),
            ("2021: 44 sager (30 stadfæstet). 2020: 51 sager.", 2),
            ("Procent: 31 pct. (29 pct.)", 1),
            ("Snittet er 43 pct. 3 sager er hjemvist.", 2),
            ("Snittet er 43 %. 3 er hjemvist.", 2),
            ("Stadfæstet 25 pct. 12 sager", 1),
            ("Pkt. 4: Afgørelser", 1),
            ("Det er sket bl.a. Derfor.", 1),
        ] {
            assert_eq!(cut(text).len(), expected, "{:?}", cut(text));
        }
    }

    #[test]
    fn a_page_break_does_not_end_a_sentence() {
        let text =
            "Der er i kommunen et højt antal sager om merudgifter til de\n\naktivitetsparate borgere.\nNy linje\n";
        let mut document = Document::new("a", Format::Text, text.to_owned());
        let mut at = 0;
        for line in text.lines() {
            if !line.is_empty() {
                let span = Span::new(at..at + line.len());
                document.blocks.push(Block { span, kind: BlockKind::Paragraph });
            }
            at += line.len() + 1;
        }
        let paragraphs = paragraphs(&document);
        assert_eq!(paragraphs.len(), 2);
        assert!(document.one_line(paragraphs[0].sentences[0]).ends_with("til de aktivitetsparate borgere."));
        assert_eq!(paragraphs[1].kind, ParagraphKind::Heading);
    }

    #[test]
    fn lines_of_a_name_and_a_number_each_stand_alone() {
        let lines = "Voksne med handicap og socialt udsatte: 20-30 sager pr. sagsbehandler\n\
            Familier med børn under 18 år: 35-45 sager pr. sagsbehandler\n";
        let document = crate::read::read(lines.as_bytes(), "a.txt").unwrap();
        assert_eq!(paragraphs(&document).len(), 2);
    }

    #[test]
    fn a_line_that_is_full_goes_on() {
        let full = "Ankestyrelsen har behandlet sager fra kommunen i begge år og\nhar stadfæstet de fleste af dem i hvert af de to år, siges\n";
        let body = format!("{full}det her.\n\n").repeat(4);
        for (head, tail, expected) in [
            ("Procenten for kommunen var i alt i andet halvår af år 2013", "67, når alle regnes med.", 1),
            ("For alle børn med handicap er procenten efter dette kort 39", "(landsgennemsnittet er 48).", 1),
            ("Der er i det seneste år omgjort 4 ud af 15 sager i alt (27", "%), mens det før var 3.", 1),
            ("Kommunen har det seneste halve år brugt sine kræfter på § ", "100 og på lidt andet.", 1),
            ("Det er en fremgang fra de 44 pct. i 2019 til 31 pct. i 1.", "halvår 2020.", 1),
            ("Det er så mange sager, som der er kommet i løbet af hele ca.", "40 uger.", 1),
            ("Det er så mange sager, som der i alt er kommet hertil fra den", "1. januar 2024 og frem.", 1),
            ("Serviceloven 2013", "67 sager er afgjort.", 2),
            ("Det er så mange sager, som der er kommet i alle årene.", "Her er 40 af dem.", 2),
        ] {
            let document = crate::read::read(format!("{body}{head}\n{tail}\n").as_bytes(), "a.txt").unwrap();
            let paragraphs = paragraphs(&document);
            assert_eq!(paragraphs.len(), 4 + expected, "{head}: {paragraphs:?}");
        }
    }

    #[test]
    fn a_line_goes_on_where_lines_are_wrapped() {
        let item =
            "- Personlig og praktisk hjælp: 6 afgørelser, hvoraf 5 er stadfæstet og 1 ændret\nGreve Kommune har 31.\n";
        let long = format!("{}\n", "Et afsnit, der fylder en linje for sig selv. ".repeat(6));
        for (text, expected) in [(item.to_owned(), 1), (format!("{long}{long}{long}{item}"), 5)] {
            let document = crate::read::read(text.as_bytes(), "a.txt").unwrap();
            assert_eq!(paragraphs(&document).len(), expected, "{text}");
        }
    }
}
