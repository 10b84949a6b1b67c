//! Passwords tried: right, wrong, and slowed down.

use super::*;

/// What came of a try to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tried {
    /// It is this person.
    Right(Box<Account>),
    /// Login name or password are wrong; which of them is not told.
    Wrong,
    /// Too many tries: not even compared.
    Wait {
        /// Try again after so many seconds.
        seconds: i64,
    },
}

/// Wrong passwords from which on an account is slowed down.
const FREE_TRIES: u64 = 5;
/// The longest that an account is slowed down: a clinician who is locked out is a danger too.
const DELAY_SECONDS_MAX: i64 = 60;
/// How long wrong passwords of an account count.
const ACCOUNT_SECONDS: i64 = 24 * 3600;
/// Wrong passwords from one address before it has to wait …
const ADDRESS_TRIES: u64 = 100;
/// … until they are this old.
const ADDRESS_SECONDS: i64 = 15 * 60;

/// Seconds to wait after so many wrong passwords in a row.
#[must_use]
pub fn delay_seconds(wrong: u64) -> i64 {
    let over = wrong.saturating_sub(FREE_TRIES);
    if wrong < FREE_TRIES {
        0
    } else {
        1_i64.checked_shl(u32::try_from(over).unwrap_or(63)).unwrap_or(i64::MAX).clamp(1, DELAY_SECONDS_MAX)
    }
}

/// Compares login name and password, and counts what fails. Hashing runs beside the thread that serves others.
///
/// # Errors
/// What the store says.
pub async fn try_password(
    port: &dyn Port,
    login: &str,
    password: &str,
    address: &str,
    salt: [u8; 16],
    by: By,
) -> Result<Tried, AccountError> {
    let id = id(login);
    let (account_key, address_key) = (format!("account {id}"), format!("address {address}"));
    let wrong = port.attempts(account_key.clone(), by.now - ACCOUNT_SECONDS).await?;
    let delay = delay_seconds(wrong);
    if delay > 0 && port.attempts(account_key.clone(), by.now - delay + 1).await? > 0 {
        return Ok(Tried::Wait { seconds: delay });
    }
    if port.attempts(address_key.clone(), by.now - ADDRESS_SECONDS).await? >= ADDRESS_TRIES {
        return Ok(Tried::Wait { seconds: ADDRESS_SECONDS });
    }
    // Counted before it is compared: many tries at once count as many.
    port.attempt(account_key.clone(), by.now, by.now - ACCOUNT_SECONDS).await?;
    let account = load(port, id).await?.filter(|account| !account.closed);
    let (typed, kept) = (password.to_owned(), account.as_ref().map(|account| account.password.clone()));
    let compare = move || {
        let matched = password::verify(&typed, kept.as_deref());
        let again = (matched == Match::YesButOld).then(|| password::hash(&typed, salt));
        (matched, again)
    };
    let compared = tokio::task::spawn_blocking(compare).await;
    let (matched, again) = compared.unwrap_or((Match::No, None));
    let Some(account) = account.filter(|_| matched != Match::No) else {
        port.attempt(address_key, by.now, by.now - ADDRESS_SECONDS).await?;
        return Ok(Tried::Wrong);
    };
    port.forget_attempts(account_key).await?;
    if let Some(Ok(password)) = again {
        let set = PasswordSet { password, password_is_given: account.password_is_given, rehashed: true };
        let by = By { account: None, ..by };
        // Another session may have been faster; the old form does until the next time.
        match change(port, &account, account.version, Change::PasswordSet(set), by).await {
            Ok(_) | Err(AccountError::Append(AppendError::Stale { .. })) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Tried::Right(Box::new(account)))
}
