//! R5: one number under two labels, one label for two things, groups that do not match.
//!
//! Labels are compared by the stems of their words; numbers must be equal as printed. Nothing is recomputed: what is
//! told is that two numbers may not be set side by side without a word about what they cover.

use super::context::{Context, Key, Notes, Say, Sentence, short, value_span};
use super::counts::Counts;
use crate::model::figure::{Figure, Measure, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::period::Period;
use crate::model::source::Span;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    received_twice(cx, report);
    decided_as_received(cx, report);
    map_beside_unit(cx, report);
    guideline_groups(cx, report);
    for sentence in &cx.sentences {
        included_groups(cx, sentence, report);
        listed_groups(cx, sentence, report);
    }
}

/// Does a sentence call complaints not yet treated.
fn untreated(sentence: &Sentence<'_>) -> bool {
    sentence.has_start(&["ikke-behandle"]) || sentence.phrase(&["endnu", "ikke", "behandlet"]).is_some()
}

/// "modtaget 128 klagesager" here, "modtaget 128 ikke-behandlede klagesager" there.
fn received_twice(cx: &Context<'_>, report: &mut Report) {
    let received: Vec<(&Figure, Key<'_>, &Sentence<'_>)> = cx
        .stated(&Topic::Appeals)
        .filter(|(f, _)| f.measure == Measure::Received)
        .filter_map(|(f, key)| Some((f, key, &cx.sentences[cx.sentence_at(value_span(f))?])))
        .collect();
    for (figure, key, sentence) in received.iter().filter(|(_, _, s)| untreated(s)) {
        let plain = received.iter().find(|(f, k, s)| k == key && f.value == figure.value && !untreated(s));
        let Some((other, ..)) = plain else { continue };
        let considered = Counts::of(cx, *key).known.considered.map(f64::from);
        let third = considered == Some(figure.value);
        report.find(Say {
            rule: Rule::R5,
            severity: Severity::B,
            span: sentence.span,
            related: vec![value_span(other)],
            stated: cx.text(value_span(figure)),
            recomputed: String::new(),
            key: if third { "check-received-thrice" } else { "check-received-twice" },
            values: vec![("n", short(figure.value)), ("year", key.period.to_string())],
        });
    }
}

/// "afgjort 214 sager" here, "modtaget 214 ... afgjort 196" there, and the outcomes make up 196.
fn decided_as_received(cx: &Context<'_>, report: &mut Report) {
    let of = |measure: Measure| cx.stated(&Topic::Appeals).filter(move |(f, _)| f.measure == measure);
    for (stated, key) in of(Measure::Decided) {
        let item = cx.item_at(value_span(stated));
        let here = |f: &Figure| cx.item_at(value_span(f)) == item;
        let received = of(Measure::Received).find(|(f, k)| *k == key && f.value == stated.value && here(f));
        let other = of(Measure::Decided).find(|(f, k)| *k == key && f.value != stated.value && here(f));
        let (Some((received, _)), Some((other, _)), Some(_)) = (received, other, item) else { continue };
        let parts = [Measure::Upheld, Measure::Changed, Measure::Remanded, Measure::Dismissed];
        let part = |measure| cx.figure(&Topic::Appeals, key, measure).map(|f| f.value);
        let sum: Option<f64> = parts.iter().map(part).sum();
        // The same sentence may give both numbers of a year in which all that came was decided.
        let apart = cx.sentence_at(value_span(stated)) != cx.sentence_at(value_span(received));
        let prose = cx.sentence_at(value_span(stated)).is_some();
        if sum != Some(other.value) || !apart || !prose {
            continue;
        }
        report.find(Say {
            rule: Rule::R5,
            severity: Severity::B,
            span: cx.sentence_at(value_span(stated)).map_or(value_span(stated), |at| cx.sentences[at].span),
            related: vec![value_span(received), value_span(other)],
            stated: cx.text(value_span(stated)),
            recomputed: short(other.value),
            key: "check-decided-as-received",
            values: vec![("n", short(stated.value)), ("decided", short(other.value))],
        });
        return;
    }
}

