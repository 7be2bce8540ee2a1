//! Outcomes that a sentence names and does not count: denied, of an unsaid fraction, or what a court made of them; and
//! those of a part of the decisions that cannot be told.

use super::bind::Binder;
use super::label::{Label, LabelKind};
use super::matter::{goes_on_with_them, unnamed_matter};
use super::scope::{is_unknown_area, names_a_kind};
use crate::data::words::{Tag, WORDS};
use crate::extract::segment::STRONG;
use crate::extract::value::{Value, ValueKind};
use crate::text::number_word;
use crate::text::token::{Kind, Token};

/// An area that is named so many words before a number is not looked for: no sentence that people read is as long.
const FAR: usize = 200;

impl Binder<'_, '_> {
    /// Is the outcome that a value would take none of the value's?
    pub(super) fn is_not_counted(&self, index: usize, label: &Label) -> bool {
        label.kind == LabelKind::Outcome
            && (self.is_negated(label)
                || self.is_of_a_fraction(index, label)
                || self.is_of_ten(index)
                || self.is_of_a_court(label)
                || self.shares_its_number(label)
                || self.is_the_exception(index, label)
                || self.is_of_a_cause(index, label)
                || self.is_a_reason(index, label))
    }

    /// "For § 97 er procenten 0, fordi alle afgørelser er stadfæstet": why it is so, and not what the number is of.
    fn is_a_reason(&self, index: usize, label: &Label) -> bool {
        let value = &self.clause.values()[index];
        let counted =
            |at: usize| self.clause.values()[index + 1..].iter().any(|v| (at..label.start).contains(&v.start));
        let gives = |w: &[Token<'_>]| w[0].is_symbol(',') && w[1].is_any(&["fordi", "da", "idet", "eftersom"]);
        let between = self.clause.tokens.get(value.end..label.start).unwrap_or_default();
        between.windows(2).any(gives) && !counted(value.end)
    }

    /// "Hjemvisningerne skyldes i to af sagerne, at ...": how many have one cause, and not how many there are.
    fn is_of_a_cause(&self, index: usize, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let value = &self.clause.values()[index];
        // "I 6 af dem skyldes hjemvisningen manglende partshøring"
        let one = tokens[label.end - 1].word().is_some_and(|w| w.ends_with("ningen") || w.ends_with("ringen"));
        let before = label.start.checked_sub(1).filter(|&at| one && value.end <= at);
        let counted = value.start > 0 && tokens[value.start - 1].is("i");
        if counted && before.is_some_and(|at| WORDS.lists.causes.has(&tokens[at])) {
            return true;
        }
        // "Gennemgangen viser, at 5 af de 7 sager er hjemvist på grund af manglende oplysning"
        let reviewed = self.clause.find_beginning(&["gennemgang"]).is_some_and(|at| at < value.start);
        let parted = tokens.get(value.end).is_some_and(|t| t.is_any(&["af", "ud"]));
        let behind = tokens.get(label.end..).unwrap_or_default();
        let because = behind.first().is_some_and(|t| t.is_any(&["fordi", "grundet"]))
            || behind.iter().zip(["på", "grund", "af"]).filter(|(t, word)| t.is(word)).count() == 3;
        if reviewed && parted && because && value.end < label.start {
            return true;
        }
        let noun = tokens[label.end - 1].word().is_some_and(|w| w.ends_with("erne") || w.ends_with("sager"));
        let before = value.start.checked_sub(1).filter(|&at| label.end <= at && tokens[at].is("i"));
        let caused = |t: &Token<'_>| WORDS.lists.causes.has(t) || WORDS.lists.belonging.has(t);
        let counted = self.clause.values()[..index].iter().any(|other| other.start >= label.end);
        noun && !counted && before.is_some_and(|at| tokens[label.end..at].iter().any(caused))
    }

    /// "14 sager, som skulle have været bedre belyst eller afgjort anderledes": what did not happen.
    pub(super) fn was_to_happen(&self, label: &Label) -> bool {
        let unreal = |w: &[Token<'_>]| {
            w[0].is_any(&["skulle", "burde", "kunne", "ville"]) && w[1].is("have") && w[2].is_any(&["været", "fået"])
        };
        let from = label.start.saturating_sub(8);
        self.clause.tokens[from..label.start].windows(3).any(unreal)
    }

    /// "Ændres udfaldet i én sag, flyttes procenten godt 8 procentpoint": what would follow, if it were so.
    pub(super) fn is_condition(&self, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let divides = |before: usize| matches!(tokens[before].kind, Kind::Symbol(';' | ':' | ','));
        let opens = label.start.checked_sub(1).is_none_or(divides);
        let passive =
            tokens[label.start].is_any(&["ændres", "omgøres", "hjemvises", "stadfæstes", "ophæves", "afvises"]);
        opens && passive && label.end == label.start + 1 && tokens[label.end..].iter().any(|t| t.is_symbol(','))
    }

    /// "Der er modtaget 3 klager over skift af leverandør, men de kan ikke ankes"
    pub(super) fn cannot_be_brought(&self, label: &Label) -> bool {
        let barred = |w: &[Token<'_>]| {
            w[0].is_any(&["de", "disse", "som", "der"])
                && w[1].is_any(&["kan", "kunne"])
                && w[2].is("ikke")
                && w[3].is_any(&["ankes", "påklages", "indbringes", "prøves"])
        };
        self.clause.tokens[label.end..].windows(4).any(barred)
    }

    /// "43 sager er enten stadfæstet eller afvist": one number of two outcomes that no measure joins.
    fn shares_its_number(&self, label: &Label) -> bool {
        let Some(at) = self.labels.iter().position(|other| other == label) else { return false };
        let (mut first, mut last) = (at, at);
        while first > 0 && self.joined_outcomes(first - 1) {
            first -= 1;
        }
        while self.joined_outcomes(last) {
            last += 1;
        }
        if first == last {
            return false;
        }
        let run = &self.labels[first..=last];
        let gaps = run.windows(2).flat_map(|pair| &self.clause.tokens[pair[0].end..pair[1].start]);
        let opens = run[0].start > 0 && self.clause.tokens[run[0].start - 1].is("enten");
        let (mut either, mut joined) = (opens, opens);
        for token in gaps {
            either |= token.is("eller");
            joined |= either || token.is_any(&["og", "samt"]) || token.is_symbol('/');
        }
        // "stadfæstet og afvist: 30 og 4": as many numbers as outcomes.
        let counted = |from: usize, to: usize| {
            self.clause.values().iter().filter(|value| value.start >= from && value.end <= to).count()
        };
        let before = first.checked_sub(1).map_or(0, |other| self.labels[other].end);
        let behind = self.labels.get(last + 1).map_or(self.clause.tokens.len(), |other| other.start);
        let (before, behind) = (counted(before, run[0].start), counted(run[run.len() - 1].end, behind));
        let several = before == run.len() || behind == run.len() || (!either && before + behind >= run.len());
        joined && !several
    }

    /// Stand nothing but the words of a list between an outcome and the next?
    fn joined_outcomes(&self, at: usize) -> bool {
        let (Some(first), Some(second)) = (self.labels.get(at), self.labels.get(at + 1)) else { return false };
        let outcomes = first.kind == LabelKind::Outcome && second.kind == LabelKind::Outcome;
        let between = self.clause.tokens.get(first.end..second.start).unwrap_or_default();
        let small = |t: &Token<'_>| {
            t.is_symbol(',')
                || t.is_symbol('/')
                || t.is_any(&["og", "eller", "samt", "enten", "er", "blev", "blevet", "helt", "delvist"])
        };
        outcomes && (1..=4).contains(&between.len()) && between.iter().all(small)
    }

