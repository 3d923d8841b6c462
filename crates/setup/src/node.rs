//! What is written, as a tree, and how it is laid out as TOML: short lists on one line, long ones an item a line, so that a
//! difference between two files is a difference in what they say. Knows no nouns.

use std::fmt::{self, Display};
use toml_writer::{ToTomlKey, ToTomlValue, TomlStringBuilder};

const COLUMNS: usize = 110;

pub(crate) type Table = Vec<(String, Node)>;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Text(String),
    Integer(i64),
    Boolean(bool),
    List(Vec<Node>),
    /// `{ … }` in the line of its key.
    Table(Table),
    /// Under a heading of its own.
    Section(Table),
    /// Each under a heading of its own.
    Blocks(Vec<Table>),
}

impl Display for Node {
    /// On one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::Text(text) => f.write_str(&TomlStringBuilder::new(text).as_default().to_toml_value()),
            Node::Integer(number) => number.fmt(f),
            Node::Boolean(boolean) => boolean.fmt(f),
            Node::List(items) => write!(f, "[{}]", joined(items.iter().map(Node::to_string))),
            Node::Table(table) | Node::Section(table) => write_inline(table, f),
            Node::Blocks(tables) => {
                write!(f, "[{}]", joined(tables.iter().map(|table| Node::Table(table.clone()).to_string())))
            }
        }
    }
}

fn write_inline(table: &Table, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if table.is_empty() {
        return f.write_str("{}");
    }
    write!(f, "{{ {} }}", joined(table.iter().map(|(key, node)| format!("{} = {node}", key.to_toml_key()))))
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// The keys of one table, then what stands under headings, whose names begin with `path`.
pub(crate) fn lay_out(out: &mut String, path: &str, table: &Table) {
    for (key, node) in table {
        match node {
            Node::Section(_) | Node::Blocks(_) => {}
            Node::List(items) => lay_out_list(out, key, items),
            _ => out.push_str(&format!("{} = {node}\n", key.to_toml_key())),
        }
    }
    for (key, node) in table {
        let path = format!("{path}.{}", key.to_toml_key());
        match node {
            Node::Section(inner) => {
                out.push_str(&format!("\n[{path}]\n"));
                lay_out(out, &path, inner);
            }
            Node::Blocks(blocks) => blocks.iter().for_each(|block| lay_out_block(out, &path, block)),
            _ => {}
        }
    }
}

pub(crate) fn lay_out_block(out: &mut String, path: &str, block: &Table) {
    out.push_str(&format!("\n[[{path}]]\n"));
    lay_out(out, path, block);
}

fn lay_out_list(out: &mut String, key: &str, items: &[Node]) {
    let key = key.to_toml_key();
    let line = format!("{key} = {}", Node::List(items.to_vec()));
    let tables = items.iter().filter(|item| matches!(item, Node::Table(_))).count();
    if tables <= 1 && line.chars().count() <= COLUMNS {
        out.push_str(&line);
        out.push('\n');
        return;
    }
    out.push_str(&format!("{key} = [\n"));
    for item in items {
        out.push_str(&format!("    {item},\n"));
    }
    out.push_str("]\n");
}
