//! What a line and an enemy on it do to the traffic between a programmer and a pump: nothing is asked that was not asked,
//! nothing twice, and nothing else changes the pump. The input is a script of mischief, with bytes to send as they are.
#![no_main]

#[path = "../../crates/link/tests/common/mod.rs"]
mod common;

use common::{Desk, Pump, framed};
use libfuzzer_sys::fuzz_target;
use link::Secret;
use link::endpoint::EndpointLimits;
use link::frame::Kind;
use link::gate::Allowance;
use pump::Ask;

/// Reads the script.
struct Script<'a>(&'a [u8]);

impl<'a> Script<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        Some(usize::from(u16::from_le_bytes([self.byte()?, self.byte()?])))
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::from(self.byte()?).min(self.0.len());
        let (bytes, rest) = self.0.split_at(length);
        self.0 = rest;
        Some(bytes)
    }
}

/// The frame with another kind, or changed, but with a good check: as one who can count would send it.
fn again(frame: &[u8], kind: Option<Kind>, flip: Option<usize>) -> Vec<u8> {
    let mut payload = frame[6..frame.len() - 4].to_vec();
    if let Some(at) = flip.filter(|_| !payload.is_empty()) {
        let at = at % (payload.len() * 8);
        payload[at / 8] ^= 1 << (at % 8);
    }
    framed(kind.or(Kind::from_byte(frame[3])).unwrap_or(Kind::Transport), &payload)
}

/// One step of mischief with what was said so far and what is said now.
fn mischief(script: &mut Script<'_>, said: &[Vec<u8>], fresh: &[u8]) -> Option<Vec<u8>> {
    let what = script.byte()?;
    let mut pick = || Some(said[script.number()? % said.len()].clone());
    Some(match what % 8 {
        0 | 1 => fresh.to_vec(),
        2 => Vec::new(),
        3 => pick()?,
        4 => {
            let mut bytes = pick()?;
            bytes.truncate(script.number()? % bytes.len());
            bytes
        }
        5 => {
            let bytes = pick()?;
            again(&bytes, None, Some(script.number()?))
        }
        6 => {
            let bytes = pick()?;
            again(&bytes, Some(Kind::ALL[script.number()? % Kind::ALL.len()]), None)
        }
        _ if what & 8 == 0 => script.bytes()?.to_vec(),
        _ => {
            let kind = Kind::ALL[usize::from(script.byte()?) % Kind::ALL.len()];
            framed(kind, script.bytes()?)
        }
    })
}

/// A programmer that has said hello to a pump, and what it said; once unheard, once with the session open.
type Begun = (Pump, Desk, Vec<u8>);

thread_local! {
    /// Made once: a handshake costs more than all the rest of a short script.
    static BEGUN: [Begun; 2] = [false, true].map(|heard| {
        let own = Secret::new([0x22; 32]);
        // Few handshakes, for time to do other things; how many there may be is tested elsewhere.
        let mut limits = EndpointLimits::default();
        limits.gate.handshakes = Allowance { burst: 4, per_day: 400 };
        let mut pump = Pump::new(&[&own], limits);
        let mut desk = Desk::new(own, 7);
        let hello = desk.connect(0);
        if heard {
            let reply = pump.hear(&hello, 0);
            desk.hear(&reply, 0);
            assert!(desk.programmer.is_open());
        }
        (pump, desk, hello)
    });
}

fuzz_target!(|bytes: &[u8]| {
    let mut script = Script(bytes);
    let Some(flags) = script.byte() else { return };
    let (mut pump, mut desk, hello) = BEGUN.with(|begun| begun[usize::from(flags & 4 == 0)].clone());
    // The hand is there and the window is open, or not; either way nobody has the card.
    (pump.proximity, pump.pairing_open) = (flags & 1 != 0, flags & 2 != 0);
    let (mut now, mut asked) = (0, 0);
    let mut said = vec![hello];
    while !script.0.is_empty() {
        now += u64::from(flags >> 4);
        let fresh = if desk.programmer.is_open() && desk.programmer.outstanding().is_none() {
            asked += 1;
            desk.ask(&Ask::ReadLog { from: asked }, now)
        } else {
            desk.tick(now)
        };
        if !fresh.is_empty() {
            said.push(fresh.clone());
        }
        let (before, count) = (pump.inner.clone(), pump.asks());
        let Some(bytes) = mischief(&mut script, &said, &fresh) else { return };
        let answered = pump.hear(&bytes, now);
        if pump.asks() == count {
            let emergencies = pump.inner.emergencies;
            assert_eq!(pump.inner, common::Inner { emergencies, ..before }, "changed without a request");
        }
        assert!(pump.inner.reads.is_sorted_by(|one, next| one < next), "a request was done twice");
        assert!(pump.inner.reads.iter().all(|from| (1..=asked).contains(from)), "a request that nobody made");
        assert!(pump.proximity || pump.inner.emergencies == 0, "an emergency from afar");
        assert!(pump.introductions.is_empty(), "paired without the card");
        desk.hear(&answered, now);
        // A session that is over is opened again, now and then.
        if !desk.programmer.is_open() && desk.programmer.outstanding().is_none() && said.len() % 5 == 0 {
            said.push(desk.connect(now));
        }
    }
});
