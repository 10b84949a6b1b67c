//! Survival in JSON.

use super::Question;
use super::read::{Fields, Refused, number};
use crate::Undefined;
use crate::exact::tidy;
use crate::survival::{self, ChiSquare, Cox, Interval, KaplanMeier, Quantile, Step, Ties, Unfit};
use serde_json::{Map, Value, json};
use std::cmp::Ordering;

/// A name or a number, in the order that the usual tools give them: numbers by their value, before names, and names by their
/// signs, so that "10" in quotes is before "2".
#[derive(Debug, Clone)]
struct Label {
    name: String,
    /// Its value, if it is no name.
    number: Option<f64>,
}

impl Label {
    fn read(value: &Value, place: &str) -> Result<Self, Refused> {
        let number = match value {
            Value::String(name) => return Ok(Self { name: name.clone(), number: None }),
            Value::Number(number) => number.as_f64(),
            Value::Bool(value) => Some(f64::from(u8::from(*value))),
            _ => None,
        };
        // -0 is 0.
        let number = number.ok_or_else(|| Refused::new(place, "accepted: a name or a number"))? + 0.0;
        Ok(Self { name: number.to_string(), number: Some(number) })
    }

    /// As it was given: a number is a number again.
    fn value(&self) -> Value {
        self.number.map_or_else(|| json!(self.name), whole_if_it_is)
    }
}

/// A number without a point where it is whole.
fn whole_if_it_is(number: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within the range that was just checked")]
    if number.fract() == 0.0 && number.abs() < 9e15 { json!(number as i64) } else { json!(number) }
}

impl PartialEq for Label {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Label {}

impl Ord for Label {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.number, other.number) {
            (Some(one), Some(two)) => one.total_cmp(&two),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => self.name.cmp(&other.name),
        }
    }
}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The columns that a question needs, without the patients of whom one of them is missing.
struct Columns {
    times: Vec<f64>,
    columns: Vec<Vec<Label>>,
    missing: usize,
}

impl Columns {
    /// Reads `time` and the columns of these names; the last ones may be absent altogether, and are then empty.
    fn read(inputs: Fields<'_>, needed: &[&str], optional: &[&str]) -> Result<Self, Refused> {
        // Times that tie on paper tie here.
        let times: Vec<Option<f64>> =
            inputs.numbers_or_missing("time")?.into_iter().map(|time| time.map(tidy)).collect();
        let mut read: Vec<Option<Vec<Option<Label>>>> = Vec::new();
        for name in needed.iter().chain(optional) {
            if optional.contains(name) && inputs.value(name).is_none() {
                read.push(None);
                continue;
            }
            let list = inputs.list(name)?;
            inputs.same_length(("time", times.len()), (name, list.len()))?;
            let label = |(index, value): (usize, &Value)| {
                if value.is_null() {
                    return Ok(None);
                }
                Label::read(value, &format!("inputs.{name}[{index}]")).map(Some)
            };
            read.push(Some(list.iter().enumerate().map(label).collect::<Result<_, _>>()?));
        }
        let whole =
            |row: usize| read.iter().flatten().all(|column| column.get(row).is_some_and(Option::is_some));
        let rows: Vec<(usize, f64)> = times
            .iter()
            .enumerate()
            .filter_map(|(row, time)| Some((row, (*time)?)))
            .filter(|(row, _)| whole(*row))
            .collect();
        let columns = read
            .iter()
            .map(|column| {
                let of = |(row, _): &(usize, f64)| column.as_ref()?.get(*row)?.clone();
                rows.iter().filter_map(of).collect()
            })
            .collect();
        Ok(Self {
            missing: times.len() - rows.len(),
            times: rows.into_iter().map(|(_, time)| time).collect(),
            columns,
        })
    }

    fn column(&self, index: usize) -> &[Label] {
        self.columns.get(index).map(Vec::as_slice).unwrap_or_default()
    }

    /// A column of 0 and 1.
    fn events(&self, index: usize) -> Result<Vec<bool>, Refused> {
        let read = |label: &Label| match label.name.as_str() {
            "0" => Ok(false),
            "1" => Ok(true),
            other => Err(Refused::new(
                "inputs.event",
                format!("{other:?} is neither; accepted: 1 for an event, 0 for censored"),
            )),
        };
        self.column(index).iter().map(read).collect()
    }

    /// A column of causes; 0 is censored.
    fn causes(&self, index: usize) -> Vec<Option<Label>> {
        self.column(index).iter().map(|label| Some(label.clone()).filter(|label| label.name != "0")).collect()
    }

