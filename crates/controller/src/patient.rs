//! Boluses that the patient asks for.

use heapless::Vec;
use pump::{PATIENT_BOLUSES_PER_DAY_MAX, PatientBolus, PumpTime};
use quantity::SECONDS_PER_DAY;

/// Starts that are remembered.
pub(crate) const STARTS: usize = PATIENT_BOLUSES_PER_DAY_MAX as usize;

/// Why a patient bolus is refused; the numbers stand in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u32)]
pub enum PatientRefusal {
    /// The program allows none.
    NotAllowed = 1,
    /// Too soon after the last one.
    Lockout = 2,
    /// As many as there may be in 24 hours.
    DailyMaximum = 3,
    /// Another bolus runs.
    AnotherBolus = 4,
    /// The program is not being delivered.
    NotDelivering = 5,
    /// It would pass the bound of 24 hours.
    Envelope = 6,
}

/// When patient boluses began: as many as may be in 24 hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Starts {
    /// Ascending.
    at: Vec<i64, STARTS>,
}

impl Starts {
    pub(crate) const fn new() -> Self {
        Self { at: Vec::new() }
    }

    pub(crate) fn record(&mut self, now: i64) {
        if self.at.is_full() {
            self.at.remove(0);
        }
        // There is room now.
        self.at.push(now).ok();
    }

    /// Takes the last one back.
    pub(crate) fn forget_last(&mut self) {
        self.at.pop();
    }

    /// In the last 24 hours.
    pub(crate) fn of_day(&self, now: i64) -> u32 {
        let recent = |start: &&i64| PumpTime(now).since(PumpTime(**start)) < SECONDS_PER_DAY;
        u32::try_from(self.at.iter().filter(recent).count()).unwrap_or(u32::MAX)
    }

    /// Whether lockout and daily maximum let one begin.
    pub(crate) fn allow(&self, bolus: &PatientBolus, now: i64) -> Result<(), PatientRefusal> {
        if let Some(last) = self.at.last()
            && PumpTime(now).since(PumpTime(*last)) < bolus.lockout.seconds()
        {
            return Err(PatientRefusal::Lockout);
        }
        if self.of_day(now) >= bolus.per_day_max {
            return Err(PatientRefusal::DailyMaximum);
        }
        Ok(())
    }

    /// The clock was set back by so much.
    pub(crate) fn set_back(&mut self, seconds: i64) {
        for start in &mut self.at {
            *start = start.saturating_sub(seconds);
        }
    }

    /// The last start, and how long before it each other one was, s.
    pub(crate) fn kept(&self) -> (Option<i64>, Vec<u32, STARTS>) {
        let Some((last, others)) = self.at.split_last() else { return (None, Vec::new()) };
        let ages = others.iter().map(|start| PumpTime(*last).since(PumpTime(*start)));
        // What lies more than a day before the last counts for nothing any more.
        let ages = ages.filter(|age| *age < SECONDS_PER_DAY).filter_map(|age| u32::try_from(age).ok());
        (Some(*last), ages.collect())
    }

    pub(crate) fn restore(last: Option<i64>, ages: &[u32]) -> Self {
        let mut own = Self::new();
        if let Some(last) = last {
            for age in ages.iter().take(STARTS - 1) {
                own.record(last.saturating_sub(i64::from(*age)));
            }
            own.record(last);
        }
        own
    }
}

/// A patient bolus that runs: whole strokes, spread evenly; the k-th after `⌈k × over / strokes⌉` seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    start: i64,
    over: u64,
    strokes: u64,
    due: u64,
}

impl Run {
    /// Cut down to whole strokes, once.
    pub(crate) fn new(bolus: &PatientBolus, stroke: u64, start: i64) -> Self {
        let per_stroke = bolus.volume.denominator().saturating_mul(u128::from(stroke.max(1)));
        let strokes = u64::try_from(bolus.volume.numerator() / per_stroke.max(1)).unwrap_or(0);
        Self { start, over: bolus.over.seconds().max(1), strokes, due: 0 }
    }

    pub(crate) const fn strokes(&self) -> u64 {
        self.strokes
    }

    /// Strokes that became due since the last call.
    pub(crate) fn pass(&mut self, now: i64) -> u64 {
        let elapsed = u128::from(PumpTime(now).since(PumpTime(self.start)).min(self.over));
        // ⌈k × over / strokes⌉ ≤ elapsed exactly if k ≤ elapsed × strokes / over.
        let due = elapsed * u128::from(self.strokes) / u128::from(self.over);
        let due = u64::try_from(due).unwrap_or(self.strokes);
        let more = due.saturating_sub(self.due);
        self.due = due;
        more
    }

    /// When the next stroke is due, or the bolus is over.
    pub(crate) fn next(&self) -> i64 {
        let product = u128::from(self.due + 1) * u128::from(self.over);
        let after = product.div_ceil(u128::from(self.strokes.max(1)));
        self.start.saturating_add_unsigned(u64::try_from(after).unwrap_or(u64::MAX).min(self.over))
    }

    pub(crate) const fn began_at(&self, now: i64) -> bool {
        self.start == now
    }

    pub(crate) const fn is_over(&self) -> bool {
        self.due >= self.strokes
    }

    /// The clock was set back by so much.
    pub(crate) const fn set_back(&mut self, seconds: i64) {
        self.start = self.start.saturating_sub(seconds);
    }
}
