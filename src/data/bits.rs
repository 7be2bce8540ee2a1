//! A quick look whether any word of a list begins as another does.

/// How many numbers are told apart.
const BITS: usize = 1 << 15;

/// A set of numbers. It may hold more than were added, never fewer.
#[derive(Clone, Debug)]
pub struct Bits(Box<[u64; BITS / 64]>);

impl Default for Bits {
    fn default() -> Self {
        Self(Box::new([0; BITS / 64]))
    }
}

impl Bits {
    fn place(number: u32) -> (usize, u64) {
        let place = number.wrapping_mul(0x9e37_79b1) as usize >> 17;
        (place / 64, 1 << (place % 64))
    }

    pub fn add(&mut self, number: u32) {
        let (slot, bit) = Self::place(number);
        self.0[slot] |= bit;
    }

    #[inline]
    #[must_use]
    pub fn may_hold(&self, number: u32) -> bool {
        let (slot, bit) = Self::place(number);
        self.0[slot] & bit != 0
    }
}
