//! Faults, holds and orders: R-CTL-7 (holds), R-CTL-8 (safe state), R-CTL-9 (motor), R-CTL-10 (orders).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod board;

use board::{DAY, Machine, START, close, continuous, order, provision, signed};
use controller::memory::{Cells, Kept, Loaded};
use controller::{AskContext, Controller};
use pump::cell::{Cell, Copy};
use pump::{
    Answer, Ask, Battery, EmergencyAsk, FaultKind, HoldKind, LogKind, PumpTime, Refused, Running, Unfit, What,
};

fn running(nanolitres_per_day: u64) -> Machine {
    let mut machine = Machine::new(START);
    machine.order(START, What::Program(continuous(nanolitres_per_day)));
    machine.run(START + DAY);
    machine
}

fn made_in(machine: &mut Machine, seconds: i64) -> usize {
    let (before, until) = (machine.made.len(), machine.controller.wake_at().0.min(i64::MAX - seconds));
    let from = machine.made.last().copied().unwrap_or(START).max(until.min(START + 400 * DAY));
    machine.run(from + seconds);
    machine.made.len() - before
}

/// R-CTL-7: a hold lasts until somebody decides, also past its reminder and over a reset; a new program ends it.
#[test]
fn holds_last() {
    let mut machine = running(500_000);
    let now = START + DAY;
    assert_eq!(machine.made.len(), 500);
    machine.order(now, What::Hold { kind: HoldKind::Stop, remind_after_seconds: 3_600 });
    assert_eq!(machine.controller.wake_at().0, now + 3_600, "the next step is wanted at the reminder");
    machine.run(now + 5 * DAY);
    let mut machine = machine.restarted(now + 5 * DAY);
    machine.run(now + 6 * DAY);
    assert_eq!((machine.made.len(), machine.controller.running()), (0, Running::HeldStopped));
    let hold = machine.controller.hold().unwrap();
    assert_eq!((hold.since, hold.remind_at, hold.emergency), (now, now + 3_600, false));
    machine.order(now + 6 * DAY, What::Program(continuous(1_000_000)));
    machine.run(now + 7 * DAY);
    assert_eq!((machine.made.len(), machine.controller.hold()), (1_000, None));
    // Held at the minimum rate, 6 strokes a day.
    machine.order(now + 7 * DAY, What::Hold { kind: HoldKind::MinimumRate, remind_after_seconds: 60 });
    machine.run(now + 9 * DAY);
    assert_eq!((machine.made.len(), machine.controller.running()), (1_012, Running::HeldAtMinimum));
    machine.order(now + 9 * DAY, What::Resume);
    machine.run(now + 10 * DAY);
    assert_eq!(machine.made.len(), 2_012);
}

/// R-CTL-7: an emergency hold needs a hand close by, never raises a flow, and nothing but a signed order ends it.
#[test]
fn emergencies_only_lower() {
    let far = AskContext { close: false, ..close() };
    let mut machine = running(500_000);
    let now = START + DAY;
    let effects = machine.controller.ask_emergency(PumpTime(now), EmergencyAsk::Hold(HoldKind::Stop), &far);
    assert_eq!(effects.answer, Some(Answer::Refused(Refused::NotClose)));
    assert_eq!(machine.controller.running(), Running::Program);
    machine.order(now, What::Hold { kind: HoldKind::Stop, remind_after_seconds: 3_600 });
    assert_eq!(machine.emergency(now, EmergencyAsk::Hold(HoldKind::MinimumRate)), Some(Answer::Done));
    assert_eq!(machine.controller.running(), Running::HeldStopped);
    machine.order(now, What::Resume);
    machine.emergency(now + 10, EmergencyAsk::Hold(HoldKind::MinimumRate));
    assert_eq!(machine.controller.hold().map(|hold| hold.remind_at), Some(now + 10 + 3_600));
    machine.emergency(now + 500, EmergencyAsk::Hold(HoldKind::MinimumRate));
    assert_eq!(machine.controller.hold().map(|hold| hold.remind_at), Some(now + 10 + 3_600), "not put off");
    machine.emergency(now + 600, EmergencyAsk::Hold(HoldKind::Stop));
    let hold = machine.controller.hold().unwrap();
    assert_eq!((hold.kind, hold.remind_at, hold.emergency), (HoldKind::Stop, now + 10 + 3_600, true));
    let machine = machine.restarted(now + 700);
    assert_eq!(machine.controller.hold(), Some(hold));
    // A program slower than the minimum rate is not made faster.
    let mut slow = Machine::new(START);
    slow.order(START, What::Program(continuous(1_000)));
    slow.emergency(START, EmergencyAsk::Hold(HoldKind::MinimumRate));
    slow.run(START + 10 * DAY);
    assert_eq!(slow.made.len(), 10);
    let mut never = Machine::new(START);
    let answer = never.emergency(START, EmergencyAsk::Hold(HoldKind::MinimumRate));
    assert_eq!(answer, Some(Answer::Refused(Refused::NeverProgrammed)));
}

