//! A sentence with everything marked in it that figures are made of: terms, places, periods, paragraphs of laws.

use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::{Hit, Lexicon};
use crate::data::signature::Signature;
use crate::data::word_list::WordList;
use crate::data::words::{Tag, WORDS};
use crate::extract::misspelt::add_misspelt_areas;
use crate::extract::numbers;
use crate::extract::period::{self, Mention};
use crate::extract::place;
use crate::extract::published::is_publication;
use crate::extract::value::Value;
use crate::model::figure::Place;
use crate::model::source::Span;
use crate::text::ends::last_four;
use crate::text::number_word;
use crate::text::token::{Kind, Token, tokens};
use std::ops::Deref;
use std::sync::OnceLock;

/// A sentence, or a label of a table, read as far as single words go.
#[derive(Debug)]
pub struct Clause<'a> {
    text: &'a str,
    pub span: Span,
    pub tokens: Tokens<'a>,
    pub terms: Vec<Hit<Tag>>,
    pub places: Vec<Hit<Place>>,
    pub periods: Vec<Mention>,
    /// Paragraphs of laws as the contract writes them: `§ 41`, `§§ 44, 45`.
    pub sections: Vec<Hit<String>>,
    /// How the words begin and end.
    signature: Signature,
    /// Asked of few sentences but those on appeals.
    numbers: OnceLock<(Vec<Value>, Vec<usize>)>,
    /// Periods that only say when a paper came out.
    published: Vec<Mention>,
    /// Asked more than once of most sentences, found out once.
    names_board: OnceLock<bool>,
    caseload_terms: OnceLock<Vec<Hit<CaseloadTag>>>,
}

/// Tokens of its own, or those of the prose that the clause stands in. (A `Cow` would tie both to one life.)
#[derive(Debug)]
pub enum Tokens<'a> {
    Own(Vec<Token<'a>>),
    Shared(&'a [Token<'a>]),
}

impl<'a> Deref for Tokens<'a> {
    type Target = [Token<'a>];

    fn deref(&self) -> &Self::Target {
        match self {
            Self::Own(tokens) => tokens,
            Self::Shared(tokens) => tokens,
        }
    }
}

impl<'a> Clause<'a> {
    /// Reads a range of a text; `lower` is the text in aligned lower case.
    #[must_use]
    pub fn read(text: &'a str, lower: &'a str, span: Span) -> Self {
        Self::of(text, span, Tokens::Own(tokens(text, lower, span)))
    }

    /// Reads a range of a text that is cut into tokens already.
    #[must_use]
    pub fn of(text: &'a str, span: Span, tokens: Tokens<'a>) -> Self {
        let mut terms = WORDS.terms.find(&tokens);
        terms.retain(|hit| !is_no_law(text, &tokens, hit) && !is_of_a_rank(&tokens, hit));
        add_misspelt_areas(&tokens, &mut terms);
        let publishes = |mention: &Mention| is_publication(&tokens, mention);
        let (published, periods) = period::mentions(&tokens).into_iter().partition(publishes);
        Self {
            text,
            span,
            terms,
            places: place::places(text, &tokens),
            periods,
            published,
            sections: sections(&tokens),
            numbers: OnceLock::new(),
            signature: Signature::of(&tokens),
            names_board: OnceLock::new(),
            caseload_terms: OnceLock::new(),
            tokens,
        }
    }

    /// The sentence with other words for some of its tokens, and without signs of equality behind them; `None` where none
    /// has another.
    #[must_use]
    pub fn written(&self, meant: impl Fn(usize, &str) -> Option<&'static str>) -> Option<Self> {
        let printed = |token: &Token<'a>| self.text.get(token.span.range()).unwrap_or_default();
        let words: Vec<_> = self.tokens.iter().enumerate().map(|(at, token)| meant(at, printed(token))).collect();
        words.iter().any(Option::is_some).then(|| {
            let tokens = self.tokens.iter().zip(&words).filter(|(token, _)| !token.is_symbol('='));
            let spelled = |token: &Token<'a>, word: &'static str| Token::new(token.span, Kind::Word, word.into());
            let tokens = tokens.map(|(token, word)| word.map_or_else(|| token.clone(), |word| spelled(token, word)));
            Self::of(self.text, self.span, Tokens::Own(tokens.collect()))
        })
    }