    /// "8 sager blev ikke stadfæstet", "kommunen fik ikke medhold", "hverken ændret eller hjemvist".
    fn is_negated(&self, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let denies = |t: &Token<'_>| t.is_any(&["ikke", "hverken", "aldrig"]);
        let ends = |t: &&Token<'_>| t.is_symbol(',') || t.number().is_some() || t.is_any(&["og", "men", "alle"]);
        let before = tokens[..label.start].iter().rev().take(3).take_while(|t| !ends(t)).any(denies);
        // "ikke realitetsbehandlet" is a phrase that says what it denies.
        before || tokens[label.start + 1..label.end].iter().any(denies)
    }

    /// "halvdelen af de 44 sager blev hjemvist", "44 sager, hvoraf de fleste blev stadfæstet".
    fn is_of_a_fraction(&self, index: usize, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let value = &self.clause.values()[index];
        let fraction = |at: usize| {
            WORDS.lists.fractions.has(&tokens[at])
                || (at > 0 && tokens[at - 1].is("hver") && tokens[at].is_any(&["anden", "tredje", "fjerde", "femte"]))
        };
        let from = value.start.saturating_sub(6);
        let of = (from..value.start).find(|&at| fraction(at));
        let parted = of.is_some_and(|at| {
            tokens[at + 1..value.start].iter().all(|t| t.word().is_some())
                && tokens[at + 1..value.start].iter().any(|t| t.is("af"))
        });
        let counted = |from: usize, to: usize| self.clause.values().iter().any(|v| v.start >= from && v.start < to);
        let between = (value.end..label.start).any(|at| fraction(at) && !counted(value.end, at));
        parted || between
    }

