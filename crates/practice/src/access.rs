//! Who may do what: roles, rights and the table between them. What is not granted is denied.

use core::fmt;
use core::str::FromStr;
use record::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$variant_doc:meta])* $variant:ident = $word:literal, $title:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "&'static str")]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// All of them, in the order in which pages show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word in data.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// What people read.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;
            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                let known = Self::ALL.iter().find(|known| known.word() == text);
                known.copied().ok_or_else(|| UnknownWord { what: $what, found: text.to_owned() })
            }
        }

        impl TryFrom<String> for $name {
            type Error = UnknownWord;
            fn try_from(text: String) -> Result<Self, UnknownWord> { text.parse() }
        }

        impl From<$name> for &'static str {
            fn from(it: $name) -> Self { it.word() }
        }
    };
}

pub(crate) use words;

/// A word that is no role, right or discipline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{found} is not a {what}")]
pub struct UnknownWord {
    /// What was looked for.
    pub what: &'static str,
    /// What was found.
    pub found: String,
}

words! {
    /// What a person is in the clinic.
    Role, "role" {
        /// Enquiries, uploads, deadlines, appointments.
        Coordinator = "coordinator", "Coordinator";
        /// Runs the day's list, refills, confirms what is in the pump.
        Nurse = "nurse", "Nurse";
        /// Scales, goals, rehabilitation.
        Therapist = "therapist", "Therapist";
        /// Orders and signs.
        Physician = "physician", "Physician";
        /// Implants, and may do what a physician may.
        Surgeon = "surgeon", "Surgeon";
        /// Accounts and settings; sees no clinical data.
        Administrator = "administrator", "Administrator";
    }
}

words! {
    /// Something that a person may be allowed to do.
    Right, "right" {
        /// See patients.
        ReadPatients = "read-patients", "See patients";
        /// See every patient, also where only the care team and the patient's houses do.
        SeeAllPatients = "see-all-patients", "See patients of every house and care team";
        /// New patients, names, numbers, addresses.
        EditIdentity = "edit-identity", "Register patients and edit who they are";
        /// File what happened: refills, residuals, alarms, medicines.
        RecordReports = "record-reports", "Record what happened, such as a refill";
        /// File scores on scales.
        RecordAssessments = "record-assessments", "Record assessments";
        /// File implants, revisions, explants.
        RecordSurgery = "record-surgery", "Record surgery and implants";
        /// Write an order that somebody else signs.
        DraftOrders = "draft-orders", "Draft orders";
        /// Sign an order within the band.
        SignOrders = "sign-orders", "Sign orders within the band";
        /// Sign an order that has a soft finding.
        SignOrdersBeyondBand = "sign-orders-beyond-band", "Sign orders beyond the band, with a reason";
        /// Be the second person of an order.
        CheckOrders = "check-orders", "Check orders as second person";
        /// Say what the programmer showed after an order was entered.
        ConfirmOrders = "confirm-orders", "Confirm orders in the pump";
        /// Close an open finding of a report.
        CloseFindings = "close-findings", "Close findings";
        /// Merge two records of one patient.
        MergePatients = "merge-patients", "Merge patients";
        /// See who looked at what.
        ReadAudit = "read-audit", "See who looked at what";
        /// Change settings, or propose those that two persons decide.
        Settings = "settings", "Change and propose settings";
        /// Approve settings that another person proposed.
        ApproveSettings = "approve-settings", "Approve settings proposed by another person";
        /// Create, change and close accounts.
        Accounts = "accounts", "Manage accounts";
        /// Read what people outside ask, open their files, answer them.
        AnswerEnquiries = "answer-enquiries", "Answer enquiries";
        /// See what comes of the therapy over all patients whom the person sees, without names.
        AnalyseOutcomes = "analyse-outcomes", "See outcomes of the whole cohort";
    }
}

/// A set of rights.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rights(u32);

impl Rights {
    /// None at all.
    pub const NONE: Self = Self(0);

    /// These.
    #[must_use]
    pub fn of(rights: &[Right]) -> Self {
        rights.iter().fold(Self::NONE, |set, right| set.with(*right))
    }

    /// One more.
    #[must_use]
    pub const fn with(self, right: Right) -> Self {
        Self(self.0 | (1 << right as u32))
    }

