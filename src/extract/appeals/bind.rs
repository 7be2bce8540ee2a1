//! One sentence to figures: each value gets its measure, place, period and scope, from its own words first, then from
//! the value before it, then from what was said before the sentence.

use super::assign::opens_as_whole;
use super::back::{not_twice_back, pending_of_all, rate_of_whole, times_of_tables, told_of_nation, total_of_parts};
use super::beside::{
    decides_anew, gives_right_itself, goes_on_with_other, goes_on_with_reassessed, is_connected, is_definition,
    is_inspected, is_of_a_body, is_of_service, is_over_others, is_taken_up, is_treated_anew,
};
use super::committee::{names_unknown_committee, scope_of_silence};
use super::counted::whole_said;
use super::declared::declare;
use super::department::{follows_unknown, is_of_the_others, of_the_title};
use super::desks::tells_of_caseloads;
use super::ended::all_that_were;
use super::figure::{doubt_contradictions, doubt_this_year, figure};
use super::group::{Group, groups};
use super::label::{Label, labels, rate_of};
use super::learn::learn;
use super::matter::spoken_before;
use super::one_law::of_the_law;
use super::remainder::{at_another_time, rate_of_parts, rests};
use super::said::{
    behind_the_rate, gives_parts, is_result, part_of, part_of_the_last, parts_strange, rest_on_merits, same_base,
    take_up, waits, whole_above,
};
use super::scope::{ADULTS, CHILDREN, names_map, scopes};
use super::setting::{ALL, Setting};
use super::summed::{settle, sums_behind};
use super::supposed::{is_margin, is_supposed, is_target};
use super::times::of_times_together;
use super::whole::{all_of_them, leave_none, none_decided, none_of_them};
use super::withdrawn::is_withdrawn;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::segment::{Segment, segments};
use crate::extract::value::ValueKind;
use crate::model::figure::{Doubt, Figure, Measure, Place, Unit};
use crate::model::period::Period;

