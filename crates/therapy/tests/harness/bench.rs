//! The bench: a second, plain book-keeping of one therapy, in whole numbers, that shares no arithmetic with the crates.

use serde_json::Value;

pub const DAY: i64 = 86_400;
/// nL
pub const ML: i64 = 1_000_000;
/// ng
pub const UG: i64 = 1_000;

/// A pump model as the sheets describe it.
#[derive(Debug, PartialEq, Eq)]
pub struct PumpKind {
    pub id: &'static str,
    /// nL
    pub reservoir: i64,
    /// nL of one stroke, for pumps that deliver by strokes.
    pub stroke: Option<i64>,
    /// How fast a pump within its specification may run, per mille.
    pub accuracy: i64,
    /// Whether the indicator, imaging and the patient controller for baclofen are described.
    pub synchromed_ii: bool,
    pub prometra: bool,
}

const fn pump(id: &'static str, reservoir_ml: i64, stroke: Option<i64>, accuracy: i64) -> PumpKind {
    let prometra = stroke.is_some();
    PumpKind {
        id,
        reservoir: reservoir_ml * ML,
        stroke,
        accuracy,
        synchromed_ii: !prometra && reservoir_ml >= 20,
        prometra,
    }
}

pub static PUMPS: [PumpKind; 6] = [
    pump("synchromed-ii-8637-20", 20, None, 145),
    pump("synchromed-ii-8637-40", 40, None, 145),
    pump("prometra-ii-20", 20, Some(2_500), 150),
    pump("prometra-ii-40", 40, Some(2_500), 150),
    pump("synchromed-el-10", 10, None, 145),
    pump("synchromed-el-18", 18, None, 145),
];

/// A listed product for pumps.
#[derive(Debug, PartialEq, Eq)]
pub struct Product {
    pub id: &'static str,
    /// micrograms per mL
    pub strength: i64,
}

