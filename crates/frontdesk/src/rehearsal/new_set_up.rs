//! The set-up to be tried, from a file as `frontdesk config export` writes it. Knows nothing of rehearsals.

use crate::data_folder::now;
use crate::failure::Failure;
use frontdesk_rehearsal::SetUp;
use std::path::Path;
use uuid::Uuid;

/// What the file says, where it names what is there: with its ids. Nothing is changed anywhere.
pub fn read(file: &Path, old: &SetUp) -> Result<SetUp, Failure> {
    let wrong = |error: &dyn std::fmt::Display| Failure::usage(format!("{}: {error}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| wrong(&error))?;
    let faults = |faults: Vec<frontdesk_setup::Fault>| {
        let lines = faults.iter().map(|fault| format!("line {}: {}", fault.line, fault.message));
        wrong(&lines.collect::<Vec<_>>().join("; "))
    };
    let document = frontdesk_setup::read(&text).map_err(faults)?;
    let edits = frontdesk_setup::plan(&document, &old.parts().into(), now(), Uuid::now_v7).map_err(faults)?;
    old.changed(edits).map_err(|refusal| wrong(&refusal.detail))
}
