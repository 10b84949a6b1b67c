//! Pumps as entries.

use super::entry::{Entry, Shown};
use catalogue::{Catalogue, Decimal, Delivery, Mechanism, MriRule, MriStatus, PatientBolusDevice, Pump};
use pump::{AlarmClass, AlarmKind, AlarmSound};
use therapy::Value;

/// A pump.
pub fn entry(catalogue: &Catalogue, pump: &Pump) -> Entry {
    let months = |months: &u32| format!("{months} months");
    let accuracy = |part: &Decimal| format!("±{}", percent(*part));
    let entry = Entry::new(&pump.id, &pump.name)
        .plain("maker", "maker", pump.maker.clone())
        .list("models", "models", &pump.models)
        .cited("reservoir", "reservoir", pump.reservoir.as_ref())
        .plain("mechanism", "mechanism", Some(mechanism(pump.mechanism)));
    let entry = match &pump.delivery {
        Delivery::Continuous => entry.plain("delivery", "delivery", Some("nearly continuous")),
        Delivery::Strokes { volume } => {
            entry.cited_as("delivery", "delivery", Some(volume), |volume| format!("strokes of {volume}"))
        }
        Delivery::NotProgrammable => entry.plain("delivery", "delivery", Some("one factory flow")),
        Delivery::NotFound => entry.plain("delivery", "delivery", Some("not found")),
    };
    let mut entry = entry
        .plain("programmable", "programmable", Some(pump.programmable))
        .cited_as("accuracy", "accuracy of flow", pump.accuracy.as_ref(), accuracy)
        .cited("flow_min", "smallest flow", pump.flow_min.as_ref())
        .cited("flow_max", "largest flow", pump.flow_max.as_ref())
        .cited("minimum_rate", "minimum rate", pump.minimum_rate.as_ref())
        .cited("flow_step", "step of flow", pump.flow_step.as_ref());
    for flow in &pump.factory_flows {
        entry = entry.cited("factory_flow", "factory flow", Some(flow));
    }
    entry =
        entry.cited("flex_changes_per_day_max", "flex changes a day", pump.flex_changes_per_day_max.as_ref());
    for tubing in &pump.tubing {
        let current = if tubing.current { "current" } else { "no longer current" };
        let words = |volume: &quantity::Volume| format!("{volume}, {current}: {}", tubing.applies);
        entry = entry.cited_as("tubing", "inner tubing", Some(&tubing.value), words);
    }
    for volume in &pump.alarm_volumes {
        entry = entry.cited("alarm_volume", "alarm volume advised", Some(volume));
    }
    let hours = |hours: &u32| format!("{hours} h");
    entry = entry
        .cited(
            "low_reservoir_calculated",
            "low-reservoir alarm calculated",
            Some(&pump.low_reservoir_calculated),
        )
        .part("Service")
        .cited_as("life_max_months", "longest life", pump.life_max_months.as_ref(), months)
        .cited("life_typical", "usual life", pump.life_typical.as_ref())
        .cited_as("eri_to_eos_days", "indicator to end of service", pump.eri_to_eos_days.as_ref(), |days| {
            format!("{days} days")
        })
        .cited_as("replacement_lead_months", "plan ahead by", pump.replacement_lead_months.as_ref(), months)
        .cited("implant_depth_max", "greatest implant depth", pump.implant_depth_max.as_ref())
        .cited_as(
            "stopped_critical_after_hours",
            "stopped is critical after",
            pump.stopped_critical_after_hours.as_ref(),
            hours,
        );
    if let Some(label) = &pump.baclofen {
        let years = |years: &u32| format!("{years} years");
        entry = entry
            .part("Baclofen on the label")
            .cited("baclofen_indicated", "indicated", Some(&label.indicated))
            .cited("baclofen_concentration_min", "smallest strength", label.concentration_min.as_ref())
            .cited("baclofen_concentration_max", "largest strength", label.concentration_max.as_ref())
            .cited_as("baclofen_age_min_years", "youngest age", label.age_min_years.as_ref(), years)
            .plain("baclofen_note", "note", label.note.clone());
    }
    if let Some(device) = &pump.patient_bolus {
        entry = patient_bolus(entry, device);
    }
    entry = entry.part("Alarms");
    for alarm in &pump.alarms {
        let kind = alarm_kind(alarm.kind);
        let words = format!("{}, {}", alarm_class(alarm.class), alarm_sound(alarm.sound));
        entry = entry.stated("alarm", kind, &words, alarm.grade, &alarm.sources);
        entry = entry
            .cited_as("alarm_duration", "", alarm.duration.as_ref(), |span| format!("sounds for {span}"));
        entry =
            entry.cited_as("alarm_cadence", "", alarm.cadence.as_ref(), |span| format!("again after {span}"));
    }
    if let Some(mri) = &pump.mri {
        entry = magnetic_resonance(entry, mri);
    }
    entry
        .part("Pressure and temperature")
        .facts("pressure_temperature", &pump.pressure_temperature)
        .part("Refill")
        .facts("refill", &pump.refill)
        .part("What else is known")
        .facts("fact", &pump.facts)
        .part("Where sources do not agree")
        .disagreements(&pump.disagreements)
        .part("Recalls and notices")
        .recalls(&catalogue.recalls_for(&pump.id, None, None))
}

