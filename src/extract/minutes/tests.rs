//! Whole minutes, invented, in the layouts that municipalities use.

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
fn drupal_page() {
    check(
        "Socialudvalget - 11-01-2021\n\nReferat\nUdvalg:\nDato:\nMandag, 11 januar, 2021 - 19:00\nHent som fil:\nLokation:\n\
         1. Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\nFraværende:\n\nIngen\n\n2. Status på klagesager\n\nResume\n\n\
         Der er fire trin:\n1. Klage\n2. Genvurdering\n\nSagsfremstilling\n\nStatus gives.\n\nSagen afgøres af\n\nSocialudvalget\n\n\
         Beslutning\n\nTil efterretning.\n\nFraværende:\n\nAnne Holm",
        &[
            "Socialudvalget | 2021-01-11 19:00 | - | minutes | + | -Anne Holm",
            "1 Godkendelse af dagsorden [-] approval | decision | approved@Socialudvalget 2021-01-11 | ",
            "2 Status på klagesager [-] information | summary,presentation,competence,decision | noted@Socialudvalget 2021-01-11 | ",
        ],
    );
}

#[test]
fn case_number_before_the_title() {
    check(
        "Dagsordener og referater\n\nUdvalg: Jobudvalget\nMødedato: 23. januar 2013\nMødested: C3.40\n\nDagsordenpunkter\n\n\
         Sagsnr.: 00.00.00-P19-1719-10 Sagsbehandler: Anne Holm\n\nNøgletal på jobområdet\n\nDIR\nJOB\nBYR\n \nx\n\n\
         Øvrige sagsbehandlere: -\n\nSagsresume\n\nUdviklingen følges.\n\nIndstilling\n\nDirektøren indstiller,\nat sagen drøftes.\n\n\
         Beslutning\n\nDrøftet.\n\nSagsnr.: 27.42.00-G01-3-14 Sagsbehandler: Bo Lund\n\nTilsyn på plejecentre\n\nDIR\nJOB\n\n\
         Sagsresume\n\nTilsyn er ført.\n\nBeslutning\n\nTaget til efterretning.\n\nBilag\n\nTilsynsrapport",
        &[
            "Jobudvalget | 2013-01-23 - | C3.40 | minutes | + | -",
            "- Nøgletal på jobområdet [00.00.00-P19-1719-10] other | summary,recommendation,decision | discussed@Jobudvalget 2013-01-23 | ",
            "- Tilsyn på plejecentre [27.42.00-G01-3-14] other | summary,decision,attachments | noted@Jobudvalget 2013-01-23 | Tilsynsrapport",
        ],
    );
}

#[test]
fn single_item_that_names_the_meeting_only_in_its_decision() {
    check(
        "Nr.64 - Danmarkskort for 2018\n\nSagsnr.: 19/15731\n\nAnne Holm (V), Bo Lund (B)\n\nBeslutningstema\n\nUdvalget orienteres.\n\n\
         Sagsfremstilling og økonomi\n\nTallene er kendt.\n\nKompetence\n\nByrådet\n\nBeslutning i Børneudvalget (2018-2021) den 03-09-2019\n\n\
         Anbefales.\n\nBeslutning i Social- og Seniorudvalget (2018-2021) den 05-09-2019\n\nTaget til efterretning.",
        &[
            "Social- og Seniorudvalget | 2019-09-05 - | - | minutes | + | -Anne Holm (V), Bo Lund (B)",
            "64 Danmarkskort for 2018 [19/15731] other | summary,presentation,competence,decision,decision | recommended@Børneudvalget 2019-09-03; noted@Social- og Seniorudvalget 2019-09-05 | ",
        ],
    );
}

#[test]
fn several_numbered_items_with_a_member_list() {
    check(
        "01-10-2018 kl. 18:00\nByrådssalen\n\nMedlemmer\n\nAnne Holm (A)\n\nBo Lund (A) Stedfortræder for Ida Bæk (A)\n\nAfbud\n\nIda Bæk (A)\n\n\
         Nr.143 - Godkendelse af dagsorden\n\nIda Bæk (A), Per Skov (A)\n\nBeslutning i Byrådet (18-21) den 01-10-2018\n\nDagsordenen blev godkendt.\n\n\
         Nr.144 - 2. behandling af budget 2019-2022\n\nSagsnr.: 18/24758\n\n \nIda Bæk (A)\n\nBeslutningstema\n\nVedtagelse af budgettet.\n\n\
         Beslutning i Byrådet (18-21) den 01-10-2018\n\nGodkendt.",
        &[
            "Byrådet | 2018-10-01 18:00 | Byrådssalen | minutes | +Anne Holm (A), Bo Lund (A) | -Ida Bæk (A), Per Skov (A)",
            "143 Godkendelse af dagsorden [-] approval | decision | approved@Byrådet 2018-10-01 | ",
            "144 2. behandling af budget 2019-2022 [18/24758] other | summary,decision | approved@Byrådet 2018-10-01 | ",
        ],
    );
}

