//! Nothing is lost and nothing appears (R-TWN-2), and what the headers of the crate promise about its answers.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod plain;

use dashu_ratio::RBig;
use plain::walk::{DAY, YEAR};
use plain::{Course, Event, apply, courses, drug, strength, volume};
use proptest::prelude::*;
use pump::{Base, Program, PumpTime, Rate};
use twin::{Contents, Slug, Twin, TwinError};

/// Volume and drug in one place, in nL and ng.
#[derive(Debug, Clone, PartialEq)]
struct Amount {
    volume: RBig,
    drug: RBig,
}

impl Amount {
    const NOTHING: Self = Self { volume: RBig::ZERO, drug: RBig::ZERO };

    fn of(volume: impl Into<RBig>, concentration: &RBig) -> Self {
        let volume = volume.into();
        Self { drug: drug(&volume, concentration), volume }
    }

    fn of_slugs(slugs: &[Slug]) -> Self {
        let each = slugs.iter().map(|slug| Self::of(slug.volume.clone(), &slug.concentration));
        each.fold(Self::NOTHING, |sum, slug| sum.and(&slug))
    }

    fn and(&self, other: &Self) -> Self {
        Self { volume: &self.volume + &other.volume, drug: &self.drug + &other.drug }
    }

    fn without(&self, other: &Self) -> Self {
        Self { volume: &self.volume - &other.volume, drug: &self.drug - &other.drug }
    }
}

fn reservoir(twin: &Twin<'_>, at: PumpTime) -> Amount {
    Amount::of(twin.left_at(at), &twin.reservoir_concentration())
}

fn line(twin: &Twin<'_>, at: PumpTime) -> Amount {
    Amount::of_slugs(&twin.catheter_at(at)).and(&Amount::of_slugs(&twin.tubing_at(at)))
}

/// What is inside and what has left the tip since `begin`.
fn everything(twin: &Twin<'_>, begin: PumpTime, at: PumpTime) -> Amount {
    let received = twin.received(begin, at);
    let received = Amount { volume: received.volume, drug: received.drug };
    reservoir(twin, at).and(&line(twin, at)).and(&received)
}

/// R-TWN-2: between events the sum of reservoir, line and what has left does not move; a fill moves it by what it puts in
/// (and takes out of the old), work on the line by what it puts there.
fn check_conserved(course: &Course) -> Result<(), TestCaseError> {
    let programs = course.programs();
    let begin = PumpTime(course.events[0].0);
    let mut twin = course.new_twin();
    let mut put_in = Amount::of(course.tubing + course.catheter, &RBig::from(course.holds));
    for &(at, event) in &course.events {
        let when = PumpTime(at);
        let (reservoir_before, line_before) = (reservoir(&twin, when), line(&twin, when));
        prop_assert_eq!(everything(&twin, begin, when), put_in.clone(), "before {:?}", event);
        let old = twin.reservoir_concentration();
        apply(&mut twin, &programs, at, event).unwrap();
        match event {
            Event::Fill { residual, volume, strength } => {
                let kept = Amount::of(residual, &old);
                put_in = put_in
                    .without(&reservoir_before)
                    .and(&kept)
                    .and(&Amount::of(volume, &RBig::from(strength)));
            }
            Event::Rework { catheter, tubing } => {
                // Fluid that was put in, whole; of what was kept, the volume at least is known.
                let line_after = line(&twin, when);
                prop_assert_eq!(&line_after.volume, &RBig::from(catheter.0 + tubing.0));
                for (slugs, (size, fluid)) in
                    [(twin.catheter_at(when), catheter), (twin.tubing_at(when), tubing)]
                {
                    if let Some(fluid) = fluid {
                        prop_assert_eq!(Amount::of_slugs(&slugs), Amount::of(size, &RBig::from(fluid)));
                    }
                }
                put_in = put_in.without(&line_before).and(&line_after);
            }
            Event::Run(_) | Event::Pause | Event::Resume => {}
        }
        prop_assert_eq!(everything(&twin, begin, when), put_in.clone(), "after {:?}", event);
    }
    prop_assert_eq!(everything(&twin, begin, PumpTime(course.until)), put_in);
    Ok(())
}

