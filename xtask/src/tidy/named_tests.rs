//! Tests that documents name must be there: a table of promises without a test behind it is only words.
//! Knows Markdown tables whose second column names tests in backticks, under a heading `tests`.

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
            let missing = named(&fs::read_to_string(&path)?).into_iter().filter(|(_, name)| !tests.contains(name));
            faults.extend(missing.map(|(line, name)| format!("docs/{document}:{line}: there is no test {name}")));
        }
    }
    Ok(faults)
}

fn tests() -> Result<BTreeSet<String>> {
    let mut tests = BTreeSet::new();
    for path in rust_files(&root().join("crates"))? {
        let text = fs::read_to_string(path)?;
        let functions =
            text.lines().filter_map(|line| line.trim_start().trim_start_matches("async ").strip_prefix("fn "));
        tests.extend(functions.filter_map(|rest| Some(rest.split_once('(')?.0.to_owned())));
    }
    Ok(tests)
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
