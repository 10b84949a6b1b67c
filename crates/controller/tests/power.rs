//! Power cut at every byte of every write: R-CTL-11 (the cells), R-CTL-12 (the log).
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "helpers of tests may fail loudly too, and say how much they tried"
)]

mod board;

use board::{Board, DAY, Machine, START, bolus, continuous, order, signed};
use controller::log::{COUNTED_EVERY, Log};
use pump::cell::{Cell, Copy, LOG_ENTRIES};
use pump::{
    Amounting, Answer, Ask, EmergencyAsk, HoldKind, LogKind, PatientBolusPart, PumpTime, Status, What,
};

const NOW: i64 = START + DAY;

fn status(machine: &Machine, now: i64) -> Status {
    machine.controller.status(PumpTime(now), &[], 0, 0)
}

/// What must be as before or as after: everything but boots and the log.
fn kept(machine: &Machine, now: i64) -> Status {
    Status { boots: 0, staged: None, ..status(machine, now) }
}

/// An act that writes.
type Act = fn(&mut Machine);

fn begun() -> Machine {
    let mut machine = Machine::new(START);
    let mut part = continuous(500_000);
    let volume = Amounting { numerator: 20_000, denominator: 1 };
    part.patient_bolus =
        Some(PatientBolusPart { volume, over_seconds: 600, lockout_seconds: 3_600, per_day_max: 3 });
    machine.order(START, What::Program(part));
    machine.run(NOW);
    machine
}

fn held() -> Machine {
    let mut machine = begun();
    machine.order(NOW, What::Hold { kind: HoldKind::Stop, remind_after_seconds: 60 });
    machine.run(NOW);
    machine
}

/// Cuts the power at each byte that `act` writes, one after the other, starts again three seconds later, and compares with a
/// restart just before the act and just after it; the number of cuts.
fn cut_everywhere(name: &str, before: &Machine, act: Act) -> u64 {
    let mut after = before.clone();
    after.board.written = 0;
    act(&mut after);
    let bytes = after.board.written;
    assert!(bytes > 0, "{name} writes");
    let (old, new) = (before.restarted(NOW + 3), after.restarted(NOW + 3));
    let (old_kept, new_kept) = (kept(&old, NOW), kept(&new, NOW));
    assert_ne!(old_kept, new_kept, "{name} changes something");
    let lasts = |machine: &Machine| (machine.controller.running(), machine.controller.hold());
    assert_eq!(lasts(&new), lasts(&after), "{name} survives a reset");
    let mut newly = 0;
    for left in 0..bytes {
        let mut cut = before.clone();
        cut.board.left = Some(left);
        act(&mut cut);
        assert!(cut.board.dead, "{name}: cut at {left} of {bytes}");
        // A stroke that was not written was not made.
        let made = cut.made.len() as u64;
        let mut again = cut.restarted(NOW + 3);
        let found = kept(&again, NOW);
        assert!(found == old_kept || found == new_kept, "{name}: cut at {left} of {bytes}: {found:#?}");
        assert!(found.strokes_total >= made, "{name}: cut at {left}: more made than counted");
        assert!(found.strokes_total <= made + 1, "{name}: cut at {left}: more than one lost");
        assert_eq!(found.epitaph, None, "{name}: cut at {left}");
        newly += u64::from(found == new_kept);
        // It goes on as one of the two does: as many strokes in a day.
        again.run(NOW + DAY);
        let mut same = if found == new_kept { new.clone() } else { old.clone() };
        same.run(NOW + DAY);
        assert_eq!(
            (again.made.len(), again.controller.running()),
            (same.made.len(), same.controller.running())
        );
    }
    println!("{name}: {bytes} cuts, {newly} after the change was complete");
    bytes
}