    /// Is a token part of the name of a period?
    #[must_use]
    pub fn is_of_period(&self, at: usize) -> bool {
        self.periods.iter().any(|mention| (mention.start..mention.end).contains(&at))
    }

    /// Is a token part of the number of a law's paragraph?
    #[must_use]
    pub fn is_of_section(&self, at: usize) -> bool {
        self.sections.iter().any(|hit| (hit.start..hit.end).contains(&at))
    }

    fn numbers(&self) -> &(Vec<Value>, Vec<usize>) {
        self.numbers.get_or_init(|| {
            let published = |at: usize| self.published.iter().any(|mention| (mention.start..mention.end).contains(&at));
            let taken = |at: usize| self.is_of_section(at) || self.is_of_period(at) || published(at);
            numbers::values(self.text, &self.tokens, taken, &self.terms)
        })
    }

    /// Is a token written with a capital?
    #[must_use]
    pub fn has_capital(&self, at: usize) -> bool {
        self.text.get(self.tokens[at].span.range()).is_some_and(|word| word.starts_with(char::is_uppercase))
    }

    /// The numbers that can be figures, in order.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.numbers().0
    }

    /// Where numbers stand that count something else than cases.
    #[must_use]
    pub fn strange(&self) -> &[usize] {
        &self.numbers().1
    }

    /// The terms with this property, with their places among the tokens.
    pub fn terms_where<'c>(&'c self, wanted: impl Fn(&Tag) -> bool + 'c) -> impl Iterator<Item = &'c Hit<Tag>> {
        self.terms.iter().filter(move |hit| wanted(&hit.tag))
    }

    #[must_use]
    pub fn has(&self, wanted: impl Fn(&Tag) -> bool) -> bool {
        self.terms.iter().any(|hit| wanted(&hit.tag))
    }

    /// Does the sentence hold numbers beside its years?
    #[must_use]
    pub fn states_numbers(&self) -> bool {
        (0..self.tokens.len()).any(|at| self.tokens[at].number().is_some() && !self.is_of_period(at))
    }

    /// Does the sentence name the board itself, or complaints?
    #[must_use]
    pub fn names_complaint(&self) -> bool {
        self.has_any(&WORDS.lists.board_names) || self.has_beginning(&["klage", "anke"])
    }

    /// Does the sentence hold a word of a list?
    #[must_use]
    pub fn has_any(&self, list: &WordList) -> bool {
        list.may_be_in(&self.signature) && self.tokens.iter().any(|t| list.has(t))
    }

    /// The first word of a list.
    #[must_use]
    pub fn find_any(&self, list: &WordList) -> Option<usize> {
        if list.may_be_in(&self.signature) { self.tokens.iter().position(|t| list.has(t)) } else { None }
    }

    /// Does the sentence hold a phrase of a lexicon?
    #[must_use]
    pub fn says<T: Clone>(&self, phrases: &Lexicon<T>) -> bool {
        phrases.is_in(&self.tokens, &self.signature)
    }

    /// The words of caseloads.
    #[must_use]
    pub fn caseload_terms(&self) -> &[Hit<CaseloadTag>] {
        self.caseload_terms.get_or_init(|| CASELOAD.find(&self.tokens))
    }

