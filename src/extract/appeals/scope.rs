//! Which part of a municipality's decisions a clause names: areas, laws, paragraphs, a committee's area, a unit.

use super::committee::committees;
use super::setting::{ALL, Setting};
use crate::data::lexicon::Hit;
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::text::token::Token;

/// The scopes that a clause names, in order: areas, paragraphs of a law, a committee's area.
#[must_use]
pub fn scopes(clause: &Clause<'_>, setting: &Setting) -> Vec<Hit<String>> {
    let mut out: Vec<Hit<String>> = Vec::new();
    let procedural = clause.has(|tag| *tag == Tag::Procedural);
    let laws: Vec<&Hit<Tag>> = clause.terms_where(|tag| matches!(tag, Tag::Area(area) if is_law(area))).collect();
    for hit in clause.terms_where(|tag| matches!(tag, Tag::Area(_))) {
        // "Samlet set blev 21 af børnehandicapsagerne stadfæstet": the whole of the area that is named.
        let whole = matches!(&hit.tag, Tag::Area(area) if area == ALL) && clause.tokens[hit.start].is("samlet");
        if whole && clause.terms.iter().any(|other| matches!(&other.tag, Tag::Area(area) if area != ALL)) {
            continue;
        }
        // "serviceloven § 41" is the paragraph's scope, not the law's.
        let owns_paragraph = clause.sections.iter().any(|s| s.start >= hit.end && s.start <= hit.end + 2)
            || clause.sections.iter().any(|s| is_of_law(clause, s, hit));
        if let Tag::Area(area) = &hit.tag
            && !(owns_paragraph && is_law(area))
        {
            let unit = setting.units.at(clause, hit.start);
            let (end, tag) = unit.unwrap_or_else(|| (hit.end, area.clone()));
            out.push(Hit { start: hit.start, end, tag });
        }
    }
    if !procedural {
        for section in &clause.sections {
            let near = laws.iter().min_by_key(|law| law.start.abs_diff(section.start));
            let law = near.and_then(|hit| match &hit.tag {
                Tag::Area(area) => Some(area.clone()),
                _ => None,
            });
            let law = law.unwrap_or_else(|| setting.law());
            out.push(Hit { start: section.start, end: section.end, tag: format!("{law} {}", section.tag) });
        }
    }
    out.retain(|hit| !is_content_of_map(clause, &out_areas(clause), hit));
    out.extend(halves(clause));
    out.extend(ages(clause, setting));
    out.extend(short_areas(clause));
    out.extend(committees(clause, setting));
    if let Some(names) = &setting.unit_names {
        let found = names.find(&clause.tokens);
        let inside = |hit: &Hit<String>| found.iter().any(|unit| unit.start <= hit.start && hit.end <= unit.end);
        out.retain(|hit| !inside(hit));
        out.extend(found);
    }
    out.sort_by_key(|hit| hit.start);
    out
}

/// "§ 86 i barnets lov", "§ 100, stk. 1, i lov om social service", "§ 41 (merudgifter) efter serviceloven": the law behind
/// its paragraph.
fn is_of_law(clause: &Clause<'_>, section: &Hit<String>, law: &Hit<Tag>) -> bool {
    let Some(between) = clause.tokens.get(section.end..law.start) else { return false };
    let valued = clause.values.iter().any(|value| (section.end..law.start).contains(&value.start));
    let mut open = false;
    let small = |t: &Token<'_>| {
        open = (open || t.is_symbol('(')) && !t.is_symbol(')');
        open || t.is_symbol(')')
            || t.is_symbol(',')
            || t.is_symbol('.')
            || t.is_any(&["i", "efter", "af", "under", "stk", "nr", "den", "tidligere", "gamle", "nye"])
            || t.number().is_some()
    };
    between.len() <= 12 && !valued && between.iter().all(small)
}

const CHILDREN: &str = "SEL børnehandicap";
const ADULTS: &str = "SEL voksenhandicap";

/// The ends of the special maps' names in a clause.
fn out_areas(clause: &Clause<'_>) -> Vec<usize> {
    clause.terms_where(|tag| matches!(tag, Tag::Area(area) if area.contains("handicap"))).map(|hit| hit.end).collect()
}

