//! The questions of a call: what is asked, how answers are read, and what they come to.

use crate::error::PageError;
use crate::form::Form;
use crate::pages::emergency::words::embedded;
use catalogue::{Catalogue, Grade};
use practice::triage::{Answers, Delivery, Often, Sign, SignOf, Signs, Sound, Triage, Urgency, triage};
use pump::{AlarmClass, AlarmSound};

/// A tone of a pump, as the catalogue says.
pub(super) struct Tone {
    pub(super) name: &'static str,
    pub(super) critical: bool,
    /// How long one sound lasts, and how often it comes; what no source said, and what is unverified, says so.
    pub(super) lasts: String,
    pub(super) cadence: String,
    pub(super) unverified: bool,
    pub(super) kinds: String,
    pub(super) sources: String,
}

/// The tones of a pump; empty if nothing is known of them.
pub(super) fn tones(profile: Option<&catalogue::Pump>) -> Vec<Tone> {
    let mut tones = Vec::new();
    for (sound, name) in [(AlarmSound::TwoTone, "Two tones in turn"), (AlarmSound::SingleTone, "One tone")] {
        let of_sound = |alarm: &&catalogue::Alarm| alarm.sound == sound;
        let alarms: Vec<&catalogue::Alarm> =
            profile.into_iter().flat_map(|it| &it.alarms).filter(of_sound).collect();
        let Some(first) = alarms.first() else { continue };
        let said = |cited: Option<&catalogue::Cited<quantity::Span>>| match cited {
            None => ("not found".to_owned(), false),
            Some(cited) => {
                let unverified = cited.grade == Grade::U;
                let about = if cited.note.as_deref() == Some("about") { "about " } else { "" };
                let mark = if unverified { " (unverified)" } else { "" };
                (format!("{about}{}{mark}", cited.value), unverified)
            }
        };
        let (lasts, lasts_unverified) = said(first.duration.as_ref());
        let (cadence, cadence_unverified) = said(first.cadence.as_ref());
        let kinds: Vec<String> = alarms.iter().map(|alarm| kind_words(alarm.kind)).collect();
        let mut sources: Vec<&str> = Vec::new();
        for source in alarms.iter().flat_map(|alarm| &alarm.sources) {
            if !sources.contains(&source.as_str()) {
                sources.push(source.as_str());
            }
        }
        tones.push(Tone {
            name,
            critical: alarms.iter().any(|alarm| alarm.class == AlarmClass::Critical),
            lasts,
            cadence,
            unverified: lasts_unverified || cadence_unverified,
            kinds: kinds.join(", "),
            sources: sources.join(", "),
        });
    }
    tones
}

/// Whether the catalogue says what a single tone of this pump means: only then is it less than critical.
pub(crate) fn tones_known(profile: Option<&catalogue::Pump>) -> bool {
    profile.is_some_and(|pump| {
        let mut single = pump.alarms.iter().filter(|alarm| alarm.sound == AlarmSound::SingleTone);
        let all =
            single.clone().all(|alarm| alarm.class == AlarmClass::NonCritical && alarm.grade.verified());
        single.next().is_some() && all
    })
}

/// Every kind of alarm: its word in a line of the course.
pub(super) const KINDS: [(&str, pump::AlarmKind); 9] = [
    ("low-reservoir", pump::AlarmKind::LowReservoir),
    ("empty-reservoir", pump::AlarmKind::EmptyReservoir),
    ("elective-replacement", pump::AlarmKind::ElectiveReplacement),
    ("end-of-service", pump::AlarmKind::EndOfService),
    ("motor-stall", pump::AlarmKind::MotorStall),
    ("stopped-too-long", pump::AlarmKind::StoppedTooLong),
    ("memory-error-minor", pump::AlarmKind::MemoryErrorMinor),
    ("memory-error-critical", pump::AlarmKind::MemoryErrorCritical),
    ("low-battery-reset", pump::AlarmKind::LowBatteryReset),
];

fn kind_words(kind: pump::AlarmKind) -> String {
    KINDS
        .iter()
        .find(|(_, known)| *known == kind)
        .map_or_else(String::new, |(word, _)| word.replace('-', " "))
}

