//! What the desks count. Knows nothing of who reads it.

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

/// Of all desks of this process together.
#[derive(Debug)]
pub struct DeskMetrics {
    pub commits: Counter,
    pub commit_failures: Counter,
    pub commit_seconds: Histogram,
    pub batch_commands: Histogram,
    pub refused_busy: Counter,
    pub reloads: Counter,
    pub engine_panics: Counter,
    pub streams: Gauge,
    pub streams_cut: Counter,
}

impl Default for DeskMetrics {
    fn default() -> Self {
        DeskMetrics {
            commits: Counter::default(),
            commit_failures: Counter::default(),
            commit_seconds: Histogram::new(exponential_buckets(0.000_1, 2.0, 16)),
            batch_commands: Histogram::new(exponential_buckets(1.0, 2.0, 11)),
            refused_busy: Counter::default(),
            reloads: Counter::default(),
            engine_panics: Counter::default(),
            streams: Gauge::default(),
            streams_cut: Counter::default(),
        }
    }
}

impl DeskMetrics {
    pub fn register(&self, registry: &mut Registry) {
        let registry = registry.sub_registry_with_prefix("frontdesk_desk");
        registry.register("commits", "Batches written", self.commits.clone());
        registry.register("commit_failures", "Batches that were not written", self.commit_failures.clone());
        registry.register("commit_seconds", "From the start of a commit to its end", self.commit_seconds.clone());
        registry.register("batch_commands", "Commands written together", self.batch_commands.clone());
        registry.register("refused_busy", "Commands refused because the wait was too long", self.refused_busy.clone());
        registry.register("reloads", "Times that an engine was made anew from the store", self.reloads.clone());
        registry.register(
            "engine_panics",
            "Commands or alarms in which an engine panicked",
            self.engine_panics.clone(),
        );
        registry.register("streams", "Live streams that are open", self.streams.clone());
        registry.register("streams_cut", "Live streams cut because they read too slowly", self.streams_cut.clone());
    }
}
