//! The calculators: each one function from inputs to a result that carries its findings.
//!
//! The rules, the command line and every later page call these; there is no second arithmetic anywhere.

pub mod bridge;
pub mod forecast;
pub mod prime;
pub mod residual;
pub mod screen;
pub mod titrate;
