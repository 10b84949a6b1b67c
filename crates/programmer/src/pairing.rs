//! Pairing with a pump, at the pump and with its card.

use crate::card::PumpCard;
use crate::error::TalkError;
use crate::identity::Identity;
use crate::line::{LIMITS, Line, Random, patience_seconds};
use crate::wire::Wire;
use link::Secret;
use link::programmer::{Event, Programmer};
use link::session::Label;
use pump::Text;

/// Makes this programmer known to the pump of a card under a label of at most 40 bytes. A programmer that the pump knows already
/// keeps its place.
///
/// # Errors
/// [`TalkError::NotPaired`], [`TalkError::NotKept`], [`TalkError::OtherKey`], [`TalkError::BackOff`], [`TalkError::Wire`]
pub fn pair<W: Wire>(
    wire: W,
    identity: &Identity,
    card: &PumpCard,
    label: &str,
    random: Random<'_>,
) -> Result<(), TalkError> {
    let label = Label::new(label)?;
    let programmer = Programmer::new(identity.noise(), Text::new(&card.serial)?, LIMITS);
    let mut line = Line::new(wire, programmer);
    line.say::<_, TalkError>(|programmer, now, out| {
        let (secret, order_key) = (Secret::new(card.pairing_secret), identity.order_public());
        Ok(((), programmer.pair(secret, order_key, label, now, random, out)?))
    })?;
    loop {
        match line.next(random)? {
            // Only who has the card's secret can say this.
            Event::Paired { pump, .. } if pump != card.pump_key => return Err(TalkError::OtherKey),
            Event::Paired { slot: Some(_), .. } => return Ok(()),
            Event::Paired { slot: None, .. } => return Err(TalkError::NotKept),
            Event::Busy { seconds } => return Err(TalkError::BackOff { seconds: u64::from(seconds) }),
            Event::GaveUp(_) => return Err(TalkError::NotPaired { seconds: patience_seconds() }),
            Event::Introduced
            | Event::SentAgain(_)
            | Event::Rejected(_)
            | Event::Closed
            | Event::Opened
            | Event::Answer { .. }
            | Event::Emergency(_) => {}
        }
    }
}
