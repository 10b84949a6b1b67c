//! Facts in words, as rows of a paper.

use super::{Said, Say, known};
use crate::papers::facts::{Catheter, Facts, FlexStep, How, LastRefill, Seen, Stock};
use documents::{Listed, Part};
use practice::path::appointment::Kind;
use practice::patient::Allergies;
use pump::PatientBolus;
use twin::{RBig, of, volume_times};
use words::Worded;

/// A row of facts: name and value.
pub(crate) type Fact = (Worded, Option<Worded>);

impl Say<'_> {
    /// What a catheter holds; marked where it rests on a number that nobody has verified.
    pub(crate) fn catheter_volume(&self, catheter: &Catheter) -> Said {
        let volume = self.volume(&catheter.volume, 3);
        if catheter.unverified {
            self.with("paper-catheter-volume-unverified", &[("volume", volume)])
        } else {
            volume
        }
    }

    /// A row of facts.
    pub(crate) fn fact(&self, key: &str, value: Option<Said>) -> Fact {
        (self.key(key).into(), known(value))
    }

    /// Date of birth with the age.
    pub(crate) fn born(&self, facts: &Facts) -> Said {
        let age = facts.age.max(0).to_string();
        self.counted("paper-born-with-age", ("n", &age), &[("date", self.date(facts.born))])
    }

    /// Model and serial number.
    pub(crate) fn pump(&self, facts: &Facts) -> Option<Said> {
        let pump = facts.pump.as_ref()?;
        let parts = [("pump", Said::from(&pump.name)), ("serial", Said::from(&pump.serial))];
        Some(self.with("paper-pump-with-serial", &parts))
    }

    /// The strength: what the pump was told, and what is on the vial where that differs.
    pub(crate) fn strengths(&self, facts: &Facts) -> Option<Said> {
        let told = facts.program.as_ref().map(|seen| seen.told);
        match (told, facts.vial) {
            (Some(told), Some(vial)) if told != vial => Some(self.with(
                "paper-strength-both",
                &[("told", self.strength(told)), ("vial", self.strength(vial))],
            )),
            (Some(told), _) => Some(self.strength(told)),
            (None, Some(vial)) => Some(self.with("paper-strength-vial", &[("vial", self.strength(vial))])),
            (None, None) => None,
        }
    }

    /// The mode, and whether the patient can add boluses.
    pub(crate) fn mode_of(&self, seen: &Seen) -> Said {
        let mode = self.mode(seen.mode);
        match seen.patient_bolus {
            Some(_) => self.with("paper-mode-with-patient-bolus", &[("mode", mode)]),
            None => mode,
        }
    }

    /// Since when a program runs, and by whose word.
    pub(crate) fn since_of(&self, seen: &Seen) -> Option<Said> {
        let at = self.moment(seen.since?);
        let (Some(how), by) = (seen.how, &seen.by) else { return Some(at) };
        let key = match how {
            How::ReadBack => "paper-since-read-back",
            How::Telemetry => "paper-since-telemetry",
            How::Found => "paper-since-found",
            How::Surgery => "paper-since-surgery",
        };
        Some(match by {
            Some(by) => self.with(&format!("{key}-by"), &[("at", at), ("by", by.into())]),
            None => self.with(key, &[("at", at)]),
        })
    }

    /// What the patient may add.
    pub(crate) fn patient_bolus(&self, bolus: &PatientBolus, told: quantity::Concentration) -> Said {
        let mass = volume_times(&of(bolus.volume), &of(told.quotient()));
        let parts = [
            ("dose", self.mass(&mass)),
            ("over", self.lasting(bolus.over)),
            ("lockout", self.lasting(bolus.lockout)),
        ];
        self.counted("paper-patient-bolus-says", ("count", &bolus.per_day_max.to_string()), &parts)
    }

    /// The last refill.
    pub(crate) fn last_refill(&self, facts: &Facts) -> Option<Said> {
        let volume = |volume| self.volume(volume, 3);
        Some(match facts.last_refill.as_ref()? {
            LastRefill::Here(on, filled) => {
                self.with("paper-last-refill-filled", &[("date", self.date(*on)), ("volume", volume(filled))])
            }
            LastRefill::Elsewhere(Some(on), left, read) => self.with(
                "paper-last-refill-elsewhere",
                &[("date", self.date(*on)), ("volume", volume(left)), ("read", self.date(*read))],
            ),
            LastRefill::Elsewhere(None, left, read) => self.with(
                "paper-last-refill-elsewhere-undated",
                &[("volume", volume(left)), ("read", self.date(*read))],
            ),
        })
    }

    /// The day on which it runs empty, and the earliest one.
    pub(crate) fn empty(&self, facts: &Facts) -> Option<Said> {
        let empty = self.date(facts.empty_on?);
        Some(match facts.early_empty_on {
            Some(early) => {
                self.with("paper-empty-and-earliest", &[("date", empty), ("earliest", self.date(early))])
            }
            None => empty,
        })
    }

    /// What is kept at home.
    pub(crate) fn stock(&self, stock: &Stock) -> Said {
        let what = Said::from(&stock.what);
        match stock.until {
            Some(until) => {
                let key = if stock.is_over { "paper-stock-out-of-date" } else { "paper-stock-keeps" };
                self.with(key, &[("what", what), ("date", self.date(until))])
            }
            None => what,
        }
    }

    /// What is taken beside the pump; what is kept at home belongs to it. Nothing if nobody has asked.
    pub(crate) fn medicines(&self, facts: &Facts) -> Option<Vec<Said>> {
        let mut items: Vec<Said> = (facts.medicines.iter())
            .map(|taken| {
                let what = Said::from(&taken.what);
                match taken.depressant {
                    true => self.with("paper-medicine-depressant", &[("medicine", what)]),
                    false => what,
                }
            })
            .collect();
        let stock = facts.stock.as_ref().map(|stock| self.stock(stock));
        items.extend(stock.map(|stock| self.with("paper-medicine-kept", &[("stock", stock)])));
        (!items.is_empty() || facts.medicines_asked).then_some(items)
    }

    /// A list as the emergency sheet takes it.
    pub(crate) fn listed(items: Option<Vec<Said>>) -> Listed {
        match items {
            None => Listed::NotKnown,
            Some(items) if items.is_empty() => Listed::NoneKnown,
            Some(items) => Listed::Items(items.into_iter().map(|said| said.text).collect()),
        }
    }

    /// Allergies; nothing if nobody has asked.
    pub(crate) fn allergies(facts: &Facts) -> Option<Vec<Said>> {
        match &facts.allergies {
            Allergies::NotKnown => None,
            Allergies::NoneKnown => Some(Vec::new()),
            Allergies::Known(known) => {
                let said = known.iter().map(|it| format!("{}: {}", it.substance, it.reaction));
                Some(said.map(Said::from).collect())
            }
        }
    }

    /// A list in one row.
    pub(crate) fn in_a_row(&self, items: Option<Vec<Said>>) -> Said {
        match items {
            None => self.key("paper-not-asked"),
            Some(items) if items.is_empty() => self.key("common-none-known"),
            Some(items) => Said::join(items, "; "),
        }
    }

    /// The steps of a program, as a table.
    pub(crate) fn steps(&self, steps: &[FlexStep]) -> Part {
        let columns = ["paper-step-days", "paper-step-time", "paper-step-rate", "paper-step-amount"];
        let row = |step: &FlexStep| {
            let cells = [
                self.days(&step.days),
                self.times(step.from, step.until),
                self.hourly(&step.rate),
                self.mass(&step.amount),
            ];
            cells.into_iter().map(Worded::from).collect()
        };
        let mut rows: Vec<Vec<Worded>> = Vec::new();
        for (place, step) in steps.iter().enumerate() {
            rows.push(row(step));
            if steps.get(place + 1).is_none_or(|next| next.days != step.days) {
                let of_days = steps.iter().filter(|other| other.days == step.days);
                let total = of_days.fold(RBig::ZERO, |sum, step| sum + &step.amount);
                let cells =
                    [self.days(&step.days), self.key("paper-day-total"), Said::default(), self.mass(&total)];
                rows.push(cells.into_iter().map(Worded::from).collect());
            }
        }
        Part::Table { columns: columns.iter().map(|key| self.key(key).into()).collect(), rows }
    }

    /// A kind of appointment.
    pub(crate) fn appointment(&self, kind: Kind) -> Said {
        let word = Kind::WORDS.iter().find(|(_, known, _)| *known == kind).map_or("", |(word, ..)| word);
        self.key(&format!("paper-appointment-{word}"))
    }

    /// Who it is about: the rows that stand on every paper.
    pub(crate) fn who(&self, facts: &Facts) -> Vec<Fact> {
        vec![
            self.fact("paper-patient", Some(facts.name().into())),
            self.fact("paper-born", Some(self.born(facts))),
            self.fact("paper-record-number", Some(Said::from(&facts.record))),
        ]
    }

    /// What runs, in rows.
    pub(crate) fn program_facts(&self, facts: &Facts) -> Vec<Fact> {
        let seen = facts.program.as_ref();
        vec![
            self.fact("paper-drug", facts.drug.as_ref().map(Said::from)),
            self.fact("paper-strength", self.strengths(facts)),
            self.fact("paper-dose-confirmed", seen.map(|seen| self.dose(&seen.dose))),
            self.fact("paper-mode", seen.map(|seen| self.mode_of(seen))),
            self.fact("paper-since", seen.and_then(|seen| self.since_of(seen))),
        ]
    }

    /// The dates that follow, in rows.
    pub(crate) fn date_facts(&self, facts: &Facts) -> Vec<Fact> {
        vec![
            self.fact("paper-last-refill", self.last_refill(facts)),
            self.fact("paper-refill-by", facts.refill_by.map(|by| self.date(by))),
            self.fact("paper-alarm-on", facts.alarm_on.map(|on| self.date(on))),
            self.fact("paper-empty-about", self.empty(facts)),
        ]
    }
}
