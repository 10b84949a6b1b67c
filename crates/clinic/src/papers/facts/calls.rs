//! Whom to call, with typed hours.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use practice::contacts::{Contacts, Rule, who_to_call};
use practice::settings::Settings;

/// Somebody who answers.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) name: String,
    pub(crate) phone: String,
    pub(crate) hours: Hours,
}

/// When somebody answers.
#[derive(Clone)]
pub(crate) enum Hours {
    /// At any hour.
    Any,
    /// At any hour, if nobody else does.
    IfNobodyElse,
    /// Now, until then.
    Until { until: DateTime, now: DateTime },
    /// By these rules of every week.
    Weekly(Vec<Rule>),
}

fn civil(unix: i64, zone: &TimeZone) -> DateTime {
    let at = Timestamp::from_second(unix).unwrap_or(Timestamp::UNIX_EPOCH);
    at.to_zoned(zone.clone()).datetime()
}

/// Every desk, the one of last resort at the end if it is none of the others.
fn all(contacts: &Contacts) -> Vec<&practice::contacts::Desk> {
    let mut all: Vec<&practice::contacts::Desk> = contacts.desks.iter().collect();
    if !all.iter().any(|desk| desk.name == contacts.fallback.name) {
        all.push(&contacts.fallback);
    }
    all
}

fn weekly(contacts: &Contacts, desk: &practice::contacts::Desk) -> Desk {
    let rules: Vec<Rule> = contacts.rules.iter().filter(|rule| rule.desk == desk.name).cloned().collect();
    let hours = if rules.is_empty() { Hours::IfNobodyElse } else { Hours::Weekly(rules) };
    Desk { name: desk.name.clone(), phone: desk.phone.clone(), hours }
}

/// Who answers now, best first, and who else there is.
pub(super) fn now(settings: &Settings, zone: &TimeZone, unix: i64) -> (Vec<Desk>, Vec<Desk>) {
    let Some(contacts) = &settings.contacts else { return (Vec::new(), Vec::new()) };
    let holidays = settings.holidays();
    let calling = who_to_call(contacts, &holidays, zone, unix);
    let now = calling.desks.iter().map(|desk| {
        let hours = if desk.name == contacts.fallback.name {
            Hours::Any
        } else {
            Hours::Until { until: civil(calling.until_unix, zone), now: civil(unix, zone) }
        };
        Desk { name: desk.name.clone(), phone: desk.phone.clone(), hours }
    });
    let now: Vec<Desk> = now.collect();
    let others = all(contacts).into_iter();
    let others = others.filter(|desk| calling.desks.iter().all(|now| now.name != desk.name));
    (now, others.map(|desk| weekly(contacts, desk)).collect())
}

/// Every desk with its hours of every week.
pub(super) fn always(settings: &Settings) -> Vec<Desk> {
    let Some(contacts) = &settings.contacts else { return Vec::new() };
    all(contacts).into_iter().map(|desk| weekly(contacts, desk)).collect()
}
