//! What stands over a table and says what is in it: the caption, the corner, the line above.

use super::heading::heading_scope;
use super::label::{LabelKind, labels, rate_of};
use super::meaning::Meaning;
use super::note::leaves_out_dismissed;
use super::setting::{ALL, Setting};
use crate::data::lexicon::Hit;
use crate::data::word_list::WordList;
use crate::data::words::{Tag, WORDS};
use crate::extract::axis::read;
use crate::extract::clause::Clause;
use crate::extract::grid::Grid;
use crate::model::figure::{Measure, Place};
use crate::model::source::{Document, Span, Table};
use crate::text::lower::aligned;
use crate::text::sentence::sentences;
use crate::text::token::tokens;

/// "Tabellen viser ...": the sentence above a table that says what is in it.
pub(super) fn told_above(document: &Document, lower: &str, table: &Table) -> Option<Span> {
    let line = line_above(document, table)?;
    let clause = Clause::read(&document.text, lower, line);
    clause.tokens.first().is_some_and(|first| WORDS.lists.pictures.has(first)).then_some(line)
}

/// The line below a table, where no other table follows it.
pub(super) fn line_below(document: &Document, table: &Table) -> Option<Span> {
    let from = table.span.end as usize;
    let behind = document.text.get(from..)?;
    let start = from + (behind.len() - behind.trim_start().len());
    let length = document.text[start..].find('\n').unwrap_or(document.text.len() - start);
    let line = Span::new(start..start + length);
    let next = document.tables.partition_point(|other| other.span.start < table.span.end);
    let between =
        document.tables.get(next).and_then(|next| document.text.get(line.end as usize..next.span.start as usize));
    let others = between.is_some_and(|between| between.trim().is_empty());
    (!others).then_some(line)
}

/// "Tabel 1: Serviceloven": the caption in the line below a table.
fn caption_below(document: &Document, lower: &str, table: &Table) -> Option<Span> {
    let line = line_below(document, table).filter(|line| line.range().len() <= LONGEST_CAPTION)?;
    let tokens = tokens(&document.text, lower, line);
    let [word, number, sign, ..] = &tokens[..] else { return None };
    let named = WORDS.lists.pictures.has(word) && number.number().is_some();
    (named && [':', '.', '-', '–'].iter().any(|s| sign.is_symbol(*s))).then_some(line)
}

/// "Tabellen viser omgørelsesprocenten for de fem største lovområder.": what a table of shares whose introduction does
/// not say it holds, as the first sentence behind it says.
fn told_below(document: &Document, lower: &str, table: &Table) -> Option<Span> {
    let first = *sentences(&document.text, line_below(document, table)?).first()?;
    let clause = Clause::read(&document.text, lower, first);
    let [picture, verb, ..] = &clause.tokens[..] else { return None };
    let tells = WORDS.lists.pictures.has(picture) && verb.is_any(&["viser", "indeholder", "angiver", "rummer"]);
    (tells && clause.values().is_empty()).then_some(first)
}

/// "(antal afgjorte klager)": what a line of its own right below a table says that all values are.
fn noted_in_parentheses(document: &Document, table: &Table) -> Option<Measure> {
    let said = document.slice(line_below(document, table)?).trim();
    let note = said.strip_prefix('(')?.trim_end_matches('.').strip_suffix(')')?;
    named_in(note).filter(|_| !note.contains(|c: char| c.is_ascii_digit() || c == '('))
}

/// "Tabellen viser afgørelser fra 2017.", "Tallene er for 2017.", "I 2017 var procenten dermed 30.": does the text behind a
/// table say from when it is?
pub(super) fn dated_below(document: &Document, lower: &str, table: &Table) -> bool {
    let Some(line) = line_below(document, table) else { return false };
    sentences(&document.text, line).into_iter().take(2).any(|sentence| {
        let clause = Clause::read(&document.text, lower, sentence);
        let of_table = clause.tokens.first().is_some_and(|first| {
            WORDS.lists.pictures.has(first)
                || first.is_any(&["tal", "tallene", "opgørelsen", "kilde", "note", "anm", "periode", "perioden"])
        });
        !clause.periods.is_empty() && (of_table || clause.has_word(&["dermed", "således", "altså"]))
    })
}

