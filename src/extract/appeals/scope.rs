//! Which part of a municipality's decisions a clause names: areas, laws, paragraphs, a committee's area, a unit.

use super::committee::{committees, is_committee};
use super::department::add_departments;
use super::procedure::is_of_procedure;
use super::setting::{ALL, Setting};
use super::told_matter::told_matters;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::text::capital::capital;
use crate::text::token::Token;
use std::ops::Range;

/// The scopes that a clause names, in order: areas, paragraphs of a law, a committee's area.
#[must_use]
pub fn scopes(clause: &Clause<'_>, setting: &Setting) -> Vec<Hit<String>> {
    let mut out: Vec<Hit<String>> = Vec::new();
    let procedural = clause.has(|tag| *tag == Tag::Procedural);
    let laws: Vec<&Hit<Tag>> = clause.terms_where(|tag| matches!(tag, Tag::Area(area) if is_law(area))).collect();
    for hit in clause.terms_where(|tag| matches!(tag, Tag::Area(_))) {
        // "Samlet set blev 21 af børnehandicapsagerne stadfæstet": the whole of the area that is named.
        // "alle klager under ét"
        let together = clause.tokens[hit.start].is("samlet") || clause.tokens[hit.end - 1].is_any(&["ét", "et"]);
        let whole = matches!(&hit.tag, Tag::Area(area) if area == ALL) && together;
        let named = || clause.terms.iter().any(|other| matches!(&other.tag, Tag::Area(area) if area != ALL));
        if whole && (setting.thread.unknown_area || named()) {
            continue;
        }
        // "serviceloven § 41" is the paragraph's scope, not the law's.
        let owns_paragraph = clause.sections.iter().any(|s| s.start >= hit.end && s.start <= hit.end + 2)
            || clause.sections.iter().any(|s| is_of_law(clause, s, hit));
        if let Tag::Area(area) = &hit.tag
            && !(owns_paragraph && is_law(area))
            && !is_set_aside(clause, hit)
            && !is_joined_to_unknown(clause, hit)
        {
            let unit = setting.units.at(clause, hit.start);
            // "Samlet set er 18 stadfæstet": of all that the heading is about.
            // "... 96 klager på hele social- og beskæftigelsesområdet. Samlet set er 70 stadfæstet": of all that was named.
            let all = if whole && !setting.spoke_of_all() { setting.base_scope() } else { area.clone() };
            let (end, tag) = unit.unwrap_or((hit.end, all));
            out.push(Hit { start: hit.start, end, tag });
        }
    }
    for section in &clause.sections {
        if let Some(law) = other_law(clause, section) {
            out.push(Hit { start: section.start, end: section.end, tag: format!("{law} {}", section.tag) });
            continue;
        }
        let near = laws.iter().min_by_key(|law| law.start.abs_diff(section.start));
        // "Servicelovens § 112: 4 afgørelser, jf. retssikkerhedslovens § 67"
        let own = |law: &Hit<Tag>| law.end == section.start || is_of_law(clause, section, law);
        let ordered = || procedural || is_of_procedure(clause, section);
        if !near.is_some_and(|law| own(law)) && ordered() {
            continue;
        }
        let law = near.and_then(|hit| match &hit.tag {
            Tag::Area(area) => Some(area.clone()),
            _ => None,
        });
        let law = law.unwrap_or_else(|| setting.law());
        out.push(Hit { start: section.start, end: section.end, tag: format!("{law} {}", section.tag) });
    }
    out.retain(|hit| !is_content_of_map(clause, &out_areas(clause), hit) && !is_speaker(clause, hit.start, hit.end));
    // "lov om social service, der omfatter børn, voksne med handicap og hjælpemidler, ...": of the law as a whole.
    let told = |law: &&Hit<Tag>| {
        let word = |back: usize| clause.tokens.get(law.end + back);
        word(0).is_some_and(|t| t.is_symbol(','))
            && word(1).is_some_and(|t| t.is_any(&["der", "som"]))
            && word(2).is_some_and(|t| WORDS.lists.declaring.has(t))
    };
    let special = || clause.terms_where(|tag| matches!(tag, Tag::Area(area) if area == CHILDREN || area == ADULTS));
    if let Some(law) = laws.iter().copied().chain(special()).find(told) {
        let first = clause.values().iter().find(|value| value.start > law.end).map_or(usize::MAX, |value| value.start);
        out.retain(|hit| hit.start <= law.start || hit.start > first);
    }
    let asides: Vec<_> = out.iter().filter_map(|hit| aside_behind(clause, hit)).collect();
    out.retain(|hit| !asides.iter().any(|aside| aside.contains(&hit.start)));
    out.extend(all_cases(clause, &out));
    out.extend(halves(clause));
    out.extend(ages(clause, setting));
    out.extend(short_areas(clause));
    out.extend(other_laws(clause));
    out.extend(told_matters(clause, setting));
    let committees = committees(clause, setting);
    // "Samlet set er 31 afgørelser på udvalgets område stadfæstet": the whole of the committee's.
    if committees.iter().any(|hit| is_committee(&hit.tag)) {
        out.retain(|hit| !clause.tokens[hit.start].is("samlet"));
    }
    out.extend(committees);
    add_departments(clause, setting, &mut out);
    if let Some(names) = &setting.unit_names {
        let mut found = names.find(&clause.tokens);
        // "Visitation" is a unit's name, "visitation" is what it does.
        found.retain(|hit| hit.end > hit.start + 1 || hit.start > 0 && clause.has_capital(hit.start));
        let inside = |hit: &Hit<String>| found.iter().any(|unit| unit.start <= hit.start && hit.end <= unit.end);
        out.retain(|hit| !inside(hit));
        out.extend(found);
    }
    out.sort_by_key(|hit| hit.start);
    out
}

