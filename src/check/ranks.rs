//! R10: high, low, highest and lowest, as the text says it, against the rows of a table of caseloads.
//!
//! Rank 1 is the highest; the middle is the median of the row (see [`crate::stats::mean::median`]).

use super::context::{Context, Notes, Say, Sentence, short, value_span};
use crate::model::figure::{Figure, Measure, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::stats::mean;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    let rows = rows(cx);
    for (index, sentence) in cx.sentences.iter().enumerate() {
        high_because_of(cx, &rows, index, sentence, report);
        lower_elsewhere(cx, &rows, sentence, report);
        extreme(cx, &rows, sentence, report);
    }
}

/// One line of a caseload table: a group or a total, with every municipality's value.
struct Row<'a> {
    scope: &'a str,
    measure: &'a Measure,
    cells: Vec<(&'a str, &'a Figure)>,
}

impl Row<'_> {
    fn value(&self, place: &str) -> Option<f64> {
        self.cells.iter().find(|(p, _)| *p == place).map(|(_, f)| f.value)
    }

    /// 1 for the highest.
    fn rank(&self, value: f64) -> usize {
        1 + self.cells.iter().filter(|(_, f)| f.value > value).count()
    }

    fn median(&self) -> Option<f64> {
        mean::median(&self.cells.iter().map(|(_, f)| f.value).collect::<Vec<_>>())
    }

    fn span(&self) -> Span {
        let spans = self.cells.iter().map(|(_, f)| value_span(f));
        spans.reduce(Span::cover).unwrap_or(Span { start: 0, end: 0 })
    }
}

/// The rows of caseload tables with three or more municipalities.
fn rows<'a>(cx: &Context<'a>) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for (figure, key) in cx.stated(&Topic::Caseload) {
        // Prose repeats cells of the table; only the table has all of a row.
        if cx.sentence_at(value_span(figure)).is_some() {
            continue;
        }
        let row = rows.iter().position(|row| row.scope == key.scope && row.measure == &figure.measure);
        let row = row.unwrap_or_else(|| {
            rows.push(Row { scope: key.scope, measure: &figure.measure, cells: Vec::new() });
            rows.len() - 1
        });
        if rows[row].value(key.place.as_str()).is_none() {
            rows[row].cells.push((key.place.as_str(), figure));
        }
    }
    rows.retain(|row| row.cells.len() >= 3);
    rows
}

/// The rows of groups that words of a passage name, in the order of the words.
fn named_groups<'r, 'a>(rows: &'r [Row<'a>], words: &[&str]) -> Vec<&'r Row<'a>> {
    let mut named: Vec<&Row<'a>> = Vec::new();
    for word in words.iter().filter(|word| word.chars().count() >= 6) {
        let stem: String = word.chars().take(9).collect();
        let found = rows.iter().find(|row| {
            let label = row.scope.to_lowercase();
            row.measure == &Measure::CasesPerFte && label.split([' ', ',', '+']).any(|part| part.starts_with(&stem))
        });
        named.extend(found.filter(|row| !named.iter().any(|n| n.scope == row.scope)));
    }
    named
}

/// "Dette skyldes et relativt højt sagsantal på særligt A, B og C": each group above the middle of its row?
fn high_because_of(cx: &Context<'_>, rows: &[Row<'_>], index: usize, sentence: &Sentence<'_>, report: &mut Report) {
    let Some(high) = sentence.find(&["højt", "høje", "højere"]).filter(|_| sentence.has_start(&["skyldes", "grund"]))
    else {
        return;
    };
    let counts = sentence.tokens[high..].iter().take(3).any(|t| t.word().is_some_and(|w| w.starts_with("sag")));
    let Some(place) = cx.own().filter(|_| counts) else { return };
    // Until a bracket: what it adds belongs to the group before it.
    let words: Vec<&str> =
        sentence.tokens[high..].iter().take_while(|t| !t.is_symbol('(')).filter_map(|t| t.word()).collect();
    let groups = named_groups(rows, &words);
    for row in &groups {
        let (Some(value), Some(median)) = (row.value(place), row.median()) else { continue };
        let values = vec![
            ("place", place.to_owned()),
            ("group", row.scope.to_owned()),
            ("value", short(value)),
            ("rank", row.rank(value).to_string()),
            ("places", row.cells.len().to_string()),
            ("median", short(median)),
        ];
        if value >= median {
            report.pass(Rule::R10, sentence.span, "check-high-passed", values);
            continue;
        }
        let unnamed = stands_out(rows, &groups, place);
        let (key, values) = match unnamed {
            Some((other, rank)) => {
                let mut values = values;
                values.push(("other", other.scope.to_owned()));
                values.push(("other_value", short(other.value(place).unwrap_or_default())));
                values.push(("other_rank", rank.to_string()));
                values.push(("other_places", other.cells.len().to_string()));
                ("check-high-other", values)
            }
            None => ("check-high", values),
        };
        report.find(Say {
            rule: Rule::R10,
            severity: Severity::A,
            span: cx.sentences[index].span,
            related: vec![row.span()],
            stated: cx.text(sentence.span),
            recomputed: format!("{}: {}/{}", row.scope, row.rank(value), row.cells.len()),
            key,
            values,
        });
    }
}

