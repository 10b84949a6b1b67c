//! What is known of the pump, in the language of the page: the same facts as on the emergency sheet, without free text.

use super::say::{Html, Speech, moment, strength};
use crate::pages::emergency::facts::{DoseState, Known, Seen, Strength, Told};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use pump::BolusKind;
use words::Args;

/// Something that comes before the facts.
pub(super) struct Warning {
    /// Whether it stops the reader.
    pub(super) grave: bool,
    pub(super) text: Html,
}

/// What comes before the facts. Causes and reasons are what somebody wrote, and stay in the record.
pub(super) fn warnings(known: &Known, zone: &TimeZone, speech: Speech<'_>) -> Vec<Warning> {
    let mut all: Vec<Warning> = Vec::new();
    for told in &known.told {
        let grave = !matches!(told, Told::NoPump | Told::MinimumRate | Told::Bolus(..) | Told::NoProgram);
        let text = warning(told, zone, speech);
        if !all.iter().any(|known| known.text == text) {
            all.push(Warning { grave, text });
        }
    }
    all
}

fn warning(told: &Told, zone: &TimeZone, speech: Speech<'_>) -> Html {
    let at = |key: &str, at: DateTime| {
        speech.say_each(key, |voice| Args::new().text("moment", &moment(voice, at)))
    };
    let since = |known: &str, unknown: &str, since: &Option<DateTime>| match since {
        Some(since) => at(known, *since),
        None => speech.say(unknown),
    };
    match told {
        Told::Died(on) => {
            speech.say_each("page-warn-died", |voice| Args::new().text("date", &voice.date(*on)))
        }
        Told::TakenOut(when, _) => at("page-warn-taken-out", super::say::wall(*when, zone)),
        Told::NoPump => speech.say("page-warn-no-pump"),
        Told::Order { at: signed, .. } => speech.say_each("page-warn-order", |voice| {
            let not_known = || voice.plain("common-not-known");
            Args::new().text("moment", &signed.map_or_else(not_known, |signed| moment(voice, signed)))
        }),
        Told::NotBaclofen(drug) => speech.say_with("page-warn-not-baclofen", &Args::new().text("drug", drug)),
        Told::Empty(when) => at("page-warn-empty", *when),
        Told::Stopped { since: from, .. } | Told::StoppedByOrder(from) => {
            since("page-warn-stopped", "page-warn-stopped-unknown", from)
        }
        Told::Doubtful { since: from, .. } => since("page-warn-doubtful", "page-warn-doubtful-unknown", from),
        Told::StoppedByRecord => speech.say("page-warn-by-record"),
        Told::NoProgram => speech.say("page-warn-no-program"),
        Told::CriticalAlarm(_) => speech.say("page-warn-critical-alarm"),
        Told::MinimumRate => speech.say("page-warn-minimum-rate"),
        Told::Bolus(kind, until) => {
            let key = match kind {
                BolusKind::Single => "page-warn-bolus-single",
                BolusKind::Bridge => "page-warn-bolus-bridge",
                BolusKind::Prime => "page-warn-bolus-prime",
            };
            at(key, *until)
        }
        Told::Open(_) => speech.say("page-warn-open"),
    }
}

/// The dose as it is known, and how sure that is.
pub(super) struct Dose {
    /// Said above the amount, where it is not to be read without it.
    pub(super) state: Option<Html>,
    pub(super) amount: Html,
    pub(super) mode: Html,
    pub(super) since: Html,
}

pub(super) fn dose(known: &Known, speech: Speech<'_>) -> Dose {
    let not_known = || speech.say("common-not-known");
    let state = match known.dose_state() {
        DoseState::Stopped => Some(speech.say("page-dose-stopped")),
        DoseState::NotSure => Some(speech.say("page-dose-not-sure")),
        DoseState::Runs => None,
    };
    let Some(confirmed) = &known.confirmed else {
        return Dose { state, amount: not_known(), mode: not_known(), since: not_known() };
    };
    let mode = speech.say(&format!("page-mode-{}", confirmed.mode));
    let mode = match confirmed.patient_bolus {
        true => mode.then(". ", &speech.say("page-mode-patient-bolus")),
        false => mode,
    };
    let since = confirmed.since.map(|since| {
        let key = match confirmed.seen {
            Some((Seen::ReadBack, _)) => "page-since-read-back",
            Some((Seen::Found, _)) => "page-since-found",
            Some((Seen::AtSurgery, _)) => "page-since-surgery",
            None => return speech.moment(since),
        };
        speech.say_each(key, |voice| Args::new().text("moment", &moment(voice, since)))
    });
    Dose { state, amount: speech.dose(&confirmed.micrograms), mode, since: since.unwrap_or_else(not_known) }
}

/// The strength, with what makes it doubtful.
pub(super) fn strength_of(known: &Known, speech: Speech<'_>) -> Html {
    match known.strength {
        None => speech.say("common-not-known"),
        Some(Strength::Told(told)) => speech.strength(told),
        Some(Strength::NotSeen(vial)) => speech
            .say_each("page-strength-not-seen", |voice| Args::new().text("vial", &strength(voice, vial))),
        Some(Strength::Differs { told, vial }) => speech.say_each("page-strength-differs", |voice| {
            Args::new().text("told", &strength(voice, told)).text("vial", &strength(voice, vial))
        }),
    }
}

/// A day, or that it is not known.
pub(super) fn day(date: Option<Date>, speech: Speech<'_>) -> Html {
    date.map_or_else(|| speech.say("common-not-known"), |date| speech.date(date))
}

/// When the pump is empty by calculation.
pub(super) fn empty(known: &Known, speech: Speech<'_>) -> Html {
    match (known.empty_on, known.early_empty_on) {
        (Some(empty), Some(early)) => speech.say_each("page-fact-empty-early", |voice| {
            Args::new().text("date", &voice.date(empty)).text("early", &voice.date(early))
        }),
        (empty, _) => day(empty, speech),
    }
}
