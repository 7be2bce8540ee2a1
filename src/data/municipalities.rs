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
