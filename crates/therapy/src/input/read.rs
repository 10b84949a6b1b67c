//! Taking the tree apart, with the place at hand for every refusal.

use super::error::{InputError, Problem};
use super::time::{Moment, parse_date};
use super::tree::{Kind, Node, join};
use jiff::civil::Date;
use quantity::Amount;
use std::cell::RefCell;
use twin::RBig;

type Result<T> = core::result::Result<T, InputError>;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct At<'a> {
    node: &'a Node,
    pointer: String,
}

impl<'a> At<'a> {
    /// The whole of an input.
    #[must_use]
    pub fn root(node: &'a Node) -> Self {
        Self { node, pointer: String::new() }
    }

    /// The value.
    #[must_use]
    pub const fn kind(&self) -> &'a Kind {
        &self.node.kind
    }

    /// Where it stands.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Its line, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.node.line
    }

    /// A refusal of this value.
    #[must_use]
    pub fn refuse(&self, problem: Problem) -> InputError {
        InputError { pointer: self.pointer.clone(), line: self.node.line, problem }
    }

    fn wrong<T>(&self, accepted: &'static str) -> Result<T> {
        Err(self.refuse(Problem::WrongType { accepted }))
    }

    /// A text.
    ///
    /// # Errors
    /// [`InputError`] if it is none.
    pub fn text(&self) -> Result<&'a str> {
        if let Kind::Text(text) = self.kind() { Ok(text) } else { self.wrong("text in quotes") }
    }

    /// A text that is not empty.
    ///
    /// # Errors
    /// [`InputError`] if it is none.
    pub fn name(&self) -> Result<String> {
        let text = self.text()?.trim();
        if text.is_empty() { self.wrong("text that is not empty") } else { Ok(text.to_owned()) }
    }

    /// true or false
    ///
    /// # Errors
    /// [`InputError`] if it is neither.
    pub fn flag(&self) -> Result<bool> {
        if let Kind::Flag(flag) = self.kind() {
            Ok(*flag)
        } else {
            self.wrong("true or false, without quotes")
        }
    }

    /// One word of a list.
    ///
    /// # Errors
    /// [`InputError`] if it is none of them.
    pub fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> Result<T> {
        let text = self.text()?;
        words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value).ok_or_else(|| {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.refuse(Problem::NotOneOf { found: text.to_owned(), accepted: words.join(", ") })
        })
    }

    /// An amount of a kind.
    ///
    /// # Errors
    /// [`InputError`] if it is no text or not such an amount.
    pub fn amount<Q: Amount>(&self) -> Result<Q> {
        let Kind::Text(text) = self.kind() else {
            return self.wrong("text of a number, a space and a unit, such as \"20 mL\"");
        };
        Q::parse(text).map_err(|error| self.refuse(Problem::Amount { found: text.clone(), error }))
    }

    /// An amount of a kind that is not zero.
    ///
    /// # Errors
    /// [`InputError`] if it is no such amount, or zero.
    pub fn nonzero<Q: Amount>(&self) -> Result<Q> {
        let amount: Q = self.amount()?;
        if amount.base() == 0 { Err(self.refuse(Problem::Zero)) } else { Ok(amount) }
    }

    /// A plain number, as the exact decimal written, within a range that `accepted` puts into words.
    ///
    /// # Errors
    /// [`InputError`] if it is no number or outside.
    pub fn number(&self, accepted: &'static str, fits: impl Fn(&RBig) -> bool) -> Result<RBig> {
        let Kind::Number(written) = self.kind() else {
            return self.wrong("a number, without quotes");
        };
        let range = || self.refuse(Problem::Range { found: written.clone(), accepted });
        exact(written).filter(|number| fits(number)).ok_or_else(range)
    }

    /// A whole number that is not negative.
    ///
    /// # Errors
    /// [`InputError`] if it is none, or too large to count.
    pub fn count(&self) -> Result<u32> {
        const ACCEPTED: &str = "a whole number from 0 to 4000000000";
        let number = self.number(ACCEPTED, |number| number.is_int() && *number >= RBig::ZERO)?;
        u32::try_from(number.trunc())
            .map_err(|_| self.refuse(Problem::Range { found: number.to_string(), accepted: ACCEPTED }))
    }

    /// A part: at least 0, below 1.
    ///
    /// # Errors
    /// [`InputError`] if it is no such number.
    pub fn part(&self) -> Result<RBig> {
        self.number("a number of at least 0 and below 1, such as 0.145", |number| {
            *number >= RBig::ZERO && *number < RBig::ONE
        })
    }

    /// A number of hours: at least 0.
    ///
    /// # Errors
    /// [`InputError`] if it is no such number.
    pub fn hours(&self) -> Result<RBig> {
        self.number("a number of at least 0", |number| *number >= RBig::ZERO)
    }

    /// A time with its offset.
    ///
    /// # Errors
    /// [`InputError`] if it is none.
    pub fn moment(&self) -> Result<Moment> {
        let text = self.text()?;
        let accepted =
            "a time with an offset, in whole seconds, such as \"2026-01-05T10:00:00+01:00\"".to_owned();
        Moment::parse(text).ok_or_else(|| self.refuse(Problem::NotOneOf { found: text.to_owned(), accepted }))
    }

    /// A date.
    ///
    /// # Errors
    /// [`InputError`] if it is none.
    pub fn date(&self) -> Result<Date> {
        let text = self.text()?;
        let accepted = "a date such as \"2026-01-05\"".to_owned();
        parse_date(text).ok_or_else(|| self.refuse(Problem::NotOneOf { found: text.to_owned(), accepted }))
    }

    /// The entries of a list.
    ///
    /// # Errors
    /// [`InputError`] if it is none.
    pub fn list(&self) -> Result<Vec<Self>> {
        let Kind::List(items) = self.kind() else { return self.wrong("a list") };
        let at = |(index, node)| At { node, pointer: join(&self.pointer, &format!("{index}")) };
        Ok(items.iter().enumerate().map(at).collect())
    }

    /// Exactly two entries.
    ///
    /// # Errors
    /// [`InputError`] if it is no list of two.
    pub fn pair(&self) -> Result<[Self; 2]> {
        let list = self.list()?;
        let found = list.len();
        list.try_into().map_err(|_| self.refuse(Problem::Length { found, accepted: "two" }))
    }

    /// The keys of an object.
    ///
    /// # Errors
    /// [`InputError`] if it is none.
    pub fn fields(&self) -> Result<Fields<'a>> {
        let Kind::Object(entries) = self.kind() else { return self.wrong("an object with keys") };
        Ok(Fields { at: self.clone(), entries, asked: RefCell::default() })
    }
}

