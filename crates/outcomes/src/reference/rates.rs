//! Proportions, tables and rates in JSON.

use super::Question;
use super::read::{Fields, Refused, count, number};
use crate::exact::tidy;
use crate::rates::{self, Unfit};
use crate::{Undefined, rates::CumulativeStep};
use serde_json::{Map, Value, json};

/// A result; or why there is none, as its status with every field null; or a refusal.
fn or_undefined<T>(
    result: Result<T, Unfit>,
    nulls: &[&str],
    answer: impl FnOnce(T) -> Value,
) -> Result<Value, Refused> {
    match result {
        Ok(result) => Ok(answer(result)),
        Err(Unfit::Undefined(why)) => Ok(undefined(why, nulls)),
        Err(unfit) => Err(Refused::new("inputs", unfit.to_string())),
    }
}

fn undefined(why: Undefined, nulls: &[&str]) -> Value {
    let mut fields: Map<String, Value> = nulls.iter().map(|key| ((*key).to_owned(), Value::Null)).collect();
    fields.insert("status".to_owned(), why.word().into());
    Value::Object(fields)
}

/// Adds fields to an object.
fn with(mut answer: Value, fields: Value) -> Value {
    if let (Value::Object(answer), Value::Object(fields)) = (&mut answer, fields) {
        answer.extend(fields);
    }
    answer
}

pub(super) fn mcnemar(question: &Question<'_>) -> Result<Value, Refused> {
    let inputs = Fields::inputs(question.inputs);
    let (b, c) = (inputs.count("b")?, inputs.count("c")?);
    let nulls = ["p_exact", "chi2_nocc", "p_chi2_nocc", "chi2_cc", "p_chi2_cc"];
    let result = rates::mcnemar(b, c).and_then(|result| Ok(result.test?));
    let answer = or_undefined(result, &nulls, |test| {
        json!({
            "p_exact": test.p_exact,
            "chi2_nocc": test.chi_square,
            "p_chi2_nocc": test.p,
            "chi2_cc": test.chi_square_corrected,
            "p_chi2_cc": test.p_corrected,
            "status": "ok",
        })
    })?;
    Ok(with(answer, json!({"b": b, "c": c})))
}

pub(super) fn fisher(question: &Question<'_>) -> Result<Value, Refused> {
    let shape =
        || Refused::new("inputs.table", "accepted: two rows of two counts, such as [[3, 21], [9, 15]]");
    let row = |row: &Value, at: usize| {
        let cells: Vec<u64> = row
            .as_array()
            .ok_or_else(shape)?
            .iter()
            .enumerate()
            .map(|(column, cell)| count(cell, &format!("inputs.table[{at}][{column}]")))
            .collect::<Result<_, _>>()?;
        <[u64; 2]>::try_from(cells).map_err(|_| shape())
    };
    let [first, second] = Fields::inputs(question.inputs).list("table")? else { return Err(shape()) };
    or_undefined(rates::fisher([row(first, 0)?, row(second, 1)?]), &[], |result| {
        json!({
            "p": result.p.ok(),
            "sample_odds_ratio": result.odds_ratio,
            "status": result.p.err().map_or("ok", Undefined::word),
        })
    })
}

pub(super) fn proportion(question: &Question<'_>) -> Result<Value, Refused> {
    let inputs = Fields::inputs(question.inputs);
    let (k, n) = (inputs.count("k")?, inputs.count("n")?);
    let level = Fields::options(question.options).confidence()?;
    let percent = |(low, high): (f64, f64)| [100.0 * low, 100.0 * high];
    let answer =
        or_undefined(rates::proportion(k, n, level), &["percent", "clopper_pearson", "wilson"], |result| {
            json!({
                "percent": 100.0 * result.share,
                "clopper_pearson": percent(result.clopper_pearson),
                "wilson": percent(result.wilson),
                "status": "ok",
            })
        })?;
    Ok(with(answer, json!({"k": k, "n": n})))
}

