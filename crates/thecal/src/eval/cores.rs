//! Each calculator: read its input, call it, write its answer.

use super::json::Json;
use super::{Answer, Core};
use pump::{Curve, Delivery, Program, PumpClock, PumpTime};
use quantity::{Concentration, Dose, Mass, Quotient, Volume};
use therapy::calculators::prime::CatheterHolds;
use therapy::calculators::titrate::Phase;
use therapy::calculators::{bridge, forecast, prime, residual, screen, titrate};
use therapy::input::{
    At, Dialect, Fields, InputError, Moment, Problem, Strength, offset_text, read_clock, read_program,
};
use therapy::{Finding, Population, Protocol, Rule, Value, whole};
use twin::{ForecastInput, Twin, civil, of};

type Result<T> = core::result::Result<T, InputError>;

pub(super) fn answer(core: Core, at: &At<'_>, protocol: &Protocol) -> Result<Answer> {
    let fields = at.fields()?;
    let answer = match core {
        Core::Deliver => deliver(&fields)?,
        Core::Forecast => forecast(&fields, protocol)?,
        Core::Bridge => bridge(&fields)?,
        Core::Prime => prime(&fields)?,
        Core::Residual => residual(&fields, protocol)?,
        Core::Titrate => titrate(&fields, protocol)?,
        Core::Screen => screen(&fields, protocol)?,
        Core::Tip => tip(&fields)?,
    };
    fields.finish()?;
    Ok(answer)
}

fn value(value: Value) -> Json {
    Json::of_value(&value)
}

fn word(word: &str) -> Json {
    Json::Text(word.to_owned())
}

/// A second on the pump's clock, with its offset; null from the year 10000 on.
fn time(at: Option<PumpTime>, clock: PumpClock) -> Json {
    let shown =
        at.and_then(civil).map(|at| format!("{}{}", at.strftime("%Y-%m-%dT%H:%M:%S"), offset_text(clock)));
    shown.map_or(Json::Null, Json::Text)
}

/// `pump_clock`, or the clock of the time that stands for it.
fn clock_of(fields: &Fields<'_>, default: Moment) -> Result<PumpClock> {
    Ok(fields.maybe("pump_clock", read_clock)?.unwrap_or_else(|| default.clock()))
}

fn concentration(fields: &Fields<'_>, key: &'static str) -> Result<Concentration> {
    fields.required(key, "a strength such as \"500 ug/mL\"")?.amount()
}

fn volume(fields: &Fields<'_>, key: &'static str) -> Result<Volume> {
    fields.required(key, "a volume such as \"20 mL\"")?.amount()
}

fn moment(fields: &Fields<'_>, key: &'static str) -> Result<Moment> {
    fields.required(key, "a time with an offset")?.moment()
}

/// A catheter as a volume, or as a length and what it holds per cm.
fn catheter(fields: &Fields<'_>) -> Result<Quotient<Volume>> {
    let at = fields.required("catheter", "a volume, or length and per_cm")?;
    let Ok(parts) = at.fields() else {
        return Ok(at.amount::<Volume>()?.quotient());
    };
    let length: quantity::Length = parts.required("length", "a length such as \"80 cm\"")?.amount()?;
    let per: quantity::VolumePerLength = parts.required("per_cm", "such as \"0.0026 mL/cm\"")?.amount()?;
    parts.finish()?;
    Ok(length * per)
}

