//! What is watched after an implant: the dose over a year, and the weaning of medicines by mouth.

use crate::patient::{MedicineKind, Stand, Taken, is_baclofen};
use jiff::civil::Date;
use therapy::Limit;
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::loss_of_effect::slope;
use twin::RBig;

/// How much the dose rose within the last year.
#[derive(Debug, Clone, PartialEq)]
pub struct Rise {
    /// Dose a year ago, in ng per day.
    pub before: RBig,
    /// Dose now, in ng per day.
    pub now: RBig,
    /// Whether it rose by more than the published sign of tolerance.
    pub beyond: bool,
    /// That sign.
    pub limit: &'static Limit<quantity::Dose>,
}

/// The dose now beside that of a year ago; `None` while the record reaches less far back.
#[must_use]
pub fn rise(stand: &Stand<'_>) -> Option<Rise> {
    let limit = &PathwayLimits::embedded().ok()?.after_care.dose_rise_per_year_max;
    let slope = slope(&stand.course, stand.now)?;
    Some(Rise { before: slope.then, now: slope.now, beyond: slope.is_fast, limit })
}

/// What does not fit in the weaning of medicines by mouth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weaning {
    /// Another medicine is weaned while baclofen by mouth is still taken.
    NotBaclofenFirst {
        /// The other one.
        weaned: String,
    },
    /// Two are weaned at the same time.
    TwoAtOnce {
        /// One.
        one: String,
        /// The other.
        other: String,
    },
}

impl Weaning {
    /// For people.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::NotBaclofenFirst { weaned } => {
                format!("{weaned} is weaned while baclofen by mouth is still taken: baclofen comes first.")
            }
            Self::TwoAtOnce { one, other } => {
                format!("{one} and {other} are weaned at the same time: one at a time.")
            }
        }
    }
}

/// From which day to which a medicine is weaned, by its plan; the last step is its end.
fn weaned(taken: &Taken) -> Option<(Date, Date)> {
    let first = taken.medicine.weaning.iter().map(|step| step.from).min()?;
    let last = taken.medicine.weaning.iter().map(|step| step.from).max()?;
    Some((first, last))
}

/// What of the weaning plans does not fit: one at a time, baclofen first (Boster et al. 2016, Neuromodulation 19(6):623).
#[must_use]
pub fn weaning(medicines: &[Taken]) -> Vec<Weaning> {
    let oral = medicines
        .iter()
        .filter(|taken| taken.stopped.is_none() && taken.medicine.is == MedicineKind::OralAntispastic);
    let oral: Vec<&Taken> = oral.collect();
    let mut found = Vec::new();
    for (place, one) in oral.iter().enumerate() {
        let Some((from, until)) = weaned(one) else { continue };
        let baclofen_goes_on = oral
            .iter()
            .filter(|other| is_baclofen(&other.medicine.name))
            .any(|baclofen| weaned(baclofen).is_none_or(|(_, ends)| ends > from));
        if !is_baclofen(&one.medicine.name) && baclofen_goes_on {
            found.push(Weaning::NotBaclofenFirst { weaned: one.medicine.name.clone() });
        }
        for other in oral.iter().skip(place + 1) {
            let overlaps = weaned(other).is_some_and(|(begins, ends)| begins < until && from < ends);
            if overlaps {
                let (one, other) = (one.medicine.name.clone(), other.medicine.name.clone());
                found.push(Weaning::TwoAtOnce { one, other });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::patient::{Medicine, WeaningStep};
    use jiff::civil::date;

    fn taken(name: &str, steps: &[(i8, &str)]) -> Taken {
        let weaning = steps
            .iter()
            .map(|(day, dose)| WeaningStep { from: date(2026, 5, *day), dose: (*dose).to_owned() });
        let medicine = Medicine {
            id: name.to_owned(),
            name: name.to_owned(),
            is: MedicineKind::OralAntispastic,
            dose: "as before".to_owned(),
            since: None,
            weaning: weaning.collect(),
            reason: String::new(),
        };
        Taken { medicine, stopped: None }
    }

    /// R-AFT-1: one at a time, baclofen first.
    #[test]
    fn weaning_is_one_at_a_time_and_baclofen_first() {
        let cases: [(&[Taken], usize); 6] = [
            (
                &[
                    taken("Baclofen", &[(1, "half"), (8, "stop")]),
                    taken("Tizanidine", &[(8, "half"), (15, "stop")]),
                ],
                0,
            ),
            (&[taken("Baclofen", &[]), taken("Tizanidine", &[(8, "half"), (15, "stop")])], 1),
            (
                &[
                    taken("Baclofen", &[(1, "half"), (9, "stop")]),
                    taken("Tizanidine", &[(8, "half"), (15, "stop")]),
                ],
                2,
            ),
            (&[taken("Tizanidine", &[(8, "half"), (15, "stop")])], 0),
            (
                &[
                    taken("Tizanidine", &[(1, "half"), (15, "stop")]),
                    taken("Diazepam", &[(2, "half"), (9, "stop")]),
                ],
                1,
            ),
            (&[taken("Baclofen", &[(1, "half"), (8, "stop")]), taken("Tizanidine", &[])], 0),
        ];
        for (medicines, expected) in cases {
            let found = weaning(medicines);
            assert_eq!(found.len(), expected, "{found:?}");
        }
    }
}
