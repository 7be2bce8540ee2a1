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
use crate::text::run;
use crate::text::sentence::{Paragraph, ParagraphKind};
use amounts::may_count;
use learn::learn_period;
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
    // The last heading, until something below it asks what it says.
    let mut heading: Option<&Passage<'_>> = None;
    for (at, part) in chapter.parts.iter().enumerate() {
        match part {
            Part::Table(index) => {
                let table = &document.tables[*index as usize];
                setting.own = table.cells.first().and_then(|cell| outline.subjects.at(cell.span.start));
                let cells = table.cells.first().zip(table.cells.last());
                let span = cells.map(|(first, last)| first.span.cover(last.span));
                if !table.caption.into_iter().chain(span).any(|span| outline.topics.name_family(span)) {
                    continue;
                }
                enter_heading(heading.take(), &mut setting);
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
                let is_heading = paragraph.kind == ParagraphKind::Heading;
                // Without a word of a family no goal begins, and where none is in force none ends.
                let goal = || setting.goal.is_some() || outline.topics.name_family(paragraph.span);
                // A goal has a number.
                let numbered = || {
                    run::has_digit(document.slice(paragraph.sentences[0]))
                        && passage.sentences()[0].tokens.iter().any(|t| t.number().is_some())
                };
                let mut first = None;
                if (is_heading || may_be_goal(paragraph)) && goal() && (setting.goal.is_some() || numbered()) {
                    enter_heading(heading.take(), &mut setting);
                    let clause = &passage.sentences()[0];
                    goal::enter(document, clause, first.insert(Marks::read(&clause.tokens)), &mut setting);
                }
                if is_heading {
                    heading = Some(passage);
                }
                let listed = setting.goal.is_some() || setting.announced.is_some();
                if !(outline.topics.name_family(paragraph.span) && has_number(document.slice(paragraph.span)) || listed)
                {
                    continue;
                }
                if setting.goal.is_none()
                    && counts_nothing(lower, passage)
                    && !is_taken_up(lower, &chapter.parts[at + 1..])
                {
                    setting.announced = None;
                    passage.sentences().iter().for_each(|clause| learn_period(clause, None, &[], &[], &mut setting));
                    continue;
                }
                enter_heading(heading.take(), &mut setting);
                read_paragraph(document, lower, passage, first, &mut setting, figures, gaps);
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

/// Does the next paragraph go on with what the one before it spoke of?
fn is_taken_up(lower: &str, behind: &[Part<'_>]) -> bool {
    let next = behind.iter().find_map(|part| match part {
        Part::Paragraph(passage) => Some(passage),
        Part::Table(_) => None,
    });
    next.is_some_and(|next| goes_on(lower, &next.paragraph))
}

/// Is there no number in a paragraph that may be a figure? Then it only says when something was.
fn counts_nothing(lower: &str, passage: &Passage<'_>) -> bool {
    passage.sentences().iter().all(|clause| !may_count(clause) && cuts(lower, clause.span).is_empty())
}

/// Only paragraphs that begin as headings of goals do are looked at for one.
fn may_be_goal(paragraph: &Paragraph) -> bool {
    paragraph.kind == ParagraphKind::Item || paragraph.sentences.len() <= 2
}

/// Numbers in digits, or words that may be numbers: most text without digits has no figures, and is read only where
/// it is short enough to be cheap.
fn has_number(text: &str) -> bool {
    text.len() < 2000 || run::has_digit(text)
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
        let parts = cuts(lower, whole.span);
        let cut: Vec<Clause<'_>> = parts.iter().map(|span| Clause::read(&document.text, lower, *span)).collect();
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

/// The parts of a sentence in which another begins with a number: "... var under 40 år. 14 af borgerne ..."; none of
/// any other.
fn cuts(lower: &str, span: Span) -> Vec<Span> {
    const SHORT: [&str; 24] = [
        "ca", "nr", "kr", "mio", "mia", "pct", "stk", "pkt", "kl", "pr", "den", "tlf", "gns", "maks", "min", "jf",
        "art", "kap", "bilag", "afs", "punkt", "side", "evt", "inkl",
    ];
    let text = lower.get(span.range()).unwrap_or_default();
    let mut out = Vec::new();
    let mut start = 0;
    for at in run::places(text, b'.') {
        let numbered = matches!(text.as_bytes()[at + 1..], [b' ', b'0'..=b'9', ..]);
        let word = || text[..at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if numbered && word().chars().count() >= 2 && !SHORT.contains(&word()) {
            out.push(Span::new(span.start as usize + start..span.start as usize + at + 1));
            start = at + 2;
        }
    }
    if start > 0 {
        out.push(Span::new(span.start as usize + start..span.end as usize));
    }
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
    let says = |span: Span| {
        let text = lower.get(span.range()).unwrap_or_default();
        text.contains(" fra ") && (text.contains("data") || text.contains("tallene"))
    };
    for part in &chapter.parts {
        let Part::Paragraph(passage) = part else { continue };
        if !says(passage.paragraph.span) {
            continue;
        }
        for (at, span) in passage.paragraph.sentences.iter().enumerate() {
            if !says(*span) {
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

/// Takes note of a heading that was not asked for before.
fn enter_heading(heading: Option<&Passage<'_>>, setting: &mut Setting) {
    let Some(clause) = heading.map(|heading| &heading.sentences()[0]) else { return };
    let marks = Marks::read(&clause.tokens);
    setting.heading_meanings = marks.meanings();
    setting.heading_group = marks.groups().first().map(|(_, _, group)| *group);
    setting.heading_period = only_period(clause, setting);
}
