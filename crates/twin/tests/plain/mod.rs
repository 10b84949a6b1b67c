//! The plain second opinion on the twin: a reservoir, and tubing and catheter as two queues that are really pushed.
//!
//! It shares no code with [`twin::Twin`]: no axis of emitted volume, no curve, no inverse. Flow comes from the plain walk
//! of `pump`'s tests; every portion that leaves the reservoir goes in at one end of the tubing, and what it displaces goes
//! into the catheter and out of the tip. Courses are random and are handed to both.

#![allow(dead_code, reason = "each test file uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

#[path = "../../../pump/tests/plain/mod.rs"]
pub mod walk;

use dashu_ratio::RBig;
use proptest::collection::vec;
use proptest::prelude::*;
use pump::{Delivery, Program, PumpTime};
use quantity::{Concentration, Volume};
use std::collections::VecDeque;
use twin::{Contents, Slug, Twin, TwinError};
use walk::{Asked, DAY, Lasting, Plan, YEAR};

/// What happens to a pump, in bare numbers: nL and ng/mL.
#[derive(Debug, Clone, Copy)]
pub enum Event {
    Fill {
        residual: u64,
        volume: u64,
        strength: u64,
    },
    /// Index of the plan.
    Run(usize),
    Pause,
    Resume,
    /// New volumes of catheter and tubing; `None` keeps the fluid, `Some` puts in another.
    Rework {
        catheter: (u64, Option<u64>),
        tubing: (u64, Option<u64>),
    },
}

/// A pump and what happens to it, in the order of time.
#[derive(Debug, Clone)]
pub struct Course {
    pub tubing: u64,
    pub catheter: u64,
    pub holds: u64,
    /// nL
    pub stroke: Option<u64>,
    pub plans: Vec<Plan>,
    pub events: Vec<(i64, Event)>,
    pub until: i64,
}

pub fn volume(nanolitres: u64) -> Volume {
    Volume::from_nanolitres(nanolitres).unwrap()
}

pub fn strength(nanograms: u64) -> Concentration {
    Concentration::from_nanograms_per_millilitre(nanograms).unwrap()
}

/// ng in nL at ng/mL.
pub fn drug(volume: &RBig, concentration: &RBig) -> RBig {
    volume * concentration / RBig::from(1_000_000)
}

impl Course {
    pub fn programs(&self) -> Vec<Program> {
        self.plans.iter().map(|plan| plan.program().unwrap()).collect()
    }

    /// The pump before anything happened.
    pub fn new_twin<'a>(&self) -> Twin<'a> {
        let delivery = self.stroke.map_or(Delivery::Continuous, |stroke| Delivery::Strokes(volume(stroke)));
        Twin::new(
            delivery,
            volume(self.tubing).quotient(),
            volume(self.catheter).quotient(),
            strength(self.holds),
        )
    }

    pub fn twin<'a>(&self, programs: &'a [Program]) -> Twin<'a> {
        let mut twin = self.new_twin();
        for &(at, event) in &self.events {
            apply(&mut twin, programs, at, event).unwrap();
        }
        twin
    }
}

pub fn apply<'a>(
    twin: &mut Twin<'a>,
    programs: &'a [Program],
    at: i64,
    event: Event,
) -> Result<(), TwinError> {
    let at = PumpTime(at);
    let contents =
        |fluid: Option<u64>| fluid.map_or(Contents::Kept, |fluid| Contents::Fluid(RBig::from(fluid)));
    match event {
        Event::Fill { residual, volume: filled, strength: filled_with } => {
            twin.fill(at, volume(residual), volume(filled), strength(filled_with))
        }
        Event::Run(plan) => twin.run(at, &programs[plan]),
        Event::Pause => twin.pause(at),
        Event::Resume => twin.resume(at),
        Event::Rework { catheter, tubing } => twin.rework(
            at,
            (volume(catheter.0).quotient(), contents(catheter.1)),
            (volume(tubing.0).quotient(), contents(tubing.1)),
        ),
    }
}

/// Fluid in a tube, from its tip end; neighbours of one fluid are one slug.
#[derive(Debug, Clone, Default)]
struct Tube(VecDeque<Slug>);

impl Tube {
    fn push(&mut self, slug: Slug) {
        match self.0.back_mut() {
            _ if slug.volume.is_zero() => {}
            Some(last) if last.concentration == slug.concentration => last.volume += slug.volume,
            _ => self.0.push_back(slug),
        }
    }

    /// Takes so much, or all there is, from the tip end.
    fn take(&mut self, mut wanted: RBig) -> Vec<Slug> {
        let mut taken = Vec::new();
        while !wanted.is_zero() {
            let Some(mut first) = self.0.pop_front() else { break };
            if first.volume > wanted {
                let rest = &first.volume - &wanted;
                self.0.push_front(Slug { volume: rest, concentration: first.concentration.clone() });
                first.volume = wanted.clone();
            }
            wanted -= &first.volume;
            taken.push(first);
        }
        taken
    }

    fn volume(&self) -> RBig {
        self.0.iter().fold(RBig::ZERO, |sum, slug| sum + &slug.volume)
    }

