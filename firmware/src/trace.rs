//! Until the pump's controller is here: its arithmetic. Each record of the script is a program; its trace is what the
//! program has delivered at the end of each day of a year, and when it comes to volumes.

use pump::{Base, Bolus, BolusKind, Curve, Delivery, Program, ProgramError, PumpTime, Rate, Step, Week};
use quantity::{Quotient, Span, Volume};

const RECORD: usize = 16;
const DAY: i64 = 86_400;
const DAYS: i64 = 365;

/// Runs a script and gives its trace, piece by piece, to `sink`.
pub(crate) fn run(script: &[u8], sink: &mut dyn FnMut(&[u8])) {
    for record in script.as_chunks::<RECORD>().0 {
        match program(record) {
            Ok(program) => year(&program, sink),
            Err(_) => sink(b"refused"),
        }
    }
}

fn year(program: &Program, sink: &mut dyn FnMut(&[u8])) {
    let start = PumpTime(1_700_000_000);
    let stroke = Volume::from_nanolitres(250).map_or(Delivery::Continuous, Delivery::Strokes);
    for delivery in [Delivery::Continuous, stroke] {
        let curve = Curve::new(program, start, delivery);
        for day in 0..DAYS {
            let at = PumpTime(start.0 + day * DAY + 7 * day);
            let volume = curve.delivered_by(at).volume();
            sink(&volume.numerator().to_le_bytes());
            sink(&volume.denominator().to_le_bytes());
            let reached = curve.time_of(volume).map_or(i64::MIN, |time| time.0);
            sink(&reached.to_le_bytes());
        }
    }
}

fn program(record: &[u8; RECORD]) -> Result<Program, ProgramError> {
    let [kind, fine, a, b, c, d, e, f, g, h, rest @ ..] = *record;
    let denominator = u128::from(fine) + 1;
    let rate = |high: u8, low: u8| {
        let flow = Quotient::new(u128::from(u16::from_be_bytes([high, low])) * 50, denominator);
        Rate::new(flow.unwrap_or(Quotient::ZERO))
    };
    let base = if kind % 4 == 0 {
        Base::Continuous(rate(a, b)?)
    } else {
        let weekday = [
            Step { from_second: 0, rate: rate(a, b)? },
            Step { from_second: 60 * (1 + u32::from(c)), rate: rate(d, e)? },
            Step { from_second: 60 * (300 + u32::from(f)), rate: rate(g, h)? },
        ];
        let sunday = [Step { from_second: 0, rate: rate(h, g)? }];
        Base::Flex(Week::new([&weekday, &weekday, &weekday, &weekday, &weekday, &sunday, &sunday])?)
    };
    let program = Program::new(base);
    let [bolus, over, ..] = rest;
    if bolus % 2 == 0 {
        return Ok(program);
    }
    let volume = Quotient::new(u128::from(bolus) * 100, denominator).unwrap_or(Quotient::ZERO);
    let over = Span::from_seconds(60 * u64::from(over)).map_err(|_| ProgramError::BolusInNoTime)?;
    program.after_bolus(Bolus { kind: BolusKind::Single, volume, over })
}
