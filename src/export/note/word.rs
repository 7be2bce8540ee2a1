//! The note as a Word document: headings, paragraphs and lists that can be edited, charts as pictures.

use super::{Block, Note, Number, Sentence};
use crate::lang::Lang;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A chart as Word takes it.
pub struct Picture {
    pub png: Vec<u8>,
    /// In points.
    pub width: f32,
    pub height: f32,
    pub alt: String,
}

/// The width of the text on a page, in twentieths of a point.
const INNER: u32 = 9906;
/// Word measures pictures in these; so many are a point.
const PER_POINT: f32 = 12_700.0;

const STYLES: &str = include_str!("styles.xml");
const NUMBERING: &str = include_str!("numbering.xml");

/// The bytes of the document; its pictures none higher than `most` points.
///
/// # Errors
/// What the archive's writer says; not known to happen in memory.
pub fn file(note: &Note, pictures: &[Picture], most: f32) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let mut put = |name: &str, bytes: &[u8]| {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
        Ok::<(), zip::result::ZipError>(())
    };
    let language = match note.lang {
        Lang::Da => "da-DK",
        Lang::En => "en-GB",
    };
    put("[Content_Types].xml", CONTENT_TYPES.as_bytes())?;
    put("_rels/.rels", RELATIONS.as_bytes())?;
    put("word/styles.xml", STYLES.replace("LANGUAGE", language).as_bytes())?;
    put("word/numbering.xml", NUMBERING.as_bytes())?;
    put("word/footer1.xml", footer(note).as_bytes())?;
    put("word/document.xml", document(note, pictures, most).as_bytes())?;
    put("word/_rels/document.xml.rels", parts(pictures).as_bytes())?;
    let title = escape(&note.lang.text("note-title"));
    put("docProps/core.xml", CORE.replace("TITLE", &title).replace("LANGUAGE", language).as_bytes())?;
    for (n, picture) in pictures.iter().enumerate() {
        put(&format!("word/media/chart{n}.png"), &picture.png)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn document(note: &Note, pictures: &[Picture], most: f32) -> String {
    let mut body = String::new();
    for (n, block) in note.blocks.iter().enumerate() {
        // What leads up to numbers or a chart stays with them.
        let leads = matches!(note.blocks.get(n + 1), Some(Block::Text(_) | Block::Numbers(_) | Block::Chart(_)));
        match block {
            Block::Title(text) => body += &paragraph("Title", &run(text, "")),
            Block::Lead(text) => body += &paragraph("Subtitle", &run(text, "")),
            Block::Theme(text) => body += &paragraph("Heading1", &run(text, "")),
            Block::Heading(text) => body += &paragraph("Heading2", &run(text, "")),
            Block::Text(sentence) if leads => {
                let keep = "<w:pPr><w:pStyle w:val=\"Normal\"/><w:keepNext/></w:pPr>";
                let _ = write!(body, "<w:p>{keep}{}</w:p>", told(sentence));
            }
            Block::Text(sentence) => body += &paragraph("Normal", &told(sentence)),
            Block::Bullet(sentence) => body += &paragraph("ListBullet", &told(sentence)),
            Block::Numbers(numbers) => body += &table(numbers),
            Block::Chart(n) => {
                if let Some(picture) = pictures.get(*n) {
                    body += &paragraph("Chart", &drawing(*n, picture, most));
                }
            }
        }
    }
    format!(
        "{HEAD}<w:document {SPACES}><w:body>{body}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"920\" w:right=\"1000\" w:bottom=\"900\" w:left=\"1000\" \
         w:header=\"500\" w:footer=\"450\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

fn paragraph(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

/// A run of text, in a character style where one is named.
fn run(text: &str, style: &str) -> String {
    let dress = if style.is_empty() { String::new() } else { format!("<w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr>") };
    format!("<w:r>{dress}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text))
}

fn told(sentence: &Sentence) -> String {
    let mut runs = run(&sentence.text, "");
    if !sentence.source.is_empty() {
        runs += &run(&format!(" [{}]", sentence.source), "Source");
    }
    runs
}

/// The numbers side by side.
fn table(numbers: &[Number]) -> String {
    let wide = INNER / numbers.len().max(1) as u32;
    let mut out = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{INNER}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
         <w:left w:w=\"140\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
    );
    for _ in numbers {
        let _ = write!(out, "<w:gridCol w:w=\"{wide}\"/>");
    }
    out += "</w:tblGrid><w:tr>";
    for number in numbers {
        let _ = write!(
            out,
            "<w:tc><w:tcPr><w:tcW w:w=\"{wide}\" w:type=\"dxa\"/><w:tcBorders><w:left w:val=\"single\" w:sz=\"18\" \
             w:color=\"005A8C\"/><w:right w:val=\"single\" w:sz=\"36\" w:color=\"FFFFFF\"/></w:tcBorders>\
             <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EFF3F7\"/></w:tcPr>"
        );
        out += &paragraph("NumberValue", &run(&number.value, ""));
        out += &paragraph("NumberLabel", &run(&number.label, ""));
        let mut detail = run(&number.detail, "");
        if !number.source.is_empty() {
            detail += &run(&format!(" [{}]", number.source), "Source");
        }
        out += &paragraph("NumberDetail", &detail);
        out += "</w:tc>";
    }
    out + "</w:tr></w:tbl>"
}

fn drawing(n: usize, picture: &Picture, most: f32) -> String {
    let widest = INNER as f32 / 20.0;
    let scale = (widest / picture.width).min(most / picture.height);
    let [width, height] = [picture.width, picture.height].map(|side| (side * scale * PER_POINT) as u32);
    let (id, alt) = (n + 1, escape(&picture.alt));
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" \
         cy=\"{height}\"/><wp:docPr id=\"{id}\" name=\"chart{n}\" descr=\"{alt}\"/><a:graphic><a:graphicData \
         uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{id}\" \
         name=\"chart{n}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"chart{n}\"/><a:stretch>\
         <a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" \
         cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
         </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}

fn footer(note: &Note) -> String {
    let field = |name: &str| format!("<w:fldSimple w:instr=\"{name}\"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let text = format!("{} \u{b7} ", note.foot);
    let (page, pages) = (field("PAGE"), field("NUMPAGES"));
    let numbers = format!("{}{page}{}{pages}", run(&text, ""), run("/", ""));
    format!("{HEAD}<w:ftr {SPACES}>{}</w:ftr>", paragraph("Footer", &numbers))
}

fn parts(pictures: &[Picture]) -> String {
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut out =
        format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (id, kind, target) in [
        ("styles", "styles", "styles.xml"),
        ("lists", "numbering", "numbering.xml"),
        ("footer", "footer", "footer1.xml"),
    ] {
        let _ = write!(out, "<Relationship Id=\"{id}\" Type=\"{KIND}/{kind}\" Target=\"{target}\"/>");
    }
    for n in 0..pictures.len() {
        let _ = write!(out, "<Relationship Id=\"chart{n}\" Type=\"{KIND}/image\" Target=\"media/chart{n}.png\"/>");
    }
    out + "</Relationships>"
}

/// Text within XML; characters that XML cannot hold are left out.
fn escape(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    kept.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
    <Override PartName=\"/word/numbering.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
    <Override PartName=\"/word/footer1.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
    <Override PartName=\"/docProps/core.xml\" ContentType=\
    \"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"document\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"word/document.xml\"/><Relationship Id=\"core\" \
    Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
    Target=\"docProps/core.xml\"/></Relationships>";

const CORE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>TITLE</dc:title><dc:creator>Sidestil</dc:creator>\
    <dc:language>LANGUAGE</dc:language></cp:coreProperties>";
