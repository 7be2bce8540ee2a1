//! The document as chapters: one for each item of the agenda, or the whole where there are none; each a sequence of
//! paragraphs and tables.

use crate::data::words::WORDS;
use crate::extract::chapter::{Chapter, Part};
use crate::extract::date;
use crate::extract::named::Named;
use crate::extract::own;
use crate::extract::passage::Passage;
use crate::extract::period::{self, Mention};
use crate::extract::published;
use crate::extract::subject::{self, Subjects};
use crate::extract::topics::Topics;
use crate::model::figure::Place;
use crate::model::meeting::Meeting;
use crate::model::period::{Moment, Part as YearPart};
use crate::model::source::{BlockKind, Document, Span};
use crate::text::prose::{Prose, Tokenised};
use crate::text::sentence::Paragraph;
use crate::text::token::{Token, tokens};

/// So many lines at the top may say when an article came out.
const DATELINES: usize = 6;

/// What extraction walks through.
#[derive(Debug)]
pub struct Outline<'a> {
    /// The municipality whose paper this is.
    pub own: Option<Place>,
    /// Whom each sentence speaks of where it names nobody.
    pub subjects: Subjects,
    /// The committee that meets.
    pub committee: Option<String>,
    /// Year and month of the meeting.
    pub meeting: Option<Moment>,
    /// Where the text speaks of what.
    pub topics: Topics,
    pub chapters: Vec<Chapter<'a>>,
}

/// When a text came out, where its first words say so: "Publiceret 2018-04", "Dato 2018-04-12".
fn published(lower: &str) -> Option<Moment> {
    let first = lower.trim_start().lines().next()?;
    let mut words = first.split_whitespace();
    words.next().filter(|word| WORDS.lists.dated.holds(word.trim_end_matches(':')))?;
    let mut parts = words.next()?.split('-');
    let (year, month) = (parts.next()?, parts.next()?);
    let (year, month) = (year.parse::<i16>().ok()?, month.parse::<u8>().ok()?);
    let sound = (1970..2100).contains(&year) && (1..=12).contains(&month);
    sound.then_some(Moment { year, part: YearPart::Month(month) })
}

/// The month that one of the first lines names: a date behind "Møde", also below an item's title, or a newsletter's
/// "December 2019" on a line of its own.
fn dated_at_the_top(document: &Document, lower: &str) -> Option<Moment> {
    if let Some(published) = published(lower) {
        return Some(published);
    }
    let lines =
        document.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Table(_))).map(|block| block.span);
    let lines = lines.enumerate().take(15).filter(|(at, span)| *at < DATELINES || span.range().len() <= 100);
    lines.map(|(at, span)| (at < DATELINES, span)).find_map(|(first, span)| {
        if span.range().len() > 100 {
            let tokens = tokens(&document.text, lower, span);
            return published::dateline(&tokens, &period::mentions(&tokens));
        }
        let text = document.slice(span);
        if let Some(found) = date::first(text) {
            let line = lower.get(span.range())?;
            let said = line.starts_with("møde") || first && stands_alone(text, line, found);
            let month = YearPart::Month(found.date.month() as u8);
            return said.then_some(Moment { year: found.date.year(), part: month });
        }
        let tokens = tokens(&document.text, lower, span);
        let named = period::mentions(&tokens);
        // "Nyhedsbrev nr. 7, oktober 2021", "Greve Kommune • Nyhedsbrev nr. 7 • oktober 2021"
        // "Greve Kommune - oktober 2021 - nr. 7"
        let issue = |t: &Token<'_>| t.word().is_none() || t.is_any(&["nr", "nummer"]);
        let ends = |mention: &Mention| tokens[mention.end..].iter().all(issue);
        let numbered = first
            && tokens.len() <= 14
            && tokens.iter().any(|t| t.is_any(&["nr", "nummer", "årgang", "nyhedsbrev"]))
            && named.last().is_some_and(ends);
        // "Køge Kommune, Velfærdsforvaltningen · November 2023"
        let behind = named.last().and_then(|mention| Some((mention, tokens.get(mention.start.checked_sub(1)?)?)));
        let set_apart = first
            && tokens.len() <= 12
            && behind.is_some_and(|(mention, sign)| {
                mention.end == tokens.len() && ['·', '•', '|'].iter().any(|dot| sign.is_symbol(*dot))
            });
        match (&named[..], tokens.len() <= 5 || numbered || set_apart) {
            ([Mention { named: Named::Absolute(only), .. }], true) => {
                matches!(only.from.part, YearPart::Month(_)).then_some(only.from).filter(|_| only.to.is_none())
            }
            _ => None,
        }
    })
}