/// A caption is not longer, in bytes.
const LONGEST_CAPTION: usize = 160;

/// The line above a table.
pub(super) fn line_above(document: &Document, table: &Table) -> Option<Span> {
    line_before(document, table.span.start)
}

/// The line before a place in the text that has anything in it.
pub(super) fn line_before(document: &Document, place: u32) -> Option<Span> {
    let before = document.text.get(..place as usize)?.trim_end();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (!before.is_empty()).then(|| Span::new(start..before.len()))
}

/// Does the line above a table speak of the board?
pub(super) fn follows_board(document: &Document, lower: &str, table: &Table) -> bool {
    line_above(document, table).is_some_and(|line| Clause::read(&document.text, lower, line).names_board())
}

/// The last sentence above a table that says more than what its parentheses hold, or that "alle tal er i procent".
pub(super) fn last_sentence(document: &Document, table: &Table) -> Option<Span> {
    let told = sentences(&document.text, line_above(document, table)?);
    let says_more = |sentence: &&Span| {
        let lower = document.slice(**sentence).to_lowercase();
        !lower.contains(" i parentes")
            && !["alle tal ", "tal i ", "tallene er i "].iter().any(|lead| lower.starts_with(lead))
    };
    told.iter().rfind(says_more).or(told.last()).copied()
}

/// What introduces a table: its caption, or the last sentence above where that says what follows and holds no figure,
/// or is a numbered heading: "3. Afgørelser i 2016 efter lov".
pub(super) fn introduction(document: &Document, lower: &str, table: &Table) -> Option<Span> {
    let leads = |last: &Span| {
        let clause = Clause::read(&document.text, lower, *last);
        let first = clause.tokens.first();
        let opens = first.is_some_and(|t| WORDS.lists.pictures.has(t) || t.is("antal"))
            || labels(&clause).first().is_some_and(|label| label.start == 0);
        let numbered = match &clause.tokens[..] {
            [number, dot, .., end] => number.number().is_some() && dot.is_symbol('.') && end.word().is_some(),
            _ => false,
        };
        let heading = numbered && clause.tokens.len() <= 14;
        clause.values().is_empty() && (opens || heading || clause.has_any(&WORDS.lists.introducing))
    };
    // Of a caption that is a whole line, the last sentence stands next to the table.
    let caption = table.caption.and_then(|span| sentences(&document.text, span).pop());
    caption.or_else(|| last_sentence(document, table).filter(leads))
}

/// Does what introduces a table name the board itself?
pub(super) fn introduces_board(document: &Document, lower: &str, table: &Table, grid: &Grid) -> bool {
    let names = |span: Span| {
        let tokens = tokens(&document.text, lower, span);
        let loose = |at: usize| tokens[at].is_any(&["klager", "klagerne"]);
        (0..tokens.len()).any(|at| WORDS.board.at(&tokens, at).is_some() && !loose(at))
    };
    introduction(document, lower, table).into_iter().chain(grid.corner.spans.iter().copied()).any(names)
}

/// Does what introduces a table say that it is of another board or of what the municipality itself did, or, where none
/// of its own labels says so, of time or money?
pub(super) fn is_of_something_else(document: &Document, lower: &str, table: &Table, grid: &Grid) -> bool {
    let Some(span) = introduction(document, lower, table).or_else(|| last_sentence(document, table)) else {
        return false;
    };
    let clause = Clause::read(&document.text, lower, span);
    let has = |list: &WordList| clause.tokens.iter().any(|t| list.has(t));
    let strange = clause.has(|tag| *tag == Tag::OtherBoard) || has(&WORDS.lists.reassessed);
    let unit = |text: &str| read(text, |label| label.tokens.iter().any(|t| WORDS.lists.other_units.has(t)));
    let labelled = || grid.rows.iter().chain(&grid.cols).flat_map(|line| &line.headings).any(|h| unit(&h.text));
    strange && !has(&WORDS.lists.board_names) || has(&WORDS.lists.other_units) && !labelled()
}

