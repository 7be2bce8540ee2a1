//! Whole minutes, invented, in the layouts that municipalities use.

mod layouts;
mod stability;

use super::*;
use crate::model::meeting::{Item, Meeting};
use crate::model::source::Format;

fn text(source: &str) -> Document {
    Document::new("a.txt", Format::Text, source.to_owned())
}

fn name<T: serde::Serialize>(value: T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

/// The first page on one line: committee, date and time, place, kind, present, absent.
fn first_page(meeting: &Meeting) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let date = meeting.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
    format!(
        "{} | {date} {} | {} | {} | +{} | -{}",
        text(&meeting.committee),
        text(&meeting.time),
        text(&meeting.place),
        name(meeting.kind),
        meeting.present.join(", "),
        meeting.absent.join(", ")
    )
}

/// An item on one line: number, title, case, kind, sections, decisions, attachments.
fn item_line(item: &Item) -> String {
    let sections: Vec<_> = item.sections.iter().map(|section| name(section.kind)).collect();
    let decisions: Vec<_> = item
        .decisions
        .iter()
        .map(|d| {
            let date = d.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
            format!("{}@{} {date}", name(d.kind), d.body.as_deref().unwrap_or("-"))
        })
        .collect();
    format!(
        "{}{} {} [{}] {} | {} | {} | {}",
        item.number.as_deref().unwrap_or("-"),
        if item.closed { " (lukket)" } else { "" },
        if item.title.is_empty() { "?" } else { &item.title },
        item.case.as_deref().unwrap_or("-"),
        name(item.kind),
        sections.join(","),
        decisions.join("; "),
        item.attachments.join("; ")
    )
}

/// Reads a text and compares the first page and the items, one a line.
#[track_caller]
fn check(source: &str, expected: &[&str]) {
    let meeting = meeting(&text(source));
    let mut found = vec![first_page(&meeting)];
    found.extend(meeting.items.iter().map(item_line));
    assert_eq!(found.join("\n"), expected.join("\n"));
}

const FIRST_AGENDA: &str = "
REFERAT Udvalget for Job & Vækst d. 07-06-2021

Mødedato Mandag d. 07. juni 2021 kl. 16:30

Mødested Mødelokale 2, Skovvej 4

Mødedeltagere Anne Holm, Bo Lundgaard (Afbud), Mia P. Vestergård

Indholdsfortegnelse

JV - Godkendelse af dagsorden.....\t3
BU - Status på ungeindsatsen 2020.....\t4
JV - Lukket punkt: Køb.....\t6
JV - Eventuelt.....\t7

Punkt 1: JV - Godkendelse af dagsorden

Beslutning Udvalget for Job & Vækst den 07-06-2021

Godkendt

Afbud:

Bo Lundgaard (V)

Punkt 2: BU - Status på ungeindsatsen 2021

21/4711

Resumé

Punkt 3 i planen er nået. Sagen forelægges enslydende i Udvalget for Børn.

Indstilling

Direktionen indstiller:

1. at status tages til efterretning.
2. at planen sendes i høring.

Beslutningskompetence

Udvalget for Børn & Unge

Beslutning Udvalget for Børn & Unge den 02-06-2021

Udsat.

Afbud: Per Skov (A), Ida Bæk (C).

Beslutning Udvalget for Job & Vækst den 07-06-2021

Ad 1. Taget til efterretning.

Ad 2.

For: Gruppe A og C.

Imod: Gruppe F og gruppe Ø. Gruppe F med henvisning til økonomien.

Bortfaldet pga. stemmelighed.

Afbud:

Bo Lundgard (A)

Sagsfremstilling

1. Fuldtidspersoner

2. Sagsantal

Økonomi og finansiering

Ingen

Bilag

Notat - unge.pdf

Bilag 1 - Tal

Punkt 3: JV - Lukket punkt: Køb

Punkt 4: JV - Eventuelt

Beslutning Udvalget for Job & Vækst den 07-06-2021

Der var intet under Eventuelt.
";

