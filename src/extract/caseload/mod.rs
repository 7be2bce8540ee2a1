//! Figures on caseloads: open cases for one full-time equivalent, totals and staffing, guideline ranges.

mod allowed;
mod aside;
mod beside;
mod bind;
mod caption;
mod counted;
mod guided;
mod guideline;
mod heads;
mod hint;
mod inline;
mod lines;
mod list;
mod listed;
mod meaning;
mod names;
mod number;
mod opening;
mod over;
mod placed;
mod posts;
mod prose;
mod range;
mod record;
mod setting;
mod staff;
mod survey;
mod table;
mod when;

use self::hint::{describes, says_caseload};
use self::list::Announced;
use self::setting::Setting;
use self::survey::{asks, fold_months, note_survey, tells};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::data::words::WORDS;
use crate::extract::chapter::{Chapter, Part};
use crate::extract::clause::Clause;
use crate::extract::grid::{Line, grid};
use crate::extract::outline::Outline;
use crate::model::figure::{Doubt, Figure, Gap, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::period::Period;
use crate::model::source::{Document, Span};
use crate::text::run;
use crate::text::sentence::{Paragraph, ParagraphKind};

/// The figures and gaps on caseloads in a document, in no particular order.
#[must_use]
pub fn caseload(document: &Document, lower: &str, outline: &Outline<'_>) -> (Vec<Figure>, Vec<Gap>) {
    let (mut figures, mut gaps) = (Vec::new(), Vec::new());
    for chapter in &outline.chapters {
        let text = lower.get(chapter.span.range()).unwrap_or_default();
        if outline.topics.name_caseload(chapter.span) || describes(text) {
            read_chapter(document, lower, outline, chapter, &mut figures, &mut gaps);
        }
    }
    (figures, gaps)
}

fn read_chapter(
    document: &Document,
    lower: &str,
    outline: &Outline<'_>,
    chapter: &Chapter<'_>,
    figures: &mut Vec<Figure>,
    gaps: &mut Vec<Gap>,
) {
    let mut setting =
        Setting { own: outline.subjects.at(chapter.span.start), meeting: outline.meeting, ..Setting::default() };
    setting.foreign = outline.subjects.is_foreign();
    let title = chapter.title.map(|span| Clause::read(&document.text, lower, span));
    let titled = title.as_ref().is_some_and(|title| says_caseload(title, title.caseload_terms()));
    let entitled = title.and_then(|title| over::entitled(document, &title, &setting));
    setting.under_title = titled;
    setting.titled = titled;
    let mut heads: Option<Vec<Line>> = None;
    let first = figures.len();
    for (at, part) in chapter.parts.iter().enumerate() {
        if matches!(part, Part::Paragraph(_)) {
            heads = None;
        }
        match part {
            Part::Table(index) => {
                let table = &document.tables[*index as usize];
                setting.own = table.cells.first().and_then(|cell| outline.subjects.at(cell.span.start));
                if let Some(mut grid) = grid(document, lower, table) {
                    // A blank line in a table: what stands below goes on under the heads above.
                    let headless = grid.cols.iter().all(|line| line.headings.is_empty());
                    match heads.take().filter(|heads| headless && heads.len() == grid.cols.len()) {
                        Some(above) => grid.cols = above,
                        None if headless => {}
                        None => heads = Some(grid.cols.clone()),
                    }
                    let (found, empty) = table::table(document, lower, table, &grid, &setting);
                    found.iter().for_each(|figure| setting.groups.add(&figure.scope));
                    setting.assume(&found);
                    figures.extend(found);
                    gaps.extend(empty);
                }
            }
            Part::Paragraph(passage) => {
                let paragraph = &passage.paragraph;
                setting.own = outline.subjects.at(paragraph.span.start);
                let known = setting.issuer.is_some() || setting.listing.is_some() || setting.listed;
                let known = known || setting.record.is_some() || record::may_open(document.slice(paragraph.span));
                // Nothing goes on with what was said before, and nothing begins.
                let whole = if known || passage.may_speak_of_caseloads() { Some(passage.whole()) } else { None };
                let terms = whole.map_or(&[][..], Clause::caseload_terms);
                setting.surveyed = whole.is_some_and(|whole| says_caseload(whole, terms));
                if setting.surveyed {
                    // A sentence with figures only says when for those behind it.
                    let plain = |clause: &&Clause<'_>| !clause.states_numbers() && tells(clause);
                    passage.sentences().iter().filter(plain).for_each(|clause| note_survey(clause, &mut setting));
                } else if titled {
                    // "Opgørelsen er lavet ultimo 2017", under a title that speaks of caseloads.
                    let declares =
                        |clause: &&Clause<'_>| clause.tokens.first().is_some_and(|t| WORDS.lists.declared.has(t));
                    passage.sentences().iter().filter(declares).for_each(|clause| note_survey(clause, &mut setting));
                }
                let mut under = None;
                let item = paragraph.kind == ParagraphKind::Item;
                if whole.is_none() && !item {
                    setting.guiding = None;
                }
                if let Some(whole) = whole {
                    if record::reads(document, whole, &mut setting, figures) {
                        continue;
                    }
                    let ranges = || lines::give_ranges(document, &chapter.parts, at);
                    if guideline::announces(document, whole, terms, &ranges, &mut setting) {
                        read_before_lead(document, outline, passage.sentences(), &mut setting, figures);
                        continue;
                    }
                    if let Some(found) = guideline::line(document, whole, terms, item, &setting) {
                        figures.extend(found);
                        continue;
                    }
                    if !item {
                        setting.guiding = guideline::issuer(terms).filter(|_| has(terms, &CaseloadTag::Guideline));
                    }
                    under = setting.listing.take();
                    let bare = || lines::say_all(document, &chapter.parts, at);
                    let said = under.clone().or_else(|| bare().then(|| list::unannounced(&setting)));
                    let line = said.as_ref().and_then(|said| list::listed(document, whole, said, &setting));
                    if let Some(found) = line {
                        figures.extend(found);
                        setting.listing = under;
                        continue;
                    }
                    let told = || {
                        whole.tokens.last().is_some_and(|t| t.is_symbol('.'))
                            && !whole.has_any(&CASELOAD.lists.supposed)
                    };
                    let say_all = || told() && lines::say_all(document, &chapter.parts, at + 1);
                    let units = || whole.has_word(&["pr", "per"]) || say_all();
                    let follow = || units() && lines::follow(document, &chapter.parts, at);
                    if announces(document, paragraph, whole, &follow, &setting) {
                        setting.listing = Some(list::announced(document, whole, terms, &setting));
                        setting.listed = true;
                    }
                }
                setting.group = None;
                setting.subject = None;
                setting.topic = None;
                setting.run.clear();
                setting.sole = false;
                setting.staffed = None;
                (setting.before, setting.then) = (None, None);
                setting.surveying &= paragraph.kind != ParagraphKind::Heading;
                setting.surveying |= setting.surveyed;
                setting.named = None;
                setting.guides = None;
                setting.just_spoke = setting.surveyed;
                if paragraph.kind == ParagraphKind::Text && paragraph.sentences.len() > 1 {
                    setting.issuer = None;
                }
                let is_title = chapter.title.is_some_and(|title| paragraph.span.start <= title.start);
                setting.under_title &= is_title || paragraph.kind == ParagraphKind::Heading;
                if paragraph.kind == ParagraphKind::Heading {
                    // "Mødedato: 7. juni 2017" heads nothing.
                    let heading = document.one_line(paragraph.span).trim_end_matches(':').to_owned();
                    setting.heading = Some(heading).filter(|heading| !heading.contains(':'));
                    let over = setting.heading.as_deref().filter(|_| !is_title);
                    let leads = document.slice(paragraph.span).trim_end().ends_with(':');
                    let named = over.and_then(over::named_by);
                    let named = named.or_else(|| over::beside_names(over.filter(|_| !leads)?, setting.over.as_ref()));
                    // "Tabellen viser udviklingen:" leads on under the heading above.
                    if named.is_some() || !leads {
                        setting.over = named;
                        setting.record = setting.over.as_ref().map(|over| over.name.clone());
                    }
                    setting.speaks = has(terms, &CaseloadTag::Caseload);
                    if !leads && setting.issuer.is_some() && terms.is_empty() {
                        setting.issuer = None;
                    }
                }
                // Without a number nothing is stated, and without a word of caseloads nothing is handed on.
                if whole.is_none() && !run::has_digit(document.slice(paragraph.span)) {
                    (setting.guided, setting.guided_group, setting.asked) = (false, false, false);
                    if paragraph.kind == ParagraphKind::Text {
                        setting.leave_heading();
                    }
                    continue;
                }
                // "- 46 sager på sygedagpenge", in a list.
                let item = under.filter(|_| paragraph.kind == ParagraphKind::Item);
                let before = figures.len();
                let mut last: Option<&Clause<'_>> = None;
                for clause in passage.sentences() {
                    let known = figures.len();
                    read_sentence(document, outline, clause, item.as_ref(), &mut setting, figures);
                    if let (Some(before), [one]) = (last, &figures[known..]) {
                        let parts = prose::proven_by(before, one, terms, &figures[..known]);
                        figures.extend(parts);
                    }
                    last = Some(clause).filter(|_| figures[known..].iter().all(|f| f.measure == Measure::Fte));
                }
                if paragraph.kind == ParagraphKind::Text {
                    setting.leave_heading();
                }
                setting.speaks &= paragraph.kind != ParagraphKind::Heading || has(terms, &CaseloadTag::Caseload);
                if figures.len() > before && setting.listing.is_none() {
                    setting.listing = item;
                }
            }
        }
    }
    let own = outline.subjects.at(chapter.span.start);
    over::under_title(document, lower, (entitled, titled), own.as_ref(), &mut figures[first..]);
    fold_months(&mut figures[first..]);
}

/// "En rådgiver har 48 sager på sygedagpenge. Foreningen anbefaler følgende:": what a paragraph states before its last
/// sentence announces guidelines.
fn read_before_lead(
    document: &Document,
    outline: &Outline<'_>,
    sentences: &[Clause<'_>],
    setting: &mut Setting,
    figures: &mut Vec<Figure>,
) {
    let Some((_, before)) = sentences.split_last() else { return };
    let guides = |hit: &Hit<CaseloadTag>| matches!(hit.tag, CaseloadTag::Guideline | CaseloadTag::Issuer(_));
    let announced = (setting.issuer.take(), setting.named_issuer.clone());
    for clause in before.iter().filter(|clause| !clause.caseload_terms().iter().any(guides)) {
        read_sentence(document, outline, clause, None, setting, figures);
    }
    (setting.issuer, setting.named_issuer) = announced;
}

/// Does a paragraph say that lines with a caseload each follow?
fn announces(
    document: &Document,
    paragraph: &Paragraph,
    whole: &Clause<'_>,
    follow: &dyn Fn() -> bool,
    setting: &Setting,
) -> bool {
    let terms = whole.caseload_terms();
    let bare = || whole.tokens.iter().all(|t| t.number().is_none() || t.year().is_some());
    // "... har en sagsbehandler i gennemsnit", and no more: the lines go on with the sentence.
    let unfinished = || whole.tokens.last().is_some_and(|t| t.word().is_some());
    let has_mean = || {
        has(terms, &CaseloadTag::Staff)
            && whole.has_word(&["har", "havde"])
            && whole.has_beginning(&["gennemsnit", "snit"])
    };
    let opens = document.slice(paragraph.span).trim_end().ends_with(':');
    // "Opgørelsen fra oktober 2022 viste disse gennemsnit:" goes on with what was listed before.
    let again = || setting.listed && whole.tokens.iter().any(|t| t.word().is_some_and(|w| w.starts_with("gennemsnit")));
    // "Handicap: 45 sager pr. rådgiver (49 i 2022)" is a line itself.
    let headed = || paragraph.kind == ParagraphKind::Heading && whole.has_word(&["pr", "per"]) && bare();
    // "Sagstallet er antal sager pr. rådgiver. Tallene er fra 2021.", right over lines with a value each.
    let defined = || bare() && follow() && says_caseload(whole, terms);
    (opens && again())
        || defined()
        || ((opens || headed()) && says_caseload(whole, terms))
        || ((opens || unfinished()) && has_mean() && bare())
}

/// Reads a sentence, and keeps what it says for the next.
fn read_sentence(
    document: &Document,
    outline: &Outline<'_>,
    clause: &Clause<'_>,
    item: Option<&Announced>,
    setting: &mut Setting,
    figures: &mut Vec<Figure>,
) {
    setting.own = outline.subjects.at(clause.span.start);
    let terms = clause.caseload_terms();
    if setting.surveyed && tells(clause) {
        note_survey(clause, setting);
    }
    let guidelines = guideline::sentence(document, clause, terms, setting);
    setting.guided = !guidelines.is_empty();
    setting.guided_group = guidelines.iter().any(|figure| figure.scope != "Alle");
    setting.guides = guideline::spoken_of(clause, terms, setting).filter(|_| guidelines.is_empty());
    figures.extend(guidelines);
    let found = prose::sentence(document, clause, terms, item, setting);
    let printed = |hit: &Hit<CaseloadTag>| {
        document.one_line(clause.tokens[hit.start].span.cover(clause.tokens[hit.end - 1].span))
    };
    // "Sygedagpenge har mest at lave. Der kommer 70 nye hver måned. Sidste år var tallet 48": still of it.
    let goes_on = clause.tokens.first().is_some_and(|t| t.is_any(&["der", "her"])) && found.is_empty();
    let goes_on = goes_on && clause.places.is_empty() && !has(terms, &CaseloadTag::Group);
    let opening = opening::opening(document, clause, terms, setting);
    let named = |fronted: bool| opening.clone().filter(|named| named.1 == fronted).map(|(name, _)| name);
    setting.subject = named(false).or_else(|| setting.subject.take().filter(|_| goes_on));
    // "Inden for sygedagpenge er det gået den anden vej."
    let fronted = named(true).or_else(|| opening::fronted(document, clause));
    setting.topic = fronted.filter(|_| found.is_empty() && !clause.states_numbers());
    setting.run = found.iter().filter(|figure| figure.measure == Measure::CasesPerFte).cloned().collect();
    setting.sole = found.len() == 1 && setting.run.len() == 1;
    setting.before = found.split_first().and_then(|(first, rest)| {
        let same = rest.iter().all(|other| other.place == first.place && other.period == first.period);
        same.then(|| (first.place.clone(), first.period))
    });
    let past = clause.has_word(&["var", "havde", "lå"]) && !clause.has_word(&["er", "har", "ligger"]);
    let year = |period: Option<Period>| period.map(Period::last_year);
    setting.told_past = past && found.iter().any(|figure| year(figure.period) == year(setting.period()));
    setting.staffed = found
        .first()
        .map(|first| first.scope.clone())
        .filter(|scope| scope != "Alle" && found.iter().all(|f| f.measure == Measure::Fte && f.scope == *scope));
    setting.then = match &clause.periods[..] {
        [only] if found.is_empty() => only.named.resolve(None, setting.meeting),
        _ => None,
    };
    if let Some(issuer) = guideline::issuer(terms) {
        setting.carried_issuer = Some(issuer.clone()).filter(|_| setting.foreign);
        setting.named_issuer = Some(issuer);
    }
    let groups: Vec<_> = terms.iter().filter(|hit| hit.tag == CaseloadTag::Group).collect();
    setting.named = if let [only] = groups[..] { Some(printed(only)) } else { None };
    setting.asked = asks(clause, terms);
    if let Some(last) = found.last() {
        setting.last_group = Some(last.scope.clone());
        setting.group = Some(last.scope.clone());
    }
    if let Some(last) = found.iter().rfind(|f| f.measure == Measure::CasesPerFte) {
        setting.carried_group = Some(last.scope.clone()).filter(|_| setting.foreign);
    }
    setting.assume(&found);
    // "Ankestyrelsen har behandlet 17 sager. I 2015 var det 38": what follows is of complaints.
    if found.is_empty() && clause.names_complaint() {
        (setting.group, setting.topic, setting.named, setting.asked) = (None, None, None, false);
        setting.speaks = false;
    }
    figures.extend(found);
    setting.speaks |= has(terms, &CaseloadTag::Caseload);
}

pub(super) fn has(terms: &[Hit<CaseloadTag>], tag: &CaseloadTag) -> bool {
    terms.iter().any(|hit| hit.tag == *tag)
}

/// A figure of the topic; what is not settled makes it uncertain.
pub(super) fn figure(
    place: Option<Place>,
    period: Option<Period>,
    scope: String,
    measure: Measure,
    value: (f64, u8),
    source: Source,
) -> Figure {
    let unit = match measure {
        Measure::TotalCases => Unit::Count,
        Measure::Fte => Unit::Fte,
        _ => Unit::CasesPerFte,
    };
    let mut doubts = Vec::new();
    if place.is_none() {
        doubts.push(Doubt::Place);
    }
    if period.is_none() {
        doubts.push(Doubt::Period);
    }
    Figure {
        place,
        period,
        topic: Topic::Caseload,
        scope,
        measure,
        value: value.0,
        decimals: value.1,
        unit,
        hedge: None,
        origin: Origin::Stated(source),
        doubts,
        item: None,
    }
}

pub(super) fn sentence_source(value: Span, passage: Span) -> Source {
    Source { value, passage, heads: Vec::new() }
}
