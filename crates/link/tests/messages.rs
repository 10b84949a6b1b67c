//! Requests and answers as bytes: one form each.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod common;

use link::emergency::{Reply, Request, decode_reply, decode_request, encode_reply, encode_request};
use link::frame::PAYLOAD_MAX;
use link::message::{MESSAGE_MAX, MessageError, decode_answer, decode_ask, encode_answer, encode_ask};
use proptest::prelude::*;
use pump::{
    Alarm, AlarmClass, AlarmState, Answer, Ask, Battery, CommittedMarks, Condition, Epitaph, FaultKind,
    FillPart, Flowing, Hold, HoldKind, ModeMark, ProgramMarks, Refused, Running, StagedMarks, Status, Text,
};

fn asks() -> impl Strategy<Value = Ask> {
    let bytes = proptest::collection::vec(any::<u8>(), 0..pump::ORDER_BYTES_MAX);
    prop_oneof![
        Just(Ask::Interrogate),
        Just(Ask::ReadCommitted),
        (bytes, any::<[[u8; 32]; 2]>()).prop_map(|(bytes, signature)| {
            let bytes = heapless::Vec::from_slice(&bytes).unwrap();
            Ask::Stage(pump::SignedOrder { bytes, signature })
        }),
        any::<[u8; 32]>().prop_map(|digest| Ask::Commit { digest }),
        Just(Ask::Unstage),
        Just(Ask::TestAlarm(AlarmClass::Critical)),
        proptest::sample::select(Condition::ALL.to_vec()).prop_map(Ask::Acknowledge),
        any::<u32>().prop_map(|from| Ask::ReadLog { from }),
        Just(Ask::Goodbye),
    ]
}

/// A status with everything in it, each number as long as it gets.
fn largest_status() -> Status {
    let mark = |at| AlarmState::Acknowledged { issued_at: at, acknowledged_at: at, silent_until: at };
    let alarms = Condition::ALL.map(|condition| Alarm { condition, state: mark(i64::MIN) });
    let text = || "x".repeat(40);
    Status {
        serial: Text::new(&"x".repeat(24)).unwrap(),
        model: Text::new(&text()).unwrap(),
        now: i64::MIN,
        clock_offset_seconds: i32::MIN,
        boots: u32::MAX,
        running: Running::Ended,
        committed: Some(CommittedMarks {
            id: Text::new(&text()).unwrap(),
            digest: [0xFF; 32],
            counter: u64::MAX,
            since: i64::MIN,
        }),
        program: Some(ProgramMarks {
            drug: Text::new(&text()).unwrap(),
            concentration_nanograms_per_millilitre: u64::MAX,
            mode: ModeMark::Stopped,
            day_totals_nanograms: [u64::MAX; 7],
        }),
        staged: Some(StagedMarks {
            digest: [0xFF; 32],
            day_totals_nanograms: [u64::MAX; 7],
            expires_at: i64::MIN,
        }),
        counter: u64::MAX,
        accepted_digest: Some([0xFF; 32]),
        hold: Some(Hold { kind: HoldKind::Stop, since: i64::MIN, remind_at: i64::MIN, emergency: true }),
        fill: Some(FillPart { volume_nanolitres: u64::MAX, alarm_volume_nanolitres: u64::MAX }),
        reservoir_calculated_nanolitres: Some(u64::MAX),
        stroke_nanolitres: u64::MAX,
        minimum_rate: Flowing { numerator: u64::MAX, denominator: u64::MAX },
        strokes_total: u64::MAX,
        strokes_of_order: u64::MAX,
        strokes_of_day: u64::MAX,
        patient_boluses_of_day: u32::MAX,
        battery: Battery::Spent,
        indicated_at: Some(i64::MIN),
        ends_at: Some(i64::MIN),
        alarms: alarms.into_iter().collect(),
        epitaph: Some(Epitaph { fault: FaultKind::LowBattery, at: i64::MIN, detail: u64::MAX }),
        log_newest: u32::MAX,
        log_kept: u32::MAX,
    }
}

