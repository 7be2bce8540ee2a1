//! `sidestil minutes`: the meeting of each document as one line of JSON.

use super::{Context, input};
use crate::model::meeting::{Decision, DocumentKind, Item, ItemKind, Meeting, Section, SectionKind};
use crate::model::source::Document;
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub files: Vec<PathBuf>,
}

/// Prints one JSON object for each file, each on its own line.
///
/// # Errors
/// Where the output cannot be written.
pub fn run(options: &Options, context: &mut Context<'_>) -> io::Result<u8> {
    input::each(&options.files, context, |reading, context| {
        print(&reading.document, &reading.extraction.meeting, context.out)
    })
}

/// Prints one meeting: the names and shape that README's command line fixes.
fn print(document: &Document, meeting: &Meeting, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &MeetingOut::new(document, meeting))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct MeetingOut<'r> {
    document: &'r str,
    kind: DocumentKind,
    committee: Option<&'r str>,
    municipality: Option<&'r str>,
    date: Option<String>,
    time: Option<&'r str>,
    place: Option<&'r str>,
    present: &'r [String],
    absent: &'r [String],
    items: Vec<ItemOut<'r>>,
}

#[derive(Serialize)]
struct ItemOut<'r> {
    number: Option<&'r str>,
    title: &'r str,
    case: Option<&'r str>,
    kind: ItemKind,
    /// The line with which the item begins, counted from 1.
    line: u32,
    competence: &'r [String],
    sections: Vec<SectionOut<'r>>,
    decisions: &'r [Decision],
    attachments: &'r [String],
    references: &'r [String],
    closed: bool,
}

#[derive(Serialize)]
struct SectionOut<'r> {
    title: &'r str,
    kind: SectionKind,
    line: u32,
    /// The section as it stands in the document, its heading included.
    text: &'r str,
}

impl<'r> MeetingOut<'r> {
    fn new(document: &'r Document, meeting: &'r Meeting) -> Self {
        // The chapters of a report, a newsletter or a note are no items of an agenda.
        let agenda = meeting.kind != DocumentKind::Unknown || meeting.items.iter().any(is_case);
        let items = meeting.items.iter().filter(|_| agenda);
        Self {
            document: &document.name,
            kind: meeting.kind,
            committee: meeting.committee.as_deref(),
            municipality: meeting.municipality.as_deref(),
            date: meeting.date.map(|date| date.to_string()),
            time: meeting.time.as_deref(),
            place: meeting.place.as_deref(),
            present: &meeting.present,
            absent: &meeting.absent,
            items: items.map(|item| ItemOut::new(document, item)).collect(),
        }
    }
}

impl<'r> ItemOut<'r> {
    fn new(document: &'r Document, item: &'r Item) -> Self {
        let section = |section: &'r Section| SectionOut {
            title: &section.title,
            kind: section.kind,
            line: document.line_of(section.span.start),
            text: document.slice(section.span),
        };
        Self {
            number: item.number.as_deref(),
            title: &item.title,
            case: item.case.as_deref(),
            kind: item.kind,
            line: document.line_of(item.span.start),
            competence: &item.competence,
            sections: item.sections.iter().map(section).collect(),
            decisions: &item.decisions,
            attachments: &item.attachments,
            references: &item.references,
            closed: item.closed,
        }
    }
}

/// Whether something is put forward or decided.
fn is_case(item: &Item) -> bool {
    use SectionKind::{Competence, Decision, Recommendation};
    let put = |section: &Section| matches!(section.kind, Competence | Decision | Recommendation);
    !item.decisions.is_empty() || item.sections.iter().any(put)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::minutes::meeting;
    use crate::model::source::Format;

    #[test]
    fn one_line_of_json_a_document() {
        let text = "Socialudvalget\n08-05-2019\nPunkt 1: Budget\n19/2878\nIndstilling\nat budgettet godkendes\nBeslutning\nGodkendt.";
        let document = Document::new("a.txt", Format::Text, text.to_owned());
        let meeting = meeting(&document);
        let mut out = Vec::new();
        print(&document, &meeting, &mut out).unwrap();
        print(&document, &meeting, &mut out).unwrap();
        let lines: Vec<&str> = std::str::from_utf8(&out).unwrap().lines().collect();
        assert_eq!(lines.len(), 2);
        let json: serde_json::Value = serde_json::from_str(lines[0]).unwrap();
        assert_eq!(json["committee"], "Socialudvalget");
        assert_eq!(json["date"], "2019-05-08");
        let item = &json["items"][0];
        assert_eq!(item["case"], "19/2878");
        assert_eq!(item["sections"][0]["kind"], "recommendation");
        assert_eq!(item["sections"][0]["text"], "Indstilling\nat budgettet godkendes");
        assert_eq!(item["decisions"][0]["kind"], "approved");
        assert_eq!(item["decisions"][0]["body"], "Socialudvalget");
        assert_eq!(item["decisions"][0]["date"], "2019-05-08");
        for key in ["number", "title", "votes"] {
            assert!(item.get(key).is_some() || item["decisions"][0].get(key).is_some(), "{key}");
        }
    }
}