/// "Køge - 24. august 2020 kl. 13:33": a line with a date and hardly a word beside it.
fn stands_alone(text: &str, lower: &str, found: date::Found) -> bool {
    let whole = found.whole().range();
    let rest = [text.get(..whole.start), text.get(whole.end..)];
    let words = rest.iter().flatten().flat_map(|rest| rest.split_whitespace()).count();
    words <= 5 && !lower.split_whitespace().any(|word| WORDS.lists.dated.holds(word.trim_end_matches(':')))
}

/// The outline of a document and its prose; `topics` are those of its text.
#[must_use]
pub fn outline<'a>(document: &'a Document, prose: &'a Prose<'a>, meeting: &Meeting, topics: Topics) -> Outline<'a> {
    let lower = prose.lower;
    let own = meeting.municipality.as_ref().map(|name| Place::new(name.clone()));
    let own = own.or_else(|| own::own_municipality(document, lower, &topics));
    let date = meeting.date.map(|date| Moment { year: date.year(), part: YearPart::Month(date.month() as u8) });
    let date = date.or_else(|| dated_at_the_top(document, lower));
    let mut starts: Vec<(Option<u32>, Option<Span>, Span)> = Vec::new();
    let whole = Span::new(0..document.text.len());
    let first = meeting.items.first().map_or(whole.end, |item| item.span.start);
    if first > 0 {
        starts.push((None, None, Span { start: 0, end: first }));
    }
    for (index, item) in meeting.items.iter().enumerate() {
        starts.push((Some(index as u32), title_span(document, item.span, &item.title), item.span));
    }
    let mut chapters: Vec<Chapter<'_>> =
        starts.into_iter().map(|(item, title, span)| Chapter { item, title, span, parts: Vec::new() }).collect();
    let titles: Vec<Span> = chapters.iter().filter_map(|chapter| chapter.title).collect();
    let passage = |read: &'a Tokenised| {
        let paragraph = &read.paragraph;
        let listed =
            || Some(paragraph).filter(|one| one.span.end <= first).and_then(|one| listed(document, one, meeting));
        let begin = number_before(document, paragraph, &titles).or_else(listed);
        let passage = Passage::new(&document.text, prose, read, begin);
        (passage.paragraph.span.start, Part::Paragraph(Box::new(passage)))
    };
    let mut parts: Vec<(u32, Part<'_>)> = prose.passages.iter().map(passage).collect();
    for block in &document.blocks {
        if let BlockKind::Table(index) = block.kind {
            parts.push((block.span.start, Part::Table(index)));
        }
    }
    parts.sort_by_key(|(start, _)| *start);
    for (start, part) in parts {
        let at = chapters.partition_point(|chapter| chapter.span.start <= start);
        if let Some(chapter) = at.checked_sub(1).and_then(|at| chapters.get_mut(at)) {
            chapter.parts.push(part);
        }
    }
    let headed = own.as_ref().is_some_and(|own| subject::has_letterhead(document, own));
    let subjects = match headed || subject::is_of_a_meeting(meeting) {
        true => Subjects::only(own.clone()),
        false => subject::running(&chapters, own.clone()),
    };
    // A text that speaks of the nation is no municipality's, whichever it names.
    let own = own.filter(|_| subjects.at(0) != Some(Place::NATION));
    Outline { own, subjects, committee: meeting.committee.clone(), meeting: date, topics, chapters }
}

/// Where an item's title begins in its paragraph, behind its number: the number is no figure. `titles` are in order.
fn number_before(document: &Document, paragraph: &Paragraph, titles: &[Span]) -> Option<u32> {
    const NUMBER: u32 = 24;
    let at = titles.partition_point(|title| title.start <= paragraph.span.start);
    let title = titles.get(at).filter(|title| title.end <= paragraph.span.end)?;
    let before = document.slice(Span { start: paragraph.span.start, end: title.start });
    let number = title.start - paragraph.span.start <= NUMBER && before.contains(|c: char| c.is_ascii_digit());
    number.then_some(title.start)
}

/// Where the title begins in "2 Ankesager i 1.-3. kvartal 2017", a line of the agenda before its first item.
fn listed(document: &Document, paragraph: &Paragraph, meeting: &Meeting) -> Option<u32> {
    let line = document.slice(paragraph.span);
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let title = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | ')'));
    let numbered = rest.len() < line.len() && title.len() < rest.len();
    let again = || meeting.items.iter().any(|item| !item.title.is_empty() && item.title.trim() == title.trim());
    (numbered && again()).then(|| paragraph.span.end - title.len() as u32)
}

/// The title in the item's text: its first line, or the title's words near its beginning.
fn title_span(document: &Document, item: Span, title: &str) -> Option<Span> {
    let text = document.slice(item);
    let at = text.find(title.trim()).filter(|_| !title.trim().is_empty());
    let start = item.start as usize + at.unwrap_or(0);
    let length = if at.is_some() { title.trim().len() } else { text.lines().next().map_or(0, str::len) };
    (length > 0).then(|| Span::new(start..start + length))
}
