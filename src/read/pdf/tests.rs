//! PDF reading against small files that are made here: text at places, lines, turned pages, damage.

#[path = "../../../tests/common/pdf_file.rs"]
mod pdf_file;

use self::pdf_file::pdf_of;
use super::read;
use crate::model::source::{BlockKind, Caveat, Document, Layout};
use crate::read::error::ReadError;

/// A page's content stream, put together piece by piece. Places are in points from the lower left corner.
#[derive(Default)]
struct Content(String);

impl Content {
    fn text(mut self, x: f32, y: f32, size: f32, text: &str) -> Self {
        // The standard encoding of the tests' font: Latin letters by their Windows places, as octal codes.
        let mut codes = String::new();
        for byte in encoding_rs::WINDOWS_1252.encode(text).0.iter() {
            codes.push_str(&format!("\\{byte:03o}"));
        }
        self.0.push_str(&format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({codes}) Tj ET\n"));
        self
    }

    fn line(mut self, x0: f32, y0: f32, x1: f32, y1: f32) -> Self {
        self.0.push_str(&format!("0.6 w {x0} {y0} m {x1} {y1} l S\n"));
        self
    }

    /// A grid of drawn lines with text in its fields; rows from the top.
    fn grid(mut self, left: f32, top: f32, widths: &[f32], rows: &[&[&str]]) -> Self {
        let height = 16.0;
        let right = left + widths.iter().sum::<f32>();
        let bottom = top - height * rows.len() as f32;
        for row in 0..=rows.len() {
            let y = top - height * row as f32;
            self = self.line(left, y, right, y);
        }
        let mut x = left;
        self = self.line(x, top, x, bottom);
        for (col, width) in widths.iter().enumerate() {
            for (row, cells) in rows.iter().enumerate() {
                self = self.text(x + 3.0, top - height * row as f32 - 12.0, 9.0, cells[col]);
            }
            x += width;
            self = self.line(x, top, x, bottom);
        }
        self
    }
}

/// A PDF of these pages; `extra` goes into each page's dictionary.
fn pdf(pages: Vec<Content>, extra: &str) -> Vec<u8> {
    let contents: Vec<String> = pages.into_iter().map(|page| page.0).collect();
    pdf_of(&contents, "/Encoding /WinAnsiEncoding", extra)
}

/// A file of one page with this line on it.
pub fn file_with_text(text: &str) -> Vec<u8> {
    pdf(vec![Content::default().text(72.0, 700.0, 12.0, text)], "")
}

fn one(page: Content) -> Document {
    read(&pdf(vec![page], ""), "a.pdf", None).unwrap()
}

#[test]
fn lines_become_paragraphs_and_broken_words_whole() {
    let long = "Ankestyrelsen har i perioden afgjort flere sager om hjælp end i det foregående år, og andelen af omgø-";
    let page = Content::default()
        .text(60.0, 780.0, 16.0, "Punkt 1: Klager")
        .text(60.0, 740.0, 10.0, long)
        .text(60.0, 727.0, 10.0, "relser er faldet.")
        .text(60.0, 714.0, 10.0, "Ny linje, da der var plads.");
    let document = one(page);
    let joined = format!("{}relser er faldet.", long.trim_end_matches('-'));
    assert_eq!(document.text, format!("Punkt 1: Klager\n\n{joined}\n\nNy linje, da der var plads."));
    assert_eq!(document.blocks[0].kind, BlockKind::Heading { level: 1 });
    let faldet = document.text.find("faldet").unwrap() as u32;
    let places: Vec<_> = document.boxes.iter().filter(|b| b.span.start == faldet).collect();
    assert!((places[0].rect[1] - (842.0 - 727.0 - 7.5)).abs() < 1.0, "{:?}", places[0]);
    assert_eq!((document.pages.len(), document.page_of(faldet)), (1, Some(1)));
}

#[test]
fn ruled_tables_keep_empty_cells_and_go_on_over_pages() {
    let head: &[&str] = &["", "LAB", "SEL"];
    let first = Content::default()
        .text(60.0, 790.0, 10.0, "Tabel 1: Udfald")
        .grid(60.0, 120.0, &[120.0, 60.0, 60.0], &[head, &["Hjemvist", "", "4"], &["Ændret", "5", ""]])
        .text(300.0, 30.0, 8.0, "Side 1 af 2");
    let second = Content::default()
        .grid(60.0, 800.0, &[120.0, 60.0, 60.0], &[head, &["Afvist", "7", "8"]])
        .text(60.0, 600.0, 10.0, "Slut.")
        .text(300.0, 30.0, 8.0, "Side 2 af 2");
    let document = read(&pdf(vec![first, second], ""), "a.pdf", None).unwrap();
    assert_eq!(document.tables.len(), 1, "{}", document.text);
    let table = &document.tables[0];
    assert_eq!((table.rows, table.cols, table.layout, table.guessed), (4, 3, Layout::Ruled, false));
    assert!(document.text.contains("\tLAB\tSEL\nHjemvist\t\t4\nÆndret\t5\t\nAfvist\t7\t8"), "{}", document.text);
    let furniture = document.blocks.iter().filter(|b| b.kind == BlockKind::Furniture).count();
    assert!(furniture <= 1 && document.text.matches("Side").count() == furniture, "{}", document.text);
}

#[test]
fn tables_without_lines_are_found_by_their_places() {
    let mut page = Content::default().text(60.0, 750.0, 10.0, "Område").text(200.0, 750.0, 10.0, "Afgjort");
    page = page.text(300.0, 750.0, 10.0, "Hjemvist").text(400.0, 750.0, 10.0, "I alt");
    for (row, cells) in
        [["Børn", "12", "", "12"], ["Ældre", "7", "3", "10"], ["Øvrige", "", "2", "2"]].iter().enumerate()
    {
        for (col, cell) in cells.iter().enumerate() {
            page = page.text([60.0, 215.0, 315.0, 408.0][col], 734.0 - 16.0 * row as f32, 10.0, cell);
        }
    }
    let document = one(page);
    assert_eq!(document.text, "Område\tAfgjort\tHjemvist\tI alt\nBørn\t12\t\t12\nÆldre\t7\t3\t10\nØvrige\t\t2\t2");
    assert_eq!((document.tables[0].layout, document.tables[0].guessed), (Layout::Aligned, false));
}

/// A table without lines: headings at these places, then rows of a label and figures at theirs.
fn unruled(heads: &[(f32, &str)], places: &[f32], rows: &[(&str, &[&str])]) -> Document {
    let mut page = Content::default();
    for (x, head) in heads {
        page = page.text(*x, 750.0, 10.0, head);
    }
    for (row, (label, figures)) in rows.iter().enumerate() {
        let y = 734.0 - 16.0 * row as f32;
        page = page.text(60.0, y, 10.0, label);
        for (x, figure) in places.iter().zip(*figures) {
            page = page.text(*x, y, 10.0, figure);
        }
    }
    one(page)
}

#[test]
fn headings_far_from_their_figures_pair_by_order_or_are_a_guess() {
    let heads = [(60.0, "Område"), (150.0, "LAB"), (250.0, "SEL"), (350.0, "PL")];
    let rows: &[(&str, &[&str])] = &[("Hjemvist", &["12", "3", "5"]), ("Afvist", &["17", "4", "6"])];
    let far = unruled(&heads, &[215.0, 315.0, 415.0], rows);
    assert_eq!(far.text, "Område\tLAB\tSEL\tPL\nHjemvist\t12\t3\t5\nAfvist\t17\t4\t6");
    assert!(!far.tables[0].guessed);
    // A column without figures, and no heading over the labels: the count of headings proves nothing.
    let rows: &[(&str, &[&str])] = &[("Hjemvist", &["12", "3"]), ("Afvist", &["17", "4"])];
    let missing = unruled(&heads[1..], &[215.0, 315.0], rows);
    assert!(missing.tables.iter().all(|table| table.guessed), "{}", missing.text);
}

#[test]
fn raised_numbers_fake_bold_and_turned_pages() {
    let content = || {
        Content::default()
            .text(60.0, 700.0, 10.0, "I alt 138")
            .text(96.0, 704.0, 6.0, "1")
            .text(120.0, 700.0, 10.0, "sager")
            .text(60.0, 660.0, 10.0, "Fed")
            .text(60.3, 660.0, 10.0, "Fed")
    };
    for extra in ["", "/Rotate 90", "/Rotate 180", "/Rotate 270"] {
        let document = read(&pdf(vec![content()], extra), "a.pdf", None).unwrap();
        assert_eq!(document.text, "I alt 138 [1] sager\n\nFed", "{extra}");
        let page = document.pages[0];
        assert!(document.boxes.iter().all(|b| b.rect[2] <= page.width && b.rect[3] <= page.height), "{extra}");
    }
}

#[test]
fn a_page_number_beside_a_wrapped_title_goes_behind_its_dots() {
    let page = Content::default()
        .text(60.0, 700.0, 10.0, "Orientering om årets klager over afgørelser på hele det sociale område i kommunen i")
        .text(500.0, 700.0, 10.0, "10")
        .text(60.0, 687.0, 10.0, "2022 og i de år, som gik forud.....")
        .text(60.0, 674.0, 10.0, "Eventuelt.....")
        .text(500.0, 674.0, 10.0, "12");
    let text = one(page).text;
    assert!(text.contains("forud..... 10\n") && text.ends_with("Eventuelt..... 12"), "{text}");
}

#[test]
fn pages_keep_their_order_on_one_thread_and_on_two() {
    let pages = (0..40).map(|n| Content::default().text(60.0, 700.0, 12.0, &format!("Side nr. {n} i rækken.")));
    let bytes = pdf(pages.collect(), "");
    let two = read(&bytes, "a.pdf", None).unwrap();
    let one = super::read_with(&bytes, "a.pdf", None, true).unwrap();
    assert_eq!(format!("{two:?}"), format!("{one:?}"));
    let numbers: Vec<&str> = two.text.split("nr. ").skip(1).filter_map(|rest| rest.split(' ').next()).collect();
    let wanted: Vec<String> = (0..40).map(|n| n.to_string()).collect();
    assert_eq!(numbers, wanted);
    assert_eq!(two.pages.len(), 40);
}

#[test]
fn what_cannot_be_read_says_why() {
    let empty = pdf(vec![Content::default()], "");
    assert_eq!(read(&empty, "a", None).unwrap_err(), ReadError::Empty);
    let whole = pdf(vec![Content::default().text(60.0, 700.0, 10.0, "Referat")], "");
    assert!(matches!(read(&whole[..whole.len() / 3], "a", None), Err(ReadError::Damaged(_))));
    let cut = read(&whole[..whole.len() - 12], "a", None).unwrap();
    assert_eq!((cut.text.as_str(), cut.caveats.as_slice()), ("Referat", [Caveat::Incomplete].as_slice()));
}

#[test]
fn damaged_files_never_panic() {
    let page = Content::default().text(60.0, 700.0, 10.0, "Referat").grid(
        60.0,
        600.0,
        &[50.0, 50.0],
        &[&["a", "1"], &["b", "2"]],
    );
    let whole = pdf(vec![page], "");
    let mut state = 7u64;
    for _ in 0..150 {
        let mut bytes = whole.clone();
        for _ in 0..6 {
            // A small congruential generator: the same damage in each run.
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = (state >> 33) as usize % bytes.len();
            bytes[at] = (state >> 20) as u8;
        }
        if let Ok(document) = read(&bytes, "a", None) {
            assert!(document.blocks.windows(2).all(|w| w[0].span.end <= w[1].span.start));
        }
    }
}
