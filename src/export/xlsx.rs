//! An Excel workbook: a sheet of figures (numbers as numbers), one of findings, one of sources.

use super::part::Part;
use super::people::{self, Value};
use crate::lang::Lang;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The most characters that a cell of Excel holds.
const MOST: usize = 32_767;

/// The widths of the figures' columns, in characters.
const WIDTHS: [f64; 19] =
    [18.0, 12.0, 12.0, 24.0, 20.0, 10.0, 14.0, 10.0, 10.0, 10.0, 24.0, 40.0, 26.0, 11.0, 7.0, 6.0, 6.0, 60.0, 11.0];
const FINDING_WIDTHS: [f64; 9] = [26.0, 6.0, 6.0, 20.0, 26.0, 70.0, 24.0, 24.0, 60.0];
const SOURCE_WIDTHS: [f64; 8] = [32.0, 18.0, 32.0, 11.0, 16.0, 10.0, 10.0, 20.0];

/// How cells look.
struct Looks {
    head: Format,
    wrapped: Format,
    /// By decimals.
    numbers: Vec<Format>,
}

impl Looks {
    fn new() -> Self {
        let number = |decimals: usize| {
            let format = if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(decimals)) };
            Format::new().set_num_format(format).set_align(FormatAlign::Top)
        };
        Self {
            head: Format::new().set_bold().set_background_color(0x00E8_EEF4).set_align(FormatAlign::Top),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            numbers: (0..=4).map(number).collect(),
        }
    }
}

/// The bytes of the workbook. `about` are lines that stand below the sources: what was exported, and when.
///
/// # Errors
/// What the workbook's writer says; not known to happen with so few sheets and columns.
pub fn workbook(lang: Lang, parts: &[Part<'_>], about: &[String]) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_author("Sidestil").set_comment(about.join(" ")));
    let sheet = book.add_worksheet();
    let name = lang.text("export-sheet-figures");
    let rows = people::figures(lang, parts);
    fill(sheet, &looks, (&name, &people::figures_head(lang), &WIDTHS), rows)?;
    for (table, widths) in
        [(people::findings(lang, parts), &FINDING_WIDTHS[..]), (people::sources(lang, parts), &SOURCE_WIDTHS[..])]
    {
        let sheet = book.add_worksheet();
        fill(sheet, &looks, (&table.name, &table.head, widths), table.rows.into_iter())?;
    }
    let below = parts.len() as u32 + 3;
    let last = book.worksheet_from_index(2)?;
    for (row, line) in (below..).zip(about) {
        last.write_string(row, 0, line)?;
    }
    book.save_to_buffer()
}

fn fill(
    sheet: &mut Worksheet,
    looks: &Looks,
    (name, head, widths): (&str, &[String], &[f64]),
    rows: impl Iterator<Item = Vec<Value>>,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    for ((column, title), width) in (0u16..).zip(head).zip(widths) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, title, &looks.head)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    // Printed across the paper, all columns on each page, the heads on every one.
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    let mut last = 0;
    for (row, cells) in (1u32..).zip(rows) {
        last = row;
        for (column, value) in (0u16..).zip(cells) {
            match value {
                Value::Nothing => {}
                Value::Whole(n) => {
                    sheet.write_number(row, column, n)?;
                }
                Value::Number(number, decimals) => {
                    // What was computed has more decimals than it is shown with.
                    let format = looks.numbers.get(usize::from(decimals)).unwrap_or(&looks.numbers[4]);
                    sheet.write_number_with_format(row, column, number, format)?;
                }
                Value::Text(text) => {
                    let text: String = text.chars().take(MOST).collect();
                    // Long texts wrap, so that a row can be read without widening its column.
                    if widths[usize::from(column)] >= 40.0 {
                        sheet.write_string_with_format(row, column, text, &looks.wrapped)?;
                    } else {
                        sheet.write_string(row, column, text)?;
                    }
                }
            }
        }
    }
    sheet.autofilter(0, 0, last, head.len() as u16 - 1)?;
    Ok(())
}
