//! Which label each value of a sentence has: "stadfæstet 156, ændret 19" and "156 stadfæstet, 19 ændret" hold the
//! same words in the same order; what is nearest and not cut off by a comma decides, one way for the whole list.

use super::aside::{asides, is_in_aside, pair_of_nothing};
use super::base::glossed;
use super::group::Group;
use super::label::{Label, LabelKind};
use super::portion::{base_between, is_of_the_part, left_out};
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::value::{Value, ValueKind};
use crate::text::token::Token;

/// What it costs to leave a group without a label.
const UNLABELLED: u32 = 15;
/// The same where the value goes on with the one before: "14 stadfæstet mod 16 året før", "fra 9 til 4".
const GOING_ON: u32 = 8;
/// A label that is farther away says nothing.
const TOO_FAR: u32 = 22;

/// The label of each group, as an index into `labels`.
#[must_use]
pub fn assign(clause: &Clause<'_>, labels: &[Label], groups: &[Group]) -> Vec<Option<usize>> {
    let asides = asides(clause, labels, groups);
    if asides.iter().all(Option::is_none) {
        let mut chosen = assign_all(clause, labels, groups);
        if let Some(at) = pair_of_nothing(clause, labels, groups) {
            chosen[at] = None;
            chosen[at + 1] = None;
        }
        return chosen;
    }
    let mut own: Vec<Group> = Vec::new();
    for (group, aside) in groups.iter().zip(&asides) {
        match (aside, own.last_mut()) {
            (Some(close), Some(last)) => last.end = *close,
            _ => own.push(group.clone()),
        }
    }
    let mut chosen = assign_all(clause, labels, &own).into_iter();
    let mut last = None;
    let mut out: Vec<Option<usize>> = Vec::with_capacity(groups.len());
    for (at, aside) in asides.iter().enumerate() {
        if aside.is_none() {
            last = chosen.next().flatten();
        }
        // "(12 og 6)": two of one parenthesis part what stands before it.
        let beside = |other: Option<usize>| other.is_some_and(|other| asides.get(other).is_some_and(|a| a == aside));
        let parts = aside.is_some() && (beside(at.checked_sub(1)) || beside(Some(at + 1)));
        out.push(last.filter(|_| !parts));
    }
    out
}

fn assign_all(clause: &Clause<'_>, labels: &[Label], groups: &[Group]) -> Vec<Option<usize>> {
    let before: Vec<_> = (0..groups.len()).map(|g| nearest(clause, labels, groups, g, Side::Before)).collect();
    let after: Vec<_> = (0..groups.len()).map(|g| nearest(clause, labels, groups, g, Side::After)).collect();
    let one_way = |side: &[Option<(usize, u32)>]| {
        let costs = side.iter().zip(groups);
        let cost = costs.map(|(choice, group)| choice.map_or(unlabelled(clause, group), |(_, cost)| cost)).sum::<u32>();
        (cost, side.iter().map(|choice| choice.map(|(label, _)| label)).collect::<Vec<_>>())
    };
    let options = [one_way(&before), one_way(&after), mixed(groups, clause, &before, &after)];
    options.into_iter().min_by_key(|(cost, _)| *cost).map(|(_, choice)| choice).unwrap_or_default()
}

fn unlabelled(clause: &Clause<'_>, group: &Group) -> u32 {
    let before = group.start.checked_sub(1).map(|at| &clause.tokens[at]);
    // "78 pct. af dem stadfæstet (2020: 75 pct., 2019: 77 pct.)": the same in other years.
    let dated =
        group.start >= 2 && before.is_some_and(|t| t.is_symbol(':')) && clause.tokens[group.start - 2].year().is_some();
    let open = || clause.tokens[..group.start].iter().rev().find(|t| t.is_symbol('(') || t.is_symbol(')'));
    if dated && open().is_some_and(|t| t.is_symbol('(')) {
        return 2;
    }
    if before.is_some_and(|t| t.is_any(&["mod", "imod", "til"])) { GOING_ON } else { UNLABELLED }
}

