//! Undo and redo: each step as plain data, what was before and what is after.

use super::document::OpenDocument;
use crate::chart::Choice;
use crate::command::Input;
use crate::model::correction::Correction;

/// How many steps are kept.
const MOST: usize = 300;

/// Something that can be taken back.
#[derive(Clone, Debug)]
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
    /// Documents that were opened.
    Opened(Vec<Input>),
    /// Documents that were closed, as they were.
    Closed(Vec<OpenDocument>),
}

impl Step {
    /// The key of the words for what was done.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Corrections { key, .. } => key,
            Self::Choice { .. } => "undo-choice",
            Self::Opened(_) => "undo-open",
            Self::Closed(_) => "undo-close",
        }
    }

    /// How many documents it is about, and the name of the first; 0 where it is about none.
    #[must_use]
    pub fn documents(&self) -> (usize, String) {
        let first = match self {
            Self::Opened(inputs) => inputs.first(),
            Self::Closed(documents) => documents.first().map(|document| &document.input),
            Self::Corrections { .. } | Self::Choice { .. } => None,
        };
        let count = match self {
            Self::Opened(inputs) => inputs.len(),
            Self::Closed(documents) => documents.len(),
            Self::Corrections { .. } | Self::Choice { .. } => 0,
        };
        (count, first.map(Input::name).unwrap_or_default())
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

    /// Notes a step about documents, if it is about any.
    pub fn push_filled(&mut self, step: Step) {
        if step.documents().0 > 0 {
            self.push(step);
        }
    }

    /// A folder that was opened turned out to be these files.
    pub fn replace_opened(&mut self, folder: &Input, files: &[Input]) {
        for step in self.past.iter_mut().chain(&mut self.future) {
            if let Step::Opened(inputs) = step
                && let Some(at) = inputs.iter().position(|input| input == folder)
            {
                inputs.splice(at..=at, files.iter().cloned());
            }
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

    fn opened(name: &str) -> Step {
        Step::Opened(vec![Input::File(name.into())])
    }

    fn name(step: Option<Step>) -> Option<String> {
        step.map(|step| step.documents().1)
    }

    #[test]
    fn steps_go_back_and_forth_until_something_new_is_done() {
        let some = |name: &str| Some(name.to_owned());
        let mut history = History::default();
        history.push(opened("a"));
        history.push(opened("b"));
        assert_eq!(name(history.undo()), some("b"));
        assert_eq!(name(history.redo()), some("b"));
        assert_eq!((name(history.undo()), name(history.undo()), name(history.undo())), (some("b"), some("a"), None));
        history.push(opened("c"));
        assert_eq!(name(history.redo()), None);
        history.push_filled(Step::Opened(Vec::new()));
        assert_eq!(name(history.past().cloned()), some("c"), "nothing was opened");
        for n in 0..MOST * 2 {
            history.push(opened(&n.to_string()));
        }
        assert_eq!(history.past.len(), MOST);
    }

    #[test]
    fn a_folder_is_taken_back_as_its_files() {
        let mut history = History::default();
        history.push(opened("mappe"));
        let files = ["mappe/a", "mappe/b"].map(|name| Input::File(name.into()));
        history.replace_opened(&Input::File("mappe".into()), &files);
        assert_eq!(history.past().map(Step::documents), Some((2, "a".to_owned())));
    }
}
