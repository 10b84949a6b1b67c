//! The clinic's calendar: whether an appointment can be booked, and what clashes. Pure: everything it looks at is an argument.
//!
//! Words
//! - *finding*: something that speaks against a booking. Some are *stops*; others hold until somebody ticks that they read
//!   it, with a reason where it weighs more; the rest are said and no more.
//! - *day stream*: a stream of the store for each day, which moves on with every booking of that day. Two people who book
//!   at once cannot both have seen the day as it then was: the second one looks again.

use crate::holidays::Holidays;
use crate::path::appointment::{Accepted, Appointments, Kind, Person, Shown, Slot, day_of};
use crate::patient::Patient;
use crate::sight::Seen;
use crate::summary::Summary;
use crate::worklist::words;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use record::{Id, Kind as StreamKind, NewEvent, Stream};
use sha2::{Digest, Sha256};
use therapy::act::{Act, Report};

/// Shorter ones are no appointments.
pub const MINUTES_MIN: u16 = 5;
/// Longer ones are stays; a day at most.
pub const MINUTES_MAX: u16 = 24 * 60;

/// What can speak against a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It lies in the past.
    Past,
    /// The patient has another appointment at that time.
    Patient,
    /// The room is taken.
    Room,
    /// Somebody of the team is elsewhere at that time.
    Person,
    /// The house does not work on that day.
    Closed,
    /// It is later than the refill must be.
    RefillBy,
    /// The pump may be empty by then.
    Empty,
    /// There is another one of the kind on that day.
    Twice,
    /// An implant before a test dose had an effect.
    Untested,
}

/// How much it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It is said and no more.
    Note,
    /// It holds until somebody ticks it.
    Tick,
    /// It holds until somebody ticks it and says why.
    Reason,
    /// Nobody can book it so.
    Stop,
}

impl What {
    /// All of them, with the word in data and the words beside the box to tick.
    pub const WORDS: [(&'static str, Self, &'static str); 9] = [
        ("past", Self::Past, ""),
        ("patient", Self::Patient, ""),
        ("room", Self::Room, ""),
        ("person", Self::Person, "Book it although somebody is in two places"),
        ("closed", Self::Closed, "Book it on this day all the same"),
        ("refill-by", Self::RefillBy, "Book it although the refill is due earlier"),
        ("empty", Self::Empty, "Book it although the pump may be empty by then"),
        ("twice", Self::Twice, "Book two of a kind on one day"),
        ("untested", Self::Untested, ""),
    ];

    /// The word in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, what, _)| *what == self).map_or("", |(word, _, _)| word)
    }

    /// The words beside the box to tick.
    #[must_use]
    pub fn tick(self) -> &'static str {
        Self::WORDS.iter().find(|(_, what, _)| *what == self).map_or("", |(_, _, tick)| tick)
    }

    /// How much it weighs.
    #[must_use]
    pub const fn weight(self) -> Weight {
        match self {
            Self::Past | Self::Patient | Self::Room => Weight::Stop,
            Self::RefillBy | Self::Empty => Weight::Reason,
            Self::Person | Self::Closed | Self::Twice => Weight::Tick,
            Self::Untested => Weight::Note,
        }
    }
}

/// Something that speaks against a booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub what: What,
    /// In words, as a sentence.
    pub says: String,
}

/// What somebody wants to book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Whose.
    pub patient: Id,
    /// The appointment that moves; none for a new one.
    pub moves: Option<String>,
    /// What for.
    pub what: Kind,
    /// When and where.
    pub slot: Slot,
    /// Who takes part.
    pub people: Vec<Person>,
}

/// An appointment that is in the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Whose.
    pub patient: Id,
    /// The patient's name, for those who see the patient.
    pub name: String,
    /// Who sees the patient.
    pub seen: Seen,
    /// What, when, where, with whom.
    pub shown: Shown,
}

/// When the house works.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Its public holidays.
    pub holidays: Holidays,
    /// Its zone.
    pub zone: TimeZone,
}

/// What is known of the patient's pump.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pump {
    /// Refill by.
    pub refill_by: Option<Date>,
    /// Empty at the earliest.
    pub early_empty: Option<Date>,
    /// Whether a test dose had an effect, or there is a pump.
    pub tested: bool,
}

