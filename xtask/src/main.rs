//! The house's chores: `cargo xtask test` is all there is to test, `cargo xtask tidy` its quickest part. Knows nothing of
//! the product but its folders and its commands.

mod shell;
mod test;
mod tidy;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "xtask", about = "Frontdesk's chores")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Everything there is to test, what it needs installed included
    Test {
        /// Only the steps with one of these in their name, e.g. `--only unit --only web`
        #[arg(long)]
        only: Vec<String>,
    },
    /// Crate directions, module headings, words, licences
    Tidy,
    /// The README's pictures, from a running demo
    Screenshots,
}

fn main() -> Result<()> {
    match Arguments::parse().chore {
        Chore::Test { only } => test::run_steps(&only),
        Chore::Tidy => tidy::run(),
        Chore::Screenshots => test::screenshots(),
    }
}
