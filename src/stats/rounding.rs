//! What a printed number says about the real one: rounding, truncation, and the words "knap", "godt", "ca.".

/// Which side of the printed value the real one lies on, by the word before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Near {
    /// No word: the value is rounded.
    #[default]
    Plain,
    /// knap: just below.
    Below,
    /// godt: just above.
    Above,
    /// ca.: on either side.
    About,
}

/// A number as printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Printed {
    pub value: f64,
    pub decimals: u8,
    pub near: Near,
}

/// How a printed number fits the real one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fit {
    /// A correct rounding, or within what its hedge allows.
    Rounded,
    /// Cut off instead of rounded; right but for the last digit.
    Truncated,
    Off,
}

/// Sums of binary fractions miss by a hair; a printed digit never depends on it.
const HAIR: f64 = 1e-9;

impl Printed {
    #[must_use]
    pub fn new(value: f64, decimals: u8) -> Self {
        Self { value, decimals, near: Near::Plain }
    }

    #[must_use]
    pub fn hedged(self, near: Near) -> Self {
        Self { near, ..self }
    }

    /// One step of the last printed digit: 1 for "27", 0.1 for "26,7".
    #[must_use]
    pub fn step(self) -> f64 {
        0.1_f64.powi(i32::from(self.decimals))
    }

    /// The values that the printed number stands for, read narrowly: half a step to the side that the word names
    /// ("knap 26" is 25.5 to 26), half a step to both without a word, one step to both for "ca.".
    #[must_use]
    pub fn implied(self) -> (f64, f64) {
        let half = self.step() / 2.0;
        match self.near {
            Near::Plain => (self.value - half, self.value + half),
            Near::Below => (self.value - half, self.value),
            Near::Above => (self.value, self.value + half),
            Near::About => (self.value - self.coarse_step(), self.value + self.coarse_step()),
        }
    }

    /// How the printed number fits `real`. Read widely, in the writer's favour: "knap 27" allows all from 26 to 27,
    /// "godt 27" all from 27 to 28, "ca." a step of the last digit that is not 0 to either side ("ca. 180.000" is
    /// 170,000 to 190,000). A correct rounding always fits.
    #[must_use]
    pub fn fit(self, real: f64) -> Fit {
        let step = self.step();
        let off = real - self.value;
        let within = |low: f64, high: f64| (low - HAIR..=high + HAIR).contains(&off);
        let hair = HAIR * real.abs().max(1.0);
        let rounded = off.abs() <= step / 2.0 + hair;
        let hedged = match self.near {
            Near::Plain => false,
            Near::Below => within(-step, 0.0),
            Near::Above => within(0.0, step),
            Near::About => within(-self.coarse_step(), self.coarse_step()),
        };
        if rounded || hedged {
            Fit::Rounded
        } else if off * real.signum() > 0.0 && off.abs() < step {
            Fit::Truncated
        } else {
            Fit::Off
        }
    }

    /// As [`Printed::fit`], where the real value itself is only known to lie between two ends: fits when any value
    /// between them does.
    #[must_use]
    pub fn fit_between(self, low: f64, high: f64) -> Fit {
        let nearest = self.value.clamp(low.min(high), low.max(high));
        match self.fit(nearest) {
            Fit::Off => self.fit(f64::midpoint(low, high)),
            fit => fit,
        }
    }

    /// One step of the last digit that is not 0, at least one printed step.
    fn coarse_step(self) -> f64 {
        if self.decimals > 0 || self.value == 0.0 {
            return self.step();
        }
        let mut step = 1.0;
        while (self.value / (step * 10.0)).fract() == 0.0 {
            step *= 10.0;
        }
        step
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(value: f64, decimals: u8, near: Near) -> Printed {
        Printed::new(value, decimals).hedged(near)
    }

    #[test]
    fn tells_rounding_from_truncation_from_error() {
        use Near::{About, Above, Below, Plain};
        for (value, decimals, near, real, fit) in [
            (36.9, 1, Plain, 36.96, Fit::Truncated),
            (37.0, 1, Plain, 36.96, Fit::Rounded),
            (37.5, 1, Plain, 37.48, Fit::Rounded),
            (28.0, 0, Plain, 100.0 * 8.0 / 28.0, Fit::Truncated),
            (14.0, 0, Plain, 17.69, Fit::Off),
            (12.3, 1, Plain, 12.295, Fit::Rounded),
            (27.0, 0, Below, 26.91, Fit::Rounded),
            (27.0, 0, Below, 26.1, Fit::Rounded),
            (27.0, 0, Below, 30.04, Fit::Off),
            (26.0, 0, Above, 26.7, Fit::Rounded),
            (26.0, 0, Above, 25.2, Fit::Off),
            (37.0, 0, About, 36.79, Fit::Rounded),
            (180_000.0, 0, About, 174_300.0, Fit::Rounded),
            (180_000.0, 0, About, 155_000.0, Fit::Off),
            (-23.0, 0, Plain, -23.33, Fit::Rounded),
            (0.0, 0, Plain, 0.0, Fit::Rounded),
            (0.5, 1, Plain, 0.45, Fit::Rounded),
        ] {
            assert_eq!(printed(value, decimals, near).fit(real), fit, "{value} {near:?} {real}");
        }
    }

    #[test]
    fn the_narrow_reading_of_a_word() {
        assert_eq!(printed(26.0, 0, Near::Below).implied(), (25.5, 26.0));
        assert_eq!(printed(26.0, 0, Near::Above).implied(), (26.0, 26.5));
        assert_eq!(printed(460.0, 0, Near::About).implied(), (450.0, 470.0));
    }

    #[test]
    fn an_uncertain_real_value_fits_when_any_of_it_does() {
        let printed = Printed::new(36.9, 1);
        assert_eq!(printed.fit_between(36.93, 36.99), Fit::Rounded);
        assert_eq!(printed.fit_between(36.97, 36.99), Fit::Truncated);
        assert_eq!(printed.fit_between(37.1, 37.2), Fit::Off);
    }
}
