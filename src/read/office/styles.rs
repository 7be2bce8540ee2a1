//! Paragraph styles of a DOCX: which ones are headings and which ones number their paragraphs.

use super::xml::{Node, walk};
use crate::read::error::ReadError;
use std::collections::HashMap;

/// A paragraph style, with what it takes from the styles it is based on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// 1 is the highest.
    pub heading: Option<u8>,
    /// The list (`w:numId`) and level that the style puts its paragraphs in.
    pub list: Option<(u32, u32)>,
}

#[derive(Default)]
struct Raw {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    num: Option<u32>,
    level: Option<u32>,
}

/// The styles of `styles.xml` by their identifiers.
///
/// # Errors
/// See [`walk`].
pub fn styles(xml: &str) -> Result<HashMap<String, Style>, ReadError> {
    let mut raw: HashMap<String, Raw> = HashMap::new();
    let mut open: Option<(String, Raw)> = None;
    walk(xml, |node| match node {
        Node::Start("style", attributes) => {
            open = attributes.get("styleId").map(|id| (id, Raw::default()));
        }
        Node::Start(name, attributes) => {
            let Some((_, style)) = &mut open else { return };
            match name {
                "name" => style.name = attributes.get("val").unwrap_or_default(),
                "basedOn" => style.based_on = attributes.get("val"),
                "outlineLvl" => style.outline = attributes.number("val").filter(|&l| l < 9).map(|l| l as u8 + 1),
                "numId" => style.num = attributes.number("val"),
                "ilvl" => style.level = attributes.number("val"),
                _ => {}
            }
        }
        Node::End("style") => raw.extend(open.take()),
        _ => {}
    })?;
    Ok(raw.keys().map(|id| (id.clone(), resolve(&raw, id))).collect())
}

fn resolve(raw: &HashMap<String, Raw>, id: &str) -> Style {
    let mut style = Style::default();
    let mut level = None;
    let mut num = None;
    let mut next = raw.get(id);
    // Styles may be based on each other in a circle.
    for _ in 0..12 {
        let Some(current) = next else { break };
        style.heading = style.heading.or(current.outline).or_else(|| heading_by_name(&current.name));
        num = num.or(current.num);
        level = level.or(current.level);
        next = current.based_on.as_ref().and_then(|id| raw.get(id));
    }
    style.list = num.filter(|&n| n > 0).map(|n| (n, level.unwrap_or(0)));
    style
}

fn heading_by_name(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name == "title" || name == "titel" {
        return Some(1);
    }
    let level = name.strip_prefix("heading ").or_else(|| name.strip_prefix("overskrift "))?;
    level.parse().ok().filter(|level| (1..=9).contains(level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_headings_are_found_by_name_outline_and_base() {
        let xml = r#"<styles><style styleId="Overskrift1"><name val="heading 1"/></style>
            <style styleId="Egen"><name val="Punkt"/><basedOn val="Overskrift1"/></style>
            <style styleId="Niveau"><name val="x"/><pPr><outlineLvl val="2"/><numPr><numId val="7"/></numPr></pPr></style>
            <style styleId="A"><name val="a"/><basedOn val="B"/></style><style styleId="B"><basedOn val="A"/></style></styles>"#;
        let styles = styles(xml).unwrap();
        let heading = |id: &str| styles[id].heading;
        assert_eq!(
            (heading("Overskrift1"), heading("Egen"), heading("Niveau"), heading("A")),
            (Some(1), Some(1), Some(3), None)
        );
        assert_eq!(styles["Niveau"].list, Some((7, 0)));
    }
}