/// Each group takes the cheaper side; a label serves one count and one percentage.
fn mixed(
    groups: &[Group],
    clause: &Clause<'_>,
    before: &[Option<(usize, u32)>],
    after: &[Option<(usize, u32)>],
) -> (u32, Vec<Option<usize>>) {
    let mut used: Vec<(usize, bool)> = Vec::new();
    let mut total = 2;
    let mut out = Vec::with_capacity(groups.len());
    for (index, group) in groups.iter().enumerate() {
        let percent = clause.values()[group.lead].kind == ValueKind::Percent;
        let free = |choice: Option<(usize, u32)>| choice.filter(|(label, _)| !used.contains(&(*label, percent)));
        let choice = match (free(before[index]), free(after[index])) {
            (Some(b), Some(a)) if a.1 < b.1 => Some(a),
            (Some(b), _) => Some(b),
            (None, a) => a,
        };
        // A label far away is left to a value that it is near.
        let choice = choice.filter(|(_, cost)| *cost <= UNLABELLED);
        total += choice.map_or(unlabelled(clause, group), |(_, cost)| cost);
        if let Some((label, _)) = choice {
            used.push((label, percent));
        }
        out.push(choice.map(|(label, _)| label));
    }
    (total, out)
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Before,
    After,
}

/// The nearest label on one side of a group, no other group between, with its cost.
fn nearest(clause: &Clause<'_>, labels: &[Label], groups: &[Group], index: usize, side: Side) -> Option<(usize, u32)> {
    let group = &groups[index];
    let lead = &clause.values()[group.lead];
    let limit = match side {
        Side::Before => index.checked_sub(1).map_or(0, |p| match base_between(clause, labels, groups, p) {
            Some(label) => labels[label].start,
            None => groups[p].end,
        }),
        Side::After => groups.get(index + 1).map_or(clause.tokens.len(), |g| g.start),
    };
    // Of many labels in a long sentence few stand where they can be the group's.
    let in_reach = |label: &Label| match side {
        Side::Before => {
            label.start >= limit && label.end <= group.start || label.start < group.start && label.end >= group.end
        }
        Side::After => label.start >= lead.end && label.end <= limit.max(group.end),
    };
    // "0 af de 7 sager, som Ankestyrelsen afgjorde, blev hjemvist": a part is of an outcome, where there is one.
    let parts = labels.iter().any(|label| label.kind == LabelKind::Outcome && label.start >= limit.min(group.end));
    labels
        .iter()
        .enumerate()
        .filter(|(_, label)| {
            in_reach(label)
                && fits(lead, label)
                && !is_word_of_rate(clause, lead, label)
                && !opens_as_whole(clause, lead)
                && !gives_way(clause, lead, label)
        })
        .filter(|(_, label)| !is_of_the_part(clause, lead, label))
        .filter(|(_, label)| left_out(clause, label).is_none_or(|value| value == group.lead))
        .filter(|(_, label)| !(group.total.is_some() && parts && label.kind == LabelKind::Act))
        .filter(|(_, label)| {
            !group.total.is_some_and(|total| is_of_the_whole(clause, clause.values()[total].end, label))
        })
        .filter_map(|(n, label)| {
            let between = match side {
                Side::Before if index > 0 && closes_before(clause, label, groups[index - 1].end, group.start) => {
                    return None;
                }
                Side::After if has_its_own_inside(clause, label, group.end) => return None,
                Side::Before if label.end <= group.start && label.start >= limit => label.end..group.start,
                // "truffet fem afgørelser"
                Side::Before if label.start < group.start && label.end >= group.end => group.start..group.start,
                // "51 sager (stadfæstet: 33)": a word before a colon is for what follows it.
                Side::After
                    if clause.tokens.get(label.end).is_some_and(|t| t.is_symbol(':'))
                        && !is_parted_behind(clause, labels, label) =>
                {
                    return None;
                }
                // "1 ændret sag (3,3 pct.)": inside the group; "12 (40 pct.) blev stadfæstet": behind it.
                // "11 ud af de 13 omgjorte sager": the word is the total's.
                Side::After
                    if group.total.is_some_and(|total| clause.values()[total].end == label.start)
                        && before_noun(clause, label) =>
                {
                    return None;
                }
                Side::After if label.start >= lead.end && label.end <= group.end => lead.end..label.start,
                Side::After if label.start >= group.end && label.end <= limit => {
                    let closed = clause.tokens.get(group.end).is_some_and(|t| t.is_symbol(')'));
                    group.end + usize::from(closed && label.start > group.end)..label.start
                }
                _ => return None,
            };
            // "dem er alle stadfæstet på nær én, der er hjemvist": the one is not upheld.
            let but = |t: &Token<'_>| WORDS.lists.but.has(t);
            if side == Side::Before && clause.tokens[between.clone()].iter().any(but) {
                return None;
            }
            let cost = distance(clause, between, side);
            (cost <= TOO_FAR).then_some((n, cost))
        })
        .min_by_key(|(_, cost)| *cost)
}

