//! R-CAL-3, R-CAL-4: who to call now.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use holiday_de::GermanRegion;
use jiff::ToSpan;
use jiff::civil::{DateTime, Weekday};
use jiff::tz::TimeZone;
use practice::contacts::{ContactError, Contacts, Desk, OnHolidays, Rule, who_to_call};
use practice::holidays::{DayTime, HolidaySettings, Holidays, OwnDay};
use proptest::prelude::*;
use std::collections::BTreeSet;

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn desk(name: &str) -> Desk {
    Desk { name: name.to_owned(), phone: "+49 30 0000 100".to_owned(), email: None, note: None }
}

fn rule(desk: &str, weekdays: &[Weekday], from: &str, until: &str, on_holidays: OnHolidays) -> Rule {
    let time = |text: &str| text.parse::<DayTime>().unwrap();
    Rule {
        desk: desk.to_owned(),
        weekdays: weekdays.to_vec(),
        from: time(from),
        until: time(until),
        on_holidays,
    }
}

/// A clinic as there is one: the registration desk by day; in an emergency one desk from 8 to 16 every day, and another one
/// from 16 on, and on weekends and public holidays.
fn clinic() -> Contacts {
    Contacts {
        desks: ["registration", "day emergency", "surgical emergency"].map(desk).to_vec(),
        rules: vec![
            rule("registration", &WEEK[..5], "07:30", "15:00", OnHolidays::Never),
            rule("day emergency", &WEEK, "08:00", "16:00", OnHolidays::Also),
            rule("surgical emergency", &WEEK, "16:00", "08:00", OnHolidays::Also),
            rule("surgical emergency", &WEEK[5..], "00:00", "24:00", OnHolidays::Also),
        ],
        fallback: desk("emergency number"),
        fallback_covers_gaps: false,
    }
}

fn germany() -> Holidays {
    let own = vec![OwnDay {
        date: jiff::civil::date(2026, 12, 24),
        name: "Christmas Eve".to_owned(),
        from: Some("12:00".parse().unwrap()),
        yearly: true,
    }];
    Holidays::new(&HolidaySettings { region: "de-bw".to_owned(), places: Vec::new(), own }).unwrap()
}

/// The instant of a time with an offset.
fn unix(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().unwrap().as_second()
}

fn names(desks: &[&Desk]) -> Vec<String> {
    desks.iter().map(|desk| desk.name.clone()).collect()
}

/// Who answers, written down once more: every rule begins on a day and goes on until its end, on the wall.
fn plainly(contacts: &Contacts, holidays: &Holidays, wall: DateTime) -> Vec<String> {
    plainly_by(contacts, wall, |at: DateTime| {
        holidays.on(at.date()).is_some_and(|day| {
            at.duration_since(at.date().to_datetime(jiff::civil::Time::MIN)).as_secs()
                >= i64::from(day.from.minutes()) * 60
        })
    })
}

/// The same by any calendar.
fn plainly_by(contacts: &Contacts, wall: DateTime, holiday: impl Fn(DateTime) -> bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for rule in &contacts.rules {
        for start in [wall.date().yesterday().unwrap(), wall.date()] {
            let midnight = start.to_datetime(jiff::civil::Time::MIN);
            let from = midnight.checked_add(i64::from(rule.from.minutes()).minutes()).unwrap();
            let mut until = midnight.checked_add(i64::from(rule.until.minutes()).minutes()).unwrap();
            if until <= from {
                until = until.checked_add(1.day()).unwrap();
            }
            if wall < from || wall >= until {
                continue;
            }
            // Whether its day is a holiday is asked at that time, or at the end of the day on which it began.
            let asked = if start == wall.date() { wall } else { start.at(23, 59, 59, 0) };
            let (listed, holiday) = (rule.weekdays.contains(&start.weekday()), holiday(asked));
            let holds = match rule.on_holidays {
                OnHolidays::Only => listed && holiday,
                OnHolidays::Never => listed && !holiday,
                OnHolidays::Also => listed || holiday,
            };
            if holds && !found.contains(&rule.desk) {
                found.push(rule.desk.clone());
            }
        }
    }
    if !found.contains(&contacts.fallback.name) {
        found.push(contacts.fallback.name.clone());
    }
    found
}

