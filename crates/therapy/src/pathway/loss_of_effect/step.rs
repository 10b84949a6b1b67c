//! The steps: what to do, what can be found, and what stands behind it.

/// A step of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// History, examination, laboratory: is it the pump at all?
    NotThePump,
    /// Read the pump.
    Interrogate,
    /// Measure what is left and compare.
    Residual,
    /// Plain film of the whole system.
    XRay,
    /// A rise of the dose, or a programmed bolus.
    DoseTrial,
    /// Film before and after a turn of the rotor.
    Rotor,
    /// Aspiration through the access port.
    Aspirate,
    /// Contrast through the access port.
    Contrast,
    /// Fill tubing and catheter with drug again.
    Prime,
    /// Tracer study.
    Nuclear,
    /// Surgery on pump or catheter.
    Surgery,
}

/// Why the effect was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// Another illness or trigger.
    NotThePump,
    /// The pump.
    Pump,
    /// The catheter is kinked.
    CatheterKink,
    /// The catheter leaks.
    CatheterLeak,
    /// The catheter has come off.
    CatheterDisconnected,
    /// The catheter is blocked.
    CatheterOccluded,
    /// The tip has moved.
    CatheterMigrated,
    /// The tip lies beside the spinal fluid.
    CatheterSubdural,
    /// The drug or its strength.
    Drug,
    /// An error of program or refill.
    Program,
    /// Tolerance.
    Tolerance,
    /// Not found.
    NotFound,
}

/// What a finding says about the cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// This part is in order.
    Sound,
    /// It speaks for this cause.
    Cause(Cause),
    /// Less has been delivered than programmed: pump or catheter.
    UnderDelivery,
    /// More than programmed has left the reservoir.
    OverDelivery,
    /// More drug helps: it arrives.
    Effect,
    /// More drug does not help: it may not arrive.
    NoEffect,
    /// It answers nothing.
    Unclear,
}

/// A statement with its source and grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// What.
    pub text: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// "A" primary, "B" secondary, "D" our own inference, "U" unverified.
    pub grade: &'static str,
}

macro_rules! says {
    ($text:expr, $source:expr, $grade:literal) => {
        Evidence { text: $text, source: $source, grade: $grade }
    };
}

const SAULINO: &str = "Saulino 2016, best practices: troubleshooting, Neuromodulation 19(6):632-641";
const DVORAK: &str = "Dvorak 2010, PM&R 2(8):751: 167 patients, of whom 33 had 37 revisions";
const ORDIA: &str = "Ordia, letter on Boster 2014";
const PORT: &str = "neurosurgerycases.com, access-port procedure";