/// The group that is not named and where the place ranks highest, if that is second or first.
fn stands_out<'r, 'a>(rows: &'r [Row<'a>], named: &[&Row<'a>], place: &str) -> Option<(&'r Row<'a>, usize)> {
    let groups = rows.iter().filter(|r| r.measure == &Measure::CasesPerFte && r.scope != "Alle");
    let others = groups.filter(|r| !named.iter().any(|n| n.scope == r.scope));
    let ranked = others.filter_map(|r| Some((r, r.rank(r.value(place)?))));
    ranked.min_by_key(|(_, rank)| *rank).filter(|(_, rank)| *rank <= 2)
}

/// "... har X et lavere sagsantal": true for the named group, and X the highest of all in others.
fn lower_elsewhere(cx: &Context<'_>, rows: &[Row<'_>], sentence: &Sentence<'_>, report: &mut Report) {
    if sentence.phrase(&["lavere", "sagsantal"]).is_none() && sentence.phrase(&["lavere", "sagstal"]).is_none() {
        return;
    }
    let paragraph = &cx.paragraphs[sentence.paragraph];
    let Some((place, own)) = place_in(rows, sentence).zip(cx.own()).filter(|(place, own)| place != own) else { return };
    let words: Vec<&str> =
        cx.sentences[paragraph.sentences.clone()].iter().flat_map(|s| s.tokens).filter_map(|t| t.word()).collect();
    let named = named_groups(rows, &words);
    let here: Vec<&str> = sentence.tokens.iter().filter_map(|t| t.word()).collect();
    if named_groups(rows, &here).is_empty() {
        return;
    }
    let highest: Vec<&Row<'_>> = rows
        .iter()
        .filter(|r| r.measure == &Measure::CasesPerFte && r.scope != "Alle")
        .filter(|r| !named.iter().any(|n| n.scope == r.scope))
        .filter(|r| r.value(place).is_some_and(|v| r.rank(v) == 1 && r.value(own).is_none_or(|o| o < v)))
        .collect();
    if highest.is_empty() {
        return;
    }
    let list = |r: &&Row<'_>| format!("{} ({})", r.scope, short(r.value(place).unwrap_or_default()));
    let groups: Vec<String> = highest.iter().map(list).collect();
    report.find(Say {
        rule: Rule::R10,
        severity: Severity::B,
        span: sentence.span,
        related: highest.iter().map(|r| r.span()).collect(),
        stated: cx.text(sentence.span),
        recomputed: groups.join(", "),
        key: "check-selective",
        values: vec![("place", place.to_owned()), ("groups", groups.join(", "))],
    });
}

