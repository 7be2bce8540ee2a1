//! One item's lines, read in order: case number, sections, decisions, attachments, absentees.

use super::decision::{Draft, Passage, opens_decision};
use super::line::{Line, clean};
use super::page::{Page, Start};
use super::people::{self, Person};
use super::role::{self, Role, body_name, is_body, trim_date_lead};
use super::saying::{
    approves_papers, bodies, decides_nothing, headings, is_point, item_kind, recommendation_end, says_closed,
    says_in_short, tells_decision, without_mark,
};
use super::{attachment, attendance};
use super::{case, reference};
use crate::data::minutes::fold;
use crate::extract::date;
use crate::model::meeting::{Item, ItemKind, Section, SectionKind};
use crate::model::source::{Document, Span};
use jiff::civil::Date;
use std::borrow::Cow;

/// An item, and what it says about the meeting.
#[derive(Clone, Debug)]
pub struct Read {
    pub item: Item,
    pub absences: Vec<Absent>,
    /// Body and date of each decision's head.
    pub heads: Vec<(Option<String>, Option<Date>)>,
    /// Bodies named with the date on which they treat the case.
    pub treated: Vec<(String, Date)>,
}

/// A person who is said not to have come, and to which body's meeting.
#[derive(Clone, Debug)]
pub struct Absent {
    pub person: Person,
    pub body: Option<String>,
}

/// In what part of the item a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Between the title and the first section.
    Top,
    Section(SectionKind),
}

/// Reads the item that begins at `start` and ends before the byte `end`.
#[must_use]
pub fn read(page: Page<'_>, document: &Document, start: &Start, end: u32, own: Option<&str>) -> Read {
    let mut reader = Reader::new(page, start, end, own);
    let mut at = start.body;
    while let Some(line) = page.lines.get(at) {
        if line.span.start >= end || page.roles[at] == Role::Closing {
            break;
        }
        at = reader.line(at, document);
    }
    reader.finish(start)
}

struct Reader<'a> {
    page: Page<'a>,
    end: u32,
    part: Part,
    read: Read,
    draft: Option<Draft>,
    /// The first line below the title that may be a decision without a heading.
    bare: Option<Passage>,
    /// The last paragraph of an item without sections that says what was decided: "Rådet tog det til efterretning."
    prose: Option<Passage>,
    /// Where the text above the first section stands.
    above: Option<Span>,
    /// The committee whose minutes these are.
    own: Option<&'a str>,
    /// A heading in the item is a decision's beyond doubt.
    headed: bool,
    /// A heading in the item is a recommendation's.
    proposed: bool,
    /// The item's first lines say that it is open: a form that prints both words marks neither.
    open: bool,
    /// The last line that belongs to the item.
    last: u32,
    first_line: usize,
    last_line: usize,
}

impl<'a> Reader<'a> {
    fn new(page: Page<'a>, start: &Start, end: u32, own: Option<&'a str>) -> Self {
        let closed = start.closed || says_closed(&start.title, page.words);
        let title = without_mark(&start.title, page.words);
        let (case, title) = match case::in_title(title) {
            Some((number, title)) => (Some(number), title.to_owned()),
            None => (None, title.to_owned()),
        };
        let kind = item_kind(&title, page.words);
        let item = Item {
            number: start.number.clone(),
            kind,
            closed,
            title,
            case,
            competence: Vec::new(),
            sections: Vec::new(),
            decisions: Vec::new(),
            attachments: Vec::new(),
            references: Vec::new(),
            title_span: start.title_span,
            span: Span { start: start.offset, end: start.offset },
        };
        let read = Read { item, absences: Vec::new(), heads: Vec::new(), treated: Vec::new() };
        let last = start.title_span.end.max(start.offset);
        let (headed, proposed) = headings(page, start, end);
        Self {
            page,
            prose: None,
            above: None,
            own,
            headed,
            proposed,
            end,
            part: Part::Top,
            read,
            draft: None,
            bare: None,
            open: false,
            last,
            first_line: start.body,
            last_line: start.body,
        }
    }

