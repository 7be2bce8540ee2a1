//! When a value holds: the period in its own segment, else what the sentence says of the whole, else what was said before.

use super::bind::Binder;
use super::compared::{is_compared, is_only_compared, is_since, opens_parenthesis};
use super::label::rate_of;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::divides;
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::extract::value::ValueKind;
use crate::model::figure::{Measure, Unit};
use crate::model::period::Period;
use crate::text::token::{Kind, Token};

/// Words behind which a period is of something else than the value before them.
const BREAKS: [&str; 9] = ["mens", "mod", "men", "end", "siden", "hvor", "hvilket", "og", "samt"];

impl Binder<'_, '_> {
    /// "Pr. 31. december 2021 verserede 12 sager", "ved årets udgang": else the time of writing.
    pub(super) fn time_of_pending(&self) -> Option<Period> {
        let tokens = &self.clause.tokens;
        let dated = tokens.iter().filter(|t| t.kind == Kind::Date).find_map(|t| {
            let digits = t.lower.rsplit(|c: char| !c.is_ascii_digit()).next().filter(|digits| digits.len() == 4)?;
            digits.parse().ok().map(Period::year)
        });
        let over = tokens.windows(2).any(|w| {
            w[0].is("årets") && w[1].is_any(&["udgang", "slutning", "afslutning"])
                || w[0].is("udgangen") && w[1].is("af")
        });
        let spoken = || self.setting.period().filter(|_| over);
        dated.or_else(spoken).or(self.setting.meeting.map(|meeting| Period::year(meeting.year)))
    }

    /// "61 af de 128 afgørelser", "61 ud af 128": the whole of the number before it, which nothing else parts from it.
    fn is_whole_of_part(&self, index: usize) -> bool {
        let values = self.clause.values();
        let pair = index.checked_sub(1).and_then(|before| Some((values.get(before)?, values.get(index)?)));
        let Some((part, whole)) = pair else { return false };
        let between = &self.clause.tokens[part.end..whole.start];
        between.iter().any(|t| t.is("af")) && between.iter().all(|t| t.is_any(&["ud", "af", "de", "i", "alt"]))
    }

    pub(super) fn period(&self, index: usize) -> Option<Period> {
        // "61 af de 128 afgørelser i 2019": the part is of the same time as its whole.
        let start = self.clause.values()[index].start;
        if self.is_whole_of_part(index + 1) && !self.clause.periods.iter().any(|m| m.start < start) {
            return self.period(index + 1);
        }
        let base = self.base(index).or(self.setting.period());
        if let Some(mention) = self.period_of_its_own(index) {
            return self.setting.resolve(mention.named, base);
        }
        let told = self.clause.periods.iter().filter(|m| !is_only_compared(&self.clause.tokens, m));
        // "42,0 (2019: 38,6)": of the number inside.
        let end = self.clause.values()[index].end;
        let told = told.filter(|m| m.start < end || !opens_parenthesis(&self.clause.tokens, m));
        let cues: Vec<_> = told.map(|m| (m.start, m.end, *m)).collect();
        if let Some(mention) = self.cue(index, &cues).or_else(|| self.before_parenthesis(index, &cues)) {
            let end = self.clause.values()[index].end;
            // "er i samme periode gået fra 31 i 2018 til 29 i 2020"
            let year = self.clause.periods.iter().find(|m| m.start > end && m.start <= end + 2);
            let year = year.filter(|m| matches!(m.named, Named::Absolute(_)) && self.attaches(end, m.start));
            if let Some(year) = year.filter(|_| mention.named == Named::Same) {
                return self.setting.resolve(year.named, base);
            }
            let behind = self.clause.periods.iter().find(|m| m.start >= end);
            let behind =
                behind.filter(|m| self.segments[index].tokens.contains(&m.start) && self.attaches(end, m.start));
            // "har i samme periode været 63 i 2015, 58 i 2016": what is named says which time it was.
            if let Some(Mention { named: Named::Absolute(period), start, .. }) = behind
                && mention.named == Named::Same
                && start - end <= 2
            {
                return Some(*period);
            }
            if let Some(part) = behind.filter(|_| mention.start < end).and_then(|m| self.within_year(m)) {
                return Some(part);
            }
            return self
                .last_year(index, mention, base)
                .or_else(|| self.within_year(mention))
                .or_else(|| self.setting.resolve(mention.named, base));
        }
        if let Some(mention) = self.defining_period(index) {
            return self.setting.resolve(mention.named, base);
        }
        if let Some(mention) =
            self.tail(index).and_then(|tail| self.clause.periods.iter().find(|m| tail.contains(&m.start)))
        {
            return self.setting.resolve(mention.named, base);
        }
        self.relative_period(index)
            .or_else(|| {
                self.trailing_period(index)
                    .filter(|_| self.previous(index).is_none_or(|i| self.bindings[i].period.is_none()))
            })
            .and_then(|mention| self.setting.resolve(mention.named, base))
            .or_else(|| self.previous(index).and_then(|i| self.bindings[i].period))
    }

