//! Percentiles and medians of what was measured.

use serde::Serialize;

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Percentiles {
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
    pub max: f64,
}

impl Percentiles {
    /// Of microseconds, in milliseconds.
    pub fn of_us(values: &[u64]) -> Percentiles {
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        let at = |percent: usize| match sorted.len() {
            0 => 0.0,
            length => sorted[(length * percent / 100).min(length - 1)] as f64 / 1_000.0,
        };
        Percentiles { p50: at(50), p95: at(95), p99: at(99), max: at(100) }
    }
}

/// Zero of nothing.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => 0.0,
        length if length % 2 == 1 => sorted[length / 2],
        length => (sorted[length / 2 - 1] + sorted[length / 2]) / 2.0,
    }
}

/// For reports: as many digits as mean something.
pub fn rounded(value: f64) -> f64 {
    let step = match value.abs() {
        large if large >= 100.0 => 1.0,
        middle if middle >= 1.0 => 100.0,
        _ => 10_000.0,
    };
    (value * step).round() / step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_and_medians_of_small_sets() {
        let hundred: Vec<u64> = (1..=100).map(|ms| ms * 1_000).collect();
        assert_eq!(Percentiles::of_us(&hundred), Percentiles { p50: 51.0, p95: 96.0, p99: 100.0, max: 100.0 });
        assert_eq!(Percentiles::of_us(&[]), Percentiles::default());
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0]), 2.5);
    }
}