impl Pump {
    /// What is known of a patient, with the summary of now.
    #[must_use]
    pub fn of(patient: &Patient, summary: &Summary) -> Self {
        let responded = patient
            .file
            .events
            .iter()
            .any(|event| matches!(event.act, Act::Report(Report::Screened { responded: true, .. })));
        Self {
            refill_by: summary.refill_by,
            early_empty: summary.early_empty_on,
            tested: responded || patient.has_pump(),
        }
    }
}

impl Calendar {
    /// Why the house does not work at a moment, in seconds since 1970.
    #[must_use]
    pub fn closed(&self, unix: i64) -> Option<String> {
        let at = self.zone.to_datetime(Timestamp::from_second(unix).unwrap_or(Timestamp::UNIX_EPOCH));
        let minute = u16::try_from(i16::from(at.hour()) * 60 + i16::from(at.minute())).unwrap_or_default();
        if let Some(holiday) = self.holidays.on(at.date()).filter(|holiday| holiday.from.minutes() <= minute)
        {
            return Some(format!("is a public holiday here: {}", holiday.name));
        }
        match at.weekday() {
            Weekday::Saturday => Some("is a Saturday".to_owned()),
            Weekday::Sunday => Some("is a Sunday".to_owned()),
            _ => None,
        }
    }

    /// The days that a slot touches, in order.
    #[must_use]
    pub fn days(&self, slot: &Slot) -> Vec<Date> {
        let last = day_of(slot.ends().saturating_sub(1).max(slot.starts), &self.zone);
        let mut days = vec![day_of(slot.starts, &self.zone)];
        while let Some(next) = days.last().and_then(|day| day.checked_add(1.day()).ok()) {
            // A slot is a day at most; with a change of the clock it may touch three.
            if next > last || days.len() > 3 {
                break;
            }
            days.push(next);
        }
        days
    }
}

/// The stream that moves on with every booking of a day.
#[must_use]
pub fn day_stream(day: Date) -> Stream {
    let mut hash = Sha256::new();
    hash.update(b"thecal calendar day");
    hash.update(day.to_string().as_bytes());
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
    Stream { kind: StreamKind::Clinic, id: Id::from_random(bytes) }
}

/// The event of such a stream: that something was booked. What, is in the patient's record.
#[must_use]
pub fn day_event(now: i64) -> NewEvent {
    NewEvent { kind: "calendar-booked".to_owned(), schema: 1, happened: now, body: "{}".to_owned() }
}

/// Whether two slots take the same room. A slot without a place takes none.
#[must_use]
pub fn same_room(one: &Slot, other: &Slot) -> bool {
    let place = words(&one.place);
    !place.is_empty() && place == words(&other.place) && words(&one.house) == words(&other.house)
}

fn hours(slot: &Slot, zone: &TimeZone) -> String {
    let wall = |unix: i64| zone.to_datetime(Timestamp::from_second(unix).unwrap_or(Timestamp::UNIX_EPOCH));
    let (from, until) = (wall(slot.starts), wall(slot.ends()));
    format!("{:02}:{:02} to {:02}:{:02}", from.hour(), from.minute(), until.hour(), until.minute())
}

/// What of two appointments clashes.
#[must_use]
pub fn clash(one: &Taken, other: &Taken) -> Vec<What> {
    let mut found = Vec::new();
    if !one.shown.slot.overlaps(&other.shown.slot) {
        return found;
    }
    if one.patient == other.patient {
        found.push(What::Patient);
    }
    if same_room(&one.shown.slot, &other.shown.slot) {
        found.push(What::Room);
    }
    if one.shown.people.iter().any(|person| other.shown.people.iter().any(|known| known.is(person))) {
        found.push(What::Person);
    }
    found
}

