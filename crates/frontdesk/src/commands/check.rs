//! `frontdesk check`: whether a data folder is sound.

use crate::answer::Answer;
use crate::data_folder::{Control, must_be_there, open_store};
use crate::failure::{Failure, FailureKind};
use crate::options::FolderOptions;
use clap::Args;
use frontdesk_server::control::Findings;
use serde_json::json;

/// Check a data folder: the database's own integrity, numbers without gaps, nothing that refers to nothing
#[derive(Debug, Args)]
#[command(after_help = "Works while a server runs on the folder. Exit code 5 if something is wrong.\n\n\
Example:\n  frontdesk check --data /var/lib/frontdesk")]
pub struct Arguments {
    #[command(flatten)]
    folder: FolderOptions,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let configuration = arguments.folder.configuration()?;
    let data = &configuration.data;
    let Findings { findings } = match Control::reach(data).await {
        Some(control) => control.ask("/check", &json!({})).await?,
        None => {
            must_be_there(data)?;
            Findings { findings: open_store(&configuration)?.check().await? }
        }
    };
    let words = match findings.is_empty() {
        true => format!("{} is sound", data.display()),
        false => findings.join("\n"),
    };
    answer.give(words, &json!({ "data": data, "sound": findings.is_empty(), "findings": findings }));
    match findings.len() {
        0 => Ok(()),
        count => Err(Failure::new(FailureKind::Unsound, format!("{} has {count} faults", data.display()))),
    }
}