#[test]
fn single_page_of_the_capital() {
    check(
        "Mødedato: 22.04.2021, kl. 17:30\nMødested: Rådhuset, 1. sal\n\nDanmarkskort over omgjorte afgørelser\n\nSe alle bilag\n\n\
         Udvalget skal drøfte kortet.\n\nIndstilling\n\nSocialforvaltningen indstiller,\n\n1. at Socialudvalget drøfter kortet.\n\nProblemstilling\n\n\
         Mange sager omgøres.\n\nLøsning\n\nEn plan.\n\nØkonomi\n\nIngen.\n\nVidere proces\n\nIngen.\n\nBeslutning\n\n\
         Indstillingen blev godkendt uden afstemning.",
        &[
            "- | 2021-04-22 17:30 | Rådhuset, 1. sal | minutes | + | -",
            "- Danmarkskort over omgjorte afgørelser [-] other | recommendation,summary,presentation,economy,schedule,decision | approved@- 2021-04-22 | ",
        ],
    );
}

#[test]
fn labels_above_their_values_and_a_glued_first_heading() {
    check(
        "UDVALG\n\nUdvalget for Ældre\n\nMØDE\n\nReferat\n\nSTED\n\nMødelokale 0.13 - Kanalgade 2\n\nSTARTTIDSPUNKT\n\n19-11-2019 16:45:00\n\n\
         SLUTTIDSPUNKT\n\n19-11-2019 19:45:00\n\n\nPUNKTER\n\n1. Godkendelse af dagsorden\n2. Beslutning om støtte\n3. Evt.1. Godkendelse af dagsorden\n\n\
         Godkendelse af dagsorden\n\nSagsgang og sagstype\n\nUdvalget for Ældre\n\nBeslutningssag\n\nIndstilling\n\nAdministrationen indstiller, at:\n\n\
         1. dagsordenen godkendes.\n\nBeslutning i Udvalget for Ældre den 19-11-2019\n\nGodkendt\n\n2. Beslutning om støtte\n\nBeslutning om støtte\n\
         Sagsgang og sagstype\n\nUdvalget for Ældre, Økonomiudvalget\nBeslutningssag\n\nBeskrivelse af sagen\n\nTekst.\n\n\
         Beslutning i Udvalget for Ældre den 19-11-2019\n\nUdsættes\n\n3. Evt.\n\nEvt.\n\nBeslutning i Udvalget for Ældre den 19-11-2019\n\nIntet",
        &[
            "Udvalget for Ældre | 2019-11-19 16:45 | Mødelokale 0.13 - Kanalgade 2 | minutes | + | -",
            "1 Godkendelse af dagsorden [-] approval | competence,recommendation,decision | approved@Udvalget for Ældre 2019-11-19 | ",
            "2 Beslutning om støtte [-] decision | competence,presentation,decision | deferred@Udvalget for Ældre 2019-11-19 | ",
            "3 Evt. [-] any_other_business | decision | nothing@Udvalget for Ældre 2019-11-19 | ",
        ],
    );
}

#[test]
fn case_lines_without_titles() {
    check(
        "Beslutningsprotokol\n\nonsdag den 11. august 2021 kl. 09:00\n\nMødested: Lokale 412, Søvej\nUdvalg: Teknikudvalget\n\
         Medlemmer: Anne Holm, Bo Lund\nBemærkninger:\nUdskriv hele dagsordnen\n  • Udskriv\n    Sagsid.: 20/33839, Sagsinitialer: AGVA\n\n\
         Sagsfremstilling\n\n• Teknikudvalget\n\nIndstilling\n\nPlan indstiller,\n\nat dagsorden godkendes.\n\nBeslutning Teknikudvalget den 11-08-2021\n\n\
         Godkendt.\n\n  • Udskriv\n    Sagsid.: 20/35762, Sagsinitialer: OLD\n\nSagsfremstilling\n\nTillæg.\n\nBeslutning Teknikudvalget den 11-08-2021\n\n\
         Anbefales.\n\nAfbud: Bo Lund.",
        &[
            "Teknikudvalget | 2021-08-11 09:00 | Lokale 412, Søvej | minutes | +Anne Holm | -Bo Lund",
            "- ? [20/33839] other | presentation,recommendation,decision | approved@Teknikudvalget 2021-08-11 | ",
            "- ? [20/35762] other | presentation,decision | recommended@Teknikudvalget 2021-08-11 | ",
        ],
    );
}

