//! A program in rows: what runs beside what is asked.

use super::Ground;
use super::facts::steps;
use super::say::Said;
use documents::Part;
use pump::{Base, Bolus, BolusKind, Program};
use quantity::Concentration;
use therapy::dose_of;
use twin::{RBig, of, volume_times};

/// A program with the strength that it counts in.
pub(super) struct Shown<'a> {
    pub(super) run: &'a Program,
    pub(super) mode: &'a str,
    pub(super) strength: Concentration,
}

impl Shown<'_> {
    /// ng per day over its week.
    pub(super) fn dose(&self) -> RBig {
        dose_of(self.run, self.strength)
    }

    /// Whether all days of it are alike.
    fn is_alike(&self) -> bool {
        let flows = self.run.day_flows();
        flows.iter().all(|flow| Some(flow) == flows.first())
    }
}

/// What a program is, row by row; the same rows for any program, so that two stand beside each other.
pub(super) fn rows(on: &Ground<'_>, shown: &Shown<'_>) -> Vec<(&'static str, Said)> {
    let say = &on.say;
    let dose = shown.dose();
    let daily = match shown.is_alike() {
        true => say.dose(&dose),
        false => say.with("paper-mean-of-week", &[("dose", say.dose(&dose))]),
    };
    let volume = say.volume(&of(shown.run.week_flow()), 6);
    let bolus = shown.run.patient_bolus.map(|bolus| say.patient_bolus(&bolus, shown.strength));
    vec![
        ("paper-strength-to-type", say.strength(shown.strength)),
        ("paper-mode", say.mode(shown.mode)),
        ("paper-dose", daily),
        ("paper-per-hour", say.hourly(&dose)),
        ("paper-volume-per-day", say.with("paper-volume-per-day-says", &[("volume", volume)])),
        ("paper-patient-bolus", bolus.unwrap_or_else(|| say.key("common-no"))),
    ]
}

/// The steps of a day, if the dose changes over it.
pub(super) fn step_table(on: &Ground<'_>, shown: &Shown<'_>) -> Option<Part> {
    match shown.run.base() {
        Base::Flex(week) => Some(on.say.steps(&steps(week, shown.strength))),
        Base::Continuous(_) | Base::MinimumRate(_) | Base::Stopped => None,
    }
}

/// A bolus with what to type for it.
pub(super) fn bolus(on: &Ground<'_>, bolus: &Bolus, strength: Concentration) -> (Said, Said) {
    let say = &on.say;
    let key = match bolus.kind {
        BolusKind::Single => "paper-bolus-single",
        BolusKind::Bridge => "paper-bolus-bridge",
        BolusKind::Prime => "paper-bolus-prime",
    };
    let volume = of(bolus.volume);
    let mass = volume_times(&volume, &of(strength.quotient()));
    let parts =
        [("dose", say.mass(&mass)), ("volume", say.volume(&volume, 6)), ("over", say.lasting(bolus.over))];
    (say.key(key), say.with("paper-bolus-says", &parts))
}

/// Why a bolus is there.
pub(super) const fn why(kind: BolusKind) -> &'static str {
    match kind {
        BolusKind::Single => "paper-single-why",
        BolusKind::Bridge => "paper-bridge-why",
        BolusKind::Prime => "paper-prime-why",
    }
}
