//! R13: what the text promises and the document does not hold.
//!
//! A figure's caption with nothing under it, a diagram "nedenfor" that is not there, claims that rest on it, and a
//! comparison with neighbours without any neighbour's number.

use super::context::{Context, Notes, Say, Sentence};
use crate::model::figure::{Figure, Measure};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::{BlockKind, Span};
use crate::text::sentence::ParagraphKind;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    lost_figures(cx, report);
    neighbours(cx, report);
}

/// "Figur 4" at the beginning of a heading or a line of its own, also in brackets: "[Figur 4: omgørelser.png]".
fn caption(sentence: &Sentence<'_>) -> Option<String> {
    let opens = sentence.tokens.first().is_some_and(|t| t.is_symbol('['));
    let [first, number, ..] = &sentence.tokens[usize::from(opens)..] else { return None };
    let figure = first.is_any(&["figur", "diagram", "graf"]);
    let (value, _) = number.number().filter(|_| figure)?;
    // "Figur 5 viser, at ..." speaks of the figure.
    let says = sentence
        .tokens
        .get(2 + usize::from(opens))
        .is_some_and(|t| t.is_any(&["viser", "ses", "fremgår", "illustrerer", "er"]));
    (!says).then(|| format!("{value}"))
}

fn lost_figures(cx: &Context<'_>, report: &mut Report) {
    for (index, paragraph) in cx.paragraphs.iter().enumerate() {
        let first = &cx.sentences[paragraph.sentences.start];
        let captioned = caption(first).filter(|_| paragraph.sentences.len() == 1);
        if let Some(number) = captioned.filter(|_| !table_near(cx, paragraph.span)) {
            report.find(Say {
                rule: Rule::R13,
                severity: Severity::B,
                span: first.span,
                related: Vec::new(),
                stated: cx.text(first.span),
                recomputed: String::new(),
                key: "check-lost-figure",
                values: vec![("number", number)],
            });
            resting_claim(cx, index, report);
            continue;
        }
        for sentence in &cx.sentences[paragraph.sentences.clone()] {
            announced(cx, sentence, report);
        }
    }
}

/// The first paragraph after a lost figure that says what can be seen in it.
fn resting_claim(cx: &Context<'_>, figure: usize, report: &mut Report) {
    let after = cx.paragraphs[figure + 1..].iter().take(3);
    let mut texts = after.map(|p| &cx.sentences[p.sentences.start]).filter(|s| !source_line(s));
    let Some(claim) = texts.next().filter(|s| sees(s)) else { return };
    // It names another figure: that one is what it rests on.
    let number = |s: &Sentence<'_>| {
        let named = s.find(&["figur", "diagram", "graf"])?;
        s.tokens.get(named + 1)?.number().map(|(number, _)| number)
    };
    let caption = &cx.sentences[cx.paragraphs[figure].sentences.start];
    if number(claim).is_some_and(|named| Some(named) != number(caption)) {
        return;
    }
    let named =
        caption.tokens.iter().find(|t| t.word().is_some()).zip(caption.tokens.iter().find(|t| t.number().is_some()));
    let name = named.map_or(caption.span, |(first, number)| first.span.cover(number.span));
    report.find(Say {
        rule: Rule::R13,
        severity: Severity::B,
        span: claim.span,
        related: vec![cx.paragraphs[figure].span],
        stated: cx.text(claim.span),
        recomputed: String::new(),
        key: "check-rests-on-lost",
        values: vec![("figure", cx.text(name))],
    });
}

fn source_line(sentence: &Sentence<'_>) -> bool {
    let first = sentence.tokens.iter().find(|t| t.word().is_some());
    first.is_none_or(|t| t.is_any(&["kilde", "kilder", "note", "anm"]))
}

/// "I undersøgelsen ses det, at", "Figuren viser".
fn sees(sentence: &Sentence<'_>) -> bool {
    let start = &sentence.tokens[..sentence.tokens.len().min(6)];
    start.iter().any(|t| t.is_any(&["ses", "fremgår", "viser"]))
}

/// "I diagrammet nedenfor ses ..." where no picture, table or caption of its own stands near.
fn announced(cx: &Context<'_>, sentence: &Sentence<'_>, report: &mut Report) {
    let Some(at) = sentence.find(&["diagrammet", "diagrammerne", "diagrammer", "diagram", "figuren", "grafen"]) else {
        return;
    };
    let around = &sentence.tokens[at.saturating_sub(2)..sentence.tokens.len().min(at + 3)];
    let below = around.iter().any(|t| t.is_any(&["nedenfor", "nedenstående", "følgende"]))
        || sentence.has(&["nedenfor"]) && sentence.has(&["diagrammet", "figuren"]);
    if !below || table_near(cx, sentence.span) || captions_near(cx, sentence) {
        return;
    }
    report.find(Say {
        rule: Rule::R13,
        severity: Severity::B,
        span: sentence.span,
        related: Vec::new(),
        stated: cx.text(sentence.span),
        recomputed: String::new(),
        key: "check-lost-diagram",
        values: Vec::new(),
    });
}