/// "Ud over børnehandicapområdet er der 17 klager efter § 52": what the sentence adds to, and does not speak of.
fn is_set_aside(clause: &Clause<'_>, hit: &Hit<Tag>) -> bool {
    let beside = match &clause.tokens[..] {
        [first, second, ..] if first.is("ud") && second.is("over") => 2,
        [first, ..] if first.is_any(&["udover", "foruden"]) => 1,
        _ => return false,
    };
    let goes_on = |t: &Token<'_>| t.is_any(&["er", "har", "blev", "var", "havde", "kom", "modtog"]);
    let named = clause.sections.iter().any(|section| section.start > hit.end);
    hit.start >= beside && named && !clause.tokens[beside..hit.start].iter().any(goes_on)
}

/// "På børnehandicapområdet, der indgår i servicelovens tal, blev 11 sager omgjort": the words between commas that tell of
/// the part named before them, and give no number.
fn aside_behind(clause: &Clause<'_>, hit: &Hit<String>) -> Option<Range<usize>> {
    let tokens = &clause.tokens;
    let comma = tokens.get(hit.end)?.is_symbol(',');
    if !comma || !tokens.get(hit.end + 1)?.is_any(&["der", "som"]) {
        return None;
    }
    let close = (hit.end + 2..tokens.len()).take(12).find(|&at| tokens[at].is_symbol(','))?;
    let valued = clause.values().iter().any(|value| (hit.end..close).contains(&value.start));
    let goes_on = clause.values().iter().any(|value| value.start > close);
    (!valued && goes_on).then_some(hit.end..close)
}

/// "Lederen fra Center for Socialområdet oplyste, at ...": who speaks, and not of what.
fn is_speaker(clause: &Clause<'_>, start: usize, end: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map(|at| &clause.tokens[at]);
    let unit = before(1).is_some_and(|t| t.is("for")) && before(2).is_some_and(|t| WORDS.lists.units.has(t));
    let of = before(3).is_some_and(|t| t.is_any(&["fra", "i", "af"]));
    unit && of && clause.tokens.get(end).is_some_and(|verb| WORDS.lists.speaking.has(verb))
}

/// "voksensocial- og beskæftigelsesområdet": half of an area that no law has.
fn is_joined_to_unknown(clause: &Clause<'_>, hit: &Hit<Tag>) -> bool {
    let tokens = &clause.tokens;
    let area = hit.end == hit.start + 1 && tokens[hit.start].word().is_some_and(|w| w.contains("område"));
    let joined =
        hit.start >= 3 && tokens[hit.start - 1].is_any(&["og", "eller"]) && tokens[hit.start - 2].is_symbol('-');
    let known = || {
        let half = hit.start - 3;
        clause.terms.iter().any(|other| matches!(other.tag, Tag::Area(_)) && (other.start..other.end).contains(&half))
            || tokens[half].is_any(&["børne", "voksen", "social", "beskæftigelses"])
    };
    area && joined && !known()
}

/// Does a clause name half of an area that is no law's: "voksensocial- og beskæftigelsesområdet"?
pub(super) fn names_half_of_unknown(clause: &Clause<'_>) -> bool {
    clause.terms_where(|tag| matches!(tag, Tag::Area(_))).any(|hit| is_joined_to_unknown(clause, hit))
}

