//! What there is in the model: orders, frames, the pump, two programmers, the budget of mishaps.

use controller::desk::DeskMarks;
use link::endpoint::rules::Seats;
use link::programmer::life::OrderLife;
use pump::HoldKind;

/// An order by its place in [`Setting::orders`]; it stands for the order's digest.
pub type Name = u8;

/// What an order does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Does {
    Program,
    Hold(HoldKind),
    Resume,
}

/// An order, ready to be entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Order {
    /// Which programmer enters it.
    pub of: usize,
    pub counter: u64,
    pub does: Does,
    /// Whether the signature fits.
    pub signed: bool,
    /// Whether the pump works out something else than was planned.
    pub misread: bool,
}

impl Order {
    pub const fn program(of: usize, counter: u64) -> Self {
        Self { of, counter, does: Does::Program, signed: true, misread: false }
    }
}

/// A rule of the product that is broken on purpose, to see the checker find it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Broken {
    Nothing,
    /// The pump does not look at the counter.
    Counter,
    /// The pump takes sealed messages of sessions that are over.
    OldSession,
    /// The pump takes sealed messages twice, and late.
    Number,
    /// The pump does requests again that it has done.
    Turn,
    /// The last two together.
    NumberAndTurn,
    /// The last three together: what is left is the desk.
    Link,
    /// The same, and no counter.
    LinkAndCounter,
    /// A commit that is not answered counts as not entered.
    LostCommit,
    /// The pump commits what is staged, whatever the commit says.
    Digest,
    /// The pump does not look at signatures.
    Signature,
    /// What is said in the clear ends the unknown.
    InTheClear,
    /// A write that did not read back is in force after the next start.
    WriteLater,
    /// A new session stops the pump.
    SessionStops,
    /// The programmer commits without comparing what was read back.
    ReadBack,
}

/// What the model is run with.
#[derive(Debug, Clone)]
pub struct Setting {
    pub orders: Vec<Order>,
    pub broken: Broken,
    /// How much may go wrong.
    pub budget: Budget,
    /// Whether a programmer interrogates before it stages.
    pub look_first: bool,
    /// Whether a handshake is one step; what the attacker sends again then opens sessions that nobody has.
    pub handshake_whole: bool,
    /// Longest list of requests in one session.
    pub requests_max: u32,
}

/// How much may still go wrong, and how often things may still be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Budget {
    /// Sessions that each programmer may begin.
    pub connects: [u8; 2],
    /// First messages that the pump answers; the attacker sends recorded ones again.
    pub offers: u8,
    /// Requests sent again.
    pub repeats: u8,
    pub pump_restarts: u8,
    pub programmer_restarts: u8,
    /// Power that fails right after the write, writes that do not read back.
    pub memory_faults: u8,
    /// How often a staged order grows old.
    pub expiries: u8,
    pub emergencies: u8,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    Interrogate,
    Stage(Name),
    Commit(Name),
}

/// What a status shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shown {
    pub accepted: u64,
    /// The order with that counter.
    pub named: Option<Name>,
    pub program: Option<Name>,
    /// Whether it is a stop, and whether it is an emergency's.
    pub hold: Option<(bool, bool)>,
}

/// What is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Said {
    Status(Shown),
    Staged(Name),
    Runs(Name),
    Refused,
}

/// The session that nobody has: what is forged.
pub const NO_SESSION: u8 = u8::MAX;

/// The session that the pump offers for a recorded first message.
pub const NOBODYS_SESSION: u8 = u8::MAX - 1;

/// Where one step is a handshake, sessions are counted by programmer: who came first makes no difference to their names.
pub const SESSIONS_EACH: u8 = 16;

/// What was sent. Whoever has heard a frame can send it again; nobody can change one or make a sealed one without the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frame {
    /// A programmer's first message, with its own keys for one try.
    Hello { of: u8, hello: u8 },
    /// The pump's answer: only who sent the first message can use it.
    Reply { hello: u8, session: u8 },
    /// Sealed for the pump.
    Asked { session: u8, number: u64, request: u32, ask: Ask },
    /// Sealed for the programmer.
    Answered { session: u8, number: u64, request: u32, said: Said },
}

/// One side of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Side {
    pub session: u8,
    pub next: u64,
    pub newest: Option<u64>,
}

impl Side {
    pub const fn new(session: u8) -> Self {
        Self { session, next: 0, newest: None }
    }

    pub fn number(&mut self) -> u64 {
        let number = self.next;
        self.next += 1;
        number
    }
}

/// The pump.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pump {
    /// Counter and committed order survive a restart, what is staged does not.
    pub desk: DeskMarks<Name>,
    pub program: Option<Name>,
    /// Whether it is a stop, and whether it is an emergency's.
    pub hold: Option<(bool, bool)>,
    /// Whether what is staged has grown old.
    pub late: bool,
    pub seats: Seats<Side>,
    /// The last request of the session, and its answer.
    pub last: Option<(u32, Ask, Said)>,
    /// Written, and not read back ([`Broken::WriteLater`]).
    pub landed: Option<Name>,
}

/// A programmer's link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line {
    Off,
    Greeting { hello: u8 },
    Open(Side),
}

/// A programmer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Programmer {
    pub line: Line,
    pub request: u32,
    pub waiting: Option<(u32, Ask)>,
    /// Whether it has interrogated in this session.
    pub looked: bool,
    /// The order whose end is known and not yet filed.
    pub unfiled: Option<Name>,
}

/// All there is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct World {
    pub pump: Pump,
    pub programmers: [Programmer; 2],
    /// By [`Name`].
    pub lives: Vec<OrderLife>,
    /// Every frame that was ever sent, in order of value: lost is what is never delivered, repeated and late what is delivered
    /// again.
    pub air: Vec<Frame>,
    pub hellos: u8,
    pub sessions: u8,
    pub budget: Budget,
    /// What took effect, in time's order.
    pub history: Vec<Name>,
    /// What runs or holds has changed by something else than a commit or an emergency hold.
    pub disturbed: bool,
    /// An unknown ended by something else than a read-back.
    pub guessed: bool,
}
