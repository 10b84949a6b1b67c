//! The keys of a programmer.

use link::signed::SIGNATURE_LENGTH;
use link::{KEY_LENGTH, Secret, signed};
use pump::SignedOrder;

/// What the seed is hashed with for sessions, and for orders: one key must never do the work of the other.
const LABELS: [&[u8]; 2] = [b"thecal programmer: sessions\0", b"thecal programmer: orders\0"];

/// The clinic's programmer: an X25519 secret for sessions and an Ed25519 key for orders, both from one seed.
pub struct Identity {
    noise: Secret,
    order: Secret,
}

impl Identity {
    /// From 32 bytes that nobody else knows.
    #[must_use]
    pub fn of_seed(seed: &[u8; 32]) -> Self {
        let [noise, order] = LABELS.map(|label| {
            let labelled: Vec<u8> = label.iter().chain(seed).copied().collect();
            Secret::new(signed::digest(&labelled))
        });
        Self { noise, order }
    }

    /// The public key that a pump knows this programmer's sessions by.
    #[must_use]
    pub fn noise_public(&self) -> [u8; 32] {
        self.noise.public()
    }

    /// The public key under which this programmer's orders are signed.
    #[must_use]
    pub fn order_public(&self) -> [u8; 32] {
        signed::public(&self.order)
    }

    /// Signs the bytes of an order; both halves of the signature.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> [[u8; 32]; 2] {
        halves(&signed::sign(&self.order, bytes))
    }

    pub(crate) fn noise(&self) -> Secret {
        Secret::new(*self.noise.expose())
    }
}

/// Whether an order is signed under this public key.
#[must_use]
pub fn is_signed_by(order: &SignedOrder, public: &[u8; 32]) -> bool {
    let mut signature = [0; SIGNATURE_LENGTH];
    for (place, byte) in signature.iter_mut().zip(order.signature.as_flattened()) {
        *place = *byte;
    }
    signed::verify(public, &order.bytes, &signature).is_ok()
}

fn halves(signature: &[u8; SIGNATURE_LENGTH]) -> [[u8; 32]; 2] {
    let mut halves = [[0; KEY_LENGTH]; 2];
    for (place, byte) in halves.as_flattened_mut().iter_mut().zip(signature) {
        *place = *byte;
    }
    halves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_gives_two_keys_and_no_other_seed_gives_either() {
        let (one, again, other) =
            (Identity::of_seed(&[1; 32]), Identity::of_seed(&[1; 32]), Identity::of_seed(&[2; 32]));
        assert_eq!(one.noise_public(), again.noise_public());
        assert_eq!(one.order_public(), again.order_public());
        assert_ne!(one.noise.expose(), one.order.expose());
        assert_ne!(one.noise_public(), other.noise_public());
        assert_ne!(one.order_public(), other.order_public());
    }

    #[test]
    fn a_signature_fits_its_bytes_and_its_key_only() {
        let (one, other) = (Identity::of_seed(&[1; 32]), Identity::of_seed(&[2; 32]));
        let bytes = SignedOrder { bytes: [1, 2, 3].into_iter().collect(), signature: one.sign(&[1, 2, 3]) };
        assert!(is_signed_by(&bytes, &one.order_public()));
        assert!(!is_signed_by(&bytes, &other.order_public()));
        let changed = SignedOrder { bytes: [1, 2, 4].into_iter().collect(), ..bytes };
        assert!(!is_signed_by(&changed, &one.order_public()));
    }
}
