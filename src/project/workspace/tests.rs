//! Workspace files: what is saved comes back, older files open, and nothing that cannot be read is written over.

use super::*;
use crate::model::correction::{About, Change, DocumentFacts, FigureKey};
use crate::model::figure::{Doubt, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::finding::Report;
use crate::model::reading::{Extraction, Reading};
use crate::model::source::{Document, Format, Span};
use std::path::PathBuf;

const NOW: jiff::Timestamp = jiff::Timestamp::UNIX_EPOCH;

fn reading() -> Reading {
    let text = "Vejby Kommune fik\nstadfæstet   12 sager, heraf 4 \"hurtigt\".";
    let place = |part: &str| {
        let start = text.find(part).unwrap();
        Span::new(start..start + part.len())
    };
    let passage = Span::new(0..text.len());
    let figure = |part: &str, measure: Measure, doubts: Vec<Doubt>| crate::model::figure::Figure {
        place: doubts.is_empty().then(|| Place::new("Vejby")),
        period: Some("2023-Q1..Q3".parse().unwrap()),
        topic: Topic::Appeals,
        scope: "Alle".to_owned(),
        measure,
        value: part.parse().unwrap(),
        decimals: 0,
        unit: Unit::Count,
        hedge: None,
        origin: Origin::Stated(Source { value: place(part), passage, heads: Vec::new() }),
        doubts,
        item: Some(0),
    };
    let mut document = Document::new("a.txt", Format::Text, text.to_owned());
    document.hash = "abc".to_owned();
    let meeting = crate::model::meeting::Meeting {
        municipality: Some("Vejby".to_owned()),
        date: "2024-05-14".parse().ok(),
        ..Default::default()
    };
    let figures = vec![figure("12", Measure::Upheld, vec![]), figure("4", Measure::Changed, vec![Doubt::Place])];
    Reading {
        document: document.into(),
        extraction: Extraction { meeting, figures, gaps: Vec::new() },
        report: Report::default(),
    }
}

fn workspace(folder: &Path) -> Workspace {
    let reading = reading();
    let key = FigureKey::of(&reading.extraction.figures[1], &reading.document).unwrap();
    let correction = |about, reason: &str| Correction {
        document: "abc".to_owned(),
        about,
        reason: reason.to_owned(),
        time: "2026-01-02T03:04:05Z".parse().unwrap(),
    };
    Workspace {
        documents: vec![SavedDocument::new(&folder.join("referater/a.txt"), false, &reading)],
        corrections: vec![
            correction(About::Figure { key, change: Change::LeaveOut }, "gælder et \"forsøg\""),
            correction(
                About::Document(DocumentFacts { municipality: Some("Vejby".to_owned()), ..Default::default() }),
                "står på forsiden",
            ),
        ],
        view: SavedView { page: "data".to_owned(), choice: "(places:[(\"Vejby\")],scope:Some(\"SEL\"))".to_owned() },
    }
}

#[test]
fn what_is_saved_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("møde.sidestil.ron");
    let kept = workspace(folder.path());
    let seen = save(&kept, &path, None, false, NOW).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("path: \"referater/a.txt\""), "relative to the workspace: {text}");
    let figures: Vec<&str> = text.lines().filter(|line| line.contains("measure: \"upheld\"")).collect();
    assert!(figures.len() == 1 && figures[0].contains("period: \"2023-Q1..Q3\""), "a line a figure: {text}");
    let (back, digest) = load(&path).unwrap();
    assert_eq!(back, kept);
    assert_eq!(digest, seen);
}

#[test]
fn saved_figures_are_figures_again() {
    let stated = reading();
    let saved = SavedDocument::new(Path::new("a.txt"), false, &stated);
    let back = saved.reading();
    let words = |reading: &Reading| {
        let figures = reading.extraction.figures.iter();
        let word = |figure: &crate::model::figure::Figure| {
            let source = figure.source().unwrap();
            let (value, passage) = (reading.document.slice(source.value), reading.document.one_line(source.passage));
            (value.to_owned(), passage, figure.place.clone(), figure.period, figure.doubts.clone())
        };
        figures.map(word).collect::<Vec<_>>()
    };
    assert_eq!(words(&back), words(&stated));
    assert_eq!(SavedDocument::new(Path::new("a.txt"), false, &back), saved);
    // A decision about the document holds for what was saved of it.
    let key = FigureKey::of(&stated.extraction.figures[1], &stated.document).unwrap();
    assert_eq!(key.find(&back.document, &back.extraction.figures), Some(1));
}

#[test]
fn documents_are_found_beside_the_workspace_and_where_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir_all(at("ny/referater")).unwrap();
    let path = at("møde.sidestil.ron");
    save(&workspace(folder.path()), &path, None, false, NOW).unwrap();
    // The workspace moved with its documents.
    std::fs::write(at("ny/referater/a.txt"), "x").unwrap();
    std::fs::copy(&path, at("ny/møde.sidestil.ron")).unwrap();
    assert_eq!(load(&at("ny/møde.sidestil.ron")).unwrap().0.documents[0].path, at("ny/referater/a.txt"));
    // The document lies beside the workspace now.
    std::fs::rename(at("ny/referater/a.txt"), at("ny/a.txt")).unwrap();
    assert_eq!(load(&at("ny/møde.sidestil.ron")).unwrap().0.documents[0].path, at("ny/a.txt"));
    // It is nowhere.
    assert_eq!(load(&path).unwrap().0.documents[0].path, at("referater/a.txt"));
}

#[test]
fn what_cannot_be_read_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sidestil.ron");
    for text in ["(version: 99, documents: [])", "(version: 2, documents: [", "Kære Anna", ""] {
        std::fs::write(&path, text).unwrap();
        assert!(load(&path).is_err(), "{text}");
        for replace in [false, true] {
            let refused = save(&Workspace::default(), &path, None, replace, NOW).unwrap_err();
            assert!(matches!(refused, SaveError::Foreign(_)), "{text}: {refused:?}");
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn another_workspace_is_written_over_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sidestil.ron");
    let seen = save(&workspace(folder.path()), &path, None, false, NOW).unwrap();
    let other = Workspace::default();
    assert!(matches!(save(&other, &path, None, false, NOW), Err(SaveError::Exists)));
    assert!(matches!(save(&other, &path, Some("as it was"), false, NOW), Err(SaveError::Exists)));
    let again = save(&other, &path, Some(&seen), false, NOW).unwrap();
    assert_ne!(again, seen);
    save(&workspace(folder.path()), &path, None, true, NOW).unwrap();
    assert_eq!(load(&path).unwrap().0.documents.len(), 1);
}

#[test]
fn a_file_of_the_first_version_opens() {
    let text = include_str!("../../../tests/workspaces/version-1.sidestil.ron");
    let workspace = parse(text).unwrap();
    assert_eq!(workspace.documents.len(), 2);
    assert_eq!(workspace.documents[1].path, PathBuf::from("referater/åby.txt"));
    assert!(!workspace.documents[0].has_figures());
    let [correction] = &workspace.corrections[..] else { panic!("one correction") };
    assert!(matches!(&correction.about, About::Figure { change: Change::Correct(facts), .. } if facts.value == 13.0));
}

#[test]
fn a_choice_that_is_not_known_costs_only_itself() {
    let text = "(version: 2, documents: [(path: \"a.txt\")], choice: (later: Much(1)), more: \"x\")";
    let workspace = parse(text).unwrap();
    assert_eq!((workspace.documents.len(), workspace.view.choice.as_str()), (1, "(later: Much(1))"));
}
