//! An Excel workbook: a sheet of figures (numbers as numbers), one of findings, one of sources.

use super::part::Part;
use super::people::{self, Value};
use crate::lang::Lang;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The most characters that a cell of Excel holds.
const MOST: usize = 32_767;

/// The widths of the figures' columns, in characters.
const WIDTHS: [f64; 19] =
    [18.0, 15.0, 17.0, 34.0, 30.0, 12.0, 14.0, 11.0, 11.0, 11.0, 30.0, 40.0, 26.0, 12.0, 7.0, 6.0, 7.0, 60.0, 14.0];
const FINDING_WIDTHS: [f64; 9] = [26.0, 6.0, 6.0, 20.0, 26.0, 70.0, 24.0, 24.0, 60.0];
const SOURCE_WIDTHS: [f64; 8] = [32.0, 18.0, 32.0, 11.0, 16.0, 10.0, 14.0, 20.0];

/// Columns from this width on hold sentences, which wrap.
const WIDE: f64 = 40.0;
/// The height of a line of text, in points, and the most lines that a row shows.
const LINE: f64 = 14.4;
const MOST_LINES: usize = 6;

/// How cells look.
struct Looks {
    head: Format,
    text: Format,
    wrapped: Format,
    /// Years, pages and lines: names more than amounts.
    whole: Format,
    day: Format,
    /// By decimals.
    numbers: Vec<Format>,
}

fn top() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

/// The lines that a text takes in a column of so many characters. Programs other than Excel do not find it out.
fn lines(text: &str, width: f64) -> usize {
    let wrapped = text.chars().count() as f64 / (width * 0.95);
    (wrapped.ceil() as usize).clamp(1, MOST_LINES)
}

impl Looks {
    fn new() -> Self {
        let number = |decimals: usize| {
            let format = if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(decimals)) };
            // A blank keeps the number from the words beside it.
            top().set_num_format(format).set_align(FormatAlign::Right).set_indent(1)
        };
        let left = || top().set_align(FormatAlign::Left);
        let ground = Format::new().set_bold().set_background_color(0x00E8_EEF4).set_border_bottom(FormatBorder::Thin);
        Self {
            head: ground.set_align(FormatAlign::VerticalCenter).set_text_wrap(),
            text: left(),
            wrapped: left().set_text_wrap(),
            whole: left().set_num_format("0"),
            day: left().set_num_format("d.m.yyyy"),
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
    // Row by row to a temporary file without a name: 100,000 figures need not lie in memory as cells.
    let sheet = book.add_worksheet_with_low_memory()?;
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
        let high = cells.iter().zip(widths).map(|(cell, &width)| match cell {
            Value::Text(text) if width >= WIDE => lines(text, width),
            _ => 1,
        });
        let high = high.max().unwrap_or(1);
        if high > 1 {
            sheet.set_row_height(row, LINE * high as f64)?;
        }
        for (column, value) in (0u16..).zip(cells) {
            match value {
                Value::Nothing => {}
                Value::Whole(n) => {
                    sheet.write_number_with_format(row, column, n, &looks.whole)?;
                }
                Value::Number(number, decimals) => {
                    // What was computed has more decimals than it is shown with.
                    let format = looks.numbers.get(usize::from(decimals)).unwrap_or(&looks.numbers[4]);
                    sheet.write_number_with_format(row, column, number, format)?;
                }
                Value::Day(day, written) => {
                    let [year, month, date] = [i32::from(day.year()), i32::from(day.month()), i32::from(day.day())];
                    // Excel's days begin in 1900.
                    match ExcelDateTime::from_ymd(year.max(0) as u16, month as u8, date as u8) {
                        Ok(day) => sheet.write_datetime_with_format(row, column, &day, &looks.day)?,
                        Err(_) => sheet.write_string_with_format(row, column, written, &looks.text)?,
                    };
                }
                Value::Text(text) => {
                    let text: String = text.chars().take(MOST).collect();
                    // Long texts wrap, so that a row can be read without widening its column.
                    let look = if widths[usize::from(column)] >= WIDE { &looks.wrapped } else { &looks.text };
                    sheet.write_string_with_format(row, column, text, look)?;
                }
            }
        }
    }
    sheet.autofilter(0, 0, last, head.len() as u16 - 1)?;
    Ok(())
}
