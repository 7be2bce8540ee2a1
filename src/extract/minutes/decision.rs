//! Decisions: their words, parts ("Ad 1."), kind in the fixed vocabulary, and votes.

use super::line::sentences;
use super::vote;
use crate::data::minutes::{Words, fold};
use crate::model::meeting::{Decision, DecisionKind};
use crate::model::source::Span;
use jiff::civil::Date;

/// A decision as it is gathered: its head and the lines under it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub body: Option<String>,
    pub date: Option<Date>,
    pub text: Vec<Passage>,
}

/// A line of a decision.
#[derive(Clone, Debug)]
pub struct Passage {
    pub text: String,
    pub span: Span,
    /// It goes on in the paragraph of the line before it.
    pub continues: bool,
}

impl Draft {
    /// The decisions that the draft holds: one, or one for each "Ad N."; none without words.
    #[must_use]
    pub fn finish(self, words: &Words) -> Vec<Decision> {
        let mut parts: Vec<(String, Span)> = Vec::new();
        for passage in &self.text {
            let after_point = parts.last().is_some_and(|(text, _)| is_point(text, words));
            for (index, piece) in split_parts(&passage.text, words).into_iter().enumerate() {
                let new = is_ad(piece) || after_point && is_point(piece, words);
                let goes_on = index == 0 && !new;
                match parts.last_mut().filter(|_| goes_on) {
                    Some((text, span)) => {
                        text.push(if passage.continues { ' ' } else { '\n' });
                        text.push_str(piece);
                        *span = span.cover(passage.span);
                    }
                    None => parts.push((piece.to_owned(), passage.span)),
                }
            }
        }
        parts
            .into_iter()
            .map(|(text, span)| {
                let kind = kind(&text, words);
                let votes = vote::votes(&text, words).filter(|_| !of_amendment(&text, kind));
                Decision { body: self.body.clone(), date: self.date, kind, votes, text, span }
            })
            .collect()
    }
}

/// Are the only votes of a text those on an amendment that fell, where something else was decided then: they say nothing
/// of the decision.
fn of_amendment(text: &str, kind: DecisionKind) -> bool {
    let folded = fold(text);
    let amended =
        folded.contains("ændringsforslag") || folded.contains(" foreslog") && folded.contains("forslaget faldt");
    let once = folded.matches("imod").count() <= 1;
    amended && once && !matches!(kind, DecisionKind::Rejected | DecisionKind::LapsedOnEqualVotes | DecisionKind::Other)
}

fn is_ad(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("Ad").or_else(|| text.strip_prefix("ad")) else { return false };
    let part = rest.trim_start_matches(['.', ' ']);
    // "ad a) Godkendt"
    let lettered = part.starts_with(char::is_lowercase) && part.get(1..).is_some_and(|rest| rest.starts_with(')'));
    part.len() < rest.len() && (lettered || part.starts_with(|c: char| c.is_ascii_digit()))
}

/// "Punkt 2 udsat.", "Indstillingens punkt 1 godkendt", "2. Udsat": what was decided on one point of several.
fn is_point(text: &str, words: &Words) -> bool {
    let first = sentences(text).first().copied().unwrap_or_default();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) {
        let rest = text.get(digits..).unwrap_or_default();
        let line = text.lines().next().unwrap_or_default().get(digits + 1..).unwrap_or_default().trim_start();
        // "2. at: Godkendt."
        let said = line.strip_prefix("at:").map_or(line, str::trim_start);
        let first = sentences(said).first().copied().unwrap_or_default();
        let voted = said.len() < line.len() && kind(said, words) != DecisionKind::Other;
        return rest.starts_with(['.', ')']) && (voted || opens_decision(first, words));
    }
    // "Første "at": Drøftet.", "Indstillingens 1. at-punkt blev godkendt."
    let folded = fold(first);
    let ordinals = ["første", "andet", "tredje", "fjerde", "femte"];
    let rest = ordinals.iter().find_map(|word| folded.strip_prefix(word)?.strip_prefix(' '));
    let quoted = rest.map(|rest| rest.replace(['"', '”', '“', '\''], "")).is_some_and(|rest| rest.starts_with("at:"));
    let dashed = folded
        .strip_prefix("indstillingens ")
        .is_some_and(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(". at-punkt"));
    if quoted || dashed {
        return true;
    }
    let named = words.points.iter().find_map(|word| fold(first).strip_prefix(word.as_str()).map(str::to_owned));
    named.is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
        && kind(first, words) != DecisionKind::Other
}

