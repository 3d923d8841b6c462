//! The engine against Erlang C and Erlang A, as a table: `cargo run --release -p frontdesk-rehearsal --example erlang`.
//! Fails when a figure of theory lies outside the engine's 99.9 % interval. Knows nothing that `theory` does not.

use frontdesk_rehearsal::theory::grid::{Cell, Effort, Figure, whole_grid};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

const EFFORT: Effort = Effort { runs: 20, customers: 20_000.0 };

fn main() -> ExitCode {
    println!("agents  load/agents  patience  figure        theory    engine  ± 99.9 %");
    let cells = whole_grid();
    let (mut figures, mut outside) = (0, 0);
    for (cell, found) in cells.iter().zip(simulate(&cells)) {
        for figure in found {
            print(cell, &figure);
            figures += 1;
            outside += u32::from(!figure.agrees());
        }
    }
    println!("{figures} figures, {outside} outside. Times are in mean talks; \"in time\" is within half of one.");
    ExitCode::from(u8::from(outside > 0))
}

/// The figures of each cell, worked out on as many threads as there are processors.
fn simulate(cells: &[Cell]) -> Vec<Vec<Figure>> {
    let found: Vec<OnceLock<Vec<Figure>>> = cells.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let (Some(cell), Some(place)) = (cells.get(number), found.get(number)) else { return };
            place.get_or_init(|| cell.figures(EFFORT, 1));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    found.into_iter().filter_map(OnceLock::into_inner).collect()
}

fn print(cell: &Cell, figure: &Figure) {
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
}
