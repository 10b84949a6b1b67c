//! Giving the password again before something that counts as a signature.

use super::viewer::{SignedIn, Viewer};
use crate::error::PageError;
use crate::form::Form;
use crate::pages::sign_in::for_seconds;
use crate::state::AppState;
use practice::account::{self, AccountError, Tried};
use practice::session;

/// The field in which a form asks for the password again.
pub const PROOF: &str = "password";

/// Whether the field `password` of this form holds the password of the person who is signed in. If not, the form says so.
/// Wrong passwords count as they do at sign-in.
///
/// # Errors
/// What the store says.
pub async fn prove(
    state: &AppState,
    viewer: &Viewer,
    signed_in: &SignedIn,
    form: &mut Form,
) -> Result<bool, PageError> {
    let password = form.fields.raw(PROOF).to_owned();
    if password.is_empty() {
        form.refuse(PROOF, "Enter your password");
        return Ok(false);
    }
    let account = account::load(state.store(), signed_in.actor.account).await?;
    let account = account.ok_or(AccountError::Unknown)?;
    let by = state.by_nobody();
    let tried =
        account::try_password(state.store(), &account.login, &password, &viewer.address, state.random(), by);
    match tried.await? {
        Tried::Right(_) => {
            session::prove(state.store(), &signed_in.session, by.now).await?;
            Ok(true)
        }
        Tried::Wrong => {
            form.refuse(PROOF, "This is not your password");
            Ok(false)
        }
        Tried::Wait { seconds } => {
            form.refuse(PROOF, format!("Too many tries. Wait {}, then try again", for_seconds(seconds)));
            Ok(false)
        }
    }
}
