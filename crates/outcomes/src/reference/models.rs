//! Linear models of repeated measures in JSON.

use super::Question;
use super::read::{Fields, Refused};
use crate::Undefined;
use crate::models::{self, Coefficient, Column, Formula, Frame, Likelihood, MixedModel, Unfit, Varying};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A table as it comes: names of columns, and cells, of which some are missing.
struct Table {
    names: Vec<String>,
    rows: Vec<Vec<Option<Cell>>>,
}

#[derive(Clone)]
enum Cell {
    Number(f64),
    Name(String),
}

impl Cell {
    fn read(text: &str) -> Option<Self> {
        match text.trim() {
            "" | "NA" | "." => None,
            text => match text.parse::<f64>() {
                Ok(number) if number.is_finite() => Some(Self::Number(number)),
                _ => Some(Self::Name(text.to_owned())),
            },
        }
    }
}

/// What columns are called when they are not called as the formula calls them.
const ALSO: [&[&str]; 3] = [&["id", "subject", "patient"], &["grp", "group"], &["week", "visit", "time"]];

impl Table {
    fn read(question: &Question<'_>) -> Result<Self, Refused> {
        let inputs = Fields::inputs(question.inputs);
        match inputs.value("data_file").map(|name| (name, name.as_str())) {
            Some((_, Some(name))) => {
                let place = "inputs.data_file";
                let text = (question.file)(name).ok_or_else(|| {
                    Refused::new(place, format!("{name:?} is not there; accepted: a file of data"))
                })?;
                Self::of_csv(&text)
                    .ok_or_else(|| Refused::new(place, format!("{name:?} is no table of values")))
            }
            Some((value, None)) => {
                Err(Refused::new("inputs.data_file", format!("{value} is no name; accepted: a name")))
            }
            None => Self::of_rows(inputs),
        }
    }

    fn of_rows(inputs: Fields<'_>) -> Result<Self, Refused> {
        let names = match inputs.value("columns") {
            None => ["id", "week", "y"].map(str::to_owned).to_vec(),
            Some(_) => inputs.names("columns")?.iter().map(|name| name.to_lowercase()).collect(),
        };
        let cell = |value: &Value, place: String| match value {
            Value::Null => Ok(None),
            Value::Number(number) => Ok(number.as_f64().map(Cell::Number)),
            Value::String(name) => Ok(Cell::read(name)),
            _ => Err(Refused::new(place, "accepted: a number, a name or null")),
        };
        let row = |(at, row): (usize, &Value)| {
            let place = format!("inputs.rows[{at}]");
            let cells = row
                .as_array()
                .filter(|cells| cells.len() == names.len())
                .ok_or_else(|| Refused::new(&place, format!("accepted: a list of {}", names.join(", "))))?;
            cells
                .iter()
                .enumerate()
                .map(|(column, value)| cell(value, format!("{place}[{column}]")))
                .collect()
        };
        Ok(Self { rows: inputs.list("rows")?.iter().enumerate().map(row).collect::<Result<_, _>>()?, names })
    }

