//! `frontdesk backup`: a consistent copy in one file, while everything goes on.

use crate::answer::Answer;
use crate::data_folder::{Door, enter};
use crate::failure::Failure;
use crate::options::FolderOptions;
use clap::Args;
use frontdesk_server::control::Backup;
use frontdesk_server::operations;
use serde_json::json;
use std::path::PathBuf;

/// Copy everything into one new file, while the server goes on
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  frontdesk backup /backups/frontdesk-monday --data /var/lib/frontdesk")]
pub struct Arguments {
    /// Must not be there yet
    file: PathBuf,
    #[command(flatten)]
    folder: FolderOptions,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let configuration = arguments.folder.configuration()?;
    // The server has a working folder of its own.
    let file = std::path::absolute(&arguments.file)
        .map_err(|error| Failure::usage(format!("{}: {error}", arguments.file.display())))?;
    match enter(&configuration, false).await? {
        Door::Running(control) => {
            control.ask::<Backup>("/backup", &Backup { file: file.clone() }).await?;
        }
        Door::Here(app) => {
            let done = operations::backup(&app, file.clone()).await;
            frontdesk_server::close(&app).await;
            done?;
        }
    }
    let bytes = std::fs::metadata(&file).map_or(0, |metadata| metadata.len());
    answer
        .give(format!("{} holds everything ({bytes} bytes)", file.display()), &json!({ "file": file, "bytes": bytes }));
    Ok(())
}