/// Choices of a field: value and words.
pub(super) struct Choices {
    pub(super) sound: Vec<(&'static str, &'static str)>,
    pub(super) often: Vec<(&'static str, &'static str)>,
    pub(super) withdrawal: Vec<(&'static str, String)>,
    pub(super) overdose: Vec<(&'static str, String)>,
    pub(super) risk: Vec<(&'static str, &'static str)>,
    pub(super) kinds: Vec<(&'static str, String)>,
}

const NONE: &str = "none";
const NOT_KNOWN: &str = "not-known";
const RISKS: [(&str, &str); 3] =
    [("yes", "Yes, at least one of them"), ("no", "No"), ("not-sure", "Not sure")];

fn sign_words(sign: Sign) -> String {
    let mut letters = sign.text().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn sign_choices(wanted: fn(SignOf) -> bool) -> Vec<(&'static str, String)> {
    let signs = Sign::ALL.iter().filter(|sign| wanted(sign.of()));
    let mut choices: Vec<(&'static str, String)> =
        signs.map(|sign| (sign.word(), sign_words(*sign))).collect();
    choices.push((NONE, "None of these: somebody looked".to_owned()));
    choices.push((NOT_KNOWN, "Nobody can say".to_owned()));
    choices
}

const fn is_overdose(of: SignOf) -> bool {
    matches!(of, SignOf::Overdose)
}

const fn is_withdrawal(of: SignOf) -> bool {
    !is_overdose(of)
}

pub(super) fn choices() -> Choices {
    Choices {
        sound: Sound::WORDS.map(|(word, _, text)| (word, text)).to_vec(),
        often: Often::WORDS.map(|(word, _, text)| (word, text)).to_vec(),
        withdrawal: sign_choices(is_withdrawal),
        overdose: sign_choices(is_overdose),
        risk: RISKS.to_vec(),
        kinds: KINDS.map(|(word, kind)| (word, kind_words(kind))).to_vec(),
    }
}

/// What was answered to a list of signs; what is wrong is said beside it.
fn signs(form: &mut Form, field: &str, wanted: fn(SignOf) -> bool) -> Option<Signs> {
    let ticked: Vec<String> = form.fields.all(field).map(str::to_owned).collect();
    let found: std::collections::BTreeSet<Sign> = Sign::ALL
        .iter()
        .copied()
        .filter(|sign| wanted(sign.of()) && ticked.iter().any(|word| word == sign.word()))
        .collect();
    let has = |word: &str| ticked.iter().any(|ticked| ticked == word);
    if ticked.is_empty() {
        form.refuse(field, "Tick the signs, or that there are none, or that nobody can say");
        return None;
    }
    if has(NONE) && (!found.is_empty() || has(NOT_KNOWN)) {
        form.refuse(field, "Tick either signs or \"none of these\", not both");
        return None;
    }
    Some(if has(NOT_KNOWN) { Signs::NotKnown } else { Signs::Asked(found) })
}

/// One of a few; what is wrong is said beside it.
fn one_of<T: Copy>(form: &mut Form, field: &str, words: &[(&'static str, T, &'static str)]) -> Option<T> {
    let given = form.value(field).to_owned();
    let found = words.iter().find(|(word, ..)| *word == given).map(|(_, value, _)| *value);
    if found.is_none() {
        form.refuse(field, "Choose one; \"not sure\" is an answer");
    }
    found
}

/// The answers of a form; `None` if one is missing or contradicts another.
pub(super) fn answers(form: &mut Form, tones_known: bool, delivery: Delivery) -> Option<Answers> {
    let sound = one_of(form, "sound", &Sound::WORDS);
    let often = one_of(form, "often", &Often::WORDS);
    let since = form.required("since", "Say since when, in the caller's words; \"not known\" is an answer");
    let withdrawal = signs(form, "withdrawal", is_withdrawal);
    let overdose = signs(form, "overdose", is_overdose);
    let high_risk = match form.value("risk") {
        "yes" => Some(Some(true)),
        "no" => Some(Some(false)),
        "not-sure" => Some(None),
        _ => {
            form.refuse("risk", "Choose one; \"not sure\" is an answer");
            None
        }
    };
    if since.is_empty() {
        return None;
    }
    Some(Answers {
        sound: sound?,
        often: often?,
        tones_known,
        withdrawal: withdrawal?,
        overdose: overdose?,
        high_risk: high_risk?,
        delivery,
    })
}

/// A reason with where it comes from.
pub(super) struct Reason {
    pub(super) says: &'static str,
    pub(super) grade: &'static str,
    pub(super) sources: String,
}

/// What the answers come to, for people.
pub(super) struct Outcome {
    pub(super) words: &'static str,
    /// Names of the rows that apply: what was shown when the answers were judged.
    pub(super) judged: String,
    /// "hard" or "soft".
    pub(super) class: &'static str,
    pub(super) reasons: Vec<Reason>,
    pub(super) steps: &'static [&'static str],
    pub(super) never: &'static [&'static str],
    pub(super) withdrawal: bool,
    pub(super) overdose: bool,
}

pub(super) fn outcome(answers: &Answers, catalogue: &Catalogue) -> Result<Outcome, PageError> {
    let Triage { urgency, reasons, withdrawal, overdose } = triage(answers);
    let text = embedded()?;
    let cited = |id: &&str| {
        let listed = catalogue.source(id).map(|source| source.citation.clone());
        let listed = listed.or_else(|| text.source(id).map(|source| source.citation.clone()));
        listed.unwrap_or_else(|| (*id).to_owned())
    };
    let judged = reasons.iter().map(|row| row.id).collect::<Vec<_>>().join(" ");
    let reasons = reasons.into_iter().map(|row| Reason {
        says: row.says,
        grade: row.grade,
        sources: match row.sources {
            [] => "thecal's own rule".to_owned(),
            sources => sources.iter().map(cited).collect::<Vec<_>>().join("; "),
        },
    });
    Ok(Outcome {
        words: urgency.words(),
        judged,
        class: if urgency == Urgency::Today { "soft" } else { "hard" },
        reasons: reasons.collect(),
        steps: urgency.steps(),
        never: urgency.never(),
        withdrawal,
        overdose,
    })
}

/// Question and answer, as they are kept with the call.
pub(super) fn kept(form: &Form, outcome: &Outcome, record: &str) -> Vec<(String, String)> {
    let choices = choices();
    let plain = |field: &str, choices: &[(&'static str, &'static str)]| {
        let given = form.value(field);
        choices
            .iter()
            .find(|(word, _)| *word == given)
            .map_or_else(String::new, |(_, text)| (*text).to_owned())
    };
    let ticked = |field: &str, choices: &[(&'static str, String)]| {
        let chosen = choices.iter().filter(|(word, _)| form.is(field, word));
        chosen.map(|(_, text)| text.clone()).collect::<Vec<_>>().join("; ")
    };
    let reasons: Vec<&str> = outcome.reasons.iter().map(|reason| reason.says).collect();
    [
        ("How does it sound?", plain("sound", &choices.sound)),
        ("How often?", plain("often", &choices.often)),
        ("Since when?", form.value("since").to_owned()),
        ("Signs of withdrawal", ticked("withdrawal", &choices.withdrawal)),
        ("Signs of overdose", ticked("overdose", &choices.overdose)),
        ("High risk of withdrawal", plain("risk", &choices.risk)),
        ("By the record at the time of the call", record.to_owned()),
        ("How urgent, by thecal", outcome.words.to_owned()),
        ("Why", reasons.join(" ")),
    ]
    .into_iter()
    .map(|(question, answer)| (question.to_owned(), answer))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::triage::TABLE;

    #[test]
    fn every_sign_is_in_the_words_of_the_sheet_and_every_source_is_listed() {
        let text = embedded().unwrap();
        let catalogue = Catalogue::embedded().unwrap();
        for sign in Sign::ALL {
            let statement = text.statements().find(|it| it.id == sign.statement()).unwrap();
            let said = statement.text.to_lowercase();
            assert!(said.contains(sign.text()), "{}: not in {said}", sign.word());
        }
        for row in &TABLE {
            assert!((row.grade == "D") || !row.sources.is_empty(), "{row:?}");
            for id in row.sources {
                assert!(catalogue.source(id).is_some() || text.source(id).is_some(), "{row:?}: {id}");
            }
        }
    }

    #[test]
    fn what_nobody_verified_of_a_tone_is_marked() {
        let catalogue = Catalogue::embedded().unwrap();
        for pump in catalogue.pumps() {
            for tone in tones(Some(pump)) {
                assert_eq!(tone.unverified, tone.cadence.contains("(unverified)"), "{}", pump.id);
            }
        }
        let known = tones(catalogue.pump("synchromed-ii-8637-40"));
        assert!(known[0].critical && known[0].cadence == "10\u{a0}min (unverified)", "{}", known[0].cadence);
        assert_eq!((known[1].critical, &*known[1].cadence), (false, "about 1\u{a0}h"));
        assert!(tones_known(catalogue.pump("synchromed-ii-8637-40")) && !tones_known(None));
    }
}
