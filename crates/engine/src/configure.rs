//! The set-up: checked, put in force at once, written and told. Knows nothing of who may change it: that is decided
//! where people sign in.

use crate::agents::AgentState;
use crate::conversation::moves::Happening;
use crate::outbox::SetUpKind;
use crate::{Configure, Engine, Refusal, Reply, Step};
use frontdesk_model::{
    Agent, AgentId, BasePresence, Event, Organization, Presence, Queue, Row, Uuid, Widget, Workstream, WrapUpBlock,
};
use std::collections::BTreeSet;
use std::fmt::Display;

const EVERY_BASE: [BasePresence; 6] = [
    BasePresence::Available,
    BasePresence::Busy,
    BasePresence::DoNotDisturb,
    BasePresence::Away,
    BasePresence::Offline,
    BasePresence::Inactive,
];
const OFFER_TIMEOUT_MS: std::ops::RangeInclusive<u64> = 10_000..=600_000;
const WRAP_UP_BLOCK_MS: std::ops::RangeInclusive<u64> = 30_000..=3_600_000;

impl Engine {
    pub(crate) fn configure(&mut self, piece: Configure, step: &mut Step) -> Result<Reply, Refusal> {
        match piece {
            Configure::Organization(organization) => self.put_organization(organization, step)?,
            Configure::Agent(agent) => self.put_agent(agent, step)?,
            Configure::Queue(queue) => self.put_queue(queue, step)?,
            Configure::Workstream(workstream) => self.put_workstream(workstream)?,
            Configure::Presence(presence) => self.put_presence_definition(presence)?,
            Configure::Widget(widget) => self.put_widget(widget)?,
            Configure::Contact(contact) => {
                check_name(&contact.name)?;
                self.save(SetUpKind::Contact, "contact", contact.id.0, Row::Contact(contact));
            }
            Configure::Account(account) => {
                check_name(&account.name)?;
                self.save(SetUpKind::Account, "account", account.id.0, Row::Account(account));
            }
            Configure::Case(case) => {
                check_name(&case.title)?;
                self.save(SetUpKind::Case, "case", case.id.0, Row::Case(case));
            }
        }
        Ok(Reply::Done)
    }

    fn put_organization(&mut self, organization: Organization, step: &Step) -> Result<(), Refusal> {
        check_name(&organization.name)?;
        if organization.id != self.organization.id {
            return Err(Refusal::invalid("other_organization", "this is not the organisation that is served here"));
        }
        let settings = &organization.settings;
        check_range("declinesAllowed", settings.declines_allowed, 1..=5)?;
        check_range("decliningAgentsMax", settings.declining_agents_max, 1..=u32::MAX)?;
        check_range("sessionsMax", settings.sessions_max, 1..=u32::MAX)?;
        check_range("messageCharactersMax", settings.message_characters_max, 1..=1_000_000)?;
        self.organization = organization.clone();
        self.apply_rules();
        for id in self.agents.keys().copied().collect::<Vec<_>>() {
            self.follow_load(id, step.now);
        }
        self.save(SetUpKind::Organization, "organization", organization.id.0, Row::Organization(organization));
        Ok(())
    }

    fn put_agent(&mut self, agent: Agent, step: &mut Step) -> Result<(), Refusal> {
        self.check_agent_row(&agent)?;
        let id = agent.id;
        let leaves = !agent.active && self.agents.get(&id).is_some_and(|state| state.agent.active);
        match self.agents.get_mut(&id) {
            Some(state) => {
                let more_units = i64::from(agent.capacity_units) - i64::from(state.agent.capacity_units);
                let former = std::mem::replace(&mut state.agent, agent.clone());
                self.edit_status(id).available_units += more_units;
                self.agent_changed(&former, step.now);
            }
            None => {
                let offline = self.default_presence(BasePresence::Offline);
                self.employ(AgentState::new(agent.clone(), offline, step.now));
                self.agent_changed(&Agent { id, ..Agent::default() }, step.now);
            }
        }
        if leaves {
            self.agent_leaves(id, step);
        }
        self.outbox.save_set_up(SetUpKind::Agent, id.0, Row::Agent(agent.clone()));
        self.tell_everyone(Event::AgentChanged { agent: Agent { password_hash: None, ..agent } });
        Ok(())
    }

    /// No longer active: what they hold goes back to the queues, what they wrap up is closed.
    fn agent_leaves(&mut self, id: AgentId, step: &mut Step) {
        for conversation_id in self.assigned_now(id) {
            self.try_move(conversation_id, Happening::AgentDeactivated, step);
        }
        self.sign_out(id, step);
    }

    fn check_agent_row(&self, agent: &Agent) -> Result<(), Refusal> {
        check_name(&agent.name)?;
        if agent.email.trim().is_empty() {
            return Err(Refusal::invalid("email_missing", "an agent has an e-mail address"));
        }
        let email = agent.email.to_lowercase();
        let taken = |other: &AgentState| other.agent.id != agent.id && other.agent.email.to_lowercase() == email;
        if self.agents.values().any(taken) {
            return Err(Refusal::conflict("email_taken", format!("{} is another agent's address", agent.email)));
        }
        if let Some(id) = agent.default_presence_id {
            let presence = self.presences.get(&id).ok_or_else(|| unknown("presence", id))?;
            if !presence.settable || presence.base == BasePresence::Inactive {
                let detail = format!("{} cannot be a default presence", presence.name);
                return Err(Refusal::invalid("presence_not_settable", detail));
            }
        }
        let missing = EVERY_BASE.iter().find(|base| self.default_of(**base).is_none());
        match missing {
            Some(base) => {
                let detail = format!("there is no default presence for {base:?} yet");
                Err(Refusal::conflict("presences_missing", detail))
            }
            None => Ok(()),
        }
    }

