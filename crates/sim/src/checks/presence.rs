//! Presence follows the browser, the agent's choice and the load. Knows the rows and who has a browser.

use super::{Broken, Call, Memory, Promise, Turn, ensure};
use crate::naive::{is_blocked, profile_room};
use crate::record::Record;
use frontdesk_engine::Input;
use frontdesk_model::*;

pub fn check(turn: &Turn<'_>, _: &mut Memory) -> Result<(), Broken> {
    if turn.refused() {
        return Ok(());
    }
    turn.record.statuses.values().try_for_each(|status| check_status(turn, status))
}

fn check_status(turn: &Turn<'_>, status: &AgentStatus) -> Result<(), Broken> {
    let record = turn.record;
    let connected = turn.workplaces.has_browser(status.agent_id);
    let has_left = matches!(turn.call, Call::Load) || turn.workplaces.has_just_left(status.agent_id);
    let presence = record.presences.get(&status.presence_id);
    let known = presence.is_some_and(|presence| presence.base == status.base);
    let offline = connected || !has_left || status.base == BasePresence::Offline;
    let follows = !connected || status.source != PresenceSource::Automatic || status.base == by_load(record, status);
    let lost = status.lost.is_none() || !connected;
    let chosen = choice_stands(turn, status);
    ensure(known && offline && follows && lost && chosen, Promise::PresenceFollowsLoad, || {
        let before = turn.status_before(status.agent_id);
        let load = by_load(record, status);
        format!("connected: {connected}, by load: {load:?}, {presence:?}\n  before {before:?}\n  {status:?}")
    })
}

/// What the agent chose stays; Available and Busy only until the next accept or close.
fn choice_stands(turn: &Turn<'_>, status: &AgentStatus) -> bool {
    let id = status.agent_id;
    let Some(before) = turn.status_before(id).filter(|before| before.source == PresenceSource::Agent) else {
        return true;
    };
    let differs = before.presence_id != status.presence_id || before.source != status.source;
    let asked = match turn.call {
        Call::Load | Call::Input(Input::Configure(_)) => true,
        Call::Input(Input::SetPresence { agent_id, .. } | Input::AgentConnected { agent_id }) => *agent_id == id,
        Call::Input(Input::ResetPresence { of_agent_id, .. }) => *of_agent_id == id,
        Call::Input(_) => turn.workplaces.has_just_left(id),
        Call::Timeout => false,
    };
    let moved_on = matches!(before.base, BasePresence::Available | BasePresence::Busy)
        && turn.changes.sessions.iter().any(|change| {
            let agents = [change.after.agent_id, change.before.as_ref().and_then(|before| before.agent_id)];
            agents.contains(&Some(id))
        });
    !differs || asked || moved_on
}

/// Free is Available, partly is Busy, full is Do not disturb, and so are all the tabs one may have. Full of units and of
/// every profile; or of one that blocks.
pub fn by_load(record: &Record, status: &AgentStatus) -> BasePresence {
    let Some(agent) = record.agents.get(&status.agent_id) else { return BasePresence::Offline };
    let is_full =
        |own: &AgentCapacityProfile| profile_room(record, agent, status, own.profile_id).is_none_or(|room| room <= 0);
    if status.open_sessions >= record.settings().sessions_max || is_blocked(record, agent, status) {
        BasePresence::DoNotDisturb
    } else if status.available_units >= i64::from(agent.capacity_units) && status.load.profiles.is_empty() {
        BasePresence::Available
    } else if status.available_units <= 0 && agent.capacity_profiles.iter().all(is_full) {
        BasePresence::DoNotDisturb
    } else {
        BasePresence::Busy
    }
}
