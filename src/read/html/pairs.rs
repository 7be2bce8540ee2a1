//! Lists of names and figures (`dl`), which web pages use for what is a table of two columns.

use super::sink::{Content, Tree};
use crate::read::table::is_entry;

/// So many pieces a list may have to be looked at; and one of its figures.
const PIECES: usize = 2000;

/// True for a list of at least two names with one piece of text each, of which at least half are figures.
pub fn is_table(tree: &Tree, list: usize) -> bool {
    let mut pieces: Vec<(bool, usize)> = Vec::new();
    // Pairs may stand in groups.
    let mut open: Vec<usize> = tree.nodes[list].children.iter().rev().copied().collect();
    while let Some(id) = open.pop().filter(|_| pieces.len() <= PIECES) {
        if let Content::Element(name, _) = &tree.nodes[id].content {
            match &*name.local {
                "dt" => pieces.push((true, id)),
                "dd" => pieces.push((false, id)),
                "div" => open.extend(tree.nodes[id].children.iter().rev()),
                _ => return false,
            }
        }
    }
    let pairs = pieces.chunks(2);
    let is_pair = |pair: &[(bool, usize)]| matches!(pair, [(true, _), (false, _)]);
    let figures = pieces.iter().filter(|(is_name, id)| !is_name && is_figure(&text(tree, *id))).count();
    pairs.len() > 1 && pairs.clone().all(is_pair) && 2 * figures >= pairs.len()
}

/// "211", "211 sager (73 %)"
fn is_figure(text: &str) -> bool {
    let counted =
        |word: &str| matches!(word.trim_end_matches(')'), "sag" | "sager" | "klager" | "klagesager" | "afgørelser");
    let close = |word: &str| if word.ends_with(')') { ")" } else { "" };
    is_entry(text)
        || text.len() < 60 && {
            let words = text.split_whitespace().map(|word| if counted(word) { close(word) } else { word });
            is_entry(&words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").replace(" )", ")"))
        }
}

/// The text of an element with few parts; nothing for a larger one, which is no figure.
fn text(tree: &Tree, id: usize) -> String {
    let mut out = String::new();
    let mut open = vec![id];
    for _ in 0..PIECES {
        let Some(id) = open.pop() else { return out };
        let node = &tree.nodes[id];
        if let Content::Text(text) = &node.content {
            out.push_str(text);
        }
        open.extend(node.children.iter().rev());
    }
    String::new()
}
