//! Where a PDF's pages, its figures and the words of a passage lie in one long strip of paper, in points.

use crate::model::reading::{Extraction, Reading};
use crate::model::source::{Document, Page, Span, TextBox};
use crate::state::source;
use egui::{Rect, pos2};

/// Space between two pages, in points.
const BETWEEN: f32 = 10.0;
/// Space left and right of the text, in points.
const BESIDE: f32 = 12.0;
/// The size of a page that could not be read.
const A4: [f32; 2] = [595.0, 842.0];

/// A document's pages one below the other.
#[derive(Debug)]
pub struct Paper {
    pub hash: String,
    /// Each page in the strip.
    pub pages: Vec<Rect>,
    pub width: f32,
    pub height: f32,
    /// From where to where text stands on most pages: what is to be seen without scrolling sideways.
    pub text: egui::Rangef,
    /// For each page the figures on it: their number, and where they stand in the strip.
    pub figures: Vec<Vec<(u32, Rect)>>,
}

impl Paper {
    #[must_use]
    pub fn new(reading: &Reading) -> Self {
        let document = &reading.document;
        let size = |page: &Page| if page.width > 1.0 && page.height > 1.0 { [page.width, page.height] } else { A4 };
        let width = document.pages.iter().map(|page| size(page)[0]).fold(0.0, f32::max);
        let mut top = 0.0;
        let mut pages = Vec::with_capacity(document.pages.len());
        for page in &document.pages {
            let [wide, high] = size(page);
            let left = (width - wide) / 2.0;
            pages.push(Rect::from_min_max(pos2(left, top), pos2(left + wide, top + high)));
            top += high + BETWEEN;
        }
        let text = text_range(document, &pages, width);
        let mut paper = Self {
            hash: document.hash.clone(),
            pages,
            width,
            height: (top - BETWEEN).max(0.0),
            text,
            figures: Vec::new(),
        };
        paper.figures = paper.figures_of(document, &reading.extraction);
        paper
    }

    fn figures_of(&self, document: &Document, extraction: &Extraction) -> Vec<Vec<(u32, Rect)>> {
        let mut figures = vec![Vec::new(); self.pages.len()];
        for (span, index) in source::places(extraction) {
            for (page, rect) in self.rects(document, span) {
                figures[page].push((index, rect));
            }
        }
        figures
    }

    /// Where a span stands: for each of its lines the page (from 0) and the rectangle in the strip.
    #[must_use]
    pub fn rects(&self, document: &Document, span: Span) -> Vec<(usize, Rect)> {
        let mut lines: Vec<(usize, Rect)> = Vec::new();
        for word in document.boxes_of(span) {
            let at = (word.page as usize).wrapping_sub(1);
            let Some(page) = self.pages.get(at) else { continue };
            let rect = part_of(word, document, span).translate(page.min.to_vec2());
            match lines.last_mut().filter(|(page, line)| *page == at && is_beside(*line, rect)) {
                Some((_, line)) => *line = line.union(rect),
                None => lines.push((at, rect)),
            }
        }
        lines
    }

    /// The pages (from 0) of which something lies between two heights.
    #[must_use]
    pub fn between(&self, top: f32, bottom: f32) -> std::ops::Range<usize> {
        let first = self.pages.partition_point(|page| page.bottom() < top);
        let end = self.pages.partition_point(|page| page.top() < bottom);
        first..end.max(first)
    }
}

/// The part of a word's box that a span covers; letters count as equally wide.
fn part_of(word: &TextBox, document: &Document, span: Span) -> Rect {
    let [left, top, right, bottom] = word.rect;
    let letters = |from: u32, to: u32| document.slice(Span { start: from, end: to.max(from) }).chars().count() as f32;
    let all = letters(word.span.start, word.span.end).max(1.0);
    let from = letters(word.span.start, span.start.clamp(word.span.start, word.span.end)) / all;
    let to = letters(word.span.start, span.end.clamp(word.span.start, word.span.end)) / all;
    // A word that stands upright is not cut: its letters follow each other downwards.
    let (from, to) = if bottom - top > 1.6 * (right - left) && all > 2.0 { (0.0, 1.0) } else { (from, to) };
    let at = |part: f32| left + (right - left) * part;
    Rect::from_min_max(pos2(at(from), top), pos2(at(to), bottom))
}

