//! Tab stops: where the cells of a line stand that tabs divide. Headings over several columns have fewer stops than the
//! lines below them.

use super::xml::Attributes;
use crate::model::source::BlockKind;

/// How far from the middle of its columns a heading may stand, as a part of their mean width.
const OFF: f32 = 0.6;

/// What of a cell stands at its stop.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    Left,
    Middle,
    Right,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    at: f32,
    side: Side,
}

impl Stop {
    /// The stop that an element of a paragraph's own properties sets.
    pub fn of(attributes: &Attributes<'_>) -> Option<Self> {
        let at = attributes.get("pos")?.parse().ok()?;
        let side = match attributes.get("val").as_deref() {
            Some("left" | "start") => Side::Left,
            Some("center") => Side::Middle,
            Some("right" | "end" | "decimal") => Side::Right,
            _ => return None,
        };
        Some(Self { at, side })
    }
}

/// A line with tabs that waits for the line below it.
#[derive(Debug)]
pub struct Held {
    pub kind: BlockKind,
    pub text: String,
    pub stops: Vec<Stop>,
}

impl Held {
    /// The line with its cells moved to the first of the columns over which they stand, by the stops of the line below.
    pub fn over(mut self, below: &[Stop]) -> Self {
        if let Some(text) = spread(&self.text, &self.stops, below) {
            self.text = text;
        }
        self
    }
}

fn spread(text: &str, own: &[Stop], below: &[Stop]) -> Option<String> {
    let cells: Vec<&str> = text.split('\t').collect();
    let (first, heads) = cells.split_first()?;
    if heads.is_empty() || heads.len() > own.len() || own.len() >= below.len() {
        return None;
    }
    let columns = edges(below)?;
    let stands = &own[..heads.len()];
    let mut out = (*first).to_owned();
    let mut at = 0;
    for (head, cell) in heads.iter().enumerate() {
        let col = first_column(head, stands, &columns)?;
        // The first column's cell stands behind one tab.
        out.extend(std::iter::repeat_n('\t', (col + 1).checked_sub(at).filter(|&tabs| tabs > 0)?));
        out.push_str(cell);
        at = col + 1;
    }
    Some(out)
}

/// The first of the columns over which a heading stands.
fn first_column(head: usize, stands: &[Stop], columns: &[[f32; 2]]) -> Option<usize> {
    let stop = stands[head];
    match stop.side {
        Side::Left => columns.iter().position(|&[_, right]| right > stop.at),
        Side::Right => None,
        Side::Middle => {
            let nearest = |&[left, right]: &[f32; 2]| {
                let far = |stop: &Stop| (stop.at - (left + right) / 2.0).abs();
                stands.iter().all(|other| far(other) >= far(&stop))
            };
            let from = columns.iter().position(nearest)?;
            let to = columns.iter().rposition(nearest)?;
            let ([left, _], [_, right]) = (columns[from], columns[to]);
            let width = (right - left) / (to - from + 1) as f32;
            ((stop.at - (left + right) / 2.0).abs() < OFF * width).then_some(from)
        }
    }
}

/// Where the columns at these stops begin and end; nothing where they do not stand in order.
fn edges(stops: &[Stop]) -> Option<Vec<[f32; 2]>> {
    let between: Vec<f32> = stops.windows(2).map(|pair| pair[1].at - pair[0].at).collect();
    let (first, last) = (*between.first()?, *between.last()?);
    let edge = |(at, stop): (usize, &Stop)| {
        let before = at.checked_sub(1).map_or(first, |before| between[before]);
        let behind = between.get(at).copied().unwrap_or(last);
        match stop.side {
            Side::Left => [stop.at, stop.at + behind],
            Side::Middle => [stop.at - before / 2.0, stop.at + behind / 2.0],
            Side::Right => [stop.at - before, stop.at],
        }
    };
    between.iter().all(|gap| *gap > 0.0).then(|| stops.iter().enumerate().map(edge).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stops(side: Side, places: &[f32]) -> Vec<Stop> {
        places.iter().map(|&at| Stop { at, side }).collect()
    }

    #[test]
    fn headings_move_over_the_first_of_their_columns() {
        let below = stops(Side::Right, &[4000.0, 5000.0, 6000.0, 7000.0, 8500.0]);
        for (side, places, expected) in [
            (Side::Middle, [4500.0, 7000.0], Some("Lov\tAntal\t\t\tProcent")),
            (Side::Left, [3100.0, 6100.0], Some("Lov\tAntal\t\t\tProcent")),
            // Nobody can tell over what they stand.
            (Side::Middle, [3000.0, 9900.0], None),
            (Side::Right, [5000.0, 7000.0], None),
        ] {
            let own = stops(side, &places);
            assert_eq!(spread("Lov\tAntal\tProcent", &own, &below).as_deref(), expected, "{side:?} {places:?}");
        }
        let own = stops(Side::Middle, &[4500.0, 7500.0]);
        assert_eq!(spread("\tAntal\tProcent", &own, &below).as_deref(), Some("\tAntal\t\t\tProcent"));
        assert_eq!(spread("Lov\tAntal\tProcent\tMere", &own, &below), None);
        assert_eq!(spread("Lov\t1\t2\t3\t4\t5", &below, &below), None);
    }
}
