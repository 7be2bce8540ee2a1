//! What one label of a table on appeals says: outcome, law, unit, place, time, and what stands beside the figures.

use super::committee::is_committee;
use super::label::{LabelKind, labels, rate_of};
use super::note::{footnote, says_without_dismissed};
use super::scope::{names_the_others, scopes};
use super::setting::{ALL, Setting, Thread};
use super::sum::summed;
use crate::data::words::{Tag, WORDS};
use crate::extract::axis::{self, Beside, Time, without_mark};
use crate::extract::clause::Clause;
use crate::extract::grid::{Heading, Line};
use crate::model::figure::{Measure, Place};
use crate::model::period::Period;
use crate::model::source::{Document, Span, Table};
use crate::text::lower::aligned;
use crate::text::token::Token;

/// Words of outcomes that other tables speak of too.
const LOOSE: [&str; 8] = ["ændr", "ophæv", "fasthold", "tiltr", "afvis", "henvis", "bortf", "frafald"];

/// Words of a share of all cases, with those that say of what.
const SHARE: [&str; 20] = [
    "pct",
    "procent",
    "procentdel",
    "procentvis",
    "andel",
    "andelen",
    "i",
    "af",
    "alle",
    "alt",
    "total",
    "samlet",
    "samlede",
    "antal",
    "fordeling",
    "fordelt",
    "sager",
    "klager",
    "afgørelser",
    "resultat",
];

/// What a row's or column's labels say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Meaning {
    pub measure: Option<Measure>,
    /// The label says "procent" or "andel": outcomes are shares.
    pub share: bool,
    /// "I alt": the whole of what the other lines part.
    pub total: bool,
    /// "Antal sager": numbers of cases, whatever else the table shows.
    pub counts: bool,
    /// "Socialområdet i alt": the whole of an area that is named, and no law's name.
    pub sums_area: bool,
    pub scope: Option<String>,
    /// A label that is none of these: a unit, a committee.
    pub unit: Option<Heading>,
    pub place: Option<Place>,
    pub time: Time,
    /// "2023 (2022)": when the values in parentheses are from.
    pub aside: Option<Period>,
    /// Dismissed cases are said to be left out.
    pub without_dismissed: bool,
    /// A difference, a target, a rank, a mean of no place: no figure of the table's.
    pub beside: bool,
    /// "Ændring": an outcome, or a difference where no other outcome stands on its side.
    pub change: bool,
    /// What the municipality itself did: "Fastholdt og sendt til Ankestyrelsen".
    pub own_work: bool,
    pub names_board: bool,
    /// An outcome in words that are of no other cases than the board's: "stadfæstet", not "ændret".
    pub sure: bool,
}

/// What the labels of a row or column say together.
pub(super) fn meaning(document: &Document, table: &Table, line: &Line, setting: &Setting, by_unit: bool) -> Meaning {
    let mut out = Meaning::default();
    for (at, heading) in line.headings.iter().enumerate() {
        // "Udvikling i omgørelsesprocenten" over years is a title, no difference.
        let over_times = || line.headings[at + 1..].iter().any(|inner| axis::read(&inner.text, Time::of).is_some());
        match axis::read(&heading.text, axis::stands_beside) {
            Some(Beside::Compared) if over_times() => {}
            Some(Beside::Nobodys) if !axis::read(&heading.text, labels).is_empty() => {}
            Some(_) => return Meaning { beside: true, ..Meaning::default() },
            None => {}
        }
        read_label(document, table, heading, setting, by_unit, &mut out);
    }
    out
}

