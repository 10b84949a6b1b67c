//! A pump's endpoint with a small pump behind it, for tests of the link. The fuzz target uses the same file.
#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

use link::Secret;
use link::endpoint::{Context, Endpoint, EndpointLimits, Event, Paired, Received};
use link::frame::{FRAME_MAX, Kind, encode};
use link::programmer::{Programmer, ProgrammerLimits};
use link::session::Introduction;
use pump::{
    Answer, Ask, Battery, CommittedMarks, EmergencyAsk, Flowing, Order, SignedOrder, StagedMarks, Status,
    Text, What,
};

pub const SERIAL: &str = "VP-000001";
pub const PUMP: Secret = Secret::new([0x11; 32]);
pub const CARD: Secret = Secret::new([0x33; 32]);

/// Bytes that look random and are the same each time.
#[derive(Clone)]
pub struct Random(pub u64);

impl Random {
    pub fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (self.0 >> 56) as u8;
        }
    }
}

pub fn status() -> Status {
    Status {
        serial: Text::new(SERIAL).unwrap(),
        model: Text::new("virtual").unwrap(),
        now: 0,
        clock_offset_seconds: 0,
        boots: 1,
        running: pump::Running::NeverProgrammed,
        committed: None,
        program: None,
        staged: None,
        counter: 0,
        accepted_digest: None,
        hold: None,
        fill: None,
        reservoir_calculated_nanolitres: None,
        stroke_nanolitres: 1_000,
        minimum_rate: Flowing { numerator: 1, denominator: 1 },
        strokes_total: 0,
        strokes_of_order: 0,
        strokes_of_day: 0,
        patient_boluses_of_day: 0,
        battery: Battery::Good,
        indicated_at: None,
        ends_at: None,
        alarms: heapless::Vec::new(),
        epitaph: None,
        log_newest: 0,
        log_kept: 0,
    }
}

/// An order without a program: enough for the link, which does not look into it.
pub fn order(counter: u64) -> (Order, SignedOrder) {
    let order = Order {
        version: 1,
        serial: Text::new(SERIAL).unwrap(),
        counter,
        id: Text::new("order").unwrap(),
        record_digest: [0; 32],
        prescribed_by: Text::new("somebody").unwrap(),
        checked_by: None,
        not_before: 0,
        expires_at: i64::MAX,
        what: What::Resume,
    };
    let bytes = order.to_bytes().unwrap();
    (order, SignedOrder { bytes, signature: [[0; 32]; 2] })
}

/// What a pump does with what reaches it, as far as the link is concerned. Each change is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inner {
    pub status: Status,
    pub commits: Vec<[u8; 32]>,
    pub changes: u32,
    pub emergencies: u32,
    /// From where the log was read, each time.
    pub reads: Vec<u32>,
    /// What is read back as committed.
    pub stored: Option<SignedOrder>,
}

impl Inner {
    pub fn new() -> Self {
        Self {
            status: status(),
            commits: Vec::new(),
            changes: 0,
            emergencies: 0,
            reads: Vec::new(),
            stored: None,
        }
    }

    pub fn ask(&mut self, ask: &Ask) -> Answer {
        match ask {
            Ask::Interrogate => Answer::Status(self.status.clone()),
            Ask::Stage(signed) => {
                let Ok(order) = Order::from_bytes(&signed.bytes) else {
                    return Answer::Refused(pump::Refused::NotAnOrder);
                };
                self.changes += 1;
                if order.counter <= self.status.counter {
                    let last = self.status.counter;
                    return Answer::Refused(pump::Refused::Counter { given: order.counter, last });
                }
                let digest = link::signed::digest(&signed.bytes);
                let marks =
                    StagedMarks { digest, day_totals_nanograms: [0; 7], expires_at: order.counter as i64 };
                self.status.staged = Some(marks.clone());
                Answer::Staged(marks)
            }
            Ask::Commit { digest } => match self.status.staged.take() {
                Some(staged) if staged.digest == *digest => {
                    self.changes += 1;
                    self.commits.push(*digest);
                    self.status.counter = staged.expires_at as u64;
                    self.status.accepted_digest = Some(*digest);
                    let id = Text::new("order").unwrap();
                    let counter = self.status.counter;
                    self.status.committed = Some(CommittedMarks { id, digest: *digest, counter, since: 0 });
                    Answer::Runs { digest: *digest, since: 0 }
                }
                other => {
                    self.status.staged = other;
                    Answer::Refused(pump::Refused::NotStaged)
                }
            },
            Ask::ReadCommitted => Answer::Committed(self.stored.clone()),
            Ask::Unstage | Ask::TestAlarm(_) | Ask::Acknowledge(_) => {
                self.changes += 1;
                Answer::Done
            }
            Ask::ReadLog { from } => {
                self.changes += 1;
                self.reads.push(*from);
                Answer::Log { entries: heapless::Vec::new(), totals: [0; pump::LogKind::COUNT] }
            }
            Ask::Goodbye => Answer::Done,
        }
    }
}

