//! What printing does to tables, paragraphs and lists: pages end, narrow columns cut words, marks are drawn.

use super::{Content, one, page_of, pdf, rows_of, unruled};
use crate::model::source::{Document, Layout};
use crate::read::pdf::read;

fn pages(pages: Vec<Content>) -> Document {
    read(&pdf(pages, ""), "a.pdf", None).unwrap()
}

/// Enough text above a table for it to stand at the page's foot.
fn above() -> Content {
    Content::default().text(60.0, 790.0, 10.0, "Tabel 1: Udfald").text(60.0, 760.0, 10.0, "Her er tallene.")
}

#[test]
fn a_heading_row_alone_at_the_foot_belongs_to_the_rows_on_the_next_page() {
    let widths = [120.0, 60.0, 60.0];
    let first = above().grid(60.0, 90.0, &widths, &[&["Lov", "Stadfæstet", "Hjemvist"]]);
    let rows: &[&[&str]] = &[&["LAB", "3", "4"], &["SEL", "5", "6"]];
    let document = pages(vec![first.clone(), Content::default().grid(60.0, 800.0, &widths, rows)]);
    assert_eq!(rows_of(&document, 0), ["Lov|Stadfæstet|Hjemvist", "LAB|3|4", "SEL|5|6"], "{}", document.text);
    // One row there too, which begins the next page.
    let document = pages(vec![first.clone(), Content::default().grid(60.0, 800.0, &widths, &rows[..1])]);
    assert_eq!(rows_of(&document, 0), ["Lov|Stadfæstet|Hjemvist", "LAB|3|4"], "{}", document.text);
    // Other columns: a frame with words in it.
    let other = Content::default().grid(60.0, 800.0, &[60.0, 60.0, 60.0], rows);
    let document = pages(vec![first, other]);
    assert_eq!(rows_of(&document, 0), ["LAB|3|4", "SEL|5|6"], "{}", document.text);
    assert!(document.text.contains("Lov Stadfæstet Hjemvist"), "{}", document.text);
}

#[test]
fn the_rest_of_a_label_on_the_next_page_is_no_row() {
    let widths = [120.0, 60.0, 60.0];
    let head: &[&str] = &["Lov", "Stadfæstet", "Hjemvist"];
    for (label, rest, expected) in [
        ("Personlig", "hjælp og pleje", "Personlig hjælp og pleje|3|4"),
        // The document knows the word.
        ("(boligindr", "etning)", "(boligindretning)|3|4"),
    ] {
        let first = above().text(60.0, 740.0, 10.0, "Der kom flere sager om boligindretning end året før i kommunen.");
        let first = first.grid(60.0, 110.0, &widths, &[head, &[label, "3", "4"]]);
        let second = Content::default().grid(60.0, 800.0, &widths, &[head, &[rest, "", ""], &["SEL", "5", "6"]]);
        let document = pages(vec![first, second]);
        assert_eq!(rows_of(&document, 0), ["Lov|Stadfæstet|Hjemvist", expected, "SEL|5|6"], "{}", document.text);
    }
    // A section of the table begins with a capital.
    let first = above().grid(60.0, 110.0, &widths, &[head, &["LAB", "3", "4"]]);
    let second = Content::default().grid(60.0, 800.0, &widths, &[&["Voksne", "", ""], &["SEL", "5", "6"]]);
    assert_eq!(rows_of(&pages(vec![first, second]), 0).len(), 4);
}

#[test]
fn a_note_at_the_foot_parts_no_table_and_no_label_of_several_rows() {
    let (widths, head): (_, &[&str]) = ([60.0, 60.0, 60.0], &["Lov", "Kvartal", "Hjemvist"]);
    // The label's cell is drawn around two rows, and around one on the next page.
    let rows = |top: f32, quarters: &[&[&str]], label: &str| {
        let mut page = Content::default().grid(60.0, top, &widths, &[head]);
        page = page.grid(120.0, top - 16.0, &widths[1..], quarters);
        let bottom = top - 16.0 - 16.0 * quarters.len() as f32;
        page = page.line(60.0, top - 16.0, 60.0, bottom).line(60.0, bottom, 120.0, bottom);
        page.text(64.0, top - 28.0, 9.0, label)
    };
    let note = |page: Content, mark: &str| {
        page.text(60.0, 700.0, 10.0, "Her er tallene for kommunen, som de blev gjort op ved årets udgang.")
            .text(60.0, 104.0, 5.0, mark)
            .text(64.0, 100.0, 7.0, "Uden afviste sager")
    };
    let first = note(rows(200.0, &[&["1.", "3"], &["2.", "4"]], "LAS"), "1");
    let second = rows(800.0, &[&["3.", "5"]], "").text(60.0, 700.0, 10.0, "Slut.");
    let document = pages(vec![first, second]);
    assert_eq!(document.tables.len(), 1, "{}", document.text);
    assert!(document.text.contains("Uden afviste sager") && document.text.ends_with("Slut."), "{}", document.text);
    let label = document.tables[0].cells.iter().find(|cell| document.slice(cell.span) == "LAS").expect("a label");
    assert_eq!((label.row, label.row_span), (1, 3), "{}", document.text);
}

