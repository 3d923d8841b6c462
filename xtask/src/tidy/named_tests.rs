//! Tests that documents name must be there: a table of promises without a test behind it is only words.
//! Knows Markdown tables whose last column names tests in backticks, under a heading `tests`: `name` of any crate, or
//! `file::name` where the file says which.

use super::sources::rust_files;
use crate::shell::root;
use anyhow::Result;
use std::collections::BTreeSet;
use std::fs;

pub fn faults() -> Result<Vec<String>> {
    let tests = tests()?;
    let mut faults = Vec::new();
    for entry in fs::read_dir(root().join("docs"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let document = path.file_name().unwrap_or_default().to_string_lossy();
            for (line, name) in named(&fs::read_to_string(&path)?) {
                let there = match name.split_once("::") {
                    Some((file, title)) => is_in(file, title),
                    None => tests.contains(&name),
                };
                if !there {
                    faults.push(format!("docs/{document}:{line}: there is no test {name}"));
                }
            }
        }
    }
    Ok(faults)
}

fn tests() -> Result<BTreeSet<String>> {
    let mut tests = BTreeSet::new();
    for path in rust_files(&root().join("crates"))? {
        tests.extend(tests_of(&fs::read_to_string(path)?));
    }
    Ok(tests)
}

/// Functions under an attribute that makes them tests.
fn tests_of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_test = false;
    for line in text.lines().map(str::trim_start) {
        if line.starts_with("#[") {
            is_test |= line.starts_with("#[test]") || line.starts_with("#[tokio::test");
            continue;
        }
        let function = line.trim_start_matches("async ").strip_prefix("fn ");
        if let Some((name, _)) = function.filter(|_| is_test).and_then(|rest| rest.split_once('(')) {
            found.push(name.to_owned());
        }
        is_test = false;
    }
    found
}

/// A test of that file: a Rust function, or the title of one in a browser part.
fn is_in(file: &str, title: &str) -> bool {
    let Ok(text) = fs::read_to_string(root().join(file)) else { return false };
    match file.ends_with(".rs") {
        true => tests_of(&text).iter().any(|name| name == title),
        false => ["it", "test"].iter().any(|word| text.contains(&format!("{word}(\"{title}\""))),
    }
}

/// The names in the last column of tables whose heading says `tests`, each with its line.
fn named(document: &str) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    let mut in_table = false;
    for (number, line) in (1..).zip(document.lines()) {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        if !line.starts_with('|') {
            in_table = false;
        } else if cells.last() == Some(&"tests") {
            in_table = true;
        } else if in_table && let Some(last) = cells.last() {
            named.extend(last.split('`').skip(1).step_by(2).map(|name| (number, name.to_owned())));
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_that_a_document_names_is_there() {
        assert_eq!(faults().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn names_are_read_from_tables_of_tests_only() {
        let document =
            "| what | tests |\n|---|---|\n| a | `one`, `two` |\n\n| what | where |\n|---|---|\n| b | `three` |\n";
        let names: Vec<String> = named(document).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["one", "two"]);
    }
}
