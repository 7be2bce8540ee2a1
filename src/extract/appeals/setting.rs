//! What a sentence may leave unsaid: the document's municipality, the item's year, the heading's part of the law, and
//! what the sentences before it spoke of.

use super::summed::Summed;
use super::unit::Units;
use crate::data::lexicon::Lexicon;
use crate::extract::named::Named;
use crate::model::figure::{Figure, Measure, Place, Topic, Unit};
use crate::model::period::{Moment, Period};
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
    /// The other periods that the item's title names beside that.
    pub also_titled: Vec<Period>,
    /// The item's period is named behind the table that is read, and nowhere in front of it.
    pub named_behind: bool,
    /// The one period that the last table showed, where the item is about several years.
    pub shown: Option<Period>,
    pub item_scope: Option<String>,
    /// Under a special map's heading: the law of which the table's paragraphs are, as its corner or caption names it.
    pub paragraphs_law: Option<String>,
    /// The item's title names an area that is no law's, and no part of the law.
    pub item_unknown: bool,
    /// The rate that the item's title names.
    pub item_rate: Option<Measure>,
    /// The item's title speaks of appeals.
    pub item_names_board: bool,
    pub heading_period: Option<Period>,
    pub heading_scope: Option<String>,
    pub heading_place: Option<Place>,
    /// The heading names a target group, and no part of the law.
    pub heading_unknown: bool,
    /// The heading names an area that is no law's.
    pub heading_area: bool,
    /// The last counts were of such an area: lines under them part these.
    pub parts_unknown: bool,
    /// The heading names another board.
    pub foreign_heading: bool,
    /// The heading says that what follows is of cases that the municipality looks at anew itself.
    pub heading_anew: bool,
    /// What numbers alone in parentheses are of.
    pub in_parentheses: Option<Aside>,
    /// A special map was spoken of: "For de voksne" behind it is of the other one.
    pub told_of_map: bool,
    /// The committee whose paper it is: "på udvalgets område".
    pub committee: Option<String>,
    /// The parts of the organisation that the chapter's tables name.
    pub units: Rc<Units>,
    /// The names of units and paragraphs that the chapter's tables tell, to be found in sentences.
    pub unit_names: Option<Rc<Lexicon<String>>>,
    /// The departments that the chapter's title and sentences name.
    pub departments: Option<Rc<Lexicon<String>>>,
    /// The one of them that was named last: "25 sager fra centret".
    pub last_department: Option<String>,
    /// The one of them that the title names.
    pub titled_department: Option<String>,
    /// The one of them that the heading names, and nothing else.
    pub heading_department: Option<String>,
    /// The matters that the text has told the paragraph of.
    pub(super) matters: Vec<Matter>,
    /// Numbers that were counted of something else than the board's cases: "de 43 klager" may take them up.
    pub strange: Vec<f64>,
    /// The figures that the chapter's sentences stated so far, in order.
    pub said: Vec<Figure>,
    /// How many of them stand in tables, which are read first.
    pub said_in_tables: usize,
    /// How many figures were stated before the last heading.
    pub said_above: usize,
    /// A count of the board's was stated.
    pub opened: bool,
    /// Does the chapter speak of the board's other areas too: injuries at work, Udbetaling Danmark?
    pub beyond: bool,
    pub thread: Thread,
    /// What the paragraphs before spoke of, where the text is an article: it has a paragraph for every sentence.
    pub carried: Carried,
    /// The text has said that its cases are the municipalities'.
    pub municipal: bool,
    /// The sentence names one of the two kinds of boards that there were before 2013.
    pub one_board: bool,
    /// What is quoted is the board's own words: "Ankestyrelsen skriver: ...".
    pub board_speaks: bool,
    /// Nothing but serviceloven is named in the chapter: what its map of Denmark shows goes on without a word for it.
    pub service_only: bool,
}