/// R-CAL-3: the pattern of a real clinic, at times at which it is known who answers.
#[test]
fn a_clinic_is_answered_as_it_says() {
    let (contacts, holidays, zone) = (clinic(), germany(), TimeZone::get("Europe/Berlin").unwrap());
    assert_eq!(contacts.check(), Ok(()));
    let (day, registration, surgical) = ("day emergency", "registration", "surgical emergency");
    let cases: [(&str, &[&str], &str, Option<&str>); 14] = [
        ("2026-11-23T07:29:59+01:00", &[surgical], "2026-11-23T07:30:00+01:00", None),
        ("2026-11-23T07:30:00+01:00", &[registration, surgical], "2026-11-23T08:00:00+01:00", None),
        ("2026-11-23T08:00:00+01:00", &[registration, day], "2026-11-23T15:00:00+01:00", None),
        ("2026-11-23T15:00:00+01:00", &[day], "2026-11-23T16:00:00+01:00", None),
        ("2026-11-23T16:00:00+01:00", &[surgical], "2026-11-24T07:30:00+01:00", None),
        // From Friday 16:00 on, over the weekend, both answer by day.
        ("2026-11-27T16:00:00+01:00", &[surgical], "2026-11-28T08:00:00+01:00", None),
        ("2026-11-28T08:00:00+01:00", &[day, surgical], "2026-11-28T16:00:00+01:00", None),
        ("2026-11-29T23:00:00+01:00", &[surgical], "2026-11-30T07:30:00+01:00", None),
        // Christmas Eve is a holiday from noon on; Christmas Day and the day after are Friday and Saturday.
        ("2026-12-24T11:00:00+01:00", &[registration, day], "2026-12-24T12:00:00+01:00", None),
        ("2026-12-24T12:00:00+01:00", &[day, surgical], "2026-12-24T16:00:00+01:00", Some("Christmas Eve")),
        ("2026-12-25T09:00:00+01:00", &[day, surgical], "2026-12-25T16:00:00+01:00", Some("Christmas Day")),
        (
            "2026-12-26T03:00:00+01:00",
            &[surgical],
            "2026-12-26T08:00:00+01:00",
            Some("Second day of Christmas"),
        ),
        ("2026-05-14T10:00:00+02:00", &[day, surgical], "2026-05-14T16:00:00+02:00", Some("Ascension Day")),
        ("2026-05-13T20:00:00+02:00", &[surgical], "2026-05-14T08:00:00+02:00", None),
    ];
    for (now, desks, until, holiday) in cases {
        let calling = who_to_call(&contacts, &holidays, &zone, unix(now));
        let wanted: Vec<&str> = [desks, &["emergency number"]].concat();
        assert_eq!(names(&calling.desks), wanted, "{now}");
        assert_eq!(calling.until_unix, unix(until), "{now}: {}", calling.until_unix - unix(until));
        assert_eq!(calling.holiday.map(|holiday| holiday.name).as_deref(), holiday, "{now}");
        assert!(calling.next.is_some() && !calling.fallback_alone);
    }
    assert_eq!(contacts.rules[3].says(), "Saturday, Sunday and every public holiday, 00:00 to 24:00");
    assert_eq!(contacts.rules[2].says(), "every day, 16:00 to 08:00 the next day");
}

/// R-CAL-4: the nights in which the clock changes. In Berlin 02:00 to 03:00 is left out on 29 March 2026 and comes twice on
/// 25 October.
#[test]
fn hours_are_those_of_the_clock_on_the_wall() {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let mut contacts = clinic();
    let none = Holidays::new(&HolidaySettings::default()).unwrap();
    let steps = |contacts: &Contacts, from: &str, count: usize| -> Vec<(String, String)> {
        let mut now = unix(from);
        let step = |_| {
            let calling = who_to_call(contacts, &none, &zone, now);
            now = calling.until_unix;
            let at = jiff::Timestamp::from_second(now).unwrap().to_zoned(zone.clone());
            (calling.desks[0].name.clone(), at.strftime("%d %H:%M %:z").to_string())
        };
        (0..count).map(step).collect()
    };
    let pairs = |wanted: &[(&str, &str)]| -> Vec<(String, String)> {
        wanted.iter().map(|(desk, until)| ((*desk).to_owned(), (*until).to_owned())).collect()
    };
    // The night desk ends at 02:30, a time that is left out, and then comes twice.
    contacts.rules = vec![
        rule("surgical emergency", &WEEK, "22:00", "02:30", OnHolidays::Also),
        rule("day emergency", &WEEK, "02:30", "22:00", OnHolidays::Also),
    ];
    let spring = [("surgical emergency", "29 03:00 +02:00"), ("day emergency", "29 22:00 +02:00")];
    assert_eq!(steps(&contacts, "2026-03-28T23:00:00+01:00", 2), pairs(&spring));
    let autumn = [
        ("surgical emergency", "25 02:30 +02:00"),
        ("day emergency", "25 02:00 +01:00"),
        ("surgical emergency", "25 02:30 +01:00"),
        ("day emergency", "25 22:00 +01:00"),
    ];
    assert_eq!(steps(&contacts, "2026-10-24T23:00:00+02:00", 4), pairs(&autumn));
    // Eight in the morning is eight on the wall, before and after.
    let clinic = clinic();
    for (night, morning) in [
        ("2026-03-28T23:00:00+01:00", "2026-03-29T08:00:00+02:00"),
        ("2026-10-24T23:00:00+02:00", "2026-10-25T08:00:00+01:00"),
    ] {
        assert_eq!(who_to_call(&clinic, &none, &zone, unix(night)).until_unix, unix(morning));
    }
}

