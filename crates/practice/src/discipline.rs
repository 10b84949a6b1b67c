//! Disciplines: what somebody is trained in and answers for on the way. A closed list, in plain words.

use crate::access::{UnknownWord, words};
use core::str::FromStr;
use serde::{Deserialize, Serialize};

words! {
    /// What somebody is trained in.
    Discipline, "discipline" {
        /// Diseases of the nerves, in adults.
        Neurology = "neurology", "Neurology";
        /// The same in children.
        Neuropaediatrics = "neuropaediatrics", "Neuropaediatrics";
        /// Implants.
        Neurosurgery = "neurosurgery", "Neurosurgery";
        /// Bones, joints, contractures.
        Orthopaedics = "orthopaedics", "Orthopaedics";
        /// Rehabilitation, as a physician.
        RehabilitationMedicine = "rehabilitation-medicine", "Physical medicine and rehabilitation";
        /// Children as a whole.
        Paediatrics = "paediatrics", "Paediatrics";
        /// Pain and anaesthesia.
        Anaesthesia = "anaesthesia", "Anaesthesia";
        /// The family's own physician.
        FamilyMedicine = "family-medicine", "Family medicine";
        /// Another physician.
        OtherMedicine = "other-medicine", "Another field of medicine";
        /// Nursing, refills.
        Nursing = "nursing", "Nursing";
        /// Movement.
        Physiotherapy = "physiotherapy", "Physiotherapy";
        /// Daily life, aids.
        OccupationalTherapy = "occupational-therapy", "Occupational therapy";
        /// Speech and swallowing.
        SpeechTherapy = "speech-therapy", "Speech and swallowing therapy";
        /// Aids, orthoses, chairs.
        OrthopaedicTechnology = "orthopaedic-technology", "Orthoses and aids";
        /// Mind and behaviour.
        Psychology = "psychology", "Psychology";
        /// Rights, money, home.
        SocialWork = "social-work", "Social work";
        /// Dates, papers, who does what.
        Coordination = "coordination", "Coordination";
        /// Languages.
        Interpreting = "interpreting", "Interpreting";
    }
}
