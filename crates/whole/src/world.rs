//! A pump in its patient, the clinic around it, and the time that passes.

use crate::air::{Air, AirCounts, Radio};
use crate::books::Books;
use crate::house::House;
use crate::watch::{Sent, Watch};
use ::pump::{Provision, PumpTime};
use implant::{Made, Secrets};
use programmer::{Identity, PumpCard};
use rand::rngs::ChaCha8Rng;
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::rc::Rc;
use virtual_pump::VirtualPump;
use virtual_pump::profile::{Options, from_catalogue};

/// 2 March 2026, 09:00 UTC.
const START: i64 = 1_772_442_000;
pub(crate) const DAY: i64 = 86_400;
pub(crate) const HOUR: i64 = 3_600;
/// Offset of the pumps' clocks, s.
pub(crate) const OFFSET: i32 = 3_600;
/// Time passes in such pieces, and after each of them is looked.
pub(crate) const SLICE: u64 = 4 * 3_600;
/// Steps that a failure tells.
const TRAIL: usize = 80;

pub(crate) const MODEL: &str = "synchromed-ii-8637-40";
pub(crate) const DRUG: &str = "lioresal-2000-20";
pub(crate) const STRENGTH: &str = "2000 ug/mL";

/// What happened in a run, or in several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Days simulated.
    pub days: u64,
    /// By name: acts, faults and what came of them.
    pub by_name: BTreeMap<String, u64>,
    /// Events in the record, all verified.
    pub events: u64,
    /// What the air did.
    pub air: AirCounts,
}

impl Counts {
    /// One more of a name.
    pub(crate) fn one(&mut self, name: impl Into<String>) {
        self.more(name, 1);
    }

    pub(crate) fn more(&mut self, name: impl Into<String>, by: u64) {
        *self.by_name.entry(name.into()).or_default() += by;
    }

    /// Adds another run's.
    pub fn add(&mut self, other: &Self) {
        self.days += other.days;
        self.events += other.events;
        for (name, count) in &other.by_name {
            self.more(name.clone(), *count);
        }
        let (own, its) = (&mut self.air, &other.air);
        own.messages += its.messages;
        own.lost += its.lost;
        own.twice += its.twice;
        own.late += its.late;
        own.cut += its.cut;
        own.garbled += its.garbled;
        own.resets += its.resets;
        own.power_cuts += its.power_cuts;
        own.deaths += its.deaths;
    }

    /// How often something happened.
    #[must_use]
    pub fn of(&self, name: &str) -> u64 {
        self.by_name.get(name).copied().unwrap_or(0)
    }
}

/// Something that was looked at does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Of the run.
    pub seed: u64,
    /// The step in it.
    pub step: u64,
    /// Days since its beginning.
    pub day: i64,
    /// What does not hold.
    pub what: String,
    /// The steps before.
    pub trail: Vec<String>,
}

