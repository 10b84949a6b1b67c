//! Any text into every parser of an amount: no panic, one meaning at most, and what is written reads back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quantity::{Amount, Concentration, Data, Dose, Flow, Length, Mass, Span, Volume, VolumePerLength};
use std::fmt::Display;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let meanings = [
        reads::<Volume>(text),
        reads::<Mass>(text),
        reads::<Concentration>(text),
        reads::<Flow>(text),
        reads::<Dose>(text),
        reads::<Span>(text),
        reads::<Length>(text),
        reads::<VolumePerLength>(text),
    ];
    let number = meanings.iter().filter(|read| **read).count();
    // A text that is two kinds of amount would let a dose pass for a volume.
    assert!(number <= 1, "{text:?} is read as {number} kinds");
});

fn reads<Q: Amount + Display>(text: &str) -> bool
where
    Data<Q>: Display,
{
    match Q::parse(text) {
        Ok(amount) => {
            assert!(amount.base() <= Q::BOUND.max, "{text:?} passes its bound");
            let written = Data(amount).to_string();
            assert_eq!(Q::parse(&written), Ok(amount), "{text:?} was written as {written:?}");
            // For people: not read back (its space does not break), but it must be sayable.
            assert!(!amount.to_string().is_empty());
            true
        }
        // The refusal is shown to a person.
        Err(refusal) => {
            assert!(!refusal.to_string().is_empty());
            false
        }
    }
}