#[test]
fn first_agenda_with_contents_votes_and_a_closed_item() {
    check(
        FIRST_AGENDA,
        &[
            "Udvalget for Job & Vækst | 2021-06-07 16:30 | Mødelokale 2, Skovvej 4 | minutes | +Anne Holm, Mia P. Vestergård | -Bo Lundgaard (V)",
            "1 JV - Godkendelse af dagsorden [-] approval | decision | approved@Udvalget for Job & Vækst 2021-06-07 | ",
            "2 BU - Status på ungeindsatsen 2021 [21/4711] information | summary,recommendation,competence,decision,decision,presentation,economy,attachments | deferred@Udvalget for Børn & Unge 2021-06-02; noted@Udvalget for Job & Vækst 2021-06-07; lapsed_on_equal_votes@Udvalget for Job & Vækst 2021-06-07 | Notat - unge.pdf; Bilag 1 - Tal",
            "3 (lukket) JV - Lukket punkt: Køb [-] other |  | closed@Udvalget for Job & Vækst 2021-06-07 | ",
            "4 JV - Eventuelt [-] any_other_business | decision | nothing@Udvalget for Job & Vækst 2021-06-07 | ",
        ],
    );
    let meeting = meeting(&text(FIRST_AGENDA));
    let votes = meeting.items[1].decisions[2].votes.clone().unwrap();
    assert_eq!(
        (votes.in_favour, votes.against),
        (vec!["A".to_owned(), "C".to_owned()], vec!["F".to_owned(), "Ø".to_owned()])
    );
    assert_eq!(meeting.items[1].references, ["Sagen forelægges enslydende i Udvalget for Børn."]);
    let contents: Vec<_> = meeting.contents.iter().map(|entry| (entry.title.as_str(), entry.page)).collect();
    assert_eq!(contents[1], ("BU - Status på ungeindsatsen 2020", Some(4)));
    assert_eq!(contents.len(), 4);
    assert_eq!(meeting.items[1].competence, ["Udvalget for Børn & Unge"]);
}

#[test]
fn an_agenda_is_not_yet_decided() {
    check(
        "DAGSORDEN Socialudvalget d. 07-06-2021\nMødedato Mandag d. 07. juni 2021 kl. 16:30\nPunkt 1: Budget\n21/1\n\
         Indstilling\nat budgettet godkendes\nPunkt 2: Plan\n21/2\nResumé\nEn plan.\nBeslutning Økonomiudvalget den 01-06-2021\nAnbefales.",
        &[
            "Socialudvalget | 2021-06-07 16:30 | - | agenda | + | -",
            "1 Budget [21/1] other | recommendation | pending@Socialudvalget 2021-06-07 | ",
            "2 Plan [21/2] other | summary,decision | recommended@Økonomiudvalget 2021-06-01; pending@Socialudvalget 2021-06-07 | ",
        ],
    );
}

#[test]
fn plain_export_with_glued_titles() {
    check(
        "Jobudvalget\n14-05-2024\nMedlemmer\nPer Skov (Ø)\nFormand Anne Holm (A)\nFraværende\nSager 15 - 17\n\
         Meddelelser\nSag nr. 15\nBeslutningskompetence: JBU\nSagens kerne\nOversigt til orientering.\n\
         - Bilag - Årsrapport (bilag 2)\nIndstilling\nMeddelelserne fremlægges.\nBeslutning\nTaget til efterretning.\n\
         Bilag\nBilag 1: Årsrapport 2023Bilag 2: Notat om unge\n\
         Kommissorium for et udvalg om borgere langt fra job\nSag nr. 16\nBeslutningskompetence: KB\nSagens kerne\n\
         Forvaltningen forelægger kommissorium for udvalget om borgere langt fra job.\n\
         Sagen behandles samtidig i Socialudvalget.\nBeslutning\nAnbefales, idet udvalget ønsker flere borgere med.\n\
         Bilag\nBilag 1: Kommissorium for udvalget om borgere langt fra job Klagestatistik for kommunens afgørelser 2023\n\
         Sag nr. 17\nBeslutningskompetence: KB\nSagens kerne\n\
         Forvaltningen orienterer om klagestatistik for kommunens afgørelser i 2023. Klagestatistikken er vedlagt.\n\
         Beslutning\nIndstilles taget til efterretning.\nProtokollen oplæst. Mødet afsluttet kl.: 15:35",
        &[
            "Jobudvalget | 2024-05-14 - | - | minutes | +Per Skov (Ø), Anne Holm (A) | -",
            "15 Meddelelser [-] announcements | competence,summary,recommendation,decision,attachments | noted@Jobudvalget 2024-05-14 | Bilag 1: Årsrapport 2023; Bilag 2: Notat om unge",
            "16 Kommissorium for et udvalg om borgere langt fra job [-] other | competence,summary,decision,attachments | recommended_with_remark@Jobudvalget 2024-05-14 | Bilag 1: Kommissorium for udvalget om borgere langt fra job",
            "17 Klagestatistik for kommunens afgørelser 2023 [-] other | competence,summary,decision | recommended_noted@Jobudvalget 2024-05-14 | ",
        ],
    );
}