/// What cases are about, with the paragraph that the text told of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Matter {
    pub(super) words: Vec<String>,
    pub(super) scope: String,
    /// What the heading was about: "merudgifter" are of one paragraph for children and of another for adults.
    pub(super) under: Option<String>,
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
    /// All rates of the last sentence were the nation's.
    pub told_of_nation: bool,
    /// The last sentence's counts are in doubt: what "begge" and "de" take up is too.
    pub in_doubt: bool,
    /// The one count of the last sentence is of several laws at once: "24 sager under serviceloven og aktivloven".
    pub laws_unsettled: bool,
    /// What the text was about before the last sentence looked a year back.
    pub looked_back_from: Option<Period>,
    /// The measure of the first count of the last sentence.
    pub count: Option<Measure>,
    /// The part of the law and the time that a line ending in a colon announces for the lines under it.
    pub told_above: (Option<String>, Option<Period>),
    /// The part of the law is that of the list above.
    pub goes_on_with_list: bool,
    /// The law that this line names beside several of its paragraphs.
    pub law_above: Option<String>,
    /// Did that count stand first in its sentence?
    pub count_leads: bool,
    /// The last sentence gave a reversal rate of whom the text speaks of.
    pub own_rate: bool,
    /// So did any sentence of the paragraph.
    pub own_rated: bool,
    /// Any sentence of the paragraph counted cases of whom the text speaks of.
    pub own_counted: bool,
    /// The line above says that its lines leave out what was dismissed.
    pub without_dismissed: bool,
    /// How many paragraphs ago the board, or a figure, was spoken of.
    pub silence: u8,
    /// The paragraph is a line of a list.
    pub listed: bool,
    /// Whose outcomes alone the last sentence stated, where that was somebody else: "Det giver en procent på 36".
    pub told_of: Option<Place>,
    /// The sentences before spoke of another board's cases.
    pub foreign: bool,
    /// The sentences before told of cases that the municipality looked at anew.
    pub reassessed: bool,
    /// They spoke of that at all.
    pub told_anew: bool,
    /// The one paragraph of the law that the last sentence named: "Her blev 17 sager afgjort".
    pub pointed: Option<String>,
    /// The sentence before was on cases that somebody chose to look at.
    pub sampled: bool,
    /// The sentences before are an example with invented numbers.
    pub supposed: bool,
    /// The last sentence ended in a reversal rate: a count that follows may be its base.
    pub after_rate: bool,
    /// The sentence before had the nation's mean for its subject: "Landsgennemsnittet er lavere".
    pub nation: bool,
    /// An area that is no law's was spoken of, and no part of the law since.
    pub unknown_area: bool,
    /// The last of several times of which the sentence before gave numbers, where it is the latest.
    pub ended_in: Option<Period>,
    /// The last sentence spoke of another place alone.
    pub elsewhere: bool,
    /// It opened with a kind of cases that no law is told of: "Bilsagerne er flest. Her blev 12 omgjort".
    pub of_a_kind: bool,
    /// The period spoken of, however the last sentence looked back: "Året før var den 40".
    pub steady: Option<Period>,
    /// What was spoken of before the last sentence said that there were no cases of a paragraph.
    pub before_none: Option<Option<String>>,
    /// The one paragraph of which there were none, and when.
    pub none_of: Option<(String, Option<Period>)>,
    /// The act of which the last sentence gave no number: "de klager, som Ankestyrelsen afgjorde i 2020".
    pub act: Option<Measure>,
    /// Numbers without a word for what they are, and what may prove it.
    pub(super) summed: Summed,
    /// The last sentence counted something else than cases: "Jeg modtog 412 henvendelser".
    pub counted_other: bool,
    /// The one outcome that the last sentence named: "det skete i 12 procent".
    pub outcome: Option<Measure>,
    /// The last sentence gave nothing but a number of cases: "Kommunen har haft 52 sager i alt".
    pub bare_total: bool,
    /// Whose cases the last sentence counted: "Heraf er 12 hjemvist" gives their parts.
    pub counted_of: Option<Place>,
    /// The totals of the last sentence that counted any, where they were of different parts: "Af de 90 sager er 40 på
    /// Socialudvalgets område. Heraf er 31 stadfæstet".
    pub wholes: Vec<Figure>,
    /// The last sentence has numbers of different parts of the decisions, and none of them could be read.
    pub parts_unread: bool,
    /// A plain list of cues that values of the next sentence may match by position.
    pub list: Vec<Cues>,
    /// What the values of the last sentence were of, one by one: for a sentence that says "tallene" or "henholdsvis".
    pub told: Vec<Cues>,
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
        let told = self.thread.period.or(self.heading_period).or(self.carried.period);
        told.or_else(|| self.part_told()).or(self.shown).or_else(|| self.first_titled()).or(self.item_period)
    }

    /// "Klager i 2024 og 1. kvartal 2025": the earlier of the two, until the text has stated anything of the later.
    fn first_titled(&self) -> Option<Period> {
        if self.also_titled.is_empty() {
            return None;
        }
        let lately = || self.said.iter().rev().take(300);
        let titled = |f: &&Figure| f.place == self.own && f.period.is_some_and(|then| self.also_titled.contains(&then));
        let reached = || lately().any(|f| f.period == self.item_period);
        lately().find(titled).filter(|_| !reached())?.period
    }

    /// Is the period of a table whose labels name none one that only the text behind it names?
    pub(super) fn names_no_period_above(&self) -> bool {
        self.named_behind && self.heading_period.is_none() && self.thread.period.is_none()
    }

    /// "I 2. halvår 2020 blev 52 sager afgjort, og 40 af dem stadfæstet" in an item on 2020 that has given no figures of
    /// another time: what follows is of that half as well.
    fn part_told(&self) -> Option<Period> {
        let year = self.item_period?.as_year()?;
        let said = self.said.get(self.said_in_tables..)?;
        let part = said.first()?.period?;
        let within = part.as_year().is_none() && part.from.year == year && part.last_year() == year;
        let outcome =
            |f: &&Figure| !matches!(f.measure, Measure::Received | Measure::Pending) && f.topic == Topic::Appeals;
        let enough = within && said.iter().filter(outcome).take(3).count() == 3;
        (enough && said.iter().all(|f| f.period == Some(part))).then_some(part)
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

    /// What the text under the name of a department is of: its cases, by the item's law if it has one.
    pub(super) fn scope_of_department(&self) -> Option<String> {
        let name = self.heading_department.as_ref()?;
        let law = self.item_scope.as_ref().filter(|scope| is_law(scope));
        Some(law.map_or(name.clone(), |law| format!("{law} · {name}")))
    }

    /// Is a scope what the heading's department gives all text below it?
    pub(super) fn is_of_department(&self, scope: &str) -> bool {
        self.heading_scope.as_deref() == Some(scope) && self.scope_of_department().as_deref() == Some(scope)
    }

    /// "4.1 Center for Ældre" over "12 sager efter serviceloven blev afgjort": of the law, and of the department.
    pub(super) fn under_department(&self, scope: String) -> String {
        let under = || self.heading_scope.as_ref().is_some_and(|heading| self.is_of_department(heading));
        match self.heading_department.as_ref().filter(|_| under()) {
            Some(name) if is_law(&scope) => format!("{scope} · {name}"),
            _ => scope,
        }
    }

    /// Was it all cases that the text spoke of last, also where its heading names a part of them?
    pub(super) fn spoke_of_all(&self) -> bool {
        let under = self.said.get(self.said_above.max(self.said_in_tables)..).unwrap_or_default();
        let last = under.last().filter(|f| f.place == self.own).map(|f| f.scope.as_str());
        self.thread.scope.as_deref().or(last) == Some(ALL)
    }

    /// "Blandt årets sager var tre efter § 100. Landsgennemsnittet er 34 procent": a paragraph without a rate of its own, as a
    /// committee's share, has no counterpart in the nation.
    pub(super) fn is_of_base(&self, scope: &str) -> bool {
        let rated = |f: &Figure| f.scope == scope && f.unit == Unit::Percent;
        scope.ends_with("udvalget")
            || scope.contains('§') && self.base_scope() != ALL && !self.said.iter().rev().take(12).any(rated)
    }

    /// The law in which a bare paragraph stands.
    pub fn law(&self) -> String {
        let law = self.paragraphs_law.clone().or_else(|| self.law_in_map());
        law.or_else(|| self.known_law()).or_else(|| self.law_of_all_said()).unwrap_or_else(|| "SEL".to_owned())
    }

    /// The map of the children holds paragraphs of two laws: the one of which the last were that the text stated.
    fn law_in_map(&self) -> Option<String> {
        if self.scope() != "SEL børnehandicap" {
            return None;
        }
        let mut near = self.said.iter().rev().take(100);
        near.find_map(|f| f.scope.split_once(" §").map(|(law, _)| law.to_owned())).filter(|law| law != ALL)
    }

    /// "I 2025 blev 54 klager efter barnets lov afgjort", and under a heading "Merudgifter (§ 86)": the one law of all
    /// that the text stated before, where nothing names another.
    pub(super) fn law_of_all_said(&self) -> Option<String> {
        let law = self.said.first()?.scope.split(' ').next()?;
        let same = |f: &Figure| f.scope.split(' ').next() == Some(law);
        let known = law != ALL && law.chars().all(char::is_uppercase);
        (known && self.said.iter().rev().take(100).all(same)).then(|| law.to_owned())
    }

    /// The law that is spoken of.
    pub(super) fn known_law(&self) -> Option<String> {
        let of = |scope: &str| scope.split([' ', '·']).next().unwrap_or_default().to_owned();
        [self.thread.scope.as_deref(), self.heading_scope.as_deref(), self.item_scope.as_deref()]
            .into_iter()
            .flatten()
            .map(of)
            .find(|law| law != ALL && !law.ends_with("udvalget") && law.chars().all(|c| c.is_uppercase()))
    }

    /// Do the chapter's tables hold paragraphs of a law alone?
    pub(super) fn tables_hold_paragraphs(&self) -> bool {
        let tables = self.said.get(..self.said_in_tables).unwrap_or_default();
        !tables.is_empty() && tables.iter().all(|figure| figure.scope.contains('§'))
    }

    /// The period that a text names, seen from `base`; `None` where it cannot be settled.
    #[must_use]
    pub fn resolve(&self, named: Named, base: Option<Period>) -> Option<Period> {
        match named {
            Named::LastYear if self.foreign => self.meeting.map(|m| Period::year(m.year - 1)),
            // "I kvartalet før var der 12. I 1. kvartal året før var der 9": before the time that is spoken of.
            Named::PartYearBefore(..) | Named::Preceding(_) => {
                let within = base.filter(|base| Some(*base) != self.thread.period);
                named.resolve(within.or(self.thread.steady).or(base), self.meeting)
            }
            named => named.resolve(base, self.meeting),
        }
    }
}

/// Is a scope the short name of a law, and no rest of several?
pub(super) fn is_law(scope: &str) -> bool {
    scope != ALL && scope != "ØVR" && scope.chars().all(char::is_uppercase)
}
