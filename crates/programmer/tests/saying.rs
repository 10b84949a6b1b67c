//! R-PRG-9: what a status and a log say to people, the most urgent first.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly too")]

mod common;

use common::{Radio, continuous, identity, order, paired};
use programmer::{emergency_hold, emergency_read, said};
use proptest::prelude::*;
use pump::{
    Alarm, AlarmClass, AlarmState, Amounting, BasePart, Battery, BolusKind, BolusPart, Condition, Epitaph,
    FaultKind, Flowing, Hold, HoldKind, LogEntry, LogKind, ModeMark, Order, PatientBolusPart, ProgramPart,
    Running, StagedMarks, Status, StepPart, What,
};

fn entered(what: What) -> (Radio, Box<Status>, Order) {
    let radio = paired();
    let mut session = radio.session(1).unwrap();
    session.enter(&identity(), &order(1, what));
    session.close();
    radio.pump(|pump| pump.run_for(200_000));
    let mut session = radio.session(2).unwrap();
    let (order, _) = session.committed().unwrap().unwrap();
    let status = session.status().unwrap();
    session.close();
    (radio, status, order)
}

/// A text with its no-break spaces shown, so that a lost one is seen.
fn shown(text: &str) -> String {
    text.replace('\u{a0}', "~")
}

/// R-PRG-9: at three in the morning: running or not, drug, strength, dose, reservoir, alarms, hold; then the rest.
#[test]
fn a_status_answers_the_emergency_first() {
    let (radio, status, order) = entered(continuous(200_000));
    assert_eq!(
        shown(&said::status(&status, Some(&order))),
        "\
RUNNING: the pump runs its program.
Drug           baclofen
Strength       500~micrograms per mL
Dose           100~micrograms in 24~hours
Reservoir      39.538~mL left of 40~mL, calculated, not measured; alarm at 2~mL
Alarms         none
Hold           none

Pump           virtual, serial number VP-1
Pump clock     17 June 2025 22:40:11 (UTC+02:00)
Order          order-7, counter 1, since 15 June 2025 15:06:51
Prescribed     by A. Physician
Mode           continuous
Last 24 hours  0.2~mL, 100~micrograms at this strength, counted in strokes
Minimum rate   3~micrograms in 24~hours
Battery        good
Counts         462 strokes since it was made, 462 of this order; starts 1; accepted counter 1
Log            8 entries kept, newest 8
"
    );
    let status = emergency_hold(radio.clone(), HoldKind::Stop).unwrap();
    let said = said::status(&status, Some(&order));
    let first: Vec<&str> = said.lines().take(8).collect();
    assert_eq!(
        shown(&first.join("\n")),
        "\
NOT RUNNING: delivery is stopped by a hold.
Drug           baclofen
Strength       500~micrograms per mL
Dose           none now
               programmed: 100~micrograms in 24~hours
Reservoir      39.538~mL left of 40~mL, calculated, not measured; alarm at 2~mL
Alarms         CRITICAL: held back without a key, over the emergency path, sounding since 17 June 2025 22:40:11
Hold           stopped since 17 June 2025 22:40:11, without a key over the emergency path; the pump asks for a decision on 17 June 2025 23:40:11"
    );
    // The order of another time adds nothing.
    let other = Order { counter: 9, ..order };
    let status = emergency_read(radio).unwrap();
    let said = said::status(&status, Some(&other));
    assert!(said.contains("interrogate again") && !said.contains("A. Physician"), "{said}");
    let said: Vec<&str> = said.lines().filter(|line| !line.contains("interrogate again")).collect();
    assert_eq!(said, said::status(&status, None).lines().collect::<Vec<_>>());
}

/// R-PRG-9: read without a key, the pump itself tells drug, strength and dose.
#[test]
fn without_the_order_the_first_lines_are_the_same() {
    let (radio, _, order) = entered(continuous(200_000));
    let mut status = emergency_read(radio).unwrap();
    let said = said::status(&status, None);
    let first: Vec<&str> = said.lines().take(14).collect();
    assert_eq!(
        shown(&first.join("\n")),
        "\
RUNNING: the pump runs its program.
Drug           baclofen
Strength       500~micrograms per mL
Dose           100~micrograms in 24~hours
               without boluses: the order tells them, which a paired programmer reads
Reservoir      39.538~mL left of 40~mL, calculated, not measured; alarm at 2~mL
Alarms         none
Hold           none

Pump           virtual, serial number VP-1
Pump clock     17 June 2025 22:40:11 (UTC+02:00)
Order          order-7, counter 1, since 15 June 2025 15:06:51
Mode           continuous
Last 24 hours  0.2~mL, 100~micrograms at this strength, counted in strokes"
    );
    // 17 June 2025 is a Tuesday; where the days differ, today's dose comes first.
    let marks = status.program.as_mut().unwrap();
    marks.mode = ModeMark::Flex;
    marks.day_totals_nanograms = [90_000, 110_000, 120_000, 120_000, 120_000, 90_000, 90_000];
    let said = shown(&said::status(&status, None));
    assert!(said.contains("Dose           today, Tuesday, 110~micrograms in 24~hours\n"), "{said}");
    assert!(said.contains("by day: Monday 90~micrograms in 24~hours, Tuesday 110"), "{said}");
    // The order, where it is the one that runs, counts for more than the marks.
    let said = shown(&said::status(&status, Some(&order)));
    assert!(said.contains("Dose           100~micrograms in 24~hours\n"), "{said}");
    status.program.as_mut().unwrap().mode = ModeMark::Stopped;
    assert!(said::status(&status, None).starts_with("RUNNING A PROGRAM THAT DELIVERS NOTHING"));
    // A pump that has lost its order says so; one that never had any as well, in other words.
    (status.program, status.committed) = (None, None);
    assert!(said::status(&status, None).contains("Drug           not known: the pump cannot tell"));
    status.counter = 0;
    assert!(said::status(&status, None).contains("Drug           none programmed"));
}