macro_rules! founds {
    ($($(#[$doc:meta])* $name:ident = $step:ident, $id:literal, $words:literal, $means:expr;)*) => {
        /// What can be found, each at its step.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Found { $($(#[$doc])* $name,)* }

        impl Found {
            /// All of them, by step.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The step at which it is found.
            #[must_use]
            pub const fn step(self) -> Step {
                match self { $(Self::$name => Step::$step,)* }
            }

            /// The id in data; with its step it names the finding.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// In words.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }

            /// What it says about the cause.
            #[must_use]
            pub const fn means(self) -> Means {
                match self { $(Self::$name => $means,)* }
            }
        }
    };
}

founds! {
    /// No other reason.
    NoOtherReason = NotThePump, "none", "No other reason found", Means::Sound;
    /// Urinary infection.
    UrinaryInfection = NotThePump, "urinary-infection", "Urinary infection", Means::Cause(Cause::NotThePump);
    /// Pressure wound.
    PressureWound = NotThePump, "pressure-wound", "Pressure wound", Means::Cause(Cause::NotThePump);
    /// Relapse.
    Relapse = NotThePump, "relapse", "Relapse of the disease itself", Means::Cause(Cause::NotThePump);
    /// Another illness.
    OtherIllness = NotThePump, "other-illness", "Another illness or trigger (say which)", Means::Cause(Cause::NotThePump);
    /// Creatine kinase is high.
    CreatineKinaseHigh = NotThePump, "creatine-kinase-high", "Creatine kinase is high: muscle breaks down", Means::Unclear;
    /// Everything as it should be.
    PumpInOrder = Interrogate, "in-order", "Runs, settings as ordered, nothing in the log", Means::Sound;
    /// Settings are not those ordered.
    SettingsWrong = Interrogate, "settings-wrong", "Settings are not those ordered", Means::Cause(Cause::Program);
    /// Motor stall or another fault.
    PumpFault = Interrogate, "fault", "Motor stall, memory error or another fault in the log", Means::Cause(Cause::Pump);
    /// Not running.
    PumpStopped = Interrogate, "stopped", "Not running", Means::Cause(Cause::Pump);
    /// Battery at its end.
    BatteryAtEnd = Interrogate, "battery", "Battery or service at its end", Means::Cause(Cause::Pump);
    /// As expected.
    ResidualFits = Residual, "as-expected", "As much was left as expected", Means::Sound;
    /// Too much left.
    TooMuchLeft = Residual, "too-much", "More was left than expected: less was delivered", Means::UnderDelivery;
    /// Too little left.
    TooLittleLeft = Residual, "too-little", "Less was left than expected: over-delivery, leak, or not all withdrawn", Means::OverDelivery;
    /// Drug or strength in doubt.
    DrugInDoubt = Residual, "drug", "Drug or strength is not what it should be", Means::Cause(Cause::Drug);
    /// In order.
    FilmInOrder = XRay, "in-order", "Whole system seen, in order", Means::Sound;
    /// Disconnected.
    FilmDisconnected = XRay, "disconnected", "Catheter has come off", Means::Cause(Cause::CatheterDisconnected);
    /// Kinked.
    FilmKinked = XRay, "kinked", "Catheter is kinked", Means::Cause(Cause::CatheterKink);
    /// Broken.
    FilmBroken = XRay, "broken", "Catheter is broken", Means::Cause(Cause::CatheterLeak);
    /// Migrated.
    FilmMigrated = XRay, "migrated", "Tip is not where it was placed", Means::Cause(Cause::CatheterMigrated);
    /// Not clear.
    FilmUnclear = XRay, "unclear", "Not clear", Means::Unclear;
    /// It helps.
    MoreHelps = DoseTrial, "effect", "It had an effect", Means::Effect;
    /// It does not.
    MoreDoesNotHelp = DoseTrial, "no-effect", "It had no effect", Means::NoEffect;
    /// The rotor turns.
    RotorTurns = Rotor, "turns", "The rotor has turned by what was programmed", Means::Sound;
    /// The rotor stands.
    RotorStands = Rotor, "stands", "The rotor has not turned", Means::Cause(Cause::Pump);
    /// It came freely.
    CameFreely = Aspirate, "freely", "Came freely, at least what the catheter holds", Means::Sound;
    /// Too little came.
    CamePartly = Aspirate, "partly", "Less than the catheter holds came", Means::Unclear;
    /// Nothing came.
    NothingCame = Aspirate, "nothing", "Nothing came", Means::Cause(Cause::CatheterOccluded);
    /// It flows into the spinal fluid.
    FlowsFreely = Contrast, "flows", "Flows from the tip into the spinal fluid", Means::Sound;
    /// Subdural.
    ContrastSubdural = Contrast, "subdural", "Collects beside the spinal fluid (subdural or around a pocket)", Means::Cause(Cause::CatheterSubdural);
    /// It leaks.
    ContrastLeaks = Contrast, "leak", "Leaks along the way", Means::Cause(Cause::CatheterLeak);
    /// Blocked.
    ContrastBlocked = Contrast, "blocked", "Does not reach the tip", Means::Cause(Cause::CatheterOccluded);
    /// Disconnected.
    ContrastDisconnected = Contrast, "disconnected", "Runs out where the catheter has come off", Means::Cause(Cause::CatheterDisconnected);
    /// Migrated.
    ContrastMigrated = Contrast, "migrated", "The tip has left its place", Means::Cause(Cause::CatheterMigrated);
    /// Not clear.
    ContrastUnclear = Contrast, "unclear", "Not clear", Means::Unclear;
    /// Primed.
    Primed = Prime, "primed", "Order for the prime written and entered", Means::Sound;
    /// It arrives.
    TracerArrives = Nuclear, "arrives", "The tracer arrives in the spinal fluid", Means::Sound;
    /// It leaks.
    TracerLeaks = Nuclear, "leak", "The tracer leaks along the way", Means::Cause(Cause::CatheterLeak);
    /// It does not arrive.
    TracerStays = Nuclear, "stays", "The tracer does not arrive", Means::Cause(Cause::CatheterOccluded);
    /// Not clear.
    TracerUnclear = Nuclear, "unclear", "Not clear", Means::Unclear;
    /// The catheter was the cause: kink.
    SurgeryKink = Surgery, "kink", "Catheter was kinked", Means::Cause(Cause::CatheterKink);
    /// Leak.
    SurgeryLeak = Surgery, "leak", "Catheter leaked or was broken", Means::Cause(Cause::CatheterLeak);
    /// Disconnected.
    SurgeryDisconnected = Surgery, "disconnected", "Catheter had come off", Means::Cause(Cause::CatheterDisconnected);
    /// Occluded.
    SurgeryOccluded = Surgery, "occluded", "Catheter was blocked", Means::Cause(Cause::CatheterOccluded);
    /// Migrated or subdural.
    SurgeryMigrated = Surgery, "migrated", "Catheter tip was out of place", Means::Cause(Cause::CatheterMigrated);
    /// The pump was the cause.
    SurgeryPump = Surgery, "pump", "Pump was faulty", Means::Cause(Cause::Pump);
    /// Nothing was wrong.
    SurgeryNothing = Surgery, "nothing", "Nothing was wrong", Means::Unclear;
}

impl Found {
    /// The finding of this id at a step.
    #[must_use]
    pub fn by_id(step: Step, id: &str) -> Option<Self> {
        Self::of(step).find(|found| found.id() == id)
    }

    /// What can be found at a step.
    pub fn of(step: Step) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |found| found.step() == step)
    }
}