impl Failure {
    pub(crate) const fn before(seed: u64, what: String) -> Self {
        Self { seed, step: 0, day: 0, what, trail: Vec::new() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(into, "seed {}, step {}, day {}: {}", self.seed, self.step, self.day, self.what)?;
        for line in &self.trail {
            writeln!(into, "  {line}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}

/// What does not hold, in words.
pub(crate) type Held<T = ()> = Result<T, String>;

pub(crate) struct World {
    pub air: Rc<RefCell<Air>>,
    pub house: House,
    pub dice: ChaCha8Rng,
    pub identity: Rc<Identity>,
    pub card: PumpCard,
    pub pump_number: u32,
    pub counts: Counts,
    pub watch: Watch,
    pub books: Books,
    /// By the digest of their bytes.
    pub sent: BTreeMap<[u8; 32], Sent>,
    pub paired: bool,
    /// The newest log entry that was read.
    pub log_read: u32,
    /// Seconds by which the pump's clock is wrong.
    pub skew: i64,
    pub field_until: Option<i64>,
    pub comes_at: Option<i64>,
    pub filled_at: i64,
    /// When the pump must have been replaced.
    pub replace_by: Option<i64>,
    /// Highest flow that may have run last, nL per day.
    pub flow_before: u128,
    pub trail: VecDeque<String>,
    step: u64,
}

/// A pump as it is made, and its card.
fn made(number: u32, dice: &mut ChaCha8Rng) -> Held<(Made, PumpCard)> {
    let serial = format!("INVENTED-{number}");
    let catalogue = catalogue::Catalogue::embedded().map_err(|error| error.to_string())?;
    let model = catalogue.pump(MODEL).ok_or("the catalogue has no such pump")?;
    // Strokes and the bound of a day are this simulation's own: coarse strokes are quicker, a low bound is met.
    let stroke_nanolitres = [1_000_u64, 2_500, 5_000].get(dice.random_range(0..3_usize)).copied();
    let options = Options { serial: serial.clone(), stroke_nanolitres, clock_offset_seconds: OFFSET };
    let provision = from_catalogue(model, &options).map_err(|error| error.to_string())?.provision;
    let mut bounds = provision.bounds;
    bounds.volume_per_day_max_nanolitres = dice.random_range(600_000..2_000_000);
    let provision = Provision { bounds, ..provision };
    let mut secrets = Secrets { link: [0; 32], card: [0; 32] };
    dice.fill_bytes(&mut secrets.link);
    dice.fill_bytes(&mut secrets.card);
    let card = PumpCard { serial, pump_key: secrets.public(), pairing_secret: secrets.card };
    Ok((Made { provision, secrets }, card))
}

fn new_pump(number: u32, now: i64, dice: &mut ChaCha8Rng) -> Held<(VirtualPump, PumpCard)> {
    let (made, card) = made(number, dice)?;
    let clock = PumpTime(now + i64::from(OFFSET));
    let pump = VirtualPump::new(&made, clock, dice.next_u64()).map_err(|error| error.to_string())?;
    Ok((pump, card))
}

impl World {
    pub(crate) fn new(seed: u64, years: u32) -> Held<Self> {
        let mut dice = ChaCha8Rng::seed_from_u64(seed.wrapping_mul(1_000_003).wrapping_add(u64::from(years)));
        let house = House::open(seed)?;
        let (pump, card) = new_pump(1, START, &mut dice)?;
        let mut key = [0; 32];
        dice.fill_bytes(&mut key);
        let air = Air::new(pump, START, ChaCha8Rng::seed_from_u64(dice.next_u64()));
        Ok(Self {
            air: Rc::new(RefCell::new(air)),
            house,
            dice,
            identity: Rc::new(Identity::of_seed(&key)),
            card,
            pump_number: 1,
            counts: Counts::default(),
            watch: Watch::default(),
            books: Books::default(),
            sent: BTreeMap::new(),
            paired: false,
            log_read: 0,
            skew: 0,
            field_until: None,
            comes_at: None,
            filled_at: START,
            replace_by: None,
            flow_before: 0,
            trail: VecDeque::new(),
            step: 0,
        })
    }

    pub(crate) fn now(&self) -> i64 {
        self.air.borrow().now()
    }

    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.dice.random_range(0..100_u32) < percent
    }

    /// A step, remembered for whoever reads of a failure.
    pub(crate) fn note(&mut self, what: impl Into<String>) {
        self.step += 1;
        let now = self.now();
        let day = (now - START) / DAY;
        let what = format!("{:>6} day {day} {:05} {}", self.step, now.rem_euclid(DAY), what.into());
        self.remember(what);
    }

    pub(crate) fn remember(&mut self, what: String) {
        if self.trail.len() >= TRAIL {
            self.trail.pop_front();
        }
        self.trail.push_back(what);
    }

    pub(crate) fn radio(&self) -> Radio {
        Radio(Rc::clone(&self.air))
    }

    /// Lets time pass, and looks.
    pub(crate) fn pass(&mut self, seconds: u64) -> Held {
        let mut left = seconds;
        while left > 0 {
            let slice = left.min(SLICE);
            self.air.borrow_mut().pump.run_for(slice);
            left -= slice;
            self.look()?;
        }
        Ok(())
    }

    pub(crate) fn look(&mut self) -> Held {
        self.watch.look(&mut self.air.borrow_mut(), &self.sent)
    }

    /// The pump of the record, as a line has it.
    pub(crate) fn system(&self) -> Value {
        json!({ "model": MODEL, "serial": self.card.serial, "tubing": "0.14 mL", "clock": "+01:00", "alarm-volume": "6 mL" })
    }

    /// Another pump is put in.
    pub(crate) fn other_pump(&mut self) -> Held {
        let now = self.now();
        self.pump_number += 1;
        let (pump, card) = new_pump(self.pump_number, now, &mut self.dice)?;
        {
            let mut air = self.air.borrow_mut();
            air.pump = pump;
            air.made_at = now;
        }
        self.keep_watch_counts();
        self.card = card;
        (self.paired, self.log_read, self.skew, self.field_until) = (false, 0, 0, None);
        (self.replace_by, self.comes_at) = (None, None);
        self.books = Books::default();
        Ok(())
    }

    fn keep_watch_counts(&mut self) {
        let watch = std::mem::take(&mut self.watch);
        self.counts.more("resets", watch.resets);
        self.counts.more("starts in the safe state", watch.safe_states);
    }

    pub(crate) fn live_through(&mut self, years: u32) -> Held {
        let end = START + i64::from(years) * 365 * DAY;
        self.begin()?;
        while self.now() < end {
            let days = self.dice.random_range(1..=60_i64);
            let until = (self.now() + days * DAY).min(end);
            self.wait_until(until)?;
            self.act()?;
        }
        let now = self.now();
        self.counts.events = self.house.verify(now)?.events;
        Ok(())
    }

    pub(crate) fn counted(&mut self) -> Counts {
        self.keep_watch_counts();
        self.counts.days = u64::try_from((self.now() - START) / DAY).unwrap_or(0);
        self.counts.air = self.air.borrow().counts;
        self.counts.more("forms", self.house.forms);
        self.counts.more("forms refused", self.house.refused);
        self.counts.clone()
    }

    pub(crate) fn failed(&self, seed: u64, what: String) -> Failure {
        let truth = self.air.borrow().pump.truth_line();
        let what = format!("{what}\n  pump: {truth}");
        let day = (self.now() - START) / DAY;
        Failure { seed, step: self.step, day, what, trail: self.trail.iter().cloned().collect() }
    }
}
