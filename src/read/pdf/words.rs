//! Glyphs to words and lines, whichever way the page is turned.

use super::ink::{Glyph, Ink};
use crate::read::build::raised;
use crate::read::table;
use unicode_normalization::UnicodeNormalization as _;

/// The same letter so near to another, as a part of its height and in points, is that one drawn again: so is bold faked.
const TWICE: f32 = 0.1;
const TWICE_POINTS: f32 = 0.7;
/// So many glyphs of the row are looked at for that: nowhere in a text do more stand in one place.
const NEIGHBOURS: usize = 16;
/// A gap wider than this part of the font's height divides words.
const WORD_GAP: f32 = 0.17;
/// Raised and lowered letters are at most this much as high as those around them; browsers take five sixths.
const RAISED: f32 = 0.86;
/// A number hardly smaller than its line is raised when it stands so much higher, as a part of the font's height.
const RISE: f32 = 0.25;
/// No raised letter stands higher than this.
const REACH: f32 = 0.65;
/// A letter that stands so near to where a blank began leaves it no room, as a part of the font's height.
const NOTHING: f32 = 0.02;

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

    /// The length of [`Self::text`] in bytes.
    pub fn text_len(&self) -> usize {
        self.words.iter().map(|w| w.text.len() + 1).sum::<usize>().saturating_sub(1)
    }

    /// The words in groups that wide gaps divide.
    pub fn segments(&self) -> impl Iterator<Item = &[Word]> {
        self.words.chunk_by(|a, b| b.x0 - a.x1 <= 0.9 * a.size.max(b.size))
    }

    /// True for a list's item, as [`table::is_item_mark`] says: more stands behind its mark.
    pub fn is_item(&self) -> bool {
        match self.words.as_slice() {
            [mark, _, ..] => table::is_item_mark(&mark.text),
            _ => false,
        }
    }

    /// True for a line of a table of contents, as [`table::is_leader`] says: it ends in a number.
    pub fn is_leader(&self) -> bool {
        let ends_in_digit = self.words.last().is_some_and(|word| word.text.ends_with(|c: char| c.is_ascii_digit()));
        ends_in_digit && table::is_leader(&self.text())
    }
}

/// A small drawn shape: where it stands in the layout's frame, and on the page as it is shown.
#[derive(Debug)]
pub struct Dot {
    pub place: [f32; 4],
    pub rect: [f32; 4],
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
    pub dots: Vec<Dot>,
    /// The layout's width.
    pub width: f32,
    pub height: f32,
    pub count: Count,
}

/// Glyphs that show something, each counted once; and those of them whose letters had to be guessed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    pub letters: usize,
    pub guessed: usize,
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
    let (width, height) = (ink.width, ink.height);
    let mut counts = [0; 4];
    ink.glyphs.iter().for_each(|glyph| counts[turn_of(glyph)] += 1);
    let main = (0..4).rev().max_by_key(|&turn| counts[turn]).unwrap_or(0);
    let (glyphs, mut others) = if counts[main] == ink.glyphs.len() {
        (ink.glyphs, Vec::new())
    } else {
        ink.glyphs.into_iter().partition(|glyph| turn_of(glyph) == main)
    };
    let frame = Frame { turn: main, width, height };
    let mut count = Count::default();
    let mut page = PageText { lines: lines(glyphs, frame, &mut count), ..PageText::default() };
    others.sort_by_key(turn_of);
    for glyphs in others.chunk_by(|a, b| turn_of(a) == turn_of(b)) {
        let own = Frame { turn: turn_of(&glyphs[0]), width, height };
        for line in lines(glyphs.to_vec(), own, &mut count) {
            // A turned line is one word: it stands in one place.
            let rect = line.words.iter().map(|w| w.rect).reduce(union).unwrap_or_default();
            let [x0, _, x1, bottom] = frame.rect(Frame::into, rect);
            let (sure, size) = (line.words.iter().all(|w| w.sure), line.size());
            page.turned.push(Word { text: line.text(), x0, x1, base: bottom, size, sure, rect });
        }
    }
    page.rules = ink.rules.into_iter().map(|rule| frame.rect(Frame::into, rule)).collect();
    let dot = |rect: [f32; 4]| Dot { place: frame.rect(Frame::into, rect), rect };
    page.dots = ink.dots.into_iter().map(dot).collect();
    page.count = count;
    (page.width, page.height) = if main.is_multiple_of(2) { (width, height) } else { (height, width) };
    page
}

