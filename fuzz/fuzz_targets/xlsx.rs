//! Any bytes as XLSX files, or a sheet of one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidestil_fuzz::zipped;

/// A workbook with one sheet.
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fuzz_target!(|data: &[u8]| {
    zipped(
        &[("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", RELATIONS)],
        "xl/worksheets/sheet1.xml",
        data,
        "a.xlsx",
    );
});
