//! The 98 municipalities: names, codes, regions, Danmarks Statistik's five groups, and the forms that texts use.

use serde::Deserialize;
use std::sync::LazyLock;

/// One municipality of `assets/municipalities.ron`.
#[derive(Clone, Debug, Deserialize)]
pub struct Municipality {
    /// The official name without "Kommune".
    pub name: String,
    /// Danmarks Statistik's code, 101-860.
    pub code: u16,
    /// "Region Hovedstaden", ...
    pub region: String,
    pub group: Group,
    /// Other forms that texts use ("Aarhus" for "Århus", "Mors" for "Morsø"); genitives are made by rule.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// Danmarks Statistik's five municipality groups (Kommunegrupper v1:2018).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub enum Group {
    Capital,
    Metropolitan,
    Provincial,
    Commuter,
    Rural,
}

static ALL: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    let source = include_str!("../../assets/municipalities.ron");
    ron::from_str(source).unwrap_or_else(|error| panic!("assets/municipalities.ron: {error}"))
});

/// All municipalities, ordered by code.
#[must_use]
pub fn all() -> &'static [Municipality] {
    &ALL
}

/// The municipality with this code, if there is one.
#[must_use]
pub fn by_code(code: u16) -> Option<&'static Municipality> {
    all().binary_search_by_key(&code, |one| one.code).ok().map(|at| &all()[at])
}

/// The municipality that a text calls by this name: the official name or another form of it, with or without
/// "Kommune" and the genitive's s. Letters may be large or small ("REBILD KOMMUNE").
#[must_use]
pub fn by_name(text: &str) -> Option<&'static Municipality> {
    let text = text.trim().to_lowercase();
    let name = ["regionskommunes", "regionskommune", "kommunes", "kommune"]
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(&text)
        .trim_end();
    // The name itself first: Assens and Nordfyns end in an s that is no genitive.
    [Some(name), name.strip_suffix('s'), name.strip_suffix('\'')]
        .into_iter()
        .flatten()
        .find_map(|wanted| all().iter().find(|one| one.forms().any(|form| form.to_lowercase() == wanted)))
}

impl Municipality {
    /// The official name, then the other forms that texts use.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn all_98_are_there_once_and_in_order() {
        assert_eq!(all().len(), 98);
        assert!(all().windows(2).all(|pair| pair[0].code < pair[1].code), "codes must rise");
        assert!(all().iter().all(|one| (101..=860).contains(&one.code)));
        let forms: Vec<String> = all().iter().flat_map(Municipality::forms).map(str::to_lowercase).collect();
        let different: BTreeSet<&String> = forms.iter().collect();
        assert_eq!(different.len(), forms.len(), "one form must not mean two municipalities");
    }

    #[test]
    fn regions_and_groups_have_their_sizes() {
        let mut regions: BTreeMap<&str, usize> = BTreeMap::new();
        let mut groups: BTreeMap<Group, usize> = BTreeMap::new();
        for one in all() {
            *regions.entry(&one.region).or_default() += 1;
            *groups.entry(one.group).or_default() += 1;
        }
        let regions: Vec<_> = regions.into_iter().collect();
        assert_eq!(
            regions,
            [
                ("Region Hovedstaden", 29),
                ("Region Midtjylland", 19),
                ("Region Nordjylland", 11),
                ("Region Sjælland", 17),
                ("Region Syddanmark", 22),
            ]
        );
        let groups: Vec<_> = groups.into_iter().collect();
        let sizes = [24, 3, 16, 24, 31];
        let order = [Group::Capital, Group::Metropolitan, Group::Provincial, Group::Commuter, Group::Rural];
        assert_eq!(groups, order.into_iter().zip(sizes).collect::<Vec<_>>());
    }

    #[test]
    fn codes_are_found() {
        for (code, name) in [(101, "København"), (350, "Lejre"), (751, "Aarhus"), (860, "Hjørring")] {
            assert_eq!(by_code(code).map(|one| one.name.as_str()), Some(name));
        }
        assert_eq!(by_code(411).map(|one| one.name.as_str()), None, "Christiansø is no municipality");
    }

    #[test]
    fn names_are_found_as_texts_write_them() {
        for (text, name) in [
            ("Lejre", "Lejre"),
            ("Lejre Kommune", "Lejre"),
            ("Herning Kommunes", "Herning"),
            ("Københavns Kommune", "København"),
            ("Hvidovres", "Hvidovre"),
            ("Århus", "Aarhus"),
            ("Århus'", "Aarhus"),
            ("Aarhus Kommune", "Aarhus"),
            ("Mors", "Morsø"),
            ("Nordfyn", "Nordfyns"),
            ("Nordfyns Kommune", "Nordfyns"),
            ("Assens", "Assens"),
            ("Høje Tåstrup", "Høje-Taastrup"),
            ("Lyngby-Tårbæk Kommune", "Lyngby-Taarbæk"),
            ("Fåborg-Midtfyn", "Faaborg-Midtfyn"),
            ("Vesthimmerland", "Vesthimmerlands"),
            ("BRØNDERSLEV KOMMUNE", "Brønderslev"),
            ("Bornholms Regionskommune", "Bornholm"),
        ] {
            assert_eq!(by_name(text).map(|one| one.name.as_str()), Some(name), "{text}");
        }
        for text in ["", "Kommune", "Sorte", "Helsing", "Region Sjælland", "København Nord"] {
            assert_eq!(by_name(text).map(|one| one.name.as_str()), None, "{text}");
        }
    }
}