#[test]
fn open_items_listed_with_their_state() {
    check(
        "Referat\nKommunalbestyrelsen\n28-01-2015 kl. 18:00\nkommunalbestyrelsessalen, Havnevej 26, Østby\nDagsordenspunkter\n\n  åbent 1 Fraværende\n  \
         åbent 2 Plan for 2015\n  åbent 3 Orientering fra formanden\n\n\nTil indholdsfortegnelse\n\n Åbent  punkt\n\n 1  Fraværende\n\n85.02.02G00-0011\n\n\
         Behandling\n\nMødedato\n\nÅbent punkt\n\nLukket punkt\n\nKommunalbestyrelsen\n\n28-01-2015\n\n1\n\n\nFraværende\n\nAnne Holm, Bo Lund.\n\n\
         Til indholdsfortegnelse\n\n Åbent  punkt\n\n 2  Plan for 2015\n\n00.01.00P00-0012\n\nHvem beslutter\n\nKommunalbestyrelsen beslutter.\n\n\
         Resumé\n\nPlanen.\n\nKommunalbestyrelsen, den 28. januar 2015:\n\nGodkendt.\n\n Åbent  punkt\n\n 3  Orientering fra formanden\n\n\
         00.01.00P00-0013\n\nKommunalbestyrelsen, den 28. januar 2015:\n\nTaget til efterretning.",
        &[
            "Kommunalbestyrelsen | 2015-01-28 18:00 | kommunalbestyrelsessalen, Havnevej 26, Østby | minutes | + | -Anne Holm, Bo Lund",
            "1 Fraværende [85.02.02G00-0011] other |  |  | ",
            "2 Plan for 2015 [00.01.00P00-0012] other | competence,summary,decision | approved@Kommunalbestyrelsen 2015-01-28 | ",
            "3 Orientering fra formanden [00.01.00P00-0013] announcements | decision | noted@Kommunalbestyrelsen 2015-01-28 | ",
        ],
    );
}

#[test]
fn items_known_only_by_their_sections() {
    check(
        "Referat\nErhvervs- og Jobudvalget onsdag den 6. marts 2024 kl. 19.00\n\nMødelokale Bjerget, Rådhuset\n\nSagsfremstilling\n\nStudieturen er aflyst.\n\n\
         Beslutning\n\nFormanden orienterede om et besøg.\n\nTil efterretning.\n\nSagsfremstilling\n\nMålgrupper gennemgås.\n\nIndstilling\n\n\
         at udvalget tager orienteringen til efterretning.\n\nBeslutning\n\nTiltrådt.\n\nBeslutningskompetence\n\nErhvervs- og Jobudvalget.\n\nBilag\n\n\
         Beslutningstema\n\nEn strategi.\n\nSagsfremstilling\n\nUdvalget har peget på fire områder.\n\nBeslutning\n\nTiltrådt.",
        &[
            "Erhvervs- og Jobudvalget | 2024-03-06 19:00 | Mødelokale Bjerget, Rådhuset | minutes | + | -",
            "- ? [-] other | presentation,decision | noted@Erhvervs- og Jobudvalget 2024-03-06 | ",
            "- ? [-] other | presentation,recommendation,decision,competence,attachments | adopted@Erhvervs- og Jobudvalget 2024-03-06 | ",
            "- ? [-] other | summary,presentation,decision | adopted@Erhvervs- og Jobudvalget 2024-03-06 | ",
        ],
    );
}

#[test]
fn committee_first_and_a_date_after_a_bullet() {
    check(
        "Økonomiudvalget\nReferat • 19. august 2025 kl. 15.30\nIndhold\nBeslutning i Økonomiudvalget den 19-08-2025\nDagsorden godkendt.\n\
         Beslutningstema\nBudgetnotat som grundlag for budget.\nIndstilling\nDirektionen indstiller, at\n- notatet tages til efterretning.\n\
         Beslutning i Økonomiudvalget den 19-08-2025\nIndstillingen godkendt.",
        &[
            "Økonomiudvalget | 2025-08-19 15:30 | - | minutes | + | -",
            "- ? [-] other | decision | approved@Økonomiudvalget 2025-08-19 | ",
            "- ? [-] other | summary,recommendation,decision | approved@Økonomiudvalget 2025-08-19 | ",
        ],
    );
}

