//! The set-up of an organisation, whole: what a file is made from and compared with. Knows no conversations.

use frontdesk_model::{
    Agent, AgentId, CapacityProfile, NotificationTemplate, OperatingHours, Organization, Presence, Queue, QuickReply,
    Ruleset, SessionTemplate, SetUpEdit, SetUpNoun, SetUpPiece, Skill, Snapshot, Uuid, Widget, Workstream,
};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq)]
pub struct SetUp {
    pub organization: Organization,
    pub presences: Vec<Presence>,
    pub skills: Vec<Skill>,
    pub capacity_profiles: Vec<CapacityProfile>,
    pub operating_hours: Vec<OperatingHours>,
    pub agents: Vec<Agent>,
    pub queues: Vec<Queue>,
    pub session_templates: Vec<SessionTemplate>,
    pub notification_templates: Vec<NotificationTemplate>,
    pub workstreams: Vec<Workstream>,
    pub rulesets: Vec<Ruleset>,
    pub widgets: Vec<Widget>,
    pub quick_replies: Vec<QuickReply>,
}

impl From<&Snapshot> for SetUp {
    fn from(snapshot: &Snapshot) -> SetUp {
        SetUp {
            organization: snapshot.organization.clone(),
            presences: snapshot.presences.clone(),
            skills: snapshot.skills.clone(),
            capacity_profiles: snapshot.capacity_profiles.clone(),
            operating_hours: snapshot.operating_hours.clone(),
            agents: snapshot.agents.clone(),
            queues: snapshot.queues.clone(),
            session_templates: snapshot.session_templates.clone(),
            notification_templates: snapshot.notification_templates.clone(),
            workstreams: snapshot.workstreams.clone(),
            rulesets: snapshot.rulesets.clone(),
            widgets: snapshot.widgets.clone(),
            quick_replies: snapshot.quick_replies.clone(),
        }
    }
}

impl SetUp {
    /// An organisation with nothing in it.
    pub fn empty(organization: Organization) -> SetUp {
        SetUp {
            organization,
            presences: Vec::new(),
            skills: Vec::new(),
            capacity_profiles: Vec::new(),
            operating_hours: Vec::new(),
            agents: Vec::new(),
            queues: Vec::new(),
            session_templates: Vec::new(),
            notification_templates: Vec::new(),
            workstreams: Vec::new(),
            rulesets: Vec::new(),
            widgets: Vec::new(),
            quick_replies: Vec::new(),
        }
    }

    /// As it is once these edits are in force. Checks nothing, raises no version.
    pub fn with(mut self, edits: &[SetUpEdit]) -> SetUp {
        for edit in edits {
            match edit {
                SetUpEdit::Put { piece, .. } => self.put(piece.clone()),
                SetUpEdit::Delete { noun, id, .. } => self.delete(*noun, *id),
            }
        }
        self.queues.iter_mut().filter(|queue| queue.everyone).for_each(|queue| queue.enlist(self.agents.iter()));
        self
    }

