//! Files from outside: judged by their content, and their names made safe, before anything is kept.

/// What one file may weigh, in bytes.
pub const FILE_BYTES_MAX: u64 = 10 << 20;
/// What all files of one enquiry may weigh together, in bytes.
pub const FILES_BYTES_MAX: u64 = 25 << 20;
/// How many files one enquiry may have.
pub const FILES_MAX: usize = 10;
/// How many pixels a picture may claim: a whole spine on film, scanned finely, has fewer.
const PIXELS_MAX: u64 = 100_000_000;
/// How long a side of a picture may be, in pixels.
const SIDE_PIXELS_MAX: u64 = 20_000;
/// Letters kept of a name.
const NAME_LETTERS_MAX: usize = 100;

/// What is taken from outside, for people.
pub const ACCEPTED: &str = "PDF, JPEG, PNG, WebP and plain text";

const TYPES: [&str; 5] = ["application/pdf", "image/jpeg", "image/png", "image/webp", "text/plain"];

/// A file that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its name, made safe.
    pub name: String,
    /// Its type, by content.
    pub media_type: &'static str,
    /// What whoever opens it should know.
    pub caution: Option<String>,
}

/// Why a file is not taken; names the file and says what would be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// Nothing in it.
    #[error("“{name}” is empty. Choose the file again")]
    Empty {
        /// The file.
        name: String,
    },
    /// Too large.
    #[error("“{name}” is larger than {} MB. Send a smaller one, for example as a PDF of fewer pages", FILE_BYTES_MAX >> 20)]
    TooLarge {
        /// The file.
        name: String,
    },
    /// All together are too large.
    #[error("the files are larger than {} MB together. Send fewer; we ask for the rest", FILES_BYTES_MAX >> 20)]
    AllTooLarge,
    /// Too many.
    #[error("these are more than {FILES_MAX} files. Send the most important ones; we ask for the rest")]
    TooMany,
    /// A type that is not taken.
    #[error("“{name}” is {found}. Accepted are {ACCEPTED}, judged by the content and not by the name")]
    Type {
        /// The file.
        name: String,
        /// What it is, for people.
        found: String,
    },
    /// A picture whose size cannot be read, or is absurd.
    #[error("“{name}” is a picture {found}. Save it anew as JPEG or PDF and send that")]
    Picture {
        /// The file.
        name: String,
        /// What is wrong.
        found: String,
    },
}

/// A name that came from outside as it may be kept and shown: the last part of a path, without control characters and letters
/// that turn the direction of writing, not too long, never empty and never beginning with a dot.
#[must_use]
pub fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns = |letter: char| matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    let kept = last.chars().filter(|letter| !letter.is_control() && !turns(*letter));
    let kept: String = kept.map(|letter| if "<>:\"|?*".contains(letter) { '_' } else { letter }).collect();
    let kept: String = kept.trim().trim_start_matches('.').chars().take(NAME_LETTERS_MAX).collect();
    match kept.trim() {
        "" => "file without a name".to_owned(),
        kept => kept.to_owned(),
    }
}

/// What a type that is not taken is called.
fn words_of(found: &str) -> String {
    match found {
        "markup" | "text/html" | "text/xml" | "image/svg+xml" => {
            "a web page or drawing that can hold a program (HTML, SVG or XML)".to_owned()
        }
        found
            if ["zip", "gzip", "x-7z", "rar", "x-tar", "bzip2", "x-xz", "zstd", "lz4", "x-compress"]
                .iter()
                .any(|archive| found.ends_with(archive) || found.contains(&format!("/{archive}"))) =>
        {
            "an archive (such as ZIP): send the files in it one by one".to_owned()
        }
        found
            if found.contains("word")
                || found.contains("officedocument")
                || found.contains("opendocument") =>
        {
            "a document of an office program: save it as PDF".to_owned()
        }
        "application/dicom" => {
            "an image from a scanner (DICOM): tell us that you have it, and we say how to send it".to_owned()
        }
        "image/heif" | "image/heic" => "a photo in the HEIC form: save it as JPEG".to_owned(),
        found if found.contains("executable") || found.contains("shellscript") => "a program".to_owned(),
        found if found.starts_with("of no type") => format!("a file {found}"),
        found => format!("a file of the type {found}"),
    }
}

/// Judges a file by its content. The name says nothing; it is made safe.
///
/// # Errors
/// [`NotTaken`] in the words in which the person is told.
pub fn judge(name: &str, bytes: &[u8]) -> Result<Taken, NotTaken> {
    let name = clean_name(name);
    if bytes.is_empty() {
        return Err(NotTaken::Empty { name });
    }
    let media_type = match record::media_type(bytes, FILE_BYTES_MAX) {
        Ok(media_type) if TYPES.contains(&media_type) => media_type,
        Ok(found) => return Err(NotTaken::Type { name, found: words_of(found) }),
        Err(record::AttachError::TooLarge { .. }) => return Err(NotTaken::TooLarge { name }),
        Err(record::AttachError::Type { found, .. }) => {
            return Err(NotTaken::Type { name, found: words_of(&found) });
        }
        Err(record::AttachError::Store(found)) => return Err(NotTaken::Type { name, found }),
    };
    if media_type == "text/plain" && is_markup(bytes) {
        return Err(NotTaken::Type { name, found: words_of("markup") });
    }
    if media_type.starts_with("image/")
        && let Err(found) = picture(bytes)
    {
        return Err(NotTaken::Picture { name, found });
    }
    let caution = (media_type == "application/pdf" && is_active(bytes)).then(|| {
        "this PDF may hold a program or another file: open it in a viewer that runs nothing".to_owned()
    });
    Ok(Taken { name, media_type, caution })
}

/// What a picture's own header says of its size; nothing is unpacked.
fn picture(bytes: &[u8]) -> Result<(), String> {
    let size =
        imagesize::blob_size(bytes).map_err(|_| "whose size cannot be read: it is damaged".to_owned())?;
    let [width, height] = [size.width, size.height].map(|side| u64::try_from(side).unwrap_or(u64::MAX));
    let absurd = width == 0
        || height == 0
        || width > SIDE_PIXELS_MAX
        || height > SIDE_PIXELS_MAX
        || width.saturating_mul(height) > PIXELS_MAX;
    if absurd {
        Err(format!("that claims {width} × {height} pixels, which no sound one has"))
    } else {
        Ok(())
    }
}

/// Whether a text is a page or drawing, which a browser might run.
fn is_markup(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let opens =
        |rest: &str| rest.starts_with(|letter: char| letter.is_ascii_alphabetic() || "!?/".contains(letter));
    text.strip_prefix('<').is_some_and(opens)
        || [
            "<script",
            "<svg",
            "<html",
            "<body",
            "<iframe",
            "<object",
            "<embed",
            "<img",
            "<!doctype",
            "<?xml",
            "<foreignobject",
        ]
        .iter()
        .any(|tag| text.contains(tag))
}

/// Whether a PDF says in the open that it holds a program or another file.
fn is_active(bytes: &[u8]) -> bool {
    [&b"/JavaScript"[..], b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/XFA"]
        .iter()
        .any(|word| bytes.windows(word.len()).any(|window| window == *word))
}
