//! Pages to one document: lines to paragraphs and headings, tables in their places, words with their boxes.

use super::banded;
use super::beside;
use super::bullets;
use super::columns;
use super::contents;
use super::continued::{OpenTable, add_rows, continues, extend};
use super::join::{Join, Known};
use super::ruled::{self, RuledTable};
use super::style::Style;
use super::unruled::{self, UnruledTable};
use super::words::{Line, PageText, Word};
use crate::model::source::{BlockKind, Layout};
use crate::read::build::Builder;
use crate::read::grid::{Grid, GridCell, Mark, Rich};
use crate::text::sentence::is_entry;

/// Signs that end a sentence or a lead-in.
const ENDS: [char; 5] = ['.', ':', '?', '!', ';'];

/// What stands on a page, from top to bottom.
enum Item {
    Line(Line),
    Table(OpenTable),
    /// Rows without headings, which may go on with the table of the page before; else they are these lines.
    Rest(OpenTable, Vec<Line>),
}

/// A part of a page that is read for itself, such as a column: its text, and its tables with lines.
pub struct Part {
    text: PageText,
    tables: Vec<RuledTable>,
    /// Single rows with lines around them, which may belong to a table of the part before or after.
    rows: Vec<RuledTable>,
    /// The words of its running text.
    known: Known,
    /// True where its first table does not go on with the last one of the part before.
    fresh: bool,
}

/// A page's parts in the order in which they are read.
pub fn parts(mut page: PageText) -> Vec<Part> {
    bullets::set(&mut page);
    let part = |(mut text, fresh): (PageText, bool)| {
        let (mut tables, rows) = ruled::take_tables(&mut text);
        tables.extend(banded::take_tables(&mut text, &tables, &rows));
        tables.sort_by(|a, b| a.bounds[1].total_cmp(&b.bounds[1]));
        Part { known: Known::of(&text.lines), text, tables, rows, fresh }
    };
    columns::split(page).into_iter().flat_map(beside::split).map(part).collect()
}

/// Adds all pages (their number from 0, and their parts) to a builder.
pub fn lay_out(pages: Vec<(usize, Vec<Part>)>, builder: &mut Builder) {
    let count = pages.len();
    // From here on a part is like a page.
    let (mut numbers, mut texts, mut tables, mut fresh) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut rows = Vec::new();
    let mut known = Known::default();
    for (number, parts) in pages {
        for part in parts {
            numbers.push(number);
            texts.push(part.text);
            tables.push(part.tables);
            rows.push(part.rows);
            fresh.push(part.fresh);
            known.add(part.known);
        }
    }
    add_rows(rows, &mut tables, &mut texts);
    let furniture = super::furniture::take(&mut texts, count);
    texts.iter_mut().for_each(|page| contents::settle(&mut page.lines));
    let style = Style::of(&texts);
    let mut writer = Writer { builder, known, style, open: None, table: None, notes: Vec::new() };
    for (at, page) in texts.into_iter().enumerate() {
        let number = numbers[at] as u32 + 1;
        for (_, line) in furniture.iter().filter(|(first, _)| *first == at) {
            if writer.open.is_none() && writer.table.is_none() {
                writer
                    .builder
                    .push(BlockKind::Furniture, rich(std::slice::from_ref(line), number, &writer.known, None));
            }
        }
        let items = items(page, std::mem::take(&mut tables[at]), number, &writer.known);
        // Tables may reach beyond the text.
        let right = |item: &Item| if let Item::Line(line) = item { line.x1() } else { 0.0 };
        let margin = items.iter().map(right).fold(0.0, f32::max);
        let notes = items
            .iter()
            .rposition(|item| !matches!(item, Item::Line(line) if writer.style.is_note(line)))
            .map_or(0, |last| last + 1);
        for (index, item) in items.into_iter().enumerate() {
            match item {
                Item::Line(line) if index >= notes && writer.may_go_on(&line) => {
                    writer.notes.push((line, number, at, margin))
                }
                Item::Line(line) => writer.line(line, number, at, margin),
                Item::Table(table) => writer.table(table, index == 0 && !fresh[at]),
                Item::Rest(table, lines) => {
                    if writer.go_on(table, index == 0 && !fresh[at]).is_some() {
                        lines.into_iter().for_each(|line| writer.line(line, number, at, margin));
                    }
                }
            }
        }
    }
    writer.flush();
}

/// The text of lines that belong together, with the places of their words. `right` is where a cell's lines end at
/// the latest, as far as that is known: a word that was too long for it goes on in the next line.
fn rich(lines: &[Line], page: u32, known: &Known, right: Option<f32>) -> Rich {
    let mut out = Rich::default();
    let mut before: Option<&Line> = None;
    for (index, line) in lines.iter().enumerate() {
        let joined = match (before, line.words.first()) {
            (Some(before), Some(_)) if known.is_cut(&out.text, before, &lines[index..], right) => Join::Close,
            (Some(before), Some(next)) => {
                before.words.last().map_or(Join::Blank, |last| known.join(&last.text, &next.text))
            }
            _ => Join::Blank,
        };
        append(&mut out, line, page, joined);
        before = Some(line);
    }
    out
}

