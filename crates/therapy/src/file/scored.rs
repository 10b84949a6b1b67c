//! A score in a course file.

use super::Result;
use crate::act::Report;
use crate::input::{At, Fields, Problem};
use catalogue::Catalogue;
use scales::{Entry, Item, Muscle, NoScore, Scale, Score, Side, Site, Sites};

pub(super) fn scored(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let scale = fields.required("scale", "a scale")?.one_of(&Scale::WORDS)?;
    let items = items(&fields, scale.items())?;
    // Items make the value; without them it has to be there.
    let value = match items.is_empty() {
        true => Some(fields.required("value", "a value of the scale, in quotes")?.text()?),
        false => fields.maybe("value", At::text)?,
    };
    let site = site(&fields, scale.sites())?;
    // The scale is of a goal or has none: only the first asks for it.
    let goal = match scale.has_goal() {
        true => Some(fields.required("goal", "the name of the goal")?.name()?),
        false => None,
    };
    let items: Vec<(&str, &str)> = items.iter().map(|(item, value)| (item.word, *value)).collect();
    let entry = Entry { value, site, goal: goal.as_deref(), items: &items };
    let score = Score::read(scale, entry).map_err(|error| refused(&fields, error))?;
    fields.finish()?;
    Ok(Report::Scored(score))
}

/// The items that are there; all or none, which the scale judges.
fn items<'a>(fields: &Fields<'a>, known: &'static [Item]) -> Result<Vec<(&'static Item, &'a str)>> {
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let Some(at) = fields.optional("items") else { return Ok(Vec::new()) };
    let inner = at.fields()?;
    let mut items = Vec::new();
    for item in known {
        let value = inner.required(item.word, "a value of the item, in quotes: a total needs every item")?;
        let text = value.text()?;
        if item.values.rank(text).is_none() {
            let accepted = item.values.accepted();
            return Err(value.refuse(Problem::NotOneOf { found: text.to_owned(), accepted }));
        }
        items.push((item, text));
    }
    inner.finish()?;
    Ok(items)
}

fn site(fields: &Fields<'_>, sites: Sites) -> Result<Option<Site>> {
    let side = |at: At<'_>| at.one_of(&Side::WORDS);
    match sites {
        Sites::Patient => Ok(None),
        Sites::Side => {
            let side = fields.optional("side").map(side).transpose()?;
            Ok(side.map(|side| Site { muscle: None, side }))
        }
        Sites::MuscleAndSide => {
            // Both are asked for first: neither is a slip of the other.
            let (muscle, other) = (fields.optional("site"), fields.optional("side"));
            let missing = |key, accepted| fields.refuse(key, Problem::Missing { accepted });
            let (muscle, side) = match (muscle, other) {
                (None, None) => return Ok(None),
                (Some(_), None) => return Err(missing("side", "left or right, since there is a site")),
                (None, Some(_)) => return Err(missing("site", "a muscle group, since there is a side")),
                (Some(muscle), Some(other)) => (Some(muscle.one_of(&Muscle::WORDS)?), side(other)?),
            };
            Ok(Some(Site { muscle, side }))
        }
    }
}

/// Where a refusal belongs. Site, goal and items have been read by the scale's own lists before.
fn refused(fields: &Fields<'_>, error: NoScore) -> crate::input::InputError {
    match error {
        NoScore::NoSuchValue { scale, value } => {
            fields.refuse("value", Problem::NotOneOf { found: value, accepted: scale.values().accepted() })
        }
        NoScore::Disagrees { value, made } => {
            let accepted = format!("{made}, which the items make, or no \"value\"");
            fields.refuse("value", Problem::NotOneOf { found: value, accepted })
        }
        NoScore::MakesNone(_) => {
            fields.refuse("items", Problem::Contradicts("make no value: the second is less than the first"))
        }
        other => fields.whole().refuse(Problem::NotOneOf {
            found: other.to_string(),
            accepted: "a value that the scale has".to_owned(),
        }),
    }
}