/// R-CTL-8: whatever is lost, the minimum rate runs and its first cause stands, also over resets; a program ends it.
#[test]
fn what_is_lost_is_told() {
    let spoil = |machine: &mut Machine, cell: Cell| {
        for copy in [Copy::A, Copy::B] {
            machine.board.bytes[cell.address(copy) as usize + 9] ^= 0xFF;
            machine.board.bytes[cell.address(copy) as usize] = 1;
        }
    };
    let cases = [
        (Cell::Committed, FaultKind::OrderLost),
        (Cell::Tally, FaultKind::TallyLost),
        (Cell::State, FaultKind::StateLost),
    ];
    for (cell, fault) in cases {
        let mut machine = running(500_000);
        spoil(&mut machine, cell);
        let now = START + DAY + 5;
        let mut machine = machine.restarted(now);
        let epitaph = machine.controller.status(PumpTime(now), &[], 0, 0).epitaph.unwrap();
        assert_eq!((machine.controller.running(), epitaph.fault), (Running::SafeState, fault), "{cell:?}");
        machine.run(now + 10 * DAY);
        assert_eq!(machine.made.len(), 60, "{cell:?}");
        assert_eq!(machine.count(LogKind::SafeState), 1);
        let mut machine = machine.restarted(now + 10 * DAY);
        let again = machine.controller.status(PumpTime(now), &[], 0, 0).epitaph.unwrap();
        assert_eq!((again.fault, again.at), (fault, epitaph.at), "{cell:?}");
        machine.counter = 9;
        let answer = machine.order(now + 10 * DAY, What::Resume);
        assert_eq!(answer, Some(Answer::Refused(Refused::SafeState)));
        let answer = machine.order(now + 10 * DAY, What::Program(continuous(500_000)));
        assert!(matches!(answer, Some(Answer::Runs { .. })), "{answer:?}");
        machine.step(now + 10 * DAY);
        let mut machine = machine.restarted(now + 10 * DAY + 1);
        machine.run(now + 11 * DAY);
        assert_eq!((machine.made.len(), machine.controller.running()), (500, Running::Program), "{cell:?}");
    }
}

/// R-CTL-8: an order that no longer passes the bounds, an older copy in place of the newer one, and a reset for want of battery.
#[test]
fn what_is_unfit_does_not_run() {
    let machine = running(500_000);
    let mut board = machine.board.clone();
    let (_, loaded) = Cells::load(&mut board);
    let start = |loaded: &Loaded, flow_max, low_battery| {
        let mut provision = provision();
        provision.bounds.flow_max_nanolitres_per_day = flow_max;
        let controller = Controller::start(provision, loaded.clone(), PumpTime(START + DAY), low_battery);
        let status = controller.status(PumpTime(START + DAY), &[], 0, 0);
        (status.running, status.epitaph.map(|epitaph| epitaph.fault), status.counter)
    };
    assert_eq!(start(&loaded, 24_000_000, false), (Running::Program, None, 1));
    assert_eq!(start(&loaded, 499_999, false), (Running::SafeState, Some(FaultKind::OrderUnfit), 1));
    assert_eq!(start(&loaded, 24_000_000, true), (Running::SafeState, Some(FaultKind::LowBattery), 1));
    let mut newer = loaded.clone();
    let Kept::Whole(tally) = &mut newer.tally else { panic!() };
    tally.order_counter = 2;
    assert_eq!(start(&newer, 24_000_000, false).1, Some(FaultKind::OrderLost));
    let mut gone = loaded;
    gone.committed = Kept::Blank;
    assert_eq!(start(&gone, 24_000_000, false).1, Some(FaultKind::OrderLost));
    assert_eq!(start(&Loaded::blank(), 24_000_000, true).0, Running::NeverProgrammed);
}

/// R-CTL-8: memory that does not take a write: a commit changes nothing; a stroke that cannot be counted is not made, and the
/// minimum rate runs on without counts; an emergency hold is in force all the same.
#[test]
fn memory_that_refuses() {
    let mut machine = running(500_000);
    let now = START + DAY;
    machine.board.refuses = vec![Cell::Committed];
    let answer = machine.order(now, What::Program(continuous(900_000)));
    assert_eq!(answer, Some(Answer::Refused(Refused::Memory)));
    machine.board.refuses = vec![Cell::State];
    let answer = machine.order(now, What::Hold { kind: HoldKind::Stop, remind_after_seconds: 60 });
    assert_eq!(answer, Some(Answer::Refused(Refused::Memory)));
    assert_eq!(machine.controller.running(), Running::Program);
    machine.board.refuses.clear();
    machine.run(now + DAY);
    assert_eq!(machine.made.len(), 1_000);
    machine.board.refuses = vec![Cell::Tally, Cell::State];
    machine.run(now + 11 * DAY);
    // The stroke that could not be counted is missing, and 59 more fit into what is left of ten days.
    assert_eq!((machine.controller.running(), machine.made.len()), (Running::SafeState, 1_059));
    let answer = machine.emergency(now + 11 * DAY, EmergencyAsk::Hold(HoldKind::Stop));
    assert_eq!(answer, Some(Answer::Refused(Refused::Memory)));
    machine.run(now + 20 * DAY);
    assert_eq!((machine.controller.running(), machine.made.len()), (Running::HeldStopped, 1_059));
}

