//! What the pump delivered beside what the record says that it delivered, from one reading to the next.

use crate::world::{Held, World};
use ::pump::{LogEntry, LogKind, PumpTime};
use practice::patient::Stand;
use twin::RBig;

/// ng in 1 nL of the drug that is used here.
const NANOGRAMS_PER_NANOLITRE: u32 = 2;

/// The reading from which is counted.
#[derive(Debug, Clone, Copy)]
struct Base {
    at: PumpTime,
    turned: u64,
    commanded: u64,
}

/// What the pump's log told since then, and what the clinic knows of its own lateness.
#[derive(Debug, Default)]
pub(crate) struct Books {
    base: Option<Base>,
    dropped: u64,
    patient: u64,
    changes: u64,
    starts: u64,
    /// nL by which the record may be early or late with what it was told late.
    apart: u128,
    /// A bolus that the record gives later than the pump did: nL, and until when it may.
    late_bolus: Option<(PumpTime, u128)>,
    /// Whether delivery was held back or lost for a time that the log bounds and does not count in strokes.
    loose: bool,
}

impl Books {
    /// An entry of the pump's log.
    pub(crate) fn entry(&mut self, entry: &LogEntry) {
        match entry.kind {
            LogKind::StrokesDropped => self.dropped += u64::from(entry.a),
            LogKind::PatientBolusBegan => {
                self.patient += u64::from(entry.b);
                self.changes += 2;
            }
            LogKind::Committed => self.changes += 1,
            LogKind::Started => self.starts += 1,
            LogKind::HoldBegan
            | LogKind::HoldEnded
            | LogKind::TelemetryHold
            | LogKind::SafeState
            | LogKind::Clock => {
                self.changes += 1;
                self.loose = true;
            }
            LogKind::Staged
            | LogKind::Refused
            | LogKind::StageExpired
            | LogKind::BolusBegan
            | LogKind::BolusEnded
            | LogKind::PatientBolusRefused
            | LogKind::AlarmIssued
            | LogKind::AlarmRetracted
            | LogKind::AlarmAcknowledged
            | LogKind::AlarmTested
            | LogKind::SessionBegan
            | LogKind::SessionEnded
            | LogKind::LinkRejected
            | LogKind::Paired
            | LogKind::StallBegan
            | LogKind::StallEnded
            | LogKind::Battery
            | LogKind::Memory
            | LogKind::Filled => {}
        }
    }

    /// The clinic files so much later what changed, at flows of up to `flow` nL per day; a bolus of the program may come late whole.
    pub(crate) fn late(&mut self, seconds: u64, flow: u128, bolus: u128, until: PumpTime) {
        let moved = u128::from(seconds) * flow / 86_400 + 1;
        self.apart += moved;
        // The record may still be giving an earlier one.
        let (later, more) = self.late_bolus.map_or((until, 0), |(earlier, more)| (until.max(earlier), more));
        self.late_bolus = Some((later, bolus + more));
    }

    pub(crate) const fn loosen(&mut self) {
        self.loose = true;
    }
}

fn whole(nanolitres: &RBig) -> i128 {
    i128::try_from(nanolitres.trunc()).unwrap_or(i128::MAX)
}

impl World {
    /// Compares what was delivered since the last time both agreed, and begins anew. Only where record and pump agree and run.
    pub(crate) fn compare(&mut self, stand: &Stand<'_>) -> Held {
        let Some(twin) = stand.course.twin.as_ref() else { return Ok(()) };
        let (truth, stroke) = {
            let air = self.air.borrow();
            let provision = air.pump.implant().map(|implant| implant.provision().stroke_nanolitres);
            (*air.pump.board().truth(), i128::from(provision.unwrap_or(1)))
        };
        let books = std::mem::take(&mut self.books);
        let now = stand.now;
        self.books.base =
            Some(Base { at: now, turned: truth.turned_strokes, commanded: truth.commanded_strokes });
        self.books.late_bolus = books.late_bolus.filter(|(until, _)| *until >= now);
        let Some(base) = books.base else { return Ok(()) };
        let turned = i128::from(truth.turned_strokes - base.turned);
        let commanded = i128::from(truth.commanded_strokes - base.commanded);
        let delivered = turned * stroke;
        let told = whole(&(twin.emitted_by(now) - twin.emitted_by(base.at)));
        let at_most = whole(&(twin.programmed(base.at, now) / RBig::from(NANOGRAMS_PER_NANOLITRE)));
        let bolus = books.late_bolus.map_or(0, |(_, volume)| volume);
        let apart = i128::try_from(books.apart + bolus).unwrap_or(i128::MAX);
        let slack = stroke * i128::from(1 + books.changes + books.starts) + apart;
        let over = delivered - if books.loose { at_most.max(told) } else { told };
        let fail = |what: &str| {
            Err(format!(
                "{what}: delivered {delivered} nL, the record says {told} (at most {at_most}); strokes of {stroke} nL: \
                 turned {turned} of {commanded}; since {} s ago: {books:?}",
                now.since(base.at)
            ))
        };
        if over > slack + i128::from(books.patient) * stroke {
            return fail("more than the record says");
        }
        let lost = commanded - turned + i128::from(books.dropped);
        if !books.loose && told - delivered > slack + lost * stroke {
            return fail("less than the record says");
        }
        self.counts.one(if books.loose { "compared, held back meanwhile" } else { "compared to the stroke" });
        Ok(())
    }
}
