//! The languages, and how each writes numbers.

/// A language of the papers and pages for patients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English: every text is written in it first.
    English,
    /// German.
    German,
    /// Slovak.
    Slovak,
    /// Czech.
    Czech,
    /// Turkish.
    Turkish,
    /// Hebrew, from right to left.
    Hebrew,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Language {
    /// All of them, in the order in which people choose.
    pub const ALL: [Self; 6] =
        [Self::English, Self::German, Self::Slovak, Self::Czech, Self::Turkish, Self::Hebrew];

    /// Its code in data and in HTML, as in BCP 47.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Slovak => "sk",
            Self::Czech => "cs",
            Self::Turkish => "tr",
            Self::Hebrew => "he",
        }
    }

    /// The language of a code, or of a name that somebody typed: in English or in the language itself.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|known| {
            [known.code(), known.english_name(), known.own_name()]
                .iter()
                .any(|name| name.to_lowercase() == text)
        })
    }

    /// Its name in English.
    #[must_use]
    pub const fn english_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "German",
            Self::Slovak => "Slovak",
            Self::Czech => "Czech",
            Self::Turkish => "Turkish",
            Self::Hebrew => "Hebrew",
        }
    }

    /// Its name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::Slovak => "slovenčina",
            Self::Czech => "čeština",
            Self::Turkish => "Türkçe",
            Self::Hebrew => "עברית",
        }
    }

    /// Which way it is written.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::Hebrew => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// The value of `dir` in HTML.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self.direction() {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }

    /// The mark before the decimals (CLDR).
    pub(crate) const fn decimal_mark(self) -> char {
        match self {
            Self::English | Self::Hebrew => '.',
            Self::German | Self::Slovak | Self::Czech | Self::Turkish => ',',
        }
    }
}
