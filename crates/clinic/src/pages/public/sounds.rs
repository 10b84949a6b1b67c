//! How each alarm of this pump sounds: meaning, tone, how long, how often; and the sound itself.

use super::say::Html;
use super::wave::wav;
use super::{Frame, Visit};
use crate::error::PageError;
use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, HeaderMap, RANGE,
};
use axum::http::{Response as Answer, StatusCode};
use axum::response::Response;
use catalogue::{Alarm, Cited, Grade, Pump};
use pump::{AlarmKind, AlarmSound};
use quantity::Span;
use std::collections::HashMap;
use words::{Amount, Args, Voice};

/// A tone, by keys and values.
struct Tone {
    /// "two-tone" or "single-tone".
    word: &'static str,
    critical: bool,
    lasts: Html,
    cadence: Html,
    /// Keys of what it can mean.
    kinds: Vec<String>,
    sources: Vec<String>,
    /// Whether it can be played: nothing is made up for a tone of which nobody knows how long it lasts.
    plays: bool,
}

#[derive(Template)]
#[template(path = "public/sounds.html")]
struct SoundsPage {
    f: Frame,
    tones: Vec<Tone>,
}

const SOUNDS: [(&str, AlarmSound); 2] =
    [("two-tone", AlarmSound::TwoTone), ("single-tone", AlarmSound::SingleTone)];

/// The word of a kind of alarm in the keys of texts.
const fn kind_word(kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::LowReservoir => "low-reservoir",
        AlarmKind::EmptyReservoir => "empty-reservoir",
        AlarmKind::ElectiveReplacement => "elective-replacement",
        AlarmKind::EndOfService => "end-of-service",
        AlarmKind::MotorStall => "motor-stall",
        AlarmKind::StoppedTooLong => "stopped-too-long",
        AlarmKind::MemoryErrorMinor => "memory-error-minor",
        AlarmKind::MemoryErrorCritical => "memory-error-critical",
        AlarmKind::LowBatteryReset => "low-battery-reset",
    }
}

/// A span in the largest unit that it fills whole.
fn span(voice: &Voice<'_>, span: Span) -> String {
    let seconds = span.seconds();
    let (unit, number) = match seconds {
        _ if seconds > 0 && seconds.is_multiple_of(3_600) => (Amount::Hours, seconds / 3_600),
        _ if seconds > 0 && seconds.is_multiple_of(60) => (Amount::Minutes, seconds / 60),
        _ => (Amount::Seconds, seconds),
    };
    voice.amount(unit, &number.to_string())
}

