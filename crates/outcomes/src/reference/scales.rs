//! Scales and goals in the form of cases. The rules are those of the crate `scales`; here they are only asked.
//!
//! A value that a scale does not have is an answer (`valid` is false, and there is no number), not a refusal: whether it is
//! one is what was asked.

use super::Question;
use super::read::{Fields, Refused, number};
use ::scales::{
    Coding, Dependence, Entry, Fraction, GOAL_CORRELATION, Missing, NoGoals, NoScore, Scale, Score,
    converted, goal_attainment as t_of, goal_attainment_change, penn_parts_complete,
};
use serde_json::{Map, Value, json};

const ACCEPTED: &str = "items of Barthel, \"grades\", \"grades_0_4\", \"grades_1_5\", \"cases\", \"regions\", or \"scale\" with \
                        \"value\" or \"items\"";

/// Which rule is asked for, by the inputs that are there.
pub(super) fn scale(question: &Question<'_>) -> Result<Value, Refused> {
    let inputs = Fields::inputs(question.inputs);
    let has = |key: &str| question.inputs.contains_key(key);
    if has("scale") {
        return named(&inputs);
    }
    if has("grades") {
        return Ok(codings(inputs.list("grades")?));
    }
    if has("grades_0_4") {
        let turned = (Scale::AshworthFromZero, Scale::AshworthFromOne);
        return Ok(turn(inputs.list("grades_0_4")?, turned, "grades_1_5"));
    }
    if has("grades_1_5") {
        let turned = (Scale::AshworthFromOne, Scale::AshworthFromZero);
        return Ok(turn(inputs.list("grades_1_5")?, turned, "grades_0_4"));
    }
    if has("cases") {
        return penn(inputs.list("cases")?);
    }
    if has("regions") {
        return regions(&inputs);
    }
    let is_item = |key: &String| Scale::Barthel.items().iter().any(|item| item.word == key);
    let items = match question.inputs.get("items") {
        Some(items) => {
            items.as_object().ok_or_else(|| Refused::new("inputs.items", "accepted: an object"))?
        }
        None if question.inputs.keys().any(is_item) => question.inputs,
        None => return Err(Refused::new("inputs", format!("no rule is asked for; accepted: {ACCEPTED}"))),
    };
    Ok(if question.method.contains("valid values") { barthel_items(items) } else { barthel(items) })
}

/// Whether each item that is there has a value of its own; without all of them there is still no total.
fn barthel_items(items: &Map<String, Value>) -> Value {
    let is_valid = |(word, value): (&String, &Value)| {
        let item = Scale::Barthel.items().iter().find(|item| item.word == word);
        item.zip(written(value)).is_some_and(|(item, value)| item.values.rank(&value).is_some())
    };
    let mut answer = barthel(items);
    if let Value::Object(answer) = &mut answer {
        answer.insert("valid".to_owned(), (!items.is_empty() && items.iter().all(is_valid)).into());
    }
    answer
}

/// A value as it is written: 5, 5.0 and "5" are "5"; `None` if it is missing.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => {
            let text = number.to_string();
            Some(text.strip_suffix(".0").map_or(text.clone(), str::to_owned))
        }
        other => Some(other.to_string()),
    }
}

/// The score of items as they are written; items that are missing are not there.
fn of_items(scale: Scale, items: &Map<String, Value>) -> Result<Score, NoScore> {
    let items: Vec<(&str, String)> =
        items.iter().filter_map(|(word, value)| Some((word.as_str(), written(value)?))).collect();
    let items: Vec<(&str, &str)> = items.iter().map(|(word, value)| (*word, value.as_str())).collect();
    Score::read(scale, Entry { items: &items, ..Entry::default() })
}

/// A whole number of a value, as JSON; null if it is none.
fn whole(score: &Score) -> Value {
    score.value().parse::<i64>().map_or(Value::Null, Value::from)
}

fn why(error: &dyn std::error::Error) -> Value {
    Value::String(error.to_string())
}

