//! What a pump of a model is made with: the catalogue's numbers where a source says them, and thecal's own where none does.

use ::pump::{AlarmSound, Bounds, Flowing, Provision, Rate, Text, TextError, Tone};
use catalogue::{Cited, Delivery, Grade, Pump};
use quantity::{Flow, Quotient};

/// What is asked for besides the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Serial number.
    pub serial: String,
    /// Fluid in one stroke, nL, in place of the catalogue's: its sources disagree for some models.
    pub stroke_nanolitres: Option<u64>,
    /// Seconds of the pump's clock east of UTC.
    pub clock_offset_seconds: i32,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The catalogue, with its sources.
    Catalogue {
        /// How good they are.
        grade: Grade,
        /// Their ids.
        sources: Vec<String>,
    },
    /// Whoever asked for the pump.
    Asked,
    /// No verified source says it: a design parameter of thecal's virtual pump.
    Own,
}

impl std::fmt::Display for Origin {
    fn fmt(&self, into: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Catalogue { grade, sources } => write!(into, "{} ({grade})", sources.join(", ")),
            Self::Asked => into.write_str("as asked"),
            Self::Own => into.write_str("the virtual pump's own"),
        }
    }
}

/// Where one field of a provision comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The field.
    pub field: &'static str,
    /// Its value, for people.
    pub value: String,
    /// From where.
    pub origin: Origin,
}

/// A provision and the origin of each of its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The provision.
    pub provision: Provision,
    /// In the order of its fields.
    pub notes: Vec<Note>,
}

/// A model that cannot be simulated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// It takes no program, or nobody knows how it delivers.
    #[error("{model} takes no program, or no source says how it delivers: there is nothing to simulate")]
    NotProgrammable {
        /// Its id in the catalogue.
        model: String,
    },
    /// No verified source says how much it holds.
    #[error("no source says what the reservoir of {model} holds")]
    Reservoir {
        /// Its id in the catalogue.
        model: String,
    },
    /// A stroke of nothing.
    #[error("a stroke of 0 nL; from 1 is accepted")]
    Stroke,
    /// A flow that is no whole fraction.
    #[error("the minimum rate of the model cannot be represented")]
    MinimumRate,
    /// Serial number or model do not fit.
    #[error(transparent)]
    Text(#[from] TextError),
}

/// thecal's own design parameters, for what no verified source says.
pub mod own {
    use ::pump::{Bounds, Tone};

    /// Stroke of a pump whose flow is nearly continuous, nL.
    pub const STROKE_NANOLITRES: u64 = 1_000;
    /// Minimum rate, nL per day.
    pub const MINIMUM_NANOLITRES_PER_DAY: u64 = 6_000;
    /// The pump's bounds.
    pub const BOUNDS: Bounds = Bounds {
        flow_max_nanolitres_per_day: 24_000_000,
        bolus_flow_max_nanolitres_per_day: 60_000_000,
        bolus_volume_max_nanolitres: 1_000_000,
        volume_per_day_max_nanolitres: 24_000_000,
        mass_per_day_max_nanograms: 5_000_000,
        concentration_max_nanograms_per_millilitre: 4_000_000,
    };
    /// The sound of the non-critical alarms.
    pub const SINGLE_TONE: Tone = Tone { length_seconds: 1, cadence_seconds: 3_600 };
    /// The sound of the critical alarms.
    pub const TWO_TONE: Tone = Tone { length_seconds: 3, cadence_seconds: 600 };
    /// Without delivery for longer, the critical alarm sounds, hours.
    pub const STOPPED_HOURS: u32 = 48;
    /// From elective replacement indicator to end of service, days.
    pub const INDICATOR_DAYS: u32 = 90;
    /// An emergency hold sounds again at the latest after this, s.
    pub const EMERGENCY_SECONDS: u32 = 3_600;
    /// A staged order is forgotten after this, s.
    pub const STAGE_SECONDS: u32 = 900;
    /// Silence after an acknowledgement, s.
    pub const SILENCE_SECONDS: u32 = 6 * 3_600;
    /// Strokes in a row that the encoder may miss.
    pub const STALL_STROKES: u32 = 3;
    /// A step that comes later drops what was due, s.
    pub const LATE_SECONDS: u32 = 60;
}