/// What a window can be asked.
fn answers(twin: &Twin<'_>, from: PumpTime, to: PumpTime) -> [RBig; 3] {
    let received = twin.received(from, to);
    [received.volume, received.drug, twin.programmed(from, to)]
}

fn sum(left: [RBig; 3], right: &[RBig; 3]) -> [RBig; 3] {
    std::array::from_fn(|index| &left[index] + &right[index])
}

/// Everything about one second.
fn state(twin: &Twin<'_>, at: PumpTime) -> (RBig, RBig, Vec<Slug>, Vec<Slug>, bool) {
    (twin.emitted_by(at), twin.left_at(at), twin.catheter_at(at), twin.tubing_at(at), twin.ran_empty_by(at))
}

/// A second of the course, by its part of the whole.
fn second(course: &Course, part: u16) -> PumpTime {
    let from = course.events[0].0;
    PumpTime(from + (course.until - from) * i64::from(part) / i64::from(u16::MAX))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// R-TWN-2: fifteen years, every kind of event.
    #[test]
    fn volume_and_drug_are_conserved(course in courses(15 * YEAR, false)) {
        check_conserved(&course)?;
    }

    /// R-TWN-2: the same in strokes.
    #[test]
    fn strokes_conserve_volume_and_drug(course in courses(60 * DAY, true)) {
        check_conserved(&course)?;
    }

    /// A window adds up however it is cut, nothing flows back, and an empty window holds nothing.
    #[test]
    fn windows_add_up(course in courses(5 * YEAR, false), mut parts in prop::array::uniform3(any::<u16>())) {
        parts.sort_unstable();
        let [a, b, c] = parts.map(|part| second(&course, part));
        let programs = course.programs();
        let twin = course.twin(&programs);
        prop_assert_eq!(sum(answers(&twin, a, b), &answers(&twin, b, c)), answers(&twin, a, c));
        prop_assert!(answers(&twin, a, b).iter().all(|answer| *answer >= RBig::ZERO));
        prop_assert_eq!(answers(&twin, b, b), [RBig::ZERO, RBig::ZERO, RBig::ZERO]);
        prop_assert!(twin.left_at(b) >= RBig::ZERO);
        prop_assert!(!twin.ran_empty_by(a) || twin.ran_empty_by(b));
    }

    /// What comes later changes no answer about what was; one that was refused changes none at all.
    #[test]
    fn the_past_stays(course in courses(5 * YEAR, false), parts in prop::array::uniform2(any::<u16>())) {
        let [at, from] = parts.map(|part| second(&course, part));
        let programs = course.programs();
        let mut early = course.new_twin();
        for &(when, event) in course.events.iter().filter(|event| event.0 <= at.0) {
            apply(&mut early, &programs, when, event).unwrap();
        }
        let (before, window) = (state(&early, at), answers(&early, from.min(at), at));
        let mut late = course.twin(&programs);
        prop_assert_eq!(&state(&late, at), &before);
        prop_assert_eq!(&answers(&late, from.min(at), at), &window);
        let last = course.events.last().unwrap().0;
        for event in [Event::Fill { residual: 0, volume: 1, strength: 1 }, Event::Run(0), Event::Pause, Event::Resume] {
            let refused = apply(&mut late, &programs, last - 1, event);
            prop_assert_eq!(refused, Err(TwinError::OutOfOrder { at: last - 1, last }));
        }
        prop_assert_eq!(&state(&late, at), &before);
        let until = PumpTime(course.until);
        prop_assert_eq!(state(&late, until), state(&course.twin(&programs), until));
    }

    /// Events that change nothing: a pause of no length, work that keeps everything, and the same program again where no
    /// bolus makes its start matter.
    #[test]
    fn idle_events_change_nothing(course in courses(5 * YEAR, false), part in any::<u16>(), mark in any::<u16>()) {
        let programs = course.programs();
        let (at, mark) = (second(&course, part).0, second(&course, mark));
        let place = course.events.partition_point(|(when, _)| *when <= at);
        let earlier = &course.events[..place];
        let mut idle = Vec::new();
        let paused = earlier.iter().rev().find_map(|(_, event)| match event {
            Event::Pause => Some(true),
            Event::Resume => Some(false),
            _ => None,
        });
        if paused != Some(true) {
            idle.extend([Event::Pause, Event::Resume]);
        }
        let line = earlier.iter().rev().find_map(|(_, event)| match event {
            Event::Rework { catheter, tubing } => Some((catheter.0, tubing.0)),
            _ => None,
        });
        let (catheter, tubing) = line.unwrap_or((course.catheter, course.tubing));
        idle.push(Event::Rework { catheter: (catheter, None), tubing: (tubing, None) });
        let runs = earlier.iter().rev().find_map(|(from, event)| match event {
            Event::Run(plan) => Some((*from, *plan)),
            _ => None,
        });
        if let Some((from, plan)) = runs
            && from + course.plans[plan].bolus_seconds() <= at
        {
            // From here on, without its boluses.
            idle.push(Event::Run(course.plans.len()));
        }
        let mut again = course.clone();
        if let Some((_, plan)) = runs {
            let plan = plain::walk::Plan { boluses: Vec::new(), ..course.plans[plan].clone() };
            again.plans.push(plan);
        }
        for (offset, event) in idle.into_iter().enumerate() {
            again.events.insert(place + offset, (at, event));
        }
        let programs_again = again.programs();
        let (twin, other) = (course.twin(&programs), again.twin(&programs_again));
        let begin = PumpTime(course.events[0].0);
        prop_assert_eq!(state(&twin, mark), state(&other, mark));
        prop_assert_eq!(answers(&twin, begin, mark), answers(&other, begin, mark));
        prop_assert_eq!(twin.time_since_fill(twin.fill_volume()), other.time_since_fill(other.fill_volume()));
    }
}

