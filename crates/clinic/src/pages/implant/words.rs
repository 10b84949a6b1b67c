//! The form of an operation in words, for the last look before it is recorded.

use outcomes::cohort::Why;

/// Fields in the order of the form: name, what people call it, unit.
const FIELDS: [(&str, &str, &str); 26] = [
    ("at", "When it was done", ""),
    ("surgeon", "Surgeon", ""),
    ("pump-ended", "Why the old pump came out", ""),
    ("catheter-ended", "Why the old catheter came out", ""),
    ("pump.udi", "Label of the pump", ""),
    ("pump.model", "Pump", ""),
    ("pump.serial", "Serial number of the pump", ""),
    ("pump.lot", "Lot of the pump", ""),
    ("pump.tubing", "Tubing volume", "mL"),
    ("pump.clock", "Offset of the pump's clock", ""),
    ("pump.alarm-volume", "Low-reservoir alarm volume", "mL"),
    ("catheter.udi", "Label of the catheter", ""),
    ("catheter.model", "Catheter", ""),
    ("catheter.lot", "Lot of the catheter", ""),
    ("catheter.volume", "What the catheter holds", "mL"),
    ("catheter.length", "Implanted length", "cm"),
    ("catheter.trimmed", "Trimmed off", "cm"),
    ("catheter.per-cm", "Volume per cm, your site's value", "mL/cm"),
    ("tip-level", "Level of the tip", ""),
    ("pocket", "Pocket", ""),
    ("depth", "Depth under the skin", "cm"),
    ("pump-primed", "The tubing of the pump holds drug", ""),
    ("catheter-holds", "The catheter holds now", ""),
    ("primed-with", "Primed with", "micrograms per mL"),
    ("priming", "How it was primed", ""),
    ("under-delivery", "The patient had been receiving less than programmed", ""),
];

/// What was typed or chosen, as people say it.
pub(super) fn rows(
    answers: &[(String, String)],
    choices: &[&(String, String)],
) -> Vec<(&'static str, String)> {
    let typed = |field: &str| answers.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str());
    let note = ("note", "Why, and anything else", "");
    let told = FIELDS.into_iter().chain([note]).filter_map(|(field, what, unit)| {
        let value = typed(field)?;
        let said = match field {
            "at" => {
                let day = crate::when::day_of(value);
                let day = day.map_or_else(|| value.to_owned(), therapy::date_in_words);
                format!("{day}, {}", typed("at.time").unwrap_or_default())
            }
            "pump.model" | "catheter.model" => {
                let known = choices.iter().find(|(id, _)| id == value);
                known.map_or(value, |(_, name)| name).to_owned()
            }
            "pump-ended" | "catheter-ended" => {
                Why::by_word(value).map_or_else(|| value.to_owned(), |why| why.words().to_owned())
            }
            "pump-primed" | "catheter-holds" | "under-delivery" => chosen(value).to_owned(),
            // With its unit already, if it was typed with one.
            _ if unit.is_empty() || value.ends_with(char::is_alphabetic) => value.to_owned(),
            _ => format!("{value}\u{a0}{unit}"),
        };
        Some((what, said))
    });
    told.collect()
}

fn chosen(value: &str) -> &str {
    match value {
        "yes" => "Yes",
        "no" => "No",
        "nothing" => "Nothing: new and dry",
        "csf" => "Spinal fluid",
        "drug" => "Drug",
        "contrast" => "Contrast",
        other => other,
    }
}
