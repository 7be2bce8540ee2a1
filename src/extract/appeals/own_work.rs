//! Counts that are not the board's: what the municipality decides, reads or treats anew itself, and single stories.

use super::bind::Binder;
use super::itself::PREPOSITIONS;
use super::label::{Label, LabelKind};
use super::setting::ALL;
use crate::data::word_list::WordList;
use crate::data::words::{Tag, WORDS};
use crate::extract::quantity::percent;
use crate::extract::value::Value;
use crate::model::figure::{Figure, Measure, Place};
use crate::text::token::Token;

impl Binder<'_, '_> {
    /// "fire klager, som er løst i forvaltningen og ikke er sendt videre til Ankestyrelsen"
    pub(super) fn is_not_sent_on(&self) -> bool {
        let sent = self.clause.tokens.iter().position(|t| WORDS.lists.sent_on.has(t));
        let board = |sent: usize| self.clause.tokens[sent..].iter().take(4).any(|t| WORDS.lists.board_names.has(t));
        let denied = |sent: usize| self.clause.tokens[..sent].iter().rev().take(3).any(|t| t.is("ikke"));
        sent.is_some_and(|sent| denied(sent) && board(sent))
    }

    /// "kommunen har genbehandlet 13 sager", "centret traf 3.120 afgørelser": not the board's work.
    pub(super) fn is_own_work(&self, index: usize, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let value = &self.clause.values()[index];
        let board = |t: &Token<'_>| {
            WORDS.lists.board_names.has(t) || t.is_any(&["nævnet", "nævnene", "styrelsen", "ankenævnet"])
        };
        let decider = (0..value.start).any(|at| {
            // "for hele kommunen"
            let before = at.checked_sub(1 + usize::from(at > 1 && tokens[at - 1].is_any(&["hele", "samlede"])));
            let acts = !before.is_some_and(|before| tokens[before].is_any(&PREPOSITIONS));
            // "jobcentret fik afgjort 45 klagesager", "fik kommunen afgjort 45": by others.
            let passive =
                || tokens[at.saturating_sub(1)..value.start].iter().any(|t| t.is_any(&["fik", "får", "fået"]));
            let named = self.clause.places.iter().any(|hit| hit.start == at && tokens[hit.end - 1].is("kommune"));
            (named || self.is_decider(&tokens[at])) && acts && !passive()
        });
        // "De 3.400 afgørelser, kommunen traf i 2021, fordeler sig på tolv teams"
        if label.measure == Measure::Decided && label.start >= value.end && self.does_it(label) {
            return true;
        }
        if label.measure == Measure::Decided && self.takes_decisions(label) {
            return true;
        }
        // "Der blev behandlet 359 sager i handicapafdelingen": no complaints.
        let there = |at: usize| tokens[at - 1].is_any(&["i", "af", "hos"]) && self.is_decider(&tokens[at]);
        let treated = tokens[label.start].is_any(&["behandlet", "behandles", "afsluttet"]);
        let inside = treated
            && !self.has_outcome()
            && !self.clause.names_complaint()
            && !tokens.iter().any(board)
            && (value.end + 1..tokens.len()).any(there);
        if inside && label.measure == Measure::Decided {
            return true;
        }
        // "tallene afviger fra kommunens egen registrering, hvor der blev oprettet 243 sager"
        let own = |w: &[Token<'_>]| w[0].is_any(&["egen", "egne", "eget"]) && WORDS.lists.registers.has(&w[1]);
        if label.measure == Measure::Received && tokens[..value.start].windows(2).any(own) {
            return true;
        }
        let anew = tokens[label.start..].iter().take(6).any(|t| t.is_any(&["ny", "nye"]))
            && tokens.iter().any(|t| t.is_any(&["afgørelse", "afgørelser"]));
        // "Der er truffet nye afgørelser i 21 af de hjemviste sager"
        let came_back = self.clause.has(|tag| *tag == Tag::Outcome(Measure::Remanded));
        let taken = label.measure == Measure::Decided && WORDS.lists.taken.has(&tokens[label.start]);
        if anew && came_back && taken && label.end <= value.start && !tokens.iter().any(board) {
            return true;
        }
        // "Skoleudvalget behandlede 12 sager, heraf 3 fra Ankestyrelsen"
        let before = |back: usize| label.start.checked_sub(back).map(|at| &tokens[at]);
        // "Børneudvalget har i 2021 truffet 12 afgørelser om anbringelse"
        let acts = tokens[..label.start].iter().rposition(|t| t.is_any(&["har", "havde"]));
        let acts = acts.filter(|&has| has > 0 && label.start - has <= 4 && label.start < value.start);
        let decides = acts.is_some_and(|has| {
            let of =
                (0..has).rev().take(6).any(|at| tokens[at].is_any(&["af", "under", "i", "fra", "til", "for", "på"]));
            tokens[has - 1].word().is_some_and(|word| word.ends_with("udvalget")) && !of
        });
        // "Børneudvalget har i 2021 behandlet 6 sager", but not "har fået behandlet"
        let treats = |at: usize| tokens[at].is_any(&["behandlet", "afgjort"]) && !tokens[at - 1].is("fået");
        let takes = |at: usize| WORDS.lists.taken.has(&tokens[at]) || treats(at);
        if decides && label.measure == Measure::Decided && takes(label.start) {
            return true;
        }
        let committee = before(1).and_then(Token::word).is_some_and(|word| word.ends_with("udvalget"))
            && !before(2).is_some_and(|t| t.is_any(&["af", "under", "i", "fra", "til", "for"]));
        if committee && label.measure == Measure::Decided && label.end <= value.start {
            return true;
        }
        // "i 14 af dem traf kommunen den samme afgørelse"
        let inverted = label.start >= value.end
            && tokens[label.start].is_any(&["traf", "træffer", "afgjorde", "behandlede"])
            && tokens.get(label.start + 1).is_some_and(|t| self.is_decider(t));
        // "I 8 af dem var der ikke hørt en læge, inden kommunen afgjorde sagen"
        let before_it = before(2).is_some_and(|t| t.is_any(&["inden", "før", "da"]))
            && before(1).is_some_and(|t| t.is_any(&["den", "de", "man"]) || self.is_decider(t))
            && label.start >= value.end;
        // "i fem af dem har kommunen siden truffet samme afgørelse"
        let since = label.start >= value.end && self.has_done_itself(label);
        if label.measure == Measure::Decided && (inverted || before_it || since) && !tokens.iter().any(board) {
            return true;
        }
        label.measure == Measure::Decided
            && label.end <= value.start
            && decider
            && !tokens.iter().any(board)
            && (!self.has_outcome() || anew)
    }

