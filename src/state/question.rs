//! A question to the worker that is put anew whenever what it is about has changed; a late answer to an older one must
//! not replace a newer one.

/// What was asked last, and whether its answer is still to come. `K` is what it was asked for: a revision, say.
#[derive(Debug)]
pub struct Question<K> {
    /// Counts the questions; the answer bears the number of its own.
    number: u64,
    awaited: bool,
    /// `None` when it has to be put anew.
    asked_for: Option<K>,
}

impl<K> Default for Question<K> {
    fn default() -> Self {
        Self { number: 0, awaited: false, asked_for: None }
    }
}

impl<K: PartialEq> Question<K> {
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        self.awaited
    }

    /// True where it was last put for this, and nothing has changed since.
    #[must_use]
    pub fn was_for(&self, key: &K) -> bool {
        self.asked_for.as_ref() == Some(key)
    }

    /// Puts the question; its number.
    pub fn put(&mut self, key: K) -> u64 {
        self.asked_for = Some(key);
        self.number += 1;
        self.awaited = true;
        self.number
    }

    /// Settles without the worker what it was put for; an answer to an older question is late.
    pub fn settle(&mut self, key: K) {
        self.put(key);
        self.awaited = false;
    }

    /// What is asked has changed: it is to be put anew.
    pub fn outdate(&mut self) {
        self.asked_for = None;
    }

    /// What is asked has changed so that the answer on its way must not be taken either.
    pub fn overtake(&mut self) {
        self.number += 1;
        self.awaited = false;
        self.asked_for = None;
    }

    /// True for the answer to the question that was put last.
    pub fn is_answered_by(&mut self, number: u64) -> bool {
        let is_own = number == self.number;
        self.awaited &= !is_own;
        is_own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_answer_to_the_last_question_counts() {
        let mut question = Question::default();
        let first = question.put(1);
        let second = question.put(2);
        assert!(!question.is_answered_by(first) && question.is_awaited());
        assert!(question.is_answered_by(second) && !question.is_awaited());
        assert!(question.was_for(&2) && !question.was_for(&1));
        question.outdate();
        assert!(!question.was_for(&2) && question.is_answered_by(second));
        let third = question.put(3);
        question.overtake();
        assert!(!question.is_answered_by(third) && !question.is_awaited() && !question.was_for(&3));
    }
}