#[test]
fn earlier_committees_inside_the_recommendation() {
    check(
        "Byrådet\n24-09-2019\nMedlemmer\nAnne Holm (A)\nBo Lund (A), sag 129-138\nSager 129 - 130\nSpørgetid\nSag nr. 129\n\
         Beslutningskompetence: BY\nSagens kerne\nBeslutning\nTaget til efterretning.\nLokalplan 145\nSag nr. 130\n\
         Beslutningskompetence: BY\nIndstilling\nForvaltningen indstiller,\nat planen vedtages.\n\
         Teknikudvalget, 10. september 2019, pkt. 65:\nAnbefales.\nØkonomiudvalget, 18. september 2019, pkt. 153:\n\
         Indstilles godkendt.\nBeslutning\nGodkendt.\nSagsfremstilling\nPlanen er god.",
        &[
            "Byrådet | 2019-09-24 - | - | minutes | +Anne Holm (A), Bo Lund (A) | -",
            "129 Spørgetid [-] other | competence,summary,decision | noted@Byrådet 2019-09-24 | ",
            "130 Lokalplan 145 [-] other | competence,recommendation,decision,decision,decision,presentation | recommended@Teknikudvalget 2019-09-10; recommended_approved@Økonomiudvalget 2019-09-18; approved@Byrådet 2019-09-24 | ",
        ],
    );
}

#[test]
fn a_decision_without_a_heading() {
    check(
        "Økonomiudvalget - 12. november 2018 kl. 16.00\nReferat\n\nIndholdsfortegnelse\n1. Godkendelse af dagsorden\t3\n2. Klager\t4\n3. Lukket: Køb\t5\n\n\
         1. Godkendelse af dagsorden\nGodkendt.\n2. Klager\nSagsnr. 18/5555\nØkonomiudvalgets beslutning den 12-11-2018\n\
         Godkendt med 12 stemmer for (A, V) og 3 imod (Ø).\n3. Lukket: Køb",
        &[
            "Økonomiudvalget | 2018-11-12 16:00 | - | minutes | + | -",
            "1 Godkendelse af dagsorden [-] approval |  | approved@Økonomiudvalget 2018-11-12 | ",
            "2 Klager [18/5555] other | decision | approved@Økonomiudvalget 2018-11-12 | ",
            "3 (lukket) Køb [-] other |  | closed@Økonomiudvalget 2018-11-12 | ",
        ],
    );
}

#[test]
fn earlier_decisions_do_not_date_the_meeting() {
    check(
        "Referat\n  • 301. Åben dagsorden\n    Resume\n    Dagsorden.\n    Beslutning\n    Ikke til stede: Per Skov (C)\n    Godkendt.\n\
           • 302. Planstrategi 2020\n    application/pdf icon plan_21.12.2019.pdf\n    Resume\n    Planen.\n    Indstilling\n    1. at planen godkendes.\n    \
         Social og Sundhed, 6. januar 2020, pkt. 123:\n    Ad. 1\n    5 medlemmer (A+V+C) anbefaler forslaget.\n    Ad. 2\n    Anbefales.\n    Beslutning\n    Godkendt.",
        &[
            "- | - - | - | minutes | + | -Per Skov (C)",
            "301 Åben dagsorden [-] other | summary,decision | approved@- - | ",
            "302 Planstrategi 2020 [-] other | summary,recommendation,decision,decision | recommended@Social og Sundhed 2020-01-06; recommended@Social og Sundhed 2020-01-06; approved@- - | ",
        ],
    );
}

#[test]
fn text_that_is_no_minutes_gives_no_items() {
    let meeting = meeting(&text(
        "Nyhedsbrev om klagesager\n\nI 2019 blev 12 sager omgjort.\n\n1. Fald i klager\n2. Stigning i omgørelser\n\nLæs mere den 8. maj 2019 i avisen.",
    ));
    assert!(meeting.items.is_empty(), "{:?}", meeting.items);
    assert_eq!(meeting.kind, DocumentKind::Unknown);
}

#[test]
fn an_item_is_found_by_any_place_in_it() {
    let document = text(FIRST_AGENDA);
    let meeting = meeting(&document);
    let at = |words: &str| item_at(&meeting, document.text.find(words).unwrap() as u32);
    assert_eq!(at("Mødested"), None);
    assert_eq!(at("Punkt 1: JV"), Some(0));
    assert_eq!(at("Fuldtidspersoner"), Some(1));
    assert_eq!(at("Der var intet"), Some(3));
    assert_eq!(item_at(&meeting, u32::MAX), None);
}

#[test]
fn a_synonym_in_the_word_list_is_understood() {
    let source = "Jobudvalget\n14-05-2024\nPunkt 1: Plan\nSagsoverblik\nEn plan.\nBeslutning\nNikket igennem.";
    let before = meeting(&text(source));
    assert_eq!(before.items[0].decisions[0].kind, DecisionKind::Other);
    let asset = crate::data::minutes::SOURCE
        .replacen("\"sagsfremstilling\"", "\"sagsfremstilling\", \"sagsoverblik\"", 1)
        .replacen("phrases: [\"godkendt\"", "phrases: [\"nikket igennem\", \"godkendt\"", 1);
    let words = Words::parse(&asset).unwrap();
    let after = with_words(&text(source), &words);
    assert_eq!(after.items[0].sections[0].title, "Sagsoverblik");
    assert_eq!(after.items[0].decisions[0].kind, DecisionKind::Approved);
}
