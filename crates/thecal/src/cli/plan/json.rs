//! The plan as data.

use super::fluid::windows;
use super::{check, time_json};
use crate::eval::{self, Json};
use jiff::civil::Date;
use therapy::Value;
use therapy::audit::Audit;
use therapy::calculators::forecast::word;
use therapy::judge::Setting;
use therapy::outlook::outlook_now;
use twin::{RBig, Slug};

pub(super) fn json(audit: &Audit<'_>, setting: &Setting<'_>) -> Json {
    let course = &audit.course;
    let text = |text: &str| Json::Text(text.to_owned());
    let volume = |volume: RBig| Json::of_value(&Value::Volume(volume));
    let mass = |mass: RBig| Json::of_value(&Value::Mass(mass));
    let date = |date: Option<Date>| date.map_or(Json::Null, |date| Json::Text(date.to_string()));
    let mut fields = vec![
        (
            "patient",
            Json::object([
                ("record", text(&course.file.patient.record)),
                ("name", text(&course.file.patient.name)),
                ("invented", Json::Flag(course.file.patient.invented)),
            ]),
        ),
        ("now", time_json(Some(audit.now), audit)),
        ("setting", Json::Text(setting.version())),
        ("level", audit.level().map_or(Json::Null, |level| text(level.word()))),
        ("open", check::open_json(audit)),
    ];
    if let Some(record) = course.orders.last() {
        let found = audit.lines.iter().find(|line| line.event.id == record.event.id);
        let findings =
            found.map(|line| line.findings.iter().map(eval::finding).collect()).unwrap_or_default();
        let order = [
            ("id", text(&record.event.id)),
            ("state", text(record.state.words())),
            ("findings", Json::List(findings)),
        ];
        fields.push(("last_order", Json::object(order)));
    }
    if let Some(running) = course.running() {
        let dose = Json::of_value(&Value::Dose(running.dose_per_day()));
        let strength = Json::of_value(&Value::concentration(running.concentration));
        let parts = [("mode", text(running.mode)), ("dose_per_day", dose), ("concentration", strength)];
        fields.push(("running", Json::object(parts)));
    }
    if let Some(twin) = &course.twin {
        let slug = |slug: &Slug| {
            let strength = Json::of_value(&Value::Concentration(slug.concentration.clone()));
            Json::object([("volume", volume(slug.volume.clone())), ("concentration", strength)])
        };
        let list = |slugs: Vec<Slug>| Json::List(slugs.iter().map(slug).collect());
        let windows = windows(audit).map(|(name, from, to)| {
            Json::object([
                ("window", text(name)),
                ("from", time_json(Some(from), audit)),
                ("to", time_json(Some(to), audit)),
                ("asked", mass(course.asked(from, to))),
                ("programmed", mass(twin.programmed(from, to))),
                ("received", mass(twin.received(from, to).drug)),
            ])
        });
        let parts = [
            ("left", volume(twin.left_at(audit.now))),
            ("fill", volume(twin.fill_volume().clone())),
            ("catheter", list(twin.catheter_at(audit.now))),
            ("tubing", list(twin.tubing_at(audit.now))),
            ("doses", Json::List(windows.to_vec())),
        ];
        fields.push(("twin", Json::object(parts)));
    }
    if let Some(outlook) = outlook_now(course, setting, audit.now) {
        let forecast = &outlook.forecast;
        let limited = forecast.refill_by.map_or(Json::Null, |by| text(word(by.limit)));
        let parts = [
            ("refill_by", date(forecast.refill_by.map(|by| by.date))),
            ("limited_by", limited),
            ("published_refill_by", date(forecast.published_refill_by)),
            ("alarm_at", time_json(forecast.alarm_at, audit)),
            ("empty_at", time_json(forecast.empty_at, audit)),
            ("early_empty_at", time_json(forecast.early_empty_at, audit)),
            ("accuracy", Json::of_value(&Value::Number(outlook.input.accuracy.clone()))),
            ("accuracy_basis", text(&outlook.accuracy_basis)),
            ("reserve_needed", volume(forecast.reserve_needed.clone())),
            ("alarm_covers", Json::Flag(forecast.alarm_covers)),
            ("service_ends", date(outlook.service.ends)),
            ("replacement_planned_from", date(outlook.service.plan_from)),
            ("next_visit", date(course.next_visit)),
        ];
        fields.push(("forecast", Json::object(parts)));
    }
    Json::object(fields)
}
