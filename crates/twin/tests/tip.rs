//! The twin against queues that are really pushed: R-TWN-1.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod plain;

use dashu_ratio::RBig;
use plain::walk::{DAY, YEAR};
use plain::{Course, courses, moments};
use proptest::prelude::*;
use pump::PumpTime;
use twin::Slug;

/// All that can be asked about the past, at some seconds and between each two of them.
fn check(course: &Course, marks: &[u32]) -> Result<(), TestCaseError> {
    let (from, length) = (course.events[0].0, course.until - course.events[0].0);
    // Anywhere in the course, and at its events.
    let mut times: Vec<i64> = marks
        .iter()
        .map(|&mark| from + (i128::from(mark) * i128::from(length) / i128::from(u32::MAX)) as i64)
        .collect();
    times.extend([from - 1, from, course.until]);
    times.extend(course.events.iter().skip(1).step_by(5).map(|event| event.0));
    times.sort_unstable();
    let programs = course.programs();
    let twin = course.twin(&programs);
    let plain = moments(course, &times);
    for (&at, moment) in times.iter().zip(&plain) {
        let at = PumpTime(at);
        prop_assert_eq!(&twin.emitted_by(at), &moment.received_volume, "emitted by {:?}", at);
        prop_assert_eq!(twin.left_at(at), moment.left.clone(), "left at {:?}", at);
        prop_assert_eq!(&twin.catheter_at(at), &moment.catheter, "catheter at {:?}", at);
        prop_assert_eq!(&twin.tubing_at(at), &moment.tubing, "tubing at {:?}", at);
        prop_assert_eq!(twin.ran_empty_by(at), moment.ran_empty, "empty by {:?}", at);
    }
    for (begin, earlier) in times.iter().zip(&plain) {
        for (end, later) in times.iter().zip(&plain).filter(|(end, _)| begin <= *end) {
            let (begin, end) = (PumpTime(*begin), PumpTime(*end));
            let received = twin.received(begin, end);
            prop_assert_eq!(received.volume, &later.received_volume - &earlier.received_volume);
            prop_assert_eq!(
                received.drug,
                &later.received_drug - &earlier.received_drug,
                "{:?} to {:?}",
                begin,
                end
            );
            prop_assert_eq!(twin.programmed(begin, end), &later.programmed - &earlier.programmed);
        }
    }
    let last = plain.last().unwrap();
    prop_assert_eq!(twin.delivered_since_fill(PumpTime(course.until)), last.given.clone());
    prop_assert_eq!(twin.reservoir_concentration(), last.concentration.clone());
    let line =
        last.catheter.iter().chain(&last.tubing).fold(RBig::ZERO, |sum, Slug { volume, .. }| sum + volume);
    prop_assert_eq!(twin.dead_volume(), line);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// R-TWN-1: a peristaltic pump, up to fifteen years.
    #[test]
    fn the_tip_is_the_plain_tip(course in courses(15 * YEAR, false), marks in prop::collection::vec(any::<u32>(), 1..5)) {
        check(&course, &marks)?;
    }

    /// R-TWN-1, R-PMP-4: a pump that works in strokes.
    #[test]
    fn the_tip_of_strokes_is_the_plain_tip(course in courses(90 * DAY, true), marks in prop::collection::vec(any::<u32>(), 1..4)) {
        check(&course, &marks)?;
    }
}