fn append(out: &mut Rich, line: &Line, page: u32, joined: Join) {
    if !out.text.is_empty() {
        match joined {
            Join::Blank => out.text.push(' '),
            Join::Close => {}
            Join::Whole => {
                out.text.pop();
                if let Some(mark) = out.marks.last_mut() {
                    mark.range.end = mark.range.end.min(out.text.len() as u32);
                }
            }
        }
    }
    for (index, word) in line.words.iter().enumerate() {
        if index > 0 {
            out.text.push(' ');
        }
        push_word(out, word, page);
    }
}

fn push_word(out: &mut Rich, word: &Word, page: u32) {
    let start = out.text.len() as u32;
    out.text.push_str(&word.text);
    let range = start..out.text.len() as u32;
    out.marks.push(Mark { range, page, rect: word.rect, sure: word.sure });
}

/// A page's lines and tables from top to bottom.
fn items(page: PageText, ruled: Vec<RuledTable>, number: u32, known: &Known) -> Vec<Item> {
    let mut items: Vec<(f32, Item)> = Vec::new();
    for table in ruled {
        let table = from_ruled(table, number, known);
        items.push((table.top, Item::Table(table)));
    }
    // Tables divide the lines: those above one and those below it are not one unruled table.
    let tops: Vec<f32> = items.iter().map(|(top, _)| *top).collect();
    let zone = |line: &Line| tops.iter().filter(|top| **top < line.top()).count();
    let mut found: Vec<UnruledTable> = Vec::new();
    let mut from = 0;
    for lines in page.lines.chunk_by(|a, b| zone(a) == zone(b)) {
        for table in unruled::find(lines) {
            found.push(UnruledTable { lines: table.lines.start + from..table.lines.end + from, ..table });
        }
        from += lines.len();
    }
    let mut found = found.into_iter().peekable();
    let mut lines = page.lines.into_iter().enumerate();
    while let Some((at, line)) = lines.next() {
        let top = line.top();
        let Some(table) = found.next_if(|table| table.lines.start == at) else {
            items.push((top, Item::Line(line)));
            continue;
        };
        let rest = table.lines.len().saturating_sub(1);
        let own = std::iter::once(line).chain(lines.by_ref().take(rest).map(|(_, line)| line)).collect();
        let is_headless = table.head_rows == 0 && !table.alone;
        let table = from_unruled(table, top, number, known);
        items.push((top, if is_headless { Item::Rest(table, own) } else { Item::Table(table) }));
    }
    items.sort_by(|a, b| a.0.total_cmp(&b.0));
    items.into_iter().map(|(_, item)| item).collect()
}

fn from_ruled(table: RuledTable, page: u32, known: &Known) -> OpenTable {
    let cells = table.cells.iter().map(|cell| GridCell {
        row: cell.row as u32,
        col: cell.col as u32,
        row_span: cell.row_span as u32,
        col_span: cell.col_span as u32,
        head: false,
        text: rich(&cell.lines, page, known, Some(cell.right())),
    });
    let grid = Grid { cells: cells.collect(), layout: Layout::Ruled, guessed: false, caption: None };
    OpenTable { grid, rows: table.rows as u32, columns: table.columns(), top: table.bounds[1], open: table.open }
}

fn from_unruled(table: UnruledTable, top: f32, page: u32, known: &Known) -> OpenTable {
    let rows = table.head_rows + table.rows.len() as u32;
    let right = |col: usize| table.columns.get(col).map(|column| column.end);
    let heads = table.heads.iter().map(|cell| GridCell {
        row: cell.row,
        col: cell.col as u32,
        row_span: cell.row_span,
        col_span: cell.col_span as u32,
        head: true,
        // Where a heading's room ends, its column does not say.
        text: rich(&cell.lines, page, known, None),
    });
    let mut cells: Vec<GridCell> = heads.collect();
    cells.sort_by_key(|cell| (cell.row, cell.col));
    for (row, own) in table.rows.iter().enumerate() {
        cells.extend(own.iter().enumerate().map(|(col, lines)| GridCell {
            row: table.head_rows + row as u32,
            col: col as u32,
            row_span: 1,
            col_span: 1,
            head: false,
            text: rich(lines, page, known, right(col)),
        }));
    }
    let grid = Grid { cells, layout: Layout::Aligned, guessed: table.guessed, caption: None };
    OpenTable { grid, rows, columns: table.columns, top, open: false }
}

/// A paragraph that may go on in the next line or on the next page.
struct Paragraph {
    kind: BlockKind,
    text: Rich,
    last: Line,
    /// The page, or the part of one, by index.
    part: usize,
    /// Where the page's lines end.
    margin: f32,
}

struct Writer<'b> {
    builder: &'b mut Builder,
    known: Known,
    style: Style,
    open: Option<Paragraph>,
    table: Option<OpenTable>,
    /// Notes at the end of a page in the middle of a sentence or below a table, as [`Self::line`] takes them: they follow
    /// its paragraph or the table, which the next page may go on with.
    notes: Vec<(Line, u32, usize, f32)>,
}