/// An endpoint, its pump, and what was seen.
#[derive(Clone)]
pub struct Pump {
    pub endpoint: Endpoint,
    pub inner: Inner,
    pub paired: Vec<Paired>,
    pub proximity: bool,
    pub pairing_open: bool,
    pub introductions: Vec<Introduction>,
    pub events: Vec<Event>,
    pub random: Random,
}

impl Pump {
    pub fn new(programmers: &[&Secret], limits: EndpointLimits) -> Self {
        let paired = programmers.iter().zip(0..);
        let paired = paired.map(|(own, slot)| Paired { slot, link_key: own.public(), revoked: false });
        Self {
            endpoint: Endpoint::new(limits, 0),
            inner: Inner::new(),
            paired: paired.collect(),
            proximity: false,
            pairing_open: false,
            introductions: Vec::new(),
            events: Vec::new(),
            random: Random(1),
        }
    }

    /// Hears bytes; what it sends.
    pub fn hear(&mut self, mut bytes: &[u8], now_seconds: u64) -> Vec<u8> {
        let mut room = [0; FRAME_MAX];
        let mut sent = Vec::new();
        loop {
            let context = Context {
                now_seconds,
                proximity: self.proximity,
                pairing_open: self.pairing_open,
                paired: &self.paired,
                own: &PUMP,
                card: &CARD,
                serial: SERIAL,
            };
            let mut random = |bytes: &mut [u8]| self.random.fill(bytes);
            let received = self.endpoint.receive(&mut bytes, &context, &mut random, &mut room);
            let Some(Received { event, sent: length }) = received else { return sent };
            sent.extend_from_slice(&room[..length]);
            let length = match &event {
                Event::Ask { ask, .. } => {
                    let answer = self.inner.ask(ask);
                    self.endpoint.answer(&answer, now_seconds, &mut room).unwrap()
                }
                Event::Emergency(ask) => {
                    self.inner.emergencies += 1;
                    let answer = match ask {
                        EmergencyAsk::Read => Answer::Status(self.inner.status.clone()),
                        EmergencyAsk::Hold(_) => Answer::Done,
                    };
                    self.endpoint.answer_emergency(&answer, &mut room).unwrap()
                }
                Event::Paired(introduction) => {
                    let slot = self.paired.len() as u8;
                    let link_key = introduction.link_key;
                    self.paired.push(Paired { slot, link_key, revoked: false });
                    self.introductions.push(introduction.clone());
                    self.endpoint.pairing_done(Some(slot), now_seconds, &mut room).unwrap()
                }
                Event::Offered(_) | Event::PairingOffered | Event::Repeated(_) | Event::Rejected(_) => 0,
            };
            sent.extend_from_slice(&room[..length]);
            self.events.push(event);
        }
    }

    pub fn asks(&self) -> usize {
        self.events.iter().filter(|event| matches!(event, Event::Ask { .. })).count()
    }
}

pub fn programmer(own: Secret) -> Programmer {
    Programmer::new(own, Text::new(SERIAL).unwrap(), ProgrammerLimits::default())
}

/// A programmer with its own randomness and what it has heard.
#[derive(Clone)]
pub struct Desk {
    pub programmer: Programmer,
    pub random: Random,
    pub heard: Vec<link::programmer::Event>,
}

impl Desk {
    pub fn new(own: Secret, seed: u64) -> Self {
        Self { programmer: programmer(own), random: Random(seed), heard: Vec::new() }
    }

    pub fn connect(&mut self, now: u64) -> Vec<u8> {
        let mut room = [0; FRAME_MAX];
        let mut random = |bytes: &mut [u8]| self.random.fill(bytes);
        let sent = self.programmer.connect(PUMP.public(), now, &mut random, &mut room).unwrap();
        room[..sent].to_vec()
    }

    pub fn ask(&mut self, ask: &Ask, now: u64) -> Vec<u8> {
        let mut room = [0; FRAME_MAX];
        let (_, sent) = self.programmer.ask(ask, now, &mut room).unwrap();
        room[..sent].to_vec()
    }

    pub fn tick(&mut self, now: u64) -> Vec<u8> {
        let mut room = [0; FRAME_MAX];
        let mut random = |bytes: &mut [u8]| self.random.fill(bytes);
        let Some(received) = self.programmer.tick(now, &mut random, &mut room) else { return Vec::new() };
        self.heard.push(received.event);
        room[..received.sent].to_vec()
    }

    /// Hears bytes; what it sends.
    pub fn hear(&mut self, mut bytes: &[u8], now: u64) -> Vec<u8> {
        let mut room = [0; FRAME_MAX];
        let mut sent = Vec::new();
        while let Some(received) = self.programmer.receive(&mut bytes, now, &mut room) {
            sent.extend_from_slice(&room[..received.sent]);
            self.heard.push(received.event);
        }
        sent
    }
}

pub fn framed(kind: Kind, payload: &[u8]) -> Vec<u8> {
    let mut room = [0; FRAME_MAX];
    let length = encode(kind, payload, &mut room).unwrap();
    room[..length].to_vec()
}
