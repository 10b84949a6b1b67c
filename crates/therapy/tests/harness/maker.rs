//! Makes sound courses: how lines are written, and how a therapy begins.

use super::bench::{Bench, DAY, ML, OnDemand, PRODUCTS, PUMPS, Population, PumpKind, SCORES, UG, drug};
use super::dice::{Dice, Spelling, mass, millilitres, strength};
use super::story::{Kind, Line, Story};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use serde_json::{Value, json};

/// Clinics: their zone, and the fixed clock of their pumps.
const ZONES: [(&str, &str, i64); 6] = [
    ("Europe/Berlin", "+01:00", 3_600),
    ("America/New_York", "-05:00", -18_000),
    ("Asia/Kolkata", "+05:30", 19_800),
    ("Europe/Lisbon", "+00:00", 0),
    ("Australia/Sydney", "+10:00", 36_000),
    ("America/St_Johns", "-03:30", -12_600),
];

const SPINAL: [&str; 4] =
    ["spinal-cord-injury", "multiple-sclerosis", "hereditary-spastic-paraplegia", "myelopathy"];
const CEREBRAL: [&str; 5] = ["cerebral-palsy", "stroke", "brain-injury", "hypoxic-brain-damage", "dystonia"];

/// All checks done before a test dose.
pub fn checks() -> Value {
    json!({ "no-relapse": true, "no-urinary-infection": true, "no-pressure-wound": true, "no-acute-illness": true,
            "resuscitation-ready": true })
}

/// A day since 1970 as a date.
pub fn date(day: i64) -> String {
    Date::constant(1970, 1, 1).checked_add(day.days()).unwrap().to_string()
}

pub struct Maker {
    pub dice: Dice,
    pub bench: Bench,
    pub story: Story,
    pub spelling: Spelling,
    /// How fast this pump really runs, per mille.
    pub speed: i64,
    pub small_child: bool,
    pub born_day: i64,
    zone: TimeZone,
}

impl Maker {
    pub fn new(seed: u64, wanted: Option<&dyn Fn(&PumpKind) -> bool>) -> Self {
        let mut dice = Dice::new(seed);
        let (zone, clock_text, clock) = dice.pick(&ZONES);
        let pumps: Vec<&'static PumpKind> =
            PUMPS.iter().filter(|pump| wanted.is_none_or(|wanted| wanted(pump))).collect();
        // The common pumps more often than those of long ago.
        let common: Vec<_> = pumps.iter().copied().filter(|pump| pump.reservoir >= 20 * ML).collect();
        let pump = if common.is_empty() || dice.chance(12) { dice.pick(&pumps) } else { dice.pick(&common) };
        let start_day = dice.between(19_400, 20_500);
        let population = dice.pick(&[Population::Spinal, Population::Cerebral, Population::Paediatric]);
        let age_days = match population {
            Population::Paediatric if pump.prometra => dice.between(12 * 366, 16 * 365),
            Population::Paediatric if dice.chance(80) => dice.between(2 * 366, 4 * 365 - 60),
            Population::Paediatric => dice.between(4 * 366, 15 * 365),
            _ => dice.between(19 * 366, 78 * 365),
        };
        let born_day = start_day - age_days;
        let small_child = age_days < 4 * 365;
        let diagnosis = match population {
            Population::Spinal => dice.pick(&SPINAL),
            Population::Cerebral => dice.pick(&CEREBRAL),
            Population::Paediatric => dice.pick(&["cerebral-palsy", "dystonia", "spinal-cord-injury"]),
        };
        let tubing = if pump.prometra {
            dice.pick(&[60_000, 100_000])
        } else {
            dice.pick(&[140_000, 140_000, 199_000])
        };
        let (catheter_json, catheter) = if pump.prometra || dice.chance(15) {
            let trimmed = dice.between(15, 50);
            (json!({ "model": "prometra-ii", "trimmed": format!("{trimmed} cm") }), (110 - trimmed) * 2_600)
        } else {
            let volume = dice.between(150, 260) * 1_000;
            (json!({ "volume": millilitres(volume) }), volume)
        };
        let alarm = if pump.reservoir == 40 * ML { dice.pick(&[4, 6]) } else { dice.pick(&[2, 3]) } * ML;
        let serial = format!("INVENTED-{seed:06}");
        let zone_data = TimeZone::get(zone).unwrap();
        let spelling = dice.pick(&Spelling::ALL);
        let midnight = Timestamp::from_second(start_day * DAY).unwrap().to_zoned(zone_data.clone());
        let now = midnight.with().hour(9).minute(0).second(0).build().unwrap().timestamp().as_second();
        let mut patient = json!({ "record": format!("HARNESS-{seed}"), "name": format!("Invented {seed}"),
            "invented": true, "born": date(born_day), "diagnosis": diagnosis });
        if small_child && dice.chance(50) {
            patient["small-child"] = json!(true);
        }
        let bench = Bench {
            now,
            clock,
            population,
            pump,
            serial: serial.clone(),
            tubing,
            catheter,
            alarm,
            product: &PRODUCTS[0],
            dose: 0,
            changed_at: now,
            before: None,
            titrated_since: None,
            start: None,
            run: Value::Null,
            total: Value::Null,
            on_demand: None,
            fill: 0,
            filled_at: now,
            spent_days: 0,
            given: 0,
            allowed: 0,
            since: now,
            busy_until: now,
            visit: None,
            single_at: None,
            rises: 0,
            score: 0,
            indicated: None,
            gap_until: None,
        };
        let story = Story {
            name: format!("course {seed}"),
            zone,
            patient,
            pump: json!({ "model": pump.id, "serial": serial, "tubing": millilitres(tubing), "clock": clock_text,
                "alarm-volume": millilitres(alarm) }),
            catheter: catheter_json,
            lines: Vec::new(),
            toml: dice.chance(50),
        };
        let speed = dice.between(960, 1_040);
        Self { dice, bench, story, spelling, speed, small_child, born_day, zone: zone_data }
    }