fn read_label(
    document: &Document,
    table: &Table,
    heading: &Heading,
    setting: &Setting,
    by_unit: bool,
    out: &mut Meaning,
) {
    let (text, mark) = without_mark(&heading.text);
    let (text, percent) = without_unit(text);
    out.share |= percent;
    if text.is_empty() {
        return;
    }
    let lower = aligned(text);
    let clause = Clause::read(text, &lower, Span::new(0..text.len()));
    let plain = lower.trim().trim_end_matches([':', '.', '*']);
    out.without_dismissed |= says_without_dismissed(&lower)
        || mark.is_some_and(|mark| {
            footnote(document, table, mark).is_some_and(|note| says_without_dismissed(&aligned(note)))
        });
    let whole = summed(text);
    if whole == Some("") {
        out.total = true;
        return;
    }
    // "Alle sager i alt" below the last of several groups: of all of them.
    let all = |t: &Token<'_>| t.is_any(&["alle", "samtlige", "i", "alt"]) || WORDS.case_nouns.has(t);
    if whole.is_some() && clause.tokens.iter().all(all) {
        (out.scope, out.unit, out.total) = (None, None, true);
        return;
    }
    let found = labels(&clause);
    out.share |= clause.has_word(&["pct", "procent", "procentdel", "andel", "andelen", "procentvis"])
        || clause.tokens.iter().any(|t| t.is_symbol('%'));
    let label = found
        .iter()
        .find(|l| l.kind == LabelKind::Rate)
        .or_else(|| found.iter().find(|l| l.kind == LabelKind::Outcome))
        .or_else(|| found.first());
    let place = axis::place(&clause, setting.own.as_ref());
    let time = Time::of(&clause);
    // "Antal sager 2022"
    out.total |= time.is_some() && summed(&axis::rest(text, &clause)) == Some("");
    // "Aktivloven" over "§ 13": the paragraph is of that law.
    let within = out.scope.as_ref().filter(|law| !law.contains(['§', '·'])).map(|law| {
        let thread = Thread { scope: Some(law.clone()), ..setting.thread.clone() };
        Setting { thread, paragraphs_law: None, ..setting.clone() }
    });
    let named: Vec<String> =
        scopes(&clause, within.as_ref().unwrap_or(setting)).into_iter().map(|hit| hit.tag).collect();
    let scope = paragraphs_together(&named)
        .or_else(|| named.last().cloned())
        .or_else(|| names_the_others(plain).then(|| "ØVR".to_owned()));
    // "Klageandel (pct.)": a share of something else.
    let bare = || clause.tokens.iter().filter_map(|t| t.word()).all(|word| SHARE.contains(&word));
    // "Åbne sager ultimo 2021" beside what was decided: they lie with the board.
    let open = label.is_none()
        && clause.tokens.first().is_some_and(|t| t.is_any(&["åbne", "igangværende"]))
        && clause.tokens.get(1).is_some_and(|t| WORDS.case_nouns.has(t));
    let known =
        open || label.is_some() || place.is_some() || time.is_some() || scope.is_some() || (out.share && bare());
    if let Some(label) = label {
        // "Modtagne afgørelser": what was received is decided.
        let decisions = clause.tokens.get(label.end).is_some_and(|t| t.is_any(&["afgørelser", "ankeafgørelser"]));
        let decided = label.measure == Measure::Received && decisions;
        out.measure = Some(if decided { Measure::Decided } else { label.measure.clone() });
        let plain =
            clause.tokens[label.start..label.end].iter().all(|t| t.word().is_some_and(|w| w.starts_with("ændring")));
        let loose = |w: &str| LOOSE.iter().any(|stem| w.starts_with(stem));
        out.sure = (rate_of(&label.measure).is_some() || label.measure == Measure::Considered)
            && !clause.tokens[label.start].word().is_some_and(loose);
        out.change = label.kind == LabelKind::Outcome && plain;
    }
    if open {
        out.measure = Some(Measure::Pending);
    }
    out.own_work |= tells_own_work(&clause, out.measure.as_ref());
    out.names_board |= clause.has_any(&WORDS.lists.board_names);
    out.place = place.or(out.place.take());
    // "Verserende sager pr. 31.12.2021": when they were counted.
    let dated = Time::of_date(&clause).filter(|_| out.measure == Some(Measure::Pending) && !time.is_some());
    out.time = dated.unwrap_or(time).or(out.time);
    out.aside = Time::in_parentheses(&clause).or(out.aside);
    // "Center for Børn (serviceloven)": a unit that names its law stays a unit.
    let unit_words = clause.has_any(&WORDS.lists.units);
    // An area alone may be a unit's name; a place, a year, an outcome or "Serviceloven i alt" is none.
    let sum = WORDS.lists.totals.iter().any(|total| {
        plain.strip_suffix(total.as_str()).is_some_and(|rest| rest.ends_with(' '))
            || plain.strip_prefix(total.as_str()).is_some_and(|rest| rest.starts_with(' '))
    });
    let named = by_unit && !sum && label.is_none() && out.place.is_none() && !out.time.is_some() && !out.share;
    if let Some(name) = whole.filter(|name| (unit_words || !known) && is_whole(name)) {
        // "Kommunen i alt" beside committees, in a paper on one of them.
        out.total = true;
        out.unit = None;
        let all = is_committee(&setting.base_scope()) && !name.to_lowercase().starts_with("udvalg");
        out.scope = all.then(|| ALL.to_owned()).or(out.scope.take());
    } else if !known && heads_results(&clause) {
        // "Heraf", "Ankestyrelsens afgørelse" over the outcomes' columns.
    } else if !known && names_law(plain) {
        // A law without a short name stands for itself, whatever the table is about.
        out.scope = Some(text.trim().trim_end_matches([':', '.', '*']).to_owned());
    } else if unit_words || !known || named {
        let text = whole.unwrap_or(text);
        out.unit = Some(Heading { text: text.trim().to_owned(), spans: heading.spans.clone() });
    } else {
        out.sums_area = scope.is_some() && whole.is_some_and(|name| !name.to_lowercase().contains("lov"));
        out.scope = scope.or(out.scope.take());
    }
}