    /// What a period that points to another is seen from: the period of the value before. "8 i 2. kvartal mod 6 i det
    /// foregående kvartal og 5 i samme kvartal året før": of the value that looks back from nowhere.
    fn base(&self, index: usize) -> Option<Period> {
        let named = |i: usize| self.clause.periods.iter().filter(move |m| self.segments[i].tokens.contains(&m.start));
        let part = named(index).any(|m| m.named.looks_back() && m.named != Named::YearBefore);
        let shallow = |i: &usize| self.segments[*i].depth <= self.segments[index].depth;
        let first = (0..index).rev().filter(shallow).find(|&i| !named(i).any(|m| m.named.looks_back()));
        let from = first.filter(|_| part).or(self.previous(index))?;
        self.bindings[from].period
    }

    /// "Siden 2013 er der i alt fundet fejl i 51 procent": of all the time since, whose end is not said.
    pub(super) fn is_of_time_since(&self, index: usize) -> bool {
        let tokens = &self.clause.tokens;
        let start = self.clause.values()[index].start;
        // "omkring 275 i de tre første år", in a text on five of them
        let some = |w: &[Token<'_>]| w[0].is_any(&["første", "sidste", "seneste"]) && w[1].is_any(&["år", "kvartaler"]);
        if self.setting.period().is_some_and(|period| period.to.is_some()) && tokens.windows(2).any(some) {
            return true;
        }
        let since = self.clause.periods.iter().find(|m| m.end <= start && is_since(tokens, m));
        let total = |from: usize| {
            let words = &tokens[from..start];
            words.windows(2).any(|pair| pair[0].is("i") && pair[1].is_any(&["alt", "gennemsnit"]))
                || words.iter().any(|t| t.is_any(&["tilsammen", "samlet", "gennemsnitligt", "ialt"]))
        };
        since.is_some_and(|m| total(m.end) && !self.clause.periods.iter().any(|other| other.start > m.end))
    }

    /// "Af de 126 sager, som Ankestyrelsen afgjorde i 2014, blev 95 stadfæstet": the period between the whole and its parts
    /// says what the whole is of, also where the parts stand nearer.
    fn defining_period(&self, index: usize) -> Option<&Mention> {
        let tokens = &self.clause.tokens;
        let end = self.clause.values()[index].end;
        let next = self.clause.values().get(index + 1)?;
        let mention = self.clause.periods.iter().find(|m| m.start >= end && m.end <= next.start)?;
        let between = &tokens[end..mention.start];
        let preposition = |t: &Token<'_>| t.is_any(&["fra", "i", "for", "af"]);
        let words = between.len() - usize::from(between.last().is_some_and(preposition));
        let mut breaks = between[..words].iter().enumerate().filter(|(at, token)| {
            let relative = between.get(at + 1).is_some_and(|t| t.is_any(&["som", "der"]));
            token.is_any(&BREAKS) || divides(token) && !(token.is_symbol(',') && relative)
        });
        // "32 skal ses i forhold til 2012, hvor den var 35": of the number behind.
        (breaks.next().is_none() && !is_compared(tokens, mention)).then_some(mention)
    }

    /// "mindre end de 42 pct., der blev omgjort i 2019": what happened in a relative clause right behind a number is of the
    /// time there.
    fn period_of_its_own(&self, index: usize) -> Option<&Mention> {
        let tokens = &self.clause.tokens;
        let end = self.clause.values()[index].end;
        let comma = usize::from(tokens.get(end).is_some_and(|t| t.is_symbol(',')));
        let relative = tokens.get(end + comma).is_some_and(|t| t.is_any(&["som", "der"]));
        let from = end + comma + 1;
        let mention = self.clause.periods.iter().find(|m| m.start >= from).filter(|_| relative)?;
        let between = tokens.get(from..mention.start)?;
        let breaks = |t: &Token<'_>| divides(t) || t.number().is_some() || t.is_any(&BREAKS);
        let label = self.labels.iter().any(|label| label.start >= from && label.end <= mention.start);
        (label && between.len() <= 6 && !between.iter().any(breaks)).then_some(mention)
    }

    /// "12 afgjort, 9 stadfæstet, 3 hjemvist i 2021": the one period of a sentence, behind the last of different counts.
    fn trailing_period(&self, index: usize) -> Option<&Mention> {
        let [only] = &self.clause.periods[..] else { return None };
        let last = self.clause.values().len() - 1;
        let end = self.clause.values()[last].end;
        let measure = |index: usize| self.bindings[index].measure.as_ref();
        let count =
            |index: usize| measure(index).is_some_and(|m| *m != Measure::Pending && rate_of(m).as_ref() != Some(m));
        let different = (index..=last).all(count) && (index..last).all(|at| measure(at) != measure(last));
        let breaks = |t: &Token<'_>| {
            matches!(t.kind, Kind::Symbol(';' | ':' | '(' | ')'))
                || t.is_any(&["mens", "mod", "hvor", "men", "end", "før", "fra", "til", "siden"])
        };
        let plain = !self.clause.tokens[self.clause.values()[index].end..only.start.max(end)].iter().any(breaks);
        (last > index && only.start >= end && self.attaches(end, only.start) && different && plain).then_some(only)
    }

