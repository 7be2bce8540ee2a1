//! Figures on appeals: what Ankestyrelsen did with a municipality's decisions.

pub mod above;
mod act;
mod again;
mod against;
mod alike;
mod announced;
mod arriving;
mod aside;
mod assign;
mod back;
mod base;
mod beside;
pub mod bind;
mod called;
mod change;
mod circumstance;
mod committee;
mod compared;
mod count;
mod counted;
mod counts;
mod declared;
mod denied;
mod department;
mod desks;
mod ended;
mod figure;
mod fraction;
mod group;
mod headed;
mod heading;
mod heads;
mod holds;
mod itself;
pub mod label;
mod learn;
mod legend;
mod lines;
pub mod list;
mod map;
mod matter;
mod meaning;
mod measure;
mod note;
mod one_law;
mod opened;
mod own_work;
mod pair;
mod parted;
mod parts;
mod pending;
mod percent;
mod portion;
mod procedure;
mod proven;
mod remainder;
mod rows;
mod said;
pub mod scope;
mod sections;
#[cfg(test)]
mod sentences;
mod sequel;
mod setting;
mod several;
mod sum;
mod summed;
mod supposed;
pub mod table;
mod times;
mod title;
mod told_matter;
mod total;
mod two;
pub mod unit;
mod when;
mod whole;
mod withdrawn;
mod years;

use crate::extract::chapter::{Chapter, Part};
use crate::extract::clause::Clause;
use crate::extract::grid::grid;
use crate::extract::named::Named;
use crate::extract::outline::Outline;
use crate::model::figure::{Figure, Gap, Measure};
use crate::model::period::Period;
use crate::model::source::{Document, Span};
use crate::text::sentence::ParagraphKind;
use announced::{
    announced_cues, announced_measure, announced_place, counts_decisions, law_of_paragraphs, note_parentheses,
    tells_numbers, total_parted,
};
use heading::heading_scope;
use label::{LabelKind, labels, rate_of};
use lines::{framing, heads_places, is_numbered_title, is_row, leads, opens_with_total, question};
use opened::{open_line, opens_with_unit};
use scope::{names_unknown_area, scopes};
use sections::Sections;
use setting::{Setting, Thread};
use std::collections::BTreeMap;
use std::rc::Rc;
use title::{enter_heading, is_title, lists_the_rate};
use unit::Units;
use years::{Years, may_name_a_year};

