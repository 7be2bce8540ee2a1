//! Web pages: the tree that browsers would build, walked for its text, lists and tables.

mod pairs;
mod sink;
mod walk;

use super::encoding;
use super::error::ReadError;
use super::flow::Flow;
use crate::model::source::{Caveat, Document, Format};
use encoding_rs::Encoding;
use html5ever::tendril::{StrTendril, TendrilSink as _};
use std::borrow::Cow;
use std::time::{Duration, Instant};

/// Bytes that are parsed between two looks at the limits.
const PIECE: usize = 4096;
/// The longest time that parsing may take.
const TIME: Duration = Duration::from_secs(10);

/// Reads a web page.
///
/// # Errors
/// [`ReadError::Empty`] without text, [`ReadError::NotText`] where the bytes are none.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    let text = decode(bytes)?;
    let sink = sink::Sink::default();
    let mut parser = html5ever::parse_document(sink, html5ever::ParseOpts::default());
    let start = Instant::now();
    let mut flow = Flow::default();
    let mut rest: &str = &text;
    while !rest.is_empty() {
        let mut cut = rest.len().min(PIECE);
        while !rest.is_char_boundary(cut) {
            cut += 1;
        }
        let (piece, after) = rest.split_at(cut);
        parser.process(StrTendril::from_slice(piece));
        rest = after;
        let limit = parser.tokenizer.sink.sink.limit().or((start.elapsed() > TIME).then_some("time"));
        if let Some(limit) = limit {
            flow.caveat(Caveat::Limit(limit));
            break;
        }
    }
    let tree = parser.finish();
    walk::walk(&tree, &mut flow);
    let document = flow.finish().finish(name, Format::Html);
    if document.text.trim().is_empty() { Err(ReadError::Empty) } else { Ok(document) }
}

