//! The protocol: every limit of the therapy, as data, each with source and grade.

use crate::input::{At, Fields, InputError, Kind, Node, Problem, from_toml};
use catalogue::Grade;
use quantity::{Amount, Dose, Mass, Span, Volume};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use twin::RBig;

type Result<T> = core::result::Result<T, InputError>;

/// A limit with its grade and sources.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit<T> {
    /// The limit.
    pub value: T,
    /// How good its source is.
    pub grade: Grade,
    /// Ids of sources; "own" is thecal's own proposal, which a clinic confirms or changes.
    pub source: Vec<String>,
}

/// Which bands of titration apply to a patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Population {
    /// Adults with a spinal cause.
    Spinal,
    /// Adults with a cerebral cause.
    Cerebral,
    /// Children.
    Paediatric,
}

impl Population {
    /// Every population and its word in data.
    pub const WORDS: [(&'static str, Self); 3] =
        [("spinal", Self::Spinal), ("cerebral", Self::Cerebral), ("paediatric", Self::Paediatric)];

    /// The word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Spinal => "spinal",
            Self::Cerebral => "cerebral",
            Self::Paediatric => "paediatric",
        }
    }
}

/// Upper limits of a rise, as parts of the dose.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// While the dose is being found.
    pub titration_rise_max: Limit<RBig>,
    /// Later, at a visit.
    pub maintenance_rise_max: Limit<RBig>,
}

