//! What a sentence may leave unsaid: the document's municipality, the item's year, the heading's part of the law, and
//! what the sentences before it spoke of.

use super::committee::committees;
use super::unit::Units;
use crate::data::lexicon::{Hit, Lexicon};
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::extract::period::Named;
use crate::model::figure::{Figure, Measure, Place};
use crate::model::period::{Moment, Part, Period};
use std::rc::Rc;

/// The scope of the municipality's decisions as a whole.
pub const ALL: &str = "Alle";

/// What is known before a sentence is read.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Whom a sentence speaks of that names nobody.
    pub own: Option<Place>,
    /// The text is no municipality's own: an article, a ministry's news.
    pub foreign: bool,
    /// Year and month of the meeting.
    pub meeting: Option<Moment>,
    /// The year that the item is about.
    pub item_period: Option<Period>,
    pub item_scope: Option<String>,
    /// The rate that the item's title names.
    pub item_rate: Option<Measure>,
    /// The item's title speaks of appeals.
    pub item_names_board: bool,
    pub heading_period: Option<Period>,
    pub heading_scope: Option<String>,
    pub heading_place: Option<Place>,
    /// The heading names another board.
    pub foreign_heading: bool,
    /// What numbers alone in parentheses are of.
    pub in_parentheses: Option<Aside>,
    /// The committee whose paper it is: "på udvalgets område".
    pub committee: Option<String>,
    /// The parts of the organisation that the chapter's tables name.
    pub units: Rc<Units>,
    /// The names of units and paragraphs that the chapter's tables tell, to be found in sentences.
    pub unit_names: Option<Rc<Lexicon<String>>>,
    /// The figures that the chapter's sentences stated so far, in order.
    pub said: Vec<Figure>,
    pub thread: Thread,
    /// What the paragraphs before spoke of, where the text is an article: it has a paragraph for every sentence.
    pub carried: Carried,
    /// The text has said that its cases are the municipalities'.
    pub municipal: bool,
}

/// What a text says that its parentheses hold.
#[derive(Clone, Debug)]
pub enum Aside {
    /// "tal for 2019 i parentes"
    Period(Period),
    /// "hele landet i parentes"
    Place(Place),
}

/// What holds from paragraph to paragraph in a text that is no municipality's own.
#[derive(Clone, Debug, Default)]
pub struct Carried {
    pub scope: Option<String>,
    /// Several parts of the law were spoken of at once.
    pub several: bool,
    pub period: Option<Period>,
    /// What the last count counted.
    pub count: Option<Measure>,
    /// The last reversal rate.
    pub rate: Option<f64>,
}

/// What the sentences before this one, in the same paragraph, spoke of.
#[derive(Clone, Debug, Default)]
pub struct Thread {
    pub period: Option<Period>,
    pub scope: Option<String>,
    /// Whose values the line above announced for the lines under it.
    pub place: Option<Place>,
    /// The measure of the last percentage.
    pub rate: Option<Measure>,
    /// How many paragraphs ago it was.
    pub age: u8,
    /// The measure that a line ending in a colon announces for the lines under it.
    pub announced: Option<Measure>,
    /// The measure of the first count of the last sentence.
    pub count: Option<Measure>,
    /// How many paragraphs ago the board, or a figure, was spoken of.
    pub silence: u8,
    /// The sentences before spoke of another board's cases.
    pub foreign: bool,
    /// The sentences before told of cases that the municipality looked at anew.
    pub reassessed: bool,
    /// The sentences before are an example with invented numbers.
    pub supposed: bool,
    /// The last sentence ended in a reversal rate: a count that follows may be its base.
    pub after_rate: bool,
    /// The sentence before had the nation's mean for its subject: "Landsgennemsnittet er lavere".
    pub nation: bool,
    /// The last sentence spoke of another place alone.
    pub elsewhere: bool,
    /// The one outcome that the last sentence named: "det skete i 12 procent".
    pub outcome: Option<Measure>,
    /// The last sentence gave nothing but a number of cases: "Kommunen har haft 52 sager i alt".
    pub bare_total: bool,
    /// Whose cases the last sentence counted: "Heraf er 12 hjemvist" gives their parts.
    pub counted_of: Option<Place>,
    /// A plain list of cues that values of the next sentence may match by position.
    pub list: Vec<Cues>,
}

/// What one place in a list stands for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cues {
    pub measure: Option<Measure>,
    pub scope: Option<String>,
    pub place: Option<Place>,
    pub period: Option<Period>,
}

