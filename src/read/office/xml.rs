//! XML as a plain sequence of starts, ends and texts. Document type definitions, and with them entities, are refused.

use crate::read::error::ReadError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// What a document consists of. Names come without their prefix.
pub enum Node<'a> {
    Start(&'a str, Attributes<'a>),
    End(&'a str),
    Text(Cow<'a, str>),
}

/// The attributes of an element.
pub struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of an attribute, named without its prefix.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let attribute =
            self.0.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// The value of an attribute as a number; `None` where it is none.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }
}

/// Walks through XML. Returns false where it is damaged: everything before the damage was seen.
///
/// # Errors
/// [`ReadError::Limit`] where the document defines entities.
pub fn walk(xml: &str, mut see: impl FnMut(Node<'_>)) -> Result<bool, ReadError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut open = 0usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                open += 1;
                see(Node::Start(start.local_name().as_ref(), Attributes(&start)));
            }
            Ok(Event::Empty(start)) => {
                see(Node::Start(start.local_name().as_ref(), Attributes(&start)));
                see(Node::End(start.local_name().as_ref()));
            }
            Ok(Event::End(end)) => {
                open = open.saturating_sub(1);
                see(Node::End(end.local_name().as_ref()));
            }
            Ok(Event::Text(text)) => see(Node::Text(text.xml10_content())),
            Ok(Event::CData(text)) => see(Node::Text(text.xml10_content())),
            Ok(Event::GeneralRef(reference)) => {
                let resolved = match reference.resolve_char_ref() {
                    Ok(Some(c)) => Some(Cow::Owned(c.to_string())),
                    _ => quick_xml::escape::resolve_predefined_entity(&reference).map(Cow::Borrowed),
                };
                if let Some(text) = resolved {
                    see(Node::Text(text));
                }
            }
            Ok(Event::DocType(_)) => return Err(ReadError::Limit("entities")),
            Ok(Event::Eof) => return Ok(open == 0),
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
            Err(_) => return Ok(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(xml: &str) -> (Result<bool, ReadError>, String) {
        let mut all = String::new();
        let result = walk(xml, |node| {
            if let Node::Text(text) = node {
                all.push_str(&text);
            }
        });
        (result, all)
    }

    #[test]
    fn entities_are_resolved_and_definitions_refused() {
        assert_eq!(texts("<a>B &amp; U&#230;&#xF8;<![CDATA[<]]></a>"), (Ok(true), "B & Uæø<".to_owned()));
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
        assert_eq!(texts(bomb).0, Err(ReadError::Limit("entities")));
    }

    #[test]
    fn damage_keeps_what_came_before() {
        assert_eq!(texts("<a>før<b>efter").0, Ok(false));
        assert_eq!(texts("<a>før<b attr=").1, "før");
    }
}
