//! What every rule looks at: the sentences with their tokens and quantities, and the figures by what they are about.

use super::quantity::{Quantity, quantities};
use crate::data::signature::Signature;
use crate::data::word_list::WordList;
use crate::model::figure::{Doubt, Figure, HedgeKind, Measure, Place, Topic};
use crate::model::finding::{Finding, Message, Passed, Report, Rule, Severity};
use crate::model::period::Period;
use crate::model::reading::Extraction;
use crate::model::source::{Document, Span};
use crate::stats::rounding::{Near, Printed};
use crate::text::prose::Prose;
use crate::text::sentence::ParagraphKind;
use crate::text::token::Token;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// A document with what the rules need of it.
pub(super) struct Context<'a> {
    pub document: &'a Document,
    pub extraction: &'a Extraction,
    pub paragraphs: Vec<Para>,
    pub sentences: Vec<Sentence<'a>>,
    /// The stated figures in the order of the text.
    stated: Vec<&'a Figure>,
    /// The first stated figure of a kind; one in doubt only where there is no other.
    index: FxHashMap<(&'a Topic, Key<'a>, &'a Measure), &'a Figure>,
    /// The scopes of complaints that have a count.
    counted: FxHashSet<&'a str>,
}

/// A paragraph: its sentences are a run of [`Context::sentences`].
pub(super) struct Para {
    pub span: Span,
    pub kind: ParagraphKind,
    pub sentences: Range<usize>,
}

pub(super) struct Sentence<'a> {
    pub span: Span,
    pub paragraph: usize,
    pub tokens: &'a [Token<'a>],
    pub quantities: Vec<Quantity>,
    signature: Signature,
}

impl Sentence<'_> {
    /// Where any of the words stands.
    #[inline]
    pub fn find(&self, words: &[&str]) -> Option<usize> {
        if !words.iter().any(|word| self.signature.may_hold(word)) {
            return None;
        }
        self.tokens.iter().position(|token| token.is_any(words))
    }

    #[inline]
    pub fn has(&self, words: &[&str]) -> bool {
        self.find(words).is_some()
    }

    /// Where a word of a list of the data stands.
    pub fn find_of(&self, list: &WordList) -> Option<usize> {
        if !list.may_be_in(&self.signature) {
            return None;
        }
        self.tokens.iter().position(|token| list.has(token))
    }

    /// Where a word that begins so stands.
    #[inline]
    pub fn find_start(&self, stems: &[&str]) -> Option<usize> {
        if !stems.iter().any(|stem| self.signature.may_hold_beginning(stem)) {
            return None;
        }
        self.tokens.iter().position(|token| token.word().is_some_and(|word| stems.iter().any(|s| word.starts_with(s))))
    }

    #[inline]
    pub fn has_start(&self, stems: &[&str]) -> bool {
        self.find_start(stems).is_some()
    }

    /// Where these words stand one after the other.
    #[inline]
    pub fn phrase(&self, words: &[&str]) -> Option<usize> {
        if !words.iter().all(|word| self.signature.may_hold(word)) {
            return None;
        }
        self.tokens.windows(words.len()).position(|window| window.iter().zip(words).all(|(t, w)| t.is(w)))
    }

    pub fn of(&self, unit: super::quantity::Unit) -> impl Iterator<Item = &Quantity> {
        self.quantities.iter().filter(move |q| q.unit == unit)
    }
}

/// What a count or a rate is about: all but the measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key<'a> {
    pub place: &'a Place,
    pub period: Period,
    pub scope: &'a str,
}

impl<'a> Key<'a> {
    /// `None` for a figure whose place or period is not settled.
    pub fn of(figure: &'a Figure) -> Option<Self> {
        Some(Self { place: figure.place.as_ref()?, period: figure.period?, scope: &figure.scope })
    }
}

/// Does a part that may be of another part of the law stand against a whole that is settled? It accuses nothing.
pub(super) fn strays(part: &Figure, whole: &Figure) -> bool {
    whole.is_certain() && part.doubts.contains(&Doubt::Scope)
}

