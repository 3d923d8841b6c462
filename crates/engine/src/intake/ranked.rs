//! An ordered set that also knows how many come before an item. Sorted runs next to each other, so that a search touches
//! little memory, and a Fenwick tree over their lengths. Knows nothing of queues.

/// Items that are kept together: more make a change dearer, fewer a search.
const RUN_MAX: usize = 128;

#[derive(Clone, Debug)]
pub(crate) struct Ranked<T> {
    runs: Vec<Run<T>>,
    lengths: PrefixSums,
}

/// Never empty.
#[derive(Clone, Debug)]
struct Run<T> {
    /// At hand for the search among runs.
    first: T,
    items: Vec<T>,
}

impl<T> Default for Ranked<T> {
    fn default() -> Self {
        Ranked { runs: Vec::new(), lengths: PrefixSums::default() }
    }
}

impl<T: Ord + Copy> Ranked<T> {
    pub fn len(&self) -> usize {
        self.lengths.before(self.runs.len())
    }

    /// How many come before it; none where it is not in the set.
    pub fn rank(&self, item: &T) -> Option<usize> {
        let (run, found) = self.find(item)?;
        Some(self.lengths.before(run) + found.ok()?)
    }

    /// Whether it is new.
    pub fn insert(&mut self, item: T) -> bool {
        let Some((at, found)) = self.find(&item) else {
            self.begin_run(0, vec![item]);
            return true;
        };
        let Err(place) = found else { return false };
        if self.runs[at].items.len() < RUN_MAX {
            self.runs[at].put(place, item);
            self.lengths.add(at, 1);
        } else if place == RUN_MAX {
            // Most come last of all, or last of their priority: half a run for them would stay half a run.
            self.begin_run(at + 1, vec![item]);
        } else {
            let rest = self.runs[at].items.split_off(RUN_MAX / 2);
            self.begin_run(at + 1, rest);
            self.insert(item);
        }
        true
    }

    /// Whether it was there.
    pub fn remove(&mut self, item: &T) -> bool {
        let Some((at, Ok(place))) = self.find(item) else { return false };
        self.runs[at].take(place);
        if self.runs[at].items.is_empty() {
            self.runs.remove(at);
            self.lengths.measure(&self.runs);
        } else {
            self.lengths.take_one(at);
            // With the one before or with the one after: else what leaves in order would leave many small ones behind.
            if !self.merge(at) && at > 0 {
                self.merge(at - 1);
            }
        }
        true
    }

    /// Makes one of two neighbours if both together are small.
    fn merge(&mut self, at: usize) -> bool {
        let length = |at: usize| self.runs.get(at).map_or(RUN_MAX, |run| run.items.len());
        let both_are_small = length(at) + length(at + 1) <= RUN_MAX / 2;
        if both_are_small {
            let next = self.runs.remove(at + 1);
            self.runs[at].items.extend(next.items);
            self.lengths.measure(&self.runs);
        }
        both_are_small
    }

    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.runs.iter().flat_map(|run| &run.items)
    }

    /// In which run it is, or would be, and where there; none while there is no run.
    fn find(&self, item: &T) -> Option<(usize, Result<usize, usize>)> {
        let at = self.runs.partition_point(|run| run.first <= *item).saturating_sub(1);
        Some((at, self.runs.get(at)?.items.binary_search(item)))
    }

    fn begin_run(&mut self, at: usize, items: Vec<T>) {
        self.runs.insert(at, Run { first: items[0], items });
        self.lengths.measure(&self.runs);
    }
}

impl<T: Copy> Run<T> {
    fn put(&mut self, place: usize, item: T) {
        self.items.insert(place, item);
        self.first = self.items[0];
    }

    fn take(&mut self, place: usize) {
        self.items.remove(place);
        self.first = *self.items.first().unwrap_or(&self.first);
    }
}

/// A Fenwick tree: sums of the first so many numbers, each of which may change, in O(log n).
#[derive(Clone, Debug, Default)]
struct PrefixSums {
    /// At index `i`, from 1 on: the sum of as many numbers up to the `i`th as the lowest bit of `i` says.
    sums: Vec<u32>,
}

impl PrefixSums {
    /// Anew, after runs came or went.
    fn measure<T>(&mut self, runs: &[Run<T>]) {
        self.sums.clear();
        self.sums.push(0);
        self.sums.extend(runs.iter().map(|run| u32::try_from(run.items.len()).unwrap_or(u32::MAX)));
        for index in 1..self.sums.len() {
            let above = index + lowest_bit(index);
            if above < self.sums.len() {
                self.sums[above] += self.sums[index];
            }
        }
    }

    fn before(&self, count: usize) -> usize {
        let mut sum = 0;
        let mut index = count;
        while index > 0 {
            sum += self.sums[index] as usize;
            index -= lowest_bit(index);
        }
        sum
    }

    fn add(&mut self, at: usize, more: u32) {
        self.change(at, |sum| *sum += more);
    }

    fn take_one(&mut self, at: usize) {
        self.change(at, |sum| *sum -= 1);
    }

    fn change(&mut self, at: usize, mut act: impl FnMut(&mut u32)) {
        let mut index = at + 1;
        while index < self.sums.len() {
            act(&mut self.sums[index]);
            index += lowest_bit(index);
        }
    }
}

fn lowest_bit(index: usize) -> usize {
    index & index.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn it_is_an_ordered_set_whatever_is_put_in_and_taken_out() {
        let (mut ranked, mut plain) = (Ranked::default(), BTreeSet::new());
        let mut chance = 1_u64;
        // It grows to thousands and shrinks to nothing, more than once.
        for number in 0..60_000_u64 {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (item, mostly_grows) = ((chance >> 40) % 5_000, (number / 10_000) % 2 == 0);
            if (chance >> 33) % 4 == u64::from(mostly_grows) * 3 || (chance >> 33) % 4 == 1 {
                assert_eq!(ranked.remove(&item), plain.remove(&item));
            } else if mostly_grows {
                assert_eq!(ranked.insert(item), plain.insert(item));
            } else {
                let first = plain.first().copied().unwrap_or(item);
                assert_eq!(ranked.remove(&first), plain.remove(&first));
            }
            assert_eq!(ranked.len(), plain.len());
            assert_eq!(ranked.rank(&item), plain.contains(&item).then(|| plain.range(..item).count()));
        }
        assert!(ranked.iter().eq(&plain));
        assert!(plain.iter().enumerate().all(|(rank, item)| ranked.rank(item) == Some(rank)));
    }

    #[test]
    fn runs_stay_full_when_items_come_in_order_and_few_when_they_go() {
        let mut ranked = Ranked::default();
        assert!((0..100_000).all(|item| ranked.insert(item)));
        assert_eq!(ranked.runs.len(), 100_000_usize.div_ceil(RUN_MAX));
        assert!((0..100_000).filter(|item| item % 100 > 0).all(|item| ranked.remove(&item)));
        assert!(ranked.runs.len() < 1_000 / (RUN_MAX / 5), "{} runs", ranked.runs.len());
        assert!(ranked.iter().copied().eq((0..1_000).map(|item| item * 100)));
    }
}
