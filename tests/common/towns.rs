//! Invented minutes of any municipality: agenda, ten years of complaints by law, a caseload table, other key figures.

/// How many lines of prose make about a thousand bytes.
const PROSE: [&str; 6] = [
    "Forvaltningen oplyser, at vejen ved den gamle mølle er lagt om, og at skiltene er sat op igen efter stormen.",
    "Der har været afholdt dialogmøde med foreningerne, hvor ønsker til lokaler og tider i hallen blev gennemgået.",
    "Udvalget fik en status på arbejdet med den nye politik, som sendes i høring hos råd og bestyrelser.",
    "Biblioteket har haft flere besøgende end ventet, og åbningstiden om lørdagen fortsætter foreløbig.",
    "Medlemmerne drøftede, hvordan borgerne bedst inddrages, når planen for området ved stationen skal skrives.",
    "Det blev aftalt, at emnet tages op igen, når tilbagemeldingerne fra bestyrelserne er samlet.",
];

/// Minutes of municipality number `n`, with complaints of the ten years up to 2023. The same `n` gives the same text.
#[must_use]
pub fn minutes(n: usize, municipality: &str) -> String {
    let (day, month) = (1 + n % 28, 1 + n % 12);
    let mut text = format!(
        "Socialudvalget\n{day:02}-{month:02}-2024\nMedlemmer\nAnna Prøve (A)\nKlagestatistik for {municipality} Kommune\n\
         Sag nr. 1\nSagsfremstilling\n"
    );
    for year in 2014..2024 {
        let (upheld, changed, remanded) = (60 + n * 7 % 90, 5 + (n + year) % 9, 10 + (n * 3 + year) % 20);
        let all = upheld + changed + remanded + 4;
        text.push_str(&format!(
            "Af kommunens {all} afgjorte sager i {year} har Ankestyrelsen stadfæstet {upheld} sager, ændret/ophævet \
             {changed} sager, afvist 4 sager og hjemvist {remanded} sager.\n"
        ));
    }
    // A rate that is not what the numbers give: one finding in each document.
    text.push_str(&format!("Omgørelsesprocenten var {} % i 2023 mod 31 % på landsplan.\n", 40 + n % 9));
    text.push_str("Beslutning\nTaget til efterretning.\n");
    text.push_str(&format!("Sagsantal for {municipality} Kommune\nSag nr. 2\nSagsfremstilling\n"));
    text.push_str(&format!(
        "I 2023 var der {} sager pr. årsværk på sygedagpenge, {} sager pr. årsværk på jobparate og {} sager pr. \
         årsværk på fleksjob.\n",
        40 + n % 30,
        50 + n * 3 % 60,
        120 + n * 5 % 90
    ));
    text.push_str("Indstilling\nAt sagen drøftes.\nBeslutning\nSagen udsættes.\n");
    text
}

/// The same with prose, which holds no figures, up to so many bytes.
#[must_use]
pub fn long_minutes(n: usize, municipality: &str, bytes: usize) -> String {
    let mut text = minutes(n, municipality);
    let mut item = 3;
    while text.len() < bytes {
        text.push_str(&format!("Orientering om byens liv, del {item}\nSag nr. {item}\nSagsfremstilling\n"));
        for line in 0..40 {
            text.push_str(PROSE[(n + item + line) % PROSE.len()]);
            text.push_str(if line % 4 == 3 { "\n" } else { " " });
        }
        text.push_str("\nBeslutning\nTaget til efterretning.\n");
        item += 1;
    }
    text
}
