//! The method "highest capacity": whoever has the most free units; ties go round. Knows nothing of other methods.

use super::{Line, Rank, Standing};
use frontdesk_model::{AgentId, Workstream};

/// Whoever declined this conversation before comes after all who did not.
pub(super) fn choose(line: &Line, workstream: &Workstream, standing: impl Fn(AgentId) -> Standing) -> Option<AgentId> {
    let mut best: Option<(Standing, &Rank)> = None;
    for base in &workstream.allowed_presences {
        let Some(ready) = line.ready.get(base) else { continue };
        for rank in ready.iter().take_while(|rank| rank.fits(workstream)) {
            let standing = standing(rank.agent_id);
            if standing != Standing::PassedOver && best.is_none_or(|best| (standing, rank) < best) {
                best = Some((standing, rank));
            }
            if standing == Standing::Fresh {
                break;
            }
        }
    }
    best.map(|(_, rank)| rank.agent_id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontdesk_model::{
        BasePresence, Channel, ConversationMode, DistributionMode, Notification, Timestamp, Uuid, WrapUpBlock,
    };
    use std::cmp::Reverse;

    /// Agents as (number, presence, free units, when last assigned); the number of the one who is chosen.
    fn chosen(agents: &[(u128, BasePresence, i64, Option<i64>)], declined: &[(u128, Standing)]) -> Option<u128> {
        let mut line = Line::default();
        for (number, base, available, last) in agents {
            let agent_id = AgentId(Uuid::from_u128(*number));
            let last_assigned_at = last.map(Timestamp);
            let rank = Rank { available: Reverse(*available), last_assigned_at, agent_id };
            line.replace_ready(None, Some(&(*base, rank)));
        }
        let standing = |id: AgentId| {
            declined.iter().find(|(number, _)| *number == id.0.as_u128()).map_or(Standing::Fresh, |(_, how)| *how)
        };
        choose(&line, &workstream(), standing).map(|id| id.0.as_u128())
    }

    fn workstream() -> Workstream {
        Workstream {
            id: Uuid::nil().into(),
            name: "Chat".into(),
            channel: Channel::LiveChat,
            mode: ConversationMode::LiveChat,
            distribution: DistributionMode::Push,
            capacity_units: 2,
            wrap_up_block: WrapUpBlock::Always,
            allowed_presences: vec![BasePresence::Available, BasePresence::Busy],
            notification: Notification::ScreenPopWithDecline,
            offer_timeout_ms: 120_000,
            close_after_inactivity_ms: None,
            reoffer_after_decline_ms: 0,
            reconnect_within_ms: None,
            agent_affinity: false,
            pick_from_push: false,
            fallback_queue_id: Uuid::nil().into(),
            ..Workstream::default()
        }
    }

    use BasePresence::{Available, Away, Busy};

    #[test]
    fn most_free_units_win_whatever_the_allowed_presence() {
        assert_eq!(chosen(&[(1, Available, 3, None), (2, Busy, 5, Some(9)), (3, Available, 4, None)], &[]), Some(2));
    }

    #[test]
    fn ties_go_to_the_never_assigned_then_to_the_longest_ago_then_by_id() {
        assert_eq!(chosen(&[(1, Available, 3, Some(1)), (2, Busy, 3, None)], &[]), Some(2));
        assert_eq!(chosen(&[(1, Available, 3, Some(5)), (2, Available, 3, Some(4))], &[]), Some(2));
        assert_eq!(chosen(&[(2, Available, 3, Some(5)), (1, Busy, 3, Some(5))], &[]), Some(1));
    }

    #[test]
    fn too_little_capacity_or_another_presence_is_never_chosen() {
        assert_eq!(chosen(&[(1, Available, 1, None), (2, Away, 9, None)], &[]), None);
    }

    #[test]
    fn a_decliner_comes_after_all_others_and_the_passed_over_never() {
        let agents = [(1, Available, 9, None), (2, Available, 2, None), (3, Busy, 9, None)];
        let once = Standing::Declined { times: 1 };
        assert_eq!(chosen(&agents, &[(1, once), (3, once)]), Some(2));
        assert_eq!(chosen(&agents[..1], &[(1, once)]), Some(1));
        assert_eq!(chosen(&agents[..1], &[(1, Standing::PassedOver)]), None);
        let twice = Standing::Declined { times: 2 };
        assert_eq!(chosen(&agents, &[(1, twice), (2, once), (3, Standing::PassedOver)]), Some(2));
    }
}
