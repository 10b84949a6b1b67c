//! Quantiles, mean and spread, and the paired t test in JSON.

use super::Question;
use super::read::{Fields, Refused};
use crate::Undefined;
use crate::describe::{
    Confidence, Halves, Pairs, QuantileType, Quartiles, Sample, moore_mccabe, quartiles, tukey_hinges,
};
use serde_json::{Map, Value, json};

/// A status: "ok", or why there is none.
pub(super) fn status<T>(result: &Result<T, Undefined>) -> &'static str {
    result.as_ref().err().map_or("ok", |undefined| undefined.word())
}

/// The level of confidence.
pub(super) fn confidence(options: Fields<'_>) -> Result<Confidence, Refused> {
    Ok(Confidence::of(options.confidence()?).unwrap_or_default())
}

/// A list of values of which some may be missing.
pub(super) fn sample(inputs: Fields<'_>, key: &str) -> Result<Sample, Refused> {
    Sample::of(&inputs.numbers_or_missing(key)?)
        .map_err(|unusable| Refused::new(format!("inputs.{key}"), unusable.to_string()))
}

/// Values x and y of the same patients.
pub(super) fn pairs(inputs: Fields<'_>) -> Result<Pairs, Refused> {
    let (x, y) = (inputs.numbers_or_missing("x")?, inputs.numbers_or_missing("y")?);
    inputs.same_length(("x", x.len()), ("y", y.len()))?;
    let pairs: Vec<_> = x.into_iter().zip(y).collect();
    Pairs::of(&pairs).map_err(|unusable| Refused::new("inputs.x and inputs.y", unusable.to_string()))
}

/// Missing values are dropped; that is the only way with them.
fn drops_missing(question: &Question<'_>) -> Result<(), Refused> {
    match question.options.get("nan") {
        None | Some(Value::Null) => Ok(()),
        Some(Value::String(way)) if way == "drop" => Ok(()),
        Some(other) => Err(Refused::new("options.nan", format!("{other} is not done; accepted: \"drop\""))),
    }
}

pub(super) fn quantiles(question: &Question<'_>) -> Result<Value, Refused> {
    drops_missing(question)?;
    let sample = sample(Fields::inputs(question.inputs), "x")?;
    let median = crate::describe::median(&sample);
    let mut answer = Map::new();
    let mut put = |key: &str, value: Value| answer.insert(key.to_owned(), value);
    put("n", json!(sample.len()));
    put("n_missing", json!(sample.missing()));
    put("status", json!(status(&median)));
    put("median", json!(median.ok()));
    let list = |of: Quartiles| json!([of.lower, of.median, of.upper]);
    for kind in QuantileType::ALL {
        put(kind.name(), quartiles(&sample, kind).map_or(Value::Null, list));
    }
    put("tukey_hinges", tukey_hinges(&sample).map_or(Value::Null, list));
    let list = |of: Halves| json!([of.lower, of.median, of.upper]);
    put("moore_mccabe", moore_mccabe(&sample).map_or(Value::Null, list));
    let (min, max) = sample.range().unzip();
    put("min", json!(min));
    put("max", json!(max));
    Ok(Value::Object(answer))
}

pub(super) fn describe(question: &Question<'_>) -> Result<Value, Refused> {
    drops_missing(question)?;
    let sample = sample(Fields::inputs(question.inputs), "x")?;
    let level = confidence(Fields::options(question.options))?;
    let of = crate::describe::describe(&sample, level);
    Ok(json!({
        "n": of.n,
        "n_missing": of.missing,
        "status": of.undefined.map_or("ok", Undefined::word),
        "mean": of.mean,
        "sd": of.sd,
        "sem": of.sem,
        "confidence": level.level(),
        "ci_low": of.interval.map(|interval| interval.low),
        "ci_high": of.interval.map(|interval| interval.high),
    }))
}

pub(super) fn paired_t(question: &Question<'_>) -> Result<Value, Refused> {
    let pairs = pairs(Fields::inputs(question.inputs))?;
    let level = confidence(Fields::options(question.options))?;
    let of = crate::describe::paired_t(&pairs, level);
    let test = of.test.as_ref().ok();
    Ok(json!({
        "n": of.n,
        "n_missing_pairs": of.missing,
        "status": status(&of.test),
        "mean_diff": of.mean,
        "sd_diff": of.sd,
        "t": test.map(|test| test.t),
        "df": test.map(|test| test.df),
        "p": test.map(|test| test.p),
        "confidence": level.level(),
        "ci_low": test.map(|test| test.interval.low),
        "ci_high": test.map(|test| test.interval.high),
        "cohen_dz_srm": test.map(|test| test.dz),
        "cohen_dav": of.d_average,
        "cohen_d_baseline_sd_x": of.d_first,
        "hedges_g_av": of.g_average,
    }))
}