    /// What the municipality itself decides, and not the board.
    pub(super) fn is_of_the_municipality(&self, value: &Value) -> bool {
        let next = self.clause.tokens.get(value.end);
        // "Af kommunens cirka 9.800 årlige afgørelser": all that it decides.
        next.is_some_and(|t| t.is("årlige"))
    }

    /// "I 11 af dem ændrede kommunen selv mening", "kommunen har siden ændret afgørelsen i 4", "ændret af kommunen": the
    /// municipality's own outcome.
    pub(super) fn is_own_outcome(&self, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let decider = |at: usize| tokens.get(at).is_some_and(|t| self.is_decider(t));
        let board = tokens.iter().any(|t| WORDS.lists.board_names.has(t));
        // "nævnene enige med kommunen" names with whom.
        let with = label.end > 0 && tokens[label.end - 1].is_any(&["med", "i"]);
        let board = board && tokens[..label.start].iter().any(|t| WORDS.lists.board_names.has(t));
        let by_whom = decider(label.end) && !board && !with;
        let by_decider = tokens.get(label.end).is_some_and(|t| t.is("af")) && decider(label.end + 1);
        let acts = self.does_it(label);
        // "Jobcentret har i 1. halvår selv registreret 20 klager"
        let itself = label.measure == Measure::Received && label.start > 0 && tokens[label.start - 1].is("selv");
        // "29 klager blev fastholdt ved genvurderingen"
        let small = |t: &Token<'_>| t.is_any(&["den", "kommunens", "forvaltningens", "en", "sin", "egen", "vores"]);
        let behind = tokens[label.end..].iter().skip(1).find(|t| !small(t));
        let looked_at_anew = tokens.get(label.end).is_some_and(|t| t.is_any(&["ved", "i", "efter", "under", "gennem"]))
            && behind.is_some_and(|t| WORDS.lists.reassessed.has(t));
        // "Efter genvurdering er 17 afgørelser ændret til fordel for borgeren"
        let anew = |w: &[Token<'_>]| {
            w[0].is_any(&["efter", "ved", "kommunens", "forvaltningens", "den"]) && WORDS.lists.reassessed.has(&w[1])
        };
        let looked_at_anew = looked_at_anew
            || tokens[..label.start].windows(2).any(anew)
                && !tokens[..label.start].iter().any(|t| WORDS.lists.board_names.has(t));
        // "12 sager er efter fornyet behandling blevet ændret"
        let came_back = |w: &[Token<'_>]| {
            w[0].is("efter")
                && w[1].is_any(&["fornyet", "ny"])
                && w[2].is_any(&["behandling", "vurdering", "afgørelse"])
        };
        let came_back = !tokens.iter().any(|t| WORDS.lists.board_names.has(t))
            && tokens[..label.start].windows(3).rev().take(4).any(came_back);
        // "I 4 af de 5 hjemviste sager er den nye afgørelse blevet til borgerens fordel"
        let renewed = |w: &[Token<'_>]| {
            w[0].is_any(&["den", "de"]) && w[1].is("nye") && w[2].is_any(&["afgørelse", "afgørelser"])
        };
        let renewed = tokens[..label.start].windows(3).any(renewed);
        let by_whom = by_whom || looked_at_anew || came_back || renewed;
        label.kind == LabelKind::Outcome && (by_whom || by_decider || acts || self.has_done_itself(label))
            || itself && (0..label.start).any(decider)
            || self.is_registered_by_others(label)
    }

