//! Figures that may be of something else than their name says: no finding accuses them.

use super::context::{Context, printed, value_span};
use super::quantity::{Quantity, Unit};
use super::sums::is_total;
use crate::data::words::WORDS;
use crate::model::figure::{Doubt, Figure, Measure};
use crate::stats::rate::percent;
use crate::stats::rounding::Fit;

/// Words that make a sentence speak of several places or several parts at once.
const SEVERAL: [&str; 7] = ["begge", "jobcentre", "jobcentrene", "kommuner", "kommunerne", "tilsammen", "respektive"];

/// How the words of an outcome begin.
const OUTCOMES: [&str; 8] = ["stadfæst", "hjemvis", "hjemsend", "ændr", "ophæv", "omgjor", "omgør", "afvis"];

/// May a figure be of something else than it was taken for: it is of several places or parts, it is how much something
/// changed, its outcome is named nowhere near it, or it is the total of a table of several laws.
pub(super) fn set_aside(cx: &Context<'_>, figure: &Figure) -> bool {
    let unsure = [Doubt::Measure, Doubt::Columns].iter().any(|doubt| figure.doubts.contains(doubt));
    if unsure || of_all(cx, figure) || of_the_rest(cx, figure) {
        return true;
    }
    let value = value_span(figure);
    let Some(index) = cx.sentence_at(value) else { return false };
    let sentence = &cx.sentences[index];
    let outcome = matches!(
        figure.measure,
        Measure::Upheld | Measure::Changed | Measure::Remanded | Measure::Dismissed | Measure::Reversed
    );
    let unnamed = || {
        let listed = cx.paragraphs[sentence.paragraph].sentences.len() == 1;
        outcome && !listed && !sentence.has_start(&OUTCOMES)
    };
    // "Stigningen er på 4,5 pct.", "ligger over målet på 33 pct."
    let opens = sentence.tokens.first().is_some_and(|t| WORDS.lists.change_nouns.has(t));
    let bound = sentence.quantities.iter().find(|q| q.span.overlaps(value)).is_some_and(|q| {
        let before = &sentence.tokens[q.token.saturating_sub(2)..q.token];
        match before {
            [aim, on] if on.is_any(&["på", "om"]) => aim.word().is_some_and(|w| w.starts_with("mål")),
            // "socialområdet (højst) 33 pct."
            [limit, end] => end.is_symbol(')') && limit.is_any(&["højst", "mindst", "maks", "maksimalt", "mål"]),
            _ => false,
        }
    });
    sentence.has(&SEVERAL) || opens || bound || unnamed()
}

/// "Øvrige sager efter serviceloven: 11": not all of the law's cases.
fn of_the_rest(cx: &Context<'_>, figure: &Figure) -> bool {
    const REST: [&str; 4] = ["øvrige", "andre", "resterende", "andet"];
    let opens = |text: &str| REST.iter().any(|rest| text.to_lowercase().trim_start().starts_with(rest));
    let heads = figure.source().map(|s| s.heads.as_slice()).unwrap_or_default();
    let paragraph = || cx.sentence_at(value_span(figure)).map(|at| cx.paragraphs[cx.sentences[at].paragraph].span);
    figure.scope != "ØVR"
        && (heads.iter().any(|head| opens(&cx.text(*head))) || paragraph().is_some_and(|span| opens(&cx.text(span))))
}

/// "26,7" stands in the column "I alt" of a table of several laws: where another text says it of one law, it is of all.
fn of_all(cx: &Context<'_>, figure: &Figure) -> bool {
    if figure.scope == "Alle" || figure.period.is_none() {
        return false;
    }
    let same = |f: &&&Figure| {
        (f.value, &f.measure, f.period, &f.place) == (figure.value, &figure.measure, figure.period, &figure.place)
    };
    let tables = cx.document.tables.iter().filter(|table| cx.item_at(table.span) == cx.item_at(value_span(figure)));
    tables.into_iter().any(|table| {
        let cells = cx.figures_in(table.span);
        let laws = || cells.iter().filter(|f| !f.scope.starts_with(&figure.scope) && f.scope != "Alle").count();
        cells.iter().filter(same).any(|f| is_total(cx, f)) && laws() >= 2
    })
}

/// Does the paragraph of a rate count cases that give it: one count of another, or two counts together of a third.
pub(super) fn counted_beside(cx: &Context<'_>, figure: &Figure) -> bool {
    let value = value_span(figure);
    let Some(at) = cx.sentence_at(value) else { return false };
    let paragraph = &cx.paragraphs[cx.sentences[at].paragraph];
    let here = cx.sentences[paragraph.sentences.clone()].iter().flat_map(|s| s.of(Unit::Count));
    let counts: Vec<u32> = here.filter(|q| q.span.end <= value.start).filter_map(Quantity::count).collect();
    let gives = |part: u32, whole: u32| {
        part > 0 && part < whole && percent(part, whole).is_some_and(|x| printed(figure).fit(x) == Fit::Rounded)
    };
    // A rate without decimals is given by some of many numbers sooner or later.
    figure.decimals > 0
        && counts.iter().any(|whole| {
            counts.iter().any(|part| gives(*part, *whole))
                || counts.windows(2).any(|w| w[0].checked_add(w[1]).is_some_and(|part| gives(part, *whole)))
        })
}
