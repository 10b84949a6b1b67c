//! Signatures over orders.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod common;

use link::Secret;
use link::signed::{SignatureError, digest, public, sign, sign_order, verify, verify_order};
use proptest::prelude::*;

/// The digest by another program (Python's hashlib).
#[test]
fn the_digest_is_sha_256() {
    let hex: String = digest(b"abc").iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/// R-TEL-6: a weak key fits many signatures: refused before anything is compared.
#[test]
fn a_weak_key_is_none() {
    let mut one = [0; 32];
    one[0] = 1;
    assert_eq!(verify(&one, b"order", &[0; 64]), Err(SignatureError::Key));
}

/// R-TEL-6: what is signed has its name in front: a signature over the bare bytes or the bare digest is none.
#[test]
fn a_signature_for_something_else_is_none() {
    use ed25519_dalek::{Signer, SigningKey};
    let key = SigningKey::from_bytes(&[7; 32]);
    let public = public(&Secret::new([7; 32]));
    assert_eq!(key.verifying_key().to_bytes(), public);
    let named = [b"thecal-order-v1\0".as_slice(), &digest(b"order")].concat();
    assert_eq!(verify(&public, b"order", &key.sign(&named).to_bytes()), Ok(()));
    for other in [b"order".as_slice(), &digest(b"order")] {
        assert_eq!(verify(&public, b"order", &key.sign(other).to_bytes()), Err(SignatureError::Forged));
    }
}

/// R-TEL-6: an order as it is sent: good under its key, under no other, and not with a changed byte.
#[test]
fn an_order_is_signed_whole() {
    let (order, _) = common::order(7);
    let key = Secret::new([7; 32]);
    let sent = sign_order(&key, &order).unwrap();
    assert_eq!(pump::Order::from_bytes(&sent.bytes).unwrap(), order);
    assert_eq!(sent.signature.as_flattened(), sign(&key, &sent.bytes));
    assert_eq!(verify_order(&public(&key), &sent), Ok(()));
    let other = public(&Secret::new([8; 32]));
    assert_eq!(verify_order(&other, &sent), Err(SignatureError::Forged));
    let mut changed = sent;
    *changed.bytes.last_mut().unwrap() ^= 1;
    assert_eq!(verify_order(&public(&key), &changed), Err(SignatureError::Forged));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// R-TEL-6: one changed bit of order, signature or key, and it does not count; nor does another key's.
    #[test]
    fn one_bit_is_enough(order in proptest::collection::vec(any::<u8>(), 1..200), seed in any::<[u8; 32]>(), bit in any::<usize>()) {
        let key = Secret::new(seed);
        let (public, signature) = (public(&key), sign(&key, &order));
        prop_assert_eq!(verify(&public, &order, &signature), Ok(()));
        let flip = |bytes: &mut [u8]| {
            let at = bit % (bytes.len() * 8);
            bytes[at / 8] ^= 1 << (at % 8);
        };
        let (mut other_order, mut other_signature, mut other_public) = (order.clone(), signature, public);
        flip(&mut other_order);
        flip(&mut other_signature);
        flip(&mut other_public);
        prop_assert_eq!(verify(&public, &other_order, &signature), Err(SignatureError::Forged));
        prop_assert_eq!(verify(&public, &order, &other_signature), Err(SignatureError::Forged));
        prop_assert!(verify(&other_public, &order, &signature).is_err());
    }
}
