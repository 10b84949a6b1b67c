//! Questions without an answer.

/// Why a result is not defined for this input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Undefined {
    /// There is no value at all.
    #[error("there is no value")]
    NoData,
    /// Every difference is zero.
    #[error("no change in any patient")]
    AllZero,
    /// Fewer than two values.
    #[error("it needs at least two values")]
    FewerThanTwo,
    /// All differences are the same: there is no spread to measure them by.
    #[error("every difference is the same")]
    ZeroVariance,
    /// Within every row all values are the same.
    #[error("all values of each patient are the same")]
    AllTied,
    /// Nobody was followed for any time.
    #[error("nobody was followed for any time")]
    NoExposure,
    /// Nobody changed in either direction.
    #[error("nobody changed in either direction")]
    NoDiscordant,
    /// There is no event, or only one group is at risk when there are events.
    #[error("there is nothing to compare")]
    Nothing,
    /// Too many values for an exact distribution: only an approximation is given.
    #[error("too many values for the exact distribution")]
    TooLarge,
    /// There is no event.
    #[error("there is no event")]
    NoEvents,
    /// The more extreme the estimate, the better it fits: every patient with an event had the highest (or every one the
    /// lowest) value of those at risk.
    #[error("the effect has no finite estimate: it separates those with events from the others")]
    Monotone,
    /// The data cannot tell the terms of the model apart.
    #[error("the data are too few, or too alike, to tell the terms of the model apart")]
    NotIdentifiable,
}

impl Undefined {
    /// Its word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoData => "undefined_no_data",
            Self::AllZero => "undefined_all_zero",
            Self::FewerThanTwo => "undefined_n_lt_2",
            Self::ZeroVariance => "undefined_zero_variance",
            Self::AllTied => "undefined_all_tied",
            Self::NoExposure => "undefined_no_exposure",
            Self::NoDiscordant => "undefined_no_discordant",
            Self::Nothing => "undefined",
            Self::TooLarge => "too_large_for_exact",
            Self::NoEvents => "undefined_no_events",
            Self::Monotone => "undefined_monotone_likelihood",
            Self::NotIdentifiable => "undefined_not_identifiable",
        }
    }
}