    /// "Leverandørerne har registreret 27 klager": neither the municipality nor the board did.
    fn is_registered_by_others(&self, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let active = label.start > 1 && tokens[label.start - 1].is_any(&["har", "havde"]);
        let registered = tokens[label.start].word().is_some_and(|w| w.starts_with("registrere"));
        let whose = |t: &Token<'_>| WORDS.lists.board_names.has(t) || self.is_decider(t) || t.is("der");
        active && registered && self.clause.places.is_empty() && !tokens.iter().any(whose)
    }

    /// "Der træffes skønsmæssigt 12.000 afgørelser om året": what the municipality decides all the time.
    pub(super) fn is_yearly_work(&self, index: usize, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let yearly = tokens.iter().any(|t| WORDS.lists.estimated.has(t))
            || tokens.windows(2).any(|w| {
                (w[0].is_any(&["om", "hvert"]) && w[1].is_any(&["året", "år"])) || (w[0].is("pr") && w[1].is("år"))
            });
        // "Der blev truffet 9.000 afgørelser, så mindre end 1 pct. ender i Ankestyrelsen"
        let share = tokens.windows(3).any(|w| {
            w[0].is_any(&["ender", "endte", "havner", "havnede", "lander", "landede"])
                && w[1].is_any(&["i", "hos"])
                && WORDS.lists.board_names.has(&w[2])
        });
        if label.measure == Measure::Decided && share && !self.has_outcome() {
            return true;
        }
        label.measure == Measure::Decided
            && (yearly || self.is_all_that_is_decided(index, label))
            && !self.has_outcome()
            && !tokens[..label.start].iter().any(|t| WORDS.lists.board_names.has(t))
    }