/// "børnehandicapområdet (§§ 32, 36, 41 og §§ 44-45)": the paragraphs that make the map, in parentheses behind its name.
fn is_content_of_map(clause: &Clause<'_>, maps: &[usize], hit: &Hit<String>) -> bool {
    let tokens = &clause.tokens;
    let Some(open) = tokens[..hit.start].iter().rposition(|t| t.is_symbol('(') || t.is_symbol(')')) else {
        return false;
    };
    let Some(close) = (hit.end..tokens.len()).find(|&at| tokens[at].is_symbol(')')) else { return false };
    let inside = |at: usize| (open..close).contains(&at);
    // "de særlige bestemmelser (§§ 32, 36 og 41) på børnehandicapområdet"
    let behind = maps.iter().any(|&end| end > close && end <= close + 4)
        && tokens[..open].last().and_then(Token::word).is_some_and(|word| word.starts_with("bestemmelse"));
    tokens[open].is_symbol('(')
        && (maps.contains(&open) || behind)
        && !clause.values.iter().any(|value| inside(value.start))
        && (clause.sections.iter().filter(|s| inside(s.start)).count() > 1 || hit.tag.contains("§§"))
}

/// "børne- og voksenhandicapområdet": the half that a dash stands for.
fn halves(clause: &Clause<'_>) -> Vec<Hit<String>> {
    let tokens = &clause.tokens;
    let half = |hit: &Hit<Tag>| {
        let Tag::Area(area) = &hit.tag else { return None };
        let first = hit.start.checked_sub(3)?;
        let joined = tokens[hit.start - 1].is_any(&["og", "eller"]) && tokens[hit.start - 2].is_symbol('-');
        let other = match (area.as_str(), tokens[first].word()?) {
            (ADULTS, "børne") => CHILDREN,
            (CHILDREN, "voksen") => ADULTS,
            _ => return None,
        };
        joined.then(|| Hit { start: first, end: first + 2, tag: other.to_owned() })
    };
    clause.terms.iter().filter_map(half).collect()
}

/// "procenten på børneområdet er 52, så der er fejl i sager om børn med handicap": the area, by its longer name beside it.
fn short_areas(clause: &Clause<'_>) -> Vec<Hit<String>> {
    let mut maps = clause.terms_where(|tag| matches!(tag, Tag::Area(_)));
    let (Some(Hit { tag: Tag::Area(only), .. }), None) = (maps.next(), maps.next()) else { return Vec::new() };
    let word = match only.as_str() {
        CHILDREN => "børneområdet",
        ADULTS => "voksenområdet",
        _ => return Vec::new(),
    };
    let at = clause.tokens.iter().position(|t| t.is(word));
    at.map(|at| Hit { start: at, end: at + 1, tag: only.clone() }).into_iter().collect()
}

/// "For voksne var tallet 46 procent" where a special map is spoken of: the map of the adults.
fn ages(clause: &Clause<'_>, setting: &Setting) -> Vec<Hit<String>> {
    let spoken = setting.scope();
    if spoken != CHILDREN && spoken != ADULTS {
        return Vec::new();
    }
    let tokens = &clause.tokens;
    let taken =
        |at: usize| clause.terms.iter().any(|h| matches!(h.tag, Tag::Area(_)) && (h.start..h.end).contains(&at));
    let whom = |at: usize| match tokens[at].word()? {
        "voksne" => Some(ADULTS),
        "børn" | "børnene" => Some(CHILDREN),
        _ => None,
    };
    (1..tokens.len())
        .filter(|&at| tokens[at - 1].is_any(&["for", "blandt", "hos"]) && !taken(at))
        .filter_map(|at| Some(Hit { start: at - 1, end: at + 1, tag: whom(at)?.to_owned() }))
        .collect()
}

/// Does a sentence speak of the ministry's map, which is about serviceloven?
#[must_use]
pub fn names_map(clause: &Clause<'_>) -> bool {
    let has = |stem: &str| clause.has_beginning(&[stem]);
    has("danmarkskort") || clause.has_word(&["kortet"]) || (clause.has_word(&["kort"]) && has("ministeri"))
}

fn is_law(area: &str) -> bool {
    area != ALL && area.chars().all(|c| c.is_uppercase())
}
