//! The first page: committee, date, time, place and attendance, before the first item begins.

use super::attendance;
use super::contents;
use super::page::Page;
use super::people::{self, Person};
use super::place::{is_place, place_and_time, place_behind, time};
use super::role::{self, Role, body_name, is_body, trim_date_lead};
use crate::data::minutes::{Field, Words, fold};
use crate::extract::date;
use crate::model::meeting::DocumentKind;
use crate::text::run;
use jiff::civil::Date;

/// What the first page says.
#[derive(Clone, Debug, Default)]
pub struct Head {
    pub committee: Option<String>,
    pub date: Option<Date>,
    pub time: Option<String>,
    pub place: Option<String>,
    pub kind: DocumentKind,
    pub present: Vec<Person>,
    pub absent: Vec<Person>,
    /// Those who were there for a part of the meeting.
    pub partly: Vec<Person>,
}

impl Head {
    fn was_absent(&mut self, person: Person) {
        people::add(if person.partly { &mut self.partly } else { &mut self.absent }, person);
    }
}

/// Reads the lines before the first item.
#[must_use]
pub fn head(page: Page<'_>, end: usize) -> Head {
    let mut head = Head::default();
    // Guesses, used where no label gives the value: committee, date and time from lines that hold them.
    let mut named: Option<String> = None;
    let mut listed: Option<String> = None;
    let mut dated: Option<(Date, Option<String>)> = None;
    let mut dated_at = 0;
    let mut kinds = Vec::new();
    let mut at = 0;
    while at < end.min(page.lines.len()) {
        let line = &page.lines[at];
        if page.contents[at] || !line.is_short() {
            at += 1;
            continue;
        }
        kinds.extend(document_kind(&line.text, page.words));
        if let Role::Absence { rest, .. } = &page.roles[at] {
            let (people, next) = attendance::block(rest, page.lines, page.roles, at + 1, page.words);
            people.into_iter().for_each(|person| head.was_absent(person));
            at = next.min(end).max(at + 1);
            continue;
        }
        if let Some((field, rest)) = field(&line.text, page.words) {
            at = set(&mut head, field, rest, at, end, page);
            continue;
        }
        let Role::Text = page.roles[at] else {
            at += 1;
            continue;
        };
        let committee = committee(&line.text, page.words);
        if in_menu(page, at, committee.as_deref()) {
            listed = listed.or(committee);
            at += 1;
            continue;
        }
        if named.is_none() {
            named = committee.clone();
        }
        if let Some(found) = date::first(&line.text)
            && dated.is_none()
            && (at < UNLABELLED || found.weekday.is_some())
            && stands_alone(&line.text, found, committee.is_some())
        {
            let after = line.text.get(found.span.end as usize..).unwrap_or_default();
            dated = Some((found.date, time(after)));
            dated_at = at;
            head.place = head.place.take().or_else(|| place_behind(after, page.words));
        } else if dated.is_some()
            && at <= dated_at + 2
            && head.place.is_none()
            && committee.is_none()
            && is_place(&line.text, page.words)
        {
            // Without a label the place stands right below the date.
            let (place, clock) = place_and_time(&line.text, page.words);
            head.place = Some(place);
            if let Some((_, time @ None)) = &mut dated {
                *time = clock;
            }
        }
        at += 1;
    }
    // "Årsrapport til Socialudvalget": for whom a paper is.
    let own = |name: &String| !name.contains(" til ");
    head.committee = head.committee.or(named.or(listed).filter(own));
    if let Some((date, time)) = dated
        && head.date.is_none()
    {
        head.date = Some(date);
        head.time = head.time.or(time);
    }
    head.kind = match (kinds.contains(&DocumentKind::Minutes), kinds.contains(&DocumentKind::Agenda)) {
        (true, false) => DocumentKind::Minutes,
        (false, true) => DocumentKind::Agenda,
        _ => DocumentKind::Unknown,
    };
    head
}

