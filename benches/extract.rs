//! How long it takes from bytes to figures: one document, a thousand, and documents ten times as long.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use sidestil::data::samples;
use sidestil::worker::reading::read_bytes;

fn main() {
    divan::main();
}

/// A document of about this many times the samples' length.
fn document(times: usize) -> String {
    let all: Vec<&str> = samples::ALL.iter().map(|(_, text)| *text).collect();
    all.join("\n").repeat(times)
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
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let document = sidestil::read::read(text.as_bytes(), "prøve.txt");
        document.map(|document| sidestil::extract::extract(&document))
    });
}

/// A thousand documents, one after another on one thread.
#[divan::bench(sample_count = 3)]
fn a_thousand_documents(bencher: Bencher<'_, '_>) {
    let documents: Vec<&str> = samples::ALL.iter().map(|(_, text)| *text).cycle().take(1000).collect();
    let bytes: usize = documents.iter().map(|text| text.len()).sum();
    let read = || documents.iter().filter(|text| read_bytes(text.as_bytes(), "prøve.txt").is_ok()).count();
    bencher.counter(BytesCount::new(bytes)).counter(ItemsCount::new(documents.len())).bench(read);
}
