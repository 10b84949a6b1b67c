//! Candidacy: each published criterion held against what is recorded of this patient, and the other ways of treatment with
//! what speaks for and against them here.
//!
//! This is an aid with reasons. It gives no verdict: people decide, together, and the decision is a sheet of its own.
//!
//! Sources: the reference's sections on warnings and on selection (T2, T3, T10, T11, T17, T24, T38 to T44, P24) and what
//! clinics tell families; each criterion names its own.

mod alternatives;

use super::limits::PathwayLimits;
use super::sheet::{Answers, amount_scaled, by_id};
use crate::calculators::screen::Verdict;
use crate::protocol::{Limit, whole};
use alternatives::alternatives;
use catalogue::Grade;
use jiff::civil::Date;
use quantity::Amount;
use scales::{Muscle, Scale, Score};
use std::collections::{BTreeMap, BTreeSet};

/// How a criterion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is not met: that speaks against the therapy.
    NotMet,
    /// It asks for care, or for something to be settled first.
    Caution,
    /// Nobody has answered what it asks.
    Unknown,
    /// It is met.
    Met,
}

impl Standing {
    /// For people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotMet => "not met",
            Self::Caution => "caution",
            Self::Unknown => "unknown",
            Self::Met => "met",
        }
    }
}

/// What is known of the patient.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Age in whole years.
    pub age_years: i64,
    /// Today.
    pub today: Date,
    /// A word of the protocol, such as "multiple-sclerosis".
    pub diagnosis: &'a str,
    /// Answers by sheet, as last given.
    pub sheets: &'a BTreeMap<&'a str, &'a Answers>,
    /// The last score of each scale and site.
    pub scores: &'a [&'a Score],
    /// Substances that the patient does not tolerate; `None` if nobody has asked.
    pub allergic_to_baclofen: Option<bool>,
    /// What the ladder of the screening test says; `None` before the first dose.
    pub test: Option<Verdict>,
}

impl<'a> Facts<'a> {
    /// The answers to a question, none if it was not answered.
    #[must_use]
    pub fn all(&self, sheet: &str, question: &str) -> &'a [String] {
        self.sheets.get(sheet).and_then(|answers| answers.get(question)).map_or(&[], Vec::as_slice)
    }

    /// The answer to a question; empty if it was not answered, or the person did not know.
    #[must_use]
    pub fn one(&self, sheet: &str, question: &str) -> &'a str {
        let given = self.all(sheet, question).first().map_or("", String::as_str);
        if given == "unknown" { "" } else { given }
    }
}

/// A criterion with how it stands here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Its id.
    pub id: &'static str,
    /// What it asks.
    pub asks: String,
    /// How it stands.
    pub standing: Standing,
    /// Why: what of this patient it rests on.
    pub why: String,
    /// Ids of its sources.
    pub source: Vec<String>,
    /// How good they are.
    pub grade: Grade,
    /// The sheet in which the answer would be given; empty if it comes from elsewhere.
    pub sheet: &'static str,
}

/// Another way of treatment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// What.
    pub name: &'static str,
    /// What speaks for it here.
    pub for_it: Vec<String>,
    /// What speaks against it here.
    pub against_it: Vec<String>,
    /// Ids of sources.
    pub source: Vec<&'static str>,
}

/// Everything that can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidacy {
    /// Criteria, what weighs most first.
    pub criteria: Vec<Judged>,
    /// Other ways.
    pub alternatives: Vec<Alternative>,
}

impl Candidacy {
    /// How many criteria stand so.
    #[must_use]
    pub fn count(&self, standing: Standing) -> usize {
        self.criteria.iter().filter(|judged| judged.standing == standing).count()
    }
}

/// One criterion on its way.
struct Criterion {
    id: &'static str,
    asks: String,
    source: Vec<String>,
    grade: Grade,
    sheet: &'static str,
}

impl Criterion {
    fn new(id: &'static str, asks: &str, sheet: &'static str, source: &[&str]) -> Self {
        let source = source.iter().map(|id| (*id).to_owned()).collect();
        Self { id, asks: asks.to_owned(), source, grade: Grade::A, sheet }
    }

