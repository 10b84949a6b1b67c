//! An order or a running program as people read it back: per day and per hour, each step, what changes, what follows.

use super::numerals::{small, words};
use crate::pages::program::DAYS;
use crate::patient::sentence;
use charts::{Profile, ProfileSide, Shape, profile};
use practice::Preview;
use practice::patient::{Patient, Said, said};
use practice::rules::Rules;
use pump::{Base, Bolus, BolusKind, Program, PumpTime};
use quantity::{Concentration, Span};
use therapy::act::{Act, Order, ProgramOrder};
use therapy::{Course, Finding, Rule, Value, decimal, dose_of, fold};
use twin::{RBig, civil, of, volume_times};

const SECONDS_PER_DAY: u32 = 86_400;
const SECONDS_PER_HOUR: u32 = 3_600;
const EVERY_DAY: &str = "Every day";

/// A line of the read-back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// What.
    pub name: &'static str,
    /// Its value; several if it has several lines.
    pub values: Vec<String>,
    /// The field of the form to change it at; empty for what is worked out.
    pub field: &'static str,
    /// Whether it is the one to look at.
    pub strong: bool,
}

/// A step of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StepRow {
    /// From when until when, on the pump's clock.
    pub time: String,
    /// Micrograms per day while it lasts.
    pub per_day: String,
    /// Micrograms per hour while it lasts.
    pub per_hour: String,
    /// Micrograms that it gives in all.
    pub gives: String,
}

/// Days that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DayTable {
    /// Which, such as "Every day" or "Monday, Tuesday".
    pub days: String,
    /// Micrograms in 24 hours.
    pub total: String,
    /// Its steps.
    pub steps: Vec<StepRow>,
    /// Micrograms in each hour, for the bars.
    pub hours: Vec<RBig>,
}

/// A program as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProgramView {
    /// Its mode in words.
    pub mode: String,
    /// Per 24 hours.
    pub per_day: String,
    /// Per hour.
    pub per_hour: String,
    /// In words, from a thousand micrograms on.
    pub in_words: Option<String>,
    /// Volume per 24 hours.
    pub volume_per_day: String,
    /// What the programmer is told, or was.
    pub strength: String,
    /// Boluses before the base.
    pub boluses: Vec<String>,
    /// What the patient may add.
    pub patient_bolus: Option<String>,
    /// Since when; of a program that runs.
    pub since: Option<String>,
    /// The steps of each day; empty if nothing flows.
    pub days: Vec<DayTable>,
}

impl ProgramView {
    /// The day of a weekday.
    fn day(&self, name: &str) -> Option<&DayTable> {
        self.days.iter().find(|day| day.days == EVERY_DAY || day.days.split(", ").any(|known| known == name))
    }
}

/// Micrograms of nanograms, cut to a thousandth.
pub(crate) fn micrograms(nanograms: &RBig) -> String {
    decimal(&(nanograms / RBig::from(1_000)), 3)
}

/// Such as "9.166 micrograms per hour", from ng per day.
pub(crate) fn per_hour(nanograms_per_day: &RBig) -> String {
    format!("{}\u{a0}micrograms per hour", micrograms(&(nanograms_per_day / RBig::from(24))))
}

/// A mode in words.
pub(crate) fn mode_words(mode: &str) -> &'static str {
    match mode {
        "continuous" => "continuous",
        "flex" => "flex: steps by the time of day",
        "minimum-rate" => "minimum rate: treats nobody",
        "stopped" => "stopped: nothing flows",
        _ => "not known",
    }
}

/// A duration in hours and minutes, and seconds if there are any.
pub(crate) fn lasting(span: Span) -> String {
    let seconds = span.seconds();
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let mut parts = Vec::new();
    if hours > 0 {
        parts.push(format!("{hours}\u{a0}h"));
    }
    if minutes > 0 || (hours == 0 && rest == 0) {
        parts.push(format!("{minutes}\u{a0}min"));
    }
    if rest > 0 {
        parts.push(format!("{rest}\u{a0}s"));
    }
    parts.join(" ")
}

fn bolus_words(bolus: &Bolus, strength: Concentration) -> String {
    let kind = match bolus.kind {
        BolusKind::Single => "Single bolus",
        BolusKind::Bridge => "Bridge bolus",
        BolusKind::Prime => "Priming bolus",
    };
    let volume = of(bolus.volume);
    let mass = volume_times(&volume, &of(strength.quotient()));
    format!("{kind}: {} ({}) over {}", Value::Mass(mass), Value::Volume(volume), lasting(bolus.over))
}