    // ---- time

    /// To an hour of the clinic's day, `days` later.
    pub fn next_day(&mut self, days: i64) {
        let (hour, minute) = (self.dice.between(8, 14), self.dice.between(0, 59));
        let now = Timestamp::from_second(self.bench.now).unwrap().to_zoned(self.zone.clone());
        let day = now.date().checked_add(days.days()).unwrap();
        let at = day.at(i8::try_from(hour).unwrap(), i8::try_from(minute).unwrap(), 0, 0);
        self.bench.now = at.to_zoned(self.zone.clone()).unwrap().timestamp().as_second();
    }

    pub fn later(&mut self, minutes: i64) {
        self.bench.now += minutes * 60;
    }

    /// What the patient may add from now on.
    pub fn allow(&mut self, bolus: Option<OnDemand>) {
        self.bench.settle();
        self.bench.on_demand = bolus;
    }

    // ---- lines

    pub fn line(&mut self, kind: Kind, by: &'static str, act: Value) -> String {
        let id = format!("line-{}", self.story.lines.len() + 1);
        self.story.lines.push(Line {
            id: id.clone(),
            at: self.bench.now,
            by,
            kind,
            act,
            reason: None,
            second: None,
            dose: 0,
            before: self.bench.clone(),
        });
        id
    }

    pub fn last(&mut self) -> &mut Line {
        self.story.lines.last_mut().unwrap()
    }

    pub fn dose_text(&self, dose: i64) -> String {
        self.spelling.dose(dose)
    }

    pub fn continuous(&self, dose: i64) -> Value {
        json!({ "mode": "continuous", "dose": self.dose_text(dose) })
    }

    /// The program of an order, with as many of the optional fields as people fill in.
    pub fn program(&mut self, run: Value, total: Value) -> Value {
        let mut program =
            json!({ "concentration": strength(self.bench.product.strength), "run": run, "total": total });
        if self.dice.chance(70) {
            program["serial"] = json!(self.bench.serial);
        }
        if self.dice.chance(60) {
            program["tubing"] = json!(millilitres(self.bench.tubing));
        }
        if self.dice.chance(60) {
            let shown = self.bench.left() / 100_000 * 100_000;
            program["reservoir"] = json!(millilitres(shown));
        }
        if self.dice.chance(60) {
            program["alarm-volume"] = json!(millilitres(self.bench.alarm));
        }
        program
    }

