//! Typed numbers inside findings and results: exact until they are shown.

use jiff::civil::{Date, DateTime};
use quantity::{Amount, Quotient};
use twin::RBig;

/// A number with its kind; ratios are exact, in the base units of `quantity`.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// nL
    Volume(RBig),
    /// ng
    Mass(RBig),
    /// ng/mL
    Concentration(RBig),
    /// nL/d
    Flow(RBig),
    /// ng/d
    Dose(RBig),
    /// s, shown in hours
    Hours(RBig),
    /// s, shown in days
    Days(RBig),
    /// A plain ratio.
    Number(RBig),
    /// A plain ratio, shown in per cent.
    Percent(RBig),
    /// How many.
    Count(u64),
    /// A civil date, on the pump's clock unless its name says otherwise.
    Date(Date),
    /// A civil time, on the pump's clock.
    At(DateTime),
    /// A word from a closed list, or a name someone has given.
    Text(String),
}

impl Value {
    /// An exact volume.
    #[must_use]
    pub fn volume(volume: impl Into<Exact<quantity::Volume>>) -> Self {
        Self::Volume(volume.into().0)
    }
    /// An exact mass.
    #[must_use]
    pub fn mass(mass: impl Into<Exact<quantity::Mass>>) -> Self {
        Self::Mass(mass.into().0)
    }
    /// An exact concentration.
    #[must_use]
    pub fn concentration(concentration: impl Into<Exact<quantity::Concentration>>) -> Self {
        Self::Concentration(concentration.into().0)
    }
    /// An exact flow.
    #[must_use]
    pub fn flow(flow: impl Into<Exact<quantity::Flow>>) -> Self {
        Self::Flow(flow.into().0)
    }
    /// An exact dose.
    #[must_use]
    pub fn dose(dose: impl Into<Exact<quantity::Dose>>) -> Self {
        Self::Dose(dose.into().0)
    }

    /// The number as data: cut toward zero to the last decimal of its kind, with the UCUM unit; `None` for a count, a
    /// date or a text.
    #[must_use]
    pub fn number(&self) -> Option<(String, &'static str)> {
        let scaled = |value: &RBig, per: u64, places: u32| decimal(&(value / RBig::from(per)), places);
        Some(match self {
            Self::Volume(value) => (scaled(value, 1_000_000, 6), "mL"),
            Self::Mass(value) => (scaled(value, 1_000, 3), "ug"),
            Self::Concentration(value) => (scaled(value, 1_000, 3), "ug/mL"),
            Self::Flow(value) => (scaled(value, 1_000_000, 6), "mL/d"),
            Self::Dose(value) => (scaled(value, 1_000, 3), "ug/d"),
            Self::Hours(value) => (scaled(value, 3_600, 6), "h"),
            Self::Days(value) => (scaled(value, 86_400, 6), "d"),
            Self::Number(value) => (decimal(value, 6), ""),
            Self::Percent(value) => (decimal(&(value * RBig::from(100)), 4), "%"),
            Self::Count(_) | Self::Date(_) | Self::At(_) | Self::Text(_) => return None,
        })
    }
}

/// An exact amount of a kind, in base units, as a big ratio.
pub struct Exact<Q>(pub RBig, core::marker::PhantomData<Q>);

impl<Q: Amount> From<Q> for Exact<Q> {
    fn from(amount: Q) -> Self {
        Self(RBig::from(amount.base()), core::marker::PhantomData)
    }
}
impl<Q: Amount> From<Quotient<Q>> for Exact<Q> {
    fn from(quotient: Quotient<Q>) -> Self {
        Self(twin::of(quotient), core::marker::PhantomData)
    }
}

/// A ratio cut toward zero to `places` decimals, without trailing zeros.
#[must_use]
pub fn decimal(value: &RBig, places: u32) -> String {
    let cut = twin::cut(value, places);
    let number = quantity::Decimals { value: cut.value, places };
    format!("{}{number}", if cut.negative { "-" } else { "" })
}

/// For people: units in words, dates with the month in letters.
impl std::fmt::Display for Value {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Count(count) => write!(formatter, "{count}"),
            Self::Date(date) => formatter.write_str(&date_in_words(*date)),
            Self::At(at) => {
                let seconds = if at.second() == 0 { String::new() } else { format!(":{:02}", at.second()) };
                let date = date_in_words(at.date());
                write!(formatter, "{date} {:02}:{:02}{seconds}", at.hour(), at.minute())
            }
            Self::Text(text) => formatter.write_str(text),
            _ => {
                let (number, unit) = self.number().unwrap_or_default();
                let words = match unit {
                    "ug" => "micrograms",
                    "ug/mL" => "micrograms per mL",
                    "ug/d" => "micrograms per day",
                    "mL/d" => "mL per day",
                    other => other,
                };
                if words.is_empty() {
                    return formatter.write_str(&number);
                }
                write!(formatter, "{number}\u{a0}{words}")
            }
        }
    }
}

/// A date with the month in letters: no two countries read 03/04 alike.
#[must_use]
pub fn date_in_words(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(date.month()).ok().and_then(|month| MONTHS.get(month.saturating_sub(1)));
    format!("{} {} {}", date.day(), month.copied().unwrap_or_default(), date.year())
}
