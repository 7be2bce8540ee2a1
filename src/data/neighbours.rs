//! Which municipalities are neighbours: by a border on land, or by a road bridge over a sound.

use crate::data::municipalities::{self, Municipality};
use serde::Deserialize;
use std::sync::LazyLock;

/// `assets/neighbours.ron`, by the municipalities' official names.
#[derive(Debug, Deserialize)]
struct Neighbours {
    borders: Vec<(String, Vec<String>)>,
    /// The bridge's name and its two ends.
    bridges: Vec<(String, String, String)>,
}

static KNOWN: LazyLock<Neighbours> = LazyLock::new(|| {
    let source = include_str!("../../assets/neighbours.ron");
    ron::from_str(source).unwrap_or_else(|error| panic!("assets/neighbours.ron: {error}"))
});

/// The neighbours of a municipality, ordered by code; none for the islands that only ferries reach.
#[must_use]
pub fn of(one: &Municipality) -> Vec<&'static Municipality> {
    let borders = KNOWN.borders.iter().filter(|(name, _)| *name == one.name).flat_map(|(_, names)| names);
    let bridges = KNOWN.bridges.iter().filter_map(|(_, from, to)| match () {
        () if *from == one.name => Some(to),
        () if *to == one.name => Some(from),
        () => None,
    });
    let mut neighbours: Vec<_> = borders.chain(bridges).filter_map(|name| municipalities::by_name(name)).collect();
    neighbours.sort_unstable_by_key(|neighbour| neighbour.code);
    neighbours
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(of_whom: &str) -> Vec<&'static str> {
        let one = municipalities::by_name(of_whom).unwrap_or_else(|| panic!("{of_whom}"));
        of(one).iter().map(|neighbour| neighbour.name.as_str()).collect()
    }

    #[test]
    fn every_name_is_an_official_one_and_stands_once() {
        let heads = KNOWN.borders.iter().map(|(name, _)| name);
        let ends = KNOWN.bridges.iter().flat_map(|(_, from, to)| [from, to]);
        let all = heads.clone().chain(KNOWN.borders.iter().flat_map(|(_, names)| names)).chain(ends);
        for name in all {
            assert!(municipalities::all().iter().any(|one| one.name == *name), "{name}");
        }
        let mut once: Vec<&String> = heads.collect();
        once.sort_unstable();
        assert!(once.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn neighbours_are_mutual_and_never_oneself() {
        for one in municipalities::all() {
            let neighbours = of(one);
            assert!(neighbours.windows(2).all(|pair| pair[0].code < pair[1].code), "{} twice", one.name);
            for neighbour in neighbours {
                assert_ne!(neighbour.code, one.code);
                let back = of(neighbour).iter().any(|other| other.code == one.code);
                assert!(back, "{} names {}, but not the other way", one.name, neighbour.name);
            }
        }
    }

    #[test]
    fn known_neighbours_come_out() {
        assert_eq!(names("Rødovre"), ["København", "Brøndby", "Glostrup", "Herlev", "Hvidovre"]);
        assert_eq!(names("Lejre"), ["Frederikssund", "Køge", "Roskilde", "Holbæk", "Ringsted"]);
        assert_eq!(names("Hvidovre"), ["København", "Brøndby", "Rødovre"]);
        assert_eq!(names("Frederiksberg"), ["København"]);
        assert_eq!(names("Morsø"), ["Skive", "Thisted"], "over the bridges");
        assert_eq!(names("Middelfart"), ["Assens", "Nordfyns", "Fredericia"]);
        for island in ["Bornholm", "Fanø", "Læsø", "Samsø", "Ærø"] {
            assert!(names(island).is_empty(), "{island}");
        }
        let without = municipalities::all().iter().filter(|one| of(one).is_empty()).count();
        assert_eq!(without, 5);
    }
}
