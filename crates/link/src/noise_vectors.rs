//! The engine with our X25519, ChaCha20-Poly1305 and SHA-256 gives the bytes of published test vectors.

use crate::noise::{self, Handshake, Secret};
use noise_protocol::U8Array;
use noise_protocol::patterns::{noise_ik, noise_xx_psk3};
use serde_json::Value;
use std::vec::Vec;

fn bytes(value: &Value) -> Vec<u8> {
    let text = value.as_str().unwrap();
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2).unwrap(), 16).unwrap())
        .collect()
}

fn side(vector: &Value, who: &str, initiator: bool) -> Handshake {
    let field = |name: &str| vector.get(std::format!("{who}_{name}")).map(bytes);
    let secret = |name: &str| field(name).map(|bytes| Secret::from_slice(&bytes));
    let pattern = match vector["protocol_name"].as_str().unwrap() {
        "Noise_IK_25519_ChaChaPoly_SHA256" => noise_ik(),
        "Noise_XXpsk3_25519_ChaChaPoly_SHA256" => noise_xx_psk3(),
        other => panic!("{other}"),
    };
    let remote = field("remote_static").map(|bytes| bytes.try_into().unwrap());
    let prologue = field("prologue").unwrap_or_default();
    let (own, ephemeral) = (secret("static"), secret("ephemeral"));
    let mut side = Handshake::new(pattern, initiator, prologue, own, ephemeral, remote, None);
    if let Some(psks) = vector.get(std::format!("{who}_psks")).and_then(Value::as_array) {
        psks.iter().for_each(|psk| side.push_psk(&bytes(psk)));
    }
    side
}

#[test]
fn r_tel_1_the_handshakes_give_the_bytes_of_published_vectors() {
    let file: Value = serde_json::from_str(include_str!("../tests/noise-vectors.json")).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    assert_eq!(vectors.len(), 3);
    for vector in vectors {
        let (mut initiator, mut responder) = (side(vector, "init", true), side(vector, "resp", false));
        let mut room = [0; 512];
        let mut plain = [0; 512];
        let mut messages = vector["messages"].as_array().unwrap().iter().enumerate();
        while !initiator.completed() {
            let (index, message) = messages.next().unwrap();
            let (writer, reader) = if index % 2 == 0 {
                (&mut initiator, &mut responder)
            } else {
                (&mut responder, &mut initiator)
            };
            let payload = bytes(&message["payload"]);
            let length = noise::write(writer, &payload, &mut room).unwrap();
            assert_eq!(room[..length], bytes(&message["ciphertext"]), "{} message {index}", vector["source"]);
            assert_eq!(noise::read(reader, &room[..length], &mut plain).unwrap(), payload);
        }
        assert!(responder.completed());
        if let Some(hash) = vector.get("handshake_hash") {
            assert_eq!(initiator.get_hash(), bytes(hash));
        }
        let (to_responder, to_initiator) = initiator.get_ciphers();
        let keys = [to_responder.extract().0, to_initiator.extract().0];
        let mut numbers = [0, 0];
        for (index, message) in messages {
            let way = index % 2;
            let payload = bytes(&message["payload"]);
            let length = noise::seal(&keys[way], numbers[way], &payload, &mut room).unwrap();
            assert_eq!(room[..length], bytes(&message["ciphertext"]), "{} message {index}", vector["source"]);
            assert_eq!(noise::open(&keys[way], numbers[way], &room[..length], &mut plain).unwrap(), payload);
            numbers[way] += 1;
        }
    }
}

/// In place and from place to place, sealing gives the same; opening in place gives back what was sealed.
#[test]
fn sealing_in_place_is_the_same() {
    use crate::noise::ChaChaPoly;
    use noise_protocol::Cipher;
    let key = Secret::new([7; 32]);
    let mut apart = [0; 21];
    ChaChaPoly::encrypt(&key, 9, b"with", b"hello", &mut apart);
    let mut both = [0; 30];
    both[..5].copy_from_slice(b"hello");
    assert_eq!(ChaChaPoly::encrypt_in_place(&key, 9, b"with", &mut both, 5), 21);
    assert_eq!(both[..21], apart);
    assert_eq!(ChaChaPoly::decrypt_in_place(&key, 9, b"with", &mut both, 21), Ok(5));
    assert_eq!(&both[..5], b"hello");
    assert_eq!(ChaChaPoly::decrypt_in_place(&key, 10, b"with", &mut both, 21), Err(()));
}

/// A public key of small order gives the same secret to everybody: refused, not used.
#[test]
fn keys_of_small_order_are_refused() {
    use crate::noise::X25519;
    use noise_protocol::DH;
    let secret = Secret::new([7; 32]);
    assert!(X25519::dh(&secret, &[0; 32]).is_err());
    let mut one = [0; 32];
    one[0] = 1;
    assert!(X25519::dh(&secret, &one).is_err());
    assert!(X25519::dh(&X25519::genkey(), &secret.public()).is_err());
    assert!(X25519::dh(&secret, &Secret::new([9; 32]).public()).is_ok());
}
