//! How long it takes from bytes to figures, and the checks apart: each sample, minutes that are mostly prose, a
//! thousand documents, ten times the length.
//!
//! Real minutes are measured too where the environment variable `SIDESTIL_MINUTES` names a folder of text files.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use sidestil::data::samples;
use sidestil::worker::reading::read_bytes;
use sidestil::{check, extract, read};

/// As the program has it.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// All samples behind one another, so many times.
fn document(times: usize) -> String {
    let all: Vec<&str> = samples::ALL.iter().map(|(_, text)| *text).collect();
    all.join("\n").repeat(times)
}

/// Agenda items that speak of neither appeals nor caseloads, as nearly all items of real minutes do.
const ORDINARY: [&str; 6] = [
    "Sagsfremstilling\nForvaltningen fremlægger hermed forslag til ny cykelsti langs Møllevej mellem skolen og \
     stationen. Strækningen er 2,4 km lang, og anlægget forventes at koste 6.200.000 kr. Arbejdet kan begynde i april \
     og ventes at vare fem måneder. Naboerne er hørt, og der er kommet 14 bemærkninger, som er vedlagt.\n\
     De fleste bemærkninger handler om parkering. Forvaltningen vurderer, at der fortsat vil være plads nok, idet der \
     anlægges en ny plads bag hallen. Træerne på strækningen bevares, hvor det er muligt.",
    "Sagsfremstilling\nBiblioteket har i det forløbne år haft aftenåbent hver torsdag. Ordningen er vel besøgt, og \
     personalet oplever, at især unge og familier med børn bruger de sene timer. Der blev holdt 38 arrangementer med i \
     alt 2.150 deltagere. Forvaltningen foreslår, at ordningen gøres varig fra næste budgetår.\n\
     Udgiften er 310.000 kr. om året og kan holdes inden for områdets ramme, da lejen af magasinet bortfalder.",
    "Sagsfremstilling\nLokalplanen giver mulighed for 45 boliger i op til to etager samt et fælleshus. Området er i dag \
     landbrugsjord og ligger i tilknytning til den eksisterende bebyggelse. Regnvand ledes til et bassin mod syd, som \
     udformes som en sø med sti omkring. Planen har været i offentlig høring i otte uger.\n\
     Der er indkommet høringssvar fra grundejerforeningen, menighedsrådet og tre naboer. Svarene gennemgås i notatet.",
    "Sagsfremstilling\nMadordningen på plejecentrene er drøftet med beboerrådene. Rådene ønsker varm mad midt på dagen \
     og mulighed for at vælge mellem to retter. Køkkenet kan levere dette uden flere ansatte, men skal have en ny ovn. \
     Den koster cirka 180.000 kr., og leveringstiden er tolv uger.\n\
     Sundhed og ernæring er vurderet af en diætist, som anbefaler mindre salt og flere grove grøntsager.",
    "Sagsfremstilling\nSkolebestyrelserne foreslår, at sommerferien begynder en dag tidligere, så den falder sammen med \
     nabokommunernes. Det berører ikke antallet af undervisningstimer. Børnehaverne holder åbent som sædvanlig, og \
     fritidshjemmet åbner kl. 6.30 på den pågældende dag. Forslaget har været i høring indtil den 12. marts 2021.",
    "Sagsfremstilling\nRegnskabet for vej og park viser et mindreforbrug på 1,2 mio. kr., som især skyldes en mild \
     vinter. Beløbet foreslås overført til næste år og brugt på fortove, hvor der er et efterslæb. Tilstanden blev \
     målt i efteråret, og 17 procent af fortovene er i dårlig stand. Kortet i bilag 2 viser hvor.",
];