/// The first municipality of the rows that a sentence names, in any form ("Hvidovres").
fn place_in<'a>(rows: &[Row<'a>], sentence: &Sentence<'_>) -> Option<&'a str> {
    let places = rows.iter().flat_map(|r| r.cells.iter().map(|(place, _)| (place.to_lowercase(), *place)));
    let places: Vec<(String, &'a str)> = places.collect();
    sentence.tokens.iter().filter_map(|t| t.word()).find_map(|word| {
        let named = |lower: &str| word == lower || word.strip_suffix('s') == Some(lower);
        places.iter().find(|(lower, _)| named(lower)).map(|(_, place)| *place)
    })
}

/// Parts of one municipality, as their names end.
const INNER: [&str; 12] = [
    "team",
    "teamet",
    "gruppe",
    "gruppen",
    "område",
    "området",
    "afdeling",
    "afdelingen",
    "forvaltning",
    "enhed",
    "distrikt",
    "rådgiver",
];

/// "sagsantal", "sagstal": cases in all or cases a worker, as the text around it has it.
fn named_load<'a>(mut words: impl Iterator<Item = &'a str>) -> bool {
    words.any(|word| ["sagsantal", "sagstal", "sagsmængde"].contains(&word))
}

/// Words for a rank: from the highest or the lowest, and the how many-th.
const RANKS: [(&str, bool, usize); 8] = [
    ("højeste", true, 1),
    ("laveste", false, 1),
    ("næsthøjeste", true, 2),
    ("næstlaveste", false, 2),
    ("tredjehøjeste", true, 3),
    ("tredjelaveste", false, 3),
    ("fjerdehøjeste", true, 4),
    ("fjerdelaveste", false, 4),
];