fn barthel(items: &Map<String, Value>) -> Value {
    match of_items(Scale::Barthel, items) {
        Ok(score) => json!({
            "valid": true,
            "total_100": whole(&score),
            "total_20": converted(&score, Scale::BarthelToTwenty).map_or(Value::Null, |score| whole(&score)),
            "dependence": Dependence::of(&score).map(Dependence::name),
        }),
        Err(error) => json!({ "valid": false, "total_100": null, "total_20": null, "why": why(&error) }),
    }
}

fn codings(grades: &[Value]) -> Value {
    let scale = Scale::ModifiedAshworth;
    let numbers = |coding| -> Vec<Value> {
        let number = |grade: &Value| {
            let tenths = written(grade).and_then(|grade| scale.number_tenths(&grade, coding));
            tenths.map_or(Value::Null, |tenths| json!(f64::from(tenths) / 10.0))
        };
        grades.iter().map(number).collect()
    };
    let valid = |grade: &Value| written(grade).is_some_and(|grade| Score::new(scale, &grade).is_ok());
    json!({
        "coding_1_5": numbers(Coding::OneAndAHalf),
        "coding_0_5": numbers(Coding::Ranks),
        "valid": grades.iter().all(valid),
    })
}

fn turn(grades: &[Value], (from, to): (Scale, Scale), key: &str) -> Value {
    let turned = |grade: &Value| -> Value {
        let score = written(grade).and_then(|grade| Score::new(from, &grade).ok());
        score.and_then(|score| converted(&score, to).ok()).map_or(Value::Null, |score| whole(&score))
    };
    let all: Vec<Value> = grades.iter().map(turned).collect();
    json!({ "valid": all.iter().all(|grade| !grade.is_null()), key: all })
}

/// Pairs of Penn's two parts: which are complete and can be.
fn penn(cases: &[Value]) -> Result<Value, Refused> {
    let valid = |(index, case): (usize, &Value)| {
        let pair = case.as_array().map(Vec::as_slice);
        let Some([frequency, severity]) = pair else {
            let accepted = "accepted: a list of frequency and severity";
            return Err(Refused::new(format!("inputs.cases[{index}]"), accepted));
        };
        let part =
            |scale, value| written(value).map(|value| Score::new(scale, &value)).transpose().map_err(drop);
        let frequency = part(Scale::PennSpasmFrequency, frequency);
        let severity = part(Scale::PennSpasmSeverity, severity);
        Ok(match (frequency, severity) {
            (Ok(Some(frequency)), Ok(severity)) => penn_parts_complete(&frequency, severity.as_ref()).is_ok(),
            _ => false,
        })
    };
    let valid: Vec<bool> = cases.iter().enumerate().map(valid).collect::<Result<_, _>>()?;
    Ok(json!({ "valid": valid }))
}

/// Regions of dystonia: a list in the order of the scale, or by their words.
fn regions(inputs: &Fields<'_>) -> Result<Value, Refused> {
    let scale = Scale::BarryAlbrightDystonia;
    let by_word = match inputs.value("regions") {
        Some(Value::Object(regions)) => regions.clone(),
        _ => {
            let list = inputs.list("regions")?;
            let words = scale.items().iter().map(|item| item.word.to_owned()).chain(
                // More than there are regions: none of the scale's.
                (scale.items().len()..list.len()).map(|index| format!("region {}", index + 1)),
            );
            words.zip(list.iter().cloned()).collect()
        }
    };
    Ok(match of_items(scale, &by_word) {
        Ok(score) => json!({ "valid": true, "total": whole(&score) }),
        Err(error) => json!({ "valid": false, "total": null, "why": why(&error) }),
    })
}

