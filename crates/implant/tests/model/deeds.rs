//! What can happen, and what it does. Every decision is the product's own function: the desk, the numbers, the seats, the turns
//! and the life of an order.

use super::rooms::*;
use controller::desk::{Candidate, Commit, DeskMarks, Mark, judge};
use link::endpoint::rules::{Turn, turn};
use link::programmer::life::{Effect, OrderEvent, OrderLife, OrderMarks};
use link::session::{TransportError, rises};
use pump::{
    Answer, Battery, CommittedMarks, Flowing, Hold, HoldKind, Refused, Running, StagedMarks, Status, Text,
};

/// How long the pump keeps what is staged, in the model's time: it is 0 until it is late.
const KEEP: u32 = 1;
const LATE: i64 = 2;

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// A frame arrives, for the first time or again.
    Arrives(Frame),
    /// A commit arrives; it is written, and the power fails before the answer.
    ArrivesAndPowerFails(Frame),
    /// A commit arrives, and its write does not read back.
    ArrivesAndWriteFails(Frame),
    Connects(usize),
    Asks(usize),
    AsksAgain(usize),
    GivesUp(usize),
    ProgrammerRestarts(usize),
    PumpRestarts,
    TimePasses,
    EmergencyHold(HoldKind),
    /// A recorded first message arrives again ([`Setting::handshake_whole`]).
    OldHello,
    /// What the pump tells everybody ([`Broken::InTheClear`]).
    HearsInTheClear(usize),
}

/// How a commit's write goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Write {
    Good,
    PowerFails,
    Fails,
}

impl Setting {
    fn broken(&self, one: Broken) -> bool {
        match (self.broken, one) {
            (Broken::NumberAndTurn, Broken::Number | Broken::Turn)
            | (Broken::Link | Broken::LinkAndCounter, Broken::OldSession | Broken::Number | Broken::Turn)
            | (Broken::LinkAndCounter, Broken::Counter) => true,
            (own, one) => own == one,
        }
    }

    fn order(&self, name: Name) -> &Order {
        &self.orders[usize::from(name)]
    }

    fn marks(&self, name: Name) -> OrderMarks {
        let order = self.order(name);
        let effect = match order.does {
            Does::Program => Effect::Program,
            Does::Hold(kind) => Effect::Hold(kind),
            Does::Resume => Effect::Resume,
        };
        OrderMarks { digest: [name; 32], counter: order.counter, day_totals_nanograms: [1; 7], effect }
    }

    /// As the product says it.
    fn answer(&self, said: Said) -> Answer {
        match said {
            Said::Status(shown) => Answer::Status(self.status(shown)),
            Said::Staged(name) => Answer::Staged(StagedMarks {
                digest: [name; 32],
                day_totals_nanograms: if self.order(name).misread { [2; 7] } else { [1; 7] },
                expires_at: 0,
            }),
            Said::Runs(name) => Answer::Runs { digest: [name; 32], since: 0 },
            Said::Refused => Answer::Refused(Refused::NotStaged),
        }
    }

