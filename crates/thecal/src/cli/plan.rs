//! `thecal plan`: what is in the pump, what the patient receives, what comes when, and what is wrong with the last order.

use super::course::{self, Args, time, time_json};
use super::{CliError, Exit, chart, check, text};
use crate::eval::{self, Json};
use jiff::civil::Date;
use pump::{Base, BolusKind, Program, PumpTime};
use quantity::{Concentration, SECONDS_PER_DAY};
use therapy::audit::Audit;
use therapy::calculators::forecast::{word, words};
use therapy::calculators::screen::{self, Verdict};
use therapy::judge::Setting;
use therapy::outlook::{Outlook, outlook_now};
use therapy::{Finding, Level, Value, date_in_words, dose_of};
use twin::{Calibration, CalibrationLimit, RBig, Slug, Twin, civil, of, volume_times};

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let setting = course::setting()?;
    let file = course::load(&args.file, setting.catalogue)?;
    let audit = course::look(&file, &setting, course::now(args.now.as_deref())?)?;
    if args.show.json {
        text::print(&format!("{}\n", json(&audit, &setting).pretty()))?;
    } else {
        text::print(&people(&args.file.display().to_string(), &audit, &setting, args.show.explain))?;
    }
    Ok(check::exit(&audit))
}

type Rows = Vec<(String, String)>;

fn row(rows: &mut Rows, label: &str, value: impl Into<String>) {
    rows.push((label.to_owned(), value.into()));
}

/// The plan for people.
pub fn people(name: &str, audit: &Audit<'_>, setting: &Setting<'_>, explain: bool) -> String {
    let outlook = outlook_now(&audit.course, setting, audit.now);
    let mut shown = banner(audit, setting, outlook.as_ref());
    shown.push_str(&last_order(audit, explain));
    // What the last order needs has just been shown.
    let last = audit.course.orders.last().map(|record| &record.event.id);
    let open: Vec<_> = audit
        .open
        .iter()
        .filter(|open| open.event.map(|event| &event.id) != last || last.is_none())
        .collect();
    if !open.is_empty() {
        shown.push_str(&format!("\n{}", text::heading("Open: somebody has to deal with this")));
        for open in open {
            shown.push_str(&text::paragraph(&check::place(name, open), 1));
            shown.push_str(&text::findings(std::slice::from_ref(&open.finding), explain));
        }
    }
    if let Some(twin) = &audit.course.twin {
        shown.push_str(&format!("\n{}", text::heading("In the pump, and what the patient receives")));
        shown.push_str(&text::lines(&fluid(audit, twin)));
        shown.push_str(&received(audit, twin));
    }
    if let Some(outlook) = &outlook {
        shown.push_str(&format!("\n{}", text::heading("Dates")));
        shown.push_str(&text::lines(&dates(audit, outlook, explain)));
        if let Some(twin) = &audit.course.twin {
            shown.push_str(&format!("\n{}", text::heading("Reservoir since the last fill")));
            shown.push_str(&curve(audit, twin, outlook));
        }
    }
    shown
}

fn banner(audit: &Audit<'_>, setting: &Setting<'_>, outlook: Option<&Outlook>) -> String {
    let course = &audit.course;
    let patient = &course.file.patient;
    let mut shown = String::new();
    if patient.invented {
        shown.push_str(&text::heading("INVENTED PATIENT - for demonstration only"));
    }
    let born = date_in_words(patient.born);
    shown.push_str(&text::heading(&format!("{}, born {born}, record {}", patient.name, patient.record)));
    let mut rows = Rows::new();
    row(&mut rows, "Diagnosis", patient.diagnosis.clone());
    if let (Some(pump), Some(profile)) = (course.pump, course.profile) {
        let clock = therapy::input::offset_text(pump.clock);
        row(&mut rows, "Pump", format!("{}, serial {}, clock fixed at {clock}", profile.name, pump.serial));
    }
    if let Some(catheter) = course.catheter {
        let mark = if catheter.unverified { " - UNVERIFIED number, enter your site's value" } else { "" };
        let volume = Value::Volume(of(catheter.volume));
        row(&mut rows, "Catheter", format!("{volume}: {}{mark}", catheter.basis));
    }
    if let Some(reservoir) = &course.reservoir {
        row(&mut rows, "Drug", format!("{}, {}", reservoir.drug, reservoir.concentration));
    }
    if let Some(running) = course.running() {
        row(&mut rows, "Running", program(running.asked, running.concentration));
        row(&mut rows, "24-hour total", total(running.asked, running.concentration));
    }
    if course.programs.is_empty() && !course.tests.is_empty() {
        row(&mut rows, "Screening test", screening(audit, setting));
    }
    if let Some(by) = outlook.and_then(|outlook| outlook.forecast.refill_by) {
        row(&mut rows, "REFILL BY", date_in_words(by.date));
    }
    let clock = if course.pump.is_some() { "pump clock" } else { "clock of the first line" };
    row(&mut rows, "Looked at", format!("{} ({clock})", time(Some(audit.now))));
    shown + &text::lines(&rows)
}

