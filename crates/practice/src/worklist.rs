//! The day's list: what of each patient is due, with dates, and the words under which a patient is found.
//!
//! Dates are stored, never "overdue": what is overdue is said when the list is looked at.

use crate::patient::{OpenFinding, Patient, Stand};
use crate::rules::Rules;
use crate::summary::{Flow, Summary, flow};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use pump::BolusKind;
use record::Due;
use serde::{Deserialize, Serialize};
use therapy::act::{Act, Report};
use therapy::{OrderState, Rule};
use unicode_normalization::UnicodeNormalization;

/// What can be due, in the order in which the day's list shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Task {
    /// An order that nobody has seen in the pump.
    Unconfirmed,
    /// An open critical alarm.
    CriticalAlarm,
    /// Something that may not wait came from the patient page, and nobody has dealt with it.
    ReportedUrgent,
    /// A pump that does not deliver, or of which nobody knows.
    NotDelivering,
    /// A visit is booked; or its day has passed and nobody has recorded what became of it.
    Visit,
    /// The refill.
    Refill,
    /// The next visit is later than the refill must be.
    VisitLate,
    /// Elective replacement.
    Replacement,
    /// The patient has to be looked at after a test dose.
    TestDose,
    /// An observation runs.
    Observation,
    /// An open finding.
    Finding,
    /// An order waits for a signature.
    Unsigned,
    /// The dose is being titrated, and may be changed again.
    Titration,
    /// The patient did not come.
    Missed,
    /// A check before or after imaging.
    Mri,
    /// What is kept at home runs out of date.
    HomeStock,
    /// The patient is on the way to or from an implant: on the board, and on no day's list.
    OnTheWay,
    /// What a house or a person has to do by a day.
    ToDo,
    /// Somebody who does not belong to the patient opened the record with a reason.
    Opened,
    /// Somebody outside waits for an answer.
    Enquiry,
    /// Documents of an enquiry that nobody has looked at.
    EnquiryDocuments,
    /// A guide through a loss of effect is open.
    LossOfEffect,
    /// A review of rehabilitation.
    RehabilitationReview,
    /// An appointment; or its time has passed and nobody has recorded what became of it.
    Appointment,
    /// Something came from the patient page that nobody has dealt with or answered.
    Reported,
    /// A reminder of an appointment was not sent, or nobody knows.
    Reminder,
    /// A reminder is to be sent: for what sends it, and on no list for people.
    ReminderDue,
}

impl Task {
    /// All that the day's list shows.
    pub const ALL: [Self; 25] = [
        Self::Unconfirmed,
        Self::CriticalAlarm,
        Self::ReportedUrgent,
        Self::NotDelivering,
        Self::LossOfEffect,
        Self::TestDose,
        Self::Visit,
        Self::Refill,
        Self::VisitLate,
        Self::Replacement,
        Self::Observation,
        Self::Reported,
        Self::Finding,
        Self::Unsigned,
        Self::Titration,
        Self::Missed,
        Self::Mri,
        Self::HomeStock,
        Self::ToDo,
        Self::Opened,
        Self::RehabilitationReview,
        Self::Enquiry,
        Self::EnquiryDocuments,
        Self::Appointment,
        Self::Reminder,
    ];