/// Any scale by its word: whether a value, or what items make, is one of it.
fn named(inputs: &Fields<'_>) -> Result<Value, Refused> {
    let word = inputs.value("scale").and_then(Value::as_str).unwrap_or_default();
    let scale = Scale::by_word(word).ok_or_else(|| {
        let known: Vec<&str> = Scale::WORDS.iter().map(|(word, _)| *word).collect();
        Refused::new("inputs.scale", format!("{word:?} is no scale; accepted: {}", known.join(", ")))
    })?;
    let value = inputs.value("value").and_then(written);
    let items: Vec<(String, String)> = match inputs.value("items").map(Value::as_object) {
        Some(Some(items)) => {
            items.iter().filter_map(|(word, value)| Some((word.clone(), written(value)?))).collect()
        }
        Some(None) => return Err(Refused::new("inputs.items", "accepted: an object")),
        None => Vec::new(),
    };
    let items: Vec<(&str, &str)> =
        items.iter().map(|(word, value)| (word.as_str(), value.as_str())).collect();
    // What is asked is the value; the goal that it would be of is not.
    let goal = scale.has_goal().then_some("a goal");
    let score = Score::read(scale, Entry { value: value.as_deref(), items: &items, goal, site: None });
    Ok(match score {
        Ok(score) => json!({
            "valid": true,
            "value": score.value(),
            "numbers": scale.codings().iter().map(|coding| {
                let number = score.number(*coding).map(Fraction::to_f64);
                (coding.word().to_owned(), json!(number))
            }).collect::<Map<String, Value>>(),
        }),
        Err(error) => json!({ "valid": false, "value": null, "why": why(&error) }),
    })
}

/// T of goals, and its change from a baseline. What makes no T is answered by null, with the reason.
pub(super) fn goal_attainment(question: &Question<'_>) -> Result<Value, Refused> {
    let inputs = Fields::inputs(question.inputs);
    let correlation = Fields::options(question.options).number_or("rho", GOAL_CORRELATION)?;
    let weights = inputs.value("w").map(|_| inputs.numbers_or_missing("w")).transpose()?;
    // A weight that is missing among others is not taken for 1.
    let weights: Option<Option<Vec<f64>>> = weights.map(|weights| weights.into_iter().collect());
    if weights == Some(None) {
        return Ok(no_t(&NoGoals::NotOneEach.to_string()));
    }
    let weights = weights.flatten();
    let weights = weights.as_deref();
    let summary = levels(&inputs, "x")?.and_then(|levels| {
        let t = t_of(&levels, weights, correlation).map_err(|error| error.to_string())?;
        Ok((levels, t))
    });
    let (after, t) = match summary {
        Ok(summary) => summary,
        Err(why) => return Ok(no_t(&why)),
    };
    if inputs.value("baseline").is_none() {
        return Ok(json!({ "valid": true, "t": t }));
    }
    let change = levels(&inputs, "baseline")?.and_then(|before| {
        goal_attainment_change(&before, &after, weights, correlation).map_err(|error| error.to_string())
    });
    Ok(match change {
        Ok(change) => json!({ "valid": true, "t": t, "t_baseline": change.before, "change": change.change }),
        Err(why) => json!({ "valid": false, "t": t, "t_baseline": null, "change": null, "why": why }),
    })
}

fn no_t(why: &str) -> Value {
    json!({ "valid": false, "t": null, "t_baseline": null, "change": null, "why": why })
}

/// Levels of goals, or why there are none: a missing one leaves no T.
fn levels(inputs: &Fields<'_>, key: &str) -> Result<Result<Vec<i8>, String>, Refused> {
    let mut levels = Vec::new();
    for (index, level) in inputs.list(key)?.iter().enumerate() {
        let read = match level {
            Value::Null => return Ok(Err(Missing::NoSummaryOfGoals.says().to_owned())),
            // As in a record: "+1" is a level.
            Value::String(text) => Scale::GoalAttainment.number_tenths(text, Coding::AsWritten),
            level => tenths(number(level, &format!("inputs.{key}[{index}]"))?),
        };
        match read.and_then(|tenths| i8::try_from(tenths / 10).ok()) {
            Some(level) => levels.push(level),
            None => {
                let accepted = Scale::GoalAttainment.values().accepted();
                return Ok(Err(format!("{level} is no level; accepted: {accepted}")));
            }
        }
    }
    Ok(Ok(levels))
}

/// A whole number in tenths; `None` of any other.
fn tenths(number: f64) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "within the range that was just checked")]
    (number.fract() == 0.0 && number.abs() < 1e6).then(|| number as i32 * 10)
}
