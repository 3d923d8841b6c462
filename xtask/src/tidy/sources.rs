//! What the sources may not say: unfinished work, clocks in the pure core, SQL outside the store, modules without a heading.

use crate::shell::root;
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// Words, where they may not stand, and why. Split so that this file does not accuse itself.
const WORDS: &[(&[&str], &str, &str)] = &[
    (&["todo", "!("], "", "unfinished"),
    (&["unimplemented", "!("], "", "unfinished"),
    (&["#[ig", "nore"], "", "a skipped test"),
    (&["FIX", "ME"], "", "unfinished"),
    (&["thread::", "sleep"], "crates/*/tests", "a test that sleeps"),
    (&["SystemTime", "::now"], "crates/engine/src", "the core is told the time"),
    (&["Instant", "::now"], "crates/engine/src", "the core is told the time"),
    (&["Timestamp", "::now"], "crates/engine/src", "the core is told the time"),
    (&["Hash", "Map"], "crates/engine/src", "its order would show in outputs"),
    (&["Hash", "Set"], "crates/engine/src", "its order would show in outputs"),
    (&["async ", "fn"], "crates/engine", "the core does not wait"),
    (&["now_", "v7"], "crates/engine", "ids are told"),
    (&["msdyn", "_"], "crates/engine", "the contract's names live in the Dataverse layer"),
    (&["msdyn", "_"], "crates/store", "the contract's names live in the Dataverse layer"),
];

/// Statements that only the store may write.
const SQL: &[&str] = &["SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA "];

pub fn faults() -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for path in rust_files(&root().join("crates"))?.into_iter().chain(rust_files(&root().join("xtask"))?) {
        let text = fs::read_to_string(&path)?;
        let shown = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if !text.starts_with("//!") {
            faults.push(format!("{shown}: opens without a line on what it is (`//!`)"));
        }
        for (pieces, place, why) in WORDS {
            let word = pieces.concat();
            if within(&shown, place)
                && let Some(line) = text.lines().position(|line| line.contains(&word))
            {
                faults.push(format!("{shown}:{}: {word} ({why})", line + 1));
            }
        }
        // The store's house, the chores, and tests that look into its files from outside.
        let may_speak_sql =
            shown.starts_with("crates/store/") || shown.starts_with("xtask/") || shown.contains("/tests/");
        if !may_speak_sql && let Some(line) = text.lines().position(is_sql) {
            faults.push(format!("{shown}:{}: SQL lives in crates/store", line + 1));
        }
    }
    Ok(faults)
}

fn is_sql(line: &str) -> bool {
    !line.trim_start().starts_with("//") && SQL.iter().any(|statement| line.contains(statement))
}

/// `place` is a folder; `*` stands for one name; empty = everywhere.
fn within(path: &str, place: &str) -> bool {
    let mut names = path.split('/');
    place.is_empty() || place.split('/').all(|wanted| names.next().is_some_and(|name| wanted == "*" || wanted == name))
}

pub(super) fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules") {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_say_nothing_they_may_not() {
        assert_eq!(faults().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_place_is_a_folder_with_any_name_for_a_star() {
        assert!(within("crates/engine/src/lib.rs", "crates/engine"));
        assert!(within("crates/server/tests/live.rs", "crates/*/tests"));
        assert!(!within("crates/server/src/live.rs", "crates/*/tests"));
        assert!(within("anything", ""));
    }

    #[test]
    fn sql_is_recognised_but_not_in_comments() {
        assert!(is_sql("let text = \"SELECT 1\";"));
        assert!(!is_sql("    // SELECT is the store's"));
    }
}
