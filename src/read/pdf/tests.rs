//! PDF reading against small files that are made here: text at places, lines, turned pages, damage.

#[path = "../../../tests/common/pdf_file.rs"]
mod pdf_file;

mod pages;

use self::pdf_file::pdf_of;
use super::read;
use crate::model::source::{BlockKind, Caveat, Document, Layout};
use crate::read::error::ReadError;

/// A page's content stream, put together piece by piece. Places are in points from the lower left corner.
#[derive(Clone, Default)]
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
fn a_label_that_reaches_into_the_figures_makes_the_table_a_guess() {
    let heads = [(60.0, "Område"), (150.0, "LAB"), (250.0, "SEL")];
    let apart: &[(&str, &[&str])] = &[("Hjemvist", &["12", "3"]), ("Afvist", &["17", "4"])];
    assert!(!unruled(&heads, &[152.0, 252.0], apart).tables[0].guessed);
    let into: &[(&str, &[&str])] = &[("Hjemvist", &["12", "3"]), ("Afvist og henlagte 17", &["", "4"])];
    assert!(unruled(&heads, &[152.0, 252.0], into).tables[0].guessed);
}

#[test]
fn rows_without_figures_and_wide_columns_keep_their_headings() {
    let heads = [(60.0, "Område"), (150.0, "LAB"), (290.0, "SEL")];
    let rows: &[(&str, &[&str])] = &[("Afvist", &[]), ("Hjemvist", &["12", "3"]), ("Ændret", &["17", "4"])];
    let document = unruled(&heads, &[215.0, 355.0], rows);
    assert_eq!(document.text, "Område\tLAB\tSEL\nAfvist\t\t\nHjemvist\t12\t3\nÆndret\t17\t4");
    assert!(!document.tables[0].guessed);
}

#[test]
fn rows_of_figures_without_headings_are_a_guess_and_no_sentence() {
    let page = page_of(&[
        (780.0, &[(60.0, "Her følger en oversigt over det hele.")]),
        (740.0, &[(60.0, "Afvist"), (200.0, "5"), (300.0, "2")]),
        (727.0, &[(60.0, "Hjemvist"), (200.0, "6"), (300.0, "3")]),
    ]);
    let document = one(page);
    assert_eq!(document.text, "Her følger en oversigt over det hele.\n\nAfvist\t5\t2\nHjemvist\t6\t3");
    assert!(document.tables[0].guessed);
    // Page numbers that stand apart, and leaders, are no columns.
    let contents = page_of(&[
        (780.0, &[(60.0, "Her følger en oversigt over det hele.")]),
        (740.0, &[(60.0, "Afvist"), (200.0, "5"), (300.0, ".")]),
        (727.0, &[(60.0, "Hjemvist"), (200.0, "6")]),
        (714.0, &[(60.0, "Ændret"), (300.0, "7")]),
    ]);
    assert!(one(contents).tables.is_empty());
}

/// A table's cells, row by row, merged ones once.
fn rows_of(document: &Document, table: usize) -> Vec<String> {
    let table = &document.tables[table];
    let cell = |row: u32| move |c: &&crate::model::source::Cell| c.row == row;
    let text = |c: &crate::model::source::Cell| match c.col_span {
        1 => document.one_line(c.span),
        width => format!("{}*{width}", document.one_line(c.span)),
    };
    let row = |row| table.cells.iter().filter(cell(row)).map(text).collect::<Vec<_>>().join("|");
    (0..table.rows).map(row).collect()
}

/// A page of lines: from the top each one's place and its words at their places.
fn page_of(lines: &[(f32, &[(f32, &str)])]) -> Content {
    lines.iter().fold(Content::default(), |page, (y, words)| {
        words.iter().fold(page, |page, (x, word)| page.text(*x, *y, 10.0, word))
    })
}

#[test]
fn a_wrapped_heading_may_reach_over_the_next_columns_figures() {
    // "procent" stands over its figures, "Omgørelses-" begins over the last digit of the column before.
    let lines: &[(f32, &[(f32, &str)])] = &[
        (762.0, &[(246.0, "Omgørelses-")]),
        (750.0, &[(60.0, "Område"), (150.0, "Afvist"), (226.0, "I alt"), (265.0, "procent")]),
        (734.0, &[(60.0, "Børn"), (160.0, "14"), (236.0, "24"), (285.0, "33")]),
        (718.0, &[(60.0, "Ældre"), (165.0, "5"), (236.0, "15"), (285.0, "21")]),
    ];
    let document = one(page_of(lines));
    assert_eq!(rows_of(&document, 0)[0], "Område|Afvist|I alt|Omgørelsesprocent");
    assert!(!document.tables[0].guessed);
}