#[test]
fn a_capital_after_a_short_line_begins_a_paragraph_on_the_next_page() {
    let full = "Dansk Socialrådgiverforening har sat det vejledende sagstal ned og anbefaler nu det følgende:";
    let short = "Børneområdet: 20-30 sager pr. socialrådgiver i kommunens familieafdeling";
    let first = above().text(60.0, 120.0, 10.0, full).text(60.0, 90.0, 10.0, short);
    let next = "Børnehandicapområdet: 35-45 sager pr. socialrådgiver";
    let document = pages(vec![first, Content::default().text(60.0, 790.0, 10.0, next)]);
    assert!(document.text.contains(&format!("{short}\n\n{next}")), "{}", document.text);
}

#[test]
fn figures_with_a_second_one_in_brackets_are_figures() {
    let heads = [(60.0, "Kommune"), (200.0, "Børn"), (300.0, "Voksne")];
    let rows: [(&str, &[&str]); 3] = [
        ("Aabenraa", &["26,2 % (84)", "12,5 % (8)"]),
        ("Tønder", &["33,3 % (57)", "33,3 % (6)"]),
        ("Hele landet", &["28,9 %", "30,2 %"]),
    ];
    let document = unruled(&heads, &[200.0, 300.0], &rows);
    let expected = [
        "Kommune|Børn|Voksne",
        "Aabenraa|26,2 % (84)|12,5 % (8)",
        "Tønder|33,3 % (57)|33,3 % (6)",
        "Hele landet|28,9 %|30,2 %",
    ];
    assert_eq!(rows_of(&document, 0), expected, "{}", document.text);
    assert_eq!((document.tables[0].layout, document.tables[0].guessed), (Layout::Aligned, false));
}

#[test]
fn a_heading_cut_without_a_hyphen_is_the_word_that_the_text_speaks_of() {
    let said = "Faldet i omgørelsesprocenten og i stadfæstede sager er set i hele landet i de samme år.";
    let content = Content::default().text(60.0, 780.0, 10.0, said);
    let lines: [(f32, &[(f32, &str)]); 5] = [
        (750.0, &[(60.0, "Lov"), (200.0, "Omgørels"), (300.0, "Afgjorte")]),
        (738.0, &[(200.0, "esprocent"), (300.0, "sager")]),
        (722.0, &[(60.0, "LAB"), (200.0, "25"), (300.0, "8")]),
        (706.0, &[(60.0, "SEL"), (200.0, "30"), (300.0, "44")]),
        (690.0, &[(60.0, "PL"), (200.0, "10"), (300.0, "11")]),
    ];
    let page = Content(content.0 + &page_of(&lines).0);
    let document = one(page);
    assert_eq!(rows_of(&document, 0)[0], "Lov|Omgørelsesprocent|Afgjorte sager", "{}", document.text);
}

#[test]
fn a_label_of_two_lines_belongs_to_the_row_that_it_stands_beside() {
    // The figures stand in the middle of their label; the next label begins above its own row.
    let lines: [(f32, &[(f32, &str)]); 7] = [
        (750.0, &[(60.0, "Målgruppe"), (200.0, "Hjørring"), (300.0, "Morsø")]),
        (734.0, &[(60.0, "Kontanthjælp,")]),
        (728.0, &[(200.0, "45"), (300.0, "58")]),
        (721.0, &[(60.0, "jobparate")]),
        (704.0, &[(60.0, "Kontanthjælp,")]),
        (687.0, &[(60.0, "aktivitetsparate"), (200.0, "32"), (300.0, "41")]),
        (670.0, &[(60.0, "Sygedagpenge"), (200.0, "44"), (300.0, "57")]),
    ];
    let document = one(page_of(&lines));
    let expected =
        ["Målgruppe|Hjørring|Morsø", "Kontanthjælp, jobparate|45|58", "Kontanthjælp, aktivitetsparate|32|41"];
    assert_eq!(rows_of(&document, 0)[..3], expected, "{}", document.text);
}