impl Step {
    /// All of them, in the order of the way.
    pub const ALL: [Self; 11] = [
        Self::NotThePump,
        Self::Interrogate,
        Self::Residual,
        Self::XRay,
        Self::DoseTrial,
        Self::Rotor,
        Self::Aspirate,
        Self::Contrast,
        Self::Prime,
        Self::Nuclear,
        Self::Surgery,
    ];

    /// The id in data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotThePump => "not-the-pump",
            Self::Interrogate => "interrogate",
            Self::Residual => "residual",
            Self::XRay => "x-ray",
            Self::DoseTrial => "dose-trial",
            Self::Rotor => "rotor",
            Self::Aspirate => "aspirate",
            Self::Contrast => "contrast",
            Self::Prime => "prime",
            Self::Nuclear => "nuclear",
            Self::Surgery => "surgery",
        }
    }

    /// The step of an id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.id() == id)
    }

    /// Its name for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::NotThePump => "Is it the pump at all?",
            Self::Interrogate => "Read the pump",
            Self::Residual => "Measure what is left in the reservoir",
            Self::XRay => "X-ray of the whole system",
            Self::DoseTrial => "Rise of the dose, or a programmed bolus",
            Self::Rotor => "Rotor test",
            Self::Aspirate => "Aspirate through the access port",
            Self::Contrast => "Contrast through the access port",
            Self::Prime => "Prime tubing and catheter",
            Self::Nuclear => "Tracer study",
            Self::Surgery => "Surgery on catheter or pump",
        }
    }

    /// Whether the way goes on without it.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::DoseTrial | Self::Rotor | Self::Nuclear)
    }

    /// What to do, in the order of doing it.
    #[must_use]
    pub const fn to_do(self) -> &'static [&'static str] {
        match self {
            Self::NotThePump => &[
                "Take a targeted history and examine the patient.",
                "Laboratory tests, creatine kinase among them.",
                "Look for urinary infection, pressure wound, relapse or another acute illness.",
            ],
            Self::Interrogate => &[
                "Read settings, alarms, log and motor; compare the settings with the last order.",
                "See the pump running when the session ends.",
            ],
            Self::Residual => &[
                "Withdraw what is in the reservoir and compare it with what is expected: the refill page does the sum.",
                "Withdraw once more if the volume does not fit: the port may have been missed.",
                "If more is left than expected, do not just refill and restart at the old dose.",
            ],
            Self::XRay => &[
                "Film the whole system: pump, connector, the way of the catheter, tip.",
                "Compare with the tip level on record.",
            ],
            Self::DoseTrial => &[
                "Optional. The order is written and checked on the program page like any other.",
                "Score tone and spasms before and after.",
            ],
            Self::Rotor => &["Film the rotor before and after a turn of 60 degrees is programmed."],
            Self::Aspirate => &[
                "Make sure that it is the access port. Aspirate before anything is injected there.",
                "Measure what comes: less than the catheter holds leaves drug in it.",
                "If nothing comes, do not inject.",
                "Plan the prime now: after aspiration the catheter holds no drug.",
            ],
            Self::Contrast => &[
                "1 to 2 mL of contrast under fluoroscopy or computed tomography, straight after free aspiration.",
                "Watch where it goes: out of the tip into the spinal fluid, along the way, or into a pocket.",
                "Have resuscitation at hand.",
            ],
            Self::Prime => &[
                "Write the order for the prime on the program page: volume and dose are worked out there.",
                "Watch the patient for as long as the protocol asks after a prime.",
            ],
            Self::Nuclear => &[
                "Indium tracer. It takes up to 3 days: make sure the patient is covered for that time.",
                "Through the access port only straight after free aspiration, like contrast.",
            ],
            Self::Surgery => &[
                "Revise what was found, or revise if it is still unclear.",
                "Record the operation on the implant page: the dose is reviewed before it goes on.",
            ],
        }
    }

    /// What stands behind it.
    #[must_use]
    pub const fn evidence(self) -> &'static [Evidence] {
        match self {
            Self::NotThePump => &[
                says!(
                    "First question of the panel: history, examination, laboratory tests with creatine kinase.",
                    SAULINO,
                    "A"
                ),
                says!(
                    "Urinary infection, pressure wound and relapse change spasticity.",
                    "Boster 2016, best practices: screening, Neuromodulation 19(6):616-622",
                    "A"
                ),
                says!("A longer list of triggers was not verified.", "commonly taught, no source read", "U"),
            ],
            Self::Interrogate => &[says!("Settings, alarms, log and motor.", SAULINO, "A")],
            Self::Residual => &[
                says!("Read the volume and compare the measured residual.", SAULINO, "A"),
                says!(
                    "A child whose pump was still full twice was refilled, restarted lower, and was in coma within 10 minutes.",
                    "Sgouros 2010, Pediatr Neurosurg 46:62",
                    "A"
                ),
            ],
            Self::XRay => &[
                says!("Found 35.1 % of the causes in one series.", DVORAK, "A"),
                says!("Plain film is of use.", "Delhaas 2017, PMC5621993", "A"),
            ],
            Self::DoseTrial => &[
                says!(
                    "A bolus of 50 micrograms was used in a study of the H reflex.",
                    "Clin Neurophysiol 2012",
                    "B"
                ),
                says!(
                    "After rises without effect, look where the catheter lies before raising further.",
                    "Lew 2005, Neurosurgery 56(3):E624",
                    "A"
                ),
            ],
            Self::Rotor => &[says!("Film before and after a turn of 60 degrees.", PORT, "B")],
            Self::Aspirate => &[
                says!("Failed aspiration found 24.3 % of the causes in one series.", DVORAK, "A"),
                says!("Not to be relied on alone.", ORDIA, "A"),
                says!(
                    "Drug meant for the reservoir was injected into the access port: fatal.",
                    "ISMP 2004",
                    "A"
                ),
            ],
            Self::Contrast => &[
                says!(
                    "1 to 2 mL under fluoroscopy or computed tomography found 35.1 % of the causes in one series.",
                    DVORAK,
                    "A"
                ),
                says!(
                    "Contrast through a misplaced (subdural) catheter released trapped drug and caused an overdose in a 15-year-old, after rises of the dose had had no effect.",
                    "Lew 2005, Neurosurgery 56(3):E624",
                    "A"
                ),
                says!("If it is not aspirated first, the dose in the catheter is pushed in.", PORT, "B"),
            ],
            Self::Prime => &[says!(
                "After aspiration or a dye study the catheter holds spinal fluid or contrast, so a prime is needed.",
                PORT,
                "B"
            )],
            Self::Nuclear => &[
                says!("Found 5.4 % of the causes in one series.", DVORAK, "A"),
                says!("Takes up to 3 days.", ORDIA, "A"),
                says!(
                    "Through which port the tracer goes was not in the sources read.",
                    "no source read",
                    "U"
                ),
            ],
            Self::Surgery => &[says!("Revise if it is still unclear.", SAULINO, "A")],
        }
    }

    /// The line of the course that doing it is, in the word of the course file.
    #[must_use]
    pub const fn line(self) -> Option<&'static str> {
        match self {
            Self::Interrogate => Some("interrogated"),
            Self::Aspirate => Some("aspirated"),
            Self::Contrast => Some("injected"),
            _ => None,
        }
    }
}

