//! Whom a text speaks of where a sentence names nobody. Minutes, and papers under a municipality's own head, speak of
//! that municipality from end to end. Any other text - an article, a ministry's news, a board's statistics - speaks of
//! the nation where it begins with the municipalities in the plural, and of a municipality from the sentence that
//! introduces it by name to the next that is introduced. Where several are named at once nobody can tell.

use crate::data::lexicon::Hit;
use crate::data::word_list::WordList;
use crate::data::words::{Tag, WORDS};
use crate::extract::chapter::{Chapter, Part};
use crate::extract::clause::Clause;
use crate::extract::place;
use crate::model::figure::Place;
use crate::model::meeting::{DocumentKind, Meeting};
use crate::model::source::Document;
use crate::text::sentence::ParagraphKind;
use crate::text::token::Token;

/// So many lines at the top may hold the letterhead.
const HEAD_LINES: usize = 5;

/// Whom each sentence of a document speaks of unless it says otherwise.
#[derive(Clone, Debug, Default)]
pub struct Subjects {
    first: Option<Place>,
    /// From these byte offsets on, in order.
    turns: Vec<(u32, Option<Place>)>,
    /// A text that is no municipality's own.
    foreign: bool,
}

impl Subjects {
    /// One for the whole document.
    #[must_use]
    pub fn only(own: Option<Place>) -> Self {
        Self { first: own, ..Self::default() }
    }

    /// Whom the text at a byte offset speaks of; `None` where that cannot be told.
    #[must_use]
    pub fn at(&self, offset: u32) -> Option<Place> {
        match self.turns.partition_point(|(start, _)| *start <= offset) {
            0 => self.first.clone(),
            after => self.turns[after - 1].1.clone(),
        }
    }

    /// Is the text somebody else's than a municipality's: an article, a ministry's news?
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.foreign
    }
}

/// Are these minutes or an agenda, whose head says whose they are?
#[must_use]
pub fn is_of_a_meeting(meeting: &Meeting) -> bool {
    // "Udvalget er tilfreds med tallene" is an article's title.
    let says = |name: &String| {
        let mut words = name.split_whitespace().map(str::to_lowercase);
        words.any(|word| {
            matches!(word.as_str(), "er" | "har" | "får" | "vil" | "roser" | "siger" | "se" | "her" | "viser")
        })
    };
    let body = |name: &String| {
        let name = name.to_lowercase();
        !says(&name) && WORDS.lists.bodies.iter().any(|body| name.contains(body.as_str()))
    };
    !meeting.items.is_empty()
        || !meeting.present.is_empty()
        || meeting.place.is_some()
        || (meeting.time.is_some() && meeting.committee.as_ref().is_some_and(|name| !says(name)))
        || meeting.kind != DocumentKind::Unknown
        || meeting.committee.as_ref().is_some_and(body)
}

/// Does the paper carry a municipality's own head: a line among the first that begins with its name alone, or with that of
/// its job centre?
#[must_use]
pub fn has_letterhead(document: &Document, own: &Place) -> bool {
    let own = own.as_str().to_lowercase();
    let lines = document.text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.take(HEAD_LINES).any(|line| {
        let line = line.to_lowercase();
        // "Nyt fra Jobcenter Greve · Nr. 2": the head ends before the number.
        let title = line.split(['·', '–', '|', ',', '•']).next().unwrap_or_default().trim_end();
        let rest = || {
            let titled = line.strip_prefix(&own).and_then(|rest| rest.trim_start().strip_prefix("kommune"));
            titled.or_else(|| line.strip_prefix("jobcenter ")?.strip_prefix(&own))
        };
        // "Greve Kommune          3. maj 2023": what stands far to the right is another column of the head.
        let ends = |rest: &str| {
            let column = rest.starts_with("  ") || rest.starts_with('\t');
            column || !rest.trim_start().starts_with(char::is_alphanumeric)
        };
        is_news_from(title, &own) || rest().is_some_and(ends)
    })
}

