//! The life of an order, from the plan to what is known of it.
//!
//! ```text
//! Planned ─▶ Staged ─▶ ReadBack ─▶ CommitSent ─▶ Confirmed
//!    │          │          │           ├──────▶ Refused
//!    ▼          ▼          ▼           ▼
//! Refused   NotEntered  NotEntered  Unknown ─▶ Confirmed, NotEntered: only by an interrogation
//! ```
//!
//! A commit that is not answered may have been done or not. Nobody guesses: it is unknown until the pump itself has said what
//! runs. What was only staged cannot run, so without an answer nothing is lost before the commit.

use pump::{Answer, HoldKind, Order, Running, Status, What};

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderLife {
    /// Signed; the pump has not said that it has it.
    Planned,
    /// The pump keeps it ready and has said what it comes to.
    Staged,
    /// What the pump says it comes to is what was planned.
    ReadBack,
    /// The pump was told to run it.
    CommitSent,
    /// It runs.
    Confirmed,
    /// The pump has refused it: it did not run and will not.
    Refused,
    /// It was not entered, and cannot run any more unless it is ordered again.
    NotEntered,
    /// The pump was told to run it, and whether it does is not known.
    Unknown,
}

/// What can happen to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderEvent {
    /// The pump keeps it ready.
    StageKept,
    /// The pump does not take it.
    StageRefused,
    /// What the pump works out is what was planned.
    ReadBackSame,
    /// It is something else.
    ReadBackDiffers,
    /// The commit leaves.
    CommitLeaves,
    /// The pump says that it runs this order.
    CommitRuns,
    /// The pump says that it does not.
    CommitRefused,
    /// No answer, or one that answers something else.
    NoAnswer,
    /// An interrogation shows that it runs.
    SeenRunning,
    /// An interrogation shows that it does not run, and that nothing else has been accepted under its counter or above.
    SeenNotRun,
    /// An interrogation shows that another order with its counter runs: this one was not accepted and cannot be.
    SeenAnother,
    /// An interrogation shows that the pump has accepted higher counters: it may have run and been replaced.
    SeenOvertaken,
}

impl OrderLife {
    /// All.
    pub const ALL: [Self; 8] = [
        Self::Planned,
        Self::Staged,
        Self::ReadBack,
        Self::CommitSent,
        Self::Confirmed,
        Self::Refused,
        Self::NotEntered,
        Self::Unknown,
    ];

    /// Whether nothing can change any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        match self {
            Self::Confirmed | Self::Refused | Self::NotEntered => true,
            Self::Planned | Self::Staged | Self::ReadBack | Self::CommitSent | Self::Unknown => false,
        }
    }

    /// What becomes of it. Every pair is named.
    ///
    /// # Errors
    /// [`NotNow`] for what cannot happen in this state; it then stays as it is.
    pub const fn after(self, event: OrderEvent) -> Result<Self, NotNow> {
        use OrderEvent as E;
        match (self, event) {
            (Self::Planned, E::StageKept) => Ok(Self::Staged),
            (Self::Planned, E::StageRefused) => Ok(Self::Refused),
            (Self::Staged, E::ReadBackSame) => Ok(Self::ReadBack),
            (Self::Staged, E::ReadBackDiffers) => Ok(Self::NotEntered),
            (Self::ReadBack, E::CommitLeaves) => Ok(Self::CommitSent),
            (Self::CommitSent, E::CommitRuns) => Ok(Self::Confirmed),
            (Self::CommitSent, E::CommitRefused) => Ok(Self::Refused),
            (Self::CommitSent, E::NoAnswer) => Ok(Self::Unknown),
            (Self::Unknown, E::SeenNotRun | E::SeenAnother) => Ok(Self::NotEntered),

            // Nothing that is not committed runs: no answer changes nothing, and it may be asked again.
            (
                Self::Planned | Self::Staged | Self::ReadBack,
                E::NoAnswer | E::SeenNotRun,
            )
            // One that is unknown stays so.
            | (Self::Unknown, E::NoAnswer | E::SeenOvertaken) => Ok(self),

            // What the pump itself says of what runs is the truth, whoever entered it.
            (Self::Planned | Self::Staged | Self::ReadBack | Self::Unknown, E::SeenRunning) => {
                Ok(Self::Confirmed)
            }
            // Never sent to be committed, and its counter is used: it cannot run.
            (Self::Planned | Self::Staged | Self::ReadBack, E::SeenAnother | E::SeenOvertaken) => {
                Ok(Self::NotEntered)
            }

            (
                Self::Planned,
                E::ReadBackSame
                | E::ReadBackDiffers
                | E::CommitLeaves
                | E::CommitRuns
                | E::CommitRefused,
            )
            | (
                Self::Staged,
                E::StageKept | E::StageRefused | E::CommitLeaves | E::CommitRuns | E::CommitRefused,
            )
            | (
                Self::ReadBack,
                E::StageKept
                | E::StageRefused
                | E::ReadBackSame
                | E::ReadBackDiffers
                | E::CommitRuns
                | E::CommitRefused,
            )
            // One request at a time: while the commit waits for its answer, nothing else is asked.
            | (
                Self::CommitSent,
                E::StageKept
                | E::StageRefused
                | E::ReadBackSame
                | E::ReadBackDiffers
                | E::CommitLeaves
                | E::SeenRunning
                | E::SeenNotRun
                | E::SeenAnother
                | E::SeenOvertaken,
            )
            // Only an interrogation ends it: no late answer, and no second commit.
            | (
                Self::Unknown,
                E::StageKept
                | E::StageRefused
                | E::ReadBackSame
                | E::ReadBackDiffers
                | E::CommitLeaves
                | E::CommitRuns
                | E::CommitRefused,
            )
            | (
                Self::Confirmed | Self::Refused | Self::NotEntered,
                E::StageKept
                | E::StageRefused
                | E::ReadBackSame
                | E::ReadBackDiffers
                | E::CommitLeaves
                | E::CommitRuns
                | E::CommitRefused
                | E::NoAnswer
                | E::SeenRunning
                | E::SeenNotRun
                | E::SeenAnother
                | E::SeenOvertaken,
            ) => Err(NotNow { life: self, event }),
        }
    }
}