    /// The word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::CriticalAlarm => "critical-alarm",
            Self::ReportedUrgent => "reported-urgent",
            Self::Reported => "reported",
            Self::NotDelivering => "not-delivering",
            Self::Visit => "visit",
            Self::Refill => "refill",
            Self::VisitLate => "visit-late",
            Self::Replacement => "replacement",
            Self::TestDose => "test-dose",
            Self::Observation => "observation",
            Self::Finding => "finding",
            Self::Unsigned => "unsigned",
            Self::Titration => "titration",
            Self::Missed => "missed",
            Self::Mri => "mri",
            Self::HomeStock => "home-stock",
            Self::OnTheWay => "on-the-way",
            Self::ToDo => "to-do",
            Self::Opened => "opened",
            Self::LossOfEffect => "loss-of-effect",
            Self::RehabilitationReview => "rehabilitation-review",
            Self::Enquiry => "enquiry",
            Self::EnquiryDocuments => "enquiry-documents",
            Self::Appointment => "appointment",
            Self::Reminder => "reminder",
            Self::ReminderDue => "reminder-due",
        }
    }

    /// What people read above a list of them.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Unconfirmed => "Orders not yet confirmed in the pump",
            Self::CriticalAlarm => "Open critical alarms",
            Self::ReportedUrgent => "Urgent reports from patient pages",
            Self::Reported => "Reports and questions from patient pages",
            Self::NotDelivering => "Pumps not delivering",
            Self::Visit => "Visits booked",
            Self::Refill => "Refills",
            Self::VisitLate => "Visit later than refill by",
            Self::Replacement => "Elective replacement",
            Self::TestDose => "After a test dose: looks due",
            Self::Observation => "Observations running",
            Self::Finding => "Open findings",
            Self::Unsigned => "Orders waiting for a signature",
            Self::Titration => "Titration",
            Self::Missed => "Did not attend",
            Self::Mri => "Imaging: checks to do",
            Self::HomeStock => "Medicine kept at home",
            Self::OnTheWay => "On the way",
            Self::ToDo => "To do",
            Self::Opened => "Records opened with a reason",
            Self::LossOfEffect => "Loss of effect: guides open",
            Self::RehabilitationReview => "Reviews of rehabilitation",
            Self::Enquiry => "Enquiries to be answered",
            Self::EnquiryDocuments => "Documents of enquiries",
            Self::Appointment => "Appointments",
            Self::Reminder => "Reminders not sent",
            Self::ReminderDue => "Reminders to send",
        }
    }

    /// Whether it is about an enquiry: its summary is an [`crate::enquiry::EnquirySummary`] then, not that of a patient.
    #[must_use]
    pub const fn is_of_enquiry(self) -> bool {
        matches!(self, Self::Enquiry | Self::EnquiryDocuments)
    }

    /// The task of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|task| task.word() == word)
    }
}

/// What a list says of something that is due.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct DueBody {
    /// What, in a few words.
    pub text: String,
    /// The line or draft that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// The day that counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// After this it is no longer shown, in seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<i64>,
    /// When what is watched ends, in seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<i64>,
    /// "hard" or "soft", of a finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// The rule, of a finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The house that has to deal with it, if it is not the patient's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub house: Option<String>,
    /// The appointment, for the calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Box<crate::path::appointment::Shown>>,
}

/// An observation is still listed for so long after its end, unless somebody ended it.
const OBSERVATION_LISTED_SECONDS: i64 = 24 * 3_600;

/// The first second of a day in a zone; midnight by UTC if the calendar ends there.
#[must_use]
pub fn day_begins(day: Date, zone: &TimeZone) -> i64 {
    let zoned = day.to_zoned(zone.clone());
    zoned
        .map_or_else(|_| i64::from(day.year()) * 31_556_952 - 62_167_219_200, |at| at.timestamp().as_second())
}

struct List {
    due: Vec<Due>,
}

impl List {
    fn push(&mut self, task: Task, from: i64, body: &DueBody) {
        let until = body.until;
        let body = serde_json::to_string(body).unwrap_or_default();
        self.due.push(Due { kind: task.word().to_owned(), from, ends: until, body });
    }
}

