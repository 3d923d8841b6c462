//! What refers to what: one list of it, by which a reference to nothing is refused and so is deleting what is in use.
//! Knows nothing of what the references are for.

use super::Draft;
use super::draft::words;
use crate::{Engine, Refusal};
use frontdesk_model::{
    Agent, Classification, Conversation, NotificationTemplates, OverflowAction, Queue, QuickReply, Rules, Ruleset,
    SetUpNoun, SetUpPiece, Uuid, Widget, Workstream,
};

/// Something that a piece names by its id, and where.
struct Reference {
    noun: SetUpNoun,
    id: Uuid,
    field: String,
}

#[derive(Default)]
struct References(Vec<Reference>);

impl References {
    fn add(&mut self, noun: SetUpNoun, id: impl Into<Uuid>, field: impl Into<String>) {
        self.0.push(Reference { noun, id: id.into(), field: field.into() });
    }

    fn of(piece: &SetUpPiece) -> Vec<Reference> {
        let mut all = References::default();
        match piece {
            SetUpPiece::Agent(agent) => all.of_agent(agent),
            SetUpPiece::Queue(queue) => all.of_queue(queue),
            SetUpPiece::Workstream(workstream) => all.of_workstream(workstream),
            SetUpPiece::Ruleset(ruleset) => all.of_ruleset(ruleset),
            SetUpPiece::Widget(widget) => all.of_widget(widget),
            SetUpPiece::QuickReply(reply) => all.of_quick_reply(reply),
            SetUpPiece::Organization(_)
            | SetUpPiece::Presence(_)
            | SetUpPiece::Skill(_)
            | SetUpPiece::CapacityProfile(_)
            | SetUpPiece::SessionTemplate(_)
            | SetUpPiece::NotificationTemplate(_)
            | SetUpPiece::OperatingHours(_) => {}
        }
        all.0
    }

    fn of_agent(&mut self, agent: &Agent) {
        if let Some(id) = agent.default_presence_id {
            self.add(SetUpNoun::Presence, id, "defaultPresenceId");
        }
        if let Some(id) = agent.operating_hours_id {
            self.add(SetUpNoun::OperatingHours, id, "operatingHoursId");
        }
        for (index, skill) in agent.skills.iter().enumerate() {
            self.add(SetUpNoun::Skill, skill.skill_id, format!("skills[{index}].skillId"));
        }
        for (index, profile) in agent.capacity_profiles.iter().enumerate() {
            self.add(SetUpNoun::CapacityProfile, profile.profile_id, format!("capacityProfiles[{index}].profileId"));
        }
    }

    fn of_queue(&mut self, queue: &Queue) {
        for (index, member) in queue.members.iter().enumerate() {
            self.add(SetUpNoun::Agent, *member, format!("members[{index}]"));
        }
        if let Some(id) = queue.operating_hours_id {
            self.add(SetUpNoun::OperatingHours, id, "operatingHoursId");
        }
        for (index, overflow) in queue.overflow_before.iter().enumerate() {
            if let OverflowAction::TransferToQueue { queue_id } = overflow.action {
                self.add(SetUpNoun::Queue, queue_id, format!("overflowBefore[{index}].action.queueId"));
            }
        }
        if let Some(OverflowAction::TransferToQueue { queue_id }) = queue.overflow_waiting.map(|waiting| waiting.action)
        {
            self.add(SetUpNoun::Queue, queue_id, "overflowWaiting.action.queueId");
        }
    }

    fn of_workstream(&mut self, workstream: &Workstream) {
        self.add(SetUpNoun::Queue, workstream.fallback_queue_id, "fallbackQueueId");
        for (index, id) in workstream.capacity_profiles.iter().enumerate() {
            self.add(SetUpNoun::CapacityProfile, *id, format!("capacityProfiles[{index}]"));
        }
        if let Some(id) = workstream.session_template_id {
            self.add(SetUpNoun::SessionTemplate, id, "sessionTemplateId");
        }
        let NotificationTemplates {
            incoming_authenticated,
            incoming_unauthenticated,
            consult,
            transfer,
            supervisor_assign,
        } = workstream.notification_templates;
        for (scenario, id) in [
            ("incomingAuthenticated", incoming_authenticated),
            ("incomingUnauthenticated", incoming_unauthenticated),
            ("consult", consult),
            ("transfer", transfer),
            ("supervisorAssign", supervisor_assign),
        ] {
            if let Some(id) = id {
                self.add(SetUpNoun::NotificationTemplate, id, format!("notificationTemplates.{scenario}"));
            }
        }
    }