/// The figures of a sentence about appeals; `setting` learns what the sentence speaks of.
#[must_use]
pub fn sentence(clause: &Clause<'_>, setting: &mut Setting) -> Vec<Figure> {
    let denied = clause.says(&WORDS.not_the_board);
    let before = clause.says(&WORDS.before_the_board);
    let named = clause.has_any(&WORDS.lists.board_names);
    // "Borgerrådgiveren hæfter sig ved, at ...": who says it, and not whose cases they are.
    let remarks = |end: usize| {
        let perfect = clause.tokens.get(end).is_some_and(|t| t.is("har")) && clause.values().is_empty();
        let perfect = if perfect { 4 } else { 0 };
        clause.tokens[end..].iter().take(1 + perfect).any(|t| WORDS.lists.remarking.has(t))
    };
    let board = |hit: &Hit<Tag>| hit.tag == Tag::OtherBoard && !(hit.start == 0 && remarks(hit.end));
    let other = clause.terms.iter().any(board) || clause.has_any(&WORDS.lists.other_appeals) || is_of_a_body(clause);
    // "Det er ikke Ankestyrelsen, men Klagenævnet for Specialundervisning, der ..."
    let denied =
        denied || other && clause.tokens.windows(2).any(|w| w[0].is("ikke") && WORDS.lists.board_names.has(&w[1]));
    setting.foreign_heading &= !named;
    let service = is_of_service(clause);
    // "Ud over sagerne i Ankestyrelsen er der behandlet 30 klager over personalet": the board is left behind.
    let beside = service && clause.tokens.first().is_some_and(|t| t.is_any(&["ud", "udover", "foruden"]));
    let beside = beside || clause.values().first().is_some_and(|value| is_over_others(clause, value));
    setting.thread.foreign =
        ((setting.thread.foreign || setting.foreign_heading || other || service) && !named) || denied || beside;
    // What follows an example goes on with its numbers until something of this municipality is named.
    let placed = !clause.places.is_empty() || !clause.periods.is_empty() || clause.has(|tag| *tag == Tag::Own);
    setting.thread.supposed = is_supposed(clause) || (setting.thread.supposed && !placed);
    // What the municipality makes of a case that came back is no outcome of the board.
    // "22 afgørelser er genvurderet, før de blev sendt til Ankestyrelsen"
    let anew = (!named || before) && clause.has_any(&WORDS.lists.reassessed);
    setting.municipal |= clause.has_beginning(&["kommun"]) && clause.has(|tag| *tag == Tag::Cases);
    // The boards before 2013 saw nothing but the municipalities' cases.
    let social = clause.has_word(&["sociale"])
        && clause.tokens.windows(2).any(|w| w[0].is("sociale") && w[1].is_any(&["nævn", "nævns"]));
    let employment = clause.has_beginning(&["beskæftigelsesankenævn"]);
    setting.municipal |= clause.has_beginning(&["statsforvaltning", "nævnene"]) || social && employment;
    setting.one_board = setting.own == Some(Place::NATION) && social != employment;
    // "Omgørelsesprocenten er 32. Året før var den 40. Landstallet er 37": what is, is of the time spoken of.
    if setting.thread.steady.is_some() && clause.periods.is_empty() && clause.has_word(&["er", "ligger", "udgør"]) {
        setting.thread.period = setting.thread.steady;
    }
    // "I 2019 faldt den til 52, og i 2020 til 45. Det er under landsgennemsnittet på 51": of the time spoken of last.
    let points = clause.tokens.first().is_some_and(|t| t.is_any(&["det", "dette"])) && clause.periods.is_empty();
    if let Some(last) = setting.thread.ended_in.filter(|_| points) {
        setting.thread.period = Some(last);
    }
    // Another board's cases are not Ankestyrelsen's.
    let told = setting.thread.reassessed || setting.heading_anew;
    let reassessed = goes_on_with_reassessed(clause, anew, told);
    setting.thread.reassessed = reassessed || decides_anew(clause) || is_treated_anew(clause);
    setting.heading_anew &= reassessed;
    let reassessed = reassessed || (setting.thread.told_anew && !named && is_connected(clause));
    setting.thread.told_anew |= anew;
    // "Ankestyrelsen har gennemført en praksisundersøgelse. Her indgik 8 sager"
    let goes_on = clause.tokens.first().is_some_and(|t| t.is_any(&["her", "heri", "deri", "undersøgelsen", "den"]));
    let sampled = setting.thread.sampled && goes_on;
    setting.thread.sampled = sampled || clause.has_any(&WORDS.lists.samples);
    if sampled
        || gives_right_itself(clause)
        || is_taken_up(clause)
        || is_inspected(clause)
        || anew
        || reassessed
        || before
        || setting.thread.foreign
        || setting.thread.supposed
        || is_target(clause)
        || is_margin(clause)
    {
        setting.thread.after_rate = false;
        setting.strange.extend(clause.values().iter().map(|value| value.value));
        return Vec::new();
    }
    let labels = labels(clause);
    if labels.is_empty() && tells_of_caseloads(clause) {
        return Vec::new();
    }
    if let Some(pointed) = setting.thread.pointed.take().filter(|_| clause.tokens.first().is_some_and(|t| t.is("her")))
    {
        setting.thread.scope = Some(pointed);
    }
    let scopes = scopes(clause, setting);
    behind_the_rate(clause, &scopes, setting);
    leave_none(clause, &labels, &scopes, setting);
    at_another_time(clause, &scopes, setting);
    let mut figures = none_decided(clause, &labels, &scopes, setting);
    let all_ended = all_of_them(clause, &labels, setting);
    figures.extend(none_of_them(clause, &labels, &scopes, setting));
    // "Blev flere end 12 sager omgjort?": a question states nothing.
    let asks = clause.tokens.last().is_some_and(|t| t.is_symbol('?'));
    let mut waiting = Vec::new();
    if figures.is_empty()
        && !clause.values().is_empty()
        && !asks
        && !is_definition(clause, &labels)
        && !parts_strange(clause, setting)
        && !goes_on_with_other(clause, setting)
    {
        whole_said(clause, &scopes, setting);
        let (bound, open) = Binder::new(clause, &labels, &scopes, setting).bind();
        figures = bound;
        waiting.clone_from(&open);
        all_that_were(clause, &labels, &scopes, &mut figures);
        take_up(clause, setting, &mut figures);
        same_base(clause, setting, &mut figures);
        if scopes.is_empty() {
            whole_above(clause, setting, &mut figures);
            part_of_the_last(clause, setting, &mut figures);
            part_of(setting, &mut figures);
            rests(clause, setting, &mut figures);
            rate_of_parts(setting, &mut figures);
            rate_of_whole(setting, &mut figures);
        }
        total_of_parts(&scopes, setting, &mut figures);
        of_times_together(clause, setting, &mut figures);
        times_of_tables(clause, setting, &mut figures);
        not_twice_back(clause, setting, &mut figures);
        pending_of_all(clause, &scopes, setting, &mut figures);
        let (sums, open) = sums_behind(clause, &setting.said, &figures, open);
        figures.extend(sums);
        figures.extend(settle(&mut setting.thread.summed, &setting.said, open, &figures));
        figures.sort_by_key(|figure| figure.source().map(|source| source.value.start));
        rest_on_merits(clause, setting, &mut figures);
    }
    figures.splice(0..0, all_ended);
    let law = of_the_law(clause, &scopes, setting, &mut figures);
    let titled = of_the_title(setting, &figures);
    setting.said.extend(figures.iter().filter(|f| f.is_certain()).cloned());
    let spoken = spoken_before(clause, setting, &figures);
    learn(clause, &labels, &scopes, setting, &figures);
    setting.thread.scope = spoken.or(setting.thread.scope.take());
    waits(waiting, &figures, setting);
    if law.is_some() {
        setting.thread.scope.clone_from(&law);
        setting.heading_scope = law;
    }
    if titled.is_some() {
        setting.item_scope = titled;
    }
    declare(clause, setting);
    figures
}