impl Setting {
    /// The period that a sentence means when it names none.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.thread.period.or(self.heading_period).or(self.carried.period).or(self.item_period)
    }

    #[must_use]
    pub fn scope(&self) -> String {
        let spoken = self.thread.scope.as_ref().or(self.carried.scope.as_ref());
        spoken.cloned().unwrap_or_else(|| self.base_scope())
    }

    /// Were several parts of the law spoken of, and none of them since?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.thread.scope.is_none() && self.carried.several
    }

    /// The scope of the heading, or of the item: what "samlet" goes back to.
    #[must_use]
    pub fn base_scope(&self) -> String {
        self.heading_scope.clone().or_else(|| self.item_scope.clone()).unwrap_or_else(|| ALL.to_owned())
    }

    /// The law in which a bare paragraph stands.
    fn law(&self) -> String {
        let of = |scope: &str| scope.split([' ', '·']).next().unwrap_or_default().to_owned();
        [self.thread.scope.as_deref(), self.heading_scope.as_deref(), self.item_scope.as_deref()]
            .into_iter()
            .flatten()
            .map(of)
            .find(|law| law != ALL && !law.ends_with("udvalget") && law.chars().all(|c| c.is_uppercase()))
            .unwrap_or_else(|| "SEL".to_owned())
    }

    /// The period that a text names, seen from `base`; `None` where it cannot be settled.
    #[must_use]
    pub fn resolve(&self, named: Named, base: Option<Period>) -> Option<Period> {
        let moved = |period: Period, years: i16| Period {
            from: Moment { year: period.from.year + years, ..period.from },
            to: period.to.map(|to| Moment { year: to.year + years, ..to }),
        };
        let shifted = |period: Period| moved(period, -1);
        match named {
            Named::Absolute(period) => Some(period),
            Named::Same => base,
            Named::LastYear if self.foreign => self.meeting.map(|m| Period::year(m.year - 1)),
            Named::LastYear => self.resolve(Named::YearBefore, base),
            Named::YearBefore => base
                .or(self.meeting.map(|m| Period::year(m.year)))
                .map(|period| Period::year(shifted(period).from.year)),
            Named::SameBefore => base.map(shifted),
            Named::SameIn(year) => base.map(|period| moved(period, year - period.from.year)),
            Named::ThisYear => self.meeting.map(|meeting| Period::year(meeting.year)),
            Named::PartThisYear(from, to) => self.meeting.map(|meeting| {
                let moment = |part| Moment { year: meeting.year, part };
                to.map_or_else(|| Period::part(meeting.year, from), |to| Period::span(moment(from), moment(to)))
            }),
            Named::PartOnly(from, to) => {
                let year = match (from, self.meeting) {
                    // A month without a year is the latest such month before the meeting.
                    (Part::Month(month), Some(Moment { year, part: Part::Month(now) })) => {
                        if month <= now {
                            year
                        } else {
                            year - 1
                        }
                    }
                    _ => base.map(|period| period.from.year)?,
                };
                let moment = |part| Moment { year, part };
                Some(match to {
                    Some(to) => Period::span(moment(from), moment(to)),
                    None => Period::part(year, from),
                })
            }
        }
    }
}

/// The scopes that a clause names, in order: areas, paragraphs of a law, a committee's area.
#[must_use]
pub fn scopes(clause: &Clause<'_>, setting: &Setting) -> Vec<Hit<String>> {
    let mut out: Vec<Hit<String>> = Vec::new();
    let procedural = clause.has(|tag| *tag == Tag::Procedural);
    let laws: Vec<&Hit<Tag>> = clause.terms_where(|tag| matches!(tag, Tag::Area(area) if is_law(area))).collect();
    for hit in clause.terms_where(|tag| matches!(tag, Tag::Area(_))) {
        // "Samlet set blev 21 af børnehandicapsagerne stadfæstet": the whole of the area that is named.
        let whole = matches!(&hit.tag, Tag::Area(area) if area == ALL) && clause.tokens[hit.start].is("samlet");
        if whole && clause.terms.iter().any(|other| matches!(&other.tag, Tag::Area(area) if area != ALL)) {
            continue;
        }
        // "serviceloven § 41" is the paragraph's scope, not the law's.
        let owns_paragraph = clause.sections.iter().any(|s| s.start >= hit.end && s.start <= hit.end + 2);
        if let Tag::Area(area) = &hit.tag
            && !(owns_paragraph && is_law(area))
        {
            let unit = setting.units.at(clause, hit.start);
            let (end, tag) = unit.unwrap_or_else(|| (hit.end, area.clone()));
            out.push(Hit { start: hit.start, end, tag });
        }
    }
    if !procedural {
        for section in &clause.sections {
            let near = laws.iter().min_by_key(|law| law.start.abs_diff(section.start));
            let law = near.and_then(|hit| match &hit.tag {
                Tag::Area(area) => Some(area.clone()),
                _ => None,
            });
            let law = law.unwrap_or_else(|| setting.law());
            out.push(Hit { start: section.start, end: section.end, tag: format!("{law} {}", section.tag) });
        }
    }
    out.retain(|hit| !is_content_of_map(clause, &out_areas(clause), hit));
    out.extend(halves(clause));
    out.extend(ages(clause, setting));
    out.extend(committees(clause, setting));
    if let Some(names) = &setting.unit_names {
        let found = names.find(&clause.tokens);
        let inside = |hit: &Hit<String>| found.iter().any(|unit| unit.start <= hit.start && hit.end <= unit.end);
        out.retain(|hit| !inside(hit));
        out.extend(found);
    }
    out.sort_by_key(|hit| hit.start);
    out
}

