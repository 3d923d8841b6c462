//! The engine against Erlang C and Erlang A, as a table: `cargo run --release -p frontdesk-rehearsal --example erlang`.
//! Fails when a figure of theory lies outside the engine's 99.9 % interval. Knows nothing that `theory` does not.

use frontdesk_rehearsal::theory::grid::{Effort, whole_grid};
use std::process::ExitCode;

const EFFORT: Effort = Effort { runs: 20, customers: 20_000.0 };

fn main() -> ExitCode {
    println!("agents  load/agents  patience  figure        theory    engine  ± 99.9 %");
    let (mut figures, mut outside) = (0, 0);
    for cell in whole_grid() {
        for figure in cell.figures(EFFORT, 1) {
            let patience = cell.patience.map_or("endless".to_owned(), |patience| patience.to_string());
            println!(
                "{:>6}  {:>11.2}  {patience:>8}  {:<10} {:>9.4} {:>9.4} {:>9.4}{}",
                cell.agents,
                cell.utilisation,
                figure.name,
                figure.theory,
                figure.engine.mean,
                figure.engine.half_width,
                if figure.agrees() { "" } else { "  OUTSIDE" }
            );
            figures += 1;
            outside += u32::from(!figure.agrees());
        }
    }
    println!("{figures} figures, {outside} outside. Times are in mean talks; \"in time\" is within half of one.");
    ExitCode::from(u8::from(outside > 0))
}
