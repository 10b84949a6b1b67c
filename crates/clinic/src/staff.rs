//! What staff read, said from the same catalogue as the texts for patients: in English.

use core::fmt::Display;
use words::{Approvals, Args, Language, Voice};

/// A text with its places filled in.
pub(crate) fn say(key: &str, places: &[(&str, &dyn Display)]) -> String {
    static NONE: Approvals = Approvals::none();
    let voice = Voice::new(Language::English, &NONE);
    let args = places.iter().fold(Args::new(), |args, (place, value)| args.text(place, &value.to_string()));
    voice.plain_with(key, &args)
}

/// Templates say a text by its key: `t` one without places, `t1` one with one place, and so on.
macro_rules! says {
    ($it:ty) => {
        impl $it {
            /// The text of a key (`crates/words/texts/en/staff`).
            #[must_use]
            pub fn t(&self, key: &str) -> String {
                crate::staff::say(key, &[])
            }

            /// The same with one place filled in.
            #[must_use]
            pub fn t1(&self, key: &str, a: &str, one: impl core::fmt::Display) -> String {
                crate::staff::say(key, &[(a, &one)])
            }

            /// The same with two places filled in.
            #[must_use]
            pub fn t2(
                &self,
                key: &str,
                a: &str,
                one: impl core::fmt::Display,
                b: &str,
                two: impl core::fmt::Display,
            ) -> String {
                crate::staff::say(key, &[(a, &one), (b, &two)])
            }

            /// The same with three places filled in.
            #[must_use]
            #[allow(clippy::too_many_arguments, reason = "each place is a name and its value")]
            pub fn t3(
                &self,
                key: &str,
                a: &str,
                one: impl core::fmt::Display,
                b: &str,
                two: impl core::fmt::Display,
                c: &str,
                three: impl core::fmt::Display,
            ) -> String {
                crate::staff::say(key, &[(a, &one), (b, &two), (c, &three)])
            }

            /// The same with four places filled in.
            #[must_use]
            #[allow(clippy::too_many_arguments, reason = "each place is a name and its value")]
            pub fn t4(
                &self,
                key: &str,
                a: &str,
                one: impl core::fmt::Display,
                b: &str,
                two: impl core::fmt::Display,
                c: &str,
                three: impl core::fmt::Display,
                d: &str,
                four: impl core::fmt::Display,
            ) -> String {
                crate::staff::say(key, &[(a, &one), (b, &two), (c, &three), (d, &four)])
            }
        }
    };
}

says!(crate::page::Page);
says!(crate::form::Form);