/// The children's map counts by paragraph, the children's department by who decided: two numbers for one field.
fn map_beside_unit(cx: &Context<'_>, report: &mut Report) {
    const FIELDS: [(&str, &str); 2] = [("SEL børnehandicap", "børn"), ("SEL voksenhandicap", "voksen")];
    for (map, stem) in FIELDS {
        for (figure, key) in cx.stated(&Topic::Appeals).filter(|(f, _)| f.scope == map) {
            if figure.measure != Measure::Considered {
                continue;
            }
            let unit = cx.stated(&Topic::Appeals).find(|(f, k)| {
                f.measure == Measure::Considered
                    && f.scope.split_once(" · ").is_some_and(|(_, unit)| unit.to_lowercase().contains(stem))
                    && (k.place, k.period) == (key.place, key.period)
                    && f.value != figure.value
            });
            let (Some((unit, _)), Some(at)) = (unit, cx.sentence_at(value_span(figure))) else { continue };
            report.find(Say {
                rule: Rule::R5,
                severity: Severity::B,
                span: cx.sentences[at].span,
                related: vec![value_span(unit)],
                stated: cx.text(value_span(figure)),
                recomputed: String::new(),
                key: "check-two-scopes",
                values: vec![
                    ("map", short(figure.value)),
                    ("unit", short(unit.value)),
                    ("name", unit.scope.split_once(" · ").map_or("", |(_, name)| name).to_owned()),
                ],
            });
        }
    }
}

/// A guideline for several groups, held against the table's row of one of them only.
fn guideline_groups(cx: &Context<'_>, report: &mut Report) {
    let averages = || cx.stated(&Topic::Caseload).filter(|(f, _)| f.measure == Measure::CasesPerFte);
    let mut values: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut shown_of: BTreeMap<(&str, Period), &Figure> = BTreeMap::new();
    // A table's own rows in the order of the text, each label once, in small letters.
    let mut rows: Vec<(String, &Figure)> = Vec::new();
    let mut labels: BTreeSet<&str> = BTreeSet::new();
    for (figure, key) in averages() {
        values.entry(key.scope).or_default().push(figure.value);
        if !cx.is_own(key.place) {
            continue;
        }
        shown_of.entry((key.scope, key.period)).or_insert(figure);
        if cx.sentence_at(value_span(figure)).is_none() && labels.insert(key.scope) {
            rows.push((key.scope.to_lowercase(), figure));
        }
    }
    for (high, key) in cx.stated(&Topic::Caseload).filter(|(f, _)| f.measure == Measure::RecommendedHigh) {
        let Some(shown) = shown_of.get(&(key.scope, key.period)) else { continue };
        let groups = high.scope.to_lowercase();
        let groups = groups.split([',', '/', '+']).filter_map(stem);
        let row = |group: String| rows.iter().find(|(label, _)| label.contains(&group));
        let rows: Vec<&Figure> = groups.filter_map(row).map(|(_, figure)| *figure).collect();
        let compared = rows.iter().any(|f| f.value == shown.value);
        let left_out = rows.iter().find(|f| f.value != shown.value && f.value > high.value);
        let Some(left_out) = left_out.filter(|_| compared && rows.len() >= 2) else { continue };
        let all = &values[left_out.scope.as_str()];
        let above = all.iter().filter(|value| **value > high.value).count();
        let Some(at) = cx.sentence_at(value_span(high)) else { continue };
        report.find(Say {
            rule: Rule::R5,
            severity: Severity::A,
            span: cx.sentences[at].span,
            related: vec![value_span(left_out), value_span(shown)],
            stated: cx.text(value_span(shown)),
            recomputed: short(left_out.value),
            key: if above == all.len() && above > 1 { "check-guideline-all" } else { "check-guideline-group" },
            values: vec![
                ("label", high.scope.clone()),
                ("shown", short(shown.value)),
                ("row", left_out.scope.clone()),
                ("value", short(left_out.value)),
                ("high", short(high.value)),
                ("places", all.len().to_string()),
            ],
        });
    }
}

/// The beginning of a group's first long word: enough to find "Fleksjobbere + LY" by "fleksjob mm".
fn stem(group: &str) -> Option<String> {
    let word = group.split_whitespace().find(|word| word.chars().count() >= 6)?;
    Some(word.trim_end_matches(['.', ':']).chars().take(10).collect())
}

