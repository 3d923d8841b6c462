//! What a file's values must be beyond what the engine asks: the bounds that the API has too, so that neither door lets in
//! what the other would refuse. Knows no references.

use crate::check;
use crate::errors::{Answer, Problem};
use crate::operations::NAME_CHARACTERS_MAX;
use frontdesk_model::{
    Agent, Channel, ConversationMode, Organization, Queue, Rules, Ruleset, SetUpEdit, SetUpPiece, Widget, Workstream,
};
use frontdesk_setup::{Document, Fault, FaultCode};

const NAME_MAX: usize = 100;
const UNITS_MAX: u32 = 100_000;

pub fn faults(document: &Document, edits: &[SetUpEdit]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for edit in edits {
        let SetUpEdit::Put { piece, .. } = edit else { continue };
        if let Err(problem) = check_piece(piece) {
            let details = problem.errors.iter().map(|error| format!("{} {}", error.field, error.detail));
            let line = document.line_of(edit).unwrap_or(1);
            let message = |detail| format!("'{}': {detail}", piece.name());
            faults.extend(details.map(|detail| Fault { line, code: FaultCode::WrongValue, message: message(detail) }));
        }
    }
    faults
}

fn check_piece(piece: &SetUpPiece) -> Answer<()> {
    match piece {
        SetUpPiece::Organization(organization) => check_organization(organization),
        SetUpPiece::Agent(agent) => check_agent(agent),
        SetUpPiece::Queue(queue) => check_queue(queue),
        SetUpPiece::Workstream(workstream) => check_workstream(workstream),
        SetUpPiece::Ruleset(ruleset) => check_ruleset(ruleset),
        SetUpPiece::Widget(widget) => check_widget(widget),
        SetUpPiece::Skill(skill) => {
            as_written("kind", &skill.kind, &check::text("kind", &skill.kind, NAME_MAX)?)?;
            check_name(&skill.name, NAME_MAX)
        }
        SetUpPiece::Presence(presence) => check_name(&presence.name, NAME_MAX),
        SetUpPiece::SessionTemplate(template) => check_name(&template.name, NAME_MAX),
        SetUpPiece::NotificationTemplate(template) => check_name(&template.name, NAME_MAX),
        SetUpPiece::QuickReply(reply) => {
            as_written("title", &reply.title, &check::name("title", &reply.title, NAME_MAX)?)
        }
        SetUpPiece::CapacityProfile(profile) => check_name(&profile.name, NAME_MAX),
        SetUpPiece::OperatingHours(hours) => check_name(&hours.name, NAME_MAX),
    }
}

fn check_organization(organization: &Organization) -> Answer<()> {
    check_name(&organization.name, NAME_CHARACTERS_MAX)?;
    let settings = &organization.settings;
    check::range("decliningAgentsMax", settings.declining_agents_max, 1, 100_000)?;
    check::range("sessionsMax", settings.sessions_max, 1, 1_000)?;
    check::range("messageCharactersMax", settings.message_characters_max, 1, 100_000)?;
    let origins = check::origins("framedOrigins", settings.framed_origins.clone())?;
    as_written("framedOrigins", &settings.framed_origins, &origins)
}

fn check_agent(agent: &Agent) -> Answer<()> {
    check_name(&agent.name, NAME_CHARACTERS_MAX)?;
    as_written("email", &agent.email, &check::email("email", &agent.email)?)?;
    check::range("capacityUnits", agent.capacity_units, 0, UNITS_MAX).map(drop)
}

fn check_queue(queue: &Queue) -> Answer<()> {
    check_name(&queue.name, NAME_MAX)?;
    check::range("priority", queue.priority, 1, 10_000)?;
    let assignment = queue.assignment_rules.iter().map(|rule| &rule.name);
    let prioritization = queue.prioritization_rules.iter().map(|rule| &rule.name);
    assignment.chain(prioritization).try_for_each(|name| check_name(name, NAME_MAX))
}

fn check_workstream(workstream: &Workstream) -> Answer<()> {
    check_name(&workstream.name, NAME_MAX)?;
    check::range("capacityUnits", workstream.capacity_units, 0, UNITS_MAX)?;
    let is_chat = workstream.channel == Channel::LiveChat;
    let fits = match workstream.mode {
        ConversationMode::LiveChat | ConversationMode::PersistentChat => is_chat,
        ConversationMode::Asynchronous => !is_chat,
    };
    if fits { Ok(()) } else { Err(Problem::invalid_field("mode", "does not go with this channel")) }
}

fn check_ruleset(ruleset: &Ruleset) -> Answer<()> {
    check_name(&ruleset.name, NAME_MAX)?;
    match &ruleset.rules {
        Rules::Classification(rules) => rules.iter().try_for_each(|rule| check_name(&rule.name, NAME_MAX)),
        Rules::RouteToQueue(rules) => rules.iter().try_for_each(|rule| check_name(&rule.name, NAME_MAX)),
    }
}

fn check_widget(widget: &Widget) -> Answer<()> {
    check_name(&widget.name, NAME_MAX)?;
    check::text("title", &widget.title, NAME_MAX)?;
    check::text("greeting", &widget.greeting, 500)?;
    as_written("color", &widget.color, &check::color("color", &widget.color)?)?;
    let domains = check::host_names("allowedDomains", widget.allowed_domains.clone())?;
    as_written("allowedDomains", &widget.allowed_domains, &domains)
}

fn check_name(name: &str, characters_max: usize) -> Answer<()> {
    as_written("name", &name.to_owned(), &check::name("name", name, characters_max)?)
}

/// A file says what is kept, letter by letter: otherwise it would differ for ever.
fn as_written<T: PartialEq + std::fmt::Debug>(field: &str, given: &T, kept: &T) -> Answer<()> {
    if given == kept {
        return Ok(());
    }
    Err(Problem::invalid_field(field, format!("must be written as it is kept: {kept:?}")))
}