pub(super) fn incidence(question: &Question<'_>) -> Result<Value, Refused> {
    let inputs = Fields::inputs(question.inputs);
    let options = Fields::options(question.options);
    let (events, person_time) = (inputs.count("events")?, inputs.number("person_time")?);
    let per = options.number_or("per", 100.0)?;
    if per <= 0.0 {
        return Err(Refused::new("options.per", format!("{per} is no unit; accepted: a number above 0")));
    }
    let nulls = ["rate", "ci_low", "ci_high", "midp_ci_low", "midp_ci_high"];
    let result = rates::incidence(events, person_time, options.confidence()?);
    if result.is_ok_and(|result| !(per * result.exact.1).is_finite() || !(per * result.mid_p.1).is_finite()) {
        return Err(Refused::new(
            "options.per",
            format!("{per:e} makes the rate larger than any number; accepted: such as 100"),
        ));
    }
    let answer = or_undefined(result, &nulls, |result| {
        json!({
            "rate": per * result.rate,
            "ci_low": per * result.exact.0,
            "ci_high": per * result.exact.1,
            "midp_ci_low": per * result.mid_p.0,
            "midp_ci_high": per * result.mid_p.1,
            "status": "ok",
        })
    })?;
    Ok(with(answer, json!({"events": events, "person_time": person_time, "per": per})))
}

pub(super) fn rate_ratio(question: &Question<'_>) -> Result<Value, Refused> {
    let inputs = Fields::inputs(question.inputs);
    let first = (inputs.count("events1")?, inputs.number("time1")?);
    let second = (inputs.count("events2")?, inputs.number("time2")?);
    let level = Fields::options(question.options).confidence()?;
    let nulls = ["rate_ratio", "p_exact_conditional_minlike", "ci_low", "ci_high"];
    or_undefined(rates::rate_ratio(first, second, level), &nulls, |result| {
        json!({
            "rate_ratio": result.ratio,
            "p_exact_conditional_minlike": result.p,
            "ci_low": result.low,
            "ci_high": result.high,
            "status": "ok",
        })
    })
}

pub(super) fn mean_cumulative(question: &Question<'_>) -> Result<Value, Refused> {
    let inputs = Fields::inputs(question.inputs);
    let level = Fields::options(question.options).confidence()?;
    let (until, lists) = (inputs.numbers_or_missing("follow_up")?, inputs.list("event_times")?);
    inputs.same_length(("follow_up", until.len()), ("event_times", lists.len()))?;
    let mut kept = (Vec::new(), Vec::new());
    for (patient, (until, list)) in until.iter().zip(lists).enumerate() {
        let place = format!("inputs.event_times[{patient}]");
        let Some(list) = (if list.is_null() { None } else { Some(list) }) else { continue };
        let list = list.as_array().ok_or_else(|| {
            Refused::new(&place, "is no list; accepted: a list of times, [] without events")
        })?;
        let read: Vec<f64> = list
            .iter()
            .enumerate()
            .map(|(index, value)| number(value, &format!("{place}[{index}]")).map(tidy))
            .collect::<Result<_, _>>()?;
        if let Some(until) = until {
            kept.0.push(tidy(*until));
            kept.1.push(read);
        }
    }
    let step = |step: &CumulativeStep| {
        let interval = step.interval(level).ok().flatten();
        json!({
            "time": step.time,
            "at_risk": step.at_risk,
            "n_events": step.events,
            "mcf": step.mean,
            "se": step.variance.map(f64::sqrt),
            "ci": interval.map(|(low, high)| [low, high]),
        })
    };
    let missing = until.len() - kept.0.len();
    let status = if kept.0.is_empty() { Undefined::NoData.word() } else { "ok" };
    or_undefined(rates::mean_cumulative(&kept.0, &kept.1), &["steps"], |steps| {
        json!({
            "n": kept.0.len(),
            "n_missing": missing,
            "steps": steps.iter().map(step).collect::<Vec<_>>(),
            "status": status,
        })
    })
}
