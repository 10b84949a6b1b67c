//! Forecasts are the first seconds and the earliest dates that the plain walk finds: R-TWN-3.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod plain;

use dashu_ratio::RBig;
use jiff::civil::Date;
use plain::walk::{Asked, DAY, Lasting, Plan, YEAR, exactly, fraction};
use plain::{Course, Event, courses, moments, volume};
use proptest::prelude::*;
use pump::{PatientBolus, PumpTime};
use quantity::{SECONDS_PER_DAY, Span};
use twin::{Forecast, ForecastInput, LimitedBy, Twin, forecast};

/// First second of the year 10000, counted by leap years: there are no dates from then on.
const YEAR_10000: i64 = 2_932_897 * DAY;

/// What has left, or would have left, since the last fill: that is what the pump calculates with.
fn given(course: &Course, at: i64) -> RBig {
    moments(course, &[at]).pop().unwrap().given
}

/// `found` is the first second at which so much has been given; never, only if it is not before the year 10000.
fn check_first(
    course: &Course,
    twin: &Twin<'_>,
    wanted: &RBig,
    found: Option<i64>,
) -> Result<(), TestCaseError> {
    let (settled, plan) = (course.until + 40 * DAY, running(course));
    let week = plan.map_or(RBig::ZERO, Plan::week_volume);
    let stroke = RBig::from(course.stroke.unwrap_or(0));
    match found {
        Some(at) if at <= settled + 20 * YEAR => {
            prop_assert!(given(course, at) >= *wanted, "not yet at {}", at);
            prop_assert!(at == filled_at(course) || given(course, at - 1) < *wanted, "before {}", at);
        }
        // Too far to walk: counted in whole weeks after all boluses, with a stroke to spare.
        Some(at) => {
            let weeks = (at - settled) / (7 * DAY);
            let about = given(course, settled) + RBig::from(weeks) * &week;
            let spare = week * RBig::from(2) + &stroke;
            prop_assert!(&about - &spare < *wanted && *wanted <= about + spare, "cannot be at {}", at);
        }
        None => {
            let weeks = ((YEAR_10000 - settled) / (7 * DAY) - 1).max(0);
            let by_then = given(course, settled) + week * RBig::from(weeks);
            prop_assert!(by_then < wanted + &stroke, "not never");
            prop_assert!(twin.time_since_fill(wanted).is_none_or(|at| at.0 >= YEAR_10000));
        }
    }
    Ok(())
}

fn filled_at(course: &Course) -> i64 {
    let fill = course.events.iter().rev().find(|(_, event)| matches!(event, Event::Fill { .. }));
    fill.unwrap().0
}

/// What flows in the end; nothing while paused.
fn running(course: &Course) -> Option<&Plan> {
    let paused = course.events.iter().rev().find_map(|(_, event)| match event {
        Event::Pause => Some(true),
        Event::Resume => Some(false),
        _ => None,
    });
    let plan = course.events.iter().rev().find_map(|(_, event)| match event {
        Event::Run(plan) => Some(&course.plans[*plan]),
        _ => None,
    });
    plan.filter(|_| paused != Some(true))
}

/// Midnights since 1 January 1970.
fn days(date: Date) -> i64 {
    date.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24
}

fn seconds(at: Option<PumpTime>) -> Option<i64> {
    at.map(|at| at.0)
}

/// A moment that may never come.
fn or_never(at: Option<PumpTime>) -> i64 {
    at.map_or(i64::MAX, |at| at.0)
}

/// R-TWN-3: three first seconds, the reserve, and the earliest of the dates.
fn check(course: &Course, input: &ForecastInput) -> Result<(), TestCaseError> {
    let programs = course.programs();
    let twin = course.twin(&programs);
    let found = forecast(&twin, input);
    let fill = twin.fill_volume();
    let (alarm, fast) = (exactly(input.alarm_volume.quotient()), RBig::ONE + &input.accuracy);
    let to_alarm = (fill - &alarm).max(RBig::ZERO);
    check_first(course, &twin, &to_alarm, seconds(found.alarm_at))?;
    check_first(course, &twin, fill, seconds(found.empty_at))?;
    check_first(course, &twin, &(fill / &fast), seconds(found.early_empty_at))?;
    prop_assert!(or_never(found.early_empty_at) <= or_never(found.empty_at));
    prop_assert!(or_never(found.alarm_at) <= or_never(found.empty_at));
    // The reserve is what a fast pump has delivered too much when it is empty.
    prop_assert_eq!(&found.reserve_needed, &(fill - fill / &fast));
    prop_assert_eq!(found.alarm_covers, alarm >= found.reserve_needed);
    prop_assert!(!found.alarm_covers || or_never(found.alarm_at) <= or_never(found.early_empty_at));
    check_dates(&found, input)
}