/// Whether a line stands in the menu of a web page: one committee's name below another's.
fn in_menu(page: Page<'_>, at: usize, named: Option<&str>) -> bool {
    let Some(named) = named.filter(|_| !page.lines[at].heading) else { return false };
    let other = |at: Option<usize>| {
        let line = at.and_then(|at| page.lines.get(at)).filter(|line| line.is_short() && !line.heading);
        line.and_then(|line| committee(&line.text, page.words)).is_some_and(|other| other != named)
    };
    date::first(&page.lines[at].text).is_none() && (other(at.checked_sub(1)) || other(Some(at + 1)))
}

/// A date that no label and no weekday says to be the meeting's stands among so many lines.
const UNLABELLED: usize = 40;

/// So many lines from the top the first page's date stands at the latest.
const DATED: usize = 20;

/// The line that says on the first page of which day the paper is, before any section or decision.
#[must_use]
pub fn date_line(page: Page<'_>) -> Option<usize> {
    let begun = |role: &Role| matches!(role, Role::Section { .. } | Role::Decision { .. });
    let end = page.roles.iter().take(DATED).position(begun).unwrap_or(DATED).min(page.lines.len());
    (0..end).find(|&at| {
        let said = field(&page.lines[at].text, page.words);
        said.is_some_and(|(field, value)| field == Field::Date && date::first(value).is_some())
    })
}

/// A label of the first page and the value on its line.
fn field<'t>(text: &'t str, words: &Words) -> Option<(Field, &'t str)> {
    if !words.field_openers.may_open(text) {
        return None;
    }
    if let Some(&field) = words.fields.get(&fold(text)) {
        return Some((field, ""));
    }
    if let Some((label, rest)) = text.split_once(':')
        && let Some(&field) = words.fields.get(fold(label).trim_end_matches('.'))
    {
        return Some((field, rest.trim()));
    }
    // "Mødet startede kl. 14:00"
    if let Some(at) = text.find(" kl")
        && words.fields.get(&fold(&text[..at])) == Some(&Field::Time)
    {
        return Some((Field::Time, text[at..].trim()));
    }
    // Without a colon only the labels of one word that name nothing else.
    let (label, rest) = text.split_once(' ')?;
    let &field = words.fields.get(&fold(label))?;
    let fits = match field {
        // "Mødetid 15:30-18:00"
        Field::Date => date::first(rest).is_some() || fold(label).contains("tid") && time(rest).is_some(),
        Field::Present | Field::Absent => people::names(rest, words).is_some(),
        Field::Committee => is_body(rest, words) && fold(label) == "udvalg",
        Field::Place => fold(label) == "mødested",
        Field::Time => time(rest).is_some(),
        Field::Ignored => true,
    };
    fits.then_some((field, rest.trim()))
}

/// Takes a field's value from its line or from the next ones; gives the line to go on with.
fn set(head: &mut Head, field: Field, rest: &str, at: usize, end: usize, page: Page<'_>) -> usize {
    if field == Field::Present || field == Field::Absent {
        let (people, next) = attendance::block(rest, page.lines, page.roles, at + 1, page.words);
        for person in people {
            if field == Field::Absent || person.absent {
                head.was_absent(person);
            } else {
                people::add(&mut head.present, person);
            }
        }
        return next.min(end).max(at + 1);
    }
    let below = page.lines.get(at + 1).filter(|line| {
        at + 1 < end && rest.is_empty() && line.is_short() && self::field(&line.text, page.words).is_none()
    });
    let value = if rest.is_empty() { below.map_or("", |line| &*line.text) } else { rest };
    let value = value.trim_matches(['|', ' ']);
    let next = at + 1 + usize::from(below.is_some());
    match field {
        // "Møde: 8. november 2019"
        Field::Committee if head.date.is_none() && date::first(value).is_some_and(|found| found.span.start == 0) => {
            head.date = date::first(value).map(|found| found.date);
        }
        Field::Committee if document_kind(value, page.words).is_none() && !value.is_empty() => {
            match date::first(value) {
                // "Møde: 8. november 2019, kl. 9"
                Some(found) => head.date = head.date.or(Some(found.date)),
                None if head.committee.is_none() => head.committee = Some(body_name(value)),
                None => {}
            }
        }
        Field::Date => {
            let Some(found) = date::first(value) else {
                // "Mødetidspunkt: kl. 13.00 - 16.15"
                let Some(clock) = time(value) else { return at + 1 };
                head.time.get_or_insert(clock);
                return next;
            };
            if head.date.is_none() {
                head.date = Some(found.date);
                head.time = head.time.take().or_else(|| time(value.get(found.span.end as usize..).unwrap_or_default()));
            }
        }
        Field::Time => {
            // "Tid: 17. september 2024 kl. 17:00"
            let day = date::first(value).filter(|found| found.whole().start == 0);
            let behind = day.and_then(|found| value.get(found.span.end as usize..)).unwrap_or(value);
            head.date = head.date.or(day.map(|found| found.date));
            let Some(clock) = time(behind) else { return if day.is_some() { next } else { at + 1 } };
            head.time.get_or_insert(clock);
        }
        Field::Place if !value.is_empty() => {
            head.place.get_or_insert_with(|| value.to_owned());
        }
        // The line below belongs to the label only if it holds such a value.
        _ => return at + 1,
    }
    next
}

