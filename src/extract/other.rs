//! Numbers of something else that stand among those of appeals: shares of staff, parts of borgers counted, frequencies.

use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::value::{Value, ValueKind};
use crate::text::token::{Kind, Token};

/// Words that may stand between "af" and the noun that is parted.
const SMALL: [&str; 12] =
    ["de", "den", "det", "alle", "disse", "kommunens", "vores", "samtlige", "dem", "disses", "i", "alt"];

fn is_measured(tag: &Tag) -> bool {
    matches!(tag, Tag::Outcome(_) | Tag::Rate(_))
}

/// Is what stands behind "af" something else than cases, in a sentence without any outcome?
fn parts_something_else(tokens: &[Token<'_>], terms: &[Hit<Tag>], of: usize) -> bool {
    let noun = (of + 1..tokens.len().min(of + 6)).find(|&at| !tokens[at].is_any(&SMALL) || tokens[at].is("dem"));
    let Some(noun) = noun else { return false };
    let known = terms.iter().any(|hit| (hit.start..hit.end).contains(&noun));
    let name = tokens[noun].word().is_none_or(|word| word.chars().count() < 4);
    !known && !name
}

/// "87 % af medarbejderne vurderer": a share of something else. So are "de ti procent af kommunerne, der har de højeste
/// omgørelsesprocenter", whatever outcome is named.
pub(super) fn is_share(tokens: &[Token<'_>], terms: &[Hit<Tag>], end: usize) -> bool {
    let holders = ["kommunerne", "kommuner", "byerne", "regionerne"];
    let noun = |at: usize| {
        let at = at + usize::from(tokens.get(at).is_some_and(|t| t.is_any(&["landets", "alle", "de", "samtlige"])));
        let ends =
            tokens.get(at + 1).is_none_or(|t| t.word().is_none() || t.is_any(&["har", "havde", "med", "der", "som"]));
        ends && tokens.get(at).is_some_and(|t| t.is_any(&holders))
    };
    let of = tokens.get(end).is_some_and(|t| t.is("af"));
    of && noun(end + 1)
        || of && !terms.iter().any(|hit| is_measured(&hit.tag)) && parts_something_else(tokens, terms, end)
}

/// Where a subject stands whose percentages are of something else: "sygefraværet", "andelen af sygemeldte".
fn strange_subjects(tokens: &[Token<'_>], terms: &[Hit<Tag>]) -> Vec<usize> {
    let known = |at: usize| terms.iter().any(|hit| (hit.start..hit.end).contains(&at));
    (0..tokens.len())
        .filter(|&at| {
            let share = tokens[at].is_any(&["andelen", "andel", "procentdelen"])
                && tokens.get(at + 1).is_some_and(|t| t.is("af"))
                && parts_something_else(tokens, terms, at + 1);
            // "46 pct. af dem, der deltog i brugerundersøgelsen, og 38 pct. var tilfredse"
            let asked = tokens[at].word().is_some_and(|w| w.contains("undersøgelse")) && {
                tokens.iter().any(|t| {
                    t.word().is_some_and(|w| w.contains("tilfreds") || w.starts_with("svare") || w.starts_with("angav"))
                })
            };
            asked || share || (!known(at) && WORDS.lists.other_rates.has(&tokens[at]))
        })
        .collect()
}

/// Drops values that belong to a number or subject of something else, and notes where they stood.
pub(super) fn leave_out(tokens: &[Token<'_>], terms: &[Hit<Tag>], values: &mut Vec<Value>, strange: &mut Vec<usize>) {
    if values.is_empty() {
        return;
    }
    leave_out_hundreds(tokens, values, strange);
    let subjects = strange_subjects(tokens, terms);
    let under = |value: &Value| {
        value.kind != ValueKind::Count
            && subjects.iter().rfind(|&&at| at < value.start).is_some_and(|&subject| {
                !terms.iter().any(|hit| is_measured(&hit.tag) && (subject..value.start).contains(&hit.start))
            })
    };
    // "Af de 412 henvendelser blev 101 sendt videre og 43 behandlet": parts of what is no case.
    let parted = strange.first().copied().filter(|&first| first <= 4 && tokens[..first].iter().any(|t| t.is("af")));
    // "Foruden de 30 sager er fire blevet afvist": those that were counted before.
    let besides = |value: &Value| {
        let known = value.start > 0 && tokens[value.start - 1].is_any(&["de", "disse"]);
        let word = |back: usize| value.start.checked_sub(back).map(|at| &tokens[at]);
        let over = word(2).is_some_and(|t| t.is("over")) && word(3).is_some_and(|t| t.is("ud"));
        known && (over || word(2).is_some_and(|t| t.is_any(&["foruden", "udover"])))
    };
    // "(2) Klager modtaget i kommunen": what counts the entries.
    let is_mark = |value: &Value| {
        value.start == 1 && tokens[0].is_symbol('(') && tokens.get(value.end).is_some_and(|t| t.is_symbol(')'))
    };
    values.retain(|value| !besides(value) && !is_mark(value) && !is_share_of_all(tokens, terms, value));
    let mut kept: Vec<Value> = Vec::with_capacity(values.len());
    for value in values.drain(..) {
        let last = kept.last().map_or(0, |before| before.end);
        let owner = strange.iter().copied().filter(|&at| (last..value.start).contains(&at)).max();
        let part = owner.is_some_and(|owner| is_part(tokens, owner, &value));
        let whole = whole_of(tokens, value.end).is_some_and(|whole| strange.contains(&whole));
        let listed = parted.is_some_and(|first| {
            value.kind == ValueKind::Bare
                && first < value.start
                && !tokens[first..value.start].iter().any(|t| matches!(t.kind, Kind::Symbol(';' | ':')))
        });
        let same = owner.is_some_and(|owner| goes_on_with(tokens, terms, owner, &value));
        if listed || same || under(&value) || (value.kind != ValueKind::Count && part) || whole {
            // "78 % (412 ud af 528 borgere)"
            if whole
                && tokens[..value.start].last().is_some_and(|t| t.is_symbol('('))
                && kept.last().is_some_and(|before| before.end + 1 == value.start)
                && let Some(twin) = kept.pop()
            {
                strange.push(twin.start);
            }
            strange.push(value.start);
        } else {
            kept.push(value);
        }
    }
    strange.sort_unstable();
    *values = kept;
}

/// "41 ud af 100 afgørelser", "41 af hver 100": a rate in words, and no numbers of cases. "41 af de 100" are counts.
fn leave_out_hundreds(tokens: &[Token<'_>], values: &mut Vec<Value>, strange: &mut Vec<usize>) {
    let rate = |part: &Value, whole: &Value| {
        let between = tokens.get(part.end..whole.start).unwrap_or_default();
        let noun = usize::from(between.first().is_some_and(|t| WORDS.case_nouns.has(t)));
        let of = |t: &Token<'_>| t.is_any(&["ud", "af", "hver", "hvert"]);
        let counts = part.kind != ValueKind::Percent && whole.kind != ValueKind::Percent;
        let said = between.iter().any(|t| t.is("af")) && between[noun..].iter().all(of);
        counts && said && whole.value == 100.0 && part.value <= 100.0
    };
    let hundreds: Vec<usize> = values
        .windows(2)
        .filter(|pair| rate(&pair[0], &pair[1]))
        .flat_map(|pair| [pair[0].start, pair[1].start])
        .collect();
    values.retain(|value| !hundreds.contains(&value.start));
    strange.extend(hundreds);
}

/// "212 sanktioner, og 9 af dem", "19.900 indbyggere, hvoraf 5,4 pct.": a part of what was counted before.
fn is_part(tokens: &[Token<'_>], owner: usize, value: &Value) -> bool {
    let between = &tokens[owner..value.start];
    let open = !between.iter().any(|t| matches!(t.kind, Kind::Symbol(';' | ':')));
    let said = between.iter().any(|t| t.is_any(&["hvoraf", "heraf", "deraf"]));
    let of_them = tokens.get(value.end).is_some_and(|t| t.is("af"))
        && tokens.get(value.end + 1).is_some_and(|t| t.is_any(&["dem", "disse"]));
    open && (said || of_them)
}

/// Does a sentence hold a word that only appeals have?
pub(super) fn names_appeals(tokens: &[Token<'_>]) -> bool {
    let stems = ["klage", "anke", "stadfæst", "hjemvis", "omgør", "omgjort"];
    let begins = |word: &str| stems.iter().any(|stem| word.starts_with(stem));
    tokens.iter().any(|t| t.word().is_some_and(begins) || t.is("medhold") || WORDS.lists.board_names.has(t))
}

/// "4 medarbejdere er fratrådt, og 6 er tiltrådt": as many of the same, where nothing in the sentence is of appeals alone.
fn goes_on_with(tokens: &[Token<'_>], terms: &[Hit<Tag>], owner: usize, value: &Value) -> bool {
    let joined = value.start > 1
        && tokens[value.start - 1].is_any(&["og", "mens", "samt"])
        && tokens[value.start - 2].is_symbol(',');
    let bare = value.kind == ValueKind::Bare && value.decimals == 0;
    let cases = || terms.iter().any(|hit| hit.tag == Tag::Cases) || names_appeals(tokens);
    bare && joined && tokens[owner + 1..].first().is_some_and(|t| t.word().is_some()) && !cases()
}

/// The number behind "ud af" or "af de".
fn whole_of(tokens: &[Token<'_>], end: usize) -> Option<usize> {
    let small = |t: &Token<'_>| t.is_any(&["ud", "af", "de", "i", "alt"]);
    let length = tokens[end..].iter().take_while(|t| small(t)).count();
    let of = tokens[end..end + length].iter().any(|t| t.is("af"));
    (of && tokens.get(end + length).is_some_and(|t| t.number().is_some())).then_some(end + length)
}

/// "2   Omgørelsesprocenter 2020          6": an item of a table of contents, which ends in its page.
pub fn is_of_contents(text: &str, tokens: &[Token<'_>]) -> bool {
    let [number, title, .., before, page] = tokens else { return false };
    let plain = |t: &Token<'_>| t.number().is_some_and(|(value, decimals)| decimals == 0 && value < 1000.0);
    let apart = text.get(before.span.end as usize..page.span.start as usize).is_some_and(|gap| gap.contains("   "));
    plain(number) && number.year().is_none() && title.word().is_some() && plain(page) && apart
}

/// "17,9 pct. af samtlige afgjorte sager, omgørelsesprocent 18": the rate has a number of its own.
fn is_share_of_all(tokens: &[Token<'_>], terms: &[Hit<Tag>], value: &Value) -> bool {
    let behind = tokens[value.end..].iter().position(|t| t.is("af")).filter(|&at| at < 3).map(|at| value.end + at + 1);
    let Some(all) = behind.filter(|&at| tokens.get(at).is_some_and(|t| t.is_any(&["alle", "samtlige"]))) else {
        return false;
    };
    let comma = (all..tokens.len().min(all + 4)).find(|&at| tokens[at].is_symbol(','));
    let rated = |at: usize| terms.iter().any(|hit| hit.start == at + 1 && matches!(hit.tag, Tag::Rate(_)));
    value.kind == ValueKind::Percent && comma.is_some_and(rated)
}

/// "87 førtidspensioner", "12 sygedagpengemodtagere": what is granted and who gets it, in words that name a law.
pub(super) fn is_benefit(tokens: &[Token<'_>], terms: &[Hit<Tag>], at: usize) -> bool {
    let area = terms.iter().any(|hit| hit.start == at && matches!(hit.tag, Tag::Area(_)));
    let word = tokens[at].word().unwrap_or_default();
    let endings = ["pensioner", "pensionerne", "pensionister", "modtagere", "modtager", "ydelser", "tillæg"];
    area && endings.iter().any(|ending| word.ends_with(ending))
}

/// "87 førtidspensioner mod 214 i 2012": as many of the same that is no case.
pub(super) fn stands_against(tokens: &[Token<'_>], strange: &[usize], out: &[Value], at: usize) -> bool {
    let Some(last) = strange.last().filter(|&&last| out.iter().all(|value| value.start < last)) else { return false };
    let against = at > 0 && tokens[at - 1].is_any(&["mod", "imod", "kontra"]);
    let cases = tokens[at + 1..].iter().take(3).any(|t| WORDS.case_nouns.has(t));
    against && at - last <= 6 && !cases
}
/// "Af de 79 sager vedrører 38 Arbejdsmarkedsudvalgets område", "vedrører 17 Center Børn og Unge": whose cases they are.
pub(super) fn of_committee(tokens: &[Token<'_>], out: &[Value], at: usize) -> bool {
    let next = |n: usize| tokens.get(at + n);
    let committee = |t: &Token<'_>| t.lower.ends_with("udvalget") || t.lower.ends_with("udvalgets");
    // "39 Børne- og Skoleudvalget", "39 Social & Sundhedsudvalget"
    let and = |n: usize| next(n).is_some_and(|t| t.is("og") || t.is_symbol('&'));
    let dash = usize::from(next(2).is_some_and(|t| t.is_symbol('-')));
    let joined = and(2 + dash) && next(3 + dash).is_some_and(committee);
    // "vedrører ti merudgifter efter § 41", "vedrører 10 hjælpemidler (§ 112)"
    let about = next(2).is_some_and(|t| t.is("efter") || t.is_symbol('(')) && next(3).is_some_and(|t| t.is_symbol('§'));
    let whose = joined || about || next(1).is_some_and(|t| t.is_any(&["center", "team"]) || committee(t));
    let directly = at > 0 && WORDS.lists.belonging.has(&tokens[at - 1]);
    whose && (directly || !out.is_empty() && tokens[..at].iter().any(|t| WORDS.lists.belonging.has(t)))
}

/// "(19 + 48) / 67 = 28", "(ændrede + hjemviste) / alle x 100": a number that is reckoned with.
pub(super) fn is_summand(tokens: &[Token<'_>], at: usize) -> bool {
    let sign = |t: Option<&Token<'_>>| t.is_some_and(|t| t.is_symbol('+') || t.is_symbol('='));
    let divided = at > 1 && tokens[at - 1].is_symbol('/') && tokens[at - 2].is_symbol(')');
    let times = at > 0 && (tokens[at - 1].is("x") || matches!(tokens[at - 1].kind, Kind::Symbol('×' | '·' | '*')));
    // "31 / 28": which of the two a word before them means is not said.
    let second = at > 1 && tokens[at - 1].is_symbol('/') && tokens[at - 2].number().is_some();
    let hundred = times && tokens[at].number().is_some_and(|(value, _)| value == 100.0);
    sign(tokens.get(at + 1)) || sign(at.checked_sub(1).map(|p| &tokens[p])) || divided || second || hundred
}

/// "to gange årligt", "3 gange om ugen": how often.
pub(super) fn is_frequency(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|t| t.is("gange")) && tokens.get(at + 2).is_some_and(|t| WORDS.lists.often.has(t))
}
