//! R8: is a document's own target met, and on which base.
//!
//! "At or below the national average": met when the municipality's rate on the official base is not above the nation's
//! stated rate. Where the stated rate counts dismissed cases in, the two need not be made up alike, and it is said.
//! "At least 20 %": met when the result that the same paragraph reports is not below it.

use super::context::{Context, Key, Notes, Say, Sentence, number, printed, short, value_span};
use super::counts::Counts;
use super::quantity::Unit;
use crate::data::words::WORDS;
use crate::model::figure::{Figure, Measure, Place, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::stats::rate::percent;
use crate::stats::rounding::Fit;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for (index, sentence) in cx.sentences.iter().enumerate() {
        at_most_the_nation(cx, index, sentence, report);
        at_least(cx, index, sentence, report);
    }
}

fn at_most_the_nation(cx: &Context<'_>, index: usize, sentence: &Sentence<'_>, report: &mut Report) {
    let target = sentence.has_start(&["målsætning", "målet", "mål"]) && sentence.has_start(&["landsgennemsnit"]);
    if !target || !sentence.has(&["under", "højst", "niveau"]) || sentence.find_of(&WORDS.lists.met).is_none() {
        return;
    }
    let Some((own, nation)) = rates_before(cx, index) else { return };
    let Some(key) = Key::of(own) else { return };
    let known = Counts::of(cx, key).known;
    let share = |base: Option<u32>| known.reversed.zip(base).and_then(|(part, base)| percent(part, base));
    let official = share(known.considered);
    let with = share(known.decided);
    let mut values = vec![("nation", short(nation.value)), ("stated", short(own.value))];
    values.extend(official.map(|x| ("official", number(x, 1))));
    values.extend(with.map(|x| ("with", number(x, 1))));
    // A counted national rate would say itself on which base it stands.
    let nation_counted = Counts::of(cx, Key { place: &Place::NATION, ..key }).known.considered.is_some();
    let stated_with = official.is_some_and(|x| printed(own).fit(x) == Fit::Off)
        && with.is_some_and(|x| printed(own).fit(x) == Fit::Rounded);
    let upper = printed(nation).implied().1;
    match official {
        Some(official) if official > upper => report.find(Say {
            rule: Rule::R8,
            severity: Severity::A,
            span: sentence.span,
            related: vec![value_span(own), value_span(nation)],
            stated: cx.text(sentence.span),
            recomputed: format!("{} %", number(official, 1)),
            key: if stated_with && !nation_counted { "check-target-base" } else { "check-target-missed" },
            values,
        }),
        _ if own.value <= upper => report.pass(Rule::R8, sentence.span, "check-target-passed", values),
        _ => {}
    }
}

/// The own rate and the nation's that stand nearest before a place in the item, of the same year and scope.
fn rates_before<'a>(cx: &Context<'a>, index: usize) -> Option<(&'a Figure, &'a Figure)> {
    let end = cx.sentences[index].span.end;
    let from = cx.item_at(cx.sentences[index].span).map_or(0, |item| cx.extraction.meeting.items[item].span.start);
    let figures = cx.figures_in(Span { start: from, end });
    let nation = figures.iter().rev().find(|f| f.measure == Measure::ReversalRate && f.is_nation())?;
    let own = figures.iter().rev().find(|f| {
        f.measure == Measure::ReversalRate
            && f.topic == Topic::Appeals
            && f.place.as_ref().is_some_and(|place| cx.is_own(place))
            && (f.period, &f.scope) == (nation.period, &nation.scope)
    })?;
    Some((own, nation))
}

/// "skulle minimum 20 procent ... nåede 22 procent".
fn at_least(cx: &Context<'_>, index: usize, sentence: &Sentence<'_>, report: &mut Report) {
    let bound = sentence.of(Unit::Percent).find(|q| {
        q.token > 0 && sentence.tokens[q.token - 1].is_any(&["minimum", "mindst"]) && sentence.tokens.len() > 4
    });
    let Some(bound) = bound else { return };
    let end = cx.paragraphs[sentence.paragraph].sentences.end;
    let result = cx.sentences[index..end].iter().find_map(|s| {
        let verb = s.find(&["nåede", "opnåede", "opnået", "nået", "resultatet"])?;
        let q = s.of(Unit::Percent).find(|q| q.token > verb && q.token - verb <= 3)?;
        Some((s, q))
    });
    let Some((holder, result)) = result else { return };
    let values = vec![("target", short(bound.value())), ("result", short(result.value()))];
    if result.value() >= bound.value() {
        report.pass(Rule::R8, result.whole, "check-target-reached", values);
    } else if holder.find_of(&WORDS.lists.met).is_some() && holder.has_start(&["mål", "krav"]) {
        report.find(Say {
            rule: Rule::R8,
            severity: Severity::A,
            span: holder.span,
            related: vec![bound.whole],
            stated: cx.text(result.whole),
            recomputed: format!("{} % < {} %", short(result.value()), short(bound.value())),
            key: "check-target-not-reached",
            values,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, in_text};
    use crate::model::finding::Rule;

    #[test]
    fn a_target_at_the_nations_level_is_tested_on_the_official_base() {
        for (rate, nation, finding) in
            [("20", "20", Some("check-target-base")), ("25", "20", Some("check-target-missed")), ("25", "26", None)]
        {
            let text = format!(
                "Af 100 sager er 60 stadfæstet, 5 ændret, 20 afvist og 15 hjemvist. Det er {rate} %.\n\
                 På landsplan er det {nation} %. Målsætningen er at ligge under landsgennemsnittet, hvilket er indfriet."
            );
            let case = Case::new(&text)
                .own("2023", "Alle", "decided", "100")
                .own("2023", "Alle", "upheld", "60")
                .own("2023", "Alle", "changed", "5")
                .own("2023", "Alle", "dismissed", "20")
                .own("2023", "Alle", "remanded", "15")
                .own("2023", "Alle", "reversal_rate", rate)
                .nation("2023", "Alle", "reversal_rate", nation);
            let found: Vec<_> = case.findings(Rule::R8).into_iter().map(|(_, key, _)| key).collect();
            assert_eq!(found, finding.into_iter().collect::<Vec<_>>(), "{rate} {nation}");
        }
    }

    #[test]
    fn a_reached_share_is_held_against_its_least() {
        let text = "For at få beløbet skulle minimum 20 procent i job. Vi nåede 22 procent og har indfriet målet.";
        assert_eq!(in_text(text, Rule::R8), []);
        assert_eq!(Case::new(text).passed(Rule::R8), 1);
        let missed = text.replace("22", "18");
        assert_eq!(in_text(&missed, Rule::R8).len(), 1);
    }
}