    /// An order with a program alone; the visit is brought forward first if the new dose needs it.
    pub fn order(&mut self, kind: Kind, run: Value, total: Value, dose: i64) -> String {
        self.bring_visit_forward(dose);
        let program = self.program(run, total);
        let id = self.line(kind, "physician", json!({ "order": { "program": program } }));
        self.last().dose = dose;
        self.later(5);
        id
    }

    pub fn bring_visit_forward(&mut self, dose: i64) {
        let due = self.bench.refill_by(dose);
        if self.bench.visit.is_some_and(|visit| visit > due - 1) {
            self.book(due - 2);
        }
    }

    pub fn book(&mut self, day: i64) {
        self.line(Kind::Visit, "coordinator", json!({ "visit": { "on": date(day) } }));
        self.bench.visit = Some(day);
        self.later(2);
    }

    /// A visit well before the refill is due.
    pub fn book_refill(&mut self) {
        let today = self.bench.day(self.bench.now);
        let due = self.bench.refill_by(self.bench.dose);
        let share = self.dice.between(60, 97);
        self.book((today + (due - today) * share / 100).max(today + 1));
    }

    pub fn confirm(&mut self, order: &str, mode: &str, total: Value) {
        let method = self.dice.pick(&["telemetry", "read-back"]);
        let concentration = strength(self.bench.product.strength);
        self.line(
            Kind::Confirmation,
            "nurse",
            json!({ "confirmed": { "order": order, "method": method, "concentration": concentration, "mode": mode,
                "total": total, "running": mode != "stopped" } }),
        );
    }

    /// The order runs from now on: boluses of `volume` nL over `over` seconds, then the dose.
    pub fn runs(&mut self, dose: i64, run: Value, total: Value, volume: i64, over: i64) {
        let now = self.bench.now;
        self.bench.settle();
        if dose != self.bench.dose {
            self.bench.before = Some((self.bench.dose, self.bench.changed_at));
            self.bench.changed_at = now;
            self.bench.rises = if dose > self.bench.dose { self.bench.rises + 1 } else { 0 };
        }
        (self.bench.dose, self.bench.run, self.bench.total) = (dose, run, total);
        self.bench.given += volume;
        self.bench.since = now + over;
        self.bench.gap_until = None;
        // The programmer shows the alarm date; not everybody writes it down.
        let alarm = self.bench.reached(self.bench.fill - self.bench.alarm, dose);
        if self.dice.chance(60) && self.last().kind == Kind::Confirmation {
            self.last().act["confirmed"]["alarm-date"] = json!(date(alarm));
        }
        self.later(5);
    }

    /// Orders a dose, without more, and sees it running.
    pub fn set_dose(&mut self, kind: Kind, dose: i64) {
        self.allow(None);
        let run = self.continuous(dose);
        let total = json!(self.dose_text(dose));
        let id = self.order(kind, run.clone(), total.clone(), dose);
        self.confirm(&id, "continuous", total.clone());
        self.runs(dose, run, total, 0, 0);
    }

    /// The program that runs, ordered again as it is.
    pub fn same_again(&mut self) {
        // Patient boluses that nobody writes again are over.
        self.allow(None);
        let (run, total, dose) = (self.bench.run.clone(), self.bench.total.clone(), self.bench.dose);
        let mode = run["mode"].as_str().unwrap().to_owned();
        let id = self.order(Kind::Order, run.clone(), total.clone(), dose);
        let shown = json!(self.dose_text(dose));
        self.confirm(&id, &mode, shown);
        self.runs(dose, run, total, 0, 0);
    }