    /// "dem har Ankestyrelsen stadfæstet alle sammen på nær én": the one is not upheld.
    fn is_the_exception(&self, index: usize, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let start = self.clause.values()[index].start;
        let small = |t: &&Token<'_>| t.is_any(&["fra", "en", "et", "enkelt", "blot", "kun"]);
        let but = tokens[..start].iter().rev().take(3).find(|t| !small(t));
        label.end <= start && but.is_some_and(|t| WORDS.lists.but.has(t))
    }

    /// "ca. syv ud af ti sager er stadfæstet": a share near enough, and no count.
    fn is_of_ten(&self, index: usize) -> bool {
        let value = &self.clause.values()[index];
        let [out, of, ten, ..] = &self.clause.tokens[value.end..] else { return false };
        value.hedge.is_some() && out.is("ud") && of.is("af") && (ten.is("ti") || ten.is("10"))
    }

    /// "Tre af bilsagerne er hjemvist": of a kind of cases that no word of a law names. "Begge blev hjemvist" behind two of
    /// which it cannot be told. "Bilsagerne er flest. Her blev 12 omgjort" goes on with such a kind.
    pub(super) fn is_of_a_kind(&self, value: &Value) -> bool {
        let both = self.clause.tokens[value.start].is("begge");
        if both && (self.setting.thread.in_doubt || self.setting.thread.of_a_kind) {
            return true;
        }
        if self.is_told_of_in_parentheses(value) || self.is_of_unnamed_matter(value) {
            return true;
        }
        if !self.scopes.is_empty() {
            return false;
        }
        // "12 sager handlede om biler. 9 blev stadfæstet"
        if self.setting.thread.of_a_kind && goes_on_with_them(self.clause) {
            return true;
        }
        // "De to støttesager blev begge stadfæstet"
        let kinds = |pair: &[Token<'_>]| {
            let counted =
                pair[0].number().is_some() || pair[0].word().is_some_and(|word| number_word::value(word).is_some());
            let kind = pair[1].word().and_then(|word| word.strip_suffix("sager"));
            counted && kind.is_some_and(|kind| kind.chars().count() > 2) && !WORDS.case_nouns.has(&pair[1])
        };
        let pairs = self.clause.tokens[..value.start].windows(2);
        if self.clause.tokens[value.start].is_any(&["begge", "alle"]) && pairs.into_iter().any(kinds) {
            return true;
        }
        let here = |t: &Token<'_>| t.is_any(&["her", "heraf", "deraf", "dem", "disse"]);
        if self.setting.thread.of_a_kind && self.clause.tokens[..value.start].iter().any(here) {
            return true;
        }
        let kinds = |pair: &[Token<'_>]| pair[0].is_any(&["i", "af", "blandt", "for", "på"]) && names_a_kind(&pair[1]);
        // "I bilsagerne er 7 stadfæstet", "Af bilsagerne blev 7 stadfæstet", "7 af bilsagerne"
        // "Hjælpemiddelsagerne fordeler sig med 7 stadfæstede"
        let subject = value.start > 0 && names_a_kind(&self.clause.tokens[0]);
        let opens = subject || self.clause.tokens[..value.start].windows(2).any(kinds) || self.opens_with_matter(value);
        let opens = opens && self.clause.sections.is_empty();
        opens || self.clause.tokens[value.end..].get(..2).is_some_and(kinds)
    }

    /// "Gennemsnittet for 2016 var fejl i 37 procent af sagerne", in an article: of which places?
    pub(super) fn is_mean_of_unnamed(&self) -> bool {
        let opens = self.clause.tokens.first().is_some_and(|t| t.is("gennemsnittet"));
        let named = !self.clause.places.is_empty() || self.clause.has(|tag| *tag == Tag::Nation);
        opens && !named && self.setting.foreign && self.setting.own != Some(crate::model::figure::Place::NATION)
    }

    /// "6 sager om hjemmetræning, aflastning med videre (§§ 32 og 36)": a list of what they are about.
    pub(super) fn lists_matters(&self, from: usize, to: usize) -> bool {
        let tokens = &self.clause.tokens;
        let about = tokens.get(from + 1).is_some_and(|t| t.is_any(&["om", "vedrørende"]));
        let open = to.checked_sub(1).filter(|&open| open > from && tokens[open].is_symbol('('));
        let words = |open: usize| tokens[from..open].iter().all(|t| t.word().is_some() || t.is_symbol(','));
        about && WORDS.case_nouns.has(&tokens[from]) && open.is_some_and(words)
    }

    /// "For hjælpemidler er 7 stadfæstet", "Hvad angår biler, blev 5 hjemvist", "Omgørelsesprocenten for ledsagelse er 31",
    /// "Klager over afslag på bil": a matter that no law is told of.
    fn opens_with_matter(&self, value: &Value) -> bool {
        if self.setting.scope().contains('§') {
            return false;
        }
        let tokens = &self.clause.tokens;
        let rate = self.labels.iter().find(|label| label.kind == LabelKind::Rate).map(|label| label.end);
        let leads = |at: usize| {
            let before = &tokens[..at];
            before.iter().all(|t| WORDS.lists.to_a_matter.has(t))
                || rate.is_some_and(|end| end + 1 == at && tokens[end].is_any(&["for", "på", "vedrørende"]))
        };
        (1..value.start.min(8)).any(|at| WORDS.lists.matters.has(&tokens[at]) && leads(at))
    }

    /// "Tre af sagerne vedrører hjælpemidler, hvoraf to er stadfæstet": how some ended, of a matter that no law is told of.
    fn is_of_unnamed_matter(&self, value: &Value) -> bool {
        let matter = unnamed_matter(self.clause, self.labels, self.scopes);
        matter.is_some_and(|matter| value.start >= matter.end || value.end < matter.start)
    }

    /// "De hjemviste sager handler om boligindretning (2) og ledsagelse (3)": so many of what stands before the parenthesis.
    fn is_told_of_in_parentheses(&self, value: &Value) -> bool {
        let tokens = &self.clause.tokens;
        let Some(open) = value.start.checked_sub(1).filter(|&open| tokens[open].is_symbol('(')) else { return false };
        let alone = tokens.get(value.end).is_some_and(|t| t.is_symbol(')')) && value.kind != ValueKind::Percent;
        let told = tokens[..open].iter().any(|t| WORDS.lists.belonging.has(t));
        let named = self.scopes.iter().any(|hit| hit.end == open) || self.clause.sections.iter().any(|h| h.end == open);
        let noun = open > 0 && tokens[open - 1].word().is_some() && tokens[open - 1].number().is_none();
        alone && told && noun && !named
    }

    /// "Byretten stadfæstede 2 af Ankestyrelsens afgørelser"
    fn is_of_a_court(&self, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        self.clause.terms.iter().filter(|hit| hit.tag == Tag::OtherBoard).any(|hit| {
            let does = hit.end <= label.start
                && label.start - hit.end <= 2
                && tokens[hit.end..label.start].iter().all(|t| t.word().is_some());
            let done =
                hit.start > label.end && hit.start - label.end <= 2 && tokens[label.end].is_any(&["af", "ved", "i"]);
            does || done
        })
    }

    /// "På børneområdet er 8 sager omgjort": an area that is no law's, and that no heading settles.
    pub(super) fn names_unknown_area(&self, index: usize) -> bool {
        let first = (0..index).rev().find(|&i| self.segments[i].strength >= STRONG).map_or(0, |i| i);
        // "Ingen af de 5 sager på ældreområdet": what the whole is of, the part is of too.
        let whole = self.groups.iter().find(|group| group.lead == index).and_then(|group| group.total);
        let end = self.segments[whole.unwrap_or(index)].tokens.end;
        let from = self.segments[first].tokens.start.max(end.saturating_sub(FAR));
        let unknown = |range: std::ops::Range<usize>| {
            range.clone().any(|at| is_unknown_area(self.clause, self.scopes, at)) || self.names_unknown_part(range)
        };
        // "På ældreområdet er 5 stadfæstet, og 1 er hjemvist": the outcomes go on.
        let near = |at: &usize| self.clause.values()[index].start - self.clause.values()[*at].end <= 5;
        let goes_on = index.checked_sub(1).filter(|at| self.segments[index].strength >= STRONG && near(at));
        let before = goes_on.map(|at| self.segments[at].tokens.end).filter(|_| {
            let outcomes = self.labels.iter().filter(|label| label.kind == LabelKind::Outcome);
            let own = self.segments[index].tokens.clone();
            outcomes.filter(|label| own.contains(&label.start)).count() > 0
                && !self.scopes.iter().any(|hit| own.contains(&hit.start))
                && !self.clause.places.iter().any(|hit| own.contains(&hit.start))
        });
        unknown(from..end) || before.is_some_and(|before| unknown(before.saturating_sub(FAR)..before))
    }

    /// "30 sager om hjælpemidler", "procenten for unge", "i Center for Handicap": a part of the decisions that is no law's
    /// and no paragraph's.
    fn names_unknown_part(&self, range: std::ops::Range<usize>) -> bool {
        let tokens = &self.clause.tokens;
        let known = |at: usize| {
            let inside = |start: usize, end: usize| (start..end).contains(&at);
            self.scopes.iter().any(|hit| inside(hit.start, hit.end))
                || self.clause.terms.iter().any(|hit| inside(hit.start, hit.end))
                || self.clause.places.iter().any(|hit| inside(hit.start, hit.end))
                || self.clause.periods.iter().any(|m| inside(m.start, m.end))
        };
        let word = |at: usize| tokens.get(at).is_some_and(|t| t.word().is_some_and(|w| w.chars().count() > 2));
        let cases = |at: usize| self.clause.terms.iter().any(|hit| hit.tag == Tag::Cases && hit.end == at);
        // "sager om tabt arbejdsfortjeneste": what is lost there is no case.
        let area = |at: usize| {
            self.scopes.iter().any(|hit| (hit.start..hit.end).contains(&at))
                || self.clause.is_of_period(at)
                || self.clause.places.iter().any(|hit| (hit.start..hit.end).contains(&at))
                || self
                    .clause
                    .terms
                    .iter()
                    .any(|hit| hit.start == at && matches!(hit.tag, Tag::Area(_) | Tag::Own | Tag::Nation))
        };
        let paragraph = self.clause.sections.iter().any(|hit| range.contains(&hit.start));
        !paragraph
            && range.clone().any(|at| {
                let about = tokens[at].is_any(&["om", "vedrørende", "vedr", "angående"])
                    && cases(at)
                    && !tokens.get(at + 1).is_some_and(|t| t.is_any(&["året", "måneden", "ugen", "dagen", "at"]));
                let group = tokens[at].is_any(&["for", "blandt"])
                    && tokens.get(at + 1).is_some_and(|t| WORDS.lists.groups.has(t));
                let unit = tokens[at].is_any(&["i", "hos", "for"])
                    && tokens.get(at + 1).is_some_and(|t| WORDS.lists.units.has(t));
                // What is known is looked for last: in a long sentence that costs most.
                (about || group || unit) && word(at + 1) && !(if about { area(at + 1) } else { known(at + 1) })
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    #[test]
    fn what_is_not_counted_gives_no_figure() {
        for (text, expected) in [
            (
                "Ankestyrelsen afgjorde 14 sager, og dem har styrelsen stadfæstet alle sammen på nær to.",
                vec!["decided 14"],
            ),
            ("Foruden de 40 sager efter serviceloven er tre blevet afvist.", vec![]),
            ("8 klager nåede slet ikke at blive behandlet af Ankestyrelsen.", vec![]),
            ("Der blev truffet omkring 9.000 afgørelser, så under 1 pct. ender i Ankestyrelsen.", vec![]),
            ("Det er ikke Ankestyrelsen, der har ændret praksis. Der blev hjemvist 12 sager.", vec!["remanded 12"]),
            (
                "Ankestyrelsen behandlede 30 klager, der er omtalt i beretningen fra borgerrådgiveren.",
                vec!["decided 30"],
            ),
            ("- § 97 ledsageordning. 1 afgørelse, som er stadfæstet.", vec!["decided 1", "upheld 1"]),
            ("Hjemvisningerne efter § 41 skyldes i tre af sagerne, at borgeren ikke var hørt.", vec![]),
            ("De hjemviste sager efter § 41 handler i tre tilfælde om høring.", vec![]),
            (
                "Ankestyrelsen behandlede 70 klager over Udbetaling Danmarks afgørelser. 50 af dem blev stadfæstet.",
                vec![],
            ),
            (
                "Ankestyrelsen afgjorde 200 sager fra kommunen og 70 klager over Udbetaling Danmark.",
                vec!["decided 200"],
            ),
            (
                "Det er ikke Ankestyrelsen, men Klagenævnet for Specialundervisning, der ser på skolen. Nævnet stadfæstede \
                 to og omgjorde tre sager.",
                vec![],
            ),
            (
                "Omgørelsesprocenten er 31. Afdelingen træffer 8.000 afgørelser om året. Det er knap 2 pct. af afgørelserne, \
                 der indbringes for Ankestyrelsen.",
                vec!["reversal_rate 31"],
            ),
            (
                "Omgørelsesprocenten er 31. Hjemviste sager skal behandles inden 6 uger, og det lykkes i 75 procent af \
                 sagerne.",
                vec!["reversal_rate 31"],
            ),
            ("Ankestyrelsen afgjorde 70 sager om sygedagpenge, kontanthjælp og fleksjob.", vec![]),
            ("Ankestyrelsen afgjorde 70 sager efter aktivloven og serviceloven.", vec![]),
            (
                "Ankestyrelsen afgjorde 70 sager efter aktivloven og 20 efter serviceloven.",
                vec!["decided 70", "decided 20"],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen 12 sager om fleksibilitet. 9 blev stadfæstet. De sidste 3 blev hjemvist.",
                vec![],
            ),
            ("Kun to sager om mobilitet kom til Ankestyrelsen. Begge blev stadfæstet.", vec![]),
            ("Ankestyrelsen afgjorde 12 sager om mobilitet. I alt er 40 sager hjemvist.", vec!["remanded 40"]),
            (
                "Omgørelsesprocenten er 31. For § 96 er tallet 0, fordi alle sager er stadfæstet.",
                vec!["reversal_rate 31"],
            ),
            (
                "Omgørelsesprocenten er 31. I 12 procent af klagerne fik borgeren medhold hos kommunen.",
                vec!["reversal_rate 31"],
            ),
            (
                "Omgørelsesprocenten er 31. I 8 procent af klagerne gav vi selv borgeren medhold.",
                vec!["reversal_rate 31"],
            ),
            ("Aktivloven står for de 31; her fik kommunen medhold i 24.", vec!["upheld 24"]),
        ] {
            let text = format!(
                "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen 2021\n{text}\n"
            );
            let document = crate::read::read(text.as_bytes(), "a.txt").unwrap();
            let figures = extract(&document).figures;
            let show = |f: &crate::model::figure::Figure| format!("{} {}", f.measure.key(), f.value);
            let certain = figures.iter().filter(|f| f.is_certain());
            assert_eq!(certain.map(show).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
