//! Upcasters: how an event of an earlier schema is read today. The event itself stays as it was written.

use std::collections::BTreeMap;

/// Turns the body of one schema into that of the next.
pub type Upcast = fn(serde_json::Value) -> Result<serde_json::Value, String>;

/// For each kind of event and each earlier schema, the step to the next schema.
#[derive(Debug, Clone, Default)]
pub struct Upcasters(BTreeMap<(String, u32), Upcast>);

impl Upcasters {
    /// With the step of one kind from this schema to the next.
    #[must_use]
    pub fn with(mut self, kind: &str, schema: u32, upcast: Upcast) -> Self {
        self.0.insert((kind.to_owned(), schema), upcast);
        self
    }

    /// The newest form of a body, and its schema.
    pub(crate) fn apply(&self, kind: &str, schema: u32, body: String) -> Result<(u32, String), String> {
        let Some(mut step) = self.0.get(&(kind.to_owned(), schema)) else { return Ok((schema, body)) };
        let mut value = serde_json::from_str(&body).map_err(|error| error.to_string())?;
        let mut schema = schema;
        loop {
            value = step(value).map_err(|why| format!("{kind} of schema {schema} cannot be read: {why}"))?;
            schema = schema.saturating_add(1);
            match self.0.get(&(kind.to_owned(), schema)) {
                Some(next) => step = next,
                None => return Ok((schema, value.to_string())),
            }
        }
    }
}
