//! From what was asked to what a pump can deliver: every flow and bolus cut down to a step of the pump.

use catalogue::Delivery as ProfileDelivery;
use pump::{Base, Bolus, Delivery, PatientBolus, Program, ProgramError, Rate, Step as WeekStep, Week};
use quantity::{Flow, Quotient, Step, Volume};

/// How a pump of the catalogue moves fluid.
#[must_use]
pub fn delivery(profile: &catalogue::Pump) -> Delivery {
    match &profile.delivery {
        ProfileDelivery::Strokes { volume } => Delivery::Strokes(volume.value),
        ProfileDelivery::Continuous | ProfileDelivery::NotProgrammable | ProfileDelivery::NotFound => {
            Delivery::Continuous
        }
    }
}

/// The steps of a pump: of its flow and of a bolus. Where the profile has no verified step, thecal's own resolution of one
/// nanolitre (per day) stands, and the rule NOT-CHECKED says so.
fn steps(profile: &catalogue::Pump) -> (Option<Flow>, Volume) {
    let one = Volume::from_nanolitres(1).unwrap_or(Volume::MAX);
    match &profile.delivery {
        // A whole number of strokes a day.
        ProfileDelivery::Strokes { volume } => {
            (Flow::from_nanolitres_per_day(volume.value.nanolitres()).ok(), volume.value)
        }
        _ => (profile.flow_step.as_ref().and_then(|step| step.checked()).copied(), one),
    }
}

/// The program that the pump will run instead of the one asked: each rounded once, downward.
///
/// # Errors
/// [`ProgramError`] if the rounded program cannot be built, which a program that could be built rounds into never.
pub fn achieved(asked: &Program, profile: &catalogue::Pump) -> Result<Program, ProgramError> {
    let (flow_step, volume_step) = steps(profile);
    let one = Flow::from_nanolitres_per_day(1).unwrap_or(Flow::MAX);
    let flow = |asked: Quotient<Flow>, step: Flow| -> Result<Rate, ProgramError> {
        let step = Step::new(step).map_err(|_| ProgramError::TooFine)?;
        let delivered = step.deliverable(asked, None).map_err(|_| ProgramError::TooFine)?;
        Rate::new(delivered.achieved.quotient())
    };
    let volume = |asked: Quotient<Volume>| -> Result<Quotient<Volume>, ProgramError> {
        let step = Step::new(volume_step).map_err(|_| ProgramError::TooFine)?;
        let delivered = step.deliverable(asked, None).map_err(|_| ProgramError::TooFine)?;
        Ok(delivered.achieved.quotient())
    };
    let daily = flow_step.unwrap_or(one);
    let base = match asked.base() {
        Base::Stopped => Base::Stopped,
        Base::Continuous(rate) => Base::Continuous(flow(rate.flow(), daily)?),
        // The minimum rate is a rate of the pump itself.
        Base::MinimumRate(rate) => Base::MinimumRate(*rate),
        Base::Flex(week) => {
            // A step of a flex day lasts hours: strokes carry over from one to the next, so only the flow is cut.
            let fine = if matches!(profile.delivery, ProfileDelivery::Strokes { .. }) { one } else { daily };
            let mut days: [Vec<WeekStep>; 7] = Default::default();
            for (index, day) in days.iter_mut().enumerate() {
                for step in week.day(index) {
                    day.push(WeekStep { from_second: step.from_second, rate: flow(step.rate.flow(), fine)? });
                }
            }
            Base::Flex(Week::new(days.each_ref().map(Vec::as_slice))?)
        }
    };
    let mut program = Program::new(base);
    for bolus in asked.boluses().iter().rev() {
        program = program.after_bolus(Bolus { volume: volume(bolus.volume)?, ..*bolus })?;
    }
    Ok(match asked.patient_bolus {
        Some(bolus) => program.with_patient_bolus(PatientBolus { volume: volume(bolus.volume)?, ..bolus }),
        None => program,
    })
}
