//! Orders in a course file.

use super::Result;
use crate::achieve;
use crate::act::{Order, ProgramOrder, RefillOrder, ScreeningCheck, ScreeningOrder};
use crate::input::{At, Dialect, Kind, Problem, Strength, read_program};
use catalogue::Pump;
use pump::{PatientBolus, Program};
use quantity::{Concentration, Dose, Mass, Span};

/// An order; what a program order achieves depends on the pump's profile.
pub(super) fn order(at: &At<'_>, profile: Option<&Pump>) -> Result<Order> {
    let fields = at.fields()?;
    let order = Order {
        screening_dose: fields.maybe("screening-dose", screening)?,
        refill: fields.maybe("refill", refill)?,
        program: fields.maybe("program", |at| program(at, profile))?,
    };
    fields.finish()?;
    if order.screening_dose.is_none() && order.refill.is_none() && order.program.is_none() {
        let accepted = "at least one of \"screening-dose\", \"refill\" and \"program\"";
        return Err(at.refuse(Problem::WrongType { accepted }));
    }
    Ok(order)
}

fn screening(at: &At<'_>) -> Result<ScreeningOrder> {
    let fields = at.fields()?;
    let dose = fields.required("dose", "a dose such as \"50 ug\"")?.nonzero()?;
    let mut checks = Vec::new();
    if let Some(checked) = fields.optional("checks") {
        let given = checked.fields()?;
        for (key, check) in ScreeningCheck::WORDS {
            checks.extend(given.maybe(key, At::flag)?.map(|good| (check, good)));
        }
        given.finish()?;
    }
    fields.finish()?;
    Ok(ScreeningOrder { dose, checks })
}

fn refill(at: &At<'_>) -> Result<RefillOrder> {
    let fields = at.fields()?;
    let order = RefillOrder {
        drug: fields.required("drug", "a product of the catalogue, or its name")?.name()?,
        concentration: fields.required("concentration", "a strength such as \"500 ug/mL\"")?.nonzero()?,
        volume: fields.required("volume", "a volume such as \"20 mL\"")?.nonzero()?,
    };
    fields.finish()?;
    Ok(order)
}

fn program(at: &At<'_>, profile: Option<&Pump>) -> Result<ProgramOrder> {
    let fields = at.fields()?;
    let concentration_at = fields.required("concentration", "the strength that the programmer is given")?;
    let concentration: Concentration = concentration_at.nonzero()?;
    let strength = Strength::Known(concentration, concentration_at.refuse(Problem::Zero));
    let run_at = fields.required("run", "the program")?;
    let run = read_program(&run_at, &strength, Dialect::Course)?;
    let patient_bolus = fields.maybe("patient-bolus", |at| patient_bolus(at, concentration))?;
    let asked = with_patient_bolus(run.program, patient_bolus);
    let achieved = profile.map_or_else(|| Ok(asked.clone()), |profile| achieve::achieved(&asked, profile));
    let order = ProgramOrder {
        achieved: achieved.map_err(|error| run_at.refuse(Problem::Program(error)))?,
        run: asked,
        mode: run.mode,
        concentration,
        total: fields.maybe("total", total)?,
        serial: fields.maybe("serial", At::name)?,
        tubing: fields.maybe("tubing", At::amount)?,
        reservoir: fields.maybe("reservoir", At::amount)?,
        alarm_volume: fields.maybe("alarm-volume", At::amount)?,
        alternative: fields.maybe("alternative", At::name)?,
    };
    fields.finish()?;
    Ok(order)
}

fn with_patient_bolus(program: Program, patient_bolus: Option<PatientBolus>) -> Program {
    match patient_bolus {
        Some(patient_bolus) => program.with_patient_bolus(patient_bolus),
        None => program,
    }
}

fn patient_bolus(at: &At<'_>, concentration: Concentration) -> Result<PatientBolus> {
    let fields = at.fields()?;
    let dose_at = fields.required("dose", "a dose such as \"15 ug\"")?;
    let dose: Mass = dose_at.nonzero()?;
    let bolus = PatientBolus {
        volume: dose.at_concentration(concentration).map_err(|_| dose_at.refuse(Problem::Zero))?,
        over: fields.required("over", "a duration such as \"10 min\"")?.nonzero::<Span>()?,
        lockout: fields.required("lockout", "a duration such as \"6 h\"")?.amount()?,
        per_day_max: fields.required("per-day-max", "a whole number")?.count()?,
    };
    fields.finish()?;
    Ok(bolus)
}

/// One 24-hour total, or one for each weekday.
fn total(at: &At<'_>) -> Result<[Dose; 7]> {
    if !matches!(at.kind(), Kind::Object(_)) {
        return Ok([at.amount()?; 7]);
    }
    let fields = at.fields()?;
    let mut days = [Dose::ZERO; 7];
    for (key, day) in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].into_iter().zip(&mut days) {
        *day = fields.required(key, "the 24-hour total of the day")?.amount()?;
    }
    fields.finish()?;
    Ok(days)
}