    fn status(&self, shown: Shown) -> Status {
        let hold = shown.hold.map(|(stop, emergency)| {
            let kind = if stop { HoldKind::Stop } else { HoldKind::MinimumRate };
            Hold { kind, since: 0, remind_at: 9, emergency }
        });
        Status {
            serial: Text::default(),
            model: Text::default(),
            now: 0,
            clock_offset_seconds: 0,
            boots: 1,
            running: match (shown.program, shown.hold) {
                (None, None) => Running::NeverProgrammed,
                (_, Some((true, _))) => Running::HeldStopped,
                (_, Some((false, _))) => Running::HeldAtMinimum,
                (Some(_), None) => Running::Program,
            },
            committed: shown.program.map(|name| CommittedMarks {
                id: Text::default(),
                digest: [name; 32],
                counter: self.order(name).counter,
                since: 0,
            }),
            program: None,
            staged: None,
            counter: shown.accepted,
            accepted_digest: shown.named.map(|name| [name; 32]),
            hold,
            fill: None,
            reservoir_calculated_nanolitres: None,
            stroke_nanolitres: 1,
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
}

impl Pump {
    fn shown(&self) -> Shown {
        // As the controller names it: the order with the highest accepted counter.
        let named = self.desk.committed.filter(|mark| mark.counter == self.desk.accepted);
        Shown {
            accepted: self.desk.accepted,
            named: named.map(|mark| mark.digest),
            program: self.program,
            hold: self.hold,
        }
    }

    const fn now(&self) -> i64 {
        if self.late { LATE } else { 0 }
    }

    fn restart(&mut self) {
        self.desk = self.desk.unstage();
        self.late = false;
        self.seats.close();
        self.last = None;
    }
}

impl World {
    pub fn new(setting: &Setting) -> Self {
        let programmer =
            Programmer { line: Line::Off, request: 0, waiting: None, looked: false, unfiled: None };
        Self {
            pump: Pump {
                desk: DeskMarks::new(),
                program: None,
                hold: None,
                late: false,
                seats: link::endpoint::rules::Seats::new(),
                last: None,
                landed: None,
            },
            programmers: [programmer.clone(), programmer],
            lives: vec![OrderLife::Planned; setting.orders.len()],
            air: Vec::new(),
            hellos: 0,
            sessions: 0,
            budget: setting.budget,
            history: Vec::new(),
            disturbed: false,
            guessed: false,
        }
    }

    pub fn send(&mut self, frame: Frame) {
        if let Err(place) = self.air.binary_search(&frame) {
            self.air.insert(place, frame);
        }
    }

    /// The order that a programmer is busy with: one that is unknown blocks the next.
    pub fn busy_with(&self, setting: &Setting, who: usize) -> Option<Name> {
        let mut names = (0..).zip(&self.lives).zip(&setting.orders);
        names.find(|((_, life), order)| order.of == who && !life.is_over()).map(|((name, _), _)| name)
    }

    fn happens(&mut self, name: Name, event: OrderEvent) {
        let life = &mut self.lives[usize::from(name)];
        // What cannot happen leaves it as it is.
        if let Ok(after) = life.after(event) {
            *life = after;
        }
    }

    /// Does it; `None` if it cannot happen or changes nothing.
    pub fn after(&self, setting: &Setting, deed: Deed) -> Option<Self> {
        let mut next = self.clone();
        next.does(setting, deed)?;
        next.forgets(setting);
        if next == *self {
            return None;
        }
        let commits = next.history.len() > self.history.len();
        let changed = (next.pump.program, next.pump.hold) != (self.pump.program, self.pump.hold);
        next.disturbed |= changed && !commits && !matches!(deed, Deed::EmergencyHold(_));
        for (before, after) in self.lives.iter().zip(&next.lives) {
            let read_back = matches!(deed, Deed::Arrives(Frame::Answered { said: Said::Status(_), .. }));
            next.guessed |= *before == OrderLife::Unknown && after != before && !read_back;
        }
        Some(next)
    }

    /// Frames whose keys nobody has any more can never be opened again: without them there are fewer worlds to look at.
    fn forgets(&mut self, setting: &Setting) {
        let pumps =
            [self.pump.seats.current(), self.pump.seats.offered()].map(|side| side.map(|one| one.session));
        let lines = [0, 1].map(|who| match self.programmers[who].line {
            Line::Open(side) => Some(side.session),
            Line::Off | Line::Greeting { .. } => None,
        });
        let greets = |hello| self.programmers.iter().any(|one| one.line == Line::Greeting { hello });
        self.air.retain(|frame| match frame {
            Frame::Hello { .. } => true,
            Frame::Reply { hello, .. } => greets(*hello),
            Frame::Asked { session, .. } => {
                setting.broken(Broken::OldSession) || pumps.contains(&Some(*session))
            }
            Frame::Answered { session, .. } => lines.contains(&Some(*session)),
        });
    }

    fn does(&mut self, setting: &Setting, deed: Deed) -> Option<()> {
        match deed {
            Deed::Arrives(frame) => self.arrives(setting, frame, Write::Good)?,
            Deed::ArrivesAndPowerFails(frame) => {
                self.budget.memory_faults = self.budget.memory_faults.checked_sub(1)?;
                self.arrives(setting, frame, Write::PowerFails)?;
                self.pump.restart();
            }
            Deed::ArrivesAndWriteFails(frame) => {
                self.budget.memory_faults = self.budget.memory_faults.checked_sub(1)?;
                self.arrives(setting, frame, Write::Fails)?;
            }
            Deed::Connects(who) => {
                let connects = &mut self.budget.connects[who];
                *connects = connects.checked_sub(1)?;
                self.gives_up(setting, who);
                self.programmers[who].unfiled = None;
                self.programmers[who].looked = false;
                if setting.handshake_whole {
                    let session = SESSIONS_EACH * (u8::try_from(who).ok()? + 1) - self.budget.connects[who];
                    self.offers(setting, session);
                    self.programmers[who].line = Line::Open(Side::new(session));
                    self.programmers[who].request = 0;
                    return Some(());
                }
                self.hellos += 1;
                let hello = self.hellos;
                self.programmers[who].line = Line::Greeting { hello };
                self.send(Frame::Hello { of: u8::try_from(who).ok()?, hello });
            }
            Deed::Asks(who) => self.asks(setting, who)?,
            Deed::AsksAgain(who) => {
                let programmer = &mut self.programmers[who];
                let ((request, ask), Line::Open(side)) = (programmer.waiting?, &mut programmer.line) else {
                    return None;
                };
                self.budget.repeats = self.budget.repeats.checked_sub(1)?;
                let (session, number) = (side.session, side.number());
                self.send(Frame::Asked { session, number, request, ask });
            }
            Deed::GivesUp(who) => self.gives_up(setting, who),
            Deed::ProgrammerRestarts(who) => {
                self.budget.programmer_restarts = self.budget.programmer_restarts.checked_sub(1)?;
                self.programmer_restarts(setting, who);
            }
            Deed::PumpRestarts => {
                self.budget.pump_restarts = self.budget.pump_restarts.checked_sub(1)?;
                self.pump.restart();
                if let Some(name) = self.pump.landed.take() {
                    self.takes_effect(setting, name);
                    let order = setting.order(name);
                    self.pump.desk.accepted = order.counter;
                    self.pump.desk.committed = Some(Mark { counter: order.counter, digest: name });
                }
            }
            Deed::OldHello => {
                self.budget.offers = self.budget.offers.checked_sub(1)?;
                self.offers(setting, NOBODYS_SESSION);
            }
            Deed::TimePasses => {
                self.pump.desk.staged.filter(|_| !self.pump.late)?;
                self.budget.expiries = self.budget.expiries.checked_sub(1)?;
                self.pump.late = true;
            }
            Deed::EmergencyHold(kind) => {
                self.pump.program?;
                self.budget.emergencies = self.budget.emergencies.checked_sub(1)?;
                let stop = kind == HoldKind::Stop;
                match self.pump.hold {
                    None => self.pump.hold = Some((stop, true)),
                    Some((false, _)) if stop => self.pump.hold = Some((true, true)),
                    Some(_) => return None,
                }
            }
            Deed::HearsInTheClear(who) => {
                let name = self.busy_with(setting, who)?;
                let seen = setting.marks(name).seen(&setting.status(self.pump.shown()));
                self.happens(name, seen);
            }
        }
        Some(())
    }

    /// The pump has answered a first message.
    fn offers(&mut self, setting: &Setting, session: u8) {
        self.pump.seats.offer(Side::new(session));
        if setting.broken(Broken::SessionStops) && self.pump.program.is_some() {
            self.pump.hold = Some((true, false));
        }
    }

    fn gives_up(&mut self, setting: &Setting, who: usize) {
        if let Some((_, Ask::Stage(name) | Ask::Commit(name))) = self.programmers[who].waiting.take() {
            self.happens(name, OrderEvent::NoAnswer);
            if setting.broken == Broken::LostCommit && self.lives[usize::from(name)] == OrderLife::Unknown {
                self.lives[usize::from(name)] = OrderLife::NotEntered;
            }
        }
    }

    /// What is not filed is lost; the record says which orders were sent.
    fn programmer_restarts(&mut self, setting: &Setting, who: usize) {
        self.gives_up(setting, who);
        let own = self.lives.iter_mut().zip(&setting.orders).filter(|(_, order)| order.of == who);
        for (life, _) in own {
            match life {
                OrderLife::Staged | OrderLife::ReadBack => *life = OrderLife::Planned,
                OrderLife::CommitSent => *life = OrderLife::Unknown,
                OrderLife::Planned
                | OrderLife::Confirmed
                | OrderLife::Refused
                | OrderLife::NotEntered
                | OrderLife::Unknown => {}
            }
        }
        let programmer = &mut self.programmers[who];
        if let Some(name) = programmer.unfiled {
            self.lives[usize::from(name)] = OrderLife::Unknown;
        }
        *programmer = Programmer { line: Line::Off, request: 0, waiting: None, looked: false, unfiled: None };
    }

    fn asks(&mut self, setting: &Setting, who: usize) -> Option<()> {
        let name = self.busy_with(setting, who)?;
        let life = self.lives[usize::from(name)];
        let programmer = &mut self.programmers[who];
        let Line::Open(side) = &mut programmer.line else { return None };
        if programmer.waiting.is_some() || programmer.request >= setting.requests_max {
            return None;
        }
        let ask = match life {
            OrderLife::Planned if setting.look_first && !programmer.looked => Ask::Interrogate,
            OrderLife::Planned => Ask::Stage(name),
            OrderLife::ReadBack => Ask::Commit(name),
            OrderLife::Unknown => Ask::Interrogate,
            OrderLife::Staged
            | OrderLife::CommitSent
            | OrderLife::Confirmed
            | OrderLife::Refused
            | OrderLife::NotEntered => return None,
        };
        programmer.unfiled = None;
        programmer.request += 1;
        let request = programmer.request;
        programmer.waiting = Some((request, ask));
        let (session, number) = (side.session, side.number());
        if matches!(ask, Ask::Commit(_)) {
            self.happens(name, OrderEvent::CommitLeaves);
        }
        self.send(Frame::Asked { session, number, request, ask });
        Some(())
    }

    fn arrives(&mut self, setting: &Setting, frame: Frame, write: Write) -> Option<()> {
        match frame {
            Frame::Hello { hello, .. } => {
                self.budget.offers = self.budget.offers.checked_sub(1)?;
                self.sessions += 1;
                let session = self.sessions;
                self.offers(setting, session);
                self.send(Frame::Reply { hello, session });
            }
            Frame::Reply { hello, session } => {
                let greeting = Line::Greeting { hello };
                let programmer = self.programmers.iter_mut().find(|one| one.line == greeting)?;
                programmer.line = Line::Open(Side::new(session));
                programmer.request = 0;
            }
            Frame::Asked { session, number, request, ask } => {
                let heard = self.pump.seats.hear(|side| {
                    if !setting.broken(Broken::Number) {
                        rises(side.newest, number)?;
                    }
                    if side.session != session && !setting.broken(Broken::OldSession) {
                        return Err(TransportError::Forged);
                    }
                    side.newest = side.newest.max(Some(number));
                    Ok(())
                });
                let ((), begins) = heard.ok()?;
                if begins {
                    self.pump.last = None;
                }
                self.asked(setting, request, ask, write)?;
            }
            Frame::Answered { session, number, request, said } => {
                let open = |one: &Programmer| matches!(one.line, Line::Open(side) if side.session == session);
                let who = self.programmers.iter().position(open)?;
                let programmer = &mut self.programmers[who];
                let Line::Open(side) = &mut programmer.line else { return None };
                rises(side.newest, number).ok()?;
                side.newest = Some(number);
                let (_, ask) = programmer.waiting.take_if(|(waits, _)| *waits == request)?;
                self.answered(setting, who, ask, said);
            }
        }
        Some(())
    }

    /// The pump is asked something in the session that is open.
    fn asked(&mut self, setting: &Setting, request: u32, ask: Ask, write: Write) -> Option<()> {
        let last = self.pump.last.as_ref().map(|(number, ask, _)| (*number, ask));
        let said = match turn(last, request, &ask) {
            _ if setting.broken(Broken::Turn) => self.decides(setting, ask, write)?,
            Turn::New => self.decides(setting, ask, write)?,
            Turn::Again if write == Write::Good => self.pump.last.map(|(_, _, said)| said)?,
            // Taken, and dropped: its number counts.
            Turn::Stale if write == Write::Good => return Some(()),
            Turn::Again | Turn::Stale => return None,
        };
        self.pump.last = Some((request, ask, said));
        if write != Write::PowerFails {
            let side = self.pump.seats.current_mut()?;
            let (session, number) = (side.session, side.number());
            self.send(Frame::Answered { session, number, request, said });
        }
        Some(())
    }

    fn decides(&mut self, setting: &Setting, ask: Ask, write: Write) -> Option<Said> {
        match ask {
            Ask::Commit(name) => self.commits(setting, name, write),
            Ask::Interrogate | Ask::Stage(_) if write != Write::Good => None,
            Ask::Interrogate => Some(Said::Status(self.pump.shown())),
            Ask::Stage(name) => {
                let pump = &mut self.pump;
                // Time begins anew with what is staged: only its age matters.
                match desk(setting, pump.desk).stage(&candidate(setting, name), 0, KEEP) {
                    Ok(after) => {
                        pump.desk = DeskMarks { accepted: pump.desk.accepted, ..after };
                        pump.late = false;
                        Some(Said::Staged(name))
                    }
                    Err(_) => Some(Said::Refused),
                }
            }
        }
    }

    fn commits(&mut self, setting: &Setting, name: Name, write: Write) -> Option<Said> {
        let now = self.pump.now();
        let pump = &mut self.pump;
        let desk = desk(setting, pump.desk);
        let digest = match desk.staged {
            Some(staged) if setting.broken(Broken::Digest) => staged.mark.digest,
            Some(_) | None => name,
        };
        let decided = desk.commit(digest, now).and_then(|commit| match commit {
            Commit::First => judge(desk.accepted, &candidate(setting, digest), now).map(|()| commit),
            Commit::Again => Ok(commit),
        });
        match (decided, write) {
            (Ok(Commit::First), Write::Good | Write::PowerFails) => {
                pump.desk = desk.committed();
                pump.late = false;
                pump.landed = None;
                self.takes_effect(setting, digest);
                Some(Said::Runs(name))
            }
            (Ok(Commit::First), Write::Fails) => {
                pump.landed = setting.broken(Broken::WriteLater).then_some(digest);
                Some(Said::Refused)
            }
            (Ok(Commit::Again), Write::Good) => Some(Said::Runs(name)),
            (Err(_), Write::Good) => {
                pump.desk = DeskMarks { accepted: pump.desk.accepted, ..desk.expire(now) };
                pump.late &= pump.desk.staged.is_some();
                Some(Said::Refused)
            }
            (Ok(Commit::Again) | Err(_), Write::PowerFails | Write::Fails) => None,
        }
    }

    fn takes_effect(&mut self, setting: &Setting, name: Name) {
        self.history.push(name);
        match setting.order(name).does {
            // A new program ends a hold.
            Does::Program => (self.pump.program, self.pump.hold) = (Some(name), None),
            Does::Hold(kind) => self.pump.hold = Some((kind == HoldKind::Stop, false)),
            Does::Resume => self.pump.hold = None,
        }
    }

    /// A programmer has its answer.
    fn answered(&mut self, setting: &Setting, who: usize, ask: Ask, said: Said) {
        let answer = setting.answer(said);
        match ask {
            Ask::Stage(name) => {
                let marks = setting.marks(name);
                self.happens(name, marks.staged(&answer));
                if self.lives[usize::from(name)] == OrderLife::Staged {
                    let same = setting.broken(Broken::ReadBack);
                    let read = if same { OrderEvent::ReadBackSame } else { marks.read_back(&answer) };
                    self.happens(name, read);
                }
            }
            Ask::Commit(name) => {
                self.happens(name, setting.marks(name).committed(&answer));
                self.programmers[who].unfiled = Some(name);
            }
            Ask::Interrogate => {
                self.programmers[who].looked = true;
                if let (Some(name), Answer::Status(status)) = (self.busy_with(setting, who), &answer) {
                    self.happens(name, setting.marks(name).seen(status));
                }
            }
        }
    }

    /// With a good line and a session of its own, what a programmer comes to know.
    pub fn undisturbed(&self, setting: &Setting, who: usize) -> Option<(Name, OrderLife, OrderEvent)> {
        let mut world = self.clone();
        let name = world.busy_with(setting, who)?;
        // More than any budget has: this session's name is new.
        world.budget.connects[who] = 9;
        world.budget.offers = 1;
        world.does(setting, Deed::Connects(who))?;
        if let Line::Greeting { hello } = world.programmers[who].line {
            world.arrives(setting, Frame::Hello { of: u8::try_from(who).ok()?, hello }, Write::Good)?;
            world.arrives(setting, Frame::Reply { hello, session: world.sessions }, Write::Good)?;
        }
        world.does(setting, Deed::Asks(who))?;
        let Line::Open(Side { session, .. }) = world.programmers[who].line else { return None };
        let (number, request, ask) = (0, 1, Ask::Interrogate);
        world.arrives(setting, Frame::Asked { session, number, request, ask }, Write::Good)?;
        let said = Said::Status(world.pump.shown());
        world.arrives(setting, Frame::Answered { session, number, request, said }, Write::Good)?;
        let event = setting.marks(name).seen(&setting.status(world.pump.shown()));
        Some((name, world.lives[usize::from(name)], event))
    }
}

/// The desk as it is, or without its counter.
fn desk(setting: &Setting, desk: DeskMarks<Name>) -> DeskMarks<Name> {
    let accepted = if setting.broken(Broken::Counter) { 0 } else { desk.accepted };
    let committed = desk.committed.filter(|_| !setting.broken(Broken::Counter));
    DeskMarks { accepted, committed, ..desk }
}

fn candidate(setting: &Setting, name: Name) -> Candidate<Name> {
    let order = setting.order(name);
    Candidate {
        mark: Mark { counter: order.counter, digest: name },
        signature_good: order.signed || setting.broken(Broken::Signature),
        for_this_pump: true,
        not_before: i64::MIN,
        expires_at: i64::MAX,
    }
}