impl Cause {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::NotThePump,
        Self::Pump,
        Self::CatheterKink,
        Self::CatheterLeak,
        Self::CatheterDisconnected,
        Self::CatheterOccluded,
        Self::CatheterMigrated,
        Self::CatheterSubdural,
        Self::Drug,
        Self::Program,
        Self::Tolerance,
        Self::NotFound,
    ];

    /// The id in data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotThePump => "not-the-pump",
            Self::Pump => "pump",
            Self::CatheterKink => "catheter-kink",
            Self::CatheterLeak => "catheter-leak",
            Self::CatheterDisconnected => "catheter-disconnected",
            Self::CatheterOccluded => "catheter-occluded",
            Self::CatheterMigrated => "catheter-migrated",
            Self::CatheterSubdural => "catheter-subdural",
            Self::Drug => "drug",
            Self::Program => "program",
            Self::Tolerance => "tolerance",
            Self::NotFound => "not-found",
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotThePump => "Not the pump: another illness or trigger",
            Self::Pump => "Pump",
            Self::CatheterKink => "Catheter: kinked",
            Self::CatheterLeak => "Catheter: leak or break",
            Self::CatheterDisconnected => "Catheter: disconnected",
            Self::CatheterOccluded => "Catheter: blocked",
            Self::CatheterMigrated => "Catheter: tip out of place",
            Self::CatheterSubdural => "Catheter: beside the spinal fluid (subdural)",
            Self::Drug => "Drug or its strength",
            Self::Program => "Error of program or refill",
            Self::Tolerance => "Tolerance",
            Self::NotFound => "Not found",
        }
    }

    /// The cause of an id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.id() == id)
    }

    /// Whether it lies in the catheter.
    #[must_use]
    pub const fn is_catheter(self) -> bool {
        matches!(
            self,
            Self::CatheterKink
                | Self::CatheterLeak
                | Self::CatheterDisconnected
                | Self::CatheterOccluded
                | Self::CatheterMigrated
                | Self::CatheterSubdural
        )
    }
}
