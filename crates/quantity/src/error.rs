//! What can go wrong with an amount, with the numbers to act on.

use crate::bound::Bound;
use crate::parse::Kind;

/// Arithmetic that has no answer in the range of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// The amount lies above the largest of its kind.
    #[error("a {} of {value} {} is above the largest that is accepted, {} {}", .bound.name, .bound.base_unit, .bound.max, .bound.base_unit)]
    AboveMax {
        /// The kind and its range.
        bound: &'static Bound,
        /// The amount, in base units; `u128::MAX` stands for "or more".
        value: u128,
    },
    /// A larger amount was taken from a smaller one.
    #[error("{taken} {} cannot be taken from {from} {}", .bound.base_unit, .bound.base_unit)]
    BelowZero {
        /// The kind.
        bound: &'static Bound,
        /// What was there, in base units.
        from: u64,
        /// What was to be taken, in base units.
        taken: u64,
    },
    /// A zero that would divide.
    #[error("a {} of zero cannot divide", .bound.name)]
    DivisionByZero {
        /// The kind of the divisor.
        bound: &'static Bound,
    },
}

/// Text that is no amount of the wanted kind. The accepted form is always "number, one space, unit".
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// No space between number and unit, or one of them is missing.
    #[error("a {} is written as number, space, unit, as in \"{}\"", .expected.bound().name, .expected.example())]
    NoUnit {
        /// The kind that was wanted.
        expected: Kind,
    },
    /// The number is not digits with at most one point between digits.
    #[error("the number must be digits with an optional point, no sign, exponent or comma, as in \"{}\"", .expected.example())]
    BadNumber {
        /// The kind that was wanted.
        expected: Kind,
    },
    /// No unit of any kind is spelt so.
    #[error("unknown unit; a {} is accepted in {}", .expected.bound().name, .expected.spellings())]
    UnknownUnit {
        /// The kind that was wanted.
        expected: Kind,
    },
    /// A unit of another kind.
    #[error("this is a {}; a {} is needed, in {}", .found.bound().name, .expected.bound().name, .expected.spellings())]
    WrongKind {
        /// The kind that was wanted.
        expected: Kind,
        /// The kind that was given.
        found: Kind,
    },
    /// The amount is not a whole number of base units.
    #[error("the {} must be whole in {}", .expected.bound().name, .expected.bound().base_unit)]
    NotWhole {
        /// The kind that was wanted.
        expected: Kind,
    },
    /// The amount lies above the largest of its kind.
    #[error("the {} is above the largest that is accepted, {} {}", .expected.bound().name, .expected.bound().max, .expected.bound().base_unit)]
    AboveMax {
        /// The kind that was wanted.
        expected: Kind,
    },
}