/// Does the caption, the corner or the sentence above speak of cases decided on the merits, and of no others?
pub(super) fn says_considered(document: &Document, lower: &str, table: &Table, grid: &Grid) -> bool {
    let says = |span: Span| {
        let clause = Clause::read(&document.text, lower, span);
        let acts: Vec<Measure> = labels(&clause)
            .into_iter()
            .filter(|label| label.kind == LabelKind::Act)
            .map(|label| label.measure)
            .collect();
        acts.contains(&Measure::Considered) && acts.iter().all(|act| *act == Measure::Considered)
            || lower.get(span.range()).is_some_and(leaves_out_dismissed)
    };
    let above = table.caption.or_else(|| last_sentence(document, table));
    above.into_iter().chain(grid.corner.spans.iter().copied()).any(says) || noted_below(document, lower, table)
}

/// "Afviste sager er ikke medregnet." right below a table; what a rate is computed without, its counts may hold.
fn noted_below(document: &Document, lower: &str, table: &Table) -> bool {
    let Some(line) = line_below(document, table) else { return false };
    sentences(&document.text, line).into_iter().take(3).any(|sentence| {
        let said = lower.get(sentence.range()).unwrap_or_default();
        leaves_out_dismissed(said) && !["omgørelse", "beregn", "procent"].iter().any(|word| said.contains(word))
    })
}

/// The one place that a caption says all values are of; what others are compared with is none, and neither is whom the
/// sentences before the last one have figures of: "Landsgennemsnittet er 37 procent. Sagerne fordeler sig sådan:".
pub(super) fn place_in(document: &Document, lower: &str, caption: Span) -> Option<Place> {
    let whole = Clause::read(&document.text, lower, caption);
    let last = || sentences(&document.text, caption).pop();
    let last = last().filter(|_| !whole.values().is_empty());
    let clause = last.map_or(whole, |last| Clause::read(&document.text, lower, last));
    let compares = clause.tokens.iter().any(|t| WORDS.lists.compared.has(t) || t.is("sammenholdt"));
    super::announced_place(&clause).filter(|_| !compares)
}

/// What an introduction says that all values are. What was done with cases counts only where the board is named.
pub(super) fn introduced(document: &Document, lower: &str, table: &Table, grid: &Grid) -> Option<Measure> {
    let rate = |measure: &Measure| rate_of(measure).as_ref() == Some(measure);
    let named = |span: Span| {
        named_in(document.slice(span)).filter(|measure| rate(measure) || introduces_board(document, lower, table, grid))
    };
    let above = introduction(document, lower, table).and_then(named);
    let above = above.or_else(|| told_of_board(document, lower, table));
    let above = above.or_else(|| noted_in_parentheses(document, table));
    above.or_else(|| told_below(document, lower, table).and_then(named).filter(rate))
}

/// "Afgjorte sager, Greve Kommune" over a table, right under a sentence in which the board acts.
fn told_of_board(document: &Document, lower: &str, table: &Table) -> Option<Measure> {
    let caption = table.caption?;
    let clause = Clause::read(&document.text, lower, caption);
    let plain = !clause.has(|tag| *tag == Tag::OtherBoard) && clause.has(|tag| *tag == Tag::Cases);
    let named = labels(&clause);
    let [only] = &named[..] else { return None };
    let counted = only.kind == LabelKind::Act && rate_of(&only.measure).is_none() && plain;
    let told = Clause::read(&document.text, lower, line_before(document, caption.start)?);
    (counted && told.has_any(&WORDS.lists.board_names)).then(|| only.measure.clone())
}

/// "Afgørelserne fordeler sig således på love:" over a table without outcomes: what was decided.
pub(super) fn parted_decisions(document: &Document, lower: &str, table: &Table) -> Option<Measure> {
    let clause = Clause::read(&document.text, lower, introduction(document, lower, table)?);
    let decisions = clause.tokens.iter().take(4).any(|t| t.is_any(&["afgørelserne", "ankeafgørelserne"]));
    (decisions && clause.has_any(&WORDS.lists.parted) && labels(&clause).is_empty()).then_some(Measure::Decided)
}