fn patient_bolus(entry: Entry, device: &PatientBolusDevice) -> Entry {
    entry
        .part("Patient bolus")
        .plain("patient_bolus", "device", Some(device.name.clone()))
        .list("patient_bolus_models", "models", &device.models)
        .cited("patient_bolus_for_baclofen", "for baclofen", Some(&device.for_baclofen))
        .cited("patient_bolus_lockout_min", "shortest lockout", device.lockout_min.as_ref())
        .cited("patient_bolus_lockout_max", "longest lockout", device.lockout_max.as_ref())
        .list("patient_bolus_limits", "prescriber limits", &device.limits)
        .cited("patient_bolus_next_refill_volume", "next refill at", device.next_refill_volume.as_ref())
        .facts("patient_bolus_fact", &device.facts)
}

fn magnetic_resonance(entry: Entry, mri: &MriRule) -> Entry {
    let mut entry = entry.part("Magnetic resonance imaging");
    for status in &mri.status {
        let region = status.region.as_deref().unwrap_or("region not named");
        entry = entry.cited("mri_status", &format!("label, {region}"), Some(&status.status));
    }
    for (field, label, steps) in [("mri_before", "before", &mri.before), ("mri_after", "after", &mri.after)] {
        for step in steps {
            entry = entry.stated(field, label, step, mri.grade, &mri.sources);
        }
    }
    let trap = "telemetry mode can keep infusion off until the pump is read";
    entry
        .cited_as("mri_field_tesla_max", "strongest field", mri.field_tesla_max.as_ref(), |field| {
            format!("{field} T")
        })
        .cited("mri_empty_first", "empty the reservoir first", Some(&mri.empty_first))
        .cited("mri_interrogate_after", "interrogate afterwards", Some(&mri.interrogate_after))
        .cited("mri_reset_valve_after", "reset the valve afterwards", Some(&mri.reset_valve_after))
        .cited("mri_restart_delay_hours", "motor runs again after", mri.restart_delay_hours.as_ref())
        .cited("mri_residual_discharge", "may discharge up to", mri.residual_discharge.as_ref())
        .plain("mri_telemetry_trap", "trap", mri.telemetry_trap.then_some(trap))
        .facts("mri_fact", &mri.facts)
}

impl Shown for MriStatus {
    fn people(&self) -> String {
        match self {
            Self::Conditional => "MR conditional",
            Self::Unsafe => "MR unsafe",
        }
        .to_owned()
    }
}

fn percent(part: Decimal) -> String {
    Value::Percent(twin::ratio(part.numerator().into(), part.denominator().into())).to_string()
}

const fn mechanism(mechanism: Mechanism) -> &'static str {
    match mechanism {
        Mechanism::Peristaltic => "rollers squeeze a tube",
        Mechanism::ValveAccumulator => "valves and an accumulator",
        Mechanism::ConstantFlow => "gas pressure through a restrictor",
        Mechanism::Other => "something else, or not found",
    }
}

const fn alarm_kind(kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::LowReservoir => "low reservoir",
        AlarmKind::EmptyReservoir => "empty reservoir",
        AlarmKind::ElectiveReplacement => "elective replacement",
        AlarmKind::EndOfService => "end of service",
        AlarmKind::MotorStall => "motor stall",
        AlarmKind::StoppedTooLong => "stopped too long",
        AlarmKind::MemoryErrorMinor => "memory error, minor",
        AlarmKind::MemoryErrorCritical => "memory error, critical",
        AlarmKind::LowBatteryReset => "low-battery reset",
    }
}

const fn alarm_class(class: AlarmClass) -> &'static str {
    match class {
        AlarmClass::NonCritical => "not critical: call the clinic",
        AlarmClass::Critical => "critical: drug may no longer flow, call now",
    }
}

const fn alarm_sound(sound: AlarmSound) -> &'static str {
    match sound {
        AlarmSound::SingleTone => "one tone",
        AlarmSound::TwoTone => "two tones",
    }
}
