//! Numbers that no source gave and that two persons of a clinic read in the manual of their device.

use crate::{Catalogue, CatalogueError, EMBEDDED};
use toml::{Table, Value};

/// A number as it stands in the manual of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// The id of a pump or catheter.
    pub device: String,
    /// One of [`CONFIRMABLE`].
    pub field: String,
    /// The value with its unit.
    pub value: String,
    /// Which manual, edition and page; it becomes the note.
    pub manual: String,
}

/// The fields that a clinic can confirm, with what they are.
pub const CONFIRMABLE: [(&str, &str); 10] = [
    ("reservoir", "reservoir volume"),
    ("accuracy", "accuracy, as a share of the flow"),
    ("flow_min", "lowest flow"),
    ("flow_max", "highest flow"),
    ("minimum_rate", "minimum rate"),
    ("flow_step", "step of the flow"),
    ("eri_to_eos_days", "days from the replacement indicator to end of service"),
    ("stopped_critical_after_hours", "hours after which a stopped pump alarms"),
    ("volume_per_length", "volume per length of the catheter"),
    ("supplied_length", "length of the catheter as supplied"),
];

/// The source of what a clinic has confirmed.
const SITE: &str = "SITE";

/// Why a number cannot be confirmed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfirmError {
    /// No such device.
    #[error("the catalogue has no pump or catheter \"{0}\"")]
    Device(String),
    /// No such field, or not one for a clinic.
    #[error("{device} has no field \"{field}\" that a clinic confirms")]
    Field {
        /// The device.
        device: String,
        /// The field.
        field: String,
    },
    /// A source has given it: what is known is not overwritten.
    #[error("{field} of {device} is known: {value}")]
    Known {
        /// The device.
        device: String,
        /// The field.
        field: String,
        /// What the source says.
        value: String,
    },
    /// The value is not one.
    #[error(transparent)]
    Value(#[from] CatalogueError),
}

impl Catalogue {
    /// The built-in catalogue with these numbers in it, so that rules use them; its version is another one.
    ///
    /// # Errors
    /// [`ConfirmError`] for the first that cannot be taken.
    pub fn with_confirmed(confirmed: &[Confirmed]) -> Result<Self, ConfirmError> {
        let [pumps, catheters, drugs, recalls, sources] = EMBEDDED;
        if confirmed.is_empty() {
            return Ok(Self::parse(pumps, catheters, drugs, recalls, sources)?);
        }
        let (mut pumps, mut catheters) = (table(pumps), table(catheters));
        for number in confirmed {
            put(&mut pumps, &mut catheters, number)?;
        }
        let site = format!(
            "{sources}\n[[source]]\nid = \"{SITE}\"\ncitation = \"Read in the manual by two persons of this clinic\"\n"
        );
        Ok(Self::parse(&pumps.to_string(), &catheters.to_string(), drugs, recalls, &site)?)
    }
}

/// The built-in texts are sound; a test keeps them so.
fn table(text: &str) -> Table {
    text.parse().unwrap_or_default()
}

fn put(pumps: &mut Table, catheters: &mut Table, number: &Confirmed) -> Result<(), ConfirmError> {
    let confirmable = CONFIRMABLE.iter().any(|(field, _)| *field == number.field);
    let of_catheter = ["volume_per_length", "supplied_length"].contains(&number.field.as_str());
    let refused = || ConfirmError::Field { device: number.device.clone(), field: number.field.clone() };
    let (family, device) = match device(list(catheters, "catheter"), &number.device) {
        Some(_) if !of_catheter => return Err(refused()),
        Some(device) => (None, device),
        None => {
            let families = list(pumps, "family").iter_mut().filter_map(Value::as_table_mut);
            let mut found = None;
            for family in families {
                let shared = family.get(&number.field).cloned();
                if let Some(device) = device(list(family, "pump"), &number.device) {
                    found = Some((shared, device));
                    break;
                }
            }
            let found = found.ok_or_else(|| ConfirmError::Device(number.device.clone()))?;
            if of_catheter {
                return Err(refused());
            }
            found
        }
    };
    if !confirmable {
        return Err(refused());
    }
    let known = device.get(&number.field).or(family.as_ref());
    if let Some(known) = known.filter(|known| known.get("grade").and_then(Value::as_str) != Some("U")) {
        let value = known.get("value").and_then(Value::as_str).unwrap_or_default().to_owned();
        let (device, field) = (number.device.clone(), number.field.clone());
        return Err(ConfirmError::Known { device, field, value });
    }
    let text = |text: &str| Value::String(text.to_owned());
    let cited = [
        ("value", text(number.value.trim())),
        ("grade", text("A")),
        ("source", Value::Array(vec![text(SITE)])),
        ("note", text(number.manual.trim())),
    ];
    let cited: Table = cited.map(|(key, value)| (key.to_owned(), value)).into_iter().collect();
    device.insert(number.field.clone(), Value::Table(cited));
    Ok(())
}

