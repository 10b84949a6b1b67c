//! Frames on a line that cuts, spoils and invents.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

use link::frame::{Decoder, Dropped, FRAME_MAX, Found, FrameError, Kind, PAYLOAD_MAX, SYNC, VERSION, encode};
use proptest::prelude::*;

const CHECK_BY_ZLIB: u32 = 0x9c6357f2;

fn framed(kind: Kind, payload: &[u8]) -> Vec<u8> {
    let mut room = [0; FRAME_MAX];
    let length = encode(kind, payload, &mut room).unwrap();
    room[..length].to_vec()
}

type Heard = (Vec<(Kind, Vec<u8>)>, Vec<Dropped>);

fn hear(decoder: &mut Decoder, pieces: &[&[u8]]) -> Heard {
    let (mut frames, mut dropped) = (Vec::new(), Vec::new());
    for piece in pieces {
        let mut input = *piece;
        while let Some(found) = decoder.next(&mut input) {
            match found {
                Found::Frame(frame) => frames.push((frame.kind, frame.payload.to_vec())),
                Found::Dropped(why) => dropped.push(why),
            }
        }
        assert!(input.is_empty());
    }
    (frames, dropped)
}

fn kinds() -> impl Strategy<Value = Kind> {
    proptest::sample::select(Kind::ALL.to_vec())
}

/// R-TEL-4: the format, byte for byte; the check was computed by another program (zlib).
#[test]
fn a_frame_is_written_as_documented() {
    let frame = framed(Kind::Transport, b"123456789");
    assert_eq!(frame[..6], [0xA7, 0x5C, 1, 0x20, 9, 0]);
    assert_eq!(&frame[6..15], b"123456789");
    assert_eq!(frame[15..], CHECK_BY_ZLIB.to_le_bytes());
    let too_long = FrameError::TooLong { length: PAYLOAD_MAX + 1 };
    assert_eq!(encode(Kind::Busy, &[0; PAYLOAD_MAX + 1], &mut [0; 4_000]), Err(too_long));
    assert_eq!(encode(Kind::Busy, &[0; 4], &mut [0; 13]), Err(FrameError::NoRoom { needed: 14, room: 13 }));
    assert_eq!(framed(Kind::Busy, &[0; PAYLOAD_MAX]).len(), FRAME_MAX);
}

#[test]
fn it_says_why_it_drops() {
    let good = framed(Kind::Busy, b"good");
    let mut check = good.clone();
    check[7] ^= 1;
    let header = |version, kind, length: u16| [&SYNC[..], &[version, kind], &length.to_le_bytes()].concat();
    let cases = [
        (b"no frame".to_vec(), Dropped::Noise { bytes: 8 }),
        (header(2, 0x20, 4), Dropped::Version { given: 2 }),
        (header(VERSION, 0x77, 4), Dropped::Kind { given: 0x77 }),
        (header(VERSION, 0x20, 2_305), Dropped::Length { given: 2_305 }),
        (check, Dropped::Check),
    ];
    for (bad, why) in cases {
        let (frames, dropped) = hear(&mut Decoder::new(), &[&bad, &good]);
        assert_eq!(dropped.first(), Some(&why));
        assert_eq!(frames, [(Kind::Busy, b"good".to_vec())], "{why:?}");
    }
}

/// R-TEL-4: a spoilt length does not hold up what comes after it for ever.
#[test]
fn it_does_not_wait_for_ever() {
    let (false_head, good) = ([0xA7, 0x5C, 1, 0x20, 0xFF, 0x08], framed(Kind::EmergencyRequest, b"help"));
    let mut decoder = Decoder::new();
    assert_eq!(hear(&mut decoder, &[&false_head, &good]), (vec![], vec![]));
    assert_eq!(decoder.pending(), false_head.len() + good.len());
    assert_eq!(decoder.give_up(), Some(Dropped::Late));
    assert_eq!(hear(&mut decoder, &[&[]]).0, [(Kind::EmergencyRequest, b"help".to_vec())]);
    assert_eq!(decoder.give_up(), None);
}

/// R-TEL-4: a good frame inside what only looks like one is found, whatever stands where the false one has its check.
#[test]
fn it_finds_a_frame_inside_a_false_one() {
    let good = framed(Kind::EmergencyRequest, b"help");
    let false_head = [0xA7, 0x5C, 1, 0x20, good.len() as u8, 0];
    let stream = [&false_head[..], &good, b"nope"].concat();
    let (frames, dropped) = hear(&mut Decoder::new(), &[&stream]);
    assert_eq!(frames, [(Kind::EmergencyRequest, b"help".to_vec())]);
    assert_eq!(dropped.first(), Some(&Dropped::Check));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// R-TEL-4: however the stream is cut, all frames come out, once, in order.
    #[test]
    fn cuts_change_nothing(
        frames in proptest::collection::vec((kinds(), proptest::collection::vec(any::<u8>(), 0..60)), 1..8),
        size in 1..50_usize,
    ) {
        let stream: Vec<u8> = frames.iter().flat_map(|(kind, payload)| framed(*kind, payload)).collect();
        let pieces: Vec<&[u8]> = stream.chunks(size).collect();
        prop_assert_eq!(hear(&mut Decoder::new(), &pieces), (frames, vec![]));
    }

    /// R-TEL-4: after anything, and inside anything that looks like the head of a frame, a good frame is found as soon as
    /// what was begun has been given up; one changed bit never gives a frame.
    #[test]
    fn it_finds_its_way_back(
        noise in proptest::collection::vec(prop_oneof![any::<u8>(), Just(0xA7), Just(0x5C), Just(1), Just(0x20)], 0..80),
        payload in proptest::collection::vec(any::<u8>(), 0..60),
        flip in 0..1_000_usize,
    ) {
        let good = framed(Kind::Transport, &payload);
        let mut bad = good.clone();
        let at = flip % (bad.len() * 8);
        bad[at / 8] ^= 1 << (at % 8);
        let mut decoder = Decoder::new();
        let mut frames = hear(&mut decoder, &[&noise, &bad, &good]).0;
        while decoder.pending() > 0 {
            decoder.give_up();
            frames.extend(hear(&mut decoder, &[&[]]).0);
        }
        prop_assert_eq!(frames, [(Kind::Transport, payload)]);
    }

    /// R-TEL-4: it takes anything, takes all of it, and never holds more than one frame.
    #[test]
    fn it_takes_anything(stream in proptest::collection::vec(prop_oneof![3 => any::<u8>(), 1 => Just(0xA7), 1 => Just(0x5C)], 0..6_000)) {
        let mut decoder = Decoder::new();
        hear(&mut decoder, &[&stream]);
        prop_assert!(decoder.pending() <= FRAME_MAX);
    }
}