const CHILDREN: &str = "SEL børnehandicap";
const ADULTS: &str = "SEL voksenhandicap";

/// The ends of the special maps' names in a clause.
fn out_areas(clause: &Clause<'_>) -> Vec<usize> {
    clause.terms_where(|tag| matches!(tag, Tag::Area(area) if area.contains("handicap"))).map(|hit| hit.end).collect()
}

/// "børnehandicapområdet (§§ 32, 36, 41 og §§ 44-45)": the paragraphs that make the map, in parentheses behind its name.
fn is_content_of_map(clause: &Clause<'_>, maps: &[usize], hit: &Hit<String>) -> bool {
    let tokens = &clause.tokens;
    let Some(open) = tokens[..hit.start].iter().rposition(|t| t.is_symbol('(') || t.is_symbol(')')) else {
        return false;
    };
    let Some(close) = (hit.end..tokens.len()).find(|&at| tokens[at].is_symbol(')')) else { return false };
    let inside = |at: usize| (open..close).contains(&at);
    tokens[open].is_symbol('(')
        && maps.contains(&open)
        && !clause.values.iter().any(|value| inside(value.start))
        && (clause.sections.iter().filter(|s| inside(s.start)).count() > 1 || hit.tag.contains("§§"))
}

/// "børne- og voksenhandicapområdet": the half that a dash stands for.
fn halves(clause: &Clause<'_>) -> Vec<Hit<String>> {
    let tokens = &clause.tokens;
    let half = |hit: &Hit<Tag>| {
        let Tag::Area(area) = &hit.tag else { return None };
        let first = hit.start.checked_sub(3)?;
        let joined = tokens[hit.start - 1].is_any(&["og", "eller"]) && tokens[hit.start - 2].is_symbol('-');
        let other = match (area.as_str(), tokens[first].word()?) {
            (ADULTS, "børne") => CHILDREN,
            (CHILDREN, "voksen") => ADULTS,
            _ => return None,
        };
        joined.then(|| Hit { start: first, end: first + 2, tag: other.to_owned() })
    };
    clause.terms.iter().filter_map(half).collect()
}

/// "For voksne var tallet 46 procent" where a special map is spoken of: the map of the adults.
fn ages(clause: &Clause<'_>, setting: &Setting) -> Vec<Hit<String>> {
    let spoken = setting.scope();
    if spoken != CHILDREN && spoken != ADULTS {
        return Vec::new();
    }
    let tokens = &clause.tokens;
    let taken =
        |at: usize| clause.terms.iter().any(|h| matches!(h.tag, Tag::Area(_)) && (h.start..h.end).contains(&at));
    let whom = |at: usize| match tokens[at].word()? {
        "voksne" => Some(ADULTS),
        "børn" | "børnene" => Some(CHILDREN),
        _ => None,
    };
    (1..tokens.len())
        .filter(|&at| tokens[at - 1].is_any(&["for", "blandt", "hos"]) && !taken(at))
        .filter_map(|at| Some(Hit { start: at - 1, end: at + 1, tag: whom(at)?.to_owned() }))
        .collect()
}

/// Does a sentence speak of the ministry's map, which is about serviceloven?
#[must_use]
pub fn names_map(clause: &Clause<'_>) -> bool {
    let has = |stem: &str| clause.tokens.iter().any(|t| t.word().is_some_and(|w| w.starts_with(stem)));
    has("danmarkskort") || clause.has_word(&["kortet"]) || (clause.has_word(&["kort"]) && has("ministeri"))
}

fn is_law(area: &str) -> bool {
    area != ALL && area.chars().all(|c| c.is_uppercase())
}
