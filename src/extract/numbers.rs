//! Numbers in a sentence that can be figures: counts and percentages with their hedges. What only looks like one is
//! left out: years, paragraphs, ordinals, ages, money, limits, ranges, differences.

use crate::data::lexicon::Hit;
use crate::data::word_list::WordList;
use crate::data::words::{Tag, WORDS};
use crate::extract::quantity::{Unit, hedge, is_passed, is_range, percent, share_units};
use crate::extract::value::{Value, ValueKind};
use crate::extract::{in_words, order, other};
use crate::text::number_word;
use crate::text::token::{Kind, Token};

/// The values of a sentence, in order, and where the numbers stand that count something else than cases; `taken` says
/// which tokens are of a period or a paragraph.
#[must_use]
pub fn values(
    text: &str,
    tokens: &[Token<'_>],
    taken: impl Fn(usize) -> bool,
    terms: &[Hit<Tag>],
) -> (Vec<Value>, Vec<usize>) {
    let mut reader = Reader { text, tokens, terms, out: Vec::new(), strange: Vec::new() };
    let ends = usize::from(other::is_of_contents(text, tokens));
    for at in ends..tokens.len() - ends {
        if let Some((value, decimals)) = reader.number_at(at)
            && !taken(at)
        {
            reader.push(at, value, decimals);
        }
    }
    let (mut out, mut strange) = (reader.out, reader.strange);
    other::leave_out(tokens, terms, &mut out, &mut strange);
    share_units(tokens, &mut out);
    hedge(text, tokens, &mut out);
    (out, strange)
}

struct Reader<'t, 'a> {
    text: &'t str,
    tokens: &'t [Token<'a>],
    terms: &'t [Hit<Tag>],
    out: Vec<Value>,
    /// Where numbers of something else stand.
    strange: Vec<usize>,
}

/// Do adjectives and participles between a count and its noun end so?
fn is_attribute(word: &str) -> bool {
    WORDS.lists.attribute_endings.iter().any(|ending| word.ends_with(ending.as_str()))
}

