//! One ticker for all connections of an organisation: asks for signs of life and lets go of those who give none. Knows
//! nothing of single connections' timers, since there are none.

use super::line::Line;
use crate::clock::Clock;
use crate::desk::WeakDesk;
use std::sync::Arc;

const STEP_MS: u64 = 5_000;
/// Each connection is asked once in so many steps: every 30 s.
const STEPS: usize = 6;
const SILENCE_MS_MAX: u64 = 75_000;

/// Ends when the desk is gone.
pub(crate) async fn run(desk: WeakDesk, clock: Arc<dyn Clock>) {
    let mut next = clock.now() + STEP_MS;
    let mut line = Line::default();
    for step in (0..STEPS).cycle() {
        clock.sleep_until(next).await;
        // A clock that was set forward does not make up for the steps it left out.
        next = clock.now() + STEP_MS;
        let Some(desk) = desk.upgrade() else { return };
        desk.live().beat(step, STEPS, SILENCE_MS_MAX);
        desk.visitors().sweep(&desk);
        if step == 0 {
            line.look(&desk).await;
        }
    }
}