    /// A column of numbers.
    fn numbers(&self, index: usize, name: &str) -> Result<Vec<f64>, Refused> {
        let read = |label: &Label| {
            let value: Option<f64> = label.name.parse().ok().filter(|value: &f64| value.is_finite());
            value.ok_or_else(|| {
                Refused::new(
                    format!("inputs.{name}"),
                    format!("{:?} is no number; accepted: a number", label.name),
                )
            })
        };
        self.column(index).iter().map(read).collect()
    }
}

/// The times of an option, none without it.
fn at(options: Fields<'_>) -> Result<Vec<f64>, Refused> {
    let Some(list) = options.value("at") else { return Ok(Vec::new()) };
    let times = if list.is_array() { options.numbers("at")? } else { vec![number(list, "options.at")?] };
    Ok(times.into_iter().map(tidy).collect())
}

fn refused(unfit: Unfit) -> Refused {
    Refused::new("inputs", unfit.to_string())
}

const KINDS: [(&str, Interval); 3] =
    [("plain", Interval::Plain), ("log", Interval::Log), ("loglog", Interval::LogLog)];

fn pair((low, high): (f64, f64)) -> [f64; 2] {
    [low, high]
}

pub(super) fn kaplan_meier(question: &Question<'_>) -> Result<Value, Refused> {
    let options = Fields::options(question.options);
    let columns = Columns::read(Fields::inputs(question.inputs), &["event"], &[])?;
    let level = options.confidence()?;
    let curve = survival::kaplan_meier(&columns.times, &columns.events(0)?).map_err(refused)?;
    let row = |step: &Step| {
        let mut row = json!({
            "time": step.time,
            "n_risk": step.at_risk,
            "n_event": step.events,
            "survival": step.survival,
            "greenwood_se": step.standard_error(),
        });
        for (name, kind) in KINDS {
            if let Value::Object(row) = &mut row {
                row.insert(format!("ci_{name}"), json!(step.interval(kind, level).map(pair)));
            }
        }
        row
    };
    let at = at(options)?;
    let survival_at = |time: &f64| {
        let at = curve.at(*time);
        json!({
            "time": time,
            "survival": (curve.n > 0).then_some(at.survival),
            "n_at_risk": at.at_risk,
            "greenwood_se": at.standard_error().filter(|_| curve.n > 0),
            "ci_loglog": at.interval(Interval::LogLog, level).map(pair),
        })
    };
    let median = curve.quantile(0.5);
    let mut answer = json!({
        "status": if curve.n == 0 { Undefined::NoData.word() } else { "ok" },
        "n": curve.n,
        "n_missing": columns.missing,
        "events": curve.events,
        "table": curve.event_steps().map(row).collect::<Vec<_>>(),
        "survival_at": at.iter().map(survival_at).collect::<Vec<_>>(),
        "median_first_t_le_half": median.map(|Quantile { first, .. }| first),
        "median_r_midpoint_if_flat_at_half": median.map(|Quantile { middle, .. }| middle),
    });
    if let Value::Object(answer) = &mut answer {
        for (name, kind) in KINDS {
            let (low, high) = curve.quantile_interval(0.5, kind, level);
            answer.insert(format!("median_ci_{name}_r"), json!([low, high]));
        }
        if options.value("tau").is_some() {
            answer.insert("rmst".to_owned(), restricted_mean(&curve, options.number("tau")?)?);
        }
    }
    Ok(answer)
}

fn restricted_mean(curve: &KaplanMeier, tau: f64) -> Result<Value, Refused> {
    match curve.restricted_mean(tau) {
        Ok(mean) => Ok(json!({
            "tau": tau,
            "value": mean.mean,
            "se_r": mean.standard_error,
            "beyond_follow_up": mean.beyond_follow_up,
        })),
        Err(Unfit::Undefined(_)) => Ok(json!({"tau": tau, "value": null, "se_r": null})),
        Err(unfit) => Err(Refused::new("options.tau", unfit.to_string())),
    }
}

fn names(labels: &[Label]) -> Vec<Value> {
    labels.iter().map(Label::value).collect()
}

pub(super) fn log_rank(question: &Question<'_>) -> Result<Value, Refused> {
    let rho = Fields::options(question.options).number_or("rho", 0.0)?;
    let columns = Columns::read(Fields::inputs(question.inputs), &["event", "group"], &["stratum"])?;
    let events = columns.events(0)?;
    let result = survival::log_rank(&columns.times, &events, columns.column(1), columns.column(2), rho)
        .map_err(refused)?;
    let test = result.test.as_ref().ok();
    Ok(json!({
        "status": result.test.as_ref().err().map_or("ok", |why| why.word()),
        "n": columns.times.len(),
        "n_missing": columns.missing,
        "groups": names(&result.groups),
        "observed": result.observed,
        "expected": result.expected,
        "chi2": test.map(|test| test.statistic),
        "df": test.map(|test| test.df),
        "p": test.map(|test| test.p),
    }))
}

