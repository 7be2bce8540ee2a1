//! Excel workbooks (XLSX): cells as they are shown, one sheet after another.

use super::{CELLS, Sheet};
use crate::model::source::{BlockKind, Caveat, Document, Format};
use crate::read::build::Builder;
use crate::read::error::ReadError;
use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Merged cells of one sheet that are looked at.
const MERGED: usize = 10_000;

/// Reads an XLSX file. Cells are streamed: a sheet's claimed size costs nothing.
///
/// # Errors
/// [`ReadError::Locked`], [`ReadError::Damaged`] where no sheet can be read, [`ReadError::Empty`] without any cell.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => ReadError::Locked,
        error => ReadError::Damaged(error.to_string()),
    })?;
    let sheets: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut builder = Builder::default();
    let mut left = CELLS;
    let mut damage = None;
    for title in &sheets {
        let mut sheet = Sheet::default();
        if let Ok(merged) = workbook.merge_cells_by_sheet_name(title) {
            sheet.merged = merged.iter().take(MERGED).map(|m| [m.start.0, m.start.1, m.end.0, m.end.1]).collect();
        }
        // A panic in the library is this sheet's damage; what came before it stays.
        match catch_unwind(AssertUnwindSafe(|| cells(&mut workbook, title, &mut sheet, &mut left))) {
            Ok(Ok(())) => {}
            Ok(Err(error)) => damage = Some(error.to_string()),
            Err(_) => damage = Some("xlsx".to_owned()),
        }
        if sheet.rows.is_empty() {
            continue;
        }
        builder.push(BlockKind::Heading { level: 1 }, title.clone());
        sheet.write(&mut builder);
    }
    if left == 0 {
        builder.caveats.push(Caveat::Limit("cells"));
    }
    if damage.is_some() {
        builder.caveats.push(Caveat::Incomplete);
    }
    let document = builder.finish(name, Format::Xlsx);
    match (document.text.is_empty(), damage) {
        (false, _) => Ok(document),
        (true, Some(damage)) => Err(ReadError::Damaged(damage)),
        (true, None) => Err(ReadError::Empty),
    }
}

fn cells(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    title: &str,
    sheet: &mut Sheet,
    left: &mut usize,
) -> Result<(), XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(title)?;
    while *left > 0 {
        let Some((cell, style)) = reader.next_cell_with_style_id()? else { break };
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let text = shown(cell.get_value(), format.map_or("General", |format| &format.format_code));
        let (row, col) = cell.get_position();
        if !text.trim().is_empty() {
            *left -= 1;
        }
        sheet.set(row, col, &text);
    }
    Ok(())
}

/// A cell as Excel shows it in Danish.
fn shown(value: &DataRef<'_>, format: &str) -> String {
    match value {
        DataRef::Int(number) => figure(*number as f64, format),
        DataRef::Float(number) => figure(*number, format),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => if *value { "SAND" } else { "FALSK" }.to_owned(),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{day:02}-{month:02}-{year}")
        }
        DataRef::DateTime(date) => figure(date.as_f64(), "General"),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A number with the decimals, thousands points and percent sign of its format.
fn figure(number: f64, format: &str) -> String {
    let positive = format.split(';').next().unwrap_or_default();
    let is_percent = positive.contains('%');
    let number = if is_percent { number * 100.0 } else { number };
    if !number.is_finite() || number.abs() >= 1e15 {
        return String::new();
    }
    let has_places = positive.contains(['0', '#']);
    let decimals = positive
        .split_once('.')
        .map_or(0, |(_, after)| after.chars().take_while(|c| matches!(c, '0' | '#' | '?')).count());
    let mut text = if has_places {
        // Halves are rounded away from zero, as they are in decimal digits: 23.45 is a little less in binary ones.
        let decimals = decimals.min(10);
        let unit = 10f64.powi(decimals as i32);
        format!("{:.decimals$}", (number * unit * (1.0 + f64::EPSILON)).round() / unit)
    } else {
        // As printed in general format: no more digits than are sure.
        let rounded = format!("{number:.10}");
        rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    if text == "-0" {
        text = "0".to_owned();
    }
    let (whole, part) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut out = if positive.contains(',') && has_places { with_points(whole) } else { whole.to_owned() };
    if let Some(part) = part {
        out.push(',');
        out.push_str(part);
    }
    if is_percent {
        out.push_str(" %");
    }
    out
}

fn with_points(whole: &str) -> String {
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::write::SimpleFileOptions;

    #[test]
    fn figures_are_shown_as_excel_shows_them() {
        for (number, format, expected) in [
            (59.0, "General", "59"),
            (37.5, "General", "37,5"),
            (0.1 + 0.2, "General", "0,3"),
            (0.59, "0%", "59 %"),
            (0.2345, "0.0%", "23,5 %"),
            (1514.0, "#,##0", "1.514"),
            (1_234_567.891, "#,##0.00", "1.234.567,89"),
            (-4.0, "0", "-4"),
            (3.0, "@", "3"),
        ] {
            assert_eq!(figure(number, format), expected, "{number} {format}");
        }
    }

    fn workbook(rows: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let styles = "<styleSheet><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";
        let sheet = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
        );
        let parts = [
            ("[Content_Types].xml", "<Types/>".to_owned()),
            ("_rels/.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned()),
            ("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Bilag\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>".to_owned()),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_owned()),
            ("xl/styles.xml", styles.to_owned()),
            ("xl/worksheets/sheet1.xml", sheet),
        ];
        for (name, text) in parts {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn cells_keep_their_places_and_percent() {
        let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Område</t></is></c><c r="B1" t="inlineStr"><is><t>Antal</t></is></c><c r="C1" t="inlineStr"><is><t>Pct.</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>Børn</t></is></c><c r="C2" s="1"><v>0.59</v></c></row>
            <row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
        let document = crate::read::read(&workbook(rows), "a.xlsx").unwrap();
        assert_eq!(document.text, "Bilag\n\nOmråde\tAntal\tPct.\nBørn\t\t59 %\n\n1");
    }

    /// More letters than any column has are more than the library can count.
    #[test]
    fn a_place_that_is_none_loses_only_what_follows() {
        let rows = r#"<row r="1"><c r="A1"><v>12</v></c><c r="B1"><v>3</v></c></row>
            <row r="2"><c r="ABCDEFGHIJ2"><v>4</v></c></row>"#;
        let document = crate::read::read(&workbook(rows), "a.xlsx").unwrap();
        assert_eq!((document.text.as_str(), document.caveats), ("Bilag\n\n12\t3", vec![Caveat::Incomplete]));
    }
}