/// One agenda item in eight is a sample about figures, the others are ordinary prose.
fn minutes(items: usize) -> String {
    let mut text =
        "Referat\nUdvalget for Velfærd\nHvidovre Kommune\nMødedato: 7. april 2021 kl. 16.00\nMødested: Rådhuset\n\n"
            .to_owned();
    for item in 0..items {
        let (title, body) = if item % 8 == 3 {
            ("Orientering om klager og sagstal", samples::ALL[item / 8 % samples::ALL.len()].1)
        } else {
            ("Drøftelse af forvaltningens forslag", ORDINARY[item % ORDINARY.len()])
        };
        let number = item + 1;
        text.push_str(&format!(
            "{number}. {title}\n\n{body}\n\nIndstilling\nForvaltningen indstiller, at sagen tages til efterretning.\n\n\
             Beslutning\nTaget til efterretning.\n\n"
        ));
    }
    text
}

/// Bytes in, figures out.
fn figures(text: &str) -> usize {
    read::read(text.as_bytes(), "prøve.txt").map_or(0, |document| extract::extract(&document).figures.len())
}

/// Reading and extraction of each sample.
#[divan::bench(args = 0..samples::ALL.len())]
fn sample(bencher: Bencher<'_, '_>, index: usize) {
    let (_, text) = samples::ALL[index];
    bencher.counter(BytesCount::of_str(text)).bench(|| figures(text));
}

/// Reading and extraction of minutes with so many items.
#[divan::bench(args = [16, 160])]
fn mixed_minutes(bencher: Bencher<'_, '_>, items: usize) {
    let text = minutes(items);
    bencher.counter(BytesCount::of_str(&text)).bench(|| figures(&text));
}

/// The checks of the same minutes alone.
#[divan::bench(args = [16, 160])]
fn mixed_minutes_checks(bencher: Bencher<'_, '_>, items: usize) {
    let text = minutes(items);
    let document = read::read(text.as_bytes(), "prøve.txt").expect("plain text is read");
    let extraction = extract::extract(&document);
    bencher.counter(BytesCount::of_str(&text)).bench(|| check::check(&document, &extraction));
}

/// Reading and extraction of the text files in a folder of one's own, one after another.
#[divan::bench]
fn real_minutes(bencher: Bencher<'_, '_>) {
    let folder = std::env::var_os("SIDESTIL_MINUTES").and_then(|folder| std::fs::read_dir(folder).ok());
    let paths = folder.into_iter().flatten().flatten().map(|entry| entry.path());
    let texts: Vec<String> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| texts.iter().map(|text| figures(text)).sum::<usize>());
}

/// Bytes in, figures and findings out; ten times the text may take at most eleven times as long.
#[divan::bench(args = [1, 10, 100])]
fn one_document(bencher: Bencher<'_, '_>, times: usize) {
    let text = document(times);
    bencher.counter(BytesCount::of_str(&text)).bench(|| read_bytes(text.as_bytes(), "prøve.txt"));
}

/// The same without the checks: reading and extraction only.
#[divan::bench(args = [1, 10, 100])]
fn extraction(bencher: Bencher<'_, '_>, times: usize) {
    let text = document(times);
    bencher.counter(BytesCount::of_str(&text)).bench(|| figures(&text));
}

/// The checks alone.
#[divan::bench(args = [1, 10, 100])]
fn checks(bencher: Bencher<'_, '_>, times: usize) {
    let text = document(times);
    let document = read::read(text.as_bytes(), "prøve.txt").expect("plain text is read");
    let extraction = extract::extract(&document);
    bencher.counter(BytesCount::of_str(&text)).bench(|| check::check(&document, &extraction));
}

/// A thousand documents, one after another on one thread.
#[divan::bench(sample_count = 3)]
fn a_thousand_documents(bencher: Bencher<'_, '_>) {
    let documents: Vec<&str> = samples::ALL.iter().map(|(_, text)| *text).cycle().take(1000).collect();
    let bytes: usize = documents.iter().map(|text| text.len()).sum();
    let read = || documents.iter().filter(|text| read_bytes(text.as_bytes(), "prøve.txt").is_ok()).count();
    bencher.counter(BytesCount::new(bytes)).counter(ItemsCount::new(documents.len())).bench(read);
}
