//! The demonstration: a believable organisation, and a world that keeps it living through the public API alone.

mod cast;
mod colleagues;
mod company;
mod customers;
mod past;
mod scenarios;
mod seed;

pub use cast::{Cast, User, enter};
pub use company::{PEOPLE, Part};

use crate::client::{Api, ApiError};
use crate::random::Random;
use colleagues::Colleague;
use customers::Widgets;
use frontdesk_model::WidgetId;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

/// The server is in this very process: it is away only while it stops.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the world needs to know of the organisation.
pub struct World {
    pub url: String,
    pub website_widget: WidgetId,
    pub account_widget: WidgetId,
    /// In the order of `PEOPLE`.
    pub sign_ins: Vec<SignIn>,
    pub seed: u64,
}

#[derive(Clone)]
pub struct SignIn {
    pub email: String,
    pub password: String,
}

/// Everybody who is simulated; they stop when this is dropped.
pub fn set_going(world: &World) -> Result<JoinSet<()>, ApiError> {
    let api = Api::new(&world.url, PATIENCE)?;
    let random = Random::new(world.seed).branch("world");
    let scenarios = Arc::new(scenarios::all());
    let mut everybody = JoinSet::new();
    for (person, sign_in) in PEOPLE.iter().zip(&world.sign_ins) {
        if let Part::Played(presence) = person.part {
            let SignIn { email, password } = sign_in.clone();
            let random = random.branch(&email);
            everybody.spawn(colleagues::work(
                api.clone(),
                Colleague { email, password, presence },
                random,
                scenarios.clone(),
            ));
        }
    }
    let widgets = Widgets { website: world.website_widget, account: world.account_widget };
    everybody.spawn(customers::arrive(api, widgets, random.branch("customers"), scenarios));
    Ok(everybody)
}