impl Reader<'_, '_> {
    /// The number that a token is, in digits or words.
    fn number_at(&self, at: usize) -> Option<(f64, u8)> {
        let token = &self.tokens[at];
        if let Some(number) = token.number() {
            return Some(number);
        }
        let word = token.word().filter(|_| in_words::may_count(token) && !in_words::is_defined(self.tokens, at))?;
        let next = self.tokens.get(at + 1);
        if let Some(value) = number_word::value(word) {
            let counted = next.is_some_and(|t| self.is_case_noun(at + 1) || WORDS.lists.may_follow_words.has(t))
                || self.starts_outcome(at + 1)
                || self.one_outcome_each(at)
                || other::of_committee(self.tokens, &self.out, at)
                || next.and_then(Token::word).is_some_and(|w| is_attribute(w) && self.is_case_noun(at + 2))
                || self.is_rest(at + 1)
                || in_words::behind_outcome(self.tokens, self.terms, at)
                || in_words::is_of_outcome(self.tokens, self.terms, at)
                || in_words::has_its_share(self.tokens, at)
                || in_words::goes_on(self.tokens, self.out.is_empty(), at)
                || in_words::is_part(self.tokens, self.terms, at)
                || next.is_none_or(|t| in_words::ends(t) && !in_words::is_doer(self.tokens, at));
            // "Én hjemvisning skønnes at koste 9 timer", "blot én sag flytter procenten": any one.
            let any = value == 1 && in_words::is_any_one(self.tokens, at);
            // "to" and "ni" are hardly anything else; "tre kort" or "fire typer" count other nouns.
            return (counted && !any && !self.parts_other_nouns(at + 1)).then_some((f64::from(value), 0));
        }
        if matches!(word, "alle" | "samtlige") {
            return self.all_of_them(at);
        }
        if in_words::is_one_of_them(self.tokens, self.terms, at) {
            return Some((1.0, 0));
        }
        if !(number_word::is_one_or_article(word) || matches!(word, "enkelt" | "begge" | "ingen")) {
            return None;
        }
        let placed = at > 0
            && self.tokens[at - 1]
                .is_any(&["heraf", "hvoraf", "og", "er", "samt", "kun", "blot", "blev", "alt", "mens"]);
        // "Fire er stadfæstet, en er hjemvist, og en er afvist"; "en ændring, en ophævelse" counts nothing.
        let placed = placed
            || at > 0
                && !self.out.is_empty()
                && self.tokens[at - 1].is_symbol(',')
                && self.terms.iter().any(|hit| hit.end < at && matches!(hit.tag, Tag::Outcome(_)))
            || in_words::opens_parts(self.tokens, self.out.last().map(|last| last.end), at)
            || in_words::opens_line_of_section(self.tokens, at)
            || in_words::opens_outcomes(self.tokens, self.terms, at)
            || !self.out.is_empty() && in_words::opens_a_part(self.tokens, at) && self.starts_outcome(at + 2);
        let outcome_near = self.starts_outcome(at + 1)
            || (next.is_some_and(|t| t.is_any(&["er", "blev", "bliver"]))
                && (self.starts_outcome(at + 2) || self.starts_outcome(at + 3)))
            // "og en enkelt, der blev afvist"
            || self.is_told_behind(at + 1)
            || (self.is_case_noun(at + 1) && (at + 2..at + 5).any(|n| self.starts_outcome(n)))
            || self.is_case_noun(at + 1) && word != "ingen" && self.is_told_behind(at + 2);
        if number_word::is_one_or_article(word) {
            let (tokens, first) = (self.tokens, self.out.is_empty());
            let about = in_words::is_about(tokens, first, at) || in_words::is_part(tokens, self.terms, at);
            // "21 sager, heraf én efter aktivloven"
            let part = tokens[at].is_any(&["én", "ét"]) && at > 0 && tokens[at - 1].is_any(&["heraf", "hvoraf"]);
            let about = about || part && in_words::goes_on(tokens, first, at);
            // "fik en tilbage"
            let back = next.is_some_and(|t| t.is_any(&["tilbage", "retur"]));
            let about = about || back && in_words::inside_outcome(self.terms, at);
            let counted = placed && outcome_near && !in_words::is_any_one(self.tokens, at) && !self.is_predicate(at);
            return (counted || about).then_some((1.0, 0));
        }
        match word {
            "enkelt" if at > 0 && self.tokens[at - 1].is_any(&["en", "et"]) => {
                let decided = in_words::is_decided_alone(self.tokens, self.terms, at);
                let decided = decided || in_words::is_share(self.tokens, at);
                ((outcome_near || decided) && !in_words::is_any_one(self.tokens, at)).then_some((1.0, 0))
            }
            "begge" => (outcome_near || self.ends_in_outcome(at) || in_words::both_of(self.tokens, self.terms, at))
                .then_some((2.0, 0)),
            "ingen" if self.is_nobody(at) => None,
            "ingen" => {
                // "ingen af de 7 sager blev hjemvist"
                let of = next.is_some_and(|t| t.is("af"))
                    && (at + 2..self.tokens.len()).any(|n| self.starts_outcome(n) && !self.tokens[n - 1].is("til"));
                ((outcome_near && self.tokens.len() > 2) || of || self.ends_in_outcome(at)).then_some((0.0, 0))
            }
            _ => None,
        }
    }

    /// "de afgørelser, som ingen klagede over": nobody did, which counts none.
    fn is_nobody(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        let act = self.terms.iter().any(|hit| hit.start == at + 1 && matches!(hit.tag, Tag::Act(_)));
        before.is_some_and(|t| t.is_any(&["som", "hvis", "når"]) || act && t.is_any(&["hvor", "fordi", "da"]))
    }

    /// ", der blev afvist", "sager, som er stadfæstet": how what stands before the comma ended.
    fn is_told_behind(&self, comma: usize) -> bool {
        let is = |at: usize, words: &[&str]| self.tokens.get(at).is_some_and(|t| t.is_any(words));
        self.tokens.get(comma).is_some_and(|t| t.is_symbol(','))
            && is(comma + 1, &["der", "som"])
            && is(comma + 2, &["er", "blev"])
            && self.starts_outcome(comma + 3)
    }

