//! Which guideline caseload fits which target group, by the words of their labels: `assets/guidelines.ron`.

use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A subject that labels of guidelines and of target groups speak of.
#[derive(Clone, Debug, Deserialize)]
struct Subject {
    subject: String,
    /// Any of them, in lower case, anywhere in the label.
    words: Vec<String>,
    /// None of them.
    unless: Vec<String>,
}

static ALL: LazyLock<Vec<Subject>> = LazyLock::new(|| {
    let source = include_str!("../../assets/guidelines.ron");
    ron::from_str(source).unwrap_or_else(|error| panic!("assets/guidelines.ron: {error}"))
});

/// How a guideline's label fits a target group's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They speak of the same; `narrower` where the group holds more than the guideline.
    Fits { narrower: bool },
    /// The guideline joins this group with others that stand apart: it says nothing of this one alone.
    Joint,
    /// They speak of different things, or one of nothing that is known.
    Apart,
}

fn subjects(label: &str) -> BTreeSet<&'static str> {
    let label = label.to_lowercase();
    let holds = |words: &[String]| words.iter().any(|word| label.contains(word.as_str()));
    ALL.iter().filter(|s| holds(&s.words) && !holds(&s.unless)).map(|s| s.subject.as_str()).collect()
}

/// Compares a guideline's label with a target group's.
#[must_use]
pub fn fit(guideline: &str, group: &str) -> Fit {
    let (guideline, group) = (subjects(guideline), subjects(group));
    if guideline.is_disjoint(&group) {
        Fit::Apart
    } else if guideline.is_subset(&group) {
        Fit::Fits { narrower: guideline.len() < group.len() }
    } else {
        Fit::Joint
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_meet_by_their_words() {
        let exact = Fit::Fits { narrower: false };
        let narrower = Fit::Fits { narrower: true };
        for (guideline, group, expected) in [
            ("Sygedagpengeområdet", "Almindelige sygedagpenge", exact),
            ("Jobparate borgere over 30 år", "Jobparate, Integration", narrower),
            ("Aktivitetsparate borgere over 30 år", "Aktivitetsparate + Revalidender", narrower),
            ("Ressourceforløb, fleksjob mm", "Borgere i ressourceforløb", Fit::Joint),
            ("Ressourceforløb, fleksjob mm", "Fleksjobbere + LY", Fit::Joint),
            ("Ressourceforløb, fleksjob mm", "Fleksjob og ressourceforløb", exact),
            ("Sygedagpengeområdet", "A-dagpenge", Fit::Apart),
            ("Jobparate borgere over 30 år", "Ikke-jobparate", Fit::Apart),
            ("Andet", "Andet", Fit::Apart),
        ] {
            assert_eq!(fit(guideline, group), expected, "{guideline} / {group}");
        }
    }
}
