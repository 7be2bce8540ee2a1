//! The note on paper: its blocks laid out on A4 pages of a PDF.

use super::{Block, Note, Number, Sentence};
use crate::chart::drawing::{Colour, Drawing};
use crate::export::letters::face;
use crate::export::pdf::{About, HEIGHT, Ink, Paper, Role, WIDTH};
use crate::lang::Lang;

const LEFT: f32 = 48.0;
const INNER: f32 = WIDTH - 2.0 * LEFT;
const TOP: f32 = 40.0;
/// Where the text of a page ends.
const BOTTOM: f32 = HEIGHT - 48.0;

const fn colour(hex: u32) -> Colour {
    Colour([(hex >> 16) as u8, (hex >> 8) as u8, hex as u8, 255])
}

const TEXT: Colour = colour(0x1B_1B1F);
const WEAK: Colour = colour(0x5A_5F69);
const ACCENT: Colour = colour(0x00_5A8C);
const GROUND: Colour = colour(0xEF_F3F7);
const RULE: Colour = colour(0xC9_D2DB);

const TITLE: Ink = Ink { size: 22.0, bold: true, colour: TEXT };
const LEAD: Ink = Ink { size: 9.5, bold: false, colour: WEAK };
const THEME: Ink = Ink { size: 13.5, bold: true, colour: ACCENT };
const HEADING: Ink = Ink { size: 9.6, bold: true, colour: TEXT };
const BODY: Ink = Ink { size: 8.8, bold: false, colour: TEXT };
const SOURCE: Ink = Ink { size: 7.2, bold: false, colour: WEAK };
const VALUE: Ink = Ink { size: 19.0, bold: true, colour: ACCENT };
const LABEL: Ink = Ink { size: 8.2, bold: true, colour: TEXT };
const DETAIL: Ink = Ink { size: 7.8, bold: false, colour: TEXT };

/// The pages of a note; its charts as drawings, none higher than `most` points. At the foot of each page so many
/// points stay `spare`.
#[must_use]
pub fn pages(note: &Note, charts: &[Drawing], most: f32, spare: f32) -> Paper {
    let mut pen = Pen { paper: Paper::default(), y: TOP, bottom: BOTTOM - spare };
    pen.paper.page();
    for (n, block) in note.blocks.iter().enumerate() {
        // A heading never ends a page: what follows it must have room below.
        let follows = match block {
            // A theme begins where its first numbers have room, or its chart has.
            Block::Theme(_) => {
                let rest = &note.blocks[n + 1..];
                let texts = rest.iter().take_while(|next| matches!(next, Block::Text(_))).count();
                rest.iter().take(texts + 1).map(|next| room(next, charts, most).min(150.0)).sum()
            }
            _ => note.blocks.get(n + 1).map_or(0.0, |next| room(next, charts, most).min(150.0)),
        };
        pen.block(block, charts, most, follows);
    }
    pen.feet(&note.foot, note.lang);
    pen.paper
}

/// The file of laid-out pages.
#[must_use]
pub fn file(paper: Paper, note: &Note) -> Vec<u8> {
    let language = match note.lang {
        Lang::Da => "da",
        Lang::En => "en",
    };
    paper.finish(&About { title: &note.lang.text("note-title"), language })
}

/// How high a block is at least where it begins.
fn room(block: &Block, charts: &[Drawing], most: f32) -> f32 {
    match block {
        Block::Chart(n) => charts.get(*n).map_or(0.0, |drawing| drawing.height * fit(drawing, most)),
        Block::Numbers(_) => 80.0,
        Block::Title(_) | Block::Theme(_) => 40.0,
        Block::Lead(_) | Block::Heading(_) | Block::Text(_) | Block::Bullet(_) => 26.0,
    }
}

/// How many times as large a chart is drawn.
fn fit(drawing: &Drawing, most: f32) -> f32 {
    (INNER / drawing.width).min(most / drawing.height)
}

/// A run of words in one ink.
type Run<'a> = (&'a str, Ink);

