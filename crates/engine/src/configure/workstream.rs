//! Workstreams: how the work of one channel is distributed and what it costs. Knows nothing of single conversations.

use super::Draft;
use super::check::{check_name, check_once, check_range};
use crate::{Engine, Refusal};
use frontdesk_model::{DistributionMode, SetUpNoun, SetUpPiece, Workstream, WrapUpBlock};
use std::ops::RangeInclusive;

pub(super) const OFFER_TIMEOUT_MS: RangeInclusive<u64> = 10_000..=600_000;
const WRAP_UP_BLOCK_MS: RangeInclusive<u64> = 30_000..=3_600_000;

pub(super) fn check(draft: &Draft<'_>, workstream: &Workstream) -> Result<(), Refusal> {
    check_name(&workstream.name)?;
    // Where profiles count, units need not.
    let units_min = u32::from(workstream.capacity_profiles.is_empty());
    check_range("capacityUnits", workstream.capacity_units, units_min..=u32::MAX)?;
    check_range("offerTimeoutMs", workstream.offer_timeout_ms, OFFER_TIMEOUT_MS)?;
    if let WrapUpBlock::For { milliseconds } = workstream.wrap_up_block {
        check_range("wrapUpBlock.for.milliseconds", milliseconds, WRAP_UP_BLOCK_MS)?;
    }
    if workstream.allowed_presences.is_empty() {
        let detail = "work is pushed in at least one presence";
        return Err(Refusal::invalid("allowed_presences_missing", detail).at("allowedPresences"));
    }
    if workstream.agent_affinity && workstream.distribution == DistributionMode::Pick {
        let detail = "only pushed work comes back to its agent: what is picked goes to whoever picks it";
        return Err(Refusal::invalid("affinity_needs_push", detail).at("agentAffinity"));
    }
    let profiles = workstream.capacity_profiles.iter();
    check_once("profile_twice", "capacityProfiles", profiles, "a conversation takes a unit of a profile once")?;
    let former = draft.before(SetUpNoun::Workstream, workstream.id.0);
    if let Some(SetUpPiece::Workstream(former)) = former
        && former.distribution != workstream.distribution
    {
        let detail = "push or pick cannot be changed once the workstream exists";
        return Err(Refusal::conflict("distribution_fixed", detail).at("distribution"));
    }
    Ok(())
}

impl Engine {
    pub(super) fn put_workstream(&mut self, workstream: Workstream) {
        self.workstreams.insert(workstream.id, workstream);
        self.apply_rules();
    }
}
