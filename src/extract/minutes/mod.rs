//! The meeting that a document reports: first page, items, sections, decisions. Rules of layouts, over lines.
//!
//! Every line gets a role by its own words (`role`), then items are found by whatever marks them (`heading`), and each
//! item's lines are read in order (`item`). Words that differ between municipalities stand in `assets/minutes.ron`.

mod attachment;
mod attendance;
mod case;
mod contents;
mod decision;
mod head;
mod heading;
mod item;
mod line;
mod numbered;
mod page;
mod people;
mod place;
mod reference;
mod role;
mod saying;
mod vote;

#[cfg(test)]
mod tests;

use crate::data::minutes::{Words, fold, words};
use crate::model::meeting::{Decision, DecisionKind, DocumentKind, Entry, Item, ItemKind, Meeting};
use crate::model::source::{Document, Span};
use page::{Page, Start};
use role::Role;

/// So many lines at most are the first page of a document without items.
const FIRST_PAGE: usize = 300;

/// The meeting of a document. What is not found is left empty; `municipality` is for the caller to settle.
#[must_use]
pub fn meeting(document: &Document) -> Meeting {
    with_words(document, words())
}

/// Index of the item in which a byte offset stands.
#[must_use]
pub fn item_at(meeting: &Meeting, offset: u32) -> Option<u32> {
    let after = meeting.items.partition_point(|item| item.span.start <= offset);
    let index = after.checked_sub(1)?;
    (offset < meeting.items.get(index)?.span.end).then_some(index as u32)
}

/// Whether a number is the page that a line of the table of contents ends with.
#[must_use]
pub fn is_page(meeting: &Meeting, number: Span, value: f64) -> bool {
    let after = meeting.contents.partition_point(|entry| entry.span.start <= number.start);
    let line = after.checked_sub(1).map(|at| &meeting.contents[at]).filter(|line| line.span.end == number.end);
    line.and_then(|line| line.page).is_some_and(|page| f64::from(page) == value)
}

/// Whether a number opens a line that an item's title ends: "19 Ankesager i 2014" in a list of what is on the agenda.
#[must_use]
pub fn is_item_number(meeting: &Meeting, document: &Document, number: Span) -> bool {
    let (before, rest) = document.text.split_at(number.start as usize);
    let opens = before.rsplit('\n').next().is_some_and(|start| start.trim().is_empty());
    let line = rest.get(number.range().len()..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let title = line.trim_start_matches(['.', ')', ':']).trim();
    opens && !title.is_empty() && meeting.items.iter().any(|item| item.title.trim() == title)
}

/// The meeting of a document by other words than those of the asset.
#[must_use]
pub fn with_words(document: &Document, words: &Words) -> Meeting {
    let lines = line::part(line::lines(document), document, |before| {
        let listed = contents::heads(before, words) || words.noise.contains_key(&fold(before));
        listed || contents::split_number(before).1.is_some()
    });
    let roles = role::roles(&lines, words);
    let (entries, listed) = contents::contents(&lines, &roles, words);
    let page = Page { lines: &lines, roles: &roles, entries: &entries, contents: &listed, words };
    let mut starts = heading::starts(page);
    unglue(&mut starts, page, document);
    let first = starts.first().map_or(lines.len().min(FIRST_PAGE), |start| start.line);
    let mut head = head::head(page, first);

    let mut items: Vec<item::Read> = Vec::with_capacity(starts.len());
    let end_of_text = document.text.len() as u32;
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(end_of_text, |next| next.offset);
        items.push(item::read(page, document, start, end, head.committee.as_deref()));
    }
    close_groups(&mut items, &starts, page);
    settle(&mut head, &items);

    for read in &mut items {
        for absence in read.absences.drain(..) {
            // Other committees' absentees stand under their own decisions.
            let own = match (&absence.body, &head.committee) {
                (Some(body), Some(committee)) => same_body(body, committee),
                _ => true,
            };
            // Who was there for a part of the meeting is absent under the rest of its items.
            let partly = head.partly.iter().any(|person| people::same(&person.name, &absence.person.name));
            if own && !partly {
                people::add(&mut head.absent, absence.person);
            }
        }
    }
    head.present.retain(|person| !head.absent.iter().any(|absent| people::same(&absent.name, &person.name)));
    let decided = items.iter().any(|read| !read.item.decisions.is_empty());
    let kind = match head.kind {
        DocumentKind::Unknown if decided => DocumentKind::Minutes,
        kind => kind,
    };
    let mut items: Vec<Item> = items.into_iter().map(|read| read.item).collect();
    drop_registers(&mut items);
    items.extend(closed_in_contents(&items, &entries, document, words));
    for item in &mut items {
        settle_announcements(item, words);
        complete(item, kind, &head);
    }
    Meeting {
        committee: head.committee,
        municipality: None,
        date: head.date,
        time: head.time,
        place: head.place,
        kind,
        present: head.present.iter().map(people::Person::printed).collect(),
        absent: head.absent.iter().map(people::Person::printed).collect(),
        items,
        contents: entries,
    }
}