    fn by<T>(self, limit: &Limit<T>) -> Self {
        Self { source: limit.source.clone(), grade: limit.grade, ..self }
    }

    fn graded(self, grade: Grade) -> Self {
        Self { grade, ..self }
    }

    fn stands(self, standing: Standing, why: impl Into<String>) -> Judged {
        let Self { id, asks, source, grade, sheet } = self;
        Judged { id, asks, standing, why: why.into(), source, grade, sheet }
    }

    /// By the answer to one question: the words of each answer that counts. An answer without words is met.
    fn by_answer(
        self,
        facts: &Facts<'_>,
        question: &str,
        answers: &[(&str, Standing, &str)],
        met: &str,
    ) -> Judged {
        let given = facts.one(self.sheet, question);
        if given.is_empty() {
            return self.stands(Unknown, "not answered yet");
        }
        match answers.iter().find(|(answer, _, _)| *answer == given) {
            Some((_, standing, why)) => self.stands(*standing, *why),
            None => self.stands(Met, met),
        }
    }
}

use Standing::{Caution, Met, NotMet, Unknown};

/// Every criterion and every alternative, for this patient.
#[must_use]
pub fn candidacy(facts: &Facts<'_>, limits: &PathwayLimits) -> Candidacy {
    let mut criteria = vec![
        severe(facts),
        reasons(facts),
        tone(facts, limits),
        hypersensitivity(facts),
        infection(facts),
        body(facts),
        depth(facts, limits),
        spine(facts),
        age(facts, limits),
        tried(facts),
        test(facts),
        goals(facts),
        follow_up(facts),
        barriers(facts),
    ];
    criteria.extend(brain_injury(facts, limits));
    criteria.extend(motor_function(facts, limits));
    criteria.extend(cautions(facts));
    criteria.extend(withdrawal_risk(facts));
    // What stands the same keeps the order in which it is asked.
    criteria.sort_by_key(|judged| judged.standing);
    Candidacy { criteria, alternatives: alternatives(facts) }
}

fn severe(facts: &Facts<'_>) -> Judged {
    let asks = "Severe spasticity or dystonia that interferes with function, care, comfort or daily living";
    Criterion::new("severe", asks, "neurology", &["T3", "turkey"]).by_answer(
        facts,
        "severe",
        &[("no", NotMet, "it does not interfere, as examined")],
        "it interferes, as examined",
    )
}

fn reasons(facts: &Facts<'_>) -> Judged {
    let criterion =
        Criterion::new("reasons", "At least one reason that the therapy can change", "goals", &["munich"])
            .graded(Grade::B);
    let ticked = facts.all("goals", "reasons");
    match ticked.len() {
        0 => criterion.stands(Unknown, "no reason is ticked yet"),
        1 => criterion.stands(Met, "1 reason ticked"),
        many => criterion.stands(Met, format!("{many} reasons ticked")),
    }
}

/// The number that is written for a score; 1+ is more than 1 and less than 2.
fn tenths(score: &Score) -> i32 {
    score.ordinal_tenths()
}

fn tone(facts: &Facts<'_>, limits: &PathwayLimits) -> Judged {
    let limits = &limits.candidacy;
    let (grade, groups, penn) =
        (whole(&limits.ashworth_min), whole(&limits.ashworth_groups_min), whole(&limits.penn_min));
    let asks = format!(
        "Ashworth {grade} or more in {groups} or more muscle groups, or Penn spasm frequency {penn} or more (adults; the source does not say which numbering of Ashworth it means)"
    );
    let criterion = Criterion::new("tone", &asks, "", &[]).by(&limits.ashworth_min);
    if facts.age_years < 18 {
        return criterion.stands(Met, "asked of adults only");
    }
    let ashworth = [Scale::AshworthFromZero, Scale::AshworthFromOne, Scale::ModifiedAshworth];
    let at_least = |score: &Score, least: u32| i64::from(tenths(score)) >= i64::from(least) * 10;
    let scored = facts.scores.iter().filter(|score| ashworth.contains(&score.scale()));
    let high: BTreeSet<Option<Muscle>> = scored
        .clone()
        .filter(|score| at_least(score, grade))
        .map(|score| score.site().and_then(|site| site.muscle))
        .collect();
    let spasms = facts.scores.iter().find(|score| score.scale() == Scale::PennSpasmFrequency);
    let spasms_high = spasms.is_some_and(|score| at_least(score, penn));
    let found = format!(
        "{} muscle groups at {grade} or more; Penn {}",
        high.len(),
        spasms.map_or_else(|| "not scored".to_owned(), |score| (*score).value())
    );
    if spasms_high || high.len() >= usize::try_from(groups).unwrap_or(usize::MAX) {
        criterion.stands(Met, found)
    } else if scored.clone().next().is_none() || spasms.is_none() {
        criterion.stands(Unknown, found)
    } else {
        criterion.stands(Caution, format!("{found}: below what UK commissioning asks of adults"))
    }
}