#[test]
fn a_drawn_mark_makes_an_item() {
    let disc = |x: f32, y: f32| {
        let (x1, y1) = (x + 4.0, y + 4.0);
        format!("{x} {y} m {x1} {y} {x1} {y} {x1} {y1} c {x} {y1} {x} {y1} {x} {y} c f\n")
    };
    let page = Content::default()
        .text(60.0, 780.0, 10.0, "Sagerne fordeler sig:")
        .text(76.0, 760.0, 10.0, "serviceloven: 12 sager")
        .text(76.0, 740.0, 10.0, "aktivloven: 9 sager")
        .text(76.0, 720.0, 10.0, "uden mærke");
    // The last one stands at the height of no line.
    let page = Content(page.0 + &disc(64.0, 761.0) + &disc(64.0, 741.0) + &disc(64.0, 729.5));
    let document = one(page);
    let expected = "Sagerne fordeler sig:\n\n• serviceloven: 12 sager\n\n• aktivloven: 9 sager\n\nuden mærke";
    assert_eq!(document.text, expected);
}

#[test]
fn a_mark_beside_its_line_s_height_is_its_line_s() {
    let page = Content::default()
        .text(60.0, 780.0, 10.0, "Vejledende sagstal:")
        .text(76.0, 760.0, 10.0, "Udsatte børn: 20-25 sager")
        .text(64.0, 757.0, 14.0, "•")
        .text(64.0, 743.0, 14.0, "•")
        .text(76.0, 740.0, 10.0, "Handicap: 25-35 sager")
        // Between two paragraphs it is no line's.
        .text(64.0, 722.0, 14.0, "•")
        .text(76.0, 700.0, 10.0, "uden mærke");
    let expected = "Vejledende sagstal:\n\n• Udsatte børn: 20-25 sager\n\n• Handicap: 25-35 sager\n\n•\n\nuden mærke";
    assert_eq!(one(page).text, expected);
}

#[test]
fn what_begins_pages_alike_but_for_its_numbers_is_no_furniture() {
    for lines in
        [["1. Klager", "2. Klager"], ["Punkt 1: Klager", "Punkt 2: Klager"], ["Klager i 2021", "Klager i 2022"]]
    {
        let page = |number: usize| {
            let foot = format!("Referat side {number} af 2");
            let content = Content::default().text(60.0, 780.0, 10.0, lines[number - 1]);
            content.text(60.0, 400.0, 10.0, "Der er afgjort 7 sager.").text(60.0, 30.0, 10.0, &foot)
        };
        let text = read(&pdf(vec![page(1), page(2)], ""), "a.pdf", None).unwrap().text;
        assert!(lines.iter().all(|line| text.contains(line)), "{text}");
        assert_eq!(text.matches("Referat side").count(), 1, "{text}");
    }
}

#[test]
fn notes_at_a_page_s_end_divide_no_sentence() {
    let long =
        "Ankestyrelsen har i perioden afgjort 40 klager over afgørelser fra kommunen, og heraf er 25 afgørelser stad-";
    let pages = |last: &str, next: &str| {
        let first = Content::default()
            .text(60.0, 100.0, 10.0, last)
            .text(60.0, 70.0, 8.0, "1) Tallene er fra Ankestyrelsen.")
            .text(60.0, 60.0, 8.0, "2) Et foreløbigt tal.");
        read(&pdf(vec![first, Content::default().text(60.0, 780.0, 10.0, next)], ""), "a.pdf", None).unwrap().text
    };
    let whole = format!("{}fæstet og 15 hjemvist.", long.trim_end_matches('-'));
    let notes = "1) Tallene er fra Ankestyrelsen.\n\n2) Et foreløbigt tal.";
    assert_eq!(pages(long, "fæstet og 15 hjemvist."), format!("{whole}\n\n{notes}"));
    assert_eq!(pages("Punkt 2", "Det er færre."), format!("Punkt 2\n\n{notes}\n\nDet er færre."));
}

