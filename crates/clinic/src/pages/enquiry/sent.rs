//! What a browser sent: fields, and files read no further than they may be large.

use super::hash_of;
use crate::error::PageError;
use crate::form::Fields;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use practice::enquiry::{FILE_BYTES_MAX, FILES_BYTES_MAX, FILES_MAX, NotTaken, clean_name};

/// More parts than the form has.
const PARTS_MAX: usize = 80;
/// More bytes than a field of the form may hold, even with four bytes a letter.
const TEXT_BYTES_MAX: usize = 64 << 10;

/// What came.
#[derive(Debug, Clone, Default)]
pub(super) struct Sent {
    /// Fields, with the hash of each file, so that what was filled in covers them.
    pub(super) fields: Fields,
    /// Name as sent, and content.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// What could not even be read.
    pub(super) trouble: Vec<NotTaken>,
}

fn unreadable(error: &MultipartError) -> PageError {
    PageError::Unreadable(error.body_text())
}

/// Bytes of a part; `None` if there are more than may be.
async fn bytes_of(part: &mut Field<'_>, most: usize) -> Result<Option<Vec<u8>>, MultipartError> {
    let (mut bytes, mut fits) = (Vec::new(), true);
    while let Some(chunk) = part.chunk().await? {
        // What is too large is read to its end and thrown away: the fields behind it shall not be lost.
        fits = fits && bytes.len() + chunk.len() <= most;
        if fits {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    Ok(fits.then_some(bytes))
}

pub(super) async fn read(mut parts: Multipart) -> Result<Sent, PageError> {
    let mut sent = Sent::default();
    let (mut number, mut total) = (0_usize, 0_u64);
    loop {
        let next = parts.next_field().await;
        let Some(mut part) = next.map_err(|error| unreadable(&error))? else { break };
        number += 1;
        if number > PARTS_MAX {
            return Err(PageError::Unreadable("This is not our form. Open it anew.".to_owned()));
        }
        let name = part.name().unwrap_or_default().to_owned();
        if name != "files" {
            let bytes = bytes_of(&mut part, TEXT_BYTES_MAX).await.map_err(|error| unreadable(&error))?;
            let bytes = bytes.ok_or_else(|| {
                PageError::Unreadable(
                    "One of the fields holds too much. Send long texts as a file.".to_owned(),
                )
            })?;
            sent.fields.set(&name, String::from_utf8_lossy(&bytes).into_owned());
            continue;
        }
        let called = part.file_name().unwrap_or_default().to_owned();
        let most = usize::try_from(FILE_BYTES_MAX).unwrap_or(usize::MAX);
        let bytes = bytes_of(&mut part, most).await.map_err(|error| unreadable(&error))?;
        match bytes {
            None => sent.trouble.push(NotTaken::TooLarge { name: clean_name(&called) }),
            // A file field that was left empty comes as a part without a name and without a byte.
            Some(bytes) if called.is_empty() && bytes.is_empty() => {}
            Some(bytes) => {
                total += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                let refused = if sent.files.len() >= FILES_MAX {
                    Some(NotTaken::TooMany)
                } else {
                    (total > FILES_BYTES_MAX).then_some(NotTaken::AllTooLarge)
                };
                match refused {
                    Some(refused) if sent.trouble.contains(&refused) => {}
                    Some(refused) => sent.trouble.push(refused),
                    None => {
                        sent.fields.add("file-hash", hash_of(&bytes));
                        sent.files.push((called, bytes));
                    }
                }
            }
        }
    }
    Ok(sent)
}