/// A caption below tells of the loss itself.
fn captions_near(cx: &Context<'_>, sentence: &Sentence<'_>) -> bool {
    let next = cx.paragraphs[sentence.paragraph..].iter().take(5);
    next.map(|p| &cx.sentences[p.sentences.start]).any(|s| caption(s).is_some())
}

/// Does a table stand directly under a passage, or under the heading below it.
fn table_near(cx: &Context<'_>, span: Span) -> bool {
    let after = cx.document.blocks.partition_point(|b| b.span.start < span.end);
    let before = cx.document.blocks[..after].iter().rev().take(1);
    let next = cx.document.blocks[after..].iter().filter(|b| b.kind != BlockKind::Furniture).take(2);
    let inside =
        cx.document.tables.iter().any(|t| t.span.overlaps(span) || t.caption.is_some_and(|c| c.overlaps(span)));
    inside || before.chain(next).any(|b| matches!(b.kind, BlockKind::Table(_)))
}

/// "Sammenlignet med vores nabokommuner ligger vi i den høje ende", and no other municipality's number is given.
fn neighbours(cx: &Context<'_>, report: &mut Report) {
    for sentence in &cx.sentences {
        let others = sentence.has_start(&["nabokommune", "omegnskommune", "sammenligningskommune"]);
        if !others || !sentence.has_start(&["sammenlign", "ligger", "højere", "lavere"]) {
            continue;
        }
        let paragraph = &cx.paragraphs[sentence.paragraph];
        let about = cx.figures_in(Span { start: 0, end: sentence.span.start });
        let rate = about.iter().rev().find(|f| f.measure == Measure::ReversalRate);
        let another = |f: &&&Figure| !f.is_nation() && f.place.as_ref().is_some_and(|place| !cx.is_own(place));
        // In the paragraph of anything, in the item of what the sentence is about.
        let item = cx.item_span(sentence.span).unwrap_or(paragraph.span);
        let listed = |f: &&Figure| rate.is_some_and(|rate| rate.scope == f.scope);
        let others = cx.figures_in(paragraph.span).iter().any(|f| another(&f))
            || cx.figures_in(item).iter().filter(another).any(listed);
        let percent = sentence.of(super::quantity::Unit::Percent).count() > 1;
        // A title names what the item holds: a table of the neighbours themselves.
        let titled = cx.extraction.meeting.items.iter().any(|item| item.title_span.overlaps(sentence.span));
        let others = others || titled && cx.figures_in(item).iter().any(|f| another(&f));
        if others || percent || paragraph.kind == ParagraphKind::Heading || table_near(cx, paragraph.span) {
            continue;
        }
        report.find(Say {
            rule: Rule::R13,
            severity: Severity::B,
            span: sentence.span,
            related: Vec::new(),
            stated: cx.text(sentence.span),
            recomputed: String::new(),
            key: "check-neighbours",
            values: vec![("scope", rate.map(|f| f.scope.clone()).unwrap_or_default())],
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, in_text};
    use crate::model::finding::Rule;

    #[test]
    fn lost_figures_and_what_rests_on_them() {
        let text = "Diagrammet er udarbejdet af andre.\nFigur 4\n(Kilder: regnskaber.)\n\
                    I undersøgelsen ses det, at alle kommuner ligger højt.";
        let found = in_text(text, Rule::R13);
        let found: Vec<_> = found.iter().map(|(line, key, _)| (*line, *key)).collect();
        assert_eq!(found, [(2, "check-lost-figure"), (4, "check-rests-on-lost")]);
        assert_eq!(in_text("Figur 5 viser, at forløbene er kortere.", Rule::R13), []);
        assert_eq!(in_text("[Figur 1: Udviklingen i omgørelser.png]\nTeksten går videre.", Rule::R13).len(), 1);
        let other = text.replace("I undersøgelsen ses det", "Af figur 6 fremgår det");
        assert_eq!(in_text(&other, Rule::R13).len(), 1);
    }

    #[test]
    fn an_announced_diagram_that_is_not_there() {
        let text = "I diagrammet nedenfor ses det samlede antal borgere.\nTeksten går videre med andre ting.";
        assert_eq!(in_text(text, Rule::R13), [(1, "check-lost-diagram", String::new())]);
        assert_eq!(in_text("Diagrammet er lavet af en anden.", Rule::R13), []);
    }

    #[test]
    fn neighbours_need_numbers() {
        let text = "Sammenlignet med vores nabokommuner er procenten i den høje ende: Havnsø er på 28 % (116 sager).";
        assert_eq!(in_text("Sammenlignet med vores nabokommuner ligger vi højt.", Rule::R13).len(), 1);
        let case = Case::new(text).figure(
            crate::model::figure::Topic::Appeals,
            "Havnsø",
            "2018",
            "SEL",
            "reversal_rate",
            "28",
        );
        assert_eq!(case.findings(Rule::R13), []);
    }
}
