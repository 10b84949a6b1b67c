//! The keys of a store and their file beside the database.

use crate::OpenError;
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Where random bytes come from: fills what it is given, or says why it cannot.
pub type Random = Box<dyn FnMut(&mut [u8]) -> Result<(), String> + Send>;

/// The randomness of the operating system.
#[must_use]
pub fn system_random() -> Random {
    Box::new(|bytes| getrandom::fill(bytes).map_err(|error| error.to_string()))
}

/// The master key, under which the keys of streams are sealed, and the key that signs heads.
#[derive(Clone)]
pub struct Keys {
    master: Zeroizing<[u8; 32]>,
    signing: Zeroizing<[u8; 32]>,
}

/// What a secret beside those of the record is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The clinic's programmer, by which pumps know the clinic.
    Programmer,
}

impl Purpose {
    const fn label(self) -> &'static [u8; 32] {
        match self {
            Self::Programmer => b"thecal programmer of the clinic.",
        }
    }
}

const FIRST_LINE: &str = "thecal keys 1";

impl Keys {
    /// New keys.
    ///
    /// # Errors
    /// If there is no randomness.
    pub fn generate(random: &mut Random) -> Result<Self, OpenError> {
        let mut keys = Self { master: Zeroizing::new([0; 32]), signing: Zeroizing::new([0; 32]) };
        random(keys.master.as_mut_slice()).map_err(OpenError::Random)?;
        random(keys.signing.as_mut_slice()).map_err(OpenError::Random)?;
        Ok(keys)
    }

    /// Where the keys of a database are kept if nobody says otherwise: `clinic.db` has `clinic.db.keys`.
    #[must_use]
    pub fn path_beside(database: &Path) -> PathBuf {
        crate::beside(database, ".keys")
    }

    /// The keys beside a database. Made on the first start; if the database is there already, they must be too.
    ///
    /// # Errors
    /// If they are missing, cannot be read or written, or are no keys.
    pub fn beside(database: &Path, random: &mut Random) -> Result<Self, OpenError> {
        let path = Self::path_beside(database);
        match File::open(&path) {
            Ok(mut file) => {
                let mut text = Zeroizing::new(String::new());
                file.read_to_string(&mut text).map_err(|error| OpenError::file(&path, &error))?;
                Self::from_text(&text).ok_or(OpenError::KeysDamaged(path))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                if database.exists() {
                    return Err(OpenError::KeysMissing(path));
                }
                let keys = Self::generate(random)?;
                keys.write(&path).map_err(|error| OpenError::file(&path, &error))?;
                Ok(keys)
            }
            Err(error) => Err(OpenError::file(&path, &error)),
        }
    }

    /// Written whole and durable under a name of its own first: a power cut leaves all of the file or none.
    fn write(&self, path: &Path) -> std::io::Result<()> {
        let draft = crate::beside(path, ".new");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&draft)?;
        file.write_all(self.to_text().as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&draft, path)?;
        crate::sync_folder(path)
    }

    /// As written into the file.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let (master, signing) = (hex(self.master.as_slice()), hex(self.signing.as_slice()));
        Zeroizing::new(format!("{FIRST_LINE}\nmaster {master}\nsigning {signing}\n"))
    }

    /// Read from what the file says; `None` if it is no file of keys.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next()? != FIRST_LINE {
            return None;
        }
        let master = unhex(lines.next()?.strip_prefix("master ")?)?;
        let signing = unhex(lines.next()?.strip_prefix("signing ")?)?;
        Some(Self { master: Zeroizing::new(master), signing: Zeroizing::new(signing) })
    }

    /// A secret for another purpose, worked out from the master key: the same each time, and one purpose tells nothing of
    /// another. SHA-256 of the purpose and the key, both of fixed length.
    #[must_use]
    pub fn derived(&self, purpose: Purpose) -> Zeroizing<[u8; 32]> {
        let mut hash = Sha256::new();
        hash.update(purpose.label());
        hash.update(self.master.as_slice());
        Zeroizing::new(hash.finalize().into())
    }

    pub(crate) fn master(&self) -> &[u8; 32] {
        &self.master
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        SigningKey::from_bytes(&self.signing).sign(message).to_bytes()
    }

    /// The public key of the heads.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        SigningKey::from_bytes(&self.signing).verifying_key().to_bytes()
    }
}

impl core::fmt::Debug for Keys {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Keys")
    }
}

/// Whether a signature of a head is good.
pub(crate) fn signed_by(public: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let Ok(public) = <[u8; 32]>::try_from(public) else { return false };
    let Ok(signature) = <[u8; 64]>::try_from(signature) else { return false };
    VerifyingKey::from_bytes(&public).is_ok_and(|key| key.verify_strict(message, &signature.into()).is_ok())
}

/// Lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use core::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a string does not fail.
        let _written = write!(text, "{byte:02x}");
        text
    })
}

/// 64 hexadecimal digits as bytes; `None` for anything else.
#[must_use]
pub fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    // A number may begin with a sign, a digit may not.
    if text.len() != 64 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let pair = core::str::from_utf8(pair).ok()?;
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{hex, unhex};

    #[test]
    fn digits_come_back_and_nothing_else_is_taken() {
        let bytes: [u8; 32] = core::array::from_fn(|place| (place * 8) as u8);
        let text = hex(&bytes);
        assert_eq!(unhex(&text), Some(bytes));
        for wrong in [
            &text.replacen("00", "0", 1),
            &format!("{text}00"),
            &text.replacen("00", "+0", 1),
            &text.replacen("00", "é", 1),
        ] {
            assert_eq!(unhex(wrong), None, "{wrong}");
        }
    }
}
