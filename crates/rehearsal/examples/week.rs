//! How long a week of 10,000 conversations a day takes under two set-ups at once:
//! `cargo run --release -p frontdesk-rehearsal --example week`. Knows nothing of data folders.

use frontdesk_rehearsal::demand::{Demand, Forecast, Kind, Spread, always_there, asks};
use frontdesk_rehearsal::{Ending, WeekHours, plain, run};
use std::time::Instant;

fn main() {
    let from = "2026-01-05T00:00:00Z".parse().expect("a time");
    let until = from + 7 * 86_400_000;
    let set_ups = [plain(55, 3), plain(50, 3)];
    let forecast = Forecast {
        arrivals_per_hour: vec![10_000.0 / 24.0; 168],
        kinds: vec![Kind {
            weight: 1.0,
            asks: asks(set_ups[0].workstreams()[0].id),
            talk: Spread::Lognormal { mean_ms: 1_200_000.0, variation: 0.8 },
        }],
        patience: Some(Spread::Exponential { mean_ms: 600_000.0 }),
        wrap_up: Spread::Exponential { mean_ms: 60_000.0 },
        accept: Spread::Exponential { mean_ms: 5_000.0 },
    };
    let begun = Instant::now();
    let customers = forecast.draw(from, until, &WeekHours::in_zone("UTC"), 1);
    println!("{} customers drawn in {:.2?}", customers.len(), begun.elapsed());
    let demand = Demand { from, until, customers, shifts: always_there(&set_ups[0], from) };
    std::thread::scope(|scope| {
        for set_up in &set_ups {
            let (demand, begun) = (&demand, Instant::now());
            scope.spawn(move || {
                let outcome = run(set_up, demand);
                let answered = outcome.visits.iter().filter(|visit| visit.ending == Ending::Answered).count();
                println!("{} agents: {answered} answered, in {:.2?}", set_up.agents().len(), begun.elapsed());
            });
        }
    });
    println!("all in {:.2?}", begun.elapsed());
}
