//! `frontdesk restore`: a new data folder of a backup.

use crate::answer::Answer;
use crate::failure::Failure;
use crate::options::FolderOptions;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

/// Make a new data folder of a backup, after checking it
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  frontdesk restore /backups/frontdesk-monday --data /var/lib/frontdesk-restored")]
pub struct Arguments {
    file: PathBuf,
    #[command(flatten)]
    folder: FolderOptions,
}

pub fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let data = arguments.folder.configuration()?.data;
    frontdesk_store::restore(&arguments.file, &data)?;
    answer.give(
        format!("{} is restored into {}", arguments.file.display(), data.display()),
        &json!({ "file": arguments.file, "data": data }),
    );
    Ok(())
}