/// Everything that speaks against a booking: `taken` are the appointments of all patients that overlap with it, `own` those
/// of this patient, `now` is in seconds since 1970.
#[must_use]
pub fn check(
    wanted: &Wanted,
    taken: &[Taken],
    own: &Appointments,
    pump: Pump,
    calendar: &Calendar,
    now: i64,
) -> Vec<Finding> {
    let mut found = Vec::new();
    let slot = &wanted.slot;
    let zone = &calendar.zone;
    let mut say = |what: What, says: String| found.push(Finding { what, says });
    if slot.starts < now {
        say(What::Past, "This time has passed.".to_owned());
    }
    let itself = |patient: Id, id: &str| {
        patient == wanted.patient && wanted.moves.as_deref().is_some_and(|moves| moves == id)
    };
    let shown = Shown {
        id: String::new(),
        what: wanted.what,
        slot: slot.clone(),
        people: wanted.people.clone(),
        ended: None,
    };
    let this = Taken { patient: wanted.patient, name: String::new(), seen: Seen::default(), shown };
    for other in taken.iter().filter(|other| !itself(other.patient, &other.shown.id)) {
        let hours = hours(&other.shown.slot, zone);
        for what in clash(&this, other) {
            match what {
                What::Patient => say(
                    what,
                    format!(
                        "The patient has another appointment then: {}, {hours}.",
                        other.shown.what.words()
                    ),
                ),
                What::Room => {
                    let place = other.shown.slot.whereabouts();
                    say(what, format!("{place} is taken from {hours}."));
                }
                _ => {
                    let both =
                        wanted.people.iter().filter(|one| other.shown.people.iter().any(|two| two.is(one)));
                    let names: Vec<&str> = both.map(|person| person.name.as_str()).collect();
                    say(what, format!("{} has another appointment from {hours}.", names.join(" and ")));
                }
            }
        }
    }
    let day = day_of(slot.starts, zone);
    if let Some(why) = calendar.closed(slot.starts) {
        say(What::Closed, format!("{} {why}.", therapy::date_in_words(day)));
    }
    dates(wanted, day, own, pump, zone, now, &mut say);
    let same = own.all.iter().filter(|known| {
        known.is_ahead(now) && known.booked.what == wanted.what && !itself(wanted.patient, &known.booked.id)
    });
    // One that overlaps is a stop already.
    if same
        .into_iter()
        .any(|known| day_of(known.booked.slot.starts, zone) == day && !known.booked.slot.overlaps(slot))
    {
        say(
            What::Twice,
            format!("There is another appointment of this kind on that day: {}.", wanted.what.words()),
        );
    }
    if wanted.what == Kind::Implant && !pump.tested {
        say(What::Untested, "No test dose with an effect is on record.".to_owned());
    }
    found
}

/// What the pump says of the day.
fn dates(
    wanted: &Wanted,
    day: Date,
    own: &Appointments,
    pump: Pump,
    zone: &TimeZone,
    now: i64,
    say: &mut dyn FnMut(What, String),
) {
    if !wanted.what.fills() {
        return;
    }
    // An earlier one that is in time fills the pump before this one.
    let earlier = |by: Date| {
        own.ahead(now).into_iter().any(|known| {
            known.booked.what == Kind::Refill
                && wanted.moves.as_deref() != Some(&known.booked.id)
                && day_of(known.booked.slot.starts, zone) <= by
        })
    };
    let in_words = therapy::date_in_words;
    match (pump.early_empty, pump.refill_by) {
        (Some(empty), _) if day >= empty && !earlier(pump.refill_by.unwrap_or(empty)) => {
            say(
                What::Empty,
                format!("The pump may be empty from {} on, before this appointment.", in_words(empty)),
            );
        }
        (_, Some(by)) if day > by && !earlier(by) => {
            say(What::RefillBy, format!("This is later than the refill must be: by {}.", in_words(by)));
        }
        _ => {}
    }
}

/// What still holds a booking up, given what somebody ticked: the findings that are stops or were not ticked, and whether a
/// reason is missing.
#[must_use]
pub fn holding<'a>(found: &'a [Finding], accepted: &Accepted) -> (Vec<&'a Finding>, bool) {
    let ticked = |finding: &Finding| accepted.warnings.iter().any(|word| word == finding.what.word());
    let holds = |finding: &&Finding| match finding.what.weight() {
        Weight::Note => false,
        Weight::Stop => true,
        Weight::Tick | Weight::Reason => !ticked(finding),
    };
    let asks = found.iter().any(|finding| finding.what.weight() == Weight::Reason);
    (found.iter().filter(holds).collect(), asks && accepted.reason.trim().is_empty())
}

/// Leaves of what was ticked only what there was to tick.
pub(crate) fn only_found(accepted: &mut Accepted, found: &[Finding]) {
    accepted.warnings.retain(|word| found.iter().any(|finding| finding.what.word() == word));
    if !found.iter().any(|finding| finding.what.weight() == Weight::Reason) {
        accepted.reason.clear();
    }
}
