//! What a document's text looks like: the size of its letters, how far its lines stand apart, which are headings and notes.

use super::words::{Line, PageText};
use crate::model::source::BlockKind;
use std::collections::BTreeMap;

/// Notes are set smaller than this part of the text's size.
const NOTE: f32 = 0.93;

/// What a document's text looks like as a whole.
pub struct Style {
    /// The size of most letters.
    body: f32,
    /// From one base line to the next, as a multiple of the size.
    pub pitch: f32,
    /// Sizes of headings, the largest first, in half points.
    headings: Vec<u32>,
}

impl Style {
    pub fn of(pages: &[PageText]) -> Self {
        let half = |size: f32| (size * 2.0).round() as u32;
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        let mut pitches: BTreeMap<u32, usize> = BTreeMap::new();
        for page in pages {
            for line in &page.lines {
                *sizes.entry(half(line.size())).or_default() += line.text_len();
            }
            let margin = page.lines.iter().map(Line::x1).fold(0.0, f32::max);
            for pair in page.lines.windows(2) {
                let (size, step) = (pair[1].size(), pair[1].base() - pair[0].base());
                // A line that is full mostly goes on in the next one.
                let is_full = pair[0].x1() > 0.85 * margin;
                if is_full && half(pair[0].size()) == half(size) && step > 0.8 * size && step < 2.0 * size {
                    *pitches.entry((step / size * 20.0).round() as u32).or_default() += 1;
                }
            }
        }
        let most = |counts: &BTreeMap<u32, usize>| counts.iter().max_by_key(|(_, count)| **count).map(|(key, _)| *key);
        let body = most(&sizes).unwrap_or(22);
        let headings = sizes.keys().rev().copied().filter(|&size| size as f32 >= body as f32 * 1.08).take(6).collect();
        Self { body: body as f32 / 2.0, pitch: least_common(&pitches) as f32 / 20.0, headings }
    }

    /// True for what is set smaller than the text: a note, where it ends the page.
    pub fn is_note(&self, line: &Line) -> bool {
        line.size() < NOTE * self.body
    }

    pub fn kind(&self, line: &Line) -> BlockKind {
        let size = (line.size() * 2.0).round() as u32;
        let level = self.headings.iter().position(|&heading| heading <= size);
        match level {
            Some(level) if line.size() > self.body => BlockKind::Heading { level: level as u8 + 1 },
            _ => BlockKind::Paragraph,
        }
    }
}

/// The smallest step that is common: larger ones stand between paragraphs.
fn least_common(steps: &BTreeMap<u32, usize>) -> u32 {
    let all: usize = steps.values().sum();
    steps.iter().find(|(_, count)| **count * 8 >= all).map_or(25, |(step, _)| *step)
}
