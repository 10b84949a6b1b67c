//! What a file is, by its content and never by its name.

use crate::port::AttachError;

const ACCEPTED: &str = "PDF, JPEG, PNG, WebP, TIFF, DICOM, plain text";

const TYPES: [&str; 6] =
    ["application/pdf", "image/jpeg", "image/png", "image/webp", "image/tiff", "application/dicom"];

/// The type of a file that is taken, judged by its content alone.
///
/// # Errors
/// [`AttachError`]: too large, or of a type that is not taken.
pub fn media_type(bytes: &[u8], bytes_max: u64) -> Result<&'static str, AttachError> {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length > bytes_max {
        return Err(AttachError::TooLarge { bytes: length, max: bytes_max });
    }
    let refused = |found: &str| Err(AttachError::Type { found: found.to_owned(), accepted: ACCEPTED });
    if bytes.is_empty() {
        return refused("empty");
    }
    match infer::get(bytes) {
        Some(found) => match TYPES.iter().find(|taken| **taken == found.mime_type()) {
            Some(taken) => Ok(taken),
            None => refused(found.mime_type()),
        },
        None if is_text(bytes) => Ok("text/plain"),
        None => refused("of no type that is known here"),
    }
}

/// UTF-8 without control characters other than those of lines.
fn is_text(bytes: &[u8]) -> bool {
    core::str::from_utf8(bytes)
        .is_ok_and(|text| text.chars().all(|letter| !letter.is_control() || "\t\n\r".contains(letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_content_says() {
        let mut dicom = vec![0; 128];
        dicom.extend_from_slice(b"DICM and more");
        for (bytes, expected) in [
            (&b"%PDF-1.7\n"[..], "application/pdf"),
            (b"\xff\xd8\xff\xe0 jpeg", "image/jpeg"),
            (b"\x89PNG\r\n\x1a\n", "image/png"),
            (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
            (b"II*\x00\x08\x00\x00\x00 tiff", "image/tiff"),
            (b"MM\x00*\x00\x00\x00\x08 tiff", "image/tiff"),
            (&dicom, "application/dicom"),
            ("Überweisung\r\n".as_bytes(), "text/plain"),
        ] {
            assert_eq!(media_type(bytes, 1000), Ok(expected));
        }
        for bytes in [
            &b"MZ\x90\x00\x03\x00\x00\x00 program"[..],
            b"PK\x03\x04 archive",
            b"<!DOCTYPE html><script>",
            b"<html>",
            b"#!/bin/sh\n",
            b"\x00\x01\x02",
            b"\xff\xfe\xfd",
            b"",
        ] {
            let refused = media_type(bytes, 1000);
            assert!(matches!(refused, Err(AttachError::Type { .. })), "{bytes:?}: {refused:?}");
        }
        assert_eq!(media_type(&[b'a'; 11], 10), Err(AttachError::TooLarge { bytes: 11, max: 10 }));
        assert_eq!(media_type(&[b'a'; 10], 10), Ok("text/plain"));
    }
}