/// What is due of a patient, at the time of `stand`, which is `now` in seconds since 1970.
#[must_use]
pub fn due(patient: &Patient, stand: &Stand<'_>, summary: &Summary, rules: &Rules, now: i64) -> Vec<Due> {
    let mut list = List { due: Vec::new() };
    let away = patient.has_pump() && patient.moved_away().is_some();
    if patient.died.is_some() || patient.merged_into.is_some() || away {
        // What is to be done after a death, or after somebody moved away with the pump, stays to be done.
        if patient.merged_into.is_none() {
            crate::path::due_after_death(patient, rules, now, &mut |task, from, body| {
                list.push(task, from, body);
            });
        }
        return list.due;
    }
    if summary.place.stage.on_the_way() {
        list.push(Task::OnTheWay, summary.place.since, &DueBody::default());
    }
    let zone = TimeZone::get(&rules.zone).unwrap_or(TimeZone::UTC);
    let text = |text: &str| DueBody { text: text.to_owned(), ..DueBody::default() };
    let course = &stand.course;
    let shift = course.clock.at(0).0;
    let unix = |at: pump::PumpTime| at.0 - shift;
    for record in &course.orders {
        // A test dose that went in is watched by its looks until its effect is said.
        let given = patient.path.trial.given.iter().any(|given| given.order == record.event.id);
        if matches!(record.state, OrderState::Ordered | OrderState::Unknown) && !given {
            let body = DueBody { line: Some(record.event.id.clone()), ..text(record.state.words()) };
            list.push(Task::Unconfirmed, record.event.at.unix, &body);
        }
    }
    for open in &stand.open {
        let from =
            open.line.as_deref().and_then(|id| patient.file.events.iter().find(|event| event.id == id));
        let from = from.map_or(now, |event| event.at.unix);
        let body = DueBody {
            line: open.line.clone(),
            level: Some(open.level.word().to_owned()),
            rule: Some(open.rule.about().id.to_owned()),
            ..text(open.rule.about().says)
        };
        let task = match open.rule {
            Rule::AlarmCritical => Task::CriticalAlarm,
            Rule::NotRunning | Rule::StoppedTooLong | Rule::Empty => Task::NotDelivering,
            Rule::ReplaceShown => Task::Replacement,
            Rule::MriTask => Task::Mri,
            // These have lists of their own, by their dates.
            Rule::RefillOverdue | Rule::OrderUnknown | Rule::VisitTooLate => continue,
            _ => Task::Finding,
        };
        list.push(task, from, &body);
    }
    // A pump that was found stopped opens no finding: nobody ordered anything. It delivers nothing all the same.
    let told =
        |open: &OpenFinding| matches!(open.rule, Rule::NotRunning | Rule::StoppedTooLong | Rule::Empty);
    if flow(patient, stand) == Flow::Stopped && patient.died.is_none() && !stand.open.iter().any(told) {
        list.push(Task::NotDelivering, now, &text("by the record the pump delivers nothing"));
    }
    // A test dose comes before there is a pump.
    observations(&mut list, patient, stand, rules, now);
    if patient.has_pump() {
        dates(&mut list, stand, summary, &zone);
        titration(&mut list, patient, stand, rules, &unix);
    }
    for draft in patient.drafts.iter().filter(|draft| draft.is_open()) {
        let what = match draft.state {
            crate::patient::DraftState::AwaitsSecond { .. } => {
                "signed once: a second person checks and signs"
            }
            _ => "written: the prescriber signs",
        };
        let body = DueBody { line: Some(draft.id.clone()), ..text(what) };
        list.push(Task::Unsigned, draft.at, &body);
    }
    crate::path::due(patient, rules, now, &mut |task, from, body| list.push(task, from, body));
    visit(&mut list, patient, summary, &zone);
    if let Some(begun) = &patient.refill_begun {
        let what = format!("a refill was begun and set aside: {}", begun.reason);
        list.push(Task::Refill, begun.at, &text(&what));
    }
    missed(&mut list, patient, summary, &zone);
    if let Some((on, note)) = &patient.mri_planned {
        let since = patient.file.events.iter().any(|event| {
            matches!(event.act, Act::Report(Report::Mri)) && event.at.unix >= day_begins(*on, &zone)
        });
        if !since && patient.has_pump() {
            let body = DueBody { on: Some(*on), ..text(&format!("imaging planned: {note}")) };
            list.push(Task::Mri, day_begins(*on, &zone), &body);
        }
    }
    if let Some((stock, expires)) =
        patient.home_stock.as_ref().and_then(|stock| Some((stock, stock.expires?)))
    {
        let body =
            DueBody { on: Some(expires), ..text(&format!("{} kept at home keeps until then", stock.what)) };
        list.push(Task::HomeStock, day_begins(expires, &zone), &body);
    }
    list.due
}

/// The visit that is booked, until something is recorded on its day or later, or the patient did not come.
fn visit(list: &mut List, patient: &Patient, summary: &Summary, zone: &TimeZone) {
    let Some(on) = summary.visit else { return };
    let begins = day_begins(on, zone);
    // Booking another visit says nothing about this one; it takes its place.
    let seen = |event: &therapy::act::Event| {
        event.at.unix >= begins && !matches!(event.act, Act::Report(Report::VisitBooked { .. }))
    };
    let was_missed = patient.missed.iter().any(|(missed, _)| *missed == on);
    if !was_missed && !patient.file.events.iter().any(seen) {
        let body = DueBody { text: "visit is booked".to_owned(), on: Some(on), ..DueBody::default() };
        list.push(Task::Visit, begins, &body);
    }
}