    fn of_quick_reply(&mut self, reply: &QuickReply) {
        for (index, id) in reply.workstreams.iter().enumerate() {
            self.add(SetUpNoun::Workstream, *id, format!("workstreamIds[{index}]"));
        }
    }

    fn of_widget(&mut self, widget: &Widget) {
        self.add(SetUpNoun::Workstream, widget.workstream_id, "workstreamId");
        if let Some(id) = widget.operating_hours_id {
            self.add(SetUpNoun::OperatingHours, id, "operatingHoursId");
        }
    }

    fn of_ruleset(&mut self, ruleset: &Ruleset) {
        self.add(SetUpNoun::Workstream, ruleset.workstream_id, "workstreamId");
        match &ruleset.rules {
            Rules::Classification(rules) => {
                for (at, rule) in rules.iter().enumerate() {
                    for (index, output) in rule.outputs.iter().enumerate() {
                        self.of_output(output, &format!("rules[{at}].outputs[{index}]"));
                    }
                }
            }
            Rules::RouteToQueue(rules) => {
                for (at, rule) in rules.iter().enumerate() {
                    for (index, share) in rule.queues.iter().enumerate() {
                        self.add(SetUpNoun::Queue, share.queue_id, format!("rules[{at}].queues[{index}].queueId"));
                    }
                }
            }
        }
    }

    fn of_output(&mut self, output: &Classification, place: &str) {
        match output {
            Classification::Queue { queue_id } => self.add(SetUpNoun::Queue, *queue_id, format!("{place}.queueId")),
            Classification::Skill { skill } => {
                self.add(SetUpNoun::Skill, skill.skill_id, format!("{place}.skill.skillId"));
            }
            Classification::CapacityProfile { profile_id } => {
                self.add(SetUpNoun::CapacityProfile, *profile_id, format!("{place}.profileId"));
            }
            Classification::Priority { .. } | Classification::Context { .. } => {}
        }
    }
}

impl Draft<'_> {
    /// All that the piece names is there.
    pub(super) fn check_references(&self, piece: &SetUpPiece) -> Result<(), Refusal> {
        match References::of(piece).into_iter().find(|reference| !self.has(reference.noun, reference.id)) {
            Some(Reference { noun, id, field }) => {
                let detail = format!("{field}: there is no {} {id}", words(noun));
                Err(Refusal::invalid(unknown(noun), detail).at(field))
            }
            None => Ok(()),
        }
    }

    fn has(&self, noun: SetUpNoun, id: Uuid) -> bool {
        match noun {
            SetUpNoun::Organization => self.engine.organization.id.0 == id,
            SetUpNoun::Presence => self.presence(id.into()).is_some(),
            SetUpNoun::Skill => self.skill(id.into()).is_some(),
            SetUpNoun::CapacityProfile => self.capacity_profile(id.into()).is_some(),
            SetUpNoun::OperatingHours => self.hours(id.into()).is_some(),
            SetUpNoun::Agent => self.agent(id.into()).is_some(),
            SetUpNoun::Queue => self.queue(id.into()).is_some(),
            SetUpNoun::SessionTemplate => self.session_template(id.into()).is_some(),
            SetUpNoun::NotificationTemplate => self.notification_template(id.into()).is_some(),
            SetUpNoun::Workstream => self.workstream(id.into()).is_some(),
            SetUpNoun::Ruleset => self.ruleset(id.into()).is_some(),
            SetUpNoun::Widget => self.widget(id.into()).is_some(),
            SetUpNoun::QuickReply => self.quick_reply(id.into()).is_some(),
        }
    }

    /// Nothing that stays in the set-up and nothing under way names it.
    pub(super) fn check_not_in_use(&self, noun: SetUpNoun, id: Uuid) -> Result<(), Refusal> {
        let mut users = self.users_of(noun, id);
        users.extend(self.engine.work_that_names(noun, id));
        if users.is_empty() {
            return Ok(());
        }
        Err(Refusal::conflict("in_use", format!("it is in use by {}", listed(users))))
    }

    /// The other pieces that would name it, in words.
    pub(super) fn users_of(&self, noun: SetUpNoun, id: Uuid) -> Vec<String> {
        let others = self.pieces().filter(|piece| (piece.noun(), piece.id()) != (noun, id));
        others.filter(|piece| names(piece, noun, id)).map(|piece| said(&piece)).collect()
    }

    /// As they would be.
    fn pieces(&self) -> impl Iterator<Item = SetUpPiece> {
        let stands = self.engine.pieces().filter(|piece| !self.is_edited(piece.noun(), piece.id()));
        stands.chain(self.puts().cloned())
    }
}

