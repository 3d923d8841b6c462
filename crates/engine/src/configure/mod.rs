//! The set-up: checked as a whole, put in force at once, written, told and kept as changes. Knows nothing of who may
//! change it: that is decided where people sign in.
//!
//! One file a noun: what it must be (`check`) and what putting it in force brings about (`put_*`, `delete_*`). The
//! edits are laid over what stands (`draft.rs`); each edited piece, and each that refers to what is deleted
//! (`references.rs`), is checked against that. Only when all is right does anything change.

mod agent;
mod capacity_profile;
mod check;
mod draft;
mod names;
mod operating_hours;
mod organization;
mod presence;
mod queue;
mod quick_reply;
mod references;
mod ruleset;
mod skill;
mod template;
mod widget;
mod workstream;

pub(crate) use draft::Draft;
pub(crate) use names::Names;
pub use quick_reply::check_personal_quick_reply;

use crate::{Engine, Refusal, Reply, Step};
use check::check_name;
use frontdesk_model::{Agent, Event, Record, Row, SetUpChange, SetUpEdits, SetUpNoun, SetUpPiece, Timestamp, Uuid};

impl Engine {
    pub(crate) fn configure(&mut self, edits: SetUpEdits, step: &mut Step) -> Result<Reply, Refusal> {
        let by = edits.by;
        let changes = {
            let draft = Draft::new(self, edits.edits)?;
            draft.check(step.now)?;
            draft.into_changes(by, step.now)
        };
        // What refers to something comes after it, and goes before it.
        let (puts, deletes): (Vec<SetUpChange>, Vec<SetUpChange>) =
            changes.into_iter().partition(|change| change.after.is_some());
        for change in puts.into_iter().chain(deletes.into_iter().rev()) {
            self.put_in_force(change, step);
        }
        Ok(Reply::Done)
    }

    /// Whether `Input::Configure` would take these edits now.
    pub fn check_edits(&self, edits: SetUpEdits, now: Timestamp) -> Result<(), Refusal> {
        Draft::new(self, edits.edits)?.check(now)
    }

    fn put_in_force(&mut self, mut change: SetUpChange, step: &mut Step) {
        self.names.follow(&change);
        let row = match change.after.clone() {
            Some(piece) => {
                self.put(piece.clone(), step);
                row(piece)
            }
            None => {
                self.delete(change.noun, change.id, step);
                Row::DeletedSetUp(change.noun, change.id)
            }
        };
        self.outbox.save_set_up(change.noun, change.id, row);
        self.tell_changed(&change);
        self.set_up_changes += 1;
        change.number = self.set_up_changes;
        change.before = change.before.map(without_secrets);
        change.after = change.after.map(without_secrets);
        self.outbox.save_set_up_change(change);
    }

    fn put(&mut self, piece: SetUpPiece, step: &mut Step) {
        match piece {
            SetUpPiece::Organization(organization) => self.put_organization(organization, step),
            SetUpPiece::Agent(agent) => self.put_agent(agent, step),
            SetUpPiece::Queue(queue) => self.queue_changed(queue, step.now),
            SetUpPiece::Workstream(workstream) => self.put_workstream(workstream),
            SetUpPiece::Presence(presence) => self.put_presence_definition(presence),
            SetUpPiece::Widget(widget) => drop(self.widgets.insert(widget.id, widget)),
            SetUpPiece::Skill(skill) => self.put_skill(skill),
            SetUpPiece::CapacityProfile(profile) => self.put_capacity_profile(profile, step),
            SetUpPiece::OperatingHours(hours) => self.put_operating_hours(hours, step),
            SetUpPiece::Ruleset(ruleset) => self.put_ruleset(ruleset),
            SetUpPiece::SessionTemplate(template) => drop(self.session_templates.insert(template.id, template)),
            SetUpPiece::NotificationTemplate(template) => self.put_notification_template(template),
            SetUpPiece::QuickReply(reply) => drop(self.quick_replies.insert(reply.id, reply)),
        }
    }