/// True where a word stands on the same line, right after what is there.
fn is_beside(line: Rect, word: Rect) -> bool {
    let overlap = line.bottom().min(word.bottom()) - line.top().max(word.top());
    let high = line.height().min(word.height());
    overlap > 0.5 * high && word.left() >= line.left() && word.left() - line.right() < 2.0 * high
}

/// From where to where text stands on the pages of the usual width, with a little space.
fn text_range(document: &Document, pages: &[Rect], width: f32) -> egui::Rangef {
    let mut widths: Vec<i32> = pages.iter().map(|page| page.width().round() as i32).collect();
    widths.sort_unstable();
    let usual = widths.chunk_by(|a, b| a == b).max_by_key(|same| same.len()).map_or(0, |same| same[0]);
    let (mut left, mut right) = (f32::MAX, f32::MIN);
    for word in &document.boxes {
        let page = pages.get((word.page as usize).wrapping_sub(1));
        if let Some(page) = page.filter(|page| page.width().round() as i32 == usual) {
            left = left.min(page.left() + word.rect[0].max(0.0));
            right = right.max(page.left() + word.rect[2].min(page.width()));
        }
    }
    if right - left < 100.0 {
        return egui::Rangef::new(0.0, width.max(100.0));
    }
    egui::Rangef::new((left - BESIDE).max(0.0), (right + BESIDE).min(width))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Format;

    fn reading() -> Reading {
        let mut document = Document::new("a.pdf", Format::Pdf, "Nævnet fik 12 sager\n5 ændret".to_owned());
        let page = |start, end, width| Page { span: Span { start, end }, width, height: 800.0 };
        document.pages = vec![page(0, 20, 600.0), page(20, 29, 500.0)];
        let word = |text: &str, page, rect| {
            let start = document.text.find(text).unwrap();
            TextBox { span: Span::new(start..start + text.len()), page, rect }
        };
        document.boxes = vec![
            word("Nævnet", 1, [60.0, 100.0, 100.0, 112.0]),
            word("fik", 1, [104.0, 100.0, 120.0, 112.0]),
            word("12", 1, [60.0, 114.0, 72.0, 126.0]),
            word("sager", 1, [76.0, 114.0, 540.0, 126.0]),
            word("5", 2, [60.0, 100.0, 66.0, 112.0]),
            word("ændret", 2, [70.0, 100.0, 110.0, 112.0]),
        ];
        Reading { document: document.into(), extraction: Extraction::default(), report: Default::default() }
    }

    #[test]
    fn words_become_lines_on_their_pages() {
        let reading = reading();
        let paper = Paper::new(&reading);
        assert_eq!((paper.width, paper.height), (600.0, 1610.0));
        let rects = paper.rects(&reading.document, Span::new(0..reading.document.text.len()));
        let tops: Vec<(usize, f32)> = rects.iter().map(|(page, rect)| (*page, rect.top())).collect();
        assert_eq!(tops, [(0, 100.0), (0, 114.0), (1, 910.0)]);
        // The second page is narrower, and stands in the middle.
        assert_eq!((rects[2].1.left(), rects[2].1.right()), (110.0, 160.0));
        assert_eq!((paper.text.min, paper.text.max), (48.0, 552.0));
        assert_eq!(
            (paper.between(0.0, 700.0), paper.between(790.0, 900.0), paper.between(5e3, 6e3)),
            (0..1, 0..2, 2..2)
        );
    }

    #[test]
    fn a_part_of_a_word_is_a_part_of_its_box() {
        let reading = reading();
        let start = reading.document.text.find("fik").unwrap() as u32;
        let rect = part_of(&reading.document.boxes[1], &reading.document, Span { start: start + 1, end: start + 2 });
        assert!((rect.left() - 109.33).abs() < 0.1 && (rect.right() - 114.67).abs() < 0.1, "{rect:?}");
    }
}