    /// Whether this one is among them.
    #[must_use]
    pub const fn has(self, right: Right) -> bool {
        self.0 & (1 << right as u32) != 0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Right> {
        Right::ALL.iter().copied().filter(move |right| self.has(*right))
    }
}

/// What each role may do.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Matrix(BTreeMap<Role, Vec<Right>>);

/// The order in which rights are listed says nothing.
impl PartialEq for Matrix {
    fn eq(&self, other: &Self) -> bool {
        Role::ALL.iter().all(|role| self.rights(*role) == other.rights(*role))
    }
}

impl Eq for Matrix {}

/// Why a table of rights cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MatrixError {
    /// Nobody could open accounts or change settings any more.
    #[error(
        "administrators keep the rights to manage accounts and to change settings: without them nobody could undo this"
    )]
    LockedOut,
    /// Administrators see no clinical data.
    #[error("administrators see no patients: give the person a clinical role, or a second account")]
    AdministratorSeesPatients,
    /// A clinical right without the right to see patients.
    #[error("the role {0} has clinical rights but may not see patients")]
    Blind(&'static str),
}

impl Default for Matrix {
    /// Deny by default; a nurse drafts and records, a physician signs, an administrator sees no patient.
    fn default() -> Self {
        use Right::{
            Accounts, AnalyseOutcomes, AnswerEnquiries, ApproveSettings, CheckOrders, CloseFindings,
            ConfirmOrders, DraftOrders, EditIdentity, MergePatients, ReadAudit, ReadPatients,
            RecordAssessments, RecordReports, RecordSurgery, SeeAllPatients, Settings, SignOrders,
            SignOrdersBeyondBand,
        };
        let physician = vec![
            ReadPatients,
            EditIdentity,
            RecordReports,
            RecordAssessments,
            DraftOrders,
            SignOrders,
            SignOrdersBeyondBand,
            CheckOrders,
            ConfirmOrders,
            CloseFindings,
            MergePatients,
            ApproveSettings,
            AnswerEnquiries,
            AnalyseOutcomes,
        ];
        let mut surgeon = physician.clone();
        surgeon.push(RecordSurgery);
        Self(BTreeMap::from([
            (
                Role::Coordinator,
                vec![ReadPatients, SeeAllPatients, EditIdentity, MergePatients, AnswerEnquiries],
            ),
            (
                Role::Nurse,
                vec![
                    ReadPatients,
                    EditIdentity,
                    RecordReports,
                    RecordAssessments,
                    DraftOrders,
                    ConfirmOrders,
                    CloseFindings,
                    AnswerEnquiries,
                    AnalyseOutcomes,
                ],
            ),
            (Role::Therapist, vec![ReadPatients, RecordAssessments, AnalyseOutcomes]),
            (Role::Physician, physician),
            (Role::Surgeon, surgeon),
            (Role::Administrator, vec![ReadAudit, Settings, ApproveSettings, Accounts]),
        ]))
    }
}

impl Matrix {
    /// A table, checked.
    ///
    /// # Errors
    /// [`MatrixError`]: a table that would lock everybody out or contradicts itself.
    pub fn new(rows: impl IntoIterator<Item = (Role, Rights)>) -> Result<Self, MatrixError> {
        let rows = rows.into_iter().map(|(role, rights)| (role, rights.iter().collect())).collect();
        let matrix = Self(rows);
        let administrator = matrix.rights(Role::Administrator);
        if !administrator.has(Right::Accounts) || !administrator.has(Right::Settings) {
            return Err(MatrixError::LockedOut);
        }
        if administrator.has(Right::ReadPatients) {
            return Err(MatrixError::AdministratorSeesPatients);
        }
        let office = [Right::ReadAudit, Right::Settings, Right::ApproveSettings, Right::Accounts];
        for role in Role::ALL {
            let rights = matrix.rights(*role);
            let clinical = rights.iter().any(|right| !office.contains(&right));
            if clinical && !rights.has(Right::ReadPatients) {
                return Err(MatrixError::Blind(role.word()));
            }
        }
        Ok(matrix)
    }

    /// What a role may do; nothing if the table does not say.
    #[must_use]
    pub fn rights(&self, role: Role) -> Rights {
        self.0.get(&role).map(|rights| Rights::of(rights)).unwrap_or_default()
    }
}

/// The person who acts: signed in, with the rights of now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account: Id,
    /// The person's name, as it is shown beside what they do.
    pub name: String,
    /// The role.
    pub role: Role,
    /// What they may do.
    pub rights: Rights,
}

/// That somebody may not do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub struct Denied {
    /// Which right is missing.
    pub right: Right,
    /// Whose role it was.
    pub role: Role,
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the role {} does not have the right \"{}\"", self.role.word(), self.right.title())
    }
}

impl Actor {
    /// Whether the person may do this.
    #[must_use]
    pub const fn may(&self, right: Right) -> bool {
        self.rights.has(right)
    }

    /// Goes on only if the person may do this.
    ///
    /// # Errors
    /// [`Denied`] otherwise.
    pub const fn require(&self, right: Right) -> Result<(), Denied> {
        if self.may(right) { Ok(()) } else { Err(Denied { right, role: self.role }) }
    }
}
