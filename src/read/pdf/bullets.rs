//! Marks of list items that are drawn as shapes, as browsers print them, rather than set as letters.

use super::words::{Dot, PageText, Word};

/// How far from its text a mark may stand, as a multiple of the text's size.
const APART: f32 = 2.5;

/// Puts a mark before each line that has a dot to its left, at half the height of its small letters, and nothing else
/// close by.
pub fn set(page: &mut PageText) {
    let mut dots = std::mem::take(&mut page.dots);
    let middle = |dot: &Dot| (dot.place[1] + dot.place[3]) / 2.0;
    dots.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    for line in &mut page.lines {
        let (size, base, left) = (line.size(), line.base(), line.x0());
        let from = dots.partition_point(|dot| middle(dot) < base - 0.55 * size);
        let beside = dots[from..].iter().take_while(|dot| middle(dot) < base - 0.05 * size);
        let mut own = beside.filter(|dot| dot.place[2] < left && left - dot.place[0] < APART * size);
        let (Some(dot), None) = (own.next(), own.next()) else { continue };
        if !line.is_item() {
            let [x0, _, x1, _] = dot.place;
            line.words.insert(0, Word { text: "•".to_owned(), x0, x1, base, size, sure: true, rect: dot.rect });
        }
    }
}
