//! Undo and redo: each step as plain data, what was before and what is after.

use crate::chart::Choice;
use crate::command::Input;
use crate::model::correction::Correction;

/// How many steps are kept.
const MOST: usize = 300;

/// Something that can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// What the user decided about figures and documents; the key names what was done.
    Corrections {
        key: &'static str,
        before: Vec<Correction>,
        after: Vec<Correction>,
    },
    Choice {
        before: Choice,
        after: Choice,
    },
    /// Documents that were closed.
    Closed(Vec<Input>),
}

impl Step {
    /// The key of the words for what was done.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Corrections { key, .. } => key,
            Self::Choice { .. } => "undo-choice",
            Self::Closed(_) => "undo-close",
        }
    }
}

/// The steps that can be taken back, and those that can be done again.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
}

impl History {
    /// Notes what was done; what was taken back before is forgotten.
    pub fn push(&mut self, step: Step) {
        self.future.clear();
        self.past.push(step);
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }

    /// The step to take back.
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.past.pop()?;
        self.future.push(step.clone());
        Some(step)
    }

    /// The step to do again.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.future.pop()?;
        self.past.push(step.clone());
        Some(step)
    }

    /// What would be taken back.
    #[must_use]
    pub fn past(&self) -> Option<&Step> {
        self.past.last()
    }

    /// What would be done again.
    #[must_use]
    pub fn future(&self) -> Option<&Step> {
        self.future.last()
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_back_and_forth_until_something_new_is_done() {
        let closed = |name: &str| Step::Closed(vec![Input::File(name.into())]);
        let mut history = History::default();
        history.push(closed("a"));
        history.push(closed("b"));
        assert_eq!(history.undo(), Some(closed("b")));
        assert_eq!(history.redo(), Some(closed("b")));
        assert_eq!((history.undo(), history.undo(), history.undo()), (Some(closed("b")), Some(closed("a")), None));
        history.push(closed("c"));
        assert_eq!(history.redo(), None);
        for n in 0..MOST * 2 {
            history.push(closed(&n.to_string()));
        }
        assert_eq!(history.past.len(), MOST);
    }
}
