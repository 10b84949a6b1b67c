//! Why a step must not come, what holds meanwhile, and the signs that come before everything.

/// What comes before the way itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgent {
    /// Signs of withdrawal.
    Withdrawal,
    /// Signs of overdose.
    Overdose,
}

impl Urgent {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Withdrawal, Self::Overdose];

    /// The word, which is also the last part of the address of its page.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Withdrawal => "withdrawal",
            Self::Overdose => "overdose",
        }
    }

    /// What is said.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Withdrawal => {
                "Signs of withdrawal: treat this first, before any step below. Severe signs follow within one to three days \
                 of an interruption."
            }
            Self::Overdose => "Signs of overdose: airway and breathing first, before any step below.",
        }
    }
}

/// A sign that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Itch without rash.
    Itch,
    /// Fever.
    Fever,
    /// Altered mental state.
    MentalState,
    /// Rebound rigidity.
    Rigidity,
    /// Drowsiness.
    Drowsiness,
    /// Dizziness.
    Dizziness,
    /// Hypotonia that climbs.
    Hypotonia,
    /// Respiratory depression.
    Breathing,
    /// Seizure.
    Seizure,
    /// Coma.
    Coma,
}

impl Sign {
    /// All of them. Spasticity that comes back is itself an early sign of withdrawal, and is why the way is walked.
    pub const ALL: [Self; 10] = [
        Self::Itch,
        Self::Fever,
        Self::MentalState,
        Self::Rigidity,
        Self::Drowsiness,
        Self::Dizziness,
        Self::Hypotonia,
        Self::Breathing,
        Self::Seizure,
        Self::Coma,
    ];

    /// Where the signs come from.
    pub const SOURCE: &str =
        "Lioresal Intrathecal label, grade A; return of spasticity and itch also in secondary texts, grade B";

    /// The id in data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Itch => "itch",
            Self::Fever => "fever",
            Self::MentalState => "mental-state",
            Self::Rigidity => "rigidity",
            Self::Drowsiness => "drowsiness",
            Self::Dizziness => "dizziness",
            Self::Hypotonia => "hypotonia",
            Self::Breathing => "breathing",
            Self::Seizure => "seizure",
            Self::Coma => "coma",
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Itch => "Itch without rash",
            Self::Fever => "Fever",
            Self::MentalState => "Altered mental state",
            Self::Rigidity => "Rebound rigidity, much worse than before the pump",
            Self::Drowsiness => "Drowsiness",
            Self::Dizziness => "Dizziness",
            Self::Hypotonia => "Limpness that climbs upward",
            Self::Breathing => "Slow or shallow breathing",
            Self::Seizure => "Seizure",
            Self::Coma => "Coma",
        }
    }

    /// What it is a sign of.
    #[must_use]
    pub const fn of(self) -> Urgent {
        match self {
            Self::Itch | Self::Fever | Self::MentalState | Self::Rigidity => Urgent::Withdrawal,
            Self::Drowsiness
            | Self::Dizziness
            | Self::Hypotonia
            | Self::Breathing
            | Self::Seizure
            | Self::Coma => Urgent::Overdose,
        }
    }

    /// The sign of an id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sign| sign.id() == id)
    }
}

/// Why a step must not come now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Contrast: nobody has aspirated.
    AspirateFirst,
    /// Contrast: it was aspirated on an earlier day, and the pump has filled the catheter since.
    AspiratedEarlier,
    /// Contrast: drug has come into the catheter since it was aspirated.
    FilledSince,
    /// Contrast: less came than the catheter holds.
    NotAllAspirated,
    /// Contrast: nothing came.
    NothingAspirated,
    /// Dose: rises had no effect, and nobody knows where the catheter lies.
    PositionUnknown,
    /// Dose: what was programmed has not been delivered.
    NotDelivered,
    /// Dose: the patient has signs of overdose.
    SignsOfOverdose,
    /// The pump has not been looked at.
    PumpFirst,
    /// A needle before what needs none.
    WithoutNeedleFirst,
    /// Tracer before contrast.
    ContrastFirst,
    /// Tracer while there are signs of withdrawal.
    TakesDays,
    /// Surgery before a cause, or before everything was looked at.
    CauseFirst,
    /// Prime of a line that holds drug.
    LineHoldsDrug,
}

