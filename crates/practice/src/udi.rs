//! Unique device identification as it is scanned or typed from a label: GS1 element strings.
//!
//! A scanner sends `]d2` or nothing, then `01` and 14 digits, `17` and a date, `10` and a lot, `21` and a serial number; a
//! part without a fixed length ends with the group separator or with the text. People type what stands below the code:
//! `(01)…(17)…(10)…(21)…`. Nothing here is guessed: a part that is not known, too short or with a wrong check digit is
//! an error.

use jiff::civil::Date;

/// What a label says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Udi {
    /// The device identifier: 14 digits, the last of them a check digit.
    pub device: String,
    /// Serial number.
    pub serial: Option<String>,
    /// Lot.
    pub lot: Option<String>,
    /// Last day of use.
    pub expires: Option<Date>,
    /// Day on which it was made.
    pub made: Option<Date>,
}

/// Why a text is no identification.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UdiError {
    /// Nothing was scanned.
    #[error("nothing was scanned or typed")]
    Empty,
    /// It is of another agency.
    #[error(
        "it begins with +: codes of HIBCC cannot be read; type serial number, lot and expiry from the label"
    )]
    OtherAgency,
    /// A part that is not known.
    #[error("the part \"{found}\" is not known; 01, 10, 11, 17 and 21 can be read")]
    UnknownPart {
        /// How it begins.
        found: String,
    },
    /// A part is shorter or longer than it must be.
    #[error("part ({part}) must have {accepted}; \"{found}\" has {} characters", .found.chars().count())]
    Length {
        /// Its identifier.
        part: &'static str,
        /// What is accepted.
        accepted: &'static str,
        /// What was found.
        found: String,
    },
    /// A part has characters that it cannot have.
    #[error("part ({part}) has a character that it cannot have: \"{found}\"")]
    Characters {
        /// Its identifier.
        part: &'static str,
        /// What was found.
        found: String,
    },
    /// The check digit of the device identifier is wrong.
    #[error("the check digit of (01) is {found}, and must be {wanted}: scan or type it again")]
    CheckDigit {
        /// What was found.
        found: char,
        /// What it must be.
        wanted: char,
    },
    /// A date that does not exist.
    #[error("({part}) {found} is no date: two digits each of year, month and day")]
    Date {
        /// Its identifier.
        part: &'static str,
        /// What was found.
        found: String,
    },
    /// A part comes twice.
    #[error("part ({part}) is there twice")]
    Twice {
        /// Its identifier.
        part: &'static str,
    },
    /// The device identifier is missing.
    #[error("the device identifier (01) is missing")]
    NoDevice,
}

/// How long the content of a part is.
#[derive(Clone, Copy)]
enum Long {
    Digits(usize),
    UpTo(usize),
}

/// The parts that are read.
const PARTS: [(&str, Long); 5] = [
    ("01", Long::Digits(14)),
    ("11", Long::Digits(6)),
    ("17", Long::Digits(6)),
    ("10", Long::UpTo(20)),
    ("21", Long::UpTo(20)),
];

/// Ends a part without a fixed length.
const GROUP_SEPARATOR: char = '\u{1d}';

/// Reads what was scanned or typed.
///
/// # Errors
/// [`UdiError`] saying which part is wrong, and how.
pub fn read(text: &str) -> Result<Udi, UdiError> {
    let text = text.trim_matches([' ', '\t', '\r', '\n']);
    let text = ["]d2", "]C1", "]Q3", "]e0"].iter().find_map(|kind| text.strip_prefix(kind)).unwrap_or(text);
    let text = text.trim_start_matches(GROUP_SEPARATOR);
    if text.is_empty() {
        return Err(UdiError::Empty);
    }
    if text.starts_with('+') {
        return Err(UdiError::OtherAgency);
    }
    let mut udi = Udi::default();
    if text.starts_with('(') {
        typed(text, &mut udi)?
    } else {
        scanned(text, &mut udi)?
    }
    if udi.device.is_empty() { Err(UdiError::NoDevice) } else { Ok(udi) }
}

