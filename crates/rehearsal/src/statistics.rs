//! Confidence intervals over replications. Knows nothing of what was measured.

/// A mean and how far the truth may be from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub mean: f64,
    pub half_width: f64,
}

impl Interval {
    pub fn holds(&self, value: f64) -> bool {
        (self.mean - value).abs() <= self.half_width
    }

    pub fn lower(&self) -> f64 {
        self.mean - self.half_width
    }
}

/// Two-sided, by Student's t over independent replications. `confidence` is 0.95, 0.999 and the like.
pub fn interval(replications: &[f64], confidence: f64) -> Interval {
    let count = replications.len() as f64;
    let mean = replications.iter().sum::<f64>() / count;
    let variance = replications.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let half_width = student_t(1.0 - (1.0 - confidence) / 2.0, count - 1.0) * (variance / count).sqrt();
    Interval { mean, half_width }
}

/// The quantile of Student's t: by bisection on its distribution, which is integrated.
pub fn student_t(probability: f64, freedom: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1_000.0);
    for _ in 0..80 {
        let middle = (low + high) / 2.0;
        if student_t_distribution(middle, freedom) < probability { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// For t ≥ 0, by substituting t = √freedom · tan(angle), which makes the tail finite.
fn student_t_distribution(t: f64, freedom: f64) -> f64 {
    const STEPS: usize = 400;
    let density = |angle: f64| angle.cos().powf(freedom - 1.0);
    let whole = simpson(density, 0.0, std::f64::consts::FRAC_PI_2, STEPS);
    0.5 + 0.5 * simpson(density, 0.0, (t / freedom.sqrt()).atan(), STEPS) / whole
}

/// Simpson's rule; `steps` is even.
pub fn simpson(f: impl Fn(f64) -> f64, from: f64, to: f64, steps: usize) -> f64 {
    let step = (to - from) / steps as f64;
    let inner: f64 = (1..steps).map(|i| f(from + i as f64 * step) * if i % 2 == 1 { 4.0 } else { 2.0 }).sum();
    (f(from) + inner + f(to)) * step / 3.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (probability, freedom, expected) in
            [(0.975, 9.0, 2.262), (0.975, 19.0, 2.093), (0.9995, 9.0, 4.781), (0.95, 5.0, 2.015), (0.995, 30.0, 2.750)]
        {
            let found = student_t(probability, freedom);
            assert!((found - expected).abs() < 0.001, "{probability} {freedom}: {found}");
        }
    }

    #[test]
    fn an_interval_is_the_mean_give_or_take() {
        let found = interval(&[1.0, 2.0, 3.0, 4.0, 5.0], 0.95);
        assert!((found.mean - 3.0).abs() < 1e-12 && (found.half_width - 1.963).abs() < 0.001);
        assert!(found.holds(4.9) && !found.holds(5.0));
    }
}