/// "aktivitetsparate (inkl. revalidender og førtidspensionister)" beside the row "Aktivitetsparate + Revalidender".
fn included_groups(cx: &Context<'_>, sentence: &Sentence<'_>, report: &mut Report) {
    for (at, token) in sentence.tokens.iter().enumerate() {
        let opens = at > 0 && sentence.tokens[at - 1].is_symbol('(');
        if !opens || !token.is_any(&["inkl", "inklusiv", "inklusive"]) {
            continue;
        }
        let Some(length) = sentence.tokens[at..].iter().position(|t| t.is_symbol(')')) else { continue };
        let named: Vec<&str> = sentence.tokens[at + 1..at + length]
            .iter()
            .filter_map(|t| t.word())
            .filter(|w| w.chars().count() >= 6)
            .collect();
        let before: Vec<&str> = sentence.tokens[at.saturating_sub(4)..at].iter().filter_map(|t| t.word()).collect();
        let row = cx.stated(&Topic::Caseload).find(|(f, _)| {
            let label = f.scope.to_lowercase();
            label.contains('+') && before.iter().any(|w| w.chars().count() >= 6 && label.starts_with(*w))
        });
        let Some((row, _)) = row else { continue };
        let label = row.scope.to_lowercase();
        let in_row = |word: &&str| label.contains(&word.chars().take(6).collect::<String>());
        let extra: Vec<&str> = named.iter().filter(|word| !in_row(word)).copied().collect();
        if extra.is_empty() || !named.iter().any(in_row) {
            continue;
        }
        let span = sentence.tokens[at - 1].span.cover(sentence.tokens[at + length].span);
        report.find(Say {
            rule: Rule::R5,
            severity: Severity::B,
            span,
            related: vec![value_span(row)],
            stated: cx.text(span),
            recomputed: String::new(),
            key: "check-group-label",
            values: vec![("extra", extra.join(", ")), ("row", row.scope.clone())],
        });
    }
}

/// "følgende målgrupper: a, b og c" in the item of a table with other groups.
fn listed_groups(cx: &Context<'_>, sentence: &Sentence<'_>, report: &mut Report) {
    let Some(colon) = sentence.tokens.iter().position(|t| t.is_symbol(':')) else { return };
    if !sentence.tokens[..colon].iter().rev().take(2).any(|t| t.is_any(&["målgrupper", "grupper", "ydelsesgrupper"])) {
        return;
    }
    let listed = list_length(&sentence.tokens[colon + 1..]);
    let item = cx.item_at(sentence.span);
    let mut rows: Vec<(&str, Span)> = cx
        .stated(&Topic::Caseload)
        .filter(|(f, k)| f.measure == Measure::CasesPerFte && cx.is_own(k.place) && k.scope != "Alle")
        .filter(|(f, _)| cx.sentence_at(value_span(f)).is_none() && cx.item_at(value_span(f)) == item)
        .map(|(f, k)| (k.scope, value_span(f)))
        .collect();
    rows.sort_unstable();
    rows.dedup_by_key(|(scope, _)| *scope);
    let Some((_, first)) = rows.first().filter(|_| item.is_some() && listed >= 3 && listed != rows.len()) else {
        return;
    };
    report.find(Say {
        rule: Rule::R5,
        severity: Severity::B,
        span: sentence.span,
        related: vec![*first],
        stated: listed.to_string(),
        recomputed: rows.len().to_string(),
        key: "check-groups-differ",
        values: vec![("listed", listed.to_string()), ("rows", rows.len().to_string())],
    });
}