fn unknown(text: &str) -> UdiError {
    UdiError::UnknownPart { found: text.chars().take(4).collect() }
}

/// `(01)…(17)…`: a part ends where the next bracket with a known identifier opens.
fn typed(text: &str, udi: &mut Udi) -> Result<(), UdiError> {
    let mut rest = text;
    while !rest.is_empty() {
        let known = PARTS.iter().find_map(|(part, long)| {
            let after = rest.strip_prefix('(')?.strip_prefix(part)?.strip_prefix(')')?;
            Some((*part, *long, after))
        });
        let (part, long, after) = known.ok_or_else(|| unknown(rest))?;
        let ends = after
            .match_indices('(')
            .map(|(at, _)| at)
            .find(|at| {
                let next = after.get(*at..).unwrap_or_default();
                let digits = next.chars().skip(1).take_while(char::is_ascii_digit).count();
                (2..=4).contains(&digits) && next.chars().nth(digits + 1) == Some(')')
            })
            .unwrap_or(after.len());
        let (content, next) = after.split_at_checked(ends).unwrap_or((after, ""));
        put(part, long, content.trim(), udi)?;
        rest = next;
    }
    Ok(())
}

/// `01…17…10…` as a scanner sends it.
fn scanned(text: &str, udi: &mut Udi) -> Result<(), UdiError> {
    let mut rest = text;
    while !rest.is_empty() {
        let known =
            PARTS.iter().find_map(|(part, long)| rest.strip_prefix(part).map(|after| (*part, *long, after)));
        let (part, long, after) = known.ok_or_else(|| unknown(rest))?;
        let ends = match long {
            Long::Digits(count) => after.char_indices().nth(count).map_or(after.len(), |(at, _)| at),
            Long::UpTo(_) => after.find(GROUP_SEPARATOR).unwrap_or(after.len()),
        };
        let (content, next) = after.split_at_checked(ends).unwrap_or((after, ""));
        put(part, long, content, udi)?;
        rest = next.trim_start_matches(GROUP_SEPARATOR);
    }
    Ok(())
}

fn put(part: &'static str, long: Long, content: &str, udi: &mut Udi) -> Result<(), UdiError> {
    let found = || content.to_owned();
    let count = content.chars().count();
    match long {
        Long::Digits(wanted) => {
            if count != wanted {
                let accepted = if wanted == 14 { "14 digits" } else { "6 digits" };
                return Err(UdiError::Length { part, accepted, found: found() });
            }
            if !content.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(UdiError::Characters { part, found: found() });
            }
        }
        Long::UpTo(most) => {
            if count == 0 || count > most {
                return Err(UdiError::Length { part, accepted: "1 to 20 characters", found: found() });
            }
            if !content.bytes().all(|byte| byte.is_ascii_graphic()) {
                return Err(UdiError::Characters { part, found: found() });
            }
        }
    }
    let twice = match part {
        "01" => {
            check_digit(content)?;
            let had = !udi.device.is_empty();
            content.clone_into(&mut udi.device);
            had
        }
        "10" => udi.lot.replace(found()).is_some(),
        "21" => udi.serial.replace(found()).is_some(),
        "11" => udi.made.replace(date(part, content)?).is_some(),
        _ => udi.expires.replace(date(part, content)?).is_some(),
    };
    if twice { Err(UdiError::Twice { part }) } else { Ok(()) }
}

/// The last digit makes the sum of all, the others weighted 3 and 1 in turn, a multiple of ten.
fn check_digit(digits: &str) -> Result<(), UdiError> {
    let (body, last) = digits.split_at_checked(digits.len().saturating_sub(1)).unwrap_or((digits, ""));
    let weighted = body.bytes().zip([3_u32, 1].into_iter().cycle());
    let sum: u32 = weighted.map(|(digit, weight)| u32::from(digit.wrapping_sub(b'0')) * weight).sum();
    let wanted = char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0');
    match last.chars().next() {
        Some(found) if found != wanted => Err(UdiError::CheckDigit { found, wanted }),
        _ => Ok(()),
    }
}

