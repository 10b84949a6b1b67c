//! What a form of a scale asks for, and the scores in what was filled in.

use crate::form::Form;
use scales::{Entry, Muscle, NoScore, Scale, Score, Scoring, Side, Site, Sites, Values, penn_parts_agree};
use serde_json::{Map, Value, json};

/// Rows for goals that are not yet known.
const NEW_GOALS: usize = 2;

/// Something that is rated for itself: the patient, a site, a goal.
pub(super) struct Rated {
    /// Before the names of its fields.
    pub(super) key: String,
    pub(super) label: String,
    pub(super) site: Option<Site>,
    /// A goal: its name, or that it has to be given.
    pub(super) goal: Option<String>,
    pub(super) asks_goal: bool,
    pub(super) scale: Scale,
}

/// One choice among values: the value and what it says.
pub(crate) struct Option_ {
    pub(crate) value: String,
    pub(crate) says: String,
}

/// What a scale is rated on in one form, sites by muscle group.
pub(super) fn rated(scale: Scale, goals: &[String]) -> Vec<Rated> {
    let of = |scale: Scale, key: String, label: String, site| Rated {
        key,
        label,
        site,
        goal: None,
        asks_goal: false,
        scale,
    };
    if scale.has_goal() {
        let known = goals.iter().map(Some).chain(std::iter::repeat_n(None, NEW_GOALS));
        let known = known.enumerate().map(|(index, goal)| Rated {
            goal: goal.cloned(),
            asks_goal: goal.is_none(),
            label: goal.cloned().unwrap_or_else(|| "Another goal".to_owned()),
            ..of(scale, format!("goal-{index}"), String::new(), None)
        });
        return known.collect();
    }
    match scale.sites() {
        Sites::Patient => {
            let mut all = vec![of(scale, "whole".to_owned(), scale.name().to_owned(), None)];
            // The two parts of Penn's scale are asked together.
            if scale == Scale::PennSpasmFrequency {
                let severity = Scale::PennSpasmSeverity;
                all.push(of(severity, "severity".to_owned(), severity.name().to_owned(), None));
            }
            all
        }
        Sites::Side => Side::WORDS
            .iter()
            .map(|(word, side)| {
                of(scale, (*word).to_owned(), (*word).to_owned(), Some(Site { muscle: None, side: *side }))
            })
            .collect(),
        Sites::MuscleAndSide => Muscle::WORDS
            .iter()
            .flat_map(|(word, muscle)| {
                Side::WORDS.map(|(side_word, side)| {
                    let site = Site { muscle: Some(*muscle), side };
                    of(scale, format!("{word}-{side_word}"), site.name(), Some(site))
                })
            })
            .collect(),
    }
}

/// The values of a scale or an item, each with what it says.
pub(crate) fn options(values: Values) -> Vec<Option_> {
    match values {
        Values::Grades(grades) => grades
            .iter()
            .map(|grade| Option_ {
                value: grade.value.to_owned(),
                says: grade.says.map(|says| format!(": {says}")).unwrap_or_default(),
            })
            .collect(),
        Values::Range { .. } => values.all().map(|value| Option_ { value, says: String::new() }).collect(),
    }
}

impl Rated {
    /// The name of its field.
    pub(super) fn field(&self, part: &str) -> String {
        format!("{}.{part}", self.key)
    }

    /// The words of the items whose fields are filled in.
    fn items<'a>(&self, form: &'a Form) -> Vec<(&'static str, &'a str)> {
        let items = self.scale.items().iter();
        let items = items.map(|item| (item.word, form.value(&self.field(item.word))));
        items.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The score in the form; `Ok(None)` if nothing of it is filled in.
    pub(super) fn score(&self, form: &Form) -> Result<Option<Score>, NoScore> {
        let items = self.items(form);
        let value = Some(form.value(&self.field("value"))).filter(|value| !value.is_empty());
        if items.is_empty() && value.is_none() {
            return Ok(None);
        }
        let goal = if self.asks_goal { Some(form.value(&self.field("goal"))) } else { self.goal.as_deref() };
        let entry = Entry { value, site: self.site, goal, items: &items };
        Score::read(self.scale, entry).map(Some)
    }

    /// What the items in the form make: the total, or what is missing.
    pub(super) fn total(&self, form: &Form) -> Option<String> {
        if self.scale.items().is_empty() || self.items(form).is_empty() {
            return None;
        }
        let what = match self.scale.scoring() {
            Scoring::Difference(_) => "Difference",
            Scoring::Sum(_) | Scoring::Whole => "Total",
        };
        Some(match self.score(form) {
            Ok(Some(score)) => format!("{what}: {}", score.value()),
            Ok(None) => String::new(),
            Err(error) => format!("No {}: {error}", what.to_lowercase()),
        })
    }
}

/// The scores in a form; what is wrong is said beside the fields.
pub(super) fn scores(form: &mut Form, rated: &[Rated]) -> Vec<Score> {
    let mut scores = Vec::new();
    for one in rated {
        match one.score(form) {
            Ok(Some(score)) => scores.push(score),
            Ok(None) => {}
            Err(error) => {
                let part = match &error {
                    NoScore::NoGoal(_) => "goal".to_owned(),
                    NoScore::NoSuchItemValue { item, .. } => (*item).to_owned(),
                    NoScore::ItemsMissing(missing) => missing.first().map_or("value", |item| item).to_owned(),
                    NoScore::MakesNone(_) => {
                        one.scale.items().first().map_or("value", |item| item.word).to_owned()
                    }
                    _ => "value".to_owned(),
                };
                form.refuse(&one.field(&part), crate::sentence(&format!("{}: {error}", one.label)));
            }
        }
    }
    let frequency = scores.iter().find(|score| score.scale() == Scale::PennSpasmFrequency);
    let severity = scores.iter().find(|score| score.scale() == Scale::PennSpasmSeverity);
    if let Some(Err(error)) = frequency.map(|frequency| penn_parts_agree(frequency, severity)) {
        form.refuse("severity.value", crate::sentence(&error.to_string()));
    }
    scores
}

/// A score as a line of the course, without its frame.
pub(crate) fn line(score: &Score, at: &str, by: &str) -> Value {
    let mut scored = Map::new();
    let mut put = |key: &str, value: Value| scored.insert(key.to_owned(), value);
    put("scale", json!(score.scale().word()));
    put("value", json!(score.value()));
    if let Some(site) = score.site() {
        if let Some(muscle) = site.muscle {
            put("site", json!(muscle.word()));
        }
        put("side", json!(site.side.word()));
    }
    if let Some(goal) = score.goal() {
        put("goal", json!(goal));
    }
    let items: Map<String, Value> =
        score.items().map(|(item, value)| (item.word.to_owned(), json!(value))).collect();
    if !items.is_empty() {
        put("items", Value::Object(items));
    }
    json!({ "at": at, "by": by, "scored": scored })
}
