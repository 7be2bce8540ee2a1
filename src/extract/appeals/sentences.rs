//! Sentences as clerks write them, with the figures that they state: constructions that go over more than one file.

#[cfg(test)]
mod tests {
    use super::super::bind::tests::stated;

    fn compare(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            assert_eq!(stated(text), *expected, "{text}");
        }
    }

    #[test]
    fn bodies_and_numbers_that_are_not_the_board_s() {
        compare(&[
            ("Midttrafik har i 2021 modtaget 45 klager over kørsel. Af dem fik borgeren medhold i 20.", &[]),
            ("Midttrafik har i 2021 kørt 2.914 ture. Der er indkommet 11 klager, heraf fik borgeren medhold i 4.", &[]),
            ("Socialtilsynet har i 2021 behandlet tre klager over et botilbud.", &[]),
            ("Familieafdelingen har i 2021 modtaget 45 klager.", &["Greve 2021 Familieafdelingen received 45"]),
            ("Ankestyrelsen har i 2021 desuden behandlet fire sager af egen drift.", &[]),
            (
                "Ankestyrelsen afgjorde 31 klager i 2021. Børneudvalget har truffet 12 afgørelser om anbringelse, og \
                 Ankestyrelsen er klageinstans.",
                &["Greve 2021 Alle decided 31"],
            ),
            ("2 Omgørelsesprocenter på socialområdet 2021", &[]),
            (
                "Der er i 2021 truffet ca. 6.200 afgørelser på området, så det er kun 2 pct. af afgørelserne, der er behandlet af \
                 Ankestyrelsen.",
                &[],
            ),
            (
                "På landsplan er omgørelsesprocenten 29 i 2021, hvor den i 2020 var 31.",
                &["Hele landet 2021 Alle reversal_rate 29", "Hele landet 2020 Alle reversal_rate 31"],
            ),
        ]);
    }

    #[test]
    fn the_year_before_is_told_of_more_than_once() {
        compare(&[
            (
                "Ankestyrelsen afgjorde 48 sager i 2021. Det var 35 i 2020. Ud af de 48 sager blev 40 stadfæstet og 8 hjemvist. \
                 Omgørelsesprocenten var 17.",
                &[
                    "Greve 2021 Alle decided 48",
                    "Greve 2020 Alle decided 35",
                    "Greve 2021 Alle decided 48",
                    "Greve 2021 Alle upheld 40",
                    "Greve 2021 Alle remanded 8",
                    "Greve 2021 Alle reversal_rate 17",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 48 sager i 2021. I 2020 var det 35 og i 2019 48. Af de 48 sager blev 40 stadfæstet.",
                &[
                    "Greve 2021 Alle decided 48",
                    "Greve 2020 Alle decided 35",
                    "Greve 2019 Alle decided 48",
                    "Greve 2021 Alle decided 48",
                    "Greve 2021 Alle upheld 40",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 48 sager i 2021. I 2020 var tallet 35. De 35 sager fordelte sig med 30 stadfæstelser og \
                 5 hjemvisninger.",
                &[
                    "Greve 2021 Alle decided 48",
                    "Greve 2020 Alle decided 35",
                    "Greve 2020 Alle decided 35",
                    "Greve 2020 Alle upheld 30",
                    "Greve 2020 Alle remanded 5",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 31 klager i 2021. Året før afgjorde den 40 klager. Heraf blev 22 stadfæstet. Året før blev 8 \
                 sager hjemvist.",
                &[
                    "Greve 2021 Alle decided 31",
                    "Greve 2020 Alle decided 40",
                    "Greve 2020 Alle upheld 22",
                    "Greve 2020 Alle remanded 8",
                ],
            ),
            (
                "Omgørelsesprocenten er 30 i 2021. Året før var den 28. Året før var landsgennemsnittet 36.",
                &[
                    "Greve 2021 Alle reversal_rate 30",
                    "Greve 2020 Alle reversal_rate 28",
                    "Hele landet 2020 Alle reversal_rate 36",
                ],
            ),
            (
                "Omgørelsesprocenten er 30 i 2021. Året før var den 28. Året før var den 26.",
                &[
                    "Greve 2021 Alle reversal_rate 30",
                    "Greve 2020 Alle reversal_rate 28",
                    "Greve 2019 Alle reversal_rate 26",
                ],
            ),
        ]);
    }

    #[test]
    fn numbers_go_on_with_those_before() {
        compare(&[
            (
                "Omgørelsesprocenten for 1.-3. kvartal 2021 er 26 mod 29 i samme periode sidste år.",
                &["Greve 2021-Q1..Q3 Alle reversal_rate 26", "Greve 2020-Q1..Q3 Alle reversal_rate 29"],
            ),
            (
                "I 2021 havde Køge en omgørelsesprocent på 34. I Region Sjælland var gennemsnittet ca. 31.",
                &["Køge 2021 Alle reversal_rate 34", "Region Sjælland 2021 Alle reversal_rate 31"],
            ),
            (
                "Omgørelsesprocenten for kommunen var 34 i 2021 mod 37 i 2020. På landsplan var den 29 begge år.",
                &[
                    "Greve 2021 Alle reversal_rate 34",
                    "Greve 2020 Alle reversal_rate 37",
                    "Hele landet 2021 Alle reversal_rate 29",
                    "Hele landet 2020 Alle reversal_rate 29",
                ],
            ),
            (
                "Ankestyrelsen modtog 88 klager i 2021 og traf afgørelse i 74 sager. I 2020 var tallene henholdsvis 91 og 95.",
                &[
                    "Greve 2021 Alle received 88",
                    "Greve 2021 Alle decided 74",
                    "Greve 2020 Alle received 91",
                    "Greve 2020 Alle decided 95",
                ],
            ),
            (
                "I 2021 blev 30 (75 pct.) stadfæstet, seks (15 pct.) hjemvist og fire (10 pct.) afvist.",
                &[
                    "Greve 2021 Alle upheld 30",
                    "Greve 2021 Alle upheld_rate 75",
                    "Greve 2021 Alle remanded 6",
                    "Greve 2021 Alle remanded_rate 15",
                    "Greve 2021 Alle dismissed 4",
                    "Greve 2021 Alle dismissed_rate 10",
                ],
            ),
        ]);
    }

    #[test]
    fn what_stands_beside_or_above_says_which_number_it_is() {
        compare(&[
            (
                "I 2021 blev 78 pct. af afgørelserne efter aktivloven stadfæstet (2020: 75 pct., 2019: 77 pct.).",
                &["Greve 2021 LAS upheld_rate 78", "Greve 2020 LAS upheld_rate 75", "Greve 2019 LAS upheld_rate 77"],
            ),
            (
                "Omgørelsesprocenten i 2021 er 40 med udgangspunkt i 10 sager. Af de 10 sager blev 6 stadfæstet. De 10 sager blev behandlet på 8 uger.",
                &[
                    "Greve 2021 Alle reversal_rate 40",
                    "Greve 2021 Alle considered 10",
                    "Greve 2021 Alle considered 10",
                    "Greve 2021 Alle upheld 6",
                    "Greve 2021 Alle considered 10",
                ],
            ),
        ]);
        let table = |half: &str, rate: u32| {
            format!("{half}\n\nLov\tI alt\tOmgørelsesprocent\nAktivloven\t41\t{rate}\nSygedagpengeloven\t43\t18\n\n")
        };
        let text = format!(
            "{}{}Omgørelsesprocenten på aktivloven er faldet fra 35 til 19.",
            table("1. halvår 2021", 19),
            table("1. halvår 2020", 35)
        );
        let found = stated(&text);
        let last = ["Greve 2020-H1 LAS reversal_rate 35", "Greve 2021-H1 LAS reversal_rate 19"];
        assert_eq!(found[found.len() - 2..], last, "{found:?}");
    }

    #[test]
    fn numbered_titles_name_what_follows() {
        compare(&[
            (
                "1. Meddelelser\n\nIngen.\n\n2. Klager på ældreområdet\n\nI 2021 afgjorde Ankestyrelsen 31 klager.",
                &["Greve 2021 Alle decided 31?"],
            ),
            (
                "Kort nyt.\n\n2) Klager på børnehandicapområdet\n\nI 2021 afgjorde Ankestyrelsen 31 klager.",
                &["Greve 2021 SEL børnehandicap decided 31"],
            ),
            // The line that leads to a list stays under the year above.
            (
                "Året 2020\n\nI 2020 afgjorde Ankestyrelsen 31 klager.\n\nFordelt på lovgivning ser det sådan ud:\n\n\
                 Aktivloven: 4 sager. En stadfæstet, en ændret og to hjemvist.\n\n1. halvår 2021\n\n\
                 Ankestyrelsen har i 1. halvår 2021 afgjort 12 klager i 2021.",
                &[
                    "Greve 2020 Alle decided 31",
                    "Greve 2020 LAS decided 4",
                    "Greve 2020 LAS upheld 1",
                    "Greve 2020 LAS changed 1",
                    "Greve 2020 LAS remanded 2",
                    "Greve 2021-H1 Alle decided 12",
                ],
            ),
            // What the question asks about holds for the answer.
            (
                "Spørgsmål 1\n\nHvor mange klager efter serviceloven har Ankestyrelsen afgjort?\n\nSvar\n\n\
                 Ankestyrelsen afgjorde 31 klager i 2021.\n\nHeraf blev 20 stadfæstet i 2021.\n\nSpørgsmål 2\n\nHvor mange er der i alt?\n\nSvar\n\n\
                 Ankestyrelsen afgjorde 90 klager i 2021.",
                &["Greve 2021 SEL decided 31", "Greve 2021 SEL upheld 20", "Greve 2021 Alle decided 90"],
            ),
            (
                "Omgørelsesprocenten var 36 i 2020 og 38 i 2021. I hele landet var den i de samme år 32 og 35.",
                &[
                    "Greve 2020 Alle reversal_rate 36",
                    "Greve 2021 Alle reversal_rate 38",
                    "Hele landet 2020 Alle reversal_rate 32",
                    "Hele landet 2021 Alle reversal_rate 35",
                ],
            ),
            (
                "Omgørelsesprocenten på serviceloven var 33 i 2021.\n\nAnkestyrelsen afgjorde klager over merudgifter (§ 41), tabt \
                 arbejdsfortjeneste (§ 42) og aflastning (§ 52) med henholdsvis 5, 9 og 4 sager. Stadfæstet er 4, 5 og 3 sager, \
                 mens henholdsvis 1, 4 og 1 er hjemvist.",
                &[
                    "Greve 2021 SEL reversal_rate 33",
                    "Greve 2021 SEL § 41 decided 5",
                    "Greve 2021 SEL § 42 decided 9",
                    "Greve 2021 SEL § 52 decided 4",
                    "Greve 2021 SEL § 41 upheld 4",
                    "Greve 2021 SEL § 42 upheld 5",
                    "Greve 2021 SEL § 52 upheld 3",
                    "Greve 2021 SEL § 41 remanded 1",
                    "Greve 2021 SEL § 42 remanded 4",
                    "Greve 2021 SEL § 52 remanded 1",
                ],
            ),
            (
                "Vi ser på:\n\n1. Klager på ældreområdet\n2. Klager på børneområdet\n\nI 2021 afgjorde Ankestyrelsen 31 klager.",
                &["Greve 2021 Alle decided 31"],
            ),
            (
                "Budget 2022\n\nI 2021 afgjorde Ankestyrelsen 31 klager.\n\nFem klager blev hjemvist.",
                &["Greve 2021 Alle decided 31", "Greve 2021 Alle remanded 5"],
            ),
        ]);
    }

    #[test]
    fn sums_prove_what_no_word_says() {
        compare(&[
            (
                "I 2021 gav aktivloven anledning til 20 klager: 12 stadfæstelser, 3 ændringer og 5 hjemvisninger.",
                &[
                    "Greve 2021 LAS decided 20",
                    "Greve 2021 LAS upheld 12",
                    "Greve 2021 LAS changed 3",
                    "Greve 2021 LAS remanded 5",
                ],
            ),
            (
                "Klagerne efter aktivloven fylder: 20 i 2021 (26 i 2020). 12 er stadfæstet, 3 ændret og 5 hjemvist.",
                &[
                    "Greve 2021 LAS decided 20",
                    "Greve 2020 LAS decided 26",
                    "Greve 2021 LAS upheld 12",
                    "Greve 2021 LAS changed 3",
                    "Greve 2021 LAS remanded 5",
                ],
            ),
            // Not what the outcomes make: of something else.
            (
                "Klagerne efter aktivloven fylder: 24 i 2021. 12 er stadfæstet og 5 hjemvist.",
                &["Greve 2021 LAS upheld 12", "Greve 2021 LAS remanded 5"],
            ),
        ]);
    }

    #[test]
    fn what_was_counted_before_stays_what_it_was() {
        compare(&[
            (
                "I 2021 blev 71 sager behandlet, og 29 af dem blev omgjort. 24 af de 29 er hjemvisninger.",
                &[
                    "Greve 2021 Alle decided 71",
                    "Greve 2021 Alle reversed 29",
                    "Greve 2021 Alle remanded 24",
                    "Greve 2021 Alle reversed 29",
                ],
            ),
            (
                "Ankestyrelsen har i 2021 afgjort to sager efter aktivloven og én sag efter pensionsloven. Alle tre blev \
                 stadfæstet.",
                &["Greve 2021 LAS decided 2", "Greve 2021 PL decided 1", "Greve 2021 Alle upheld 3?"],
            ),
            (
                "I 2021 blev 30 procent af de sager fra Greve, som Ankestyrelsen behandlede efter serviceloven, lavet om. \
                 Året før var det 39 procent.",
                &["Greve 2021 SEL reversal_rate 30", "Greve 2020 SEL reversal_rate 39"],
            ),
            (
                "Ankestyrelsen har i 2021 stadfæstet 9 sager, hjemvist 4 sager og lavet 2 sager om.",
                &["Greve 2021 Alle upheld 9", "Greve 2021 Alle remanded 4"],
            ),
            (
                "Note: Solrød har ingen afgørelser på voksenhandicapområdet i 2021.",
                &["Solrød 2021 SEL voksenhandicap decided 0"],
            ),
        ]);
    }

    #[test]
    fn what_goes_on_is_of_the_same_kind() {
        compare(&[
            (
                "I 2021 er 4 ud af 15 realitetsbehandlede sager efter serviceloven omgjort (27 %), mens det for aktivloven \
                 er 3 ud af 8 realitetsbehandlede sager (38 %).",
                &[
                    "Greve 2021 SEL reversed 4",
                    "Greve 2021 SEL considered 15",
                    "Greve 2021 SEL reversal_rate 27",
                    "Greve 2021 LAS reversed 3",
                    "Greve 2021 LAS considered 8",
                    "Greve 2021 LAS reversal_rate 38",
                ],
            ),
            (
                "Stadfæstelsesprocenten er steget fra 71 procent i 2015 til 82 procent i 2019, mens den på landsplan er steget \
                 fra 76 til 79 procent i samme periode.",
                &[
                    "Greve 2015 Alle upheld_rate 71",
                    "Greve 2019 Alle upheld_rate 82",
                    "Hele landet 2015 Alle upheld_rate 76",
                    "Hele landet 2019 Alle upheld_rate 79",
                ],
            ),
            (
                "I 2021 blev 8 sager efter serviceloven hjemvist. Af de otte hjemviste sager drejer fem sig om § 42 (tabt \
                 arbejdsfortjeneste), to om § 41 (merudgifter) og én om § 84 (aflastning).",
                &[
                    "Greve 2021 SEL remanded 8",
                    "Greve 2021 SEL remanded 8",
                    "Greve 2021 SEL § 42 remanded 5",
                    "Greve 2021 SEL § 41 remanded 2",
                    "Greve 2021 SEL § 84 remanded 1",
                ],
            ),
            (
                "For 2021 er omgørelsesprocenten på serviceloven 34 og på barnets lov 50.",
                &["Greve 2021 SEL reversal_rate 34", "Greve 2021 BL reversal_rate 50"],
            ),
            (
                "Hvis man ser på nabokommunerne, er omgørelsesprocenten i 2021 for § 41 61 pct. i Lejre og 52 pct. i Køge.",
                &["Lejre 2021 SEL § 41 reversal_rate 61", "Køge 2021 SEL § 41 reversal_rate 52"],
            ),
            (
                "Stadfæstelsesprocenten er på landsplan i 2. halvår 2021 67, når de afviste sager regnes med.",
                &["Hele landet 2021-H2 Alle upheld_rate 67"],
            ),
            ("Ankestyrelsen er travl. 240 borgere fik målt blodtryk, og 37 blev henvist til egen læge.", &[]),
            (
                "Der er i 2021 modtaget fire klager, som alle er løst i forvaltningen og ikke er sendt videre til \
                 Ankestyrelsen.",
                &[],
            ),
        ]);
    }

    #[test]
    fn a_part_of_the_year_has_one_before_it() {
        compare(&[
            (
                "I 2. halvår 2021 afgjorde Ankestyrelsen 50 sager. I halvåret forinden var der afgjort 40 sager. Heraf blev 30 \
                 stadfæstet og 10 hjemvist.",
                &[
                    "Greve 2021-H2 Alle decided 50",
                    "Greve 2021-H1 Alle decided 40",
                    "Greve 2021-H1 Alle upheld 30",
                    "Greve 2021-H1 Alle remanded 10",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 21 sager i 1. kvartal 2021 mod 17 i kvartalet før.",
                &["Greve 2021-Q1 Alle decided 21", "Greve 2020-Q4 Alle decided 17"],
            ),
            (
                "I 2. kvartal 2021 blev 8 sager stadfæstet mod 6 i det foregående kvartal og 5 i samme kvartal året før.",
                &["Greve 2021-Q2 Alle upheld 8", "Greve 2021-Q1 Alle upheld 6", "Greve 2020-Q2 Alle upheld 5"],
            ),
            // Before which quarter?
            (
                "I 2021 afgjorde Ankestyrelsen 50 sager. I kvartalet før var der afgjort 17 sager.",
                &["Greve 2021 Alle decided 50", "Greve 2021 Alle decided 17?"],
            ),
            (
                "I 1. halvår 2021 er omgørelsesprocenten 28. Året før lå omgørelsesprocenten for første halvår på 31 procent.",
                &["Greve 2021-H1 Alle reversal_rate 28", "Greve 2020-H1 Alle reversal_rate 31"],
            ),
            (
                "I 1. halvår 2021 er omgørelsesprocenten 28. I første halvår året før lå den på 31 procent.",
                &["Greve 2021-H1 Alle reversal_rate 28", "Greve 2020-H1 Alle reversal_rate 31"],
            ),
            (
                "Omgørelsesprocenten er 29,8 i 2021. Året før var den 37,5 procent. På landsplan er omgørelsesprocenten i \
                 samme periode faldet fra 36,2 til 31,8 procent.",
                &[
                    "Greve 2021 Alle reversal_rate 29.8",
                    "Greve 2020 Alle reversal_rate 37.5",
                    "Hele landet 2020 Alle reversal_rate 36.2",
                    "Hele landet 2021 Alle reversal_rate 31.8",
                ],
            ),
        ]);
    }

    #[test]
    fn what_stands_beside_the_rate_is_no_part_of_it() {
        compare(&[
            (
                "I 2021 blev 90 sager afgjort af Ankestyrelsen. Flest klager ligger på serviceloven. Her har Ankestyrelsen \
                 afgjort 61 sager. 40 blev stadfæstet og 21 hjemvist.",
                &[
                    "Greve 2021 Alle decided 90",
                    "Greve 2021 SEL decided 61",
                    "Greve 2021 SEL upheld 40",
                    "Greve 2021 SEL remanded 21",
                ],
            ),
            (
                "Omgørelsesprocenten er 40 på børnehandicapområdet i 2021 mod 34 på landsplan. Da procenten fortsat ligger over \
                 landet, gennemgår afdelingen samtlige 11 omgjorte sager.",
                &[
                    "Greve 2021 SEL børnehandicap reversal_rate 40",
                    "Hele landet 2021 SEL børnehandicap reversal_rate 34",
                    "Greve 2021 SEL børnehandicap reversed 11",
                ],
            ),
        ]);
    }

    #[test]
    fn an_area_that_is_no_law_s_is_in_doubt() {
        let text = "2. Klager på ældreområdet\n\nAnkestyrelsen har i 2021 afgjort 9 sager på ældreområdet. 8 er stadfæstet, og 1 \
            er hjemvist.\n\nFordelt på halvår ser det sådan ud:\n1. halvår: 5 afgørelser, heraf 4 stadfæstet og 1 hjemvist efter \
            ny behandling i kommunen\n2. halvår: 4 afgørelser, heraf 4 stadfæstet\n\nHjælpemidler, § 112\nI alt 6 afgørelser i \
            2021. Fem er stadfæstet, og én er hjemvist.";
        let rows = stated(text);
        let paragraph = |row: &&String| row.contains("§ 112");
        assert!(rows.iter().filter(|row| !paragraph(row)).all(|row| row.ends_with('?')), "{rows:?}");
        let expected = ["decided 6", "upheld 5", "remanded 1"].map(|row| format!("Greve 2021 SEL § 112 {row}"));
        assert_eq!(rows.iter().filter(paragraph).cloned().collect::<Vec<_>>(), expected);
        // What a sentence says of all is of all.
        let text = "Klager på ældreområdet\n\nPå hele social- og beskæftigelsesområdet afgjorde Ankestyrelsen 90 sager i 2021.";
        assert_eq!(stated(text), ["Greve 2021 Alle decided 90"]);
    }

    #[test]
    fn what_others_chose_to_look_at_is_no_outcome() {
        compare(&[
            ("A. Ledelsestilsyn\n\nDer er fejl i handleplanen i fem sager i 2021.", &[]),
            (
                "Omgørelsesprocenten er 40 i 2021. Kommunen har aftalt et forløb med Task Force, der begynder til efteråret og \
                 omfatter 60 sager.",
                &["Greve 2021 Alle reversal_rate 40"],
            ),
            (
                "I 1. kvartal 2021 blev 12 sager stadfæstet. I 2. kvartal 2021 var der 19 afgjorte sager, og i 3. kvartal 2021 var \
                 der 27.",
                &["Greve 2021-Q1 Alle upheld 12", "Greve 2021-Q2 Alle decided 19", "Greve 2021-Q3 Alle decided 27"],
            ),
            (
                "Ankestyrelsen afgjorde 68 sager i 2021. 46 blev stadfæstet, 5 ændret og 17 hjemvist. Året før var tallet 83 \
                 sager.",
                &[
                    "Greve 2021 Alle decided 68",
                    "Greve 2021 Alle upheld 46",
                    "Greve 2021 Alle changed 5",
                    "Greve 2021 Alle remanded 17",
                    "Greve 2020 Alle decided 83",
                ],
            ),
        ]);
    }

    #[test]
    fn what_stands_over_or_beside_a_count_says_what_it_is() {
        compare(&[
            (
                "Fordelt på kvartaler i 2021 afgjorde Ankestyrelsen:\n1. kvartal 2021: 47 sager\n2. kvartal: 38 sager",
                &["Greve 2021-Q1 Alle decided 47", "Greve 2021-Q2 Alle decided 38"],
            ),
            (
                "Af de realitetsbehandlede sager i 2021 blev 41 procent omgjort på voksenhandicapområdet, mens det på \
                 børnehandicapområdet var 25 procent - nemlig to ud af otte sager.",
                &[
                    "Greve 2021 SEL voksenhandicap reversal_rate 41",
                    "Greve 2021 SEL børnehandicap reversal_rate 25",
                    "Greve 2021 SEL børnehandicap reversed 2",
                    "Greve 2021 SEL børnehandicap considered 8",
                ],
            ),
            (
                "I 2021 har Ankestyrelsen realitetsbehandlet 14 sager efter serviceloven, og fem af dem er omgjort. Det er 36 \
                 procent.",
                &["Greve 2021 SEL considered 14", "Greve 2021 SEL reversed 5", "Greve 2021 SEL reversal_rate 36"],
            ),
            // No share of these.
            (
                "I 2021 har Ankestyrelsen realitetsbehandlet 14 sager efter serviceloven, og fem af dem er omgjort. Det er 31 \
                 procent.",
                &["Greve 2021 SEL considered 14", "Greve 2021 SEL reversed 5"],
            ),
            (
                "Antallet af realitetsbehandlede sager i 2021 er 104. I 2021 omgjorde Ankestyrelsen 35 af de 104 sager.",
                &["Greve 2021 Alle considered 104", "Greve 2021 Alle reversed 35", "Greve 2021 Alle considered 104"],
            ),
            (
                "På børnehandicapområdet er omgørelsesprocenten faldet fra 45 i 2020 til 25 i 2021. Voksenhandicapområdet, der \
                 hører under Børne- og Ældreudvalget, gik den modsatte vej og steg i samme periode fra 31 til 40 procent.",
                &[
                    "Greve 2020 SEL børnehandicap reversal_rate 45",
                    "Greve 2021 SEL børnehandicap reversal_rate 25",
                    "Greve 2020 SEL voksenhandicap reversal_rate 31",
                    "Greve 2021 SEL voksenhandicap reversal_rate 40",
                ],
            ),
            (
                "Omgørelsesprocenten på serviceloven var 38 i 2021. I 2020 var den 52. Landsgennemsnittet er 36 procent.",
                &[
                    "Greve 2021 SEL reversal_rate 38",
                    "Greve 2020 SEL reversal_rate 52",
                    "Hele landet 2021 SEL reversal_rate 36",
                ],
            ),
        ]);
        let text = "Omgørelsesprocenten på serviceloven var 38 i 2021.\n\nHandicaprådets høringssvar\n\nI 2021 lå Køge på 31 \
            procent og Solrød på 33 procent.";
        assert!(stated(text).iter().all(|row| !row.ends_with('?')), "{:?}", stated(text));
    }

    #[test]
    fn what_is_left_out_labels_no_share() {
        compare(&[
            (
                "I 17 sager skulle kommunen i 2021 se på sagen igen, og i 6 fik borgeren ret, fordi Ankestyrelsen ændrede afgørelsen.",
                &["Greve 2021 Alle remanded 17", "Greve 2021 Alle changed 6"],
            ),
            (
                "I 2021 er 30 sager omgjort, og når der ses bort fra de 12 afviste sager, er det 27,4 procent.",
                &["Greve 2021 Alle reversed 30", "Greve 2021 Alle dismissed 12", "Greve 2021 Alle reversal_rate 27.4"],
            ),
            (
                "I 2021 blev 60 sager stadfæstet, og bortset fra de 12 afviste svarer det til 70 procent.",
                &["Greve 2021 Alle upheld 60", "Greve 2021 Alle dismissed 12", "Greve 2021 Alle upheld_rate 70"],
            ),
            (
                "I 2021 blev 60 procent stadfæstet, 30 procent hjemvist og 10 procent afvist. I 2020 var de tilsvarende andele 55, 33 og \
                 12 procent.",
                &[
                    "Greve 2021 Alle upheld_rate 60",
                    "Greve 2021 Alle remanded_rate 30",
                    "Greve 2021 Alle dismissed_rate 10",
                    "Greve 2020 Alle upheld_rate 55",
                    "Greve 2020 Alle remanded_rate 33",
                    "Greve 2020 Alle dismissed_rate 12",
                ],
            ),
        ]);
    }

    #[test]
    fn words_between_a_subject_and_its_number_change_nothing() {
        compare(&[
            (
                "Antallet af klager, Ankestyrelsen afgjorde, kendes. Antallet af afgjorte sager er samlet set faldet fra 86 i \
                 2020 til 51 i 2021.",
                &["Greve 2020 Alle decided 86", "Greve 2021 Alle decided 51"],
            ),
            ("Ankestyrelsen har talt. Antallet af afgjorte sager er, som ventet, 51.", &[]),
        ]);
    }

    #[test]
    fn numbers_in_words_count_by_where_they_stand() {
        compare(&[
            (
                "Ankestyrelsen har i 2021 ændret to og hjemvist fire, og én klage blev afvist.",
                &["Greve 2021 Alle changed 2", "Greve 2021 Alle remanded 4", "Greve 2021 Alle dismissed 1"],
            ),
            (
                "I 2021 blev 5 sager stadfæstet, mens den sidste blev afvist.",
                &["Greve 2021 Alle upheld 5", "Greve 2021 Alle dismissed 1"],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen fem sager efter aktivloven og fire efter pensionsloven.",
                &["Greve 2021 LAS decided 5", "Greve 2021 PL decided 4"],
            ),
            (
                "Ankestyrelsen ændrede i 2021 afgørelsen i 4 sager og sendte 7 tilbage.",
                &["Greve 2021 Alle changed 4", "Greve 2021 Alle remanded 7"],
            ),
            (
                "Sagerne efter aktivloven i 2021 har Ankestyrelsen stadfæstet alle sammen på nær én, der er hjemvist.",
                &["Greve 2021 LAS remanded 1"],
            ),
        ]);
    }

    #[test]
    fn what_was_said_before_goes_on() {
        compare(&[
            (
                "På børnehandicapområdet er omgørelsesprocenten 38 i 2021.\n\nFor de voksne går det bedre. Her er \
             omgørelsesprocenten 27 pct. 3 sager er stadfæstet.",
                &[
                    "Greve 2021 SEL børnehandicap reversal_rate 38",
                    "Greve 2021 SEL voksenhandicap reversal_rate 27",
                    "Greve 2021 SEL voksenhandicap upheld 3",
                ],
            ),
            (
                "På serviceloven er omgørelsesprocenten 38 i 2021. For de voksne går det bedre. Her er omgørelsesprocenten 27.",
                &["Greve 2021 SEL reversal_rate 38", "Greve 2021 SEL reversal_rate 27?"],
            ),
            (
                "I 1. halvår 2021 afgjorde Ankestyrelsen 15 sager efter barnets lov.\n\nEfter aktivloven blev der i 2020 afgjort 9 \
             sager.\n\nAf de 15 sager er 9 stadfæstet. Ankestyrelsen har hjemvist 6.",
                &[
                    "Greve 2021-H1 BL decided 15",
                    "Greve 2020 LAS decided 9",
                    "Greve 2021-H1 BL decided 15",
                    "Greve 2021-H1 BL upheld 9",
                    "Greve 2021-H1 BL remanded 6",
                ],
            ),
            (
                "Her er de klager, som Ankestyrelsen afgjorde i 2021. I alt var der 103, heraf blev 11 afvist. I 2020 var der 118.",
                &["Greve 2021 Alle decided 103", "Greve 2021 Alle dismissed 11", "Greve 2020 Alle decided 118"],
            ),
            (
                "- Omgørelsesprocenten efter serviceloven er 32 i 2021. Året før var den 40.\n- Landstallet er 37.",
                &[
                    "Greve 2021 SEL reversal_rate 32",
                    "Greve 2020 SEL reversal_rate 40",
                    "Hele landet 2021 SEL reversal_rate 37",
                ],
            ),
            (
                "I 2021 har Ankestyrelsen svaret på 25 klager efter serviceloven:\n\n- 21 stadfæstelser\n- 4 hjemvisninger",
                &["Greve 2021 SEL decided 25", "Greve 2021 SEL upheld 21", "Greve 2021 SEL remanded 4"],
            ),
            (
                "Ankestyrelsen skriver:\n\n\"Vi traf i 2021 afgørelse i 58 sager fra Greve Kommune. Vi omgjorde 27 af dem.\"",
                &["Greve 2021 Alle decided 58", "Greve 2021 Alle reversed 27"],
            ),
            (
                "Kommunen skal genvurdere hver afgørelse inden 4 uger. I 2021 blev 61 afgørelser ændret i den forbindelse.",
                &[],
            ),
        ]);
    }

    #[test]
    fn rates_have_bases_times_and_places() {
        for said in ["er i 2021 beregnet ud fra", "for 2021 bygger på", "for 2021 er opgjort på grundlag af i alt"] {
            let text = format!("Omgørelsesprocenten {said} 54 sager. 33 af dem er stadfæstet.");
            assert_eq!(stated(&text), ["Greve 2021 Alle considered 54", "Greve 2021 Alle upheld 33"], "{text}");
        }
        compare(&[
            (
                "I 2021 er omgørelsesprocenten 42,0 (2020: 38,6), og på landsplan er den 36,1.",
                &[
                    "Greve 2021 Alle reversal_rate 42",
                    "Greve 2020 Alle reversal_rate 38.6",
                    "Hele landet 2021 Alle reversal_rate 36.1",
                ],
            ),
            (
                "På landsplan blev 31 procent af sagerne omgjort i 2021. I 2020 var tallet 33 procent.",
                &["Hele landet 2021 Alle reversal_rate 31", "Hele landet 2020 Alle reversal_rate 33"],
            ),
            // Whose number: the nation's, or what the first sentence spoke of?
            (
                "Omgørelsesprocenten er 30 i 2021. På landsplan er den 31. I 2020 var tallet 33.",
                &[
                    "Greve 2021 Alle reversal_rate 30",
                    "Hele landet 2021 Alle reversal_rate 31",
                    "Greve 2020 Alle reversal_rate 33?",
                ],
            ),
            (
                "På børnehandicapområdet blev 6 ud af 16 sager omgjort i 2021, hvilket giver 37,5 procent mod 42 procent på \
                 landsplan.",
                &[
                    "Greve 2021 SEL børnehandicap reversed 6",
                    "Greve 2021 SEL børnehandicap considered 16",
                    "Greve 2021 SEL børnehandicap reversal_rate 37.5",
                    "Hele landet 2021 SEL børnehandicap reversal_rate 42",
                ],
            ),
            (
                "I 2021 havde kommunen en omgørelsesprocent på 40 på børnehandicapområdet (10 sager) mod 47 på landsplan.",
                &[
                    "Greve 2021 SEL børnehandicap reversal_rate 40",
                    "Greve 2021 SEL børnehandicap considered 10",
                    "Hele landet 2021 SEL børnehandicap reversal_rate 47",
                ],
            ),
            (
                "De 6 omgjorte sager på børnehandicapområdet i 2021 blev alle hjemvist.",
                &["Greve 2021 SEL børnehandicap reversed 6", "Greve 2021 SEL børnehandicap remanded 6"],
            ),
            (
                "Ankestyrelsen hjemviste 21 sager i 2021. I 13 af dem manglede der oplysninger, som burde være hentet, \
                 inden kommunen traf afgørelse.",
                &["Greve 2021 Alle remanded 21"],
            ),
            (
                "Afgørelser fra Ankestyrelsen efter serviceloven (afviste sager er ikke med):\n\n- 2020: 26 sager, heraf 9 \
                 omgjort\n- 2021: 31 sager, heraf 13 omgjort",
                &[
                    "Greve 2020 SEL considered 26",
                    "Greve 2020 SEL reversed 9",
                    "Greve 2021 SEL considered 31",
                    "Greve 2021 SEL reversed 13",
                ],
            ),
            (
                "De hjemviste sager i 2021 handler om boligindretning (2) og bilkøb (3).",
                &["Greve 2021 Alle remanded 2?"],
            ),
            ("Forvaltningen foreslår et pejlemærke om, at omgørelsesprocenten bringes ned på 30 i 2021.", &[]),
            (
                "Omgørelsesprocenten er 42,9 (seks ud af 14) i 2021.",
                &["Greve 2021 Alle reversal_rate 42.9", "Greve 2021 Alle reversed 6", "Greve 2021 Alle considered 14"],
            ),
            (
                "Omgørelsesprocenten var 38,5 pct. i 2020 (13 sager) og 47,1 pct. i 2021 (17 sager).",
                &[
                    "Greve 2020 Alle reversal_rate 38.5",
                    "Greve 2020 Alle considered 13",
                    "Greve 2021 Alle reversal_rate 47.1",
                    "Greve 2021 Alle considered 17",
                ],
            ),
            (
                "Kommunens omgørelsesprocent på 32 i 2021 skal ses i forhold til 2020, hvor den var 35.",
                &["Greve 2021 Alle reversal_rate 32", "Greve 2020 Alle reversal_rate 35"],
            ),
            (
                "Omgørelsesprocenten er i 2021 på to år faldet fra 41 til 29.",
                &["Greve 2019 Alle reversal_rate 41", "Greve 2021 Alle reversal_rate 29"],
            ),
            (
                "I 2021 havde Køge en omgørelsesprocent på 41 og Solrød en på 34 efter serviceloven.",
                &["Køge 2021 SEL reversal_rate 41", "Solrød 2021 SEL reversal_rate 34"],
            ),
            (
                "På børnehandicapområdet var omgørelsesprocenten i 2021 52 mod 44 på landsplan. På voksenhandicapområdet er \
             billedet omvendt med 27 procent mod 35.",
                &[
                    "Greve 2021 SEL børnehandicap reversal_rate 52",
                    "Hele landet 2021 SEL børnehandicap reversal_rate 44",
                    "Greve 2021 SEL voksenhandicap reversal_rate 27",
                    "Hele landet 2021 SEL voksenhandicap reversal_rate 35",
                ],
            ),
            (
                "I 2021 var omgørelsesprocenten 29 mod 31 i hele landet. Året før hed de samme to tal 33 og 36.",
                &[
                    "Greve 2021 Alle reversal_rate 29",
                    "Hele landet 2021 Alle reversal_rate 31",
                    "Greve 2020 Alle reversal_rate 33",
                    "Hele landet 2020 Alle reversal_rate 36",
                ],
            ),
            (
                "Omgørelsesprocenten i Greve var 31 i 2021. Det viser Danmarkskortet.\n\nUd af 65 klager, som Ankestyrelsen \
             behandlede i 2021, fik kommunen ret i 45, og 20 blev hjemvist.",
                &[
                    "Greve 2021 SEL reversal_rate 31",
                    "Greve 2021 SEL decided 65",
                    "Greve 2021 SEL upheld 45",
                    "Greve 2021 SEL remanded 20",
                ],
            ),
        ]);
    }

    #[test]
    fn what_stands_between_is_not_counted() {
        compare(&[
            (
                "69 ud af 102 realitetsbehandlede klager over afgørelser i det lokale jobcenter endte i 2021 med, at \
                 Ankestyrelsen stadfæstede dem.",
                &["Greve 2021 Alle upheld 69", "Greve 2021 Alle considered 102"],
            ),
            (
                "I Køge fik borgerne i 2021 medhold i 12 sager, mens 9 sager blev hjemvist af Ankestyrelsen.",
                &["Køge 2021 Alle reversed 12", "Greve 2021 Alle remanded 9?"],
            ),
            (
                "Kommunen afgør meget på beskæftigelsesområdet og på det sociale voksen- og børneområde. Ankestyrelsen afgjorde \
                 73 klager i 2021.",
                &["Greve 2021 Alle decided 73"],
            ),
            (
                "Omgørelsesprocenten på børneområdet er i 2021 52, så der er mange fejl i sager om børn med handicap.",
                &["Greve 2021 SEL børnehandicap reversal_rate 52"],
            ),
        ]);
    }

    #[test]
    fn what_looks_back_or_elsewhere_is_not_of_the_list() {
        compare(&[
            (
                "Omgørelsesprocenten efter serviceloven er 40 i 2021.\n\nOmgørelsesprocenten for børnehandicap er 45. I 2020 lå \
                 den på 51. Afgørelserne fordeler sig sådan:\n\n- § 41: 8 afgørelser, 6 stadfæstet og 2 hjemvist",
                &[
                    "Greve 2021 SEL reversal_rate 40",
                    "Greve 2021 SEL børnehandicap reversal_rate 45",
                    "Greve 2020 SEL børnehandicap reversal_rate 51",
                    "Greve 2021 SEL § 41 decided 8",
                    "Greve 2021 SEL § 41 upheld 6",
                    "Greve 2021 SEL § 41 remanded 2",
                ],
            ),
            ("Der har ikke været afgørelser efter § 95 i 2021.", &["Greve 2021 SEL § 95 decided 0"]),
            ("I 2021 var en borger efter aktivloven ikke hørt, før kommunen traf afgørelse om støtte.", &[]),
            (
                "For sygedagpenge var omgørelsesprocenten på landsplan 18 i 2021, og for aktivloven var den 31.",
                &["Hele landet 2021 SDP reversal_rate 18", "Hele landet 2021 LAS reversal_rate 31"],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen 12 sager. Lige nu venter 9 klager på at blive behandlet i Ankestyrelsen.",
                &["Greve 2021 Alle decided 12", "Greve 2022 Alle pending 9"],
            ),
            (
                "I 2021 var omgørelsesprocenten 33 (44 omgjorte sager).",
                &["Greve 2021 Alle reversal_rate 33", "Greve 2021 Alle reversed 44"],
            ),
        ]);
    }

    #[test]
    fn what_others_did_is_not_the_boards() {
        compare(&[
            ("I 2021 blev der klaget over 84 afgørelser til kommunen selv.", &[]),
            ("To afgørelser er i 2021 påklaget til Statsforvaltningen.", &[]),
            ("Leverandørerne har registreret 27 klager i 2021.", &[]),
            (
                "Centret har i 2021 fulgt 20 hjemviste sager, og i 14 af dem traf kommunen den samme afgørelse igen.",
                &[],
            ),
            ("I 2021 blev ca. syv ud af ti klagesager stadfæstet.", &[]),
            (
                "I 2021 blev 67 sendt videre, og 43 blev behandlet som klager over sagsbehandlingen.\n\nAf de 43 klager fik \
                 borgeren medhold i 19.",
                &[],
            ),
            (
                "Ankestyrelsen har i 2021 afgjort 40 sager. Tre af bilsagerne er hjemvist.",
                &["Greve 2021 Alle decided 40", "Greve 2021 Alle remanded 3?"],
            ),
            (
                "Ankestyrelsen har i 2021 afgjort 2 sager om ressourceforløb. Begge blev hjemvist.",
                &["Greve 2021 Alle decided 2?", "Greve 2021 Alle remanded 2?"],
            ),
        ]);
    }

    #[test]
    fn parts_are_of_what_was_counted_or_named() {
        compare(&[
            (
                "I 1. halvår 2021 har Ankestyrelsen afgjort 14 sager efter serviceloven.\n\nSagerne fordeler sig sådan:\n- 9 sager er \
             stadfæstet\n- 5 sager er hjemvist\n\nFor alle lovområder er der i 2021 afgjort 60 klager.",
                &[
                    "Greve 2021-H1 SEL decided 14",
                    "Greve 2021-H1 SEL upheld 9",
                    "Greve 2021-H1 SEL remanded 5",
                    "Greve 2021 Alle decided 60",
                ],
            ),
            // Two totals: of which of them is not said.
            (
                "Ankestyrelsen har i 2021 afgjort 60 klager. 14 af dem vedrører serviceloven.\n\nSagerne fordeler sig sådan:\n- 45 \
             sager er stadfæstet\n- 15 sager er hjemvist",
                &[
                    "Greve 2021 Alle decided 60",
                    "Greve 2021 SEL decided 14",
                    "Greve 2021 Alle upheld 45",
                    "Greve 2021 Alle remanded 15",
                ],
            ),
            (
                "12 af de afgjorte klager efter serviceloven handlede i 2021 om biler efter § 114. Fire af dem blev hjemvist.",
                &["Greve 2021 SEL § 114 decided 12", "Greve 2021 SEL § 114 remanded 4"],
            ),
            (
                "Kun to afgørelser drejede sig i 2021 om ledsagelse (§ 97). Begge blev stadfæstet.",
                &["Greve 2021 SEL § 97 decided 2", "Greve 2021 SEL § 97 upheld 2"],
            ),
            (
                "I 2021 blev alle 6 afgjorte sager efter pensionsloven stadfæstet.",
                &["Greve 2021 PL decided 6", "Greve 2021 PL upheld 6"],
            ),
            (
                "Efter pensionsloven blev i 2021 alle 6 afgjorte sager stadfæstet. I 2020 blev alle 4 afgjorte sager hjemvist.",
                &[
                    "Greve 2021 PL decided 6",
                    "Greve 2021 PL upheld 6",
                    "Greve 2020 PL decided 4",
                    "Greve 2020 PL remanded 4",
                ],
            ),
            ("Ankestyrelsen fik i 2021 i alt 31 nye klager.", &["Greve 2021 Alle received 31"]),
            (
                "I 2021 modtog Ankestyrelsen 31 klager over Greve Kommune på social- og beskæftigelsesområdet (2020: 35).",
                &["Greve 2021 Alle received 31", "Greve 2020 Alle received 35"],
            ),
            (
                "I 2021 blev der i Ankestyrelsen afgjort 131 sager på udvalgets område med en omgørelsesprocent på 29,1.",
                &["Greve 2021 Socialudvalget decided 131", "Greve 2021 Socialudvalget reversal_rate 29.1"],
            ),
            (
                "I 2021 kom disse afgørelser:\n- § 97: 1 afgørelse, hjemvist",
                &["Greve 2021 SEL § 97 decided 1", "Greve 2021 SEL § 97 remanded 1"],
            ),
            (
                "Ankestyrelsen afgjorde i 2021:\n\n- § 45 ledsagelse   1 sag   1 stadfæstet   0 hjemvist",
                &["Greve 2021 SEL § 45 decided 1", "Greve 2021 SEL § 45 upheld 1", "Greve 2021 SEL § 45 remanded 0"],
            ),
            (
                "Efter aktivloven blev der i 2021 afgjort 20 sager. Ser man på alle klager under ét, var omgørelsesprocenten 29.",
                &["Greve 2021 LAS decided 20", "Greve 2021 Alle reversal_rate 29"],
            ),
            (
                "I 2021 var omgørelsesprocenten på landsplan efter § 112 på 23, og for § 114 var den 29.",
                &["Hele landet 2021 SEL § 112 reversal_rate 23", "Hele landet 2021 SEL § 114 reversal_rate 29"],
            ),
        ]);
    }

    #[test]
    fn what_is_of_nobody_knows_what_is_in_doubt() {
        compare(&[
            (
                "Antallet af klager til Ankestyrelsen på voksensocial- og arbejdsmarkedsområdet er faldet. I 2021 var der 59 klager \
             til Ankestyrelsen på området. I 2020 var tallet oppe på 66 klager.",
                &["Greve 2021 Alle received 59?", "Greve 2020 Alle received 66?"],
            ),
            (
                "I 2020 faldt omgørelsesprocenten til 52 procent, og i 2021 endte den på 45 procent. Det er mere end \
             landsgennemsnittet, der er 41 procent.",
                &[
                    "Greve 2020 Alle reversal_rate 52",
                    "Greve 2021 Alle reversal_rate 45",
                    "Hele landet 2021 Alle reversal_rate 41",
                ],
            ),
        ]);
    }

    #[test]
    fn none_is_none_of_each() {
        compare(&[
            (
                "- Pensionsloven: 10 afgørelser i 2021. Ingen er ændret eller hjemvist.",
                &["Greve 2021 PL decided 10", "Greve 2021 PL changed 0", "Greve 2021 PL remanded 0"],
            ),
            (
                "Omgørelsesprocenten på børnehandicapområdet er 40 i 2021. Der er ingen afgørelser efter § 39. På landsplan er \
             procenten 38.",
                &[
                    "Greve 2021 SEL børnehandicap reversal_rate 40",
                    "Greve 2021 SEL § 39 decided 0",
                    "Hele landet 2021 SEL børnehandicap reversal_rate 38",
                ],
            ),
            // A cell of a table that lost its columns: of which year?
            ("Voksenhandicap, Greve\ningen sager\n28,6 %", &[]),
            ("Stadfæstelse: Ankestyrelsen er enig i afgørelsen. Der sker ingen ændringer for borgeren.", &[]),
        ]);
    }

    #[test]
    fn a_name_may_be_explained() {
        compare(&[
            (
                "Omgørelsesprocenten, det vil sige ændrede og hjemviste sager i forhold til dem, der er realitetsbehandlet, var i \
             2021 på 28.",
                &["Greve 2021 Alle reversal_rate 28"],
            ),
            (
                "I 2021 besluttede Ankestyrelsen i 40 procent af klagerne at ændre afgørelsen eller at sende sagen til fornyet \
             behandling.",
                &["Greve 2021 Alle reversal_rate 40"],
            ),
        ]);
    }

    #[test]
    fn what_never_came_to_the_board_is_not_the_boards() {
        compare(&[
            (
                "Kommunen revurderer selv alle klager først. I 9 tilfælde fik borgeren i 2021 medhold ved revurderingen, og de \
             sager er aldrig kommet til Ankestyrelsen.",
                &[],
            ),
            ("Taskforcen fra Ankestyrelsen gennemgik i 2021 i alt 30 sager i kommunen.", &[]),
            ("Der blev i 2021 behandlet 359 sager i handicapafdelingen.", &[]),
            ("I 2021 blev 15 procent af alle de sager, der behandles i kommunen, ændret af Ankestyrelsen.", &[]),
        ]);
    }

    #[test]
    fn what_is_left_out_makes_the_count_one_on_the_merits() {
        for text in [
            "Ankestyrelsen har i 2021 truffet realitetsafgørelse i 22 sager efter serviceloven.",
            "Ankestyrelsen behandlede i 2021 22 sager efter serviceloven (afviste sager er ikke medregnet).",
            "Ankestyrelsen afgjorde 22 sager efter serviceloven i 2021. Afviste sager er ikke talt med.",
        ] {
            assert_eq!(stated(text), ["Greve 2021 SEL considered 22"], "{text}");
        }
        compare(&[
            (
                "I 2021 havde Køge 71 sager på det sociale område med en omgørelsesprocent på 38.",
                &["Køge 2021 SEL considered 71", "Køge 2021 SEL reversal_rate 38"],
            ),
            (
                "Omgørelsesprocenten var 25 i 2021. Danmarkskortet viser omgørelsesprocenten på det sociale område alene. Her \
             har Greve en omgørelsesprocent på 34.",
                &["Greve 2021 Alle reversal_rate 25", "Greve 2021 SEL reversal_rate 34"],
            ),
            ("I 2021 er der modtaget afgørelse i 74 sager efter sygedagpengeloven.", &["Greve 2021 SDP decided 74"]),
            (
                "Vi har talt de afgørelser, der er modtaget fra Ankestyrelsen i 2021:\n\n- Sygedagpengeloven: 21 afgørelser. 15 \
                 stadfæstet og 6 hjemvist.",
                &["Greve 2021 SDP decided 21", "Greve 2021 SDP upheld 15", "Greve 2021 SDP remanded 6"],
            ),
        ]);
    }

    #[test]
    fn all_of_them_ended_in_one_way() {
        for text in [
            "I 2021 blev samtlige 4 afgjorte klager efter § 100 hjemvist.",
            "Ankestyrelsen hjemviste i 2021 alle 4 afgjorte sager efter § 100.",
            "4 sager om merudgifter (§ 100) blev alle hjemvist i 2021.",
            "Alle fire afgørelser i 2021 vedrører merudgifter efter § 100, og alle er hjemvist.",
            "Der blev i 2021 afgjort fire sager efter § 100, og de blev alle hjemvist.",
        ] {
            assert_eq!(stated(text), ["Greve 2021 SEL § 100 decided 4", "Greve 2021 SEL § 100 remanded 4"], "{text}");
        }
        compare(&[
            (
                "På voksenhandicapområdet var omgørelsesprocenten 0 i 2021, da alle 4 realitetsbehandlede sager er \
                 stadfæstet.",
                &[
                    "Greve 2021 SEL voksenhandicap reversal_rate 0",
                    "Greve 2021 SEL voksenhandicap considered 4",
                    "Greve 2021 SEL voksenhandicap upheld 4",
                ],
            ),
            (
                "På voksenhandicapområdet blev der blot behandlet en enkelt sag i 2021, og den blev stadfæstet.",
                &["Greve 2021 SEL voksenhandicap decided 1", "Greve 2021 SEL voksenhandicap upheld 1"],
            ),
            (
                "Ankestyrelsen afgjorde 52 sager i 2021. 21 af de 52 afgørelser er truffet efter barnets lov.",
                &["Greve 2021 Alle decided 52", "Greve 2021 BL decided 21", "Greve 2021 Alle decided 52"],
            ),
            (
                "I de 9 omgjorte sager på børnehandicapområdet i 2021 er der i 6 tilfælde tale om hjemvisning.",
                &["Greve 2021 SEL børnehandicap reversed 9", "Greve 2021 SEL børnehandicap remanded 6"],
            ),
        ]);
    }

    #[test]
    fn the_municipality_s_own_second_look_is_no_outcome() {
        compare(&[
            (
                "I 2021 blev 30 klager hjemvist. I 12 af dem har kommunen efter fornyet behandling fastholdt afgørelsen.",
                &["Greve 2021 Alle remanded 30"],
            ),
            (
                "Ankestyrelsen hjemviste 30 sager i 2021. 12 sager er efter ny behandling blevet ændret.",
                &["Greve 2021 Alle remanded 30"],
            ),
            (
                "Afdelingen modtog 38 klager i 2021. 29 af dem blev fastholdt ved genvurderingen og sendt til Ankestyrelsen.",
                &["Greve 2021 Alle received 38?"],
            ),
            ("Én omgjort sag mere eller mindre ændrer omgørelsesprocenten i 2021 med fem procentpoint.", &[]),
            ("Mere end fire ud af ti sager på børnehandicapområdet omgøres fortsat i 2021.", &[]),
            ("Der blev i 2021 givet medhold og tilkendt 87 førtidspensioner mod 214 i 2020.", &[]),
            (
                "Ankestyrelsen gennemførte i 2021 en praksisundersøgelse om sanktioner. Her indgik 8 sager, hvoraf 6 blev \
             stadfæstet.",
                &[],
            ),
        ]);
    }

    #[test]
    fn what_somebody_else_did_or_nobody_did_is_not_counted() {
        compare(&[
            (
                "Ankestyrelsen afgjorde 31 klager i 2021.\n\nKommunens egen genvurdering\n\nKommunen modtog i alt 90 klager. 12 \
                 klager blev trukket tilbage.\n\nI 8 sager blev afgørelsen ændret.",
                &["Greve 2021 Alle decided 31"],
            ),
            (
                "I 2021 blev 12 sager hjemvist. Der er stadig 14 sager, som skulle have været bedre oplyst eller afgjort \
                 anderledes. Men 5 sager burde have været stadfæstet.",
                &["Greve 2021 Alle remanded 12"],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen 12 sager. Der er modtaget 3 klager over skift af leverandør, men de kan ikke ankes.",
                &["Greve 2021 Alle decided 12"],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen 12 sager. Med så få sager giver en enkelt omgjort sag et stort udsving.",
                &["Greve 2021 Alle decided 12"],
            ),
        ]);
    }

    #[test]
    fn rates_with_their_bases_are_matched_by_position() {
        let expected = [
            "Greve 2021 SEL § 41 reversal_rate 33",
            "Greve 2021 SEL § 41 considered 39",
            "Greve 2021 SEL § 42 reversal_rate 36",
            "Greve 2021 SEL § 42 considered 33",
        ];
        for parts in [
            "§ 41 om merudgifter og § 42 om tabt arbejdsfortjeneste",
            "§ 41 (merudgifter) og § 42 (tabt arbejdsfortjeneste)",
            "§ 41 og § 42",
        ] {
            let text = format!(
                "For {parts} var omgørelsesprocenten i 2021 henholdsvis 33 pct. (39 sager) og 36 pct. (33 sager)."
            );
            assert_eq!(stated(&text), expected, "{parts}");
        }
    }

    #[test]
    fn what_is_taken_up_is_of_what_it_was_counted_of() {
        compare(&[
            (
                "I 2021 blev tre ud af 12 sager omgjort. Efter § 112 blev én sag hjemvist. Alle tre omgjorte sager er gennemgået.",
                &[
                    "Greve 2021 Alle reversed 3",
                    "Greve 2021 Alle decided 12",
                    "Greve 2021 SEL § 112 remanded 1",
                    "Greve 2021 Alle reversed 3",
                ],
            ),
            (
                "Efter serviceloven blev 8 sager stadfæstet og 3 hjemvist i 2021. To af de hjemviste sager handler om merudgifter \
                 efter § 100.",
                &["Greve 2021 SEL upheld 8", "Greve 2021 SEL remanded 3", "Greve 2021 SEL § 100 remanded 2"],
            ),
            (
                "For sygedagpenge var omgørelsesprocenten 25 i 1. kvartal 2021 og 17 i 2. kvartal 2021. Landsgennemsnittet for \
                 halvåret er 19.",
                &[
                    "Greve 2021-Q1 SDP reversal_rate 25",
                    "Greve 2021-Q2 SDP reversal_rate 17",
                    "Hele landet 2021-H1 SDP reversal_rate 19",
                ],
            ),
            (
                "Omgørelsesprocenten er 36 i 2021, hvor landsgennemsnittet er 32. I 2020 var de tilsvarende tal 40 for Greve og 31,8 \
                 for hele landet.",
                &[
                    "Greve 2021 Alle reversal_rate 36",
                    "Hele landet 2021 Alle reversal_rate 32",
                    "Greve 2020 Alle reversal_rate 40",
                    "Hele landet 2020 Alle reversal_rate 31.8",
                ],
            ),
            (
                "I knap 66 procent af sagerne var Ankestyrelsen enig med kommunen i 2021. Det var 67 sager.",
                &["Greve 2021 Alle upheld_rate 66", "Greve 2021 Alle upheld 67"],
            ),
            (
                "Lederen fra Center for Socialområdet oplyste, at Ankestyrelsen modtog 61 klager i 2021.",
                &["Greve 2021 Alle received 61"],
            ),
            (
                "På børnehandicapområdet var omgørelsesprocenten 45 i 2021. Det svarer til, at 9 ud af 20 sager blev omgjort.",
                &[
                    "Greve 2021 SEL børnehandicap reversal_rate 45",
                    "Greve 2021 SEL børnehandicap reversed 9",
                    "Greve 2021 SEL børnehandicap considered 20",
                ],
            ),
            (
                "Omgørelsesprocenten var 31 i 2021. For serviceloven var den 37. På landsplan var omgørelsesprocenten for alle lovområder 29. For \
                 serviceloven var den 34.",
                &[
                    "Greve 2021 Alle reversal_rate 31",
                    "Greve 2021 SEL reversal_rate 37",
                    "Hele landet 2021 Alle reversal_rate 29",
                    "Hele landet 2021 SEL reversal_rate 34",
                ],
            ),
            (
                "Opgørelsen viser tallene for 2021.\n\nUdfaldet\n\nAlle sager er afgjort efter serviceloven. 8 blev \
                 stadfæstet af Ankestyrelsen.",
                &["Greve 2021 SEL upheld 8"],
            ),
        ]);
    }

    #[test]
    fn parts_are_of_the_committees_and_paragraphs_behind_them() {
        let expected = [
            "Greve 2021 Alle decided 90",
            "Greve 2021 Social- og Sundhedsudvalget decided 42",
            "Greve 2021 Skoleudvalget decided 48",
        ];
        for parts in [
            ". Af disse hører 42 under Social- og Sundhedsudvalget og 48 under Skoleudvalget.",
            ", heraf 42 under Social- og Sundhedsudvalget og 48 under Skoleudvalget.",
            ". Heraf vedrører 42 Social- og Sundhedsudvalget og 48 Skoleudvalget.",
            ". 42 sager hører til Social- og Sundhedsudvalget og 48 til Skoleudvalget.",
            " fordelt på to udvalg: Social- og Sundhedsudvalget har 42 sager og Skoleudvalget 48.",
            ". Social- og Sundhedsudvalget tegner sig for 42 sager og Skoleudvalget for 48.",
            ". Social- og Sundhedsudvalget har 42 sager, Skoleudvalget 48.",
            ". Heraf var 42 fra Social- og Sundhedsudvalgets område og 48 fra Skoleudvalgets område.",
        ] {
            assert_eq!(stated(&format!("Ankestyrelsen afgjorde 90 sager i 2021{parts}")), expected, "{parts}");
        }
        compare(&[
            (
                "I 2021 afgjorde Ankestyrelsen 9 sager på Børn & Familieudvalgets område.",
                &["Greve 2021 Børn & Familieudvalget decided 9"],
            ),
            (
                "I 2021 fordeler sagerne sig på § 96 om borgerstyret hjælp (3 afgørelser, hvoraf 2 er ændret og 1 stadfæstet) og \
             § 100 om merudgifter (8 afgørelser, hvoraf 5 er stadfæstet og 3 hjemvist).",
                &[
                    "Greve 2021 SEL § 96 decided 3",
                    "Greve 2021 SEL § 96 changed 2",
                    "Greve 2021 SEL § 96 upheld 1",
                    "Greve 2021 SEL § 100 decided 8",
                    "Greve 2021 SEL § 100 upheld 5",
                    "Greve 2021 SEL § 100 remanded 3",
                ],
            ),
            (
                "Sagerne i Ankestyrelsen fordeler sig i 2021 med 14 om hjælpemidler (§ 112) og 9 om merudgifter (§ 100).",
                &["Greve 2021 SEL § 112 decided 14", "Greve 2021 SEL § 100 decided 9"],
            ),
            (
                "I 2021 blev 12 sager omgjort af Ankestyrelsen. Otte af de 12 omgjorte sager handler om tabt \
             arbejdsfortjeneste (§ 42). Her blev i alt 17 sager afgjort.",
                &[
                    "Greve 2021 Alle reversed 12",
                    "Greve 2021 SEL § 42 reversed 8",
                    "Greve 2021 Alle reversed 12",
                    "Greve 2021 SEL § 42 decided 17",
                ],
            ),
            (
                "I 2021 ses ingen sammenhæng mellem sagstal og omgørelser, idet 4 af de 5 hjemviste sager handler om \
             hjælpemidler (§ 112).",
                &["Greve 2021 SEL § 112 remanded 4", "Greve 2021 Alle remanded 5"],
            ),
        ]);
    }

    #[test]
    fn parts_of_what_was_counted_before() {
        let counted = "Ankestyrelsen afgjorde i 2021 60 sager, hvoraf 14 blev ændret og 24 hjemvist.";
        let known = ["Greve 2021 Alle decided 60", "Greve 2021 Alle changed 14", "Greve 2021 Alle remanded 24"];
        for (text, expected) in [
            (
                "8 af de 60 sager vedrørte § 42, heraf 2 hjemvist.",
                &["SEL § 42 decided 8", "Alle decided 60", "SEL § 42 remanded 2"][..],
            ),
            ("11 af de 60 sager handlede om tilskud efter § 100.", &["SEL § 100 decided 11", "Alle decided 60"]),
            ("I 10 af de 60 sager drejede det sig om § 100.", &["SEL § 100 decided 10", "Alle decided 60"]),
            ("16 af de 60 sager kom fra team Nord.", &["team Nord decided 16", "Alle decided 60"]),
            ("24 af de i alt 38 omgjorte sager vedrører serviceloven.", &["SEL reversed 24", "Alle reversed 38"]),
            (
                "Af de i alt 38 omgjorte sager vedrører de 20 altså serviceloven.",
                &["Alle reversed 38", "SEL reversed 20"],
            ),
            ("I 4 af de 24 hjemviste sager er den nye afgørelse blevet til borgerens fordel.", &[]),
        ] {
            let expected = expected.iter().map(|row| format!("Greve 2021 {row}"));
            let all: Vec<String> = known.iter().map(|row| (*row).to_owned()).chain(expected).collect();
            assert_eq!(stated(&format!("{counted} {text}")), all, "{text}");
        }
    }

    #[test]
    fn what_stands_in_parentheses_says_what_is_meant() {
        compare(&[
            (
                "Omgørelsesprocenten (ændrede og hjemviste sager i pct. af de realitetsbehandlede) var 33 i 2020 og 29 i 2021.",
                &["Greve 2020 Alle reversal_rate 33", "Greve 2021 Alle reversal_rate 29"],
            ),
            ("Omgørelsesprocenten (ændret + hjemvist) var 33 procent i 2021.", &["Greve 2021 Alle reversal_rate 33"]),
            (
                "Ankestyrelsen afgjorde 3 sager efter aktivloven (alle stadfæstet) og 2 sager efter pensionsloven (begge hjemvist) \
                 i 2021.",
                &[
                    "Greve 2021 LAS decided 3",
                    "Greve 2021 LAS upheld 3",
                    "Greve 2021 PL decided 2",
                    "Greve 2021 PL remanded 2",
                ],
            ),
        ]);
    }

    #[test]
    fn the_same_again_of_own_and_nation() {
        compare(&[
            (
                "For 2021 er omgørelsesprocenten 23,5 procent. Landsgennemsnittet er 29,2 procent. I 2020 var de tilsvarende \
                 procenter 26,9 og 29,7.",
                &[
                    "Greve 2021 Alle reversal_rate 23.5",
                    "Hele landet 2021 Alle reversal_rate 29.2",
                    "Greve 2020 Alle reversal_rate 26.9",
                    "Hele landet 2020 Alle reversal_rate 29.7",
                ],
            ),
            (
                "I 2021 var omgørelsesprocenten i Greve 51 på børnehandicapområdet og 46 på voksenhandicapområdet, mens \
                 landsgennemsnittet var henholdsvis 56 og 38.",
                &[
                    "Greve 2021 SEL børnehandicap reversal_rate 51",
                    "Greve 2021 SEL voksenhandicap reversal_rate 46",
                    "Hele landet 2021 SEL børnehandicap reversal_rate 56",
                    "Hele landet 2021 SEL voksenhandicap reversal_rate 38",
                ],
            ),
            (
                "Kortet for børnehandicapområdet viser for 2021 en omgørelsesprocent på 50 for Greve. Kortet for \
                 voksenhandicapområdet viser 25 for Greve og 31 på landsplan.",
                &[
                    "Greve 2021 SEL børnehandicap reversal_rate 50",
                    "Greve 2021 SEL voksenhandicap reversal_rate 25",
                    "Hele landet 2021 SEL voksenhandicap reversal_rate 31",
                ],
            ),
        ]);
    }

    #[test]
    fn none_and_one() {
        compare(&[
            (
                "Ankestyrelsen afgjorde i 2021 ingen sager fra Greve Kommune på voksenhandicapområdet.",
                &["Greve 2021 SEL voksenhandicap decided 0"],
            ),
            ("Ankestyrelsen traf i 2021 ingen afgørelser efter § 95.", &["Greve 2021 SEL § 95 decided 0"]),
            ("Forvaltningen afgjorde i 2021 ingen sager på voksenhandicapområdet til tiden.", &[]),
            (
                "Danmarkskort 2021\n\nBørnehandicap\nHer var der én sag, og den blev hjemvist.",
                &["Greve 2021 SEL børnehandicap decided 1", "Greve 2021 SEL børnehandicap remanded 1"],
            ),
        ]);
    }

    #[test]
    fn a_sentence_that_points_down_names_the_time_of_the_lines() {
        const LINES: [&str; 2] = ["§ 41: 12 afgørelser, heraf 8 stadfæstet", "§ 97: 3 afgørelser, alle stadfæstet"];
        let rows = ["§ 41 decided 12", "§ 41 upheld 8", "§ 97 decided 3", "§ 97 upheld 3"];
        let rows = rows.map(|row| format!("Greve 2019 SEL {row}"));
        let expected: Vec<&str> = rows.iter().map(String::as_str).collect();
        for (lead, sign) in [
            ("I nedenstående oversigt er antallet af sager i 2019 opdelt efter bestemmelse.", "\n- "),
            ("Nedenfor er klagerne fra 2019 fordelt på paragraffer.", "\n• "),
            ("Tabellen herunder viser sagerne i 2019.", "\n"),
        ] {
            let text = format!("{lead}\n{sign}{}{sign}{}", LINES[0], LINES[1]);
            compare(&[(&text, &expected)]);
        }
    }

    #[test]
    fn whose_the_parts_are_stands_behind_their_numbers() {
        compare(&[
            (
                "I 2021 er Socialudvalgets område mest berørt af sager efter serviceloven. Her er omgørelsesprocenten 40 mod 37 på \
                 landsplan. Af de 30 realitetsbehandlede sager efter serviceloven kommer 18 fra Team Nord og 12 fra Team Syd.",
                &[
                    "Greve 2021 SEL reversal_rate 40",
                    "Hele landet 2021 SEL reversal_rate 37",
                    "Greve 2021 SEL considered 30",
                    "Greve 2021 SEL · Team Nord considered 18",
                    "Greve 2021 SEL · Team Syd considered 12",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 60 sager i 2021.\n\nDe omgjorte sager efter serviceloven fordeler sig på to teams:\n\n\
                 Team Nord: 4 hjemviste sager og 1 ændret sag. Tre af de hjemviste sager handlede om biler, som borgerne havde købt.\n\
                 Team Syd: 2 hjemviste sager.\n\nTeamene har drøftet sagerne.\n\n\
                 Ankestyrelsen modtog i 2021 i alt 84 sager fra Greve Kommune.",
                &[
                    "Greve 2021 Alle decided 60",
                    "Greve 2021 SEL · Team Nord remanded 4",
                    "Greve 2021 SEL · Team Nord changed 1",
                    "Greve 2021 SEL · Team Syd remanded 2",
                    "Greve 2021 Alle received 84",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 60 sager i 2021. I alle afslag skal der være en henvisning til den bestemmelse, der er brugt.",
                &["Greve 2021 Alle decided 60"],
            ),
        ]);
    }

    #[test]
    fn what_is_sent_to_the_board_is_not_decided() {
        compare(&[
            (
                "Ankestyrelsen afgjorde 20 sager i 2021. Der er i samme periode sendt 31 klager til Ankestyrelsen.",
                &["Greve 2021 Alle decided 20", "Greve 2021 Alle received 31"],
            ),
            (
                "Der er i 2021 sendt fire klager til Ankestyrelsen. Ingen af dem er afgjort endnu.",
                &["Greve 2021 Alle received 4"],
            ),
            (
                "Ankestyrelsen afgjorde 20 sager i 2021. Der er i samme periode oversendt 31 klager.",
                &["Greve 2021 Alle decided 20", "Greve 2021 Alle received 31"],
            ),
            (
                "Ankestyrelsens afgørelser fordelt på lov:\n\n- Serviceloven: 12 afgørelser i 2021 og 10 i 2020\n\
                 - Aktivloven: 4 afgørelser i 2021 og 3 i 2020",
                &[
                    "Greve 2021 SEL decided 12",
                    "Greve 2020 SEL decided 10",
                    "Greve 2021 LAS decided 4",
                    "Greve 2020 LAS decided 3",
                ],
            ),
        ]);
    }

    #[test]
    fn laws_without_a_short_name_keep_their_own() {
        compare(&[
            (
                "Almenboligloven § 54: 4 afgørelser i 2021, heraf 3 stadfæstede og 1 afvist, jf. retssikkerhedslovens § 67.",
                &[
                    "Greve 2021 Almenboligloven § 54 decided 4",
                    "Greve 2021 Almenboligloven § 54 upheld 3",
                    "Greve 2021 Almenboligloven § 54 dismissed 1",
                ],
            ),
            (
                "Efter § 140 i sundhedsloven er der i 2021 afgjort 4 klager af Ankestyrelsen.",
                &["Greve 2021 Sundhedsloven § 140 decided 4"],
            ),
            (
                "Servicelovens § 112: 4 afgørelser i 2021, heraf 3 stadfæstede, jf. retssikkerhedslovens § 67.",
                &["Greve 2021 SEL § 112 decided 4", "Greve 2021 SEL § 112 upheld 3"],
            ),
        ]);
    }

    #[test]
    fn wholes_and_their_parts_are_of_one_scope() {
        compare(&[
            (
                "Ankestyrelsen afgjorde 118 sager i 2021. Over halvdelen af sagerne, nemlig 64, er truffet efter serviceloven. Her blev 22 omgjort og 38 stadfæstet.",
                &[
                    "Greve 2021 Alle decided 118",
                    "Greve 2021 SEL decided 64",
                    "Greve 2021 SEL reversed 22",
                    "Greve 2021 SEL upheld 38",
                ],
            ),
            (
                "Ankestyrelsen omgjorde 31 sager i 2021. Af de 31 omgjorte sager hører 22 altså under serviceloven.",
                &["Greve 2021 Alle reversed 31", "Greve 2021 Alle reversed 31", "Greve 2021 SEL reversed 22"],
            ),
            (
                "Ankestyrelsen afgjorde 14 sager fra Team Nord i 2021. 9 af de 14 sager fra Team Nord handlede om § 85, og heraf \
                 blev tre hjemvist.",
                &[
                    "Greve 2021 Team Nord decided 14",
                    "Greve 2021 SEL § 85 decided 9",
                    "Greve 2021 Team Nord decided 14",
                    "Greve 2021 SEL § 85 remanded 3",
                ],
            ),
            (
                "Ankestyrelsen omgjorde 28 sager efter serviceloven i 2021.\n\nDe 28 omgjorte sager fordeler sig med 21 hjemviste og \
                 7 ændrede.",
                &[
                    "Greve 2021 SEL reversed 28",
                    "Greve 2021 SEL reversed 28",
                    "Greve 2021 SEL remanded 21",
                    "Greve 2021 SEL changed 7",
                ],
            ),
            ("To ud af tre af de omgjorte sager på børnehandicapområdet i 2021 blev hjemvist.", &[]),
            (
                "Omgørelsesprocenten var 29 i 2021. Året før var den 33. Landsgennemsnittet var 30.",
                &[
                    "Greve 2021 Alle reversal_rate 29",
                    "Greve 2020 Alle reversal_rate 33",
                    "Hele landet 2020 Alle reversal_rate 30?",
                ],
            ),
        ]);
    }

    #[test]
    fn lists_that_one_word_closes() {
        compare(&[
            (
                "22 af Greve Kommunes 71 sager blev omgjort i 2021.",
                &["Greve 2021 Alle reversed 22", "Greve 2021 Alle decided 71"],
            ),
            (
                "I 2021 blev 22 af Greves i alt 71 sager omgjort.",
                &["Greve 2021 Alle reversed 22", "Greve 2021 Alle decided 71"],
            ),
            (
                "I 2021 blev 5 sager hjemvist og 3 ændret på socialområdet.",
                &["Greve 2021 SEL remanded 5", "Greve 2021 SEL changed 3"],
            ),
            (
                "Danmarkskort 2020\n\nSocialområdet: 29,6 % omgjort (27 sager), 2019: 34,1 %\nHele landet: 36 % / 45 % / 38 %",
                &[
                    "Greve 2020 SEL reversal_rate 29.6",
                    "Greve 2020 SEL considered 27",
                    "Greve 2019 SEL reversal_rate 34.1",
                    "Hele landet 2020 SEL reversal_rate 36?",
                ],
            ),
        ]);
    }

    #[test]
    fn parts_that_stand_beside_each_other() {
        compare(&[
            (
                "Der var i 2021 78 afgørelser efter serviceloven (stadfæstet 66 pct.).",
                &["Greve 2021 SEL decided 78", "Greve 2021 SEL upheld_rate 66"],
            ),
            (
                "Fra Center for Velfærd kom der 29 sager i 2021. Fra Center for Velfærd kom 29 sager, hvoraf 8 blev omgjort af \
                 Ankestyrelsen.",
                &["Greve 2021 Center for Velfærd decided 29", "Greve 2021 Center for Velfærd reversed 8"],
            ),
            (
                "På serviceloven blev 17 ud af 50 sager omgjort i 2021, mens 3 ud af 21 øvrige sager blev omgjort.",
                &[
                    "Greve 2021 SEL reversed 17?",
                    "Greve 2021 SEL decided 50?",
                    "Greve 2021 SEL reversed 3?",
                    "Greve 2021 SEL decided 21?",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 54 sager i 2021. 15 af de 54 sager er omgjort, hvilket giver 29 procent, når de afviste \
                 trækkes fra.",
                &[
                    "Greve 2021 Alle decided 54",
                    "Greve 2021 Alle reversed 15",
                    "Greve 2021 Alle decided 54",
                    "Greve 2021 Alle reversal_rate 29",
                ],
            ),
        ]);
    }

    #[test]
    fn rates_go_on_with_their_bases_and_with_other_places() {
        compare(&[
            (
                "I 2021 blev 40 procent af de realitetsbehandlede sager omgjort af Ankestyrelsen. Der er tale om 50 sager, hvoraf 30 blev stadfæstet.",
                &["Greve 2021 Alle reversal_rate 40", "Greve 2021 Alle considered 50", "Greve 2021 Alle upheld 30"],
            ),
            (
                "I 2021 blev 40 procent af de realitetsbehandlede sager omgjort af Ankestyrelsen. Det drejer sig om 50 sager, hvoraf 40 blev stadfæstet.",
                &["Greve 2021 Alle reversal_rate 40", "Greve 2021 Alle decided 50", "Greve 2021 Alle upheld 40"],
            ),
            (
                "I 2021 blev 7 ud af 20 sager omgjort af Ankestyrelsen, hvilket er 35 procent. 5 af de 7 sager blev hjemvist.",
                &[
                    "Greve 2021 Alle reversed 7",
                    "Greve 2021 Alle considered 20",
                    "Greve 2021 Alle reversal_rate 35",
                    "Greve 2021 Alle remanded 5",
                    "Greve 2021 Alle reversed 7",
                ],
            ),
            (
                "I 2021 blev 7 sager omgjort af Ankestyrelsen, hvilket er 5 procent flere end året før.",
                &["Greve 2021 Alle reversed 7"],
            ),
            (
                "I 2021 endte 35 procent af klagerne til Ankestyrelsen med medhold eller hjemvisning.",
                &["Greve 2021 Alle reversal_rate 35"],
            ),
            (
                "I 2021 var Greves omgørelsesprocent 39, og landsgennemsnittet var 36. Faxe lå på 33 og Køge på 40.",
                &[
                    "Greve 2021 Alle reversal_rate 39",
                    "Hele landet 2021 Alle reversal_rate 36",
                    "Faxe 2021 Alle reversal_rate 33",
                    "Køge 2021 Alle reversal_rate 40",
                ],
            ),
        ]);
    }

    #[test]
    fn what_was_counted_is_parted_by_laws() {
        compare(&[
            (
                "Ankestyrelsen afgjorde 12 klager i 2021. De øvrige sager fordeler sig med to efter aktivloven, hvoraf én er afvist, en enkelt efter sygedagpengeloven, som er stadfæstet, og en enkelt om boligstøtte, der er stadfæstet.",
                &[
                    "Greve 2021 Alle decided 12",
                    "Greve 2021 LAS decided 2",
                    "Greve 2021 LAS dismissed 1",
                    "Greve 2021 SDP decided 1",
                    "Greve 2021 SDP upheld 1",
                    "Greve 2021 SDP upheld 1?",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 12 klager i 2021. Fordelingen er 7 på serviceloven (heraf 3 hjemvist) og 5 på aktivloven (alle stadfæstet).",
                &[
                    "Greve 2021 Alle decided 12",
                    "Greve 2021 SEL decided 7",
                    "Greve 2021 SEL remanded 3",
                    "Greve 2021 LAS decided 5",
                    "Greve 2021 LAS upheld 5",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 12 klager i 2021. Sagerne fordeler sig således: Serviceloven 7, aktivloven (3) og integrationsloven med 2.",
                &[
                    "Greve 2021 Alle decided 12",
                    "Greve 2021 SEL decided 7",
                    "Greve 2021 LAS decided 3",
                    "Greve 2021 Integrationsloven decided 2",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 12 klager i 2021. 7 af sagerne vedrører serviceloven, 5 aktivloven.",
                &["Greve 2021 Alle decided 12", "Greve 2021 SEL decided 7", "Greve 2021 LAS decided 5"],
            ),
            (
                "I 2021 har Ankestyrelsen hjemvist 9 sager. De fordeler sig med 5 på serviceloven og 4 på aktivloven.",
                &["Greve 2021 Alle remanded 9", "Greve 2021 SEL remanded 5", "Greve 2021 LAS remanded 4"],
            ),
            (
                "Ankestyrelsen har i 2021 stadfæstet 12 sager og hjemvist 9. De fordeler sig med 15 på serviceloven og 6 på aktivloven.",
                &["Greve 2021 Alle upheld 12", "Greve 2021 Alle remanded 9"],
            ),
            (
                "Ankestyrelsen afgjorde i 2021 to sager efter integrationsloven, som begge blev stadfæstet.",
                &["Greve 2021 Integrationsloven decided 2", "Greve 2021 Integrationsloven upheld 2"],
            ),
            (
                "Ankestyrelsen afgjorde i 2021 en enkelt sag efter pensionsloven. Den blev stadfæstet.",
                &["Greve 2021 PL decided 1", "Greve 2021 PL upheld 1"],
            ),
        ]);
    }

    #[test]
    fn numbers_change_from_time_to_time() {
        compare(&[
            (
                "I perioden 2019-2021 er Ankestyrelsens omgørelsesprocent faldet fra 45 til 29.",
                &["Greve 2019 Alle reversal_rate 45", "Greve 2021 Alle reversal_rate 29"],
            ),
            (
                "Antallet af klager til Ankestyrelsen er steget fra 58 i 2019 til 71 i 2021.",
                &["Greve 2019 Alle received 58", "Greve 2021 Alle received 71"],
            ),
            (
                "Antallet af afgørelser fra Ankestyrelsen er faldet fra 71 i 2019 til 58 i 2021.",
                &["Greve 2019 Alle decided 71", "Greve 2021 Alle decided 58"],
            ),
            ("Antallet af klager til kommunen er steget fra 58 i 2019 til 71 i 2021.", &[]),
            (
                "Ankestyrelsen omgjorde 18 ud af 54 afgørelser fra Greve Kommune i 2021 - eller 33 procent.",
                &["Greve 2021 Alle reversed 18", "Greve 2021 Alle considered 54", "Greve 2021 Alle reversal_rate 33"],
            ),
            (
                "I 2021 er 34 pct. af de sager, som Ankestyrelsen har afgjort på socialområdet i Greve Kommune, blevet omgjort.",
                &["Greve 2021 SEL reversal_rate 34"],
            ),
            (
                "I 2021 blev 18 sager hjemvist eller ændret (12 og 6) af Ankestyrelsen.",
                &["Greve 2021 Alle reversed 18"],
            ),
        ]);
    }

    #[test]
    fn parts_follow_each_whole() {
        compare(&[
            (
                "Ankestyrelsen afgjorde 54 sager i 2021, hvoraf 5 blev afvist. I de resterende 49 sager fik kommunen medhold i 33.",
                &["Greve 2021 Alle decided 54", "Greve 2021 Alle dismissed 5", "Greve 2021 Alle upheld 33"],
            ),
            (
                "I 2021 har Ankestyrelsen afgjort 41 sager, heraf 3 afvist. Af de resterende 38 er 30 stadfæstet og 8 hjemvist.",
                &[
                    "Greve 2021 Alle decided 41",
                    "Greve 2021 Alle dismissed 3",
                    "Greve 2021 Alle considered 38",
                    "Greve 2021 Alle upheld 30",
                    "Greve 2021 Alle remanded 8",
                ],
            ),
            (
                "Ankestyrelsen behandlede i 2021 9 sager om merudgifter (§ 41), hvoraf 7 blev stadfæstet, 6 sager om tabt arbejdsfortjeneste (§ 42), hvoraf 4 blev stadfæstet, og 3 sager om ledsagelse (§ 45), som alle blev stadfæstet.",
                &[
                    "Greve 2021 SEL § 41 decided 9",
                    "Greve 2021 SEL § 41 upheld 7",
                    "Greve 2021 SEL § 42 decided 6",
                    "Greve 2021 SEL § 42 upheld 4",
                    "Greve 2021 SEL § 45 decided 3",
                    "Greve 2021 SEL § 45 upheld 3",
                ],
            ),
            (
                "Der er i 2021 afgjort to sager om ledsagelse efter § 97, begge stadfæstet, og én sag om hjælp efter § 96, som blev hjemvist.",
                &[
                    "Greve 2021 SEL § 97 decided 2",
                    "Greve 2021 SEL § 97 upheld 2",
                    "Greve 2021 SEL § 96 decided 1",
                    "Greve 2021 SEL § 96 remanded 1",
                ],
            ),
            (
                "De 9 hjemviste sager i 2021 fordeler sig med 5 på § 41 og 4 på § 42.",
                &["Greve 2021 Alle remanded 9", "Greve 2021 SEL § 41 remanded 5", "Greve 2021 SEL § 42 remanded 4"],
            ),
            (
                "Ankestyrelsen afgjorde 8 sager i 2021. Heraf blev 5 stadfæstet, det vil sige 63 procent.",
                &["Greve 2021 Alle decided 8", "Greve 2021 Alle upheld 5", "Greve 2021 Alle upheld_rate 63"],
            ),
        ]);
    }

    #[test]
    fn areas_and_levels_hold_for_what_they_stand_by() {
        compare(&[
            (
                "I 2021 blev 12 sager omgjort af Ankestyrelsen, svarende til 2 procent af kommunens afgørelser.",
                &["Greve 2021 Alle reversed 12", "Greve 2021 Alle reversal_rate 2?"],
            ),
            (
                "Ankestyrelsen afgjorde 41 sager i 2021. Kommunen traf i alt 3.400 afgørelser, som fordeler sig med 2.000 på \
                 serviceloven og 1.400 på aktivloven.",
                &["Greve 2021 Alle decided 41"],
            ),
            ("Kommunens 3.400 afgørelser i 2021 fordeler sig med 2.000 på serviceloven og 1.400 på aktivloven.", &[]),
            (
                "Omgørelsesprocenten er 33 for 2021. I 2020 lå kommunen på 35 og landet på 37.",
                &[
                    "Greve 2021 Alle reversal_rate 33",
                    "Greve 2020 Alle reversal_rate 35",
                    "Hele landet 2020 Alle reversal_rate 37",
                ],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen 39 sager efter serviceloven (13 omgjort) og 16 efter aktivloven (4 omgjort).",
                &[
                    "Greve 2021 SEL decided 39",
                    "Greve 2021 SEL reversed 13",
                    "Greve 2021 LAS decided 16",
                    "Greve 2021 LAS reversed 4",
                ],
            ),
            (
                "I 2021 er der registreret 41 afgørelser i Ankestyrelsens statistik: stadfæstelse (30) og hjemvisning (11).",
                &["Greve 2021 Alle decided 41", "Greve 2021 Alle upheld 30", "Greve 2021 Alle remanded 11"],
            ),
            (
                "Ingen af de 5 sager på ældreområdet blev omgjort af Ankestyrelsen i 2021.",
                &["Greve 2021 Alle reversed 0?", "Greve 2021 Alle decided 5?"],
            ),
        ]);
    }

    #[test]
    fn what_others_decide_and_what_rules_become_are_no_cases() {
        compare(&[
            (
                "De 2.600 afgørelser, kommunen traf i 2021, fordeler sig med 900 på aktivloven og 1.700 på serviceloven. \
                 Ankestyrelsen afgjorde 24 klager i 2021.",
                &["Greve 2021 Alle decided 24"],
            ),
            (
                "Af de 2.600 afgørelser, Greve Kommune traf i 2021, blev 24 påklaget til Ankestyrelsen.",
                &["Greve 2021 Alle received 24"],
            ),
            (
                "Vi traf 2.600 afgørelser i 2021, hvoraf 24 blev påklaget til Ankestyrelsen.",
                &["Greve 2021 Alle received 24"],
            ),
            (
                "Der blev i 2021 truffet 2.600 afgørelser i Myndighed. 24 blev påklaget til Ankestyrelsen.",
                &["Greve 2021 Alle received 24"],
            ),
            ("I Greve Kommune har Ankestyrelsen i 2021 truffet 24 afgørelser.", &["Greve 2021 Alle decided 24"]),
            (
                "Ankestyrelsen afgjorde 24 klager i 2021. Loven blev ændret i 2020 (14 og 15).",
                &["Greve 2021 Alle decided 24"],
            ),
            (
                "Servicelovens § 41 blev ændret i 2020 (14 og 15), og Ankestyrelsen afgjorde 24 klager i 2021.",
                &["Greve 2021 Alle decided 24"],
            ),
            (
                "Ankestyrelsen har i 2021 stadfæstet og hjemvist (14 og 15).",
                &["Greve 2021 Alle upheld 14", "Greve 2021 Alle remanded 15"],
            ),
            (
                "Usikkerheden er stor i 2021; ændres udfaldet i én sag på aktivlovens område, flyttes procenten meget.",
                &[],
            ),
        ]);
    }

    #[test]
    fn paragraphs_and_maps_stand_beside_counts() {
        compare(&[
            (
                "Ankestyrelsen afgjorde i 2021 fem § 41-sager, tre § 42-sager og to § 100 sager.",
                &["Greve 2021 SEL § 41 decided 5", "Greve 2021 SEL § 42 decided 3", "Greve 2021 SEL § 100 decided 2"],
            ),
            (
                "I 2021 traf Ankestyrelsen 20 afgørelser. Af de 20 afgørelser vedrører 8 merudgifter efter § 86 og 6 tabt indtægt efter § 87.",
                &["Greve 2021 Alle decided 20", "Greve 2021 SEL § 86 decided 8", "Greve 2021 SEL § 87 decided 6"],
            ),
            (
                "På børnehandicapområdet vedrører 12 sager i 2021 tabt arbejdsfortjeneste (§ 42), heraf er 7 stadfæstet og 5 hjemvist.",
                &["Greve 2021 SEL § 42 decided 12", "Greve 2021 SEL § 42 upheld 7", "Greve 2021 SEL § 42 remanded 5"],
            ),
            (
                "På voksenhandicapområdet, der er en del af tallene for serviceloven, blev 5 ud af 14 sager omgjort i 2021.",
                &["Greve 2021 SEL voksenhandicap reversed 5", "Greve 2021 SEL voksenhandicap decided 14"],
            ),
            (
                "På børnehandicapområdet, som dækker servicelovens §§ 32, 36 og 41-42, blev 5 ud af 14 sager omgjort i 2021.",
                &["Greve 2021 SEL børnehandicap reversed 5", "Greve 2021 SEL børnehandicap decided 14"],
            ),
            (
                "Ankestyrelsen afgjorde 33 klager i 2021. Den gav kommunen ret i 19, sendte 12 retur og ændrede 2.",
                &[
                    "Greve 2021 Alle decided 33",
                    "Greve 2021 Alle upheld 19",
                    "Greve 2021 Alle remanded 12",
                    "Greve 2021 Alle changed 2",
                ],
            ),
            (
                "Ved § 112 blev 44 afgørelser behandlet af Ankestyrelsen i 2021. Ingen afgørelser efter § 112 blev ændret.",
                &["Greve 2021 SEL § 112 decided 44", "Greve 2021 SEL § 112 changed 0"],
            ),
            (
                "Der har i 2021 ikke været afgjort sager på hverken børnehandicapområdet eller voksenhandicapområdet.",
                &["Greve 2021 SEL børnehandicap decided 0", "Greve 2021 SEL voksenhandicap decided 0"],
            ),
            (
                "Omgørelsesprocenten efter serviceloven var i 2021 30 pct. mod 34 pct. for landet som helhed.",
                &["Greve 2021 SEL reversal_rate 30", "Hele landet 2021 SEL reversal_rate 34"],
            ),
        ]);
    }

    #[test]
    fn bases_lists_and_answers() {
        compare(&[
            (
                "Omgørelsesprocenten er i 2021 44 på socialområdet og 52 på børnehandicapområdet. Antal sager bag tallene: 90 på \
                 socialområdet, 25 på børnehandicapområdet.",
                &[
                    "Greve 2021 SEL reversal_rate 44",
                    "Greve 2021 SEL børnehandicap reversal_rate 52",
                    "Greve 2021 SEL considered 90",
                    "Greve 2021 SEL børnehandicap considered 25",
                ],
            ),
            (
                "Antallet af sager, som Ankestyrelsen har afgjort på området, har i samme periode været 61 i 2019, 52 i 2020 og 49 i 2021.",
                &["Greve 2019 Alle decided 61", "Greve 2020 Alle decided 52", "Greve 2021 Alle decided 49"],
            ),
            (
                "Ankestyrelsen afgjorde 4 sager i 2021. De blev alle stadfæstet, så omgørelsesprocenten er 0.",
                &["Greve 2021 Alle decided 4", "Greve 2021 Alle upheld 4", "Greve 2021 Alle reversal_rate 0"],
            ),
            (
                "Der verserer p.t. 34 sager i Ankestyrelsen, heraf 20 efter serviceloven.",
                &["Greve 2022 Alle pending 34", "Greve 2022 SEL pending 20"],
            ),
            (
                "Sådan ser 2021 ud:\n\nHele serviceloven\n• 34 afgørelser\n• 20 stadfæstet\n• 14 hjemvist\n\nBudget\n• 30 sager\n• 12 mødedage",
                &["Greve 2021 SEL decided 34", "Greve 2021 SEL upheld 20", "Greve 2021 SEL remanded 14"],
            ),
            (
                "Ankestyrelsens afgørelser efter serviceloven i 2021:\n\n- § 83: 6 (5 stadfæstet, 1 hjemvist)\n- § 116: 3 afgørelser - \
                 alle stadfæstet\n- Øvrige: 2 (begge hjemvist)",
                &[
                    "Greve 2021 SEL § 83 decided 6",
                    "Greve 2021 SEL § 83 upheld 5",
                    "Greve 2021 SEL § 83 remanded 1",
                    "Greve 2021 SEL § 116 decided 3",
                    "Greve 2021 SEL § 116 upheld 3",
                    "Greve 2021 SEL · Øvrige decided 2",
                    "Greve 2021 SEL · Øvrige remanded 2",
                ],
            ),
            (
                "Hvad med børneområdet alene?\n\nSvar: Her er der afgjort 9 sager i Ankestyrelsen i 2021.",
                &["Greve 2021 Alle decided 9?"],
            ),
            (
                "Hvor mange sager er der efter aktivloven?\n\nSvar: Ankestyrelsen afgjorde 9 sager i 2021.",
                &["Greve 2021 LAS decided 9"],
            ),
            (
                "Ankestyrelsen afgjorde 6 sager i 2021. Fire af sagerne vedrører hjælpemidler, hvoraf tre er stadfæstet og en hjemvist.",
                &["Greve 2021 Alle decided 6", "Greve 2021 Alle upheld 3?", "Greve 2021 Alle remanded 1?"],
            ),
            (
                "I 1. halvår 2021 afgjorde Ankestyrelsen 20 sager. Omgørelsesprocenten er faldet fra 32 til 27.",
                &[
                    "Greve 2021-H1 Alle decided 20",
                    "Greve 2020-H1 Alle reversal_rate 32?",
                    "Greve 2021-H1 Alle reversal_rate 27",
                ],
            ),
        ]);
    }

    #[test]
    fn shares_and_causes_of_some_are_not_those_of_all() {
        compare(&[
            (
                "I 2021 blev 44 sager stadfæstet af Ankestyrelsen, svarende til 72 procent, mens 11 blev hjemvist og 6 ændret.",
                &[
                    "Greve 2021 Alle upheld 44",
                    "Greve 2021 Alle upheld_rate 72",
                    "Greve 2021 Alle remanded 11",
                    "Greve 2021 Alle changed 6",
                ],
            ),
            (
                "I 2021 blev der klaget til Ankestyrelsen over 93 af kommunens 1.120 afgørelser.",
                &["Greve 2021 Alle received 93"],
            ),
            (
                "Ankestyrelsen hjemviste 8 sager i 2021. I 6 af dem skyldes hjemvisningen manglende partshøring.",
                &["Greve 2021 Alle remanded 8"],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen 90 sager. 60 sager, svarende til 67 procent af de realitetsbehandlede, blev stadfæstet.",
                &["Greve 2021 Alle decided 90", "Greve 2021 Alle upheld 60", "Greve 2021 Alle upheld_rate 67"],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen 90 sager. Af kommunens i alt cirka 9.800 årlige afgørelser er det under 1 %.",
                &["Greve 2021 Alle decided 90"],
            ),
            (
                "Efter genvurdering er 17 afgørelser i 2021 ændret. Ankestyrelsen afgjorde 26 af Visitationens sager i 2021.",
                &["Greve 2021 Visitationen decided 26"],
            ),
            (
                "Familiecentret modtog i 2021 19 afgørelser fra Ankestyrelsen. 12 var stadfæstelser og 7 hjemvisninger.",
                &[
                    "Greve 2021 Familiecentret decided 19",
                    "Greve 2021 Familiecentret upheld 12",
                    "Greve 2021 Familiecentret remanded 7",
                ],
            ),
            (
                "Ankestyrelsen hjemviste 8 sager i 2021. Gennemgangen viser, at 6 af de 8 sager er hjemvist på grund af manglende \
                 partshøring.",
                &["Greve 2021 Alle remanded 8"],
            ),
            (
                "Ankestyrelsen afgjorde 5 sager i 2021. To af de fem afgørelser gjaldt merudgifter. Begge blev hjemvist.",
                &["Greve 2021 Alle decided 5", "Greve 2021 Alle remanded 2?"],
            ),
            (
                "Omgørelsesprocenten er faldet fra 32 i 2019 til 20 i 2021. På landsplan er den i samme periode gået fra 33 til 31.",
                &[
                    "Greve 2019 Alle reversal_rate 32",
                    "Greve 2021 Alle reversal_rate 20",
                    "Hele landet 2019 Alle reversal_rate 33",
                    "Hele landet 2021 Alle reversal_rate 31",
                ],
            ),
            (
                "Greve havde i 2021 landets næstlaveste omgørelsesprocent: 17 procent af de 30 sager, Ankestyrelsen behandlede, blev \
                 omgjort.",
                &["Greve 2021 Alle reversal_rate 17", "Greve 2021 Alle considered 30"],
            ),
            (
                "4. kvartal 2021:\nModtagne afgørelser fra Ankestyrelsen: 16\nHeraf stadfæstet: 10",
                &["Greve 2021-Q4 Alle decided 16", "Greve 2021-Q4 Alle upheld 10"],
            ),
        ]);
    }

    #[test]
    fn ones_and_lists_in_words() {
        compare(&[
            (
                "Efter § 100 var der i 2021 syv sager, hvor kommunen fik ret i seks og fik en tilbage til fornyet behandling.",
                &["Greve 2021 SEL § 100 decided 7", "Greve 2021 SEL § 100 upheld 6", "Greve 2021 SEL § 100 remanded 1"],
            ),
            (
                "Efter § 96 var der i 2021 to sager: en stadfæstelse og en ændring.",
                &["Greve 2021 SEL § 96 decided 2", "Greve 2021 SEL § 96 upheld 1", "Greve 2021 SEL § 96 changed 1"],
            ),
            (
                "Efter § 96 var der i 2021 3 sager, en stadfæstelse og to ændringer.",
                &["Greve 2021 SEL § 96 decided 3", "Greve 2021 SEL § 96 upheld 1", "Greve 2021 SEL § 96 changed 2"],
            ),
            (
                "I 2021 var der to sager efter § 45. Den ene er stadfæstet, den anden hjemvist.",
                &["Greve 2021 SEL § 45 decided 2", "Greve 2021 SEL § 45 upheld 1", "Greve 2021 SEL § 45 remanded 1"],
            ),
            (
                "Afgørelser i 2021:\n- Hjemmetræning, § 32 a: en enkelt afgørelse, som er stadfæstet.",
                &["Greve 2021 SEL § 32a decided 1", "Greve 2021 SEL § 32a upheld 1"],
            ),
            ("Begge sager om ledsagelse efter § 97 blev stadfæstet i 2021.", &["Greve 2021 SEL § 97 upheld 2"]),
            (
                "- § 41 i 2021: 8 sager; 5 stadfæstet / 3 hjemvist\n- § 32: 1 sag; 1 hjemvist",
                &[
                    "Greve 2021 SEL § 41 decided 8",
                    "Greve 2021 SEL § 41 upheld 5",
                    "Greve 2021 SEL § 41 remanded 3",
                    "Greve 2021 SEL § 32 decided 1",
                    "Greve 2021 SEL § 32 remanded 1",
                ],
            ),
        ]);
    }

    #[test]
    fn what_was_not_taken_up_and_what_a_share_is_of() {
        compare(&[
            (
                "I 2021 blev 21 stadfæstet, 9 hjemvist, og 4 klager er ikke taget under behandling (afvist).",
                &["Greve 2021 Alle upheld 21", "Greve 2021 Alle remanded 9", "Greve 2021 Alle dismissed 4"],
            ),
            (
                "I 2021 stod 21 afgørelser ved magt, 9 sager blev sendt retur, og i to sager gav Ankestyrelsen familien helt \
                 eller delvist medhold.",
                &["Greve 2021 Alle upheld 21", "Greve 2021 Alle remanded 9", "Greve 2021 Alle changed 2"],
            ),
            (
                "I 2021 blev 33 sager omgjort. Det svarer til 27,5 procent af de 120, som Ankestyrelsen realitetsbehandlede. \
                 På landsplan var andelen 30,1 procent.",
                &[
                    "Greve 2021 Alle reversed 33",
                    "Greve 2021 Alle reversal_rate 27.5",
                    "Greve 2021 Alle considered 120",
                    "Hele landet 2021 Alle reversal_rate 30.1",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 130 sager i 2021. 10 blev afvist. 33 sager blev omgjort. Det svarer til 27,5 procent.",
                &[
                    "Greve 2021 Alle decided 130",
                    "Greve 2021 Alle dismissed 10",
                    "Greve 2021 Alle reversed 33",
                    "Greve 2021 Alle reversal_rate 27.5",
                ],
            ),
            (
                "I 2021:\nStadfæstet: 43\nHjemvist: 17\nRealitetsbehandlede i alt: 60",
                &["Greve 2021 Alle upheld 43", "Greve 2021 Alle remanded 17", "Greve 2021 Alle considered 60"],
            ),
        ]);
    }

    #[test]
    fn some_of_them_and_other_places() {
        compare(&[
            (
                "Ankestyrelsen hjemviste 6 sager efter sygedagpengeloven i 2021. I tre af dem var sagen stoppet efter § 7.",
                &["Greve 2021 SDP remanded 6"],
            ),
            (
                "I 2021 blev der afgjort syv sager efter § 42: 4 stadfæstelser, 3 hjemvisninger. Den sidste er en \
                 stadfæstelse efter § 45.",
                &[
                    "Greve 2021 SEL § 42 decided 7",
                    "Greve 2021 SEL § 42 upheld 4",
                    "Greve 2021 SEL § 42 remanded 3",
                    "Greve 2021 SEL § 45 upheld 1",
                ],
            ),
            (
                "Omgørelsesprocenten for voksenhandicap var i 2021 30,1 ud fra 28 sager. Landsgennemsnittet var 41,2. I 2020 \
                 lå Greve på 36,4 og landet på 40,3, og i 2019 på henholdsvis 38,0 og 40,6.",
                &[
                    "Greve 2021 SEL voksenhandicap reversal_rate 30.1",
                    "Greve 2021 SEL voksenhandicap considered 28",
                    "Hele landet 2021 SEL voksenhandicap reversal_rate 41.2",
                    "Greve 2020 SEL voksenhandicap reversal_rate 36.4",
                    "Hele landet 2020 SEL voksenhandicap reversal_rate 40.3",
                    "Greve 2019 SEL voksenhandicap reversal_rate 38",
                    "Hele landet 2019 SEL voksenhandicap reversal_rate 40.6",
                ],
            ),
            (
                "Omgørelsesprocenten på socialområdet var 34,9 i 2021.\n\nPå det samlede kort er Greves tal lavere end Køges \
                 41,3 og Faxes 39,4.",
                &[
                    "Greve 2021 SEL reversal_rate 34.9",
                    "Køge 2021 SEL reversal_rate 41.3",
                    "Faxe 2021 SEL reversal_rate 39.4",
                ],
            ),
        ]);
    }

    #[test]
    fn paragraphs_head_and_part() {
        compare(&[
            (
                "Afgørelserne i 2021 efter serviceloven er især efter:\n\n§ 112 Hjælpemidler\n12 afgørelser, 9 stadfæstet og 3 \
                 hjemvist\n\n§§ 45 og 97 Ledsagelse\n5 afgørelser, alle stadfæstet",
                &[
                    "Greve 2021 SEL § 112 decided 12",
                    "Greve 2021 SEL § 112 upheld 9",
                    "Greve 2021 SEL § 112 remanded 3",
                    "Greve 2021 SEL §§ 45, 97 decided 5",
                    "Greve 2021 SEL §§ 45, 97 upheld 5",
                ],
            ),
            (
                "På børnehandicapområdet blev 16 sager afgjort i 2021.\n\nNi af de 16 sager er efter § 42. Seks af dem er \
                 stadfæstet, og tre er hjemvist.",
                &[
                    "Greve 2021 SEL børnehandicap decided 16",
                    "Greve 2021 SEL § 42 decided 9",
                    "Greve 2021 SEL børnehandicap decided 16",
                    "Greve 2021 SEL § 42 upheld 6",
                    "Greve 2021 SEL § 42 remanded 3",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 20 sager efter serviceloven i 2021, heraf 11 efter § 112. Otte blev stadfæstet og tre \
                 hjemvist.",
                &[
                    "Greve 2021 SEL decided 20",
                    "Greve 2021 SEL § 112 decided 11",
                    "Greve 2021 SEL § 112 upheld 8",
                    "Greve 2021 SEL § 112 remanded 3",
                ],
            ),
            ("Målet om færre omgørelser blev i 2021 nået i to ud af fire kvartaler.", &[]),
            ("I 3 ud af 12 måneder var der i 2021 flere omgørelser end året før.", &[]),
        ]);
    }

    #[test]
    fn what_goes_beyond_the_heading_s_paragraph_is_not_of_it() {
        let head = "Ledsagelse, servicelovens § 97\nAnkestyrelsen afgjorde 4 klager i 2021.\n\n";
        let first = "Greve 2021 SEL § 97 decided 4";
        for (text, expected) in [
            ("Omgørelsesprocenten er samlet set 25.", vec!["Greve 2021 SEL § 97 reversal_rate 25"]),
            (
                "På hele social- og beskæftigelsesområdet blev 83 klager afgjort. Omgørelsesprocenten er samlet set 29.",
                vec!["Greve 2021 Alle decided 83", "Greve 2021 Alle reversal_rate 29"],
            ),
            (
                "På hele social- og beskæftigelsesområdet blev 83 klager afgjort.\n\nSamlet set er omgørelsesprocenten 29.",
                vec!["Greve 2021 Alle decided 83", "Greve 2021 Alle reversal_rate 29"],
            ),
            (
                "Ankestyrelsen har i 2021 i alt afgjort 83 klager. Omgørelsesprocenten er samlet set 29.",
                vec!["Greve 2021 Alle decided 83?", "Greve 2021 SEL § 97 reversal_rate 29?"],
            ),
        ] {
            let expected: Vec<&str> = [first].into_iter().chain(expected).collect();
            assert_eq!(stated(&format!("{head}{text}")), expected, "{text}");
        }
    }

    #[test]
    fn rates_with_their_bases_are_told_again_by_turns() {
        compare(&[(
            "I 2021 var omgørelsesprocenten på børnehandicapområdet 48 (25 sager) og på voksenhandicapområdet 31 (13 sager). \
             Tallene for hele landet var henholdsvis 51 og 42.",
            &[
                "Greve 2021 SEL børnehandicap reversal_rate 48",
                "Greve 2021 SEL børnehandicap considered 25",
                "Greve 2021 SEL voksenhandicap reversal_rate 31",
                "Greve 2021 SEL voksenhandicap considered 13",
                "Hele landet 2021 SEL børnehandicap reversal_rate 51",
                "Hele landet 2021 SEL voksenhandicap reversal_rate 42",
            ],
        )]);
    }

    #[test]
    fn what_a_committee_treats_or_a_review_holds_is_not_the_board_s() {
        compare(&[
            (
                "Ungeudvalget har i 2021 behandlet 7 sager, og Ankestyrelsen har som klageinstans stadfæstet dem, der er påklaget.",
                &[],
            ),
            ("Ankestyrelsen har i 2021 behandlet 7 sager.", &["Greve 2021 Alle decided 7"]),
            ("Gennemgangen omfatter 45 sager og blev afsluttet i 2021.", &[]),
            ("Analysen har i 2021 omfattet 45 klagesager.", &[]),
        ]);
    }

    #[test]
    fn what_stands_in_short() {
        compare(&[
            (
                "Afgørelser fra Ankestyrelsen 2021:\n- Sygedagpengeloven: 6 afgjorte sager, som alle er stadfæstet.\n- Pensionsloven: \
                 2 afgjorte sager, der begge blev hjemvist.",
                &[
                    "Greve 2021 SDP decided 6",
                    "Greve 2021 SDP upheld 6",
                    "Greve 2021 PL decided 2",
                    "Greve 2021 PL remanded 2",
                ],
            ),
            (
                "Efter pensionsloven har Ankestyrelsen i 2021 stadfæstet otte afgørelser, hjemvist fem og afvist en enkelt.",
                &["Greve 2021 PL upheld 8", "Greve 2021 PL remanded 5", "Greve 2021 PL dismissed 1"],
            ),
            (
                "Ankestyrelsen traf i 2021 11 afgørelser om merudgifter (§ 41) og 10 om bil (§ 114). Af afgørelserne om merudgifter \
                 blev 8 stadfæstet, mens der efter § 114 var 4 stadfæstelser.",
                &[
                    "Greve 2021 SEL § 41 decided 11",
                    "Greve 2021 SEL § 114 decided 10",
                    "Greve 2021 SEL § 41 upheld 8",
                    "Greve 2021 SEL § 114 upheld 4",
                ],
            ),
            (
                "Ankestyrelsen afgjorde i 2021 24 sager under serviceloven og aktivloven. Heraf er 12 stadfæstet.",
                &["Greve 2021 SEL decided 24?", "Greve 2021 SEL upheld 12?"],
            ),
            // The rest of both laws together.
            (
                "Efter sygedagpengeloven stadfæstede Ankestyrelsen 12 ud af 13 sager i 2021, og efter aktivloven 9 ud af 11. De \
                 resterende tre er hjemvist.",
                &[
                    "Greve 2021 SDP upheld 12",
                    "Greve 2021 SDP decided 13",
                    "Greve 2021 LAS upheld 9",
                    "Greve 2021 LAS decided 11",
                    "Greve 2021 SDP remanded 3?",
                ],
            ),
            (
                "Omgørelsesprocenten på socialområdet er 36 i 2021. Kortet for børnehandicapområdet viser 60 pct. med \
                 udgangspunkt i fem sager, og det for voksne er blankt.",
                &[
                    "Greve 2021 SEL reversal_rate 36",
                    "Greve 2021 SEL børnehandicap reversal_rate 60",
                    "Greve 2021 SEL børnehandicap considered 5",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 94 klager i 2020 og 88 i 2021. Nogle blev afvist, fx fordi der var klaget for sent: 8 i 2020 \
                 og 6 i 2021.",
                &[
                    "Greve 2020 Alle decided 94",
                    "Greve 2021 Alle decided 88",
                    "Greve 2020 Alle dismissed 8",
                    "Greve 2021 Alle dismissed 6",
                ],
            ),
            ("3. (Åben) Danmarkskort over omgørelsesprocenter 2021: 3", &[]),
        ]);
    }
}