/// "Heraf", "Resultat", "Ankestyrelsens afgørelser (antal)": what stands over outcomes and says nothing of them.
fn heads_results(clause: &Clause<'_>) -> bool {
    let board = |t: &Token<'_>| WORDS.lists.board_names.has(t) || WORDS.case_nouns.has(t) || t.is("afgørelse");
    let counted = |t: &Token<'_>| t.is_any(&["antal", "i"]) || t.word().is_none() && t.number().is_none();
    let all = |tokens: &[Token<'_>]| tokens.iter().all(|t| board(t) || counted(t)) && tokens.iter().any(board);
    clause.tokens.first().is_some_and(|t| WORDS.lists.result_heads.has(t)) || all(&clause.tokens)
}

/// "Integrationsloven", "Lov om individuel boligstøtte"
fn names_law(label: &str) -> bool {
    let law = label.ends_with("loven") && label.len() > "loven".len();
    (law && !label.contains(' ')) || label.starts_with("lov om ")
}

/// Is what a sum is of the whole: "Kommunen", "Udvalget"?
fn is_whole(name: &str) -> bool {
    let lower = aligned(name);
    let clause = Clause::read(name, &lower, Span::new(0..name.len()));
    let own = clause.terms.iter().any(|hit| hit.tag == Tag::Own && hit.end - hit.start == clause.tokens.len());
    own || WORDS.lists.wholes.contains(&lower)
}

/// "§ 95 og § 96": all paragraphs that a label names, where they are of one law.
fn paragraphs_together(named: &[String]) -> Option<String> {
    let parts: Option<Vec<(&str, &str)>> = named.iter().map(|scope| scope.split_once(" §")).collect();
    let parts = parts.filter(|parts| parts.len() > 1)?;
    let law = parts[0].0;
    let numbers: Vec<&str> = parts.iter().map(|(_, numbers)| numbers.trim_start_matches('§').trim()).collect();
    parts.iter().all(|(other, _)| *other == law).then(|| format!("{law} §§ {}", numbers.join(", ")))
}

/// A label without the unit in parentheses behind it, and whether that is a percentage: "Hjemvist (pct.)".
fn without_unit(text: &str) -> (&str, bool) {
    let text = text.trim();
    let Some((label, unit)) = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) else {
        return (text, false);
    };
    match unit.trim().to_lowercase().as_str() {
        "antal" | "antal sager" | "sager" | "stk" | "stk." => (label.trim_end(), false),
        "%" | "pct." | "pct" | "procent" | "i %" | "i pct." | "i procent" => (label.trim_end(), true),
        _ => (text, false),
    }
}

/// "Ændret af kommunen", "Fastholdt og sendt til Ankestyrelsen", "Genvurderet": what the municipality did itself.
fn tells_own_work(clause: &Clause<'_>, measure: Option<&Measure>) -> bool {
    let by_itself = |w: &[Token<'_>]| w[0].is("af") && WORDS.lists.deciders.has(&w[1]);
    let on = |t: &Token<'_>| WORDS.lists.sent_on.has(t) && !t.is("indbragt");
    let sent = || measure != Some(&Measure::Remanded) && clause.tokens.iter().any(on);
    clause.has_any(&WORDS.lists.reassessed) || clause.tokens.windows(2).any(by_itself) || sent()
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn cases_beside_their_rates_are_nobody_s_caseload() {
        let text = "Omgørelsesprocenter i 2021\n\nOmråde\tSagsantal\tOmgørelsesprocent\nSygedagpenge\t41\t12\nPensionsloven\t22\t18";
        let expected = [
            "Greve 2021 SDP decided 41",
            "Greve 2021 SDP reversal_rate 12",
            "Greve 2021 PL decided 22",
            "Greve 2021 PL reversal_rate 18",
        ];
        assert_eq!(stated(text), expected);
        let each = text.replace("Sagsantal", "Sagsantal pr. rådgiver");
        assert_eq!(stated(&each)[0], "Greve 2021 Sygedagpenge cases_per_fte 41");
    }

    #[test]
    fn open_cases_beside_what_was_decided_lie_with_the_board() {
        let text = "Ankestyrelsens afgørelser i 2. halvår 2021\n\nLovområde\tÅbne sager ultimo 2021\tStadfæstet\tHjemvist\nAktivloven\t11\t13\t3\nPensionsloven\t9\t8\t4";
        assert_eq!(
            stated(text),
            [
                "Greve 2021 LAS pending 11",
                "Greve 2021-H2 LAS upheld 13",
                "Greve 2021-H2 LAS remanded 3",
                "Greve 2021 PL pending 9",
                "Greve 2021-H2 PL upheld 8",
                "Greve 2021-H2 PL remanded 4",
            ]
        );
    }

    #[test]
    fn what_stands_over_outcomes_is_no_unit() {
        for over in
            ["Heraf", "Ankestyrelsens afgørelser, antal", "Antal afgørelser i Ankestyrelsen", "Afgørelser (antal)"]
        {
            let table =
                format!("\t{over}\t\t\nLov\tStadfæstet\tHjemvist\tI alt\nAktivloven\t31\t5\t36\nI alt\t40\t9\t49");
            let found = stated(&format!("Ankestyrelsens afgørelser i 2021\n\n{table}"));
            assert_eq!(
                found[2..],
                ["LAS decided 36", "Alle upheld 40", "Alle remanded 9", "Alle decided 49"]
                    .map(|row| format!("Greve 2021 {row}")),
                "{over}"
            );
        }
    }
}