    pub fn fill_line(&mut self, volume: i64, withdrawn: Option<i64>, left: i64) {
        let mut filled = json!({ "drug": self.bench.product.id, "concentration": strength(self.bench.product.strength),
            "volume": millilitres(volume) });
        if let Some(withdrawn) = withdrawn {
            filled["withdrawn"] = json!(millilitres(withdrawn));
        }
        if left > 0 {
            filled["left"] = json!(millilitres(left));
        }
        if self.dice.chance(30) {
            filled["lot"] = json!("INVENTED-LOT");
        }
        if self.dice.chance(20) {
            filled["alarm-volume"] = json!(millilitres(self.bench.alarm));
        }
        self.line(Kind::Fill, "nurse", json!({ "filled": filled }));
        let now = self.bench.now;
        (self.bench.fill, self.bench.filled_at, self.bench.spent_days) = (volume + left, now, 0);
        (self.bench.given, self.bench.allowed, self.bench.since) = (0, 0, now);
        self.later(5);
    }

    pub fn score(&mut self) {
        let value = SCORES[self.bench.score];
        let scale = "modified-ashworth";
        self.line(Kind::Other, "physiotherapist", json!({ "scored": { "scale": scale, "value": value } }));
        self.later(3);
    }

    // ---- how a therapy begins

    /// Test doses up the ladder until one has an effect.
    pub fn screening(&mut self) {
        let ladder: &[i64] = if self.small_child { &[25, 50, 75, 100] } else { &[50, 75, 100] };
        let steps = self.dice.pick(&[1_usize, 1, 2, 2, 3, 4]).min(ladder.len());
        for (step, dose) in ladder.iter().take(steps).enumerate() {
            let dose = dose * UG;
            let order = json!({ "order": { "screening-dose": { "dose": mass(dose), "checks": checks() } } });
            self.line(Kind::TestOrder, "physician", order);
            self.last().dose = dose;
            self.later(20);
            let responded = step + 1 == steps;
            let hours = self.dice.pick(&[4, 5, 6, 7, 8, 9, 10]);
            let mut screened = json!({ "dose": mass(dose), "responded": responded });
            if responded {
                screened["effect"] = json!(format!("{hours} h"));
                self.bench.start = Some(if hours > 8 { dose } else { 2 * dose });
            }
            self.line(Kind::Test, "physician", json!({ "screened": screened }));
            self.last().dose = dose;
            let wait = self.dice.between(2, 5);
            self.next_day(wait);
        }
    }

    /// Test, implant, first fill, prime and start.
    pub fn new_patient(&mut self) {
        if self.dice.chance(70) {
            self.score();
        }
        self.screening();
        let wait = self.dice.between(7, 60);
        self.next_day(wait);
        let implanted = date(self.bench.day(self.bench.now));
        self.story.pump["implanted"] = json!(implanted);
        self.bench.product = self.dice.pick(&[&PRODUCTS[0], &PRODUCTS[1], &PRODUCTS[2]]);
        let start = self.bench.start.unwrap();
        let pump_primed = self.dice.chance(80);
        let holds = self.dice.pick(&["nothing", "csf"]);
        let mut implant = json!({ "pump-primed": pump_primed, "catheter-holds": holds });
        if pump_primed {
            implant["primed-with"] = json!(strength(self.bench.product.strength));
        }
        self.line(Kind::Implant, "neurosurgeon", json!({ "implanted": implant }));
        self.later(5);
        if self.dice.chance(30) {
            // A pump on the shelf is read, and runs nothing yet.
            let tubing = millilitres(self.bench.tubing);
            let read = json!({ "interrogated": { "serial": self.bench.serial, "running": false, "tubing": tubing } });
            self.line(Kind::Interrogation, "nurse", read);
        }
        self.later(5);
        let volume = self.bench.pump.reservoir - self.dice.pick(&[0, 0, 2 * ML]);
        self.fill_line(volume, None, 0);
        let dose = if self.dice.chance(50) { start } else { start * self.dice.between(50, 99) / 100 };
        let prime = if pump_primed { self.bench.catheter } else { self.bench.dead_volume() };
        self.begin(dose, prime);
        self.book_refill();
    }

