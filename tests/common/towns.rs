//! Invented minutes of any municipality: agenda, ten years of complaints, the last by law and committee, caseloads with
//! staff, other key figures. Every page of the window has something to show.

use sidestil::data::municipalities;
use sidestil::model::reading::Reading;
use sidestil::worker::reading::read_bytes;

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
    text.push_str("På landsplan har Ankestyrelsen i 2023 stadfæstet 14.000, ændret 1.900 og hjemvist 4.100 sager.\n");
    // A rate that is not what the numbers give: one finding in each document.
    text.push_str(&format!("Omgørelsesprocenten var {} % i 2023 mod 31 % på landsplan.\n", 40 + n % 9));
    outcomes(&mut text, n, "Område", &["SEL § 41", "SEL § 42", "SEL § 95", "SEL § 96", "LAS", "SDP"]);
    outcomes(&mut text, n, "Udvalg", &["Socialudvalget", "Beskæftigelsesudvalget"]);
    text.push_str("Beslutning\nTaget til efterretning.\n");
    text.push_str(&format!("Sagsantal for {municipality} Kommune\nSag nr. 2\nSagsfremstilling\n"));
    let (cases, staff) = (900 + n * 37, 20 + n);
    text.push_str(&format!(
        "Tabel 3. Sagsantal pr. årsværk i {municipality} Kommune i 2023\nMålgruppe\t{municipality}\nSygedagpenge\t{}\n\
         Jobparate\t{}\nFleksjob\t{}\nSamlet sagsantal\t{cases}\nSamlet normering\t{staff}\n",
        40 + n % 30,
        50 + n * 3 % 60,
        120 + n * 5 % 90
    ));
    text.push_str(&format!("Ledigheden var {},{} procent i 2023.\n", 3 + n % 4, n % 10));
    text.push_str("Indstilling\nAt sagen drøftes.\nBeslutning\nSagen udsættes.\n");
    text
}

/// A table of the outcomes of 2023 by something.
fn outcomes(text: &mut String, n: usize, by: &str, labels: &[&str]) {
    text.push_str(&format!("Ankestyrelsens afgørelser i 2023\n{by}\tStadfæstet\tÆndret/ophævet\tHjemvist\tI alt\n"));
    for (row, label) in labels.iter().enumerate() {
        let (upheld, changed, remanded) = (4 + (n + row * 3) % 17, (n + row) % 5, (n * 2 + row) % 9);
        text.push_str(&format!("{label}\t{upheld}\t{changed}\t{remanded}\t{}\n", upheld + changed + remanded));
    }
}

/// The minutes of all municipalities, read.
#[must_use]
pub fn readings() -> Vec<Reading> {
    let read = |(n, one): (usize, &municipalities::Municipality)| {
        read_bytes(minutes(n, &one.name).as_bytes(), &format!("{n:02}.txt")).expect("plain text is read")
    };
    municipalities::all().iter().enumerate().map(read).collect()
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
