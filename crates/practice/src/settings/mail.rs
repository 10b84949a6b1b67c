//! The mail server by which reminders go out, and how long before an appointment they do.

use super::{Settings, SettingsError};
use crate::path::appointment::{Kind, address};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// A reminder goes out at most so long before: half a year.
pub const LEAD_HOURS_MAX: u16 = 24 * 183;

/// A password: kept sealed with the settings, and never shown or logged.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(if self.0.is_empty() { "Secret(none)" } else { "Secret(…)" })
    }
}

/// How the connection is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Security {
    /// TLS from the first byte.
    Tls,
    /// TLS asked for by STARTTLS; without it nothing is sent.
    StartTls,
    /// None: for a server on this machine only.
    None,
}

impl Security {
    /// Each of them, its word in data and its words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 3] = [
        ("tls", Self::Tls, "TLS from the start (usually port 465)"),
        ("start-tls", Self::StartTls, "STARTTLS (usually port 587)"),
        ("none", Self::None, "none: only for a server on this machine"),
    ];

    /// The word in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, known, _)| *known == self).map_or("", |(word, _, _)| word)
    }

    /// That of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _, _)| *known == word).map(|(_, known, _)| *known)
    }
}

/// The mail server and what is sent by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Mail {
    /// Whether reminders are sent at all.
    pub on: bool,
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is kept private.
    pub security: Security,
    /// Name at the server; empty for none.
    #[serde(default)]
    pub user: String,
    /// Password at the server.
    #[serde(default)]
    pub password: Secret,
    /// From which address letters come.
    pub from: String,
    /// The number that patients call about an appointment.
    pub phone: String,
    /// How many hours before an appointment of a kind its reminder goes out; a kind that is not named has none.
    #[serde(default)]
    pub lead_hours: BTreeMap<Kind, u16>,
}

impl Mail {
    /// When the reminder of an appointment goes out, in seconds since 1970; none if that has passed.
    #[must_use]
    pub fn remind_at(&self, what: Kind, starts: i64, now: i64) -> Option<i64> {
        let hours = self.lead_hours.get(&what).filter(|_| self.on)?;
        Some(starts.saturating_sub(i64::from(*hours) * 3_600)).filter(|at| *at > now)
    }

    /// Whether the server is on this machine, by its name or number.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.host == "localhost"
            || self.host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
    }

    pub(super) fn check(&self) -> Result<(), SettingsError> {
        let host = !self.host.is_empty()
            && self.host.len() <= 253
            && self.host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:".contains(&byte));
        let refuse = |field, problem: &str| Err(SettingsError::value(field, problem));
        if !host {
            return refuse("host", "Enter the server's name, such as mail.example.org");
        }
        if self.port == 0 {
            return refuse("port", "Enter a port, 1 to 65535");
        }
        if self.security == Security::None && !self.is_loopback() {
            return refuse(
                "security",
                "Without TLS letters and password could be read on the way: choose TLS or STARTTLS, unless the server is localhost",
            );
        }
        if !self.user.is_empty() && self.password.0.is_empty() {
            return refuse("password", "Enter the password at the server");
        }
        if [&self.user, &self.password.0].iter().any(|text| text.contains(char::is_control)) {
            return refuse("user", "Name and password hold letters, digits and signs only");
        }
        if let Err(problem) = address(&self.from) {
            return refuse("from", &format!("This {problem}"));
        }
        let digits = self.phone.chars().filter(char::is_ascii_digit).count();
        if digits < 3 || self.phone.contains(char::is_control) || self.phone.chars().count() > 60 {
            return refuse("phone", "Enter the number that patients call, with at least 3 digits");
        }
        if self.lead_hours.values().any(|hours| !(1..=LEAD_HOURS_MAX).contains(hours)) {
            return refuse("lead_hours", "Enter 1 to 4392 hours, or nothing for no reminder");
        }
        Ok(())
    }
}

impl Settings {
    /// When a reminder of an appointment goes out by these settings, in seconds since 1970.
    #[must_use]
    pub fn remind_at(&self, what: Kind, starts: i64, now: i64) -> Option<i64> {
        self.mail.as_ref()?.remind_at(what, starts, now)
    }

    /// When the house works.
    #[must_use]
    pub fn calendar(&self) -> crate::agenda::Calendar {
        crate::agenda::Calendar { holidays: self.holidays(), zone: self.zone() }
    }
}
