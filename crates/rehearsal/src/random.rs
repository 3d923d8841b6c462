//! A small seeded generator (SplitMix64) and the distributions that rehearsals draw from. Knows nothing of what is drawn.
//!
//! Our own, because a seed must mean the same on every machine and after every upgrade of a dependency.

#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    pub fn new(seed: u64) -> Random {
        let mut random = Random { state: seed };
        random.next_u64();
        random
    }

    /// A generator of its own for one part, so that a change in one part leaves the others alone.
    pub fn branch(&self, part: &str) -> Random {
        let folded = part.bytes().fold(self.state, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
        Random::new(folded)
    }

    pub fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Above 0, at most 1.
    pub fn unit(&mut self) -> f64 {
        ((self.next_u64() >> 11) + 1) as f64 / (1u64 << 53) as f64
    }

    /// 0 ≤ result < `end`; 0 when `end` is 0.
    pub fn index(&mut self, end: usize) -> usize {
        ((u128::from(self.next_u64()) * end as u128) >> 64) as usize
    }

    pub fn exponential(&mut self, mean: f64) -> f64 {
        -mean * self.unit().ln()
    }

    pub fn normal(&mut self) -> f64 {
        let (radius, angle) = ((-2.0 * self.unit().ln()).sqrt(), std::f64::consts::TAU * self.unit());
        radius * angle.cos()
    }

    /// By its mean and its coefficient of variation (standard deviation over mean).
    pub fn lognormal(&mut self, mean: f64, variation: f64) -> f64 {
        let spread = (1.0 + variation * variation).ln();
        (mean.ln() - spread / 2.0 + spread.sqrt() * self.normal()).exp()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_means_the_same_everywhere_and_branches_differ() {
        let mut random = Random::new(1);
        let drawn: Vec<u64> = (0..3).map(|_| random.next_u64()).collect();
        assert_eq!(drawn, [13_757_245_211_066_428_519, 17_911_839_290_282_890_590, 8_196_980_753_821_780_235]);
        assert_ne!(Random::new(7).branch("a").next_u64(), Random::new(7).branch("b").next_u64());
    }

    #[test]
    fn distributions_have_the_moments_they_are_named_by() {
        let mut random = Random::new(3);
        let moments = |draws: Vec<f64>| {
            let mean = draws.iter().sum::<f64>() / draws.len() as f64;
            let variance = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / draws.len() as f64;
            (mean, variance.sqrt() / mean)
        };
        let (mean, variation) = moments((0..200_000).map(|_| random.exponential(300.0)).collect());
        assert!((mean - 300.0).abs() < 3.0 && (variation - 1.0).abs() < 0.02, "{mean} {variation}");
        let (mean, variation) = moments((0..200_000).map(|_| random.lognormal(300.0, 0.5)).collect());
        assert!((mean - 300.0).abs() < 3.0 && (variation - 0.5).abs() < 0.02, "{mean} {variation}");
    }
}