impl<'a> Context<'a> {
    pub fn new(document: &'a Document, extraction: &'a Extraction, prose: &'a Prose<'a>) -> Self {
        let mut out = Vec::with_capacity(prose.passages.len());
        let mut sentences =
            Vec::with_capacity(prose.passages.iter().map(|passage| passage.paragraph.sentences.len()).sum());
        for (index, passage) in prose.passages.iter().enumerate() {
            let paragraph = &passage.paragraph;
            let first = sentences.len();
            for (span, tokens) in paragraph.sentences.iter().zip(prose.sentences(passage)) {
                let (quantities, signature) = (quantities(tokens), Signature::of(tokens));
                sentences.push(Sentence { span: *span, paragraph: index, tokens, quantities, signature });
            }
            out.push(Para { span: paragraph.span, kind: paragraph.kind, sentences: first..sentences.len() });
        }
        let mut stated: Vec<&Figure> = extraction.figures.iter().filter(|f| f.source().is_some()).collect();
        stated.sort_by_key(|f| value_span(f).start);
        let mut index: FxHashMap<_, &Figure> = FxHashMap::default();
        for figure in stated.iter().filter(|f| f.is_certain()).chain(stated.iter().filter(|f| !f.is_certain())) {
            if let Some(key) = Key::of(figure) {
                index.entry((&figure.topic, key, &figure.measure)).or_insert(figure);
            }
        }
        let complaints = stated.iter().filter(|f| f.topic == Topic::Appeals && !f.measure.is_rate());
        let counted = complaints.filter(|f| Key::of(f).is_some()).map(|f| f.scope.as_str()).collect();
        Self { document, extraction, paragraphs: out, sentences, stated, index, counted }
    }

    /// Adds figures that only the checks use: they are found by what they are about, after the document's own.
    pub fn add(&mut self, figures: &'a [Figure]) {
        for figure in figures {
            if let Some(key) = Key::of(figure) {
                self.index.entry((&figure.topic, key, &figure.measure)).or_insert(figure);
            }
        }
    }

    /// The printed characters of a span on one line.
    pub fn text(&self, span: Span) -> String {
        self.document.one_line(span)
    }

    /// The sentence before this one in the same paragraph.
    pub fn before(&self, index: usize) -> Option<&Sentence<'a>> {
        let before = &self.sentences[index.checked_sub(1)?];
        (before.paragraph == self.sentences[index].paragraph).then_some(before)
    }

    /// The sentences that begin in a span.
    pub fn sentences_in(&self, span: Span) -> &[Sentence<'a>] {
        let first = self.sentences.partition_point(|s| s.span.start < span.start);
        let count = self.sentences[first..].partition_point(|s| s.span.start < span.end);
        &self.sentences[first..first + count]
    }

    /// The sentence that holds a place; `None` inside tables.
    pub fn sentence_at(&self, span: Span) -> Option<usize> {
        let index = self.sentences.partition_point(|s| s.span.start <= span.start).checked_sub(1)?;
        (span.start < self.sentences[index].span.end).then_some(index)
    }

    /// The sentences that state such a figure, in the order of the text.
    pub fn sentences_with(&self, such: impl Fn(&Figure) -> bool) -> impl Iterator<Item = &Sentence<'a>> {
        let figures = self.stated.iter().filter(move |figure| such(figure));
        let mut holders: Vec<usize> = figures.filter_map(|figure| self.sentence_at(value_span(figure))).collect();
        holders.dedup();
        holders.into_iter().map(|index| &self.sentences[index])
    }

    /// The stated figures whose value stands in a span, in the order of the text.
    pub fn figures_in(&self, span: Span) -> &[&'a Figure] {
        let first = self.stated.partition_point(|f| value_span(f).start < span.start);
        let count = self.stated[first..].partition_point(|f| value_span(f).end <= span.end);
        &self.stated[first..first + count]
    }

    /// The stated figures of a topic whose place and period are settled, in the order of the text.
    pub fn stated(&self, topic: &Topic) -> impl Iterator<Item = (&'a Figure, Key<'a>)> {
        let figures = self.stated.iter().filter(move |f| f.topic == *topic);
        figures.filter_map(|f| Some((*f, Key::of(f)?)))
    }

    /// The first stated value of a measure; a figure in doubt only where there is no other.
    pub fn figure(&self, topic: &Topic, key: Key<'_>, measure: &Measure) -> Option<&'a Figure> {
        self.index.get(&(topic, key, measure)).copied()
    }

    /// Whether the document gives a count of complaints for a scope, not only shares.
    pub fn counts_complaints(&self, scope: &str) -> bool {
        self.counted.contains(scope)
    }

    /// The document's own municipality.
    pub fn own(&self) -> Option<&'a str> {
        self.extraction.meeting.municipality.as_deref()
    }

    pub fn is_own(&self, place: &Place) -> bool {
        self.own() == Some(place.as_str())
    }

    /// The agenda item in which a place stands, from its title to its end.
    pub fn item_span(&self, span: Span) -> Option<Span> {
        Some(self.extraction.meeting.items[self.item_at(span)?].span)
    }

    /// The municipality's certain reversal rates in a span, in the order of the text.
    pub fn own_rates(&self, span: Span) -> Vec<&'a Figure> {
        let own = |f: &&&'a Figure| {
            f.measure == Measure::ReversalRate && f.is_certain() && f.place.as_ref().is_some_and(|p| self.is_own(p))
        };
        self.figures_in(span).iter().filter(own).copied().collect()
    }

    /// Does a sentence name a place of the document that is not its own, in any form: what it says may be of that.
    pub fn names_another(&self, sentence: &Sentence<'_>) -> bool {
        let others = self.extraction.figures.iter().filter_map(|f| f.place.as_ref());
        others
            .filter(|place| **place != Place::NATION && !self.is_own(place))
            .map(|place| place.as_str().to_lowercase())
            .any(|name| {
                let named = |word: &str| word == name || word.strip_suffix('s') == Some(name.as_str());
                sentence.tokens.iter().filter_map(|t| t.word()).any(named)
            })
    }

    /// The index of the agenda item in which a place stands.
    pub fn item_at(&self, span: Span) -> Option<usize> {
        let items = &self.extraction.meeting.items;
        let index = items.partition_point(|item| item.span.start <= span.start).checked_sub(1)?;
        items[index].span.contains(span).then_some(index)
    }
}

