//! Classification: in each ruleset the first rule that holds fires, and later rulesets see what it set. Knows nothing of
//! what the conversation is classified for.

use super::seen::Witness;
use crate::Engine;
use crate::conversation::CONTEXT_VARIABLES_MAX;
use frontdesk_model::{
    Classification, ContextVariable, Conversation, FiredRule, QueueId, RoutingStep, Rules, SkillRating,
};

impl Engine {
    /// What was seen and what fired, if there are rules; and the queue that they named last.
    pub(super) fn classify(&self, conversation: &mut Conversation) -> (Option<RoutingStep>, Option<QueueId>) {
        let (mut saw, mut fired, mut set) = (Vec::new(), Vec::new(), Vec::new());
        let mut hint = None;
        for compiled in self.rulebook.of(conversation.workstream_id) {
            let Rules::Classification(rules) = &compiled.ruleset.rules else { continue };
            let witness = Witness::new(self.record(conversation), &set, saw);
            let found = compiled.index.first(&witness).and_then(|place| rules.get(place));
            saw = witness.saw();
            fired.push(FiredRule {
                ruleset_id: compiled.ruleset.id,
                ruleset: compiled.ruleset.name.clone(),
                rule: found.map(|rule| rule.name.clone()),
            });
            for output in found.into_iter().flat_map(|rule| &rule.outputs) {
                match output {
                    Classification::Queue { queue_id } => hint = Some(*queue_id),
                    other => set.extend(put(conversation, other)),
                }
            }
        }
        let step = (!fired.is_empty()).then_some(RoutingStep::Classified { saw, fired });
        (step, hint)
    }
}

/// The field that it set, if rules can see it.
fn put(conversation: &mut Conversation, output: &Classification) -> Option<String> {
    match output {
        Classification::Queue { .. } => None,
        Classification::Priority { priority } => {
            conversation.priority = *priority;
            Some("conversation.priority".to_owned())
        }
        Classification::Skill { skill } => {
            require(&mut conversation.demand.skills, *skill);
            None
        }
        Classification::CapacityProfile { profile_id } => {
            let profiles = &mut conversation.demand.capacity_profiles;
            if !profiles.contains(profile_id) {
                profiles.push(*profile_id);
            }
            None
        }
        Classification::Context { variable } => {
            put_variable(&mut conversation.context, variable).then(|| format!("context.{}", variable.name))
        }
    }
}

fn require(skills: &mut Vec<SkillRating>, skill: SkillRating) {
    match skills.iter_mut().find(|one| one.skill_id == skill.skill_id) {
        Some(one) => one.proficiency = skill.proficiency,
        None => skills.push(skill),
    }
}

/// Past the bound on variables those that came with the customer stay, and a new one is left out.
fn put_variable(context: &mut Vec<ContextVariable>, variable: &ContextVariable) -> bool {
    let full = context.len() >= CONTEXT_VARIABLES_MAX;
    match context.iter_mut().find(|one| one.name == variable.name) {
        Some(one) => one.value.clone_from(&variable.value),
        None if full => return false,
        None => context.push(variable.clone()),
    }
    true
}
