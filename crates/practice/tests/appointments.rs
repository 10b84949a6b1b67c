//! R-APT-1, R-APT-4: whatever is booked, moved and called off, no room and no patient is booked twice; days of the calendar.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use jiff::tz::TimeZone;
use practice::agenda::{Calendar, Pump, Taken, Wanted, Weight, What, check, day_stream, holding};
use practice::holidays::{HolidaySettings, Holidays};
use practice::path::appointment::{
    Accepted, Appointments, Booked, Event, Kind, Person, Shown, Side, Slot, State,
};
use practice::sight::Seen;
use proptest::prelude::*;
use record::Id;
use std::collections::{BTreeMap, BTreeSet};

/// Monday, 2 March 2026, 09:00 in Berlin.
const START: i64 = 1_772_438_400;

fn calendar() -> Calendar {
    let settings = HolidaySettings { region: "de-by".to_owned(), ..HolidaySettings::default() };
    Calendar { holidays: Holidays::new(&settings).unwrap(), zone: TimeZone::get("Europe/Berlin").unwrap() }
}

fn slot(quarter: u16, minutes: u16, room: u8) -> Slot {
    let place = if room == 0 { String::new() } else { format!("Room {room}") };
    let starts = START + i64::from(quarter) * 900;
    Slot { starts, offset: 3_600, minutes, house: String::new(), place }
}

#[derive(Debug, Clone)]
enum Wish {
    Book { patient: usize, quarter: u16, minutes: u16, room: u8, person: u8 },
    Move { patient: usize, which: usize, quarter: u16, room: u8 },
    Cancel { patient: usize, which: usize },
}

fn wish() -> impl Strategy<Value = Wish> {
    let book = (0..3_usize, 0..24_u16, 1..8_u16, 0..3_u8, 0..3_u8);
    let book = book.prop_map(|(patient, quarter, minutes, room, person)| Wish::Book {
        patient,
        quarter,
        minutes: minutes * 15,
        room,
        person,
    });
    let shift = (0..3_usize, 0..4_usize, 0..24_u16, 0..3_u8);
    let shift =
        shift.prop_map(|(patient, which, quarter, room)| Wish::Move { patient, which, quarter, room });
    let cancel = (0..3_usize, 0..4_usize).prop_map(|(patient, which)| Wish::Cancel { patient, which });
    prop_oneof![4 => book, 2 => shift, 1 => cancel]
}

fn person(number: u8) -> Vec<Person> {
    if number == 0 { Vec::new() } else { vec![Person { account: None, name: format!("Dr {number}") }] }
}

fn taken(all: &[Appointments]) -> Vec<Taken> {
    let mut taken = Vec::new();
    for (own, patient) in all.iter().zip(0_u128..) {
        for known in own.ahead(START - 1) {
            let booked = known.booked.clone();
            let shown = Shown {
                id: booked.id,
                what: booked.what,
                slot: booked.slot,
                people: booked.people,
                ended: None,
            };
            taken.push(Taken { patient: Id(patient), name: String::new(), seen: Seen::default(), shown });
        }
    }
    taken
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// R-APT-1: against a plain walk through every minute; and nothing is refused that the walk would take.
    #[test]
    fn nothing_is_booked_twice(wishes in proptest::collection::vec(wish(), 1..30)) {
        let calendar = calendar();
        let mut all = vec![Appointments::default(); 3];
        for (wish, number) in wishes.into_iter().zip(1..) {
            let (patient, moves, slot, people) = match wish {
                Wish::Book { patient, quarter, minutes, room, person: who } => {
                    (patient, None, slot(quarter, minutes, room), person(who))
                }
                Wish::Move { patient, which, quarter, room } => {
                    let Some(known) = all[patient].ahead(START - 1).get(which).map(|known| known.booked.clone())
                    else { continue };
                    (patient, Some(known.id), slot(quarter, known.slot.minutes, room), known.people)
                }
                Wish::Cancel { patient, which } => {
                    let ahead = all[patient].ahead(START - 1);
                    let Some(id) = ahead.get(which).map(|known| known.booked.id.clone()) else { continue };
                    let (by, reason) = (Side::Clinic, "x".to_owned());
                    all[patient].heard(&Event::Cancelled { id: id.clone(), by, reason }, START);
                    let state = &all[patient].by_id(&id).unwrap().state;
                    let off = matches!(state, State::Cancelled { .. });
                    prop_assert!(off);
                    continue;
                }
            };
            let id = Id(u128::try_from(patient).unwrap());
            let wanted =
                Wanted { patient: id, moves: moves.clone(), what: Kind::Review, slot: slot.clone(), people: people.clone() };
            let taken = taken(&all);
            let found = check(&wanted, &taken, &all[patient], Pump::default(), &calendar, START - 1);
            let accepted = Accepted { warnings: vec!["twice".to_owned()], reason: String::new() };
            let (holds, needs_reason) = holding(&found, &accepted);
            prop_assert!(!needs_reason);
            let free = taken
                .iter()
                .filter(|other| other.patient != id || moves.as_deref() != Some(&other.shown.id))
                .all(|other| {
                    let minutes = |slot: &Slot| {
                        (0..i64::from(slot.minutes)).map(|minute| slot.starts + minute * 60).collect::<BTreeSet<_>>()
                    };
                    let meets = !minutes(&slot).is_disjoint(&minutes(&other.shown.slot));
                    let room = !slot.place.is_empty() && slot.place == other.shown.slot.place;
                    let who = people.iter().any(|one| other.shown.people.contains(one));
                    !(meets && (room || who || other.patient == id))
                });
            prop_assert_eq!(holds.is_empty(), free, "{:?}", found);
            if !holds.is_empty() {
                continue;
            }
            let event = match moves {
                Some(id) => {
                    let (remind, reason) = (None, "x".to_owned());
                    Event::Moved { id, slot, people, remind, reason, accepted }
                }
                None => Event::Booked(Booked {
                    id: format!("appointment-{number}"),
                    what: Kind::Review,
                    slot,
                    people,
                    note: String::new(),
                    remind: None,
                    accepted,
                }),
            };
            all[patient].heard(&event, START);
            let mut rooms: BTreeMap<(String, i64), u32> = BTreeMap::new();
            for known in all.iter().flat_map(|own| own.ahead(START - 1)) {
                let slot = &known.booked.slot;
                for minute in 0..i64::from(slot.minutes) {
                    if !slot.place.is_empty() {
                        *rooms.entry((slot.place.clone(), slot.starts + minute * 60)).or_default() += 1;
                    }
                }
            }
            prop_assert!(rooms.values().all(|times| *times == 1));
        }
    }
}

