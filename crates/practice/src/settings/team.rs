//! Houses as organisations, and who sees whom.

use super::{Clinic, SettingsError};
use crate::discipline::Discipline;
use serde::{Deserialize, Serialize};

/// Who sees which patients, among those who may see patients.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhoSees {
    /// Everybody sees everybody.
    #[default]
    Everybody,
    /// The care team of a patient and the patient's houses; anybody else gives a reason first.
    TeamAndHouses,
}

impl WhoSees {
    /// Every choice, its word in data and its words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 2] = [
        ("everybody", Self::Everybody, "Everybody who may see patients sees every patient"),
        ("team-and-houses", Self::TeamAndHouses, "Only the care team and the patient’s houses see a patient"),
    ];

    /// The word in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, choice, _)| *choice == self).map_or("", |(word, _, _)| word)
    }

    /// The choice of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _, _)| *known == word).map(|(_, choice, _)| *choice)
    }
}

/// A house: an organisation or site that takes part in the therapy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct House {
    /// Its name, as in [`Clinic::houses`].
    pub name: String,
    /// Which disciplines are there.
    #[serde(default)]
    pub disciplines: Vec<Discipline>,
    /// Phone.
    #[serde(default)]
    pub phone: String,
    /// E-mail.
    #[serde(default)]
    pub email: String,
    /// Postal address, in a line.
    #[serde(default)]
    pub address: String,
}

/// What the houses are, and who sees whom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct TeamSettings {
    /// Who sees whom.
    #[serde(default)]
    pub who_sees: WhoSees,
    /// What is known of houses, by their names; a house that is not here is one of which only the name is known.
    #[serde(default)]
    pub houses: Vec<House>,
}

impl TeamSettings {
    pub(super) fn check(&self) -> Result<(), SettingsError> {
        let long = |text: &String| text.chars().count() > 300;
        if self.houses.iter().any(|house| [&house.phone, &house.email, &house.address].into_iter().any(long))
        {
            return Err(SettingsError::value(
                "houses",
                "Phone, e-mail and address have at most 300 characters",
            ));
        }
        if self.houses.iter().any(|house| !house.email.is_empty() && !house.email.contains('@')) {
            return Err(SettingsError::value("houses", "An e-mail address has an @ in it"));
        }
        Ok(())
    }
}

impl super::Settings {
    /// Every house of the clinic with what is known of it, in the clinic's order.
    pub fn houses(&self) -> impl Iterator<Item = House> {
        let Clinic { houses, .. } = &self.clinic;
        houses.iter().map(|name| {
            let known = self.team.houses.iter().find(|house| house.name == *name);
            known.cloned().unwrap_or_else(|| House { name: name.clone(), ..House::default() })
        })
    }
}