/// R-CTL-9: a stalled motor is commanded on, told once, and what it missed is neither counted as delivered nor made up.
#[test]
fn a_stall() {
    let mut machine = running(500_000);
    machine.stalled = true;
    machine.run(START + 2 * DAY);
    assert_eq!((machine.made.len(), machine.count(LogKind::StallBegan)), (500, 1));
    machine.stalled = false;
    machine.run(START + 3 * DAY);
    assert_eq!((machine.made.len(), machine.count(LogKind::StallEnded)), (1_000, 1));
    let status = machine.controller.status(PumpTime(START + 3 * DAY), &[], 0, 0);
    // The encoder is read a step later.
    assert_eq!((status.strokes_total, status.strokes_of_order), (1_000, 1_000));
}

/// Interference in telemetry keeps delivery off until somebody interrogates the pump; end of service for good.
#[test]
fn telemetry_and_the_end() {
    let mut machine = running(500_000);
    machine.inputs.telemetry_hold = true;
    machine.run(START + 2 * DAY);
    machine.inputs.telemetry_hold = false;
    machine.run(START + 3 * DAY);
    assert_eq!((machine.made.len(), machine.controller.running()), (500, Running::TelemetryHold));
    let answer = machine.ask(START + 3 * DAY, &Ask::Interrogate);
    assert!(matches!(answer, Some(Answer::Status(status)) if status.running == Running::Program));
    machine.run(START + 4 * DAY);
    assert_eq!((machine.made.len(), machine.count(LogKind::TelemetryHold)), (1_000, 2));
    machine.inputs.battery = Battery::ElectiveReplacement;
    machine.step(START + 4 * DAY);
    machine.run(START + 5 * DAY);
    let status = machine.restarted(START + 5 * DAY).controller.status(PumpTime(START + 5 * DAY), &[], 0, 0);
    assert_eq!((status.indicated_at, status.ends_at), (Some(START + 4 * DAY), Some(START + 94 * DAY)));
    machine.inputs.battery = Battery::Spent;
    machine.step(START + 5 * DAY);
    machine.run(START + 50 * DAY);
    assert_eq!((machine.made.len(), machine.controller.running()), (1_500, Running::Ended));
    let answer = machine.order(START + 50 * DAY, What::Program(continuous(500_000)));
    assert_eq!(answer, Some(Answer::Refused(Refused::Ended)));
    assert_eq!(machine.count(LogKind::Battery), 2);
}

/// What is left is reckoned from the last fill, by what really turned, also under later orders and over resets.
#[test]
fn the_reservoir_is_reckoned() {
    let mut machine = running(500_000);
    let left = |machine: &Machine, at| {
        machine.controller.status(PumpTime(at), &[], 0, 0).reservoir_calculated_nanolitres
    };
    assert_eq!(left(&machine, START + DAY), None, "never filled");
    let mut part = continuous(500_000);
    part.fill = Some(pump::FillPart { volume_nanolitres: 40_000_000, alarm_volume_nanolitres: 2_000_000 });
    machine.order(START + DAY, What::Program(part));
    machine.run(START + 2 * DAY);
    machine.order(START + 2 * DAY, What::Program(continuous(1_000_000)));
    machine.stalled = true;
    machine.run(START + 3 * DAY);
    machine.stalled = false;
    machine.run(START + 4 * DAY);
    machine.step(START + 4 * DAY + 1);
    assert_eq!(left(&machine, START + 4 * DAY), Some(38_500_000));
    assert_eq!(left(&machine.restarted(START + 4 * DAY + 2), START + 4 * DAY), Some(38_500_000));
    assert_eq!(machine.count(LogKind::Filled), 1);
}

/// A clock that is set back: no bolus is given twice, and the base goes on from now.
#[test]
fn a_clock_set_back() {
    let mut machine = Machine::new(START);
    let mut part = continuous(500_000);
    part.boluses.push(board::bolus(1_000_000, 10_000)).unwrap();
    machine.order(START, What::Program(part));
    machine.run(START + 5_000);
    assert_eq!(machine.made.len(), 500);
    // A year back.
    let back = 365 * DAY;
    machine.run(START + 5_000 - back);
    machine.run(START + 10_000 - back);
    assert_eq!((machine.made.len(), machine.count(LogKind::Clock)), (1_000, 1));
    let mut machine = machine.restarted(START + 10_010 - back);
    machine.run(START + 10_000 + DAY - back);
    assert!((499..=500).contains(&machine.made.len()), "{}", machine.made.len());
}

