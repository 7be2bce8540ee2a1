//! CSV that a Danish Excel opens by double click: semicolons, decimal commas, a byte-order mark.
//!
//! Excel takes what looks like a formula or a date for one. So a text that begins like a formula gets a blank in
//! front, a month is written `2022-M04`, and an item `3.1` as `pkt. 3.1`.

use super::part::Part;
use super::people::{self, Value};
use crate::lang::Lang;
use std::io::{self, Write};

/// What tells Excel that the file is UTF-8.
const MARK: &str = "\u{feff}";

/// Writes all figures of an export with a head line.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write(lang: Lang, parts: &[Part<'_>], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(MARK.as_bytes())?;
    let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(people::figures_head(lang))?;
    for part in parts {
        for (figure, row) in part.rows() {
            // The code of the period, not its words: "4-2022" would become a date.
            let period = row.period.clone();
            let mut cells: Vec<String> = people::figure(lang, part, figure, row).into_iter().map(shown).collect();
            cells[1] = month_safe(&period);
            cells[14] = item(&cells[14]);
            writer.write_record(&cells)?;
        }
    }
    writer.flush()
}

fn shown(value: Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Whole(n) => n.to_string(),
        Value::Number(number, decimals) => decimal_comma(number, decimals),
        Value::Day(_, written) => written,
        Value::Text(text) => plain(text),
    }
}

/// As many decimals as are shown, more where the number has them; no groups, which Excel could take for decimals.
fn decimal_comma(number: f64, decimals: u8) -> String {
    let exact = number.to_string();
    let told = exact.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    format!("{number:.*}", told.max(usize::from(decimals))).replace('.', ",")
}

/// A text that Excel does not take for a formula.
fn plain(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\u{2212}']) { format!(" {text}") } else { text }
}

fn month_safe(period: &str) -> String {
    let month = |text: &str| {
        let (year, month) = text.split_once('-')?;
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        (year.len() == 4 && digits(year) && month.len() == 2 && digits(month)).then(|| format!("{year}-M{month}"))
    };
    let each = period.split("..").map(|text| month(text).unwrap_or_else(|| text.to_owned()));
    each.collect::<Vec<_>>().join("..")
}

fn item(number: &str) -> String {
    if number.bytes().all(|b| b.is_ascii_digit()) { number.to_owned() } else { format!("pkt. {number}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excel_reads_what_is_meant() {
        for (period, safe) in [
            ("2022-04", "2022-M04"),
            ("2021-09..2023-09", "2021-M09..2023-M09"),
            ("2019-Q3", "2019-Q3"),
            ("2018", "2018"),
        ] {
            assert_eq!(month_safe(period), safe);
        }
        assert_eq!((item("7"), item("3.1"), item("")), ("7".into(), "pkt. 3.1".into(), String::new()));
        assert_eq!(plain("=SUM(A1)".to_owned()), " =SUM(A1)");
        for (number, decimals, written) in
            [(1234.5, 1, "1234,5"), (31.0, 0, "31"), (30.0448, 1, "30,0448"), (-0.5, 0, "-0,5"), (84.4, 1, "84,4")]
        {
            assert_eq!(decimal_comma(number, decimals), written);
        }
    }
}
