//! How long a person was followed, and when the therapy was there.

use super::row::{Part, Person};
use jiff::civil::Date;
use jiff::{Span, Unit};

/// Why somebody is followed no further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// Nothing ended: followed until last seen, or until the day of the analysis.
    Followed,
    /// Died.
    Died,
    /// Followed elsewhere, or lost.
    Left,
    /// The system came out and no other followed.
    SystemOut,
}

/// The time of one person under the therapy, up to the day of the analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The first implant, if its day is known.
    pub implanted: Option<Date>,
    /// Since when the person was followed here with a system: the first implant, or the day on which it was found.
    pub from: Date,
    /// Until when: death or leaving, else the day last seen (by a row of its own or by any other), else the day of the
    /// analysis; or the end of the last system, if that is earlier.
    pub until: Date,
    /// Why no further.
    pub end: End,
    /// Times with a pump, in order, apart from each other.
    pub spans: Vec<(Date, Date)>,
}

/// Days from one date to another; negative if the other is earlier.
#[must_use]
pub fn days(from: Date, to: Date) -> i64 {
    // A span of days only never fails between dates of the calendar.
    from.until((Unit::Day, to)).map_or(0, |span: Span| i64::from(span.get_days()))
}

/// Days of a year, on average.
pub const DAYS_PER_YEAR: f64 = 365.25;

/// Days as years of 365.25 days.
#[must_use]
pub fn years(days: i64) -> f64 {
    // Days of a calendar are far below 2^53.
    #[expect(clippy::cast_precision_loss, reason = "days of a calendar are far below 2^53")]
    let days = days as f64;
    days / DAYS_PER_YEAR
}

/// The last day up to `cut` of which a person has a row, birth and end apart.
pub(super) fn last_recorded(person: &Person, cut: Date) -> Option<Date> {
    let devices =
        person.devices.iter().flat_map(|device| [Some(device.followed), device.out.map(|(on, _)| on)]);
    let all = devices
        .flatten()
        .chain(person.scores.iter().map(|scored| scored.on))
        .chain(person.doses.iter().map(|dose| dose.0))
        .chain(person.events.iter().map(|event| event.on))
        .chain(person.operations.iter().map(|(on, _)| *on))
        .chain(person.titrated);
    all.filter(|on| *on <= cut).max()
}

impl Followed {
    /// The time of a person up to `cut`; `None` without a pump by then.
    #[must_use]
    pub fn of(person: &Person, cut: Date) -> Option<Self> {
        let pumps =
            || person.devices.iter().filter(|device| device.part == Part::Pump && device.followed <= cut);
        let from = pumps().map(|device| device.followed).min()?;
        // Whoever came with a pump that nobody knows the day of had a first implant before any that has one.
        let since_unknown = pumps().any(|device| device.followed == from && device.into.is_none());
        let implanted = pumps().filter_map(|device| device.into).min().filter(|_| !since_unknown);
        let ended = [person.died.map(|(on, _)| (on, End::Died)), person.left.map(|on| (on, End::Left))];
        let ended = ended.into_iter().flatten().filter(|(on, _)| *on <= cut).min_by_key(|(on, _)| *on);
        // Of whom something was recorded on a day was seen then.
        let seen = person.seen.map_or(cut, |seen| last_recorded(person, cut).map_or(seen, |on| seen.max(on)));
        let (mut until, mut end) = ended.unwrap_or((seen.min(cut), End::Followed));
        let in_by_then = || pumps().filter(|device| device.followed <= until);
        let still_in = in_by_then().any(|device| device.out.is_none_or(|(out, _)| out > until));
        let last_out = in_by_then().filter_map(|device| device.out).map(|(out, _)| out).max();
        if let Some(out) = last_out.filter(|out| !still_in && *out <= until) {
            // Death after the system came out is no death under the therapy.
            (until, end) = (out, if end == End::Died && out == until { End::Died } else { End::SystemOut });
        }
        let until = until.max(from);
        let mut spans: Vec<(Date, Date)> = pumps()
            .map(|device| (device.followed, device.out.map_or(until, |(out, _)| out.min(until))))
            .filter(|(from, to)| from <= to)
            .collect();
        spans.sort();
        let mut apart: Vec<(Date, Date)> = Vec::with_capacity(spans.len());
        for (from, to) in spans {
            match apart.last_mut().filter(|last| from <= last.1) {
                Some(last) => last.1 = last.1.max(to),
                None => apart.push((from, to)),
            }
        }
        Some(Self { implanted, from, until, end, spans: apart })
    }

    /// The day from which years are counted: the first implant, or the day on which the system was found.
    #[must_use]
    pub fn zero(&self) -> Date {
        self.implanted.unwrap_or(self.from)
    }

    /// Days with a pump.
    #[must_use]
    pub fn exposure_days(&self) -> i64 {
        self.spans.iter().map(|(from, to)| days(*from, *to)).sum()
    }

    /// Whether there was a pump on a day.
    #[must_use]
    pub fn had_pump(&self, on: Date) -> bool {
        self.pump_since(on).is_some()
    }

    /// Since when there was a pump without a gap, on a day; `None` without one.
    #[must_use]
    pub fn pump_since(&self, on: Date) -> Option<Date> {
        self.spans.iter().find(|(from, to)| *from <= on && on <= *to).map(|(from, _)| *from)
    }
}