/// Collects where the fields come from.
struct Notes(Vec<Note>);

impl Notes {
    fn add(&mut self, field: &'static str, value: impl ToString, origin: Origin) {
        self.0.push(Note { field, value: value.to_string(), origin });
    }

    /// What the catalogue says and a rule may rest on, or our own.
    fn cited<T: Clone, V>(
        &mut self,
        field: &'static str,
        unit: &str,
        cited: Option<&Cited<T>>,
        read: impl Fn(&T) -> V,
        own: V,
    ) -> V
    where
        V: ToString,
    {
        let (value, origin) = match cited.and_then(|cited| cited.checked().map(|value| (cited, value))) {
            Some((cited, value)) => (read(value), from(cited.grade, &cited.source)),
            None => (own, Origin::Own),
        };
        self.add(field, format!("{} {unit}", value.to_string()).trim_end(), origin);
        value
    }

    fn own<V: ToString + Copy>(&mut self, field: &'static str, unit: &str, value: V) -> V {
        self.add(field, format!("{} {unit}", value.to_string()), Origin::Own);
        value
    }
}

fn from(grade: Grade, sources: &[catalogue::SourceId]) -> Origin {
    Origin::Catalogue { grade, sources: sources.iter().map(ToString::to_string).collect() }
}

/// A provision for a model of the catalogue, and where each of its numbers comes from.
///
/// # Errors
/// [`ProfileError`].
pub fn from_catalogue(model: &Pump, options: &Options) -> Result<Profile, ProfileError> {
    let none = || ProfileError::NotProgrammable { model: model.id.clone() };
    let stroke = match &model.delivery {
        _ if !model.programmable => return Err(none()),
        Delivery::Continuous => None,
        Delivery::Strokes { volume } => Some(volume),
        Delivery::NotProgrammable | Delivery::NotFound => return Err(none()),
    };
    let mut notes = Notes(Vec::new());
    notes.add("serial", &options.serial, Origin::Asked);
    notes.add("model", &model.id, Origin::Asked);
    let stroke_nanolitres = match options.stroke_nanolitres {
        Some(0) => return Err(ProfileError::Stroke),
        Some(stroke) => {
            notes.add("stroke_nanolitres", format!("{stroke} nL"), Origin::Asked);
            stroke
        }
        None => notes.cited(
            "stroke_nanolitres",
            "nL",
            stroke,
            |volume| volume.nanolitres(),
            own::STROKE_NANOLITRES,
        ),
    };
    let held = model.reservoir.as_ref().filter(|reservoir| reservoir.grade.verified());
    let held = held.ok_or_else(|| ProfileError::Reservoir { model: model.id.clone() })?;
    let reservoir_nanolitres = held.value.nanolitres();
    notes.add("reservoir_nanolitres", format!("{reservoir_nanolitres} nL"), from(held.grade, &held.source));
    let minimum = notes.cited(
        "minimum_rate",
        "nL/day",
        model.minimum_rate.as_ref(),
        |flow| flow.nanolitres_per_day(),
        own::MINIMUM_NANOLITRES_PER_DAY,
    );
    let minimum = Quotient::<Flow>::new(u128::from(minimum), 1).ok_or(ProfileError::MinimumRate)?;
    let minimum_rate = Flowing::of(Rate::new(minimum).map_err(|_| ProfileError::MinimumRate)?);
    let bounds = bounds(model, &mut notes);
    notes.add("clock_offset_seconds", format!("{} s", options.clock_offset_seconds), Origin::Asked);
    let single_tone = tone(model, AlarmSound::SingleTone, own::SINGLE_TONE, &mut notes);
    let two_tone = tone(model, AlarmSound::TwoTone, own::TWO_TONE, &mut notes);
    let stopped = notes.cited(
        "stopped_alarm_after_seconds",
        "h",
        model.stopped_critical_after_hours.as_ref(),
        |hours| *hours,
        own::STOPPED_HOURS,
    );
    let days = notes.cited(
        "indicator_to_end_seconds",
        "days",
        model.eri_to_eos_days.as_ref(),
        |days| *days,
        own::INDICATOR_DAYS,
    );
    let mri = model.mri.as_ref();
    let telemetry_trap = mri.is_some_and(|mri| mri.telemetry_trap && mri.grade.verified());
    let trap = mri.filter(|_| telemetry_trap).map_or(Origin::Own, |mri| from(mri.grade, &mri.sources));
    let provision = Provision {
        serial: Text::new(&options.serial)?,
        model: Text::new(&model.id)?,
        stroke_nanolitres,
        reservoir_nanolitres,
        minimum_rate,
        bounds,
        clock_offset_seconds: options.clock_offset_seconds,
        single_tone,
        two_tone,
        stopped_alarm_after_seconds: stopped.saturating_mul(3_600),
        indicator_to_end_seconds: days.saturating_mul(86_400),
        emergency_unnoticed_max_seconds: notes.own(
            "emergency_unnoticed_max_seconds",
            "s",
            own::EMERGENCY_SECONDS,
        ),
        stage_expires_after_seconds: notes.own("stage_expires_after_seconds", "s", own::STAGE_SECONDS),
        silence_max_seconds: notes.own("silence_max_seconds", "s", own::SILENCE_SECONDS),
        stall_after_strokes: notes.own("stall_after_strokes", "strokes", own::STALL_STROKES),
        late_max_seconds: notes.own("late_max_seconds", "s", own::LATE_SECONDS),
        telemetry_trap,
        field_shuts_valve: notes.cited(
            "field_shuts_valve",
            "",
            mri.map(|mri| &mri.reset_valve_after),
            |shuts| *shuts,
            false,
        ),
    };
    notes.add("telemetry_trap", telemetry_trap, trap);
    Ok(Profile { provision, notes: notes.0 })
}