/// The number of a figure as it was printed.
pub(super) fn printed(figure: &Figure) -> Printed {
    let near = figure.hedge.as_ref().map_or(Near::Plain, |hedge| match hedge.kind {
        HedgeKind::JustBelow => Near::Below,
        HedgeKind::JustAbove => Near::Above,
        HedgeKind::About => Near::About,
    });
    Printed::new(figure.value, figure.decimals).hedged(near)
}

/// The whole number that a figure counts.
pub(super) fn count(figure: &Figure) -> Option<u32> {
    let whole = figure.value.fract() == 0.0 && (0.0..=4e9).contains(&figure.value);
    whole.then_some(figure.value as u32)
}

/// Where a stated figure's value and its passage stand.
pub(super) fn value_span(figure: &Figure) -> Span {
    figure.source().map_or(Span { start: 0, end: 0 }, |s| s.value)
}

pub(super) fn passage(figure: &Figure) -> Span {
    figure.source().map_or(Span { start: 0, end: 0 }, |s| s.passage)
}

/// A number in canonical form: decimal point, no thousands sign. The languages print it their own way.
pub(super) fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    if text.bytes().all(|b| matches!(b, b'-' | b'0' | b'.')) { text.trim_start_matches('-').to_owned() } else { text }
}

/// A number with as many decimals as it needs, at most two.
pub(super) fn short(value: f64) -> String {
    // Most are counts, for which no decimals need be found.
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return (value as i64).to_string();
    }
    let text = number(value, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A finding in the making.
pub(super) struct Say {
    pub rule: Rule,
    pub severity: Severity,
    pub span: Span,
    pub related: Vec<Span>,
    pub stated: String,
    pub recomputed: String,
    pub key: &'static str,
    pub values: Vec<(&'static str, String)>,
}

/// Adds findings and passed checks to a report.
pub(super) trait Notes {
    fn find(&mut self, say: Say);
    fn pass(&mut self, rule: Rule, span: Span, key: &'static str, values: Vec<(&'static str, String)>);
}

impl Notes for Report {
    fn find(&mut self, say: Say) {
        let Say { rule, severity, span, related, stated, recomputed, key, values } = say;
        let message = Message { key, values };
        self.findings.push(Finding { rule, severity, span, related, stated, recomputed, message });
    }

    fn pass(&mut self, rule: Rule, span: Span, key: &'static str, values: Vec<(&'static str, String)>) {
        self.passed.push(Passed { rule, span, message: Message { key, values } });
    }
}
