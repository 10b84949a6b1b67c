//! The age bands of the gross motor function classification: its levels are told apart by other words in each.

/// An age band; from a birthday to the day before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GmfcsAge {
    /// Before the second birthday.
    BelowTwo,
    /// From the second birthday to before the fourth.
    TwoToFour,
    /// From the fourth to before the sixth.
    FourToSix,
    /// From the sixth to before the twelfth.
    SixToTwelve,
    /// From the twelfth to before the eighteenth.
    TwelveToEighteen,
}

impl GmfcsAge {
    /// Every band with the birthdays in between which it lies.
    pub const BIRTHDAYS: [(Self, u16, u16); 5] = [
        (Self::BelowTwo, 0, 2),
        (Self::TwoToFour, 2, 4),
        (Self::FourToSix, 4, 6),
        (Self::SixToTwelve, 6, 12),
        (Self::TwelveToEighteen, 12, 18),
    ];

    /// The band at an age in completed years; `None` from the eighteenth birthday on: the classification has no words for adults.
    #[must_use]
    pub fn at(years: u16) -> Option<Self> {
        let band = Self::BIRTHDAYS.into_iter().find(|(_, from, before)| (*from..*before).contains(&years));
        band.map(|(band, ..)| band)
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BelowTwo => "before the 2nd birthday",
            Self::TwoToFour => "2nd to 4th birthday",
            Self::FourToSix => "4th to 6th birthday",
            Self::SixToTwelve => "6th to 12th birthday",
            Self::TwelveToEighteen => "12th to 18th birthday",
        }
    }
}