    /// "71 procent af de 75 sager, som Ankestyrelsen behandlede sidste år": the one period of a sentence, in a relative
    /// clause behind what is counted.
    fn relative_period(&self, index: usize) -> Option<&Mention> {
        let tokens = &self.clause.tokens;
        let [only] = &self.clause.periods[..] else { return None };
        let between = tokens.get(self.clause.values()[index].end..only.start)?;
        let breaks = |t: &Token<'_>| {
            divides(t) && !t.is_symbol(',') || t.is_any(&["mens", "mod", "hvor", "hvilket", "men", "end", "siden"])
        };
        let relative = between.windows(2).any(|pair| pair[0].is_symbol(',') && pair[1].is_any(&["som", "der"]));
        // "I de to sager, hvor Ankestyrelsen i 2019 ændrede afgørelsen"
        let board = |w: &[Token<'_>]| w[0].is_symbol(',') && w[1].is("hvor") && WORDS.lists.board_names.has(&w[2]);
        let acts = between.windows(3).any(board);
        let last = self.clause.values().iter().all(|value| value.end <= only.start);
        let plain = !between.iter().any(|t| breaks(t) && !(acts && t.is("hvor")));
        ((relative || acts) && last && plain).then_some(only)
    }

    /// "I 2021 blev 12 sager afgjort i februar og 9 i marts": months of the year that the sentence opened with. "Året før lå
    /// procenten for 1. halvår på 31"
    fn within_year(&self, mention: &Mention) -> Option<Period> {
        let Named::PartOnly(from, None) = mention.named else { return None };
        let before = self.clause.periods.iter().rev().filter(|m| m.start < mention.start);
        let year = before.filter_map(|m| match m.named {
            Named::Absolute(period) => period.as_year(),
            Named::YearBefore => self.setting.resolve(m.named, self.setting.period()).map(Period::last_year),
            _ => None,
        });
        year.map(|year| Period::part(year, from)).next()
    }

