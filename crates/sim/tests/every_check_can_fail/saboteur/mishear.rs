//! What the engine is told instead of what was said, where a lie begins there; and what it is really like, for the rows that
//! say it. Knows no outputs but the set-up's.

use super::{Saboteur, Spoiled, units_imagined};
use frontdesk_engine::{BulkAct, Input};
use frontdesk_model::*;

impl Saboteur {
    /// What the engine is told instead.
    pub(super) fn mishear(&mut self, mut input: Input) -> Input {
        if let (Spoiled::FavoursSome, Input::StartConversation(new)) = (self.how, &mut input) {
            self.priorities.insert(new.id, new.priority);
            if new.id.0.as_u128().is_multiple_of(2) {
                new.priority = Priority::High;
            }
        }
        if let Input::Bulk(bulk) = &mut input
            && self.how == Spoiled::WritesToNoCustomer
            && let BulkAct::MessageCustomers { text } = &bulk.act
        {
            bulk.act = BulkAct::NotifyAgents { text: text.clone() };
        }
        if let Input::Configure(edits) = &mut input {
            for edit in &mut edits.edits {
                if let SetUpEdit::Put { piece, .. } = edit {
                    self.mishear_routing(piece);
                    self.mishear_piece(piece);
                }
            }
        }
        input
    }

    /// Routing by a set-up of its own; what is written stays true.
    fn mishear_routing(&mut self, piece: &mut SetUpPiece) {
        let truth = piece.clone();
        match (self.how, &mut *piece) {
            (Spoiled::OverfillsProfiles, SetUpPiece::CapacityProfile(profile)) => profile.units_max += 3,
            (Spoiled::OverfillsProfiles, SetUpPiece::Agent(agent)) => {
                agent.capacity_profiles.iter_mut().for_each(|own| own.units_max = None);
            }
            (Spoiled::IgnoresSkills, SetUpPiece::Workstream(workstream)) => {
                workstream.skill_matching = SkillMatching::Ignored;
            }
            (Spoiled::ForgetsSkills, SetUpPiece::Agent(agent)) => agent.skills.clear(),
            (Spoiled::IgnoresQueuePriority, SetUpPiece::Queue(queue)) => queue.priority = 1,
            (Spoiled::IgnoresPrioritization, SetUpPiece::Queue(queue)) => queue.prioritization_rules.clear(),
            (Spoiled::RunsRulesBackwards, SetUpPiece::Ruleset(ruleset)) => match &mut ruleset.rules {
                Rules::Classification(rules) => rules.reverse(),
                Rules::RouteToQueue(rules) => rules.reverse(),
            },
            (Spoiled::IgnoresHours, SetUpPiece::Queue(queue)) => queue.operating_hours_id = None,
            (Spoiled::RelaxesAtOnce, SetUpPiece::Queue(queue)) => {
                queue.assignment_rules.iter_mut().for_each(|rule| rule.after_wait_ms = 0);
            }
            (Spoiled::KnowsOneMethod, SetUpPiece::Queue(queue)) => queue.method = AssignmentMethod::HighestCapacity,
            _ => return,
        }
        self.truth.insert(truth.id(), truth);
    }

    fn mishear_piece(&mut self, piece: &mut SetUpPiece) {
        match (self.how, piece) {
            (Spoiled::PrefersSomeAgents, SetUpPiece::Agent(agent)) => {
                agent.capacity_units += units_imagined(agent.id);
            }
            (Spoiled::OverfillsAgents, SetUpPiece::Agent(agent)) => agent.capacity_units += 5,
            (Spoiled::ForgetsTheWrapUpBlock, SetUpPiece::Workstream(workstream)) => {
                self.blocks.insert(workstream.id, workstream.wrap_up_block);
                workstream.wrap_up_block = WrapUpBlock::Never;
            }
            (Spoiled::OverlooksAgents, SetUpPiece::Workstream(workstream)) => {
                let imagined = vec![BasePresence::Inactive];
                let real = std::mem::replace(&mut workstream.allowed_presences, imagined);
                self.presences.insert(workstream.id, real);
            }
            (Spoiled::IgnoresMembership, SetUpPiece::Agent(agent)) => self.everyone.push(agent.id),
            (Spoiled::IgnoresMembership, SetUpPiece::Queue(queue)) => {
                let real = std::mem::replace(&mut queue.members, self.everyone.clone());
                self.members.insert(queue.id, real);
            }
            _ => {}
        }
    }

    /// The piece as it is, in the version that the engine gave it.
    pub(super) fn true_row(&self, row: Row) -> Row {
        let truth = |id: Uuid| self.truth.get(&id).cloned();
        match row {
            Row::Agent(agent) => match truth(agent.id.0) {
                Some(SetUpPiece::Agent(real)) => Row::Agent(Agent { version: agent.version, ..real }),
                _ => Row::Agent(agent),
            },
            Row::Queue(queue) => match truth(queue.id.0) {
                Some(SetUpPiece::Queue(real)) => {
                    Row::Queue(Queue { version: queue.version, members: queue.members, ..real })
                }
                _ => Row::Queue(queue),
            },
            Row::Workstream(workstream) => match truth(workstream.id.0) {
                Some(SetUpPiece::Workstream(real)) => {
                    Row::Workstream(Workstream { version: workstream.version, ..real })
                }
                _ => Row::Workstream(workstream),
            },
            Row::CapacityProfile(profile) => match truth(profile.id.0) {
                Some(SetUpPiece::CapacityProfile(real)) => {
                    Row::CapacityProfile(CapacityProfile { version: profile.version, ..real })
                }
                _ => Row::CapacityProfile(profile),
            },
            Row::Ruleset(ruleset) => match truth(ruleset.id.0) {
                Some(SetUpPiece::Ruleset(real)) => Row::Ruleset(Ruleset { version: ruleset.version, ..real }),
                _ => Row::Ruleset(ruleset),
            },
            row => row,
        }
    }
}