/// Something that cannot happen to an order in this state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{event:?} cannot happen to an order that is {life:?}")]
pub struct NotNow {
    /// Where it stands.
    pub life: OrderLife,
    /// What was to happen.
    pub event: OrderEvent,
}

/// What an order does, as far as a status shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// It becomes the committed program.
    Program,
    /// It holds delivery back.
    Hold(HoldKind),
    /// It ends a hold.
    Resume,
}

/// By what an order is known in the pump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OrderMarks {
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// Its counter.
    pub counter: u64,
    /// What it comes to on each day, Monday first, ng; zeros without a program.
    pub day_totals_nanograms: [u64; 7],
    /// What it does.
    pub effect: Effect,
}

impl OrderMarks {
    /// Of an order and the SHA-256 of its bytes.
    #[must_use]
    pub fn of(order: &Order, digest: [u8; 32]) -> Self {
        let (effect, day_totals_nanograms) = match &order.what {
            What::Program(program) => (Effect::Program, program.day_totals_nanograms),
            What::Hold { kind, .. } => (Effect::Hold(*kind), [0; 7]),
            What::Resume => (Effect::Resume, [0; 7]),
        };
        Self { digest, counter: order.counter, day_totals_nanograms, effect }
    }

    /// What the pump's answer to staging says.
    #[must_use]
    pub fn staged(&self, answer: &Answer) -> OrderEvent {
        match answer {
            Answer::Staged(marks) if marks.digest == self.digest => OrderEvent::StageKept,
            Answer::Refused(_) => OrderEvent::StageRefused,
            Answer::Staged(_)
            | Answer::Status(_)
            | Answer::Committed(_)
            | Answer::Runs { .. }
            | Answer::Done
            | Answer::Log { .. } => OrderEvent::NoAnswer,
        }
    }

    /// Whether what the pump works out is what was planned.
    #[must_use]
    pub fn read_back(&self, answer: &Answer) -> OrderEvent {
        match answer {
            Answer::Staged(marks)
                if marks.digest == self.digest && marks.day_totals_nanograms == self.day_totals_nanograms =>
            {
                OrderEvent::ReadBackSame
            }
            Answer::Staged(_)
            | Answer::Refused(_)
            | Answer::Status(_)
            | Answer::Committed(_)
            | Answer::Runs { .. }
            | Answer::Done
            | Answer::Log { .. } => OrderEvent::ReadBackDiffers,
        }
    }

    /// What the pump's answer to the commit says.
    #[must_use]
    pub fn committed(&self, answer: &Answer) -> OrderEvent {
        match answer {
            Answer::Runs { digest, .. } if *digest == self.digest => OrderEvent::CommitRuns,
            Answer::Refused(_) => OrderEvent::CommitRefused,
            Answer::Runs { .. }
            | Answer::Staged(_)
            | Answer::Status(_)
            | Answer::Committed(_)
            | Answer::Done
            | Answer::Log { .. } => OrderEvent::NoAnswer,
        }
    }

    /// What an interrogation shows of it.
    ///
    /// A status names the program that runs and the order that was accepted last by their digests. Where a pump does not know the
    /// latter any more, a hold and its end count as seen when the highest accepted counter is theirs and what they do is so.
    #[must_use]
    pub fn seen(&self, status: &Status) -> OrderEvent {
        let committed = status.committed.as_ref();
        if committed.is_some_and(|committed| committed.digest == self.digest) {
            return OrderEvent::SeenRunning;
        }
        if status.counter < self.counter {
            return OrderEvent::SeenNotRun;
        }
        if committed.is_some_and(|committed| committed.counter == self.counter) {
            return OrderEvent::SeenAnother;
        }
        if status.counter > self.counter {
            return OrderEvent::SeenOvertaken;
        }
        match (status.accepted_digest, self.effect) {
            (Some(accepted), _) if accepted != self.digest => return OrderEvent::SeenAnother,
            (Some(_), Effect::Hold(_) | Effect::Resume) => return OrderEvent::SeenRunning,
            // Accepted as a program and not committed: a pump that contradicts itself ends nothing.
            (Some(_), Effect::Program) => return OrderEvent::SeenOvertaken,
            (None, Effect::Program | Effect::Hold(_) | Effect::Resume) => {}
        }
        let ordered = status.hold.as_ref().filter(|hold| !hold.emergency).map(|hold| hold.kind);
        let done = match self.effect {
            Effect::Program => false,
            Effect::Hold(kind) => ordered == Some(kind),
            Effect::Resume => status.hold.is_none() && status.running == Running::Program,
        };
        if done { OrderEvent::SeenRunning } else { OrderEvent::SeenOvertaken }
    }
}