/// So many bytes on both sides of a title tell which words are its item's.
const NEAR: u32 = 3_000;

/// Parts a title from the attachment to which it is glued.
fn unglue(starts: &mut [Start], page: Page<'_>, document: &Document) {
    for index in 0..starts.len() {
        if attachment::numbered(&starts[index].title).is_none() {
            continue;
        }
        let raw = document.slice(starts[index].title_span);
        let line = line::clean(raw);
        let from = index.checked_sub(1).map_or(0, |before| starts[before].title_span.end);
        let to = starts.get(index + 1).map_or(document.text.len() as u32, |next| next.offset);
        let (start, end) = (starts[index].offset, starts[index].title_span.end);
        let before =
            line::clean(nearest(document, Span { start: from.min(start).max(start.saturating_sub(NEAR)), end: start }));
        let after = line::clean(nearest(document, Span { start: end, end: to.min(end.saturating_add(NEAR)) }));
        let openings: Vec<String> = page.words.item_kinds.iter().map(|(name, _)| name.clone()).collect();
        let start = &mut starts[index];
        match attachment::title_at(&line, &before, &after, &openings) {
            Some(at) => {
                let cut = start.title_span.start as usize + line::raw_offset(raw, line.get(..at).unwrap_or_default());
                start.title = line.get(at..).unwrap_or_default().to_owned();
                start.title_span = Span { start: cut as u32, ..start.title_span };
                start.offset = cut as u32;
            }
            None => {
                // Nothing but an attachment: the title is lost, the item begins after the line.
                start.title.clear();
                start.offset = start.title_span.end;
                start.title_span = Span { start: start.offset, end: start.offset };
            }
        }
    }
}

/// The text of a span whose ends may cut a character.
fn nearest(document: &Document, span: Span) -> &str {
    let text = &document.text;
    text.get(text.ceil_char_boundary(span.start as usize)..text.floor_char_boundary(span.end as usize))
        .unwrap_or_default()
}

/// Marks the items of a group "Lukkede sager" as closed.
fn close_groups(items: &mut [item::Read], starts: &[Start], page: Page<'_>) {
    let mut closed = false;
    let mut at = 0;
    // A heading over entries of the contents says nothing of the items' own places.
    let listed = |at: usize| page.contents.get(at + 1) == Some(&true);
    let first = starts.first().map_or(0, |start| start.line);
    let listed_closed = closed_entries(page, first);
    // Above the first item a heading stands right over it; any other there is one of the contents.
    at = at.max(first.saturating_sub(2));
    for (read, start) in items.iter_mut().zip(starts) {
        let names = |(number, title): &(u32, String)| {
            read.item.number == Some(number.to_string()) && title.starts_with(&fold(&read.item.title))
        };
        read.item.closed |= listed_closed.iter().any(names);
        for line in at..start.line {
            if let Role::Group { closed: now } = &page.roles[line]
                && !listed(line)
            {
                closed = *now;
            }
        }
        at = start.line.max(at);
        read.item.closed |= closed;
    }
}

/// What stands under "Lukkede punkter" in the lines before the first item: number and folded title.
fn closed_entries(page: Page<'_>, first: usize) -> Vec<(u32, String)> {
    let mut closed = false;
    let mut out = Vec::new();
    for (line, role) in page.lines.iter().zip(page.roles).take(first) {
        match role {
            Role::Group { closed: now } => closed = *now,
            _ if closed => {
                let (title, number) = contents::split_number(&line.text);
                out.extend(number.map(|number| (number, fold(title))));
            }
            _ => {}
        }
    }
    out
}

