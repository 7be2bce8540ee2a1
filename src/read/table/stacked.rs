//! Tables that stand one cell a line: headings first, then rows of a label and a constant number of figures.

use super::{Found, Line, is_caption, is_entry, is_item, is_leader, names_rows};
use crate::model::source::Layout;
use crate::text::sentence::names_part_of_year;
use std::ops::Range;

/// The longest line that can be a heading or a label, in bytes.
const LABEL: usize = 80;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A figure, or a mark that there is none.
    Figure,
    /// A four-digit year: a figure's shape, but it may be a row's label.
    Year,
    /// Text short enough for a heading or a label.
    Label,
    /// Anything else.
    Other,
}

/// A row: the shown lines of its label, and behind them its figures, none of a section's.
struct Row {
    start: usize,
    /// The first line behind the label.
    figures: usize,
}

impl Row {
    fn has_figures(&self, shown: &[(usize, Kind)]) -> bool {
        shown.get(self.figures).is_some_and(|(_, kind)| matches!(kind, Kind::Figure | Kind::Year))
    }
}

pub(super) fn find(lines: &[Line<'_>], within: Range<usize>) -> Vec<Found> {
    let shown: Vec<(usize, Kind)> =
        within.filter(|&i| !lines[i].is_blank()).map(|i| (i, kind(lines[i].text))).collect();
    let mut found = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while at < shown.len() {
        if matches!(shown[at].1, Kind::Figure | Kind::Year) {
            if let Some((table, end)) = table(lines, &shown, from, at) {
                found.push(table);
                from = end;
                at = end;
                continue;
            }
            at += shown[at..].iter().take_while(|(_, kind)| matches!(kind, Kind::Figure | Kind::Year)).count();
        } else {
            at += 1;
        }
    }
    found
}

fn kind(line: &str) -> Kind {
    let line = line.trim();
    if line.len() == 4 && line.bytes().all(|b| b.is_ascii_digit()) && (line.starts_with("19") || line.starts_with("20"))
    {
        Kind::Year
    } else if line.len() <= LABEL && (is_entry(line) || is_entry(without_noun(line))) {
        Kind::Figure
    } else if line.len() > LABEL
        || line.contains('\t')
        || line.ends_with(['.', ':', ';', '?', '!']) && !goes_on_behind_stop(line)
        || is_item(line) && !names_part_of_year(line)
        || is_leader(line)
        || is_caption(line)
    {
        Kind::Other
    } else {
        Kind::Label
    }
}

/// "12 sager" holds a figure as much as "12" does.
fn without_noun(line: &str) -> &str {
    ["sager", "sag", "stk."].iter().find_map(|noun| line.strip_suffix(noun)).map_or("", str::trim_end)
}

/// "Sager pr.", "Gns.", "Hjemmetræning mv.": a full stop that ends no sentence.
fn goes_on_behind_stop(line: &str) -> bool {
    let Some(last) = line.strip_suffix('.').and_then(|line| line.split_whitespace().next_back()) else { return false };
    let last = last.to_lowercase();
    // "Omgørelsespct.", "Ændr./oph."
    let short = ["pct", "stadf", "ændr", "oph", "hjemv", "afv", "omg"].iter().any(|end| last.ends_with(end));
    short
        || ["pr", "gns", "inkl", "ekskl", "ift", "vedr", "mv", "m.v", "m.m", "mm", "o.l", "lign", "st", "omg"]
            .contains(&last.as_str())
}

/// A table whose first figure is the shown line `at`, and where it ends; headings come from after `from`.
fn table(lines: &[Line<'_>], shown: &[(usize, Kind)], from: usize, at: usize) -> Option<(Found, usize)> {
    let labels = shown[from..at].iter().rev().take_while(|(_, kind)| *kind == Kind::Label).count();
    let figures =
        |from: usize| shown[from..].iter().take_while(|(_, k)| matches!(k, Kind::Figure | Kind::Year)).count();
    let run = figures(at);
    let parted = parted(lines, shown, from, at..at + run);
    let labels = if parted.is_some() { labels } else { without_titles(shown, at - labels, at, labels) };
    let first_label = at - labels;
    // Rows named by years: all cells have a figure's shape, and the headings alone tell the width.
    let next_year = shown[at + 1..at + run].iter().position(|(_, kind)| *kind == Kind::Year).map(|cells| cells + 1);
    if let Some(cells) = next_year
        && shown[at].1 == Kind::Year
        && (3..=labels).contains(&cells)
        && run.is_multiple_of(cells)
    {
        let rows = at..at + run;
        // Lines above the headings are a title, if the first heading says that years follow.
        let heads = at - cells..at;
        let said =
            matches!(lines[shown[heads.start].0].text.trim().to_lowercase().as_str(), "år" | "årstal" | "periode");
        if rows.clone().step_by(cells).all(|row| shown[row].1 == Kind::Year) && (labels == cells || said) {
            // Rows named otherwise may end them: "1. halvår 2016", "I alt".
            let mut end = at + run;
            while shown.get(end).is_some_and(|(_, kind)| *kind == Kind::Label) && figures(end + 1) + 1 == cells {
                end += cells;
            }
            return Some((build(lines, shown, heads, at..end, cells, false), end));
        }
    }
    // Years alone are the headings of the rows that follow.
    if shown[at..at + run].iter().all(|(_, kind)| *kind == Kind::Year) {
        return None;
    }
    if labels == 0 {
        return None;
    }
    let width = run;
    // Columns named by years: they stand, as many as a row has figures, right before the first row's label.
    let years = shown[from..first_label].iter().rev().take_while(|(_, kind)| *kind == Kind::Year).count();
    let units = units(lines, shown, from..row_start(lines, shown, first_label, at));
    let grouped = if width < 4 { None } else { grouped(lines, shown, &units, width) };
    let by_years = years == width && labels >= 1 && grouped.is_none();
    let paired = if by_years || width < 2 { None } else { paired(shown, &units, width) };
    // Columns named by years and by words: "Andel | 2020 | 2021 | Antal i 2021" right before the first row's label, with
    // what stands over the labels before the first year.
    let corner = units.len().checked_sub(width + 1).filter(|corner| shown[units[*corner].start].1 == Kind::Label);
    let by_both = corner.is_some() && (1..width).contains(&years) && parted.is_none();
    // One column of figures is a table where what stands over the labels says so.
    let single = width == 1 && labels > 2 && !by_years && names_rows(lines[shown[at - 3].0].text);
    if width < 2 && !single || (labels < width + 1 && !by_years && !by_both && paired.is_none() && grouped.is_none()) {
        return None;
    }
    // The first row's label stands right above its figures; a label split over two lines goes on in small letters.
    let first_row = row_start(lines, shown, first_label, at);
    let mut rows = vec![Row { start: first_row, figures: at }];
    let mut next = at + width;
    loop {
        let label = shown[next..].iter().take(2).take_while(|(_, kind)| *kind == Kind::Label).count();
        let start = next + label;
        if label == 0 || figures(start) != width {
            break;
        }
        let section = label == 2 && row_start(lines, shown, next, start) != next;
        if section {
            // "Sygedagpengeloven" over the rows "I alt, Stadfæstet ...", "Aktivloven" over the same rows again.
            let word = |row: usize| lines[shown[row].0].text.trim();
            if label_of(lines, shown, &rows[0]) != word(start - 1) {
                break;
            }
            rows.push(Row { start: next, figures: next + 1 });
        }
        rows.push(Row { start: next + usize::from(section), figures: start });
        next = start + width;
    }
    if rows.len() < 2 || single && (rows.len() < 3 || first_row + 1 != at) {
        return None;
    }
    // The first section stands between the headings and the first row.
    let above = first_row - first_label;
    let sectioned = rows.iter().any(|row| !row.has_figures(shown));
    if sectioned && !by_years && above == width + 1 {
        // A heading over the labels, or the first section: nobody can tell.
        return None;
    }
    let first_row = if sectioned && (by_years && above == 1 || above > width + 1) {
        rows.insert(0, Row { start: first_row - 1, figures: first_row });
        first_row - 1
    } else {
        first_row
    };
    let mut heads: Vec<Range<usize>> = match (&paired, &grouped) {
        (Some(heads), _) | (None, Some((_, heads))) => heads.clone(),
        (None, None) if parted.is_some() => parted.unwrap_or_default(),
        _ if by_years && first_row == first_label => (first_row - years..first_row).map(|at| at..at + 1).collect(),
        _ if by_both => units.clone(),
        _ => headings(lines, shown, first_label..first_row, width),
    };
    if heads.len() < width {
        return None;
    }
    // With one heading over the labels the headings are as many as a row's cells. With more lines above, only
    // their distance to the figures tells which are headings.
    let corner = heads.len().checked_sub(width + 1).map(|at| heads[at].start);
    let spare = heads.len() > width + 1 && !corner.is_some_and(|at| names_rows(text(lines, shown, at)));
    heads.drain(..heads.len().saturating_sub(width + 1));
    let mut head_from = heads[0].start;
    // "Kommune" over the labels of rows whose columns are named by years.
    if by_years && heads.len() == width && head_from > from && shown[head_from - 1].1 == Kind::Label {
        head_from -= 1;
        heads.insert(0, head_from..head_from + 1);
    }
    let mut cells: Vec<Vec<Range<usize>>> = Vec::new();
    let place =
        |head: &Range<usize>| lines[shown[head.start].0].trimmed().start..lines[shown[head.end - 1].0].trimmed().end;
    let upper = grouped.as_ref().map(|(upper, _)| upper);
    let corner = heads.first().map_or(0, |head| place(head).start);
    if let Some(upper) = upper {
        let each = width / upper.len();
        head_from = upper[0].start;
        let corner = place(&upper[0]).start;
        let mut row = vec![corner..corner; width + 1];
        for (group, head) in upper.iter().enumerate() {
            row[1 + group * each] = place(head);
            row[2 + group * each..].fill(place(head).end..place(head).end);
        }
        // A title over all is seldom one word.
        let over = |unit: &&Range<usize>| unit.end == head_from && !text(lines, shown, unit.start).contains(' ');
        if let Some(before) = units.iter().find(over) {
            row[0] = place(before);
            head_from = before.start;
        }
        cells.push(row);
    }
    let head: Vec<Range<usize>> = heads.iter().map(place).collect();
    cells.push(if head.len() == width { std::iter::once(corner..corner).chain(head).collect() } else { head });
    for row in &rows {
        let label = lines[shown[row.start].0].trimmed().start..lines[shown[row.figures - 1].0].trimmed().end;
        let values = row.figures..row.figures + if row.has_figures(shown) { width } else { 0 };
        cells.push(std::iter::once(label).chain(values.map(|i| lines[shown[i].0].trimmed())).collect());
    }
    let found = Found {
        lines: shown[head_from].0..shown[next - 1].0 + 1,
        rows: cells,
        layout: Layout::Stacked,
        guessed: spare,
        caption: caption(lines, shown, head_from),
    };
    Some((found, next))
}

fn text<'t>(lines: &[Line<'t>], shown: &[(usize, Kind)], at: usize) -> &'t str {
    lines[shown[at].0].text.trim()
}

