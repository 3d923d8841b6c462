//! A fingerprint of everything an engine put out, to tell whether two runs were the same. Knows no meaning.

use frontdesk_engine::Output;
use std::fmt::{self, Write};

/// FNV-1a over the outputs as text: the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Digest(0xcbf2_9ce4_8422_2325)
    }
}

impl Digest {
    pub fn add(&mut self, outputs: &[Output]) {
        for output in outputs {
            // Writing into a digest cannot fail.
            let _ = write!(self, "{output:?}");
        }
    }
}

impl Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
