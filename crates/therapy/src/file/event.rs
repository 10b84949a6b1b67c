//! Events in a course file: each holds one report or one order.

use super::scored::scored;
use super::{Result, order, system};
use crate::Rule;
use crate::act::{
    Act, Confirmation, Event, Fill, Found, Interrogation, Method, PumpRecord, Report, Revision,
};
use crate::calculators::prime::CatheterHolds;
use crate::input::{At, Dialect, Fields, Problem, Strength, read_clock, read_program};
use catalogue::{Catalogue, Pump};
use pump::{AlarmKind, AlarmSound};
use quantity::{Concentration, Volume};
use std::collections::{BTreeMap, BTreeSet};

/// Reads lines one after the other: what it remembers of those before is what a line is checked against.
#[derive(Debug, Clone)]
pub struct LineReader {
    /// Model of the pump at this place of the record.
    model: Option<String>,
    /// Whether there is a pump at the top.
    has_pump: bool,
    /// Whether what the line holds is known: implanted, or found.
    known: bool,
    ids: BTreeSet<String>,
    /// Orders with their times.
    orders: BTreeMap<String, i64>,
    read: usize,
}

impl LineReader {
    /// At the first line of a record that begins with this pump, if with one.
    pub(super) fn new(pump: Option<&PumpRecord>) -> Self {
        Self {
            model: pump.map(|pump| pump.model.clone()),
            has_pump: pump.is_some(),
            known: false,
            ids: BTreeSet::new(),
            orders: BTreeMap::new(),
            read: 0,
        }
    }

    /// Reads the next line. After an error the reader has forgotten nothing and counts the line as not there, but for its
    /// id: go on with a copy made before.
    ///
    /// # Errors
    /// [`crate::input::InputError`] naming the field and what would be accepted.
    pub fn next(&mut self, entry: &At<'_>, catalogue: &Catalogue) -> Result<Event> {
        self.read += 1;
        let profile = self.model.as_deref().and_then(|model| catalogue.pump(model));
        let fields = entry.fields()?;
        let id_at = fields.optional("id");
        let id = id_at.as_ref().map(At::name).transpose()?.unwrap_or_else(|| format!("event-{}", self.read));
        if !self.ids.insert(id.clone()) {
            let place = id_at.unwrap_or_else(|| entry.clone());
            return Err(place.refuse(Problem::Contradicts("is the id of an earlier event")));
        }
        let event = Event {
            at: fields.required("at", "a time with an offset")?.moment()?,
            by: fields.maybe("by", At::name)?,
            reason: fields.maybe("reason", At::name)?,
            second: fields.maybe("second", At::name)?,
            act: act(entry, &fields, catalogue, profile)?,
            line: entry.line(),
            id,
        };
        fields.finish()?;
        match &event.act {
            Act::Order(_) => {
                self.orders.insert(event.id.clone(), event.at.unix);
            }
            Act::Report(
                Report::Confirmed(Confirmation { order, .. })
                | Report::Sent { order, .. }
                | Report::NotEntered { order },
            ) if self.orders.get(order).is_none_or(|ordered| *ordered > event.at.unix) => {
                if self.orders.contains_key(order) {
                    return Err(fields
                        .refuse("at", Problem::Contradicts("must not be before the order that it names")));
                }
                let accepted = match self.orders.is_empty() {
                    true => "the id of an order that stands before it; there is none".to_owned(),
                    false => format!("the id of an order that stands before it: {}", list(&self.orders)),
                };
                let key = match event.act {
                    Act::Report(Report::Confirmed(_)) => "confirmed",
                    Act::Report(Report::Sent { .. }) => "sent",
                    _ => "not-entered",
                };
                return Err(fields.refuse(key, Problem::NotOneOf { found: order.clone(), accepted }));
            }
            _ => {}
        }
        if !self.has_pump && needs_pump(&event.act) {
            return Err(
                entry.refuse(Problem::Contradicts("needs [pump] and [catheter] at the top of the file"))
            );
        }
        match &event.act {
            Act::Report(Report::Implanted { .. } | Report::Found(_)) => self.known = true,
            Act::Report(_) if needs_pump(&event.act) && !self.known => {
                let problem = "comes before \"implanted\" or \"found\": what the line holds is not known";
                return Err(entry.refuse(Problem::Contradicts(problem)));
            }
            _ => {}
        }
        if let Act::Report(Report::Revised(Revision { pump: Some(pump), .. })) = &event.act {
            self.model = Some(pump.model.clone());
        }
        Ok(event)
    }
}

