//! Glyphs to words and lines, whichever way the page is turned.

use super::source::{Glyph, Ink};
use crate::read::build::raised;
use unicode_normalization::UnicodeNormalization as _;

/// A gap wider than this part of the font's height divides words.
const WORD_GAP: f32 = 0.17;

/// A word. Places are in the layout's frame, in which text runs to the right.
#[derive(Clone, Debug)]
pub struct Word {
    pub text: String,
    pub x0: f32,
    pub x1: f32,
    pub base: f32,
    pub size: f32,
    pub sure: bool,
    /// Left, top, right, bottom on the page as it is shown.
    pub rect: [f32; 4],
}

impl Word {
    pub fn top(&self) -> f32 {
        self.base - 0.75 * self.size
    }

    pub fn bottom(&self) -> f32 {
        self.base + 0.22 * self.size
    }

    pub fn middle(&self) -> [f32; 2] {
        [(self.x0 + self.x1) / 2.0, self.base - 0.3 * self.size]
    }
}

/// Words on one base line, from left to right; never empty.
#[derive(Clone, Debug)]
pub struct Line {
    pub words: Vec<Word>,
}

impl Line {
    pub fn base(&self) -> f32 {
        self.words.iter().map(|w| w.base).fold(f32::MIN, f32::max)
    }

    pub fn size(&self) -> f32 {
        self.words.iter().map(|w| w.size).fold(0.0, f32::max)
    }

    pub fn x0(&self) -> f32 {
        self.words.first().map_or(0.0, |w| w.x0)
    }

    pub fn x1(&self) -> f32 {
        self.words.last().map_or(0.0, |w| w.x1)
    }

    pub fn top(&self) -> f32 {
        self.base() - 0.75 * self.size()
    }

    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|w| w.text.as_str()).collect();
        words.join(" ")
    }

    /// The words in groups that wide gaps divide.
    pub fn segments(&self) -> Vec<&[Word]> {
        self.words.chunk_by(|a, b| b.x0 - a.x1 <= 0.9 * a.size.max(b.size)).collect()
    }
}

/// A page's words, ready for layout.
#[derive(Debug, Default)]
pub struct PageText {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// Words that run another way than the page's text, such as upright headings of a table.
    pub turned: Vec<Word>,
    /// Drawn lines in the layout's frame.
    pub rules: Vec<[f32; 4]>,
    /// The layout's width.
    pub width: f32,
    pub height: f32,
}

/// Quarter turns: 0 text runs right, 1 down, 2 left, 3 up.
fn turn_of(glyph: &Glyph) -> usize {
    let (dx, dy) = (glyph.to[0] - glyph.from[0], glyph.to[1] - glyph.from[1]);
    if dx.abs() >= dy.abs() {
        if dx < 0.0 { 2 } else { 0 }
    } else if dy > 0.0 {
        1
    } else {
        3
    }
}

/// The frame in which text of a turn runs to the right.
#[derive(Clone, Copy)]
struct Frame {
    turn: usize,
    width: f32,
    height: f32,
}

impl Frame {
    fn into(self, [x, y]: [f32; 2]) -> [f32; 2] {
        match self.turn {
            1 => [y, self.width - x],
            2 => [self.width - x, self.height - y],
            3 => [self.height - y, x],
            _ => [x, y],
        }
    }

    fn back(self, [u, v]: [f32; 2]) -> [f32; 2] {
        match self.turn {
            1 => [self.width - v, u],
            2 => [self.width - u, self.height - v],
            3 => [v, self.height - u],
            _ => [u, v],
        }
    }

    fn rect(self, map: fn(Self, [f32; 2]) -> [f32; 2], [x0, y0, x1, y1]: [f32; 4]) -> [f32; 4] {
        let (a, b) = (map(self, [x0, y0]), map(self, [x1, y1]));
        [a[0].min(b[0]), a[1].min(b[1]), a[0].max(b[0]), a[1].max(b[1])]
    }
}

/// Puts a page's glyphs together.
pub fn page_text(ink: Ink) -> PageText {
    let mut by_turn: [Vec<Glyph>; 4] = Default::default();
    let (width, height) = (ink.width, ink.height);
    for glyph in ink.glyphs {
        by_turn[turn_of(&glyph)].push(glyph);
    }
    let main = (0..4).rev().max_by_key(|&turn| by_turn[turn].len()).unwrap_or(0);
    let frame = Frame { turn: main, width, height };
    let mut page = PageText::default();
    for (turn, glyphs) in by_turn.into_iter().enumerate() {
        let own = Frame { turn, width, height };
        let lines = lines(glyphs, own);
        if turn == main {
            page.lines = lines;
            continue;
        }
        for line in lines {
            // A turned line is one word: it stands in one place.
            let rect = line.words.iter().map(|w| w.rect).reduce(union).unwrap_or_default();
            let [x0, _, x1, bottom] = frame.rect(Frame::into, rect);
            let (sure, size) = (line.words.iter().all(|w| w.sure), line.size());
            page.turned.push(Word { text: line.text(), x0, x1, base: bottom, size, sure, rect });
        }
    }
    page.rules = ink.rules.into_iter().map(|rule| frame.rect(Frame::into, rule)).collect();
    (page.width, page.height) = if main.is_multiple_of(2) { (width, height) } else { (height, width) };
    page
}