/// A mixture that by chance has the strength of the next fill: one fluid, one slug.
#[test]
fn equal_strengths_are_one_slug() {
    let flow = quantity::Flow::from_nanolitres_per_day(100_000).unwrap();
    let program = Program::new(Base::Continuous(Rate::new(flow.quotient()).unwrap()));
    let none = volume(0).quotient();
    let mut twin = Twin::new(pump::Delivery::Continuous, none, volume(300_000).quotient(), strength(500_000));
    let mut fill = |day: i64, residual, filled, strong| {
        twin.fill(PumpTime(day * DAY), volume(residual), volume(filled), strength(strong)).unwrap();
        twin.run(PumpTime(day * DAY), &program).unwrap();
    };
    fill(0, 0, 10_000_000, 500_000);
    fill(1, 5_000_000, 5_000_000, 1_500_000);
    fill(2, 0, 10_000_000, 1_000_000);
    fill(3, 2_000_000, 8_000_000, 1_000_000);
    let slug =
        |volume: u64, concentration: u64| Slug { volume: volume.into(), concentration: concentration.into() };
    assert_eq!(twin.catheter_at(PumpTime(3 * DAY)), [slug(100_000, 500_000), slug(200_000, 1_000_000)]);
    // A catheter that is aspirated and left full of CSF holds no drug; what is longer than before comes from the pump.
    let csf = Contents::Fluid(RBig::ZERO);
    twin.rework(
        PumpTime(3 * DAY),
        (volume(200_000).quotient(), csf),
        (volume(50_000).quotient(), Contents::Kept),
    )
    .unwrap();
    assert_eq!(twin.catheter_at(PumpTime(3 * DAY)), [slug(200_000, 0)]);
    assert_eq!(twin.tubing_at(PumpTime(3 * DAY)), [slug(50_000, 1_000_000)]);
}