/// "78 afgørelser efter serviceloven (stadfæstet 66 pct.)": the word is of the number behind it.
fn has_its_own_inside(clause: &Clause<'_>, label: &Label, from: usize) -> bool {
    let inside = label.start > from
        && clause.tokens[from..label.start]
            .iter()
            .rev()
            .find(|t| t.is_symbol('(') || t.is_symbol(')'))
            .is_some_and(|t| t.is_symbol('('));
    let next = clause.values().iter().find(|value| value.start >= label.end);
    inside && next.is_some_and(|next| next.start <= label.end + 1 && next.kind == ValueKind::Percent)
}

/// "3 sager efter aktivloven (stadfæstet) og 2 efter pensionsloven": what a parenthesis says is of the number before it.
fn closes_before(clause: &Clause<'_>, label: &Label, from: usize, to: usize) -> bool {
    let inside = label.start >= from && label.end <= to;
    inside
        && clause.tokens[from..label.start]
            .iter()
            .rev()
            .find(|t| t.is_symbol('(') || t.is_symbol(')'))
            .is_some_and(|t| t.is_symbol('('))
        && clause.tokens[label.end..to].iter().any(|t| t.is_symbol(')'))
}

/// "medhold i 118 af de 163 sager, som Ankestyrelsen afgjorde": an act in a relative clause behind the whole.
fn is_of_the_whole(clause: &Clause<'_>, whole: usize, label: &Label) -> bool {
    let relative = |pair: &[crate::text::token::Token<'_>]| pair[0].is_symbol(',') && pair[1].is_any(&["som", "der"]);
    label.kind == LabelKind::Act
        && label.start >= whole
        && clause.tokens[whole..label.start].windows(2).take(4).any(relative)
}

/// "Her blev 12 sager realitetsbehandlet: seks blev stadfæstet": the outcomes behind the colon part what was counted.
fn is_parted_behind(clause: &Clause<'_>, labels: &[Label], label: &Label) -> bool {
    let noun = label.start > 0 && clause.terms.iter().any(|hit| hit.end == label.start && hit.tag == Tag::Cases);
    let outcome = labels.iter().any(|other| other.start > label.end && other.kind == LabelKind::Outcome);
    noun && outcome && label.kind == LabelKind::Act
}

/// "På alle tre er omgørelsesprocenten lavere": a rate is written in digits.
fn is_word_of_rate(clause: &Clause<'_>, lead: &Value, label: &Label) -> bool {
    label.kind == LabelKind::Rate && lead.kind == ValueKind::Bare && clause.tokens[lead.start].number().is_none()
}

/// "Af de 38 procent udgjorde hjemvisningerne 29 procent": the share that was spoken of, which the next one parts.
pub(super) fn opens_as_whole(clause: &Clause<'_>, lead: &Value) -> bool {
    let before = &clause.tokens[..lead.start];
    // "Af disse blev 69 procent stadfæstet": their part.
    let parted = before.iter().any(|t| WORDS.lists.parting.has(t));
    lead.kind == ValueKind::Percent
        && !parted
        && before.len() <= 5
        && before.windows(2).any(|pair| pair[0].is("af") && pair[1].is_any(&["de", "disse"]))
        && before.first().is_some_and(|t| t.is_any(&["af", "ud"]))
}

/// "I de resterende 49 sager fik kommunen medhold i 33": of the number behind, which is some of those before.
fn gives_way(clause: &Clause<'_>, lead: &Value, label: &Label) -> bool {
    let tokens = &clause.tokens;
    let right = tokens[label.end - 1].word().is_some_and(|word| word.starts_with("medhold") || word == "ret");
    let next = || clause.values().iter().any(|value| value.start == label.end + 1);
    lead.end <= label.start && right && tokens.get(label.end).is_some_and(|t| t.is("i")) && next()
}

/// "omgjorte sager": an attribute of the noun behind it.
fn before_noun(clause: &Clause<'_>, label: &Label) -> bool {
    clause.terms.iter().any(|hit| hit.start == label.end && hit.tag == Tag::Cases)
}

/// A percentage is never the share of "afgjort" or "modtaget"; a count never a rate.
fn fits(value: &Value, label: &Label) -> bool {
    match (value.kind, label.kind) {
        (ValueKind::Percent, LabelKind::Act) | (ValueKind::Count, LabelKind::Rate) => false,
        (ValueKind::Bare, LabelKind::Rate) => value.value <= 100.0,
        _ => true,
    }
}

/// "de sager, borgerne klagede over,": a relative clause without its pronoun, right behind what is counted.
fn relates(clause: &Clause<'_>, comma: usize) -> bool {
    use crate::data::words::Tag;
    let counted = clause.terms.iter().any(|hit| hit.end == comma && hit.tag == Tag::Cases);
    counted
        && clause.terms.iter().any(|hit| (comma + 2..comma + 4).contains(&hit.start) && matches!(hit.tag, Tag::Act(_)))
}

/// How far apart a value and a label are: words between, and much for every break of the sentence between them.
fn distance(clause: &Clause<'_>, between: std::ops::Range<usize>, side: Side) -> u32 {
    let mut cost = 0;
    // Inside ", som Ankestyrelsen afgjorde,": the second comma only closes what the first opened.
    let mut relative = false;
    let inserted = if side == Side::Before { insertion(clause, between.clone()) } else { 0..0 };
    // "... har afgjort på området, har været: 2013: 61": a colon gathers what stands before it.
    let gathered = between
        .clone()
        .find(|&at| clause.tokens[at].is_symbol(':') && clause.tokens.get(at + 1).is_some_and(|t| t.year().is_some()));
    // "69 ud af 102 klager over afgørelser i det lokale jobcenter endte med, at ...": the long subject of one verb.
    let ended = between.clone().find(|&at| clause.tokens[at].is_any(&["endte", "resulterede", "mundede"]));
    let subject = ended.filter(|_| side == Side::After).map_or(0..0, |verb| between.start..verb);
    let subject = if clause.tokens[subject.clone()].iter().all(|t| t.word().is_some()) { subject } else { 0..0 };
    for at in between {
        let token = &clause.tokens[at];
        let next = clause.tokens.get(at + 1);
        cost += if inserted.contains(&at) || subject.contains(&at) || is_in_aside(clause, at) {
            0
        } else if divides_names(clause, at) {
            1
        } else if token.is_symbol(',') && gathered.is_some_and(|colon| at < colon) {
            2
        } else if clause.terms.iter().any(|hit| at > hit.start && at < hit.end && matches!(hit.tag, Tag::Area(_))) {
            0
        } else if token.is_symbol(',')
            && side == Side::After
            && (next.is_some_and(|t| t.is_any(&["hvor", "som", "der", "hvori"])) || relates(clause, at))
        {
            relative = true;
            1
        } else if token.is_symbol(',') && side == Side::Before && points_to_rate(clause, at + 1) {
            1
        } else if token.is_symbol(',') && at > 0 && clause.tokens[at - 1].is("med") && next.is_some_and(|t| t.is("at"))
        {
            // "69 klager endte med, at afgørelsen blev stadfæstet"
            1
        } else if is_denied_before(clause, at) {
            0
        } else if token.is_symbol(',') && relative {
            relative = false;
            1
        } else if relative && token.word().is_some() && !token.is_any(&["og", "samt", "mens", "men"]) {
            // However much the clause says of the noun before it, it ends.
            0
        } else if token.is_symbol('.')
            && (at > 0 && clause.tokens[at - 1].is_any(&["ca", "pct", "p", "t"]) || clause.is_of_period(at))
        {
            // "for 1.-3. kvartal 2021"
            0
        } else if token.is_symbol(';') && side == Side::After {
            // "tegnede sig for de 37; her fik kommunen medhold i 30": another sentence.
            TOO_FAR + 1
        } else if token.is_symbol(',') || token.is_symbol(';') || token.is_symbol('.') {
            7
        } else if token.word().is_some_and(|w| w.starts_with("fordel") || w == "består" || w == "udgøres") {
            // "De omgjorte sager består af 1 ...": the whole that the values part.
            6
        } else if token.is_symbol(')') || (token.is_symbol('(') && side == Side::After) {
            6
        } else if token.is_any(&["og", "samt", "mens", "mod", "men", "hvoraf", "heraf", "hvilket"]) {
            5
        } else if token.is_symbol(':') || token.is_symbol('(') {
            0
        } else {
            1
        };
    }
    cost
}

/// "Omgørelsesprocenten er højest på servicelovens område, hvor den er 32,4"
fn points_to_rate(clause: &Clause<'_>, at: usize) -> bool {
    let pronoun = |t: &Token<'_>| WORDS.lists.rate_pronouns.has(t) || WORDS.lists.number_pronouns.has(t);
    clause.tokens.get(at).is_some_and(|t| t.is("hvor")) && clause.tokens.get(at + 1).is_some_and(pronoun)
}

/// "I 3 tilfælde gjorde den ikke, og Ankestyrelsen ændrede den": the comma and the "og" behind "ikke", where the sentence
/// opens with its one number.
fn is_denied_before(clause: &Clause<'_>, at: usize) -> bool {
    let tokens = &clause.tokens;
    let [only] = clause.values() else { return false };
    let comma = if tokens[at].is_symbol(',') { at } else { at.saturating_sub(1) };
    let joined = tokens.get(comma + 1).is_some_and(|t| t.is_any(&["og", "men"]));
    let denied =
        comma > 0 && tokens[comma - 1].is_any(&["ikke", "det"]) && tokens[..comma].iter().any(|t| t.is("ikke"));
    tokens[comma].is_symbol(',') && joined && denied && only.start <= 1 && comma - only.end <= 7
}

/// "på § 100, § 96 og § 41", "i 2019, 2020 og 2021": what stands between two names of one kind.
fn divides_names(clause: &Clause<'_>, at: usize) -> bool {
    let token = &clause.tokens[at];
    let divides = |ends: &mut dyn Iterator<Item = (usize, usize)>| {
        let (mut before, mut behind) = (false, false);
        for (start, end) in ends {
            before |= end == at;
            behind |= start == at + 1;
        }
        before && behind
    };
    (token.is_symbol(',') || token.is_any(&["og", "samt"]))
        && (divides(&mut clause.sections.iter().map(|hit| (hit.start, hit.end)))
            || divides(&mut clause.places.iter().map(|hit| (hit.start, hit.end)))
            || divides(&mut clause.periods.iter().map(|mention| (mention.start, mention.end)))
            || divides(&mut clause.terms_where(|tag| matches!(tag, Tag::Area(_))).map(|hit| (hit.start, hit.end))))
}

/// "Omgørelsesprocenten, hvor de afviste ikke medregnes, er 32": what two commas enclose and begin with "hvor" or "som".
fn insertion(clause: &Clause<'_>, between: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let comma = |at: usize| clause.tokens[at].is_symbol(',');
    let opens = |at: usize| {
        comma(at) && clause.tokens.get(at + 1).is_some_and(|t| t.is_any(&["hvor", "som", "der", "når", "hvori"]))
    };
    // "Omgørelsesprocenten, det vil sige ændrede og hjemviste, var 28"
    if let Some(gloss) = between.clone().find_map(|at| glossed(&clause.tokens, at)) {
        return gloss.start - 1..gloss.end + 1;
    }
    let Some(open) = between.clone().find(|&at| opens(at)) else { return 0..0 };
    let close = (open + 1..between.end).find(|&at| comma(at));
    close.map_or(0..0, |close| open..close + 1)
}

#[cfg(test)]
mod tests {
    use super::super::group::groups;
    use super::super::label::labels;
    use super::*;
    use crate::model::source::Span;
    use crate::text::lower::aligned;

    fn bound(text: &str) -> Vec<String> {
        let lower = aligned(text);
        let clause = Clause::read(text, &lower, Span::new(0..text.len()));
        let labels = labels(&clause);
        let groups = groups(&clause, &labels);
        let chosen = assign(&clause, &labels, &groups);
        groups
            .iter()
            .zip(chosen)
            .map(|(group, label)| {
                let value = |index: usize| clause.values()[index].value;
                let twin = group.twin.map_or(String::new(), |t| format!("={}", value(t.value)));
                let total = group.total.map_or(String::new(), |t| format!("/{}", value(t)));
                format!("{}{twin}{total} {}", value(group.lead), label.map_or("-", |l| labels[l].measure.key()))
            })
            .collect()
    }

    #[test]
    fn values_find_their_words() {
        for (text, expected) in [
            (
                "Af kommunens 249 afgjorte sager, har Ankestyrelsen stadfæstet 156 sager, ændret/ophævet 19 sager, afvist 26 sager og hjemvist 48 sager.",
                vec!["249 decided", "156 upheld", "19 changed", "26 dismissed", "48 remanded"],
            ),
            (
                "Heraf blev 70 stadfæstet, 13 blev hjemvist og 3 afgørelser blev ændret.",
                vec!["70 upheld", "13 remanded", "3 changed"],
            ),
            (
                "Der er afgjort 86 sager, hvoraf 70 er stadfæstet, 13 hjemvist og 3 ændret",
                vec!["86 decided", "70 upheld", "13 remanded", "3 changed"],
            ),
            ("Stadfæstelse 34 Hjemvisning 12 Ændring 4", vec!["34 upheld", "12 remanded", "4 changed"]),
            ("34 stadfæstelser 12 hjemvisninger 4 ændringer", vec!["34 upheld", "12 remanded", "4 changed"]),
            (
                "11 af 24 realitetsbehandlede sager blev omgjort i 2022, svarende til 46 procent",
                vec!["11=46/24 reversed"],
            ),
            ("hvoraf 12 (40 pct.) blev stadfæstet, 10 (33 pct.) hjemvist", vec!["12=40 upheld", "10=33 remanded"]),
            ("I 12 ud af 30 sager blev afgørelsen stadfæstet, svarende til 40 %", vec!["12=40/30 upheld"]),
            (
                "De omgjorte sager består af 1 ændret/ophævet sag (3,3 pct.) og 7 sager, hvor Ankestyrelsen har bedt kommunen behandle sagen på ny (23,3 pct.).",
                vec!["1=3.3 changed", "7 remanded", "23.3 remanded"],
            ),
            ("I 2022 omgjorde Ankestyrelsen 55 sager svarende til knap 26 procent.", vec!["55=26 reversed"]),
            ("Stadfæstede: 34, hjemviste: 12, ændrede: 4", vec!["34 upheld", "12 remanded", "4 changed"]),
            (
                "45% stadfæstede, 30% hjemviste samt 25% ændrede afgørelser",
                vec!["45 upheld", "30 remanded", "25 changed"],
            ),
        ] {
            assert_eq!(bound(text), expected, "{text}");
        }
    }
}