/// Where the screening test stands.
fn screening(audit: &Audit<'_>, setting: &Setting<'_>) -> String {
    let course = &audit.course;
    let unix = audit.now.0 - i64::from(course.clock.offset_seconds);
    let small = course.file.patient.small_child.unwrap_or(false);
    let shown = |unix: i64| civil(course.clock.at(unix));
    let (state, _) = screen::screen(setting.protocol, small, &course.tests, unix, &shown);
    let mut words = match state.verdict {
        Verdict::Give => "the next dose may be given".to_owned(),
        Verdict::Wait => "wait".to_owned(),
        Verdict::Eligible => "a dose was effective".to_owned(),
        Verdict::NotACandidate => "no response to the largest dose: not a candidate for infusion".to_owned(),
        Verdict::Stop => "STOP: an adverse response".to_owned(),
    };
    if let Some(dose) = state.next_dose {
        words += &format!("; next dose {dose}");
    }
    if let Some(at) = state.not_before.and_then(|unix| shown(unix)) {
        words += &format!(", not before {}", Value::At(at));
    }
    if let Some(dose) = state.start_dose {
        words += &format!("; starting dose at most {}", Value::Dose(dose));
    }
    words
}

/// A program in words.
fn program(program: &Program, concentration: Concentration) -> String {
    let mut parts = Vec::new();
    for bolus in program.boluses() {
        let kind = match bolus.kind {
            BolusKind::Single => "single bolus",
            BolusKind::Bridge => "bridge bolus",
            BolusKind::Prime => "priming bolus",
        };
        let mass = Value::Mass(volume_times(&of(bolus.volume), &of(concentration.quotient())));
        let volume = Value::Volume(of(bolus.volume));
        parts.push(format!("{kind} of {mass} ({volume}) in {}", bolus.over));
    }
    let dose = Value::Dose(dose_of(program, concentration));
    parts.push(match program.base() {
        Base::Stopped => "STOPPED".to_owned(),
        Base::Continuous(_) => format!("continuous {dose}"),
        Base::MinimumRate(_) => format!("minimum rate, {dose}"),
        Base::Flex(_) => format!("flex, {dose} on the mean of a week"),
    });
    if let Some(bolus) = &program.patient_bolus {
        let mass = Value::Mass(volume_times(&of(bolus.volume), &of(concentration.quotient())));
        parts.push(format!(
            "patient bolus {mass}, lockout {}, at most {} a day",
            bolus.lockout, bolus.per_day_max
        ));
    }
    parts.join(", then ")
}

/// The 24-hour total; of each weekday where they differ.
fn total(program: &Program, concentration: Concentration) -> String {
    let strength = of(concentration.quotient());
    let days = program.day_flows().map(|flow| volume_times(&of(flow), &strength));
    let words = |dose: &RBig| Value::Mass(dose.clone()).to_string();
    let [first, rest @ ..] = &days;
    if rest.iter().all(|day| day == first) {
        return format!("{} in 24 hours", words(first));
    }
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let days: Vec<String> =
        names.iter().zip(&days).map(|(name, day)| format!("{name} {}", words(day))).collect();
    days.join(", ")
}

