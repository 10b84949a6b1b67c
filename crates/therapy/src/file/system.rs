//! Patient, pump and catheter in a course file.

use super::Result;
use crate::act::{CatheterRecord, Patient, PumpRecord};
use crate::input::{At, Fields, InputError, Problem, read_clock};
use catalogue::Catalogue;
use quantity::{Length, Quotient, Volume, VolumePerLength};

pub(super) fn patient(at: &At<'_>) -> Result<Patient> {
    let fields = at.fields()?;
    let patient = Patient {
        record: fields.required("record", "the record number")?.name()?,
        name: fields.required("name", "the name")?.name()?,
        invented: fields.maybe("invented", At::flag)?.unwrap_or(false),
        born: fields.required("born", "a date such as \"1984-05-02\"")?.date()?,
        diagnosis: fields
            .required("diagnosis", "a word of the protocol, such as \"multiple-sclerosis\"")?
            .name()?,
        small_child: fields.maybe("small-child", At::flag)?,
    };
    fields.finish()?;
    Ok(patient)
}

/// An id that the catalogue must have.
fn known(at: &At<'_>, ids: Vec<&str>) -> Result<String> {
    let found = at.name()?;
    if ids.contains(&found.as_str()) {
        return Ok(found);
    }
    Err(at.refuse(Problem::NotOneOf { found, accepted: ids.join(", ") }))
}

pub(super) fn pump(at: &At<'_>, catalogue: &Catalogue) -> Result<PumpRecord> {
    let fields = at.fields()?;
    let ids = catalogue.pumps().iter().map(|pump| pump.id.as_str()).collect();
    let pump = PumpRecord {
        model: known(&fields.required("model", "a pump of the catalogue")?, ids)?,
        serial: fields.required("serial", "the serial number")?.name()?,
        tubing: fields
            .required("tubing", "the tubing volume that the programmer shows, such as \"0.14 mL\"")?
            .amount()?,
        clock: read_clock(
            &fields.required("clock", "the fixed offset of the pump's clock, such as \"+01:00\"")?,
        )?,
        implanted: fields.maybe("implanted", At::date)?,
        built: fields.maybe("built", At::date)?,
        alarm_volume: fields.required("alarm-volume", "a volume such as \"4 mL\"")?.amount()?,
    };
    fields.finish()?;
    Ok(pump)
}

pub(super) fn catheter(at: &At<'_>, catalogue: &Catalogue) -> Result<CatheterRecord> {
    let fields = at.fields()?;
    let ids = catalogue.catheters().iter().map(|catheter| catheter.id.as_str()).collect();
    let model = fields.maybe("model", |at| known(at, ids))?;
    let (volume, basis, unverified) = volume(&fields, model.as_deref(), catalogue)?;
    fields.finish()?;
    Ok(CatheterRecord { model, volume, basis, unverified })
}

/// What a catheter holds: as measured; or from its length, or what was trimmed off, and the volume per cm, of the site or
/// of the catalogue.
fn volume(
    fields: &Fields<'_>,
    model: Option<&str>,
    catalogue: &Catalogue,
) -> Result<(Quotient<Volume>, String, bool)> {
    if let Some(volume) = fields.maybe("volume", At::amount::<Volume>)? {
        return Ok((volume.quotient(), "as recorded".to_owned(), false));
    }
    let entry = model.and_then(|model| catalogue.catheter(model));
    let missing = |key: &str, accepted| -> InputError { fields.refuse(key, Problem::Missing { accepted }) };
    let length: Length = match fields.maybe("length", At::amount)? {
        Some(length) => length,
        None => {
            let accepted =
                "\"volume\", \"length\", or \"trimmed\" of a catheter whose supplied length is known";
            let trimmed_at = fields.optional("trimmed").ok_or_else(|| missing("volume", accepted))?;
            let supplied =
                entry.and_then(|entry| entry.supplied_length.as_ref()).and_then(|length| length.checked());
            let supplied = supplied.ok_or_else(|| missing("length", "the length that was implanted"))?;
            let left = supplied.checked_sub(trimmed_at.amount()?);
            left.map_err(|_| {
                trimmed_at.refuse(Problem::Contradicts("is more than the catheter is supplied with"))
            })?
        }
    };
    let site: Option<VolumePerLength> = fields.maybe("per-cm", At::amount)?;
    let listed = entry.and_then(|entry| entry.volume_per_length.as_ref());
    let (per_cm, source, unverified) = match (site, listed) {
        (Some(site), _) => (site, "the site's value".to_owned(), false),
        (None, Some(listed)) => {
            (listed.value, format!("catalogue, grade {}", listed.grade), !listed.grade.verified())
        }
        (None, None) => {
            return Err(missing("per-cm", "what a cm of this catheter holds, such as \"0.0026 mL/cm\""));
        }
    };
    Ok((length * per_cm, format!("{length} x {per_cm}, {source}"), unverified))
}