/// The pieces of a line, cut before each "Ad N" that opens a sentence, or before each point after a first one.
fn split_parts<'t>(text: &'t str, words: &Words) -> Vec<&'t str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let ends = |at: usize| text.get(..at).is_some_and(|before| before.trim_end().ends_with(['.', ':', ';']));
    for (at, _) in text.match_indices(' ') {
        let at = at + 1;
        let Some(rest) = text.get(at..).filter(|_| ends(at)) else { continue };
        let point = || rest.starts_with(char::is_uppercase) && is_point(rest, words) && is_point(&text[start..], words);
        if is_ad(rest) || point() {
            pieces.push(text.get(start..at).unwrap_or_default().trim());
            start = at;
        }
    }
    pieces.push(text.get(start..).unwrap_or_default().trim());
    pieces
}

/// So many sentences are looked at for the kind of a decision.
const MOST_SENTENCES: usize = 60;

/// A decision that says only what was talked about is weaker than any other in the same text.
fn is_weak(kind: DecisionKind) -> bool {
    matches!(kind, DecisionKind::Discussed | DecisionKind::Informed | DecisionKind::Nothing | DecisionKind::Closed)
}

/// What a sentence decides, and how far it is to be trusted.
#[derive(Clone, Copy, Debug)]
struct Said {
    kind: DecisionKind,
    /// A later sentence may say it better.
    weak: bool,
}

/// What the words of a decision decide.
///
/// The first sentence with a phrase of the vocabulary counts. If it only says that something was discussed or told, a
/// later short sentence ("Indstillingen godkendt.") takes precedence. Equal votes always count: nothing was decided.
#[must_use]
pub fn kind(text: &str, words: &Words) -> DecisionKind {
    // "Ad 2) Et ændringsforslag ...": the number is no word of the sentence.
    let text = if is_ad(text) { text[2..].trim_start_matches(|c: char| !c.is_alphabetic()) } else { text };
    let mut found: Option<Said> = None;
    for sentence in sentences(text).into_iter().take(MOST_SENTENCES) {
        let Some(said) = sentence_kind(&fold(sentence), words) else { continue };
        if said.kind == DecisionKind::LapsedOnEqualVotes {
            return said.kind;
        }
        match found {
            None => found = Some(said),
            Some(before) if before.weak && !said.weak && sentence.split_whitespace().count() <= 10 => {
                found = Some(said);
            }
            Some(_) => {}
        }
    }
    found.map_or(DecisionKind::Other, |said| said.kind)
}

/// How a phrase stands among those of its sentence, the best first: weak or not, where it starts, how long it is.
type Rank = (bool, usize, std::cmp::Reverse<usize>);

/// The kind of the earliest phrase, the longest of those that start together; weak kinds only where no other is.
fn sentence_kind(sentence: &str, words: &Words) -> Option<Said> {
    // What somebody only wishes for, or will do some day, is not decided.
    let wish = words.decision_wishes.iter().filter_map(|wish| find_words(sentence, wish)).min();
    let sentence = sentence.get(..wish.unwrap_or(sentence.len())).unwrap_or(sentence).trim_end();
    // "Udvalget kan ikke anbefale forslaget godkendt."
    if words.refusals.iter().any(|refusal| find_words(sentence, refusal).is_some()) {
        return Some(Said { kind: DecisionKind::Other, weak: true });
    }
    // What becomes of an amendment says nothing of the proposal itself.
    let amendment = words.amendments.iter().any(|word| sentence.starts_with(word.as_str()));
    let mut best: Option<(Rank, Said)> = None;
    for (at, word) in word_starts(sentence) {
        for phrase in words.decisions.get(word).into_iter().flatten() {
            let Some(rest) = sentence.get(at..).filter(|rest| starts_with_words(rest, &phrase.parts[0])) else {
                continue;
            };
            let Some(end) = parts_end(rest, &phrase.parts) else { continue };
            if phrase.kind == DecisionKind::LapsedOnEqualVotes {
                return Some(Said { kind: phrase.kind, weak: false });
            }
            let length = phrase.parts.iter().map(|part| part.len() + 1).sum::<usize>();
            let weak = is_weak(phrase.kind) || phrase.passing;
            let rank = (weak, at, std::cmp::Reverse(length));
            if best.is_none_or(|(known, _)| rank < known) {
                let kind = match phrase.kind {
                    kind @ (DecisionKind::Rejected | DecisionKind::Nothing) => kind,
                    kind if is_denied(sentence, at, at + end, kind, words) => denied(kind),
                    kind => kind,
                };
                best = Some((rank, Said { kind, weak: weak || amendment }));
            }
        }
    }
    let mut said = best.map(|(_, said)| said)?;
    if falls(sentence, words) {
        said.kind = DecisionKind::Rejected;
        // "Forslaget faldt. Indstillingen blev godkendt.": it was not the case itself that fell.
        said.weak |= ["forslaget", "ændringsforslaget"].iter().any(|word| sentence.starts_with(word));
    }
    Some(said)
}