fn clock(second: u32) -> String {
    format!("{:02}:{:02}", second / 3_600, second / 60 % 60)
}

fn day_of(steps: &[(u32, RBig)], strength: &RBig) -> DayTable {
    let dose = |flow: &RBig| volume_times(flow, strength);
    let ends = |index: usize| steps.get(index + 1).map_or(SECONDS_PER_DAY, |(from, _)| *from);
    let given = |flow: &RBig, seconds: u32| dose(flow) * RBig::from(seconds) / RBig::from(SECONDS_PER_DAY);
    let mut hours = vec![RBig::ZERO; 24];
    let (mut rows, mut total) = (Vec::new(), RBig::ZERO);
    for (index, (from, flow)) in steps.iter().enumerate() {
        let until = ends(index);
        let gives = given(flow, until - from);
        rows.push(StepRow {
            time: format!("{} to {}", clock(*from), clock(until)),
            per_day: micrograms(&dose(flow)),
            per_hour: micrograms(&(dose(flow) / RBig::from(24))),
            gives: micrograms(&gives),
        });
        total += gives;
        for (hour, sum) in (0_u32..24).zip(&mut hours) {
            let (begin, end) =
                ((hour * SECONDS_PER_HOUR).max(*from), ((hour + 1) * SECONDS_PER_HOUR).min(until));
            if end > begin {
                *sum += given(flow, end - begin);
            }
        }
    }
    DayTable { days: String::new(), total: micrograms(&total), steps: rows, hours }
}

/// Steps of a day: the second from which one holds, and nL per day.
type Day = Vec<(u32, RBig)>;

/// The days of a program, those alike together.
fn days(program: &Program, strength: Concentration) -> Vec<DayTable> {
    let strength = of(strength.quotient());
    let steps: Vec<Day> = match program.base() {
        Base::Stopped => return Vec::new(),
        Base::Continuous(rate) | Base::MinimumRate(rate) => vec![vec![(0, of(rate.flow()))]; 7],
        Base::Flex(week) => (0..7)
            .map(|day| week.day(day).map(|step| (step.from_second, of(step.rate.flow()))).collect())
            .collect(),
    };
    let mut grouped: Vec<(Day, Vec<&str>)> = Vec::new();
    for (steps, (_, name)) in steps.into_iter().zip(DAYS) {
        match grouped.iter_mut().find(|(known, _)| *known == steps) {
            Some((_, names)) => names.push(name),
            None => grouped.push((steps, vec![name])),
        }
    }
    grouped
        .into_iter()
        .map(|(steps, names)| {
            let days = if names.len() == 7 { EVERY_DAY.to_owned() } else { names.join(", ") };
            DayTable { days, ..day_of(&steps, &strength) }
        })
        .collect()
}

/// A program as people read it.
pub(crate) fn program_view(
    program: &Program,
    mode: &str,
    strength: Concentration,
    since: Option<PumpTime>,
) -> ProgramView {
    let dose = dose_of(program, strength);
    let per_day = match program.base() {
        Base::Flex(_) if !alike(program) => format!("{} (mean of the week)", Value::Dose(dose.clone())),
        _ => Value::Dose(dose.clone()).to_string(),
    };
    ProgramView {
        mode: mode_words(mode).to_owned(),
        per_day,
        per_hour: per_hour(&dose),
        in_words: in_words(&dose),
        volume_per_day: Value::Flow(of(program.week_flow())).to_string(),
        strength: Value::concentration(strength).to_string(),
        boluses: program.boluses().iter().map(|bolus| bolus_words(bolus, strength)).collect(),
        patient_bolus: program.patient_bolus.map(|bolus| {
            let mass = volume_times(&of(bolus.volume), &of(strength.quotient()));
            format!(
                "{} over {}, then locked for {}, at most {} in 24 hours",
                Value::Mass(mass),
                lasting(bolus.over),
                lasting(bolus.lockout),
                bolus.per_day_max
            )
        }),
        since: since.and_then(civil).map(|at| Value::At(at).to_string()),
        days: days(program, strength),
    }
}

/// Whether all days of a program are alike.
pub(crate) fn alike(program: &Program) -> bool {
    let flows = program.day_flows();
    flows.iter().all(|flow| Some(flow) == flows.first())
}

