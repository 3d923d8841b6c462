//! Promises over random set-ups: what is written reads back, and means the same.

use crate::support::{AT, empty, ids, random};
use frontdesk_model::{SetUpEdit, SetUpPiece, SkillId};
use frontdesk_setup::{SetUp, changes, export, plan, read};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn imported(text: &str, into: &SetUp) -> (SetUp, Vec<SetUpEdit>) {
    let document = read(text).unwrap_or_else(|faults| panic!("{faults:#?}\n{text}"));
    let edits = plan(&document, into, AT, ids(1 << 100)).unwrap_or_else(|faults| panic!("{faults:#?}\n{text}"));
    (into.clone().with(&edits), edits)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn an_export_imported_into_an_empty_organisation_exports_the_same_bytes(seed: u64) {
        let text = export(&random(seed));
        prop_assert_eq!(&text, &export(&random(seed)));
        let (copy, _) = imported(&text, &empty());
        prop_assert_eq!(export(&copy), text);
    }

    #[test]
    fn an_export_imported_where_it_came_from_changes_nothing(seed: u64) {
        let set_up = random(seed);
        let (_, edits) = imported(&export(&set_up), &set_up);
        prop_assert_eq!(edits, vec![]);
    }

    #[test]
    fn whatever_was_there_an_import_leaves_what_the_file_says(seed: u64, other: u64) {
        let (there, wanted) = (random(seed), random(other));
        let text = export(&wanted);
        let (after, edits) = imported(&text, &there);
        prop_assert_eq!(export(&after), text.clone());
        prop_assert_eq!(imported(&text, &after).1, vec![]);
        // Nobody holds on to what is gone, not even those who have left.
        let skills: BTreeSet<SkillId> = after.skills.iter().map(|skill| skill.id).collect();
        prop_assert!(after.agents.iter().flat_map(|agent| &agent.skills).all(|held| skills.contains(&held.skill_id)));
        prop_assert!(edits.is_empty() || !changes(&there, &edits).is_empty());
    }

    #[test]
    fn no_secret_and_no_id_is_written(seed: u64) {
        let set_up = random(seed);
        let text = export(&set_up);
        prop_assert!(!text.contains("argon2id"));
        let ids = set_up.queues.iter().map(|queue| queue.id.to_string());
        prop_assert!(ids.into_iter().all(|id| !text.contains(&id)));
    }

    #[test]
    fn people_keep_their_passwords(seed: u64) {
        let there = random(seed);
        let renamed = export(&there).replace("name = \"", "name = \"the new ");
        if let Ok(document) = read(&renamed) {
            for edit in plan(&document, &there, AT, ids(1 << 100)).unwrap_or_default() {
                if let SetUpEdit::Put { piece: SetUpPiece::Agent(agent), .. } = edit {
                    let before = there.agents.iter().find(|before| before.id == agent.id).unwrap();
                    prop_assert_eq!(&agent.password_hash, &before.password_hash);
                    prop_assert_eq!(agent.created_at, before.created_at);
                }
            }
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(format = 1\n)?[a-z\\[\\]\"'= {},.0-9\n]{0,200}") {
        let _ = read(&text);
    }

    #[test]
    fn a_broken_export_is_refused_or_read_and_never_a_panic(seed: u64, at: prop::sample::Index, with in "[\\[\\]\"'={}\n0a]") {
        let mut text = export(&random(seed));
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        text.insert_str(*at.get(&places), &with);
        if let Ok(document) = read(&text) {
            let _ = plan(&document, &random(seed), AT, ids(1 << 100));
        }
    }
}