/// "Nyt fra Greve Kommune", "Nyhedsbrev fra Jobcenter Greve": a head that says who writes; all in lower case.
fn is_news_from(line: &str, own: &str) -> bool {
    let named = line.strip_suffix(" kommune").and_then(|rest| rest.strip_suffix(own)?.strip_suffix(" fra "));
    let centre = ["fra jobcenter ", "fra jobcentret i ", "fra jobcenteret i "];
    let named = named.or_else(|| {
        let rest = line.strip_suffix(own)?;
        centre.iter().find_map(|from| rest.strip_suffix(from))
    });
    named.is_some_and(|what| WORDS.lists.letters.holds(what.trim()))
}

/// The subjects of a text that is neither of a meeting nor under a municipality's head. `own` is the municipality that
/// it names most.
#[must_use]
pub fn running(chapters: &[Chapter<'_>], own: Option<Place>) -> Subjects {
    let lead = dominant(chapters);
    let mut turns: Vec<(u32, Option<Place>)> = Vec::new();
    let mut seen = Seen::default();
    let mut spoken: Option<Place> = None;
    for part in chapters.iter().flat_map(|chapter| &chapter.parts) {
        let Part::Paragraph(passage) = part else { continue };
        let heading = passage.paragraph.kind == ParagraphKind::Heading;
        for (at, clause) in passage.sentences().iter().enumerate() {
            let named = introduced(clause, heading);
            seen.look(clause, turns.is_empty() && named.is_empty());
            let next = match &named[..] {
                // A new paragraph of a text on the nation, on another matter: nobody is named for it.
                [] if at == 0 && !heading && seen.whole && leaves(clause) => None,
                [] => continue,
                // Beside the one that the whole text is about, what follows another may be of either.
                [one] => Some(one.clone()).filter(|one| lead.as_ref().is_none_or(|lead| lead == one)),
                many => spoken.clone().filter(|spoken| many.contains(spoken)),
            };
            if next.is_none() && turns.is_empty() && named.is_empty() {
                continue;
            }
            for place in named {
                if !seen.municipalities.contains(&place) {
                    seen.municipalities.push(place);
                }
            }
            spoken.clone_from(&next);
            if turns.last().is_none_or(|(_, last)| *last != next) {
                turns.push((clause.span.start, next));
            }
        }
    }
    Subjects { first: seen.first(own), turns, foreign: true }
}

/// The municipality that a text is about from its first name on: named alone in the first sentence, or at least twice as
/// often as any other.
fn dominant(chapters: &[Chapter<'_>]) -> Option<Place> {
    let mut sentences = chapters.iter().flat_map(|chapter| &chapter.parts).filter_map(|part| match part {
        Part::Paragraph(passage) => passage.sentences().first(),
        Part::Table(_) => None,
    });
    if let Some([only]) = sentences.next().map(|clause| introduced(clause, false)).as_deref() {
        return Some(only.clone());
    }
    let mut counts: Vec<(Place, u32)> = Vec::new();
    for part in chapters.iter().flat_map(|chapter| &chapter.parts) {
        let Part::Paragraph(passage) = part else { continue };
        let heading = passage.paragraph.kind == ParagraphKind::Heading;
        for place in passage.sentences().iter().flat_map(|clause| introduced(clause, heading)) {
            match counts.iter_mut().find(|(known, _)| *known == place) {
                Some((_, count)) => *count += 1,
                None => counts.push((place, 1)),
            }
        }
    }
    let ((lead, most), others) = counts.split_first()?;
    others.iter().all(|(_, count)| 2 * count <= *most).then(|| lead.clone())
}

/// What a text shows of whom it is about before it introduces a municipality, and whom it names at all.
#[derive(Default)]
struct Seen {
    /// Municipalities in the plural, the country: before the first municipality.
    whole: bool,
    /// A figure was stated.
    valued: bool,
    /// Something is held against the country: then it is not what the text is about.
    compared: bool,
    /// The board, a ministry, a union.
    issuer: bool,
    /// Words of a municipality's own papers, or figures that are said to be "kommunens".
    local: bool,
    /// What people say: an article.
    reported: bool,
    municipalities: Vec<Place>,
}

impl Seen {
    fn look(&mut self, clause: &Clause<'_>, before: bool) {
        let tokens = &clause.tokens;
        let says = |list: &WordList| tokens.iter().any(|t| list.has(t));
        let lists = &WORDS.lists;
        self.reported |= says(&lists.reported);
        self.issuer |= before && says(&lists.issuers);
        // "84 kommuner har svaret": most of them.
        let most = || {
            tokens.windows(2).any(|pair| {
                pair[1].is("kommuner") && pair[0].number().is_some_and(|(count, _)| (50.0..=98.0).contains(&count))
            })
        };
        let whole = || most() || (0..tokens.len()).any(|at| WORDS.nationwide.at(tokens, at).is_some());
        let nation = before && (clause.has(|tag| *tag == Tag::Nation) || whole());
        let against = |hit: &&Hit<Tag>| {
            tokens[hit.start].word().is_some_and(|w| w.starts_with("landsgennemsnit"))
                || tokens[..hit.start]
                    .iter()
                    .rev()
                    .take(6)
                    .any(|t| t.is_any(&["mod", "end", "over", "under", "sammenlignet", "mens"]))
        };
        self.compared |= before && clause.terms_where(|tag| *tag == Tag::Nation).any(|hit| against(&hit));
        // "... 31 pct. På landsplan er den 32 pct.": beside a number that was somebody else's. A region is no nation.
        self.compared |= before && self.valued && !self.whole && clause.has(|tag| *tag == Tag::Nation);
        self.compared |= before && clause.places.iter().any(|hit| place::is_region(&hit.tag));
        let measured = || clause.has(|tag| matches!(tag, Tag::Outcome(_) | Tag::Rate(_) | Tag::Act(_)));
        // "hjemvist til fornyet behandling i kommunen": in any.
        let some = |hit: &Hit<Tag>| {
            let before = |back: usize| hit.start.checked_sub(back).map(|at| &tokens[at]);
            before(1).is_some_and(|t| t.is_any(&["i", "til", "af", "fra"]))
                && before(2).and_then(Token::word).is_some_and(|w| {
                    w.starts_with("behandling") || w.starts_with("afgørelse") || matches!(w, "retur" | "tilbage")
                })
        };
        let own = || clause.terms_where(|tag| *tag == Tag::Own).any(|hit| !some(hit));
        let owned = || own() && !tokens.iter().any(|t| lists.we.has(t));
        self.whole |= nation;
        self.valued |= !clause.values().is_empty() && measured();
        self.local |= says(&lists.local) || (!clause.values().is_empty() && measured() && owned());
    }

    /// Whom the text speaks of before anybody is named.
    fn first(&self, own: Option<Place>) -> Option<Place> {
        match self.municipalities.len() {
            0 => (own.is_none() && self.whole && !self.compared && !self.local).then_some(Place::NATION),
            _ if self.compared => own,
            // Several, none of them at the beginning, and told as news.
            2.. if self.whole || (self.issuer && self.reported) => Some(Place::NATION),
            1 if self.whole && self.reported => Some(Place::NATION),
            // The one that comes later, or the whole country?
            _ if self.whole => None,
            _ => own,
        }
    }
}

/// The municipalities that a sentence speaks of, each once: not those that others are measured against, and not the
/// town in which an article was written. Over a section "GREVE: EN KEDELIG PLACERING" names whom that is about.
fn introduced(clause: &Clause<'_>, heading: bool) -> Vec<Place> {
    let tokens = &clause.tokens;
    let mut out: Vec<Place> = Vec::new();
    for hit in &clause.places {
        let titled = tokens[hit.end - 1].word().is_some_and(|w| w.starts_with("kommune"));
        // "Vejen til færre fejl" names no municipality.
        let word = !titled && hit.end == hit.start + 1 && WORDS.lists.plain_words.has(&tokens[hit.start]);
        // "København. Når sager ...", "Kolding: Når forældre ..."; a name alone is a heading.
        let opens = tokens.len() > hit.end + 1;
        let ends = |t: &Token<'_>| t.is_symbol('.') || (opens && !heading && (t.is_symbol(':') || t.is_symbol('-')));
        let dateline = hit.start == 0 && !titled && tokens.get(hit.end).is_some_and(ends);
        let dateline = dateline || (hit.start == 0 && word);
        let against = hit.start > 0 && tokens[hit.start - 1].is_any(&["end", "med", "som", "modsat", "mod"]);
        if !(dateline || against || place::is_region(&hit.tag) || out.contains(&hit.tag)) {
            out.push(hit.tag.clone());
        }
    }
    out
}

/// Does the first sentence of a paragraph turn to another matter: an area, and nothing of whose?
fn leaves(clause: &Clause<'_>) -> bool {
    clause.has(|tag| matches!(tag, Tag::Area(_))) && !clause.has(|tag| *tag == Tag::Own)
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    /// Whose each figure is; `-` where that is not settled.
    fn places(text: &str) -> Vec<String> {
        let document = crate::read::read(text.as_bytes(), "a.txt").unwrap();
        let figures = extract(&document).figures;
        figures.iter().map(|f| format!("{} {}", f.place.as_ref().map_or("-", |p| p.as_str()), f.value)).collect()
    }

    #[test]
    fn a_text_speaks_of_whom_it_introduces() {
        let nation = "Tal for 2021\n\nI 2021 blev 33 procent af kommunernes afgørelser omgjort af Ankestyrelsen.\n\n";
        for (text, expected) in [
            (String::from(nation), vec!["Hele landet 33"]),
            (
                format!(
                    "{nation}I Greve Kommune gik det bedre, siger borgmesteren. Kommunen fik omgjort 21 procent af sagerne i 2021.\n"
                ),
                vec!["Hele landet 33", "Greve 21"],
            ),
            (
                format!(
                    "{nation}Både Greve og Solrød får kritik, siger ordføreren. Kommunen fik omgjort 44 procent af sagerne i 2021.\n"
                ),
                vec!["Hele landet 33"],
            ),
            // A municipality's own paper without its name is not the nation's.
            (
                String::from(
                    "Klager i 2021\n\nUdvalget og kommunerne er orienteret. Ankestyrelsen omgjorde 33 procent af sagerne i 2021.\n",
                ),
                vec!["- 33"],
            ),
            (
                String::from(
                    "Greve Kommune\n\nTal for 2021\n\nAnkestyrelsen omgjorde 33 procent af Greve Kommunes sager i 2021. I Solrød Kommune var det 40 procent. Kommunen har i 2021 fået stadfæstet 20 sager.\n",
                ),
                vec!["Greve 33", "Solrød 40", "Greve 20"],
            ),
            // The date stands in a column of its own beside the head.
            (
                String::from(
                    "Greve Kommune                    4. maj 2022\n\nAnkestyrelsen omgjorde 33 procent af Greve Kommunes sager i 2021. I Solrød Kommune var det 40 procent.\n\nI 2021 fik vi stadfæstet 20 sager i Ankestyrelsen.\n",
                ),
                vec!["Greve 33", "Solrød 40", "Greve 20"],
            ),
            // Held against the country: of a municipality that is not named.
            (
                String::from(
                    "Klager i 2021\n\nOmgørelsesprocenten er 33 procent i 2021 mod 36 procent på landsplan ifølge Ankestyrelsen.\n",
                ),
                vec!["- 33", "Hele landet 36"],
            ),
            // Beside the country's number, the first one is somebody's own.
            (
                String::from(
                    "Klager\n\nDanmarkskortet for 2021 viser, at omgørelsesprocenten er 33 pct. På landsplan er den 36 pct. Solrød Kommune er på 28 pct. og Køge Kommune på 35 pct.\n",
                ),
                vec!["- 33", "Hele landet 36", "Solrød 28", "Køge 35"],
            ),
            (
                String::from(
                    "Vejen til færre fejl\n\nI 2021 blev 33 procent af sagerne i Region Sjælland omgjort af Ankestyrelsen, siger kommunerne.\n",
                ),
                vec!["Region Sjælland 33"],
            ),
            // The one that the paper is about, or the one that it is compared with?
            (
                String::from(
                    "Klager i 2021\n\nTønder Kommune fik i 2021 omgjort 33 procent af sagerne hos Ankestyrelsen. Tønder har få sager. I Solrød Kommune blev 40 procent omgjort. Kommunen fik stadfæstet 20 sager. Tønder fik hjemvist 9 sager.\n",
                ),
                vec!["Tønder 33", "Solrød 40", "Tønder 9"],
            ),
        ] {
            assert_eq!(places(&text), expected, "{text}");
        }
    }
}