/// The keys of an object; those that nobody asked for are refused at the end.
pub struct Fields<'a> {
    at: At<'a>,
    entries: &'a [(String, Node)],
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// The object itself.
    #[must_use]
    pub const fn whole(&self) -> &At<'a> {
        &self.at
    }

    /// Where a key stands, or would stand.
    #[must_use]
    pub fn refuse(&self, key: &str, problem: Problem) -> InputError {
        let line = self
            .entries
            .iter()
            .find(|(name, _)| name == key)
            .map_or(self.at.node.line, |(_, node)| node.line);
        InputError { pointer: join(&self.at.pointer, key), line, problem }
    }

    /// A key that may be absent.
    pub fn optional(&self, key: &'static str) -> Option<At<'a>> {
        self.asked.borrow_mut().push(key);
        let (_, node) = self.entries.iter().find(|(name, _)| name == key)?;
        Some(At { node, pointer: join(&self.at.pointer, key) })
    }

    /// A key that may be absent, read.
    ///
    /// # Errors
    /// What the reading refuses.
    pub fn maybe<T>(&self, key: &'static str, read: impl FnOnce(&At<'a>) -> Result<T>) -> Result<Option<T>> {
        self.optional(key).map(|at| read(&at)).transpose()
    }

    /// A key that must be there.
    ///
    /// # Errors
    /// [`InputError`] if it is missing; `accepted` says what would be.
    pub fn required(&self, key: &'static str, accepted: &'static str) -> Result<At<'a>> {
        self.optional(key).ok_or_else(|| match self.mistyped(key) {
            // A key that is nearly the missing one is what is at fault.
            Some(found) => self.refuse(found, Problem::Mistyped { meant: key }),
            None => self.refuse(key, Problem::Missing { accepted }),
        })
    }

    /// A key that nobody asks for and that is one slip away from `key`.
    fn mistyped(&self, key: &str) -> Option<&'a str> {
        let asked = self.asked.borrow();
        let near = |name: &&str| strsim::osa_distance(name, key) <= 1 && !asked.contains(name);
        self.entries.iter().map(|(name, _)| name.as_str()).find(near)
    }

    /// Whether a key is there; does not ask for it.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, _)| name == key)
    }

    /// Everything has been asked for.
    ///
    /// # Errors
    /// [`InputError`] for the first key that nobody asked for.
    pub fn finish(&self) -> Result<()> {
        let asked = self.asked.borrow();
        match self.entries.iter().find(|(name, _)| !asked.contains(&name.as_str())) {
            None => Ok(()),
            Some((name, _)) => Err(self.refuse(name, Problem::Unknown { known: asked.join(", ") })),
        }
    }
}

/// Digits and powers of ten that a plain number may have; more is no measurement.
const PLACES_MAX: usize = 40;

/// The exact value of a written number; `None` if it is none, or has more places than are read.
fn exact(written: &str) -> Option<RBig> {
    let (mantissa, exponent) = match written.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (written, 0),
    };
    let (negative, mantissa) = mantissa.strip_prefix('-').map_or((false, mantissa), |rest| (true, rest));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all: String = [whole, part].concat();
    if all.is_empty() || all.len() > PLACES_MAX || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let places = i32::try_from(part.len()).ok()?.checked_sub(exponent)?;
    if places.unsigned_abs() as usize > PLACES_MAX {
        return None;
    }
    let digits = all.parse::<dashu_int::IBig>().ok()?;
    let scale = RBig::from(dashu_int::UBig::from(10_u8).pow(places.unsigned_abs() as usize));
    let value = if places >= 0 { RBig::from(digits) / scale } else { RBig::from(digits) * scale };
    Some(if negative { -value } else { value })
}
