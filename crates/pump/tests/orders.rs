//! Orders: R-PMP-5 (bytes), R-PMP-6 (the pump's own bounds), R-PMP-7 (memory cells).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod plain;

use dashu_ratio::RBig;
use plain::{DAY, Lasting, exactly, plans, starts};
use proptest::prelude::*;
use pump::cell::{self, COPY_BYTES_MAX, Cell, Found, MEMORY_BYTES, Memory};
use pump::{
    Base, Bounds, Curve, Delivery, FillPart, Flowing, ORDER_VERSION, Order, OrderBytesError, Program,
    ProgramPart, Provision, PumpTime, Text, Tone, Unfit, What,
};

const WIDE: u64 = 1_000_000_000_000;

fn provision(stroke_nanolitres: u64) -> Provision {
    let tone = Tone { length_seconds: 1, cadence_seconds: 3_600 };
    Provision {
        serial: Text::new("V-1").unwrap(),
        model: Text::new("invented").unwrap(),
        stroke_nanolitres,
        reservoir_nanolitres: 40_000_000,
        minimum_rate: Flowing { numerator: 6_000, denominator: 1 },
        bounds: Bounds {
            flow_max_nanolitres_per_day: WIDE,
            bolus_flow_max_nanolitres_per_day: u64::MAX,
            bolus_volume_max_nanolitres: u64::MAX,
            volume_per_day_max_nanolitres: u64::MAX,
            mass_per_day_max_nanograms: u64::MAX,
            concentration_max_nanograms_per_millilitre: u64::MAX,
        },
        clock_offset_seconds: 3_600,
        single_tone: tone,
        two_tone: tone,
        stopped_alarm_after_seconds: 172_800,
        indicator_to_end_seconds: 7_776_000,
        emergency_unnoticed_max_seconds: 1_800,
        stage_expires_after_seconds: 300,
        silence_max_seconds: 86_400,
        stall_after_strokes: 4,
        late_max_seconds: 60,
        telemetry_trap: true,
        field_shuts_valve: false,
    }
}

fn order(program: &Program, strength: u64) -> Order {
    let fill = FillPart { volume_nanolitres: 20_000_000, alarm_volume_nanolitres: 2_000_000 };
    let part = ProgramPart::of(program, Text::new("invented drug").unwrap(), strength, Some(fill)).unwrap();
    Order {
        version: ORDER_VERSION,
        serial: Text::new("V-1").unwrap(),
        counter: 7,
        id: Text::new("order-3").unwrap(),
        record_digest: [7; 32],
        prescribed_by: Text::new("A").unwrap(),
        checked_by: None,
        not_before: 0,
        expires_at: 600,
        what: What::Program(part),
    }
}