fn deliver(fields: &Fields<'_>) -> Result<Answer> {
    let program_at = fields.required("program", "a program")?;
    let strength = match fields.optional("concentration") {
        Some(at) => Strength::Known(at.amount()?, at.refuse(Problem::Zero)),
        None => {
            let accepted = "the strength, which a dose needs";
            Strength::Missing(fields.refuse("concentration", Problem::Missing { accepted }))
        }
    };
    let program = read_program(&program_at, &strength, Dialect::Contract)?.program;
    let start = moment(fields, "start")?;
    let clock = clock_of(fields, start)?;
    let curve = Curve::new(&program, start.on(clock), Delivery::Continuous);
    let mut answers = Vec::new();
    for query in fields.required("queries", "a list of questions")?.list()? {
        let question = query.fields()?;
        let answer = if let Some(window) = question.optional("volume_between") {
            let [from, to] = read_window(&window, clock)?;
            let volume = of(curve.delivered_by(to).volume()) - of(curve.delivered_by(from).volume());
            Json::object([("volume", value(Value::Volume(volume)))])
        } else {
            let accepted = "\"volume_between\" or \"time_of_volume\"";
            let Some(target) = question.optional("time_of_volume") else {
                return Err(question.refuse("volume_between", Problem::Missing { accepted }));
            };
            let target: Volume = target.amount()?;
            Json::object([("at", time(curve.time_of(target.quotient()), clock))])
        };
        question.finish()?;
        answers.push(answer);
    }
    Ok(Answer { fields: vec![("answers", Json::List(answers))], findings: Vec::new() })
}

/// Two times, the second not before the first.
fn read_window(at: &At<'_>, clock: PumpClock) -> Result<[PumpTime; 2]> {
    let [from_at, to_at] = at.pair()?;
    let (from, to) = (from_at.moment()?.on(clock), to_at.moment()?.on(clock));
    if to < from {
        return Err(to_at.refuse(Problem::Contradicts("must not be before the time in front of it")));
    }
    Ok([from, to])
}

fn forecast(fields: &Fields<'_>, protocol: &Protocol) -> Result<Answer> {
    let program_at = fields.required("program", "a program")?;
    let strength_at = fields.required("concentration", "a strength such as \"500 ug/mL\"")?;
    let strength: Concentration = strength_at.amount()?;
    let program = read_program(
        &program_at,
        &Strength::Known(strength, strength_at.refuse(Problem::Zero)),
        Dialect::Contract,
    )?
    .program;
    let filled = moment(fields, "filled_at")?;
    let fill = volume(fields, "fill")?;
    let alarm_volume = volume(fields, "alarm_volume")?;
    let accuracy = fields.maybe("accuracy", At::part)?;
    let stability_days = fields.maybe("stability_days", At::count)?;
    let lead_days = fields.maybe("lead_days", At::count)?;
    let service_ends = fields.maybe("service_ends", At::date)?;
    let next_visit = fields.maybe("next_visit", At::date)?;
    let clock = clock_of(fields, filled)?;

    let filled_at = filled.on(clock);
    let none = Quotient::ZERO;
    let mut twin = Twin::new(Delivery::Continuous, none, none, Concentration::ZERO);
    // The first two events of a twin are never out of order.
    let order = |_| fields.refuse("filled_at", Problem::Contradicts("is out of order"));
    twin.fill(filled_at, Volume::ZERO, fill, strength).map_err(order)?;
    twin.run(filled_at, &program).map_err(order)?;
    let input = ForecastInput {
        filled_at,
        found: false,
        alarm_volume,
        accuracy: accuracy.unwrap_or_else(|| protocol.refill.accuracy.value.clone()),
        stability_days: stability_days.unwrap_or_else(|| whole(&protocol.refill.stability_days)),
        lead_days: lead_days.unwrap_or_else(|| whole(&protocol.refill.lead_days)),
        service_ends,
        patient_bolus: None,
    };
    let result = twin::forecast(&twin, &input);
    let flow = of(program.week_flow());
    let dose = twin::volume_times(&flow, &of(strength.quotient()));
    let fields = vec![
        ("alarm_at", time(result.alarm_at, clock)),
        ("empty_at", time(result.empty_at, clock)),
        ("early_empty_at", time(result.early_empty_at, clock)),
        ("reserve_needed", value(Value::Volume(result.reserve_needed.clone()))),
        ("alarm_covers", Json::Flag(result.alarm_covers)),
        ("refill_by", result.refill_by.map_or(Json::Null, |by| Json::Text(by.date.to_string()))),
        ("limited_by", result.refill_by.map_or(Json::Null, |by| word(forecast::word(by.limit)))),
        ("dose_per_day", value(Value::Dose(dose))),
        ("flow_per_day", value(Value::Flow(flow))),
    ];
    Ok(Answer { fields, findings: forecast::findings(&input, &result, next_visit) })
}