    /// "På landsplan er procenten 28 i 2023, hvor den i 2022 var 30": the same thing at another time.
    pub(super) fn was_before(&self, previous: usize, index: usize) -> bool {
        let start = self.clause.values()[index].start;
        let between = &self.clause.tokens[self.clause.values()[previous].end..start];
        let same = |w: &[Token<'_>]| w[0].is("hvor") && w[1].is_any(&["den", "det", "tallet", "procenten", "andelen"]);
        let Some(at) = between.windows(2).position(same) else { return false };
        let behind = start - (between.len() - at);
        let within = |at: usize| (behind..start).contains(&at);
        let placed = |tag: &Tag| matches!(tag, Tag::Own | Tag::Nation | Tag::Nameless);
        self.clause.periods.iter().any(|m| within(m.start))
            && !self.clause.places.iter().any(|hit| within(hit.start))
            && !self.clause.terms.iter().any(|hit| within(hit.start) && placed(&hit.tag))
    }

    /// "De to hjemvisninger sidste år" in a paper of 2022, behind figures of 2020: the year before the paper's, not 2019. So
    /// too "41 sager blev afgjort sidste år" behind figures of 2021, where none of 2021 is held against it.
    fn last_year(&self, index: usize, mention: &Mention, base: Option<Period>) -> Option<Period> {
        let tokens = &self.clause.tokens;
        let said = mention.named == Named::LastYear && tokens[mention.start].is("sidste");
        let compared = tokens[..mention.start].last().is_some_and(|t| t.is_any(&["mod", "end", "fra", "periode"]));
        let year = Period::year(self.setting.meeting?.year - 1);
        let base = base.filter(|_| said && !compared && self.clause.periods.len() == 1)?;
        let counts = || {
            let value = &self.clause.values()[index];
            value.kind == ValueKind::Count && value.end <= mention.start
        };
        let held_against = || {
            let only = self.scopes.first().map(|hit| hit.tag.clone()).filter(|_| self.scopes.len() == 1);
            let scope = self.scope(index).or(only).unwrap_or_else(|| self.setting.scope());
            self.setting.said.iter().any(|f| f.period == Some(year) && f.scope == scope && f.unit == Unit::Count)
        };
        (base.last_year() < year.from.year || base == year && counts() && !held_against()).then_some(year)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;
    use crate::extract::extract;

    #[test]
    fn the_whole_is_of_the_year_behind_it() {
        for (said, period) in [
            ("Af kommunens 46 afgjorte sager i 2019 har Ankestyrelsen stadfæstet 31.", "2019"),
            ("Af de 46 sager, som Ankestyrelsen afgjorde i 2019, blev 31 stadfæstet.", "2019"),
            ("Ud af 46 klagesager fra Greve Kommune i 1. halvår 2019 blev 31 stadfæstet.", "2019-H1"),
            ("De 46 sager, der blev afgjort i 2019, endte med 31 stadfæstelser.", "2019"),
            ("Af 46 klager behandlet i 2019 blev 31 stadfæstet, mens det i 2018 gjaldt 22.", "2019"),
            ("I de 46 sager, hvor Ankestyrelsen i 2019 stadfæstede afgørelsen, var den grundig.", "2019"),
            // The year behind a break is that of the part only.
            ("Der blev afgjort 46 sager, og i 2019 blev 31 stadfæstet.", "2021"),
            ("Der blev afgjort 46 sager, hvilket er færre end i 2019, og 31 blev stadfæstet.", "2021"),
        ] {
            let text = format!(
                "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen\n\
                 I 2021 blev 7 sager hjemvist. {said}\n"
            );
            let document = crate::read::read(text.as_bytes(), "a.txt").unwrap();
            let figures = extract(&document).figures;
            let whole = figures.iter().find(|f| f.value == 46.0).unwrap();
            assert_eq!(whole.period.map(|p| p.to_string()).as_deref(), Some(period), "{said}");
        }
    }

    #[test]
    fn each_number_of_a_way_has_its_year() {
        let text = "Omgørelsesprocenten var 32 i 2021. For hele landet er den i samme periode gået fra 31 i 2019 over 30 i 2020 til 29 i 2021.";
        assert_eq!(
            stated(text),
            [
                "Greve 2021 Alle reversal_rate 32",
                "Hele landet 2019 Alle reversal_rate 31",
                "Hele landet 2020 Alle reversal_rate 30",
                "Hele landet 2021 Alle reversal_rate 29",
            ]
        );
    }
}