fn last_order(audit: &Audit<'_>, explain: bool) -> String {
    let Some(record) = audit.course.orders.last() else { return String::new() };
    let mut shown = format!("\n{}", text::heading("Last order"));
    let mut rows = Rows::new();
    let at = time(Some(audit.course.time(record.event.at)));
    let by = record.event.by.as_deref().unwrap_or("nobody named");
    row(&mut rows, "Order", format!("{}, {at}, by {by}", record.event.id));
    row(&mut rows, "State", record.state.words());
    if let Some(screening) = &record.order.screening_dose {
        row(&mut rows, "Test dose", screening.dose.to_string());
    }
    if let Some(refill) = &record.order.refill {
        row(&mut rows, "Refill", format!("{} of {}, {}", refill.volume, refill.drug, refill.concentration));
    }
    if let Some(ordered) = &record.order.program {
        row(&mut rows, "Asked", program(&ordered.run, ordered.concentration));
        row(&mut rows, "24-hour total", total(&ordered.run, ordered.concentration));
        let (asked, achieved) = (&ordered.run, &ordered.achieved);
        if asked != achieved {
            row(&mut rows, "Achieved", program(achieved, ordered.concentration));
        }
    }
    shown.push_str(&text::lines(&rows));
    let findings: Vec<Finding> = audit
        .lines
        .iter()
        .filter(|line| line.event.id == record.event.id)
        .flat_map(|line| line.findings.clone())
        .filter(|finding| explain || finding.level > Level::Note)
        .collect();
    if findings.is_empty() {
        shown.push_str(&text::paragraph("Nothing above a note. Notes are shown with --explain.", 2));
    } else {
        shown.push_str(&text::findings(&findings, explain));
    }
    shown
}

fn slugs(slugs: &[Slug]) -> String {
    let mut joined: Vec<Slug> = Vec::new();
    for slug in slugs {
        match joined.last_mut() {
            Some(last) if last.concentration == slug.concentration => last.volume += &slug.volume,
            _ => joined.push(slug.clone()),
        }
    }
    let one = |slug: &Slug| {
        let volume = short(Value::Volume(slug.volume.clone()));
        if slug.concentration == RBig::ZERO {
            return format!("{volume} without drug");
        }
        format!("{volume} of {}", short(Value::Concentration(slug.concentration.clone())))
    };
    if joined.is_empty() {
        "nothing".to_owned()
    } else {
        joined.iter().map(one).collect::<Vec<_>>().join(", then ")
    }
}

fn fluid(audit: &Audit<'_>, twin: &Twin<'_>) -> Rows {
    let now = audit.now;
    let mut rows = Rows::new();
    let left = short(Value::Volume(twin.left_at(now)));
    let fill = Value::Volume(twin.fill_volume().clone());
    let strength = short(Value::Concentration(twin.reservoir_concentration()));
    row(&mut rows, "Reservoir", format!("{left} left of {fill}, {strength} (calculated, not measured)"));
    row(&mut rows, "Catheter, from its tip", slugs(&twin.catheter_at(now)));
    row(&mut rows, "Tubing, from the catheter", slugs(&twin.tubing_at(now)));
    if let Some(strokes) = twin.strokes_by(now).filter(|strokes| *strokes > 0) {
        row(&mut rows, "Strokes of this program", strokes.to_string());
    }
    rows
}

/// Asked, programmed and received over a few windows: (name, from, to).
fn windows(audit: &Audit<'_>) -> [(&'static str, PumpTime, PumpTime); 3] {
    let day = i64::try_from(SECONDS_PER_DAY).unwrap_or(i64::MAX);
    let now = audit.now;
    let at = |days: i64| PumpTime(now.0.saturating_add(days.saturating_mul(day)));
    [
        ("last 24 hours", at(-1), now),
        ("next 24 hours", now, at(1)),
        ("the 24 hours after 7 days", at(7), at(8)),
    ]
}

fn received(audit: &Audit<'_>, twin: &Twin<'_>) -> String {
    let words = |mass: RBig| short(Value::Mass(mass)).to_string();
    let rows: Vec<Vec<String>> = windows(audit)
        .into_iter()
        .map(|(name, from, to)| {
            vec![
                name.to_owned(),
                words(audit.course.asked(from, to)),
                words(twin.programmed(from, to)),
                words(twin.received(from, to).drug),
            ]
        })
        .collect();
    let table = text::table(&["In", "asked", "told to the pump", "reaches the patient"], &rows);
    table.lines().fold(String::new(), |shown, line| shown + "  " + line + "\n")
}