    /// Of comma-separated values; columns that are numbered (week1, week2) become rows, with the number and `y`.
    fn of_csv(text: &str) -> Option<Self> {
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let names: Vec<String> =
            reader.headers().ok()?.iter().map(|name| name.trim().to_lowercase()).collect();
        let records: Vec<Vec<Option<Cell>>> = reader
            .records()
            .map(|record| Some(record.ok()?.iter().map(Cell::read).collect()))
            .collect::<Option<_>>()?;
        let numbered = |name: &str| {
            let stem = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
            let number: f64 = name.strip_prefix(stem)?.parse().ok()?;
            (!stem.is_empty()).then(|| (stem.to_owned(), number))
        };
        let mut stems: BTreeMap<String, Vec<(usize, f64)>> = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            if let Some((stem, number)) = numbered(name) {
                stems.entry(stem).or_default().push((at, number));
            }
        }
        let wide = stems.into_iter().filter(|(_, at)| at.len() > 1).max_by_key(|(_, at)| at.len());
        let Some((stem, visits)) = wide else { return Some(Self { names, rows: records }) };
        let kept: Vec<usize> =
            (0..names.len()).filter(|at| !visits.iter().any(|(visit, _)| visit == at)).collect();
        let mut rows = Vec::new();
        for record in &records {
            let fixed: Vec<Option<Cell>> = kept.iter().map(|at| record.get(*at).cloned().flatten()).collect();
            for (at, number) in &visits {
                let mut row = fixed.clone();
                row.push(Some(Cell::Number(*number)));
                row.push(record.get(*at).cloned().flatten());
                rows.push(row);
            }
        }
        let names =
            kept.iter().filter_map(|at| names.get(*at).cloned()).chain([stem, "y".to_owned()]).collect();
        Some(Self { names, rows })
    }

    /// Which column a variable of a formula is.
    fn find(&self, variable: &str, response: bool) -> Result<usize, Refused> {
        let wanted = variable.to_lowercase();
        let same = ALSO.iter().find(|names| names.contains(&wanted.as_str())).copied().unwrap_or_default();
        let other = if response { &["y"] } else { same };
        let at = |wanted: &str| self.names.iter().position(|name| name == wanted);
        at(&wanted).or_else(|| other.iter().find_map(|other| at(other))).ok_or_else(|| {
            Refused::new("method", format!("{variable:?} is no column; accepted: {}", self.names.join(", ")))
        })
    }

    /// The columns of a formula, under its names, and how many rows lack one of them.
    fn frame(&self, formula: &Formula) -> Result<(Frame, usize), Refused> {
        let mut wanted: Vec<&str> = vec![&formula.response];
        wanted.extend(formula.terms.iter().flatten().map(|variable| variable.name.as_str()));
        if let Some(random) = &formula.random {
            wanted.push(&random.group);
            wanted.extend(random.slope.as_deref());
        }
        if let Some(following) = &formula.autoregressive {
            wanted.push(&following.group);
            wanted.extend(following.time.as_deref());
        }
        wanted.sort_unstable();
        wanted.dedup();
        let places: Vec<usize> =
            wanted.iter().map(|name| self.find(name, *name == formula.response)).collect::<Result<_, _>>()?;
        let whole = |row: &Vec<Option<Cell>>| -> Option<Vec<Cell>> {
            places.iter().map(|at| row.get(*at).cloned().flatten()).collect()
        };
        let rows: Vec<Vec<Cell>> = self.rows.iter().filter_map(whole).collect();
        let column = |(at, name): (usize, &&str)| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            let numbers: Option<Vec<f64>> = cells
                .clone()
                .map(|cell| match cell {
                    Cell::Number(number) => Some(*number),
                    Cell::Name(_) => None,
                })
                .collect();
            let names = cells.map(|cell| match cell {
                Cell::Number(number) => number.to_string(),
                Cell::Name(name) => name.clone(),
            });
            ((*name).to_owned(), numbers.map_or_else(|| Column::Names(names.collect()), Column::Numbers))
        };
        let columns = wanted.iter().enumerate().map(column).collect();
        Ok((Frame { columns }, self.rows.len() - rows.len()))
    }
}

/// The model of a method in words. Without a formula: visits as names, and an intercept of each patient.
fn formula(question: &Question<'_>) -> Result<(Formula, bool), Refused> {
    // Who asks without words may say the formula among the options.
    let (field, text) = match Fields::options(question.options).value("formula") {
        None => ("method", question.method),
        Some(Value::String(text)) => ("options.formula", text.as_str()),
        Some(other) => {
            let accepted = format!("{other} is no formula; accepted: such as \"y ~ week + (1|id)\"");
            return Err(Refused::new("options.formula", accepted));
        }
    };
    let found = Formula::find(text).map_err(|not| Refused::new(field, not.to_string()))?;
    match found {
        Some(formula) if formula.random.is_none() && formula.autoregressive.is_none() => Err(Refused::new(
            field,
            "the formula does not say whose measures belong together; accepted: with (1|id), (week|id) or corAR1(~1|id)",
        )),
        Some(formula) => Ok((formula, false)),
        None => Formula::find("y ~ week + (1|id)")
            .ok()
            .flatten()
            .map(|formula| (formula, true))
            .ok_or_else(|| Refused::new("method", "accepted: a formula")),
    }
}

fn likelihood(question: &Question<'_>) -> Result<Likelihood, Refused> {
    let restricted =
        match ["REML", "reml"].iter().find_map(|key| Fields::options(question.options).value(key)) {
            Some(Value::Bool(restricted)) => *restricted,
            Some(value) => {
                return Err(Refused::new("options.REML", format!("{value}; accepted: true or false")));
            }
            // "ML" as a word of its own.
            None => !question.method.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == "ML"),
        };
    Ok(if restricted { Likelihood::Restricted } else { Likelihood::Full })
}

pub(super) fn mixed_model(question: &Question<'_>) -> Result<Value, Refused> {
    let (formula, visits_are_names) = formula(question)?;
    let likelihood = likelihood(question)?;
    let (mut frame, missing) = Table::read(question)?.frame(&formula)?;
    if visits_are_names {
        for (name, column) in &mut frame.columns {
            if let ("week", Column::Numbers(numbers)) = (name.as_str(), &*column) {
                *column = Column::Names(numbers.iter().map(|number| format!("w{number}")).collect());
            }
        }
    }
    let refused = |unfit: Unfit| Refused::new("inputs", unfit.to_string());
    let mut answer = match answer(&frame, &formula, likelihood) {
        Ok(answer) => answer,
        Err(Unfit::Undefined(why)) => json!({"status": why.word()}),
        Err(unfit) => return Err(refused(unfit)),
    };
    if let Value::Object(answer) = &mut answer {
        answer.insert("n_missing".to_owned(), missing.into());
    }
    Ok(answer)
}

