//! The methods in JSON: inputs and options in, results out, in the form in which reference cases are published; and cases of
//! it, compared.
//!
//! A case has `inputs`, `options`, and what is `expected` at which `tolerance`. `null` is a missing value, or a result that is
//! not defined. What is asked for by no field is not compared: an answer may say more than a case.

mod cases;
mod compare;
mod describe;
mod models;
mod ranks;
mod rates;
mod read;
mod scales;
mod survival;

pub use cases::{NoCases, Outcome, run_cases};
pub use compare::{Mismatch, compare};
pub use read::Refused;

use serde_json::{Map, Value};

/// What is asked.
pub struct Question<'a> {
    /// Its inputs.
    pub inputs: &'a Map<String, Value>,
    /// Its options.
    pub options: &'a Map<String, Value>,
    /// The method in words, where a group has several.
    pub method: &'a str,
    /// Finds a file of data by its name, if inputs name one.
    pub file: &'a dyn Fn(&str) -> Option<String>,
}

type Answerer = fn(&Question<'_>) -> Result<Value, Refused>;

/// A method: its name, the group of its cases, what it is, and who answers.
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// The group of its cases.
    pub group: &'static str,
    /// What it is.
    pub title: &'static str,
    answer: Answerer,
}

impl Method {
    const fn new(name: &'static str, group: &'static str, title: &'static str, answer: Answerer) -> Self {
        Self { name, group, title, answer }
    }

    /// The method of a name or of a group.
    #[must_use]
    pub fn by_name(name: &str) -> Option<&'static Self> {
        METHODS.iter().find(|method| method.name == name || method.group.eq_ignore_ascii_case(name))
    }

    /// The answer.
    ///
    /// # Errors
    /// [`Refused`] with the field that cannot be read, and what would be accepted.
    pub fn answer(&self, question: &Question<'_>) -> Result<Value, Refused> {
        (self.answer)(question)
    }
}

/// Every method.
pub static METHODS: [Method; 25] = [
    Method::new("quantiles", "QNT", "median and quartiles by every definition in use", describe::quantiles),
    Method::new(
        "describe",
        "DSC",
        "mean, standard deviation, confidence interval of the mean",
        describe::describe,
    ),
    Method::new("paired-t", "PTT", "paired t test, with effect sizes", describe::paired_t),
    Method::new("signed-rank", "WSR", "Wilcoxon signed-rank test, exact and normal", ranks::signed_rank),
    Method::new("sign", "SGN", "exact sign test", ranks::sign),
    Method::new(
        "hodges-lehmann",
        "HL1",
        "Hodges-Lehmann estimate of a change, with interval",
        ranks::hodges_lehmann,
    ),
    Method::new(
        "mann-whitney",
        "MWU",
        "Mann-Whitney test, exact and normal, with shift",
        ranks::mann_whitney,
    ),
    Method::new("friedman", "FRD", "Friedman test with Nemenyi, Conover and exact pairs", ranks::friedman),
    Method::new("kruskal-wallis", "KRW", "Kruskal-Wallis test", ranks::kruskal_wallis),
    Method::new("spearman", "SPR", "Spearman rank correlation", ranks::spearman),
    Method::new("adjust", "ADJ", "p values adjusted for several tests", ranks::adjust),
    Method::new("mcnemar", "MCN", "McNemar test", rates::mcnemar),
    Method::new("fisher", "FSH", "Fisher's exact test of a two-by-two table", rates::fisher),
    Method::new(
        "proportion",
        "PRP",
        "a percentage with Clopper-Pearson and Wilson intervals",
        rates::proportion,
    ),
    Method::new("incidence", "INC", "events per person-time, exact and mid-P intervals", rates::incidence),
    Method::new("rate-ratio", "IRR", "ratio of two rates, exact", rates::rate_ratio),
    Method::new(
        "mean-cumulative",
        "MCF",
        "mean cumulative number of events per patient",
        rates::mean_cumulative,
    ),
    Method::new("kaplan-meier", "KM", "Kaplan-Meier survival with intervals", survival::kaplan_meier),
    Method::new("log-rank", "LRK", "log-rank and Peto-Peto tests, stratified", survival::log_rank),
    Method::new("cox", "COX", "Cox regression with one covariate", survival::cox),
    Method::new(
        "cumulative-incidence",
        "CIF",
        "cumulative incidence of competing causes",
        survival::cumulative_incidence,
    ),
    Method::new("gray", "GRY", "Gray's test of cumulative incidence between groups", survival::gray),
    Method::new("mixed-model", "LMM", "linear models of repeated measures", models::mixed_model),
    Method::new("scale", "SCL", "scoring rules of scales", scales::scale),
    Method::new("goal-attainment", "GAS", "goal attainment T score", scales::goal_attainment),
];