/// The figures and gaps on appeals in a document, in no particular order.
#[must_use]
pub fn appeals(document: &Document, lower: &str, outline: &Outline<'_>) -> (Vec<Figure>, Vec<Gap>) {
    let (mut figures, mut gaps) = (Vec::new(), Vec::new());
    let years = Years::of(document, lower, outline);
    for chapter in &outline.chapters {
        if !outline.topics.name_board(chapter.span) {
            continue;
        }
        let first = chapter_setting(document, lower, outline, &years, chapter);
        let service_only = map::is_of_service_alone(document, chapter);
        let item_scope = map::area_of_title(document, lower, chapter).or_else(|| first.item_scope.clone());
        let item_unknown = first.item_unknown && item_scope.is_none();
        let first = Setting { service_only, item_scope, item_unknown, ..first };
        let mut units = Units::default();
        let known = figures.len();
        let mut rates: BTreeMap<u32, Measure> = BTreeMap::new();
        let mut periods: BTreeMap<u32, Period> = BTreeMap::new();
        // The tables first: prose may speak of their units in other words.
        let tables = chapter.parts.iter().any(|part| matches!(part, Part::Table(_)));
        let table_parts: &[Part<'_>] = if tables { &chapter.parts } else { &[] };
        // Does the title or anything above a table name a year? Each piece of text is asked once.
        let mut dated_above = chapter.title.is_some_and(|title| may_name_a_year(document.slice(title)));
        let mut looked_at = chapter.span.start;
        let mut told = proven::Told::default();
        walk(document, table_parts, first.clone(), &mut |part, setting| {
            if let Part::Paragraph(passage) = part {
                for clause in passage.sentences() {
                    declared::declare(clause, setting);
                }
            }
            if let Part::Table(index) = part {
                let table = &document.tables[*index as usize];
                setting.own = table.cells.first().and_then(|cell| outline.subjects.at(cell.span.start));
                if !dated_above {
                    let unread = Span { start: looked_at, end: table.span.start };
                    dated_above = years.usual(unread).is_some();
                    looked_at = table.span.start;
                }
                setting.named_behind = !(dated_above || above::dated_below(document, lower, table));
                if let Some(grid) = grid(document, lower, table) {
                    let setting = above::under_caption(document, lower, table, &grid, setting);
                    let (mut found, empty) = table::table(document, lower, table, &grid, &setting);
                    told.doubt_second(&figures[known..], &mut found);
                    units.learn(&found);
                    for (label, scope) in table::names(&found, &grid) {
                        units.learn_name(&label, &scope);
                    }
                    rates.extend(only_rate(&found).map(|rate| (*index, rate)));
                    periods.extend(only_period(&found).map(|period| (*index, period)));
                    figures.extend(found);
                    gaps.extend(empty);
                }
            }
        });
        let certain = figures[known..].iter().filter(|figure| figure.is_certain());
        let said: Vec<Figure> = certain.cloned().collect();
        let said_in_tables = said.len();
        let unit_names = units.names().map(Rc::new);
        let first = Setting { unit_names, units: Rc::new(units), said, said_in_tables, ..first };
        let mut sections = Sections::default();
        let letters = legend::Letters::of(document, chapter.span);
        walk(document, &chapter.parts, first, &mut |part, setting| match part {
            Part::Paragraph(passage) => {
                if passage.paragraph.kind == ParagraphKind::Heading {
                    let unnamed = setting.heading_scope.as_ref().is_none_or(|scope| setting.is_of_department(scope));
                    let heading = Some(passage.paragraph.span).filter(|_| unnamed);
                    sections.enter(heading, figures.len());
                }
                for clause in passage.sentences() {
                    let written = letters.write_out(clause);
                    let clause = written.as_ref().unwrap_or(clause);
                    setting.own = outline.subjects.at(clause.span.start);
                    beside::doubt_received(document, &mut figures[known..], clause);
                    withdrawn::take_back(&mut figures[known..], &mut setting.said, clause);
                    let total = setting.thread.bare_total;
                    let mut found = bind::sentence(clause, setting);
                    if found.is_empty()
                        && let Some(right) = withdrawn::corrected(&figures[known..], clause)
                    {
                        setting.thread.after_rate = right.measure == Measure::ReversalRate;
                        setting.said.push(right.clone());
                        found.push(right);
                    }
                    // "Kommunen har haft 52 sager i alt. Heraf er 54 procent omgjort": the base of the rate.
                    if map::shows_the_last(clause) {
                        map::give_to_the_last(&mut figures[known..], clause);
                    }
                    if total
                        && clause.tokens.first().is_some_and(|t| t.is_any(&["heraf", "deraf"]))
                        && found.first().is_some_and(|figure| figure.measure == Measure::ReversalRate)
                        && let Some(base) = figures.last_mut()
                    {
                        base.measure = Measure::Considered;
                    }
                    if found.is_empty() && whole::leaves_out_dismissed(clause) {
                        whole::count_without_dismissed(&mut figures[known..], clause);
                    }
                    whole::base_of_next(&mut figures[known..], &found);
                    again::base_of_last(clause, &figures[known..], &mut found);
                    figures.extend(found);
                }
            }
            Part::Table(index) => {
                // "Ankestatistik 2020-2022": what stands under a table of one of the years is of that year.
                let years = setting.item_period.is_some_and(|period| period.from.year < period.last_year());
                setting.shown = periods.get(index).copied().filter(|_| years);
                if let Some(rate) = rates.get(index) {
                    setting.thread.rate = Some(rate.clone());
                    setting.thread.age = 0;
                }
            }
        });
        sections.settle(document, &mut figures);
        rows::settle(document, &mut figures[known..]);
    }
    (figures, gaps)
}

/// The one rate that a table's shares are.
fn only_rate(figures: &[Figure]) -> Option<Measure> {
    let mut rates = figures.iter().map(|f| &f.measure).filter(|m| rate_of(m).as_ref() == Some(m));
    let first = rates.next()?;
    rates.all(|other| other == first).then(|| first.clone())
}

/// The one period that all of a table's figures are of.
fn only_period(figures: &[Figure]) -> Option<Period> {
    let first = figures.first()?.period?;
    figures.iter().all(|f| f.period == Some(first)).then_some(first)
}

/// What holds for a whole chapter before its first sentence.
fn chapter_setting(
    document: &Document,
    lower: &str,
    outline: &Outline<'_>,
    years: &Years<'_>,
    chapter: &Chapter<'_>,
) -> Setting {
    let (title, span) = (chapter.title, chapter.span);
    let mut setting = Setting {
        own: outline.subjects.at(span.start),
        foreign: outline.subjects.is_foreign(),
        meeting: outline.meeting,
        committee: outline.committee.clone(),
        thread: Thread { silence: u8::MAX, ..Thread::default() },
        ..Setting::default()
    };
    setting.beyond = heading::names_other_areas(lower.get(span.range()).unwrap_or_default());
    if let Some(title) = title {
        let clause = Clause::read(&document.text, lower, title);
        setting.item_names_board = clause.names_board();
        setting.item_scope = heading_scope(&clause, &setting);
        setting.item_unknown = names_unknown_area(&clause, &scopes(&clause, &setting));
        setting.also_titled = titled_periods(&clause, &setting);
        setting.item_period = setting.also_titled.pop();
        setting.departments = called::departments(document, Some(&clause), span);
        setting.titled_department = setting.departments.as_ref().and_then(|names| department::of_title(&clause, names));
        setting.item_rate = labels(&clause).into_iter().find(|l| l.kind == LabelKind::Rate).map(|l| l.measure);
    }
    if title.is_none() {
        setting.departments = called::departments(document, None, span);
    }
    if setting.item_period.is_none() {
        setting.item_period = years.usual(span);
    }
    setting
}

fn latest_year(clause: &Clause<'_>, setting: &Setting) -> Option<Period> {
    titled_periods(clause, setting).pop()
}

/// The periods that a title names, the latest last.
fn titled_periods(clause: &Clause<'_>, setting: &Setting) -> Vec<Period> {
    // "Udviklingen siden 2019"
    let spoken = clause.periods.iter().filter(|m| !compared::is_since(&clause.tokens, m));
    let named = spoken.filter_map(|m| match m.named {
        Named::Absolute(period) => Some(period),
        _ => None,
    });
    let mut periods: Vec<Period> = named.filter(|p| setting.meeting.is_none_or(|m| p.last_year() <= m.year)).collect();
    periods.sort_unstable();
    periods
}

/// Goes through a chapter in order; headings change what holds for what follows them.
fn walk(document: &Document, parts: &[Part<'_>], first: Setting, visit: &mut dyn FnMut(&Part<'_>, &mut Setting)) {
    let mut setting = first.clone();
    let mut announced_period: Option<Option<Period>> = None;
    // An example goes on in the list that it announces, and in the line behind the list.
    let mut goes_on = false;
    let mut cells = heading::Cells::default();
    let mut led = heading::Led::default();
    for (at, part) in parts.iter().enumerate() {
        if let Part::Paragraph(passage) = part {
            let paragraph = &passage.paragraph;
            cells.pass(document.slice(paragraph.span).trim(), &mut setting);
            announced_period = None;
            let announced = setting.thread.announced.take();
            let rate = setting.thread.rate.take();
            let age = setting.thread.age.saturating_add(1);
            let silence = setting.thread.silence.saturating_add(1);
            let mut before = std::mem::take(&mut setting.thread);
            let opens = leads(document, parts, at) || heads_places(parts, at);
            let clause = framing(document, paragraph, opens).then(|| passage.whole());
            let listed = paragraph.kind == ParagraphKind::Item
                || clause.is_some_and(|clause| {
                    // An article's short sentence is no row.
                    let sentence = setting.foreign && document.slice(paragraph.span).trim_end().ends_with('.');
                    !sentence && is_row(document, paragraph, clause)
                });
            led.pass(listed, &mut setting);
            let supposed = before.supposed && (listed || goes_on);
            goes_on = listed || opens;
            setting.thread = Thread { rate, age, silence, supposed, listed, ..Thread::default() };
            if listed {
                setting.thread.announced = announced.clone();
                setting.thread.place.clone_from(&before.place);
                setting.thread.without_dismissed = before.without_dismissed;
                setting.thread.told_above.clone_from(&before.told_above);
                // "Ankestyrelsen afgjorde 31 klager efter serviceloven:", and lines under it.
                setting.thread.scope = before.told_above.0.clone().or_else(|| before.law_above.clone());
                setting.thread.law_above.clone_from(&before.law_above);
                setting.thread.period = before.told_above.1;
                setting.thread.steady = before.told_above.1;
            } else {
                // The line behind a list goes on with it: "Omgørelsesprocenten er dermed 29".
                setting.thread.scope.clone_from(&before.told_above.0);
                setting.thread.after_rate = before.after_rate;
                setting.thread.list = std::mem::take(&mut before.list);
            }
            setting.thread.goes_on_with_list = setting.thread.scope.is_some();
            let mut answered = None;
            if let Some(question) = question(document, parts, at) {
                let named = scopes(question, &setting);
                let only = named.first().filter(|first| named.iter().all(|hit| hit.tag == first.tag));
                setting.thread.unknown_area |= named.is_empty() && names_unknown_area(question, &named);
                let only = only.map(|hit| hit.tag.clone());
                // "Svar": what the question asks about holds for all of the answer, its tables too.
                answered = only.clone().filter(|_| document.slice(paragraph.span).trim_start().starts_with("Svar"));
                setting.thread.scope = setting.thread.scope.take().or(only);
            }
            // "Af disse blev 16 stadfæstet", in a paragraph of its own.
            let counted = before.count.is_some() || before.own_counted;
            if passage.sentences().first().is_some_and(said::gives_parts) && counted {
                setting.thread.scope = setting.thread.scope.take().or_else(|| before.scope.clone());
                setting.thread.period = setting.thread.period.or(before.period);
                setting.thread.counted_of.clone_from(&before.counted_of);
                setting.thread.wholes.clone_from(&before.wholes);
            }
            let unit = |clause: &&Clause<'_>| opens_with_unit(clause);
            if let Some(clause) = clause.filter(|_| listed).or(passage.sentences().first().filter(unit)) {
                open_line(&document.text, clause, &mut setting);
            }
            if let Some(clause) = clause {
                note_parentheses(clause, &mut setting);
                // A line with a value and no word for it goes on with the line above.
                if listed && labels(clause).is_empty() {
                    setting.thread.period = before.steady;
                    setting.thread.steady = before.steady;
                    setting.thread.scope = before.scope;
                }
                let titled = is_title(clause, paragraph.kind, &setting);
                let numbered = !titled && is_numbered_title(document, parts, at);
                if titled || numbered {
                    let before_heading = setting.heading_period;
                    // "Kvalitetsrapport 2022" holds under a numbered title as well.
                    let over = setting.heading_period.filter(|_| numbered);
                    let over_scope = setting.heading_scope.clone();
                    enter_heading(clause, &mut setting);
                    led.enter(clause, over_scope, &setting);
                    setting.heading_period = setting.heading_period.or(over);
                    // "Tabel 1: Omgørelsesprocenter 2022-2024": the years that the table shows, and not the prose behind it.
                    let years = |period: Period| period.from.year < period.last_year();
                    let over_table = || matches!(parts.get(at + 1), Some(Part::Table(_)));
                    let shown = setting.heading_period.is_some_and(years) && over_table();
                    announced_period = (opens || shown).then_some(before_heading);
                    if let Some(rate) = labels(clause).into_iter().find(|l| l.kind == LabelKind::Rate) {
                        setting.thread.rate = Some(rate.measure);
                        setting.thread.age = 0;
                    } else if lists_the_rate(&setting) {
                        setting.thread.rate = Some(Measure::ReversalRate);
                        setting.thread.age = 0;
                    }
                }
            }
            setting.heading_scope = answered.or(setting.heading_scope.take());
            if listed && opens_with_total(parts, at) {
                setting.thread.announced = Some(Measure::Decided);
            }
            visit(part, &mut setting);
            if listed {
                setting.thread.announced = announced;
            }
            // A heading needs no colon to announce them.
            if clause.is_some_and(counts_decisions) {
                setting.thread.announced = Some(Measure::Decided);
            }
            if let Some(clause) = clause.filter(|_| opens) {
                let titled = || setting.item_rate.clone().filter(|_| tells_numbers(clause));
                let map = || map::rate_of_lines(clause, parts.get(at + 1), &setting);
                setting.thread.announced = announced_measure(clause).or_else(titled).or_else(map);
                let said = document.slice(paragraph.span).to_lowercase();
                setting.thread.without_dismissed = note::leaves_out_dismissed(&said);
                setting.thread.told_above = announced_cues(clause, passage.sentences(), &setting);
                setting.thread.law_above = law_of_paragraphs(clause, &setting);
                if let Some((scope, period)) = total_parted(clause, &setting) {
                    setting.thread.told_above = (Some(scope), period);
                }
                // "Landsgennemsnittet er 37 procent. Tallene fordeler sig sådan:" announces nothing of the nation.
                let last = passage.sentences().last();
                let place = last.and_then(announced_place).filter(|_| setting.thread.announced.is_some());
                setting.thread.place = place;
            }
        } else {
            visit(part, &mut setting);
            setting.thread.after_rate = false;
            // "Året før så det sådan ud (2014):" is said of the table alone.
            if let Some(before) = announced_period.take() {
                setting.heading_period = before;
            }
        }
    }
}