    fn put_queue(&mut self, queue: Queue, step: &Step) -> Result<(), Refusal> {
        check_name(&queue.name)?;
        check_range("priority", queue.priority, 1..=u32::MAX)?;
        if let Some(unknown_one) = queue.members.iter().find(|member| !self.agents.contains_key(member)) {
            return Err(unknown("agent", unknown_one));
        }
        let members: BTreeSet<AgentId> = queue.members.iter().copied().collect();
        if members.len() != queue.members.len() {
            return Err(Refusal::invalid("member_twice", "an agent is a member of a queue once"));
        }
        let id = queue.id;
        self.queue_changed(queue.clone(), step.now);
        self.save(SetUpKind::Queue, "queue", id.0, Row::Queue(queue));
        Ok(())
    }

    fn put_workstream(&mut self, workstream: Workstream) -> Result<(), Refusal> {
        check_name(&workstream.name)?;
        check_range("capacityUnits", workstream.capacity_units, 1..=u32::MAX)?;
        check_range("offerTimeoutMs", workstream.offer_timeout_ms, OFFER_TIMEOUT_MS)?;
        if let WrapUpBlock::For { milliseconds } = workstream.wrap_up_block {
            check_range("wrapUpBlock", milliseconds, WRAP_UP_BLOCK_MS)?;
        }
        if workstream.allowed_presences.is_empty() {
            return Err(Refusal::invalid("allowed_presences_missing", "work is pushed in at least one presence"));
        }
        if !self.queues.contains_key(&workstream.fallback_queue_id) {
            return Err(unknown("queue", workstream.fallback_queue_id));
        }
        let former = self.workstreams.get(&workstream.id);
        if former.is_some_and(|former| former.distribution != workstream.distribution) {
            let detail = "push or pick cannot be changed once the workstream exists";
            return Err(Refusal::conflict("distribution_fixed", detail));
        }
        self.workstreams.insert(workstream.id, workstream.clone());
        self.apply_rules();
        self.save(SetUpKind::Workstream, "workstream", workstream.id.0, Row::Workstream(workstream));
        Ok(())
    }

    /// A new default takes the place of the former one of its base; a base is never left without.
    fn put_presence_definition(&mut self, presence: Presence) -> Result<(), Refusal> {
        check_name(&presence.name)?;
        let former = self.presences.get(&presence.id);
        let leaves = former.filter(|former| former.is_default).map(|former| former.base);
        let bereft = leaves.filter(|base| *base != presence.base || !presence.is_default);
        let unserved = (!presence.is_default && self.default_of(presence.base).is_none()).then_some(presence.base);
        if let Some(base) = bereft.or(unserved) {
            let detail = format!("{base:?} needs a default presence: make another one the default first");
            return Err(Refusal::conflict("default_presence_required", detail));
        }
        if presence.is_default
            && let Some(id) = self.default_of(presence.base).map(|former| former.id).filter(|id| *id != presence.id)
            && let Some(former) = self.presences.get_mut(&id)
        {
            former.is_default = false;
            let row = former.clone();
            self.save(SetUpKind::Presence, "presence", id.0, Row::Presence(row));
        }
        self.presences.insert(presence.id, presence.clone());
        self.rebase_agents(&presence);
        self.save(SetUpKind::Presence, "presence", presence.id.0, Row::Presence(presence));
        Ok(())
    }

    fn rebase_agents(&mut self, presence: &Presence) {
        let differs =
            |state: &&AgentState| state.status.presence_id == presence.id && state.status.base != presence.base;
        let agents: Vec<AgentId> = self.agents.values().filter(differs).map(|state| state.agent.id).collect();
        for id in agents {
            self.edit_status(id).base = presence.base;
        }
    }

    fn put_widget(&mut self, widget: Widget) -> Result<(), Refusal> {
        check_name(&widget.name)?;
        if !self.workstreams.contains_key(&widget.workstream_id) {
            return Err(unknown("workstream", widget.workstream_id));
        }
        self.widgets.insert(widget.id, widget.clone());
        self.save(SetUpKind::Widget, "widget", widget.id.0, Row::Widget(widget));
        Ok(())
    }

    fn default_of(&self, base: BasePresence) -> Option<&Presence> {
        self.presences.values().find(|presence| presence.base == base && presence.is_default)
    }

    /// New rules hold for what is under way too: clocks, lines and who fits.
    fn apply_rules(&mut self) {
        self.changes.unsynced_conversations.extend(self.conversations.keys());
        self.changes.unsynced_agents.extend(self.agents.keys());
        self.look_at_everyone();
    }

    fn save(&mut self, kind: SetUpKind, noun: &str, id: Uuid, row: Row) {
        self.outbox.save_set_up(kind, id, row);
        self.tell_everyone(Event::ConfigurationChanged { noun: noun.to_owned(), id: id.to_string() });
    }
}

fn check_name(name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() { Err(Refusal::invalid("name_missing", "a name has some text")) } else { Ok(()) }
}

fn check_range<T: PartialOrd + Display>(
    what: &str,
    value: T,
    range: std::ops::RangeInclusive<T>,
) -> Result<(), Refusal> {
    if range.contains(&value) {
        return Ok(());
    }
    let detail = format!("{what} is {value}; it must be between {} and {}", range.start(), range.end());
    Err(Refusal::invalid("out_of_range", detail))
}

fn unknown(noun: &str, id: impl Display) -> Refusal {
    let code = match noun {
        "agent" => "unknown_agent",
        "queue" => "unknown_queue",
        "presence" => "unknown_presence",
        _ => "unknown_workstream",
    };
    Refusal::invalid(code, format!("there is no {noun} {id}"))
}
