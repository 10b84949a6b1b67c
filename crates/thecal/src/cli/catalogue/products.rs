//! Catheters, drug products and sources as entries.

use super::entry::{Entry, Shown};
use catalogue::{Catalogue, Catheter, Drug, DrugUse, Source};

/// A catheter.
pub fn catheter(catalogue: &Catalogue, catheter: &Catheter) -> Entry {
    Entry::new(&catheter.id, &catheter.name)
        .plain("maker", "maker", Some(catheter.maker.clone()))
        .list("models", "models", &catheter.models)
        .cited("supplied_length", "supplied length", catheter.supplied_length.as_ref())
        .cited("volume_per_length", "volume per length", catheter.volume_per_length.as_ref())
        .cited("pieces", "pieces", catheter.pieces.as_ref())
        .plain("trim_note", "trimming", catheter.trim_note.clone())
        .part("What else is known")
        .facts("fact", &catheter.facts)
        .part("Recalls and notices")
        .recalls(&catalogue.recalls_for_catheter(&catheter.id, None, None))
}

impl Shown for DrugUse {
    fn people(&self) -> String {
        match self {
            Self::Pump => "for the pump",
            Self::ScreeningOnly => "for screening only, never into the pump",
        }
        .to_owned()
    }
}

/// A drug product.
pub fn drug(drug: &Drug) -> Entry {
    Entry::new(&drug.id, &drug.name)
        .plain("maker", "maker", drug.maker.clone())
        .plain("ingredient", "ingredient", Some(drug.ingredient.clone()))
        .cited("concentration", "strength", Some(&drug.concentration))
        .cited("pack_volume", "pack", drug.pack_volume.as_ref())
        .cited("usage", "use", Some(&drug.usage))
        .cited_as("stability_days", "keeps in the pump", drug.stability_days.as_ref(), |days| {
            format!("{days} days")
        })
        .part("What else is known")
        .facts("fact", &drug.facts)
}

/// A source.
pub fn source(source: &Source) -> Entry {
    Entry::new(source.id.as_str(), &source.citation).plain("locator", "found at", source.locator.clone())
}
