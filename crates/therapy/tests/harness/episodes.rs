//! What happens in a sound course: each episode is one visit or a short chain of them, and raises nothing above a note.

use super::bench::{DAY, ML, OnDemand, PRODUCTS, Product, SCORES, UG};
use super::dice::{decimal, mass, millilitres, strength};
use super::maker::{Maker, date};
use super::story::{Kind, Story};
use serde_json::{Value, json};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A day of a flex program: steps as (hour, ng/h), and what they come to.
fn flex_day(steps: &[(i64, i64)]) -> (Value, i64) {
    let mut total = 0;
    let mut written = Vec::new();
    for (index, (hour, rate)) in steps.iter().enumerate() {
        let until = steps.get(index + 1).map_or(24, |(hour, _)| *hour);
        total += (until - hour) * rate;
        written
            .push(json!({ "from": format!("{hour:02}:00"), "dose": format!("{} ug/h", decimal(*rate, 3)) }));
    }
    (json!(written), total)
}

impl Maker {
    /// A sound course of `episodes` visits.
    pub fn sound(mut self, episodes: i64) -> Story {
        if self.dice.chance(55) {
            self.new_patient()
        } else {
            self.found_patient()
        }
        for _ in 0..episodes {
            self.visit();
        }
        self.story
    }

    /// Goes to the next visit; refills if that is due soon.
    pub fn visit(&mut self) {
        let slack = self.bench.slack();
        if slack < 14 {
            let wait = self.dice.between(1, (slack - 1).max(1));
            self.next_day(wait);
            return self.refill_visit();
        }
        let titrating = self.bench.titrated_since.is_some_and(|since| self.bench.now - since < 40 * DAY);
        let most = if titrating { 8 } else { 45 };
        let wait = self.dice.between(2, most.min(slack - 9));
        self.next_day(wait);
        while self.bench.now <= self.bench.busy_until {
            self.next_day(1);
        }
        match self.dice.between(0, 21) {
            0..=4 => self.rise(),
            5 => self.fall(),
            6..=7 => self.refill_visit(),
            8..=9 => self.stronger(),
            10..=11 => self.flex(),
            12 => self.imaging(),
            13 => self.on_demand(),
            14 => self.replacement(),
            15 => self.revision(),
            16 => self.single_bolus(),
            17..=18 => self.mistake_undone(),
            19 => self.not_entered(),
            20 => self.side_effect(),
            _ => self.check_up(),
        }
        if self.bench.visit.is_none_or(|visit| visit <= self.bench.day(self.bench.now)) {
            self.book_refill();
        }
    }

    /// Whether a dose leaves room until the next refill.
    fn lasts(&self, dose: i64) -> bool {
        self.bench.refill_by(dose) - self.bench.day(self.bench.now) > 12
    }

    pub fn rise(&mut self) {
        let most = self.bench.rise_max();
        // Weekends may lie above or below the mean: each weekday has to stay in band.
        let flex = self.bench.run["mode"] == "flex";
        let most = if flex { most - 80 } else { most };
        let part = if self.dice.chance(40) { most } else { self.dice.between(50, most) };
        let dose = self.bench.dose * (1_000 + part) / 1_000;
        let dose = if self.dice.chance(60) { dose / UG * UG } else { dose };
        // Who has no spasticity left needs no more.
        let best = self.bench.score + 1 == SCORES.len();
        if best || dose <= self.bench.dose || dose > 1_000 * UG || !self.lasts(dose) {
            return self.check_up();
        }
        self.set_dose(Kind::Order, dose);
        if self.bench.rises >= 3 && self.dice.chance(70) {
            self.bench.score += 1;
            self.score();
            self.bench.rises = 0;
        }
    }

    pub fn fall(&mut self) {
        let least = if self.bench.run["mode"] == "flex" { 870 } else { 800 };
        let dose = self.bench.dose * self.dice.between(least, 950) / 1_000;
        self.set_dose(Kind::Order, (dose + UG - 1) / UG * UG);
    }

    fn side_effect(&mut self) {
        self.line(Kind::Other, "nurse", json!({ "side-effect": { "what": "drowsy in the morning" } }));
        self.later(10);
        self.fall();
    }

    fn check_up(&mut self) {
        let tubing = millilitres(self.bench.tubing);
        let read =
            json!({ "interrogated": { "serial": self.bench.serial, "running": true, "tubing": tubing } });
        self.line(Kind::Interrogation, "nurse", read);
        self.later(5);
    }

