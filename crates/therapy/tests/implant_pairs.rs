//! R-IPL-1: days between refills of a planned pump are those of the published table.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use catalogue::Catalogue;
use therapy::Protocol;
use therapy::pathway::implant::pairs;
use twin::RBig;

#[test]
fn days_between_refills_are_those_of_the_table() {
    let (catalogue, protocol) = (Catalogue::embedded().unwrap(), Protocol::embedded().unwrap());
    // Worked table of the therapy's reference, section 6: 20 mL, alarm at 4 mL, 250 micrograms per day of 500 per mL is 27 days
    // with a lead of 5; 180 days at most. The others by the same formula with the larger alarm volume of the catalogue.
    let cases = [
        ("synchromed-ii-8637-20", 250_u64, "lioresal-500-20", 27, false),
        ("synchromed-ii-8637-40", 400, "lioresal-500-20", 40, false),
        ("synchromed-ii-8637-40", 400, "lioresal-2000-20", 175, false),
        ("synchromed-ii-8637-40", 380, "lioresal-2000-20", 180, true),
        ("synchromed-ii-8637-40", 1_000, "lioresal-2000-20", 67, false),
    ];
    for (pump, dose, drug, days, by_stability) in cases {
        let all = pairs(catalogue, protocol, &RBig::from(dose * 1_000));
        let pair = all.iter().find(|pair| pair.pump.id == pump && pair.drug.id == drug).unwrap();
        assert_eq!((pair.days, pair.by_stability), (Some(days), by_stability), "{pump} {dose} {drug}");
    }
    // No least flow of the catalogue is verified today: whether a dose needs less is not checked, and never passes.
    let tiny = pairs(catalogue, protocol, &RBig::from(100));
    assert!(tiny.iter().all(|pair| pair.flow_too_small.is_none()));
    assert!(pairs(catalogue, protocol, &RBig::ZERO).is_empty());
    for pair in tiny {
        assert_ne!(pair.drug.usage.value, catalogue::DrugUse::ScreeningOnly, "{}", pair.drug.id);
    }
}