/// What a line of the first page calls the document, as its first or last word or as a line of its own.
#[must_use]
pub fn document_kind(text: &str, words: &Words) -> Option<DocumentKind> {
    if text.len() > 160 {
        return None;
    }
    let own = date::first(text).and_then(|found| text.get(..found.whole().start as usize));
    let folded = fold(own.map_or(text, trim_date_lead));
    let of_meeting = folded.contains(" fra mødet");
    words.documents.iter().find_map(|(name, kind)| {
        let whole = folded == *name;
        let first = folded.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with([' ', ',', '-', ':']));
        let last = folded.strip_suffix(name.as_str()).is_some_and(|rest| rest.ends_with("- ") || rest.ends_with("| "));
        let inside = of_meeting && folded.contains(&format!(" - {name} fra mødet"));
        (whole || first || last || inside).then_some(*kind)
    })
}

/// The committee that a line of the first page names.
fn committee(text: &str, words: &Words) -> Option<String> {
    if text.len() > 200 || text.ends_with(['.', '?', '!']) && !text.ends_with("kl.") {
        return None;
    }
    // "Forside > Referater > Socialudvalget": where a web page stands.
    let text = text.rsplit(['>', '›', '»']).next().unwrap_or(text).trim_start();
    // "4. Børneudvalget": where it stands as the last of a list.
    let text = match text.split_once(". ") {
        Some((number, rest)) if number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()) => rest,
        _ => text,
    };
    // "Forelagt Byrådet den 31. marts": what became of a paper.
    if text.split(' ').next().is_some_and(|first| words.presented.contains(&fold(first))) {
        return None;
    }
    let found = date::first(text);
    let before = match found {
        Some(found) => trim_date_lead(text.get(..found.whole().start as usize)?),
        None => text,
    };
    // "Til: Socialudvalget", "Behandles i: Byrådet"; "21. august kl. 14: Økonomiudvalget" is an entry of a list of meetings.
    let mut name = match before.rsplit_once(':') {
        Some((label, _)) if run::has_digit(label) => return None,
        Some((_, rest)) => rest.trim_start(),
        None => before,
    };
    let mut marked = false;
    loop {
        let was = name;
        let mut lower = name.to_lowercase();
        for (word, _) in &words.documents {
            if lower.starts_with(word.as_str())
                && lower.get(word.len()..).is_some_and(|r| r.is_empty() || r.starts_with([' ', ':', '-', ',']))
            {
                name = name.get(word.len()..).unwrap_or(name).trim_start_matches([' ', ':', '-', ',']);
                lower = name.to_lowercase();
                marked = true;
            }
            if lower.ends_with(word.as_str())
                && lower.strip_suffix(word.as_str()).is_some_and(|r| r.ends_with([' ', '-']))
            {
                name = name.get(..name.len() - word.len()).unwrap_or(name).trim_end_matches([' ', '-', '|', '•', ',']);
                lower = name.to_lowercase();
                marked = true;
            }
        }
        name = without_municipality(without_lead(name, words));
        if let Some(rest) = without_end(name, words) {
            name = rest;
            marked = true;
        }
        if name == was {
            break;
        }
    }
    let name = role::without_term(name.trim_matches([' ', '-', '–', ',', ':', '•', '|', '.']));
    if name.is_empty() || !name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    let words_in_name = name.split(' ').count();
    let known = is_body(name, words) && is_whole_name(name, words);
    let dated = found.is_some() && marked && words_in_name <= 8 && !name.contains(['.', ':']);
    (known || dated).then(|| body_name(name))
}