/// R-CTL-11: after a cut at any byte the pump is as before or as after the whole act, never between.
#[test]
fn every_byte_of_every_write() {
    let commit: Act = |machine| {
        let mut part = continuous(800_000);
        part.boluses.push(bolus(100_000, 4_000)).unwrap();
        machine.order(NOW, What::Program(part));
    };
    let hold: Act = |machine| {
        machine.order(NOW, What::Hold { kind: HoldKind::Stop, remind_after_seconds: 600 });
    };
    let resume: Act = |machine| {
        machine.order(NOW, What::Resume);
    };
    let emergency: Act = |machine| {
        machine.emergency(NOW, EmergencyAsk::Hold(HoldKind::MinimumRate));
    };
    let patient: Act = |machine| {
        machine.inputs.patient_button = true;
        machine.step(NOW);
    };
    let cuts = cut_everywhere("commit", &begun(), commit)
        + cut_everywhere("commit while held", &held(), commit)
        + cut_everywhere("hold", &begun(), hold)
        + cut_everywhere("resume", &held(), resume)
        + cut_everywhere("emergency", &begun(), emergency)
        + cut_everywhere("patient bolus", &begun(), patient)
        + strokes();
    println!("{cuts} cuts, every one as before or as after");
    assert!(cuts > 2_500);
}

/// Half an hour of base and patient bolus: strokes, each written before it is made, and the state now and then.
fn strokes() -> u64 {
    let mut before = begun();
    before.inputs.patient_button = true;
    let mut after = before.clone();
    after.board.written = 0;
    after.run(NOW + 2_000);
    let made = after.made.len() - before.made.len();
    assert_eq!(made, 20 + 11);
    let bytes = after.board.written;
    for left in 0..bytes {
        let mut cut = before.clone();
        cut.board.left = Some(left);
        cut.run(NOW + 2_000);
        let at = cut.made.last().copied().unwrap_or(NOW) + 3_600;
        let total = status(&cut.restarted(at), at).strokes_total;
        let made = cut.made.len() as u64;
        // Written ahead: power that fails before the stroke costs it, and never gives one twice.
        assert!(cut.board.dead && (total == made || total == made + 1), "cut at {left}: {total} {made}");
    }
    println!("strokes: {bytes} cuts");
    bytes
}

/// R-CTL-11: the first writes of all, where there is no copy before: never programmed, or the program runs; never a fault.
#[test]
fn the_first_writes() {
    let first = |left: Option<u64>| {
        let mut board = Board::new();
        board.left = left;
        let mut machine = Machine::start(board, START, 0);
        if !machine.board.dead {
            machine.order(START, What::Program(continuous(5_000_000)));
        }
        if !machine.board.dead {
            machine.run(START + 60);
        }
        machine
    };
    let bytes = first(None).board.written;
    let mut never = 0;
    for left in 0..bytes {
        let cut = first(Some(left));
        assert!(cut.board.dead);
        let again = cut.restarted(START + 3_600);
        let found = status(&again, START + 3_600);
        let program = found.running == pump::Running::Program;
        assert!(program || found.running == pump::Running::NeverProgrammed, "{left}: {found:#?}");
        assert_eq!((found.epitaph, found.committed.is_some()), (None, program), "cut at {left}");
        let made = cut.made.len() as u64;
        assert!(found.strokes_total == made || found.strokes_total == made + 1, "cut at {left}");
        never += u64::from(!program);
    }
    println!("first writes: {bytes} cuts, {never} before the first program");
}

/// R-CTL-11: cut between a commit's write and everything after it, the new program runs, and the hold before it is over.
#[test]
fn the_write_is_the_commit() {
    let mut machine = held();
    let new = order(9, NOW, What::Program(continuous(800_000)));
    let Some(Answer::Staged(marks)) = machine.ask(NOW, &Ask::Stage(signed(&new))) else { panic!() };
    let mut payload = [0; 2_560];
    let mut scratch = [0; 2_560];
    let effects =
        machine.controller.ask(PumpTime(NOW), &Ask::Commit { digest: marks.digest }, &board::close());
    assert_eq!((effects.answer, effects.write), (None, Some(Cell::Committed)));
    assert_eq!(status(&machine, NOW).counter, 2, "nothing yet");
    let length = machine.controller.payload(Cell::Committed, &mut payload);
    assert!(machine.cells.store(&mut machine.board, Cell::Committed, &payload[..length], &mut scratch));
    let machine = machine.restarted(NOW + 1);
    let found = status(&machine, NOW + 1);
    assert_eq!((found.counter, found.hold, found.running), (9, None, pump::Running::Program));
    assert_eq!(found.committed.map(|committed| committed.digest), Some(marks.digest));
}

