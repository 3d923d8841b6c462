//! The engine's routing held against theory, over a part of the grid that the example prints whole.

use frontdesk_rehearsal::theory::grid::{Cell, Effort, Figure};
use std::sync::OnceLock;

const EFFORT: Effort = Effort { runs: 16, customers: 1_200.0 };

fn cells() -> Vec<Cell> {
    let cell = |agents, utilisation, patience| Cell { agents, utilisation, patience };
    vec![
        cell(1, 0.5, None),
        cell(2, 0.6, None),
        cell(5, 0.7, None),
        cell(1, 1.2, Some(1.0)),
        cell(5, 1.0, Some(0.5)),
        cell(20, 1.2, Some(2.0)),
    ]
}

/// Simulated once for both tests.
fn figures() -> &'static [(Cell, Vec<Figure>)] {
    static FIGURES: OnceLock<Vec<(Cell, Vec<Figure>)>> = OnceLock::new();
    FIGURES.get_or_init(|| cells().into_iter().map(|cell| (cell, cell.figures(EFFORT, 1))).collect())
}

#[test]
fn waits_service_level_and_abandonment_are_those_of_erlang_c_and_erlang_a() {
    for (cell, figures) in figures() {
        for figure in figures {
            assert!(figure.agrees(), "{cell:?} {figure:?}");
        }
    }
}

/// The intervals are narrow enough to tell one agent more or fewer.
#[test]
fn one_agent_more_or_less_would_be_seen() {
    for (cell, figures) in figures() {
        for agents in [cell.agents - 1, cell.agents + 1] {
            let utilisation = cell.utilisation * f64::from(cell.agents) / f64::from(agents.max(1));
            if agents == 0 || (cell.patience.is_none() && utilisation >= 1.0) {
                continue;
            }
            let theory = Cell { agents, utilisation, ..*cell }.theory();
            let told_apart = figures.iter().zip(theory).any(|(figure, other)| !figure.engine.holds(other));
            assert!(told_apart, "{cell:?} looks like {agents} agents: {figures:?}");
        }
    }
}