pub static PRODUCTS: [Product; 6] = [
    Product { id: "lioresal-500-20", strength: 500 },
    Product { id: "gablofen-500", strength: 500 },
    Product { id: "gablofen-1000", strength: 1_000 },
    Product { id: "lioresal-2000-20", strength: 2_000 },
    Product { id: "lioresal-2000-5", strength: 2_000 },
    Product { id: "gablofen-2000", strength: 2_000 },
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Population {
    Spinal,
    Cerebral,
    Paediatric,
}

/// Modified Ashworth, worst first, as far as these patients have it.
pub const SCORES: [&str; 5] = ["3", "2", "1+", "1", "0"];

/// A patient bolus: ng, and how many a day.
#[derive(Clone, Copy, Debug)]
pub struct OnDemand {
    pub dose: i64,
    pub per_day: i64,
}

/// Where a therapy stands.
#[derive(Clone, Debug)]
pub struct Bench {
    /// Unix seconds.
    pub now: i64,
    /// Seconds east of UTC on the pump's clock.
    pub clock: i64,
    pub population: Population,
    pub pump: &'static PumpKind,
    pub serial: String,
    /// nL
    pub tubing: i64,
    /// nL
    pub catheter: i64,
    /// nL
    pub alarm: i64,
    pub product: &'static Product,
    /// ng/d over the week; 0 before the first program.
    pub dose: i64,
    /// Of the last change of dose.
    pub changed_at: i64,
    /// The dose before that, and from when it ran.
    pub before: Option<(i64, i64)>,
    /// Start of the present dose finding.
    pub titrated_since: Option<i64>,
    /// ng/d that the test allows to start with.
    pub start: Option<i64>,
    /// How the running program is written, and the total as stated.
    pub run: Value,
    pub total: Value,
    pub on_demand: Option<OnDemand>,
    /// In the reservoir after filling, nL.
    pub fill: i64,
    pub filled_at: i64,
    /// Days that the drug had been in the pump at `filled_at`.
    pub spent_days: i64,
    /// Given since the fill, by `since`, nL.
    pub given: i64,
    /// Patient boluses that were allowed since the fill, by `since`, nL.
    pub allowed: i64,
    pub since: i64,
    /// No order before: a bridge still runs.
    pub busy_until: i64,
    pub visit: Option<i64>,
    /// The last single bolus.
    pub single_at: Option<i64>,
    /// Rises one after the other since the last better score.
    pub rises: i64,
    /// The last score, as an index into [`SCORES`].
    pub score: usize,
    /// Indicator of the battery.
    pub indicated: Option<i64>,
    /// Of a gap that is over, and no program since.
    pub gap_until: Option<i64>,
}

impl Bench {
    /// nL/d of a dose at the strength in the pump, as this pump gives it.
    pub fn flow_of(&self, dose: i64) -> i64 {
        let flow = dose * 1_000 / self.product.strength;
        // Only a continuous program is cut to whole strokes a day: from one flex step to the next they carry over.
        let flex = self.run["mode"] == "flex";
        self.pump.stroke.filter(|_| !flex).map_or(flow, |stroke| flow / stroke * stroke)
    }

    /// nL/d, every allowed patient bolus taken.
    pub fn flow_max_of(&self, dose: i64) -> i64 {
        let added =
            self.on_demand.map_or(0, |bolus| bolus.dose * bolus.per_day * 1_000 / self.product.strength);
        self.flow_of(dose) + added
    }

    /// nL given since the fill.
    pub fn given_by(&self, at: i64) -> i64 {
        let seconds = (at - self.since).max(0);
        let flowed = i128::from(seconds) * i128::from(self.flow_of(self.dose)) / i128::from(DAY);
        self.given + i64::try_from(flowed).unwrap()
    }

    /// nL of patient boluses that were allowed since the fill.
    pub fn allowed_by(&self, at: i64) -> i64 {
        let one =
            self.on_demand.map_or(0, |bolus| bolus.dose * bolus.per_day * 1_000 / self.product.strength);
        let seconds = i128::from((at - self.since).max(0));
        self.allowed + i64::try_from(seconds * i128::from(one) / i128::from(DAY)).unwrap()
    }

    pub fn left(&self) -> i64 {
        (self.fill - self.given_by(self.now)).max(0)
    }

    /// Takes account of what flowed until now.
    pub fn settle(&mut self) {
        if self.now > self.since {
            self.allowed = self.allowed_by(self.now);
            self.given = self.given_by(self.now);
            self.since = self.now;
        }
    }

    /// Days since 1970 on the pump's clock.
    pub fn day(&self, at: i64) -> i64 {
        (at + self.clock).div_euclid(DAY)
    }

    /// The day on which `volume` nL of the fill have been given, if `dose` runs from now on.
    pub fn reached(&self, volume: i64, dose: i64) -> i64 {
        let missing = i128::from((volume - self.given_by(self.now)).max(0));
        let seconds = missing * i128::from(DAY) / i128::from(self.flow_max_of(dose).max(1));
        // Behind a bolus that still runs the dose begins later.
        self.day(self.now.max(self.since) + i64::try_from(seconds).unwrap())
    }

    /// The last day for a refill if `dose` runs from now on, by the published formulas; a day early at most.
    pub fn refill_by(&self, dose: i64) -> i64 {
        let early = i128::from(self.fill) * 1_000 / i128::from(1_000 + self.pump.accuracy);
        let empty = self.reached(i64::try_from(early).unwrap(), dose) - 5;
        let alarm = self.reached(self.fill - self.alarm, dose) - 5;
        let stability = self.day(self.filled_at) + 180 - self.spent_days;
        let service = self.indicated.map_or(i64::MAX, |at| self.day(at) + 85);
        alarm.min(empty).min(stability).min(service) - 1
    }

    /// Days until the refill is due.
    pub fn slack(&self) -> i64 {
        self.refill_by(self.dose) - self.day(self.now)
    }

    /// Largest rise now, per mille.
    pub fn rise_max(&self) -> i64 {
        let titrated = self.titrated_since.map(|since| self.now - since);
        let titration = titrated.is_some_and(|since| since <= 60 * DAY);
        match (self.population, titration) {
            (Population::Spinal, true) => 300,
            (Population::Spinal, false) => 400,
            (_, true) => 150,
            (_, false) => 200,
        }
    }

    /// Tubing and catheter, nL.
    pub fn dead_volume(&self) -> i64 {
        self.tubing + self.catheter
    }

    /// Seconds in which the old drug leaves `volume` nL of line at the old dose: V·C1/D1.
    pub fn bridge_seconds(&self, volume: i64) -> i64 {
        let seconds = i128::from(volume) * i128::from(self.product.strength) * i128::from(DAY)
            / (i128::from(self.dose) * 1_000);
        i64::try_from(seconds).unwrap()
    }
}

/// ng in nL at micrograms per mL.
pub fn drug(volume: i64, strength: i64) -> i64 {
    volume * strength / 1_000
}