/// R-CTL-12: the log after any number of entries and a cut at any byte of the next ones: all entries but the one that was cut,
/// in their order, and every count.
#[test]
fn the_log_survives() {
    let mut cuts = 0_u64;
    for entries in
        [0, 1, 5, COUNTED_EVERY, LOG_ENTRIES - 1, LOG_ENTRIES, LOG_ENTRIES + 300, 2 * COUNTED_EVERY]
    {
        let mut board = Board::new();
        let mut log = Log::open(&mut board);
        let kind = |number: u32| if number.is_multiple_of(3) { LogKind::Staged } else { LogKind::Committed };
        let append = |log: &mut Log, board: &mut Board, number: u32| {
            log.append(board, PumpTime(i64::from(number)), kind(number), number, 2 * number).unwrap();
        };
        for number in 1..=entries {
            append(&mut log, &mut board, number);
        }
        assert_eq!(Log::open(&mut board).totals(), log.totals(), "{entries}");
        board.written = 0;
        let (mut whole, mut probe) = (board.clone(), log.clone());
        append(&mut probe, &mut whole, entries + 1);
        for left in 0..whole.written {
            let (mut board, mut log) = (board.clone(), log.clone());
            board.left = Some(left);
            log.append(&mut board, PumpTime(0), kind(entries + 1), entries + 1, 0).ok();
            (board.left, board.dead) = (None, false);
            let mut again = Log::open(&mut board);
            assert_eq!(again.newest(), entries, "{entries}, cut at {left}");
            let staged = (1..=entries).filter(|number| number.is_multiple_of(3)).count() as u32;
            assert_eq!(again.totals()[LogKind::Staged as usize], staged);
            assert_eq!(again.totals().iter().sum::<u32>(), entries, "{entries}, cut at {left}");
            append(&mut again, &mut board, entries + 1);
            let oldest = (entries + 1).saturating_sub(LOG_ENTRIES) + 1;
            let mut from = 1;
            let mut read = vec![];
            loop {
                let part = again.read(&mut board, from);
                let Some(last) = part.last() else { break };
                from = last.number + 1;
                read.extend(part);
            }
            let numbers: Vec<u32> = read.iter().map(|entry| entry.number).collect();
            assert_eq!(numbers, (oldest..=entries + 1).collect::<Vec<_>>());
            assert!(read.iter().all(|entry| entry.a == entry.number && entry.kind == kind(entry.number)));
            cuts += 1;
        }
    }
    println!("{cuts} cuts of the log");
}

/// A broken copy is told, and the other one is taken.
#[test]
fn one_copy_is_enough() {
    for cell in [Cell::Committed, Cell::Tally, Cell::State] {
        for copy in [Copy::A, Copy::B] {
            let machine = begun();
            let mut spoilt = machine.clone();
            let at = cell.address(copy) as usize;
            if spoilt.board.bytes[at..at + 12].iter().all(|byte| *byte == 0) {
                continue;
            }
            spoilt.board.bytes[at + 10] ^= 1;
            let again = spoilt.restarted(NOW + 1);
            let blank = cell.address(copy.other()) as usize;
            let other = spoilt.board.bytes[blank..blank + 12].iter().any(|byte| *byte != 0);
            let event = again.events.iter().find(|(_, event)| event.kind == LogKind::Memory);
            let expected = (cell as u32, if other { 1 } else { 2 });
            assert_eq!(event.map(|(_, event)| (event.a, event.b)), Some(expected));
            let epitaph = status(&again, NOW).epitaph;
            assert_eq!(epitaph.is_none(), other, "{cell:?} {copy:?}");
        }
    }
}