fn bridge(fields: &Fields<'_>) -> Result<Answer> {
    let dead_volume: Volume = fields.required("dead_volume", "a volume such as \"0.348 mL\"")?.nonzero()?;
    let strength = |key| fields.required(key, "a strength such as \"500 ug/mL\"")?.nonzero::<Concentration>();
    let dose = |key| fields.required(key, "a dose such as \"200 ug/d\"")?.nonzero::<Dose>();
    let input = bridge::Input {
        dead_volume: of(dead_volume.quotient()),
        from: strength("from")?,
        to: strength("to")?,
        dose_before: dose("dose_before")?,
        dose_after: dose("dose_after")?,
    };
    let (result, findings) = bridge::bridge(&input);
    let Some(result) = result else {
        return Ok(Answer { fields: vec![("bridge", Json::Null)], findings });
    };
    let fields = vec![
        (
            "bridge",
            Json::object([
                ("flow", value(Value::Flow(result.flow))),
                ("duration", value(Value::Hours(result.duration))),
                ("programmed_dose", value(Value::Mass(result.programmed_dose))),
            ]),
        ),
        (
            "without_bridge",
            Json::object([
                ("dose", value(Value::Dose(result.without_dose))),
                ("ratio", value(Value::Number(result.without_ratio))),
                ("lasts", value(Value::Days(result.without_lasts))),
            ]),
        ),
        ("if_not_ended", Json::object([("dose", value(Value::Dose(result.not_ended_dose)))])),
    ];
    Ok(Answer { fields, findings })
}

fn prime(fields: &Fields<'_>) -> Result<Answer> {
    let input = prime::Input {
        tubing: volume(fields, "tubing")?,
        catheter: of(catheter(fields)?),
        concentration: concentration(fields, "concentration")?,
        pump_primed: fields.required("pump_primed", "true or false")?.flag()?,
        catheter_holds: fields
            .required("catheter_holds", "nothing, csf, drug or contrast")?
            .one_of(&CatheterHolds::WORDS)?,
    };
    let (result, findings) = prime::prime(&input);
    let fields = vec![
        ("volume", value(Value::Volume(result.volume))),
        ("dose", value(Value::Mass(result.dose))),
        ("without_drug", value(Value::Volume(result.without_drug))),
    ];
    Ok(Answer { fields, findings })
}

fn residual(fields: &Fields<'_>, protocol: &Protocol) -> Result<Answer> {
    let (fill, expected, measured) =
        (volume(fields, "fill")?, volume(fields, "expected")?, volume(fields, "measured")?);
    if expected > fill {
        return Err(fields.refuse("expected", Problem::Contradicts("must not be above the fill")));
    }
    let accuracy = fields.maybe("accuracy", At::part)?;
    let threshold = fields.maybe("threshold", At::amount)?;
    let input = residual::Input {
        fill,
        expected,
        measured,
        accuracy: accuracy.unwrap_or_else(|| protocol.refill.accuracy.value.clone()),
        threshold: threshold.unwrap_or_else(|| residual::threshold(protocol, fill)),
    };
    let (result, findings) = residual::residual(&input);
    let fields = vec![
        ("difference", value(Value::Volume(result.difference))),
        ("dispensed", value(Value::Volume(result.dispensed))),
        ("ratio", result.ratio.map_or(Json::Null, |ratio| value(Value::Number(ratio)))),
        ("class", word(result.class.word())),
        ("level", word(result.level.word())),
    ];
    Ok(Answer { fields, findings })
}