/// The page's characters: as UTF-8 where they are that, else as the page itself declares, else as text files are read.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let is_marked = Encoding::for_bom(bytes).is_some() || bytes.iter().take(64).any(|&b| b == 0);
    if is_marked || std::str::from_utf8(bytes).is_ok() {
        return encoding::decode(bytes);
    }
    match declared(bytes) {
        Some(encoding) => Ok(encoding.decode_without_bom_handling(bytes).0),
        None => encoding::decode(bytes),
    }
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PIECE)];
    let lower = head.to_ascii_lowercase();
    let at = lower.windows(8).position(|w| w == b"charset=").map(|at| at + 8);
    let at = at.or_else(|| lower.windows(9).position(|w| w == b"encoding=").map(|at| at + 9))?;
    let label = lower[at..].iter().copied().skip_while(|b| matches!(b, b'"' | b'\'' | b' '));
    let label: Vec<u8> = label.take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':')).collect();
    Encoding::for_label(&label).filter(|encoding| *encoding != encoding_rs::UTF_8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::BlockKind;
    use proptest::prelude::*;

    fn text(html: &str) -> String {
        read(html.as_bytes(), "a.html").unwrap().text
    }

    #[test]
    fn blocks_lists_and_breaks() {
        let html = "<html><head><title>x</title><style>p{}</style></head><body><h2>Punkt  1</h2><p>Af\n  kommunens <b>24</b>9\
             &nbsp;sager<br>ny linje</p><ol start=3><li>at<li>og</ol><ul><li><p>æ</p></li></ul><div hidden>nej</div>\
             <p style='display: none'>nej</p><script>nej</script>Slut";
        let document = read(html.as_bytes(), "a").unwrap();
        assert_eq!(document.text, "Punkt 1\n\nAf kommunens 249 sager\nny linje\n\n3. at\n4. og\n- æ\n\nSlut");
        assert_eq!(document.blocks[0].kind, BlockKind::Heading { level: 2 });
        assert_eq!(document.blocks[3].kind, BlockKind::Item);
    }

    #[test]
    fn tables_keep_their_columns() {
        let html = "<table><caption>Tabel 1: x</caption><tr><th rowspan=2>By<th colspan=2>2019<tr><td>A<td>B<tr><td>Her<td><td>4</table>";
        let document = read(html.as_bytes(), "a").unwrap();
        assert_eq!(document.text, "Tabel 1: x\n\nBy\t2019\t\n\tA\tB\nHer\t\t4");
        let table = &document.tables[0];
        assert_eq!((table.rows, table.cols), (3, 3));
        assert!(table.cell(1, 0).unwrap().head && table.caption.is_some());
        assert_eq!(document.slice(table.cell(2, 2).unwrap().span), "4");
    }

    #[test]
    fn a_list_in_two_columns_is_lines() {
        let html =
            "<p>Vejledende sagstal:<table><tr><td>Familier<td>25-30 sager<tr><td>Handicap<td>35-45 sager</table>";
        assert_eq!(text(html), "Vejledende sagstal:\n\nFamilier\t25-30 sager\n\nHandicap\t35-45 sager");
        assert!(
            read(b"<table><tr><td>LAB<td>Lov om job<tr><td>PL<td>Pensionsloven</table>", "a").unwrap().tables.len()
                == 1
        );
    }

    #[test]
    fn a_list_of_names_and_figures_is_a_table() {
        let html = "<dl><div><dt>Stadfæstet<dd><b>49</b></div><dt>Hjemvist<dd>23<dt>Omgørelsesprocent<dd>37,2 %</dl>";
        assert_eq!(text(html), "Stadfæstet\t49\nHjemvist\t23\nOmgørelsesprocent\t37,2 %");
        // Words that are explained, and names with several texts, are none.
        // Counts with their unit are no table's body, but stay with their names.
        let html = "<dl><dt>Stadfæstet<dd>12 sager (60 %)<dt>Hjemvist<dd>8 sager (40 %)</dl>";
        assert_eq!(text(html), "Stadfæstet\t12 sager (60 %)\n\nHjemvist\t8 sager (40 %)");
        assert_eq!(text("<dl><dt>A<dd>Et ord.<dt>B<dd>To ord.</dl>"), "A\n\nEt ord.\n\nB\n\nTo ord.");
        assert_eq!(text("<dl><dt>A<dd>1<dd>2<dt>B<dd>3</dl>"), "A\n\n1\n\n2\n\nB\n\n3");
    }

    #[test]
    fn a_raised_number_is_a_mark_and_not_part_of_the_figure() {
        assert_eq!(text("<p>138<sup>1</sup> sager og 5 m<sup>2</sup></p>"), "138 [1] sager og 5 m²");
    }

    #[test]
    fn old_encodings_are_taken_as_declared() {
        let html = b"<html><head><meta charset=windows-1252></head><body>Sager p\xe5 \x96 \xd8</body>";
        assert!(read(html, "a").unwrap().text.ends_with("på – Ø"));
    }

    #[test]
    fn hostile_pages_end() {
        let deep = "<div>".repeat(100_000) + "inderst";
        let document = read(deep.as_bytes(), "a");
        assert!(document.is_err() || document.unwrap().caveats.contains(&Caveat::Limit("nesting")));
        let wide = format!("<table><tr><td colspan=99999999 rowspan=99999999>a<td>{}</table>", "b ".repeat(10));
        assert!(read(wide.as_bytes(), "a").is_ok());
    }

    proptest! {
        #[test]
        fn any_tags_end_in_a_document_or_an_error(html in "(<table>|<tr>|<td rowspan=3>|<td colspan=2>|</td>|</table>|<p>|<li>|<ul>|<b>|</p>|<sup>|tal|4|æ|&nbsp;|<caption>|<!--|-->|<script>){0,60}") {
            if let Ok(document) = read(html.as_bytes(), "x") {
                for table in &document.tables {
                    prop_assert!(table.cells.iter().all(|cell| table.span.contains(cell.span)));
                }
            }
        }
    }
}
