//! Sound courses in which a rule rightly asks, and gets its answer: reason and second person, a lower dose, a check, a
//! corrected session. They raise findings on purpose, and end with nothing open.

use super::bench::{DAY, ML, PRODUCTS, UG};
use super::dice::{mass, millilitres, strength};
use super::maker::{Maker, checks};
use super::story::{Kind, Story, moment};
use serde_json::{Value, json};

/// What is asked and answered: its name, and the rules of which one must be raised and answered.
pub struct Answer {
    pub name: &'static str,
    pub asks: &'static [&'static str],
    /// `None` where the course so far leaves no room for it.
    pub make: fn(&mut Maker) -> Option<()>,
}

pub const ANSWERS: &[Answer] = &[
    Answer { name: "planned short stop", asks: &["STOP-ORDERED"], make: short_stop },
    Answer {
        name: "revision after under-delivery, restart at the starting dose",
        asks: &["STOP-ORDERED", "RESTORED-DELIVERY"],
        make: revision,
    },
    Answer { name: "silence, restart at the starting dose", asks: &["NOT-RUNNING"], make: silence },
    Answer { name: "ten hours without delivery, the dose kept", asks: &["RESTART-LONG"], make: long_gap },
    Answer { name: "residual off, cause found and closed", asks: &["RESIDUAL-STOP"], make: residual_closed },
    Answer {
        name: "residual off, restart at the starting dose",
        asks: &["RESIDUAL-STOP"],
        make: residual_low,
    },
    Answer { name: "rise above the band", asks: &["STEP-HIGH"], make: |maker| step(maker, 150) },
    Answer { name: "fall below the band", asks: &["STEP-LOW"], make: |maker| step(maker, 70) },
    Answer { name: "above 1000 micrograms a day", asks: &["DOSE-OVER-1000"], make: above_soft },
    Answer { name: "another way than a bridge", asks: &["BRIDGE-REQUIRED"], make: alternative },
    Answer { name: "catheter aspirated and primed again", asks: &["PRIME-GAP"], make: dye_study },
    Answer { name: "refused, not entered, and ordered as it should be", asks: &["TENFOLD"], make: refused },
    Answer {
        name: "read back wrong, corrected, read back again",
        asks: &["READ-BACK-DISAGREES"],
        make: corrected,
    },
    Answer { name: "not running, interrogated, confirmed again", asks: &["NOT-RUNNING"], make: not_running },
    Answer { name: "step of the ladder skipped for a reason", asks: &["SCREEN-SKIPPED"], make: skipped },
    Answer { name: "alarm of the reservoir, refilled", asks: &["ALARM-ADVISORY"], make: refill_alarm },
    Answer {
        name: "critical alarm, looked into and closed",
        asks: &["ALARM-CRITICAL"],
        make: critical_alarm,
    },
];

impl Answer {
    /// A sound course with this in its middle.
    pub fn course(&self, seed: u64) -> Option<Story> {
        let mut maker = Maker::new(seed, None);
        if maker.dice.chance(50) {
            maker.new_patient()
        } else {
            maker.found_patient()
        }
        for _ in 0..maker.dice.between(1, 3) {
            maker.visit();
        }
        maker.go_on(4);
        (self.make)(&mut maker)?;
        maker.book_refill();
        // Whatever was asked is answered: the course goes on as any other.
        for _ in 0..2 {
            maker.go_on(5);
            maker.rise();
        }
        Some(maker.story)
    }
}

impl Maker {
    /// So many days later, or refilled first if that is due.
    fn go_on(&mut self, days: i64) {
        if self.bench.slack() < days + 16 {
            self.next_day(1);
            self.refill_visit();
        }
        self.next_day(days);
        while self.bench.now <= self.bench.busy_until {
            self.next_day(1);
        }
    }

    fn because(&mut self, reason: &'static str) {
        let last = self.last();
        (last.reason, last.second) = (Some(reason), Some("second physician"));
    }

    fn continuous_only(&self) -> Option<()> {
        (self.bench.run["mode"] == "continuous" && self.bench.dose > 40 * UG).then_some(())
    }

    /// A dose with reason and second person, seen running.
    fn answered_dose(&mut self, dose: i64, reason: &'static str) {
        self.allow(None);
        let (run, total) = (self.continuous(dose), json!(self.dose_text(dose)));
        let id = self.order(Kind::Order, run.clone(), total.clone(), dose);
        self.because(reason);
        self.confirm(&id, "continuous", total.clone());
        self.runs(dose, run, total, 0, 0);
    }

    fn stop(&mut self) {
        self.allow(None);
        let dose = self.bench.dose;
        let id = self.order(Kind::Stop, json!({ "mode": "stopped" }), json!("0 ug/d"), dose);
        self.because("work on the system today, oral cover is written");
        self.confirm(&id, "stopped", json!("0 ug/d"));
        self.bench.settle();
    }
}

fn short_stop(maker: &mut Maker) -> Option<()> {
    maker.continuous_only()?;
    maker.stop();
    let minutes = maker.dice.between(20, 200);
    maker.later(minutes);
    // Nothing flowed meanwhile.
    maker.bench.since = maker.bench.now;
    let dose = maker.bench.dose;
    maker.set_dose(Kind::Order, dose);
    Some(())
}