fn population(fields: &Fields<'_>) -> Result<Population> {
    fields.required("population", "spinal, cerebral or paediatric")?.one_of(&Population::WORDS)
}

fn titrate(fields: &Fields<'_>, protocol: &Protocol) -> Result<Answer> {
    let input = titrate::Input {
        population: population(fields)?,
        phase: fields.required("phase", "first-24h, titration or maintenance")?.one_of(&Phase::WORDS)?,
        dose: fields.required("dose", "a dose such as \"100 ug/d\"")?.nonzero()?,
        proposed: fields.required("proposed", "a dose such as \"130 ug/d\"")?.amount()?,
        hours_since_change: fields.required("hours_since_change", "a number of hours")?.hours()?,
        last_tolerated: fields.maybe("last_tolerated", At::amount)?,
    };
    let (result, findings) = titrate::titrate(protocol, &input);
    let fields = vec![
        ("low", value(Value::Dose(result.low))),
        ("high", value(Value::Dose(result.high))),
        ("change", value(Value::Number(result.change))),
    ];
    Ok(Answer { fields, findings })
}

fn screen(fields: &Fields<'_>, protocol: &Protocol) -> Result<Answer> {
    let population = population(fields)?;
    let small_child = fields.maybe("small_child", At::flag)?.unwrap_or(false);
    if small_child && population != Population::Paediatric {
        return Err(fields.refuse(
            "small_child",
            Problem::Contradicts("is true, which only the paediatric population has"),
        ));
    }
    let mut tests: Vec<screen::Test> = Vec::new();
    let mut first: Option<Moment> = None;
    for entry in fields.required("tests", "a list of tests")?.list()? {
        let test = entry.fields()?;
        let at = moment(&test, "at")?;
        if tests.last().is_some_and(|before| at.unix < before.at) {
            return Err(test.refuse("at", Problem::Contradicts("must not be before the test in front of it")));
        }
        first = first.or(Some(at));
        let dose: Mass = test.required("dose", "a dose such as \"50 ug\"")?.amount()?;
        tests.push(screen::Test {
            at: at.unix,
            dose,
            responded: test.required("responded", "true or false")?.flag()?,
            effect_hours: test.maybe("effect_hours", At::hours)?,
            adverse: test.maybe("adverse", At::flag)?.unwrap_or(false),
        });
        test.finish()?;
    }
    let now = moment(fields, "now")?;
    if tests.last().is_some_and(|last| now.unix < last.at) {
        return Err(fields.refuse("now", Problem::Contradicts("must not be before the last test")));
    }
    let clock = clock_of(fields, first.unwrap_or(now))?;
    let shown = |unix: i64| civil(clock.at(unix));
    let (result, findings) = screen::screen(protocol, small_child, &tests, now.unix, &shown);
    let fields = vec![
        ("verdict", word(result.verdict.word())),
        ("next_dose", result.next_dose.map_or(Json::Null, |dose| value(Value::mass(dose)))),
        ("not_before", time(result.not_before.map(|unix| clock.at(unix)), clock)),
        ("start_dose", result.start_dose.map_or(Json::Null, |dose| value(Value::Dose(dose)))),
    ];
    Ok(Answer { fields, findings })
}

/// A step of the timeline that has been read; programs must outlive the twin that borrows them.
enum Step {
    Fill { at: PumpTime, residual: Volume, volume: Volume, concentration: Concentration },
    Run { at: PumpTime, program: Box<Program> },
}

