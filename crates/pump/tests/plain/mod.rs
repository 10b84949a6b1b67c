//! The plain second opinion: a program described in bare numbers and walked piece by piece.
//!
//! It shares no code with [`pump::Curve`]: it knows midnights, the steps of a day and the ends of boluses, adds one piece
//! after the other, and never skips a day or a week. Slow and easy to check by reading. Tests of `twin` include it too.

#![allow(dead_code, reason = "each test file uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

use dashu_ratio::RBig;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use pump::{Base, Bolus, BolusKind, Program, ProgramError, Rate, Step, Week};
use quantity::{Concentration, Dose, Flow, Mass, Quotient, Span, Volume};

pub const DAY: i64 = 86_400;
pub const YEAR: i64 = 365 * DAY;

/// An amount of fluid, or of drug in the strength of the plan: nL or ng, alone or per day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Fluid(u64),
    Drug(u64),
}

/// What runs after the boluses.
#[derive(Debug, Clone)]
pub enum Lasting {
    Continuous(Asked),
    MinimumRate(Asked),
    /// Seven days from Monday, each with its steps as (second of the day, flow).
    Flex([Vec<(u32, Asked)>; 7]),
    Stopped,
}

/// A program in bare numbers.
#[derive(Debug, Clone)]
pub struct Plan {
    /// ng/mL
    pub strength: u64,
    /// Amount and seconds, first to last.
    pub boluses: Vec<(Asked, u64)>,
    pub lasting: Lasting,
}

/// A sum of fractions that keeps one numerator for each denominator.
#[derive(Debug, Clone, Default)]
pub struct Sum(Vec<(u128, u128)>);

impl Sum {
    fn add(&mut self, numerator: u128, denominator: u128) {
        match self.0.iter_mut().find(|(_, known)| *known == denominator) {
            Some((sum, _)) => *sum += numerator,
            None => self.0.push((numerator, denominator)),
        }
    }

    pub fn total(&self) -> RBig {
        self.0
            .iter()
            .fold(RBig::ZERO, |sum, &(numerator, denominator)| sum + fraction(numerator, denominator))
    }
}

pub fn fraction(numerator: u128, denominator: u128) -> RBig {
    RBig::from(numerator) / RBig::from(denominator)
}

pub fn exactly<Q>(quotient: Quotient<Q>) -> RBig {
    fraction(quotient.numerator(), quotient.denominator())
}

impl Plan {
    /// nL (or nL/d) as a fraction: ng / (ng/mL) is mL, and a mL has a million nL.
    fn fluid(&self, asked: Asked) -> (u128, u128) {
        match asked {
            Asked::Fluid(amount) => (amount.into(), 1),
            Asked::Drug(amount) => (u128::from(amount) * 1_000_000, self.strength.into()),
        }
    }

    /// The piece that runs at `at`: nL per second as a fraction, and when it ends.
    fn piece(&self, start: i64, at: i64) -> ((u128, u128), i64) {
        let mut from = start;
        for &(amount, over) in &self.boluses {
            let until = from + over as i64;
            if at < until {
                let (numerator, denominator) = self.fluid(amount);
                return ((numerator, denominator * u128::from(over)), until);
            }
            from = until;
        }
        let midnight = at - at.rem_euclid(DAY);
        let mut until = midnight + DAY;
        let flow = match &self.lasting {
            Lasting::Continuous(flow) | Lasting::MinimumRate(flow) => *flow,
            Lasting::Stopped => Asked::Fluid(0),
            Lasting::Flex(days) => {
                // Day 0 of the clock, 1 January 1970, was a Thursday.
                let steps = &days[(midnight / DAY + 3).rem_euclid(7) as usize];
                let mut flow = steps[0].1;
                for &(second, next) in steps {
                    let from = midnight + i64::from(second);
                    if from > at {
                        until = from;
                        break;
                    }
                    flow = next;
                }
                flow
            }
        };
        let (numerator, denominator) = self.fluid(flow);
        ((numerator, denominator * DAY as u128), until)
    }

    /// nL that flow from `from` to `to` when the plan begins at `start`.
    pub fn flowed(&self, start: i64, from: i64, to: i64) -> RBig {
        let mut sum = Sum::default();
        let mut at = from.max(start);
        while at < to {
            let ((numerator, denominator), until) = self.piece(start, at);
            let until = until.min(to);
            sum.add(numerator * (until - at) as u128, denominator);
            at = until;
        }
        sum.total()
    }

    /// nL that all boluses give.
    pub fn bolus_volume(&self) -> RBig {
        self.boluses.iter().fold(RBig::ZERO, |sum, &(amount, _)| {
            let (numerator, denominator) = self.fluid(amount);
            sum + fraction(numerator, denominator)
        })
    }

    /// Seconds that all boluses take.
    pub fn bolus_seconds(&self) -> i64 {
        self.boluses.iter().map(|&(_, over)| over as i64).sum()
    }

    /// nL in a whole week once the boluses are over.
    pub fn week_volume(&self) -> RBig {
        let alone = Self { boluses: Vec::new(), ..self.clone() };
        alone.flowed(0, 0, 7 * DAY)
    }