    /// What a syringe draws: near what the pump should hold, within what its speed explains.
    pub fn withdrawn(&mut self) -> i64 {
        let (given, expected) = (self.bench.given_by(self.bench.now), self.bench.left());
        let off = given * (1_000 - self.speed) / 1_000 + self.dice.between(-150_000, 150_000);
        let threshold = if self.bench.fill <= 20 * ML { ML } else { 2 * ML };
        let explained =
            off.abs() <= threshold * 95 / 100 || off.abs() * 1_000 <= given * (self.bench.pump.accuracy - 5);
        let off = if explained { off } else { 0 };
        // Of the boluses that the patient may take, some were taken.
        let taken = self.bench.allowed_by(self.bench.now) * self.dice.between(0, 100) / 100;
        (expected + off - taken).clamp(0, self.bench.fill) / 100_000 * 100_000
    }

    /// A refill: alone, before its order, or in one order with the program.
    pub fn refill_visit(&mut self) {
        let whole = self.bench.pump.reservoir;
        let kind = self.dice.between(0, 2);
        let withdrawn = self.withdrawn();
        let on_demand = self.bench.on_demand;
        match kind {
            0 => {
                self.fill_line(whole, Some(withdrawn), 0);
                self.same_again();
            }
            1 => {
                let refill = json!({ "drug": self.bench.product.id, "concentration": strength(self.bench.product.strength),
                    "volume": millilitres(whole) });
                self.allow(None);
                let (run, total) = (self.bench.run.clone(), self.bench.total.clone());
                let mut program = self.program(run.clone(), total.clone());
                program["reservoir"] = json!(millilitres(whole));
                let id = self.line(
                    Kind::Order,
                    "physician",
                    json!({ "order": { "refill": refill, "program": program } }),
                );
                self.last().dose = self.bench.dose;
                self.last().before.on_demand = on_demand;
                self.later(10);
                self.fill_line(whole, Some(withdrawn), 0);
                let shown = json!(self.dose_text(self.bench.dose));
                let mode = run["mode"].as_str().unwrap().to_owned();
                self.confirm(&id, &mode, shown);
                let dose = self.bench.dose;
                self.runs(dose, run, total, 0, 0);
            }
            _ => {
                // The pump is told its new volume, and goes on as it is.
                let left = if self.dice.chance(30) { 400_000.min(withdrawn) / 100_000 * 100_000 } else { 0 };
                self.fill_line(whole - left, Some(withdrawn - left), left);
                self.check_up();
            }
        }
        self.book_refill();
    }

    /// Another strength, with the bridge that keeps the old dose until the line is clear: V·C1/D1, and V·C2.
    pub fn stronger(&mut self) {
        let old = self.bench.product;
        let others: Vec<&'static Product> =
            PRODUCTS.iter().filter(|product| product.strength != old.strength).collect();
        let product = self.dice.pick(&others);
        let volume = self.bench.dead_volume();
        let over = self.bench.bridge_seconds(volume);
        let dose = self.bench.dose;
        let flow = dose * 1_000 / product.strength;
        if over > 6 * DAY || flow * 40 > self.bench.pump.reservoir || self.bench.run["mode"] != "continuous" {
            return self.fall();
        }
        let withdrawn = self.withdrawn();
        let whole = self.bench.pump.reservoir;
        let refill = json!({ "drug": product.id, "concentration": strength(product.strength), "volume": millilitres(whole) });
        let mut run =
            json!({ "mode": "bridge-bolus", "over": format!("{over} s"), "then": self.continuous(dose) });
        if self.dice.chance(50) {
            run["volume"] = json!(millilitres(volume));
        } else {
            run["dose"] = json!(mass(volume * product.strength / 1_000));
        }
        let total = json!(self.dose_text(dose));
        let before = self.bench.clone();
        self.allow(None);
        let mut program = self.program(run, total.clone());
        program["concentration"] = json!(strength(product.strength));
        program["reservoir"] = json!(millilitres(whole));
        let id = self.line(
            Kind::Bridge,
            "physician",
            json!({ "order": { "refill": refill, "program": program } }),
        );
        self.last().dose = dose;
        self.last().before = before;
        self.later(10);
        // What flowed until now flowed at the old strength.
        self.bench.settle();
        self.bench.product = product;
        self.fill_line(whole, Some(withdrawn), 0);
        self.confirm(&id, "continuous", total.clone());
        let base = self.continuous(dose);
        self.runs(dose, base, total, volume, over);
        self.bench.busy_until = self.bench.now + over + DAY;
        self.book_refill();
    }

