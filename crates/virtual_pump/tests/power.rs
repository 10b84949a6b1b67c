//! R-LOP-9: power fails at every byte of every write of a scenario, through the whole loop: pairing, commit, hold, resume, a
//! second commit, alarms, the log, strokes. Each time the pump comes back as specified.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]
mod common;

use common::{continuous, enter, made, new_pump, order, paired};
use pump::cell::{LOG_ADDRESS, LOG_ENTRIES, LOG_ENTRY_BYTES, Memory as _};
use pump::{AlarmClass, Answer, Ask, HoldKind, LogEntry, LogKind, Running, What};
use virtual_pump::{Fault, Simulated, VirtualPump, Visit};

/// The steps of the scenario. Each writes something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Pair,
    First,
    Strokes,
    Hold,
    Resume,
    Alarm,
    Second,
}

const STEPS: [Step; 7] =
    [Step::Pair, Step::First, Step::Strokes, Step::Hold, Step::Resume, Step::Alarm, Step::Second];

/// The board of a pump that has done all steps before this one.
fn board_before(step: Step) -> Simulated {
    let mut pump = new_pump();
    let mut visit = programmer_close(&mut pump);
    for done in STEPS {
        if done == step {
            return pump.board().clone();
        }
        assert!(take(&mut pump, &mut visit, done).unwrap());
    }
    unreachable!()
}

/// A hand is close for long enough.
fn programmer_close(pump: &mut VirtualPump) -> Visit {
    pump.apply(Fault::Close(true));
    pump.run_for(implant::HELD_SECONDS + 1);
    common::programmer(&made(), 2)
}

/// The pump started on that board.
fn started(board: &Simulated) -> (VirtualPump, Visit) {
    let mut pump = VirtualPump::on(board.clone());
    let visit = programmer_close(&mut pump);
    (pump, visit)
}

/// Takes a step; whether the pump says that it is done. `None` if nobody knows.
fn take(pump: &mut VirtualPump, visit: &mut Visit, step: Step) -> Option<bool> {
    let entered = |pump: &mut VirtualPump, visit: &mut Visit, counter, what| {
        visit.connect(pump).ok()?;
        let order = order(counter, pump.now(), what);
        match visit.enter(pump, &order) {
            Ok(Answer::Runs { .. }) => Some(true),
            Ok(_) => Some(false),
            Err(_) => None,
        }
    };
    match step {
        Step::Pair => visit.pair(pump).ok().map(|_| true),
        Step::First => entered(pump, visit, 1, What::Program(continuous(400_000, true))),
        Step::Strokes => {
            pump.run_for(700);
            Some(true)
        }
        Step::Hold => entered(pump, visit, 2, common::hold(HoldKind::Stop, 20_000)),
        Step::Resume => entered(pump, visit, 3, What::Resume),
        Step::Alarm => {
            pump.apply(Fault::Stall);
            pump.run_for(1_000);
            pump.apply(Fault::Recover);
            pump.run_for(300);
            Some(true)
        }
        Step::Second => entered(pump, visit, 4, What::Program(continuous(300_000, false))),
    }
}

/// How the pump stands, as far as it must survive.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Standing {
    running: Running,
    counter: Option<u64>,
    held: bool,
    programmers: usize,
}

fn standing(pump: &VirtualPump) -> Standing {
    let implant = pump.implant().expect("never stranded");
    let status = implant.controller().status(pump.now(), &[], 0, 0);
    Standing {
        running: status.running,
        counter: status.committed.map(|committed| committed.counter),
        held: status.hold.is_some(),
        programmers: implant.programmers().len(),
    }
}

/// The counters of the commits whose entries are kept, oldest first.
fn committed_kept(pump: &mut VirtualPump) -> Vec<u32> {
    let commits = common::logged(pump).into_iter().filter(|entry| entry.kind == LogKind::Committed);
    commits.map(|entry| entry.a).collect()
}

/// The counters of the commits that the log has, oldest first; it counts as many.
fn committed(pump: &mut VirtualPump) -> Vec<u32> {
    let counters = committed_kept(pump);
    let totals = pump.implant().unwrap().log().totals()[LogKind::Committed as usize];
    assert_eq!(totals as usize, counters.len());
    counters
}

/// The board as if power had failed in the commit, after its cell and before its entry in the log.
fn board_without_entry(after: &Simulated, counter: u32) -> Simulated {
    let mut pump = VirtualPump::on(after.clone());
    let log = pump.implant().unwrap().log().clone();
    let is_commit = |entry: &LogEntry| entry.kind == LogKind::Committed && entry.a == counter;
    let commit = log.newest_of(pump.board_mut(), is_commit).unwrap().number;
    let mut board = after.clone();
    for number in commit..=log.newest() {
        let place = LOG_ADDRESS + (number - 1) % LOG_ENTRIES * LOG_ENTRY_BYTES;
        board.write(place, &[0; LOG_ENTRY_BYTES as usize]);
    }
    board
}