fn answer(frame: &Frame, formula: &Formula, likelihood: Likelihood) -> Result<Value, Unfit> {
    let y = frame.numbers(&formula.response)?;
    if y.is_empty() {
        return Err(Undefined::NoData.into());
    }
    let fixed = frame.fixed(formula)?;
    if let Some(following) = &formula.autoregressive {
        let times = following.time.as_ref().map(|time| frame.numbers(time)).transpose()?;
        let fit = models::autoregressive(y, &fixed, &frame.names(&following.group)?, times, likelihood)?;
        let (estimates, errors) = coefficients(&fit.coefficients);
        return Ok(json!({
            "status": "ok",
            "n": fit.n,
            "groups": fit.groups,
            "coef": estimates,
            "se": errors,
            "phi": fit.correlation,
            "sigma": fit.sigma,
            "logLik": fit.log_likelihood,
            "AIC": fit.aic,
        }));
    }
    let Some(random) = &formula.random else { return Err(Undefined::NotIdentifiable.into()) };
    let slope = random.slope.as_ref().map(|slope| frame.numbers(slope)).transpose()?;
    let ids = frame.names(&random.group)?;
    let varying = match slope {
        None => Varying::Intercept,
        Some(slope) if !random.intercept => Varying::Slope(slope),
        Some(slope) if random.correlated => Varying::Both(slope),
        Some(slope) => Varying::Apart(slope),
    };
    let fit = models::mixed_model(y, &fixed, &ids, varying, likelihood)?;
    let mut answer = mixed(&fit, random);
    let one_factor = formula.terms.as_slice();
    if let ([term], None, Value::Object(answer)) = (one_factor, slope, &mut answer)
        && let [variable] = term.as_slice()
    {
        let visits = frame.names(&variable.name)?;
        let (means, balanced) = means(y, &visits, fit.groups);
        // Only where each visit but the first has an effect, which is its difference from the first.
        let differences = formula.intercept && fit.coefficients.len() == means.len();
        let error = fit.coefficients.get(1).map(|coefficient| coefficient.standard_error);
        answer.insert("week_means".to_owned(), json!(means));
        answer.insert("se_of_week_difference".to_owned(), json!(error.filter(|_| balanced && differences)));
    }
    Ok(answer)
}

/// The mean of each visit, in the order of visits, and whether every patient has every visit.
fn means(y: &[f64], visits: &[String], patients: usize) -> (Vec<f64>, bool) {
    let mut sums: BTreeMap<&String, (f64, u32)> = BTreeMap::new();
    for (y, visit) in y.iter().zip(visits) {
        let (sum, count) = sums.entry(visit).or_default();
        (*sum, *count) = (*sum + y, *count + 1);
    }
    let mut sums: Vec<(&String, f64, u32)> =
        sums.into_iter().map(|(visit, (sum, count))| (visit, sum, count)).collect();
    let number = |name: &str| name.trim_start_matches('w').parse::<f64>().ok();
    sums.sort_by(|one, other| match (number(one.0), number(other.0)) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        _ => one.0.cmp(other.0),
    });
    let balanced =
        sums.iter().all(|(_, _, count)| usize::try_from(*count).is_ok_and(|count| count == patients));
    (sums.iter().map(|(_, sum, count)| sum / f64::from(*count)).collect(), balanced)
}

fn coefficients(of: &[Coefficient]) -> (Map<String, Value>, Map<String, Value>) {
    let estimates = of.iter().map(|each| (each.name.clone(), json!(each.estimate))).collect();
    let errors = of.iter().map(|each| (each.name.clone(), json!(each.standard_error))).collect();
    (estimates, errors)
}

fn mixed(fit: &MixedModel, random: &models::Random) -> Value {
    let (estimates, errors) = coefficients(&fit.coefficients);
    let group = random.group.as_str();
    let part = |group: &str, one: Option<&str>, other: Option<&str>, value: f64| json!({"group": group, "var1": one, "var2": other, "value": value});
    let intercept = "(Intercept)";
    let mut parts = Vec::new();
    if random.intercept {
        parts.push(part(group, Some(intercept), None, fit.intercept_variance));
    }
    if let (Some(slope), Some(name)) = (fit.slope, random.slope.as_deref()) {
        if random.intercept && random.correlated {
            parts.push(part(group, Some(name), None, slope.variance));
            parts.push(part(group, Some(intercept), Some(name), slope.covariance));
        } else {
            // As lme4 names what is said apart.
            let own = if random.intercept { format!("{group}.1") } else { group.to_owned() };
            parts.push(part(&own, Some(name), None, slope.variance));
        }
    }
    parts.push(part("Residual", None, None, fit.residual_variance));
    json!({
        "status": "ok",
        "n": fit.n,
        "groups": fit.groups,
        "fixef": estimates,
        "se": errors,
        "vc": parts,
        "correlation": fit.slope.and_then(|slope| slope.correlation),
        "var_residual": fit.residual_variance,
        "var_subject": random.intercept.then_some(fit.intercept_variance),
        "icc": fit.intraclass_correlation(),
        "logLik": fit.log_likelihood,
        "AIC": fit.aic,
        "lme4": {
            "fixef": estimates,
            "se": errors,
            "vc": {group: fit.intercept_variance, "Residual": fit.residual_variance},
            "logLik": fit.log_likelihood,
        },
    })
}