    fn delete(&mut self, noun: SetUpNoun, id: Uuid, step: &Step) {
        match noun {
            SetUpNoun::Organization | SetUpNoun::Agent => unreachable!("refused by the check"),
            SetUpNoun::Presence => drop(self.presences.remove(&id.into())),
            SetUpNoun::Skill => drop(self.skills.remove(&id.into())),
            SetUpNoun::CapacityProfile => drop(self.capacity_profiles.remove(&id.into())),
            SetUpNoun::OperatingHours => self.delete_operating_hours(id.into(), step),
            SetUpNoun::Queue => self.queue_removed(id.into()),
            SetUpNoun::SessionTemplate => drop(self.session_templates.remove(&id.into())),
            SetUpNoun::NotificationTemplate => drop(self.notification_templates.remove(&id.into())),
            SetUpNoun::Workstream => drop(self.workstreams.remove(&id.into())),
            SetUpNoun::Ruleset => self.delete_ruleset(id.into()),
            SetUpNoun::Widget => drop(self.widgets.remove(&id.into())),
            SetUpNoun::QuickReply => drop(self.quick_replies.remove(&id.into())),
        }
    }

    fn tell_changed(&mut self, change: &SetUpChange) {
        if let Some(SetUpPiece::Agent(agent)) = &change.after {
            self.tell_everyone(Event::AgentChanged { agent: Agent { password_hash: None, ..agent.clone() } });
        } else {
            let noun = change.noun.as_str().to_owned();
            self.tell_everyone(Event::ConfigurationChanged { noun, id: change.id.to_string() });
        }
    }

    /// New rules hold for what is under way too: clocks, lines and who fits.
    fn apply_rules(&mut self) {
        self.changes.unsynced_conversations.extend(self.conversations.keys());
        self.changes.unsynced_agents.extend(self.agents.keys());
        self.look_at_everyone();
    }

    pub(crate) fn put_record(&mut self, record: Record) -> Result<Reply, Refusal> {
        let (noun, name) = match &record {
            Record::Contact(contact) => ("contact", &contact.name),
            Record::Account(account) => ("account", &account.name),
            Record::Case(case) => ("case", &case.title),
        };
        check_name(name)?;
        let id = record.id().to_string();
        self.tell_everyone(Event::ConfigurationChanged { noun: noun.to_owned(), id });
        self.outbox.save_record(record);
        Ok(Reply::Done)
    }
}

fn without_secrets(piece: SetUpPiece) -> SetUpPiece {
    match piece {
        SetUpPiece::Agent(agent) => SetUpPiece::Agent(Agent { password_hash: None, ..agent }),
        other => other,
    }
}

fn row(piece: SetUpPiece) -> Row {
    match piece {
        SetUpPiece::Organization(organization) => Row::Organization(organization),
        SetUpPiece::Agent(agent) => Row::Agent(agent),
        SetUpPiece::Queue(queue) => Row::Queue(queue),
        SetUpPiece::Workstream(workstream) => Row::Workstream(workstream),
        SetUpPiece::Presence(presence) => Row::Presence(presence),
        SetUpPiece::Widget(widget) => Row::Widget(widget),
        SetUpPiece::Skill(skill) => Row::Skill(skill),
        SetUpPiece::CapacityProfile(profile) => Row::CapacityProfile(profile),
        SetUpPiece::OperatingHours(hours) => Row::OperatingHours(hours),
        SetUpPiece::Ruleset(ruleset) => Row::Ruleset(ruleset),
        SetUpPiece::SessionTemplate(template) => Row::SessionTemplate(template),
        SetUpPiece::NotificationTemplate(template) => Row::NotificationTemplate(template),
        SetUpPiece::QuickReply(reply) => Row::QuickReply(reply),
    }
}