/// A span of the catalogue in words: what is said of it as "about" says so, and what nobody verified is marked.
fn said(cited: Option<&Cited<Span>>, f: &Frame, plain: fn(&Voice<'_>, Span, bool) -> String) -> Html {
    let Some(cited) = cited else { return f.say("page-sounds-not-found") };
    let about = cited.note.as_deref() == Some("about");
    let value = |voice: &Voice<'_>| plain(voice, cited.value, about);
    if cited.grade == Grade::U {
        return f
            .speech()
            .say_each("page-sounds-not-verified", |voice| Args::new().text("value", &value(voice)));
    }
    let (own, english) = (value(&f.voice()), value(&f.voice().english()));
    let beside = (own != english).then_some(english);
    f.speech().html(&words::Worded { text: own, english: beside })
}

fn lasts(voice: &Voice<'_>, value: Span, about: bool) -> String {
    let value = span(voice, value);
    if about { voice.plain_with("common-about", &Args::new().text("value", &value)) } else { value }
}

fn cadence(voice: &Voice<'_>, value: Span, about: bool) -> String {
    let key = if about { "page-sounds-every-about" } else { "page-sounds-every" };
    voice.plain_with(key, &Args::new().text("span", &span(voice, value)))
}

fn of_sound(pump: Option<&Pump>, sound: AlarmSound) -> Vec<&Alarm> {
    pump.into_iter().flat_map(|pump| &pump.alarms).filter(|alarm| alarm.sound == sound).collect()
}

fn tone(word: &'static str, alarms: &[&Alarm], f: &Frame, visit: &Visit) -> Option<Tone> {
    let first = alarms.first()?;
    let mut sources: Vec<String> = Vec::new();
    for id in alarms.iter().flat_map(|alarm| &alarm.sources) {
        let citation = visit.rules.catalogue.source(id.as_str()).map(|source| source.citation.clone());
        sources.extend(citation.filter(|citation| !sources.contains(citation)));
    }
    Some(Tone {
        word,
        critical: alarms.iter().any(|alarm| alarm.class == pump::AlarmClass::Critical),
        lasts: said(first.duration.as_ref(), f, lasts),
        cadence: said(first.cadence.as_ref(), f, cadence),
        kinds: alarms.iter().map(|alarm| format!("page-alarm-{}", kind_word(alarm.kind))).collect(),
        sources,
        plays: first.duration.is_some(),
    })
}

/// The pump of a patient, as the catalogue has it.
fn profile(visit: &Visit) -> Result<Option<String>, PageError> {
    let chart = visit.chart()?;
    let stand = chart.stand()?;
    Ok(stand.course.profile.filter(|_| visit.patient.has_pump()).map(|pump| pump.id.clone()))
}

pub(super) async fn page(visit: Visit) -> Result<Response, PageError> {
    let id = profile(&visit)?;
    let pump = id.as_deref().and_then(|id| visit.rules.catalogue.pump(id));
    let f = visit.frame("sounds");
    let tones = SOUNDS.iter().filter_map(|(word, sound)| tone(word, &of_sound(pump, *sound), &f, &visit));
    let shown = SoundsPage { tones: tones.collect(), f: f.clone() };
    super::page(StatusCode::OK, &visit, &shown)
}

pub(super) async fn file(
    visit: Visit,
    Path(path): Path<HashMap<String, String>>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let name = path.get("name").and_then(|name| name.strip_suffix(".wav")).unwrap_or_default();
    let (_, sound) = SOUNDS.iter().find(|(word, _)| *word == name).ok_or(PageError::NotFound)?;
    let id = profile(&visit)?;
    let pump = id.as_deref().and_then(|id| visit.rules.catalogue.pump(id));
    let lasts = of_sound(pump, *sound).first().and_then(|alarm| alarm.duration.as_ref().map(|it| it.value));
    let bytes = wav(*sound, lasts.ok_or(PageError::NotFound)?);
    part(bytes, headers.get(RANGE).and_then(|range| range.to_str().ok()))
}

/// The bytes that were asked for: some telephones play a sound only if they can ask for a part of it.
fn part(bytes: Vec<u8>, range: Option<&str>) -> Result<Response, PageError> {
    let all = bytes.len();
    let wanted = range.and_then(|range| range_of(range, all));
    let answer = Answer::builder()
        .header(CONTENT_TYPE, "audio/wav")
        .header(ACCEPT_RANGES, "bytes")
        .header(CACHE_CONTROL, "no-store");
    let built = match wanted {
        Some((from, until)) => {
            let some = bytes.get(from..=until).unwrap_or_default().to_vec();
            answer
                .status(StatusCode::PARTIAL_CONTENT)
                .header(CONTENT_RANGE, format!("bytes {from}-{until}/{all}"))
                .header(CONTENT_LENGTH, some.len())
                .body(Body::from(some))
        }
        None => answer.header(CONTENT_LENGTH, all).body(Body::from(bytes)),
    };
    built.map_err(|error| PageError::Fault(error.to_string()))
}

/// First and last byte of a range; `None` for what is to be answered with everything.
fn range_of(range: &str, all: usize) -> Option<(usize, usize)> {
    let (from, until) = range.strip_prefix("bytes=")?.split_once('-')?;
    let last = all.checked_sub(1)?;
    let (from, until) = match (from.parse::<usize>().ok(), until.parse::<usize>().ok()) {
        (Some(from), until) => (from, until.unwrap_or(last).min(last)),
        (None, Some(count)) => (all.saturating_sub(count), last),
        (None, None) => return None,
    };
    (from <= until && from < all).then_some((from, until))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_alarm_has_its_words() {
        for kind in AlarmKind::ALL {
            let key = format!("page-alarm-{}", kind_word(kind));
            assert!(words::source(words::Language::English, &key).is_some(), "{key}");
        }
    }

    #[test]
    fn ranges_are_read_as_browsers_write_them() {
        for (range, read) in [
            ("bytes=0-", Some((0, 99))),
            ("bytes=0-1", Some((0, 1))),
            ("bytes=90-200", Some((90, 99))),
            ("bytes=-10", Some((90, 99))),
            ("bytes=100-", None),
            ("bytes=5-2", None),
            ("bytes=-", None),
            ("lines=0-1", None),
            ("bytes=0-1,3-4", Some((0, 99))),
        ] {
            assert_eq!(range_of(range, 100), read, "{range}");
        }
        assert_eq!(range_of("bytes=0-", 0), None);
    }
}