/// How many entries a list in prose has: divided by commas, "samt" and "og", but not inside brackets and not after a
/// word that goes on ("kontant- og uddannelseshjælp").
fn list_length(tokens: &[crate::text::token::Token<'_>]) -> usize {
    let (mut depth, mut entries) = (0_i32, 1);
    for (at, token) in tokens.iter().enumerate() {
        if token.is_symbol('(') {
            depth += 1;
        } else if token.is_symbol(')') {
            depth -= 1;
        }
        let open = at > 0 && tokens[at - 1].is_symbol('-');
        let divides = token.is_symbol(',') || token.is("samt") || (token.is("og") && !open);
        entries += usize::from(depth == 0 && divides);
    }
    entries
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, item};
    use crate::model::finding::Rule;
    use crate::model::source::Span;

    fn keys(case: &Case) -> Vec<(u32, &'static str)> {
        case.findings(Rule::R5).into_iter().map(|(line, key, _)| (line, key)).collect()
    }

    #[test]
    fn one_number_received_and_not_yet_treated() {
        let text = "Ankestyrelsen har i 2018 modtaget 70 sager.\nI 2018 er der modtaget 70 ikke-behandlede klagesager.";
        let case = Case::new(text).own("2018", "Alle", "received", "70").own("2018", "Alle", "received", "70");
        assert_eq!(keys(&case), [(2, "check-received-twice")]);
        let other = text.replace("modtaget 70 ikke", "modtaget 71 ikke");
        let case = Case::new(&other).own("2018", "Alle", "received", "70").own("2018", "Alle", "received", "71");
        assert_eq!(keys(&case), []);
    }

    #[test]
    fn one_number_decided_and_received() {
        for (upheld, findings) in [("60", 1), ("59", 0)] {
            let text = format!(
                "Ankestyrelsen har i 2018 afgjort 90 sager.\nDer er modtaget 90 sager, og der er afgjort 80.\n\
                 Stadfæstet {upheld}, ændret 6, hjemvist 9, afvist 5."
            );
            let own = |case: Case, measure: &str, value: &str| case.own("2018", "Alle", measure, value);
            let mut case = own(Case::new(&text), "decided", "90");
            for (measure, value) in [
                ("received", "90"),
                ("decided", "80"),
                ("upheld", upheld),
                ("changed", "6"),
                ("remanded", "9"),
                ("dismissed", "5"),
            ] {
                case = own(case, measure, value);
            }
            case.extraction.meeting.items.push(item("Klager", Span::new(0..text.len())));
            let found: Vec<_> =
                keys(&case).into_iter().filter(|(_, key)| *key == "check-decided-as-received").collect();
            assert_eq!(found.len(), findings, "{text}");
        }
    }

    #[test]
    fn a_map_and_a_department_are_two_scopes() {
        let text = "Børn og Unge\t22\nPå børnehandicapområdet er 61 % af 18 sager omgjort.";
        let case = Case::new(text).own("2018", "SEL · Børn og Unge", "considered", "22").own(
            "2018",
            "SEL børnehandicap",
            "considered",
            "18",
        );
        assert_eq!(keys(&case), [(2, "check-two-scopes")]);
    }

    #[test]
    fn a_guideline_for_two_groups_is_held_against_both() {
        let text = "Ressourceforløb, fleksjob mm: 30-45 borgere (35)";
        let case = Case::new(text)
            .caseload("Dansk Socialrådgiverforening", "Ressourceforløb, fleksjob mm", "recommended_low", "30")
            .caseload("Dansk Socialrådgiverforening", "Ressourceforløb, fleksjob mm", "recommended_high", "45")
            .caseload("Strandby", "Ressourceforløb, fleksjob mm", "cases_per_fte", "35");
        assert_eq!(keys(&case), [], "no table, nothing left out");
        let mut with_table = Case::with_table("Borgere i ressourceforløb\t35\nFleksjobbere + LY\t175\n", text)
            .caseload("Strandby", "Borgere i ressourceforløb", "cases_per_fte", "35")
            .caseload("Strandby", "Fleksjobbere + LY", "cases_per_fte", "175");
        with_table = with_table
            .caseload("Dansk Socialrådgiverforening", "Ressourceforløb, fleksjob mm", "recommended_low", "30")
            .caseload("Dansk Socialrådgiverforening", "Ressourceforløb, fleksjob mm", "recommended_high", "45")
            .caseload("Strandby", "Ressourceforløb, fleksjob mm", "cases_per_fte", "35");
        assert_eq!(keys(&with_table), [(4, "check-guideline-group")]);
    }

    #[test]
    fn a_group_called_larger_than_its_row() {
        let text = "Sagsantallet er højt på aktivitetsparate (inkl. revalidender og førtidspensionister).";
        for (label, found) in
            [("Aktivitetsparate + Revalidender", 1), ("Aktivitetsparate + Revalidender + Førtidspension", 0)]
        {
            let case =
                Case::with_table(&format!("{label}\t54\n"), text).caseload("Strandby", label, "cases_per_fte", "54");
            assert_eq!(keys(&case).len(), found, "{label}");
        }
    }
}