pub fn union(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

/// Lines of glyphs that run one way, from top to bottom.
fn lines(glyphs: Vec<Glyph>, frame: Frame) -> Vec<Line> {
    let mut placed: Vec<(f32, f32, f32, Glyph)> = glyphs
        .into_iter()
        .map(|glyph| {
            let ([x0, base], [x1, _]) = (frame.into(glyph.from), frame.into(glyph.to));
            (base, x0, x1, glyph)
        })
        .collect();
    placed.sort_by(|a, b| a.0.total_cmp(&b.0));
    let same_line = |a: &(f32, f32, f32, Glyph), b: &(f32, f32, f32, Glyph)| b.0 - a.0 <= 0.12 * a.3.size.min(b.3.size);
    let mut lines = Vec::new();
    for row in placed.chunk_by_mut(same_line) {
        row.sort_by(|a, b| a.1.total_cmp(&b.1));
        let words = words(row, frame);
        if !words.is_empty() {
            lines.push(Line { words });
        }
    }
    join_raised(lines)
}

fn words(row: &[(f32, f32, f32, Glyph)], frame: Frame) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (base, x0, x1, glyph) in row {
        if glyph.text.trim().is_empty() {
            open = false;
            continue;
        }
        match words.last_mut().filter(|word| open && x0 - word.x1 <= WORD_GAP * glyph.size.max(word.size)) {
            Some(word) => {
                word.text.push_str(&glyph.text);
                word.x1 = word.x1.max(*x1);
                word.size = word.size.max(glyph.size);
                word.sure &= glyph.sure;
            }
            None => words.push(Word {
                text: glyph.text.clone(),
                x0: *x0,
                x1: *x1,
                base: *base,
                size: glyph.size,
                sure: glyph.sure,
                rect: [0.0; 4],
            }),
        }
        // A glyph may itself end in a blank.
        open = !glyph.text.ends_with(' ');
    }
    for word in &mut words {
        word.text = word.text.trim().nfc().collect();
        word.rect = frame.rect(Frame::back, [word.x0, word.top(), word.x1, word.bottom()]);
    }
    words
}

/// Joins small raised (or lowered) words to the line that they stand in.
fn join_raised(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut waiting: Vec<Line> = Vec::new();
    for line in lines {
        let (size, base) = (line.size(), line.base());
        let (belongs, apart): (Vec<Line>, Vec<Line>) = std::mem::take(&mut waiting).into_iter().partition(|small| {
            let rise = base - small.base();
            small.size() <= 0.8 * size && rise < 0.65 * size && small.words.iter().all(|word| touches(&line, word))
        });
        out.extend(apart);
        let mut line = line;
        belongs.into_iter().flat_map(|small| small.words).for_each(|word| insert(&mut line, word, true));
        // A lowered word belongs to the line before it.
        let lowered = out.last().is_some_and(|before| {
            line.size() <= 0.8 * before.size()
                && line.base() - before.base() < 0.35 * before.size()
                && line.words.iter().all(|word| touches(before, word))
        });
        if lowered && let Some(before) = out.last_mut() {
            line.words.into_iter().for_each(|word| insert(before, word, false));
            continue;
        }
        let is_small = line.words.len() <= 3 && line.words.iter().all(|w| w.text.len() <= 4);
        if is_small { waiting.push(line) } else { out.push(line) }
    }
    out.extend(waiting);
    out.sort_by(|a, b| a.base().total_cmp(&b.base()));
    out
}

/// True where a word stands right after a word of the line.
fn touches(line: &Line, word: &Word) -> bool {
    line.words.iter().any(|other| (word.x0 - other.x1).abs() <= 0.3 * other.size)
}

fn insert(line: &mut Line, mut word: Word, is_raised: bool) {
    let at = line.words.partition_point(|other| other.x0 <= word.x0);
    let before = at.checked_sub(1).and_then(|at| line.words.get_mut(at));
    if let (true, Some(before)) = (is_raised, before) {
        let text = raised(&before.text, &word.text);
        if text.starts_with(['²', '³']) {
            before.text.push_str(&text);
            before.x1 = before.x1.max(word.x1);
            return;
        }
        word.text = text.trim().to_owned();
    }
    line.words.insert(at, word);
}
