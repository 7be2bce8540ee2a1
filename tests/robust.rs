//! What does not change what a text says must not change what is read from it, and nothing may panic.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use sidestil::data::samples;
use sidestil::model::figure::Origin;
use sidestil::read::error::ReadError;
use sidestil::worker::reading::read_bytes;
use std::fs;
use std::path::Path;

/// The corpus and the samples, by name.
fn texts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut texts: Vec<(String, String)> = samples::ALL.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            // One document is in Windows-1252 on purpose.
            let Ok(text) = fs::read_to_string(&path) else { continue };
            texts.push((path.file_stem().unwrap().to_string_lossy().into_owned(), text));
        }
    }
    texts.sort();
    texts
}

/// The figures of a document, as lines that can be compared; without the places where they stand.
fn figures(bytes: &[u8], name: &str) -> Vec<String> {
    let reading = read_bytes(bytes, "prøve.txt").unwrap_or_else(|error| panic!("{name}: {error}"));
    let stated = reading.extraction.figures.iter().filter(|figure| matches!(figure.origin, Origin::Stated(_)));
    let line = |figure: &sidestil::model::figure::Figure| {
        let place = figure.place.as_ref().map_or("", |place| place.as_str());
        let period = figure.period.map(|period| period.to_string()).unwrap_or_default();
        let (topic, measure, scope) = (figure.topic.key(), figure.measure.key(), &figure.scope);
        format!("{place} {period} {topic} {scope} {measure} {} {:?}", figure.value, figure.doubts)
    };
    stated.map(line).collect()
}

/// Compares the figures of every text with those of its changed form.
fn unchanged(what: &str, change: impl Fn(&str) -> Vec<u8>) {
    let mut differ = Vec::new();
    for (name, text) in texts() {
        let (before, after) = (figures(text.as_bytes(), &name), figures(&change(&text), &name));
        if before != after {
            let lost = before.iter().filter(|figure| !after.contains(figure)).map(|figure| format!("  - {figure}"));
            let new = after.iter().filter(|figure| !before.contains(figure)).map(|figure| format!("  + {figure}"));
            differ.push(format!("{name}\n{}", lost.chain(new).collect::<Vec<_>>().join("\n")));
        }
    }
    assert!(differ.is_empty(), "{what} changes figures:\n{}", differ.join("\n"));
}

#[test]
fn line_ends_and_encodings_change_nothing() {
    unchanged("CRLF", |text| text.replace('\n', "\r\n").into_bytes());
    unchanged("a byte-order mark", |text| format!("\u{feff}{text}").into_bytes());
    unchanged("UTF-16", |text| {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    });
}

#[test]
fn decomposed_letters_change_nothing() {
    unchanged("decomposed å", |text| text.replace('å', "a\u{30a}").replace('Å', "A\u{30a}").into_bytes());
}

#[test]
fn no_break_spaces_change_nothing() {
    unchanged("no-break spaces before units", |text| {
        text.replace(" procent", "\u{a0}procent").replace(" sager", "\u{a0}sager").into_bytes()
    });
}

#[test]
fn soft_hyphens_change_nothing() {
    let pairs = [("stadfæstet", "stad\u{ad}fæstet"), ("Omgørelsesprocent", "Om\u{ad}gørelses\u{ad}procent")];
    let more = [("omgørelsesprocent", "om\u{ad}gørelses\u{ad}procent"), ("hjemvist", "hjem\u{ad}vist")];
    unchanged("soft hyphens", |text| {
        let replaced = pairs.iter().chain(&more).fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
        replaced.into_bytes()
    });
}

#[test]
fn blank_lines_at_the_ends_change_nothing() {
    unchanged("blank lines before and after", |text| format!("\n\n{text}\n\n\n").into_bytes());
}

#[test]
fn no_cut_crashes() {
    for (at, (name, text)) in texts().iter().enumerate() {
        // A few places in each text, other ones in each: together they meet every kind of passage.
        let step = text.len() / 7 + 1;
        let places = (0..text.len()).skip(at * 13 % step).step_by(step).map(|place| text.floor_char_boundary(place));
        for place in places {
            for part in [&text[..place], &text[place..]] {
                let read = read_bytes(part.as_bytes(), "prøve.txt");
                assert!(!matches!(read, Err(ReadError::Crashed)), "{name}: cut at {place}");
            }
        }
    }
}

#[test]
fn no_mixture_of_words_crashes() {
    let all: Vec<String> = texts().into_iter().map(|(_, text)| text).collect();
    let words: Vec<&str> = all.iter().flat_map(|text| text.split_inclusive([' ', '\n', '\t'])).collect();
    // A small generator with a fixed start: the same mixtures in every run.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..300 {
        let mut mixture = String::new();
        for _ in 0..120 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            mixture.push_str(words[(state % words.len() as u64) as usize]);
        }
        let read = read_bytes(mixture.as_bytes(), "prøve.txt");
        assert!(!matches!(read, Err(ReadError::Crashed)), "{mixture}");
    }
}
