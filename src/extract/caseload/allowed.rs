//! Which numbers of a sentence can be figures on caseloads at all. Left out are numbers of headings, periods,
//! paragraphs of laws and names, limits, ranges and differences, what is aimed at, supposed, wished or recommended, and
//! what is said of others without a name.

use super::names::Name;
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::quantity::is_range;
use crate::model::source::Document;
use crate::text::token::Token;
use std::ops::Range;

pub(super) struct Allowed<'r, 'a> {
    pub document: &'r Document,
    pub clause: &'r Clause<'a>,
    pub terms: &'r [Hit<CaseloadTag>],
    pub names: &'r [Name],
}

impl Allowed<'_, '_> {
    /// May the token be a figure?
    pub fn at(&self, at: usize) -> bool {
        let tokens = &self.clause.tokens;
        let Some((value, _)) = tokens[at].number() else { return false };
        value > 0.0
            && tokens[at].year().is_none()
            && !self.is_heading_number(at)
            && !self.in_a_name(at)
            && !self.is_other_quantity(at)
            && !is_span(tokens, at)
            && !is_limit(tokens, at)
            && !is_flow(tokens, at)
            && !is_difference(tokens, at)
            && !is_supposed(tokens, at)
            && !tokens[..at].iter().any(|t| CASELOAD.lists.wished.has(t))
            && !self.is_of_a_thought_apart(at)
            && !is_of_some(tokens, at)
            // "Hvor en sag er en familie, har rådgiverne 67 børn": of some, by what they call a case.
            && !tokens.windows(3).any(|w| w[0].is_any(&["en", "én"]) && w[1].is("sag") && w[2].is("er"))
    }

    /// "3. Sager pr. rådgiver", "3.1 Antal sager pr. rådgiver": the number of a heading, before a word with a capital.
    fn is_heading_number(&self, at: usize) -> bool {
        let tokens = &self.clause.tokens;
        let sign = |t: &&Token<'_>| t.is_symbol('.') || t.is_symbol(')') || t.is_symbol(':');
        let next = at + 1 + tokens[at + 1..].iter().take_while(sign).count();
        let capital = |t: &Token<'_>| self.document.slice(t.span).starts_with(char::is_uppercase);
        at == 0 && tokens.get(next).is_some_and(capital)
    }

    /// Does a number belong to a period, to a paragraph of a law or to a name: "i 1. kvartal", "§ 85", "matchgruppe 2"?
    pub fn in_a_name(&self, at: usize) -> bool {
        self.clause.is_of_period(at)
            || self.clause.is_of_section(at)
            || self.names.iter().any(|name| (name.start..name.end).contains(&at))
    }

    /// "45 %", "3 mio. kr.", "uge 12", "12 uger": a number of something else.
    pub fn is_other_quantity(&self, at: usize) -> bool {
        let tokens = &self.clause.tokens;
        let units = [
            "kr",
            "mio",
            "mia",
            "t",
            "uger",
            "uge",
            "dage",
            "dag",
            "timer",
            "måneder",
            "måned",
            "år",
            "pct",
            "procent",
            "procentpoint",
            "point",
        ];
        let behind = tokens.get(at + 1).is_some_and(|t| t.is_symbol('%') || t.is_any(&units));
        let named = at > 0
            && (WORDS.lists.naming.has(&tokens[at - 1])
                || tokens[at - 1].is_symbol('§')
                || tokens[at - 1].is_symbol('['));
        let dotted =
            at > 1 && tokens[at - 1].is_symbol('.') && tokens[at - 2].is_any(&["nr", "kap", "pkt", "kr", "tlf"]);
        behind || named || dotted
    }

    pub fn in_parentheses(&self, at: usize) -> bool {
        let before = self.clause.tokens[..at].iter().rev();
        before.take_while(|t| !t.is_symbol(')')).any(|t| t.is_symbol('('))
    }

    /// What the same thought says of a guideline, of an aim or of others without a name is no figure of a place.
    fn is_of_a_thought_apart(&self, at: usize) -> bool {
        let tokens = &self.clause.tokens;
        let thought = thought(tokens, at);
        let guideline = self.terms.iter().any(|hit| {
            matches!(hit.tag, CaseloadTag::Guideline | CaseloadTag::Issuer(_)) && thought.contains(&hit.start)
        });
        let before = &tokens[thought.start..at];
        let aim = before.iter().rposition(|t| CASELOAD.lists.aimed.has(t) || WORDS.lists.aims.has(t));
        let aimed = aim.is_some_and(|aim| !before[aim..].iter().any(|t| CASELOAD.lists.actual.has(t)));
        // "i dialog med en by i Sverige, hvor rådgiverne har 15 børn hver": what the thought is hung on.
        let hung = thought.start.checked_sub(3).filter(|_| tokens[thought.start - 1].is("hvor"));
        let near = hung.unwrap_or(thought.start)..thought.end;
        let nameless = self.clause.terms.iter().any(|hit| hit.tag == Tag::Nameless && near.contains(&hit.start));
        let placed = self.clause.places.iter().any(|hit| thought.contains(&hit.start));
        let nation = || self.clause.terms.iter().any(|hit| hit.tag == Tag::Nation && thought.contains(&hit.start));
        let many = self.clause.has_word(&MANY) && means_of_many(&tokens[thought.start..at]) && !nation();
        guideline || aimed || ((nameless || many) && !placed)
    }
}