pub fn union(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

/// Lines of glyphs that run one way, from top to bottom.
fn lines(mut glyphs: Vec<Glyph>, frame: Frame, count: &mut Count) -> Vec<Line> {
    for glyph in &mut glyphs {
        (glyph.from, glyph.to) = (frame.into(glyph.from), frame.into(glyph.to));
    }
    glyphs.sort_by(|a, b| a.from[1].total_cmp(&b.from[1]));
    let same_line = |a: &Glyph, b: &Glyph| b.from[1] - a.from[1] <= 0.12 * a.size.min(b.size);
    let mut lines = Vec::new();
    for row in glyphs.chunk_by_mut(same_line) {
        row.sort_by(|a, b| a.from[0].total_cmp(&b.from[0]));
        let words = words(row, frame, count);
        if !words.is_empty() {
            lines.push(Line { words });
        }
    }
    join_raised(lines)
}

fn words(row: &[Glyph], frame: Frame, count: &mut Count) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    // The letters of the last word, while it is open.
    let mut text = String::new();
    let mut open = false;
    // Where the last blank stands.
    let mut blank = f32::MIN;
    for (at, glyph) in row.iter().enumerate() {
        let ([x0, base], [x1, _]) = (glyph.from, glyph.to);
        if glyph.text.is_blank() {
            (open, blank) = (false, x0);
            continue;
        }
        // A blank that takes no room is none: so a browser draws a soft hyphen before the hyphen that is seen.
        open |= (x0 - blank).abs() < NOTHING * glyph.size;
        if is_twice(&row[..at], glyph) {
            continue;
        }
        count.letters += 1;
        count.guessed += usize::from(!glyph.sure);
        match words.last_mut().filter(|word| open && x0 - word.x1 <= WORD_GAP * glyph.size.max(word.size)) {
            Some(word) => {
                word.x1 = word.x1.max(x1);
                word.size = word.size.max(glyph.size);
                word.sure &= glyph.sure;
            }
            None => {
                close(words.last_mut(), &mut text, frame);
                let (size, sure) = (glyph.size, glyph.sure);
                words.push(Word { text: String::new(), x0, x1, base, size, sure, rect: [0.0; 4] });
            }
        }
        glyph.text.push_to(&mut text);
        open = !glyph.text.ends_blank();
    }
    close(words.last_mut(), &mut text, frame);
    words
}

/// Gives a word its letters and its place.
fn close(word: Option<&mut Word>, letters: &mut String, frame: Frame) {
    let Some(word) = word else { return };
    let text = letters.trim();
    // Letters below U+0300 are composed; they alone have bytes below this only.
    word.text = if text.bytes().all(|b| b < 0xcc) { text.to_owned() } else { text.nfc().collect() };
    word.rect = frame.rect(Frame::back, [word.x0, word.top(), word.x1, word.bottom()]);
    letters.clear();
}

/// True where the same letter stands among the glyphs before it in its row.
fn is_twice(before: &[Glyph], glyph: &Glyph) -> bool {
    let near = (TWICE * glyph.size).min(TWICE_POINTS);
    let [x, y] = glyph.from;
    let same = |other: &Glyph| (other.from[1] - y).hypot(other.from[0] - x) < near && other.text == glyph.text;
    before.iter().rev().take(NEIGHBOURS).take_while(|other| x - other.from[0] < near).any(same)
}

/// Joins small raised (or lowered) words to the line that they stand in.
fn join_raised(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut waiting: Vec<Line> = Vec::new();
    for mut line in lines {
        let (size, base) = (line.size(), line.base());
        waiting.extend(strange(&mut line, size));
        let (belongs, apart): (Vec<Line>, Vec<Line>) = std::mem::take(&mut waiting).into_iter().partition(|small| {
            let rise = base - small.base();
            let is_small =
                small.size() <= RAISED * size || (small.size() < size && rise > RISE * size && is_number(small));
            is_small && rise < REACH * size && small.words.iter().all(|word| touches(&line, word))
        });
        // Its own line may stand lower than others beside it.
        let (still, apart): (Vec<Line>, Vec<Line>) =
            apart.into_iter().partition(|small| base - small.base() < REACH * small.size());
        out.extend(apart);
        waiting = still;
        belongs.into_iter().flat_map(|small| small.words).for_each(|word| insert(&mut line, word, true));
        // A lowered word belongs to the line before it.
        let lowered = out.last().is_some_and(|before| {
            line.size() <= RAISED * before.size()
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

/// Takes small numbers out of a line that touch none of its words: they are raised above a word of a lower line.
fn strange(line: &mut Line, size: f32) -> Vec<Line> {
    if line.words.iter().all(|word| word.size > RAISED * size) {
        return Vec::new();
    }
    let is_alone = |at: usize, word: &Word| {
        let is_number = word.text.len() <= 2 && word.text.bytes().all(|b| b.is_ascii_digit());
        let touches = |other: &Word| word.x0 - other.x1 <= 0.3 * size;
        word.size <= RAISED * size && is_number && !at.checked_sub(1).is_some_and(|before| touches(&line.words[before]))
    };
    let alone: Vec<bool> = line.words.iter().enumerate().map(|(at, word)| is_alone(at, word)).collect();
    let mut alone = alone.into_iter();
    let (out, rest) = std::mem::take(&mut line.words).into_iter().partition(|_| alone.next().unwrap_or(false));
    line.words = rest;
    Vec::into_iter(out).map(|word| Line { words: vec![word] }).collect()
}

fn is_number(line: &Line) -> bool {
    line.words.iter().all(|word| word.text.len() <= 2 && word.text.bytes().all(|b| b.is_ascii_digit()))
}

/// True where a word stands right after a word of the line, or right before its first one.
fn touches(line: &Line, word: &Word) -> bool {
    let begins = line.words.first().is_some_and(|first| (first.x0 - word.x1).abs() <= 0.6 * first.size);
    begins || line.words.iter().any(|other| (word.x0 - other.x1).abs() <= 0.3 * other.size)
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
    } else if is_raised {
        word.text = raised("", &word.text);
    }
    line.words.insert(at, word);
}