    fn rework(&mut self, new: (u64, Option<u64>), source: &RBig) {
        let size = RBig::from(new.0);
        match new.1 {
            Some(fluid) => {
                self.0.clear();
                self.push(Slug { volume: size, concentration: RBig::from(fluid) });
            }
            None => {
                let kept = self.take(size.clone());
                self.0 = VecDeque::new();
                kept.into_iter().for_each(|slug| self.push(slug));
                let missing = size - self.volume();
                self.push(Slug { volume: missing, concentration: source.clone() });
            }
        }
    }
}

/// What can be asked at one second, all that happens in it having happened; sums count from the beginning.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    pub received_volume: RBig,
    pub received_drug: RBig,
    pub programmed: RBig,
    pub left: RBig,
    /// What has left or, had it been there, would have left since the last fill.
    pub given: RBig,
    pub concentration: RBig,
    pub catheter: Vec<Slug>,
    pub tubing: Vec<Slug>,
    pub ran_empty: bool,
}

struct Tip<'a> {
    course: &'a Course,
    at: i64,
    left: RBig,
    given: RBig,
    concentration: RBig,
    told: u64,
    tubing: Tube,
    catheter: Tube,
    running: Option<(&'a Plan, i64)>,
    paused: bool,
    ran_empty: bool,
    received_volume: RBig,
    received_drug: RBig,
    programmed: RBig,
}

impl<'a> Tip<'a> {
    fn new(course: &'a Course) -> Self {
        let tube = |volume: u64| {
            let mut tube = Tube::default();
            tube.push(Slug { volume: RBig::from(volume), concentration: RBig::from(course.holds) });
            tube
        };
        Self {
            course,
            at: i64::MIN,
            left: RBig::ZERO,
            given: RBig::ZERO,
            concentration: RBig::from(course.holds),
            told: 0,
            tubing: tube(course.tubing),
            catheter: tube(course.catheter),
            running: None,
            paused: false,
            ran_empty: false,
            received_volume: RBig::ZERO,
            received_drug: RBig::ZERO,
            programmed: RBig::ZERO,
        }
    }

    /// What the program gives from `self.at` to `to`.
    fn wanted(&self, to: i64) -> RBig {
        if self.paused { RBig::ZERO } else { self.told(to) }
    }

    /// What it was told to give, whether or not the rotor turns.
    fn told(&self, to: i64) -> RBig {
        let Some((plan, start)) = self.running else { return RBig::ZERO };
        let Some(stroke) = self.course.stroke else { return plan.flowed(start, self.at, to) };
        let strokes = |at: i64| RBig::from((plan.flowed(start, start, at) / RBig::from(stroke)).floor());
        (strokes(to) - strokes(self.at)) * RBig::from(stroke)
    }

    fn advance(&mut self, to: i64) {
        let (wanted, told) = (self.wanted(to), self.told(to));
        self.at = to;
        self.programmed += drug(&told, &RBig::from(self.told));
        self.given += &wanted;
        let runs_empty = !self.left.is_zero() && wanted >= self.left;
        self.ran_empty |= runs_empty;
        let portion = if wanted > self.left { self.left.clone() } else { wanted };
        self.left -= &portion;
        self.tubing.push(Slug { volume: portion.clone(), concentration: self.concentration.clone() });
        for slug in self.tubing.take(portion.clone()) {
            self.catheter.push(slug);
        }
        for slug in self.catheter.take(portion) {
            self.received_drug += drug(&slug.volume, &slug.concentration);
            self.received_volume += slug.volume;
        }
    }

    fn apply(&mut self, at: i64, event: Event) {
        match event {
            Event::Fill { residual, volume, strength } => {
                let mass =
                    RBig::from(residual) * &self.concentration + RBig::from(volume) * RBig::from(strength);
                self.left = RBig::from(residual + volume);
                self.given = RBig::ZERO;
                self.ran_empty |= self.left.is_zero();
                // Nothing over nothing: it is taken as rinsed with the new fluid.
                self.concentration =
                    if self.left.is_zero() { RBig::from(strength) } else { mass / &self.left };
                self.told = strength;
            }
            Event::Run(plan) => self.running = Some((&self.course.plans[plan], at)),
            Event::Pause => self.paused = true,
            Event::Resume => self.paused = false,
            Event::Rework { catheter, tubing } => {
                self.catheter.rework(catheter, &self.concentration);
                self.tubing.rework(tubing, &self.concentration);
            }
        }
    }

    fn moment(&self) -> Moment {
        Moment {
            received_volume: self.received_volume.clone(),
            received_drug: self.received_drug.clone(),
            programmed: self.programmed.clone(),
            left: self.left.clone(),
            given: self.given.clone(),
            concentration: self.concentration.clone(),
            catheter: self.catheter.0.iter().cloned().collect(),
            tubing: self.tubing.0.iter().cloned().collect(),
            ran_empty: self.ran_empty,
        }
    }
}