fn tip(fields: &Fields<'_>) -> Result<Answer> {
    let tubing = volume(fields, "tubing")?;
    let catheter = catheter(fields)?;
    let holds = concentration(fields, "holds")?;
    let timeline_at = fields.required("timeline", "a list of fills and programs")?;
    let entries = timeline_at.list()?;
    let Some(first) = entries.first() else {
        return Err(timeline_at.refuse(Problem::Length { found: 0, accepted: "at least one fill" }));
    };
    let first_at = moment(&first.fields()?, "at")?;
    let clock = clock_of(fields, first_at)?;
    let steps = timeline(&entries, clock)?;

    let begin = first_at.on(clock);
    let until = moment(fields, "until")?.on(clock);
    if until < begin {
        return Err(fields.refuse("until", Problem::Contradicts("must not be before the first time")));
    }
    let mut twin = Twin::new(Delivery::Continuous, tubing.quotient(), catheter, holds);
    for step in &steps {
        let (at, taken) = match step {
            Step::Fill { at, .. } | Step::Run { at, .. } if *at > until => (*at, Ok(())),
            Step::Fill { at, residual, volume, concentration } => {
                (*at, twin.fill(*at, *residual, *volume, *concentration))
            }
            Step::Run { at, program } => (*at, twin.run(*at, program)),
        };
        debug_assert!(taken.is_ok(), "the order of {at:?} has been checked");
    }
    let (mut received, mut programmed) = (Vec::new(), Vec::new());
    for window in fields.required("windows", "a list of pairs of times")?.list()? {
        let [from_at, to_at] = window.pair()?;
        let [from, to] = read_window(&window, clock)?;
        for (at, place) in [(from, &from_at), (to, &to_at)] {
            if at < begin || at > until {
                return Err(
                    place.refuse(Problem::Contradicts("must lie between the first time and \"until\""))
                );
            }
        }
        let tip = twin.received(from, to);
        received.push(Json::object([
            ("dose", value(Value::Mass(tip.drug))),
            ("volume", value(Value::Volume(tip.volume))),
        ]));
        programmed.push(Json::object([("dose", value(Value::Mass(twin.programmed(from, to))))]));
    }
    let findings = if twin.ran_empty_by(until) { vec![Finding::of(Rule::Empty)] } else { Vec::new() };
    let fields = vec![("received", Json::List(received)), ("programmed", Json::List(programmed))];
    Ok(Answer { fields, findings })
}

/// The timeline: in the order of time, a fill first.
fn timeline(entries: &[At<'_>], clock: PumpClock) -> Result<Vec<Step>> {
    let mut steps: Vec<Step> = Vec::with_capacity(entries.len());
    let mut before: Option<PumpTime> = None;
    let mut told: Option<(Concentration, InputError)> = None;
    for entry in entries {
        let step = entry.fields()?;
        let at = moment(&step, "at")?.on(clock);
        if before.is_some_and(|before| at < before) {
            return Err(
                step.refuse("at", Problem::Contradicts("must not be before the entry in front of it"))
            );
        }
        before = Some(at);
        if let Some(fill_at) = step.optional("fill") {
            let fill = fill_at.fields()?;
            let filled = volume(&fill, "volume")?;
            let strength_at = fill.required("concentration", "a strength such as \"500 ug/mL\"")?;
            let strength: Concentration = strength_at.amount()?;
            let residual = fill.maybe("residual", At::amount)?.unwrap_or(Volume::ZERO);
            if filled.is_zero() && residual.is_zero() {
                return Err(fill.refuse("volume", Problem::Zero));
            }
            fill.finish()?;
            told = Some((strength, strength_at.refuse(Problem::Zero)));
            steps.push(Step::Fill { at, residual, volume: filled, concentration: strength });
        } else if let Some((strength, zero)) = &told {
            let Some(program_at) = step.optional("program") else {
                return Err(step.refuse("fill", Problem::Missing { accepted: "a fill or a program" }));
            };
            let strength = Strength::Known(*strength, zero.clone());
            steps.push(Step::Run {
                at,
                program: Box::new(read_program(&program_at, &strength, Dialect::Contract)?.program),
            });
        } else {
            return Err(entry.refuse(Problem::Contradicts("must be a fill: the first entry fills the pump")));
        }
        step.finish()?;
    }
    Ok(steps)
}