    /// Takes one line (and the names below it); gives the line to go on with.
    fn line(&mut self, at: usize, document: &Document) -> usize {
        let line = &self.page.lines[at];
        self.last_line = at + 1;
        match &self.page.roles[at] {
            Role::Noise | Role::Closing => {
                self.open |= self.part == Part::Top && fold(&line.text).starts_with("åben");
                return at + 1;
            }
            // "Åben dagsorden" right below a title says it of the item alone.
            Role::Group { closed } if self.part == Part::Top && at <= self.first_line + 1 => {
                self.open |= !closed;
                self.read.item.closed |= *closed;
                return at + 1;
            }
            Role::Group { .. } => {
                // The heading of a group ends the item before it.
                self.close_draft();
                self.part = Part::Section(SectionKind::Other);
                return at + 1;
            }
            Role::Section { kind: SectionKind::Decision, title, rest } => {
                self.open_decision(line, title, None, None, rest);
            }
            // The head of a table's column, or of a part of what is put forward.
            Role::Decision { title, rest, .. } if self.is_doubtful(at, title, rest) => self.text(at, document),
            // "Handicaprådets udtalelse" among the attachments is one.
            Role::Section { kind: SectionKind::Hearing, title, .. }
                if self.part == Part::Section(SectionKind::Attachments)
                    && !self.page.words.sections.contains_key(&fold(title)) =>
            {
                self.text(at, document);
            }
            // "Indstilling" and "Direktionen indstiller:" below it are one section.
            Role::Section { kind: SectionKind::Recommendation, .. }
                if self.part == Part::Section(SectionKind::Recommendation) =>
            {
                self.text(at, document);
            }
            Role::Section { kind, title, rest } => self.open_section(line, *kind, title, rest),
            Role::Decision { title, body, date, rest } => {
                self.open_decision(line, title, body.clone(), *date, rest);
            }
            Role::Absence { body, rest } => {
                let (people, next) = attendance::block(rest, self.page.lines, self.page.roles, at + 1, self.page.words);
                let body = body.clone().or_else(|| self.draft.as_ref().and_then(|draft| draft.body.clone()));
                let absent = people.into_iter().filter(|person| !person.partly);
                self.read.absences.extend(absent.map(|person| Absent { person, body: body.clone() }));
                self.last = self.last.max(self.page.lines[next - 1].span.end.min(self.end));
                self.last_line = next;
                return next;
            }
            Role::Case { number, .. } if self.part == Part::Top => {
                self.read.item.case.get_or_insert_with(|| number.clone());
            }
            Role::Case { .. } => self.text(at, document),
            Role::Text => {
                if let Some((body, date)) = self.body_and_day(at) {
                    self.open_decision(line, &line.text, Some(body), Some(date), "");
                } else {
                    if self.recommends(at) {
                        self.close_draft();
                        self.part = Part::Section(SectionKind::Recommendation);
                        let section =
                            Section { title: String::new(), kind: SectionKind::Recommendation, span: line.span };
                        self.read.item.sections.push(section);
                    }
                    self.text(at, document);
                }
            }
        }
        self.last = self.last.max(line.span.end.min(self.end));
        at + 1
    }

    /// Whether a word that may also head a column or a chapter ("Afgørelse", "Konklusion") heads no decision here: the
    /// item has a decision under a plain heading, or what follows decides nothing.
    fn is_doubtful(&self, at: usize, title: &str, rest: &str) -> bool {
        if !self.page.words.doubtful_decisions.contains(&fold(title)) {
            return false;
        }
        let below = self.page.lines.get(at + 1).filter(|line| line.span.start < self.end && line.is_short());
        let said = if rest.is_empty() { below.map_or("", |line| &line.text) } else { rest };
        self.headed || self.page.lines[at].tabbed || decides_nothing(said, self.page.words)
    }

