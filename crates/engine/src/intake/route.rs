//! Route to queue: the first rule that holds and whose queue does not overflow. Knows nothing of what an overflowing queue
//! does with what comes to it all the same.
//!
//! | | goes to |
//! |---|---|
//! | the caller named a queue | that one, whatever the rules say |
//! | a rule holds, its queue takes it | that one |
//! | rules hold, all their queues overflow | the one that opens first, which does what its overflow says |
//! | no rule holds, classification named a queue | that one |
//! | otherwise | the workstream's fallback queue, where overflow is ignored |
//!
//! A rule that shares among queues draws by the conversation's lot; where the drawn queue overflows, the rule's others are
//! looked at in their order, then the next rule.

use super::overflow::Overflowing;
use super::seen::Witness;
use crate::Engine;
use frontdesk_model::{
    Conversation, ConversationId, OverflowAction, PassedOverQueue, QueueId, QueueShare, QueuedBecause, RouteRule,
    RoutingStep, Rules, Timestamp,
};

pub(super) struct Route {
    pub queue_id: QueueId,
    pub step: RoutingStep,
    /// What the queue does with it at once.
    pub overflow: Option<Overflowing>,
}

impl Engine {
    pub(super) fn route(
        &self,
        conversation: &Conversation,
        named: Option<QueueId>,
        hint: Option<QueueId>,
        now: Timestamp,
    ) -> Route {
        if let Some(queue_id) = named {
            return self.directly(queue_id, QueuedBecause::Named, now);
        }
        let mut search = Search::default();
        let witness = Witness::new(self.record(conversation), &[], Vec::new());
        'rulesets: for compiled in self.rulebook.of(conversation.workstream_id) {
            let Rules::RouteToQueue(rules) = &compiled.ruleset.rules else { continue };
            for rule in compiled.index.matches(&witness).filter_map(|place| rules.get(place)) {
                if self.try_rule(&compiled.ruleset.name, rule, conversation.id, &mut search, now) {
                    break 'rulesets;
                }
            }
        }
        let saw = witness.saw();
        let found = search.found.or_else(|| self.opens_first(&search.overflowing, now));
        let mut route = match (found, hint.filter(|hint| self.queues.contains_key(hint))) {
            (Some(route), _) => route,
            (None, Some(queue_id)) => self.directly(queue_id, QueuedBecause::Classification, now),
            (None, None) => {
                let queue_id = self.workstreams[&conversation.workstream_id].fallback_queue_id;
                Route::new(queue_id, QueuedBecause::Fallback, None)
            }
        };
        if let RoutingStep::Queued { saw: seen, passed_over, .. } = &mut route.step {
            *seen = saw;
            *passed_over = search.overflowing.iter().map(|(queue_id, found)| found.passed_over(*queue_id)).collect();
        }
        route
    }

    /// Whatever the queue's overflow says happens to it there.
    fn directly(&self, queue_id: QueueId, why: QueuedBecause, now: Timestamp) -> Route {
        Route::new(queue_id, why, self.overflowing(queue_id, now))
    }

    /// Whether one of the rule's queues takes it.
    fn try_rule(
        &self,
        ruleset: &str,
        rule: &RouteRule,
        id: ConversationId,
        search: &mut Search,
        now: Timestamp,
    ) -> bool {
        let draw = (rule.queues.len() > 1).then(|| lot(id));
        let drawn = drawn(&rule.queues, draw.unwrap_or_default());
        let others = rule.queues.iter().enumerate().filter(|(place, _)| *place != drawn).map(|(_, share)| share);
        for share in rule.queues.get(drawn).into_iter().chain(others) {
            if !self.queues.contains_key(&share.queue_id) {
                continue;
            }
            let overflow = self.overflowing(share.queue_id, now);
            match overflow {
                Some(found) if found.action != OverflowAction::QueueAnyway => search.pass_over(share.queue_id, found),
                overflow => {
                    let why = QueuedBecause::Rule { ruleset: ruleset.to_owned(), rule: rule.name.clone(), draw };
                    search.found = Some(Route::new(share.queue_id, why, overflow));
                    return true;
                }
            }
        }
        false
    }

    /// A queue that is open now, though its line is full, comes before all that open later.
    fn opens_first(&self, overflowing: &[(QueueId, Overflowing)], now: Timestamp) -> Option<Route> {
        let opening = |queue_id: &QueueId| {
            let hours = self.queues.get(queue_id).and_then(|state| state.queue.operating_hours_id);
            self.hours.next_opening(hours, now)
        };
        let found = overflowing.iter().map(|(queue_id, found)| (opening(queue_id), *queue_id, *found));
        // The first of those that open at the same time: `min_by_key` keeps the first.
        let (opens_at, queue_id, found) = found.min_by_key(|(opens_at, ..)| (opens_at.is_none(), *opens_at))?;
        let opens_at = opens_at.filter(|at| *at > now);
        Some(Route::new(queue_id, QueuedBecause::OpensFirst { opens_at }, Some(found)))
    }
}

/// What was looked at so far.
#[derive(Default)]
struct Search {
    found: Option<Route>,
    /// Each queue once, in the order in which they were passed over.
    overflowing: Vec<(QueueId, Overflowing)>,
}

impl Search {
    fn pass_over(&mut self, queue_id: QueueId, found: Overflowing) {
        if !self.overflowing.iter().any(|(passed, _)| *passed == queue_id) {
            self.overflowing.push((queue_id, found));
        }
    }
}

impl Route {
    fn new(queue_id: QueueId, why: QueuedBecause, overflow: Option<Overflowing>) -> Route {
        let step = RoutingStep::Queued { queue_id, why, saw: Vec::new(), passed_over: Vec::new() };
        Route { queue_id, step, overflow }
    }
}

impl Overflowing {
    fn passed_over(&self, queue_id: QueueId) -> PassedOverQueue {
        PassedOverQueue { queue_id, condition: self.condition }
    }
}

/// The share on which the lot falls: shares lie one after another from 0 to 99.
fn drawn(shares: &[QueueShare], lot: u32) -> usize {
    let mut below = 0;
    let found = shares.iter().position(|share| {
        below += share.percent;
        lot < below
    });
    found.unwrap_or_default()
}

/// 0 to 99, always the same for the same conversation, and spread evenly whatever makes the ids: FNV-1a over the id's
/// bytes, its bits mixed once more.
pub(super) fn lot(id: ConversationId) -> u32 {
    let bytes = id.0.as_bytes().iter();
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let mixed = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    u32::try_from((mixed >> 32) % 100).unwrap_or_default()
}
