//! The other ways of treatment, each with what speaks for and against it for this patient.

use super::{Alternative, Facts};

/// The other ways, each with what speaks for and against it here.
pub(super) fn alternatives(facts: &Facts<'_>) -> Vec<Alternative> {
    let spread = facts.one("neurology", "distribution");
    let focal = matches!(spread, "one-limb" | "hemiplegia");
    let wide = matches!(spread, "diplegia" | "quadriplegia" | "generalised");
    let tried = |question: &str| facts.one("treatment", question);
    let picked = |all: &[(bool, &str)]| {
        all.iter().filter(|(holds, _)| *holds).map(|(_, words)| (*words).to_owned()).collect::<Vec<_>>()
    };
    vec![
        Alternative {
            name: "Botulinum toxin",
            for_it: picked(&[
                (focal, "the spasticity is focal"),
                (tried("botulinum") == "helps", "it helps this patient"),
                (wide, "can be added for the arms"),
            ]),
            against_it: picked(&[
                (wide, "the spasticity is not focal"),
                (tried("botulinum") == "too-little", "too little effect, or too short, in this patient"),
                (true, "lasts three to six months"),
            ]),
            source: vec!["T17"],
        },
        Alternative {
            name: "Phenol",
            for_it: picked(&[
                (focal, "the spasticity is focal"),
                (tried("phenol") == "helps", "it helps this patient"),
            ]),
            against_it: picked(&[
                (wide, "the spasticity is not focal"),
                (tried("phenol") == "too-little", "too little effect, or too short, in this patient"),
                (true, "counted among destructive procedures"),
            ]),
            source: vec!["T17", "T24"],
        },
        Alternative {
            name: "Selective dorsal rhizotomy",
            for_it: picked(&[
                (
                    true,
                    "in one comparison of 71 and 71 patients tone fell more (2.52 against 1.23 points) and fewer needed orthopaedic surgery later (19.1 against 40.8 %)",
                ),
                (facts.one("goals", "follow-up") == "no", "needs no refills, and follow-up is not assured"),
            ]),
            against_it: picked(&[
                (true, "counted among destructive procedures; the dose of a pump is changed by programming"),
                (tried("rhizotomy") == "done", "already done"),
            ]),
            source: vec!["T42", "T24", "telaviv"],
        },
        Alternative {
            name: "Neuromodulation",
            for_it: picked(&[(tried("neuromodulation") == "considered", "the team considers it")]),
            against_it: picked(&[(true, "one group of authors found intrathecal baclofen better")]),
            source: vec!["T43", "telaviv"],
        },
        Alternative {
            name: "Conservative care",
            for_it: picked(&[
                (true, "belongs to every way: physiotherapy was part of both arms of the trial after stroke"),
                (tried("oral-result") == "enough", "medicines by mouth have enough effect"),
                (facts.one("neurology", "severe") == "no", "the spasticity does not interfere"),
            ]),
            against_it: picked(&[
                (tried("oral-result") == "too-little", "medicines by mouth have too little effect"),
                (tried("oral-result") == "not-tolerated", "medicines by mouth are not tolerated"),
                (
                    true,
                    "after stroke, tone of the leg fell less with conventional care than with a pump (0.43 against 0.99 points at six months), with fewer adverse events (63 against 96 % of patients)",
                ),
            ]),
            source: vec!["T41", "telaviv"],
        },
    ]
}