/// How ties are called, and what that is.
const TIES: [(&str, Ties); 3] = [("efron", Ties::Efron), ("breslow", Ties::Breslow), ("exact", Ties::Exact)];

pub(super) fn cox(question: &Question<'_>) -> Result<Value, Refused> {
    let options = Fields::options(question.options);
    let columns = Columns::read(Fields::inputs(question.inputs), &["event", "z"], &["stratum"])?;
    let (events, covariate) = (columns.events(0)?, columns.numbers(1, "z")?);
    let asked = match options.value("ties") {
        None => vec!["efron".to_owned()],
        Some(Value::String(name)) => vec![name.clone()],
        Some(_) => options.names("ties")?,
    };
    let mut answer = Map::new();
    for name in asked {
        let (known, ties) =
            TIES.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(&name)).ok_or_else(|| {
                Refused::new("options.ties", format!("{name:?}; accepted: efron, breslow or exact"))
            })?;
        let result = match survival::cox(&columns.times, &events, &covariate, columns.column(2), ties) {
            Ok(Cox { coefficient, standard_error, z, p, log_likelihood, log_likelihood_null, .. }) => json!({
                "status": "ok",
                "coef": coefficient,
                "se": standard_error,
                "z": z,
                "p": p,
                "loglik": log_likelihood,
                "loglik_null": log_likelihood_null,
            }),
            Err(Unfit::Undefined(why)) => {
                json!({"status": why.word(), "coef": null, "se": null, "z": null, "p": null})
            }
            Err(unfit) => return Err(refused(unfit)),
        };
        if let Some(status) = result.get("status") {
            answer.insert("status".to_owned(), status.clone());
        }
        answer.insert(known.to_owned(), result);
    }
    answer.insert("n".to_owned(), columns.times.len().into());
    answer.insert("n_missing".to_owned(), columns.missing.into());
    Ok(Value::Object(answer))
}

pub(super) fn cumulative_incidence(question: &Question<'_>) -> Result<Value, Refused> {
    let columns = Columns::read(Fields::inputs(question.inputs), &["cause"], &[])?;
    let at = at(Fields::options(question.options))?;
    let result = survival::cumulative_incidence(&columns.times, &columns.causes(0)).map_err(refused)?;
    let mut naive: Map<String, Value> = Map::new();
    for course in &result.courses {
        let values: Vec<f64> =
            at.iter().map(|time| course.at(*time).map_or(0.0, |step| step.naive)).collect();
        naive.insert(course.cause.name.clone(), json!(values));
    }
    let row = |time: &f64| {
        let (mut incidence, mut variance, mut error) = (Map::new(), Map::new(), Map::new());
        for course in result.at(*time) {
            let name = &course.cause.name;
            incidence.insert(name.clone(), json!(course.step.map_or(0.0, |step| step.incidence)));
            variance.insert(name.clone(), json!(course.step.map_or(0.0, |step| step.variance_aalen)));
            error.insert(name.clone(), json!(course.step.map_or(0.0, |step| step.variance_jackknife.sqrt())));
        }
        let free = result.free.at(*time);
        json!({
            "time": time,
            "n_at_risk": free.at_risk,
            "event_free": (result.free.n > 0).then_some(free.survival),
            "cif": incidence,
            "var_cmprsk_aalen": variance,
            "se_survfit_ij": error,
        })
    };
    Ok(json!({
        "status": if result.free.n == 0 { Undefined::NoData.word() } else { "ok" },
        "n": result.free.n,
        "n_missing": columns.missing,
        "at": at.iter().map(row).collect::<Vec<_>>(),
        "naive_1_minus_km": naive,
    }))
}

pub(super) fn gray(question: &Question<'_>) -> Result<Value, Refused> {
    let rho = Fields::options(question.options).number_or("rho", 0.0)?;
    let columns = Columns::read(Fields::inputs(question.inputs), &["cause", "group"], &["stratum"])?;
    let results =
        survival::gray(&columns.times, &columns.causes(0), columns.column(1), columns.column(2), rho)
            .map_err(refused)?;
    let row = |test: &Result<ChiSquare, Undefined>| match test {
        Ok(test) => json!([test.statistic, test.p, test.df]),
        Err(_) => json!([null, null, null]),
    };
    let undefined = if results.is_empty() { Some(Undefined::NoEvents) } else { None };
    let undefined = undefined.or_else(|| results.iter().find_map(|result| result.test.err()));
    let causes: Vec<Value> = results.iter().map(|result| result.cause.value()).collect();
    Ok(json!({
        "status": undefined.map_or("ok", Undefined::word),
        "n": columns.times.len(),
        "n_missing": columns.missing,
        "causes": causes,
        "tests": {
            "columns": ["stat", "p", "df"],
            "rows": results.iter().map(|result| row(&result.test)).collect::<Vec<_>>(),
        },
    }))
}