fn check_dates(found: &Forecast, input: &ForecastInput) -> Result<(), TestCaseError> {
    let lead = i64::from(input.lead_days);
    let date_of = |at: Option<PumpTime>| at.map(|at| at.0.div_euclid(DAY) - lead);
    let expected: Vec<(LimitedBy, i64)> = [
        (LimitedBy::Alarm, date_of(found.alarm_at)),
        (LimitedBy::EarlyEmpty, date_of(found.early_empty_at)),
        (LimitedBy::Stability, Some(input.filled_at.0.div_euclid(DAY) + i64::from(input.stability_days))),
        (LimitedBy::Service, input.service_ends.map(|date| days(date) - lead)),
    ]
    .into_iter()
    .filter_map(|(limit, day)| Some((limit, day?)))
    .collect();
    let candidates: Vec<_> =
        found.candidates.iter().map(|candidate| (candidate.limit, days(candidate.date))).collect();
    prop_assert_eq!(&candidates, &expected);
    let refill = found.refill_by.map(|candidate| (candidate.limit, days(candidate.date))).unwrap();
    prop_assert!(expected.iter().all(|(_, day)| refill.1 <= *day));
    // On a tie the first is named.
    let first = expected.iter().find(|(_, day)| *day == refill.1).unwrap();
    prop_assert_eq!(refill.0, first.0);
    let published = [LimitedBy::Alarm, LimitedBy::Stability];
    let published = expected.iter().filter(|(limit, _)| published.contains(limit)).map(|(_, day)| *day).min();
    prop_assert_eq!(found.published_refill_by.map(days), published);
    Ok(())
}

fn inputs() -> impl Strategy<Value = ForecastInput> {
    let alarm = prop_oneof![3 => Just(2_000_000_u64), 1 => 0_u64..20_000_000];
    let service = proptest::option::of((2_000_i16..2_200, 1_i8..=12, 1_i8..=28));
    (alarm, 0_u128..500, 0_u32..400, 0_u32..20, service).prop_map(
        |(alarm, accuracy, stability_days, lead_days, service)| ForecastInput {
            filled_at: PumpTime(0),
            found: false,
            alarm_volume: volume(alarm),
            accuracy: fraction(accuracy, 1_000),
            stability_days,
            lead_days,
            service_ends: service.map(|(year, month, day)| Date::constant(year, month, day)),
            patient_bolus: None,
        },
    )
}

/// A small reservoir and a flow that empties it within two hours or never.
fn short_courses() -> impl Strategy<Value = Course> {
    let flow = prop_oneof![(1_000_000_u64..10_000_000).prop_map(Asked::Fluid), Just(Asked::Fluid(0))];
    let bolus = proptest::collection::vec((1_u64..40_000, 1_u64..2_000), 0..2);
    (10_000_u64..400_000, flow, bolus, 0..DAY).prop_map(|(fill, flow, bolus, start)| {
        let boluses = bolus.into_iter().map(|(amount, over)| (Asked::Drug(amount), over)).collect();
        let plan = Plan { strength: 333_333, boluses, lasting: Lasting::Continuous(flow) };
        let filled = Event::Fill { residual: 0, volume: fill, strength: 333_333 };
        let events = vec![(start, filled), (start, Event::Run(0))];
        Course {
            tubing: 0,
            catheter: 0,
            holds: 0,
            stroke: None,
            plans: vec![plan],
            events,
            until: start + 7_200,
        }
    })
}

fn on_demand() -> impl Strategy<Value = PatientBolus> {
    (1_u128..30_000, 1_u128..4, 0_u64..3_000, 0_u32..8).prop_map(|(over, under, lockout, per_day_max)| {
        PatientBolus {
            volume: quantity::Quotient::new(over, under).unwrap(),
            over: Span::from_seconds(60).unwrap(),
            lockout: Span::from_seconds(lockout).unwrap(),
            per_day_max,
        }
    })
}