/// Words of one ink in a line, and where they begin.
struct Stretch {
    x: f32,
    text: String,
    ink: Ink,
}

/// Breaks runs into lines of a width.
fn wrap(runs: &[Run<'_>], width: f32) -> Vec<Vec<Stretch>> {
    let mut lines: Vec<Vec<Stretch>> = vec![Vec::new()];
    let mut x = 0.0;
    for (text, ink) in runs {
        let face = face(ink.bold);
        let blank = face.width(" ", ink.size);
        // A number and what marks it as a percentage stay together.
        let text = text.replace(" pct.", "\u{a0}pct.");
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let wide = face.width(word, ink.size);
            let line = lines.last_mut().expect("never empty");
            let before = if line.is_empty() { 0.0 } else { blank };
            if x + before + wide > width && !line.is_empty() {
                lines.push(vec![Stretch { x: 0.0, text: word.to_owned(), ink: *ink }]);
                x = wide;
                continue;
            }
            x += before + wide;
            match line.last_mut() {
                Some(last) if last.ink == *ink => {
                    last.text.push(' ');
                    last.text.push_str(word);
                }
                _ => line.push(Stretch { x: x - wide, text: word.to_owned(), ink: *ink }),
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The height of a line of these stretches.
fn leading(size: f32) -> f32 {
    size * 1.32
}

struct Pen {
    paper: Paper,
    y: f32,
    /// Where the text of a page ends.
    bottom: f32,
}

impl Pen {
    /// Goes to a new page where so much does not fit any more.
    fn need(&mut self, height: f32) {
        if self.y + height > self.bottom && self.y > TOP {
            self.paper.page();
            self.y = TOP;
        }
    }

    fn block(&mut self, block: &Block, charts: &[Drawing], most: f32, follows: f32) {
        match block {
            Block::Title(text) => {
                self.lines(Role::Title, &[(text, TITLE)], LEFT, INNER);
                self.y += 2.0;
            }
            Block::Lead(text) => {
                self.lines(Role::Paragraph, &[(text, LEAD)], LEFT, INNER);
                let y = self.y + 5.0;
                self.paper.ornament(|paper| paper.fill(LEFT, y, INNER, 1.6, ACCENT));
                self.y += 8.0;
            }
            Block::Theme(text) => {
                self.need(follows + 60.0);
                self.y += 9.0;
                self.lines(Role::Heading, &[(text, THEME)], LEFT, INNER);
                self.y += 1.0;
            }
            Block::Heading(text) => {
                self.need(follows + 20.0);
                self.y += 4.5;
                self.lines(Role::Subheading, &[(text, HEADING)], LEFT, INNER);
                self.y += 1.5;
            }
            Block::Text(sentence) => self.sentence(sentence, 0.0),
            Block::Bullet(sentence) => {
                self.sentence(sentence, 11.0);
                self.y += 1.4;
            }
            Block::Numbers(numbers) => self.numbers(numbers),
            Block::Chart(n) => {
                let Some(drawing) = charts.get(*n) else { return };
                let scale = fit(drawing, most);
                let height = drawing.height * scale;
                self.need(height + 4.0);
                let y = self.y + 2.0;
                let x = LEFT + (INNER - drawing.width * scale) / 2.0;
                let alt = words(drawing);
                self.paper.piece(Role::Figure(alt), |paper| paper.drawing(x, y, scale, drawing));
                self.y += height + 4.0;
            }
        }
    }

    /// Lines of text; a page that ends among them parts them into two pieces.
    fn lines(&mut self, role: Role, runs: &[Run<'_>], x: f32, width: f32) {
        let size = runs.iter().map(|(_, ink)| ink.size).fold(0.0, f32::max);
        let mut lines = wrap(runs, width);
        while !lines.is_empty() {
            self.need(leading(size));
            let fit = (((self.bottom - self.y) / leading(size)) as usize).clamp(1, lines.len());
            let rest = lines.split_off(fit);
            let top = self.y;
            self.paper.piece(role.clone(), |paper| put(paper, &lines, x, top, size));
            self.y += leading(size) * fit as f32;
            lines = rest;
        }
    }

    fn sentence(&mut self, sentence: &Sentence, indent: f32) {
        let source = if sentence.source.is_empty() { String::new() } else { format!("[{}]", sentence.source) };
        let runs = [(sentence.text.as_str(), BODY), (source.as_str(), SOURCE)];
        if indent > 0.0 {
            self.need(leading(BODY.size));
            let y = self.y + BODY.size;
            self.paper.ornament(|paper| paper.text(LEFT + 2.0, y, "\u{2022}", BODY));
        }
        self.lines(Role::Paragraph, &runs, LEFT + indent, INNER - indent);
    }

    /// The numbers side by side, each on a ground of its own.
    fn numbers(&mut self, numbers: &[Number]) {
        const GAP: f32 = 9.0;
        const PAD: f32 = 7.0;
        let columns = numbers.len().max(1) as f32;
        let wide = (INNER - GAP * (columns - 1.0)) / columns;
        let inner = wide - 2.0 * PAD;
        let boxes: Vec<Vec<(Vec<Vec<Stretch>>, f32)>> = numbers
            .iter()
            .map(|number| {
                let source = format!("[{}]", number.source);
                let parts =
                    [(&number.value, VALUE), (&number.label, LABEL), (&number.detail, DETAIL), (&source, SOURCE)];
                let filled = parts.into_iter().filter(|(text, _)| !text.is_empty() && *text != "[]");
                filled.map(|(text, ink)| (wrap(&[(text, ink)], inner), ink.size)).collect()
            })
            .collect();
        let high = |parts: &Vec<(Vec<Vec<Stretch>>, f32)>| -> f32 {
            parts.iter().map(|(lines, size)| leading(*size) * lines.len() as f32).sum()
        };
        let height = boxes.iter().map(high).fold(0.0, f32::max) + 2.0 * PAD;
        self.y += 4.0;
        self.need(height);
        let top = self.y;
        for (n, parts) in boxes.iter().enumerate() {
            let x = LEFT + n as f32 * (wide + GAP);
            self.paper.ornament(|paper| {
                paper.fill(x, top, wide, height, GROUND);
                paper.fill(x, top, 2.2, height, ACCENT);
            });
            self.paper.piece(Role::Paragraph, |paper| {
                let mut y = top + PAD;
                for (lines, size) in parts {
                    put(paper, lines, x + PAD, y, *size);
                    y += leading(*size) * lines.len() as f32;
                }
            });
        }
        self.y += height + 4.0;
    }

    /// The foot of every page.
    fn feet(&mut self, foot: &str, lang: Lang) {
        let pages = self.paper.pages();
        for page in 0..pages {
            let numbered = [("page", (page + 1).into()), ("pages", pages.into())];
            let count = lang.text_with("note-page", &numbered);
            self.paper.turn_to(page);
            self.paper.ornament(|paper| {
                let y = HEIGHT - 34.0;
                paper.fill(LEFT, y - 10.0, INNER, 0.6, RULE);
                paper.text(LEFT, y, foot, SOURCE);
                let wide = face(false).width(&count, SOURCE.size);
                paper.text(LEFT + INNER - wide, y, &count, SOURCE);
            });
        }
    }
}

fn put(paper: &mut Paper, lines: &[Vec<Stretch>], x: f32, top: f32, size: f32) {
    for (n, line) in lines.iter().enumerate() {
        let y = top + size + leading(size) * n as f32;
        for (at, stretch) in line.iter().enumerate() {
            // A blank at the end keeps words of two lines apart where the text is taken out.
            let text = if at + 1 == line.len() { format!("{} ", stretch.text) } else { stretch.text.clone() };
            paper.text(x + stretch.x, y, &text, stretch.ink);
        }
    }
}

/// The words of a drawing, for those who cannot see it.
#[must_use]
pub fn words(drawing: &Drawing) -> String {
    let texts = drawing.items.iter().filter_map(|item| match &item.shape {
        crate::chart::drawing::Shape::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join("; ")
}
