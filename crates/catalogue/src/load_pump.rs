//! Reading a pump.

use crate::cite::{Cited, Disagreement};
use crate::decimal::Decimal;
use crate::device::{
    Alarm, BaclofenLabel, Delivery, Mechanism, MriRule, MriStatus, PatientBolusDevice, Pump, RegionalMri,
    TubingVolume,
};
use crate::error::CatalogueError;
use crate::read::{Readable, Reader, count, word};
use pump::{AlarmClass, AlarmKind, AlarmSound};
use quantity::Volume;
use toml::Value;

type Result<T> = core::result::Result<T, CatalogueError>;

const MECHANISMS: [(&str, Mechanism); 4] = [
    ("peristaltic", Mechanism::Peristaltic),
    ("valve-accumulator", Mechanism::ValveAccumulator),
    ("constant-flow", Mechanism::ConstantFlow),
    ("other", Mechanism::Other),
];

const ALARM_KINDS: [(&str, AlarmKind); 9] = [
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

const ALARM_CLASSES: [(&str, AlarmClass); 2] =
    [("non-critical", AlarmClass::NonCritical), ("critical", AlarmClass::Critical)];

const ALARM_SOUNDS: [(&str, AlarmSound); 2] =
    [("single-tone", AlarmSound::SingleTone), ("two-tone", AlarmSound::TwoTone)];

const MRI_STATUSES: [(&str, MriStatus); 2] =
    [("conditional", MriStatus::Conditional), ("unsafe", MriStatus::Unsafe)];

/// [`Delivery`] without its volume, which stands behind a key of its own.
#[derive(Clone, Copy)]
enum DeliveryWord {
    Continuous,
    Strokes,
    NotProgrammable,
    NotFound,
}

const DELIVERIES: [(&str, DeliveryWord); 4] = [
    ("continuous", DeliveryWord::Continuous),
    ("strokes", DeliveryWord::Strokes),
    ("not-programmable", DeliveryWord::NotProgrammable),
    ("not-found", DeliveryWord::NotFound),
];

/// Reads one pump, its family's keys included.
pub(crate) fn pump(reader: &mut Reader<'_>) -> Result<Pump> {
    let pump = Pump {
        id: reader.required("id", String::read)?,
        family: reader.required("family", String::read)?,
        name: reader.required("name", String::read)?,
        maker: reader.optional("maker", String::read)?,
        models: reader.texts("models")?,
        reservoir: reader.cited("reservoir")?,
        mechanism: reader.required("mechanism", |value| word(&MECHANISMS, value))?,
        delivery: delivery(reader)?,
        programmable: reader.required("programmable", bool::read)?,
        accuracy: reader.cited_by("accuracy", share)?,
        flow_min: reader.cited("flow_min")?,
        flow_max: reader.cited("flow_max")?,
        minimum_rate: reader.cited("minimum_rate")?,
        flow_step: reader.cited("flow_step")?,
        factory_flows: reader.cited_list("factory_flows")?,
        flex_changes_per_day_max: counted(reader, "flex_changes_per_day_max", "per day")?,
        tubing: tubing(reader)?,
        life_max_months: counted(reader, "life_max_months", "months")?,
        life_typical: reader.cited("life_typical")?,
        eri_to_eos_days: counted(reader, "eri_to_eos_days", "days")?,
        replacement_lead_months: counted(reader, "replacement_lead_months", "months")?,
        baclofen: baclofen(reader)?,
        implant_depth_max: reader.cited("implant_depth_max")?,
        patient_bolus: patient_bolus(reader)?,
        alarms: alarms(reader)?,
        mri: mri(reader)?,
        pressure_temperature: reader.facts("pressure_temperature")?,
        refill: reader.facts("refill")?,
        stopped_critical_after_hours: counted(reader, "stopped_critical_after_hours", "h")?,
        low_reservoir_calculated: reader.cited_flag("low_reservoir_calculated")?,
        alarm_volumes: reader.cited_list("alarm_volumes")?,
        facts: reader.facts("facts")?,
        disagreements: disagreements(reader)?,
    };
    in_order(reader, "flow_min", pump.flow_min.as_ref(), "flow_max", pump.flow_max.as_ref())?;
    Ok(pump)
}

fn counted(reader: &mut Reader<'_>, key: &'static str, unit: &str) -> Result<Option<Cited<u32>>> {
    reader.cited_by(key, |value| count(&[unit], value))
}

/// A share of the programmed flow: below 1, so that a percentage typed by mistake is refused.
fn share(value: &Value) -> core::result::Result<Decimal, String> {
    let share = Decimal::read(value)?;
    if share.numerator() < share.denominator() {
        Ok(share)
    } else {
        Err("accepted: a share below 1, such as \"0.145\" for 14.5 %".to_owned())
    }
}

/// A stroke of nothing would divide by zero later.
fn stroke_volume(value: &Value) -> core::result::Result<Volume, String> {
    let volume = Volume::read(value)?;
    if volume.is_zero() { Err("accepted: a volume above zero".to_owned()) } else { Ok(volume) }
}

fn delivery(reader: &mut Reader<'_>) -> Result<Delivery> {
    let delivery = reader.required("delivery", |value| word(&DELIVERIES, value))?;
    Ok(match delivery {
        DeliveryWord::Continuous => Delivery::Continuous,
        // Asked for here alone, so that a stroke volume elsewhere is an unknown key.
        DeliveryWord::Strokes => {
            Delivery::Strokes { volume: reader.cited_required("stroke_volume", stroke_volume)? }
        }
        DeliveryWord::NotProgrammable => Delivery::NotProgrammable,
        DeliveryWord::NotFound => Delivery::NotFound,
    })
}

fn in_order<T: PartialOrd>(
    reader: &Reader<'_>,
    low_key: &str,
    low: Option<&Cited<T>>,
    high_key: &str,
    high: Option<&Cited<T>>,
) -> Result<()> {
    match (low, high) {
        (Some(low), Some(high)) if low.value > high.value => Err(CatalogueError::Contradiction {
            place: reader.at(low_key),
            accepted: format!("{low_key} must not be above {high_key}"),
        }),
        _ => Ok(()),
    }
}

fn tubing(reader: &mut Reader<'_>) -> Result<Vec<TubingVolume>> {
    let mut versions: Vec<TubingVolume> = Vec::new();
    for mut inner in reader.children("tubing")? {
        let version = TubingVolume {
            value: inner.cited_here(Volume::read)?,
            applies: inner.required("applies", String::read)?,
            current: inner.required("current", bool::read)?,
        };
        if version.current && versions.iter().any(|other| other.current) {
            let accepted = "one version is current".to_owned();
            return Err(CatalogueError::Contradiction { place: inner.at("current"), accepted });
        }
        inner.finish()?;
        versions.push(version);
    }
    Ok(versions)
}

fn baclofen(reader: &mut Reader<'_>) -> Result<Option<BaclofenLabel>> {
    let Some(mut inner) = reader.child("baclofen")? else { return Ok(None) };
    let label = BaclofenLabel {
        indicated: inner.cited_required("indicated", bool::read)?,
        concentration_min: inner.cited("concentration_min")?,
        concentration_max: inner.cited("concentration_max")?,
        age_min_years: counted(&mut inner, "age_min_years", "years")?,
        note: inner.optional("note", String::read)?,
    };
    let (low, high) = (label.concentration_min.as_ref(), label.concentration_max.as_ref());
    in_order(&inner, "concentration_min", low, "concentration_max", high)?;
    inner.finish()?;
    Ok(Some(label))
}

fn patient_bolus(reader: &mut Reader<'_>) -> Result<Option<PatientBolusDevice>> {
    let Some(mut inner) = reader.child("patient_bolus")? else { return Ok(None) };
    let device = PatientBolusDevice {
        name: inner.required("name", String::read)?,
        models: inner.texts("models")?,
        for_baclofen: inner.cited_flag("for_baclofen")?,
        lockout_min: inner.cited("lockout_min")?,
        lockout_max: inner.cited("lockout_max")?,
        limits: inner.texts("limits")?,
        next_refill_volume: inner.cited("next_refill_volume")?,
        facts: inner.facts("facts")?,
    };
    let (low, high) = (device.lockout_min.as_ref(), device.lockout_max.as_ref());
    in_order(&inner, "lockout_min", low, "lockout_max", high)?;
    inner.finish()?;
    Ok(Some(device))
}

/// One table may name several kinds that sound alike; each becomes an alarm of its own.
fn alarms(reader: &mut Reader<'_>) -> Result<Vec<Alarm>> {
    let mut alarms: Vec<Alarm> = Vec::new();
    for mut inner in reader.children("alarms")? {
        let names = inner.texts("kinds")?;
        let class = inner.required("class", |value| word(&ALARM_CLASSES, value))?;
        let sound = inner.required("sound", |value| word(&ALARM_SOUNDS, value))?;
        let duration = inner.cited("duration")?;
        let cadence = inner.cited("cadence")?;
        let (grade, sources) = inner.evidence(names.join(", "))?;
        for name in names {
            let place = inner.at("kinds");
            let kind = word(&ALARM_KINDS, &Value::String(name.clone()));
            let refusal = |accepted| CatalogueError::NotAccepted {
                place: place.clone(),
                found: name.clone(),
                accepted,
            };
            let kind = kind.map_err(refusal)?;
            if alarms.iter().any(|alarm| alarm.kind == kind) {
                return Err(CatalogueError::Duplicate { place, id: name });
            }
            let (duration, cadence, sources) = (duration.clone(), cadence.clone(), sources.clone());
            alarms.push(Alarm { kind, class, sound, duration, cadence, grade, sources });
        }
        inner.finish()?;
    }
    Ok(alarms)
}

fn mri(reader: &mut Reader<'_>) -> Result<Option<MriRule>> {
    let Some(mut inner) = reader.child("mri")? else { return Ok(None) };
    let (before, after) = (inner.texts("before")?, inner.texts("after")?);
    let (grade, sources) = inner.evidence([before.as_slice(), after.as_slice()].concat().join(" "))?;
    let rule = MriRule {
        before,
        after,
        field_tesla_max: inner.cited("field_tesla_max")?,
        empty_first: inner.cited_flag("empty_first")?,
        interrogate_after: inner.cited_flag("interrogate_after")?,
        reset_valve_after: inner.cited_flag("reset_valve_after")?,
        restart_delay_hours: inner.cited("restart_delay_hours")?,
        residual_discharge: inner.cited("residual_discharge")?,
        telemetry_trap: inner.optional("telemetry_trap", bool::read)?.unwrap_or(false),
        status: regional(&mut inner)?,
        facts: inner.facts("facts")?,
        grade,
        sources,
    };
    inner.finish()?;
    Ok(Some(rule))
}

fn regional(reader: &mut Reader<'_>) -> Result<Vec<RegionalMri>> {
    let mut all = Vec::new();
    for mut inner in reader.children("status")? {
        let region = inner.optional("region", String::read)?;
        let status = inner.cited_here(|value| word(&MRI_STATUSES, value))?;
        inner.finish()?;
        all.push(RegionalMri { region, status });
    }
    Ok(all)
}

fn disagreements(reader: &mut Reader<'_>) -> Result<Vec<Disagreement>> {
    let mut all = Vec::new();
    for mut inner in reader.children("disagreements")? {
        let disagreement = Disagreement {
            field: inner.required("field", String::read)?,
            text: inner.required("text", String::read)?,
            values: inner.cited_list("values")?,
            sources: inner.sources()?,
            configurable: inner.optional("configurable", bool::read)?.unwrap_or(false),
        };
        inner.finish()?;
        all.push(disagreement);
    }
    Ok(all)
}
