//! What edits change, in lines for people, in the words of the file. Knows nothing of how they are applied.

use crate::export::names;
use crate::fields::{Extent, Names};
use crate::node::{Node, Table};
use crate::pieces::{described, name, written};
use crate::set_up::SetUp;
use frontdesk_model::{SetUpEdit, SetUpPiece};
use std::collections::BTreeMap;

/// `+` new, `-` gone, `~` changed, with what of it below. Empty: nothing changes.
pub fn changes(now: &SetUp, edits: &[SetUpEdit]) -> Vec<String> {
    let there: BTreeMap<_, _> = now.pieces().map(|piece| ((piece.noun(), piece.id()), piece)).collect();
    let names_before = names(now);
    let names_after = names(&now.clone().with(edits));
    let mut lines = Vec::new();
    for edit in edits {
        match edit {
            SetUpEdit::Put { piece, .. } => match there.get(&(piece.noun(), piece.id())) {
                Some(before) => lines.extend(changed(before, &names_before, piece, &names_after)),
                None => lines.push(format!("+ {}", described(piece.noun(), name(piece)))),
            },
            SetUpEdit::Delete { noun, id, .. } => {
                let gone = there.get(&(*noun, *id)).map_or_else(|| id.to_string(), |piece| name(piece).to_owned());
                lines.push(format!("- {}", described(*noun, &gone)));
            }
        }
    }
    lines
}

fn changed(before: &SetUpPiece, names_before: &Names, after: &SetUpPiece, names_after: &Names) -> Vec<String> {
    let what = described(before.noun(), name(before));
    if let (SetUpPiece::Agent(before), SetUpPiece::Agent(after)) = (before, after) {
        match (before.active, after.active) {
            (true, false) => return vec![format!("- {what}: deactivated")],
            (false, true) => return vec![format!("+ {what}: active again")],
            _ => {}
        }
    }
    let mut lines = vec![format!("~ {what}")];
    let before = written(before, names_before, Extent::Full);
    compare(&before, &written(after, names_after, Extent::Full), "", &mut lines);
    lines
}

/// A key that only one of them has: the other has nothing there.
fn compare(before: &Table, after: &Table, path: &str, lines: &mut Vec<String>) {
    let only_before = before.iter().filter(|(key, _)| find(after, key).is_none());
    for key in after.iter().chain(only_before).map(|(key, _)| key) {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match (find(before, key), find(after, key)) {
            (one, other) if one == other => {}
            (Some(one), Some(other)) => compare_nodes(one, other, &path, lines),
            (one, other) => {
                let words = |node: Option<&Node>| node.map_or("nothing".to_owned(), Node::to_string);
                lines.push(format!("    {path}: {} → {}", words(one), words(other)));
            }
        }
    }
}

fn find<'t>(table: &'t Table, key: &str) -> Option<&'t Node> {
    table.iter().find(|(there, _)| there == key).map(|(_, node)| node)
}

fn compare_nodes(before: &Node, after: &Node, path: &str, lines: &mut Vec<String>) {
    match (before, after) {
        (Node::Section(one) | Node::Table(one), Node::Section(other) | Node::Table(other)) => {
            compare(one, other, path, lines);
        }
        (Node::List(one), Node::List(other)) => compare_lists(one, other, path, lines),
        (Node::Blocks(one), Node::Blocks(other)) => compare_blocks(one, other, path, lines),
        (one, other) => lines.push(format!("    {path}: {one} → {other}")),
    }
}

fn compare_lists(before: &[Node], after: &[Node], path: &str, lines: &mut Vec<String>) {
    let gone: Vec<&Node> = before.iter().filter(|item| !after.contains(item)).collect();
    let new: Vec<&Node> = after.iter().filter(|item| !before.contains(item)).collect();
    lines.extend(gone.iter().map(|item| format!("    {path}: - {item}")));
    lines.extend(new.iter().map(|item| format!("    {path}: + {item}")));
    if gone.is_empty() && new.is_empty() {
        lines.push(format!("    {path}: in another order"));
    }
}

/// Blocks have names, mostly unique.
fn compare_blocks(before: &[Table], after: &[Table], path: &str, lines: &mut Vec<String>) {
    let name = |block: &Table| find(block, "name").map_or_else(String::new, Node::to_string);
    let by_name = |blocks: &[Table]| -> BTreeMap<String, Table> {
        blocks.iter().map(|block| (name(block), block.clone())).collect()
    };
    let (earlier, later) = (by_name(before), by_name(after));
    let count = lines.len();
    let gone = before.iter().map(name).filter(|name| !later.contains_key(name));
    lines.extend(gone.map(|name| format!("    {path}: - {name}")));
    for block in after {
        let name = name(block);
        match earlier.get(&name) {
            None => lines.push(format!("    {path}: + {name}")),
            Some(former) => compare(former, block, &format!("{path} {name}"), lines),
        }
    }
    if lines.len() == count {
        lines.push(format!("    {path}: in another order"));
    }
}