/// From a thousand micrograms on, where a zero more or less is easily overlooked, the number in words.
fn in_words(nanograms: &RBig) -> Option<String> {
    let text = micrograms(nanograms);
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let number: u64 = whole.parse().ok()?;
    if number < 1_000 {
        return None;
    }
    let digits: Vec<&str> =
        rest.chars().filter_map(|digit| digit.to_digit(10)).map(|digit| small(digit.into())).collect();
    let point = if digits.is_empty() { String::new() } else { format!(" point {}", digits.join(" ")) };
    Some(format!("{}{point}", words(number)))
}

/// A finding as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FindingView {
    /// The rule's id.
    pub rule: String,
    /// "note", "soft" or "hard".
    pub level: String,
    /// What the rule says.
    pub says: &'static str,
    /// What it looked at.
    pub numbers: Vec<(String, String)>,
    /// How it is worked out.
    pub formula: &'static str,
    /// Where that comes from.
    pub source: &'static str,
    /// What can be done instead.
    pub exits: &'static [&'static str],
    /// Where that is done: label and part of the record.
    pub links: Vec<(&'static str, String)>,
}

impl FindingView {
    /// The level as people read it.
    pub(crate) fn weight(&self) -> &'static str {
        match self.level.as_str() {
            "hard" => "Refused",
            "soft" => "Needs a reason",
            _ => "Note",
        }
    }
}

/// Where the ways out of a rule are.
fn links(rule: Rule, numbers: &[(String, String)]) -> Vec<(&'static str, String)> {
    match rule {
        Rule::OrderUnknown => {
            let order = numbers.iter().find(|(name, _)| name == "order").map(|(_, order)| order.as_str());
            vec![("Open that order", format!("orders/{}", order.unwrap_or_default()))]
        }
        Rule::BridgeRequired | Rule::BridgeWrong => {
            vec![("The bridge that is needed", "program#bridge".to_owned())]
        }
        Rule::PrimeGap | Rule::PrimeWrong => vec![("The prime that is needed", "program#prime".to_owned())],
        Rule::ResidualStop | Rule::ResidualReflux | Rule::ReservoirStale => {
            vec![("Refill and what was found", "refill".to_owned())]
        }
        Rule::ConcentrationDisagrees | Rule::StrengthDisagrees => vec![("Refill", "refill".to_owned())],
        Rule::StartDoseUnknown | Rule::StartDoseHigh => vec![("Test doses", "test-dose".to_owned())],
        Rule::SerialDisagrees | Rule::TubingStale => vec![("Implant record", "implant".to_owned())],
        _ => Vec::new(),
    }
}

/// A finding that was kept. A rule that no longer exists is left out.
pub(crate) fn finding_said(said: &Said) -> Option<FindingView> {
    let rule = Rule::by_id(&said.rule)?;
    let about = rule.about();
    Some(FindingView {
        rule: said.rule.clone(),
        level: said.level.clone(),
        says: about.says,
        numbers: crate::pages::for_people(&said.numbers),
        formula: about.formula,
        source: about.source,
        exits: about.exits,
        links: links(rule, &said.numbers),
    })
}

/// Findings, hardest first.
pub(crate) fn findings(found: &[Finding]) -> Vec<FindingView> {
    found.iter().filter_map(|finding| finding_said(&said(finding))).collect()
}

/// An order read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Readback {
    /// The lines, in the order in which they are read.
    pub rows: Vec<Row>,
    /// What it asks for.
    pub after: Option<ProgramView>,
    /// What runs.
    pub before: Option<ProgramView>,
    /// What the rules say.
    pub findings: Vec<FindingView>,
    /// Why a second person must sign.
    pub second: Vec<&'static str>,
}

impl Readback {
    /// Whether the rules refuse it.
    pub(crate) fn refused(&self) -> bool {
        self.findings.iter().any(|finding| finding.level == "hard")
    }

    /// What asks for a reason.
    pub(crate) fn soft(&self) -> Vec<&FindingView> {
        self.findings.iter().filter(|finding| finding.level == "soft").collect()
    }

    /// The bars of each day.
    pub(crate) fn charts(&self) -> Vec<DayChart> {
        self.after.as_ref().map(|after| charts(self.before.as_ref(), after)).unwrap_or_default()
    }
}

fn row(name: &'static str, value: impl Into<String>, field: &'static str) -> Row {
    Row { name, values: vec![value.into()], field, strong: false }
}

/// A day of the forecast with how far away it is.
fn when(at: Option<PumpTime>, now: PumpTime) -> String {
    match at.and_then(civil) {
        Some(date) => {
            let days = at.map_or(0, |at| at.since(now)) / u64::from(SECONDS_PER_DAY);
            let days = if days == 1 { "in 1\u{a0}day".to_owned() } else { format!("in {days}\u{a0}days") };
            format!("{} ({days})", therapy::date_in_words(date.date()))
        }
        None => "never, by calculation".to_owned(),
    }
}

