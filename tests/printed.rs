//! Numbers and periods as Danish minutes print them, any of them: what stands in a sentence is read back as it stands.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use sidestil::lang::Lang;
use sidestil::lang::number::format;
use sidestil::model::figure::{Figure, Measure};
use sidestil::model::reading::Reading;
use sidestil::worker::reading::read_bytes;

/// The reading of one sentence in minutes of an invented meeting.
fn read(sentence: &str) -> Reading {
    let text = format!("Lejre Kommune\nReferat fra mødet i Handicaprådet den 3. maj 2023\n\n{sentence}\n");
    read_bytes(text.as_bytes(), "referat.txt").unwrap()
}

/// The one certain figure of a measure, with the characters that it was read from.
fn one(reading: &Reading, measure: Measure) -> Option<(&Figure, &str)> {
    let mut found = reading.extraction.figures.iter().filter(|figure| figure.measure == measure && figure.is_certain());
    let figure = found.next()?;
    let source = figure.source()?;
    found.next().is_none().then(|| (figure, reading.document.slice(source.value)))
}

/// The ways in which minutes write the same number of cases: points, blanks of several kinds, nothing between thousands.
fn grouped(count: u32, form: usize) -> String {
    let danish = format(Lang::Da, f64::from(count), 0);
    match form {
        0 => danish,
        1 => danish.replace('.', "\u{a0}"),
        2 => danish.replace('.', "\u{202f}"),
        _ => count.to_string(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// From 1 on: a share below one percent is one of all decisions, not of those that Ankestyrelsen considered.
    #[test]
    fn a_percentage_is_read_back(tenths in 10u32..1000, decimals in 0usize..=2, form in 0usize..5) {
        let value = if decimals == 0 { f64::from(tenths / 10) } else { f64::from(tenths) / 10.0 };
        let digits = format(Lang::Da, value, decimals);
        let unit = ["pct.", "procent", "%", "\u{a0}%", "\u{a0}pct."][form];
        let gap = if unit.starts_with('\u{a0}') { "" } else { " " };
        let reading = read(&format!("I 2022 var kommunens omgørelsesprocent på serviceloven {digits}{gap}{unit}"));
        let (figure, printed) = one(&reading, Measure::ReversalRate).expect("a rate");
        prop_assert_eq!(figure.value, value);
        prop_assert_eq!(usize::from(figure.decimals), decimals);
        prop_assert!(printed.starts_with(&digits), "{}", printed);
    }

    #[test]
    fn a_count_is_read_back(count in 2u32..900_000, form in 0usize..4) {
        // Four digits from 1900 to 2099 without a point are a year to any reader.
        prop_assume!(form != 3 || !(1900..2100).contains(&count));
        let digits = grouped(count, form);
        let reading = read(&format!("Ankestyrelsen stadfæstede {digits} af kommunens afgørelser efter serviceloven i 2022."));
        let (figure, printed) = one(&reading, Measure::Upheld).expect("a count");
        prop_assert_eq!(figure.value, f64::from(count));
        prop_assert_eq!(printed, &digits);
    }

    #[test]
    fn a_period_is_read_back(year in 2007i16..2023, form in 0usize..8) {
        let (printed, expected) = match form {
            0 => (format!("I {year}"), format!("{year}")),
            1 => (format!("I 1. halvår {year}"), format!("{year}-H1")),
            2 => (format!("I andet halvår af {year}"), format!("{year}-H2")),
            3 => (format!("I 3. kvartal {year}"), format!("{year}-Q3")),
            4 => (format!("I fjerde kvartal {year}"), format!("{year}-Q4")),
            5 => (format!("I april {year}"), format!("{year}-04")),
            6 => (format!("I perioden {}-{year}", year - 2), format!("{}..{year}", year - 2)),
            _ => (format!("I årene {} til {year}", year - 1), format!("{}..{year}", year - 1)),
        };
        let reading = read(&format!("{printed} var kommunens omgørelsesprocent på serviceloven 31 pct."));
        let (figure, _) = one(&reading, Measure::ReversalRate).expect("a rate");
        prop_assert_eq!(figure.period.map(|period| period.to_string()), Some(expected));
    }
}