    #[must_use]
    pub fn has_word(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.signature.may_hold(word)) && self.tokens.iter().any(|t| t.is_any(words))
    }

    /// May a word of the sentence end so, in four bytes or more?
    #[must_use]
    pub fn may_have_ending(&self, ending: &str) -> bool {
        self.signature.may_end(last_four(ending.as_bytes()))
    }

    /// Where a word stands first.
    #[must_use]
    pub fn find_word(&self, word: &str) -> Option<usize> {
        if self.signature.may_hold(word) { self.tokens.iter().position(|t| t.is(word)) } else { None }
    }

    /// Where a word that begins so stands first.
    #[must_use]
    pub fn find_beginning(&self, stems: &[&str]) -> Option<usize> {
        if !stems.iter().any(|stem| self.signature.may_hold_beginning(stem)) {
            return None;
        }
        let begins = |t: &Token<'_>| t.word().is_some_and(|word| stems.iter().any(|stem| word.starts_with(stem)));
        self.tokens.iter().position(begins)
    }

    /// Does a word of the sentence begin so?
    #[must_use]
    pub fn has_beginning(&self, stems: &[&str]) -> bool {
        self.find_beginning(stems).is_some()
    }

    /// Does the sentence name the board or complaints to it?
    #[must_use]
    pub fn names_board(&self) -> bool {
        *self.names_board.get_or_init(|| self.says(&WORDS.board))
    }
}