/// What follows from the calendar of the reservoir and the pump.
fn dates(list: &mut List, stand: &Stand<'_>, summary: &Summary, zone: &TimeZone) {
    if let Some(by) = summary.refill_by {
        let text = match summary.visit {
            Some(visit) if visit <= by => "visit is booked in time".to_owned(),
            Some(_) => "the visit is booked too late".to_owned(),
            None => "no visit is booked".to_owned(),
        };
        list.push(Task::Refill, day_begins(by, zone), &DueBody { text, on: Some(by), ..DueBody::default() });
        if let Some(visit) = summary.visit.filter(|visit| *visit > by) {
            let text = "the visit is booked after the refill must be done".to_owned();
            list.push(
                Task::VisitLate,
                day_begins(by, zone),
                &DueBody { text, on: Some(visit), ..DueBody::default() },
            );
        }
    }
    let service = stand.outlook.as_ref().map(|outlook| &outlook.service);
    if let Some((ends, plan)) = service.and_then(|service| Some((service.ends?, service.plan_from?))) {
        let shown = service.is_some_and(|service| service.by_indicator);
        let text = if shown { "indicator shown; service ends by" } else { "service life ends by" };
        let body = DueBody { text: text.to_owned(), on: Some(ends), ..DueBody::default() };
        // An indicator that is shown is already in the list as a finding.
        if !shown {
            list.push(Task::Replacement, day_begins(plan, zone), &body);
        }
    }
}

/// The observation that an act begins: after what, and for how long by the protocol.
#[must_use]
pub fn observation<'a>(
    event: &therapy::act::Event,
    course: &therapy::Course<'_>,
    protocol: &'a therapy::Protocol,
) -> Option<(&'static str, &'a therapy::Limit<quantity::Span>)> {
    match &event.act {
        Act::Report(Report::Screened { .. }) => Some(("a test dose", &protocol.screening.observe)),
        Act::Report(Report::Filled(_)) => Some(("a refill", &protocol.refill.observe)),
        Act::Report(Report::Implanted { .. }) => Some(("the implant", &protocol.implant.observe)),
        Act::Report(Report::Revised(_)) => Some(("surgery", &protocol.implant.observe)),
        Act::Report(Report::Confirmed(read)) => {
            let ordered = course.orders.iter().find(|record| record.event.id == read.order);
            let program = ordered.and_then(|record| record.order.program.as_ref())?;
            let primes = program.run.boluses().iter().any(|bolus| bolus.kind == BolusKind::Prime);
            primes.then_some(("a priming bolus", &protocol.prime.observe))
        }
        _ => None,
    }
}

/// Observations that the protocol asks for and nobody has ended.
fn observations(list: &mut List, patient: &Patient, stand: &Stand<'_>, rules: &Rules, now: i64) {
    for event in &patient.file.events {
        let Some((after, span)) = observation(event, &stand.course, &rules.protocol) else { continue };
        let seconds = i64::try_from(span.value.seconds()).unwrap_or(i64::MAX);
        let until = event.at.unix.saturating_add(seconds);
        let listed = until.saturating_add(OBSERVATION_LISTED_SECONDS);
        if listed > now && !patient.observed.contains(&event.id) {
            let body = DueBody {
                text: format!("observation after {after}"),
                line: Some(event.id.clone()),
                until: Some(listed),
                ends: Some(until),
                ..DueBody::default()
            };
            list.push(Task::Observation, event.at.unix, &body);
        }
    }
}

/// The dose may be changed again, while it is being titrated.
fn titration(
    list: &mut List,
    patient: &Patient,
    stand: &Stand<'_>,
    rules: &Rules,
    unix: &impl Fn(pump::PumpTime) -> i64,
) {
    let limits = &rules.protocol.titration;
    let seconds = |span: quantity::Span| i64::try_from(span.seconds()).unwrap_or(i64::MAX);
    let course = &stand.course;
    let Some(first) = course.programs.iter().find(|running| running.treats()) else { return };
    // A pump found on admission has been titrated elsewhere.
    if course.implanted_at.is_none() {
        return;
    }
    let ends = unix(first.since).saturating_add(seconds(limits.phase.value));
    if patient.titration_finished.is_some_and(|at| at >= unix(first.since)) {
        return;
    }
    if let Some(running) = course.running() {
        let from = unix(running.since).saturating_add(seconds(limits.change_interval.value));
        if from < ends {
            let text = "the dose may be changed again; nobody has said that titration is finished".to_owned();
            list.push(Task::Titration, from, &DueBody { text, until: Some(ends), ..DueBody::default() });
        }
    }
}