fn hypersensitivity(facts: &Facts<'_>) -> Judged {
    let criterion = Criterion::new("hypersensitivity", "No hypersensitivity to baclofen", "medical", &["T3"]);
    match (facts.allergic_to_baclofen, facts.one("medical", "baclofen-hypersensitivity")) {
        (Some(true), _) | (_, "yes") => criterion.stands(NotMet, "contraindicated by the label"),
        (_, "no") => criterion.stands(Met, "asked: none"),
        (Some(false), _) => criterion.stands(Met, "not among the allergies on record"),
        _ => criterion.stands(Unknown, "not asked yet"),
    }
}

fn infection(facts: &Facts<'_>) -> Judged {
    Criterion::new("infection", "No infection now", "medical", &["T3", "T39"]).by_answer(
        facts,
        "infection",
        &[("yes", NotMet, "contraindicated while there is one: treat it first")],
        "none found",
    )
}

fn body(facts: &Facts<'_>) -> Judged {
    let asks = "Body large enough for a pump (no least weight is published)";
    let judged = Criterion::new("body", asks, "skin-nutrition", &["T3", "P24", "T39"]).by_answer(
        facts,
        "body-large-enough",
        &[("no", NotMet, "too small, as examined"), ("doubtful", Caution, "doubtful, as examined")],
        "large enough, as examined",
    );
    match facts.one("skin-nutrition", "weight") {
        "" => judged,
        weight => Judged { why: format!("{}; {weight} kg", judged.why), ..judged },
    }
}

fn depth(facts: &Facts<'_>, limits: &PathwayLimits) -> Judged {
    let limit = &limits.candidacy.pump_depth_max;
    let asks = format!("Pump at most {} under the skin", limit.value);
    let criterion = Criterion::new("depth", &asks, "implant-plan", &[]).by(limit);
    let question = by_id("implant-plan").and_then(|sheet| sheet.find("depth"));
    let given = facts.one("implant-plan", "depth");
    let planned = question.and_then(|question| amount_scaled(question, given));
    // Tenths of a centimetre are millimetres.
    let most = i64::try_from(limit.value.base()).unwrap_or(i64::MAX);
    match planned {
        None => criterion.stands(Unknown, "not planned yet"),
        Some(millimetres) if millimetres > most => {
            criterion.stands(NotMet, format!("{given} cm planned: deeper is contraindicated"))
        }
        Some(_) => criterion.stands(Met, format!("{given} cm planned")),
    }
}

fn spine(facts: &Facts<'_>) -> Judged {
    let asks = "No anomaly of the spine that hinders a catheter";
    let criterion = Criterion::new("spine", asks, "orthopaedics", &["T3", "P24"]);
    match (facts.one("orthopaedics", "spine-anomaly"), facts.one("imaging", "canal-open")) {
        ("yes", _) => criterion.stands(Caution, "there is an anomaly: the surgeon judges the way"),
        (_, "no") => criterion.stands(NotMet, "the way of a catheter is not free, by imaging"),
        ("no", "yes") => criterion.stands(Met, "none found, and the way is free by imaging"),
        ("no", _) => criterion.stands(Met, "none found; the way was not seen by imaging"),
        _ => criterion.stands(Unknown, "not looked at yet"),
    }
}