/// Does a clause name an area that is no law's: "børneområdet", "det sociale børneområde"?
pub(super) fn names_unknown_area(clause: &Clause<'_>, scopes: &[Hit<String>]) -> bool {
    (0..clause.tokens.len()).any(|at| is_unknown_area(clause, scopes, at))
        || scopes.is_empty() && opens_with_people(clause)
}

/// "For de voksne ser det bedre ud", "De voksnes sager klarer sig bedre": of some people's cases, and no map was told of.
fn opens_with_people(clause: &Clause<'_>) -> bool {
    let people = |t: &Token<'_>| t.is_any(&["voksne", "voksnes", "børn", "børns", "børnene", "børnenes"]);
    (0..clause.tokens.len().min(3)).any(|at| {
        let whose = at < 2 && clause.tokens[at].word().is_some_and(|word| word.ends_with('s'));
        people(&clause.tokens[at]) && (whose || of_people(clause, at) == Some(0))
    })
}

/// Is a word the name of such an area?
pub(super) fn is_unknown_area(clause: &Clause<'_>, scopes: &[Hit<String>], at: usize) -> bool {
    let word = clause.tokens[at].word();
    let stem = word.and_then(|w| w.strip_suffix("området").or_else(|| w.strip_suffix("område")));
    let area = stem.is_some_and(|stem| stem.chars().count() > 2 && !WORDS.lists.area_stems.holds(stem));
    // "de øvrige kommuner i Trekantområdet": where they lie.
    let towns = |t: &Token<'_>| t.word().is_some_and(|w| w.starts_with("kommune") || w.ends_with("kommuner"));
    let lies = at > 1 && clause.tokens[at - 1].is_any(&["i", "omkring"]) && towns(&clause.tokens[at - 2]);
    area && !lies && !is_speaker(clause, at, at + 1) && !scopes.iter().any(|hit| (hit.start..hit.end).contains(&at))
}

/// "Bilsagerne skiller sig ud": a kind of cases that no word of a law names.
pub(super) fn names_a_kind(token: &Token<'_>) -> bool {
    let kind = token.word().and_then(|word| word.strip_suffix("sagerne"));
    kind.is_some_and(|kind| kind.chars().count() > 2) && !WORDS.case_nouns.has(token)
}

/// "Almenboligloven § 54", "§ 140 i sundhedsloven": a law without a short name, which stands for itself.
fn other_law(clause: &Clause<'_>, section: &Hit<String>) -> Option<String> {
    let law = |at: usize| {
        let word = clause.tokens.get(at)?.word()?;
        let name = word.strip_suffix('s').unwrap_or(word);
        let known = clause.terms.iter().any(|hit| {
            (hit.start..hit.end).contains(&at) && matches!(hit.tag, Tag::Area(_) | Tag::Procedural | Tag::Neutral)
        });
        let named = name.ends_with("loven") && name.len() > "loven".len() && !known;
        named.then(|| capital(name))
    };
    let within = clause.tokens.get(section.end).is_some_and(|t| t.is_any(&["i", "efter"]));
    section.start.checked_sub(1).and_then(law).or_else(|| law(section.end + 1).filter(|_| within))
}

/// "§ 86 i barnets lov", "§ 100, stk. 1, i lov om social service", "§ 41 (merudgifter) efter serviceloven": the law behind
/// its paragraph.
fn is_of_law(clause: &Clause<'_>, section: &Hit<String>, law: &Hit<Tag>) -> bool {
    let Some(between) = clause.tokens.get(section.end..law.start) else { return false };
    let valued = clause.values().iter().any(|value| (section.end..law.start).contains(&value.start));
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

pub(super) const CHILDREN: &str = "SEL børnehandicap";
pub(super) const ADULTS: &str = "SEL voksenhandicap";

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
        && !clause.values().iter().any(|value| inside(value.start))
        && (clause.sections.iter().filter(|s| inside(s.start)).count() > 1 || hit.tag.contains("§§"))
}

