//! Figures of all other families: unit costs, ranks, durations, unemployment, recipients, goals, surveys, projects,
//! money and the like. The words of each stand in `assets/indicators.ron`.
//!
//! A number becomes a figure only where its unit, the noun behind it and the nearest word of a family agree.

mod amount;
mod amounts;
mod circumstance;
mod family;
mod figure;
mod form;
mod goal;
mod learn;
mod marks;
mod rank;
mod scope;
mod sense;
mod sentence;
mod setting;
mod table;

use crate::data::indicators::Meaning;
use crate::extract::chapter::{Chapter, Part};
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::outline::Outline;
use crate::extract::passage::Passage;
use crate::model::figure::{Doubt, Figure, Gap};
use crate::model::period::Period;
use crate::model::source::{Document, Span};
use crate::text::sentence::{Paragraph, ParagraphKind};
use marks::Marks;
use setting::{Setting, Thread, plain_title};

/// The figures and gaps of all topics but appeals and caseloads, in no particular order.
#[must_use]
pub fn indicators(document: &Document, lower: &str, outline: &Outline<'_>) -> (Vec<Figure>, Vec<Gap>) {
    let (mut figures, mut gaps) = (Vec::new(), Vec::new());
    let items = outline.chapters.iter().any(|chapter| chapter.item.is_some());
    // What stands before the first item is the head of the paper and its contents.
    for chapter in outline.chapters.iter().filter(|chapter| !items || chapter.item.is_some()) {
        if outline.topics.speak_of_family(lower, chapter.span) {
            read_chapter(document, lower, outline, chapter, &mut figures, &mut gaps);
        }
    }
    (figures, gaps)
}

fn read_chapter(
    document: &Document,
    lower: &str,
    outline: &Outline<'_>,
    chapter: &Chapter<'_>,
    figures: &mut Vec<Figure>,
    gaps: &mut Vec<Gap>,
) {
    let mut setting = chapter_setting(document, lower, outline, chapter);
    for part in &chapter.parts {
        match part {
            Part::Table(index) => {
                let table = &document.tables[*index as usize];
                setting.own = table.cells.first().and_then(|cell| outline.subjects.at(cell.span.start));
                let cells = table.cells.first().zip(table.cells.last());
                let span = cells.map(|(first, last)| first.span.cover(last.span));
                if !table.caption.into_iter().chain(span).any(|span| outline.topics.name_family(span)) {
                    continue;
                }
                figures.extend(table::table(document, lower, table, &setting));
            }
            Part::Paragraph(passage) => {
                let paragraph = &passage.paragraph;
                setting.own = outline.subjects.at(paragraph.span.start);
                if !goes_on(lower, paragraph) {
                    setting.thread = Thread::default();
                }
                if paragraph.kind != ParagraphKind::Item && !document.slice(paragraph.span).starts_with(['-', '•', '*'])
                {
                    setting.announced = None;
                }
                let heading = paragraph.kind == ParagraphKind::Heading;
                // Without a word of a family no goal begins, and where none is in force none ends.
                let goal = || setting.goal.is_some() || outline.topics.name_family(paragraph.span);
                // A goal has a number.
                let numbered =
                    || setting.goal.is_some() || passage.sentences()[0].tokens.iter().any(|t| t.number().is_some());
                let mut first = None;
                if heading || may_be_goal(paragraph) && goal() && numbered() {
                    let clause = &passage.sentences()[0];
                    let marks = first.insert(Marks::read(&clause.tokens));
                    goal::enter(document, clause, marks, &mut setting);
                    if heading {
                        enter_heading(clause, marks, &mut setting);
                    }
                }
                let listed = setting.goal.is_some() || setting.announced.is_some();
                if outline.topics.name_family(paragraph.span) && has_number(document.slice(paragraph.span)) || listed {
                    read_paragraph(document, lower, passage, first, &mut setting, figures, gaps);
                }
            }
        }
    }
}

/// "Heraf er 316 ...": a paragraph that goes on with what the last one spoke of.
fn goes_on(lower: &str, paragraph: &Paragraph) -> bool {
    let text = lower.get(paragraph.span.range()).unwrap_or_default().trim_start();
    ["heraf ", "hvoraf ", "deraf ", "derudover ", "derud over ", "af disse "]
        .iter()
        .any(|start| text.starts_with(start))
}

/// Only paragraphs that begin as headings of goals do are looked at for one.
fn may_be_goal(paragraph: &Paragraph) -> bool {
    paragraph.kind == ParagraphKind::Item || paragraph.sentences.len() <= 2
}

/// Numbers in digits, or words that may be numbers: most text without digits has no figures, and is read only where
/// it is short enough to be cheap.
fn has_number(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit()) || text.len() < 2000
}