/// The headings and years at the end of the shown lines, what goes on over a line's end joined.
fn units(lines: &[Line<'_>], shown: &[(usize, Kind)], within: Range<usize>) -> Vec<Range<usize>> {
    let heading = |at: &usize| matches!(shown[*at].1, Kind::Label | Kind::Year);
    let start = within.end - within.clone().rev().take_while(heading).count();
    let mut units: Vec<Range<usize>> = Vec::new();
    for at in start..within.end {
        let small = text(lines, shown, at).starts_with(|c: char| c.is_lowercase() || c == '(');
        match units.last_mut().filter(|unit| small && shown[unit.end - 1].1 == Kind::Label) {
            Some(unit) => unit.end = at + 1,
            None => units.push(at..at + 1),
        }
    }
    units
}

/// Headings over two lines, a word and a year each: "Tønder", "2020", "Tønder", "2021", "Hele landet", "2021".
fn paired(shown: &[(usize, Kind)], units: &[Range<usize>], width: usize) -> Option<Vec<Range<usize>>> {
    let from = units.len().checked_sub(2 * width)?;
    let is_year = |unit: &Range<usize>| shown[unit.start].1 == Kind::Year;
    let first = is_year(&units[from]);
    let alternate = units[from..].iter().enumerate().all(|(at, unit)| is_year(unit) == (first == (at % 2 == 0)));
    let over = units[..from].last().filter(|unit| !is_year(unit));
    let pairs = units[from..].chunks(2).map(|pair| pair[0].start..pair[1].end);
    alternate.then(|| over.cloned().into_iter().chain(pairs).collect())
}

/// Groups over headings that come again in each: "Serviceloven", "Aktivloven" over "Antal", "Andel", "Antal", "Andel".
type Grouped = (Vec<Range<usize>>, Vec<Range<usize>>);

fn grouped(lines: &[Line<'_>], shown: &[(usize, Kind)], units: &[Range<usize>], width: usize) -> Option<Grouped> {
    let from = units.len().checked_sub(width)?;
    let word = |unit: &Range<usize>| unit.clone().map(|at| text(lines, shown, at)).collect::<Vec<_>>();
    let heads = &units[from..];
    let again = |each: &usize| heads.iter().zip(&heads[*each..]).all(|(head, next)| word(head) == word(next));
    let each = (1..=width / 2).filter(|each| width.is_multiple_of(*each)).find(again)?;
    let upper = &units[from.checked_sub(width / each)?..from];
    let years = |units: &[Range<usize>]| units.iter().filter(|unit| shown[unit.start].1 == Kind::Year).count();
    let told_apart = (1..upper.len()).all(|at| !upper[..at].iter().any(|other| word(other) == word(&upper[at])));
    let alike = years(upper) == 0 || years(upper) == upper.len();
    (told_apart && alike).then(|| (upper.to_vec(), heads.to_vec()))
}

/// Headings that blank lines part, as they do all cells: each is what stands between two of them, over one line or
/// more. Nothing where no heading has a second line, or where lines that stand together may be a heading each.
fn parted(
    lines: &[Line<'_>],
    shown: &[(usize, Kind)],
    from: usize,
    figures: Range<usize>,
) -> Option<Vec<Range<usize>>> {
    let apart = |at: usize| at == 0 || shown[at].0 > shown[at - 1].0 + 1;
    let width = figures.len();
    let label = figures.start.checked_sub(1)?;
    if width < 2 || label <= from || !apart(label) || !figures.clone().all(apart) {
        return None;
    }
    let heading = |(_, kind): &&(usize, Kind)| matches!(kind, Kind::Label | Kind::Year);
    let first = label - shown[from..label].iter().rev().take_while(heading).count();
    let mut heads: Vec<Range<usize>> = Vec::new();
    for at in first..label {
        match heads.last_mut().filter(|_| !apart(at)) {
            Some(head) => head.end = at + 1,
            None => heads.push(at..at + 1),
        }
    }
    let goes_on = |at: usize| {
        let small = text(lines, shown, at).starts_with(|c: char| c.is_lowercase() || c == '(');
        small || shown[at].1 == Kind::Year || text(lines, shown, at - 1).ends_with(['-', '/', '.'])
    };
    let one = |head: &Range<usize>| {
        let anew = (head.start + 1..head.end).filter(|&at| !goes_on(at)).count();
        anew == 0 || anew == 1 && head.len() < width
    };
    let whole = (width..=width + 1).contains(&heads.len()) && heads.iter().all(one);
    (whole && heads.iter().any(|head| head.len() > 1)).then_some(heads)
}

/// The headings that the shown lines hold, each as the range of its lines: one a line, but for what goes on over the
/// line's end. A word that is broken surely does ("Omgørelses-", "procent"); what begins with a small letter does where
/// the headings are then as many as the columns ("Ændret eller", "ophævet").
fn headings(lines: &[Line<'_>], shown: &[(usize, Kind)], within: Range<usize>, width: usize) -> Vec<Range<usize>> {
    let text = |at: usize| text(lines, shown, at);
    let small = |at: usize| text(at).starts_with(|c: char| c.is_lowercase() || c == '(');
    let broken = |at: usize| text(at - 1).ends_with(['-', '/', '\u{ad}']) && small(at);
    let joined = |goes_on: &dyn Fn(usize) -> bool| {
        let mut heads: Vec<Range<usize>> = Vec::new();
        for at in within.clone() {
            match heads.last_mut() {
                Some(head) if goes_on(at) => head.end = at + 1,
                _ => heads.push(at..at + 1),
            }
        }
        heads
    };
    let sure = joined(&broken);
    if sure.len() <= width + 1 {
        return sure;
    }
    let fitting = joined(&|at| broken(at) || small(at));
    if fitting.len() == width + 1 { fitting } else { sure }
}

/// The labels right before `at` without titles above them: where headings follow each other line by line, what a blank
/// line parts from them is none.
fn without_titles(shown: &[(usize, Kind)], first: usize, at: usize, labels: usize) -> usize {
    let close = |i: &usize| shown[*i].0 == shown[*i - 1].0 + 1;
    // The label of the first row may stand apart from the headings.
    let last = if labels > 1 && !close(&(at - 1)) { at - 1 } else { at };
    let run = (first + 1..last).rev().take_while(close).count() + 1;
    if run >= 3 { (run + at - last).min(labels) } else { labels }
}

/// Where the label that ends before `figures` starts: a line before, if that goes on in small letters or brackets.
fn row_start(lines: &[Line<'_>], shown: &[(usize, Kind)], first: usize, figures: usize) -> usize {
    let last = figures - 1;
    let goes_on = lines[shown[last].0].text.trim().starts_with(|c: char| c.is_lowercase() || c == '(');
    if goes_on && last > first { last - 1 } else { last }
}

/// The last line of a row's label.
fn label_of<'t>(lines: &[Line<'t>], shown: &[(usize, Kind)], row: &Row) -> &'t str {
    lines[shown[row.figures - 1].0].text.trim()
}

fn build(
    lines: &[Line<'_>],
    shown: &[(usize, Kind)],
    heads: Range<usize>,
    rows: Range<usize>,
    width: usize,
    guessed: bool,
) -> Found {
    let cell = |i: usize| lines[shown[i].0].trimmed();
    let mut cells: Vec<Vec<Range<usize>>> = vec![heads.clone().map(cell).collect()];
    cells.extend(rows.clone().step_by(width).map(|row| (row..row + width).map(cell).collect()));
    let taken = shown[heads.start].0..shown[rows.end - 1].0 + 1;
    let caption = caption(lines, shown, heads.start);
    Found { lines: taken, rows: cells, layout: Layout::Stacked, guessed, caption }
}

fn caption(lines: &[Line<'_>], shown: &[(usize, Kind)], head: usize) -> Option<Range<usize>> {
    super::caption_above(lines, shown[head].0)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, cell, one};
    use crate::model::source::{Layout, Table};

    fn row<'a>(text: &'a str, table: &Table, row: u32) -> Vec<&'a str> {
        (0..table.cols).map(|col| cell(text, table, row, col)).collect()
    }

    #[test]
    fn headings_then_rows() {
        let text = "Fordelingen var denne.\n\nOmråde\n\nStadfæstet\n\nHjemvist\n\nÆndret\n\nBørn 0-18 år*\n4\n5\n6\nÆldre\n1\n-\n3\n\nTeksten går videre her.";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.layout, table.guessed), (3, 4, Layout::Stacked, false));
        assert_eq!(row(text, &table, 0), ["Område", "Stadfæstet", "Hjemvist", "Ændret"]);
        assert_eq!(row(text, &table, 1), ["Børn 0-18 år*", "4", "5", "6"]);
        assert_eq!(row(text, &table, 2), ["Ældre", "1", "-", "3"]);
    }

    #[test]
    fn rows_of_years_end_in_a_part_of_one() {
        let text = "År\n\nStadfæstet\n\nHjemvist\n\n2019\n\n12\n\n4\n\n2020\n\n15\n\n7\n\n1. halvår 2021\n\n9\n\n4\n\nTeksten går videre.";
        let table = one(text);
        assert_eq!((table.rows, table.cols), (4, 3));
        assert_eq!(row(text, &table, 3), ["1. halvår 2021", "9", "4"]);
    }

    #[test]
    fn short_headings_end_in_a_stop() {
        let text = "Område\n\nStadf.\n\nHjemv.\n\nOmgørelsespct.\n\nBørn\n\n4\n\n5\n\n55,6\n\nÆldre\n\n1\n\n3\n\n75,0\n\nSlut her.\n";
        let table = one(text);
        assert_eq!(row(text, &table, 0), ["Område", "Stadf.", "Hjemv.", "Omgørelsespct."]);
    }

    #[test]
    fn headings_without_a_corner() {
        let text = "Se her:\nLAB\nSEL\nHjemvist\n1\n2\nÆndret eller\nophævet\n3\n4\n";
        let table = one(text);
        assert_eq!(row(text, &table, 0), ["", "LAB", "SEL"]);
        assert_eq!(row(text, &table, 2), ["Ændret eller\nophævet", "3", "4"]);
        assert_eq!(&text[table.caption.unwrap().range()], "Se her:");
    }

    #[test]
    fn sections_stand_over_rows_that_come_again() {
        let rows = "I alt\n7\n9\nStadfæstet\n4\n5\n";
        let text = format!("Afgørelse\n1. kvartal\n2. kvartal\nSygedagpenge\n{rows}Aktivloven\n{rows}Slut her.");
        let table = one(&text);
        assert_eq!((table.rows, table.cols, table.guessed), (7, 3, false));
        assert_eq!(row(&text, &table, 0), ["Afgørelse", "1. kvartal", "2. kvartal"]);
        assert_eq!(row(&text, &table, 1), ["Sygedagpenge", "", ""]);
        assert_eq!(row(&text, &table, 4), ["Aktivloven", "", ""]);
        assert_eq!(row(&text, &table, 6), ["Stadfæstet", "4", "5"]);
        // With other rows it is no section: the table ends, and which line above it is a heading is a guess.
        let other = all(&text.replace("Aktivloven\nI alt", "Aktivloven\nHeraf"));
        assert_eq!((other[0].rows, other[0].guessed), (3, true));
    }

    #[test]
    fn columns_named_by_years() {
        let text = "Klager her:\n2018\n2019\nModtaget\n41\n38\nAfgjort\n29\n30\nSlut.";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.guessed), (3, 3, false));
        assert_eq!(row(text, &table, 0), ["", "2018", "2019"]);
        assert_eq!(row(text, &table, 2), ["Afgjort", "29", "30"]);
    }

    #[test]
    fn rows_named_by_years() {
        let text = "År\nStadfæstet\nHjemvist\n2018\n4\n5\n2019\n6\n7\nSlut.";
        let table = one(text);
        assert_eq!((table.rows, table.cols), (3, 3));
        assert_eq!(row(text, &table, 2), ["2019", "6", "7"]);
    }

    #[test]
    fn headings_over_two_lines_are_one() {
        let rows = "LAB\n12\n8\n20\n\nSEL\n7\n5\n28\n";
        for heads in [
            "Lov\nAfgjorte\nStadfæstet\nOmgørelses-\nprocent",
            "Lov\nAfgjorte\n(antal)\nStadfæstet\nOmgjort i\nprocent",
        ] {
            let text = format!("Tallene er disse.\n\n{heads}\n\n{rows}\nTeksten går videre.");
            let table = one(&text);
            assert_eq!((table.rows, table.cols, table.guessed), (3, 4, false), "{heads}");
            assert_eq!(row(&text, &table, 0)[0], "Lov");
            assert!(row(&text, &table, 0)[3].ends_with("\nprocent"));
            assert_eq!(row(&text, &table, 2), ["SEL", "7", "5", "28"]);
        }
        // As many lines as columns and one more, but one word is broken: no heading stands over the labels.
        let text = format!("Se her:\nAfgjorte\nStadfæstet\nOmgørelses-\nprocent\n{rows}Slut.");
        assert_eq!(row(&text, &one(&text), 0), ["", "Afgjorte", "Stadfæstet", "Omgørelses-\nprocent"]);
    }

    #[test]
    fn a_heading_may_be_a_word_and_a_year() {
        let rows = "LAB\n12\n-\n20\nSEL\n7\n5\n28\n";
        for (corner, heads) in [("Lov", ""), ("", "Procenter i alle tre år.\n")] {
            let text = format!("{heads}{corner}\nSkive\n2020\nSkive\n2021\nHele\nlandet\n2021\n{rows}Slut her.");
            let table = one(&text);
            assert_eq!((table.rows, table.cols, table.guessed), (3, 4, false));
            assert_eq!(row(&text, &table, 0), [corner, "Skive\n2020", "Skive\n2021", "Hele\nlandet\n2021"]);
        }
        let text = format!("2020\nAndel\n2021\nAndel\n2022\nAndel\n{rows}Slut her.");
        assert_eq!(row(&text, &one(&text), 0), ["", "2020\nAndel", "2021\nAndel", "2022\nAndel"]);
    }

    #[test]
    fn words_and_years_may_stand_side_by_side_under_a_title() {
        let rows = "Børn\n44\n50\n36\nVoksne\n29\n40\n34\n";
        for (title, corner, last, guessed) in [
            ("Andele i Nordby", "Område", "Landet 2021", false),
            ("Andele i Nordby", "Område", "Landet i\nalt 2021", false),
            ("Andele i Nordby", "Egn", "Landet 2021", true),
            ("Andele i Nordby:", "Egn", "Landet 2021", false),
        ] {
            let text = format!("Tekst.\n{title}\n{corner}\n2020\n2021\n{last}\n{rows}Slut her.");
            let table = one(&text);
            assert_eq!((table.rows, table.cols, table.guessed), (3, 4, guessed), "{text}");
            assert_eq!(row(&text, &table, 0), [corner, "2020", "2021", last]);
        }
    }

    #[test]
    fn groups_stand_over_headings_that_come_again() {
        let rows = "Stadfæstet\n4\n40\n5\n50\nOmgjort\n6\n60\n5\n50\nSlut her.";
        for (groups, corner, heads) in [
            (["2020", "2021"], "Udfald", ["Antal", "Pct."]),
            (["Aktivloven", "LAB"], "", ["2020", "2021"]),
            (["Børn", "Voksne"], "", ["Antal\nsager", "Andel i\npct."]),
        ] {
            let both = heads.join("\n");
            let text = format!("Her er de.\n{corner}\n{}\n{both}\n{both}\n{rows}", groups.join("\n"));
            let table = one(&text);
            assert_eq!((table.rows, table.cols, table.guessed), (4, 5, false), "{text}");
            assert_eq!(row(&text, &table, 0), [corner, groups[0], "", groups[1], ""]);
            assert_eq!(row(&text, &table, 1), ["", heads[0], heads[1], heads[0], heads[1]]);
        }
    }

    #[test]
    fn a_figure_may_have_its_noun() {
        let text = "Lov\nStadfæstet\nOmgjort\nLAB\n12 sager\n1 sag\nSEL\n80 sager\n-\nSlut her.";
        assert_eq!(row(text, &one(text), 1), ["LAB", "12 sager", "1 sag"]);
    }

    #[test]
    fn a_shortened_word_ends_no_heading() {
        let text = "Team\nAntal\nsager\nSager pr.\nårsværk\nBørn\n96\n16,0\nUnge\n80\n20,0\nSlut her.";
        assert_eq!(row(text, &one(text), 0), ["Team", "Antal\nsager", "Sager pr.\nårsværk"]);
    }

    #[test]
    fn cells_that_blank_lines_part_may_have_several_lines() {
        let rows = "Børn\n\n21\n\n4 %\n\n5 %\n\nVoksne mv.\n\n8\n\n2 %\n\n3 %\n\nSlut her.";
        for (corner, first) in [("", ""), ("Kort\n2021\n\n", "Kort\n2021"), ("Område\n\n", "Område")] {
            let heads = "Antal\nsager\n\nProcent\nSkive\n\nProcent\nhele landet";
            let text = format!("Se tabellen.\n\n{corner}{heads}\n\n{rows}");
            let table = one(&text);
            assert_eq!((table.rows, table.cols, table.guessed), (3, 4, false), "{text}");
            assert_eq!(row(&text, &table, 0), [first, "Antal\nsager", "Procent\nSkive", "Procent\nhele landet"]);
            assert_eq!(row(&text, &table, 2), ["Voksne mv.", "8", "2 %", "3 %"]);
        }
        // Headings that stand together under a title, one a line.
        let text = "Klager i alt\n\nOmråde\nAfgjort\nHjemvist\n\nBørn\n\n1\n\n2\n\nVoksne\n\n3\n\n4\n";
        assert_eq!(row(text, &one(text), 0), ["Område", "Afgjort", "Hjemvist"]);
    }

    #[test]
    fn one_column_has_a_name_over_its_labels() {
        let text = "Se her.\n\nTeam\n\nSager pr. rådgiver\n\nBørn\n\n24\n\nUnge\n\n46\n\nVoksne\n\n58\n\nTeksten.";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.guessed), (4, 2, false));
        assert_eq!([row(text, &table, 0), row(text, &table, 3)], [["Team", "Sager pr. rådgiver"], ["Voksne", "58"]]);
        assert!(all(&text.replace("Team", "Tekst")).is_empty());
    }

    #[test]
    fn a_title_apart_is_no_heading() {
        let text = "Klagesager i alt\n\nOmråde\nAfgjort\nHjemvist\nBørn\n1\n2\nÆldre\n3\n4\n";
        let table = one(text);
        assert!(!table.guessed);
        assert_eq!(row(text, &table, 0), ["Område", "Afgjort", "Hjemvist"]);
    }

    #[test]
    fn more_lines_above_than_headings_are_a_guess() {
        let text = "Klagesager\nUdvalget\nForhold\nA\nB\nBørn\n1\n2\nÆldre\n3\n4\n";
        assert!(one(text).guessed);
        // Above what names the rows there are titles.
        let text = text.replace("Forhold", "Område");
        assert!(!one(&text).guessed);
    }

    #[test]
    fn lone_figures_are_no_table() {
        for text in [
            "Punkt\n5\nGodkendt\n6\n",
            "a\nb\nc\n1\n2\n",
            "Side\n1\n2\n3\n",
            "Område\nA\nB\nBørn\n1\n2\nÆldre\n3\nVoksne\n4\n",
        ] {
            assert!(all(text).is_empty(), "{text}");
        }
    }
}