/// A list of all the meeting's attachments, each under its item's title, belongs to no item.
fn drop_registers(items: &mut [Item]) {
    let names_item = |at: usize, attachment: &String| {
        let name = contents::split_number(attachment).0;
        name.len() > 12 && items.iter().enumerate().any(|(other, item)| other != at && item.title == name)
    };
    let registers: Vec<usize> = (0..items.len())
        .filter(|&at| items[at].attachments.iter().any(|attachment| names_item(at, attachment)))
        .collect();
    registers.into_iter().for_each(|at| items[at].attachments.clear());
}

/// The items that stand in the contents alone because they were treated behind closed doors.
fn closed_in_contents(items: &[Item], entries: &[Entry], document: &Document, words: &Words) -> Vec<Item> {
    let end = document.text.len() as u32;
    let closed = |entry: &Entry| {
        let title = fold(&entry.title);
        let said = saying::says_closed(&entry.title, words) && !words.closed.contains(&title);
        let line = line::clean(document.slice(Some(entry.span).filter(|_| said)?));
        let number = contents::split_number(&line).1.map(|number| number.to_string());
        let known = items.iter().any(|item| item.number == number || title.starts_with(&fold(&item.title)));
        (number.is_some() && !known && !items.is_empty()).then(|| Item {
            number,
            title: saying::without_mark(&entry.title, words).to_owned(),
            case: None,
            kind: saying::item_kind(&entry.title, words),
            sections: Vec::new(),
            decisions: Vec::new(),
            attachments: Vec::new(),
            references: Vec::new(),
            closed: true,
            competence: Vec::new(),
            title_span: entry.span,
            span: Span { start: end, end },
        })
    };
    entries.iter().filter_map(closed).collect()
}

/// Fills in what the first page does not say from the heads of the decisions.
fn settle(head: &mut head::Head, items: &[item::Read]) {
    let decisions = || items.iter().flat_map(|read| &read.heads);
    // Where the meeting's own decisions stand under a bare "Beslutning", the dated ones are those of other bodies.
    if !decisions().any(|(body, date)| body.is_none() && date.is_none()) {
        // Of several committees in one item, these are the minutes of the last.
        head.date = head.date.or_else(|| decisions().filter_map(|(_, date)| *date).max());
        let own = decisions().filter(|(_, date)| date.is_some() && *date == head.date);
        head.committee = head.committee.take().or_else(|| own.filter_map(|(body, _)| body.clone()).next_back());
    }
    let mut treated = items.iter().flat_map(|read| &read.treated).filter(|(_, date)| Some(*date) == head.date);
    head.committee = head.committee.take().or_else(|| treated.next().map(|(body, _)| body.clone()));
}

/// Under announcements a list of matters says that they were told, and "Ingen." that there were none.
fn settle_announcements(item: &mut Item, words: &Words) {
    let other = item.decisions.iter_mut().filter(|decision| decision.kind == DecisionKind::Other);
    for decision in other.filter(|_| matches!(item.kind, ItemKind::Announcements | ItemKind::AnyOtherBusiness)) {
        if people::is_nobody(&decision.text, words) {
            decision.kind = DecisionKind::Nothing;
        } else if item.kind == ItemKind::Announcements {
            decision.kind = DecisionKind::Informed;
        }
    }
}

/// What an item's decisions do not say themselves: the meeting's own committee and date, pending and closed.
fn complete(item: &mut Item, kind: DocumentKind, head: &head::Head) {
    let own = |decision: &Decision| decision.date.is_none() || decision.date == head.date;
    for decision in &mut item.decisions {
        if own(decision) {
            decision.body = decision.body.take().or_else(|| head.committee.clone());
            decision.date = head.date;
        }
    }
    let decided = item.decisions.iter().any(own);
    if decided {
        return;
    }
    let missing = match kind {
        _ if item.closed => DecisionKind::Closed,
        DocumentKind::Agenda => DecisionKind::Pending,
        _ => return,
    };
    let text = if missing == DecisionKind::Closed { item.title.clone() } else { String::new() };
    let place = Span { start: item.span.end, end: item.span.end };
    item.decisions.push(Decision {
        body: head.committee.clone(),
        date: head.date,
        kind: missing,
        text,
        votes: None,
        span: if missing == DecisionKind::Closed { item.title_span } else { place },
    });
}

fn same_body(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    a == b || a.ends_with(&b) || b.ends_with(&a)
}
