//! `frontdesk config`: prints the commented template, checks a file.

use crate::answer::Answer;
use crate::config;
use crate::failure::Failure;
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::PathBuf;

/// Print or check the configuration file
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  frontdesk config template > frontdesk.toml\n  frontdesk config check frontdesk.toml"
)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Print a file with every key, its meaning and its default
    Template,
    /// Say whether a file is right, and if not, where it is wrong
    Check { file: PathBuf },
}

pub fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    match &arguments.verb {
        Verb::Template => {
            let template = config::template();
            answer.give(template.trim_end(), &json!({ "template": template }));
        }
        Verb::Check { file } => {
            config::check_file(file)?;
            answer.give(format!("{} is right", file.display()), &json!({ "file": file, "right": true }));
        }
    }
    Ok(())
}