/// "Indstillingen om, at sagen godkendes, faldt": the last word counts, not what stood in the proposal.
fn falls(sentence: &str, words: &Words) -> bool {
    let last = sentence.trim_end_matches(['.', ' ']);
    words.falls.iter().any(|word| last.strip_suffix(word.as_str()).is_some_and(|rest| rest.ends_with([' ', ','])))
        && words.proposals.iter().any(|word| sentence.starts_with(word.as_str()))
}

/// What is left of a decision that did not come about: a proposal that was not approved is rejected; of what is not
/// recommended there is no word in the vocabulary.
fn denied(kind: DecisionKind) -> DecisionKind {
    match kind {
        DecisionKind::Approved | DecisionKind::Adopted | DecisionKind::AdoptedWithAddition => DecisionKind::Rejected,
        _ => DecisionKind::Other,
    }
}

/// Whether the phrase from `start` to `end` is turned round: "ikke godkendt", "anbefales ikke", "indstilles ikke
/// godkendt", "anbefaler, at indstillingen ikke godkendes".
fn is_denied(sentence: &str, start: usize, end: usize, kind: DecisionKind, words: &Words) -> bool {
    let (before, inside) = (sentence.get(..start).unwrap_or_default(), sentence.get(start..end).unwrap_or_default());
    let after = sentence.get(end..).unwrap_or_default();
    let no = |word: &str| words.denials.iter().any(|denial| *denial == word.trim_end_matches(['.', ',']));
    let near = |mut words: std::str::SplitWhitespace<'_>| words.next().is_some_and(no);
    let last = before.split_whitespace().next_back().is_some_and(no);
    // "godkendt, ikke mindst fordi": a comma parts them.
    let next = near(after.split_whitespace())
        && !words.no_denials.iter().any(|more| after.trim_start().starts_with(more.as_str()));
    let amid = inside.split_whitespace().any(no);
    // "anbefaler, at indstillingen ikke godkendes": what is recommended is that it is not.
    let recommends =
        !matches!(kind, DecisionKind::Approved | DecisionKind::Adopted | DecisionKind::AdoptedWithAddition);
    let clause = after.split(" idet ").next().unwrap_or(after);
    let clause = clause.split(" men ").next().unwrap_or(clause);
    // "anbefaler, at der ikke udarbejdes en handlingsplan" recommends all the same.
    let said: Vec<&str> = clause.split_whitespace().collect();
    let decides = |word: &str| words.decisions.contains_key(word.trim_end_matches(['.', ',']));
    let turned = || said.windows(2).any(|pair| no(pair[0]) && decides(pair[1]));
    let later = recommends && !is_weak(kind) && clause.trim_start().starts_with(", at ") && turned();
    last || next || amid || later
}

