//! What was asked for: the choice of patients and the day up to which data count.

use crate::form::Form;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use outcomes::cohort::{Choice, GroupBy, Part, Person, Plan, Windows};
use practice::rules::Rules;
use std::collections::BTreeMap;

/// A choice that a person can make: its word in data and what people read.
type Option_ = (String, String);

/// What can be chosen: only what occurs.
pub(super) struct Choices {
    pub(super) aetiologies: Vec<Option_>,
    pub(super) houses: Vec<Option_>,
    pub(super) pumps: Vec<Option_>,
    pub(super) catheters: Vec<Option_>,
    pub(super) groups: Vec<(&'static str, &'static str)>,
}

impl Choices {
    pub(super) fn of(people: &[Person], rules: &Rules) -> Self {
        let plain = |word: &str| word.replace('-', " ");
        let models = |part: Part, name: &dyn Fn(&str) -> Option<String>| {
            let all = people.iter().flat_map(|person| &person.devices);
            let models = all.filter(|device| device.part == part && !device.model.is_empty());
            options(models.map(|device| device.model.as_str()), &|word| {
                name(word).unwrap_or_else(|| word.to_owned())
            })
        };
        let catalogue = &rules.catalogue;
        Self {
            aetiologies: options(people.iter().map(|person| person.aetiology.as_str()), &plain),
            houses: options(people.iter().map(|person| person.house.as_str()), &str::to_owned),
            pumps: models(Part::Pump, &|id| catalogue.pump(id).map(|pump| pump.name.clone())),
            catheters: models(Part::Catheter, &|id| catalogue.catheter(id).map(|one| one.name.clone())),
            groups: GROUPS.map(|(word, by)| (word, crate::outcomes::group_words(by))).to_vec(),
        }
    }
}

const GROUPS: [(&str, GroupBy); 3] =
    [("cause", GroupBy::Aetiology), ("house", GroupBy::House), ("model", GroupBy::Model)];

fn options<'a>(words: impl Iterator<Item = &'a str>, name: &dyn Fn(&str) -> String) -> Vec<Option_> {
    let mut counts: BTreeMap<&str, ()> = BTreeMap::new();
    for word in words.filter(|word| !word.is_empty()) {
        counts.insert(word, ());
    }
    counts.into_keys().map(|word| (word.to_owned(), name(word))).collect()
}

/// What was asked for.
pub(super) struct Asked {
    pub(super) plan: Plan,
    /// The same as part of an address.
    pub(super) query: String,
}

/// Fields of the choice.
const FIELDS: [&str; 10] = [
    "cause",
    "house",
    "pump",
    "catheter",
    "age-from",
    "age-to",
    "implanted-from",
    "implanted-to",
    "cut",
    "by",
];

impl Asked {
    /// Reads the choice; what cannot be read is refused in the form.
    pub(super) fn read(form: &mut Form, now: i64, zone: &TimeZone) -> Self {
        let today = jiff::Timestamp::from_second(now)
            .map_or(Date::constant(1970, 1, 1), |at| at.to_zoned(zone.clone()).date());
        let list = |form: &Form, name: &str| -> Vec<String> {
            form.fields.all(name).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let choice = Choice {
            aetiologies: list(form, "cause"),
            houses: list(form, "house"),
            pumps: list(form, "pump"),
            catheters: list(form, "catheter"),
            age_from: age(form, "age-from"),
            age_to: age(form, "age-to"),
            implanted_from: day(form, "implanted-from"),
            implanted_to: day(form, "implanted-to"),
        };
        if matches!((choice.age_from, choice.age_to), (Some(from), Some(to)) if from > to) {
            form.refuse("age-to", "Oldest is below youngest: nobody is both");
        }
        if matches!((choice.implanted_from, choice.implanted_to), (Some(from), Some(to)) if from > to) {
            form.refuse("implanted-to", "The last day lies before the first: nobody was implanted then");
        }
        let cut = day(form, "cut").unwrap_or(today);
        if cut > today {
            form.refuse("cut", "This day is still to come; accepted: today or before");
        }
        let by = form.value("by").to_owned();
        let group_by = GROUPS.iter().find(|(word, _)| *word == by).map(|(_, by)| *by);
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in
            form.fields.iter().filter(|(name, value)| FIELDS.contains(name) && !value.is_empty())
        {
            query.append_pair(name, value);
        }
        let query = query.finish();
        Self { plan: Plan { choice, cut, windows: Windows::default(), group_by }, query }
    }
}

fn age(form: &mut Form, field: &str) -> Option<i16> {
    let text = form.value(field).to_owned();
    if text.is_empty() {
        return None;
    }
    let age = text.parse().ok().filter(|age| (0..=120_i16).contains(age));
    if age.is_none() {
        form.refuse(field, "Accepted: whole years from 0 to 120");
    }
    age
}

fn day(form: &mut Form, field: &str) -> Option<Date> {
    let text = form.value(field).to_owned();
    if text.is_empty() {
        return None;
    }
    let day = text.parse().ok();
    if day.is_none() {
        form.refuse(field, "Accepted: a date, such as 2026-03-09");
    }
    day
}
