//! Passwords: which are taken, how they are kept, how they are compared.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;

/// Fewest characters.
pub const CHARACTERS_MIN: usize = 12;
/// Most characters.
pub const CHARACTERS_MAX: usize = 128;

/// Memory in KiB, passes and lanes of argon2id: the least that OWASP's password storage cheat sheet names.
const MEMORY: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Why a password is not taken. There are no rules of composition and no expiry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeakPassword {
    /// Too short.
    #[error("Use at least {CHARACTERS_MIN} characters; a few words in a row are easy to type")]
    Short,
    /// Too long.
    #[error("Use at most {CHARACTERS_MAX} characters")]
    Long,
    /// The two entries differ.
    #[error("The two passwords are not the same")]
    Differs,
    /// A word that everybody would try first here.
    #[error("Leave out \"{0}\": it is among the first guesses here")]
    Context(String),
    /// Easily guessed.
    #[error("This password is easily guessed. {0}")]
    Guessable(String),
    /// The same as before.
    #[error("Choose a password that is not the present one")]
    Same,
}

/// Why a password could not be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the password could not be hashed: {0}")]
pub struct HashError(String);

/// Checks a new password. `context` is what belongs to the person and the clinic: login, name, name of the clinic.
///
/// # Errors
/// [`WeakPassword`], in the words in which the person is told.
pub fn check(password: &str, context: &[&str]) -> Result<(), WeakPassword> {
    let plain = normal(password);
    let length = plain.chars().count();
    if length < CHARACTERS_MIN {
        return Err(WeakPassword::Short);
    }
    if length > CHARACTERS_MAX {
        return Err(WeakPassword::Long);
    }
    let lower = plain.to_lowercase();
    let words = context.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    for word in words.chain(["thecal", "baclofen"]) {
        let word = word.to_lowercase();
        if word.chars().count() >= 4 && lower.contains(&word) {
            return Err(WeakPassword::Context(word));
        }
    }
    let entropy = zxcvbn::zxcvbn(&plain, context);
    if entropy.score() < zxcvbn::Score::Three {
        let advice =
            entropy.feedback().and_then(|feedback| feedback.warning()).map(|warning| warning.to_string());
        return Err(WeakPassword::Guessable(
            advice.unwrap_or_else(|| "Add another word or two that do not belong together.".to_owned()),
        ));
    }
    Ok(())
}

/// The same text typed on another keyboard is the same password.
fn normal(password: &str) -> String {
    password.nfkc().collect()
}

fn argon2() -> Result<Argon2<'static>, HashError> {
    let params = Params::new(MEMORY, PASSES, LANES, None).map_err(|error| HashError(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// What is kept of a password: a PHC string of argon2id with this salt. Takes tens of milliseconds; do not call it on a
/// thread that serves others.
///
/// # Errors
/// [`HashError`]: none for parameters that a test has tried.
pub fn hash(password: &str, salt: [u8; 16]) -> Result<String, HashError> {
    let hash: PasswordHash = argon2()?
        .hash_password_with_salt(normal(password).as_bytes(), &salt)
        .map_err(|error| HashError(error.to_string()))?;
    Ok(hash.to_string())
}

/// What a comparison came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// Another password.
    No,
    /// This one.
    Yes,
    /// This one, but kept in a form that is no longer made: hash it again.
    YesButOld,
}

/// Compares a password with what is kept; `None` stands for an account that does not exist and takes the same time.
#[must_use]
pub fn verify(password: &str, kept: Option<&str>) -> Match {
    // Any salt will do: nothing equals it, it only takes as long.
    const NOBODY: [u8; 16] = [0; 16];
    let Some(kept) = kept else {
        let _same_time = hash(password, NOBODY);
        return Match::No;
    };
    let (Ok(kept), Ok(argon2)) = (PasswordHash::new(kept), argon2()) else { return Match::No };
    if argon2.verify_password(normal(password).as_bytes(), &kept).is_err() {
        return Match::No;
    }
    let wanted = [("m", MEMORY), ("t", PASSES), ("p", LANES)];
    let current = wanted.iter().all(|(name, value)| kept.params.get_decimal(*name) == Some(*value));
    if current { Match::Yes } else { Match::YesButOld }
}
