//! Properties of every kind of amount: R-QTY-1 to R-QTY-4.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use proptest::prelude::*;
use quantity::{
    Amount, Concentration, Dose, Flow, Length, Mass, ParseError, Span, Step, Volume, VolumePerLength,
};

/// Any amount of a kind, from the same table that checks it.
fn any_amount<Q: Amount>() -> impl Strategy<Value = Q> {
    let bound = Q::BOUND.max;
    prop_oneof![0..=bound, 0..=bound.min(1_000), Just(bound)]
        .prop_map(|value| Q::from_base(u128::from(value)).unwrap())
}

/// R-QTY-1: what is written as data reads back, and one base unit above the bound is refused.
fn round_trip<Q: Amount>()
where
    quantity::Data<Q>: std::fmt::Display,
{
    let mut runner = proptest::test_runner::TestRunner::default();
    runner
        .run(&any_amount::<Q>(), |amount| {
            let text = quantity::Data(amount).to_string();
            prop_assert_eq!(Q::parse(&text).unwrap(), amount, "{}", text);
            Ok(())
        })
        .unwrap();
    assert!(Q::from_base(u128::from(Q::BOUND.max) + 1).is_err());
}

#[test]
fn every_kind_reads_back_what_it_writes() {
    round_trip::<Volume>();
    round_trip::<Mass>();
    round_trip::<Concentration>();
    round_trip::<Flow>();
    round_trip::<Dose>();
    round_trip::<Span>();
    round_trip::<Length>();
    round_trip::<VolumePerLength>();
}

/// R-QTY-2: spellings that are accepted, and what they mean in base units.
#[test]
fn spellings() {
    let doses =
        ["8.4 mcg/h", "201.6 µg/24h", "201.6 μg/day", "0.2016 mg/d", "201.6 micrograms/d", "201.600 ug/d"];
    for text in doses {
        assert_eq!(Dose::parse(text).unwrap().nanograms_per_day(), 201_600, "{text}");
    }
    assert_eq!(Span::parse("20.88 h").unwrap().seconds(), 75_168);
    assert_eq!(Length::parse("33.3 cm").unwrap().millimetres(), 333);
    assert_eq!(VolumePerLength::parse("0.0026 ml/cm").unwrap().nanolitres_per_centimetre(), 2_600);
    assert_eq!(
        Volume::parse("0.34800000000000000000000000000000000000000000 mL").unwrap().nanolitres(),
        348_000
    );
}

/// R-QTY-2: what is refused, and why.
#[test]
fn refusals() {
    use quantity::Kind::{Dose as DoseKind, Volume as VolumeKind};
    let expected = VolumeKind;
    let cases = [
        ("0.348", ParseError::NoUnit { expected }),
        ("", ParseError::NoUnit { expected }),
        ("-1 mL", ParseError::BadNumber { expected }),
        ("+1 mL", ParseError::BadNumber { expected }),
        (".5 mL", ParseError::BadNumber { expected }),
        ("5. mL", ParseError::BadNumber { expected }),
        ("1,5 mL", ParseError::BadNumber { expected }),
        ("1e3 mL", ParseError::BadNumber { expected }),
        ("1.2.3 mL", ParseError::BadNumber { expected }),
        ("inf mL", ParseError::BadNumber { expected }),
        (" 1 mL", ParseError::BadNumber { expected }),
        ("1  mL", ParseError::UnknownUnit { expected }),
        ("1 mL ", ParseError::UnknownUnit { expected }),
        ("1 uL", ParseError::UnknownUnit { expected }),
        ("1 mL/h/d", ParseError::UnknownUnit { expected }),
        ("1 ug/d", ParseError::WrongKind { expected, found: DoseKind }),
        ("0.0000001 mL", ParseError::NotWhole { expected }),
        ("0.00000000000000000000000000000000000000000000001 mL", ParseError::NotWhole { expected }),
        ("1000001 mL", ParseError::AboveMax { expected }),
        ("99999999999999999999999999999999999999999999999999 mL", ParseError::AboveMax { expected }),
    ];
    for (text, error) in cases {
        assert_eq!(Volume::parse(text), Err(error), "{text:?}");
    }
}

/// R-QTY-3: people read words, a leading zero, no trailing zeros and a no-break space.
#[test]
fn people_read_words() {
    let dose = Dose::parse("200.50 ug/d").unwrap();
    assert_eq!(dose.to_string(), "200.5\u{a0}micrograms per day");
    assert_eq!(Volume::parse("0.348 mL").unwrap().to_string(), "0.348\u{a0}mL");
    assert_eq!(Volume::parse("0.040 mL").unwrap().to_string(), "0.04\u{a0}mL");
    assert_eq!(Span::parse("75168 s").unwrap().to_string(), "20\u{a0}h 52\u{a0}min 48\u{a0}s");
    assert_eq!(Span::ZERO.to_string(), "0\u{a0}s");
}

proptest! {
    /// R-QTY-4: delivered is a whole number of steps, not above what was asked, not above the cap, and no step short.
    #[test]
    fn delivered_is_never_above_the_cap(
        dose in any_amount::<Dose>(), strength in 1_u64..1_000_000_000, step in 1_u64..=50_000_000, cap in proptest::option::of(0_u64..100_000_000),
    ) {
        let strength = Concentration::from_nanograms_per_millilitre(strength).unwrap();
        let asked = dose.at_concentration(strength).unwrap();
        let cap = cap.map(|cap| Flow::from_nanolitres_per_day(cap).unwrap());
        let step = Step::new(Flow::from_nanolitres_per_day(step).unwrap()).unwrap();
        let Ok(delivered) = step.deliverable(asked, cap) else { return Ok(()) };
        let achieved = delivered.achieved;
        prop_assert!(achieved.quotient() <= asked);
        prop_assert!(cap.is_none_or(|cap| achieved <= cap));
        prop_assert_eq!(achieved.nanolitres_per_day() % step.size().nanolitres_per_day(), 0);
        let next = Flow::from_nanolitres_per_day(achieved.nanolitres_per_day() + step.size().nanolitres_per_day()).unwrap();
        prop_assert!(next.quotient() > asked || cap.is_some_and(|cap| next > cap));
        prop_assert_eq!(delivered.capped, cap.is_some_and(|cap| next > cap) && next.quotient() <= asked);
    }

    /// The dose that a flow gives is the flow that the dose needs.
    #[test]
    fn flow_and_dose_are_inverse(flow in any_amount::<Flow>(), strength in 1_u64..1_000_000_000) {
        let strength = Concentration::from_nanograms_per_millilitre(strength).unwrap();
        let dose = flow * strength;
        if let Some(dose) = dose.exact() {
            prop_assert_eq!(dose.at_concentration(strength).unwrap(), flow.quotient());
        }
        prop_assert!(dose.floor().ok().is_none_or(|dose| dose.at_concentration(strength).unwrap() <= flow.quotient()));
    }

    /// Comparing ratios agrees with comparing cross products where those fit.
    #[test]
    fn ratios_are_ordered(a in any::<u64>(), b in 1_u64.., c in any::<u64>(), d in 1_u64.., wide in any::<bool>()) {
        let lift = if wide { 1_u128 << 60 } else { 1 };
        let left = quantity::Quotient::<Mass>::new(u128::from(a) * lift, u128::from(b)).unwrap();
        let right = quantity::Quotient::<Mass>::new(u128::from(c) * lift, u128::from(d)).unwrap();
        prop_assert_eq!(left.cmp(&right), (u128::from(a) * u128::from(d)).cmp(&(u128::from(c) * u128::from(b))));
    }
}
