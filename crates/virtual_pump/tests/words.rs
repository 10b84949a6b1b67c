//! R-VPU-6, R-VPU-7: faults in words, and profiles from the catalogue with the origin of every number.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]
mod common;

use catalogue::Catalogue;
use implant::make;
use virtual_pump::profile::{Options, Origin, ProfileError, from_catalogue, own};
use virtual_pump::{FAULTS, Fault, VirtualPump};

#[test]
fn r_vpu_6_every_fault_is_read_as_it_is_written() {
    let lines = [
        "stall",
        "recover",
        "field on",
        "field off",
        "slip 10.0",
        "fast 14.5",
        "battery good",
        "battery eri",
        "battery spent",
        "battery brown-out",
        "reset",
        "cut 3 17",
        "corrupt committed a",
        "corrupt totals both",
        "wear tally on",
        "wear state off",
        "close on",
        "close off",
        "press",
        "valve reset",
        "clock +3600",
        "clock -1",
        "lose radio 100",
    ];
    for line in lines {
        let fault: Fault = line.parse().unwrap();
        assert_eq!(fault.to_string(), line);
    }
    assert_eq!("slip 10".parse(), Ok(Fault::Slip { permille: 100 }));
    assert_eq!(" fast  7 ".parse(), Ok(Fault::Fast { permille: 70 }));
    for (line, accepted) in [
        ("", "one of: stall"),
        ("explode", "one of: stall"),
        ("field", "one of: stall"),
        ("field up", "field on|off"),
        ("slip 101", "slip PERCENT"),
        ("slip 1.25", "slip PERCENT"),
        ("slip +1", "slip PERCENT"),
        ("cut 0 3", "cut WRITE BYTE"),
        ("corrupt heart a", "corrupt provision|committed"),
        ("corrupt state c", "corrupt provision|committed"),
        ("wear tally", "wear provision|committed"),
        ("battery empty", "battery good|eri|spent|brown-out"),
        ("clock 3600", "clock +SECONDS"),
        ("clock +-5", "clock +SECONDS"),
        ("lose radio many", "lose radio BYTES"),
    ] {
        let error = line.parse::<Fault>().unwrap_err();
        assert!(error.to_string().contains(accepted), "{line:?}: {error}");
    }
    // What is announced is what is read.
    for word in ["stall", "recover", "field", "slip", "fast", "battery", "reset", "cut", "corrupt", "press"] {
        assert!(FAULTS.contains(word));
    }
}

fn options() -> Options {
    Options { serial: "VP-9".to_owned(), stroke_nanolitres: None, clock_offset_seconds: 3_600 }
}

#[test]
fn r_vpu_7_numbers_come_from_the_catalogue_or_are_called_our_own() {
    let catalogue = Catalogue::embedded().unwrap();
    let mut made = 0;
    for model in catalogue.pumps() {
        let profile = match from_catalogue(model, &options()) {
            Ok(profile) => profile,
            Err(ProfileError::NotProgrammable { .. } | ProfileError::Reservoir { .. }) => continue,
            Err(error) => panic!("{}: {error}", model.id),
        };
        made += 1;
        for note in &profile.notes {
            if let Origin::Catalogue { grade, sources } = &note.origin {
                assert!(grade.verified() && !sources.is_empty(), "{} {note:?}", model.id);
            }
        }
        // It can be made and started.
        let made = common::made_of(profile.provision.clone());
        let pump = VirtualPump::new(&made, common::START, 1).unwrap();
        assert_eq!(pump.implant().unwrap().provision(), &profile.provision);
        let mut again = pump.board().clone();
        assert!(make(&mut again, &made).is_err(), "a pump is made once");
    }
    assert!(made >= 5, "{made}");
    let find = |id: &str| catalogue.pumps().iter().find(|pump| pump.id == id).unwrap();
    let synchromed = from_catalogue(find("synchromed-ii-8637-40"), &options()).unwrap();
    let of = |field: &str| synchromed.notes.iter().find(|note| note.field == field).unwrap().clone();
    assert_eq!(synchromed.provision.reservoir_nanolitres, 40_000_000);
    assert_eq!(synchromed.provision.stopped_alarm_after_seconds, 48 * 3_600);
    assert_eq!(synchromed.provision.indicator_to_end_seconds, 90 * 86_400);
    assert!(synchromed.provision.telemetry_trap && !synchromed.provision.field_shuts_valve);
    // Unverified in the catalogue: our own, and called so.
    assert_eq!(of("two_tone.cadence_seconds").origin, Origin::Own);
    assert_eq!(of("minimum_rate").origin, Origin::Own);
    assert_eq!(of("bounds.flow_max_nanolitres_per_day").origin, Origin::Own);
    assert_eq!(synchromed.provision.two_tone.cadence_seconds, own::TWO_TONE.cadence_seconds);
    let prometra = from_catalogue(find("prometra-ii-20"), &options()).unwrap();
    assert_eq!(prometra.provision.stroke_nanolitres, 2_500);
    assert!(prometra.provision.field_shuts_valve && !prometra.provision.telemetry_trap);
    let asked = Options { stroke_nanolitres: Some(2_000), ..options() };
    let prometra = from_catalogue(find("prometra-ii-20"), &asked).unwrap();
    assert_eq!(prometra.provision.stroke_nanolitres, 2_000);
    let nothing = Options { stroke_nanolitres: Some(0), ..options() };
    assert_eq!(from_catalogue(find("prometra-ii-20"), &nothing), Err(ProfileError::Stroke));
}