/// When each bolus begins if the patient asks at every chance; each counts whole when it begins.
fn greedy(bolus: &PatientBolus, from: i64, until: i64) -> Vec<i64> {
    let mut begun: Vec<i64> = Vec::new();
    let per_day = bolus.per_day_max as usize;
    if per_day == 0 {
        return begun;
    }
    loop {
        let after_lockout = begun.last().map_or(from, |last| last + bolus.lockout.seconds() as i64);
        let a_day_ago = begun.len().checked_sub(per_day);
        let next = after_lockout.max(a_day_ago.map_or(from, |index| begun[index] + SECONDS_PER_DAY as i64));
        if next > until {
            return begun;
        }
        begun.push(next);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// R-TWN-3: after any course, in drops or in strokes.
    #[test]
    fn forecasts_are_the_first_seconds(course in prop_oneof![3 => courses(2 * YEAR, false), 1 => courses(20 * DAY, true)], mut input in inputs()) {
        prop_assume!(course.events.iter().any(|(_, event)| matches!(event, Event::Fill { .. })));
        input.filled_at = PumpTime(filled_at(&course));
        check(&course, &input)?;
    }

    /// Patient boluses only bring a forecast forward.
    #[test]
    fn patient_boluses_are_never_later(course in courses(YEAR, false), mut input in inputs(), bolus in on_demand(), wait in 0..30 * DAY) {
        prop_assume!(course.events.iter().any(|(_, event)| matches!(event, Event::Fill { .. })));
        input.filled_at = PumpTime(filled_at(&course));
        let programs = course.programs();
        let twin = course.twin(&programs);
        let without = forecast(&twin, &input);
        input.patient_bolus = Some((bolus, PumpTime(course.until + wait)));
        let with = forecast(&twin, &input);
        for (with, without) in [
            (with.alarm_at, without.alarm_at),
            (with.empty_at, without.empty_at),
            (with.early_empty_at, without.early_empty_at),
        ] {
            prop_assert!(or_never(with) <= or_never(without));
            // Before the first bolus nothing changes.
            prop_assert!(with == without || or_never(with) >= course.until + wait);
        }
        check_dates(&with, &input)?;
    }

    /// R-TWN-3: second by second, on courses short enough for that.
    #[test]
    fn patient_boluses_are_counted(course in short_courses(), mut input in inputs(), bolus in on_demand(), wait in 0_i64..3_000) {
        let start = filled_at(&course);
        (input.filled_at, input.alarm_volume) = (PumpTime(start), volume(5_000));
        let allowed_from = start + wait;
        input.patient_bolus = Some((bolus, PumpTime(allowed_from)));
        let programs = course.programs();
        let twin = course.twin(&programs);
        let found = forecast(&twin, &input);
        let (fill, begun) = (twin.fill_volume(), greedy(&bolus, allowed_from, course.until));
        let used = |at: i64| {
            let count = begun.iter().filter(|begin| **begin <= at).count();
            course.plans[0].flowed(start, start, at) + exactly(bolus.volume) * RBig::from(count)
        };
        let early = fill / (RBig::ONE + &input.accuracy);
        for (at, wanted) in [(found.alarm_at, fill - RBig::from(5_000)), (found.empty_at, fill.clone()), (found.early_empty_at, early)] {
            let first = (start..=course.until).find(|at| used(*at) >= wanted);
            prop_assert_eq!(seconds(at).filter(|at| *at <= course.until), first);
        }
    }
}

/// Programs of several large prime strengths, each broken off within its bolus: what is left is finer than 128 bits, and
/// must still have its second.
#[test]
fn the_finest_remainder_has_its_second() {
    let plan = |strength, over| Plan {
        strength,
        boluses: vec![(Asked::Drug(700_001), over)],
        lasting: Lasting::Continuous(Asked::Drug(300_007)),
    };
    let plans = vec![
        plan(999_999_937, 99_991),
        plan(999_999_929, 99_989),
        plan(999_999_893, 99_971),
        plan(999_999_883, 7),
    ];
    let filled = Event::Fill { residual: 0, volume: 18_000_000, strength: 500_000 };
    let mut events = vec![(0, filled)];
    events.extend((0..4).map(|index| (index * 1_009, Event::Run(index as usize))));
    let course = Course { tubing: 1, catheter: 1, holds: 0, stroke: None, plans, events, until: 5_000 };
    let programs = course.programs();
    let twin = course.twin(&programs);
    let wanted = RBig::from(1_000_003);
    check_first(&course, &twin, &wanted, seconds(twin.time_since_fill(&wanted))).unwrap();
}

/// The last second that has a date, and the first that has none.
#[test]
fn dates_end_with_the_year_9999() {
    let last = twin::civil(PumpTime(YEAR_10000 - 1)).unwrap();
    assert_eq!((last.year(), last.month(), last.day(), last.hour(), last.second()), (9999, 12, 31, 23, 59));
    assert_eq!(twin::civil(PumpTime(YEAR_10000)), None);
    assert_eq!(twin::civil(PumpTime(i64::MAX)), None);
    assert_eq!(twin::civil(PumpTime(i64::MIN)), None);
    assert_eq!(twin::civil(PumpTime(-1)).unwrap().date(), Date::constant(1969, 12, 31));
}
