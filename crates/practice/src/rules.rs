//! What acts are judged by: the clinic's protocol, its catalogue and its time zone, as the settings have them.

use catalogue::Catalogue;
use therapy::Protocol;
use therapy::judge::Setting;

/// What acts are judged by.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Limits.
    pub protocol: Protocol,
    /// Devices and drugs.
    pub catalogue: Catalogue,
    /// The clinic's time zone, by its name in the time-zone database.
    pub zone: String,
}

impl Rules {
    /// As `therapy` wants it.
    #[must_use]
    pub const fn setting(&self) -> Setting<'_> {
        Setting { protocol: &self.protocol, catalogue: &self.catalogue }
    }
}
