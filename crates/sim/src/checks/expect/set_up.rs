//! Which edits of the set-up are taken: all or nothing. Knows what each noun refers to.

use super::{Before, Expected, only_if};
use frontdesk_model::*;

impl Before<'_> {
    /// All or nothing. What rules may say, and what may be deleted, is put to the test where the set-up is.
    pub(super) fn expect_edits(&self, edits: &SetUpEdits) -> Expected {
        let expected = edits.edits.iter().map(|edit| match edit {
            SetUpEdit::Put { piece, .. } => self.expect_piece(piece),
            SetUpEdit::Delete { .. } => Expected::Either,
        });
        expected.fold(Expected::Done, |all, one| match (all, one) {
            (Expected::Refused, _) | (_, Expected::Refused) => Expected::Refused,
            (Expected::Done, one) => one,
            (all, _) => all,
        })
    }

    pub(super) fn expect_piece(&self, piece: &SetUpPiece) -> Expected {
        let record = self.turn.record;
        let open = |hours: &OperatingHoursId| record.operating_hours.contains_key(hours);
        match piece {
            SetUpPiece::Agent(agent) => {
                let skills = agent.skills.iter().all(|skill| record.skills.contains_key(&skill.skill_id));
                let mut profiles = agent.capacity_profiles.iter().map(|profile| profile.profile_id);
                let profiles = profiles.all(|profile| record.capacity_profiles.contains_key(&profile));
                only_if(skills && profiles && agent.operating_hours_id.iter().all(open))
            }
            SetUpPiece::Queue(queue) => self.expect_queue(queue),
            SetUpPiece::Workstream(workstream) => {
                let former = record.workstreams.get(&workstream.id);
                let same_distribution = former.is_none_or(|former| former.distribution == workstream.distribution);
                let mut profiles = workstream.capacity_profiles.iter();
                let profiles = profiles.all(|profile| record.capacity_profiles.contains_key(profile));
                only_if(same_distribution && profiles && record.queues.contains_key(&workstream.fallback_queue_id))
            }
            SetUpPiece::Ruleset(_) => Expected::Either,
            _ => Expected::Done,
        }
    }

    /// Where work may be sent to a queue that nobody serves, either answer will do.
    pub(super) fn expect_queue(&self, queue: &Queue) -> Expected {
        let record = self.turn.record;
        // Whoever is named for a queue of everyone does not matter.
        let members = queue.everyone || queue.members.iter().all(|member| record.agents.contains_key(member));
        let hours = queue.operating_hours_id.iter().all(|hours| record.operating_hours.contains_key(hours));
        let waiting = queue.overflow_waiting.iter().map(|overflow| overflow.action);
        let mut targets = queue.overflow_before.iter().map(|overflow| overflow.action).chain(waiting);
        let (mut there, mut served) = (true, queue.everyone || !queue.members.is_empty());
        targets.by_ref().for_each(|action| {
            if let OverflowAction::TransferToQueue { queue_id } = action {
                let target = record.queues.get(&queue_id);
                there &= target.is_some();
                served &= target.is_some_and(|target| target.everyone || !target.members.is_empty());
            }
        });
        if members && hours && there && !served { Expected::Either } else { only_if(members && hours && there) }
    }
}