/// The product as on its label.
pub(crate) fn drug_name(rules: &Rules, drug: &str) -> String {
    rules.catalogue.drug(drug).map_or_else(|| drug.to_owned(), |drug| drug.name.clone())
}

fn program_rows(
    course: &Course<'_>,
    rules: &Rules,
    order: &Order,
    program: &ProgramOrder,
    view: &ProgramView,
    rows: &mut Vec<Row>,
) {
    let drug = order.refill.as_ref().map(|refill| refill.drug.as_str());
    let drug = drug.or_else(|| course.reservoir.as_ref().map(|reservoir| reservoir.drug));
    let drug = drug.map_or_else(|| "drug not known".to_owned(), |drug| drug_name(rules, drug));
    rows.push(Row {
        name: "Drug, and strength told to the pump",
        values: vec![drug, view.strength.clone()],
        field: "concentration",
        strong: false,
    });
    rows.push(row("Mode", view.mode.clone(), "mode"));
    let mode_field = match program.mode {
        "flex" => "mon-0-from",
        "minimum-rate" => "minimum-flow",
        "stopped" => "mode",
        _ => "dose",
    };
    let after = dose_of(&program.run, program.concentration);
    if let Some(running) = course.running() {
        let before = running.dose_per_day();
        rows.push(row(
            "Dose now",
            format!("{}, {}", Value::Dose(before), per_hour(&running.dose_per_day())),
            "",
        ));
    } else {
        rows.push(row("Dose now", "none: this is the first program", ""));
    }
    let mut values = vec![view.per_day.clone(), view.per_hour.clone()];
    values.extend(view.in_words.as_ref().map(|words| format!("in words: {words} micrograms per day")));
    rows.push(Row { name: "New dose", values, field: mode_field, strong: true });
    if let Some(running) = course.running() {
        rows.push(row("Change", change(&running.dose_per_day(), &after), ""));
    }
    if !view.boluses.is_empty() {
        rows.push(Row { name: "First", values: view.boluses.clone(), field: "bolus-dose", strong: false });
    }
    if let Some(bolus) = &view.patient_bolus {
        rows.push(row("The patient may add", bolus.clone(), "patient-bolus-dose"));
    }
    rows.push(row("Volume per day", view.volume_per_day.clone(), ""));
    let achieved = dose_of(&program.achieved, program.concentration);
    if achieved != after {
        let off = format!(
            "{}: this pump gives whole steps only; the forecast counts with this dose",
            Value::Dose(achieved)
        );
        rows.push(row("What this pump can give of it", off, ""));
    }
    let given: Vec<String> = [
        program.serial.as_ref().map(|serial| format!("pump serial {serial}")),
        program.tubing.map(|tubing| format!("tubing {}", Value::volume(tubing))),
        program.reservoir.map(|volume| format!("reservoir {}", Value::volume(volume))),
        program.alarm_volume.map(|volume| format!("alarm at {}", Value::volume(volume))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !given.is_empty() {
        rows.push(row("Told to the programmer", given.join(", "), "serial"));
    }
}

/// How a dose changes: by how much, and in per cent.
pub(crate) fn change(before: &RBig, after: &RBig) -> String {
    let off = after - before;
    if off == RBig::ZERO {
        return "none".to_owned();
    }
    let sign = |value: &RBig| if *value > RBig::ZERO { "+" } else { "" };
    let absolute = format!("{}{}", sign(&off), Value::Dose(off.clone()));
    if *before == RBig::ZERO {
        return absolute;
    }
    let part = &off / before;
    format!("{absolute} ({}{})", sign(&part), Value::Percent(shortened(&part)))
}

/// A ratio cut to a tenth of a per cent, for reading.
fn shortened(part: &RBig) -> RBig {
    let thousand = RBig::from(1_000);
    RBig::from((part * &thousand).trunc()) / thousand
}

fn bridge_words(found: &[Finding], program: &ProgramOrder, course: &Course<'_>) -> String {
    let bridged = program.run.boluses().iter().any(|bolus| bolus.kind == BolusKind::Bridge);
    let has = |rule: Rule| found.iter().any(|finding| finding.rule == rule);
    if has(Rule::BridgeWrong) {
        "yes, and not the one that is asked for".to_owned()
    } else if bridged && has(Rule::BridgeNotNeeded) {
        "no: the strength stays the same".to_owned()
    } else if bridged {
        "yes, and it is in the order".to_owned()
    } else if has(Rule::BridgeRequired) {
        "yes, and none is in the order".to_owned()
    } else if course.running().is_some_and(|running| running.concentration != program.concentration) {
        "no drug of another strength is left in tubing and catheter".to_owned()
    } else {
        "no: the strength stays the same".to_owned()
    }
}

/// An order read back against the course before it.
pub(crate) fn readback(
    patient: &Patient,
    rules: &Rules,
    preview: &Preview,
    now: PumpTime,
) -> Option<Readback> {
    let Act::Order(order) = &preview.judgement.event.act else { return None };
    let before = patient.file.events.get(..preview.judgement.place)?;
    let course = &fold(&patient.file, before, &rules.catalogue).ok()?;
    let found = &preview.judgement.findings;
    let mut rows = Vec::new();
    let mut after = None;
    if let Some(test) = &order.screening_dose {
        rows.push(Row {
            name: "Test dose",
            values: vec![Value::mass(test.dose).to_string()],
            field: "dose",
            strong: true,
        });
        // The signature covers what was answered before the dose.
        for (check, fine) in &test.checks {
            let answer = if *fine { "yes" } else { "NO" };
            rows.push(row(super::test_dose::check_words(*check), answer, ""));
        }
    }
    if let Some(refill) = &order.refill {
        let product = drug_name(rules, &refill.drug);
        let strength = Value::concentration(refill.concentration).to_string();
        rows.push(Row {
            name: "Fill: product, and strength on its label",
            values: vec![product, strength],
            field: "refill-drug",
            strong: false,
        });
        rows.push(row("Fill: volume", Value::volume(refill.volume).to_string(), "refill-volume"));
    }
    let mut before = None;
    if let Some(program) = &order.program {
        let view = program_view(&program.run, program.mode, program.concentration, None);
        program_rows(course, rules, order, program, &view, &mut rows);
        rows.push(row("Bridge needed", bridge_words(found, program, course), "bridge-dose"));
        if let Some(outlook) = &preview.after {
            let forecast = &outlook.forecast;
            rows.push(row("Low-reservoir alarm", when(forecast.alarm_at, now), ""));
            rows.push(row("Empty", when(forecast.empty_at, now), ""));
            rows.push(row("Empty at the earliest", when(forecast.early_empty_at, now), ""));
            if let Some(by) = &forecast.refill_by {
                rows.push(row("Refill by", therapy::date_in_words(by.date), ""));
            }
        } else if order.program.is_some() {
            rows.push(row("Low-reservoir alarm", "not known before the first fill is recorded", ""));
        }
        before = course.running().map(|running| {
            program_view(running.asked, running.mode, running.concentration, Some(running.since))
        });
        after = Some(view);
    }
    let second = preview.second.clone();
    Some(Readback { rows, after, before, findings: findings(found), second })
}

/// The bars of a day, for the desk and for the telephone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DayChart {
    /// For the desk.
    pub wide: String,
    /// For the telephone.
    pub narrow: String,
}

fn side(name: &str, day: &DayTable) -> ProfileSide {
    // For pixels only: what people read is the text.
    let pixels = |text: &str| text.parse().unwrap_or(0.0);
    let hourly_words: Vec<String> = day.hours.iter().map(micrograms).collect();
    ProfileSide {
        name: name.to_owned(),
        total: format!("{} micrograms per 24 hours", day.total),
        hourly: hourly_words.iter().map(|text| pixels(text)).collect(),
        hourly_words,
        rate: Vec::new(),
    }
}

/// Micrograms in each hour of each day that differs, what runs beside what is asked.
pub(crate) fn charts(before: Option<&ProgramView>, after: &ProgramView) -> Vec<DayChart> {
    let chart = |day: &DayTable| {
        let weekday = day.days.split(", ").next().filter(|name| *name != EVERY_DAY).unwrap_or("Monday");
        let before = before.and_then(|before| before.day(weekday)).map(|day| side("now", day));
        let name = if before.is_some() { "asked" } else { "" };
        let data = Profile { title: day.days.clone(), before, after: side(name, day) };
        DayChart { wide: profile(&data, Shape::Wide).svg, narrow: profile(&data, Shape::Narrow).svg }
    };
    after.days.iter().map(chart).collect()
}

/// A sentence of why a second person must sign.
pub(crate) fn second_words(second: &[&str]) -> String {
    sentence(&format!("a second person must check it, since {}", second.join(" and ")))
}