    /// "Der er i 2016 truffet ca. 9.000 afgørelser på de områder": many, near enough, and by nobody that is named; the
    /// board's decisions are counted.
    fn is_all_that_is_decided(&self, index: usize, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let value = &self.clause.values()[index];
        let taken = WORDS.lists.taken.has(&tokens[label.start]);
        let noun = tokens[value.end..].iter().take(2).any(|t| t.is("afgørelser"));
        // "så under 4 procent påklages til Ankestyrelsen": where they go, not who made them.
        let reaches = |at: usize| at > 0 && tokens[at - 1].is_any(&["til", "i", "hos", "for"]);
        // "så kun 1 pct. af afgørelserne er behandlet af Ankestyrelsen": what the board saw, beside the number of all.
        let small =
            |n: usize| tokens[n].number().is_some_and(|(share, _)| share < 10.0) && percent(tokens, n + 1).is_some();
        let share = (value.end..tokens.len()).find(|&n| small(n));
        let board =
            (0..share.unwrap_or(tokens.len())).any(|at| WORDS.lists.board_names.has(&tokens[at]) && !reaches(at));
        let total = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered) && !f.is_nation();
        let said = || self.setting.said.iter().rev().take(100).filter(total).map(|f| f.value).fold(0.0, f64::max);
        let round = value.hedge.is_some() && value.value % 10.0 == 0.0;
        let many = value.value >= 200.0 && (round || (said() > 0.0 && value.value > 8.0 * said()));
        let many = many || value.value >= 2000.0;
        taken && noun && many && !board && self.setting.own != Some(Place::NATION)
    }

    /// "12 klager er sendt videre til behandling i Ankestyrelsen": on their way, and not lying there.
    fn is_sent_on(&self, label: &Label) -> bool {
        label.measure == Measure::Pending && self.clause.has_any(&WORDS.lists.sent_on)
    }

    /// "som borgerne ikke klagede over": what did not happen.
    pub(super) fn is_denied(&self, label: &Label) -> bool {
        if self.is_sent_on(label) {
            return true;
        }
        let before = &self.clause.tokens[label.start.saturating_sub(3)..label.start];
        let stops = before.iter().rposition(|t| t.word().is_none()).map_or(0, |at| at + 1);
        let denied = label.kind == LabelKind::Act
            && label.measure != Measure::Pending
            && before[stops..].iter().any(|t| t.is("ikke"));
        // "11 klager nåede slet ikke at blive behandlet"
        let passive = |t: &Token<'_>| t.is_any(&["at", "blive", "blevet", "være", "været", "kunne", "kunnet", "kan"]);
        let far = self.clause.tokens[..label.start].iter().rev().take(4).find(|t| !passive(t));
        let denied = denied || label.measure == Measure::Decided && far.is_some_and(|t| t.is("ikke"));
        if label.measure == Measure::Received && (self.is_brought_elsewhere(label) || self.cannot_be_brought(label)) {
            return true;
        }
        // "De to hjemviste sager er begge afgjort på ny"
        let behind = &self.clause.tokens[label.end..];
        let anew = behind.first().is_some_and(|t| t.is("igen"))
            || behind.first().is_some_and(|t| t.is("på")) && behind.get(1).is_some_and(|t| t.is("ny"));
        if anew && label.measure == Measure::Decided {
            return true;
        }
        // "60 klager under behandling i kommunens genvurdering"
        let names = |list: &WordList| self.clause.tokens.iter().any(|t| list.has(t));
        // "14 klager over sagsbehandlingen": not over a decision.
        let over_service =
            self.clause.tokens.windows(2).any(|w| w[0].is("over") && WORDS.lists.complained_of.has(&w[1]));
        // "Fem klager over afgørelser truffet i 2019 er talt med ovenfor"
        let counted =
            self.clause.tokens.windows(2).any(|w| w[0].is_any(&["talt", "regnet", "tællet"]) && w[1].is("med"))
                || self.clause.tokens.iter().any(|t| t.is_any(&["medregnet", "medtalt", "indregnet"]));
        if counted && label.kind == LabelKind::Act && !self.clause.has_word(&["ikke", "når", "hvor"]) {
            return true;
        }
        if over_service && matches!(label.measure, Measure::Received) {
            return true;
        }
        denied || (names(&WORDS.lists.reassessed) && !names(&WORDS.lists.board_names))
    }

    /// "klaget over 84 afgørelser til kommunen selv", "påklaget til Statsforvaltningen": before somebody else. (The boards
    /// before 2013 sat with the latter.)
    fn is_brought_elsewhere(&self, label: &Label) -> bool {
        let behind = &self.clause.tokens[label.end..];
        let to =
            behind.iter().position(|t| t.is_any(&["til", "for"]) || t.is_symbol(',') || WORDS.lists.board_names.has(t));
        let Some([preposition, whom, ..]) = to.and_then(|to| behind.get(to..)) else { return false };
        let old = self.setting.meeting.is_none_or(|meeting| meeting.year < 2014);
        let state = whom.word().is_some_and(|w| w.starts_with("statsforvaltning")) && !old;
        let state = state || whom.word().is_some_and(|w| w.starts_with("domstol") || w.ends_with("retten"));
        preposition.word().is_some() && (state || preposition.is("til") && self.is_decider(whom) && !whom.is("vi"))
    }

    /// "én familie har klaget fire gange": a story of a few, no statistics.
    pub(super) fn tells_of_one(&self) -> bool {
        let each = self.clause.has_word(&["gange"]) && self.clause.has_word(&["hver", "samme"]);
        each || self.clause.has_any(&WORDS.lists.individuals)
    }

    /// "Fem af hjemvisningerne handler om udgifter", "vi har gennemgået 20 hjemviste sager": some of them, as somebody
    /// chose.
    pub(super) fn is_choice(&self, index: usize, label: Option<&Label>) -> bool {
        let tokens = &self.clause.tokens;
        let value = &self.clause.values()[index];
        let of = tokens.get(value.end).is_some_and(|t| t.is("af"));
        let definite = |at: usize| {
            let word = tokens.get(at).and_then(|t| t.word()).unwrap_or_default();
            word.ends_with("erne") || word.ends_with("sagerne")
        };
        let noun = value.end + 1 + usize::from(tokens.get(value.end + 1).is_some_and(|t| t.is_any(&["de", "disse"])));
        // The word itself is what they are some of: "fem af hjemvisningerne", "to af de hjemviste sager".
        let some_of = match label {
            Some(label) => {
                label.kind == LabelKind::Outcome
                    && of
                    && label.start == noun
                    && (definite(noun) || noun > value.end + 1)
                    && !self.parts_outcome_by_paragraph(index, label)
            }
            // "Kortet viser 16 afgørelser. 13 af afgørelserne vedrører § 100": the part of a total that a paragraph has.
            None => of && definite(noun) && !self.parts_total_by_paragraph(index),
        };
        let attribute = label.is_some_and(|label| {
            label.kind == LabelKind::Outcome
                && label.start == value.end
                && self.clause.terms.iter().any(|hit| hit.start == label.end && hit.tag == Tag::Cases)
        });
        let all = value.start > 0 && tokens[value.start - 1].is_any(&["de", "alle", "samtlige", "disse"]);
        let read = || tokens[..value.start].iter().rev().take(6).any(|t| WORDS.lists.looked_at.has(t));
        // "har gennemgået 30 sager efter barnets lov", "ledelsestilsynet omfattede 60 sager"
        let chosen = label.is_none() && !all && {
            // "et forløb med Task Force, der omfatter 60 sager"
            let begins = |at: usize| {
                tokens[at].is_symbol(',') && !tokens.get(at + 1).is_some_and(|t| t.is_any(&["der", "som", "hvor"]))
            };
            let clause = (0..value.start).rev().find(|&at| begins(at)).map_or(0, |at| at + 1);
            // "gennemgik i 2021 i alt 30 sager"
            let small = |t: &Token<'_>| t.is_any(&["i", "alt", "ca", "omkring"]) || t.year().is_some();
            let said = tokens[clause..value.start].iter().rev().take_while(|t| small(t)).count();
            let near = clause.max((value.start - said).saturating_sub(3));
            tokens[near..value.start].iter().any(|t| WORDS.lists.looked_at.has(t))
                || tokens[clause..value.start].iter().any(|t| WORDS.lists.samples.has(t) || WORDS.lists.picked.has(t))
        };
        // "I alt er 90 afgørelser læst", "60 sager er blevet gennemgået"
        let noun = value.end + usize::from(tokens.get(value.end).is_some_and(|t| WORDS.case_nouns.has(t)));
        let auxiliary = |t: &&Token<'_>| t.is_any(&["er", "blev", "bliver", "blevet", "var"]);
        let verb = noun + tokens[noun..].iter().take(2).take_while(auxiliary).count();
        let looked_at = tokens.get(verb).is_some_and(|t| WORDS.lists.looked_at.has(t));
        let chosen = chosen || label.is_none() && !all && looked_at;
        some_of || chosen || self.is_held_by_review(value.start) || (attribute && !all && read())
    }

    /// "Gennemgangen omfatter 60 sager og ventes afsluttet til maj"
    fn is_held_by_review(&self, value: usize) -> bool {
        let tokens = &self.clause.tokens;
        let stems = ["gennemgang", "undersøgelse", "analyse", "audit"];
        let review = tokens[0].word().is_some_and(|word| stems.iter().any(|stem| word.starts_with(stem)));
        let holds = |t: &Token<'_>| t.is_any(&["omfatter", "omfattede", "omfattet", "dækker", "dækkede", "rummer"]);
        let board = || tokens.iter().any(|t| WORDS.lists.board_names.has(t));
        review && tokens[..value].iter().rev().take(4).any(holds) && !board()
    }

    /// "3 er hjemvist. To af de hjemviste sager handler om § 100": the part of a stated outcome that a paragraph has.
    fn parts_outcome_by_paragraph(&self, index: usize, label: &Label) -> bool {
        let segment = &self.segments[index].tokens;
        let last = self.setting.said.iter().rev().find(|f| f.measure == label.measure);
        let part =
            last.is_some_and(|f| self.clause.values()[index].value <= f.value && f.scope == self.setting.scope());
        part && self.scopes.iter().any(|hit| segment.contains(&hit.start) && hit.tag.contains('§'))
    }

    /// Is a value's only cue a paragraph of the law, behind a sentence that gave a total?
    fn parts_total_by_paragraph(&self, index: usize) -> bool {
        let segment = &self.segments[index].tokens;
        let total = matches!(self.setting.thread.count, Some(Measure::Decided | Measure::Considered));
        // "12 af sagerne vedrører serviceloven": the law's, where all laws were spoken of.
        let own = |scope: &str| scope.contains('§') || scope != ALL && self.setting.scope() == ALL;
        total && self.scopes.iter().any(|hit| segment.contains(&hit.start) && own(&hit.tag))
    }

    /// "0,08 procent af alle afgørelser", "under 2 pct. ankes": a share of all that the municipality decides.
    pub(super) fn is_share_of_everything(&self, index: usize, measure: &Measure) -> bool {
        let value = &self.clause.values()[index];
        let segment = &self.segments[index];
        let words = &self.clause.tokens[segment.tokens.clone()];
        let all = words.iter().any(|t| t.is_any(&["alle", "samtlige", "samlede", "mange"]));
        let decisions = words.iter().any(|t| WORDS.lists.all_decisions.has(t));
        let board = words.iter().any(|t| {
            t.is_any(&[
                "ankestyrelsen",
                "ankestyrelsens",
                "afgjorte",
                "behandlede",
                "realitetsbehandlede",
                "klager",
                "klagesager",
                "påklagede",
                "ankesager",
            ])
        });
        // "15 procent af alle de sager, der behandles i Greve Kommune"
        let treated = |w: &[Token<'_>]| {
            w[0].is_any(&["der", "som"]) && w[1].is_any(&["behandles", "afgøres", "behandlede"]) && w[2].is("i")
        };
        if all && words.iter().any(|t| t.is("sager")) && self.clause.tokens[value.end..].windows(3).any(treated) {
            return true;
        }
        let rate_named = self.labels.iter().any(|l| l.kind == LabelKind::Rate);
        // "godt 1 % af alle afgørelser, som prøves i Ankestyrelsen"
        let small = value.value < 10.0 && words.iter().any(|t| WORDS.lists.brought.has(t));
        // "godt 1 % af afgørelserne, der prøves": with an outcome beside it "afgørelserne" may be the board's.
        let decisions = decisions || small && words.iter().any(|t| t.is("afgørelserne")) && !self.has_outcome();
        (value.value > 0.0 && value.value < 1.0 && *measure != Measure::DismissedRate)
            || ((all && decisions && !board || small && decisions) && !rate_named && words.iter().any(|t| t.is("af")))
    }
}
