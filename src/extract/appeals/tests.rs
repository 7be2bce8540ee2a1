//! Sentences as minutes write them, each with the figures that it states.

use crate::extract::extract;

/// The figures of a text under a plain first page: place, period, scope, measure, value; `?` marks one in doubt.
fn stated(text: &str) -> Vec<String> {
    let page = format!("Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen\n{text}\n");
    let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
    let figures = extract(&document).figures;
    figures
        .iter()
        .map(|f| {
            let place = f.place.as_ref().map_or("-", |place| place.as_str());
            let period = f.period.map_or("-".to_owned(), |period| period.to_string());
            let doubt = if f.is_certain() { "" } else { "?" };
            format!("{place} {period} {} {} {}{doubt}", f.scope, f.measure.key(), f.value)
        })
        .collect()
}

#[test]
fn sentences_state_their_figures() {
    for (text, expected) in [
        (
            "Stadfæstelsesprocenten var 73 i 2021 og 70 i 2020.",
            vec!["Greve 2021 Alle upheld_rate 73", "Greve 2020 Alle upheld_rate 70"],
        ),
        (
            "Omgørelsesprocenten for serviceloven (29 procent) og aktivloven (33 procent) i 2021.",
            vec!["Greve 2021 SEL reversal_rate 29", "Greve 2021 LAS reversal_rate 33"],
        ),
        (
            "Omgørelsesprocenten i Greve (27 pct.) er i 2021 lavere end landsgennemsnittet (31 pct.).",
            vec!["Greve 2021 Alle reversal_rate 27", "Hele landet 2021 Alle reversal_rate 31"],
        ),
        (
            "I 2021 blev 16 af 60 sager efter sygedagpengeloven omgjort af Ankestyrelsen.",
            vec!["Greve 2021 SDP reversed 16", "Greve 2021 SDP decided 60"],
        ),
        (
            "I 2021 blev ingen af de 7 sager, som Ankestyrelsen afgjorde, hjemvist.",
            vec!["Greve 2021 Alle remanded 0", "Greve 2021 Alle decided 7"],
        ),
        (
            "Efter aktivloven var omgørelsesprocenten uændret 17 procent i både 2020 og 2021.",
            vec!["Greve 2020 LAS reversal_rate 17", "Greve 2021 LAS reversal_rate 17"],
        ),
        (
            "Ankestyrelsen afgjorde 9 sager i 2021 inden for Udvalget for Børn og Unges område.",
            vec!["Greve 2021 Udvalget for Børn og Unge decided 9"],
        ),
        (
            "Ankestyrelsen afgjorde 40 sager i 2021. Heraf hører 12 sager under Børne- og Skoleudvalget.",
            vec!["Greve 2021 Alle decided 40", "Greve 2021 Børne- og Skoleudvalget decided 12"],
        ),
        (
            "Ankestyrelsen behandlede 44 sager i 2021 mod 51 i 2020.",
            vec!["Greve 2021 Alle decided 44", "Greve 2020 Alle decided 51"],
        ),
        (
            "Ankestyrelsen har i perioden 1. juli 2020 til 30. juni 2021 afgjort 47 sager.",
            vec!["Greve 2020-07..2021-06 Alle decided 47"],
        ),
        ("Ved udgangen af 2021 verserede 41 sager i Ankestyrelsen.", vec!["Greve 2021 Alle pending 41"]),
        ("Ankestyrelsen havde i 2021 ingen sager om § 96.", vec!["Greve 2021 SEL § 96 decided 0"]),
    ] {
        assert_eq!(stated(text), expected, "{text}");
    }
}

#[test]
fn numbers_of_something_else_are_no_figures() {
    for text in [
        "Har en kommune for eksempel 10 sager, og bliver de 4 omgjort, er omgørelsesprocenten 40.",
        "Sådan regnes den: Antag, at 30 sager er stadfæstet og 5 ændret i 2021.",
        "Det er målet i 2021, at ingen sager afvises af Ankestyrelsen.",
        "Klagerne behandles ikke af Ankestyrelsen, men af kommunen selv: 44 klager i 2021, hvoraf 12 blev hjemvist.",
        "Socialforvaltningen har i 2021 truffet ca. 9.000 afgørelser efter serviceloven.",
        "Kommunen har i 2021 truffet nye afgørelser i 20 af de hjemviste sager.",
        "Kommunen har i 2021 genbehandlet de 8 sager og givet borgeren medhold i 3.",
        "Én familie har i 2021 klaget fire gange over den samme bevilling.",
        "I 2021 svarede 78 % (412 ud af 528 borgere), at de forstod brevet.",
        "Der blev givet 212 sanktioner i 2021, og 9 af dem er siden frafaldet.",
        "I 2021 er andelen af sygemeldte, der vender tilbage, steget fra 71 til 74 procent.",
    ] {
        assert_eq!(stated(text), Vec::<String>::new(), "{text}");
    }
}

/// A sentence that goes on with the rate before it is trusted only where no other noun may be what its number is of.
#[test]
fn a_rate_without_its_word_may_be_another() {
    for (text, last) in [
        ("Tilsvarende ligger Køge på 35 procent.", "Køge 2021 Alle reversal_rate 35"),
        ("I Køge er budgettet 35 procent.", "Køge 2021 Alle reversal_rate 35?"),
    ] {
        let found = stated(&format!("Omgørelsesprocenten var 27 procent i 2021 i Greve. {text}"));
        assert_eq!(found.last().map(String::as_str), Some(last), "{text}");
    }
}