/// What a caption or the corner over the labels says that all values are: a rate before all ("Omgørelsesprocenter
/// 2019-2022"), else what was done with the cases ("Realitetsbehandlede sager").
pub(super) fn named_in(text: &str) -> Option<Measure> {
    let lower = aligned(text);
    let clause = Clause::read(text, &lower, Span::new(0..text.len()));
    // "Ændringer i budgettet", "Behandlede ansøgninger": words of outcomes where no complaint is spoken of.
    super::announced_measure(&clause)
        .filter(|measure| rate_of(measure).as_ref() == Some(measure) || clause.names_board())
}

/// What holds under a table's caption, and under the words over its labels where nothing else says it.
pub(super) fn under_caption(
    document: &Document,
    lower: &str,
    table: &Table,
    grid: &Grid,
    setting: &Setting,
) -> Setting {
    let caption = table.caption.or_else(|| told_above(document, lower, table));
    let caption = caption.or_else(|| caption_below(document, lower, table));
    let caption = caption.or_else(|| introduction(document, lower, table));
    let mut under = setting.clone();
    for span in &grid.corner.spans {
        let clause = Clause::read(&document.text, lower, *span);
        under.heading_period = super::latest_year(&clause, setting).or(under.heading_period);
        // "Paragraf i serviceloven", in an item on one of its maps: whose paragraphs they are.
        let part = |law: &String| setting.item_scope.as_ref().is_some_and(|item| item.starts_with(&format!("{law} ")));
        let named = heading_scope(&clause, setting).filter(|law| !part(law));
        // "Barnets lov" over "§ 86", whatever law the text above speaks of as well.
        if is_law_alone(&clause) {
            under.paragraphs_law.clone_from(&named);
        }
        let kept = under.heading_scope.clone();
        name_scope(&mut under, named);
        under.heading_scope = kept.or(under.heading_scope);
    }
    if let Some(caption) = caption {
        let clause = Clause::read(&document.text, lower, caption);
        under.heading_period = super::latest_year(&clause, setting).or(under.heading_period);
        let named = heading_scope(&clause, setting).or_else(|| part_in_caption(document, &clause, setting));
        let law = |scope: &String| scope != ALL && scope.chars().all(char::is_uppercase);
        let other = |scope: &String| under.paragraphs_law.as_ref().is_some_and(|own| own != scope) && law(scope);
        let named = named.filter(|scope| !other(scope));
        name_scope(&mut under, named);
        under.thread.period = None;
    }
    under
}

/// Is the corner over a table's labels the name of a law and nothing else?
fn is_law_alone(clause: &Clause<'_>) -> bool {
    let law = |hit: &Hit<Tag>| matches!(&hit.tag, Tag::Area(law) if law.chars().all(char::is_uppercase));
    clause.terms.iter().any(|hit| law(hit) && hit.start == 0 && hit.end == clause.tokens.len())
}

/// "Tabel 2. Heraf Voksen og Handicap": a part of the organisation, by a name that begins with a capital letter and holds no
/// word of the board's.
fn part_in_caption(document: &Document, clause: &Clause<'_>, setting: &Setting) -> Option<String> {
    let tokens = &clause.tokens;
    let heraf = tokens.iter().position(|t| t.is_any(&["heraf", "deraf"]))?;
    let from = (heraf + 1..tokens.len()).find(|&at| !tokens[at].is_any(&["fra", "for", "i", "på", "vedrørende"]))?;
    let small = |at: usize| tokens[at].is_any(&["i", "for"]);
    let ends = |at: usize| {
        tokens[at].word().is_none() && !tokens[at].is_symbol('-') && !tokens[at].is_symbol('&')
            || tokens[at].number().is_some()
            || clause.is_of_period(at)
            || small(at) && clause.is_of_period(at + 1)
    };
    let end = (from..tokens.len()).find(|&at| ends(at)).unwrap_or(tokens.len());
    let told = |start: usize, end_of: usize| start < end && end_of > from;
    let known = clause.terms.iter().any(|hit| told(hit.start, hit.end))
        || clause.places.iter().any(|hit| told(hit.start, hit.end));
    let name = end.checked_sub(1).filter(|last| (from..=from + 6).contains(last) && !known)?;
    let name = document.slice(Span { start: tokens[from].span.start, end: tokens[name].span.end });
    let base = setting.base_scope();
    let whole = if base == ALL { name.to_owned() } else { format!("{base} · {name}") };
    name.starts_with(char::is_uppercase).then_some(whole)
}

