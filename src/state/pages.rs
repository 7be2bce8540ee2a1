//! The pages of PDFs that are drawn: what is there, what is asked for, and what is let go when there is too much.

use crate::command::DrawPages;
use crate::model::finding::Message;
use crate::model::reading::DocumentId;
pub use crate::read::picture::Picture;
use crate::state::document::OpenDocument;
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many bytes of pixels are kept; pages that were not in sight for longest go first.
const BYTES: usize = 128 * 1024 * 1024;

/// A page as it was drawn last.
#[derive(Debug)]
pub struct Drawn {
    /// Hundredths of a pixel a point.
    pub scale: u32,
    pub picture: Result<Arc<Picture>, Message>,
    /// When it was last in sight.
    seen: u64,
}

impl Drawn {
    fn bytes(&self) -> usize {
        self.picture.as_ref().map_or(0, |picture| picture.rgba.len())
    }
}

/// The drawn pages of all open documents.
#[derive(Debug, Default)]
pub struct Pages {
    drawn: BTreeMap<(DocumentId, u32), Drawn>,
    /// What is being drawn.
    awaited: Option<DrawPages>,
    clock: u64,
}

impl Pages {
    /// A page (counted from 1) as it was drawn last, perhaps at another scale.
    #[must_use]
    pub fn get(&self, document: DocumentId, page: u32) -> Option<&Drawn> {
        self.drawn.get(&(document, page))
    }

    /// True where these pages are all drawn at this scale, or on their way.
    #[must_use]
    pub fn covers(&self, document: DocumentId, pages: &[u32], scale: u32) -> bool {
        let awaited = self.awaited.as_ref().filter(|wish| wish.document == document && wish.scale == scale);
        pages.iter().all(|page| {
            let is_drawn = self.get(document, *page).is_some_and(|drawn| drawn.scale == scale);
            is_drawn || awaited.is_some_and(|wish| wish.pages.contains(page))
        })
    }

    /// Notes which pages are in sight; what is to be drawn for it, if anything.
    pub fn see(&mut self, document: &OpenDocument, pages: Vec<u32>, scale: u32) -> Option<DrawPages> {
        self.clock += 1;
        for page in &pages {
            if let Some(drawn) = self.drawn.get_mut(&(document.id, *page)) {
                drawn.seen = self.clock;
            }
        }
        if self.covers(document.id, &pages, scale) {
            return None;
        }
        let (path, hash) = (document.input.path()?, &document.reading()?.document.hash);
        let lacks = |page: &u32| self.get(document.id, *page).is_none_or(|drawn| drawn.scale != scale);
        let pages = pages.into_iter().filter(lacks).collect();
        let wish = DrawPages {
            document: document.id,
            path: path.to_owned(),
            hash: hash.clone(),
            password: document.password.clone(),
            pages,
            scale,
        };
        self.awaited = Some(wish.clone());
        Some(wish)
    }

    /// Takes in a page; one that nobody asked for any more is dropped.
    pub fn drawn(&mut self, document: DocumentId, page: u32, scale: u32, picture: Result<Arc<Picture>, Message>) {
        let awaited = self.awaited.as_mut().filter(|wish| wish.document == document && wish.scale == scale);
        let Some(wish) = awaited else { return };
        wish.pages.retain(|waiting| *waiting != page);
        self.drawn.insert((document, page), Drawn { scale, picture, seen: self.clock });
        self.shrink(BYTES);
    }

    /// Lets the pages go that were not in sight for longest; those in sight stay.
    fn shrink(&mut self, bound: usize) {
        let mut bytes: usize = self.drawn.values().map(Drawn::bytes).sum();
        while bytes > bound {
            let old = self.drawn.iter().filter(|(_, drawn)| drawn.seen < self.clock);
            let oldest = old.min_by_key(|(_, drawn)| drawn.seen).map(|(key, _)| *key);
            let Some(gone) = oldest.and_then(|key| self.drawn.remove(&key)) else { return };
            bytes -= gone.bytes();
        }
    }

    /// Forgets a closed document.
    pub fn forget(&mut self, document: DocumentId) {
        self.drawn.retain(|(id, _), _| *id != document);
        self.awaited = self.awaited.take().filter(|wish| wish.document != document);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Input;
    use crate::model::reading::{Extraction, Reading};
    use crate::model::source::{Document, Format};
    use crate::state::document::Stage;

    fn document() -> OpenDocument {
        let document = Document::new("a.pdf", Format::Pdf, "Hjemvist 4".to_owned());
        let reading =
            Reading { document: document.into(), extraction: Extraction::default(), report: Default::default() };
        let input = Input::File("a.pdf".into());
        let stage = Stage::Read(Arc::new(reading));
        OpenDocument { stage, ..OpenDocument::waiting(DocumentId(3), input, 1) }
    }

    fn picture(bytes: usize) -> Result<Arc<Picture>, Message> {
        Ok(Arc::new(Picture { width: 1, height: bytes / 4, rgba: vec![0; bytes] }))
    }

    #[test]
    fn only_what_is_missing_is_asked_for_and_only_once() {
        let (document, mut pages) = (document(), Pages::default());
        let wish = pages.see(&document, vec![2, 3], 150).unwrap();
        assert_eq!((wish.pages, wish.scale), (vec![2, 3], 150));
        assert!(pages.see(&document, vec![2, 3], 150).is_none());
        pages.drawn(document.id, 2, 150, picture(4));
        assert!(pages.covers(document.id, &[2, 3], 150));
        assert_eq!(pages.see(&document, vec![2, 3, 4], 150).unwrap().pages, [3, 4]);
        // Another scale: all anew, and what comes late for the old one is dropped.
        assert_eq!(pages.see(&document, vec![2], 300).unwrap().pages, [2]);
        pages.drawn(document.id, 3, 150, picture(4));
        assert!(pages.get(document.id, 3).is_none());
        assert_eq!(pages.get(document.id, 2).unwrap().scale, 150);
        pages.forget(document.id);
        assert!(pages.get(document.id, 2).is_none());
    }

    #[test]
    fn what_was_not_seen_for_longest_goes_first() {
        let (document, mut pages) = (document(), Pages::default());
        for page in 1..=4 {
            pages.see(&document, vec![page], 100);
            pages.drawn(document.id, page, 100, picture(400));
        }
        pages.see(&document, vec![1], 100);
        pages.shrink(900);
        let kept: Vec<u32> = (1..=4).filter(|page| pages.get(document.id, *page).is_some()).collect();
        assert_eq!(kept, [1, 4]);
        // What is in sight stays, however large.
        pages.shrink(0);
        assert!(pages.get(document.id, 1).is_some());
    }
}