/// A body's name without the municipality's before or behind it: "Greve Kommune - Socialudvalget".
fn without_municipality(name: &str) -> &str {
    let names_one = |part: &str| part.to_lowercase().ends_with(" kommune");
    let divided = [" - ", " – ", " · ", " | ", ", "].iter().find_map(|sign| {
        let behind = name.split_once(sign).filter(|(first, _)| names_one(first)).map(|(_, rest)| rest);
        behind.or_else(|| name.rsplit_once(sign).filter(|(_, last)| names_one(last)).map(|(rest, _)| rest))
    });
    divided.unwrap_or(name)
}

/// A name without one word before it that says "of the meeting of": "fra mødet i Socialudvalget".
fn without_lead<'t>(name: &'t str, words: &Words) -> &'t str {
    let Some((first, rest)) = name.split_once(' ') else { return name };
    if words.body_leads.contains(&fold(first)) { rest.trim_start() } else { name }
}

/// A name without the words after it that call the meeting: "Socialudvalgets møde" is the meeting of Socialudvalget.
fn without_end<'t>(name: &'t str, words: &Words) -> Option<&'t str> {
    let rest = words.body_ends.iter().find_map(|end| name.strip_suffix(end.as_str())?.strip_suffix(' '))?;
    let rest = rest.trim_end_matches([' ', '-']);
    Some(rest.strip_suffix("'s").or_else(|| rest.strip_suffix('s')).unwrap_or(rest))
}

/// Whether a body's name is all that a text holds: `Byrådet`, `Udvalget for Job & Vækst`, not `Udvalget skal drøfte`.
fn is_whole_name(name: &str, words: &Words) -> bool {
    let parts: Vec<&str> = name.split(' ').collect();
    let body = |part: &str| is_body(&format!("X{}", part.trim_end_matches(',')), words);
    let Some(at) = parts.iter().position(|part| body(part)) else { return false };
    let next = parts.get(at + 1);
    let goes_on = next.is_none_or(|next| {
        matches!(*next, "for" | "i" | "vedr." | "vedrørende" | "om" | "på" | "og" | "&")
            || next.starts_with(char::is_uppercase)
            || next.starts_with('(')
    });
    at <= 8 && parts.len() <= 14 && goes_on
}

/// A date that is the line's own matter and not one in a sentence.
fn stands_alone(text: &str, found: date::Found, named: bool) -> bool {
    if named || found.weekday.is_some() {
        return true;
    }
    // "Den 1. januar 2020 træder en ny lov i kraft": a sentence.
    let after = text.get(found.span.end as usize..).unwrap_or_default().trim_start_matches([',', ' ']);
    let after = after.split_whitespace().next().unwrap_or_default();
    if after.starts_with(char::is_lowercase)
        && !matches!(after.trim_end_matches('.'), "kl" | "klokken" | "i" | "på" | "fra" | "ved" | "til")
    {
        return false;
    }
    let before = trim_date_lead(text.get(..found.span.start as usize).unwrap_or_default());
    before.split_whitespace().count() <= 3
}