    /// The same program, by the constructors that everyone uses.
    pub fn program(&self) -> Result<Program, ProgramError> {
        let base = match &self.lasting {
            Lasting::Continuous(flow) => Base::Continuous(self.rate(*flow)?),
            Lasting::MinimumRate(flow) => Base::MinimumRate(self.rate(*flow)?),
            Lasting::Stopped => Base::Stopped,
            Lasting::Flex(days) => {
                let step = |&(from_second, flow): &(u32, Asked)| -> Result<Step, ProgramError> {
                    Ok(Step { from_second, rate: self.rate(flow)? })
                };
                let days: Vec<Vec<Step>> =
                    days.iter().map(|steps| steps.iter().map(step).collect()).collect::<Result<_, _>>()?;
                Base::Flex(Week::new(std::array::from_fn(|day| days[day].as_slice()))?)
            }
        };
        self.boluses.iter().rev().try_fold(Program::new(base), |program, &(amount, over)| {
            let volume = match amount {
                Asked::Fluid(nanolitres) => Volume::from_nanolitres(nanolitres).unwrap().quotient(),
                Asked::Drug(mass) => {
                    Mass::from_nanograms(mass).unwrap().at_concentration(self.concentration()).unwrap()
                }
            };
            let over = Span::from_seconds(over).unwrap();
            program.after_bolus(Bolus { kind: BolusKind::Single, volume, over })
        })
    }

    pub fn concentration(&self) -> Concentration {
        Concentration::from_nanograms_per_millilitre(self.strength).unwrap()
    }

    fn rate(&self, flow: Asked) -> Result<Rate, ProgramError> {
        Rate::new(match flow {
            Asked::Fluid(flow) => Flow::from_nanolitres_per_day(flow).unwrap().quotient(),
            Asked::Drug(dose) => {
                Dose::from_nanograms_per_day(dose).unwrap().at_concentration(self.concentration()).unwrap()
            }
        })
    }
}

/// Strengths as sold, and awkward ones: a third, a large prime, anything.
pub fn strengths() -> impl Strategy<Value = u64> {
    prop_oneof![
        prop::sample::select(vec![50_000, 500_000, 1_000_000, 2_000_000, 3_000_000]),
        Just(333_333),
        Just(999_999_937),
        1_u64..=1_000_000_000,
    ]
}

/// Flows from nothing to far above any pump, as fluid or as drug.
fn flows() -> impl Strategy<Value = Asked> {
    prop_oneof![
        Just(Asked::Fluid(0)),
        (1_u64..2_000_000).prop_map(Asked::Fluid),
        (1_u64..1_000_000_000).prop_map(Asked::Fluid),
        (1_u64..1_500_000).prop_map(Asked::Drug),
    ]
}

/// Up to thirteen steps; half of them on whole quarters of an hour, as people write them.
fn steps() -> impl Strategy<Value = Vec<(u32, Asked)>> {
    let second = prop_oneof![(1_u32..96).prop_map(|quarter| quarter * 900), 1_u32..86_400];
    (flows(), btree_map(second, flows(), 0..13)).prop_map(|(first, later)| {
        let mut steps = vec![(0, first)];
        steps.extend(later);
        steps
    })
}

pub fn lasting() -> impl Strategy<Value = Lasting> {
    prop_oneof![
        2 => flows().prop_map(Lasting::Continuous),
        1 => flows().prop_map(Lasting::MinimumRate),
        1 => Just(Lasting::Stopped),
        2 => steps().prop_map(|day| Lasting::Flex(std::array::from_fn(|_| day.clone()))),
        4 => prop::array::uniform7(steps()).prop_map(Lasting::Flex),
    ]
}

/// Any program: up to three boluses, from seconds to days long, then anything that lasts.
pub fn plans() -> impl Strategy<Value = Plan> {
    let amount = prop_oneof![
        Just(Asked::Fluid(0)),
        (1_u64..2_000_000).prop_map(Asked::Fluid),
        (1_u64..1_000_000).prop_map(Asked::Drug),
    ];
    let over = prop_oneof![1_u64..120, 60_u64..100_000, Just(86_400_u64), 1_u64..1_000_000];
    (strengths(), vec((amount, over), 0..=3), lasting()).prop_map(|(strength, boluses, lasting)| Plan {
        strength,
        boluses,
        lasting,
    })
}

/// Any second from 1950 to 2100; some on a midnight, some on a Monday's.
pub fn starts() -> impl Strategy<Value = i64> {
    let seconds = -20 * YEAR..130 * YEAR;
    prop_oneof![
        4 => seconds.clone(),
        1 => seconds.clone().prop_map(|at| at - at.rem_euclid(DAY)),
        1 => seconds.prop_map(|at| at - (at + 3 * DAY).rem_euclid(7 * DAY)),
    ]
}

/// Minutes to fifteen years.
pub fn horizons() -> impl Strategy<Value = i64> {
    prop_oneof![2 => 0..2 * DAY, 3 => 0..60 * DAY, 2 => 0..YEAR, 1 => 0..15 * YEAR]
}