/// Reads a paragraph; `first_marks` are those of its first sentence, where they are known.
fn read_paragraph(
    document: &Document,
    lower: &str,
    passage: &Passage<'_>,
    mut first_marks: Option<Marks>,
    setting: &mut Setting,
    figures: &mut Vec<Figure>,
    gaps: &mut Vec<Gap>,
) {
    let first = figures.len();
    for whole in passage.sentences() {
        let parts = parted(lower, whole.span);
        let cut: Vec<Clause<'_>> = match parts[..] {
            [_] => Vec::new(),
            _ => parts.iter().map(|span| Clause::read(&document.text, lower, *span)).collect(),
        };
        for clause in if cut.is_empty() { std::slice::from_ref(whole) } else { &cut[..] } {
            let known = first_marks.take().filter(|_| cut.is_empty());
            let marks = known.unwrap_or_else(|| Marks::read(&clause.tokens));
            let found = sentence::sentence(document, clause, &marks, setting);
            if setting.thread.meanings.contains(&Meaning::Doubt) {
                doubt(clause, setting, &mut figures[first..]);
            }
            figures.extend(found);
            gaps.extend(goal::gaps(clause, setting));
        }
    }
}

/// A sentence cut where another begins with a number: "... var under 40 år. 14 af borgerne ...".
fn parted(lower: &str, span: Span) -> Vec<Span> {
    const SHORT: [&str; 24] = [
        "ca", "nr", "kr", "mio", "mia", "pct", "stk", "pkt", "kl", "pr", "den", "tlf", "gns", "maks", "min", "jf",
        "art", "kap", "bilag", "afs", "punkt", "side", "evt", "inkl",
    ];
    let text = lower.get(span.range()).unwrap_or_default();
    let mut out = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let word = text[..at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let whole = word.chars().count() >= 2 && !SHORT.contains(&word);
        if whole && text[at + 2..].starts_with(|c: char| c.is_ascii_digit()) {
            out.push(Span::new(span.start as usize + start..span.start as usize + at + 1));
            start = at + 2;
        }
    }
    out.push(Span::new(span.start as usize + start..span.end as usize));
    out
}

/// "Data fra Ribe vurderes ikke at være korrekte": the numbers before it, of the place that is named.
fn doubt(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    let whose = clause.places.first().map(|hit| hit.tag.clone()).or_else(|| setting.own.clone());
    for figure in figures.iter_mut().filter(|figure| figure.place == whose) {
        figure.doubts.push(Doubt::OwnCaveat);
    }
}

/// What holds for a whole chapter before its first sentence.
fn chapter_setting(document: &Document, lower: &str, outline: &Outline<'_>, chapter: &Chapter<'_>) -> Setting {
    let mut setting =
        Setting { own: outline.subjects.at(chapter.span.start), meeting: outline.meeting, ..Setting::default() };
    if let Some(title) = chapter.title.filter(|_| chapter.item.is_some()) {
        let clause = Clause::read(&document.text, lower, title);
        let marks = Marks::read(&clause.tokens);
        setting.title = Some(plain_title(&document.one_line(title)));
        setting.title_meanings = marks.meanings();
        setting.title_period = only_period(&clause, &setting);
    }
    setting.data_period = data_period(lower, chapter, &setting);
    setting
}

/// The period that a title names, where it names one.
fn only_period(clause: &Clause<'_>, setting: &Setting) -> Option<Period> {
    let named: Vec<Period> = clause
        .periods
        .iter()
        .filter_map(|m| match m.named {
            Named::Absolute(period) => Some(period),
            _ => None,
        })
        .filter(|p| setting.meeting.is_none_or(|m| p.from.year <= m.year))
        .collect();
    match named[..] {
        [one] => Some(one),
        _ => None,
    }
}

/// "data stammer fra december 2018", "tallene er fra 2013-2017": the latest that a chapter names.
fn data_period(lower: &str, chapter: &Chapter<'_>, setting: &Setting) -> Option<Period> {
    let mut latest: Option<Period> = None;
    for part in &chapter.parts {
        let Part::Paragraph(passage) = part else { continue };
        for (at, span) in passage.paragraph.sentences.iter().enumerate() {
            let text = lower.get(span.range()).unwrap_or_default();
            if !(text.contains(" fra ") && (text.contains("data") || text.contains("tallene"))) {
                continue;
            }
            let Some(clause) = passage.sentences().get(at) else { continue };
            for mention in &clause.periods {
                let from = mention.start.checked_sub(1).filter(|at| clause.tokens[*at].is("fra"));
                let Some(from) = from else { continue };
                let said =
                    clause.tokens[from.saturating_sub(4)..from].iter().any(|t| t.is_any(&["data", "tallene", "tal"]));
                if let Named::Absolute(period) = mention.named
                    && said
                    && setting.meeting.is_none_or(|m| period.last_year() <= m.year)
                {
                    latest = latest.max(Some(period));
                }
            }
        }
    }
    latest
}

fn enter_heading(clause: &Clause<'_>, marks: &Marks, setting: &mut Setting) {
    setting.heading_meanings = marks.meanings();
    setting.heading_group = marks.groups().first().map(|(_, _, group)| *group);
    setting.heading_period = only_period(clause, setting);
}