/// Two digits each of year, month and day. The day 00 stands for the last of its month. Identifications of this kind came
/// after the year 2000.
fn date(part: &'static str, text: &str) -> Result<Date, UdiError> {
    let wrong = || UdiError::Date { part, found: text.to_owned() };
    let two = |from: usize| text.get(from..from + 2).and_then(|digits| digits.parse::<i8>().ok());
    let (year, month, day) =
        two(0).zip(two(2)).zip(two(4)).map(|((year, month), day)| (year, month, day)).ok_or_else(wrong)?;
    let of = |day| Date::new(2_000 + i16::from(year), month, day).map_err(|_| wrong());
    if day == 0 { of(1).map(Date::last_of_month) } else { of(day) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may fail loudly")]
    use super::*;

    fn day(year: i16, month: i8, day: i8) -> Option<Date> {
        Date::new(year, month, day).ok()
    }

    fn whole() -> Udi {
        Udi {
            device: "09506000134352".to_owned(),
            serial: Some("NGV123456H".to_owned()),
            lot: Some("AB-17/4".to_owned()),
            expires: day(2027, 3, 31),
            made: day(2025, 2, 1),
        }
    }

    /// R-IMP-1
    #[test]
    fn a_label_is_read_as_scanned_and_as_typed() {
        for text in [
            "]d2010950600013435217270331112502011021\u{1d}"
                .replace("1021\u{1d}", "10AB-17/4\u{1d}21NGV123456H"),
            "(01)09506000134352(17)270331(11)250201(10)AB-17/4(21)NGV123456H".to_owned(),
            "  (01) 09506000134352 (21) NGV123456H (10) AB-17/4 (11) 250201 (17) 270300 \r\n".to_owned(),
            "\u{1d}01095060001343521125020121NGV123456H\u{1d}10AB-17/4\u{1d}17270331".to_owned(),
        ] {
            assert_eq!(read(&text), Ok(whole()), "{text:?}");
        }
        let short = Udi { device: "09506000134352".to_owned(), ..Udi::default() };
        assert_eq!(read("0109506000134352"), Ok(short));
        // A bracket within a lot ends nothing.
        let odd = read("(01)09506000134352(10)A(B)C").unwrap();
        assert_eq!(odd.lot.as_deref(), Some("A(B)C"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let check = |text: &str, wanted: &str| {
            let found = read(text).map(|udi| format!("{udi:?}")).unwrap_or_else(|error| error.to_string());
            assert!(found.contains(wanted), "{text:?}: {found}");
        };
        check("", "nothing");
        check(" ]d2", "nothing");
        check("+H123ABC", "HIBCC");
        check("0109506000134353", "check digit of (01) is 3, and must be 2");
        check("(01)0950600013435(21)X", "must have 14 digits");
        check("(01)0950600013435A", "cannot have");
        check("010950600013435", "must have 14 digits");
        check("(21)NGV123456H", "(01) is missing");
        check("NGV123456H", "\"NGV1\" is not known");
        check("(01)09506000134352(99)x", "\"(99)\" is not known");
        check("(01)09506000134352(17)270231", "no date");
        check("(01)09506000134352(17)271300", "no date");
        check("(01)09506000134352(10)", "1 to 20 characters");
        check("(01)09506000134352(21)ABCDEFGHIJKLMNOPQRSTU", "1 to 20 characters");
        check("(01)09506000134352(10)A B", "cannot have");
        check("(01)09506000134352(10)A(10)B", "twice");
        check("(01)09506000134352(21)ä", "cannot have");
        check("0109506000134352ä", "not known");
        check("(01)09506000134352(01)09506000134352", "twice");
    }
}
