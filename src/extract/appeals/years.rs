//! The year that a chapter's sentences on appeals are about, where they do not say it themselves.

use super::compared;
use crate::extract::named::Named;
use crate::extract::outline::Outline;
use crate::extract::period;
use crate::extract::published::is_publication;
use crate::extract::topics::Topics;
use crate::model::period::{Moment, Period};
use crate::model::source::{Document, Span};
use crate::text::token::tokens;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// How often each year is named.
type Votes = BTreeMap<Period, u32>;

/// So many blocks of a chapter are looked at beside those on appeals.
const MOST_BLOCKS: usize = 200;

/// The years that a document names.
pub(super) struct Years<'d> {
    document: &'d Document,
    lower: &'d str,
    topics: &'d Topics,
    meeting: Option<Moment>,
    /// Those of all its sentences on appeals; asked for where a chapter names two as often, one of them the meeting's.
    of_all: OnceCell<Votes>,
}

impl<'d> Years<'d> {
    pub fn of(document: &'d Document, lower: &'d str, outline: &'d Outline<'_>) -> Self {
        Self { document, lower, topics: &outline.topics, meeting: outline.meeting, of_all: OnceCell::new() }
    }

    /// The year that the sentences on appeals of a part of the text name most often; of two the later, or where that is
    /// the meeting's own the one that all of the document's name more often.
    pub fn usual(&self, span: Span) -> Option<Period> {
        let blocks = &self.document.blocks;
        let first = blocks.partition_point(|b| b.span.start < span.start);
        let inside = || blocks[first..].iter().take_while(|b| b.span.start < span.end).map(|b| b.span);
        // Where no sentence on appeals names a year, the chapter's others may.
        self.most_named(&self.votes(inside().filter(|b| self.topics.name_board(*b))))
            .or_else(|| self.most_named(&self.votes(inside().take(MOST_BLOCKS))))
    }

    fn most_named(&self, votes: &Votes) -> Option<Period> {
        let most = votes.values().max()?;
        let first: Vec<Period> = votes.iter().filter(|(_, count)| *count == most).map(|(year, _)| *year).collect();
        let latest = first.last().copied()?;
        // The year in which the paper was written may be that of anything else; others are what was counted.
        if first.len() == 1 || self.meeting.is_some_and(|meeting| latest.last_year() < meeting.year) {
            return Some(latest);
        }
        let on_appeals = |block: &Span| self.topics.name_board(*block);
        let all = || self.votes(self.document.blocks.iter().map(|b| b.span).filter(on_appeals));
        let all = self.of_all.get_or_init(all);
        first.into_iter().max_by_key(|year| (all.get(year).copied().unwrap_or(0), *year))
    }

    fn votes(&self, blocks: impl Iterator<Item = Span>) -> Votes {
        let mut votes = Votes::new();
        for block in blocks.filter(|block| may_name_a_year(self.document.slice(*block))) {
            let tokens = tokens(&self.document.text, self.lower, block);
            let mentions = period::mentions(&tokens);
            let first_mention = mentions.first().map_or(tokens.len(), |mention| mention.start);
            for mention in mentions {
                // "(31 i 2020)", "(2020: 31)": the year of a number beside.
                let aside = mention.start > 2
                    && tokens[mention.start - 1].is("i")
                    && tokens[..mention.start].iter().rev().take(5).any(|t| t.is_symbol('('))
                    && tokens.get(mention.end).is_some_and(|t| t.is_symbol(')'))
                    || compared::opens_parenthesis(&tokens, &mention)
                    || compared::is_of_other_report(&tokens, &mention)
                    || compared::stands_beside(&tokens, &mention, first_mention)
                    || compared::looks_back(&tokens, &mention);
                if let Named::Absolute(period) = mention.named
                    && !aside
                    && !compared::is_since(&tokens, &mention)
                    && !is_publication(&tokens, &mention)
                    && self.meeting.is_none_or(|m| period.last_year() <= m.year)
                {
                    *votes.entry(period).or_default() += 1;
                }
            }
        }
        // "fra januar til september 2023", "i 1.-3. kvartal 2023": the same time, by the name of its quarters.
        let quarters: Vec<(Period, u32)> = votes.iter().map(|(period, votes)| (*period, *votes)).collect();
        for (period, count) in quarters {
            if let Some(same) = period.as_quarters().filter(|same| votes.contains_key(same)) {
                *votes.entry(same).or_default() += count;
                votes.remove(&period);
            }
        }
        votes
    }
}

/// Without four digits in a row no period can be told.
pub(super) fn may_name_a_year(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}