    pub(crate) fn pieces(&self) -> impl Iterator<Item = SetUpPiece> + '_ {
        std::iter::once(SetUpPiece::Organization(self.organization.clone()))
            .chain(self.presences.iter().cloned().map(SetUpPiece::Presence))
            .chain(self.skills.iter().cloned().map(SetUpPiece::Skill))
            .chain(self.capacity_profiles.iter().cloned().map(SetUpPiece::CapacityProfile))
            .chain(self.operating_hours.iter().cloned().map(SetUpPiece::OperatingHours))
            .chain(self.agents.iter().cloned().map(SetUpPiece::Agent))
            .chain(self.queues.iter().cloned().map(SetUpPiece::Queue))
            .chain(self.session_templates.iter().cloned().map(SetUpPiece::SessionTemplate))
            .chain(self.notification_templates.iter().cloned().map(SetUpPiece::NotificationTemplate))
            .chain(self.workstreams.iter().cloned().map(SetUpPiece::Workstream))
            .chain(self.rulesets.iter().cloned().map(SetUpPiece::Ruleset))
            .chain(self.widgets.iter().cloned().map(SetUpPiece::Widget))
            .chain(self.quick_replies.iter().cloned().map(SetUpPiece::QuickReply))
    }

    /// Those who have left do not stand in a file, nor in the queues of one.
    pub(crate) fn without_those_who_left(mut self) -> SetUp {
        let left: BTreeSet<AgentId> = self.agents.iter().filter(|agent| !agent.active).map(|agent| agent.id).collect();
        self.agents.retain(|agent| agent.active);
        for queue in &mut self.queues {
            queue.members.retain(|member| !left.contains(member));
        }
        self
    }

    fn put(&mut self, piece: SetUpPiece) {
        match piece {
            SetUpPiece::Organization(piece) => self.organization = piece,
            SetUpPiece::Presence(piece) => put(&mut self.presences, piece, |piece| piece.id),
            SetUpPiece::Skill(piece) => put(&mut self.skills, piece, |piece| piece.id),
            SetUpPiece::CapacityProfile(piece) => put(&mut self.capacity_profiles, piece, |piece| piece.id),
            SetUpPiece::OperatingHours(piece) => put(&mut self.operating_hours, piece, |piece| piece.id),
            SetUpPiece::Agent(piece) => put(&mut self.agents, piece, |piece| piece.id),
            SetUpPiece::Queue(piece) => put(&mut self.queues, piece, |piece| piece.id),
            SetUpPiece::SessionTemplate(piece) => put(&mut self.session_templates, piece, |piece| piece.id),
            SetUpPiece::NotificationTemplate(piece) => put(&mut self.notification_templates, piece, |piece| piece.id),
            SetUpPiece::Workstream(piece) => put(&mut self.workstreams, piece, |piece| piece.id),
            SetUpPiece::Ruleset(piece) => put(&mut self.rulesets, piece, |piece| piece.id),
            SetUpPiece::Widget(piece) => put(&mut self.widgets, piece, |piece| piece.id),
            SetUpPiece::QuickReply(piece) => put(&mut self.quick_replies, piece, |piece| piece.id),
        }
    }

    fn delete(&mut self, noun: SetUpNoun, id: Uuid) {
        match noun {
            SetUpNoun::Organization => {}
            SetUpNoun::Presence => self.presences.retain(|piece| piece.id.0 != id),
            SetUpNoun::Skill => self.skills.retain(|piece| piece.id.0 != id),
            SetUpNoun::CapacityProfile => self.capacity_profiles.retain(|piece| piece.id.0 != id),
            SetUpNoun::OperatingHours => self.operating_hours.retain(|piece| piece.id.0 != id),
            SetUpNoun::Agent => self.agents.retain(|piece| piece.id.0 != id),
            SetUpNoun::Queue => self.queues.retain(|piece| piece.id.0 != id),
            SetUpNoun::SessionTemplate => self.session_templates.retain(|piece| piece.id.0 != id),
            SetUpNoun::NotificationTemplate => self.notification_templates.retain(|piece| piece.id.0 != id),
            SetUpNoun::Workstream => self.workstreams.retain(|piece| piece.id.0 != id),
            SetUpNoun::Ruleset => self.rulesets.retain(|piece| piece.id.0 != id),
            SetUpNoun::Widget => self.widgets.retain(|piece| piece.id.0 != id),
            SetUpNoun::QuickReply => self.quick_replies.retain(|piece| piece.id.0 != id),
        }
    }
}

fn put<T, Id: PartialEq>(pieces: &mut Vec<T>, piece: T, id: impl Fn(&T) -> Id) {
    match pieces.iter_mut().find(|there| id(there) == id(&piece)) {
        Some(there) => *there = piece,
        None => pieces.push(piece),
    }
}