    /// "Ingen sager efter pensionsloven blev ændret", "Begge sager om § 97 blev hjemvist"
    fn ends_in_outcome(&self, at: usize) -> bool {
        let ends = |at: usize| {
            // "Ingen afgørelser efter § 112 blev ændret"
            let section = self.tokens[at - 1].is_symbol('§');
            self.tokens[at].number().is_some() && !section
                || matches!(self.tokens[at].kind, Kind::Symbol(',' | ';' | ':' | '('))
        };
        let length = (at + 1..self.tokens.len()).take(9).take_while(|&at| !ends(at)).count();
        let verb = (at + 2..at + 1 + length).find(|&verb| self.tokens[verb].is_any(&["er", "blev", "bliver"]));
        self.is_case_noun(at + 1) && verb.is_some_and(|verb| self.starts_outcome(verb + 1))
    }

    /// "En hjemvisning er en omgørelse": what it is, not how many.
    fn is_predicate(&self, at: usize) -> bool {
        let noun =
            self.tokens.get(at + 1).and_then(Token::word).is_some_and(|w| w.ends_with("else") || w.ends_with("ning"));
        let parted = |t: &Token<'_>| t.is_any(&["heraf", "hvoraf", "deraf", "af", "der"]);
        noun && at > 0 && self.tokens[at - 1].is("er") && !self.tokens[..at].iter().any(parted)
    }

    /// "de to øvrige blev hjemvist"
    fn is_rest(&self, at: usize) -> bool {
        let verb = self.tokens.get(at + 1).is_some_and(|t| t.is_any(&["er", "blev", "bliver"]));
        self.tokens.get(at).is_some_and(|t| WORDS.lists.rest.has(t)) && (verb || self.starts_outcome(at + 1))
    }

    /// Also inside a phrase: "truffet fem afgørelser".
    fn is_case_noun(&self, at: usize) -> bool {
        self.terms.iter().any(|hit| hit.start == at && hit.tag == Tag::Cases)
            || self.tokens.get(at).is_some_and(|t| WORDS.case_nouns.has(t))
    }

    /// "i 23 en hjemvisning", "i fem blev det en ændring": what each of them ended in.
    fn one_outcome_each(&self, at: usize) -> bool {
        let article = self.tokens.get(at + 1).is_some_and(|t| t.is_any(&["en", "et"]));
        let each = at > 0 && self.tokens[at - 1].is("i");
        each && article && self.terms.iter().any(|h| h.start == at + 2 && matches!(h.tag, Tag::Outcome(_)))
    }

    /// "to af de tre kort", "i to ud af fire kvartaler": a part of what is counted beside the cases.
    fn parts_other_nouns(&self, at: usize) -> bool {
        let is = |at: usize, words: &[&str]| usize::from(self.tokens.get(at).is_some_and(|t| t.is_any(words)));
        let of = at + is(at, &["ud"]);
        let whole = of + 1 + is(of + 1, &["de", "disse"]);
        let number = self.tokens.get(whole).and_then(Token::word).is_some_and(|w| number_word::value(w).is_some());
        is(of, &["af"]) == 1
            && number
            && self.tokens.get(whole + 1).is_some_and(|t| t.word().is_some() && !WORDS.lists.may_follow_words.has(t))
            && !self.is_case_noun(whole + 1)
            && !self.terms.iter().any(|hit| hit.start == whole + 1)
    }

