//! What the documentation says of the file is so.

use crate::support::{AT, empty, ids, random};
use frontdesk_setup::{export, plan, read};
use std::collections::BTreeSet;
use toml::Value;

const PAGE: &str = include_str!("../../../../docs/configuration.md");

fn example() -> &'static str {
    let (_, rest) = PAGE.split_once("```toml\n").expect("an example");
    rest.split_once("```").expect("its end").0
}

#[test]
fn the_example_is_a_file_and_says_nothing_twice() {
    let document = read(example()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let edits = plan(&document, &empty(), AT, ids(100)).expect("complete");
    let set_up = empty().with(&edits);
    let again = read(&export(&set_up)).expect("right");
    assert_eq!(plan(&again, &set_up, AT, ids(1_000)), Ok(vec![]));
}

#[test]
fn every_key_that_can_be_written_is_explained() {
    let mut keys = BTreeSet::new();
    for seed in 0..300 {
        collect(&Value::Table(export(&random(seed)).parse().expect("TOML")), &mut keys);
    }
    // Names of theirs, not ours.
    keys.retain(|key| key.bytes().all(|byte| byte.is_ascii_alphabetic()));
    assert!(keys.len() > 80, "{keys:?}");
    let missing: Vec<&String> = keys.iter().filter(|key| !PAGE.contains(key.as_str())).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

fn collect(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                keys.insert(key.clone());
                collect(value, keys);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, keys)),
        _ => {}
    }
}