/// Visits that nobody came to and that no later visit or fill has made good.
fn missed(list: &mut List, patient: &Patient, summary: &Summary, zone: &TimeZone) {
    let Some((on, version)) = patient.missed.last() else { return };
    let later = patient.lines.iter().any(|placed| {
        placed.stands
            && placed.version > *version
            && (placed.line.line.get("visit").is_some() || placed.line.line.get("filled").is_some())
    });
    if later {
        return;
    }
    let tries = patient.entries.iter().filter(|entry| entry.version > *version && entry.stands());
    let tries = tries.filter(|entry| matches!(entry.event, crate::patient::PatientEvent::Contact(_))).count();
    let attempts = if tries == 1 { "attempt" } else { "attempts" };
    let text = match summary.early_empty_on {
        Some(_) => format!("{tries} contact {attempts} since; the pump may be empty from the day given on"),
        None => format!("{tries} contact {attempts} since"),
    };
    let body = DueBody { text, on: summary.early_empty_on.or(Some(*on)), ..DueBody::default() };
    list.push(Task::Missed, day_begins(*on, zone), &body);
}

/// A text as it is looked for: without accents, in lower case, split where it is neither letter nor digit.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'ß' => "ss".to_owned(),
            'ø' => "o".to_owned(),
            'đ' => "d".to_owned(),
            'ł' => "l".to_owned(),
            'ı' => "i".to_owned(),
            other => other.to_string(),
        })
        .collect();
    plain
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The word under which the patients of a stage are found; nobody types it.
#[must_use]
pub fn stage_term(stage: crate::path::stage::Stage) -> String {
    format!("={}", stage.word())
}

/// The words under which a patient is found: names, record number, birth date, pump serial, hashes of live links.
#[must_use]
pub fn terms(patient: &Patient, summary: &Summary) -> Vec<String> {
    let identity = &patient.identity;
    let mut terms = words(&format!("{} {}", identity.family, identity.given));
    let joined = |text: &str| words(text).concat();
    terms.push(joined(&identity.family));
    for number in [Some(&identity.record), summary.serial.as_ref()].into_iter().flatten() {
        terms.extend(words(number));
        terms.push(joined(number));
    }
    let born = identity.born;
    terms.push(format!("{:04}{:02}{:02}", born.year(), born.month(), born.day()));
    terms.push(format!("{:02}{:02}{:04}", born.day(), born.month(), born.year()));
    terms.push(format!("{:04}", born.year()));
    terms.push(stage_term(summary.place.stage));
    if patient.merged_into.is_none() {
        let live = patient.path.links.all.iter().filter(|link| link.is_live());
        terms.extend(live.map(|link| crate::path::link::term(&link.hash)));
    }
    terms.sort();
    terms.dedup();
    terms.retain(|term| !term.is_empty());
    terms
}

/// The number of a month by its English name or the first three or more letters of it.
fn month_of(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(word))?;
    u8::try_from(place + 1).ok()
}

/// A date with the month in letters, "2 may 1980" or "may 2 1980", as the word under which a birth date is found.
fn written_date(parts: &[&str]) -> Option<String> {
    let [one, two, year] = parts else { return None };
    let (day, month) = match (month_of(one), month_of(two)) {
        (None, Some(month)) => (one, month),
        (Some(month), None) => (two, month),
        _ => return None,
    };
    let day: u8 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    let plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| format!("{year}{month:02}{day:02}"))
}

/// What somebody typed into the search, as words to look for. A date is looked for as one word: in digits, the day before
/// the month unless the year comes first; or with the month in letters.
#[must_use]
pub fn search_words(typed: &str) -> Vec<String> {
    let parts: Vec<Vec<String>> = typed.split_whitespace().map(words).collect();
    let all: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    if let Some((place, date)) =
        all.windows(3).enumerate().find_map(|(place, window)| written_date(window).map(|date| (place, date)))
    {
        let before = all.get(..place).unwrap_or_default().join(" ");
        let after = all.get(place + 3..).unwrap_or_default().join(" ");
        let mut found = search_words(&before);
        found.push(date);
        found.extend(search_words(&after));
        return found;
    }
    let mut found = Vec::new();
    for parts in parts {
        let date =
            parts.len() == 3 && parts.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        if date {
            let padded: Vec<String> = parts
                .iter()
                .map(|word| if word.len() == 1 { format!("0{word}") } else { word.clone() })
                .collect();
            found.push(padded.concat());
        } else if parts.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit())) {
            found.push(parts.concat());
        } else {
            found.extend(parts);
        }
    }
    found
}
