//! `frontdesk token`: makes bearer tokens for programs.

use crate::answer::Answer;
use crate::data_folder::{Door, enter, now};
use crate::failure::Failure;
use crate::options::FolderOptions;
use clap::{Args, Subcommand};
use frontdesk_server::operations::{self, CreateToken, TokenCreated};

/// Make tokens for programs
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  TOKEN=$(frontdesk token create --user ada@example.org --name replay --expires-in 7d)"
)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make one; it is said this once
    Create(Create),
}

#[derive(Debug, Args)]
struct Create {
    /// The e-mail of the user it acts for
    #[arg(long)]
    user: String,
    /// What it is for
    #[arg(long, default_value = "command line")]
    name: String,
    /// As in 12h or 30d; without it, it lasts until it is deleted
    #[arg(long, value_name = "DURATION", value_parser = milliseconds)]
    expires_in: Option<u64>,
    #[command(flatten)]
    folder: FolderOptions,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let Verb::Create(create) = &arguments.verb;
    let configuration = create.folder.configuration()?;
    let request = CreateToken {
        user: create.user.clone(),
        name: create.name.clone(),
        expires_at: create.expires_in.map(|lasts| now() + lasts),
    };
    let created: TokenCreated = match enter(&configuration, false).await? {
        Door::Running(control) => control.ask("/tokens", &request).await?,
        Door::Here(app) => {
            let created = operations::create_token(&app, request).await;
            frontdesk_server::close(&app).await;
            created?
        }
    };
    answer.give(&created.token, &created);
    Ok(())
}

fn milliseconds(text: &str) -> Result<u64, String> {
    const SECOND: u64 = 1_000;
    let wrong = || "a number and s, m, h or d, as in 30d".to_owned();
    let split = text.len().checked_sub(1).filter(|at| text.is_char_boundary(*at)).ok_or_else(wrong)?;
    let (number, unit) = text.split_at(split);
    let unit = match unit {
        "s" => SECOND,
        "m" => 60 * SECOND,
        "h" => 3_600 * SECOND,
        "d" => 86_400 * SECOND,
        _ => return Err(wrong()),
    };
    number
        .parse::<u64>()
        .ok()
        .filter(|number| *number > 0)
        .and_then(|number| number.checked_mul(unit))
        .ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_a_number_and_a_unit() {
        assert_eq!(milliseconds("30d"), Ok(30 * 86_400_000));
        assert_eq!(milliseconds("15m"), Ok(900_000));
        for wrong in ["", "d", "0s", "3", "3w", "-1h", "99999999999999999d", "3é"] {
            assert!(milliseconds(wrong).is_err(), "{wrong}");
        }
    }
}