macro_rules! protocol {
    ($($(#[$doc:meta])* $section:ident as $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty = $read:expr;)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq)]
            pub struct $name { $($(#[$field_doc])* pub $field: Limit<$type>,)* }
            impl $name {
                fn read(at: &At<'_>, more: &[&'static str]) -> Result<Self> {
                    let fields = at.fields()?;
                    let read = Self { $($field: limit(&fields, stringify!($field), $read)?,)* };
                    for key in more { fields.optional(key); }
                    fields.finish()?;
                    Ok(read)
                }
            }
        )*
    };
}

protocol! {
    /// The screening test.
    screening as Screening {
        /// Doses, in order.
        ladder: Vec<Mass> = amounts;
        /// First dose of a small child.
        small_child_first: Mass = amount;
        /// Least time between doses.
        between: Span = amount;
        /// Largest dose.
        max: Mass = amount;
        /// An effect that lasts longer than this halves the starting dose.
        effect_long: Span = amount;
        /// Observation after a dose.
        observe: Span = amount;
    }
    /// The first dose after implantation.
    starting as Starting {
        /// Times the effective test dose, per day.
        factor: RBig = decimal;
        /// The same if the effect lasted long.
        factor_long: RBig = decimal;
        /// Above this test dose no starting dose is worked out.
        dose_max: Mass = amount;
    }
    /// Changes of dose.
    titration as Titration {
        /// Least time between a change and a rise.
        change_interval: Span = amount;
        /// How long doses are titrated after a start.
        phase: Span = amount;
        /// Largest fall in band.
        fall_max: RBig = decimal;
        /// Above this ratio a change is extreme.
        extreme_high: RBig = decimal;
        /// Below this ratio a change is extreme.
        extreme_low: RBig = decimal;
        /// From this ratio, or its inverse, on a change looks like a slip.
        tenfold: RBig = decimal;
        /// Above this dose experience is limited.
        dose_per_day_soft: Dose = amount;
        /// Above this dose no order goes.
        dose_per_day_cap: Dose = amount;
        /// Ratios of one unit or strength to another.
        slip_factors: Vec<RBig> = decimals;
        /// How near to such a ratio a change must be.
        slip_tolerance: RBig = decimal;
        /// How long a change may be undone.
        undo: Span = amount;
        /// From when on a dose counts as tolerated.
        tolerated_after: Span = amount;
        /// Rises in a row without a better score that ask for a check.
        rising_count: RBig = decimal;
    }
    /// How age and diagnosis map to a population.
    population as Populations {
        /// Younger than this: paediatric.
        paediatric_below_years: RBig = decimal;
        /// Younger than this: a small child.
        small_child_below_years: RBig = decimal;
        /// Diagnoses of a spinal cause.
        spinal: Vec<String> = names;
        /// Diagnoses of a cerebral cause.
        cerebral: Vec<String> = names;
    }
    /// Refills.
    refill as Refill {
        /// Stated accuracy of flow, for pumps whose profile has none.
        accuracy: RBig = decimal;
        /// Days for which the drug keeps.
        stability_days: RBig = decimal;
        /// Days by which a refill is planned ahead.
        lead_days: RBig = decimal;
        /// Days by which the alarm date shown may lie from the calculated one.
        alarm_date_tolerance_days: RBig = decimal;
        /// Difference from which on a residual is potentially important.
        residual_threshold: Volume = amount;
        /// The same for a small fill.
        residual_threshold_small: Volume = amount;
        /// Up to this fill the small threshold holds.
        residual_small_fill: Volume = amount;
        /// Observation after a refill.
        observe: Span = amount;
    }
    /// A refill that the patient did not come to: days left until the pump may be empty.
    attendance as Attendance {
        /// Up to so many days somebody calls every day.
        soon_days: RBig = decimal;
        /// Below so many the physician is told.
        urgent_days: RBig = decimal;
        /// Below so many the physician decides on the same day.
        now_days: RBig = decimal;
    }
    /// Bridge boluses.
    bridge as Bridge {
        /// How far, as a part, a bridge may be off in volume or flow.
        tolerance: RBig = decimal;
        /// How far, as a part, the fluid in the line may be off the strength told.
        mixture_tolerance: RBig = decimal;
    }
    /// Signing.
    signing as Signing {
        /// Rules whose soft findings need a second person.
        second_person: Vec<String> = names;
        /// What of an order needs a second person whatever the rules say of it: `first-program`, `strength-change`, `bridge`,
        /// `prime`, `soft-finding`.
        second_person_for: Vec<String> = names;
        /// How long a signed order may wait until somebody has seen it in the pump.
        confirm_within: Span = amount;
    }
    /// Tubing and catheter.
    line as LineLimits {
        /// Beyond this a catheter volume is implausible.
        catheter_volume_max: Volume = amount;
        /// Beyond this a tubing volume is implausible.
        tubing_volume_max: Volume = amount;
    }
    /// Priming boluses.
    prime as Prime {
        /// Observation after a prime.
        observe: Span = amount;
    }
    /// Restarts.
    restart as Restart {
        /// Up to this gap the former dose goes on.
        short: Span = amount;
        /// Beyond this gap the starting dose is the limit.
        long: Span = amount;
        /// A pump stopped for longer is in critical alarm, for pumps whose profile has no such number.
        stopped_max: Span = amount;
    }
    /// Single boluses.
    bolus as BolusLimits {
        /// Least time between boluses.
        between: Span = amount;
        /// Above this dose a reason is needed.
        dose_soft: Mass = amount;
        /// Above this dose no order goes.
        dose_hard: Mass = amount;
        /// Above this part of the dose per day a patient bolus needs a reason.
        patient_part_max: RBig = decimal;
    }
    /// When refills may calibrate a pump.
    calibration as CalibrationLimits {
        /// Fewest cycles.
        cycles_min: RBig = decimal;
        /// Least volume programmed over all cycles.
        dispensed_min: Volume = amount;
        /// How far a syringe reading may be off.
        reading_error: Volume = amount;
    }
    /// Implantation.
    implant as Implant {
        /// Observation after it.
        observe: Span = amount;
    }
    /// Service life.
    service as Service {
        /// Months by which a replacement is planned ahead.
        plan_ahead_months: RBig = decimal;
    }
}

/// All limits of a site.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each section says what it is at its type")]
pub struct Protocol {
    pub name: String,
    pub screening: Screening,
    pub starting: Starting,
    pub titration: Titration,
    pub bands: [(Population, Band); 3],
    pub population: Populations,
    pub refill: Refill,
    pub attendance: Attendance,
    pub bridge: Bridge,
    pub line: LineLimits,
    pub prime: Prime,
    pub restart: Restart,
    pub bolus: BolusLimits,
    pub calibration: CalibrationLimits,
    pub implant: Implant,
    pub service: Service,
    pub signing: Signing,
    /// Source ids and what they stand for.
    pub sources: BTreeMap<String, String>,
    version: String,
}

const DEFAULT: &str = include_str!("../protocol/default.toml");

/// What of an order can ask for a second person by itself.
const SECOND_PERSON_FOR: [&str; 5] = ["first-program", "strength-change", "bridge", "prime", "soft-finding"];

impl Protocol {
    /// The protocol that ships with thecal.
    ///
    /// # Errors
    /// None in a build whose tests have passed.
    pub fn embedded() -> core::result::Result<&'static Self, &'static InputError> {
        static EMBEDDED: OnceLock<Result<Protocol>> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::parse(DEFAULT)).as_ref()
    }

    /// Its text, for showing and for changing.
    #[must_use]
    pub const fn embedded_text() -> &'static str {
        DEFAULT
    }

    /// A protocol from TOML.
    ///
    /// # Errors
    /// [`InputError`] naming the limit and what would be accepted.
    pub fn parse(text: &str) -> Result<Self> {
        let tree = from_toml(text)?;
        let root = At::root(&tree);
        let fields = root.fields()?;
        let section = |key: &'static str| fields.required(key, "a section of limits");
        let sources = sources(&section("sources")?)?;
        known_sources(&tree, "", &sources)?;
        let titration = section("titration")?;
        let band = |population: Population| -> Result<(Population, Band)> {
            let fields =
                titration.fields()?.required(population.word(), "the bands of the population")?.fields()?;
            let read = Band {
                titration_rise_max: limit(&fields, "titration_rise_max", decimal)?,
                maintenance_rise_max: limit(&fields, "maintenance_rise_max", decimal)?,
            };
            fields.finish()?;
            Ok((population, read))
        };
        let protocol = Self {
            name: fields.required("name", "the name of the protocol")?.name()?,
            screening: Screening::read(&section("screening")?, &[])?,
            starting: Starting::read(&section("starting")?, &[])?,
            bands: [band(Population::Spinal)?, band(Population::Cerebral)?, band(Population::Paediatric)?],
            titration: Titration::read(&titration, &["spinal", "cerebral", "paediatric"])?,
            population: Populations::read(&section("population")?, &[])?,
            refill: Refill::read(&section("refill")?, &[])?,
            attendance: Attendance::read(&section("attendance")?, &[])?,
            bridge: Bridge::read(&section("bridge")?, &[])?,
            line: LineLimits::read(&section("line")?, &[])?,
            prime: Prime::read(&section("prime")?, &[])?,
            restart: Restart::read(&section("restart")?, &[])?,
            bolus: BolusLimits::read(&section("bolus")?, &[])?,
            calibration: CalibrationLimits::read(&section("calibration")?, &[])?,
            implant: Implant::read(&section("implant")?, &[])?,
            service: Service::read(&section("service")?, &[])?,
            signing: Signing::read(&section("signing")?, &[])?,
            sources,
            version: Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        fields.finish()?;
        // A misspelt word would mean that nobody is asked.
        let signing = section("signing")?.fields()?;
        let rule = |id: &String| crate::Rule::by_id(id).is_some();
        if let Some(found) = protocol.signing.second_person.value.iter().find(|id| !rule(id)) {
            let accepted = "ids of rules, see docs/rules.md".to_owned();
            return Err(signing.refuse("second_person", Problem::NotOneOf { found: found.clone(), accepted }));
        }
        let asked = &protocol.signing.second_person_for.value;
        if let Some(found) = asked.iter().find(|word| !SECOND_PERSON_FOR.contains(&word.as_str())) {
            let accepted = SECOND_PERSON_FOR.join(", ");
            return Err(
                signing.refuse("second_person_for", Problem::NotOneOf { found: found.clone(), accepted })
            );
        }
        let attendance = &protocol.attendance;
        if attendance.now_days.value > attendance.urgent_days.value
            || attendance.urgent_days.value > attendance.soon_days.value
        {
            let problem = Problem::Contradicts("must go down: soon_days, urgent_days, now_days");
            return Err(section("attendance")?.fields()?.refuse("soon_days", problem));
        }
        // A protocol whose hard limits lie inside its soft ones would never ask before it refuses.
        if protocol.restart.long.value < protocol.restart.short.value {
            let problem =
                Problem::Contradicts("must not be less than restart.short: hard limits contain soft ones");
            return Err(section("restart")?.fields()?.refuse("long", problem));
        }
        let titration = &protocol.titration;
        let soft = protocol.bands.iter().map(|(_, band)| RBig::ONE + &band.maintenance_rise_max.value).max();
        let lowest = RBig::ONE - &titration.fall_max.value;
        let contained = soft.is_none_or(|soft| soft <= titration.extreme_high.value)
            && titration.extreme_low.value <= lowest
            && titration.extreme_high.value <= titration.tenfold.value;
        if !contained {
            let problem = Problem::Contradicts("must contain the bands: hard limits contain soft ones");
            return Err(section("titration")?.fields()?.refuse("extreme_high", problem));
        }
        Ok(protocol)
    }

    /// The bands of a population.
    #[must_use]
    pub const fn band(&self, population: Population) -> &Band {
        let [(_, spinal), (_, cerebral), (_, paediatric)] = &self.bands;
        match population {
            Population::Spinal => spinal,
            Population::Cerebral => cerebral,
            Population::Paediatric => paediatric,
        }
    }

    /// SHA-256 of the text, in hexadecimal: goes into what is signed.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }
}

/// A whole number of a limit, cut; limits that count are small.
#[must_use]
pub fn whole(limit: &Limit<RBig>) -> u32 {
    u32::try_from(limit.value.trunc()).unwrap_or(u32::MAX)
}

/// Ids and citations.
pub(crate) fn sources(at: &At<'_>) -> Result<BTreeMap<String, String>> {
    let Kind::Object(entries) = at.kind() else {
        return Err(at.refuse(Problem::WrongType { accepted: "source ids with their citations" }));
    };
    let read = |(id, node): &(String, Node)| match &node.kind {
        Kind::Text(citation) => Ok((id.clone(), citation.clone())),
        _ => Err(at.refuse(Problem::WrongType { accepted: "source ids with their citations in quotes" })),
    };
    entries.iter().map(read).collect()
}

/// Every id behind a "source" must be one that the protocol explains.
pub(crate) fn known_sources(node: &Node, pointer: &str, sources: &BTreeMap<String, String>) -> Result<()> {
    let Kind::Object(entries) = &node.kind else { return Ok(()) };
    for (key, value) in entries {
        let at = format!("{pointer}/{key}");
        match &value.kind {
            Kind::List(ids) if key == "source" => {
                for id in ids {
                    let Kind::Text(id) = &id.kind else { continue };
                    if !sources.contains_key(id) {
                        let accepted = sources.keys().cloned().collect::<Vec<_>>().join(", ");
                        let problem = Problem::NotOneOf { found: id.clone(), accepted };
                        return Err(InputError { pointer: at, line: value.line, problem });
                    }
                }
            }
            _ => known_sources(value, &at, sources)?,
        }
    }
    Ok(())
}

pub(crate) fn limit<T>(
    fields: &Fields<'_>,
    key: &'static str,
    read: fn(&At<'_>) -> Result<T>,
) -> Result<Limit<T>> {
    let inner = fields.required(key, "a limit with value, grade and source")?.fields()?;
    let value = read(&inner.required("value", "the limit as text")?)?;
    let grades = Grade::ALL.map(|grade| (grade.letter(), grade));
    let grade = inner.required("grade", "A, B, D or U")?.one_of(&grades)?;
    let source = names(&inner.required("source", "a list of source ids")?)?;
    inner.finish()?;
    Ok(Limit { value, grade, source })
}

pub(crate) fn amount<Q: Amount>(at: &At<'_>) -> Result<Q> {
    at.nonzero()
}

fn amounts<Q: Amount>(at: &At<'_>) -> Result<Vec<Q>> {
    at.list()?.iter().map(amount).collect()
}

pub(crate) fn decimal(at: &At<'_>) -> Result<RBig> {
    let text = at.text()?;
    let refusal = || at.refuse(Problem::WrongType { accepted: "a decimal in quotes, such as \"0.145\"" });
    let value = catalogue::Decimal::parse(text).map_err(|_| refusal())?;
    Ok(twin::ratio(value.numerator().into(), value.denominator().into()))
}

pub(crate) fn decimals(at: &At<'_>) -> Result<Vec<RBig>> {
    at.list()?.iter().map(decimal).collect()
}

fn names(at: &At<'_>) -> Result<Vec<String>> {
    at.list()?.iter().map(At::name).collect()
}