    /// The same dose, more of it at some hours; on weekends at other hours, and sometimes another total.
    pub fn flex(&mut self) {
        let dose = self.bench.dose;
        let low = dose * 8 / 10 / 24 / 100 * 100;
        let day = |from: i64, hours: i64, dose: i64| {
            let high = low + (dose - low * 24) / hours / 100 * 100;
            let steps = if from == 0 {
                vec![(0, high), (hours, low)]
            } else {
                vec![(0, low), (from, high), (from + hours, low)]
            };
            flex_day(&steps)
        };
        if low < 500 {
            return self.check_up();
        }
        let (from, hours) = (self.dice.between(0, 12), self.dice.between(1, 5));
        let (weekday, total) = day(from, hours, dose);
        if self.dice.chance(35) {
            let run = json!({ "mode": "flex", "every-day": weekday });
            return self.set_flex(run, json!(self.dose_text(total)), total);
        }
        let part = self.dice.pick(&[1_000, 1_040, 1_060, 950]);
        let part = if dose * part / 1_000 > 1_000 * UG { 950 } else { part };
        let (weekend, weekend_total) = day(from + 3, hours, dose * part / 1_000);
        let (mut week, mut totals) = (json!({}), json!({}));
        for (index, name) in DAYS.into_iter().enumerate() {
            let (steps, total) = if index < 5 { (&weekday, total) } else { (&weekend, weekend_total) };
            week[name] = steps.clone();
            totals[name] = json!(self.dose_text(total));
        }
        self.set_flex(json!({ "mode": "flex", "week": week }), totals, (5 * total + 2 * weekend_total) / 7);
    }

    fn set_flex(&mut self, run: Value, total: Value, dose: i64) {
        if !self.lasts(dose) {
            return self.check_up();
        }
        self.allow(None);
        let id = self.order(Kind::Order, run.clone(), total.clone(), dose);
        let shown = json!(self.dose_text(dose));
        self.confirm(&id, "flex", shown);
        self.runs(dose, run, total, 0, 0);
    }

    /// Imaging; the rotor stands still for less than the short limit; the check of the model.
    fn imaging(&mut self) {
        if !self.bench.pump.synchromed_ii {
            return self.check_up();
        }
        self.line(Kind::Imaging, "radiographer", json!({ "mri": {} }));
        let from = self.bench.now + 300;
        let minutes = self.dice.between(15, 45);
        self.later(minutes + 15);
        if self.dice.chance(70) {
            let until = from + minutes * 60;
            let gap = json!({ "from": super::story::moment(from, self.story.zone),
                "until": super::story::moment(until, self.story.zone), "cause": "motor stall in the magnet, by the log" });
            self.line(Kind::Gap, "nurse", json!({ "gap": gap }));
            self.bench.given -= self.bench.flow_of(self.bench.dose) * minutes / 1_440;
            self.bench.gap_until = Some(until);
        }
        self.later(5);
        self.line(Kind::ImagingCheck, "nurse", json!({ "mri-checked": { "running": true } }));
        self.later(5);
    }

    /// Patient boluses within their envelope.
    fn on_demand(&mut self) {
        let dose = self.bench.dose;
        let (one, per_day) = (dose * self.dice.between(4, 12) / 100 / UG * UG, self.dice.between(1, 4));
        let most = dose + one * per_day;
        let plain = self.bench.run["mode"] == "continuous";
        self.allow(Some(OnDemand { dose: one, per_day }));
        if self.bench.pump.prometra
            || !(UG..=100 * UG).contains(&one)
            || most > 1_000 * UG
            || !plain
            || !self.lasts(dose)
        {
            self.allow(None);
            return self.check_up();
        }
        let (run, total) = (self.bench.run.clone(), self.bench.total.clone());
        let id = self.order(Kind::Order, run.clone(), total.clone(), dose);
        let hours = self.dice.pick(&[3, 4, 6]);
        let program = self.story.lines.last_mut().unwrap().program_mut();
        program.insert(
            "patient-bolus".to_owned(),
            json!({ "dose": mass(one), "over": "10 min", "lockout": format!("{hours} h"), "per-day-max": per_day }),
        );
        self.confirm(&id, "continuous", total.clone());
        self.runs(dose, run, total, 0, 0);
        if self.bench.visit.is_some_and(|visit| visit > self.bench.refill_by(dose)) {
            self.book_refill();
        }
    }