/// R-APT-4: days that a slot touches, by the clinic's clock, over both changes of it; when the house does not work.
#[test]
fn days_are_those_of_the_wall() {
    let calendar = calendar();
    let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_second();
    let cases = [
        ("2026-03-02T09:00:00+01:00", 60, 1),
        ("2026-03-02T23:00:00+01:00", 60, 1),
        ("2026-03-02T23:00:00+01:00", 61, 2),
        ("2026-03-29T00:00:00+01:00", 1_380, 1),
        ("2026-03-29T00:00:00+01:00", 1_381, 2),
        ("2026-10-25T00:00:00+02:00", 1_440, 1),
        ("2026-03-28T23:30:00+01:00", 1_440, 3),
    ];
    for (starts, minutes, days) in cases {
        let slot = Slot { starts: at(starts), minutes, ..slot(0, 0, 0) };
        let touched = calendar.days(&slot);
        assert_eq!(touched.len(), days, "{starts} {minutes}");
        let streams: BTreeSet<_> = touched.iter().map(|day| day_stream(*day)).collect();
        assert_eq!(streams.len(), days);
        assert!(!streams.contains(&practice::settings::STREAM));
    }
    for (when, why) in [
        ("2026-03-06T16:00:00+01:00", None),
        ("2026-03-07T00:30:00+01:00", Some("Saturday")),
        ("2026-03-08T23:30:00+01:00", Some("Sunday")),
        ("2026-04-03T09:00:00+02:00", Some("Good Friday")),
    ] {
        let closed = calendar.closed(at(when));
        assert_eq!(closed.is_some(), why.is_some(), "{when}: {closed:?}");
        assert!(why.is_none_or(|why| closed.unwrap().contains(why)), "{when}");
    }
}

/// R-APT-1: no box to tick opens what is a stop, and what weighs asks for a reason.
#[test]
fn a_stop_is_not_ticked_away() {
    for (word, what, tick) in What::WORDS {
        assert_eq!(what.word(), word);
        assert_eq!(tick.is_empty(), matches!(what.weight(), Weight::Stop | Weight::Note), "{word}");
        let found = [practice::agenda::Finding { what, says: String::new() }];
        let all = Accepted { warnings: vec![word.to_owned()], reason: String::new() };
        let (holds, reason) = holding(&found, &all);
        assert_eq!(holds.is_empty(), what.weight() != Weight::Stop);
        assert_eq!(reason, what.weight() == Weight::Reason);
        let (holds, _) = holding(&found, &Accepted::default());
        assert_eq!(holds.is_empty(), what.weight() == Weight::Note);
    }
}