/// A value cut to as many decimals as people can use: 3 of a mL, 2 of a microgram.
fn short(value: Value) -> Value {
    let cut = |value: &RBig, step: u32| RBig::from((value / RBig::from(step)).trunc()) * RBig::from(step);
    match value {
        Value::Volume(nanolitres) => Value::Volume(cut(&nanolitres, 1_000)),
        Value::Mass(nanograms) => Value::Mass(cut(&nanograms, 10)),
        Value::Concentration(strength) => Value::Concentration(cut(&strength, 100)),
        other => other,
    }
}

fn date(date: Option<Date>) -> String {
    date.map_or_else(|| "not known".to_owned(), date_in_words)
}

fn dates(audit: &Audit<'_>, outlook: &Outlook, explain: bool) -> Rows {
    let mut rows = Rows::new();
    let (input, forecast) = (&outlook.input, &outlook.forecast);
    let accuracy = Value::Percent(input.accuracy.clone());
    let mut add = |label: &str, value: String, formula: String| {
        row(&mut rows, label, value);
        if explain {
            row(&mut rows, "", format!("= {formula}"));
        }
    };
    if let Some(by) = forecast.refill_by {
        let value = format!("{} (limited by {})", date_in_words(by.date), words(by.limit));
        let formula = "earliest of alarm - lead, early empty - lead, fill + stability, end of service - lead";
        add("Refill by", value, format!("{formula}; lead {} days (protocol, grade B)", input.lead_days));
    }
    let published =
        "alarm - lead or fill + stability, without the early-empty date (Gillette refill page, grade B)";
    add("By the published rule", date(forecast.published_refill_by), published.to_owned());
    let alarm = format!("{}, at {} left", time(forecast.alarm_at), input.alarm_volume);
    add("Low-reservoir alarm", alarm, "first second with filled - delivered <= alarm volume".to_owned());
    add("Empty", time(forecast.empty_at), "first second with filled - delivered <= 0".to_owned());
    let early = format!("{}, if it runs {accuracy} fast", time(forecast.early_empty_at));
    add(
        "Empty at the earliest",
        early,
        format!("the same with every flow x (1 + a); a = {}", outlook.accuracy_basis),
    );
    let covers = if forecast.alarm_covers { "yes" } else { "NO: such a pump is empty before its alarm" };
    let reserve = Value::Volume(forecast.reserve_needed.clone());
    let formula = format!("alarm volume {} >= fill x a/(1 + a) = {reserve}", input.alarm_volume);
    add("Alarm covers a fast pump", covers.to_owned(), formula);
    if let Some(visit) = audit.course.next_visit {
        add("Next visit", date_in_words(visit), "as booked".to_owned());
    }
    let service = &outlook.service;
    let by = if service.by_indicator { "by its replacement indicator" } else { "by its longest life" };
    if service.ends.is_some() {
        let value = format!("{} {by}; plan it from {} on", date(service.ends), date(service.plan_from));
        add(
            "Replace before",
            value,
            "implanted + longest life, or indicator + 90 days; planned ahead".to_owned(),
        );
    }
    if let Some(calibration) = &outlook.calibration {
        for (label, value, formula) in calibrated(calibration, outlook) {
            add(label, value, formula.to_owned());
        }
    }
    rows
}

/// What the pump's own refills tell, as (label, value, formula).
fn calibrated(calibration: &Calibration, outlook: &Outlook) -> Vec<(&'static str, String, &'static str)> {
    let cycles = match calibration.cycles {
        1 => "1 refill".to_owned(),
        count => format!("{count} refills"),
    };
    let spread = (&calibration.high - &calibration.low) / RBig::from(2);
    if spread > outlook.input.accuracy && !calibration.may_replace_accuracy() {
        let value = format!("cannot be said yet from {cycles}: too little was dispensed between them");
        return vec![("This pump delivers", value, "reading error beside the volume dispensed")];
    }
    let per_cent =
        |ratio: &RBig| Value::Percent(RBig::from((ratio * RBig::from(1_000)).trunc()) / RBig::from(1_000));
    let why = |limit: &CalibrationLimit| match limit {
        CalibrationLimit::FewCycles { need, .. } => format!("fewer than {need} refills"),
        CalibrationLimit::LittleDispensed => "too little dispensed".to_owned(),
        CalibrationLimit::OutsideAccuracy => "outside the stated accuracy: investigate".to_owned(),
    };
    let limits: Vec<String> = calibration.limits.iter().map(why).collect();
    let used = match limits.is_empty() {
        true => "stands for the stated accuracy in these dates".to_owned(),
        false => format!("does not stand for the stated accuracy: {}", limits.join(", ")),
    };
    let (low, high) = (per_cent(&calibration.low), per_cent(&calibration.high));
    let value = format!(
        "{} of what is programmed, {low} to {high}, by {cycles}; {used}",
        per_cent(&calibration.ratio)
    );
    let mut rows = vec![("This pump delivers", value, "sum (fill - measured) / sum (fill - expected)")];
    if let Some(real) = &outlook.calibrated {
        let formula = "(fill - alarm volume) / ratio";
        rows.push(("Alarm volume really left", time(real.alarm_at), formula));
        let between = format!("{} to {}", time(real.empty_from), time(real.empty_until));
        rows.push(("Really empty", between, "fill / highest and lowest ratio"));
    }
    rows
}