fn age(facts: &Facts<'_>, limits: &PathwayLimits) -> Judged {
    let limit = &limits.candidacy.age_years_min;
    let least = whole(limit);
    let criterion =
        Criterion::new("age", &format!("Age {least} years or more (EU label)"), "", &[]).by(limit);
    let why = format!("{} years", facts.age_years);
    if facts.age_years < i64::from(least) {
        criterion.stands(Caution, format!("{why}: younger than the label"))
    } else {
        criterion.stands(Met, why)
    }
}

fn tried(facts: &Facts<'_>) -> Judged {
    let asks = "Medicines by mouth had too little effect or were not tolerated (US label; the panel: not a last resort)";
    Criterion::new("tried", asks, "treatment", &["T3", "T38"]).by_answer(
        facts,
        "oral-result",
        &[
            ("enough", Caution, "medicines by mouth have enough effect"),
            (
                "not-tried",
                Caution,
                "not tried: no reason against it by the panel, but the US label asks for it",
            ),
        ],
        "too little effect, or not tolerated",
    )
}

fn test(facts: &Facts<'_>) -> Judged {
    let criterion =
        Criterion::new("test", "A test dose was answered by less tone or fewer spasms", "", &["T10", "T48"]);
    match facts.test {
        None => criterion.stands(Unknown, "not tested yet"),
        Some(Verdict::Eligible) => criterion.stands(Met, "a test dose had an effect"),
        Some(Verdict::NotACandidate) => criterion.stands(NotMet, "no effect of the largest test dose"),
        Some(Verdict::Stop) => criterion.stands(NotMet, "a test dose had an adverse effect"),
        Some(Verdict::Give | Verdict::Wait) => criterion.stands(Unknown, "the test is not finished"),
    }
}

fn goals(facts: &Facts<'_>) -> Judged {
    Criterion::new("goals", "Goals that can be reached", "goals", &["T38"]).by_answer(
        facts,
        "realistic",
        &[
            ("no", NotMet, "the team thinks that they cannot be reached"),
            ("partly", Caution, "the team thinks that they can be reached in part"),
        ],
        "the team thinks that they can be reached",
    )
}

fn follow_up(facts: &Facts<'_>) -> Judged {
    Criterion::new("follow-up", "Follow-up feasible for years", "goals", &["telaviv"])
        .graded(Grade::B)
        .by_answer(
            facts,
            "follow-up",
            &[
                ("no", NotMet, "refills and somebody who reacts to an alarm are not assured"),
                ("with-help", Caution, "only with help: settle who"),
            ],
            "assured",
        )
}

fn barriers(facts: &Facts<'_>) -> Judged {
    let criterion =
        Criterion::new("barriers", "No barrier of cost, mental health or home", "goals", &["T38"]);
    let named = facts.all("goals", "barriers");
    match named {
        [] => criterion.stands(Unknown, "not asked yet"),
        [one] if one == "none" => criterion.stands(Met, "none named"),
        some => {
            let words: Vec<String> = some.iter().map(|word| word.replace('-', " ")).collect();
            criterion.stands(Caution, words.join(", "))
        }
    }
}

fn brain_injury(facts: &Facts<'_>, limits: &PathwayLimits) -> Option<Judged> {
    let cause = facts.one("neurology", "cause");
    if facts.diagnosis != "brain-injury" && cause != "brain-injury" {
        return None;
    }
    let limit = &limits.candidacy.brain_injury_years_min;
    let years = whole(limit);
    let asks = format!(
        "{years} year or more since a brain injury by trauma (label; some of a panel would go sooner, T24)"
    );
    let criterion = Criterion::new("brain-injury", &asks, "neurology", &[]).by(limit);
    let since: Option<Date> = facts.one("neurology", "cause-since").parse().ok();
    let Some(since) = since else {
        return Some(criterion.stands(Unknown, "the day of the injury is not recorded"));
    };
    let passed = since.until((jiff::Unit::Year, facts.today)).map_or(0, |span| span.get_years());
    let day = crate::date_in_words(since);
    Some(if i64::from(passed) < i64::from(years) {
        criterion.stands(NotMet, format!("injured on {day}"))
    } else {
        criterion.stands(Met, format!("injured on {day}"))
    })
}

