//! `frontdesk config`: the server's own configuration file (template, check), and an organisation's set-up as a file
//! (export, diff, import). Knows which file is meant by the verb, not what is in it.

use crate::answer::Answer;
use crate::config;
use crate::data_folder::{Door, enter};
use crate::failure::{Failure, FailureKind};
use crate::options::FolderOptions;
use clap::{Args, Subcommand};
use frontdesk_server::set_up_file::{ExportSetUp, ImportSetUp, SetUpImported, SetUpText, export_set_up, import_set_up};
use frontdesk_setup::{Fault, FaultCode};
use serde_json::json;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// The server's configuration file, and an organisation's set-up as a file
#[derive(Debug, Args)]
#[command(after_help = "Two kinds of file:
  template, check          how this server runs: address, folder, TLS, limits (see --config)
  export, diff, import     what an organisation has set up: agents, queues, workstreams, rules, hours, skills

Examples:
  frontdesk config template > frontdesk.toml
  frontdesk config check frontdesk.toml
  frontdesk config export set-up.toml --data /var/lib/frontdesk
  frontdesk config diff set-up.toml --data /var/lib/frontdesk
  frontdesk config import set-up.toml --dry-run --data /var/lib/frontdesk")]
pub struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Print a configuration file with every key, its meaning and its default
    Template,
    /// Say whether a configuration file is right, and if not, where it is wrong
    Check { file: PathBuf },
    /// Write the set-up as a file: the same set-up, the same bytes
    Export(SetUpOptions),
    /// Say what import would change; exit code 1 when that is something, 2 when it cannot be said
    Diff(SetUpOptions),
    /// Make the set-up what a file says, all or nothing; on a running server in force at once
    Import(Import),
}

#[derive(Debug, Args)]
struct SetUpOptions {
    /// - is standard input or output
    file: PathBuf,
    /// The organisation's name; needed where there are several
    #[arg(long)]
    organization: Option<String>,
    #[command(flatten)]
    folder: FolderOptions,
}

#[derive(Debug, Args)]
struct Import {
    #[command(flatten)]
    options: SetUpOptions,
    /// Check everything and say what would change, but change nothing
    #[arg(long)]
    dry_run: bool,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    match &arguments.verb {
        Verb::Template => {
            let template = config::template();
            answer.give(template.trim_end(), &json!({ "template": template }));
            Ok(())
        }
        Verb::Check { file } => {
            config::check_file(file)?;
            answer.give(format!("{} is right", file.display()), &json!({ "file": file, "right": true }));
            Ok(())
        }
        Verb::Export(options) => export(options, answer).await,
        Verb::Diff(options) => diff(options, answer).await,
        Verb::Import(import) => {
            let imported = offer(&import.options, import.dry_run).await?;
            let mut said = words(&imported, if import.dry_run { "Would change:" } else { "Changed:" });
            if !imported.administrator_can_sign_in {
                said.push_str("\nNo administrator has a password yet; add one who has: ");
                said.push_str("frontdesk user add EMAIL --name NAME --role administrator");
            }
            answer.give(said, &json!({ "changes": imported.changes, "dryRun": import.dry_run }));
            Ok(())
        }
    }
}

async fn export(options: &SetUpOptions, answer: Answer) -> Result<(), Failure> {
    let configuration = options.folder.configuration()?;
    let request = ExportSetUp { organization: options.organization.clone() };
    let SetUpText { text } = match enter(&configuration, false).await? {
        Door::Running(control) => control.ask("/set-up/export", &request).await?,
        Door::Here(app) => {
            let exported = export_set_up(&app, &request);
            frontdesk_server::close(&app).await;
            exported?
        }
    };
    if is_dash(&options.file) {
        answer.give(text.trim_end(), &json!({ "text": text }));
    } else {
        write(&options.file, &text)?;
        answer.give(format!("Wrote {}", options.file.display()), &json!({ "file": options.file }));
    }
    Ok(())
}

/// As diff(1): what differs has a code of its own, apart from all trouble.
async fn diff(options: &SetUpOptions, answer: Answer) -> Result<(), Failure> {
    let imported = offer(options, true).await.map_err(|failure| match failure.kind {
        FailureKind::Failed => Failure::usage(failure),
        _ => failure,
    })?;
    let differs = !imported.changes.is_empty();
    answer.give(words(&imported, "Import would change:"), &json!({ "changes": imported.changes, "differs": differs }));
    match differs {
        true => Err(Failure::failed(format!("the set-up differs from {}", options.file.display()))),
        false => Ok(()),
    }
}

/// Hands the file over, to be put in force or only looked at.
async fn offer(options: &SetUpOptions, dry_run: bool) -> Result<SetUpImported, Failure> {
    let text = read(&options.file)?;
    // What is wrong with the file by itself needs no server.
    if let Err(faults) = frontdesk_setup::read(&text) {
        return Err(wrong(&options.file, &faults));
    }
    let configuration = options.folder.configuration()?;
    let request = ImportSetUp { text, organization: options.organization.clone(), dry_run };
    let imported: SetUpImported = match enter(&configuration, !dry_run).await? {
        Door::Running(control) => control.ask("/set-up/import", &request).await?,
        Door::Here(app) => {
            let imported = import_set_up(&app, request).await;
            frontdesk_server::close(&app).await;
            imported?
        }
    };
    match imported.faults.is_empty() {
        true => Ok(imported),
        false => Err(wrong(&options.file, &imported.faults)),
    }
}

fn words(imported: &SetUpImported, heading: &str) -> String {
    let mut lines = match imported.changes.is_empty() {
        true => vec!["Nothing differs".to_owned()],
        false => vec![heading.to_owned()],
    };
    lines.extend(imported.changes.iter().map(|change| format!("  {change}")));
    lines.join("\n")
}

/// A line each, as compilers write them. A file that is right by itself, and refused here, is no wrong usage.
fn wrong(file: &Path, faults: &[Fault]) -> Failure {
    let line = |fault: &Fault| format!("{}:{}: {}", file.display(), fault.line, fault.message);
    let lines = faults.iter().map(line).collect::<Vec<_>>().join("\n");
    match faults.iter().all(|fault| fault.code == FaultCode::Refused) {
        true => Failure::failed(lines),
        false => Failure::usage(lines),
    }
}

fn is_dash(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn read(file: &Path) -> Result<String, Failure> {
    let read = if is_dash(file) {
        let mut text = String::new();
        std::io::stdin().lock().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(file)
    };
    read.map_err(|error| Failure::usage(format!("{} cannot be read: {error}", file.display())))
}

/// Under its name only when it is whole.
fn write(file: &Path, text: &str) -> Result<(), Failure> {
    let mut unfinished = file.as_os_str().to_owned();
    unfinished.push(".unfinished");
    let written = fs::File::create(&unfinished)
        .and_then(|mut out| out.write_all(text.as_bytes()).and_then(|()| out.sync_all()))
        .and_then(|()| fs::rename(&unfinished, file));
    written.map_err(|error| Failure::failed(format!("{} cannot be written: {error}", file.display())))
}
