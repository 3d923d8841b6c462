//! Every clock of data-model §12 in one place: when a conversation or an agent is next due, from its state alone; and
//! who deals with it then. Knows nothing of the consequences.

use crate::conversation::Held;
use crate::conversation::terms::{Templates, Terms};
use crate::deadlines::Deadline;
use crate::intake::overflow_at;
use crate::profiles::resets_at;
use crate::routing::relaxes_at;
use crate::{Engine, Step};
use frontdesk_model::{
    AgentId, ConversationId, ConversationMode, ConversationStatus, CustomerPresence, OfferScenario, Settings, Timers,
    Timestamp, Workstream, WrapUpBlock,
};

impl Engine {
    pub(crate) fn sync_conversation_deadlines(&mut self, id: ConversationId, now: Timestamp) {
        let Some(held) = self.conversations.get_mut(&id) else { return };
        let settings = &self.organization.settings;
        let workstream = &self.workstreams[&held.conversation.workstream_id];
        let due = [
            (Deadline::Offer(id), offer_at(held, &settings.timers)),
            (Deadline::CustomerGone(id), customer_gone_at(held, workstream, &settings.timers)),
            (Deadline::AutoClose(id), auto_close_at(held, workstream, &settings.timers)),
            (Deadline::WrapUpCapacity(id), held.conversation.held_until),
            (Deadline::Reoffer(id), reoffer_at(held, workstream, settings, now)),
            (Deadline::Overflow(id), overflow_at(held, &self.queues)),
            (Deadline::Relax(id), relaxes_at(held, &self.queues, now)),
            (Deadline::Consult(id), consult_at(held, workstream, &self.notification_templates)),
        ];
        for (deadline, at) in due {
            self.deadlines.arrange(deadline, &mut held.deadlines, at);
        }
    }

    pub(crate) fn sync_agent_deadlines(&mut self, id: AgentId) {
        let Some(state) = self.agents.get_mut(&id) else { return };
        let restore_ms = self.organization.settings.timers.browser_restore_ms;
        let restore_at = state.status.lost.as_ref().map(|lost| lost.at + restore_ms);
        self.deadlines.arrange(Deadline::BrowserRestore(id), &mut state.deadlines, restore_at);
        self.deadlines.arrange(Deadline::AgentGone(id), &mut state.deadlines, state.gone_at);
        let reset_at = resets_at(&state.status.load);
        self.deadlines.arrange(Deadline::ProfilesReset(id), &mut state.deadlines, reset_at);
    }

    /// A deadline that has just left the ordered set.
    pub(crate) fn lapse(&mut self, deadline: Deadline, step: &mut Step) {
        match deadline {
            Deadline::BrowserRestore(id) => {
                self.agents.get_mut(&id).expect("owns the deadline").deadlines.forget(deadline);
                self.browser_restore_lapsed(id);
            }
            Deadline::AgentGone(id) => {
                self.agents.get_mut(&id).expect("owns the deadline").deadlines.forget(deadline);
                self.agent_gone(id, step);
            }
            Deadline::Offer(id) => {
                self.edit_quietly(id).deadlines.forget(deadline);
                self.offer_lapsed(id, step);
            }
            Deadline::CustomerGone(id) => {
                self.edit_quietly(id).deadlines.forget(deadline);
                self.customer_gone(id, step);
            }
            Deadline::AutoClose(id) => {
                self.edit_quietly(id).deadlines.forget(deadline);
                self.auto_close(id, step);
            }
            Deadline::WrapUpCapacity(id) => {
                self.edit_quietly(id).deadlines.forget(deadline);
                self.wrap_up_capacity_freed(id, step);
            }
            Deadline::Reoffer(id) => {
                self.edit_quietly(id).deadlines.forget(deadline);
                self.router.look_at_conversation(id);
            }
            Deadline::Overflow(id) => {
                self.edit_quietly(id).deadlines.forget(deadline);
                self.waited_too_long(id, step);
            }
            Deadline::Hours(id) => self.hours_lapse(id, step.now),
            // What is in force by now is derived where lines are.
            Deadline::Relax(id) => self.edit_quietly(id).deadlines.forget(deadline),
            Deadline::ProfilesReset(id) => {
                self.agents.get_mut(&id).expect("owns the deadline").deadlines.forget(deadline);
                self.profiles_reset(id, step);
            }
            Deadline::Consult(id) => {
                self.edit_quietly(id).deadlines.forget(deadline);
                self.consult_lapsed(id, step);
            }
        }
    }
}

