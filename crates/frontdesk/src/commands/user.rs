//! `frontdesk user`: adds people, on a running server or on its folder.

use crate::answer::Answer;
use crate::data_folder::{Door, enter};
use crate::failure::Failure;
use crate::options::FolderOptions;
use clap::{Args, Subcommand, ValueEnum};
use frontdesk_model as model;
use frontdesk_server::operations::{self, AddUser, UserAdded};
use std::io::BufRead;

/// Add people who answer
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  frontdesk user add mara@example.org --name \"Mara Lindqvist\" --role agent --data /var/lib/frontdesk\n  \
echo \"$PASSWORD\" | frontdesk user add ada@example.org --name Ada --role administrator --password-stdin"
)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Add one; without --password-stdin a password is made and said once
    Add(Add),
}

#[derive(Debug, Args)]
struct Add {
    /// Sign-in name
    email: String,
    #[arg(long)]
    name: String,
    #[arg(long)]
    role: Role,
    /// Read the password from the first line of standard input
    #[arg(long)]
    password_stdin: bool,
    /// The organisation's name; needed where there are several. The first user founds it
    #[arg(long)]
    organization: Option<String>,
    #[command(flatten)]
    folder: FolderOptions,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Role {
    Agent,
    Supervisor,
    Administrator,
}

impl From<Role> for model::Role {
    fn from(role: Role) -> model::Role {
        match role {
            Role::Agent => model::Role::Agent,
            Role::Supervisor => model::Role::Supervisor,
            Role::Administrator => model::Role::Administrator,
        }
    }
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let Verb::Add(add) = &arguments.verb;
    let configuration = add.folder.configuration()?;
    let user = AddUser {
        email: add.email.clone(),
        name: add.name.clone(),
        role: add.role.into(),
        password: if add.password_stdin { Some(read_password()?) } else { None },
        organization: add.organization.clone(),
    };
    let added: UserAdded = match enter(&configuration, true).await? {
        Door::Running(control) => control.ask("/users", &user).await?,
        Door::Here(app) => {
            let added = operations::add_user(&app, user).await;
            frontdesk_server::close(&app).await;
            added?
        }
    };
    let password = added.password.as_ref().map(|made| format!("\nOne-time password, to be changed: {made}"));
    answer.give(format!("Added {}{}", added.email, password.unwrap_or_default()), &added);
    Ok(())
}

fn read_password() -> Result<String, Failure> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|error| Failure::usage(format!("standard input: {error}")))?;
    let password = line.trim_end_matches(['\r', '\n']);
    match password.is_empty() {
        true => Err(Failure::usage("no password came on standard input")),
        false => Ok(password.to_owned()),
    }
}
