//! One line of the day's list, in words: whose, what, and by when, said at the time of looking.

use crate::banner::{banner_born, banner_date};
use crate::page::Page;
use jiff::civil::Date;
use practice::enquiry::EnquirySummary;
use practice::summary::{Flow, Summary};
use practice::worklist::{DueBody, Task};
use record::DueLine;

/// One line of the day's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// The patient's page.
    pub(super) patient: String,
    /// The page on which it is dealt with.
    pub(super) act: String,
    /// What one does there.
    pub(super) act_words: &'static str,
    pub(super) name: String,
    pub(super) born: String,
    pub(super) serial: String,
    pub(super) house: String,
    pub(super) what: String,
    /// "hard" or "soft", of a finding.
    pub(super) level: String,
    pub(super) rule: String,
    /// The day or time that counts.
    pub(super) when: String,
    /// How far that is from now: "overdue by 3 days".
    pub(super) away: String,
    /// Whether it should have been done.
    pub(super) late: bool,
    pub(super) dose: String,
    pub(super) state: &'static str,
    /// Whether drug flows as it should.
    pub(super) runs: bool,
}

/// "1 day", "12 days".
pub(crate) fn days(number: i32) -> String {
    if number == 1 { "1\u{a0}day".to_owned() } else { format!("{number}\u{a0}days") }
}

/// Days from one day to another; negative backwards.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    from.until((jiff::Unit::Day, to)).map_or(0, |span| span.get_days())
}

/// "today", "tomorrow", "in 5 days", "3 days ago".
pub(crate) fn away(today: Date, day: Date) -> String {
    match days_between(today, day) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        ahead if ahead > 0 => format!("in {}", days(ahead)),
        past => format!("{} ago", days(-past)),
    }
}

/// A day that something must be done by.
pub(super) fn by(today: Date, day: Date) -> (String, bool) {
    match days_between(day, today) {
        late if late > 0 => (format!("overdue by {}", days(late)), true),
        _ => (away(today, day), false),
    }
}

/// The day of a moment in the zone of the page.
fn day_of(seconds: i64, page: &Page) -> Option<Date> {
    Some(jiff::Timestamp::from_second(seconds).ok()?.to_zoned(page.zone.clone()).date())
}

/// When it counts, how far that is, and whether it is late.
fn when(
    task: Task,
    from: i64,
    body: &DueBody,
    summary: &Summary,
    page: &Page,
    today: Date,
) -> (String, String, bool) {
    let dated = |words: &str, day: Date| {
        let (away, late) = by(today, day);
        (format!("{words} {}", banner_date(day)), away, late)
    };
    match (task, body.on) {
        (Task::Refill, Some(day)) => dated("refill by", day),
        (Task::Replacement, Some(day)) => dated("service ends", day),
        (Task::HomeStock, Some(day)) => dated("keeps until", day),
        (Task::ToDo, Some(day)) => dated("by", day),
        (Task::Mri, Some(day)) => dated("imaging on", day),
        (Task::RehabilitationReview, Some(day)) => dated("review on", day),
        (Task::Visit, Some(day)) => {
            let (away, late) = by(today, day);
            let away =
                if late { format!("{}: nothing recorded since", self::away(today, day)) } else { away };
            (format!("visit on {}", banner_date(day)), away, late)
        }
        (Task::Appointment, Some(day)) => match body.ends {
            Some(ends) if ends <= page.now => {
                (page.moment(from), format!("{}: nothing recorded since", away(today, day)), true)
            }
            _ => (page.moment(from), away(today, day), false),
        },
        (Task::Reminder, Some(day)) => {
            (format!("appointment on {}", banner_date(day)), away(today, day), true)
        }
        (Task::VisitLate, Some(visit)) => {
            let refill = summary.refill_by;
            let late = refill.map(|refill| format!("{} too late", days(days_between(refill, visit))));
            let refill = refill.map_or_else(String::new, |day| format!(", refill by {}", banner_date(day)));
            (format!("visit on {}{refill}", banner_date(visit)), late.unwrap_or_default(), true)
        }
        (Task::Missed, _) => {
            let missed = day_of(from, page).map_or_else(String::new, banner_date);
            match summary.early_empty_on {
                Some(empty) => {
                    let when = format!("did not come on {missed}; may be empty from {}", banner_date(empty));
                    (when, away(today, empty), empty <= today)
                }
                None => (format!("did not come on {missed}"), String::new(), true),
            }
        }
        (Task::Observation, _) => match body.ends {
            Some(ends) if ends <= page.now => {
                (format!("ended {}", page.moment(ends)), "record what was seen".to_owned(), true)
            }
            Some(ends) => (format!("until {}", page.moment(ends)), left(ends - page.now), false),
            None => (format!("since {}", page.moment(from)), String::new(), false),
        },
        (Task::TestDose, _) if from > page.now => {
            (format!("at {}", page.moment(from)), left(from - page.now).replace(" left", ""), false)
        }
        (Task::TestDose, _) => (format!("at {}", page.moment(from)), "not done".to_owned(), true),
        (Task::Titration, _) => {
            let away = day_of(from, page).map_or_else(String::new, |day| away(today, day));
            (format!("from {}", page.moment(from)), away, false)
        }
        _ => {
            let ago = day_of(from, page).map_or_else(String::new, |day| away(today, day));
            (format!("since {}", page.moment(from)), ago, false)
        }
    }
}