/// R-CAL-3: whoever walks a year from change to change meets somebody at every quarter of an hour, the right ones, and
/// others exactly from each change on.
#[test]
fn every_hour_of_a_year_has_somebody() {
    let (contacts, holidays) = (clinic(), germany());
    for name in ["Europe/Berlin", "Australia/Lord_Howe"] {
        let zone = TimeZone::get(name).unwrap();
        let (mut now, end) = (unix("2026-01-01T00:00:00Z"), unix("2027-01-01T00:00:00Z"));
        let wall = |at: i64| zone.to_datetime(jiff::Timestamp::from_second(at).unwrap());
        while now < end {
            let calling = who_to_call(&contacts, &holidays, &zone, now);
            assert!(calling.until_unix > now && calling.until_unix - now <= 15 * 86_400, "{name} {now}");
            let here = names(&calling.desks);
            let mut at = now;
            while at < calling.until_unix {
                assert_eq!(plainly(&contacts, &holidays, wall(at)), here, "{name} {}", wall(at));
                at += 900;
            }
            let then = plainly(&contacts, &holidays, wall(calling.until_unix));
            assert_ne!(then, here, "{name} {}", wall(now));
            assert_eq!(names(&calling.next.unwrap()), then);
            now = calling.until_unix;
        }
    }
}