/// Whether a line before the first section can be the title of a single case: no field, name, date or committee.
#[must_use]
pub fn is_title(page: Page<'_>, at: usize) -> bool {
    let text = &page.lines[at].text;
    !contents::heads(text, page.words)
        && field(text, page.words).is_none()
        && people::names(text, page.words).is_none()
        && committee(text, page.words).is_none()
        && document_kind(text, page.words).is_none()
        && !(date::first(text).is_some() && text.split(' ').count() <= 6)
        && !(at
            .checked_sub(1)
            .is_some_and(|i| field(&page.lines[i].text, page.words).is_some_and(|(_, rest)| rest.is_empty())))
        && !is_place(text, page.words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::minutes::words;

    #[test]
    fn committees_of_first_lines() {
        for (text, name) in [
            ("REFERAT Udvalget for Job & Vækst d. 08-05-2019", Some("Udvalget for Job & Vækst")),
            ("Socialudvalget - 11-01-2021", Some("Socialudvalget")),
            ("Byrådet - Referat", Some("Byrådet")),
            ("Forside > Politik > Referater > Social- og Sundhedsudvalget", Some("Social- og Sundhedsudvalget")),
            ("Social- og Sundhedsudvalget - Referat fra mødet den 17-01-2019", Some("Social- og Sundhedsudvalget")),
            ("Erhvervs- og Jobudvalget onsdag den 6. marts 2024 kl. 19.00", Some("Erhvervs- og Jobudvalget")),
            ("Referat for Job- og Vækstudvalget møde den 8. juni 2016", Some("Job- og Vækstudvalget")),
            ("Social og sundheds møde den 17. april 2023", Some("Social og sundhed")),
            ("Referat Socialudvalgets møde den 17. april 2023", Some("Socialudvalget")),
            ("Referat fra mødet i Socialudvalget den 14. maj 2024", Some("Socialudvalget")),
            ("Referat af det ordinære møde i Ældrerådet tirsdag den 3. marts 2020", Some("Ældrerådet")),
            ("onsdag den 20. september 2017 kl. 17:00", None),
            ("31. maj 2022", None),
            ("Referat", None),
            ("Rådhuset, lokale 3", None),
            ("Til: Social- og Ældreudvalget", Some("Social- og Ældreudvalget")),
            ("Behandles i: Børneudvalget", Some("Børneudvalget")),
            ("21. august kl. 14: Økonomiudvalget", None),
            ("4. Børneudvalget", Some("Børneudvalget")),
            ("Notat til Udvalget for Kultur, Idræt og Fritid", Some("Udvalget for Kultur, Idræt og Fritid")),
            ("Tønder Kommune · Social- og Sundhedsudvalget", Some("Social- og Sundhedsudvalget")),
            ("Social- & Jobudvalget, Tønder Kommune", Some("Social- & Jobudvalget")),
            ("Tønder Kommune - Byrådet", Some("Byrådet")),
        ] {
            assert_eq!(committee(text, words()).as_deref(), name, "{text}");
        }
    }

    #[test]
    fn a_web_page_s_own_headings_end_no_first_page() {
        let page = "<h1>Notat</h1><h2>Lejre Kommune</h2><p>Dato: 14. november 2022</p><h2>Sagstal</h2><p>Sagsnr. 22/218</p>\
                    <p>Sagsfremstilling</p><p>Der er 31 sager.</p>";
        let document = crate::read::read(page.as_bytes(), "a.html").unwrap();
        let meeting = crate::extract::minutes::meeting(&document);
        assert_eq!(meeting.date, Some(jiff::civil::date(2022, 11, 14)));
        assert_eq!(meeting.items.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["Sagstal"]);
    }

    #[test]
    fn a_menu_names_no_committee_of_the_meeting() {
        let page = "<p>Byrådet</p><p>Økonomiudvalget</p><p>Jobudvalget</p><p>Søg</p><h1>Jobudvalget</h1><p>Dato: 3. juni 2020</p>\
                    <h2>1. Budget</h2><p>Beslutning</p><p>Godkendt.</p>";
        let document = crate::read::read(page.as_bytes(), "a.html").unwrap();
        assert_eq!(crate::extract::minutes::meeting(&document).committee.as_deref(), Some("Jobudvalget"));
    }
}
