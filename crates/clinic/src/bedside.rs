//! What forms at the bedside share: amounts as typed, and what the rules say, as pages show it.

use crate::form::Form;
use catalogue::Fact;
use documents::{EmergencyText, Statement};
use practice::patient::Said;
use practice::rules::Rules;
use quantity::{Amount, ParseError};
use therapy::{Finding, Level, Rule};

/// A finding as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// "note", "soft" or "hard".
    pub level: &'static str,
    /// The same for people.
    pub level_words: &'static str,
    /// Name of the rule.
    pub rule: &'static str,
    /// What it says.
    pub says: &'static str,
    /// What it looked at: name and value.
    pub numbers: Vec<(String, String)>,
    /// How it is worked out.
    pub formula: &'static str,
    /// Where that comes from, with its grade.
    pub source: &'static str,
    /// What can be done instead.
    pub exits: &'static [&'static str],
}

impl Told {
    fn new(rule: Rule, level: Level, numbers: &[(String, String)]) -> Self {
        let about = rule.about();
        let level_words = crate::pages::level_words(level.word());
        Self {
            level: level.word(),
            level_words,
            rule: about.id,
            says: about.says,
            numbers: crate::pages::for_people(numbers),
            formula: about.formula,
            source: about.source,
            exits: about.exits,
        }
    }

    /// What a rule found just now.
    pub(crate) fn of(finding: &Finding) -> Self {
        let said: Said = practice::patient::said(finding);
        Self::new(finding.rule, finding.level, &said.numbers)
    }

    /// What was said of a line when it came; `None` for a rule that no longer exists.
    pub(crate) fn said(said: &Said) -> Option<Self> {
        let level =
            [Level::Note, Level::Soft, Level::Hard].into_iter().find(|level| level.word() == said.level)?;
        Some(Self::new(Rule::by_id(&said.rule)?, level, &said.numbers))
    }

    /// Findings for a page; those that only repeat what the page says itself are left out.
    pub(crate) fn all(findings: &[Finding], without: &[Rule]) -> Vec<Self> {
        findings.iter().filter(|finding| !without.contains(&finding.rule)).map(Self::of).collect()
    }

    /// Whether it stops.
    pub(crate) fn is_hard(&self) -> bool {
        self.level == Level::Hard.word()
    }
}

/// A statement of the catalogue with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cited {
    /// The statement.
    pub text: String,
    /// "grade A" and the citations; "unverified" for grade U.
    pub source: String,
}

/// Grade and citations of a statement.
pub(crate) fn source_of<Id: AsRef<str>>(rules: &Rules, grade: catalogue::Grade, sources: &[Id]) -> String {
    if !grade.verified() {
        return "unverified: no source was seen".to_owned();
    }
    let cited = sources.iter().map(|id| {
        let known = rules.catalogue.source(id.as_ref());
        known.map_or_else(|| id.as_ref().to_owned(), |source| source.citation.clone())
    });
    format!("{} (grade {grade})", cited.collect::<Vec<_>>().join("; "))
}

/// The same of a limit of the protocol.
pub(crate) fn source_of_limit<T>(rules: &Rules, limit: &therapy::Limit<T>) -> String {
    let cited =
        limit.source.iter().map(|id| rules.protocol.sources.get(id).cloned().unwrap_or_else(|| id.clone()));
    format!("{} (grade {})", cited.collect::<Vec<_>>().join("; "), limit.grade)
}

/// Statements of the emergency sheet for a page, those about this pump or about all.
pub(crate) fn statements(text: &EmergencyText, statements: &[Statement], pump: Option<&str>) -> Vec<Cited> {
    let one = |statement: &Statement| {
        let sources = statement.source.iter();
        let cited = sources.map(|id| text.source(id).map_or(id.as_str(), |source| source.citation.as_str()));
        let cited = cited.collect::<Vec<_>>().join("; ");
        let grade = match statement.grade {
            documents::Grade::A => "A",
            documents::Grade::B => "B",
        };
        Cited { text: statement.text.clone(), source: format!("{cited} (grade {grade})") }
    };
    statements.iter().filter(|statement| statement.is_about(pump)).map(one).collect()
}

/// Facts of the catalogue for a page.
pub(crate) fn facts(rules: &Rules, facts: &[Fact]) -> Vec<Cited> {
    let cited =
        |fact: &Fact| Cited { text: fact.text.clone(), source: source_of(rules, fact.grade, &fact.sources) };
    facts.iter().map(cited).collect()
}

/// A number as typed, with its unit: "40" becomes "40 mL"; what already ends in the unit stays as it is.
pub(crate) fn with_unit(typed: &str, unit: &str) -> String {
    let number = typed.strip_suffix(unit).unwrap_or(typed).trim();
    format!("{number} {unit}")
}

/// Reads an amount that was typed as a number. Empty is `None`; what is wrong goes into the form.
pub(crate) fn amount<Q: Amount>(form: &mut Form, field: &str, unit: &str, what: &str) -> Option<Q> {
    let typed = form.value(field).to_owned();
    if typed.is_empty() {
        return None;
    }
    match Q::parse(&with_unit(&typed, unit)) {
        Ok(amount) => Some(amount),
        Err(error) => {
            form.refuse(field, refused(what, &error));
            None
        }
    }
}

/// The same; an empty field is refused.
pub(crate) fn required_amount<Q: Amount>(form: &mut Form, field: &str, unit: &str, what: &str) -> Option<Q> {
    if form.value(field).is_empty() {
        form.refuse(field, format!("{what}: type the number, in {unit}"));
        return None;
    }
    amount(form, field, unit, what)
}

fn refused(what: &str, error: &ParseError) -> String {
    format!("{what}: {error}; type the number alone, without separators")
}

/// A volume in nL as people read it beside a syringe: cut to a tenth of a mL, never rounded up.
pub(crate) fn tenths(nanolitres: &twin::RBig) -> String {
    let millilitres = nanolitres / twin::RBig::from(1_000_000);
    format!("{}\u{a0}mL", therapy::decimal(&millilitres, 1))
}

/// A volume in nL to the hundredth of a mL, cut.
pub(crate) fn hundredths(nanolitres: &twin::RBig) -> String {
    let millilitres = nanolitres / twin::RBig::from(1_000_000);
    format!("{}\u{a0}mL", therapy::decimal(&millilitres, 2))
}

/// The last fill in words: when, and with what. Of a pump that came filled only what was left in it is known.
pub(crate) fn last_fill(reservoir: &therapy::Reservoir<'_>) -> Option<(String, String)> {
    let volume = therapy::Value::volume(reservoir.fill);
    let at = therapy::date_in_words(twin::civil(reservoir.filled_at)?.date());
    if !reservoir.found {
        return Some((at, format!("filled to {volume}")));
    }
    let on = reservoir.filled_on.map_or_else(|| "day not known".to_owned(), therapy::date_in_words);
    Some((on, format!("elsewhere; {volume} left when read on {at}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_gets_its_unit_once() {
        for (typed, accepted) in [
            ("40", true),
            ("40 mL", true),
            ("0.5", true),
            ("1,5", false),
            ("1 000", false),
            ("-1", false),
            ("40 ug", false),
        ] {
            let read = quantity::Volume::parse(&with_unit(typed, "mL"));
            assert_eq!(read.is_ok(), accepted, "{typed}: {read:?}");
        }
    }
}