fn part(order: &Order) -> ProgramPart {
    match &order.what {
        What::Program(part) => part.clone(),
        What::Hold { .. } | What::Resume => unreachable!("built with a program"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// R-PMP-5: what goes into an order comes out of its bytes, the program as it was; bytes cut short, with more behind, or
    /// of another form are refused.
    #[test]
    fn an_order_is_its_bytes(plan in plans(), cut in any::<prop::sample::Index>(), extra in 1_usize..20) {
        let program = plan.program().unwrap();
        let order = order(&program, plan.strength);
        let bytes = order.to_bytes().unwrap();
        prop_assert_eq!(&Order::from_bytes(&bytes).unwrap(), &order);
        let read = part(&order).program(Flowing::of(match program.base() {
            Base::MinimumRate(rate) => *rate,
            _ => pump::Rate::ZERO,
        }));
        prop_assert_eq!(read.unwrap(), program);
        prop_assert!(Order::from_bytes(&bytes[..cut.index(bytes.len())]).is_err());
        let mut longer = bytes.to_vec();
        longer.resize(bytes.len() + extra, 0);
        let refused = if longer.len() > pump::ORDER_BYTES_MAX { OrderBytesError::TooLong } else { OrderBytesError::Extra { extra } };
        prop_assert_eq!(Order::from_bytes(&longer), Err(refused));
        longer.truncate(bytes.len());
        longer[0] = ORDER_VERSION + 1;
        prop_assert_eq!(Order::from_bytes(&longer), Err(OrderBytesError::NotAnOrder));
    }

    /// R-PMP-6: within every bound a program is admitted; at one less than it needs in a day it is not, and what it needs is
    /// never less than what it gives in any 24 hours. What the order says a day comes to must be what the pump works out.
    #[test]
    fn bounds_hold_whatever_is_ordered(plan in plans(), start in starts(), at in 0..30 * DAY, day in 0_usize..7) {
        prop_assume!(!matches!(plan.lasting, Lasting::MinimumRate(_)));
        let program = plan.program().unwrap();
        // A stroke so large that no flow is too fast for one a second.
        let mut made = provision(WIDE);
        let part = part(&order(&program, plan.strength));
        prop_assert_eq!(part.admit(&made), Ok(program.clone()));

        let curve = Curve::new(&program, PumpTime(start), Delivery::Continuous);
        let by = |at| exactly(curve.delivered_by(PumpTime(at)).volume());
        let in_a_day = by(start + at + DAY) - by(start + at);
        made.bounds.volume_per_day_max_nanolitres = 0;
        match part.admit(&made) {
            Err(Unfit::VolumePerDay { given, max: 0 }) => {
                prop_assert!(RBig::from(given) >= in_a_day, "{} {}", given, in_a_day);
                made.bounds.volume_per_day_max_nanolitres = given;
                prop_assert!(part.admit(&made).is_ok());
                made.bounds.volume_per_day_max_nanolitres = given - 1;
                prop_assert!(part.admit(&made).is_err());
            }
            other => prop_assert!(other.is_ok() && in_a_day == RBig::ZERO, "{other:?}"),
        }

        let mut lied = part;
        lied.day_totals_nanograms[day] += 1;
        let stated = lied.day_totals_nanograms[day];
        let wrong = Unfit::DayTotal { day: u8::try_from(day).unwrap(), stated, computed: stated - 1 };
        prop_assert_eq!(lied.admit(&provision(WIDE)), Err(wrong));
    }
}

/// R-PMP-6: each bound is asked for itself.
#[test]
fn each_bound_refuses() {
    use pump::{BolusKind, Rate};
    use quantity::{Flow, Span, Volume};
    let flow = |nanolitres| Rate::new(Flow::from_nanolitres_per_day(nanolitres).unwrap().quotient()).unwrap();
    let volume = |nanolitres| Volume::from_nanolitres(nanolitres).unwrap().quotient();
    let over = |seconds| Span::from_seconds(seconds).unwrap();
    let patient = |volume_nanolitres, lockout, per_day_max| pump::PatientBolus {
        volume: volume(volume_nanolitres),
        over: over(600),
        lockout: over(lockout),
        per_day_max,
    };
    let bolus = pump::Bolus { kind: BolusKind::Single, volume: volume(50_000), over: over(3_600) };
    let program = Program::new(Base::Continuous(flow(400_000))).after_bolus(bolus).unwrap();
    let admit = |program: Program, change: &dyn Fn(&mut Provision, &mut ProgramPart)| {
        let (mut made, mut part) = (provision(1_000), part(&order(&program, 500_000)));
        change(&mut made, &mut part);
        part.admit(&made).err()
    };
    let none = |_: &mut Provision, _: &mut ProgramPart| {};
    assert_eq!(admit(program.clone(), &none), None);
    type Change<'a> = &'a dyn Fn(&mut Provision, &mut ProgramPart);
    let cases: [(Change<'_>, Unfit); 8] = [
        (
            &|_, part| part.concentration_nanograms_per_millilitre = 0,
            Unfit::Concentration { given: 0, max: u64::MAX },
        ),
        (
            &|made, _| made.bounds.concentration_max_nanograms_per_millilitre = 499_999,
            Unfit::Concentration { given: 500_000, max: 499_999 },
        ),
        (&|made, _| made.bounds.flow_max_nanolitres_per_day = 399_999, Unfit::Flow { max: 399_999 }),
        // A stroke of 4 nL a second is 345,600 nL a day.
        (&|made, _| made.stroke_nanolitres = 4, Unfit::Flow { max: 345_600 }),
        (&|made, _| made.bounds.bolus_volume_max_nanolitres = 49_999, Unfit::BolusVolume { max: 49_999 }),
        (
            &|made, _| made.bounds.bolus_flow_max_nanolitres_per_day = 1_199_999,
            Unfit::BolusFlow { max: 1_199_999 },
        ),
        (
            &|made, _| made.bounds.mass_per_day_max_nanograms = 224_999,
            Unfit::MassPerDay { given: 225_000, max: 224_999 },
        ),
        (
            &|made, _| made.reservoir_nanolitres = 19_999_999,
            Unfit::Fill { given: 20_000_000, max: 19_999_999 },
        ),
    ];
    for (change, expected) in cases {
        assert_eq!(admit(program.clone(), change), Some(expected));
    }
    for (lockout, per_day_max, volume, fits) in [
        (600, 24, 1_000, true),
        (599, 24, 1_000, false),
        (600, 25, 1_000, false),
        (600, 0, 1_000, false),
        (600, 24, 999, false),
    ] {
        let program = program.clone().with_patient_bolus(patient(volume, lockout, per_day_max));
        assert_eq!(
            admit(program, &none),
            (!fits).then_some(Unfit::PatientBolus),
            "{lockout} {per_day_max} {volume}"
        );
    }
}

/// Memory whose power fails at a byte of a write: what comes after is lost, the byte itself holds anything.
struct Failing {
    bytes: Vec<u8>,
    left: usize,
    torn: u8,
}

impl Memory for Failing {
    fn read(&mut self, address: u32, into: &mut [u8]) {
        let from = address as usize;
        into.copy_from_slice(&self.bytes[from..from + into.len()]);
    }

    fn write(&mut self, address: u32, bytes: &[u8]) {
        for (byte, place) in bytes.iter().zip(address as usize..) {
            match self.left {
                0 => return,
                1 => self.bytes[place] = self.torn,
                _ => self.bytes[place] = *byte,
            }
            self.left -= 1;
        }
    }
}

/// R-PMP-7: power may fail at any byte of a write: what is read afterwards is the payload before or the new one, and never
/// nothing; the generation tells which.
#[test]
fn a_cell_survives_a_cut_at_every_byte() {
    let mut scratch = [0; COPY_BYTES_MAX];
    let mut cuts = 0;
    for cell in Cell::ALL {
        let (old, new) = (vec![1_u8; cell.bytes() / 2], vec![2_u8; cell.bytes() - 12]);
        for torn in [0x00, 0xFF, 0x5A] {
            for cut in 0..=cell.bytes() + 1 {
                let mut memory = Failing { bytes: vec![0; MEMORY_BYTES as usize], left: usize::MAX, torn };
                assert_eq!(cell::load(&mut memory, cell, &mut scratch), (Found::Blank, 0));
                let first = cell::store(&mut memory, cell, None, &old, &mut scratch).unwrap();
                let first = cell::store(&mut memory, cell, Some(first), &old, &mut scratch).unwrap();
                memory.left = cut;
                let written = cell::store(&mut memory, cell, Some(first), &new, &mut scratch);
                let (found, length) = cell::load(&mut memory, cell, &mut scratch);
                let Found::Whole { generation, .. } = found else { panic!("{cell:?} {cut}: {found:?}") };
                let expected = if generation == 3 { &new } else { &old };
                assert_eq!(&scratch[..length], expected.as_slice(), "{cell:?} {cut}");
                // A store that says it is good is good; the byte at which power fails may happen to be right.
                assert!(written.is_err() || generation == 3, "{cell:?} {cut}");
                assert!(cut <= new.len() + 12 || written.is_ok());
                cuts += 1;
            }
        }
    }
    assert!(cuts > 13_000, "{cuts}");
}

/// R-PMP-7: a copy with any bit turned is not whole, and the other one is taken and told.
#[test]
fn a_turned_bit_is_seen() {
    let mut scratch = [0; COPY_BYTES_MAX];
    let mut memory = Failing { bytes: vec![0; MEMORY_BYTES as usize], left: usize::MAX, torn: 0 };
    let first = cell::store(&mut memory, Cell::Tally, None, &[1; 20], &mut scratch).unwrap();
    let second = cell::store(&mut memory, Cell::Tally, Some(first), &[2; 20], &mut scratch).unwrap();
    let at = Cell::Tally.address(second.0) as usize;
    for bit in 0..(20 + 12) * 8 {
        memory.bytes[at + bit / 8] ^= 1 << (bit % 8);
        let (found, _) = cell::load(&mut memory, Cell::Tally, &mut scratch);
        assert_eq!(found, Found::Whole { copy: first.0, generation: first.1, other_broken: true }, "{bit}");
        assert_eq!(scratch[..20], [1; 20]);
        memory.bytes[at + bit / 8] ^= 1 << (bit % 8);
    }
    memory.bytes[Cell::Tally.address(first.0) as usize] ^= 1;
    memory.bytes[at] ^= 1;
    assert_eq!(cell::load(&mut memory, Cell::Tally, &mut scratch).0, Found::Lost);
}
