//! Every library's licence, against those that may be in the binary.

use crate::shell::output;
use anyhow::{Context, Result};

const ALLOWED: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "Unlicense",
    "CC0-1.0",
    "0BSD",
    "BSL-1.0",
    "CDLA-Permissive-2.0",
];

pub fn faults() -> Result<Vec<String>> {
    let metadata = output("cargo", &["metadata", "--format-version", "1", "--locked"])?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).context("cargo metadata")?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    Ok(packages
        .iter()
        .filter(|package| !is_allowed(package["license"].as_str().unwrap_or_default()))
        .map(|package| format!("{}: licence {} is not on the list", package["name"], package["license"]))
        .collect())
}

/// An expression such as `(MIT OR Apache-2.0) AND Unicode-3.0`: every part that must be met has a choice that may be.
fn is_allowed(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    plain.split(" AND ").all(|part| part.split(" OR ").any(|choice| ALLOWED.contains(&choice.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_licence_is_on_the_list() {
        assert_eq!(faults().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn expressions_need_an_allowed_choice_in_every_part() {
        assert!(is_allowed("MIT OR Apache-2.0"));
        assert!(is_allowed("(MIT OR GPL-3.0) AND Unicode-3.0"));
        assert!(!is_allowed("MIT AND AGPL-3.0"));
        assert!(!is_allowed(""));
    }
}