#[test]
fn a_caption_ends_the_table_above() {
    let lines: [(f32, &[(f32, &str)]); 7] = [
        (750.0, &[(200.0, "2021"), (300.0, "2022")]),
        (734.0, &[(60.0, "Antal sager"), (200.0, "612"), (300.0, "648")]),
        (718.0, &[(60.0, "Sager pr. årsværk"), (200.0, "68"), (300.0, "72")]),
        (702.0, &[(60.0, "Tabel 2. Socialpsykiatri")]),
        (686.0, &[(200.0, "2021"), (300.0, "2022")]),
        (670.0, &[(60.0, "Antal sager"), (200.0, "284"), (300.0, "301")]),
        (654.0, &[(60.0, "Sager pr. årsværk"), (200.0, "63,1"), (300.0, "66,9")]),
    ];
    let document = one(page_of(&lines));
    assert_eq!(document.tables.len(), 2, "{}", document.text);
    assert_eq!(rows_of(&document, 1), ["|2021|2022", "Antal sager|284|301", "Sager pr. årsværk|63,1|66,9"]);
}

#[test]
fn lines_that_give_something_its_figure_stand_for_themselves() {
    let lines =
        ["§ 85 (støtte): 4 sager, heraf 3 stadfæstet og 1 hjemvist", "§ 96 (hjælpere): 6 sager, heraf 4 stadfæstet"];
    let page = Content::default().text(60.0, 760.0, 10.0, lines[0]).text(60.0, 747.0, 10.0, lines[1]);
    assert_eq!(one(page).text, lines.join("\n\n"));
}

/// Lines under each row of a table, drawn cell by cell; the first `bare` columns have none under the first row.
fn under_rows(mut page: Content, edges: &[f32], tops: &[f32], bare: usize) -> Content {
    for (row, y) in tops.iter().enumerate() {
        for pair in edges.windows(2).skip(if row == 0 { bare } else { 0 }) {
            page = page.line(pair[0], *y, pair[1], *y);
        }
    }
    page
}

#[test]
fn lines_between_rows_that_are_drawn_cell_by_cell_tell_the_columns() {
    let edges = [60.0, 180.0, 240.0, 300.0, 360.0, 420.0];
    let page = above().text(222.0, 730.0, 9.0, "2021").text(342.0, 730.0, 9.0, "2022");
    let mut page = page.text(63.0, 702.0, 9.0, "Lovområde");
    for (at, head) in ["Afgjorte", "Heraf", "Afgjorte", "Heraf"].iter().enumerate() {
        page = page.text(183.0 + 60.0 * at as f32, 714.0, 9.0, head);
    }
    for (at, head) in ["sager", "omgjort", "sager", "omgjort"].iter().enumerate() {
        page = page.text(183.0 + 60.0 * at as f32, 702.0, 9.0, head);
    }
    page = page.text(63.0, 686.0, 9.0, "Lov om aktiv").text(63.0, 674.0, 9.0, "socialpolitik");
    for (x, figure) in [(228.0, "21"), (292.0, "7"), (348.0, "17")] {
        page = page.text(x, 680.0, 9.0, figure);
    }
    page = page.text(63.0, 658.0, 9.0, "Serviceloven").text(228.0, 658.0, 9.0, "18").text(408.0, 658.0, 9.0, "10");
    let page = under_rows(page, &edges, &[724.0, 696.0, 668.0, 652.0], 1).text(60.0, 630.0, 9.0, "Her er mere.");
    let document = one(page);
    let expected = [
        "Lovområde|2021*2|2022*2",
        "Afgjorte sager|Heraf omgjort|Afgjorte sager|Heraf omgjort",
        "Lov om aktiv socialpolitik|21|7|17|",
        "Serviceloven|18|||10",
    ];
    assert_eq!(rows_of(&document, 0), expected, "{}", document.text);
    assert_eq!((document.tables[0].layout, document.tables[0].guessed), (Layout::Ruled, false));
}

#[test]
fn shaded_rows_without_lines_between_their_columns_have_columns() {
    let rows: &[&[&str]] = &[&["LAB", "3", "4"], &["SEL", "5", "6"]];
    let page = above().grid(60.0, 700.0, &[120.0, 60.0, 60.0], rows).line(60.0, 716.0, 300.0, 716.0);
    let page = page.line(60.0, 716.0, 60.0, 700.0).line(300.0, 716.0, 300.0, 700.0);
    let page = page.text(63.0, 704.0, 9.0, "Lov").text(183.0, 704.0, 9.0, "Afgjort").text(243.0, 704.0, 9.0, "Omgjort");
    assert_eq!(rows_of(&one(page), 0), ["Lov|Afgjort|Omgjort", "LAB|3|4", "SEL|5|6"]);
    // One heading over them stays one.
    let page = above().grid(60.0, 700.0, &[120.0, 60.0, 60.0], rows).line(60.0, 716.0, 300.0, 716.0);
    let page = page.line(60.0, 716.0, 60.0, 700.0).line(300.0, 716.0, 300.0, 700.0);
    let page = page.text(63.0, 704.0, 9.0, "Ankestyrelsens afgørelser efter serviceloven i 2022");
    assert_eq!(rows_of(&one(page), 0)[0], "Ankestyrelsens afgørelser efter serviceloven i 2022*3");
}

