//! R-TEL-11: nothing of the pump's side allocates: not a handshake, not a request, not an answer, not a signature.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod common;

use allocation_counter::measure;
use common::{CARD, Desk, PUMP, SERIAL, order, status};
use link::endpoint::{Context, Endpoint, EndpointLimits, Event, Paired};
use link::frame::FRAME_MAX;
use link::{Secret, signed};
use pump::{Answer, Ask};

#[test]
fn the_pump_s_side_allocates_nothing() {
    let own = Secret::new([0x22; 32]);
    let paired = [Paired { slot: 0, link_key: own.public(), revoked: false }];
    let context = Context {
        now_seconds: 1,
        proximity: true,
        pairing_open: true,
        paired: &paired,
        own: &PUMP,
        card: &CARD,
        serial: SERIAL,
    };
    let mut desk = Desk::new(own, 7);
    let mut endpoint = Endpoint::new(EndpointLimits::default(), 0);
    let mut room = [0; FRAME_MAX];
    let mut random = |bytes: &mut [u8]| bytes.fill(9);
    let hello = desk.connect(1);
    let mut received = None;
    let counted = measure(|| {
        received = endpoint.receive(&mut hello.as_slice(), &context, &mut random, &mut room);
    });
    assert_eq!(counted.count_total, 0);
    desk.hear(&room[..received.unwrap().sent], 1);
    assert!(desk.programmer.is_open());

    let (_, order) = order(1);
    for ask in [Ask::Stage(order.clone()), Ask::Interrogate] {
        let asked = desk.ask(&ask, 1);
        let (mut event, mut sent) = (None, 0);
        let answer = Answer::Status(status());
        let counted = measure(|| {
            event = endpoint.receive(&mut asked.as_slice(), &context, &mut random, &mut room);
            sent = endpoint.answer(&answer, 1, &mut room).unwrap();
        });
        assert_eq!(counted.count_total, 0);
        assert!(matches!(event.unwrap().event, Event::Ask { ask: heard, .. } if heard == ask));
        desk.hear(&room[..sent], 1);
    }

    let key = Secret::new([7; 32]);
    let counted = measure(|| {
        let signature = signed::sign(&key, &order.bytes);
        signed::verify(&signed::public(&key), &order.bytes, &signature).unwrap();
    });
    assert_eq!(counted.count_total, 0);
}
