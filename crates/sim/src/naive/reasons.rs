//! What is against an agent: the first reason, in the order in which `PassedOverReason` names them. Knows nothing of who
//! comes first.

use super::fields::Pair;
use super::{Moment, Wanted, is_blocked, profile_room};
use frontdesk_model::*;
use std::cell::OnceCell;

/// The terms on which an agent may have a conversation: an assignment rule, or none where the method is not custom.
pub type Rule<'a> = Option<(usize, &'a AssignmentRule)>;

/// The first rule under which nothing is against them. Otherwise what is, under the last rule in force: it asks least.
pub fn find_rule<'a>(
    moment: &Moment<'_>,
    wanted: &Wanted<'a>,
    agent: &Agent,
    status: &AgentStatus,
) -> Result<Rule<'a>, PassedOverReason> {
    use PassedOverReason::*;
    if !agent.active {
        return Err(Deactivated);
    }
    if !moment.workplaces.has_browser(agent.id) {
        return Err(NotConnected);
    }
    if wanted.queue.method != AssignmentMethod::Custom {
        let Workstream { allowed_presences, skill_matching, .. } = wanted.workstream;
        return match against(moment, wanted, agent, status, allowed_presences, *skill_matching, None) {
            None => Ok(None),
            Some(reason) => Err(reason),
        };
    }
    let rules = wanted.queue.assignment_rules.iter().enumerate();
    let mut last = Condition;
    for (number, rule) in rules.filter(|(_, rule)| rule.after_wait_ms <= wanted.waited_ms) {
        match against(moment, wanted, agent, status, &rule.presences, rule.skills, Some(rule)) {
            None => return Ok(Some((number, rule))),
            Some(reason) => last = reason,
        }
    }
    Err(last)
}

fn against(
    moment: &Moment<'_>,
    wanted: &Wanted<'_>,
    agent: &Agent,
    status: &AgentStatus,
    presences: &[BasePresence],
    matching: SkillMatching,
    rule: Option<&AssignmentRule>,
) -> Option<PassedOverReason> {
    use PassedOverReason::*;
    let rating = |id: SkillId| agent.skills.iter().find(|skill| skill.skill_id == id).map(|skill| skill.proficiency);
    let has = |skill: &SkillRating| rating(skill.skill_id).is_some_and(|rated| rated >= skill.proficiency);
    let pair = Pair { moment, wanted, agent, status, agent_fields: OnceCell::new() };
    let holds = |rule: &AssignmentRule| rule.when.holds(&pair);
    let room = |profile: &CapacityProfileId| profile_room(moment.record, agent, status, *profile);
    let within_capacity = rule.is_none_or(|rule| rule.within_capacity);
    let at_work = || moment.record.is_open(agent.operating_hours_id, moment.now);
    if !presences.contains(&status.base) {
        Some(Presence)
    } else if rule.is_some_and(|rule| rule.within_hours) && !at_work() {
        Some(Hours)
    } else if matching == SkillMatching::Exact && !wanted.skills.iter().all(has) {
        Some(Skill)
    } else if rule.is_some_and(|rule| !holds(rule)) {
        Some(Condition)
    } else if within_capacity && status.available_units < i64::from(wanted.workstream.capacity_units) {
        Some(Units)
    } else if within_capacity && wanted.profiles.iter().any(|profile| room(profile).is_none()) {
        Some(NoProfile)
    } else if within_capacity && wanted.profiles.iter().any(|profile| room(profile).is_some_and(|room| room < 1)) {
        Some(ProfileFull)
    } else if is_blocked(moment.record, agent, status) {
        Some(Blocked)
    } else {
        None
    }
}

/// How often they declined it, while they may be asked again.
pub fn declined(moment: &Moment<'_>, wanted: &Wanted<'_>, agent: AgentId) -> Result<u32, PassedOverReason> {
    let Some(declines) = wanted.conversation.declines.iter().find(|declines| declines.agent_id == agent) else {
        return Ok(0);
    };
    if declines.count >= moment.record.settings().declines_allowed {
        Err(PassedOverReason::Declined)
    } else if moment.now < declines.last_at + wanted.workstream.reoffer_after_decline_ms {
        Err(PassedOverReason::DeclinedRecently)
    } else {
        Ok(declines.count)
    }
}
