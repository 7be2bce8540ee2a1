//! Tables of contents: their entries, each a line of its own. The page number of a title that wraps may be set beside
//! its first line, and its dots in the second; the number belongs behind the dots.

use super::words::Line;

/// Moves page numbers behind the dots of their titles. `lines` are a page's, from top to bottom.
pub fn settle(lines: &mut [Line]) {
    for at in 1..lines.len() {
        let (before, rest) = lines.split_at_mut(at);
        let (Some(line), Some(next)) = (before.last_mut(), rest.first_mut()) else { continue };
        let has_leader = next.words.last().is_some_and(|word| word.text.ends_with("...") || word.text.ends_with('…'));
        let is_near = next.base() - line.base() < 2.0 * line.size();
        if has_leader
            && is_near
            && has_number_apart(line)
            && let Some(number) = line.words.pop()
        {
            next.words.push(number);
        }
    }
}

/// True for an entry without dots: a page number stands far behind the title, further than blanks are ever stretched.
pub fn is_entry(line: &Line) -> bool {
    let [.., before, number] = line.words.as_slice() else { return false };
    number.x0 - before.x1 > 3.0 * line.size() && has_number_apart(line)
}

/// True for a line that ends, after a wide gap, in what may be a page number.
fn has_number_apart(line: &Line) -> bool {
    match line.segments().collect::<Vec<_>>().as_slice() {
        [.., _, [number]] => number.text.len() <= 4 && number.text.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    }
}