/// "27 for alle sager og 33 for serviceloven": all of them beside a part.
fn all_cases(clause: &Clause<'_>, named: &[Hit<String>]) -> Vec<Hit<String>> {
    let tokens = &clause.tokens;
    let ends = |t: &Token<'_>| t.is_symbol(',') || t.is_symbol('(') || t.is_any(&["og", "mens", "samt", "mod", "var"]);
    let all = |&at: &usize| {
        tokens[at].is_any(&["for", "på", "i"])
            && tokens[at + 1].is_any(&["alle", "samtlige"])
            && WORDS.case_nouns.has(&tokens[at + 2])
            && (tokens.get(at + 3).is_none_or(ends) || tokens.get(at + 4).is_some_and(|t| t.year().is_some()))
    };
    let rated = clause.values().len() > 1 && clause.has(|tag| matches!(tag, Tag::Rate(_)));
    let parts = rated && named.iter().any(|hit| hit.tag != ALL);
    let at = (0..tokens.len().saturating_sub(2)).find(all).filter(|_| parts);
    at.map(|at| Hit { start: at + 1, end: at + 3, tag: ALL.to_owned() }).into_iter().collect()
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

/// "Øvrige", alone on a line or label in small letters: all laws that are not named.
pub(super) fn names_the_others(label: &str) -> bool {
    matches!(label, "øvrige" | "øvrigt" | "andre" | "andet")
}

/// "to sager efter integrationsloven", "Repatrieringsloven: 3 afgørelser": a law without a short name stands for itself
/// where cases are counted of it.
fn other_laws(clause: &Clause<'_>) -> Vec<Hit<String>> {
    let tokens = &clause.tokens;
    let law = |at: usize| {
        let word = tokens[at].word().filter(|word| word.len() > "loven".len() && word.ends_with("loven"))?;
        let known = clause.terms.iter().any(|hit| (hit.start..hit.end).contains(&at));
        let of = at >= 2 && tokens[at - 1].is_any(&["efter", "på", "om", "vedrørende", "under"]);
        let counted = of
            // "5 klager over hjælp efter dagtilbudsloven"
            && (tokens[..at - 1].iter().rev().take(3).take_while(|t| t.word().is_some()).any(|t| WORDS.case_nouns.has(t))
                || clause.values().iter().any(|value| value.end + 1 == at)
                || tokens[at - 2].is_any(&["afgjort", "stadfæstet", "hjemvist", "ændret", "omgjort"]));
        // "aktivloven (3), integrationsloven (2)"
        let sign = |t: &Token<'_>| t.is_symbol('(') || t.is_symbol(':') || t.is("med");
        let signed = usize::from(tokens.get(at + 1).is_some_and(sign));
        let listed = clause.values().iter().any(|value| value.start == at + 1 + signed);
        let beside = || clause.terms_where(|tag| matches!(tag, Tag::Area(area) if is_law(area))).next().is_some();
        let counted = counted || listed && beside();
        let opens = at == 0 && tokens.get(1).is_some_and(|t| t.is_symbol(':'));
        (!known && (counted || opens)).then(|| Hit { start: at, end: at + 1, tag: capital(word) })
    };
    (0..tokens.len()).filter_map(law).collect()
}

/// "For voksne var tallet 46 procent" where a special map is spoken of, "For de voksne ser det bedre ud" where one was:
/// the map of the adults.
fn ages(clause: &Clause<'_>, setting: &Setting) -> Vec<Hit<String>> {
    let spoken = setting.scope();
    let spoken = spoken == CHILDREN || spoken == ADULTS;
    if !spoken && !setting.told_of_map {
        return Vec::new();
    }
    let tokens = &clause.tokens;
    let taken =
        |at: usize| clause.terms.iter().any(|h| matches!(h.tag, Tag::Area(_)) && (h.start..h.end).contains(&at));
    let whom = |at: usize| match tokens[at].word()? {
        "voksne" | "voksnes" => Some(ADULTS),
        "børn" | "børnene" | "børns" | "børnenes" => Some(CHILDREN),
        _ => None,
    };
    let hit = |at: usize| {
        let start = of_people(clause, at).filter(|start| spoken || *start == 0 && !is_kind_of_people(clause, at))?;
        Some(Hit { start, end: at + 1, tag: whom(at)?.to_owned() })
    };
    (1..tokens.len()).filter(|&at| !taken(at)).filter_map(hit).collect()
}

/// "For voksne", "blandt de voksne": where the words begin that say of whom.
fn of_people(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let start = if clause.tokens[before].is("de") { before.checked_sub(1)? } else { before };
    clause.tokens[start].is_any(&["for", "blandt", "hos"]).then_some(start)
}

/// "For voksne på botilbud", "For børn med særlige behov": not all of them.
fn is_kind_of_people(clause: &Clause<'_>, at: usize) -> bool {
    clause.tokens.get(at + 1).is_some_and(|t| t.is_any(&["på", "i", "med", "uden", "under", "over", "der", "som"]))
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
