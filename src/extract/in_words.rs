//! Numbers in words that count cases by where they stand, without a noun of their own.

use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::text::beginnings::Beginnings;
use crate::text::number_word;
use crate::text::token::{Kind, Token};

/// The words that stand for a number.
static STAND_FOR: Beginnings =
    Beginnings::of(&["alle", "samtlige", "sidste", "anden", "ene", "enkelt", "en", "et", "begge", "ingen"]);

/// May a token be a number in words, or stand for one?
pub(super) fn may_count(token: &Token<'_>) -> bool {
    number_word::may_begin(token.first) || STAND_FOR.may_begin(token.first)
}

fn outcome_at(terms: &[Hit<Tag>], at: usize) -> bool {
    terms.iter().any(|hit| hit.start == at && matches!(hit.tag, Tag::Outcome(_)))
}

/// "Ankestyrelsen har ændret to og hjemvist fire", "kommunen fik ret i fire og": right behind an outcome, and before the
/// next or the end.
pub(super) fn behind_outcome(tokens: &[Token<'_>], terms: &[Hit<Tag>], at: usize) -> bool {
    let small = usize::from(at > 0 && tokens[at - 1].is("i"));
    let ended = terms.iter().any(|hit| hit.end + small == at && matches!(hit.tag, Tag::Outcome(_)));
    ended && tokens.get(at + 1).is_some_and(|t| t.is_any(&["og", "samt", "mens", "men"]))
}

/// "fem sager efter aktivloven og fire på øvrige lovområder", "21 sager, heraf ni efter aktivloven": as the one before, of
/// something else.
pub(super) fn goes_on(tokens: &[Token<'_>], first: bool, at: usize) -> bool {
    let sign = |t: &Token<'_>| t.is_symbol(',') || t.is_symbol(':');
    let joins = |t: &Token<'_>| t.is_any(&["og", "samt", "heraf", "hvoraf", "deraf", "nemlig"]) || sign(t);
    let joined = at > 0 && joins(&tokens[at - 1]);
    // "Tre af de hjemviste sager handler om § 41, mens to vedrører § 97"
    let section = || tokens[at..].iter().any(|t| t.is_symbol('§'));
    let belongs = |t: &Token<'_>| WORDS.lists.belonging.has(t);
    let told = at > 0 && (joined || tokens[at - 1].is("mens")) && tokens.get(at + 1).is_some_and(belongs);
    if !first && told && section() {
        return true;
    }
    !first && joined && tokens.get(at + 1).is_some_and(|t| t.is_any(&["på", "efter", "inden", "under", "i", "om"]))
}

/// "to sager: en stadfæstelse og en ændring", "2 sager, en stadfæstelse og en ændring": the first part of what was counted
/// last, whose number ends at `counted`.
pub(super) fn opens_parts(tokens: &[Token<'_>], counted: Option<usize>, at: usize) -> bool {
    let noun = |end: usize| tokens.get(end).is_some_and(|t| WORDS.case_nouns.has(t));
    let Some(end) = counted.filter(|&end| noun(end)) else { return false };
    let sign = at.checked_sub(1).map(|sign| &tokens[sign]);
    sign.is_some_and(|t| t.is_symbol(':') || t.is_symbol(',') && end + 2 == at)
}

/// "En stadfæstet, en ændret og to hjemvist": how a sentence opens that is nothing but what cases ended in.
pub(super) fn opens_outcomes(tokens: &[Token<'_>], terms: &[Hit<Tag>], at: usize) -> bool {
    let first = terms.iter().find(|hit| hit.start == 1 && matches!(hit.tag, Tag::Outcome(_)));
    let Some(first) = first.filter(|_| at == 0) else { return false };
    let joins = |t: &Token<'_>| t.is_symbol(',') || t.is_any(&["og", "samt"]);
    let counts = |t: &Token<'_>| {
        t.number().is_some()
            || t.word().is_some_and(|w| number_word::is_one_or_article(w) || number_word::value(w).is_some())
    };
    tokens.get(first.end).is_some_and(joins)
        && tokens.get(first.end + 1).is_some_and(counts)
        && outcome_at(terms, first.end + 2)
}

/// "- Hjemmetræning, § 32 a: en afgørelse, som er stadfæstet"
pub(super) fn opens_line_of_section(tokens: &[Token<'_>], at: usize) -> bool {
    let article = usize::from(tokens[at].is("enkelt"));
    let Some(colon) = at.checked_sub(1 + article) else { return false };
    let noun = tokens.get(at + 1).is_some_and(|t| WORDS.case_nouns.has(t));
    noun && tokens[colon].is_symbol(':') && tokens[..colon].iter().any(|t| t.is_symbol('§'))
}

/// "den sidste blev hjemvist", "den ene er ændret, den anden afvist": one.
pub(super) fn is_one_of_them(tokens: &[Token<'_>], terms: &[Hit<Tag>], at: usize) -> bool {
    let one = match tokens[at].word() {
        Some("sidste" | "ene") => true,
        Some("anden") => tokens[..at].iter().any(|t| t.is("ene")),
        _ => false,
    };
    if !one {
        return false;
    }
    let noun = usize::from(tokens.get(at + 1).is_some_and(|t| t.is_any(&["sag", "klage", "afgørelse"])));
    let verb = at + 1 + noun;
    let said = tokens.get(verb).is_some_and(|t| t.is_any(&["er", "blev", "bliver"]));
    // "Den sidste er en stadfæstelse"
    let article = said && tokens.get(verb + 1).is_some_and(|t| t.is_any(&["en", "et"]));
    let verb = verb + usize::from(said) + usize::from(article);
    // "den ene er stadfæstet, den anden hjemvist"
    let unsaid = tokens[at].is("anden") && !tokens.get(at + 2).is_some_and(|t| WORDS.case_nouns.has(t));
    at > 0 && tokens[at - 1].is("den") && (verb > at + 1 || unsaid) && outcome_at(terms, verb)
}

/// ", hvor en blev stadfæstet", "; en er ændret"
pub(super) fn opens_a_part(tokens: &[Token<'_>], at: usize) -> bool {
    let parts = |t: &Token<'_>| t.is_any(&["hvor", "her"]) || t.is_symbol(';') || t.is_symbol(':');
    at > 0 && parts(&tokens[at - 1]) && tokens.get(at + 1).is_some_and(|t| t.is_any(&["er", "blev"]))
}

/// "sendte 7 tilbage": inside the words of an outcome.
pub(super) fn inside_outcome(terms: &[Hit<Tag>], at: usize) -> bool {
    terms.iter().any(|hit| hit.start < at && at + 1 < hit.end && matches!(hit.tag, Tag::Outcome(_)))
}

/// Ends a clause behind a number?
pub(super) fn ends(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Symbol('.' | ',' | ')'))
}

/// "En omgjort sag er en sag, der er ændret": what it is, and not how many.
pub(super) fn is_defined(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |n: usize| tokens.get(n).and_then(Token::word);
    let said = (at + 2..at + 5).find(|&n| word(n) == Some("er"));
    let again = at >= 3
        && word(at - 1) == Some("er")
        && word(at + 1).is_some_and(|w| word(at - 2) == Some(w))
        && matches!(word(0), Some("en" | "et"));
    again
        || said.is_some_and(|said| {
            at == 0
                && matches!(word(said + 1), Some("en" | "et"))
                && word(said + 2).is_some_and(|w| word(said - 1) == Some(w))
        })
}

/// "en hjemvist sag kan ende som før": any one.
pub(super) fn is_any_one(tokens: &[Token<'_>], at: usize) -> bool {
    let modal = |n: usize| tokens.get(n).is_some_and(|t| WORDS.lists.modals.has(t));
    // "blot én omgjort sag mere ville flytte procenten"
    let more = (at + 2..at + 4).find(|&n| tokens.get(n).is_some_and(|t| t.is_any(&["mere", "mindre"])));
    // "én sag fra eller til flytter meget"
    let either = |n: usize| {
        tokens.get(n).is_some_and(|t| t.is_any(&["fra", "til"]))
            && tokens.get(n + 1).is_some_and(|t| t.is("eller"))
            && tokens.get(n + 2).is_some_and(|t| t.is_any(&["fra", "til"]))
    };
    // "med så få sager giver en enkelt omgjort sag et udsving"
    let turned = tokens[at].is("enkelt") && at > 1 && modal(at - 2);
    turned || (at + 2..at + 4).any(modal) || more.is_some_and(|more| modal(more + 1)) || either(at + 2)
}

/// "der blev kun afgjort en enkelt sag", "afgjorde i 2021 en enkelt sag": right behind what was done with it.
pub(super) fn is_decided_alone(tokens: &[Token<'_>], terms: &[Hit<Tag>], at: usize) -> bool {
    let act = at.checked_sub(1).is_some_and(|article| {
        let limit = article - usize::from(article > 0 && tokens[article - 1].is_any(&["kun", "blot"]));
        let timed = limit >= 2 && tokens[limit - 2].is("i") && tokens[limit - 1].year().is_some();
        let limit = limit - if timed { 2 } else { 0 };
        terms.iter().any(|hit| hit.end == limit && matches!(hit.tag, Tag::Act(_)))
    });
    // "hjemvist fem og afvist en enkelt."
    let outcome = at > 1 && terms.iter().any(|hit| hit.end == at - 1 && matches!(hit.tag, Tag::Outcome(_)));
    let noun = tokens.get(at + 1).is_some_and(|t| WORDS.case_nouns.has(t));
    act && noun || outcome && (noun || tokens.get(at + 1).is_none_or(ends))
}

/// "seks (7 pct.) ændret og otte (9 pct.) afvist": a count with its share beside it.
pub(super) fn has_its_share(tokens: &[Token<'_>], at: usize) -> bool {
    let number = tokens.get(at + 2).is_some_and(|t| t.number().is_some());
    let unit = tokens.get(at + 3).is_some_and(|t| t.is_symbol('%') || t.is_any(&["pct", "procent"]));
    tokens.get(at + 1).is_some_and(|t| t.is_symbol('(')) && number && unit
}

/// "fem sig om § 42, to om § 41 og én om § 84": the same of another paragraph.
pub fn is_about(tokens: &[Token<'_>], first: bool, at: usize) -> bool {
    let about = tokens.get(at + 1).is_some_and(|t| t.is("om"));
    let section = tokens.get(at + 2).is_some_and(|t| t.is_symbol('§'));
    about && section && !first && at > 0 && (tokens[at - 1].is_symbol(',') || tokens[at - 1].is_any(&["og", "samt"]))
}

/// "fire § 41-sager", "to §§ 42 og 43-sager", "8 § 83 sager": cases, by their paragraph.
pub(super) fn counts_of_section(tokens: &[Token<'_>], at: usize) -> bool {
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|t| t.is_symbol('§')) {
        next += 1;
    }
    let name = |t: &Token<'_>| {
        let letter = t.word().is_some_and(|word| word.len() == 1 && word != "i");
        t.number().is_some() || letter || t.is_symbol(',') || t.is_symbol('-') || t.is_any(&["og", "samt"])
    };
    let length = tokens.get(next..).unwrap_or_default().iter().take(8).take_while(|t| name(t)).count();
    next > at + 1 && length > 0 && tokens.get(next + length).is_some_and(|t| WORDS.case_nouns.has(t))
}

/// Inside the words of an outcome, or how many of that outcome a part has.
pub(super) fn is_of_outcome(tokens: &[Token<'_>], terms: &[Hit<Tag>], at: usize) -> bool {
    inside_outcome(terms, at) || parts_outcome(tokens, terms, at)
}

/// How many of what was counted a part has.
pub(super) fn is_part(tokens: &[Token<'_>], terms: &[Hit<Tag>], at: usize) -> bool {
    is_share(tokens, at) || parts_outcome(tokens, terms, at) || counts_of_section(tokens, at)
}

/// "Af de 24 sager handler otte om hjælpemidler (§ 112)", "Af de fem hjemviste sager handler tre om § 41", "Blandt de omgjorte sager angår tre § 41": how many of
/// them a paragraph has.
fn parts_outcome(tokens: &[Token<'_>], terms: &[Hit<Tag>], at: usize) -> bool {
    let opens = tokens[0].is_any(&["af", "blandt", "ud"]) && tokens.get(1).is_some_and(|t| t.is_any(&["de", "disse"]));
    if !opens {
        return false;
    }
    let outcome = terms.iter().any(|hit| hit.end <= at && matches!(hit.tag, Tag::Outcome(_) | Tag::Cases));
    let verb = |t: &Token<'_>| WORDS.lists.belonging.has(t) || t.is_any(&["er", "var", "sig"]);
    let joins = |t: &Token<'_>| t.is_any(&["og", "samt", "mens"]) || t.is_symbol(',');
    let before = at > 2 && (verb(&tokens[at - 1]) || joins(&tokens[at - 1]));
    let about = |t: &Token<'_>| t.is_any(&["om", "efter", "vedrørende"]) || t.is_symbol('§') || verb(t);
    let behind = tokens.get(at + 1).is_some_and(about) && tokens[at..].iter().any(|t| t.is_symbol('§'));
    // "vedrører fire støtte til bil (§ 114), to tabt arbejdsfortjeneste (§ 42)"
    let open = tokens[at + 1..].iter().take(8).position(|t| t.word().is_none()).map_or(0, |length| at + 1 + length);
    let glossed =
        open > at + 1 && tokens[open].is_symbol('(') && tokens.get(open + 1).is_some_and(|t| t.is_symbol('§'));
    let behind = behind || glossed && tokens[..at].iter().any(|t| WORDS.lists.belonging.has(t));
    outcome && before && behind
}

/// "De hjemviste sager handler begge om BPA (§ 96)": there are two of them.
pub(super) fn both_of(tokens: &[Token<'_>], terms: &[Hit<Tag>], at: usize) -> bool {
    let outcome = terms.iter().any(|hit| hit.end < at && matches!(hit.tag, Tag::Outcome(_)));
    let verb = at > 0 && (WORDS.lists.belonging.has(&tokens[at - 1]) || tokens[at - 1].is("sig"));
    let about = tokens.get(at + 1).is_some_and(|t| t.is_any(&["om", "efter"]) || t.is_symbol('§'));
    tokens[0].is("de") && outcome && verb && about && tokens[at..].iter().take(8).any(|t| t.is_symbol('§'))
}

/// "Sagerne fordeler sig med tre efter aktivloven, en enkelt efter pensionsloven og to på øvrige love": how many of each.
pub(super) fn is_share(tokens: &[Token<'_>], at: usize) -> bool {
    let of = tokens.get(at + 1).is_some_and(|t| t.is_any(&["efter", "på", "om", "inden", "under", "vedrørende"]));
    let article = usize::from(at > 0 && tokens[at].is("enkelt"));
    let Some(before) = at.checked_sub(1 + article).filter(|_| of) else { return false };
    let joined =
        tokens[before].is_any(&["med", "og", "samt", "er"]) || matches!(tokens[before].kind, Kind::Symbol(',' | ':'));
    // "Heraf er otte om hjælpemidler (§ 112)"
    let heads = before < 3 && tokens[0].is_any(&["heraf", "deraf"]) && tokens[at..].iter().any(|t| t.is_symbol('§'));
    joined && (heads || tokens[..before].iter().take(16).any(|t| WORDS.lists.parted.has(t)))
}

/// "bliver læst af to", "den laveste af de fem": who does it, of whom it is one.
pub(super) fn is_doer(tokens: &[Token<'_>], at: usize) -> bool {
    let parted = |t: &Token<'_>| t.is_any(&["ud", "alle"]) || t.number().is_some();
    let of = at.saturating_sub(1 + usize::from(at > 0 && tokens[at - 1].is_any(&["de", "disse"])));
    of > 0
        && tokens[of].is("af")
        && !parted(&tokens[of - 1])
        && tokens[of - 1].word().is_none_or(|word| number_word::value(word).is_none())
}