impl Writer<'_> {
    fn line(&mut self, line: Line, page: u32, part: usize, margin: f32) {
        self.flush_table();
        let kind = self.style.kind(&line);
        if let Some(open) = self.open.as_mut().filter(|open| goes_on(open, &line, part, kind, self.style.pitch)) {
            let last = open.last.words.last().map_or("", |word| word.text.as_str());
            let next = line.words.first().map_or("", |word| word.text.as_str());
            append(&mut open.text, &line, page, self.known.join(last, next));
            open.last = line;
            (open.part, open.margin) = (part, margin);
            return;
        }
        self.flush_paragraph();
        let text = rich(std::slice::from_ref(&line), page, &self.known, None);
        self.open = Some(Paragraph { kind, text, last: line, part, margin });
    }

    fn table(&mut self, table: OpenTable, starts_page: bool) {
        if let Some(table) = self.go_on(table, starts_page) {
            self.flush();
            self.table = Some(table);
        }
    }

    /// Adds a table that begins a page to the one that ended the page before; gives it back where they are two.
    fn go_on(&mut self, table: OpenTable, starts_page: bool) -> Option<OpenTable> {
        if let Some(open) = self.table.as_mut().filter(|_| starts_page)
            && let Some(map) = continues(open, &table)
        {
            extend(open, table, &map, &self.known);
            return None;
        }
        Some(table)
    }

    fn flush(&mut self) {
        self.flush_paragraph();
        self.flush_table();
    }

    /// True before a note in the middle of a sentence, and before one with its mark behind a table, which may have a
    /// line in small letters of its own.
    fn may_go_on(&self, note: &Line) -> bool {
        let is_marked = || note.words.first().is_some_and(|word| is_mark_of_note(&word.text));
        let is_open = |open: &Paragraph| !open.text.text.trim_end().ends_with(ENDS);
        self.table.is_some() && (!self.notes.is_empty() || is_marked()) || self.open.as_ref().is_some_and(is_open)
    }

    fn flush_paragraph(&mut self) {
        if let Some(open) = self.open.take() {
            self.builder.push(open.kind, open.text);
        }
        if self.table.is_none() {
            self.flush_notes();
        }
    }

    fn flush_table(&mut self) {
        if let Some(open) = self.table.take() {
            self.builder.table(open.grid);
            self.flush_notes();
        }
    }

    fn flush_notes(&mut self) {
        if !self.notes.is_empty() {
            for (line, page, part, margin) in std::mem::take(&mut self.notes) {
                self.line(line, page, part, margin);
            }
            self.flush_paragraph();
        }
    }
}

/// "[1]", "12", "*", "*)", "2)"
fn is_mark_of_note(word: &str) -> bool {
    let mark = word.trim_start_matches('[').trim_end_matches([']', ')', '.']);
    mark.starts_with('*') || (1..=2).contains(&mark.len()) && mark.bytes().all(|byte| byte.is_ascii_digit())
}

/// True where a line goes on with the open paragraph: right below it (or on the next page in the middle of a
/// sentence), in the same size, and because its first word had no room in the line before.
fn goes_on(open: &Paragraph, line: &Line, part: usize, kind: BlockKind, pitch: f32) -> bool {
    let Some(first) = line.words.first() else { return false };
    let size = line.size();
    let before = open.text.text.trim_end();
    let ended = before.ends_with(ENDS);
    let is_entry_of_contents = open.last.is_leader() || contents::is_entry(&open.last);
    if open.kind != kind || (open.last.size() - size).abs() > 0.12 * size || is_entry_of_contents {
        return false;
    }
    if line.is_item() && (ended || !is_number_in_sentence(before, line)) {
        return false;
    }
    let had_room = open.last.x1() + 0.2 * size + (first.x1 - first.x0) < open.margin - 1.0;
    let may_be_entry = |line: &Line| line.words.iter().any(|word| word.text.ends_with(':'));
    let is_entry = |line: &Line| may_be_entry(line) && is_entry(&line.text());
    if had_room || is_entry(line) && is_entry(&open.last) {
        return false;
    }
    if part == open.part {
        let step = line.base() - open.last.base();
        return step > 0.0 && step <= pitch * size + (0.06 * size).max(0.7);
    }
    // What begins with a capital on the next page goes on only where the line before it was nearly full.
    let begins = first.text.starts_with(char::is_uppercase) && open.last.x1() < 0.9 * open.margin;
    part == open.part + 1 && !ended && !begins
}

/// A line that starts with a number and a point may be the middle of a sentence ("den | 8. august"): it neither
/// begins a list nor counts on from the item before.
fn is_number_in_sentence(before: &str, line: &Line) -> bool {
    let number = |word: &str| word.strip_suffix('.').and_then(|digits| digits.parse::<u32>().ok());
    let [first, second, ..] = line.words.as_slice() else { return false };
    let Some(count) = number(&first.text) else { return false };
    let counts_on = before.split_whitespace().next().and_then(number).map(|n| n + 1) == Some(count);
    let begins = count == 1 && (second.text == "at" || !second.text.starts_with(char::is_lowercase));
    !counts_on && !begins
}