/// R-TEL-7: the largest answers of a pump fit.
#[test]
fn the_largest_answers_fit() {
    let mut room = [0; MESSAGE_MAX];
    let entry = pump::LogEntry {
        number: u32::MAX,
        at: i64::MIN,
        kind: pump::LogKind::Filled,
        a: u32::MAX,
        b: u32::MAX,
    };
    let entries = heapless::Vec::from_slice(&[entry; pump::LOG_ENTRIES_PER_ANSWER]).unwrap();
    let log = Answer::Log { entries, totals: [u32::MAX; pump::LogKind::COUNT] };
    let bytes = heapless::Vec::from_slice(&[0xFF; pump::ORDER_BYTES_MAX]).unwrap();
    let signed = pump::SignedOrder { bytes, signature: [[0xFF; 32]; 2] };
    for answer in [log, Answer::Committed(Some(signed)), Answer::Status(largest_status())] {
        let length = encode_answer(u32::MAX, &answer, &mut room).unwrap();
        assert_eq!(decode_answer(&room[..length]).unwrap(), (u32::MAX, answer));
    }
    // Without a key it is the same status with a challenge, in the clear.
    let reply = Reply::Status { status: largest_status(), challenge: [0xFF; 16] };
    let mut room = [0; PAYLOAD_MAX];
    let length = encode_reply(&reply, &mut room).unwrap();
    assert_eq!(decode_reply(&room[..length]).unwrap(), reply);
}

/// R-TEL-9: of all bytes that are a request without a key, none says more than status, minimum rate and stop.
#[test]
fn an_emergency_request_can_only_read_and_hold() {
    let mut room = [0; 64];
    for request in [
        Request::Read,
        Request::Hold { kind: HoldKind::MinimumRate, challenge: [7; 16] },
        Request::Hold { kind: HoldKind::Stop, challenge: [7; 16] },
    ] {
        let length = encode_request(&request, &mut room).unwrap();
        assert_eq!(decode_request(&room[..length]), Ok(request));
        assert!(decode_request(&room[..length - 1]).is_err());
        assert_eq!(decode_request(&room[..length + 1]), Err(MessageError::Extra { extra: 1 }));
    }
    // Named one by one, without a wildcard: one more way to say something would not compile here.
    let says = |request: Request| match request {
        Request::Read => "status",
        Request::Hold { kind: HoldKind::MinimumRate, .. } => "minimum rate",
        Request::Hold { kind: HoldKind::Stop, .. } => "stop",
    };
    assert_eq!(says(Request::Read), "status");
    let reply = Reply::Refused(Refused::Challenge);
    let length = encode_reply(&reply, &mut room).unwrap();
    assert_eq!(decode_reply(&room[..length]).unwrap(), reply);
}

#[test]
fn another_form_of_the_same_is_refused() {
    // Request 1, ReadLog from 5; and the same 5 in two bytes.
    assert!(decode_ask(&[1, 0, 0, 0, 7, 5]).is_ok());
    assert_eq!(decode_ask(&[1, 0, 0, 0, 7, 0x85, 0]), Err(MessageError::Form));
    assert_eq!(decode_ask(&[0; MESSAGE_MAX + 1]), Err(MessageError::TooLong { length: MESSAGE_MAX + 1 }));
    assert_eq!(encode_ask(1, &Ask::Interrogate, &mut [0; 4]), Err(MessageError::NoRoom { room: 0 }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// R-TEL-7: what is written is read; a byte less or more is refused.
    #[test]
    fn what_is_written_is_read(request in any::<u32>(), ask in asks(), cut in any::<usize>()) {
        let mut room = [0; MESSAGE_MAX];
        let length = encode_ask(request, &ask, &mut room).unwrap();
        prop_assert_eq!(decode_ask(&room[..length]), Ok((request, ask)));
        prop_assert!(decode_ask(&room[..cut % length]).is_err());
        if length < MESSAGE_MAX {
            prop_assert_eq!(decode_ask(&room[..=length]), Err(MessageError::Extra { extra: 1 }));
        }
    }

    /// R-TEL-7: whatever is read as a request is written as the same bytes.
    #[test]
    fn a_request_has_one_form(bytes in proptest::collection::vec(prop_oneof![any::<u8>(), 0..16_u8], 0..80)) {
        if let Ok((request, ask)) = decode_ask(&bytes) {
            let mut room = [0; MESSAGE_MAX];
            let length = encode_ask(request, &ask, &mut room).unwrap();
            prop_assert_eq!(&room[..length], &bytes[..]);
        }
    }
}
