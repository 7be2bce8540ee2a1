//! Counts of another year in a bracket after a count: "i alt 28 klagesager i 2018 (også 28 i 2017)".
//!
//! Extraction keeps what it is sure of; a check may use such an aside as a number beside which others are held. The
//! figures made here are never shown as figures.

use super::context::{Context, value_span};
use super::quantity::Unit;
use crate::model::figure::{Figure, Measure, Origin, Place, Source, Topic};
use crate::model::period::Period;
use crate::model::source::Span;

/// The counts in brackets that no figure stands for: same place, scope and measure as the count before them.
pub(super) fn asides(cx: &Context<'_>) -> Vec<Figure> {
    let mut out = Vec::new();
    for sentence in &cx.sentences {
        for pair in sentence.quantities.windows(2) {
            let (number, year) = (&pair[0], &pair[1]);
            let open = number.token.checked_sub(1).map(|i| &sentence.tokens[i]);
            let also = open.is_some_and(|t| t.is("også")) && number.token >= 2;
            let bracket = number.token.checked_sub(1 + usize::from(also)).map(|i| &sentence.tokens[i]);
            let opens = bracket.is_some_and(|t| t.is_symbol('('));
            let closes = sentence.tokens.get(year.token + 1).is_some_and(|t| t.is_symbol(')'));
            let short = year.token - number.token <= 3;
            if !(opens && closes && short && year.unit == Unit::Year && number.count().is_some()) {
                continue;
            }
            let before = Span { start: sentence.span.start, end: number.span.start };
            let known = !cx.figures_in(number.span).is_empty();
            let counted =
                |f: &&&Figure| matches!(f.measure, Measure::Decided | Measure::Considered) && f.topic == Topic::Appeals;
            let Some(figure) = cx.figures_in(before).last().filter(counted).filter(|_| !known) else { continue };
            // Between the two only nouns and the first one's year: no other outcome.
            let between = Span { start: value_span(figure).end, end: number.span.start };
            let outcome = sentence.tokens.iter().filter(|t| between.contains(t.span)).filter_map(|t| t.word());
            if outcome.into_iter().any(|w| ["omgjor", "ændre", "hjemvis", "stadfæst"].iter().any(|s| w.starts_with(s)))
            {
                continue;
            }
            out.push(Figure {
                period: Some(Period::year(year.printed.value as i16)),
                value: number.value(),
                origin: Origin::Stated(Source { value: number.span, passage: sentence.span, heads: Vec::new() }),
                place: figure.place.clone().or_else(|| cx.own().map(|own| Place::new(own.to_owned()))),
                ..(*figure).clone()
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Case;
    use crate::model::finding::Rule;

    #[test]
    fn a_bracket_gives_the_other_years_count() {
        let text = "Andelen er steget fra 26 %. Der er behandlet 28 klager i 2018 (også 28 i 2017). 16 er stadfæstet og \
                    12 hjemvist.";
        let case = Case::new(text)
            .own("2017", "SEL", "reversal_rate", "26")
            .own("2018", "SEL", "decided", "28")
            .own("2018", "SEL", "upheld", "16")
            .own("2018", "SEL", "remanded", "12");
        assert_eq!(case.findings(Rule::R3).len(), 1);
        let other = text.replace("klager i 2018", "klager, hvoraf 9 er ændret");
        let case = Case::new(&other).own("2017", "SEL", "reversal_rate", "26").own("2018", "SEL", "decided", "28");
        assert_eq!(case.findings(Rule::R3).len(), 0);
    }
}