/// From the old dose down to the starting dose: what began anew is titrated again.
fn start_of(maker: &Maker) -> Option<i64> {
    maker.bench.start.filter(|start| *start < maker.bench.dose)
}

fn revision(maker: &mut Maker) -> Option<()> {
    let start = start_of(maker)?;
    maker.stop();
    maker.later(90);
    maker.bench.since = maker.bench.now;
    let catheter = maker.dice.between(150, 240) * 1_000;
    let revised = json!({ "under-delivery": true, "pump-primed": true, "catheter-holds": "csf",
        "catheter": { "volume": millilitres(catheter) } });
    maker.line(Kind::Revision, "neurosurgeon", json!({ "revised": revised }));
    maker.bench.catheter = catheter;
    maker.later(20);
    maker.begin(start, catheter);
    Some(())
}

fn begin_anew(maker: &mut Maker) -> Option<()> {
    let start = start_of(maker)?;
    maker.set_dose(Kind::Order, start);
    maker.bench.titrated_since = Some(maker.bench.now);
    maker.bench.rises = 0;
    Some(())
}

fn silence(maker: &mut Maker) -> Option<()> {
    start_of(maker)?;
    maker.line(
        Kind::Gap,
        "physician",
        json!({ "gap": { "cause": "nothing was delivered, nobody knows since when" } }),
    );
    maker.later(60);
    begin_anew(maker)
}

fn long_gap(maker: &mut Maker) -> Option<()> {
    maker.continuous_only()?;
    let (until, hours) = (maker.bench.now - 1_800, maker.dice.between(5, 20));
    let from = until - hours * 3_600;
    let gap = json!({ "from": moment(from, maker.story.zone), "until": moment(until, maker.story.zone), "cause": "rotor stall, by the log" });
    maker.line(Kind::Gap, "nurse", json!({ "gap": gap }));
    maker.bench.given -= maker.bench.flow_of(maker.bench.dose) * hours / 24;
    maker.later(10);
    let dose = maker.bench.dose;
    maker.answered_dose(dose, "restored at the same dose under observation");
    Some(())
}

/// A refill at which nearly everything is still there.
fn mismatched(maker: &mut Maker) -> Option<()> {
    let given = maker.bench.given_by(maker.bench.now);
    if given < 3 * ML || maker.bench.dose == 0 {
        return None;
    }
    let whole = maker.bench.pump.reservoir;
    let found = (maker.bench.fill - ML / 2) / 100_000 * 100_000;
    maker.fill_line(whole, Some(found), 0);
    Some(())
}

fn residual_closed(maker: &mut Maker) -> Option<()> {
    mismatched(maker)?;
    let why = "the last fill was into a second syringe that was not counted; volume known, film and aspiration normal";
    maker.line(Kind::Other, "physician", json!({ "closed": { "rule": "RESIDUAL-STOP", "why": why } }));
    maker.later(30);
    maker.same_again();
    Some(())
}

fn residual_low(maker: &mut Maker) -> Option<()> {
    start_of(maker)?;
    mismatched(maker)?;
    begin_anew(maker)
}

fn step(maker: &mut Maker, percent: i64) -> Option<()> {
    maker.continuous_only()?;
    let dose = maker.bench.dose * percent / 100;
    if dose > 1_000 * UG || maker.bench.refill_by(dose) - maker.bench.day(maker.bench.now) < 12 {
        return None;
    }
    maker.answered_dose(dose, "assessed by the team");
    Some(())
}

fn above_soft(maker: &mut Maker) -> Option<()> {
    let dose = maker.bench.dose;
    let above = 1_000 * UG + 1;
    let room = maker.bench.refill_by(above) - maker.bench.day(maker.bench.now) > 12;
    if dose >= above || dose * 11 / 10 < above && dose * 2 < above || !room {
        return None;
    }
    maker.continuous_only()?;
    maker.answered_dose(above, "system checked, little effect below");
    Some(())
}

fn alternative(maker: &mut Maker) -> Option<()> {
    maker.continuous_only()?;
    let old = maker.bench.product;
    let product = PRODUCTS.iter().find(|product| product.strength > old.strength)?;
    let (dose, whole, withdrawn) = (maker.bench.dose, maker.bench.pump.reservoir, maker.withdrawn());
    maker.allow(None);
    let (run, total) = (maker.continuous(dose), json!(maker.dose_text(dose)));
    let mut program = maker.program(run.clone(), total.clone());
    program["concentration"] = json!(strength(product.strength));
    program["reservoir"] = json!(millilitres(whole));
    program["alternative"] = json!("line flushed in theatre under anaesthesia");
    let refill = json!({ "drug": product.id, "concentration": strength(product.strength), "volume": millilitres(whole) });
    let id =
        maker.line(Kind::Order, "physician", json!({ "order": { "refill": refill, "program": program } }));
    maker.because("theatre tomorrow for another cause");
    maker.later(10);
    maker.bench.settle();
    maker.bench.product = product;
    maker.fill_line(whole, Some(withdrawn), 0);
    maker.confirm(&id, "continuous", total.clone());
    maker.runs(dose, run, total, 0, 0);
    // The old drug leaves at the new flow.
    maker.bench.busy_until = maker.bench.now + maker.bench.bridge_seconds(maker.bench.dead_volume()) + DAY;
    Some(())
}