    /// A prime and then the dose: the start, or the start anew after work on the catheter.
    pub fn begin(&mut self, dose: i64, prime: i64) {
        let minutes = self.dice.pick(&[20, 30]);
        let volume = if self.dice.chance(50) {
            json!({ "volume": millilitres(prime) })
        } else {
            json!({ "dose": mass(drug(prime, self.bench.product.strength)) })
        };
        let mut run = json!({ "mode": "priming-bolus", "over": format!("{minutes} min"), "then": self.continuous(dose) });
        run.as_object_mut().unwrap().extend(volume.as_object().unwrap().clone());
        let total = json!(self.dose_text(dose));
        let id = self.order(Kind::Start, run, total.clone(), dose);
        self.confirm(&id, "continuous", total.clone());
        let base = self.continuous(dose);
        self.runs(dose, base, total, prime, minutes * 60);
        self.bench.titrated_since = Some(self.bench.now);
        self.bench.rises = 0;
    }

    /// A patient with a pump, from another clinic.
    pub fn found_patient(&mut self) {
        if self.dice.chance(60) {
            let (dose, hours) = self.dice.pick(&[(50, 6), (50, 9), (75, 5), (100, 7)]);
            let at = self.bench.now;
            self.next_day(-400);
            // At that time the child was younger.
            let small = self.bench.day(self.bench.now) - self.born_day < 4 * 366;
            let small = small.then_some(25);
            for earlier in small.into_iter().chain([50, 75]).filter(|earlier| *earlier < dose) {
                let screened = json!({ "dose": mass(earlier * UG), "responded": false });
                self.line(Kind::Other, "physician", json!({ "screened": screened }));
                self.next_day(2);
            }
            let screened =
                json!({ "dose": mass(dose * UG), "responded": true, "effect": format!("{hours} h") });
            self.line(Kind::Test, "physician", json!({ "screened": screened }));
            self.last().dose = dose * UG;
            self.bench.start = Some(if hours > 8 { dose * UG } else { 2 * dose * UG });
            self.bench.now = at;
        }
        if self.dice.chance(80) {
            self.story.pump["implanted"] =
                json!(date(self.bench.day(self.bench.now) - self.dice.between(200, 1_200)));
        }
        self.bench.product =
            self.dice.pick(&[&PRODUCTS[0], &PRODUCTS[2], &PRODUCTS[3], &PRODUCTS[4], &PRODUCTS[5]]);
        let highest = match self.bench.population {
            Population::Paediatric => 300,
            _ if self.dice.chance(6) => 1_150,
            _ => 600,
        };
        let lowest = if self.bench.population == Population::Paediatric { 60 } else { 90 };
        let mut dose = self.dice.between(lowest, highest) * UG;
        // A small pump with a weak drug would have to be refilled every week.
        while self.bench.flow_of(dose) * 40 > self.bench.pump.reservoir {
            dose = dose * 3 / 4 / UG * UG;
        }
        self.bench.dose = dose;
        self.bench.changed_at = self.bench.now - 30 * DAY;
        let days = self.dice.between(2, 12);
        self.bench.spent_days = days;
        let reservoir = (self.bench.pump.reservoir - days * self.bench.flow_of(dose)) / 100_000 * 100_000;
        self.bench.fill = reservoir;
        (self.bench.filled_at, self.bench.since) = (self.bench.now, self.bench.now);
        let run = self.continuous(dose);
        let filled = date(self.bench.day(self.bench.now) - days);
        self.line(
            Kind::Found,
            "nurse",
            json!({ "found": { "drug": self.bench.product.id, "concentration": strength(self.bench.product.strength),
                "reservoir": millilitres(reservoir), "filled": filled, "run": run.clone() } }),
        );
        self.last().dose = dose;
        let total = json!(self.dose_text(dose));
        (self.bench.run, self.bench.total) = (run, total);
        self.later(10);
        if self.dice.chance(60) {
            self.score();
        }
        self.book_refill();
    }
}