#[test]
fn headings_over_years_span_them() {
    let places = [(200.0, 180.0, 230.0), (305.0, 280.0, 330.0), (395.0, 380.0, 430.0)];
    let heads: Vec<(f32, &str)> =
        places.iter().zip(["Varde", "Regionen", "Hele landet"]).map(|(p, n)| (p.0, n)).collect();
    let years: Vec<(f32, &str)> = places.iter().flat_map(|p| [(p.1, "2022"), (p.2, "2023")]).collect();
    let figures = |words: [&'static str; 6]| {
        let mut row = vec![(60.0, "Børn")];
        row.extend(places.iter().flat_map(|p| [p.1 + 2.0, p.2 + 2.0]).zip(words));
        row
    };
    let (first, second) = (
        figures(["28,9", "25,0", "33,1", "31,4", "33,8", "32,1"]),
        figures(["-", "28,6", "31,8", "30,2", "32,6", "31,0"]),
    );
    let mut top = vec![(60.0, "Kort")];
    top.extend(heads);
    let document = one(page_of(&[(770.0, &top), (752.0, &years), (734.0, &first), (716.0, &second)]));
    let rows = rows_of(&document, 0);
    assert_eq!(rows[0], "Kort|Varde*2|Regionen*2|Hele landet*2");
    assert_eq!(rows[1], "2022|2023|2022|2023|2022|2023");
    assert!(!document.tables[0].guessed && rows.len() == 4, "{rows:?}");
    // One heading less than groups: it may be anybody's.
    let document = one(page_of(&[(770.0, &top[..3]), (752.0, &years), (734.0, &first), (716.0, &second)]));
    assert!(document.tables.iter().all(|table| table.guessed), "{}", document.text);
}

#[test]
fn ranks_stand_before_labels_and_a_table_goes_on_over_a_page() {
    let head: &[(f32, &str)] = &[(60.0, "Nr."), (90.0, "Kommune"), (200.0, "Procent"), (300.0, "Sager")];
    let first = page_of(&[(60.0, head), (44.0, &[(60.0, "1"), (90.0, "Greve"), (210.0, "19,4"), (310.0, "31")])]);
    let rows: &[(f32, &[(f32, &str)])] = &[
        (784.0, &[(60.0, "2"), (90.0, "Stevns"), (210.0, "23,7"), (310.0, "38")]),
        (768.0, &[(90.0, "Hele landet"), (210.0, "36,2"), (310.0, "74")]),
    ];
    let wanted = ["Nr.|Kommune|Procent|Sager", "1|Greve|19,4|31", "2|Stevns|23,7|38", "|Hele landet|36,2|74"];
    // With and without the headings printed again.
    for again in [true, false] {
        let mut lines = vec![(800.0, head)];
        lines.extend(rows.iter().copied());
        let second = page_of(&lines[usize::from(!again)..]);
        let document = read(&pdf(vec![first.clone(), second], ""), "a.pdf", None).unwrap();
        assert_eq!(document.tables.len(), 1, "{again} {}", document.text);
        assert_eq!(rows_of(&document, 0), wanted, "{again}");
        assert!(!document.tables[0].guessed);
    }
}

#[test]
fn tables_side_by_side_are_two() {
    let both = |left: [&'static str; 3], right: [&'static str; 3]| -> Vec<(f32, &'static str)> {
        let place = [60.0, 160.0, 220.0, 310.0, 410.0, 470.0];
        place.into_iter().zip(left.into_iter().chain(right)).filter(|(_, word)| !word.is_empty()).collect()
    };
    let lines = [
        (770.0, vec![(60.0, "Børn"), (310.0, "Voksne")]),
        (750.0, both(["Ydelse", "Ændret", "I alt"], ["Ydelse", "Ændret", "I alt"])),
        (734.0, both(["Merudgift", "1", "14"], ["Tilskud", "0", "2"])),
        (722.0, both(["til børn", "", ""], ["Ledsager", "4", "8"])),
        (706.0, both(["I alt", "3", "46"], ["", "", ""])),
    ];
    let lines: Vec<(f32, &[(f32, &str)])> = lines.iter().map(|(y, words)| (*y, words.as_slice())).collect();
    let document = one(page_of(&lines));
    assert_eq!(document.tables.len(), 2, "{}", document.text);
    assert_eq!(rows_of(&document, 0), ["Ydelse|Ændret|I alt", "Merudgift til børn|1|14", "I alt|3|46"]);
    assert_eq!(rows_of(&document, 1), ["Ydelse|Ændret|I alt", "Tilskud|0|2", "Ledsager|4|8"]);
    assert!(document.text.starts_with("Børn\n") && document.text.contains("46\n\nVoksne"), "{}", document.text);
}

#[test]
fn a_notes_mark_stands_before_its_words_and_above_a_heading() {
    let page = Content::default()
        .text(60.0, 704.0, 6.0, "1")
        .text(64.0, 700.0, 10.0, "Eksklusiv afviste")
        // The heading's word stands lower than the one beside it, its mark as high as that.
        .text(60.0, 600.0, 10.0, "Hjemvist")
        .text(120.0, 596.5, 10.0, "Afvist")
        .text(147.0, 600.0, 8.3, "2");
    let text = one(page).text;
    assert!(text.starts_with("[1] Eksklusiv afviste") && text.contains("Afvist [2]"), "{text}");
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