/// The words of a folded text with their places.
fn word_starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphanumeric()).filter_map(move |word| {
        let start = at;
        // The mark that ends the word is one character; its length is that of what stands there.
        at += word.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

fn starts_with_words(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Where the last of parts ends that stand in a text one after another, the first at its start, anything between them.
fn parts_end(text: &str, parts: &[String]) -> Option<usize> {
    let mut end = parts[0].len();
    for part in &parts[1..] {
        end += find_words(text.get(end..)?, part)? + part.len();
    }
    Some(end)
}

/// Whether a short line is a decision by itself: "Godkendt.", "Taget til efterretning."
#[must_use]
pub fn opens_decision(text: &str, words: &Words) -> bool {
    let folded = fold(text);
    let Some((_, first)) = word_starts(&folded).next() else { return false };
    let opens = words
        .decisions
        .get(first)
        .is_some_and(|phrases| phrases.iter().any(|phrase| starts_with_words(&folded, &phrase.parts[0])));
    text.split(' ').count() <= 8
        && (opens || folded.starts_with("taget til"))
        && !matches!(kind(text, words), DecisionKind::Other | DecisionKind::Closed)
}

/// Where a phrase stands as whole words.
pub(super) fn find_words(text: &str, phrase: &str) -> Option<usize> {
    text.match_indices(phrase).map(|(at, _)| at).find(|&at| {
        let before = text.get(..at).and_then(|s| s.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|s| s.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::minutes::words;

    #[test]
    fn the_vocabulary() {
        use DecisionKind as K;
        for (text, expected) in [
            ("Godkendt.", K::Approved),
            ("Dagsordenen blev godkendt.", K::Approved),
            ("Tiltrådt.", K::Adopted),
            ("Taget til efterretning.", K::Noted),
            ("Udvalget tog orienteringen til efterretning.", K::Noted),
            ("Taget til efterretning.\nUdvalget blev orienteret om, at planen er godkendt.", K::Noted),
            ("Indstilles taget til efterretning.", K::RecommendedNoted),
            ("Anbefales.", K::Recommended),
            ("Anbefales, idet udvalget ønsker en opfølgning.", K::RecommendedWithRemark),
            ("Ad 1.-2. Anbefales godkendt.", K::RecommendedApproved),
            ("Anbefales drøftet.", K::RecommendedDiscussed),
            ("Udvalget indstiller til Byrådet, at planen godkendes.", K::RecommendedApproved),
            ("Udvalget drøftede temaet.", K::Discussed),
            ("Udvalget drøftede sagen. Indstillingen godkendt.", K::Approved),
            ("Udvalget drøftede sagen og godkendte indstillingen.", K::Approved),
            ("Udvalget godkendte programmet.", K::Approved),
            ("Sagen blev forelagt til orientering.", K::Informed),
            ("Indstillingen tiltrådt med den tilføjelse, at målet udvides.", K::AdoptedWithAddition),
            ("Udsat.", K::Deferred),
            ("Sagen udsættes til næste møde.", K::Deferred),
            ("Planen for udsatte børn blev godkendt.", K::Approved),
            ("Bortfaldet pga. stemmelighed.", K::LapsedOnEqualVotes),
            ("Forslaget blev ikke godkendt, idet 27 stemte imod.", K::Rejected),
            ("Der var intet under Eventuelt.", K::Nothing),
            ("Anne Holm spurgte til listen. Forvaltningen skriver et notat.", K::Other),
            ("Anbefales ikke.", K::Other),
            ("Ikke anbefalet.", K::Other),
            ("Udvalget kan ikke anbefale forslaget godkendt.", K::Other),
            ("Indstilles ikke godkendt.", K::Other),
            ("Udvalget anbefaler, at indstillingen ikke godkendes.", K::Other),
            ("Udvalget anbefaler, at planen godkendes, idet der ikke er flere midler.", K::RecommendedApproved),
            ("Byrådet godkendte ikke indstillingen.", K::Rejected),
            ("Byrådet godkendte indstillingen, ikke mindst fordi prisen er lav.", K::Approved),
            ("Indstillingen om, at sagen godkendes, faldt.", K::Rejected),
            ("Ændringsforslag fra Ø blev forkastet. Indstillingen godkendt.", K::Approved),
            ("Drøftet. Ønsket fremsendes til Økonomiudvalget.", K::Discussed),
            ("Fremsendes til Økonomiudvalget.", K::Recommended),
            ("Drøftet med ønske om, at sagen godkendes i juni.", K::Discussed),
            ("Orienteringen blev givet.", K::Informed),
            ("Godkendt som indstillet, idet der følges op i maj.", K::AdoptedWithAddition),
            ("Sagen genoptages den 4. maj.", K::Deferred),
            ("Punktet udgår.", K::Deferred),
        ] {
            assert_eq!(kind(text, words()), expected, "{text}");
        }
    }

    #[test]
    fn parts_are_decisions_of_their_own() {
        let passage = |text: &str| Passage { text: text.to_owned(), span: Span::new(0..1), continues: false };
        let draft = Draft {
            text: vec![
                passage("Ad 1. Godkendt. Ad 2."),
                passage("For: Gruppe A. Imod: Gruppe B."),
                passage("Bortfaldet pga. stemmelighed."),
            ],
            ..Draft::default()
        };
        let decisions = draft.finish(words());
        let kinds: Vec<_> = decisions.iter().map(|d| (d.kind, d.votes.is_some())).collect();
        assert_eq!(kinds, [(DecisionKind::Approved, false), (DecisionKind::LapsedOnEqualVotes, true)]);
        assert_eq!(decisions[1].text, "Ad 2.\nFor: Gruppe A. Imod: Gruppe B.\nBortfaldet pga. stemmelighed.");
    }

    #[test]
    fn points_are_decisions_of_their_own() {
        let passage = |text: &str| Passage { text: text.to_owned(), span: Span::new(0..1), continues: false };
        for lines in [
            vec!["Indstillingens punkt 1 godkendt. Punkt 2 udsat."],
            vec!["1. Godkendt", "2. Udsat"],
            vec!["ad a) Godkendt. ad b) Udsat."],
        ] {
            let text = lines.iter().map(|line| passage(line)).collect();
            let decisions = Draft { text, ..Draft::default() }.finish(words());
            let kinds: Vec<_> = decisions.iter().map(|d| d.kind).collect();
            assert_eq!(kinds, [DecisionKind::Approved, DecisionKind::Deferred], "{lines:?}");
        }
        let text = vec![passage("Godkendt. Punkt 2 sendes i høring, og punkt 3 drøftes.")];
        assert_eq!(Draft { text, ..Draft::default() }.finish(words()).len(), 1);
    }
}