/// "bl.a." is no Barnets Lov: a law's letters are capitals.
fn is_no_law(text: &str, tokens: &[Token<'_>], hit: &Hit<Tag>) -> bool {
    let token = &tokens[hit.start];
    let letters = matches!(hit.tag, Tag::Area(_)) && hit.end == hit.start + 1 && token.lower.chars().count() <= 3;
    letters && text.get(token.span.range()).is_some_and(|word| word.chars().any(char::is_lowercase))
}

/// "landets næstlaveste omgørelsesprocent": whoever has it, and not the country.
fn is_of_a_rank(tokens: &[Token<'_>], hit: &Hit<Tag>) -> bool {
    let rank = |t: &Token<'_>| t.word().is_some_and(|word| word.ends_with("ste") && word.len() > 5);
    let what = |t: &Token<'_>| t.word().is_some_and(|word| word.contains("procent") || word.contains("andel"));
    hit.tag == Tag::Nation
        && tokens[hit.start].is("landets")
        && tokens.get(hit.end).is_some_and(rank)
        && tokens[hit.end..].iter().skip(1).take(2).any(what)
}

/// How "paragraf" begins.
const PARAGRAPH: u32 = u32::from_be_bytes(*b"para");

/// The paragraphs of laws: `§ 41`, `§§32, 32a, 36, 39-40`, `paragraf 41`, `paragrafferne 82 og 85`.
fn sections(tokens: &[Token<'_>]) -> Vec<Hit<String>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let named = token.first == PARAGRAPH && token.word().is_some_and(|w| w.starts_with("paragraf"));
        let sign = token.is_symbol('§') || named;
        if !sign {
            at += 1;
            continue;
        }
        let mut next = at + 1;
        while tokens.get(next).is_some_and(|t| t.is_symbol('§')) {
            next += 1;
        }
        let (names, end) = section_list(tokens, next);
        if !names.is_empty() {
            let sign = if names.len() > 1 || names[0].contains('-') { "§§" } else { "§" };
            out.push(Hit { start: at, end, tag: format!("{sign} {}", names.join(", ")) });
        }
        at = end.max(at + 1);
    }
    join_sections(tokens, &mut out);
    out
}

/// "14 sager efter § 41 og § 42": one number is of both paragraphs together; "14 og 6 sager efter § 41 og § 42" are two.
fn join_sections(tokens: &[Token<'_>], sections: &mut Vec<Hit<String>>) {
    let number = |t: &Token<'_>| {
        let in_words = || t.word().is_some_and(|word| number_word::value(word).is_some());
        t.number().is_some() && t.year().is_none() || in_words()
    };
    let counted = |start: usize| {
        let near = start.saturating_sub(4)..start;
        let at = near.rev().find(|&at| number(&tokens[at])).filter(|&at| {
            let lists = |t: &Token<'_>| divides(t) || t.is_any(&["og", "samt", "henholdsvis", "hhv"]);
            !at.checked_sub(1).is_some_and(|before| lists(&tokens[before]))
        });
        at.is_some_and(|at| tokens[at + 1..start].iter().all(|t| t.word().is_some()))
    };
    let plain = |tag: &str| tag.strip_prefix("§ ").map(str::to_owned);
    let mut at = 0;
    while let Some([first, second]) = sections.get(at..at + 2) {
        let joined = second.start == first.end + 1 && tokens[first.end].is_any(&["og", "samt"]);
        let last = sections.get(at + 2).is_none_or(|third| third.start > second.end + 1);
        let open = tokens.get(second.end).is_some_and(|t| t.is_symbol(':') || number(t) || t.is_any(&["er", "var"]));
        let both = plain(&first.tag).zip(plain(&second.tag));
        if let Some((one, other)) = both.filter(|_| joined && last && !open && counted(first.start)) {
            sections[at] = Hit { start: first.start, end: second.end, tag: format!("§§ {one}, {other}") };
            sections.remove(at + 1);
        }
        at += 1;
    }
}

/// Numbers with letters, divided by commas, dashes, "og"; "stk. 2", "nr. 3" belong to them and are left out.
fn section_list(tokens: &[Token<'_>], start: usize) -> (Vec<String>, usize) {
    let mut names: Vec<String> = Vec::new();
    let (mut at, mut end) = (start, start);
    // "efter §§ 107 og 108 er ...": two at the least.
    let several = start > 1 && tokens[start - 1].is_symbol('§') && tokens[start - 2].is_symbol('§');
    // "fordelt på lov og paragraf 2024": a year.
    while let Some((value, 0)) = tokens.get(at).filter(|t| t.year().is_none()).and_then(Token::number) {
        if tokens.get(at + 1).is_some_and(|t| t.is_symbol('%') || t.is_any(&["pct", "procent"])) {
            break;
        }
        let mut name = format!("{value:.0}");
        at += 1;
        if let Some(letter) = tokens.get(at).filter(|t| t.word().is_some_and(|w| w.len() == 1 && w != "i")) {
            name.push_str(&letter.lower);
            at += 1;
        }
        if tokens.get(at).is_some_and(|t| t.is_symbol('-'))
            && let Some((last, _)) = tokens.get(at + 1).and_then(Token::number)
        {
            name = format!("{name}-{last:.0}");
            at += 2;
        }
        // "stk. 1, nr. 3"
        while tokens.get(at).is_some_and(|t| t.is_any(&["stk", "nr", "pkt"])) {
            at += 1;
            let part = |t: &Token<'_>| t.is_symbol('.') || t.number().is_some();
            while tokens.get(at).is_some_and(part)
                || (tokens.get(at).is_some_and(|t| t.is_any(&["og", "til"])) && tokens.get(at + 1).is_some_and(part))
            {
                at += 1;
            }
        }
        if !names.contains(&name) {
            names.push(name);
        }
        end = at;
        let joined = tokens.get(at).is_some_and(|t| t.is_symbol(',') || t.is_symbol('/') || t.is_any(&["og", "samt"]));
        let comma = tokens.get(at).is_some_and(|t| t.is_symbol(','));
        let and = usize::from(comma && tokens.get(at + 1).is_some_and(|t| t.is_any(&["og", "samt"])));
        let numbered = tokens.get(at + 1 + and).is_some_and(|t| t.number().is_some());
        // "§§ 41 og 12 sager", "§ 41 og 3 om tilskud efter § 95": a counted noun, an outcome or another paragraph behind the
        // number says that the list is over.
        let counted = tokens.get(at + 2 + and).is_some_and(|t| {
            t.is_any(&["sager", "sag", "afgørelser", "afgørelse", "klager", "procent", "pct"])
                || t.is_any(&["er", "blev"]) && (names.len() > 1 || !several)
                || t.is_symbol('%')
        }) || !several && is_smaller_before_another(tokens, value, at + 1 + and)
            || tokens.get(at + 2 + and).is_some_and(|t| t.is_any(&["om", "efter", "for", "på", "i", "vedrørende"]))
                && tokens[at + 3 + and..]
                    .iter()
                    .take_while(|t| !(divides(t) || t.is_any(&["og", "samt", "eller"])) || t.is_symbol('('))
                    .take(5)
                    .any(|t| t.is_symbol('§'));
        if !joined || !numbered || counted {
            break;
        }
        at += 1 + and;
    }
    (names, end)
}

/// "9 merudgifter efter § 86 og 7 tabt arbejdsfortjeneste efter § 87": a list of paragraphs goes up; this number counts what
/// another is of.
fn is_smaller_before_another(tokens: &[Token<'_>], last: f64, at: usize) -> bool {
    let smaller = tokens.get(at).and_then(Token::number).is_some_and(|(number, _)| number < last);
    let word = tokens.get(at + 1).is_some_and(|t| t.word().is_some_and(|w| w.len() > 1));
    let own = |t: &&Token<'_>| (!divides(t) || t.is_symbol('(')) && !t.is_any(&["og", "samt", "eller"]);
    smaller && word && tokens[at + 1..].iter().take(7).take_while(own).any(|t| t.is_symbol('§'))
}

/// Is the token an end of a clause: comma, semicolon, colon, parenthesis?
#[must_use]
pub fn divides(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Symbol(',' | ';' | ':' | '(' | ')'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lower::aligned;

    #[test]
    fn paragraphs_are_written_as_the_contract_does() {
        for (text, expected) in [
            ("Merudgifter § 41. I alt 13", vec!["§ 41"]),
            ("§§32, 32a, 36, 39-40. I alt 4", vec!["§§ 32, 32a, 36, 39-40"]),
            ("§§42, 42. I alt 12", vec!["§ 42"]),
            ("§ 95 (kontant), § 96 (bpa) eller § 97", vec!["§ 95", "§ 96", "§ 97"]),
            ("paragrafferne 82 og 85", vec!["§§ 82, 85"]),
            ("§ 41 og 12 sager efter § 42", vec!["§ 41", "§ 42"]),
            ("§ 79 b stk. 2 og 3 i loven", vec!["§ 79b"]),
            ("§ 32 a", vec!["§ 32a"]),
            ("9 sager om § 96 og 4 om § 41", vec!["§ 96", "§ 41"]),
            ("6 sager om § 96 og 4 om tilskud efter § 95", vec!["§ 96", "§ 95"]),
            ("14 sager efter § 41 og § 42, hvoraf 10 er stadfæstet", vec!["§§ 41, 42"]),
            ("14 og 6 sager efter § 41 og § 42", vec!["§ 41", "§ 42"]),
            ("6 sager efter § 41 og § 42: 4", vec!["§ 41", "§ 42"]),
            ("6 sager om § 96 og 4 om tilskud (§ 95)", vec!["§ 96", "§ 95"]),
            ("42 for § 96, 36 i sager om § 97 og 20 for § 95", vec!["§ 96", "§ 97", "§ 95"]),
            ("efter § 41 og 42 i serviceloven og § 86", vec!["§§ 41, 42", "§ 86"]),
            ("sager efter § 41 og 42 om tilskud", vec!["§§ 41, 42"]),
            ("ingen af sagerne efter §§ 107 og 108 er ændret", vec!["§§ 107, 108"]),
            ("5 på § 41, 3 på § 42 og 4 vedrørende § 45", vec!["§ 41", "§ 42", "§ 45"]),
        ] {
            let lower = aligned(text);
            let tokens = tokens(text, &lower, Span::new(0..text.len()));
            let found: Vec<_> = sections(&tokens).into_iter().map(|hit| hit.tag).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_hides_no_area() {
        for (word, area) in [
            ("børnehandsicapområdet", Some("SEL børnehandicap")),
            ("voksenhandicpområdet", Some("SEL voksenhandicap")),
            ("børnehaveområdet", None),
        ] {
            let lower = aligned(word);
            let clause = Clause::read(word, &lower, Span::new(0..word.len()));
            let found = clause.terms.iter().find_map(|hit| match &hit.tag {
                Tag::Area(area) => Some(area.as_str()),
                _ => None,
            });
            assert_eq!(found, area, "{word}");
        }
    }
}
