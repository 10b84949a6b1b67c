//! The recorded year of `firmware/year.bin`: a pump of the catalogue with strokes of 2.5 µL, so that a year is played on an emulated board in
//! seconds.

use catalogue::Catalogue;
use std::error::Error;
use std::path::PathBuf;
use virtual_pump::profile::{Options, from_catalogue};
use virtual_pump::record;

/// Where it is kept.
pub fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../firmware/year.bin")
}

/// Lived anew.
///
/// # Errors
/// No such pump in the catalogue, or a year that cannot be lived.
pub fn year() -> Result<Vec<u8>, Box<dyn Error>> {
    let model = Catalogue::embedded()?.pump("synchromed-ii-8637-40").ok_or("no such pump")?;
    let options = Options {
        serial: "VIRTUAL-0001".to_owned(),
        stroke_nanolitres: Some(2_500),
        clock_offset_seconds: 3_600,
    };
    Ok(record::year(&from_catalogue(model, &options)?.provision, 11)?)
}
