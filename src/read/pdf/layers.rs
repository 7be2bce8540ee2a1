//! Optional content: what a PDF keeps on layers of its own, and which of these are shown.

use hayro_font::hayro_syntax::object::dict::keys::{BASE_STATE, D, OC, OCGS, OCMD, OCPROPERTIES, OFF, ON, P, TYPE};
use hayro_font::hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};
use hayro_font::hayro_syntax::xref::XRef;
use std::collections::HashSet;

/// The layers that are off.
#[derive(Default)]
pub struct Layers {
    off: HashSet<ObjectIdentifier>,
    /// Whether the document has layers at all; without them nothing is ever hidden.
    any: bool,
}

impl Layers {
    /// The layers of a document, as they are when it is opened.
    pub fn of(xref: &XRef) -> Self {
        let catalog = xref.get::<Dict<'_>>(xref.root_id());
        let Some(all) = catalog.and_then(|catalog| catalog.get::<Dict<'_>>(OCPROPERTIES)) else {
            return Self::default();
        };
        let mut off = HashSet::new();
        if let Some(settings) = all.get::<Dict<'_>>(D) {
            if settings.get::<Name<'_>>(BASE_STATE).is_some_and(|state| state.as_ref() == OFF) {
                off.extend(members(&all, OCGS));
            }
            members(&settings, ON).for_each(|layer| {
                off.remove(&layer);
            });
            off.extend(members(&settings, OFF));
        }
        Self { off, any: true }
    }

    /// Whether content is shown that `properties` put on a layer; `id` is theirs, where they are an object.
    pub fn show(&self, properties: &Dict<'_>, id: Option<ObjectIdentifier>) -> bool {
        if !self.any {
            return true;
        }
        let is_membership = properties.get::<Name<'_>>(TYPE).is_some_and(|kind| kind.as_ref() == OCMD);
        match id {
            Some(id) if !is_membership => !self.off.contains(&id),
            _ => self.show_membership(properties),
        }
    }

    /// Whether a form or picture is shown, which may itself name its layer.
    pub fn show_object(&self, dict: &Dict<'_>) -> bool {
        !self.any
            || dict
                .get::<Dict<'_>>(OC)
                .is_none_or(|layer| self.show(&layer, dict.get_ref(OC).map(ObjectIdentifier::from)))
    }

    /// Content of several layers at once, with a rule that says how many of them must be on or off.
    fn show_membership(&self, membership: &Dict<'_>) -> bool {
        let mut layers: Vec<ObjectIdentifier> = members(membership, OCGS).collect();
        if layers.is_empty() {
            layers.extend(membership.get_ref(OCGS).map(ObjectIdentifier::from));
        }
        let is_off = |layer: &ObjectIdentifier| self.off.contains(layer);
        let rule = membership.get::<Name<'_>>(P);
        layers.is_empty()
            || match rule.as_deref() {
                Some(b"AllOn") => !layers.iter().any(is_off),
                Some(b"AnyOff") => layers.iter().any(is_off),
                Some(b"AllOff") => layers.iter().all(is_off),
                _ => !layers.iter().all(is_off),
            }
    }
}

/// The objects that a list names.
fn members<'a>(dict: &Dict<'a>, key: &[u8]) -> impl Iterator<Item = ObjectIdentifier> + use<'a> {
    let list = dict.get::<Array<'a>>(key);
    list.into_iter().flat_map(|list| list.raw_iter().filter_map(|item| item.as_obj_ref().map(ObjectIdentifier::from)))
}