fn dye_study(maker: &mut Maker) -> Option<()> {
    maker.continuous_only()?;
    let catheter = maker.bench.catheter;
    maker.line(
        Kind::Other,
        "radiologist",
        json!({ "aspirated": { "volume": millilitres(catheter + 100_000) } }),
    );
    maker.later(10);
    let injected =
        json!({ "what": "contrast 1.5 mL", "aspirated-first": true, "catheter-holds": "contrast" });
    maker.line(Kind::Other, "radiologist", json!({ "injected": injected }));
    maker.later(30);
    maker.allow(None);
    let dose = maker.bench.dose;
    let (base, total) = (maker.continuous(dose), json!(maker.dose_text(dose)));
    let run =
        json!({ "mode": "priming-bolus", "volume": millilitres(catheter), "over": "30 min", "then": base });
    let id = maker.order(Kind::Order, run, total.clone(), dose);
    maker.confirm(&id, "continuous", total.clone());
    maker.runs(dose, base, total, catheter, 1_800);
    Some(())
}

fn refused(maker: &mut Maker) -> Option<()> {
    maker.continuous_only()?;
    let dose = maker.bench.dose;
    let (run, total) = (maker.continuous(dose * 10), json!(maker.dose_text(dose * 10)));
    maker.allow(None);
    // The visit stays where it is: nobody books one for a dose that cannot be.
    let program = maker.program(run, total);
    let id = maker.line(Kind::Order, "physician", json!({ "order": { "program": program } }));
    maker.later(5);
    maker.line(Kind::NotEntered, "nurse", json!({ "not-entered": { "order": id } }));
    maker.later(5);
    maker.fall();
    Some(())
}

/// An order of the same dose, whose confirmation is spoilt and then comes again as it should be.
fn read_twice(maker: &mut Maker, between: &[Value], spoil: fn(&mut Value)) -> Option<()> {
    maker.continuous_only()?;
    maker.allow(None);
    let dose = maker.bench.dose;
    let (run, total) = (maker.continuous(dose), json!(maker.dose_text(dose)));
    let id = maker.order(Kind::Order, run.clone(), total.clone(), dose);
    maker.confirm(&id, "continuous", total.clone());
    spoil(&mut maker.last().act["confirmed"]);
    maker.later(5);
    for act in between {
        maker.line(Kind::Interrogation, "nurse", act.clone());
        maker.later(5);
    }
    maker.confirm(&id, "continuous", total.clone());
    maker.runs(dose, run, total, 0, 0);
    Some(())
}

fn corrected(maker: &mut Maker) -> Option<()> {
    read_twice(maker, &[], |read| read["total"] = json!("7 ug/d"))
}

fn not_running(maker: &mut Maker) -> Option<()> {
    let dose = maker.bench.dose;
    // What was seen stopped is not known to have stopped only now.
    if maker.bench.start.is_none_or(|start| dose > start) {
        return None;
    }
    let read = json!({ "interrogated": { "serial": maker.bench.serial, "running": true } });
    read_twice(maker, &[read], |read| read["running"] = json!(false))
}

fn skipped(maker: &mut Maker) -> Option<()> {
    // Before everything else: a patient without a pump record yet.
    let first = maker.story.lines.iter().position(|line| line.kind == Kind::TestOrder)?;
    let series = maker.story.lines.iter().filter(|line| line.kind == Kind::TestOrder).count();
    if series != 1 || maker.small_child {
        return None;
    }
    let dose = 75 * UG;
    let order = &mut maker.story.lines[first];
    order.act = json!({ "order": { "screening-dose": { "dose": mass(dose), "checks": checks() } } });
    (order.reason, order.second) = (Some("weak answer to 50 at another clinic"), Some("second physician"));
    maker.story.lines[first + 1].act["screened"]["dose"] = json!(mass(dose));
    Some(())
}

fn refill_alarm(maker: &mut Maker) -> Option<()> {
    maker.line(
        Kind::Other,
        "family",
        json!({ "alarm": { "kind": "low-reservoir", "sound": "single-tone" } }),
    );
    maker.later(60);
    maker.refill_visit();
    Some(())
}

fn critical_alarm(maker: &mut Maker) -> Option<()> {
    maker.line(Kind::Other, "family", json!({ "alarm": { "sound": "two-tone" } }));
    maker.later(60);
    let read = json!({ "interrogated": { "serial": maker.bench.serial, "running": true } });
    maker.line(Kind::Interrogation, "nurse", read);
    maker.later(5);
    let why = "pump runs, log without a stall; another device in the house sounded";
    maker.line(Kind::Other, "nurse", json!({ "closed": { "rule": "ALARM-CRITICAL", "why": why } }));
    maker.later(5);
    Some(())
}
