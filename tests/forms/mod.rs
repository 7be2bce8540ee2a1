//! Small files of every format, made here: the same few invented lines and one table in each.

#[path = "../common/pdf_file.rs"]
mod pdf_file;

use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// What stands in each of them.
pub const LINES: [&str; 4] = [
    "Struer Kommune",
    "Socialudvalget 12-05-2022",
    "Ankestyrelsen har i 2021 afgjort 40 klager fra Struer Kommune.",
    "Heraf blev 25 stadfæstet, 10 hjemvist og 5 ændret.",
];
/// The table in each of them.
pub const TABLE: [[&str; 4]; 3] =
    [["År", "Stadfæstet", "Hjemvist", "Ændret"], ["2020", "30", "8", "2"], ["2021", "25", "10", "5"]];

/// Each format's name, an ending for it, and a file of it.
pub fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("txt", text().into_bytes()),
        ("pdf", pdf()),
        ("docx", zipped(&docx())),
        ("odt", zipped(&odt())),
        ("ods", zipped(&ods())),
        ("html", html().into_bytes()),
        ("xlsx", zipped(&xlsx())),
        ("csv", csv().into_bytes()),
        ("zip", zipped(&[("referat.txt", text()), ("bilag/tal.csv", csv())])),
    ]
}

/// The formats that are archives, part by part: damage to one part reaches the reader behind the archive.
pub fn by_part() -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    vec![("docx", docx()), ("odt", odt()), ("ods", ods()), ("xlsx", xlsx())]
}

pub fn text() -> String {
    let table: Vec<String> = TABLE.iter().map(|row| row.join("\t")).collect();
    format!("{}\n\n{}\n", LINES.join("\n"), table.join("\n"))
}

pub fn csv() -> String {
    TABLE.iter().map(|row| row.join(";") + "\n").collect()
}

pub fn html() -> String {
    let lines: String = LINES.iter().map(|line| format!("<p>{line}</p>\n")).collect();
    let row = |row: &[&str; 4]| format!("<tr>{}</tr>", row.map(|cell| format!("<td>{cell}</td>")).concat());
    let table: String = TABLE.iter().map(row).collect();
    format!("<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{lines}<table>{table}</table></body></html>")
}

/// A ZIP archive of these parts.
pub fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

pub fn docx() -> Vec<(&'static str, String)> {
    let paragraph = |text: &&str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(&text));
    let row = |row: &[&str; 4]| format!("<w:tr>{}</w:tr>", row.map(cell).concat());
    let (lines, table): (String, String) = (LINES.iter().map(paragraph).collect(), TABLE.iter().map(row).collect());
    let body = format!(
        "{XML}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{lines}\
         <w:tbl>{table}</w:tbl></w:body></w:document>"
    );
    vec![("[Content_Types].xml", format!("{XML}<Types/>")), ("word/document.xml", body)]
}

fn office(kind: &str, body: &str) -> Vec<(&'static str, String)> {
    let spaces = ["office", "text", "table"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let content = format!(
        "{XML}<office:document-content{}><office:body>{body}</office:body></office:document-content>",
        spaces.concat()
    );
    vec![("mimetype", format!("application/vnd.oasis.opendocument.{kind}")), ("content.xml", content)]
}

fn table_rows() -> String {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = |row: &[&str; 4]| format!("<table:table-row>{}</table:table-row>", row.map(cell).concat());
    format!("<table:table table:name=\"Klager\">{}</table:table>", TABLE.iter().map(row).collect::<String>())
}

pub fn odt() -> Vec<(&'static str, String)> {
    let lines: String = LINES.iter().map(|line| format!("<text:p>{line}</text:p>")).collect();
    office("text", &format!("<office:text>{lines}{}</office:text>", table_rows()))
}

pub fn ods() -> Vec<(&'static str, String)> {
    office("spreadsheet", &format!("<office:spreadsheet>{}</office:spreadsheet>", table_rows()))
}

pub fn xlsx() -> Vec<(&'static str, String)> {
    let cell = |row: usize, col: usize, text: &str| {
        let place = format!("{}{}", char::from(b'A' + col as u8), row + 1);
        match text.parse::<f64>() {
            Ok(_) => format!("<c r=\"{place}\"><v>{text}</v></c>"),
            Err(_) => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        }
    };
    let row = |(number, cells): (usize, &[&str; 4])| {
        let cells: String = cells.iter().enumerate().map(|(col, text)| cell(number, col, text)).collect();
        format!("<row r=\"{}\">{cells}</row>", number + 1)
    };
    let rows: String = TABLE.iter().enumerate().map(row).collect();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    vec![
        (
            "[Content_Types].xml",
            format!("{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ),
        (
            "_rels/.rels",
            format!(
                "{XML}<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{relations}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{XML}<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"Klager\" sheetId=\"1\" \
                 r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{XML}<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{relations}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("{XML}<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ]
}

/// A page's text with the table's lines drawn.
pub fn pdf() -> Vec<u8> {
    let mut content = String::new();
    let mut put = |x: f32, y: f32, text: &str| {
        let codes: String =
            encoding_rs::WINDOWS_1252.encode(text).0.iter().map(|byte| format!("\\{byte:03o}")).collect();
        content.push_str(&format!("BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({codes}) Tj ET\n"));
    };
    for (row, line) in LINES.iter().enumerate() {
        put(60.0, 760.0 - 26.0 * row as f32, line);
    }
    for (row, cells) in TABLE.iter().enumerate() {
        for (col, text) in cells.iter().enumerate() {
            put(64.0 + 80.0 * col as f32, 588.0 - 18.0 * row as f32, text);
        }
    }
    for row in 0..=TABLE.len() {
        let y = 600.0 - 18.0 * row as f32;
        content.push_str(&format!("60 {y} m 380 {y} l S\n"));
    }
    for col in 0..=4 {
        let x = 60.0 + 80.0 * col as f32;
        content.push_str(&format!("{x} 600 m {x} 546 l S\n"));
    }
    pdf_of(&[content], "/Encoding /WinAnsiEncoding")
}

/// A PDF of pages with these contents; `font` goes into the font's dictionary.
pub fn pdf_of(contents: &[String], font: &str) -> Vec<u8> {
    pdf_file::pdf_of(contents, font, "")
}