/// What a value was found to be about.
#[derive(Clone, Debug, Default)]
pub(super) struct Binding {
    pub(super) measure: Option<Measure>,
    pub(super) place: Option<Place>,
    /// A place was named that cannot be told ("nabokommunerne").
    pub(super) nameless: bool,
    pub(super) period: Option<Period>,
    pub(super) scope: Option<String>,
    pub(super) doubts: Vec<Doubt>,
}

pub(super) struct Binder<'c, 'a> {
    pub(super) clause: &'c Clause<'a>,
    pub(super) labels: &'c [Label],
    pub(super) scopes: &'c [Hit<String>],
    pub(super) setting: &'c Setting,
    pub(super) segments: Vec<Segment>,
    pub(super) groups: Vec<Group>,
    pub(super) bindings: Vec<Binding>,
}

impl<'c, 'a> Binder<'c, 'a> {
    fn new(clause: &'c Clause<'a>, labels: &'c [Label], scopes: &'c [Hit<String>], setting: &'c Setting) -> Self {
        let bindings = vec![Binding::default(); clause.values().len()];
        Self { clause, labels, scopes, setting, segments: segments(clause), groups: groups(clause, labels), bindings }
    }

    /// The figures, and the numbers that no word says what they are of.
    fn bind(mut self) -> (Vec<Figure>, Vec<Figure>) {
        self.measures();
        self.circumstances();
        self.lists();
        self.pairs();
        self.changes();
        self.flat_list();
        self.in_all();
        self.slashed();
        self.alone_in_parentheses();
        self.repeated_pairs();
        self.share_scope();
        self.committees_shares();
        self.fractions();
        let (mut out, mut open) = (Vec::new(), Vec::new());
        let unknown: Vec<bool> = (0..self.clause.values().len()).map(|index| self.names_unknown_area(index)).collect();
        let joined: Vec<Option<&str>> = self
            .clause
            .values()
            .iter()
            .map(|value| self.joins_sections(value).or_else(|| self.is_of_two_sections(value)))
            .collect();
        let since: Vec<bool> = (0..self.clause.values().len()).map(|index| self.is_of_time_since(index)).collect();
        let both: Vec<Option<[Period; 2]>> = self.clause.values().iter().map(|value| self.both_years(value)).collect();
        // "inden for Udvalget for Skole og Børns område": a committee whose name ends who knows where.
        let committee = self.clause.tokens.windows(2).position(|w| w[0].is("udvalget") && w[1].is("for"));
        let vague = committee.is_some_and(|at| {
            self.clause.tokens[at..].iter().any(|t| t.is_any(&["område", "ansvarsområde", "fagområde"]))
                && !self.scopes.iter().any(|hit| hit.start == at)
        });
        let vague = vague || names_unknown_committee(self.clause, self.scopes);
        // "På kort 2 er der 12 hjemviste": which of the maps that is stands elsewhere.
        let map = self.clause.tokens.windows(2).any(|w| w[0].is("kort") && w[1].number().is_some());
        let vague = vague || map && self.scopes.is_empty() && self.setting.scope() == ALL;
        let together: Vec<usize> = self
            .clause
            .values()
            .iter()
            .filter(|value| self.sums_laws(value) || self.is_of_a_kind(value) || self.is_share_of_unknown(value))
            .map(|value| value.start)
            .collect();
        let mut areas = unknown.into_iter();
        let mut joins = joined.into_iter();
        // "Af de 38 procent udgjorde hjemvisningerne 29": of which rate, where the last one was not 38?
        let whole = self.clause.values().first().filter(|value| opens_as_whole(self.clause, value));
        let parted = whole.is_some_and(|whole| self.setting.carried.rate != Some(whole.value));
        // "for eksempel fem ud af otte sager om biler": some, and of what cannot be told.
        let example = (0..self.clause.tokens.len()).find(|&at| {
            let token = &self.clause.tokens[at];
            token.is_any(&["eksempelvis", "fx"])
                // "blev afvist, fx fordi der var klaget for sent": why, and not which.
                && !self.clause.tokens.get(at + 1).is_some_and(|t| t.is_any(&["fordi", "hvis", "når"]))
                || (at > 0 && token.is("eksempel") && self.clause.tokens[at - 1].is("for"))
        });
        let beyond = self.clause.has(|tag| *tag == Tag::OtherBoard)
            || (self.setting.beyond && !self.clause.has_beginning(&["kommun"]));
        let pending_at = self.time_of_pending();
        let parts = gives_parts(self.clause);
        let elsewhere = self.setting.thread.elsewhere && self.goes_on_with_the_same() || self.is_mean_of_unnamed();
        let thread = &self.setting.thread;
        // "Omgørelsesprocenten er 29. Året før var den 33. Landsgennemsnittet var 30": then, or now?
        let looked_back = thread.steady.zip(thread.period).is_some_and(|(steady, spoken)| spoken < steady)
            && self.clause.periods.is_empty();
        let stale = self.is_of_now_or_then() || self.is_before_unknown();
        let of_nation = self.is_part_of_nation();
        let still_of_nation = self.still_of_nation();
        let in_list = self.setting.thread.listed || self.opens_with_time();
        // "For Greve Kommune er procenten på kortet 31", under a department's name.
        let own = |hit: &Hit<Place>| Some(&hit.tag) == self.setting.own.as_ref();
        let names_whole = self.clause.places.iter().any(own) || names_map(self.clause);
        let result = self.setting.thread.told_of.as_ref().filter(|_| is_result(self.clause));
        for (((value, binding), both), since) in self.clause.values().iter().zip(self.bindings).zip(both).zip(since) {
            let unscoped = areas.next().unwrap_or_default() && binding.scope.is_none();
            let joined = joins.next().unwrap_or_default();
            let unnamed = binding.measure.is_none() && value.kind != ValueKind::Percent && value.decimals == 0;
            // "§ 45 ledsagelse   1 sag   1 stadfæstet   0 hjemvist": so few only in the row of a paragraph.
            let row = || value.kind == ValueKind::Count && !self.clause.sections.is_empty();
            let whole = Some(Measure::Decided).filter(|_| unnamed && (value.value >= 3.0 || row()));
            let Some(measure) = binding.measure.or(whole).filter(|_| !binding.nameless) else { continue };
            if rate_of(&measure) == Some(measure.clone()) && value.value > 100.0 || is_over_others(self.clause, value) {
                continue;
            }
            let period = match binding.period {
                None if since => None,
                None if measure == Measure::Pending => pending_at,
                period => period.or(self.setting.period()),
            };
            let undated = (stale || looked_back && binding.place == Some(Place::NATION)) && binding.period.is_none();
            let told = parts && self.setting.thread.counted_of.is_some();
            let still = still_of_nation.is_some_and(|end| value.end <= end);
            let place_unsaid = binding.place.is_none() && self.setting.thread.place.is_none() && !told && !still;
            let nation = || (self.setting.thread.nation || of_nation || still).then_some(Place::NATION);
            let counted_of = || self.setting.thread.counted_of.clone().filter(|_| parts);
            let place = binding
                .place
                .or_else(counted_of)
                .or_else(nation)
                .or_else(|| result.cloned())
                .or_else(|| self.setting.thread.place.clone())
                .or_else(|| self.setting.own.clone());
            let elsewhere = place_unsaid && elsewhere;
            let unsaid_scope = binding.scope.is_none();
            let scope = binding.scope.unwrap_or_else(|| scope_of_silence(self.setting, place.as_ref(), &out));
            let of_department = place == self.setting.own && !names_whole;
            let scope = if of_department { self.setting.under_department(scope) } else { scope };
            let settled = (elsewhere && !unsaid_scope)
                .then(|| told_of_nation(self.setting, &measure, period, &scope, value.value))
                .flatten();
            let (place, elsewhere) = (settled.clone().or(place), elsewhere && settled.is_none());
            let mut figure = figure(self.clause, value, measure, place, period, scope);
            figure.doubts.extend(binding.doubts);
            let all = figure.scope == ALL && figure.unit == Unit::Count;
            // The board decides on other areas too; what the boards before 2013 decided was the municipalities'.
            let named = ["nævn", "beskæftigelsesankenævnene"].map(|name| self.clause.has_word(&[name])) == [true, true];
            let boards = named || self.clause.has_word(&["nævnene", "statsforvaltningerne"]);
            let whose =
                all && self.setting.own == Some(Place::NATION) && (!self.setting.municipal || beyond) && !boards;
            let law = self.setting.scope().chars().all(|c| c.is_uppercase());
            let joined = joined.is_some_and(|last| last == figure.scope);
            // "Kortet omfatter ni afgørelser om merudgifter og ledsagelse": all that the map holds.
            let map = [CHILDREN, ADULTS].contains(&self.setting.scope().as_str()) && !names_map(self.clause);
            let vague = vague || joined || (unscoped && (law || map || self.setting.scope() == ALL));
            // "I 2. halvår afgjorde Ankestyrelsen 27 klager fra Visitationen", beside a table of one law's paragraphs.
            let vague = vague || (unsaid_scope && all && self.setting.tables_hold_paragraphs());
            let listed = in_list && self.setting.parts_unknown;
            let of_item = (self.setting.item_unknown || self.setting.heading_area || listed) && figure.scope == ALL;
            let unknown = (self.setting.heading_unknown || of_item) && self.setting.thread.scope.is_none();
            let vague = vague || (unsaid_scope && (unknown || self.setting.thread.unknown_area));
            let vague = vague || unsaid_scope && follows_unknown(self.clause, value, self.scopes);
            let vague = vague || figure.scope != "ØVR" && is_of_the_others(self.clause, value);
            let example = example.is_some_and(|at| at < value.start && figure.unit == Unit::Count);
            // An area that cannot be tied to the number, or a share of a rate that was not the last one.
            let other = self.setting.foreign
                && unsaid_scope
                && (parted || (!self.scopes.is_empty() && !self.scopes.iter().any(|hit| hit.tag == figure.scope)));
            if vague
                || (parts && unsaid_scope && (thread.parts_unread || thread.laws_unsettled) && thread.wholes.is_empty())
                || (self.setting.one_board && unsaid_scope)
                || whose
                || other
                || together.contains(&value.start)
                || (unsaid_scope && (self.setting.is_open() || example))
            {
                figure.doubts.push(Doubt::Scope);
            }
            // A department's share has no counterpart in the nation.
            let apart = unsaid_scope && self.setting.departments.is_some() && figure.scope.contains(" · ");
            if apart && figure.is_nation() {
                figure.doubts.push(Doubt::Scope);
            }
            if elsewhere {
                figure.doubts.push(Doubt::Place);
            }
            if undated {
                figure.doubts.push(Doubt::Period);
            }
            if is_withdrawn(self.clause, value) {
                figure.doubts.push(Doubt::OwnCaveat);
            }
            figure.doubts.sort_unstable();
            figure.doubts.dedup();
            if unnamed {
                open.push(figure);
                continue;
            }
            if let Some([first, second]) = both {
                out.push(Figure { period: Some(first), ..figure.clone() });
                figure.period = Some(second);
            }
            out.push(figure);
        }
        doubt_contradictions(&mut out);
        doubt_this_year(self.clause, self.setting.meeting, &mut out);
        (out, open)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use crate::extract::extract;
    use crate::model::figure::Figure;

    /// The figures of a text under a plain first page: place, period, scope, measure, value; `?` marks one in doubt.
    pub(in crate::extract::appeals) fn stated(text: &str) -> Vec<String> {
        let page =
            format!("Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen\n{text}\n");
        let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
        let show = |f: &Figure| {
            let place = f.place.as_ref().map_or("-", |place| place.as_str());
            let period = f.period.map_or("-".to_owned(), |period| period.to_string());
            let doubt = if f.is_certain() { "" } else { "?" };
            format!("{place} {period} {} {} {}{doubt}", f.scope, f.measure.key(), f.value)
        };
        extract(&document).figures.iter().map(show).collect()
    }

    #[test]
    fn sentences_state_their_figures() {
        for (text, expected) in [
            (
                "Stadfæstelsesprocenten var 73 i 2021 og 70 i 2020.",
                vec!["Greve 2021 Alle upheld_rate 73", "Greve 2020 Alle upheld_rate 70"],
            ),
            (
                "I 2020 og 2021 har Ankestyrelsen realitetsbehandlet henholdsvis 61 og 74 sager.",
                vec!["Greve 2020 Alle considered 61", "Greve 2021 Alle considered 74"],
            ),
            (
                "I Køge Kommune blev der i 2021 afgjort 29 sager efter serviceloven, og omgørelsesprocenten var 31.",
                vec!["Køge 2021 SEL decided 29", "Køge 2021 SEL reversal_rate 31"],
            ),
            (
                "Køge fik afgjort 29 sager i 2021, mens omgørelsesprocenten var 31.",
                vec!["Køge 2021 Alle decided 29", "Greve 2021 Alle reversal_rate 31?"],
            ),
            (
                "Omgørelsesprocenten for serviceloven (29 procent) og aktivloven (33 procent) i 2021.",
                vec!["Greve 2021 SEL reversal_rate 29", "Greve 2021 LAS reversal_rate 33"],
            ),
            (
                "Omgørelsesprocenten i Greve (27 pct.) er i 2021 lavere end landsgennemsnittet (31 pct.).",
                vec!["Greve 2021 Alle reversal_rate 27", "Hele landet 2021 Alle reversal_rate 31"],
            ),
            (
                "I 2021 blev 16 af 60 sager efter sygedagpengeloven omgjort af Ankestyrelsen.",
                vec!["Greve 2021 SDP reversed 16", "Greve 2021 SDP decided 60"],
            ),
            (
                "I 2021 blev ingen af de 7 sager, som Ankestyrelsen afgjorde, hjemvist.",
                vec!["Greve 2021 Alle remanded 0", "Greve 2021 Alle decided 7"],
            ),
            (
                "I 2021 blev der realitetsbehandlet 31 sager efter § 41, hvoraf 16 blev stadfæstet, og 9 sager efter § 42, hvoraf 4 blev stadfæstet.",
                vec![
                    "Greve 2021 SEL § 41 considered 31",
                    "Greve 2021 SEL § 41 upheld 16",
                    "Greve 2021 SEL § 42 considered 9",
                    "Greve 2021 SEL § 42 upheld 4",
                ],
            ),
            (
                "Efter aktivloven var omgørelsesprocenten uændret 17 procent i både 2020 og 2021.",
                vec!["Greve 2020 LAS reversal_rate 17", "Greve 2021 LAS reversal_rate 17"],
            ),
            (
                "Ankestyrelsen afgjorde 9 sager i 2021 inden for Udvalget for Børn og Unges område.",
                vec!["Greve 2021 Udvalget for Børn og Unge decided 9"],
            ),
            (
                "Ankestyrelsen afgjorde 40 sager i 2021. Heraf hører 12 sager under Børne- og Skoleudvalget.",
                vec!["Greve 2021 Alle decided 40", "Greve 2021 Børne- og Skoleudvalget decided 12"],
            ),
            (
                "Ankestyrelsen behandlede 44 sager i 2021 mod 51 i 2020.",
                vec!["Greve 2021 Alle decided 44", "Greve 2020 Alle decided 51"],
            ),
            (
                "Ankestyrelsen har i perioden 1. juli 2020 til 30. juni 2021 afgjort 47 sager.",
                vec!["Greve 2020-07..2021-06 Alle decided 47"],
            ),
            ("Ved udgangen af 2021 verserede 41 sager i Ankestyrelsen.", vec!["Greve 2021 Alle pending 41"]),
            ("Ankestyrelsen havde i 2021 ingen sager om § 96.", vec!["Greve 2021 SEL § 96 decided 0"]),
            (
                "Ankestyrelsen var i 2021 uenig i 8 af afgørelserne og enig i 52.",
                vec!["Greve 2021 Alle reversed 8", "Greve 2021 Alle upheld 52"],
            ),
            (
                "I 2021 blev 40 sager hos Ankestyrelsen stående, tolv kom tilbage, og to frafaldt klageren selv.",
                vec!["Greve 2021 Alle upheld 40", "Greve 2021 Alle remanded 12", "Greve 2021 Alle dismissed 2"],
            ),
            (
                "Styrelsen afgjorde 60 sager i 2021: I 40 blev resultatet en stadfæstelse, i 12 en hjemvisning og i otte en ændring.",
                vec![
                    "Greve 2021 Alle decided 60",
                    "Greve 2021 Alle upheld 40",
                    "Greve 2021 Alle remanded 12",
                    "Greve 2021 Alle changed 8",
                ],
            ),
            (
                "40 af årets 60 afgørelser i Ankestyrelsen i 2021 var stadfæstelser.",
                vec!["Greve 2021 Alle upheld 40", "Greve 2021 Alle decided 60"],
            ),
            (
                "Ankestyrelsen afgjorde 25 sager i 1. halvår 2021 og 35 i 2. halvår. Af årets i alt 60 afgørelser i 2021 blev 40 stadfæstet.",
                vec![
                    "Greve 2021-H1 Alle decided 25",
                    "Greve 2021-H2 Alle decided 35",
                    "Greve 2021 Alle decided 60",
                    "Greve 2021 Alle upheld 40",
                ],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen 12 sager om § 85 (støtte) i serviceloven: 9 stadfæstelser og 3 hjemvisninger.",
                vec![
                    "Greve 2021 SEL § 85 decided 12",
                    "Greve 2021 SEL § 85 upheld 9",
                    "Greve 2021 SEL § 85 remanded 3",
                ],
            ),
            (
                "I 2021 blev 20 af 60 sager omgjort af Ankestyrelsen. Det svarer til 33 procent.",
                vec![
                    "Greve 2021 Alle reversed 20",
                    "Greve 2021 Alle considered 60",
                    "Greve 2021 Alle reversal_rate 33",
                ],
            ),
            (
                "Ankestyrelsen prøvede i 2021 68 sager efter serviceloven (eksklusiv afviste).",
                vec!["Greve 2021 SEL considered 68"],
            ),
            (
                "I 2021 blev der truffet afgørelse i 48 sager, når der ses bort fra 5 sager, som blev afvist.",
                vec!["Greve 2021 Alle considered 48", "Greve 2021 Alle dismissed 5"],
            ),
            ("Et team med 30 sager, hvoraf tre bliver ændret, har således en omgørelsesprocent på 10 i 2021.", vec![]),
            (
                "Omgørelsesprocenten i Region Sjælland var 38 i 2021. Greve havde 34, Køge 36.",
                vec![
                    "Region Sjælland 2021 Alle reversal_rate 38",
                    "Greve 2021 Alle reversal_rate 34",
                    "Køge 2021 Alle reversal_rate 36",
                ],
            ),
            (
                "Omgørelsesprocenten er 33 for serviceloven og 21 for aktivloven i 2021. På landsplan er procenterne 36 og 24.",
                vec![
                    "Greve 2021 SEL reversal_rate 33",
                    "Greve 2021 LAS reversal_rate 21",
                    "Hele landet 2021 SEL reversal_rate 36",
                    "Hele landet 2021 LAS reversal_rate 24",
                ],
            ),
            ("Antallet af afgørelser fra Ankestyrelsen endte i 2021 på 84.", vec!["Greve 2021 Alle decided 84"]),
            (
                "Omgørelsesprocenten for alle tre lovområder er 29 procent i 2021.",
                vec!["Greve 2021 Alle reversal_rate 29"],
            ),
            (
                "Bilsagerne er de sværeste. Her blev 48 procent omgjort i 2021.",
                vec!["Greve 2021 Alle reversal_rate 48?"],
            ),
            (
                "Ankestyrelsen har i 2021 ikke realitetsbehandlet sager på voksenhandicapområdet.",
                vec!["Greve 2021 SEL voksenhandicap considered 0"],
            ),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_something_else_are_no_figures() {
        for text in [
            "Har en kommune for eksempel 10 sager, og bliver de 4 omgjort, er omgørelsesprocenten 40.",
            "Sådan regnes den: Antag, at 30 sager er stadfæstet og 5 ændret i 2021.",
            "Det er målet i 2021, at ingen sager afvises af Ankestyrelsen.",
            "Det er forventningen, at omgørelsesprocenten i 2021 kan holdes på omkring 30 pct.",
            "Klagerne behandles ikke af Ankestyrelsen, men af kommunen selv: 44 klager i 2021, hvoraf 12 blev hjemvist.",
            "Socialforvaltningen har i 2021 truffet ca. 9.000 afgørelser efter serviceloven.",
            "Kommunen har i 2021 truffet nye afgørelser i 20 af de hjemviste sager.",
            "Kommunen har i 2021 genbehandlet de 8 sager og givet borgeren medhold i 3.",
            "Én familie har i 2021 klaget fire gange over den samme bevilling.",
            "I 2021 svarede 78 % (412 ud af 528 borgere), at de forstod brevet.",
            "Ud over sagerne i Ankestyrelsen er der i 2021 behandlet 30 klager over personalet. 12 klager var berettigede.",
            "Kommunen omgjorde selv 14 ud af 74 påklagede afgørelser i 2021.",
            "Udvalget orienteres to gange årligt om klager over kommunens afgørelser i 2021.",
            "Natur- og Miljøklagenævnet ændrede i 2021 tre af kommunens afgørelser.",
            "Blot én omgjort sag mere ville flytte procenten med 11 procentpoint i 2021.",
            "Der blev givet 212 sanktioner i 2021, og 9 af dem er siden frafaldet.",
            "I 2021 er andelen af sygemeldte, der vender tilbage, steget fra 71 til 74 procent.",
        ] {
            assert_eq!(stated(text), Vec::<String>::new(), "{text}");
        }
    }

    /// A sentence that goes on with the rate before it is trusted only where no other noun may be what its number is of.
    #[test]
    fn a_rate_without_its_word_may_be_another() {
        for (text, last) in [
            ("Tilsvarende ligger Køge på 35 procent.", "Køge 2021 Alle reversal_rate 35"),
            ("I Køge er budgettet 35 procent.", "Køge 2021 Alle reversal_rate 35?"),
            // An area that is no law's: which part of the decisions it is cannot be told.
            ("På ungeområdet blev 6 sager omgjort.", "Greve 2021 Alle reversed 6?"),
        ] {
            let found = stated(&format!("Omgørelsesprocenten var 27 procent i 2021 i Greve. {text}"));
            assert_eq!(found.last().map(String::as_str), Some(last), "{text}");
        }
    }
}