fn bounds(model: &Pump, notes: &mut Notes) -> Bounds {
    let own = own::BOUNDS;
    let strongest = model.baclofen.as_ref().and_then(|label| label.concentration_max.as_ref());
    Bounds {
        flow_max_nanolitres_per_day: notes.cited(
            "bounds.flow_max_nanolitres_per_day",
            "nL/day",
            model.flow_max.as_ref(),
            |flow| flow.nanolitres_per_day(),
            own.flow_max_nanolitres_per_day,
        ),
        bolus_flow_max_nanolitres_per_day: notes.own(
            "bounds.bolus_flow_max_nanolitres_per_day",
            "nL/day",
            own.bolus_flow_max_nanolitres_per_day,
        ),
        bolus_volume_max_nanolitres: notes.own(
            "bounds.bolus_volume_max_nanolitres",
            "nL",
            own.bolus_volume_max_nanolitres,
        ),
        volume_per_day_max_nanolitres: notes.own(
            "bounds.volume_per_day_max_nanolitres",
            "nL",
            own.volume_per_day_max_nanolitres,
        ),
        mass_per_day_max_nanograms: notes.own(
            "bounds.mass_per_day_max_nanograms",
            "ng",
            own.mass_per_day_max_nanograms,
        ),
        concentration_max_nanograms_per_millilitre: notes.cited(
            "bounds.concentration_max_nanograms_per_millilitre",
            "ng/mL",
            strongest,
            |strength| strength.nanograms_per_millilitre(),
            own.concentration_max_nanograms_per_millilitre,
        ),
    }
}

fn tone(model: &Pump, sound: AlarmSound, own: Tone, notes: &mut Notes) -> Tone {
    let alarm = model.alarms.iter().find(|alarm| alarm.sound == sound);
    let (length, cadence) = match sound {
        AlarmSound::SingleTone => ("single_tone.length_seconds", "single_tone.cadence_seconds"),
        AlarmSound::TwoTone => ("two_tone.length_seconds", "two_tone.cadence_seconds"),
    };
    let seconds = |span: &quantity::Span| u32::try_from(span.seconds()).unwrap_or(u32::MAX);
    Tone {
        length_seconds: notes.cited(
            length,
            "s",
            alarm.and_then(|alarm| alarm.duration.as_ref()),
            seconds,
            own.length_seconds,
        ),
        cadence_seconds: notes.cited(
            cadence,
            "s",
            alarm.and_then(|alarm| alarm.cadence.as_ref()),
            seconds,
            own.cadence_seconds,
        ),
    }
}