/// What can be asked at each of these seconds, which ascend.
pub fn moments(course: &Course, times: &[i64]) -> Vec<Moment> {
    let mut tip = Tip::new(course);
    let mut events = course.events.iter().copied().peekable();
    let mut moments = Vec::new();
    for &time in times {
        while let Some((at, event)) = events.next_if(|(at, _)| *at <= time) {
            tip.advance(at);
            tip.apply(at, event);
        }
        tip.advance(time);
        moments.push(tip.moment());
    }
    moments
}

/// Programs as people really get them, a few mL in a month, and now and then any program at all.
fn pump_plans() -> impl Strategy<Value = Plan> {
    let flow = || {
        prop_oneof![
            (40_000_u64..1_500_000).prop_map(Asked::Fluid),
            (20_000_u64..900_000).prop_map(Asked::Drug)
        ]
    };
    let day = || {
        (flow(), vec((1_u32..96, flow()), 0..12)).prop_map(|(first, mut later)| {
            later.sort_by_key(|step| step.0);
            later.dedup_by_key(|step| step.0);
            let later = later.into_iter().map(|(quarter, flow)| (quarter * 900, flow));
            [(0, first)].into_iter().chain(later).collect::<Vec<_>>()
        })
    };
    let lasting = prop_oneof![
        2 => flow().prop_map(Lasting::Continuous),
        1 => day().prop_map(|day| Lasting::Flex(std::array::from_fn(|_| day.clone()))),
        2 => prop::array::uniform7(day()).prop_map(Lasting::Flex),
    ];
    let bolus = (
        prop_oneof![(1_000_u64..300_000).prop_map(Asked::Fluid), (1_000_u64..400_000).prop_map(Asked::Drug)],
        300_u64..200_000,
    );
    let pump_plan = (
        prop::sample::select(vec![500_000_u64, 2_000_000, 333_333, 999_999_937]),
        vec(bolus, 0..=2),
        lasting,
    )
        .prop_map(|(strength, boluses, lasting)| Plan { strength, boluses, lasting });
    prop_oneof![4 => pump_plan.boxed(), 1 => walk::plans().boxed()]
}

fn events(plans: usize) -> impl Strategy<Value = Event> {
    // Few strengths, so that the same one comes again.
    let strengths = || prop_oneof![4 => prop::sample::select(vec![500_000_u64, 1_000_000, 2_000_000]), 1 => walk::strengths()];
    let fluid = move || prop_oneof![Just(None), Just(Some(0)), strengths().prop_map(Some)];
    let residual = prop_oneof![2 => Just(0_u64), 2 => 1_u64..20_000_000, 1 => Just(2_000_000)];
    let filled = prop_oneof![3 => Just(18_000_000_u64), 3 => 1_u64..40_000_000, 1 => prop::sample::select(vec![0_u64, 2_000_000])];
    prop_oneof![
        6 => (residual, filled, strengths())
            .prop_map(|(residual, volume, strength)| Event::Fill { residual, volume, strength }),
        6 => (0..plans).prop_map(Event::Run),
        1 => Just(Event::Pause),
        2 => Just(Event::Resume),
        2 => ((tubes(), fluid()), (tubes(), fluid())).prop_map(|(catheter, tubing)| Event::Rework { catheter, tubing }),
    ]
}

/// Volumes of a tubing or a catheter, nothing included.
fn tubes() -> impl Strategy<Value = u64> {
    prop_oneof![2 => Just(200_000_u64), 1 => Just(0), 3 => 1_u64..600_000]
}

/// Anything that can happen to a pump in up to `longest` seconds; several things may happen in one second.
pub fn courses(longest: i64, strokes: bool) -> BoxedStrategy<Course> {
    let length = prop_oneof![3 => 1_i64..60 * DAY, 3 => 1_i64..YEAR.min(longest), 2 => 1..longest];
    let stroke = if strokes { (1_u64..3_000).prop_map(Some).boxed() } else { Just(None).boxed() };
    (vec(pump_plans(), 1..5), length, walk::starts())
        .prop_flat_map(move |(plans, length, start)| {
            let time =
                prop_oneof![3 => 0..length, 1 => (0_i64..4).prop_map(move |quarter| quarter * length / 4)];
            let first = prop_oneof![
                9 => Just(Event::Fill { residual: 0, volume: 18_000_000, strength: 500_000 }),
                1 => events(plans.len()),
            ];
            let begin = (first, 0..plans.len());
            let later = vec((time, events(plans.len())), 0..24);
            let line = (tubes(), tubes(), prop_oneof![Just(0_u64), Just(500_000), walk::strengths()]);
            (Just(plans), begin, later, line, stroke.clone()).prop_map(
                move |(plans, (first, run), mut later, (tubing, catheter, holds), stroke)| {
                    later.sort_by_key(|(at, _)| *at);
                    let begin = [(start, first), (start, Event::Run(run))];
                    let later = later.into_iter().map(|(at, event)| (start + at, event));
                    let events = begin.into_iter().chain(later).collect();
                    Course { tubing, catheter, holds, stroke, plans, events, until: start + length }
                },
            )
        })
        // Trees of weeks are large: they belong on the heap.
        .boxed()
}
