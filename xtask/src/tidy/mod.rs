//! Tidiness as a test: what must stay true of the sources themselves. Reads files, changes nothing.

mod directions;
mod licences;
mod named_tests;
mod sources;

use anyhow::{Result, bail};

pub fn run() -> Result<()> {
    let mut faults = directions::faults()?;
    faults.extend(sources::faults()?);
    faults.extend(licences::faults()?);
    faults.extend(named_tests::faults()?);
    if faults.is_empty() {
        println!("tidy: nothing to say");
        return Ok(());
    }
    bail!("{} untidy:\n{}", faults.len(), faults.join("\n"))
}
