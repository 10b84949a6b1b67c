//! One table of the kinds of amount: name, units and range.
//!
//! The ranges are physical extremes (a thousand litres, a kilogram, the density of a solid, thirty thousand years), not
//! clinical limits: clinical limits are protocol data. They are narrow enough that a product of any two amounts fits
//! in 128 bits.

/// Name, units and range of one kind of amount.
#[derive(Debug, PartialEq, Eq)]
pub struct Bound {
    /// What it is, in words: "volume".
    pub name: &'static str,
    /// The unit that people and data use; UCUM.
    pub unit: &'static str,
    /// The unit as people read it.
    pub words: &'static str,
    /// The unit that the whole number counts.
    pub base_unit: &'static str,
    /// Base units in one shown unit, as a power of ten; spans are shown in their own way and have 0.
    pub decimals: u32,
    /// Largest whole number, in base units; the smallest is 0.
    pub max: u64,
}

macro_rules! bounds {
    ($($constant:ident: $name:literal, $unit:literal, $words:literal, $base:literal, $decimals:literal, $max:literal;)*) => {
        $(#[doc = concat!("Bound of a ", $name, ".")]
        pub const $constant: Bound = Bound {
            name: $name, unit: $unit, words: $words, base_unit: $base, decimals: $decimals, max: $max,
        };)*
        /// Every kind, for tables and for tests.
        pub const ALL: &[&Bound] = &[$(&$constant),*];
    };
}

bounds! {
    VOLUME: "volume", "mL", "mL", "nL", 6, 1_000_000_000_000;
    MASS: "mass", "ug", "micrograms", "ng", 3, 1_000_000_000_000;
    CONCENTRATION: "concentration", "ug/mL", "micrograms per mL", "ng/mL", 3, 1_000_000_000;
    FLOW: "flow", "mL/d", "mL per day", "nL/d", 6, 1_000_000_000_000;
    DOSE: "dose", "ug/d", "micrograms per day", "ng/d", 3, 1_000_000_000_000;
    SPAN: "duration", "s", "s", "s", 0, 1_000_000_000_000;
    LENGTH: "length", "cm", "cm", "mm", 1, 1_000_000_000;
    VOLUME_PER_LENGTH: "volume per length", "mL/cm", "mL per cm", "nL/cm", 6, 1_000_000_000;
}