/// R-PRG-9: every part of a program, today's dose first.
#[test]
fn a_flex_program_is_said_in_full() {
    let flow = |numerator| Flowing { numerator, denominator: 1 };
    let day = |flows: &[(u32, u64)]| {
        let step = |(from_second, nanolitres): &(u32, u64)| StepPart {
            from_second: *from_second,
            flow: flow(*nanolitres),
        };
        flows.iter().map(step).collect::<heapless::Vec<_, 13>>()
    };
    let (workday, weekend) = (day(&[(0, 200_000), (21_600, 300_000)]), day(&[(0, 240_000)]));
    let days = std::array::from_fn(|index| if index < 5 { workday.clone() } else { weekend.clone() });
    let What::Program(part) = continuous(1) else { unreachable!() };
    let volume = |numerator| Amounting { numerator, denominator: 1 };
    let mut part = ProgramPart {
        base: BasePart::Flex(days),
        boluses: [BolusPart { kind: BolusKind::Single, volume: volume(20_000), over_seconds: 600 }]
            .into_iter()
            .collect(),
        patient_bolus: Some(PatientBolusPart {
            volume: volume(10_000),
            over_seconds: 300,
            lockout_seconds: 7_200,
            per_day_max: 4,
        }),
        ..part
    };
    let program = part.program(flow(6_000)).unwrap();
    part.day_totals_nanograms =
        ProgramPart::day_totals(&program, part.concentration_nanograms_per_millilitre);
    let (_, mut status, order) = entered(What::Program(part));
    status.hold = Some(Hold { kind: HoldKind::MinimumRate, since: 0, remind_at: 60, emergency: false });
    status.running = Running::HeldAtMinimum;
    status.battery = Battery::ElectiveReplacement;
    (status.indicated_at, status.ends_at) = (Some(86_400), Some(91 * 86_400));
    status.patient_boluses_of_day = 1;
    status.epitaph = Some(Epitaph { fault: FaultKind::Envelope, at: 1, detail: 5 });
    let staged = StagedMarks { digest: [0; 32], day_totals_nanograms: [1_234; 7], expires_at: 1_750_000_000 };
    status.staged = Some(staged);
    status.clock_offset_seconds = -12_600;
    let (one, two) = (
        Alarm { condition: Condition::LowReservoir, state: AlarmState::Sounding { issued_at: 60 } },
        Alarm {
            condition: Condition::Stalled,
            state: AlarmState::Acknowledged { issued_at: 0, acknowledged_at: 60, silent_until: 120 },
        },
    );
    let over = Alarm { condition: Condition::HoldOver, state: AlarmState::Clear };
    status.alarms = [one, over, two].into_iter().collect();
    let said = said::status(&status, Some(&order));
    let text = shown(&said);
    let days: Vec<&str> = text.lines().filter(|line| line.contains("from 00:00")).collect();
    assert_eq!(days.len(), 7);
    let text: Vec<&str> =
        text.lines().filter(|line| !line.contains("from 00:00") || line.contains("Tues")).collect();
    assert_eq!(
        text.join("\n"),
        "\
MINIMUM RATE ONLY: delivery is held at the minimum rate.
Drug           baclofen
Strength       500~micrograms per mL
Dose           at most 3~micrograms in 24~hours
               programmed: today, Tuesday, 137.5~micrograms in 24~hours
               by day: Monday to Friday 137.5~micrograms in 24~hours, Saturday to Sunday 120~micrograms in 24~hours
               and a bolus at the start of the program, see below
               and what the patient adds, see below
Reservoir      39.36~mL left of 40~mL, calculated, not measured; alarm at 2~mL
Alarms         CRITICAL: the motor does not turn, or the valve does not open, since 1 January 1970 00:00, acknowledged 1 January 1970 00:01, silent until 1 January 1970 00:02
               reservoir low (calculated, not measured), sounding since 1 January 1970 00:01
Hold           at the minimum rate since 1 January 1970 00:00; the pump has asked for a decision since 1 January 1970 00:01

Pump           virtual, serial number VP-1
Pump clock     17 June 2025 22:40:11 (UTC-03:30)
Order          order-7, counter 1, since 15 June 2025 15:06:51
Prescribed     by A. Physician
Bolus          single bolus: 10~micrograms over 10~min
Mode           flex; at each step the flow as if for 24~hours:
               Tuesday: from 00:00 100~micrograms, from 06:00 150~micrograms
Patient bolus  5~micrograms over 5~min, not again within 2~h, at most 4 in 24~hours
Last 24 hours  0.276~mL, 138~micrograms at this strength, counted in strokes; 1 patient bolus
Minimum rate   3~micrograms in 24~hours
Battery        time to replace the pump, indicated 2 January 1970 00:00, stops for good 2 April 1970 00:00
Staged         an order, not running: 1.234~micrograms in 24~hours; forgotten 15 June 2025 15:06:40
Fault          more than the most in 24 hours would have been delivered, 1 January 1970 00:00:01 (detail 5)
Counts         640 strokes since it was made, 640 of this order; starts 1; accepted counter 1
Log            10 entries kept, newest 10"
    );
}

