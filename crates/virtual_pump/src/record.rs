//! A script of one year in the life of a pump, made by living it: programs, boluses, faults, resets, and the bytes of real
//! sessions. `implant::trace` plays it again anywhere.

use crate::visit::{Air, Visit, VisitError};
use ::pump::cell::{Cell, Copy};
use ::pump::{
    AlarmClass, Amounting, Ask, BasePart, BolusKind, BolusPart, Condition, EmergencyAsk, FillPart, Flowing,
    HoldKind, ORDER_VERSION, Order, PatientBolusPart, ProgramError, ProgramPart, Provision, StepPart, Text,
    TextError, What,
};
use heapless::Vec as Few;
use implant::trace::{Defect, Player, Record, RecordError};
use implant::{HELD_SECONDS, Made, Secrets};

/// Seconds of a day.
const DAY: u32 = 86_400;
/// Bytes of the longest record.
const RECORD_MAX: usize = 4_096;

/// A year that cannot be lived.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum YearError {
    /// Over the link.
    #[error(transparent)]
    Visit(#[from] VisitError),
    /// A record does not fit.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A text does not fit.
    #[error(transparent)]
    Text(#[from] TextError),
    /// A program cannot be built.
    #[error(transparent)]
    Program(#[from] ProgramError),
}

/// Lives on a player and writes down what happens to it.
struct Recorder {
    player: Box<Player>,
    script: Vec<u8>,
    trace: Vec<u8>,
    failed: Option<RecordError>,
}

impl Recorder {
    fn play(&mut self, record: &Record<'_>) {
        let mut bytes = [0; RECORD_MAX];
        match record.encode(&mut bytes) {
            Ok(length) => {
                self.script.extend_from_slice(bytes.get(..length).unwrap_or_default());
                let trace = &mut self.trace;
                self.player.play(record, &mut |piece| trace.extend_from_slice(piece));
            }
            Err(error) => self.failed = self.failed.or(Some(error)),
        }
    }

    fn defect(&mut self, defect: Defect) {
        self.play(&Record::Defect(defect));
    }

    fn days(&mut self, days: u32) {
        self.play(&Record::Pass { seconds: days * DAY });
    }

    fn hours(&mut self, hours: u32) {
        self.play(&Record::Pass { seconds: hours * 3_600 });
    }

    /// What the pump has sent since the last call.
    fn sent(&mut self) -> Vec<u8> {
        let trace = core::mem::take(&mut self.trace);
        let mut sent = Vec::new();
        let mut rest = trace.as_slice();
        while let Some((tag, after)) = rest.split_first() {
            let length = match tag {
                b'S' => 4,
                b'W' => 10,
                b'T' => 5,
                b'R' => match after {
                    [_, _, _, _, low, high, bytes @ ..] => {
                        let length = usize::from(u16::from_le_bytes([*low, *high]));
                        sent.extend_from_slice(bytes.get(..length).unwrap_or_default());
                        6 + length
                    }
                    _ => return sent,
                },
                _ => return sent,
            };
            rest = after.get(length..).unwrap_or_default();
        }
        sent
    }
}

impl Air for Recorder {
    fn exchange(&mut self, bytes: &[u8]) -> Vec<u8> {
        if !bytes.is_empty() {
            self.play(&Record::Radio { bytes });
        }
        self.sent()
    }

    fn pass(&mut self, seconds: u64) {
        let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
        self.play(&Record::Pass { seconds });
    }

    fn seconds(&self) -> u64 {
        self.player.ticks()
    }
}

/// The year and who lives it.
struct Year {
    recorder: Recorder,
    visit: Visit,
    provision: Provision,
    counter: u64,
}

/// Makes the script of one year of a pump; `seed`: everything random in it comes from this.
///
/// # Errors
/// [`YearError`]: never for a provision that takes 0.2 to 0.6 mL a day.
pub fn year(provision: &Provision, seed: u64) -> Result<Vec<u8>, YearError> {
    let secrets = Secrets { link: [7; 32], card: [9; 32] };
    let visit = Visit::new(provision.serial.clone(), secrets.public(), secrets.card, seed);
    let player = Box::new(Player::new());
    let recorder = Recorder { player, script: Vec::new(), trace: Vec::new(), failed: None };
    let mut year = Year { recorder, visit, provision: provision.clone(), counter: 0 };
    let made = Made { provision: provision.clone(), secrets };
    year.recorder.play(&Record::Make { now: 1_767_225_600, seed, made });
    year.live()?;
    match year.recorder.failed {
        Some(error) => Err(error.into()),
        None => Ok(year.recorder.script),
    }
}

impl Year {
    fn live(&mut self) -> Result<(), YearError> {
        self.close();
        self.visit.pair(&mut self.recorder)?;
        self.visit.connect(&mut self.recorder)?;
        self.enter(What::Program(self.continuous(400_000, true)?))?;
        self.ask(&Ask::TestAlarm(AlarmClass::Critical))?;
        self.leave()?;
        for month in 0..12_u32 {
            self.month(month)?;
        }
        Ok(())
    }

    /// 30 days: something happens, and a visit at the end.
    fn month(&mut self, month: u32) -> Result<(), YearError> {
        self.recorder.days(5);
        for _ in 0..4 {
            self.recorder.defect(Defect::Press);
            self.recorder.hours(5);
        }
        self.recorder.days(4);
        match month {
            1 => {
                self.recorder.defect(Defect::Stall);
                self.recorder.hours(30);
                self.recorder.defect(Defect::Recover);
            }
            2 => self.recorder.defect(Defect::Reset),
            3 => self.recorder.defect(Defect::BrownOut),
            4 => self.recorder.defect(Defect::Corrupt(Cell::Committed, Copy::A)),
            5 => self.recorder.defect(Defect::Clock(3_600)),
            6 => self.recorder.defect(Defect::Cut { write: 3, byte: 17 }),
            7 => {
                self.close();
                self.visit.emergency(&mut self.recorder, EmergencyAsk::Hold(HoldKind::MinimumRate))?;
                self.recorder.defect(Defect::Close(false));
                self.recorder.hours(9);
            }
            8 => self.recorder.play(&Record::Radio { bytes: &[0xA7, 0x5C, 1, 0x20, 8, 0, 1, 2, 3] }),
            9 => self.recorder.defect(Defect::Battery(1)),
            10 => {
                self.recorder.defect(Defect::Corrupt(Cell::Committed, Copy::A));
                self.recorder.defect(Defect::Corrupt(Cell::Committed, Copy::B));
                self.recorder.defect(Defect::Reset);
                self.recorder.hours(20);
            }
            _ => {}
        }
        self.recorder.days(20);
        self.close();
        self.visit.connect(&mut self.recorder)?;
        self.ask(&Ask::Interrogate)?;
        self.ask(&Ask::ReadLog { from: 1 })?;
        for condition in Condition::ALL {
            self.ask(&Ask::Acknowledge(condition))?;
        }
        let what = match month % 4 {
            0 => What::Program(self.flex(month)?),
            1 => What::Program(self.bolus(month)?),
            2 => What::Program(self.continuous(250_000 + u64::from(month) * 20_000, true)?),
            _ => What::Hold { kind: HoldKind::MinimumRate, remind_after_seconds: 7_200 },
        };
        let held = matches!(what, What::Hold { .. });
        self.enter(what)?;
        if held {
            self.recorder.pass(600);
            self.enter(What::Resume)?;
        }
        self.ask(&Ask::ReadCommitted)?;
        self.leave()
    }

    fn close(&mut self) {
        self.recorder.defect(Defect::Close(true));
        self.recorder.pass(HELD_SECONDS + 1);
    }

    fn leave(&mut self) -> Result<(), YearError> {
        self.ask(&Ask::Goodbye)?;
        self.recorder.defect(Defect::Close(false));
        Ok(())
    }

    fn ask(&mut self, ask: &Ask) -> Result<(), YearError> {
        self.visit.ask(&mut self.recorder, ask)?;
        Ok(())
    }

    /// Whatever the pump answers is part of the year.
    fn enter(&mut self, what: What) -> Result<(), YearError> {
        self.counter += 1;
        let now = self.recorder.player.now().0;
        let order = Order {
            version: ORDER_VERSION,
            serial: self.provision.serial.clone(),
            counter: self.counter,
            id: Text::new(&format!("order-{}", self.counter))?,
            record_digest: [0x5A; 32],
            prescribed_by: Text::new("Prescriber")?,
            checked_by: None,
            not_before: now,
            expires_at: now + 3_600,
            what,
        };
        self.visit.enter(&mut self.recorder, &order)?;
        Ok(())
    }

    fn part(&self, base: BasePart, fill: bool) -> Result<ProgramPart, YearError> {
        let volume = Amounting { numerator: 10_000, denominator: 1 };
        Ok(ProgramPart {
            drug: Text::new("baclofen")?,
            concentration_nanograms_per_millilitre: 500_000,
            boluses: Few::new(),
            base,
            patient_bolus: Some(PatientBolusPart {
                volume,
                over_seconds: 600,
                lockout_seconds: 4 * 3_600,
                per_day_max: 3,
            }),
            day_totals_nanograms: [0; 7],
            fill: fill.then_some(FillPart {
                volume_nanolitres: self.provision.reservoir_nanolitres,
                alarm_volume_nanolitres: 2_000_000,
            }),
        })
    }

    fn whole(&self, mut part: ProgramPart) -> Result<ProgramPart, YearError> {
        let program = part.program(self.provision.minimum_rate)?;
        part.day_totals_nanograms =
            ProgramPart::day_totals(&program, part.concentration_nanograms_per_millilitre);
        Ok(part)
    }

    fn continuous(&self, numerator: u64, fill: bool) -> Result<ProgramPart, YearError> {
        self.whole(self.part(BasePart::Continuous(Flowing { numerator, denominator: 1 }), fill)?)
    }

    fn bolus(&self, month: u32) -> Result<ProgramPart, YearError> {
        let flow = Flowing { numerator: 1_000_000 + u64::from(month) * 7, denominator: 3 };
        let mut part = self.part(BasePart::Continuous(flow), month.is_multiple_of(2))?;
        let volume = Amounting { numerator: 200_000, denominator: 3 };
        // There is room.
        part.boluses.push(BolusPart { kind: BolusKind::Single, volume, over_seconds: 3_600 }).ok();
        self.whole(part)
    }

    fn flex(&self, month: u32) -> Result<ProgramPart, YearError> {
        let flow = |numerator| Flowing { numerator: numerator + u64::from(month) * 1_000, denominator: 1 };
        let step = |from_second, numerator| StepPart { from_second, flow: flow(numerator) };
        let workday: Few<StepPart, { ::pump::STEPS_PER_DAY_MAX }> =
            [step(0, 200_000), step(25_200, 480_000), step(72_000, 300_000)].into_iter().collect();
        let weekend: Few<StepPart, { ::pump::STEPS_PER_DAY_MAX }> =
            [step(0, 220_000), step(36_000, 400_000)].into_iter().collect();
        let days = core::array::from_fn(|day| if day < 5 { workday.clone() } else { weekend.clone() });
        self.whole(self.part(BasePart::Flex(days), true)?)
    }
}
