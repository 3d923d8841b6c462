//! The set-up as it would be: what stands with the edits laid over it. Rules look pieces up here and see the whole that
//! is asked for. Changes nothing itself.

use super::{
    agent, capacity_profile, operating_hours, organization, presence, queue, quick_reply, ruleset, skill, template,
    widget, workstream,
};
use crate::intake::check::SetUp;
use crate::{Engine, Refusal};
use frontdesk_model::{
    Agent, AgentId, BasePresence, CapacityProfile, CapacityProfileId, NotificationTemplate, NotificationTemplateId,
    OperatingHours, OperatingHoursId, OrganizationId, Presence, PresenceId, Queue, QueueId, QuickReply, QuickReplyId,
    Ruleset, RulesetId, SessionTemplate, SessionTemplateId, SetUpChange, SetUpEdit, SetUpNoun, SetUpPiece, Skill,
    SkillId, Timestamp, Uuid, Widget, WidgetId, Workstream, WorkstreamId,
};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) struct Draft<'e> {
    pub engine: &'e Engine,
    edited: BTreeMap<(SetUpNoun, Uuid), Edited>,
    /// Queues of everyone that nobody edited: they follow those who come and go.
    follow: BTreeSet<Uuid>,
}

/// More would help nobody.
const FAULTS_MAX: usize = 100;

struct Edited {
    /// None: it is new.
    before: Option<SetUpPiece>,
    /// None: it is to be deleted.
    after: Option<SetUpPiece>,
}

impl<'e> Draft<'e> {
    /// Refused where a piece has another version than is expected, is edited twice or cannot be deleted at all.
    pub fn new(engine: &'e Engine, edits: Vec<SetUpEdit>) -> Result<Self, Refusal> {
        let mut draft = Draft { engine, edited: BTreeMap::new(), follow: BTreeSet::new() };
        for edit in edits {
            let (noun, id, expected, piece) = match edit {
                SetUpEdit::Put { piece, expected_version } => (piece.noun(), piece.id(), expected_version, Some(piece)),
                SetUpEdit::Delete { noun, id, expected_version } => (noun, id, expected_version, None),
            };
            let before = engine.piece(noun, id);
            let version = before.as_ref().map_or(0, SetUpPiece::version);
            check_version(noun, id, version, expected)?;
            if piece.is_none() {
                check_deletable(noun, id, before.is_some())?;
            }
            let after = piece.map(|mut piece| {
                piece.set_version(version + 1);
                piece
            });
            if draft.edited.insert((noun, id), Edited { before, after }).is_some() {
                let detail = format!("the {} {id} is edited twice in one list", words(noun));
                return Err(Refusal::invalid("edited_twice", detail));
            }
        }
        draft.demote_former_defaults();
        draft.enlist_everyone();
        Ok(draft)
    }

    /// Everyone serves the queues of everyone: as they will be, whatever members the edits name.
    fn enlist_everyone(&mut self) {
        if !self.edits(SetUpNoun::Agent) && !self.edits(SetUpNoun::Queue) {
            return;
        }
        let queues: Vec<Queue> = self.queues().filter(|queue| queue.everyone).cloned().collect();
        for mut queue in queues {
            let (engine, id) = (self.engine, queue.id);
            let standing = engine.queue(id);
            queue.members = standing.map_or_else(Vec::new, |standing| standing.members.clone());
            queue.enlist(self.agents());
            match (self.edited.get_mut(&(SetUpNoun::Queue, id.0)), standing) {
                (Some(edited), _) => edited.after = Some(queue.into()),
                (None, Some(standing)) if standing.members != queue.members => {
                    queue.version += 1;
                    let edited = Edited { before: Some(standing.clone().into()), after: Some(queue.into()) };
                    self.edited.insert((SetUpNoun::Queue, id.0), edited);
                    self.follow.insert(id.0);
                }
                (None, _) => {}
            }
        }
    }

    /// A new default presence takes the place of the former one of its base.
    fn demote_former_defaults(&mut self) {
        let engine = self.engine;
        let new_defaults: BTreeSet<BasePresence> = self
            .puts()
            .filter_map(|piece| match piece {
                SetUpPiece::Presence(presence) if presence.is_default => Some(presence.base),
                _ => None,
            })
            .collect();
        for former in engine.presences().filter(|one| one.is_default && new_defaults.contains(&one.base)) {
            let demoted = Presence { is_default: false, version: former.version + 1, ..former.clone() };
            let edited = Edited { before: Some(former.clone().into()), after: Some(demoted.into()) };
            self.edited.entry((SetUpNoun::Presence, former.id.0)).or_insert(edited);
        }
    }