    /// The indicator comes up; some weeks later a new pump of the model takes over, at the same dose.
    fn replacement(&mut self) {
        if !self.bench.pump.synchromed_ii || self.bench.run["mode"] != "continuous" {
            return self.check_up();
        }
        let today = self.bench.day(self.bench.now);
        let indicated = today - self.dice.between(1, 4);
        let read = json!({ "interrogated": { "serial": self.bench.serial, "running": true,
            "elective-replacement": date(indicated), "replace-by": date(indicated + self.dice.between(80, 90)) } });
        self.line(Kind::Interrogation, "nurse", read);
        self.later(5);
        let service = indicated + 85;
        if self.bench.visit.is_some_and(|visit| visit >= service) {
            self.book(service - 20);
        }
        let wait = self.dice.between(3, 25).min(self.bench.slack() - 3);
        self.next_day(wait);
        let serial = format!("{}-B{}", self.bench.serial, self.story.lines.len());
        let primed = strength(self.bench.product.strength);
        let clock = self.story.pump["clock"].clone();
        let new = json!({ "model": self.bench.pump.id, "serial": serial, "tubing": "0.14 mL", "clock": clock,
            "implanted": date(self.bench.day(self.bench.now)), "alarm-volume": millilitres(self.bench.alarm) });
        let revised = json!({ "under-delivery": false, "pump-primed": true, "primed-with": primed,
            "catheter-holds": "drug", "pump": new });
        self.line(Kind::Revision, "neurosurgeon", json!({ "revised": revised }));
        (self.bench.serial, self.bench.tubing) = (serial, 140_000);
        self.later(10);
        let whole = self.bench.pump.reservoir;
        self.fill_line(whole, None, 0);
        self.same_again();
        self.book_refill();
    }

    /// A new catheter, no under-delivery: a lower dose and a prime.
    fn revision(&mut self) {
        let catheter = self.dice.between(150, 240) * 1_000;
        let revised = json!({ "under-delivery": false, "pump-primed": true, "catheter-holds": "csf",
            "catheter": { "volume": millilitres(catheter) } });
        self.line(Kind::Revision, "neurosurgeon", json!({ "revised": revised }));
        self.bench.catheter = catheter;
        self.later(20);
        self.allow(None);
        let least = if self.bench.run["mode"] == "flex" { 870 } else { 820 };
        let dose = self.bench.dose * self.dice.between(least, 950) / 1_000;
        self.begin(dose, catheter);
    }

    /// An extra dose, well apart from any other.
    pub fn single_bolus(&mut self) {
        let now = self.bench.now;
        let micrograms = self.dice.pick(&[20, 25, 30, 50]);
        let plain = self.bench.run["mode"] == "continuous" && micrograms * UG < self.bench.dose;
        if !plain || self.bench.single_at.is_some_and(|at| now - at < DAY) {
            return self.check_up();
        }
        self.allow(None);
        let (dose, minutes) = (self.bench.dose, self.dice.pick(&[10, 20, 30]));
        let base = self.continuous(dose);
        let run = json!({ "mode": "single-bolus", "dose": mass(micrograms * UG), "over": format!("{minutes} min"),
            "then": base.clone() });
        let total = json!(self.dose_text(dose));
        let id = self.order(Kind::Order, run, total.clone(), dose);
        self.confirm(&id, "continuous", total.clone());
        let volume = micrograms * UG * 1_000 / self.bench.product.strength;
        self.bench.single_at = Some(self.bench.now);
        self.runs(dose, base, total, volume, minutes * 60);
    }

    /// A change in band that turns out to be a mistake, and is taken back the next day.
    fn mistake_undone(&mut self) {
        let before = self.bench.dose;
        let up = before * (1_000 + self.bench.rise_max()) / 1_000;
        let up_fits = up <= 1_000 * UG && self.lasts(up);
        let wrong = if up_fits && self.dice.chance(60) { up } else { before * 4 / 5 + UG };
        if self.bench.run["mode"] != "continuous" {
            return self.check_up();
        }
        self.set_dose(Kind::Order, wrong);
        if self.dice.chance(50) {
            let minutes = self.dice.between(20, 300);
            self.later(minutes);
        } else {
            let days = self.dice.between(1, 2);
            self.next_day(days);
        }
        self.set_dose(Kind::Order, before);
    }

    /// An order that nobody entered, and one that was.
    fn not_entered(&mut self) {
        let dose = self.bench.dose * 9 / 10 / UG * UG;
        if self.bench.run["mode"] != "continuous" {
            return self.check_up();
        }
        let run = self.continuous(dose);
        let total = json!(self.dose_text(dose));
        let id = self.order(Kind::Order, run, total, dose);
        self.line(Kind::NotEntered, "nurse", json!({ "not-entered": { "order": id } }));
        self.later(5);
        self.fall();
    }
}