/// What a corner or caption names is what its table is of. Under a special map's heading a law alone says whose
/// paragraphs they are: "Barnets lov" over "§ 86", and what they make up is still the map's.
fn name_scope(under: &mut Setting, named: Option<String>) {
    let Some(named) = named else { return };
    let map = under.heading_scope.as_ref().is_some_and(|scope| scope.starts_with("SEL ") && scope.contains("handicap"));
    if map && matches!(named.as_str(), "SEL" | "BL") {
        under.paragraphs_law = Some(named);
    } else {
        under.heading_scope = Some(named);
    }
}

/// "Børnehandicapområdet | 58 %" and "Voksenhandicapområdet | 50 %" under a text on the map of Denmark, or anything under
/// "Tabel 3. Danmarkskort, børnehandicap": what the map shows, where the text has no other rate.
pub(super) fn shares_of_the_map(
    document: &Document,
    lower: &str,
    table: &Table,
    rows: &[Meaning],
    cols: &[Meaning],
) -> Option<Measure> {
    let areas = |lines: &[Meaning]| {
        ["SEL børnehandicap", "SEL voksenhandicap"]
            .map(|area| lines.iter().any(|line| line.scope.as_deref() == Some(area)))
    };
    let above = lower.get(..table.span.start as usize)?;
    let from = above.char_indices().rev().nth(FAR).map_or(0, |(at, _)| at);
    let above = &above[from..];
    let other = last_sentence(document, table).is_some_and(|span| {
        let said = lower.get(span.range()).unwrap_or_default();
        ["stadfæst", "hjemvis", "afvis"].iter().any(|word| said.contains(word)) && !said.contains("omgjort")
    });
    let told = above.contains("danmarkskort") && (areas(rows) == [true; 2] || areas(cols) == [true; 2]);
    let caption = table.caption.and_then(|caption| lower.get(caption.range()));
    let captioned = caption.is_some_and(|caption| caption.contains("danmarkskort"));
    ((told || captioned) && !other).then_some(Measure::ReversalRate)
}

/// How far above a table, in letters, the map may be spoken of.
const FAR: usize = 1500;

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn a_law_in_the_corner_has_the_paragraphs_below() {
        let text = "Sagerne stod før i servicelovens § 41. Fordelingen er i 2021:\n\nBarnets lov\tAfgjort\tStadfæstet\tHjemvist\n§ 86 Merudgifter\t14\t9\t5\n§ 87 Tabt arbejdsfortjeneste\t17\t13\t4";
        assert_eq!(
            stated(text),
            [
                "Greve 2021 BL § 86 decided 14",
                "Greve 2021 BL § 86 upheld 9",
                "Greve 2021 BL § 86 remanded 5",
                "Greve 2021 BL § 87 decided 17",
                "Greve 2021 BL § 87 upheld 13",
                "Greve 2021 BL § 87 remanded 4",
            ]
        );
    }

    #[test]
    fn whom_the_sentences_before_a_table_have_figures_of_it_is_not_of() {
        let lead = "På børneområdet er omgørelsesprocenten 36 i 2021, mens landsgennemsnittet er 43.";
        let table = "Paragraf\tStadfæstet\tHjemvist\n§ 41\t8\t6\n§ 42\t11\t5";
        for (own, place) in
            [("Sagerne fordeler sig således:", "Greve"), ("På landsplan ser det sådan ud:", "Hele landet")]
        {
            let found = stated(&format!("{lead} {own}\n\n{table}"));
            assert_eq!(found.last(), Some(&format!("{place} 2021 SEL § 42 remanded 5")), "{own}");
        }
    }
}
