//! `frontdesk demo`: a lively organisation to look at, in one command.

use super::serve::{Signals, until_told};
use crate::answer::Answer;
use crate::config::{Configuration, no_flags};
use crate::data_folder::{from_anyhow, open_store};
use crate::demo::{self, Cast, Part, SignIn, World};
use crate::failure::{Failure, FailureKind};
use crate::{limits, logging};
use clap::Args;
use frontdesk_model::Role;
use serde_json::json;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;

const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);
const PORTS_TRIED: u16 = 50;
const DATA: &str = "frontdesk-demo";

/// Serve a demonstration: a furniture shop with its people, its past, and customers who keep coming
#[derive(Debug, Args)]
#[command(
    after_help = "The data folder (default ./frontdesk-demo) is used again by the next start, sign-ins included; \
delete it to begin anew.\nWith --json, one line {url, organizationId, widgetId, users: [{id, email, password, role}]} is \
printed when the server is ready.\n\nExamples:\n  frontdesk demo\n  frontdesk demo --data /tmp/demo --listen 127.0.0.1:9000 --quiet-world --json"
)]
pub struct Arguments {
    /// The data folder
    #[arg(long, value_name = "DIR", default_value = DATA)]
    data: PathBuf,
    /// The address to listen on; without it, 127.0.0.1:8080 or the next free port
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<SocketAddr>,
    /// The same seed makes the same people, customers and conversations
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Nobody who is simulated writes
    #[arg(long)]
    quiet_world: bool,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let configuration = configuration(arguments)?;
    logging::start(configuration.log.format, "warn,frontdesk=info")?;
    limits::raise_open_files();
    let signals = Signals::new()?;
    let store = open_store(&configuration)?;
    let cast = demo::enter(&configuration.data, &*store, arguments.seed).await?;
    let server = frontdesk_server::serve(configuration.to_server(), store).await.map_err(from_anyhow)?;
    let scene = Scene { url: server.url().to_owned(), cast, quiet: arguments.quiet_world };
    answer.give(&scene, &scene.to_json());
    let world = match arguments.quiet_world {
        true => None,
        false => Some(demo::set_going(&scene.world())?),
    };
    let ended = until_told(server, signals).await;
    drop(world);
    ended
}

fn configuration(arguments: &Arguments) -> Result<Configuration, Failure> {
    let mut flags = no_flags();
    flags.data = Some(arguments.data.clone());
    flags.listen = Some(match arguments.listen {
        Some(listen) => listen,
        None => next_free(LISTEN)?,
    });
    Configuration::load(None, flags)
}

fn next_free(first: SocketAddr) -> Result<SocketAddr, Failure> {
    let last = first.port().saturating_add(PORTS_TRIED);
    let mut candidates = (first.port()..=last).map(|port| SocketAddr::new(first.ip(), port));
    let in_use = || Failure::new(FailureKind::InUse, format!("ports {} to {last} are all in use", first.port()));
    candidates.find(|address| TcpListener::bind(address).is_ok()).ok_or_else(in_use)
}

/// What is said when everything stands.
struct Scene {
    url: String,
    cast: Cast,
    quiet: bool,
}

impl Scene {
    fn to_json(&self) -> serde_json::Value {
        json!({
            "url": self.url,
            "organizationId": self.cast.organization_id,
            "widgetId": self.cast.website_widget,
            "users": self.cast.users,
        })
    }

    fn world(&self) -> World {
        let sign_in = |user: &demo::User| SignIn { email: user.email.clone(), password: user.password.clone() };
        World {
            url: self.url.clone(),
            website_widget: self.cast.website_widget,
            account_widget: self.cast.account_widget,
            sign_ins: self.cast.users.iter().map(sign_in).collect(),
            seed: self.cast.seed,
        }
    }
}

impl fmt::Display for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (url, cast) = (&self.url, &self.cast);
        writeln!(f, "\n  Alder & Pine is open.\n")?;
        writeln!(f, "  Workspace          {url}/")?;
        writeln!(f, "  A visitor's page   {url}/chat/{}", cast.website_widget)?;
        writeln!(f, "  Customer account   {url}/chat/{}   (goes on for days)", cast.account_widget)?;
        writeln!(f, "  The API, to try    {url}/docs\n")?;
        writeln!(f, "  {:<28} {:<24} Role", "Sign in with", "Password")?;
        for (user, person) in cast.users.iter().zip(&demo::PEOPLE) {
            let part = match person.part {
                Part::Yours if user.role == Role::Agent => "yours: work waits for you",
                Part::Yours => "yours",
                Part::Played(_) if !self.quiet => "played",
                Part::Played(_) | Part::Off => "",
            };
            let role = format!("{:?}", user.role).to_lowercase();
            writeln!(f, "  {:<28} {:<24} {role:<14} {part}", user.email, user.password)?;
        }
        let Some(first) = cast.users.first() else { return Ok(()) };
        writeln!(f, "\n  What waits for {}'s customers to answer (getConversations):", first.name)?;
        writeln!(f, "  curl -H 'Authorization: Bearer {}' \\", cast.token)?;
        writeln!(
            f,
            "    '{url}/api/v1/agents/{}/conversations?status=3&attributes=msdyn_title,msdyn_channel'",
            first.id
        )?;
        write!(f, "\n  Stop with Ctrl+C. The next start goes on from here.")
    }
}
