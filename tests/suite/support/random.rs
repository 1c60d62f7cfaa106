//! Random values from proptest, for properties and for streams of records. A failing test prints its seed: set
//! `PROPTEST_RNG_SEED` to run it again.

use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, RngSeed, TestRng};

/// The configuration of a property with this number of cases, which are different in each run.
pub(crate) fn cases(count: u32) -> ProptestConfig {
    let given = ProptestConfig::default().rng_seed;
    let rng_seed = match given {
        RngSeed::Random => RngSeed::Fixed(RandomState::new().hash_one(count)),
        RngSeed::Fixed(_) => given,
    };
    println!("PROPTEST_RNG_SEED={rng_seed}");
    ProptestConfig { cases: count, failure_persistence: None, rng_seed, ..ProptestConfig::default() }
}

/// A stream of random numbers that is the same in every run.
pub(crate) struct Random(TestRng);

impl Random {
    pub(crate) fn new() -> Self {
        const SEED: &[u8; 16] = b"the same records";
        println!("the stream of the seed {SEED:?}");
        Self(TestRng::from_seed(RngAlgorithm::XorShift, SEED))
    }

    pub(crate) fn within(&mut self, range: Range<usize>) -> usize {
        self.0.random_range(range)
    }

    /// True once in `count` times on average.
    pub(crate) fn one_in(&mut self, count: usize) -> bool {
        self.within(0..count) == 0
    }

    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.within(0..all.len())]
    }
}