const USERS_NAMED_MAX: usize = 10;

/// The first few of them.
pub(super) fn listed(mut users: Vec<String>) -> String {
    let more = users.len().saturating_sub(USERS_NAMED_MAX);
    users.truncate(USERS_NAMED_MAX);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{rest}", users.join(", "))
}

fn names(piece: &SetUpPiece, noun: SetUpNoun, id: Uuid) -> bool {
    References::of(piece).iter().any(|reference| (reference.noun, reference.id) == (noun, id))
}

fn said(piece: &SetUpPiece) -> String {
    format!("the {} '{}'", words(piece.noun()), piece.name())
}

impl Engine {
    /// What is under way and names this piece, in words.
    fn work_that_names(&self, noun: SetUpNoun, id: Uuid) -> Option<String> {
        if noun == SetUpNoun::Presence {
            let in_it = |status: &frontdesk_model::AgentStatus| {
                status.presence_id.0 == id || status.lost.as_ref().is_some_and(|lost| lost.presence_id.0 == id)
            };
            let agents = self.agents.values().filter(|state| in_it(&state.status)).count();
            return (agents > 0).then(|| counted(agents, "agent who is in it", "agents who are in it"));
        }
        let conversations =
            self.conversations().filter(|conversation| conversation_names(conversation, noun, id)).count();
        (conversations > 0)
            .then(|| counted(conversations, "conversation that is not closed", "conversations that are not closed"))
    }
}

fn conversation_names(conversation: &Conversation, noun: SetUpNoun, id: Uuid) -> bool {
    let demand = &conversation.demand;
    match noun {
        SetUpNoun::Queue => conversation.queue_id.is_some_and(|queue_id| queue_id.0 == id),
        SetUpNoun::Workstream => conversation.workstream_id.0 == id,
        SetUpNoun::Skill => demand.skills.iter().any(|skill| skill.skill_id.0 == id),
        SetUpNoun::CapacityProfile => {
            demand.capacity_profiles.iter().chain(&demand.held_profiles).any(|profile_id| profile_id.0 == id)
        }
        SetUpNoun::Organization
        | SetUpNoun::Presence
        | SetUpNoun::OperatingHours
        | SetUpNoun::Agent
        | SetUpNoun::SessionTemplate
        | SetUpNoun::NotificationTemplate
        | SetUpNoun::Ruleset
        | SetUpNoun::Widget
        | SetUpNoun::QuickReply => false,
    }
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn unknown(noun: SetUpNoun) -> &'static str {
    match noun {
        SetUpNoun::Organization => "unknown_organization",
        SetUpNoun::Presence => "unknown_presence",
        SetUpNoun::Skill => "unknown_skill",
        SetUpNoun::CapacityProfile => "unknown_capacity_profile",
        SetUpNoun::OperatingHours => "unknown_operating_hours",
        SetUpNoun::Agent => "unknown_agent",
        SetUpNoun::Queue => "unknown_queue",
        SetUpNoun::SessionTemplate => "unknown_session_template",
        SetUpNoun::NotificationTemplate => "unknown_notification_template",
        SetUpNoun::Workstream => "unknown_workstream",
        SetUpNoun::Ruleset => "unknown_ruleset",
        SetUpNoun::Widget => "unknown_widget",
        SetUpNoun::QuickReply => "unknown_quick_reply",
    }
}