/// R-CAL-3: over a whole year, both changes of the clock among it, the desks are those of a calendar that is not ours.
#[test]
fn a_year_agrees_with_another_calendar() {
    let (contacts, holidays) = (clinic(), germany());
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let free: BTreeSet<String> = GermanRegion::BadenWuerttemberg
        .holiday_dates_in_year(2026)
        .into_iter()
        .map(|(day, _)| day.to_string())
        .collect();
    let eve = |at: DateTime| (at.month(), at.day()) == (12, 24) && at.hour() >= 12;
    let mut seen: BTreeSet<Vec<String>> = BTreeSet::new();
    let (mut now, end) = (unix("2026-01-01T00:00:00+01:00"), unix("2027-01-01T00:00:00+01:00"));
    while now < end {
        let calling = who_to_call(&contacts, &holidays, &zone, now);
        let here = names(&calling.desks);
        while now < calling.until_unix.min(end) {
            let wall = zone.to_datetime(jiff::Timestamp::from_second(now).unwrap());
            let plain = plainly_by(&contacts, wall, |at| eve(at) || free.contains(&at.date().to_string()));
            assert_eq!(plain, here, "{wall}");
            now += 900;
        }
        seen.insert(here);
    }
    // Alone and together, by day and by night, on working days and others.
    assert!(seen.len() >= 4, "{seen:?}");
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let times = (0_u16..=96).prop_map(|quarter| DayTime::of_minutes(quarter * 15).unwrap());
    let on = prop_oneof![Just(OnHolidays::Only), Just(OnHolidays::Never), Just(OnHolidays::Also)];
    let desks = prop::sample::select(vec!["a", "b", "c"]);
    (desks, prop::sample::subsequence(WEEK.to_vec(), 0..=7), times.clone(), times, on).prop_filter_map(
        "never holds",
        |(desk, weekdays, from, until, on_holidays)| {
            let holds = (!weekdays.is_empty() || on_holidays == OnHolidays::Also)
                && from != until
                && from != DayTime::END;
            holds.then(|| Rule { desk: desk.to_owned(), weekdays, from, until, on_holidays })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// R-CAL-3, R-CAL-4: for any rules, in any zone, at any time: the right desks, and no change before the one that is told.
    #[test]
    fn any_rules_are_followed(
        rules in prop::collection::vec(any_rule(), 0..5),
        zone in prop::sample::select(vec!["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Tokyo"]),
        // From 2025 to 2029.
        now in 1_735_689_600_i64..1_893_456_000,
        near in prop::option::of(prop::sample::select(vec!["2026-03-29T00:30:00Z", "2026-10-25T00:30:00Z", "2026-11-01T05:45:00Z"])),
        parts in prop::collection::vec(0_u32..10_000, 8),
    ) {
        let contacts = Contacts {
            desks: ["a", "b", "c"].map(desk).to_vec(), rules, fallback: desk("z"), fallback_covers_gaps: true,
        };
        prop_assert_eq!(contacts.check(), Ok(()));
        let (holidays, zone) = (germany(), TimeZone::get(zone).unwrap());
        let now = near.map_or(now, |near| unix(near) + now % 7_200 - 3_600);
        let calling = who_to_call(&contacts, &holidays, &zone, now);
        let plain = |at: i64| plainly(&contacts, &holidays, zone.to_datetime(jiff::Timestamp::from_second(at).unwrap()));
        let here = names(&calling.desks);
        prop_assert_eq!(&plain(now), &here);
        prop_assert_eq!(calling.fallback_alone, here == ["z"]);
        let long = calling.until_unix - now;
        prop_assert!(long > 0);
        for part in parts {
            prop_assert_eq!(&plain(now + long * i64::from(part) / 10_000), &here);
        }
        prop_assert_eq!(&plain(calling.until_unix - 1), &here);
        match &calling.next {
            Some(next) => {
                prop_assert_eq!(&plain(calling.until_unix), &names(next));
                prop_assert_ne!(&names(next), &here);
            }
            None => prop_assert!(long > 13 * 86_400 - 3_600),
        }
        // What the check calls covered never falls to the fallback alone.
        if contacts.gaps().is_empty() {
            prop_assert!(!calling.fallback_alone);
        }
    }
}

/// R-CAL-3: what is wrong is told, with the hour at which nobody answers.
#[test]
fn contacts_that_cannot_be_relied_on_are_refused() {
    let told = |change: &dyn Fn(&mut Contacts)| {
        let mut contacts = clinic();
        change(&mut contacts);
        contacts.check().unwrap_err().to_string()
    };
    let on_holidays = |it: &mut Contacts| {
        it.rules.truncate(3);
        it.rules[1].on_holidays = OnHolidays::Never;
    };
    let cases: Vec<(String, &str)> = vec![
        (told(&|it| drop(it.rules.remove(1))), "Monday from 15:00 to 16:00"),
        (told(&|it| it.rules[2].until = "06:00".parse().unwrap()), "Monday from 06:00 to 07:30"),
        (told(&on_holidays), "Monday from 08:00 to 16:00 if it is a public holiday"),
        (told(&|it| it.rules.clear()), "Monday from 00:00 to 24:00"),
        (
            told(&|it| it.rules[0].desk = "porter".to_owned()),
            "rule 1 is of porter; accepted: registration, day emergency",
        ),
        (told(&|it| it.rules[0].weekdays.clear()), "rule 1 never holds"),
        (told(&|it| it.rules[0].until = it.rules[0].from), "rule 1 never holds"),
        (told(&|it| it.desks[1].name = "registration".to_owned()), "two desks are called registration"),
        (told(&|it| it.fallback.phone = "call us".to_owned()), "emergency number needs a phone number"),
        (told(&|it| it.desks[0].name = " ".to_owned()), "a desk needs a name"),
        (told(&|it| it.desks[0].email = Some("at".to_owned())), "needs an @"),
    ];
    for (told, part) in cases {
        assert!(told.contains(part), "{told}");
    }
    // The fallback may be a desk, if it is the same one; and it may be said to cover what is left.
    let mut same = clinic();
    same.fallback = same.desks[2].clone();
    assert_eq!(same.check(), Ok(()));
    same.fallback.note = Some("another".to_owned());
    assert!(matches!(same.check(), Err(ContactError::Twice(_))));
    let mut bare = clinic();
    bare.rules.clear();
    bare.fallback_covers_gaps = true;
    assert_eq!(bare.check(), Ok(()));
    let none = Holidays::new(&HolidaySettings::default()).unwrap();
    let zone = TimeZone::UTC;
    let calling = who_to_call(&bare, &none, &zone, 0);
    assert!(calling.fallback_alone && calling.next.is_none() && calling.until_unix > 0);
    for far in [i64::MIN, i64::MAX] {
        assert_eq!(names(&who_to_call(&clinic(), &none, &zone, far).desks), ["emergency number"]);
    }
}

/// R-CAL-3: contacts are read back as they were written, and an unknown key is refused.
#[test]
fn contacts_are_kept_as_they_are() {
    let contacts = clinic();
    let text = serde_json::to_string(&contacts).unwrap();
    assert!(
        text.contains(r#""weekdays":["sat","sun"],"from":"00:00","until":"24:00","on-holidays":"also""#),
        "{text}"
    );
    assert_eq!(serde_json::from_str::<Contacts>(&text).unwrap(), contacts);
    for (part, other) in [
        (r#""desk":"#, r#""extra":1,"desk":"#),
        (r#""sat""#, r#""sabbath""#),
        ("24:00", "24:30"),
        (r#""also""#, r#""always""#),
        (r#""fallback":{"#, r#""fallback":{"fax":"1","#),
    ] {
        assert!(serde_json::from_str::<Contacts>(&text.replacen(part, other, 1)).is_err(), "{other}");
    }
}