    /// A line that is a body's name and a date, and a decision in the line below it.
    fn body_and_day(&self, at: usize) -> Option<(String, Date)> {
        use SectionKind::{Attachments, Competence, EarlierDecisions, Hearing, Schedule};
        let planned = [Attachments, Competence, EarlierDecisions, Hearing, Schedule];
        if planned.iter().any(|kind| self.part == Part::Section(*kind)) || !self.page.lines[at].is_short() {
            return None;
        }
        let below = self.page.lines.get(at + 1).filter(|line| line.span.start < self.end)?;
        let decides = || self.page.roles[at + 1] == Role::Text && !decides_nothing(&below.text, self.page.words);
        let found = role::body_and_day(&self.page.lines[at].text, self.page.words).filter(|_| decides())?;
        // Where the item has a heading for its decision, the committee's own name and day head a page.
        let of_page = self.headed && self.own == Some(found.0.as_str());
        (!of_page).then_some(found)
    }

    /// Whether a recommendation begins here without a heading: "Forvaltningen foreslår, at ...", and nothing behind it
    /// in its section but more of it.
    fn recommends(&self, at: usize) -> bool {
        if self.proposed {
            return false;
        }
        let lead = match self.part {
            Part::Section(SectionKind::Recommendation | SectionKind::Decision | SectionKind::Attachments) => {
                return false;
            }
            _ => recommendation_end(&self.page.lines[at].text, self.page.words),
        };
        let Some(end) = lead else { return false };
        let mut proposes = self.page.lines[at].text.get(end..).is_some_and(|rest| rest.contains("at "));
        for next in at + 1..(at + 12).min(self.page.lines.len()) {
            let line = &self.page.lines[next];
            let over = line.span.start >= self.end
                || matches!(self.page.roles[next], Role::Section { .. } | Role::Decision { .. } | Role::Group { .. })
                || self.page.roles[next] == Role::Closing
                || self.body_and_day(next).is_some();
            if over {
                return proposes;
            }
            if self.page.roles[next] == Role::Text && !is_point(&line.text) && !line.continues {
                return false;
            }
            proposes |= is_point(&line.text);
        }
        proposes && at + 1 == self.page.lines.len()
    }

    fn open_section(&mut self, line: &Line<'_>, kind: SectionKind, title: &str, rest: &str) {
        self.close_draft();
        self.part = Part::Section(kind);
        self.read.item.sections.push(Section { title: title.to_owned(), kind, span: line.span });
        if !rest.is_empty() {
            self.content(kind, rest, line);
        }
    }

    fn open_decision(&mut self, line: &Line<'_>, title: &str, body: Option<String>, date: Option<Date>, rest: &str) {
        self.close_draft();
        self.part = Part::Section(SectionKind::Decision);
        let section = Section { title: title.to_owned(), kind: SectionKind::Decision, span: line.span };
        self.read.item.sections.push(section);
        self.read.heads.push((body.clone(), date));
        let mut draft = Draft { body, date, text: Vec::new() };
        if !rest.is_empty() {
            draft.text.push(Passage { text: rest.to_owned(), span: line.span, continues: false });
        }
        self.draft = Some(draft);
    }

    fn close_draft(&mut self) {
        if let Some(draft) = self.draft.take() {
            self.read.item.decisions.extend(draft.finish(self.page.words));
        }
    }

    /// A line without a role of its own belongs to the part in which it stands.
    fn text(&mut self, at: usize, document: &Document) {
        let line = &self.page.lines[at];
        // The next item's title can be glued to the end of the last line.
        let span = Span { start: line.span.start, end: line.span.end.min(self.end) };
        let cut = if span == line.span { Cow::Borrowed(&*line.text) } else { clean(document.slice(span)) };
        match self.part {
            Part::Top => {
                // Short lines are labels, names and buttons, but for a sentence ("Chefen orienterede.") and a list's points.
                let sentence = cut.split(' ').count() >= 5 && cut.ends_with(['.', ':', ',']) || says_in_short(&cut);
                let running = cut.len() > 70 || sentence;
                let decided = |reader: &Self| (reader.bare.is_some(), reader.prose.as_ref().map(|prose| prose.span));
                let before = decided(self);
                self.top(&cut, line);
                if running && (before == decided(self) || cut.len() > 70) || self.above.is_some() {
                    self.above = Some(self.above.map_or(span, |above| above.cover(span)));
                }
            }
            Part::Section(kind) => {
                if let Some(section) = self.read.item.sections.last_mut() {
                    section.span = section.span.cover(span);
                }
                self.content(kind, &cut, line);
            }
        }
    }

