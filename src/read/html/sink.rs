//! The tree of a web page as a flat list of nodes, within limits.

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, QualName};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Nodes of one page.
const NODES: usize = 2_000_000;
/// How deep elements may stand in each other.
const DEPTH: u32 = 512;

/// A node's index and, for elements, its name.
#[derive(Clone, Debug)]
pub struct Handle {
    id: usize,
    name: Option<Rc<QualName>>,
}

/// What a node is.
#[derive(Debug)]
pub enum Content {
    /// The document, a comment, an instruction.
    Nothing,
    Element(Rc<QualName>, Vec<Attribute>),
    Text(String),
}

#[derive(Debug)]
pub struct Node {
    pub content: Content,
    pub children: Vec<usize>,
    parent: Option<usize>,
    depth: u32,
}

/// A finished page; node 0 is the document.
#[derive(Debug)]
pub struct Tree {
    pub nodes: Vec<Node>,
}

/// Builds a [`Tree`] for the parser.
#[derive(Debug)]
pub struct Sink {
    nodes: RefCell<Vec<Node>>,
    limit: Cell<Option<&'static str>>,
}

impl Default for Sink {
    fn default() -> Self {
        let root = Node { content: Content::Nothing, children: Vec::new(), parent: None, depth: 0 };
        Self { nodes: RefCell::new(vec![root]), limit: Cell::new(None) }
    }
}

impl Sink {
    /// The limit that the page went beyond.
    pub fn limit(&self) -> Option<&'static str> {
        self.limit.get()
    }

    fn add(&self, content: Content, name: Option<Rc<QualName>>) -> Handle {
        let mut nodes = self.nodes.borrow_mut();
        if nodes.len() >= NODES {
            self.limit.set(Some("size"));
        }
        nodes.push(Node { content, children: Vec::new(), parent: None, depth: 0 });
        Handle { id: nodes.len() - 1, name }
    }

    /// Puts a child (or text) into a parent, before the child at `index` or at the end.
    fn insert(&self, parent: usize, index: Option<usize>, child: NodeOrText<Handle>) {
        let id = match child {
            NodeOrText::AppendNode(handle) => handle.id,
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = match index {
                    Some(index) => index.checked_sub(1).and_then(|i| nodes[parent].children.get(i)).copied(),
                    None => nodes[parent].children.last().copied(),
                };
                if let Some(Content::Text(whole)) = before.map(|id| &mut nodes[id].content) {
                    whole.push_str(&text);
                    return;
                }
                drop(nodes);
                self.add(Content::Text(text.to_string()), None).id
            }
        };
        self.detach(id);
        let mut nodes = self.nodes.borrow_mut();
        let depth = nodes[parent].depth + 1;
        if depth > DEPTH {
            self.limit.set(Some("nesting"));
        }
        nodes[id].depth = depth;
        nodes[id].parent = Some(parent);
        let children = &mut nodes[parent].children;
        let index = index.map_or(children.len(), |index| index.min(children.len()));
        children.insert(index, id);
    }

    fn detach(&self, id: usize) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[id].parent.take() {
            let children = &mut nodes[parent].children;
            // What is detached was mostly added last.
            if let Some(at) = children.iter().rposition(|&child| child == id) {
                children.remove(at);
            }
        }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Tree {
        Tree { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: 0, name: None }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.as_ref().expect("the parser asks for names of elements only").expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let name = Rc::new(name);
        self.add(Content::Element(name.clone(), attributes), Some(name))
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.add(Content::Nothing, None)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.add(Content::Nothing, None)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.id, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        if self.nodes.borrow()[element.id].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.detach(node.id);
        }
        let nodes = self.nodes.borrow();
        let Some(parent) = nodes[sibling.id].parent else { return };
        let index = nodes[parent].children.iter().rposition(|&id| id == sibling.id);
        drop(nodes);
        self.insert(parent, index, child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        if let Content::Element(_, present) = &mut self.nodes.borrow_mut()[target.id].content {
            for attribute in attributes {
                if present.iter().all(|p| p.name != attribute.name) {
                    present.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        let children = std::mem::take(&mut self.nodes.borrow_mut()[node.id].children);
        for id in children {
            self.nodes.borrow_mut()[id].parent = None;
            self.insert(parent.id, None, NodeOrText::AppendNode(Handle { id, name: None }));
        }
    }
}