/// R-PRG-9: one critical alarm is enough for another first line, whichever it is.
#[test]
fn the_first_line_knows_every_critical_alarm() {
    let mut status = *paired().session(1).unwrap().status().unwrap();
    status.running = Running::Program;
    for condition in Condition::ALL {
        let alarm = Alarm { condition, state: AlarmState::Sounding { issued_at: 0 } };
        status.alarms = [alarm].into_iter().collect();
        let critical = condition.class() == AlarmClass::Critical;
        assert_eq!(said::status(&status, None).starts_with("RUNNING: "), !critical, "{condition:?}");
        // What is over does not count.
        status.alarms = [Alarm { condition, state: AlarmState::Clear }].into_iter().collect();
        assert!(said::status(&status, None).starts_with("RUNNING: "));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// R-PRG-9: nothing that speaks against delivery lets the first line say plainly that the pump runs, and each alarm that holds
    /// is named once.
    #[test]
    fn an_alarm_is_never_hidden(
        conditions in prop::sample::subsequence(Condition::ALL.to_vec(), 0..=16),
        running in prop::sample::select(vec![Running::Program, Running::HeldStopped, Running::SafeState, Running::Ended]),
    ) {
        let mut status = *paired().session(1).unwrap().status().unwrap();
        status.running = running;
        let sounding = |condition| Alarm { condition, state: AlarmState::Sounding { issued_at: 0 } };
        status.alarms = conditions.iter().copied().map(sounding).collect();
        let said = said::status(&status, None);
        let plain = said.starts_with("RUNNING: ");
        let critical = conditions.iter().any(|condition| condition.class() == AlarmClass::Critical);
        prop_assert_eq!(plain, running == Running::Program && !critical, "{}", said);
        prop_assert_eq!(said.matches("sounding since").count(), conditions.len());
    }

    /// Every entry has a line of its own, whatever its numbers, and every count is told.
    #[test]
    fn a_log_entry_is_a_line(kinds in prop::collection::vec((0..LogKind::COUNT, any::<i64>(), any::<u32>(), any::<u32>()), 0..40)) {
        let log_kind = |index: usize| LogKind::ALL.get(index).copied().unwrap();
        let entries: Vec<LogEntry> = kinds.iter().zip(1..)
            .map(|((kind, at, a, b), number)| LogEntry { number, at: *at, kind: log_kind(*kind), a: *a, b: *b })
            .collect();
        let totals: Vec<u32> = (0..).take(LogKind::COUNT).collect();
        let said = said::log(&entries, &totals);
        let lines = said.lines().count();
        prop_assert_eq!(lines, entries.len().max(1) + 2 + LogKind::COUNT - 1, "{}", said);
    }
}

/// R-PRG-9: the log of a first visit.
#[test]
fn a_log_is_said() {
    let (radio, ..) = entered(continuous(200_000));
    emergency_hold(radio.clone(), HoldKind::MinimumRate).unwrap();
    let (entries, totals) = radio.session(3).unwrap().log(3).unwrap();
    assert_eq!(
        shown(&said::log(&entries, &totals)),
        " 3  15 June 2025 15:06:51  session began, programmer in place 0
 4  15 June 2025 15:06:51  order staged, counter 1
 5  15 June 2025 15:06:51  order committed, counter 1
 6  15 June 2025 15:06:51  reservoir filled: 40~mL
 7  15 June 2025 15:06:51  session ended, programmer in place 0
 8  17 June 2025 22:40:11  session began, programmer in place 0
 9  17 June 2025 22:40:11  session ended, programmer in place 0
10  17 June 2025 22:40:11  hold began: at the minimum rate, without a key over the emergency path
11  17 June 2025 22:40:11  alarm: held back without a key, over the emergency path
12  17 June 2025 22:40:11  session began, programmer in place 0

Since the pump was made:
1  pump started
1  order staged
1  order committed
1  hold began
1  alarm
3  session began
2  session ended
1  programmer paired
1  reservoir filled
"
    );
}
