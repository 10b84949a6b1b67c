//! Who is in.

use super::followed::Followed;
use super::row::{Part, Person};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Which people are looked at. An empty list, and an absent bound, leave nobody out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Choice {
    /// Causes of the spasticity.
    pub aetiologies: Vec<String>,
    /// Houses.
    pub houses: Vec<String>,
    /// Models of pumps: whoever ever had one of them.
    pub pumps: Vec<String>,
    /// Models of catheters: whoever ever had one of them.
    pub catheters: Vec<String>,
    /// Youngest, in whole years at the first implant.
    pub age_from: Option<i16>,
    /// Oldest, in whole years at the first implant.
    pub age_to: Option<i16>,
    /// First implant on this day or later.
    pub implanted_from: Option<Date>,
    /// First implant on this day or earlier.
    pub implanted_to: Option<Date>,
}

/// Whole years at a day.
#[must_use]
pub fn age(born: Date, on: Date) -> i16 {
    on.year() - born.year() - i16::from((on.month(), on.day()) < (born.month(), born.day()))
}

impl Choice {
    /// Whether it leaves nobody out.
    #[must_use]
    pub fn is_everybody(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a person is in.
    ///
    /// Where a bound is set and the person's value is not known, the person is out: nobody is guessed in.
    #[must_use]
    pub fn takes(&self, person: &Person, followed: &Followed) -> bool {
        let among = |wanted: &[String], value: &String| wanted.is_empty() || wanted.contains(value);
        let had = |part: Part, wanted: &[String]| {
            wanted.is_empty()
                || person.devices.iter().any(|device| device.part == part && wanted.contains(&device.model))
        };
        let within = |value: Option<i16>| {
            let from = self.age_from.is_none_or(|from| value.is_some_and(|age| age >= from));
            from && self.age_to.is_none_or(|to| value.is_some_and(|age| age <= to))
        };
        let implanted = followed.implanted;
        among(&self.aetiologies, &person.aetiology)
            && among(&self.houses, &person.house)
            && had(Part::Pump, &self.pumps)
            && had(Part::Catheter, &self.catheters)
            && within(person.born.zip(implanted).map(|(born, implanted)| age(born, implanted)))
            && self.implanted_from.is_none_or(|from| implanted.is_some_and(|day| day >= from))
            && self.implanted_to.is_none_or(|to| implanted.is_some_and(|day| day <= to))
    }
}