/// Power fails in the commit before its entry in the log, and then again at every byte of what the next start writes: the commit
/// is logged once: R-LOP-14.
#[test]
fn r_lop_14_a_commit_is_logged_once_though_power_fails_before_its_entry() {
    let mut tried = 0;
    for (next, counter) in [(Step::Strokes, 1), (Step::Resume, 2), (Step::Alarm, 3)] {
        let board = board_without_entry(&board_before(next), counter);
        let wanted: Vec<u32> = (1..=counter).collect();
        assert_eq!(committed(&mut VirtualPump::on(board.clone())), wanted);
        for write in 1..=4 {
            let mut byte = 0;
            loop {
                let mut cut = board.clone();
                cut.apply(Fault::Cut { write, byte });
                let mut pump = VirtualPump::on(cut);
                pump.run_for(1);
                assert_eq!(committed(&mut pump), wanted, "{next:?} {write} {byte}");
                tried += 1;
                byte += 1;
                if byte as usize > pump.board().cut_write_length() {
                    break;
                }
            }
        }
    }
    assert!(tried > 300, "{tried}");
}

/// An order whose entries have long been overwritten is not logged anew.
#[test]
fn r_lop_14_an_old_commit_is_not_logged_again() {
    let mut pump = new_pump();
    let mut visit = paired(&mut pump, &made(), 2);
    enter(&mut pump, &mut visit, 1, What::Program(continuous(400_000, true)));
    for _ in 0..LOG_ENTRIES {
        visit.ask(&mut pump, &Ask::TestAlarm(AlarmClass::NonCritical)).unwrap();
    }
    assert!(committed_kept(&mut pump).is_empty());
    pump.apply(Fault::Reset);
    pump.run_for(10);
    assert_eq!(pump.implant().unwrap().log().totals()[LogKind::Committed as usize], 1);
}

#[test]
fn r_lop_9_power_may_fail_at_every_byte_of_every_write() {
    let mut tried = 0_u64;
    for step in STEPS {
        let board = board_before(step);
        let (mut whole, mut visit) = started(&board);
        let old = standing(&whole);
        let (strokes, writes) = (whole.board().truth().turned_strokes, whole.board().writes());
        assert_eq!(take(&mut whole, &mut visit, step), Some(true), "{step:?}");
        let new = standing(&whole);
        let writes = whole.board().writes() - writes;
        let most = whole.board().truth().turned_strokes - strokes;
        for write in 1..=u32::try_from(writes).unwrap() {
            // Every byte, until the cut lies behind the last one: then nothing but a reset happens.
            let mut byte = 0;
            loop {
                let (mut pump, mut visit) = started(&board);
                pump.apply(Fault::Cut { write, byte });
                let starts = pump.starts();
                let log = pump.implant().unwrap().log().newest();
                let said = take(&mut pump, &mut visit, step);
                assert!(pump.starts() > starts, "{step:?} {write} {byte}: the cut did not come");
                pump.run_for(1);
                let now = standing(&pump);
                let where_ =
                    format!("{step:?}, write {write}, byte {byte}, said {said:?}: {}", pump.truth_line());
                // Said to be done: done. Else as before or as after, nothing between.
                assert!(
                    now == new
                        || (said != Some(true) || step == Step::Strokes || step == Step::Alarm) && now == old,
                    "{now:?} {where_}"
                );
                let made = pump.board().truth().turned_strokes - strokes;
                assert!(made <= most, "{made} strokes, {most} due; {where_}");
                // No stroke has turned that is not in the tally.
                let total = pump.implant().unwrap().controller().status(pump.now(), &[], 0, 0).strokes_total;
                let turned = pump.board().truth().turned_strokes;
                assert!(total >= turned, "{total} in the tally, {turned} turned; {where_}");
                let critical = pump.implant().unwrap().alarms().iter().any(|alarm| {
                    matches!(alarm.condition, pump::Condition::MemoryCritical | pump::Condition::SafeState)
                });
                assert!(!critical, "{where_}");
                assert!(pump.implant().unwrap().log().newest() >= log, "{where_}");
                // Each commit that was accepted stands in the log, once.
                let accepted = pump.implant().unwrap().controller().status(pump.now(), &[], 0, 0).counter;
                let accepted = u32::try_from(accepted).unwrap();
                assert_eq!(committed(&mut pump), (1..=accepted).collect::<Vec<_>>(), "{where_}");
                tried += 1;
                let length = pump.board().cut_write_length();
                byte += 1;
                if byte as usize > length {
                    break;
                }
            }
        }
    }
    println!("{tried} cuts of power, {tried} starts as specified");
    assert!(tried > 1_000, "{tried}");
}

/// A commit during which power fails is either the one before or the one after; asked again, the pump says which.
#[test]
fn r_lop_9_read_back_tells_what_a_cut_commit_has_become() {
    for byte in [0, 1, 7, 8, 9, 100, 150] {
        let mut pump = new_pump();
        let mut visit = paired(&mut pump, &made(), 2);
        enter(&mut pump, &mut visit, 1, What::Program(continuous(400_000, true)));
        pump.run_for(1_000);
        pump.apply(Fault::Cut { write: 2, byte });
        let order = order(2, pump.now(), What::Program(continuous(300_000, false)));
        let answer = visit.enter(&mut pump, &order);
        visit.connect(&mut pump).unwrap();
        let Ok(Answer::Status(status)) = visit.ask(&mut pump, &Ask::Interrogate) else { panic!() };
        let counter = status.committed.unwrap().counter;
        let runs = matches!(answer, Ok(Answer::Runs { .. }));
        assert!(counter == 2 || !runs && counter == 1, "{byte}: {counter} {answer:?}");
        assert_eq!(status.running, Running::Program);
    }
}