#[test]
fn committee_named_only_in_the_course_of_the_case() {
    check(
        "17. maj 2022\n\nDeltagere:\n\n • Anne Holm (A)\n • Bo Lund (V)\n\n59. Godkendelse af dagsorden\n\nUdskriv\n\nSagstema\n\nGodkendelse.\n\n\
         Redegørelse\n\nSom første punkt.\n\nRetsgrundlag\n\n§ 5\n\nHøring og sagsgang\n\nBørne- og Familieudvalget den 17. maj 2022\n\nIndstilling\n\n\
         Til godkendelse.\n\nBeslutning\n\nGodkendt.\n\nFraværende i Børne- og Familieudvalget, 17. maj 2022:\n\nBo Lund\n\nTil toppen\n\n\
         60. Meddelelser\n\nUdskriv\n\nSagstema\n\n 1. Udvalgsformand\n 1. Forvaltningen\n\nBeslutning\n\nAd 1.a. Der aftales et møde.\n\nTil toppen",
        &[
            "Børne- og Familieudvalget | 2022-05-17 - | - | minutes | +Anne Holm (A) | -Bo Lund",
            "59 Godkendelse af dagsorden [-] approval | summary,presentation,legal_basis,hearing,recommendation,decision | approved@Børne- og Familieudvalget 2022-05-17 | ",
            "60 Meddelelser [-] announcements | summary,decision | other@Børne- og Familieudvalget 2022-05-17 | ",
        ],
    );
}

#[test]
fn numbered_page_with_a_course_of_bodies() {
    check(
        "Vi bruger cookies på siden.\n\nByrådet - Referat\n\nDato: 29. januar 2020\nLokale: Byrådssalen, Østby Rådhus\nTidspunkt: Kl. 19:00\n\n\n\
         Indholdsfortegnelse1. Fraværende\n\n\nResume\n\nSagsforløb: BY\n\nSagsfremstilling\n\nDer er afbud fra Anne Holm og Bo Lund.\n\n\
         Beslutning\n\nAnne Holm og Bo Lund.\n\nTil toppen\n\n\n2. Stedfortrædere\n\n\nResume\n\nSagsforløb: BY\n\nPersonale\n\nIngen.\n\nBeslutning\n\n\
         Ida Bæk godkendt\n\nAnne Holm og Bo Lund var fraværende.\n\nTil toppen",
        &[
            "Byrådet | 2020-01-29 19:00 | Byrådssalen, Østby Rådhus | minutes | + | -Anne Holm, Bo Lund",
            "1 Fraværende [-] other | summary,presentation,decision | other@Byrådet 2020-01-29 | ",
            "2 Stedfortrædere [-] other | summary,other,decision | approved@Byrådet 2020-01-29 | ",
        ],
    );
}

#[test]
fn bulleted_headings_of_a_web_page() {
    check(
        "Socialudvalget - Referat fra mødet den 17-01-2019\n\nReferat\n\n  • 1 Præsentation af koordinatoren\n    • Resume\n\n      På mødet.\n\n\
             • Indstilling\n\n      Direktøren indstiller\n\n      1. at orienteringen tages til efterretning.\n\n    • Beslutning i Socialudvalget den 17-01-2019\n\n\
               Socialudvalget tog orienteringen til efterretning.\n\n    • Sagsfremstilling\n\n      Historik\n\n      Udvalget besluttede 18. juni 2014 (sag nr. 8), at det sker.\n\n\
           • 2 Eventuelt\n    • Beslutning i Socialudvalget den 17-01-2019\n\n      Intet.",
        &[
            "Socialudvalget | 2019-01-17 - | - | minutes | + | -",
            "1 Præsentation af koordinatoren [-] other | summary,recommendation,decision,presentation,earlier_decisions | noted@Socialudvalget 2019-01-17 | ",
            "2 Eventuelt [-] any_other_business | decision | nothing@Socialudvalget 2019-01-17 | ",
        ],
    );
}

#[test]
fn title_and_case_with_groups_of_closed_cases() {
    check(
        "Referat for Job- og Vækstudvalget møde den 8. juni 2016\n\nMøde:\nJob- og Vækstudvalget\nMødetid:\n8. juni 2016 kl. 08:00\nTilstede:\nAnne Holm\n\
         Bo Lund\nFraværende:\nIda Bæk\n\nÅBNE SAGER\n\n178. Nøgletal maj 2016\nSagsnr.: 2016-001340\nSagsbehandler: Per Skov\n\nPræsentation:\n\nTal.\n\n\
         Forvaltningen foreslår:\n\n  • At orienteringen tages til efterretning.\n\nBeslutning:\n\nOrienteringen blev taget til efterretning.\n\n\
         LUKKEDE SAGER\n\n179. Personsag\nSagsnr.: 2016-001341\nSagsbehandler: Per Skov\n",
        &[
            "Job- og Vækstudvalget | 2016-06-08 08:00 | - | minutes | +Anne Holm, Bo Lund | -Ida Bæk",
            "178 Nøgletal maj 2016 [2016-001340] other | presentation,recommendation,decision | noted@Job- og Vækstudvalget 2016-06-08 | ",
            "179 (lukket) Personsag [2016-001341] other |  | closed@Job- og Vækstudvalget 2016-06-08 | ",
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
