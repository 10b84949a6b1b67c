//! The eight reasons for the therapy, as a centre tells them to families: ticked before the decision, asked again at
//! every review.

/// Why a patient is to have the therapy: what spasticity or dystonia does to this patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It traps the patient in the body.
    TrappedInBody,
    /// It prevents walking with aids.
    WalkingWithAids,
    /// It prevents sitting in a wheelchair.
    SittingInWheelchair,
    /// It disturbs sleep.
    Sleep,
    /// It makes other treatment hard.
    Therapy,
    /// It hurts.
    Pain,
    /// It makes dressing and care hard.
    DressingAndCare,
    /// Shooting tone breaks everyday activity.
    EverydayActivity,
}

/// Where the list comes from.
pub const SOURCE: &str = "An intrathecal baclofen centre's page for families (Munich), \"who benefits\"";

impl Reason {
    /// All of them, in the order of the source.
    pub const ALL: [Self; 8] = [
        Self::TrappedInBody,
        Self::WalkingWithAids,
        Self::SittingInWheelchair,
        Self::Sleep,
        Self::Therapy,
        Self::Pain,
        Self::DressingAndCare,
        Self::EverydayActivity,
    ];

    /// The id in data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TrappedInBody => "trapped-in-body",
            Self::WalkingWithAids => "walking-with-aids",
            Self::SittingInWheelchair => "sitting-in-wheelchair",
            Self::Sleep => "sleep",
            Self::Therapy => "therapy",
            Self::Pain => "pain",
            Self::DressingAndCare => "dressing-and-care",
            Self::EverydayActivity => "everyday-activity",
        }
    }

    /// What it says of the patient before the treatment, for the sheet on which it is ticked.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::TrappedInBody => "It traps the patient in the body",
            Self::WalkingWithAids => "It prevents walking with aids",
            Self::SittingInWheelchair => "It prevents sitting in a wheelchair",
            Self::Sleep => "It disturbs sleep",
            Self::Therapy => "It makes therapy hard",
            Self::Pain => "It hurts",
            Self::DressingAndCare => "It makes dressing and care hard",
            Self::EverydayActivity => "Shooting tone breaks everyday activity",
        }
    }

    /// What is asked about at a review, and what a goal can belong to.
    #[must_use]
    pub const fn topic(self) -> &'static str {
        match self {
            Self::TrappedInBody => "Being trapped in the body",
            Self::WalkingWithAids => "Walking with aids",
            Self::SittingInWheelchair => "Sitting in a wheelchair",
            Self::Sleep => "Sleep",
            Self::Therapy => "Taking part in therapy",
            Self::Pain => "Pain",
            Self::DressingAndCare => "Dressing and care",
            Self::EverydayActivity => "Everyday activity without shooting tone",
        }
    }

    /// The reason of an id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.id() == id)
    }
}