/// A time that is left, in hours and minutes.
fn left(seconds: i64) -> String {
    let (hours, minutes) = (seconds / 3_600, seconds % 3_600 / 60);
    if hours > 0 {
        format!("{hours}\u{a0}h {minutes}\u{a0}min left")
    } else {
        format!("{minutes}\u{a0}min left")
    }
}

/// Where it is dealt with: the part of the record and what one does there.
fn act(task: Task, late: bool) -> (&'static str, &'static str) {
    match task {
        Task::Unconfirmed => ("/program", "confirm"),
        Task::Unsigned => ("/program", "sign"),
        Task::Titration => ("/program", "dose"),
        Task::CriticalAlarm | Task::NotDelivering => ("/it-beeps", "act"),
        Task::ReportedUrgent => ("/links#reports", "act"),
        Task::Reported => ("/links#reports", "answer"),
        Task::Visit if late => ("/refill", "did not attend?"),
        Task::Visit | Task::Refill | Task::VisitLate | Task::Missed => ("/refill", "refill"),
        Task::Replacement => ("/implant", "implant"),
        Task::Mri => ("/mri", "checks"),
        Task::HomeStock => ("/medicines", "medicines"),
        Task::TestDose => ("/screening", "look"),
        Task::ToDo => ("/to-do", "to do"),
        Task::Opened => ("/team", "look"),
        Task::LossOfEffect => ("/loss-of-effect", "go on"),
        Task::RehabilitationReview => ("/rehabilitation", "review"),
        Task::Appointment if late => ("/appointments", "what became of it?"),
        Task::Appointment | Task::Reminder | Task::ReminderDue => ("/appointments", "appointments"),
        Task::Observation | Task::Finding | Task::Enquiry | Task::EnquiryDocuments => ("", "open"),
        Task::OnTheWay => ("/pathway", "pathway"),
    }
}

/// The dose of a list: with its unit and time, or that there is none.
pub(crate) fn dose(summary: &Summary) -> String {
    summary.dose_ug.as_ref().map_or_else(String::new, |dose| format!("{dose}\u{a0}micrograms per 24\u{a0}h"))
}

/// What is said of a refill: whether a visit is still to come is a question of the day of looking.
fn what(task: Task, body: &DueBody, summary: &Summary, today: Date) -> String {
    let (Task::Refill, Some(by)) = (task, body.on) else { return crate::patient::sentence(&body.text) };
    match summary.visit {
        Some(visit) if visit < today => {
            format!("No visit is booked; the last one was for {}.", banner_date(visit))
        }
        Some(visit) if visit <= by => format!("A visit is booked for {}.", banner_date(visit)),
        Some(visit) => format!("The visit of {} is too late.", banner_date(visit)),
        None => "No visit is booked.".to_owned(),
    }
}

/// A line of the store in words.
pub(super) fn row(
    task: Task,
    line: &DueLine,
    body: &DueBody,
    summary: &Summary,
    page: &Page,
    today: Date,
) -> Row {
    let patient = format!("/patients/{}", line.stream.id);
    let (when, away, late) = when(task, line.due.from, body, summary, page, today);
    let (part, act_words) = act(task, late);
    Row {
        act: format!("{patient}{part}"),
        act_words,
        patient,
        name: summary.name.clone(),
        born: banner_born(Some(summary.born), today),
        serial: summary.serial.clone().unwrap_or_default(),
        house: body.house.clone().unwrap_or_else(|| summary.house.clone()),
        what: what(task, body, summary, today),
        level: body.level.clone().unwrap_or_default(),
        rule: body.rule.clone().unwrap_or_default(),
        when,
        away,
        late,
        dose: dose(summary),
        state: summary.flow.words(),
        runs: summary.flow == Flow::Running,
    }
}

/// A line about an enquiry: there is no patient yet, and no pump.
pub(super) fn enquiry_row(line: &DueLine, page: &Page) -> Option<Row> {
    let body: DueBody = serde_json::from_str(&line.due.body).ok()?;
    let summary: EnquirySummary = serde_json::from_str(&line.summary).ok()?;
    let address = format!("/enquiries/{}", line.stream.id);
    let (when, (away, late)) = match body.ends {
        Some(by) => {
            let promise = format!("answer by {}", crate::pages::enquiries::by_words(by, &page.zone));
            (promise, crate::pages::enquiries::away(by, page.now))
        }
        None => (format!("came {}", page.moment(line.due.from)), (String::new(), false)),
    };
    let language = format!("answer in {}", summary.language);
    Some(Row {
        patient: address.clone(),
        act: address,
        act_words: if body.ends.is_some() { "answer" } else { "look" },
        name: summary.about,
        born: language,
        serial: String::new(),
        house: String::new(),
        what: crate::patient::sentence(&body.text),
        level: String::new(),
        rule: String::new(),
        when,
        away,
        late,
        dose: String::new(),
        state: "",
        runs: true,
    })
}