pub(super) fn events(
    at: &At<'_>,
    catalogue: &Catalogue,
    pump: Option<&PumpRecord>,
) -> Result<(Vec<Event>, LineReader)> {
    let mut reader = LineReader::new(pump);
    let mut events: Vec<Event> = Vec::new();
    for entry in at.list()? {
        events.push(reader.next(&entry, catalogue)?);
    }
    // Late entries stand at their clinical time; equal times stay in the order of the file.
    events.sort_by_key(|event| event.at.unix);
    Ok((events, reader))
}

fn list(ids: &BTreeMap<String, i64>) -> String {
    ids.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Whether an act means anything without an implanted pump.
fn needs_pump(act: &Act) -> bool {
    match act {
        Act::Order(order) => order.refill.is_some() || order.program.is_some(),
        Act::Report(report) => !matches!(
            report,
            Report::Screened { .. }
                | Report::Scored(_)
                | Report::VisitBooked { .. }
                | Report::SideEffect { .. }
                | Report::NotEntered { .. }
                | Report::Closed { .. }
        ),
    }
}

const ACTS: &str = "exactly one of: order, screened, implanted, found, filled, interrogated, sent, confirmed, \
                    not-entered, alarm, gap, mri, mri-checked, aspirated, injected, revised, scored, visit, side-effect, travelled, \
                    closed";

fn act(entry: &At<'_>, fields: &Fields<'_>, catalogue: &Catalogue, profile: Option<&Pump>) -> Result<Act> {
    let mut acts: Vec<(At<'_>, Act)> = Vec::new();
    if let Some(at) = fields.optional("order") {
        let order = order::order(&at, profile)?;
        acts.push((at, Act::Order(Box::new(order))));
    }
    for (key, read) in REPORTS {
        if let Some(at) = fields.optional(key) {
            let report = read(&at, catalogue)?;
            acts.push((at, Act::Report(report)));
        }
    }
    if acts.len() > 1 {
        return Err(entry.refuse(Problem::Length { found: acts.len(), accepted: ACTS }));
    }
    acts.pop().map(|(_, act)| act).ok_or_else(|| entry.refuse(Problem::WrongType { accepted: ACTS }))
}

type Read = fn(&At<'_>, &Catalogue) -> Result<Report>;

const REPORTS: [(&str, Read); 20] = [
    ("screened", screened),
    ("implanted", implanted),
    ("found", found),
    ("filled", filled),
    ("interrogated", interrogated),
    ("sent", sent),
    ("confirmed", confirmed),
    ("not-entered", not_entered),
    ("alarm", alarm),
    ("gap", gap),
    ("mri", mri),
    ("mri-checked", mri_checked),
    ("aspirated", aspirated),
    ("injected", injected),
    ("revised", revised),
    ("scored", scored),
    ("visit", visit),
    ("side-effect", side_effect),
    ("travelled", travelled),
    ("closed", closed),
];

fn screened(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::Screened {
        dose: fields.required("dose", "a dose such as \"50 ug\"")?.nonzero()?,
        responded: fields.required("responded", "true or false")?.flag()?,
        effect: fields.maybe("effect", At::amount)?,
        adverse: fields.maybe("adverse", At::flag)?.unwrap_or(false),
    };
    fields.finish()?;
    Ok(report)
}

fn holds(fields: &Fields<'_>) -> Result<CatheterHolds> {
    fields.required("catheter-holds", "nothing, csf, drug or contrast")?.one_of(&CatheterHolds::WORDS)
}

fn implanted(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::Implanted {
        pump_primed: fields.required("pump-primed", "true or false")?.flag()?,
        catheter_holds: holds(&fields)?,
        primed_with: fields.maybe("primed-with", At::amount)?,
    };
    fields.finish()?;
    Ok(report)
}

fn strength(fields: &Fields<'_>) -> Result<(Concentration, Strength)> {
    let at = fields.required("concentration", "a strength such as \"500 ug/mL\"")?;
    let concentration = at.nonzero()?;
    Ok((concentration, Strength::Known(concentration, at.refuse(Problem::Zero))))
}

fn found(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let (concentration, strength) = strength(&fields)?;
    let run = read_program(&fields.required("run", "the program that runs")?, &strength, Dialect::Course)?;
    let report = Report::Found(Box::new(Found {
        run: run.program,
        mode: run.mode,
        drug: fields.required("drug", "a product of the catalogue, or its name")?.name()?,
        concentration,
        reservoir: fields.required("reservoir", "the volume that the programmer shows")?.amount()?,
        filled: fields.maybe("filled", At::date)?,
    }));
    fields.finish()?;
    Ok(report)
}

fn filled(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::Filled(Fill {
        drug: fields.required("drug", "a product of the catalogue, or its name")?.name()?,
        concentration: strength(&fields)?.0,
        volume: fields.required("volume", "a volume such as \"20 mL\"")?.nonzero()?,
        withdrawn: fields.maybe("withdrawn", At::amount)?,
        left: left(&fields)?,
        lot: fields.maybe("lot", At::name)?,
        expires: fields.maybe("expires", At::date)?,
        alarm_volume: fields.maybe("alarm-volume", At::amount)?,
    });
    fields.finish()?;
    Ok(report)
}

/// What stayed in the reservoir; a rinsed one holds nothing.
fn left(fields: &Fields<'_>) -> Result<Volume> {
    let left = fields.maybe("left", At::amount::<Volume>)?;
    let rinsed = fields.maybe("rinsed", At::flag)?.unwrap_or(false);
    match left {
        Some(left) if rinsed && !left.is_zero() => Err(fields
            .refuse("rinsed", Problem::Contradicts("is true, but \"left\" says that something stayed in"))),
        left => Ok(left.unwrap_or(Volume::ZERO)),
    }
}

fn interrogated(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::Interrogated(Interrogation {
        serial: fields.maybe("serial", At::name)?,
        running: fields.required("running", "true or false")?.flag()?,
        tubing: fields.maybe("tubing", At::amount)?,
        elective_replacement: fields.maybe("elective-replacement", At::date)?,
        replace_by: fields.maybe("replace-by", At::date)?,
        clock: fields.maybe("clock", read_clock)?,
    });
    fields.finish()?;
    Ok(report)
}

fn confirmed(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    const METHODS: [(&str, Method); 2] = [("telemetry", Method::Telemetry), ("read-back", Method::ReadBack)];
    let report = Report::Confirmed(Confirmation {
        order: fields.required("order", "the id of an order")?.name()?,
        method: fields.required("method", "telemetry or read-back")?.one_of(&METHODS)?,
        drug: fields.maybe("drug", At::name)?,
        concentration: strength(&fields)?.0,
        mode: fields.required("mode", "the mode read back, such as \"continuous\"")?.name()?,
        total: fields.required("total", "the 24-hour dose read back, such as \"200 ug/d\"")?.amount()?,
        alarm_date: fields.maybe("alarm-date", At::date)?,
        running: fields.required("running", "true or false")?.flag()?,
    });
    fields.finish()?;
    Ok(report)
}

fn sent(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::Sent {
        order: fields.required("order", "the id of an order")?.name()?,
        digest: fields.required("digest", "what the pump names the order by")?.name()?,
        counter: fields.required("counter", "a whole number")?.count()?.into(),
    };
    fields.finish()?;
    Ok(report)
}

fn not_entered(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::NotEntered { order: fields.required("order", "the id of an order")?.name()? };
    fields.finish()?;
    Ok(report)
}

const KINDS: [(&str, AlarmKind); 9] = [
    ("low-reservoir", AlarmKind::LowReservoir),
    ("empty-reservoir", AlarmKind::EmptyReservoir),
    ("elective-replacement", AlarmKind::ElectiveReplacement),
    ("end-of-service", AlarmKind::EndOfService),
    ("motor-stall", AlarmKind::MotorStall),
    ("stopped-too-long", AlarmKind::StoppedTooLong),
    ("memory-error-minor", AlarmKind::MemoryErrorMinor),
    ("memory-error-critical", AlarmKind::MemoryErrorCritical),
    ("low-battery-reset", AlarmKind::LowBatteryReset),
];

/// The word of an alarm kind.
pub fn alarm_word(kind: AlarmKind) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("", |(word, _)| word)
}

fn alarm(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    const SOUNDS: [(&str, AlarmSound); 2] =
        [("single-tone", AlarmSound::SingleTone), ("two-tone", AlarmSound::TwoTone)];
    let fields = at.fields()?;
    let report = Report::Alarm {
        kind: fields.maybe("kind", |at| at.one_of(&KINDS))?,
        sound: fields.maybe("sound", |at| at.one_of(&SOUNDS))?,
    };
    fields.finish()?;
    Ok(report)
}

fn gap(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let from = fields.maybe("from", At::moment)?;
    let until_at = fields.optional("until");
    let until = until_at.as_ref().map(At::moment).transpose()?;
    if let (Some(from), Some(until), Some(place)) = (from, until, until_at)
        && until.unix < from.unix
    {
        return Err(place.refuse(Problem::Contradicts("must not be before \"from\"")));
    }
    let report = Report::Gap { from, until, cause: fields.required("cause", "why nothing flowed")?.name()? };
    fields.finish()?;
    Ok(report)
}

fn mri(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    at.fields()?.finish()?;
    Ok(Report::Mri)
}

fn mri_checked(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::MriChecked { running: fields.required("running", "true or false")?.flag()? };
    fields.finish()?;
    Ok(report)
}

fn aspirated(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::Aspirated { volume: fields.required("volume", "what was aspirated")?.amount()? };
    fields.finish()?;
    Ok(report)
}

fn injected(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::Injected {
        what: fields.required("what", "what was injected")?.name()?,
        aspirated_first: fields.required("aspirated-first", "true or false")?.flag()?,
        catheter_holds: holds(&fields)?,
    };
    fields.finish()?;
    Ok(report)
}

fn revised(at: &At<'_>, catalogue: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::Revised(Revision {
        pump: fields.maybe("pump", |at| system::pump(at, catalogue))?,
        catheter: fields.maybe("catheter", |at| system::catheter(at, catalogue))?,
        under_delivery: fields.required("under-delivery", "true or false")?.flag()?,
        pump_primed: fields.required("pump-primed", "true or false")?.flag()?,
        catheter_holds: holds(&fields)?,
        primed_with: fields.maybe("primed-with", At::amount)?,
    });
    fields.finish()?;
    Ok(report)
}

fn visit(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::VisitBooked { on: fields.required("on", "a date")?.date()? };
    fields.finish()?;
    Ok(report)
}

fn side_effect(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let report = Report::SideEffect { what: fields.required("what", "what was seen")?.name()? };
    fields.finish()?;
    Ok(report)
}

fn travelled(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let hours = fields.required("hours", "local time less the pump's clock, in hours")?;
    let accepted = "a number of hours from -24 to 24";
    let report = Report::Travelled {
        hours: hours
            .number(accepted, |hours| *hours >= twin::RBig::from(-24) && *hours <= twin::RBig::from(24))?,
    };
    fields.finish()?;
    Ok(report)
}

fn closed(at: &At<'_>, _: &Catalogue) -> Result<Report> {
    let fields = at.fields()?;
    let rule_at = fields.required("rule", "the id of a rule")?;
    let id = rule_at.name()?;
    let accepted = "the id of a rule, such as \"MRI-TASK\"".to_owned();
    let rule = Rule::by_id(&id).ok_or_else(|| rule_at.refuse(Problem::NotOneOf { found: id, accepted }))?;
    let report = Report::Closed { rule, why: fields.required("why", "how it was dealt with")?.name()? };
    fields.finish()?;
    Ok(report)
}