fn offer_at(held: &Held, timers: &Timers) -> Option<Timestamp> {
    let expires_at = held.session.as_ref()?.offer_expires_at?;
    Some(if held.offer_extended { expires_at + timers.undisplayed_offer_reroute_ms } else { expires_at })
}

/// The invitation that has stood longest.
fn consult_at(held: &Held, workstream: &Workstream, templates: &Templates) -> Option<Timestamp> {
    let invited_at = held.guests().filter(|guest| guest.joined_at.is_none()).map(|guest| guest.added_at).min()?;
    Some(invited_at + Terms::of(workstream, templates, OfferScenario::Consult).timeout_ms)
}

fn customer_gone_at(held: &Held, workstream: &Workstream, timers: &Timers) -> Option<Timestamp> {
    let conversation = &held.conversation;
    let CustomerPresence::Disconnected { since } = conversation.customer_presence else { return None };
    let can_leave = matches!(conversation.status, ConversationStatus::Open | ConversationStatus::Active);
    let patience_ms = workstream.reconnect_within_ms.unwrap_or(timers.live_chat_customer_disconnected_ms);
    (conversation.mode.is_live_chat() && can_leave).then(|| since + patience_ms)
}

fn auto_close_at(held: &Held, workstream: &Workstream, timers: &Timers) -> Option<Timestamp> {
    use ConversationStatus::*;
    let conversation = &held.conversation;
    let live_chat = conversation.mode.is_live_chat();
    let idle_ms = match conversation.status {
        Open if live_chat => timers.live_chat_open_close_ms,
        Open => timers.asynchronous_open_close_ms,
        Active if live_chat => timers.live_chat_active_close_ms,
        Active if conversation.mode == ConversationMode::PersistentChat => None,
        Active => timers.asynchronous_active_close_ms,
        Waiting => workstream.close_after_inactivity_ms,
        WrapUp => {
            let close_ms =
                if live_chat { timers.live_chat_wrap_up_close_ms } else { timers.asynchronous_wrap_up_close_ms };
            close_ms.map(|close_ms| close_ms.max(blocked_ms(workstream)))
        }
        Closed => None,
    }?;
    Some(next_scan(conversation.modified_at + idle_ms, timers.auto_close_scan_ms))
}

fn blocked_ms(workstream: &Workstream) -> u64 {
    match workstream.wrap_up_block {
        WrapUpBlock::For { milliseconds } => milliseconds,
        WrapUpBlock::Always | WrapUpBlock::Never => 0,
    }
}

/// The first look at or after `at`.
fn next_scan(at: Timestamp, scan_ms: u64) -> Timestamp {
    let past = match i64::try_from(scan_ms) {
        Ok(scan_ms) if scan_ms > 0 => at.0.rem_euclid(scan_ms),
        _ => 0,
    };
    if past == 0 { at } else { at + (scan_ms - past.unsigned_abs()) }
}

/// When the next agent who declined may be asked again.
fn reoffer_at(held: &Held, workstream: &Workstream, settings: &Settings, now: Timestamp) -> Option<Timestamp> {
    let conversation = &held.conversation;
    if conversation.status != ConversationStatus::Open {
        return None;
    }
    let may_be_asked = conversation.declines.iter().filter(|declines| declines.count < settings.declines_allowed);
    may_be_asked.map(|declines| declines.last_at + workstream.reoffer_after_decline_ms).filter(|at| *at > now).min()
}