    /// Between title and first section: absentees without a label, the kind of the case, whether it is closed.
    fn top(&mut self, text: &str, line: &Line<'_>) {
        if approves_papers(text, self.read.item.kind, self.page.words)
            || tells_decision(text, self.own, self.page.words)
        {
            self.prose = Some(Passage { text: text.to_owned(), span: line.span, continues: false });
        }
        if !line.is_short() {
            return;
        }
        if self.bare.is_none() && opens_decision(text, self.page.words) {
            self.bare = Some(Passage { text: text.to_owned(), span: line.span, continues: false });
        }
        self.read.item.closed |= !self.open && says_closed(text, self.page.words) && text.split(' ').count() <= 6;
        if self.read.item.kind == ItemKind::Other && text.split(' ').count() <= 2 {
            self.read.item.kind = item_kind(text, self.page.words);
        }
        let people = people::names(text, self.page.words).unwrap_or_default();
        if people.iter().any(|person| person.party.is_some()) && people.iter().all(|person| person.party.is_some()) {
            let absent = people.into_iter().filter(|person| !person.partly);
            self.read.absences.extend(absent.map(|person| Absent { person, body: None }));
        }
    }

    fn content(&mut self, kind: SectionKind, text: &str, line: &Line<'_>) {
        match kind {
            SectionKind::Attachments if !people::is_nobody(text, self.page.words) => {
                attachment::add(&mut self.read.item.attachments, text, line.continues);
            }
            SectionKind::Decision if text.chars().any(char::is_alphanumeric) => {
                if let Some(draft) = &mut self.draft {
                    let passage = Passage { text: text.to_owned(), span: line.span, continues: line.continues };
                    draft.text.push(passage);
                }
            }
            SectionKind::Competence => {
                let kind = item_kind(text, self.page.words);
                if kind != ItemKind::Other && text.split(' ').count() == 1 {
                    if self.read.item.kind == ItemKind::Other {
                        self.read.item.kind = kind;
                    }
                } else if text.len() <= 200 {
                    self.read.item.competence.extend(bodies(text));
                }
            }
            SectionKind::Hearing | SectionKind::Schedule if line.is_short() => self.treated(text),
            _ => {}
        }
    }

    /// `Børneudvalget den 17. maj 2022`: who treats the case, and when.
    fn treated(&mut self, text: &str) {
        let Some(found) = date::first(text) else { return };
        let body = trim_date_lead(text.get(..found.whole().start as usize).unwrap_or_default());
        let whole = text.get(found.span.end as usize..).is_some_and(|rest| rest.trim_matches(['.', ' ']).is_empty());
        if whole && is_body(body, self.page.words) {
            self.read.treated.push((body_name(body), found.date));
        }
    }

    fn finish(mut self, start: &Start) -> Read {
        self.close_draft();
        let said = self.bare.take().or(self.prose.take());
        if let Some(passage) = said.filter(|_| self.read.item.sections.is_empty()) {
            let draft = Draft { text: vec![passage], ..Draft::default() };
            self.read.item.decisions.extend(draft.finish(self.page.words));
        }
        if let Some(span) = self.above {
            let section = Section { title: String::new(), kind: SectionKind::Other, span };
            self.read.item.sections.insert(0, section);
        }
        // The heads of other committees' decisions name meetings too, and are told as decisions.
        let lines =
            (self.first_line..self.last_line).filter(|&at| !matches!(self.page.roles[at], Role::Decision { .. }));
        let title = Some(start.line).filter(|&at| at < self.first_line);
        let lines = title.into_iter().chain(lines).filter_map(|at| self.page.lines.get(at));
        self.read.item.references = reference::references(lines, self.page.words);
        self.read.item.span.end = self.last.min(self.end).max(self.read.item.span.start);
        self.read
    }
}
