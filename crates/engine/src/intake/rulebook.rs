//! All rulesets made ready to be asked: each compiled once when it is put, in the order in which they run. Knows nothing
//! of what a rule brings about.

use frontdesk_model::{Rules, Ruleset, RulesetId, WorkstreamId};
use frontdesk_predicate::{FirstMatch, Predicate};
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Default)]
pub(crate) struct Rulebook {
    rulesets: BTreeMap<RulesetId, Arc<Compiled>>,
    /// Those of one workstream in the order in which they run.
    order: BTreeMap<WorkstreamId, Vec<RulesetId>>,
}

pub(super) struct Compiled {
    pub ruleset: Ruleset,
    pub index: FirstMatch,
}

impl Rulebook {
    pub fn put(&mut self, ruleset: Ruleset) {
        let former = self.rulesets.get(&ruleset.id).map(|former| former.ruleset.workstream_id);
        let (id, workstream_id) = (ruleset.id, ruleset.workstream_id);
        let index = FirstMatch::new(conditions(&ruleset.rules));
        self.rulesets.insert(id, Arc::new(Compiled { ruleset, index }));
        for workstream_id in former.into_iter().chain([workstream_id]) {
            self.reorder(workstream_id);
        }
    }

    pub fn remove(&mut self, id: RulesetId) {
        if let Some(former) = self.rulesets.remove(&id) {
            self.reorder(former.ruleset.workstream_id);
        }
    }

    pub fn get(&self, id: RulesetId) -> Option<&Ruleset> {
        self.rulesets.get(&id).map(|compiled| &compiled.ruleset)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Ruleset> {
        self.rulesets.values().map(|compiled| &compiled.ruleset)
    }

    pub(super) fn of(&self, workstream_id: WorkstreamId) -> impl Iterator<Item = &Compiled> {
        self.order.get(&workstream_id).into_iter().flatten().filter_map(|id| self.rulesets.get(id)).map(Arc::as_ref)
    }

    fn reorder(&mut self, workstream_id: WorkstreamId) {
        let mut order: Vec<&Ruleset> = self.iter().filter(|ruleset| ruleset.workstream_id == workstream_id).collect();
        order.sort_by(|a, b| (a.position, &a.name, a.id).cmp(&(b.position, &b.name, b.id)));
        let order: Vec<RulesetId> = order.into_iter().map(|ruleset| ruleset.id).collect();
        if order.is_empty() {
            self.order.remove(&workstream_id);
        } else {
            self.order.insert(workstream_id, order);
        }
    }
}

/// What the rules ask, in their order.
pub(super) fn conditions(rules: &Rules) -> Vec<Predicate> {
    match rules {
        Rules::Classification(rules) => rules.iter().map(|rule| rule.when.clone()).collect(),
        Rules::RouteToQueue(rules) => rules.iter().map(|rule| rule.when.clone()).collect(),
    }
}
