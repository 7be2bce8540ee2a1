//! Invented minutes in the layouts of other agenda systems and web pages.

use super::check;

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
fn who_may_be_there_is_no_part_of_a_title() {
    check(
        "Socialudvalget\nReferat fra mødet den 3. maj 2022\n\n1. (Åben) Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n\
         2. (Lukket) Salg af grund\n\n3. (Åben) Status på klager (Danmarkskort)\n\nBeslutning\n\nTaget til efterretning.",
        &[
            "Socialudvalget | 2022-05-03 - | - | minutes | + | -",
            "1 Godkendelse af dagsorden [-] approval | decision | approved@Socialudvalget 2022-05-03 | ",
            "2 (lukket) Salg af grund [-] other |  | closed@Socialudvalget 2022-05-03 | ",
            "3 Status på klager (Danmarkskort) [-] information | decision | noted@Socialudvalget 2022-05-03 | ",
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
            "- Danmarkskort over omgjorte afgørelser [-] other | other,recommendation,summary,presentation,economy,schedule,decision | approved@- 2021-04-22 | ",
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
fn a_letter_with_a_timetable_has_no_items() {
    check(
        "Til Socialudvalget\n\nGreve Kommune\n3. oktober 2018\n\nSvar på spørgsmål\n\nVejledende sagstal:\n\n\
         Sygedagpenge: 35-50 sager\nJobparate: 35-55 sager\n\nVidere proces\n\nSvaret lægges på hjemmesiden.",
        &["Socialudvalget | 2018-10-03 - | - | unknown | + | -"],
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
            "60 Meddelelser [-] announcements | summary,decision | informed@Børne- og Familieudvalget 2022-05-17 | ",
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
fn titles_that_prose_follows_are_known_by_the_list_at_the_top() {
    check(
        "Ældrerådet\n\nReferat fra møde den 3. maj 2021 kl. 10.00\nDagsorden\n1. Godkendelse af dagsorden\n2. Tilsyn\n\
         3. Budget 2022\n4. Nyt fra formanden\n\n1. Godkendelse af dagsorden\nDagsordenen blev godkendt.\n2. Tilsyn\n\
         Lederen fortalte om de fem tilsyn, der er gennemført i årets løb.\n\
         Ældrerådet tog orienteringen til efterretning og ønsker tallene igen.\n3. Budget 2022\n\
         Administrationen gennemgik budgettet for de ældre i kommunen.\nBeslutning\nRådet kan ikke anbefale besparelsen.\n\
         4. Nyt fra formanden\nMødet med regionen er flyttet til juni, og formanden deltager.",
        &[
            "Ældrerådet | 2021-05-03 10:00 | - | minutes | + | -",
            "1 Godkendelse af dagsorden [-] approval |  | approved@Ældrerådet 2021-05-03 | ",
            "2 Tilsyn [-] other | other | noted@Ældrerådet 2021-05-03 | ",
            "3 Budget 2022 [-] other | other,decision | other@Ældrerådet 2021-05-03 | ",
            "4 Nyt fra formanden [-] announcements | other |  | ",
        ],
    );
}

#[test]
fn an_item_between_two_others_needs_no_section() {
    check(
        "Socialudvalget\nReferat 3. maj 2021\n1. Budget\nSagsfremstilling\nTal.\nBeslutning\nGodkendt.\n2. Tilsyn\n\
         Der er ført fem tilsyn i årets løb, og alle gik godt.\n3. Plan\nSagsfremstilling\nEn plan.\nBeslutning\nGodkendt.",
        &[
            "Socialudvalget | 2021-05-03 - | - | minutes | + | -",
            "1 Budget [-] other | presentation,decision | approved@Socialudvalget 2021-05-03 | ",
            "2 Tilsyn [-] other | other |  | ",
            "3 Plan [-] other | presentation,decision | approved@Socialudvalget 2021-05-03 | ",
        ],
    );
}

#[test]
fn titles_below_their_numbers() {
    check(
        "Jobudvalget\nReferat\n3. juni 2020 kl. 13:00\nSkovvej 110, 9530 Bækby\nSag nr. 1\nGodkendelse af dagsorden\nBeslutning\n\
         Godkendt.\nSag nr. 2\nSagstal\nSagens kerne\nTal.\nBeslutning\nTaget til efterretning.\nSag nr. 3\nEventuelt\nIntet.",
        &[
            "Jobudvalget | 2020-06-03 13:00 | Skovvej 110, 9530 Bækby | minutes | + | -",
            "1 Godkendelse af dagsorden [-] approval | decision | approved@Jobudvalget 2020-06-03 | ",
            "2 Sagstal [-] other | summary,decision | noted@Jobudvalget 2020-06-03 | ",
            "3 Eventuelt [-] any_other_business |  | nothing@Jobudvalget 2020-06-03 | ",
        ],
    );
}

#[test]
fn headings_of_decisions_and_what_is_none() {
    check(
        "Jobudvalget\nReferat\nMødetidspunkt: kl. 13.00 - 16.15\n3. juni 2020\n1. Tal\nSagsnr. 20/11\nSagsfremstilling\nTabel:\nAfgørelse\n1. halvår\n\
         4\n9\nØkonomi/personale\nIngen.\nHandicaprådets bemærkninger\nIngen.\nForvaltningen foreslår,\n\
         at tallene drøftes.\nBeslutninger Jobudvalget den 03-06-2020\nDrøftet.\n2. Plan\nSagsnr. 20/12\nIndstilling\n\
         Forvaltningen indstiller, at planen godkendes.\nJobudvalget, 3. juni 2020\nGodkendt.\n3. Notat\nSagsnr. 20/13\n\
         Indstilling\nat notatet drøftes\nAfgørelse\nDrøftet.",
        &[
            "Jobudvalget | 2020-06-03 13:00 | - | minutes | + | -",
            "1 Tal [20/11] other | presentation,economy,hearing,recommendation,decision | discussed@Jobudvalget 2020-06-03 | ",
            "2 Plan [20/12] other | recommendation,decision | approved@Jobudvalget 2020-06-03 | ",
            "3 Notat [20/13] other | recommendation,decision | discussed@Jobudvalget 2020-06-03 | ",
        ],
    );
}

#[test]
fn the_head_of_a_page_is_no_decision_and_the_list_below_an_item_no_item() {
    check(
        "Jobudvalget\nReferat\n3. juni 2020\n1. Tal\nSagsnr. 20/11\nSagsfremstilling\nTallene falder.\n1. Job\n2. Ydelse\n\
         Jobudvalget, 3. juni 2020\nForvaltningen orienterede borgerne.\nBeslutning\nDrøftet.\n2. Plan\nSagsnr. 20/12\nBeslutning\n\
         Godkendt.\n4. Bus\nSagsnr. 20/13\nSagsfremstilling\nDer er fire ruter:\n1. Nord\n2. Syd\n3. Øst\n4. Vest\nBeslutning\nGodkendt.",
        &[
            "Jobudvalget | 2020-06-03 - | - | minutes | + | -",
            "1 Tal [20/11] other | presentation,decision | discussed@Jobudvalget 2020-06-03 | ",
            "2 Plan [20/12] other | decision | approved@Jobudvalget 2020-06-03 | ",
            "4 Bus [20/13] other | presentation,decision | approved@Jobudvalget 2020-06-03 | ",
        ],
    );
}

#[test]
fn marks_and_numbers_below_a_title() {
    check(
        "Referat\nSocialudvalget\nDato: 4. maj 2021\nMedlemmer:   Anne Holm (A) (formand)\n             Bo Lund (V)\n             Ida Bæk (C)\n\n\
         1. Budget\nÅben dagsorden\nSagsid: 22/14333\nBeslutning\nEt flertal (A og V) godkendte indstillingen. Ida Bæk (C) kunne ikke tiltræde.\n\
         Ida Bæk (C) deltog ikke.\n\n2. Kort over 2020\n15.00.00.A00   15/17733\nÅben/lukket sag: Åben\nSagen\nTallene er kendt.\n\
         Dialog/høring\nIngen.\nBeslutning\nAnbefaler, at der ikke laves en plan.\n\n3. Nyt fra formanden\nBeslutning\n- Møde i regionen\n\n\
         Bilagsoversigt\n2. Kort over 2020\n1. Tal for 2020\n",
        &[
            "Socialudvalget | 2021-05-04 - | - | minutes | +Anne Holm (A), Bo Lund (V) | -Ida Bæk (C)",
            "1 Budget [22/14333] other | decision | approved@Socialudvalget 2021-05-04 | ",
            "2 Kort over 2020 [15/17733] other | presentation,hearing,decision | recommended@Socialudvalget 2021-05-04 | ",
            "3 Nyt fra formanden [-] announcements | decision,attachments | informed@Socialudvalget 2021-05-04 | ",
        ],
    );
}

#[test]
fn a_closed_item_stands_in_the_contents_alone() {
    check(
        "Referat\nSocialudvalget\nDato: 4. maj 2021\nIndholdsfortegnelse\n1. Budget\n2. Kort over 2020\nLukkede punkter\n3. Leje af lokaler (lukket)\n\n\
         1. Budget\nBeslutning\nGodkendt.\n\n2. Kort over 2020\nBeslutning\nGodkendt.\n",
        &[
            "Socialudvalget | 2021-05-04 - | - | minutes | + | -",
            "1 Budget [-] other | decision | approved@Socialudvalget 2021-05-04 | ",
            "2 Kort over 2020 [-] other | decision | approved@Socialudvalget 2021-05-04 | ",
            "3 (lukket) Leje af lokaler [-] other |  | closed@Socialudvalget 2021-05-04 | ",
        ],
    );
}

#[test]
fn labels_in_cells_of_their_own_and_who_left_early() {
    check(
        "Referat\nSocialudvalget\n\nTid:\t\t4. maj 2021 kl. 13:00\nSted:\tMødelokale 1\n\
        Medlemmer til stede:\tAnne Holm (A), formand, Bo Lundgaard (V), Ida Bæk (C)\n\
        Fraværende:\tBo Lundgaard (V) fra kl. 14:00, herunder punkt 2-3\n\n\
        Punkt 1:\tGodkendelse af dagsorden\nSagsid.: 21/81\nBeslutning:\nGodkendt.\n\n\
        Punkt 2:\tLeje af lokaler (lukket)\nSagsid.: 21/82\nLukket sag\n\n\
        Punkt 3:\tEventuelt\nSagsid.: 21/81\nBeslutning:\nIngen bemærkninger.\nFraværende: Bo Lundgaard (V)\n",
        &[
            "Socialudvalget | 2021-05-04 13:00 | Mødelokale 1 | minutes | +Anne Holm (A), Bo Lundgaard (V), Ida Bæk (C) | -",
            "1 Godkendelse af dagsorden [21/81] approval | decision | approved@Socialudvalget 2021-05-04 | ",
            "2 (lukket) Leje af lokaler [21/82] other |  | closed@Socialudvalget 2021-05-04 | ",
            "3 Eventuelt [21/81] any_other_business | decision | nothing@Socialudvalget 2021-05-04 | ",
        ],
    );
}

#[test]
fn committees_in_small_letters_points_of_a_recommendation_and_cases_in_brackets() {
    check(
        "SOCIALUDVALGET\n\nReferat\nDato: 4. maj 2021\n\nFraværende: Bo Lundgaard (V). Ida Bæk (C) deltog fra og med punkt 2.\n\n\
        INDHOLD\nÅbne punkter\n1. Kort over 2020 (2021-4711)\n2. Plan for herberg (2021-4712)\n\
        Lukkede punkter\n3. Leje af lokaler (2021-4713)\n\n\
        1. Kort over 2020 (2021-4711)\n\nSagsfremstilling\nKortet er vedlagt.\n\nBeslutning\n\
        1. at: Drøftet.\n2. at: For stemte A og F (2). Imod stemte V og C (2). Indstillingen bortfaldt som følge af stemmelighed.\n\n\
        2. Plan for herberg (2021-4712)\n\nSagsfremstilling\nPlanen er ny.\n\nBilag:\n1. Plan for herberg\n\n\
        Beslutning i social- og plejeudvalget den 3. maj 2021\nAnbefales.\n\nBeslutning\n\
        Et ændringsforslag fra Ida Bæk (C) blev forkastet. For ændringsforslaget stemte C. Imod stemte A, F og V. \
        Indstillingen blev herefter godkendt.\n\n\
        3. Leje af lokaler (2021-4713) (LUKKET PUNKT)\n\nMødet sluttede kl. 18.\n",
        &[
            "Socialudvalget | 2021-05-04 - | - | minutes | + | -Bo Lundgaard (V)",
            "1 Kort over 2020 [2021-4711] other | presentation,decision | discussed@Socialudvalget 2021-05-04; lapsed_on_equal_votes@Socialudvalget 2021-05-04 | ",
            "2 Plan for herberg [2021-4712] other | presentation,attachments,decision,decision | recommended@Social- og plejeudvalget 2021-05-03; approved@Socialudvalget 2021-05-04 | Plan for herberg",
            "3 (lukket) Leje af lokaler [2021-4713] other |  | closed@Socialudvalget 2021-05-04 | ",
        ],
    );
}
