//! Ids of stored decisions with the names that they have now. Decides nothing.

use super::sentences;
use crate::desk::View;
use crate::wire::{
    Considered, Demand, DemandedSkill, FiredRule, Named, Overflow, PassedOver, PassedOverQueue, QueueSegment,
    QueuedBecause, RoutingDecision, RoutingStep,
};
use frontdesk_model as model;
use frontdesk_model::{AgentId, CapacityProfileId, QueueId, SkillId};

pub struct Names<'v> {
    view: &'v View,
}

impl<'v> Names<'v> {
    pub fn new(view: &'v View) -> Self {
        Names { view }
    }

    pub fn queue(&self, id: QueueId) -> Named {
        Named { id: id.0, name: self.view.queue(id).map(|queue| queue.name.clone()) }
    }

    pub fn agent(&self, id: AgentId) -> Named {
        Named { id: id.0, name: self.view.agent(id).map(|agent| agent.name.clone()) }
    }

    fn agents(&self, ids: Vec<AgentId>) -> Vec<Named> {
        ids.into_iter().map(|id| self.agent(id)).collect()
    }

    fn skill(&self, id: SkillId) -> Named {
        Named { id: id.0, name: self.view.skill(id).map(|skill| skill.name.clone()) }
    }

    fn profile(&self, id: CapacityProfileId) -> Named {
        Named { id: id.0, name: self.view.capacity_profile(id).map(|profile| profile.name.clone()) }
    }

    pub fn decision(&self, decision: model::RoutingDecision) -> RoutingDecision {
        let model::RoutingDecision { conversation_id: _, number, at, step } = decision;
        let step = self.step(step);
        RoutingDecision { number, at: at.into(), sentence: sentences::of(&step, self), step }
    }

    fn step(&self, step: model::RoutingStep) -> RoutingStep {
        match step {
            model::RoutingStep::Classified { saw, fired } => {
                RoutingStep::Classified { saw: all(saw), fired: fired.into_iter().map(fired_rule).collect() }
            }
            model::RoutingStep::Queued { queue_id, why, saw, passed_over } => RoutingStep::Queued {
                queue: self.queue(queue_id),
                why: self.why(why),
                saw: all(saw),
                passed_over: passed_over
                    .into_iter()
                    .map(|passed| PassedOverQueue {
                        queue: self.queue(passed.queue_id),
                        condition: passed.condition.into(),
                    })
                    .collect(),
            },
            model::RoutingStep::Overflowed { queue_id, condition, action } => RoutingStep::Overflowed {
                queue: self.queue(queue_id),
                condition: overflow(condition),
                action: action.into(),
            },
            model::RoutingStep::Assigned { agent_id, queue_id, method, rule, because, demand, considered } => {
                RoutingStep::Assigned {
                    agent: self.agent(agent_id),
                    queue: self.queue(queue_id),
                    method: method.into(),
                    rule,
                    because: because.into(),
                    demand: self.demand(demand),
                    considered: self.considered(considered),
                }
            }
            model::RoutingStep::Waits { queue_id, demand, considered } => RoutingStep::Waits {
                queue: self.queue(queue_id),
                demand: self.demand(demand),
                considered: self.considered(considered),
            },
        }
    }

    fn why(&self, why: model::QueuedBecause) -> QueuedBecause {
        match why {
            model::QueuedBecause::Rule { ruleset, rule, draw } => QueuedBecause::Rule { ruleset, rule, draw },
            model::QueuedBecause::Classification => QueuedBecause::Classification,
            model::QueuedBecause::Named => QueuedBecause::Named,
            model::QueuedBecause::Fallback => QueuedBecause::Fallback,
            model::QueuedBecause::OpensFirst { opens_at } => {
                QueuedBecause::OpensFirst { opens_at: opens_at.map(Into::into) }
            }
            model::QueuedBecause::Overflow { from_queue_id } => {
                QueuedBecause::Overflow { from_queue: self.queue(from_queue_id) }
            }
            model::QueuedBecause::Transferred { by } => QueuedBecause::Transferred { by: self.agent(by) },
            model::QueuedBecause::Released { by } => QueuedBecause::Released { by: self.agent(by) },
            model::QueuedBecause::Returned => QueuedBecause::Returned,
            model::QueuedBecause::CustomerWrote => QueuedBecause::CustomerWrote,
        }
    }

    pub fn demand(&self, demand: model::DemandSeen) -> Demand {
        let skills = demand
            .skills
            .into_iter()
            .map(|rating| DemandedSkill { skill: self.skill(rating.skill_id), proficiency: rating.proficiency });
        Demand {
            priority: demand.priority.into(),
            waited_ms: demand.waited_ms,
            units: demand.units,
            skills: skills.collect(),
            capacity_profiles: demand.capacity_profiles.into_iter().map(|id| self.profile(id)).collect(),
        }
    }

    pub fn considered(&self, considered: model::Considered) -> Considered {
        let passed_over = considered
            .passed_over
            .into_iter()
            .map(|passed| PassedOver { reason: passed.reason.into(), agents: self.agents(passed.agents) });
        Considered {
            eligible: self.agents(considered.eligible),
            passed_over: passed_over.collect(),
            unlisted: considered.unlisted,
        }
    }

    pub fn segment(&self, segment: model::QueueSegment) -> QueueSegment {
        QueueSegment {
            number: segment.number,
            queue: self.queue(segment.queue_id),
            source_queue: segment.source_queue_id.map(|id| self.queue(id)),
            target_queue: segment.target_queue_id.map(|id| self.queue(id)),
            started_at: segment.started_at.into(),
            ended_at: segment.ended_at.map(Into::into),
            agent_assigned_at: segment.agent_assigned_at.map(Into::into),
            agent_accepted_at: segment.agent_accepted_at.map(Into::into),
            agent: segment.agent_id.map(|id| self.agent(id)),
            closed_at: segment.closed_at.map(Into::into),
            abandoned: segment.abandoned,
            creation_reason: segment.creation_reason.into(),
            closure_reason: segment.closure_reason.map(Into::into),
            session_closure: segment.session_closure.map(Into::into),
            first_wait_ms: segment.first_wait_ms,
            talk_ms: segment.talk_ms,
            wrap_up_ms: segment.wrap_up_ms,
            declines: segment.declines,
        }
    }
}

fn all<A, B: From<A>>(items: Vec<A>) -> Vec<B> {
    items.into_iter().map(Into::into).collect()
}

fn fired_rule(fired: model::FiredRule) -> FiredRule {
    FiredRule { ruleset_id: fired.ruleset_id.0, ruleset: fired.ruleset, rule: fired.rule }
}

fn overflow(condition: model::Overflow) -> Overflow {
    match condition {
        model::Overflow::OutOfHours => Overflow::OutOfHours,
        model::Overflow::QueueLength { waiting, waiting_max } => Overflow::QueueLength { waiting, waiting_max },
        model::Overflow::Waited { waited_ms, after_ms } => Overflow::Waited { waited_ms, after_ms },
    }
}
