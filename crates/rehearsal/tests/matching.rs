//! With skills: after every step of small random worlds, an exhaustive search finds no assignment that routing missed.
//! What counts as admissible is said here anew, from the plain data.

mod support;

use frontdesk_model::*;
use support::World;

const STEPS: usize = 150;

#[test]
fn no_admissible_assignment_is_ever_missed() {
    let (mut assigned, mut waited_skilled) = (0, 0);
    for seed in 0..40 {
        let mut world = World::new(seed);
        for step in 0..STEPS {
            world.step();
            assert_eq!(missed(&world), None, "seed {seed}, step {step}");
            let open = world.conversations.iter().filter_map(|id| world.engine.conversation(*id));
            for conversation in open {
                assigned += u32::from(conversation.active_agent_id.is_some());
                let waits = conversation.status == ConversationStatus::Open;
                waited_skilled += u32::from(waits && !conversation.demand.skills.is_empty());
            }
        }
    }
    // The worlds are neither empty nor idle.
    assert!(assigned > 1_000 && waited_skilled > 1_000, "{assigned} {waited_skilled}");
}

/// Everyone who waits with everyone who is there.
fn missed(world: &World) -> Option<(ConversationId, AgentId)> {
    let waiting = world.conversations.iter().filter_map(|id| world.engine.conversation(*id));
    waiting.filter(|conversation| conversation.status == ConversationStatus::Open).find_map(|conversation| {
        let agent = world.engine.agents().find(|agent| is_admissible(world, conversation, agent))?;
        Some((conversation.id, agent.id))
    })
}

fn is_admissible(world: &World, conversation: &Conversation, agent: &Agent) -> bool {
    let (Some(workstream), Some(status)) =
        (world.engine.workstream(conversation.workstream_id), world.engine.agent_status(agent.id))
    else {
        return false;
    };
    let serves = |queue: &Queue| queue.members.contains(&agent.id);
    let declined = conversation.declines.iter().find(|declines| declines.agent_id == agent.id);
    let may_be_asked = declined.is_none_or(|declines| {
        declines.count < world.engine.organization().settings.declines_allowed
            && declines.last_at + workstream.reoffer_after_decline_ms <= world.now
    });
    let has = |needed: &SkillRating| {
        agent.skills.iter().any(|skill| skill.skill_id == needed.skill_id && skill.proficiency >= needed.proficiency)
    };
    let skilled = workstream.skill_matching != SkillMatching::Exact || conversation.demand.skills.iter().all(has);
    conversation.queue_id.and_then(|id| world.engine.queue(id)).is_some_and(serves)
        && world.engine.has_browser(agent.id)
        && workstream.allowed_presences.contains(&status.base)
        && status.available_units >= i64::from(workstream.capacity_units)
        && skilled
        && may_be_asked
}