fn list<'a>(table: &'a mut Table, key: &str) -> &'a mut [Value] {
    table.get_mut(key).and_then(Value::as_array_mut).map_or(&mut [], Vec::as_mut_slice)
}

fn device<'a>(devices: &'a mut [Value], id: &str) -> Option<&'a mut Table> {
    let mut tables = devices.iter_mut().filter_map(Value::as_table_mut);
    tables.find(|table| table.get("id").and_then(Value::as_str) == Some(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(device: &str, field: &str, value: &str) -> Confirmed {
        let [device, field, value] = [device, field, value].map(str::to_owned);
        Confirmed { device, field, value, manual: "Manual M1, edition 2, page 30".to_owned() }
    }

    /// R-SET-3: what two persons read in the manual is used; nothing else changes, and the version does.
    #[test]
    fn a_confirmed_number_is_used() {
        let before = Catalogue::embedded().unwrap();
        assert_eq!(Catalogue::with_confirmed(&[]).unwrap(), *before);
        let after = Catalogue::with_confirmed(&[
            number("synchromed-ii-8637-40", "flow_min", "0.048 mL/day"),
            number("ascenda-8780", "volume_per_length", "0.0022 mL/cm"),
        ])
        .unwrap();
        assert_ne!(after.version(), before.version());
        let flow = |catalogue: &Catalogue, id: &str| {
            catalogue.pump(id).unwrap().flow_min.as_ref().unwrap().checked().copied()
        };
        assert_eq!(flow(before, "synchromed-ii-8637-40"), None);
        assert!(flow(&after, "synchromed-ii-8637-40").is_some());
        assert_eq!(flow(&after, "synchromed-ii-8637-20"), None, "the sister model is not confirmed by it");
        assert!(
            after.catheter("ascenda-8780").unwrap().volume_per_length.as_ref().unwrap().checked().is_some()
        );
        let note = after.pump("synchromed-ii-8637-40").unwrap().flow_min.clone().unwrap().note;
        assert_eq!(note.unwrap(), "Manual M1, edition 2, page 30");
        assert_eq!(before.pumps().len(), after.pumps().len());
        assert_eq!(before.drugs(), after.drugs());
    }

    /// R-SET-3
    #[test]
    fn what_is_known_or_no_number_is_refused() {
        for (device, field, value, said) in [
            ("synchromed-ii-8637-40", "accuracy", "0.2", "is known"),
            ("prometra-ii", "volume_per_length", "1 mL/cm", "is known"),
            ("synchromed-ii-8637-40", "flow_min", "0.048", "unit"),
            ("synchromed-ii-8637-40", "name", "other", "no field"),
            ("synchromed-ii-8637-40", "volume_per_length", "1 mL/cm", "no field"),
            ("ascenda-8780", "flow_min", "1 mL/day", "no field"),
            ("nothing", "flow_min", "1 mL/day", "no pump or catheter"),
        ] {
            let error = Catalogue::with_confirmed(&[number(device, field, value)]).unwrap_err().to_string();
            assert!(error.contains(said), "{device} {field}: {error}");
        }
    }
}
