//! Dates that follow from a fill and a program.

use crate::exact::of;
use crate::twin::Twin;
use dashu_ratio::RBig;
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Span};
use pump::{PatientBolus, PumpTime};
use quantity::Volume;

/// First pump second of the year 10000, from which on there are no dates.
const YEAR_10000: i64 = 253_402_300_800;

/// The civil time of a pump second; `None` from the year 10000 on.
#[must_use]
pub fn civil(at: PumpTime) -> Option<DateTime> {
    if at.0 >= YEAR_10000 {
        return None;
    }
    DateTime::constant(1970, 1, 1, 0, 0, 0, 0).checked_add(SignedDuration::from_secs(at.0)).ok()
}

/// What a forecast starts from, besides the twin.
#[derive(Debug, Clone)]
pub struct ForecastInput {
    /// When the reservoir was filled, or found as it is.
    pub filled_at: PumpTime,
    /// Whether it was found as it is: the drug has been in it for longer.
    pub found: bool,
    /// At which calculated volume the pump sounds its low-reservoir alarm.
    pub alarm_volume: Volume,
    /// By which part of the programmed flow a pump within its specification may run fast.
    pub accuracy: RBig,
    /// Days for which the drug keeps in the pump.
    pub stability_days: u32,
    /// Days by which a refill is planned ahead of what it must not miss.
    pub lead_days: u32,
    /// When the pump stops for good.
    pub service_ends: Option<Date>,
    /// What the patient may add, from now on.
    pub patient_bolus: Option<(PatientBolus, PumpTime)>,
}

/// What decides the refill date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LimitedBy {
    /// The calculated alarm, less the lead.
    Alarm,
    /// A pump as fast as its specification allows running empty, less the lead.
    EarlyEmpty,
    /// The days for which the drug keeps.
    Stability,
    /// End of service, less the lead.
    Service,
}

/// A date by which to refill, and what gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// What gives it.
    pub limit: LimitedBy,
    /// The date, on the pump's clock.
    pub date: Date,
}

/// What follows from a fill and a program.
#[derive(Debug, Clone)]
pub struct Forecast {
    /// First second with no more than the alarm volume left, by calculation.
    pub alarm_at: Option<PumpTime>,
    /// First second with nothing left, by calculation.
    pub empty_at: Option<PumpTime>,
    /// The same for a pump that runs fast by the whole accuracy.
    pub early_empty_at: Option<PumpTime>,
    /// The reserve that makes the calculated alarm sound before such a pump is empty: fill × a / (1 + a), in nL.
    pub reserve_needed: RBig,
    /// Whether the alarm volume is at least that reserve.
    pub alarm_covers: bool,
    /// Every date that limits the refill, in the order in which ties are named.
    pub candidates: Vec<Candidate>,
    /// The earliest of them.
    pub refill_by: Option<Candidate>,
    /// The published rule: the earlier of alarm − lead and the stability limit, without the early-empty date.
    pub published_refill_by: Option<Date>,
}

/// The forecast of a twin that has been filled and runs a program.
///
/// Refill by = the earliest of date(alarm) − lead, date(early empty) − lead, date(fill) + stability, end of service − lead.
/// Without a civil date for any of them (past the year 9999) the others decide; stability always does.
#[must_use]
pub fn forecast(twin: &Twin<'_>, input: &ForecastInput) -> Forecast {
    let fill = twin.fill_volume();
    let alarm_volume = of(input.alarm_volume.quotient());
    let before_alarm = if alarm_volume < *fill { fill - &alarm_volume } else { RBig::ZERO };
    let fast = RBig::ONE + &input.accuracy;
    let when =
        |volume: &RBig| first_time(twin, volume, input.patient_bolus).filter(|at| civil(*at).is_some());
    let (alarm_at, empty_at, early_empty_at) = (when(&before_alarm), when(fill), when(&(fill / &fast)));
    let reserve_needed = fill * &input.accuracy / &fast;
    let alarm_covers = alarm_volume >= reserve_needed;

    // A lead longer than the calendar means the first day there is: nothing that limits may drop out.
    let ahead = |date: Date| Some(days_from(date, -i64::from(input.lead_days)).unwrap_or(Date::MIN));
    let date_of = |at: Option<PumpTime>| at.and_then(civil).map(|at| at.date());
    let stability =
        date_of(Some(input.filled_at)).and_then(|date| days_from(date, i64::from(input.stability_days)));
    let dates = [
        (LimitedBy::Alarm, date_of(alarm_at).and_then(ahead)),
        (LimitedBy::EarlyEmpty, date_of(early_empty_at).and_then(ahead)),
        (LimitedBy::Stability, stability),
        (LimitedBy::Service, input.service_ends.and_then(ahead)),
    ];
    let candidates: Vec<Candidate> =
        dates.into_iter().filter_map(|(limit, date)| Some(Candidate { limit, date: date? })).collect();
    // min_by_key keeps the first of equals: the order in which ties are named.
    let refill_by = candidates.iter().copied().min_by_key(|candidate| candidate.date);
    let published =
        |candidate: &&Candidate| matches!(candidate.limit, LimitedBy::Alarm | LimitedBy::Stability);
    let published_refill_by = candidates.iter().filter(published).map(|candidate| candidate.date).min();
    Forecast {
        alarm_at,
        empty_at,
        early_empty_at,
        reserve_needed,
        alarm_covers,
        candidates,
        refill_by,
        published_refill_by,
    }
}

/// A date some days on, or back; `None` outside of the calendar.
pub(crate) fn days_from(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The first second at which `volume` nL have left, every patient bolus taken as early as it is allowed.
fn first_time(
    twin: &Twin<'_>,
    volume: &RBig,
    patient_bolus: Option<(PatientBolus, PumpTime)>,
) -> Option<PumpTime> {
    let alone = twin.time_since_fill(volume);
    let Some((bolus, allowed_from)) = patient_bolus else {
        return alone;
    };
    let size = of(bolus.volume);
    let reached = |at: i64| {
        let at = PumpTime(at);
        let extra = if at < allowed_from { 0 } else { bolus.count_max_by(at.since(allowed_from)) };
        twin.delivered_since_fill(at) + &size * RBig::from(extra) >= *volume
    };
    let mut high = alone.map_or(YEAR_10000, |at| at.0);
    if !reached(high) {
        return alone;
    }
    let mut low = allowed_from.0.saturating_sub(1).min(high);
    if reached(low) {
        return alone;
    }
    // Delivery and count never fall, so halving finds the first second.
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if reached(middle) { high = middle } else { low = middle }
    }
    Some(PumpTime(high))
}
