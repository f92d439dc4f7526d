//! The tree of folders that the guest sees: the ways to what is granted, and nothing beside them.

use std::collections::BTreeMap;

/// Where a path leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Into a mount, by its number and the rest of the path (empty: the mount itself).
    Inside(usize, String),
    /// To a folder on the way to mounts, with the names in it.
    Folder(Vec<String>),
}

#[derive(Debug, Default)]
struct Node {
    mount: Option<usize>,
    below: BTreeMap<String, Node>,
}

/// The tree.
#[derive(Debug, Default)]
pub struct Tree(Node);

/// The names of a path without `.` and `..`; those lead nowhere above the root.
pub fn names(path: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            _ => names.push(name),
        }
    }
    names
}

impl Tree {
    fn node(&mut self, path: &str) -> &mut Node {
        let mut node = &mut self.0;
        for name in names(path) {
            node = node.below.entry(name.to_owned()).or_default();
        }
        node
    }

    /// Mounts at an absolute path; the first mount there stays.
    pub fn add(&mut self, path: &str, mount: usize) {
        self.node(path).mount.get_or_insert(mount);
    }

    /// Makes a folder, empty but for the ways to mounts.
    pub fn add_folder(&mut self, path: &str) {
        self.node(path);
    }

    /// Where an absolute path leads: into the deepest mount on its way.
    pub fn find(&self, path: &str) -> Option<Found> {
        let names = names(path);
        let mut node = Some(&self.0);
        let mut best = self.0.mount.map(|mount| (mount, 0));
        for (depth, name) in names.iter().enumerate() {
            node = node.and_then(|n| n.below.get(*name));
            if let Some(mount) = node.and_then(|n| n.mount) {
                best = Some((mount, depth + 1));
            }
        }
        match (best, node) {
            (Some((mount, depth)), _) => Some(Found::Inside(mount, names[depth..].join("/"))),
            (None, Some(node)) => Some(Found::Folder(node.below.keys().cloned().collect())),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways() {
        let mut tree = Tree::default();
        tree.add("/data", 0);
        tree.add("/data/deep/er", 1);
        tree.add("/opt/a.jar", 2);
        let inside = |mount, rest: &str| Some(Found::Inside(mount, rest.to_owned()));
        assert_eq!(tree.find("/data"), inside(0, ""));
        assert_eq!(tree.find("/data/x/../y//z/."), inside(0, "y/z"));
        assert_eq!(tree.find("/data/../../../data/x"), inside(0, "x"));
        assert_eq!(tree.find("/data/deep/er/f"), inside(1, "f"));
        assert_eq!(tree.find("/data/deep/x"), inside(0, "deep/x"));
        assert_eq!(tree.find("/opt/a.jar"), inside(2, ""));
        assert_eq!(tree.find("/opt"), Some(Found::Folder(vec!["a.jar".into()])));
        assert_eq!(tree.find("/etc/passwd"), None);
        assert_eq!(tree.find("/data/../etc"), None);
        assert_eq!(tree.find("/"), Some(Found::Folder(vec!["data".into(), "opt".into()])));
    }
}