/// "havde enkelte medarbejdere 90 sager": some of them, who are not told.
fn is_of_some(tokens: &[Token<'_>], at: usize) -> bool {
    let some = |t: &Token<'_>| t.is_any(&["enkelte", "nogle", "visse"]);
    let staff = |t: &Token<'_>| CASELOAD.staff.has(t) && t.word().is_some_and(|w| w.ends_with('e'));
    tokens[at.saturating_sub(6)..at].windows(2).any(|w| some(&w[0]) && staff(&w[1]))
}

const MANY: [&str; 4] = ["kommuner", "kommunerne", "jobcentre", "jobcentrene"];

/// "Gennemsnittet for de fem kommuner er 47,5": nobody's.
fn means_of_many(before: &[Token<'_>]) -> bool {
    let small = |t: &Token<'_>| t.is_any(&["for", "af", "i", "blandt", "hos", "på", "over", "alle"]);
    let many = before.iter().rposition(|t| t.is_any(&MANY));
    many.is_some_and(|many| before[many.saturating_sub(4)..many].iter().any(small))
}

/// The words around a token up to where a contrasting thought begins: "mens", "men", ";", "mod".
fn thought(tokens: &[Token<'_>], at: usize) -> Range<usize> {
    let contrast = |at: &usize| {
        CASELOAD.lists.contrast.has(&tokens[*at]) || [';', '(', ')'].iter().any(|sign| tokens[*at].is_symbol(*sign))
    };
    let start = (0..at).rfind(contrast).map_or(0, |at| at + 1);
    let end = (at..tokens.len()).find(contrast).unwrap_or(tokens.len());
    start..end
}

/// `25-35`, "mellem 25 og 35", "25 til 35": no single value. "faldet fra 35 til 25" states two.
fn is_span(tokens: &[Token<'_>], at: usize) -> bool {
    let number =
        |n: Option<usize>| n.and_then(|n| tokens.get(n)).is_some_and(|t| t.number().is_some() && t.year().is_none());
    let to = |n: Option<usize>| n.and_then(|n| tokens.get(n)).is_some_and(|t| t.is("til"));
    let reaches = to(Some(at + 1)) && number(Some(at + 2)) || to(at.checked_sub(1)) && number(at.checked_sub(2));
    is_range(tokens, at, at + 1) || (reaches && !moves(tokens, at))
}

/// Does the sentence say before the number that something rose or fell?
fn moves(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |t: &Token<'_>| WORDS.lists.change_verbs.has(t) || CASELOAD.lists.moving.has(t);
    tokens[..at].iter().any(word)
}

/// "højst 40", "må være 40", "under 40".
fn is_limit(tokens: &[Token<'_>], at: usize) -> bool {
    let limited = (1..=3).filter_map(|back| at.checked_sub(back)).any(|start| {
        WORDS.thresholds.at(tokens, start).is_some_and(|hit| hit.end == at)
            && !(0..=start).rev().take(2).any(|s| WORDS.hedges.at(tokens, s).is_some_and(|hit| hit.end == at))
    });
    let denied = at > 0 && tokens[at - 1].is("ikke");
    denied || limited || tokens[at.saturating_sub(4)..at].iter().any(|t| CASELOAD.lists.bounds.has(t))
}

/// "afslutter i gennemsnit 4 sager om måneden": how many come and go, not how many there are.
fn is_flow(tokens: &[Token<'_>], at: usize) -> bool {
    let near = &tokens[at.saturating_sub(8)..at];
    // "blev oprettet i august og har 141 sager": another verb.
    let another = |w: &[Token<'_>]| w[0].is("og") && CASELOAD.lists.having.has(&w[1]);
    let verb = near.iter().rposition(|t| CASELOAD.lists.flow.has(t));
    let verb = verb.is_some_and(|verb| !near[verb..].windows(2).any(another));
    let times = ["måneden", "ugen", "året", "dagen", "måned", "uge", "år", "dag", "kvartal"];
    let behind = &tokens[at + 1..tokens.len().min(at + 9)];
    let rate = behind.windows(2).any(|pair| pair[0].is("om") && pair[1].is_any(&times));
    let per = behind.windows(3).any(|w| w[0].is_any(&["pr", "per"]) && w[1..].iter().any(|t| t.is_any(&times[4..])));
    verb || rate || per || behind.iter().take(4).any(|t| t.is_any(&["årligt", "ugentligt", "månedligt", "dagligt"]))
}

/// "faldet med 8", "8 færre", "8 sager pr. rådgiver over gennemsnittet", "forskellen er 8"; but "normeret med 8 årsværk".
fn is_difference(tokens: &[Token<'_>], at: usize) -> bool {
    let staffed = |t: &Token<'_>| t.is_any(&["normeret", "normerede", "bemandet"]);
    let with = at > 0
        && tokens[at - 1].is("med")
        && !tokens[..at].iter().any(|t| t.is_any(&["ligger", "lå", "topper", "sidder", "sad", "siddet"]) || staffed(t));
    let more = ["flere", "færre", "mere", "mindre", "højere", "lavere", "ekstra", "nye"];
    let ends = |t: &&Token<'_>| t.word().is_some() || t.is_symbol('.');
    let compared = tokens[at + 1..].iter().take_while(ends).take(6).enumerate().any(|(n, t)| {
        let than = tokens.get(at + 2 + n).is_some_and(|t| t.is_any(&["end", "pr"])) || n < 2;
        (t.is_any(&more) && than) || (t.is_any(&["over", "under"]) && (1..=5).contains(&n))
    });
    let subject = tokens[..at].iter().rposition(|t| {
        WORDS.lists.change_nouns.has(t) && t.word().is_some_and(|w| w.ends_with("en") || w.ends_with("et"))
    });
    let said = subject.is_some_and(|subject| {
        tokens[subject + 1..at].iter().all(|t| t.number().is_none() || t.year().is_some())
            && at > 0
            && (tokens[at - 1].is_any(&["er", "var", "på"])
                // "Forskellen svarer til knap 4 sager pr. rådgiver"
                || tokens[at.saturating_sub(3)..at].windows(2).any(|w| w[0].is("svarer") && w[1].is("til")))
    });
    let noun = at > 1 && tokens[at - 1].is("på") && WORDS.lists.change_nouns.has(&tokens[at - 2]);
    // "12 sager pr. rådgiver er kommet til"
    let added = tokens[at + 1..].iter().take_while(ends).take(8).any(|t| t.is_any(&["kommet", "oveni", "tilført"]));
    with || compared || said || noun || added
}

/// "sagstallet vil falde til omkring 40", "ved et sagstal på 65 er udgiften": what will or may be, not what is.
fn is_supposed(tokens: &[Token<'_>], at: usize) -> bool {
    let near = &tokens[at.saturating_sub(8)..at];
    let plain = |next: &Token<'_>| CASELOAD.lists.telling.has(next);
    let before = near
        .iter()
        .enumerate()
        .any(|(n, t)| CASELOAD.lists.supposed.has(t) && !near.iter().skip(n + 1).take(2).any(plain));
    // "29 sager pr. rådgiver ved en normering på 10 årsværk" is so.
    let given = near.windows(3).any(|w| {
        w[0].is("ved")
            && w[1].is_any(&["et", "en"])
            && !(CASELOAD.lists.posts.has(&w[2]) && w[2].word() != Some("årsværk"))
    });
    // "Forslaget vil betyde, at hver rådgiver kommer ned på 50 sager": all that a sentence supposes.
    let clause = |from: usize| {
        let words = &tokens[(from + 1).min(at)..at.min(from + 6)];
        words.windows(2).any(|w| w[1].is("at") && (w[0].is_symbol(',') || CASELOAD.lists.causing.has(&w[0])))
    };
    let causes = |t: &Token<'_>| CASELOAD.lists.supposed.has(t) || CASELOAD.lists.proposals.has(t);
    let far = (0..at).any(|n| causes(&tokens[n]) && clause(n) && !tokens[n + 1..at].iter().take(2).any(plain));
    // "En rådgiver ville få 28 sager, hvis forslaget vedtages"
    // "Har en rådgiver for eksempel 30 sager, svarer det til ...": any one.
    // "Skal sagstallet ned på 50, vil det kræve tre ekstra": what would have to be.
    let first = tokens.iter().find(|t| t.word().is_some());
    let follows = |w: &[Token<'_>]| {
        w[0].is_symbol(',') && WORDS.lists.consequences.has(&w[1])
            || w[0].is_symbol(',') && w[1].is_any(&["skal", "kræver"])
    };
    if first.is_some_and(|t| t.is_any(&["skal", "skulle", "bringes", "sænkes", "nedbringes"]))
        && tokens.windows(2).any(follows)
    {
        return true;
    }
    // "Med to ekstra stillinger falder sagstallet til 28": what more staff would bring.
    let brings = |t: &Token<'_>| t.is_any(&["falder", "kommer", "bliver", "reduceres", "sænkes", "nedbringes"]);
    let more = |t: &Token<'_>| t.is_any(&["ekstra", "yderligere", "flere"]);
    let with = first.is_some_and(|t| t.is_any(&["med", "ved"]));
    if with
        && tokens[..at].iter().position(more) < tokens[..at].iter().position(brings)
        && tokens[..at].iter().any(more)
    {
        return true;
    }
    // "En nedbringelse til 45 sager pr. rådgiver vil kræve to ekstra"
    let needs = |w: &[Token<'_>]| {
        w[0].is_any(&["vil", "ville"]) && w[1].is_any(&["kræve", "koste", "forudsætte", "give", "betyde", "medføre"])
    };
    if tokens[at..].windows(2).any(needs) {
        return true;
    }
    let opens =
        tokens.iter().find(|t| t.word().is_some()).is_some_and(|t| t.is_any(&["har", "havde", "får", "sidder"]));
    let example = opens && tokens[..at].iter().any(|t| t.is_any(&["eksempel", "eksempelvis", "fx"]));
    // "for at komme ned på 40 sager", but not "det er lykkedes at nedbringe sagstallet til 52"
    let reach = |n: usize| near[n].is("at") && near[n + 1..].iter().take(2).any(|t| CASELOAD.lists.reaching.has(t));
    let done =
        || tokens[..at].iter().any(|t| t.word().is_some_and(|w| w.starts_with("lykke") || w.starts_with("formå")));
    let reach = (0..near.len()).any(reach) && !done();
    before || given || far || reach || example || tokens[at..].iter().any(|t| t.is("hvis"))
}