/// "X har det højeste antal sager", "det laveste antal medarbejdere": first or last of its row?
fn extreme(cx: &Context<'_>, rows: &[Row<'_>], sentence: &Sentence<'_>, report: &mut Report) {
    let Some((at, highest, nth)) =
        RANKS.iter().find_map(|(word, high, nth)| Some((sentence.find(&[word])?, *high, *nth)))
    else {
        return;
    };
    // "i det team, der har det højeste sagstal": highest among the teams of one municipality, not among municipalities.
    let before = &sentence.tokens[at.saturating_sub(7)..at];
    if before.iter().any(|t| INNER.iter().any(|inner| t.word().is_some_and(|w| w.ends_with(inner)))) {
        return;
    }
    let after = &sentence.tokens[at + 1..sentence.tokens.len().min(at + 6)];
    // "det laveste sagstal på dagpenge": of one group, not of the whole.
    let noun = after.iter().position(|t| t.is("sager") || t.word().is_some_and(|w| named_load([w].into_iter())));
    if noun.is_some_and(|noun| after[noun + 1..].first().is_some_and(|t| t.is_any(&["på", "inden", "for", "i"]))) {
        return;
    }
    let average = after.iter().any(|t| t.is("pr") || t.word().is_some_and(|w| w.starts_with("gennemsnit")));
    let words = || after.iter().filter_map(|t| t.word());
    let staff = words().any(|word| ["medarbejder", "årsværk", "normering"].iter().any(|s| word.starts_with(s)));
    let sums = words().any(|word| word == "sager");
    let measures: &[Measure] = match () {
        () if average && (sums || named_load(words())) => &[Measure::CasesPerFte],
        () if sums => &[Measure::TotalCases],
        // "sagstal" may be either: only what holds for both is told.
        () if named_load(words()) => &[Measure::TotalCases, Measure::CasesPerFte],
        () if staff => &[Measure::Fte],
        () => return,
    };
    let Some(place) = place_in(rows, sentence) else { return };
    // "For fleksjob har X det laveste sagsantal": of that group, not of the whole.
    let around: Vec<&str> = sentence.tokens.iter().filter_map(|t| t.word()).collect();
    if !named_groups(rows, &around).is_empty() {
        return;
    }
    let of = |measure: &&Measure| rows.iter().find(|r| r.measure == *measure && r.scope == "Alle");
    let found: Vec<&Row<'_>> = measures.iter().filter_map(|measure| of(&measure)).collect();
    let Some(row) = found.first() else { return };
    let fits = |row: &&&Row<'_>| {
        let value = row.value(place)?;
        let before = |f: &Figure| if highest { f.value > value } else { f.value < value };
        let ahead = row.cells.iter().filter(|(_, f)| before(f)).count();
        let level = row.cells.iter().filter(|(_, f)| f.value == value).count();
        Some((ahead + 1..=ahead + level).contains(&nth))
    };
    let all: Vec<bool> = found.iter().filter_map(|row| fits(&row)).collect();
    if all.iter().any(|fit| *fit != all[0]) {
        return;
    }
    let Some(value) = row.value(place) else { return };
    let rank = row.rank(value);
    let values = vec![
        ("place", place.to_owned()),
        ("measure", row.measure.key().to_owned()),
        ("value", short(value)),
        ("rank", rank.to_string()),
        ("places", row.cells.len().to_string()),
    ];
    if all[0] {
        report.pass(Rule::R10, sentence.span, "check-extreme-passed", values);
        return;
    }
    report.find(Say {
        rule: Rule::R10,
        severity: Severity::A,
        span: sentence.span,
        related: vec![row.span()],
        stated: cx.text(sentence.span),
        recomputed: format!("{} ({rank}/{})", short(value), row.cells.len()),
        key: "check-extreme",
        values,
    });
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Case;
    use crate::model::finding::Rule;

    fn keys(case: &Case) -> Vec<(u32, &'static str)> {
        case.findings(Rule::R10).into_iter().map(|(line, key, _)| (line, key)).collect()
    }

    /// Two groups and three municipalities: Strandby is lowest in sick pay, highest in unemployment benefit.
    fn table(text: &str) -> Case {
        let table = "Sygedagpenge\t40\t60\t70\nA-dagpenge\t100\t80\t30\nSamlet sagsantal\t900\t800\t700\n";
        let mut case = Case::with_table(table, text);
        for (scope, measure, cells) in [
            ("Sygedagpenge", "cases_per_fte", ["40", "60", "70"]),
            ("A-dagpenge", "cases_per_fte", ["100", "80", "30"]),
            ("Alle", "total_cases", ["900", "800", "700"]),
        ] {
            for (place, cell) in ["Strandby", "Havnsø", "Bakkeby"].into_iter().zip(cells) {
                case = case.caseload(place, scope, measure, cell);
            }
        }
        case
    }

    #[test]
    fn a_high_number_that_is_low_in_the_table() {
        let case = table("Dette skyldes et højt sagsantal på særligt sygedagpenge og A-dagpenge.");
        assert_eq!(keys(&case), [(5, "check-high")]);
        assert_eq!(case.passed(Rule::R10), 1);
        let case = table("Dette skyldes et højt sagsantal på særligt sygedagpenge.");
        assert_eq!(keys(&case), [(5, "check-high-other")]);
        assert_eq!(keys(&table("Det høje sagsantal på sygedagpenge er kendt.")), []);
    }

    #[test]
    fn a_lower_place_that_is_highest_elsewhere() {
        let text = "Det er på A-dagpenge, at Bakkeby har et lavere sagsantal.";
        assert_eq!(keys(&table(text)), [(5, "check-selective")]);
        assert_eq!(keys(&table("Det er på A-dagpenge, at Havnsø har et lavere sagsantal.")), []);
    }

    #[test]
    fn highest_and_lowest_are_looked_up() {
        assert_eq!(table("Samlet har Strandby det højeste antal sager.").passed(Rule::R10), 1);
        assert_eq!(keys(&table("Samlet har Havnsø det højeste antal sager.")), [(5, "check-extreme")]);
        assert_eq!(table("Samlet har Bakkebys kommune det laveste antal sager.").passed(Rule::R10), 1);
        assert_eq!(table("Havnsø har det næsthøjeste antal sager.").passed(Rule::R10), 1);
        assert_eq!(table("Havnsø har det næstlaveste antal sager.").passed(Rule::R10), 1);
        assert_eq!(keys(&table("Strandby har det næstlaveste antal sager.")), [(5, "check-extreme")]);
        assert_eq!(keys(&table("På sygedagpenge har Havnsø det højeste antal sager.")), []);
        assert_eq!(keys(&table("Den højeste stigning er i Havnsø.")), []);
        assert_eq!(keys(&table("Havnsø har dem i det team, der har det højeste antal sager.")), []);
        assert_eq!(keys(&table("Havnsø har det højeste sagstal på dagpenge.")), []);
        // "sagstal" may be cases in all or cases a worker; there is no row of the latter.
        assert_eq!(keys(&table("Havnsø har det højeste gennemsnitlige sagstal.")), []);
        assert_eq!(keys(&table("Havnsø har det højeste sagstal.")), [(5, "check-extreme")]);
    }
}
