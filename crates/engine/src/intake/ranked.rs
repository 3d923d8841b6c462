//! An ordered set that also knows how many come before an item, in O(log n): a treap. Knows nothing of queues.

use std::cmp::Ordering;

/// What balances the tree is drawn from a counter, not from chance: the same calls make the same tree.
#[derive(Clone, Debug)]
pub(crate) struct Ranked<T> {
    root: Tree<T>,
    drawn: u32,
}

type Tree<T> = Option<Box<Node<T>>>;

#[derive(Clone, Debug)]
struct Node<T> {
    item: T,
    /// No child has a greater one.
    weight: u32,
    /// Of this node and all below.
    count: u32,
    left: Tree<T>,
    right: Tree<T>,
}

impl<T> Default for Ranked<T> {
    fn default() -> Self {
        Ranked { root: None, drawn: 0 }
    }
}

impl<T: Ord> Ranked<T> {
    pub fn len(&self) -> usize {
        count(&self.root) as usize
    }

    pub fn contains(&self, item: &T) -> bool {
        self.rank(item).is_some()
    }

    /// How many come before it; none where it is not in the set.
    pub fn rank(&self, item: &T) -> Option<usize> {
        let mut before = 0;
        let mut tree = &self.root;
        while let Some(node) = tree {
            match item.cmp(&node.item) {
                Ordering::Less => tree = &node.left,
                Ordering::Equal => return Some((before + count(&node.left)) as usize),
                Ordering::Greater => {
                    before += count(&node.left) + 1;
                    tree = &node.right;
                }
            }
        }
        None
    }

    /// Whether it is new.
    pub fn insert(&mut self, item: T) -> bool {
        if self.contains(&item) {
            return false;
        }
        self.drawn = self.drawn.wrapping_add(1);
        insert(&mut self.root, Box::new(Node { item, weight: mixed(self.drawn), count: 1, left: None, right: None }));
        true
    }

    /// Whether it was there.
    pub fn remove(&mut self, item: &T) -> bool {
        let there = self.contains(item);
        if there {
            remove(&mut self.root, item);
        }
        there
    }

    pub fn iter(&self) -> impl Iterator<Item = &T> {
        let mut items = Items { above: Vec::new() };
        items.descend(&self.root);
        items
    }
}

struct Items<'a, T> {
    /// Nodes that come yet, each before what is to its right.
    above: Vec<&'a Node<T>>,
}

impl<'a, T> Items<'a, T> {
    fn descend(&mut self, mut tree: &'a Tree<T>) {
        while let Some(node) = tree {
            self.above.push(node);
            tree = &node.left;
        }
    }
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        let node = self.above.pop()?;
        self.descend(&node.right);
        Some(&node.item)
    }
}

fn count<T>(tree: &Tree<T>) -> u32 {
    tree.as_ref().map_or(0, |node| node.count)
}

impl<T> Node<T> {
    fn recount(&mut self) {
        self.count = 1 + count(&self.left) + count(&self.right);
    }
}

fn insert<T: Ord>(tree: &mut Tree<T>, mut new: Box<Node<T>>) {
    match tree {
        Some(node) if node.weight >= new.weight => {
            node.count += 1;
            insert(if new.item < node.item { &mut node.left } else { &mut node.right }, new);
        }
        _ => {
            (new.left, new.right) = split(tree.take(), &new.item);
            new.recount();
            *tree = Some(new);
        }
    }
}

/// What comes before the item, and what comes after it.
fn split<T: Ord>(tree: Tree<T>, item: &T) -> (Tree<T>, Tree<T>) {
    let Some(mut node) = tree else { return (None, None) };
    if node.item < *item {
        let (between, after) = split(node.right.take(), item);
        node.right = between;
        node.recount();
        (Some(node), after)
    } else {
        let (before, between) = split(node.left.take(), item);
        node.left = between;
        node.recount();
        (before, Some(node))
    }
}

fn remove<T: Ord>(tree: &mut Tree<T>, item: &T) {
    let Some(node) = tree else { return };
    match item.cmp(&node.item) {
        Ordering::Equal => {
            let (left, right) = (node.left.take(), node.right.take());
            *tree = merge(left, right);
        }
        order => {
            node.count -= 1;
            remove(if order.is_lt() { &mut node.left } else { &mut node.right }, item);
        }
    }
}

/// All of `left` comes before all of `right`.
fn merge<T>(left: Tree<T>, right: Tree<T>) -> Tree<T> {
    match (left, right) {
        (None, tree) | (tree, None) => tree,
        (Some(mut left), Some(mut right)) => {
            if left.weight >= right.weight {
                left.right = merge(left.right.take(), Some(right));
                left.recount();
                Some(left)
            } else {
                right.left = merge(Some(left), right.left.take());
                right.recount();
                Some(right)
            }
        }
    }
}

/// Neighbours in, strangers out: every number once.
fn mixed(number: u32) -> u32 {
    let mut bits = number.wrapping_mul(0x9e37_79b9);
    bits = (bits ^ (bits >> 16)).wrapping_mul(0x85eb_ca6b);
    bits = (bits ^ (bits >> 13)).wrapping_mul(0xc2b2_ae35);
    bits ^ (bits >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn depth<T>(tree: &Tree<T>) -> usize {
        tree.as_ref().map_or(0, |node| 1 + depth(&node.left).max(depth(&node.right)))
    }

    #[test]
    fn it_is_an_ordered_set_whatever_is_put_in_and_taken_out() {
        let (mut ranked, mut plain) = (Ranked::default(), BTreeSet::new());
        let mut chance = 1_u64;
        for _ in 0..20_000 {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let item = (chance >> 40) % 500;
            if chance >> 63 == 0 {
                assert_eq!(ranked.insert(item), plain.insert(item));
            } else {
                assert_eq!(ranked.remove(&item), plain.remove(&item));
            }
            assert_eq!(ranked.len(), plain.len());
            assert_eq!(ranked.rank(&item), plain.contains(&item).then(|| plain.range(..item).count()));
        }
        assert!(ranked.iter().eq(&plain));
        assert!(plain.iter().enumerate().all(|(rank, item)| ranked.rank(item) == Some(rank)));
    }

    #[test]
    fn it_stays_shallow_when_items_come_in_order() {
        let mut ranked = Ranked::default();
        assert!((0..100_000).all(|item| ranked.insert(item)));
        assert!(depth(&ranked.root) < 60, "{} deep", depth(&ranked.root));
        assert!((0..99_990).all(|item| ranked.remove(&item)));
        assert_eq!(ranked.iter().copied().collect::<Vec<_>>(), (99_990..100_000).collect::<Vec<_>>());
    }
}