/// R-CTL-10: what is not an order of a paired programmer for this pump, above the last counter, in its time, within the bounds,
/// staged under this digest and close by changes nothing; a commit is done once however often it is asked for.
#[test]
fn orders_are_judged() {
    let mut machine = running(500_000);
    let now = START + DAY;
    let program = |counter| order(counter, now, What::Program(continuous(750_000)));
    let before = machine.clone();
    let stage = |machine: &mut Machine, order: &pump::Order| machine.ask(now, &Ask::Stage(signed(order)));
    let refused = |refused| Some(Answer::Refused(refused));
    let good = program(2);
    let forged = AskContext { signature_good: false, ..close() };
    let effects = machine.controller.ask(PumpTime(now), &Ask::Stage(signed(&good)), &forged);
    assert_eq!(effects.answer, refused(Refused::Signature));
    let far = AskContext { close: false, ..close() };
    let effects = machine.controller.ask(PumpTime(now), &Ask::Stage(signed(&good)), &far);
    assert_eq!(effects.answer, refused(Refused::NotClose));
    let mut cut = signed(&good);
    cut.bytes.pop();
    assert_eq!(machine.ask(now, &Ask::Stage(cut)), refused(Refused::NotAnOrder));
    let other = pump::Order { serial: pump::Text::new("VP-2").unwrap(), ..program(2) };
    assert_eq!(stage(&mut machine, &other), refused(Refused::OtherPump));
    assert_eq!(stage(&mut machine, &program(1)), refused(Refused::Counter { given: 1, last: 1 }));
    let out_of_time = |from, until| refused(Refused::OutOfTime { from, until, now });
    let early = pump::Order { not_before: now + 1, ..program(2) };
    assert_eq!(stage(&mut machine, &early), out_of_time(now + 1, now + 3_600));
    let late = pump::Order { expires_at: now - 1, ..program(2) };
    assert_eq!(stage(&mut machine, &late), out_of_time(now - 60, now - 1));
    let fast = order(2, now, What::Program(continuous(24_000_001)));
    let answer = stage(&mut machine, &fast);
    assert_eq!(answer, refused(Refused::Unfit(Unfit::Flow { max: 24_000_000 })));
    assert_eq!(stage(&mut machine, &order(2, now, What::Resume)), refused(Refused::NotHeld));
    assert_eq!(machine.count(LogKind::Refused), 7, "each is logged");
    let status = |machine: &Machine| machine.controller.status(PumpTime(now), &[], 0, 0);
    assert_eq!(status(&machine), status(&before));

    let Some(Answer::Staged(marks)) = stage(&mut machine, &good) else { panic!() };
    assert_eq!(stage(&mut machine, &good), Some(Answer::Staged(marks.clone())), "again");
    assert_eq!(marks.day_totals_nanograms, [375_000; 7]);
    assert_eq!(machine.ask(now, &Ask::Commit { digest: [0; 32] }), refused(Refused::NotStaged));
    let mut forgot = machine.clone();
    forgot.run(now + 601);
    assert_eq!(forgot.ask(now + 601, &Ask::Commit { digest: marks.digest }), refused(Refused::NotStaged));
    assert_eq!(forgot.count(LogKind::StageExpired), 1);
    let mut unstaged = machine.clone();
    unstaged.ask(now, &Ask::Unstage);
    assert_eq!(unstaged.ask(now, &Ask::Commit { digest: marks.digest }), refused(Refused::NotStaged));
    let runs = Some(Answer::Runs { digest: marks.digest, since: now + 5 });
    let commit = Ask::Commit { digest: marks.digest };
    assert_eq!(machine.ask(now + 5, &commit), runs);
    let committed = machine.board.bytes.clone();
    assert_eq!(machine.ask(now + 9, &commit), runs);
    assert_eq!(machine.ask(now + 9_000, &commit), runs, "also long after");
    let cell = Cell::Committed.address(Copy::A) as usize..Cell::Tally.address(Copy::A) as usize;
    assert_eq!(machine.board.bytes[cell.clone()], committed[cell], "nothing is written a second time");
    assert_eq!(machine.restarted(now + 9_001).ask(now + 9_001, &commit), runs, "also after a reset");
    assert_eq!(machine.ask(now + 9_001, &Ask::ReadCommitted), Some(Answer::Committed(Some(signed(&good)))));
    assert_eq!(made_in(&mut machine, DAY) / 10, 75);
}