fn motor_function(facts: &Facts<'_>, limits: &PathwayLimits) -> Option<Judged> {
    let palsy = facts.diagnosis == "cerebral-palsy" || facts.one("neurology", "cause") == "cerebral-palsy";
    if !palsy || facts.age_years >= 18 {
        return None;
    }
    let limit = &limits.candidacy.gmfcs_min;
    let least = whole(limit);
    let roman = ["I", "II", "III", "IV", "V"];
    let name =
        usize::try_from(least).ok().and_then(|least| roman.get(least.saturating_sub(1))).unwrap_or(&"");
    let asks = format!("Children: gross motor function {name} to V, on both sides");
    let criterion = Criterion::new("motor-function", &asks, "neurology", &[]).by(limit);
    let score = facts.scores.iter().find(|score| score.scale() == Scale::Gmfcs);
    let one_side = matches!(facts.one("neurology", "distribution"), "one-limb" | "hemiplegia");
    Some(match score {
        None => criterion.stands(Unknown, "not scored yet"),
        Some(score) if u32::from(score.rank()) + 1 < least => {
            criterion.stands(NotMet, format!("level {}", score.value()))
        }
        Some(score) if one_side => {
            criterion.stands(Caution, format!("level {}, but one side only", score.value()))
        }
        Some(score) => criterion.stands(Met, format!("level {}", score.value())),
    })
}

/// What guidelines name as a caution, in the order in which they name it.
fn cautions(facts: &Facts<'_>) -> Vec<Judged> {
    let nice = &["T39"];
    let of = |id, asks: &str, sheet| Criterion::new(id, asks, sheet, nice);
    vec![
        of("epilepsy", "Epilepsy", "neurology").by_answer(
            facts,
            "seizures",
            &[("active", Caution, "seizures now"), ("controlled", Caution, "had seizures, controlled")],
            "none",
        ),
        of("coagulation", "Coagulation", "medical").by_answer(
            facts,
            "coagulation",
            &[("disorder", Caution, "a disorder"), ("anticoagulated", Caution, "takes an anticoagulant")],
            "normal",
        ),
        of("fusion", "Fusion of the spine: the implant comes before it", "orthopaedics").by_answer(
            facts,
            "fusion",
            &[("planned", Caution, "planned: settle the order"), ("done", Caution, "already done")],
            "none, none planned",
        ),
        of("nutrition", "Nutrition", "skin-nutrition").by_answer(
            facts,
            "nutrition",
            &[("malnourished", Caution, "malnourished"), ("at-risk", Caution, "at risk")],
            "good",
        ),
        of("breathing", "Breathing", "neurology").by_answer(
            facts,
            "breathing",
            &[("limited", Caution, "limited"), ("ventilated", Caution, "ventilated")],
            "normal",
        ),
        Criterion::new("shunt", "Shunt for cerebrospinal fluid: no contraindication", "neurology", &["T38"])
            .by_answer(facts, "shunt", &[], "no reason against it"),
    ]
}

/// Who is at high risk if the drug stops. No reason against the therapy: a reason to plan for it.
fn withdrawal_risk(facts: &Facts<'_>) -> Vec<Judged> {
    let of = |id, asks: &str| Criterion::new(id, asks, "neurology", &["T3"]);
    vec![
        of("withdrawal-level", "Injury at T6 or above: high risk in a withdrawal").by_answer(
            facts,
            "at-or-above-t6",
            &[("yes", Caution, "T6 or above: plan for withdrawal")],
            "no",
        ),
        of("withdrawal-communication", "Can say that something is wrong").by_answer(
            facts,
            "communicates",
            &[("no", Caution, "cannot: somebody else must notice, plan for withdrawal")],
            "yes",
        ),
        of("withdrawal-before", "Withdrawal before").by_answer(
            facts,
            "withdrawal-before",
            &[("yes", Caution, "had one: plan for withdrawal")],
            "none",
        ),
    ]
}
