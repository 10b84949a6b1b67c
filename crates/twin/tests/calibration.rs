//! How fast a pump really runs (R-TWN-4), and when it must be replaced.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly too")]

use dashu_ratio::RBig;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;
use quantity::Volume;
use twin::{
    Calibration, CalibrationLimit, CalibrationRule, Cycle, ServiceForecast, ServiceInput, calibrate, ratio,
    replace_by,
};

fn volume(nanolitres: u64) -> Volume {
    Volume::from_nanolitres(nanolitres).unwrap()
}

/// In nL; more may be measured than was filled, and nothing may have been programmed.
fn cycles() -> impl Strategy<Value = Vec<Cycle>> {
    let cycle = (1_u64..40_000_000, 0_u64..=100, 0_u64..45_000_000).prop_map(|(fill, percent, measured)| {
        Cycle { fill: volume(fill), expected: volume(fill * percent / 100), measured: volume(measured) }
    });
    vec(cycle, 0..8)
}

fn rule(reading_error: u64) -> CalibrationRule {
    CalibrationRule { cycles_min: 3, dispensed_min: volume(30_000_000), reading_error: volume(reading_error) }
}

fn calibrated(cycles: &[Cycle], reading_error: u64) -> Option<Calibration> {
    calibrate(cycles, &rule(reading_error), &ratio(145, 1_000))
}

proptest! {
    /// R-TWN-4: the interval holds the ratio of the sums and of every cycle; a worse reading widens it on both sides; and
    /// every limit is named when it holds, and only then.
    #[test]
    fn the_interval_holds_the_ratio(cycles in cycles(), error in 0_u64..1_000_000, worse in 1_u64..1_000_000) {
        // In nL with a sign, beside the crate's own arithmetic.
        let given = |cycle: &Cycle| i128::from(cycle.fill.nanolitres()) - i128::from(cycle.measured.nanolitres());
        let wanted = |cycle: &Cycle| i128::from(cycle.fill.nanolitres()) - i128::from(cycle.expected.nanolitres());
        let used: Vec<&Cycle> = cycles.iter().filter(|cycle| wanted(cycle) > 0).collect();
        let Some(found) = calibrated(&cycles, error) else {
            prop_assert!(used.is_empty());
            return Ok(());
        };
        let programmed: i128 = used.iter().map(|cycle| wanted(cycle)).sum();
        let dispensed: i128 = used.iter().map(|cycle| given(cycle)).sum();
        prop_assert_eq!(&found.ratio, &(RBig::from(dispensed) / RBig::from(programmed)));
        prop_assert!(found.low <= found.ratio && found.ratio <= found.high);
        for cycle in &used {
            let alone = RBig::from(given(cycle)) / RBig::from(wanted(cycle));
            let margin = RBig::from(error) / RBig::from(wanted(cycle));
            prop_assert!(found.low <= &alone - &margin && alone + margin <= found.high);
        }
        let wider = calibrated(&cycles, error + worse).unwrap();
        prop_assert!(wider.low < found.low && found.high < wider.high);
        prop_assert_eq!(&wider.ratio, &found.ratio);
        prop_assert_eq!(found.cycles, used.len());
        let mut limits = Vec::new();
        if used.len() < 3 {
            limits.push(CalibrationLimit::FewCycles { have: used.len(), need: 3 });
        }
        if programmed < 30_000_000 {
            limits.push(CalibrationLimit::LittleDispensed);
        }
        if found.high > ratio(1_145, 1_000) || found.low < ratio(855, 1_000) {
            limits.push(CalibrationLimit::OutsideAccuracy);
        }
        prop_assert_eq!(found.may_replace_accuracy(), limits.is_empty());
        prop_assert_eq!(&found.limits, &limits);
        prop_assert_eq!(found.fast_by(), (found.high - RBig::ONE).max(RBig::ZERO));
    }
}

/// R-TWN-4: a pump that runs four per cent fast, read to 0.2 mL, over three refills; then one cycle short, one reading worse.
#[test]
fn a_sound_pump_may_be_calibrated() {
    let cycle = |measured: u64| Cycle {
        fill: volume(20_000_000),
        expected: volume(5_000_000),
        measured: volume(measured),
    };
    let cycles = [cycle(4_400_000), cycle(4_300_000), cycle(4_500_000)];
    let found = calibrated(&cycles, 200_000).unwrap();
    assert!(found.may_replace_accuracy());
    assert_eq!(
        (found.ratio.clone(), found.low.clone(), found.high.clone()),
        (ratio(26, 25), ratio(153, 150), ratio(159, 150))
    );
    assert_eq!(found.fast_by(), ratio(9, 150));
    let short = calibrated(&cycles[..2], 200_000).unwrap();
    assert_eq!(short.limits, [CalibrationLimit::FewCycles { have: 2, need: 3 }]);
    let outside = calibrated(&cycles, 1_600_000).unwrap();
    assert_eq!(outside.limits, [CalibrationLimit::OutsideAccuracy]);
    assert!(calibrated(&[], 0).is_none());
}

/// End of service: the earlier of the indicator and the longest life; planning begins some months before.
#[test]
fn replacement() {
    let indicated = Some(date(2026, 3, 31));
    let implanted = Some(date(2019, 8, 31));
    // Implanted, life in months, indicated, days to the end; end, and whether the indicator gives it.
    type Row = (Option<Date>, Option<u32>, Option<Date>, Option<u32>, Option<Date>, bool);
    let cases: [Row; 7] = [
        (implanted, Some(84), None, Some(90), Some(date(2026, 8, 31)), false),
        (implanted, Some(84), indicated, Some(90), Some(date(2026, 6, 29)), true),
        (implanted, Some(78), indicated, Some(90), Some(date(2026, 2, 28)), false),
        (None, Some(84), indicated, Some(90), Some(date(2026, 6, 29)), true),
        (implanted, None, indicated, None, None, false),
        (None, None, None, None, None, false),
        (Some(date(9_999, 1, 1)), Some(84), None, None, None, false),
    ];
    for (implanted, life_max_months, indicated, indicator_to_end_days, ends, by_indicator) in cases {
        let input = ServiceInput {
            implanted,
            life_max_months,
            indicated,
            indicator_to_end_days,
            plan_ahead_months: 3,
        };
        let found = replace_by(&input);
        let plan_from = ends.map(|ends| ends.checked_sub(jiff::ToSpan::months(3)).unwrap());
        assert_eq!(found, ServiceForecast { ends, plan_from, by_indicator }, "{input:?}");
    }
}