    /// "Fire sager, alle stadfæstet", "ti sager efter samme lov, og de blev alle stadfæstet": as many as were counted just
    /// before.
    fn all_of_them(&self, at: usize) -> Option<(f64, u8)> {
        let last = self.out.last().filter(|last| last.kind != ValueKind::Percent && last.decimals == 0)?;
        let small =
            |t: &Token<'_>| t.is_any(&["som", "der", "de", "er", "blev", "og", "hvoraf", "heraf"]) || t.is_symbol(',');
        let between = self.tokens.get(last.end..at)?;
        // "I 2016 var der 3, og de blev alle stadfæstet"
        let unsaid = between.first().is_some_and(|t| t.is_symbol(',')) && between.iter().any(|t| t.is("de"));
        // "fordeler sig med 9 på sygedagpengeloven (alle stadfæstet)"
        let share = in_words::is_share(self.tokens, last.start);
        let bare = unsaid || share;
        let noun = (last.end..at).rfind(|&noun| self.is_case_noun(noun)).or(bare.then_some(last.end - 1))?;
        let opens = |t: &Token<'_>| t.is_symbol(',') || share && t.is_symbol('(');
        let comma = (noun + 1..at).find(|&at| opens(&self.tokens[at]))?;
        // What the cases are about may stand behind their noun.
        let about =
            comma == noun + 1 || comma < noun + 8 && self.tokens[noun + 1].is_any(&["efter", "om", "på", "inden", "i"]);
        let counted = bare || self.tokens[last.end..=noun].iter().filter(|t| !small(t)).count() == 1;
        let near = about && counted && between.len() <= 10 && self.tokens[comma + 1..at].iter().all(small);
        let verb = usize::from(self.tokens.get(at + 1).is_some_and(|t| t.is_any(&["er", "blev", "bliver"])));
        let outcome = self.terms.iter().any(|hit| hit.start == at + 1 + verb && matches!(hit.tag, Tag::Outcome(_)));
        (near && outcome).then_some((last.value, 0))
    }

    fn starts_outcome(&self, at: usize) -> bool {
        self.terms.iter().any(|hit| hit.start == at && matches!(hit.tag, Tag::Outcome(_) | Tag::Act(_)))
    }

    fn push(&mut self, at: usize, value: f64, decimals: u8) {
        let tokens = self.tokens;
        let (kind, end) = match percent(tokens, at + 1) {
            Some(Unit::Percent(end)) => (ValueKind::Percent, end),
            Some(Unit::Points) => return,
            None => (ValueKind::Bare, at + 1),
        };
        if order::is_name(tokens, at) || is_range(tokens, at, end) {
            return;
        }
        let kind = match kind {
            ValueKind::Percent if self.is_difference(at, end) || value > 100.0 => return,
            ValueKind::Percent if other::is_share(self.tokens, self.terms, end) => {
                self.strange.push(at);
                return;
            }
            ValueKind::Percent => ValueKind::Percent,
            _ if order::is_list_number(self.text, tokens, at)
                || self.numbers_a_title(at)
                || other::is_summand(tokens, at)
                || other::is_frequency(tokens, at) =>
            {
                return;
            }
            _ if other::stands_against(self.tokens, &self.strange, &self.out, at) => {
                self.strange.push(at);
                return;
            }
            _ if !self.counts_cases(at) || self.shares_strange_noun(at) => {
                if tokens.get(at + 1).is_some_and(|t| t.word().is_some()) {
                    self.strange.push(at);
                }
                return;
            }
            _ if decimals == 0 && (self.noun_follows(at) || in_words::counts_of_section(tokens, at)) => {
                ValueKind::Count
            }
            _ => ValueKind::Bare,
        };
        if self.is_limit(at) || self.is_whole_of_limit(at) || (kind == ValueKind::Count && self.is_change(at)) {
            return;
        }
        self.out.push(Value { start: at, end, span: tokens[at].span, value, decimals, kind, hedge: None });
    }

    /// "2 Omgørelsesprocenter på socialområdet 2023": the number of an item, before the name of a rate with a capital.
    fn numbers_a_title(&self, at: usize) -> bool {
        let rate = self.terms.iter().any(|hit| hit.start == 1 && matches!(hit.tag, Tag::Rate(_)));
        let capital = |t: &Token<'_>| self.text[t.span.range()].starts_with(char::is_uppercase);
        // "3.3 Verserende sager": a decimal has a comma.
        let section = self.tokens[at].number().is_some_and(|(_, decimals)| decimals > 0)
            && self.text[self.tokens[at].span.range()].contains('.');
        at == 0 && (rate && self.tokens.len() > 2 || section) && self.tokens.get(1).is_some_and(capital)
    }

    /// "25 og 37 timer": what the number behind counts, this one counts too.
    fn shares_strange_noun(&self, at: usize) -> bool {
        let joined = self.tokens.get(at + 1).is_some_and(|t| t.is_any(&["og", "eller", "til"]));
        let number = self.tokens.get(at + 2).is_some_and(|t| t.number().is_some() && t.year().is_none());
        let counted =
            self.tokens.get(at + 3).is_some_and(|t| t.word().is_some() && percent(self.tokens, at + 3).is_none());
        joined && number && counted && !self.counts_cases(at + 2)
    }

    /// Is the noun behind the number, if there is one, a case (or nothing that is counted)?
    fn counts_cases(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return true };
        match next.kind {
            Kind::Word => {
                self.noun_follows(at)
                    || self.is_rest(at + 1)
                    || self.one_outcome_each(at)
                    || other::of_committee(self.tokens, &self.out, at)
                    || in_words::is_of_outcome(self.tokens, self.terms, at)
                    || WORDS.lists.may_follow.has(next)
                    || WORDS.lists.may_follow_words.has(next)
                    || self.terms.iter().any(|hit| hit.start == at + 1)
                        && !other::is_benefit(self.tokens, self.terms, at + 1)
                    || next.span.start == self.tokens[at].span.end && next.lower.len() == 1
            }
            Kind::Number { .. } | Kind::Date | Kind::Time | Kind::CaseNumber => true,
            // "33 / hjemvist: 12" divides; "19/3742" does not.
            Kind::Symbol('/') => self.tokens.get(at + 2).is_some_and(|t| t.kind == Kind::Word),
            Kind::Symbol('§') => in_words::counts_of_section(self.tokens, at),
            Kind::Symbol(c) => !matches!(c, '€' | '$'),
        }
    }