/// Columns and rows of the reservoir curve.
const COLUMNS: usize = 72;
const ROWS: usize = 10;

fn curve(audit: &Audit<'_>, twin: &Twin<'_>, outlook: &Outlook) -> String {
    let from = outlook.input.filled_at.0;
    let forecast = &outlook.forecast;
    let refill = forecast.refill_by.map(|by| by.date);
    let second = |date: Date| {
        from + date.to_datetime(jiff::civil::Time::midnight()).duration_since(start(from)).as_secs()
    };
    let refill_at = refill.map(second);
    let ends =
        [forecast.empty_at.map(|at| at.0), refill_at, Some(audit.now.0), forecast.alarm_at.map(|at| at.0)];
    // A reservoir that lasts for years is shown up to its refill date.
    let horizon = refill_at.unwrap_or(from).max(audit.now.0) + 100 * 86_400;
    let last =
        ends.into_iter().flatten().filter(|at| *at <= horizon).max().unwrap_or(from).max(from + 86_400);
    let columns = COLUMNS.min(text::width().saturating_sub(14));
    let step = (last - from) / i64::try_from(columns.max(2) - 1).unwrap_or(1) + 1;
    let at = |column: usize| PumpTime(from + step * i64::try_from(column).unwrap_or(0));
    let fill = twin.fill_volume().clone();
    let thousandths = |volume: &RBig| {
        let part = if fill > RBig::ZERO { volume / &fill * RBig::from(1_000) } else { RBig::ZERO };
        u32::try_from(part.trunc()).unwrap_or(0)
    };
    let heights: Vec<u32> = (0..columns).map(|column| thousandths(&twin.left_at(at(column)))).collect();
    let column =
        |second: i64| usize::try_from((second - from) / step).ok().filter(|column| *column < columns);
    let marked = [
        ('F', "filled", Some(from)),
        ('N', "looked at", Some(audit.now.0)),
        ('R', "refill by", refill_at),
        ('A', "alarm", forecast.alarm_at.map(|at| at.0)),
        ('X', "empty if the pump runs fast", forecast.early_empty_at.map(|at| at.0)),
        ('E', "empty", forecast.empty_at.map(|at| at.0)),
    ];
    let mut marks = Vec::new();
    let mut legend = Vec::new();
    for (sign, name, second) in marked {
        let Some(place) = second.and_then(column) else { continue };
        marks.push(chart::Mark { sign, column: place });
        let day = second.and_then(|second| civil(PumpTime(second))).map(|at| date_in_words(at.date()));
        legend.push(format!("{sign} {name} {}", day.unwrap_or_default()));
    }
    let top = Value::Volume(fill.clone()).to_string();
    let alarm = outlook.input.alarm_volume;
    let level = (thousandths(&RBig::from(alarm.nanolitres())), "alarm");
    let drawn = chart::bars(&heights, ROWS, (&top, "0\u{a0}mL"), Some(level), &marks);
    drawn + &text::paragraph(&legend.join("; "), 2)
}

fn start(second: i64) -> jiff::civil::DateTime {
    civil(PumpTime(second)).unwrap_or(jiff::civil::DateTime::ZERO)
}

fn json(audit: &Audit<'_>, setting: &Setting<'_>) -> Json {
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