    /// Every edited piece, and all that refers to what is deleted: all that is wrong, under the code of the first.
    pub fn check(&self, now: Timestamp) -> Result<(), Refusal> {
        let asked = self.edited.iter().filter(|((_, id), _)| !self.follow.contains(id));
        let pieces = asked.filter_map(|((noun, id), edited)| {
            let checked = match &edited.after {
                Some(piece) => self.check_put(piece, now),
                None => self.check_not_in_use(*noun, *id),
            };
            checked.err().map(|refusal| self.name_the_edit(refusal, *noun, *id))
        });
        let mut refusals = pieces.chain(self.check_names().err()).chain(presence::check_defaults(self).err());
        let Some(first) = refusals.next() else { return Ok(()) };
        let rest = refusals.flat_map(|refusal| refusal.faults);
        Err(rest.take(FAULTS_MAX).fold(first, |mut all, fault| {
            all.faults.push(fault);
            all
        }))
    }

    fn check_put(&self, piece: &SetUpPiece, now: Timestamp) -> Result<(), Refusal> {
        match piece {
            SetUpPiece::Organization(organization) => organization::check(self, organization),
            SetUpPiece::Agent(agent) => agent::check(self, agent),
            SetUpPiece::Queue(queue) => queue::check(self, queue),
            SetUpPiece::Workstream(workstream) => workstream::check(self, workstream),
            SetUpPiece::Presence(presence) => presence::check(presence),
            SetUpPiece::Widget(widget) => widget::check(widget),
            SetUpPiece::Skill(skill) => skill::check(self, skill),
            SetUpPiece::CapacityProfile(profile) => capacity_profile::check(self, profile),
            SetUpPiece::OperatingHours(hours) => operating_hours::check(hours, now),
            SetUpPiece::Ruleset(ruleset) => ruleset::check(self, ruleset),
            SetUpPiece::SessionTemplate(template) => template::check_session(template),
            SetUpPiece::NotificationTemplate(template) => template::check_notification(template),
            SetUpPiece::QuickReply(reply) => quick_reply::check(reply),
        }?;
        self.check_references(piece)
    }

    /// In a list of many, which one was wrong.
    pub(super) fn name_the_edit(&self, mut refusal: Refusal, noun: SetUpNoun, id: Uuid) -> Refusal {
        if self.edited.len() - self.follow.len() > 1 {
            let edited = &self.edited[&(noun, id)];
            let piece = edited.after.as_ref().or(edited.before.as_ref());
            let name = piece.map_or_else(|| id.to_string(), |piece| piece.name().to_owned());
            let named = |detail: &str| format!("{} '{name}': {detail}", words(noun));
            if refusal.faults.is_empty() {
                refusal = refusal.clone().with_fault("", refusal.detail);
            }
            refusal.detail = named(&refusal.detail);
            for fault in &mut refusal.faults {
                fault.detail = named(&fault.detail);
                fault.piece = Some((noun, id));
            }
        }
        refusal
    }

    /// Those that the edits put, by noun and id.
    pub fn puts(&self) -> impl Iterator<Item = &SetUpPiece> {
        self.edited.values().filter_map(|edited| edited.after.as_ref())
    }

    /// Whether there are edits of this noun.
    pub fn edits(&self, noun: SetUpNoun) -> bool {
        self.edited.keys().any(|(edited, _)| *edited == noun)
    }

    pub fn is_edited(&self, noun: SetUpNoun, id: Uuid) -> bool {
        self.edited.contains_key(&(noun, id))
    }

    /// What an edited piece is now.
    pub fn before(&self, noun: SetUpNoun, id: Uuid) -> Option<&SetUpPiece> {
        self.edited.get(&(noun, id))?.before.as_ref()
    }

    /// What the edits bring about, in the order in which one piece may refer to another; not numbered yet.
    pub fn into_changes(self, by: Option<AgentId>, at: Timestamp) -> Vec<SetUpChange> {
        let changes = self.edited.into_iter().map(|((noun, id), Edited { before, after })| SetUpChange {
            number: 0,
            at,
            by,
            noun,
            id,
            before,
            after,
        });
        changes.collect()
    }
}

fn check_version(noun: SetUpNoun, id: Uuid, version: u64, expected: Option<u64>) -> Result<(), Refusal> {
    match expected {
        Some(expected) if expected != version => {
            let noun = words(noun);
            let detail = format!("the {noun} {id} has version {version}, not {expected}: it was changed in between");
            Err(Refusal::conflict("version_conflict", detail))
        }
        _ => Ok(()),
    }
}