    /// "13 sager", "59 behandlede klagesager", "13 helt nye sager": the counted noun within three words.
    fn noun_follows(&self, at: usize) -> bool {
        (at + 1..at + 6).any(|noun| {
            self.is_case_noun(noun)
                && (at + 1..noun).all(|between| {
                    let t = &self.tokens[between];
                    t.word().is_some_and(|w| is_attribute(w) || w == "helt" || w == "af" || w == "kommunens")
                        || t.is_symbol('/')
                        || self.terms.iter().any(|hit| {
                            matches!(hit.tag, Tag::Outcome(_) | Tag::Act(_)) && (hit.start..hit.end).contains(&between)
                        })
                })
        })
    }

    /// "33 % flere", "faldet med 33 %", "et fald på 23 %".
    fn is_difference(&self, at: usize, end: usize) -> bool {
        if WORDS.differences.at(self.tokens, end).is_some() {
            return true;
        }
        self.is_change(at)
    }

    /// "faldet med 33", "en stigning på 12": the number is how much it changed.
    fn is_change(&self, at: usize) -> bool {
        let mut before = at;
        while before > 0
            && (WORDS.hedges.at(self.tokens, before - 1).is_some()
                || self.tokens[before - 1].is_symbol('.')
                || self.tokens[before - 1].is_any(&["hele", "ca"]))
        {
            before -= 1;
        }
        let Some(preposition) = before.checked_sub(1).map(|p| &self.tokens[p]) else { return false };
        let span = &self.tokens[before.saturating_sub(9)..before];
        let clause =
            span.iter().rposition(|t| matches!(t.kind, Kind::Symbol(',' | ';' | '(' | ')'))).map_or(0, |p| p + 1);
        let changes = |list: &WordList| span[clause..].iter().any(|t| list.has(t));
        let lists = &WORDS.lists;
        (preposition.is("med") && changes(&lists.change_verbs))
            || (preposition.is("på") && {
                // "en stigning fra 25 til 30 på aktivloven": behind the noun, not "svarende til en stigning".
                let noun = span[clause..].iter().rposition(|t| lists.change_nouns.has(t));
                let spans = |w: &[Token<'_>]| w[0].is("til") && w[1].year().is_none();
                noun.is_some_and(|noun| !span[clause + noun..].windows(2).any(spans))
            })
    }

    /// "mere end fire ud af ti sager": in general, and of no ten cases that were counted.
    fn is_whole_of_limit(&self, at: usize) -> bool {
        let of = at >= 3 && self.tokens[at - 1].is("af") && self.tokens[at - 2].is("ud");
        let number = |t: &Token<'_>| t.number().is_some() || t.word().and_then(number_word::value).is_some();
        of && number(&self.tokens[at - 3]) && self.is_limit(at - 3)
    }

    /// "under 10 %", "højst 25", "op til 60"; "lidt under" is a hedge and no limit.
    fn is_limit(&self, at: usize) -> bool {
        (1..=3).filter_map(|back| at.checked_sub(back)).any(|start| {
            let limit = WORDS.thresholds.at(self.tokens, start).is_some_and(|hit| hit.end == at);
            // "klager over 270 afgørelser", "klaget til Ankestyrelsen over 93": what is complained of.
            let to = if start > 2 && self.tokens[start - 2].is_any(&["til", "hos"]) { 3 } else { 1 };
            let verb = |w: &str| w.starts_with("klage") || to == 1 && matches!(w, "dækker" | "spænder");
            let before = start.checked_sub(to).and_then(|at| self.tokens[at].word());
            let object = self.tokens[start].is("over") && before.is_some_and(verb);
            // "Kortet dækker i 2022 over 71 sager"
            let year = start >= 3 && self.tokens[start - 1].year().is_some() && self.tokens[start - 2].is("i");
            let object = object || year && self.tokens[start].is("over") && self.tokens[start - 3].is("dækker");
            let passed = start + 1 == at && is_passed(self.tokens, start);
            limit
                && !object
                && !passed
                && !(0..=start).rev().take(2).any(|s| WORDS.hedges.at(self.tokens, s).is_some_and(|hit| hit.end == at))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::clause::Clause;
    use crate::extract::value::ValueKind;
    use crate::model::source::Span;
    use crate::text::lower::aligned;

    fn found(text: &str) -> Vec<String> {
        let lower = aligned(text);
        let clause = Clause::read(text, &lower, Span::new(0..text.len()));
        let show = |kind| match kind {
            ValueKind::Percent => "%",
            ValueKind::Count => "#",
            ValueKind::Bare => "",
        };
        let hedge =
            |v: &crate::extract::value::Value| v.hedge.as_ref().map_or(String::new(), |h| format!("~{}", h.word));
        clause
            .values()
            .iter()
            .map(|v| format!("{:.*}{}{}", v.decimals as usize, v.value, show(v.kind), hedge(v)))
            .collect()
    }

    #[test]
    fn finds_counts_and_percentages() {
        for (text, expected) in [
            ("I 2021 blev 70 sager stadfæstet", vec!["70#"]),
            ("er knap 27 procent i 2023", vec!["27%~knap"]),
            ("er ca. 19 pct. af sagerne", vec!["19%~ca."]),
            ("26,7pct, hvor landsgennemsnittet er 35,9 pct.", vec!["26.7%", "35.9%"]),
            ("hvoraf otte er stadfæstet og én er hjemvist", vec!["8", "1"]),
            ("fire sager angik pensionsloven, hvor en blev stadfæstet og tre hjemvist", vec!["4#", "1", "3"]),
            ("heraf er en hjemvist", vec!["1"]),
            ("Fire er stadfæstet, en er hjemvist", vec!["4", "1"]),
            ("sager, der ender med en ændring, en ophævelse eller en hjemvisning", vec![]),
            ("59 behandlede klagesager", vec!["59#"]),
            ("16, 11 og 73 procent", vec!["16%", "11%", "73%"]),
            ("behandlet under 10 % af sagerne", vec![]),
            ("lidt under 10 % af sagerne", vec!["10%~lidt under"]),
            ("ned på 40 pct. eller derunder", vec![]),
            ("mindst 30 sager eller flere", vec![]),
            ("dækker i 2022 over 71 sager", vec!["71#"]),
            ("12 og flere af dem", vec!["12"]),
            ("4 procentpoints over landsgennemsnittet (34 % vs. 30 %)", vec!["34%", "30%"]),
            ("faldet med 33 % siden 2017 (fra 90 til 60 sager)", vec!["90", "60#"]),
            ("Dette er en nedgang på 23 %", vec![]),
            ("steget fra 28 % til 43 %", vec!["28%", "43%"]),
            ("svarende til en stigning på 20 procent", vec![]),
            ("(2) Klager modtaget i kommunen: 97", vec!["97"]),
            ("17,9 pct. af samtlige afgjorte sager, omgørelsesprocent 18", vec!["18"]),
            ("steget med 12 sager", vec![]),
            ("en 14. plads blandt 98 kommuner", vec![]),
            ("hjemsendelsen under covid-\n19, og 7 blev hjemvist", vec!["7"]),
            ("der er fire medarbejdere og tre kort", vec![]),
            ("347 borgere og 3 kr.", vec![]),
            ("omkring 8-9 % af 15-30-årige", vec![]),
            ("jf. § 79 b stk. 2, punkt 16, den 28. september 2021", vec![]),
            ("2 ud af de 9 sager", vec!["2", "9#"]),
            ("1 ændret/ophævet sag (3,3 pct.)", vec!["1#", "3.3%"]),
            ("12 % flere klager end året før", vec![]),
            ("87 % af medarbejderne vurderer det", vec![]),
            ("svarede 78 % (412 ud af 528 borgere), at", vec![]),
            ("19.900 indbyggere, hvoraf 5,4 pct. modtager en ydelse", vec![]),
            ("212 sanktioner, og 9 af dem er frafaldet", vec![]),
            ("4 medarbejdere er fratrådt, og 6 er tiltrådt", vec![]),
            ("12 borgere klagede, og 6 fik medhold", vec!["6"]),
            ("andelen af sygemeldte er steget fra 71 til 74 procent", vec![]),
            ("frekvensen er høj: beskæftigelsesfrekvensen er 74,9 %", vec![]),
            ("11 af 24 realitetsbehandlede sager", vec!["11", "24#"]),
            ("sag 7 om 12 sager", vec!["12#"]),
            ("(5 + 10) / 45", vec![]),
            ("reglerne om 25 og 37 timer", vec![]),
            ("hhv. 25 og 37 sager", vec!["25", "37#"]),
            ("25 og 37 i 2021", vec!["25", "37"]),
            ("fandt tre årsager: 1) sagen, 2) fristen (12)", vec!["12"]),
            ("en hjemvisning er en omgørelse", vec![]),
            ("Heraf er en omgørelse", vec!["1"]),
            ("En omgjort sag er en sag, der er ændret", vec![]),
            ("Stigningen fra 2021 til 2022 er på 4,5 pct.", vec![]),
            ("omgørelser i to ud af fire kvartaler", vec![]),
            ("omgørelser i 2 af de 4 kvartaler", vec![]),
            ("i 2 ud af 4 tilfælde", vec!["2", "4#"]),
            ("De to øvrige blev hjemvist", vec!["2"]),
            ("de sidste tre er afvist", vec!["3"]),
            ("de to øvrige anbefalinger", vec![]),
            ("10 sager efter samme lov, og de blev alle stadfæstet", vec!["10#", "10"]),
            ("I 2016 var der 3, og de blev alle stadfæstet", vec!["3", "3"]),
            ("syv sager, hvor vi alle blev overrasket", vec!["7#"]),
            ("de afgørelser, som ingen klagede over", vec![]),
            ("Heraf er ingen afvist", vec!["0"]),
            ("41 ud af 100 afgørelser blev omgjort", vec![]),
            ("41 af de 100 afgørelser blev omgjort", vec!["41", "100#"]),
            ("afgjorde 1973 klagesager i 2022", vec!["1973#"]),
            ("1973 og 950 klagesager i 2022", vec!["1973", "950#"]),
            ("traf i kalenderåret 2019 afgørelse i 97 sager", vec!["97#"]),
            ("Seks klager, der alle er afvist", vec!["6#", "6"]),
            ("2    Omgørelsesprocenter (Orientering)          6", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
