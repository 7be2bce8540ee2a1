//! What a chapter has said before a sentence or a table of it is read.

use super::list::Announced;
use super::names::Groups;
use super::over::Over;
use crate::model::figure::{Figure, Place};
use crate::model::period::{Moment, Period};

/// What is known before a sentence or a table is read.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    pub own: Option<Place>,
    pub meeting: Option<Moment>,
    /// The year in which the survey was made.
    pub survey: Option<i16>,
    /// The paragraph's years say when cases were counted.
    pub surveyed: bool,
    /// Figures were taken for those of the meeting's year.
    pub assumed: bool,
    /// A line that announces guidelines named their issuer; lines with ranges follow.
    pub issuer: Option<String>,
    /// Whose value stands in parentheses behind a guideline.
    pub in_parentheses: Option<Place>,
    /// The target group that the heading above names, with its words.
    pub heading: Option<String>,
    /// The team or group whose name is all of that heading.
    pub over: Option<Over>,
    /// A line announced caseloads, one a line.
    pub listing: Option<Announced>,
    /// There was such a line before.
    pub listed: bool,
    /// The paragraph just before spoke of caseloads.
    pub just_spoke: bool,
    /// The target group of the last figure in the paragraph.
    pub group: Option<String>,
    /// The target group of the last figure of all.
    pub last_group: Option<String>,
    /// The last sentence gave a guideline.
    pub guided: bool,
    /// It was of a target group.
    pub guided_group: bool,
    /// Whose guidelines the last sentence spoke of, without a range.
    pub guides: Option<String>,
    /// The last sentence asked how many cases somebody has.
    pub asked: bool,
    /// The only group that the sentence before named.
    pub named: Option<String>,
    /// A line that announced guidelines spoke of cases.
    pub of_cases: bool,
    /// The last sentence named a caseload.
    pub speaks: bool,
    /// Nothing but headings stands below the item's title, which speaks of caseloads.
    pub under_title: bool,
    /// The item's title speaks of caseloads.
    pub titled: bool,
    /// The target groups of the chapter's tables so far.
    pub groups: Groups,
    /// The target group that the sentence before opened with.
    pub subject: Option<String>,
    /// The target group that the sentence before was about, without a number: "På fleksjob er forskellene størst".
    pub topic: Option<String>,
    /// Where and when all that the sentence before stated is from.
    pub before: Option<(Option<Place>, Option<Period>)>,
    /// The one time that the sentence before named, without a number: "Der blev lavet en måling i 2017. Dengang ...".
    pub then: Option<Period>,
    /// The text just told how it was, of the time that it takes for that of the survey: "I perioden var der 52".
    pub told_past: bool,
    /// The only group whose staff, and nothing else, the sentence before stated.
    pub staffed: Option<String>,
    /// The sentence before stated one caseload, and nothing else.
    pub sole: bool,
    /// What the numbers of the sentence before were of.
    pub run: Vec<Figure>,
    /// Who gives guidelines, as the last paragraph that is no line of a list said.
    pub guiding: Option<String>,
    /// The target group of the lines below: "Målgruppe: Fleksjob".
    pub record: Option<String>,
    /// Who the chapter said last that gives guidelines.
    pub named_issuer: Option<String>,
    /// Under this heading the text speaks of how many cases employees have.
    pub surveying: bool,
    /// The text is no municipality's own.
    pub foreign: bool,
    /// What the paragraphs before spoke of, where the text is an article: the group of the last caseload, and who
    /// issues guidelines.
    pub carried_group: Option<String>,
    pub carried_issuer: Option<String>,
}

impl Setting {
    /// The year of the survey; without one the year of the meeting, as the contract says.
    pub(super) fn period(&self) -> Option<Period> {
        self.survey.or(self.meeting.map(|m| m.year)).map(Period::year)
    }

    /// A text stands between the heading and what follows.
    pub(super) fn leave_heading(&mut self) {
        self.over.iter_mut().for_each(|over| over.near = false);
    }

    /// Takes note of figures that were taken for those of the meeting's year, as nothing said when they are from.
    pub(super) fn assume(&mut self, found: &[Figure]) {
        let assumed = self.meeting.map(|meeting| Period::year(meeting.year)).filter(|_| self.survey.is_none());
        self.assumed |= assumed.is_some_and(|assumed| found.iter().any(|figure| figure.period == Some(assumed)));
    }
}