fn check_deletable(noun: SetUpNoun, id: Uuid, exists: bool) -> Result<(), Refusal> {
    match noun {
        SetUpNoun::Organization => Err(Refusal::conflict("not_deletable", "the organisation cannot be deleted")),
        SetUpNoun::Agent => {
            let detail = "an agent is part of what happened and stays: make them inactive instead";
            Err(Refusal::conflict("not_deletable", detail))
        }
        _ if !exists => Err(Refusal::not_found(missing(noun), format!("there is no {} {id}", words(noun)))),
        _ => Ok(()),
    }
}

fn missing(noun: SetUpNoun) -> &'static str {
    match noun {
        SetUpNoun::Organization => "organization_not_found",
        SetUpNoun::Presence => "presence_not_found",
        SetUpNoun::Skill => "skill_not_found",
        SetUpNoun::CapacityProfile => "capacity_profile_not_found",
        SetUpNoun::OperatingHours => "operating_hours_not_found",
        SetUpNoun::Agent => "agent_not_found",
        SetUpNoun::Queue => "queue_not_found",
        SetUpNoun::SessionTemplate => "session_template_not_found",
        SetUpNoun::NotificationTemplate => "notification_template_not_found",
        SetUpNoun::Workstream => "workstream_not_found",
        SetUpNoun::Ruleset => "ruleset_not_found",
        SetUpNoun::Widget => "widget_not_found",
        SetUpNoun::QuickReply => "quick_reply_not_found",
    }
}

/// As it stands in a sentence.
pub(super) fn words(noun: SetUpNoun) -> &'static str {
    match noun {
        SetUpNoun::Organization => "organisation",
        SetUpNoun::CapacityProfile => "capacity profile",
        SetUpNoun::OperatingHours => "operating hours",
        SetUpNoun::QuickReply => "quick reply",
        other => other.as_str(),
    }
}

/// Look-ups, alike for every noun.
macro_rules! nouns {
    ($($noun:ident($id:ident): $one:ident, $all:ident;)+) => {
        #[allow(dead_code, reason = "rules look up what they need; all nouns are alike")]
        impl Draft<'_> {$(
            pub fn $one(&self, id: $id) -> Option<&$noun> {
                match self.edited.get(&(SetUpNoun::$noun, id.0)) {
                    Some(Edited { after: Some(SetUpPiece::$noun(piece)), .. }) => Some(piece),
                    Some(_) => None,
                    None => self.engine.$one(id),
                }
            }

            pub fn $all(&self) -> impl Iterator<Item = &$noun> {
                let edited = self.puts().filter_map(|piece| match piece {
                    SetUpPiece::$noun(piece) => Some(piece),
                    _ => None,
                });
                self.engine.$all().filter(|piece| !self.is_edited(SetUpNoun::$noun, piece.id.0)).chain(edited)
            }
        )+}

        impl Engine {
            /// One piece of the set-up as it stands.
            pub fn piece(&self, noun: SetUpNoun, id: Uuid) -> Option<SetUpPiece> {
                match noun {
                    SetUpNoun::Organization => {
                        let organization = Some(&self.organization).filter(|one| one.id == OrganizationId(id));
                        organization.cloned().map(SetUpPiece::Organization)
                    }
                    $(SetUpNoun::$noun => self.$one($id(id)).cloned().map(SetUpPiece::$noun),)+
                }
            }

            /// All of it, in the order in which one piece may refer to another.
            pub fn pieces(&self) -> impl Iterator<Item = SetUpPiece> {
                let organization = std::iter::once(SetUpPiece::Organization(self.organization.clone()));
                organization$(.chain(self.$all().cloned().map(SetUpPiece::$noun)))+
            }
        }
    };
}

nouns! {
    Presence(PresenceId): presence, presences;
    Skill(SkillId): skill, skills;
    CapacityProfile(CapacityProfileId): capacity_profile, capacity_profiles;
    OperatingHours(OperatingHoursId): hours, operating_hours;
    Agent(AgentId): agent, agents;
    Queue(QueueId): queue, queues;
    SessionTemplate(SessionTemplateId): session_template, session_templates;
    NotificationTemplate(NotificationTemplateId): notification_template, notification_templates;
    Workstream(WorkstreamId): workstream, workstreams;
    Ruleset(RulesetId): ruleset, rulesets;
    Widget(WidgetId): widget, widgets;
    QuickReply(QuickReplyId): quick_reply, quick_replies;
}

impl SetUp for Draft<'_> {
    fn queue(&self, id: QueueId) -> Option<&Queue> {
        self.queue(id)
    }

    fn skill(&self, id: SkillId) -> Option<&Skill> {
        self.skill(id)
    }

    fn rulesets(&self) -> impl Iterator<Item = &Ruleset> {
        self.rulesets()
    }
}
