//! What is known of the pump, in the language of the page: the same facts as on the emergency sheet, without free text.

use super::say::{Html, Speech, moment, strength};
use crate::papers::facts::{Facts, How, Warn};
use jiff::civil::{Date, DateTime};
use practice::summary::micrograms;
use pump::BolusKind;
use words::Args;

/// Something that comes before the facts.
pub(super) struct Warning {
    /// Whether it stops the reader.
    pub(super) grave: bool,
    pub(super) text: Html,
}

/// What comes before the facts. Causes and reasons are what somebody wrote, and stay in the record; so does what an order
/// asks for, since nobody saw it in the pump.
pub(super) fn warnings<'a>(warns: impl IntoIterator<Item = &'a Warn>, speech: Speech<'_>) -> Vec<Warning> {
    let mut all: Vec<Warning> = Vec::new();
    for warn in warns {
        let quiet = [Warn::NoPump, Warn::MinimumRate, Warn::NotProgrammed].contains(warn);
        let grave = !quiet && !matches!(warn, Warn::Bolus(..));
        let text = warning(warn, speech);
        if !all.iter().any(|known| known.text == text) {
            all.push(Warning { grave, text });
        }
    }
    all
}

fn warning(warn: &Warn, speech: Speech<'_>) -> Html {
    let at = |key: &str, at: DateTime| {
        speech.say_each(key, |voice| Args::new().text("moment", &moment(voice, at)))
    };
    let on = |key: &str, on: Date| speech.say_each(key, |voice| Args::new().text("date", &voice.date(on)));
    let since = |known: &str, unknown: &str, since: &Option<DateTime>| match since {
        Some(since) => at(known, *since),
        None => speech.say(unknown),
    };
    match warn {
        Warn::Died(day) => on("page-warn-died", *day),
        Warn::Explanted(when, _) => at("page-warn-taken-out", *when),
        Warn::NoPump => speech.say("page-warn-no-pump"),
        Warn::Order { signed, .. } => speech.say_each("page-warn-order", |voice| {
            let not_known = || voice.plain("common-not-known");
            Args::new().text("moment", &signed.map_or_else(not_known, |signed| moment(voice, signed)))
        }),
        Warn::NotBaclofen(drug) => speech.say_with("page-warn-not-baclofen", &Args::new().text("drug", drug)),
        Warn::Empty(when) => at("page-warn-empty", *when),
        Warn::Nothing(from, _) | Warn::Stopped(from) => {
            since("page-warn-stopped", "page-warn-stopped-unknown", from)
        }
        Warn::Unsure(from, _) => since("page-warn-doubtful", "page-warn-doubtful-unknown", from),
        Warn::NothingRecorded => speech.say("page-warn-by-record"),
        Warn::NotProgrammed => speech.say("page-warn-no-program"),
        Warn::Alarm(..) => speech.say("page-warn-critical-alarm"),
        Warn::MinimumRate => speech.say("page-warn-minimum-rate"),
        Warn::Bolus(kind, until) => {
            let key = match kind {
                BolusKind::Single => "page-warn-bolus-single",
                BolusKind::Bridge => "page-warn-bolus-bridge",
                BolusKind::Prime => "page-warn-bolus-prime",
            };
            at(key, *until)
        }
        Warn::Open(_) => speech.say("page-warn-open"),
        Warn::RefillPast(by) => on("paper-warning-refill-past", *by),
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

pub(super) fn dose(facts: &Facts, speech: Speech<'_>) -> Dose {
    let not_known = || speech.say("common-not-known");
    let any = |found: fn(&Warn) -> bool| facts.warnings.iter().any(found);
    // A stop weighs more than a doubt.
    let state = match (any(Warn::is_stopped), any(Warn::is_order)) {
        (true, _) => Some(speech.say("page-dose-stopped")),
        (false, true) => Some(speech.say("page-dose-not-sure")),
        (false, false) => None,
    };
    let Some(seen) = &facts.program else {
        return Dose { state, amount: not_known(), mode: not_known(), since: not_known() };
    };
    let mode = speech.say(&format!("page-mode-{}", seen.mode));
    let mode = match seen.patient_bolus {
        Some(_) => mode.then(". ", &speech.say("page-mode-patient-bolus")),
        None => mode,
    };
    let since = seen.since.map(|since| {
        let key = match seen.how {
            Some(How::ReadBack | How::Telemetry) => "page-since-read-back",
            Some(How::Found) => "page-since-found",
            Some(How::Surgery) => "page-since-surgery",
            None => return speech.moment(since),
        };
        speech.say_each(key, |voice| Args::new().text("moment", &moment(voice, since)))
    });
    Dose { state, amount: speech.dose(&micrograms(&seen.dose)), mode, since: since.unwrap_or_else(not_known) }
}

/// The strength, with what makes it doubtful.
pub(super) fn strength_of(facts: &Facts, speech: Speech<'_>) -> Html {
    match (facts.program.as_ref().map(|seen| seen.told), facts.vial) {
        (Some(told), Some(vial)) if told != vial => speech.say_each("page-strength-differs", |voice| {
            Args::new().text("told", &strength(voice, told)).text("vial", &strength(voice, vial))
        }),
        (Some(told), _) => speech.strength(told),
        (None, Some(vial)) => speech
            .say_each("page-strength-not-seen", |voice| Args::new().text("vial", &strength(voice, vial))),
        (None, None) => speech.say("common-not-known"),
    }
}

/// A day, or that it is not known.
pub(super) fn day(date: Option<Date>, speech: Speech<'_>) -> Html {
    date.map_or_else(|| speech.say("common-not-known"), |date| speech.date(date))
}

/// When the pump is empty by calculation.
pub(super) fn empty(facts: &Facts, speech: Speech<'_>) -> Html {
    match (facts.empty_on, facts.early_empty_on) {
        (Some(empty), Some(early)) => speech.say_each("page-fact-empty-early", |voice| {
            Args::new().text("date", &voice.date(empty)).text("early", &voice.date(early))
        }),
        (empty, _) => day(empty, speech),
    }
}
