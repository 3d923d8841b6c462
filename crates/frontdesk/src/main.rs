//! The binary: reads the command line, starts what it names, and says with one sentence and one exit code what became of it.

mod answer;
mod bench;
mod client;
mod commands;
mod config;
mod data_folder;
mod demo;
mod failure;
mod figures;
mod folder;
mod limits;
mod logging;
mod options;
mod process;
mod random;
mod rehearsal;
mod replay;
mod torture;

use answer::Answer;
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use failure::{EXIT_CODES, Failure, FailureKind};
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Frontdesk: a self-hosted omnichannel customer-service server
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES, propagate_version = true)]
struct Arguments {
    /// Answer with one line of JSON, errors too
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(commands::serve::Arguments),
    Demo(commands::demo::Arguments),
    User(commands::user::Arguments),
    Token(commands::token::Arguments),
    Backup(commands::backup::Arguments),
    Restore(commands::restore::Arguments),
    Check(commands::check::Arguments),
    Config(commands::config::Arguments),
    Replay(commands::replay::Arguments),
    Rehearse(commands::rehearse::Arguments),
    Staff(commands::staff::Arguments),
    Bench(commands::bench::Arguments),
    Torture(commands::torture::Arguments),
    /// What `bench` measures against
    #[command(name = "bench-limit", hide = true)]
    BenchLimit(bench::LimitOptions),
    /// One size of `bench route`, in a process of its own
    #[command(name = bench::ENGINE_COMMAND, hide = true)]
    BenchEngine(bench::EngineOptions),
}

fn main() -> ExitCode {
    // A second provider in the build would make rustls refuse to choose at the first connection.
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        return report(Failure::failed("the cryptography provider could not be installed"), false);
    }
    let arguments = match parse() {
        Ok(arguments) => arguments,
        Err(exit_code) => return exit_code,
    };
    let answer = Answer { json: arguments.json };
    match run(arguments.command, answer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => report(failure, answer.json),
    }
}

fn run(command: Command, answer: Answer) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failure::failed)?;
    runtime.block_on(async {
        match command {
            Command::Serve(arguments) => commands::serve::run(&arguments, answer).await,
            Command::Demo(arguments) => commands::demo::run(&arguments, answer).await,
            Command::User(arguments) => commands::user::run(&arguments, answer).await,
            Command::Token(arguments) => commands::token::run(&arguments, answer).await,
            Command::Backup(arguments) => commands::backup::run(&arguments, answer).await,
            Command::Restore(arguments) => commands::restore::run(&arguments, answer),
            Command::Check(arguments) => commands::check::run(&arguments, answer).await,
            Command::Config(arguments) => commands::config::run(&arguments, answer).await,
            Command::Replay(arguments) => commands::replay::run(&arguments, answer).await,
            Command::Rehearse(arguments) => commands::rehearse::run(&arguments, answer).await,
            Command::Staff(arguments) => commands::staff::run(&arguments, answer).await,
            Command::Bench(arguments) => commands::bench::run(&arguments, answer).await,
            Command::Torture(arguments) => commands::torture::run(&arguments, answer).await,
            Command::BenchLimit(options) => bench::serve_limit(&options).await,
            Command::BenchEngine(options) => bench::measure_engine(&options),
        }
    })
}

/// Help goes to stdout; mistakes are one sentence on stderr, as JSON if that was asked for.
fn parse() -> Result<Arguments, ExitCode> {
    let error = match Arguments::command().try_get_matches().and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => return Ok(arguments),
        Err(error) => error,
    };
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if !asked && std::env::args_os().any(|argument| argument == "--json") {
        let text = error.render().to_string();
        let sentence = text.split("\n\n").next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        return Err(report(Failure::usage(sentence.replace('\n', " ")), true));
    }
    let _ = error.print();
    Err(ExitCode::from(if asked { 0 } else { FailureKind::Usage.exit_code() }))
}

fn report(failure: Failure, json: bool) -> ExitCode {
    match json {
        true => eprintln!("{}", failure.to_json()),
        false => eprintln!("frontdesk: {failure}"),
    }
    ExitCode::from(failure.kind.exit_code())
}