#[test]
fn a_heading_of_more_lines_than_those_beside_it_is_no_groups() {
    for (first, second) in [("Ændret/", "ophævet"), ("Ændret eller", "ophævet")] {
        let mut page = above().text(190.0, 712.0, 10.0, first);
        for (x, head) in [(60.0, "Lov"), (120.0, "Stadfæstet"), (190.0, second), (260.0, "Hjemvist")] {
            page = page.text(x, 700.0, 10.0, head);
        }
        for (row, label) in ["LAB", "SEL", "PL"].iter().enumerate() {
            let y = 680.0 - 16.0 * row as f32;
            page = page.text(60.0, y, 10.0, label);
            for (x, figure) in [(120.0, "4"), (190.0, "5"), (260.0, "6")] {
                page = page.text(x, y, 10.0, figure);
            }
        }
        let joined = if first.ends_with('/') { format!("{first}{second}") } else { format!("{first} {second}") };
        assert_eq!(rows_of(&one(page), 0)[0], format!("Lov|Stadfæstet|{joined}|Hjemvist"));
    }
}

#[test]
fn labels_of_several_lines_keep_their_figures_without_lines() {
    let head: &[(f32, &str)] = &[(60.0, "Udfald"), (200.0, "Varde"), (300.0, "Hele landet")];
    let lines: &[(f32, &[(f32, &str)])] = &[
        (770.0, head),
        (750.0, &[(60.0, "- stadfæstet"), (205.0, "41"), (320.0, "650")]),
        // Figures stand beside the middle of a label of two lines, which begins as an item of a list does.
        (732.0, &[(60.0, "- ændret eller ophævet af")]),
        (726.0, &[(205.0, "6"), (320.0, "121")]),
        (720.0, &[(60.0, "Ankestyrelsen")]),
        // They stand beside the last of three lines.
        (700.0, &[(60.0, "- hjemvist til fornyet")]),
        (686.0, &[(60.0, "behandling, fordi sagen")]),
        (672.0, &[(60.0, "ikke var oplyst (§ 73)"), (205.0, "9"), (320.0, "240")]),
        (652.0, &[(60.0, "- i alt"), (205.0, "56"), (320.0, "1.011")]),
    ];
    let document = one(page_of(lines));
    assert_eq!(
        rows_of(&document, 0),
        [
            "Udfald|Varde|Hele landet",
            "- stadfæstet|41|650",
            "- ændret eller ophævet af Ankestyrelsen|6|121",
            "- hjemvist til fornyet behandling, fordi sagen ikke var oplyst (§ 73)|9|240",
            "- i alt|56|1.011"
        ]
    );
    assert!(!document.tables[0].guessed);
}

#[test]
fn of_headings_side_by_side_over_one_column_only_its_own_is_left() {
    let lines: &[(f32, &[(f32, &str)])] = &[
        (770.0, &[(200.0, "Ankestyrelsens afgørelse")]),
        (757.0, &[(60.0, "Ydelse"), (200.0, "Stadfæstet"), (280.0, "Ændret"), (340.0, "Hjemvist"), (410.0, "I alt")]),
        (740.0, &[(60.0, "Ledsagelse"), (225.0, "2"), (360.0, "1"), (420.0, "3")]),
    ];
    let document = one(page_of(lines));
    assert_eq!(rows_of(&document, 0)[0], "Ydelse|Ankestyrelsens afgørelse Stadfæstet|Hjemvist|I alt");
    assert!(document.tables[0].guessed);
}

#[test]
fn entries_of_contents_without_dots_stay_apart() {
    let entry =
        |y: f32, title: &str, page: &str| Content::default().text(60.0, y, 10.0, title).text(530.0, y, 10.0, page).0;
    let page = [
        entry(760.0, "2 Regnskab for socialområdet", "1"),
        entry(746.0, "3 Danmarkskort over omgørelsesprocenter 2022", "2"),
        entry(732.0, "4 Tilfredshed i hjemmeplejen", "4"),
    ];
    let text = one(Content(page.concat())).text;
    assert!(text.lines().any(|line| line == "3 Danmarkskort over omgørelsesprocenter 2022 2"), "{text}");
}