impl Why {
    /// The reason.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::AspirateFirst => "The drug in the catheter would be pushed into the patient.",
            Self::AspiratedEarlier => {
                "The catheter was aspirated on an earlier day: the pump has been filling it with drug since."
            }
            Self::FilledSince => {
                "Drug has come into the catheter since it was aspirated: by a prime, another program, or the running pump."
            }
            Self::NotAllAspirated => {
                "Less came than the catheter holds: the drug left in it would be pushed into the patient."
            }
            Self::NothingAspirated => {
                "Nothing could be aspirated: what is in the catheter would be pushed in, wherever its tip lies."
            }
            Self::PositionUnknown => {
                "Rises of the dose had no effect: the drug may be collecting beside the spinal fluid."
            }
            Self::NotDelivered => {
                "What was programmed has not been delivered: a rise adds to a dose that nobody knows."
            }
            Self::SignsOfOverdose => "The patient has signs of overdose.",
            Self::PumpFirst => "Whether the pump gives what it is set to is not known yet.",
            Self::WithoutNeedleFirst => {
                "Pump and film come first: they need no needle, and the film found more causes than aspiration."
            }
            Self::ContrastFirst => "Contrast found more causes than the tracer, and answers on the same day.",
            Self::TakesDays => "It takes up to 3 days, and the patient has signs of withdrawal.",
            Self::CauseFirst => "No cause in pump or catheter is found, and not everything was looked at.",
            Self::LineHoldsDrug => "Tubing and catheter hold drug: a prime would push it in.",
        }
    }

    /// What can be done instead.
    #[must_use]
    pub const fn instead(self) -> &'static str {
        match self {
            Self::AspirateFirst => "Aspirate first, at least what the catheter holds.",
            Self::AspiratedEarlier => "Aspirate again, in the same session as the contrast.",
            Self::FilledSince => "Aspirate again, straight before the contrast.",
            Self::NotAllAspirated => {
                "Aspirate again until at least what the catheter holds has come; otherwise do not inject."
            }
            Self::NothingAspirated => {
                "Do not inject. Look at the film again; then a tracer study, or revise."
            }
            Self::PositionUnknown => "Find out where the catheter lies: aspirate, then contrast.",
            Self::NotDelivered => {
                "Find out why first. Restart low and watch the patient, never at the old dose."
            }
            Self::SignsOfOverdose => "Treat the overdose.",
            Self::PumpFirst => "Read the pump, measure what is left, film the system.",
            Self::WithoutNeedleFirst => "Read the pump and film the system.",
            Self::ContrastFirst => "Aspirate, then contrast.",
            Self::TakesDays => "Treat the withdrawal; restore delivery by another way.",
            Self::CauseFirst => "Do the steps that are open, or record why surgery comes all the same.",
            Self::LineHoldsDrug => "No prime.",
        }
    }

    /// Where it comes from, with its grade.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::AspirateFirst | Self::NotAllAspirated => {
                "Lew 2005, grade A; access-port procedure, neurosurgerycases.com, grade B"
            }
            Self::FilledSince => "Own arithmetic of the line, grade D",
            Self::AspiratedEarlier => "Inference from the flow of the pump, grade D",
            Self::NothingAspirated => "Lew 2005, grade A; inference, grade D",
            Self::PositionUnknown => "Lew 2005, Neurosurgery 56(3):E624, grade A",
            Self::NotDelivered => "Sgouros 2010, Pediatr Neurosurg 46:62, grade A",
            Self::SignsOfOverdose => "Lioresal Intrathecal label, grade A",
            Self::PumpFirst => "Order of Saulino 2016, grade A",
            Self::WithoutNeedleFirst | Self::ContrastFirst => {
                "Order of Saulino 2016, grade A; finds of Dvorak 2010, grade A"
            }
            Self::TakesDays => "Ordia, letter on Boster 2014, grade A; inference, grade D",
            Self::CauseFirst => "Saulino 2016 (revise if it is still unclear), grade A",
            Self::LineHoldsDrug => "Own arithmetic, grade D",
        }
    }

    /// Whether doing it all the same has put a patient in danger, rather than out of turn.
    #[must_use]
    pub const fn is_danger(self) -> bool {
        !matches!(self, Self::PumpFirst | Self::WithoutNeedleFirst | Self::ContrastFirst | Self::CauseFirst)
    }
}

/// What holds until the way is ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hold {
    /// Do not restart at the old dose.
    NotTheOldDose,
    /// No further rise.
    NoFurtherRise,
    /// Drug may be trapped.
    TrappedDrug,
    /// The pump itself.
    SuspectThePump,
    /// Free aspiration proves nothing alone.
    NotAspirationAlone,
    /// Nothing through the access port.
    NothingThroughThePort,
    /// A prime is needed.
    PrimeIsNeeded,
    /// Not tolerance before pump and catheter were looked at.
    NotToleranceYet,
}

impl Hold {
    /// What holds.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::NotTheOldDose => {
                "Less was delivered than programmed: do not refill and restart at the old dose. Restart low, and watch the patient."
            }
            Self::NoFurtherRise => {
                "Do not raise the dose further before it is known where the catheter lies."
            }
            Self::TrappedDrug => {
                "Drug may have collected where the catheter ends: contrast can release it. Have resuscitation at hand and watch for overdose."
            }
            Self::SuspectThePump => {
                "This pump has had more than one fault or unexplained residual: suspect the pump, not who refilled it."
            }
            Self::NotAspirationAlone => {
                "Free aspiration alone does not show that the catheter is sound: it still needs contrast or a tracer."
            }
            Self::NothingThroughThePort => {
                "Nothing goes through the access port before the catheter has been aspirated."
            }
            Self::PrimeIsNeeded => {
                "The catheter holds no drug now: until it is primed nothing reaches the patient."
            }
            Self::NotToleranceYet => {
                "The dose has been rising fast: look at catheter and pump before calling it tolerance."
            }
        }
    }

    /// Where it comes from, with its grade.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::NotTheOldDose => "Sgouros 2010, Pediatr Neurosurg 46:62, grade A",
            Self::NoFurtherRise | Self::TrappedDrug => "Lew 2005, Neurosurgery 56(3):E624, grade A",
            Self::SuspectThePump => {
                "Two overdoses after refill by two persons, J Neurosurg Pediatr 16:232, grade A"
            }
            Self::NotAspirationAlone => "Ordia, letter on Boster 2014, grade A",
            Self::NothingThroughThePort | Self::PrimeIsNeeded => {
                "Access-port procedure, neurosurgerycases.com, grade B; own arithmetic, grade D"
            }
            Self::NotToleranceYet => {
                "Heetla 2009, Spinal Cord 47:751 (doses fell after revision), grade A; inference, grade D"
            }
        }
    }
}
