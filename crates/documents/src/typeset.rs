//! From a template and data to a document and its PDF.

use crate::PaperError;
use std::sync::{LazyLock, Mutex, PoisonError};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The fonts of the papers as files: regular and bold, Latin and Hebrew. For drawings that shall look alike.
pub const FONTS: [&[u8]; 4] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Bold.ttf"),
];

/// Shared by every paper of the process: typst keeps what it has worked out in one cache anyway.
static SHARED: LazyLock<Result<Warmed, PaperError>> = LazyLock::new(Warmed::new);

/// How many papers a worked-out piece stays in typst's cache unused.
const CACHE_AGE_PAPERS: usize = 20;

/// Fonts and library, loaded once. Make one at start; it may be shared by all threads.
pub struct Warmed {
    library: LazyHash<Library>,
    fonts: FontStore,
    /// One paper at a time: they share two cores with everything else, and the cache is trimmed in between.
    turn: Mutex<()>,
}

impl std::fmt::Debug for Warmed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Warmed").finish_non_exhaustive()
    }
}

/// One template with one paper's data. Nothing else can be read: no disk, no network, no clock.
struct Paper<'a> {
    warmed: &'a Warmed,
    template: Source,
    /// The data and the pictures.
    files: Vec<(FileId, Bytes)>,
}

impl World for Paper<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.warmed.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        self.warmed.fonts.book()
    }
    fn main(&self) -> FileId {
        self.template.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let known = self.files.iter().find(|(known, _)| *known == id);
        known.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.warmed.fonts.font(index)
    }
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(name: &str) -> Result<FileId, PaperError> {
    let path = VirtualPath::new(name).map_err(|error| PaperError::Typeset(format!("{name}: {error:?}")))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

fn first_reason(errors: &[SourceDiagnostic]) -> PaperError {
    PaperError::Typeset(errors.first().map_or_else(String::new, |error| error.message.to_string()))
}

impl Warmed {
    /// Loads the fonts and the library.
    ///
    /// # Errors
    /// [`PaperError::Font`]: a built-in font cannot be read, which a test rules out.
    pub fn new() -> Result<Self, PaperError> {
        let mut fonts = FontStore::new();
        for file in FONTS {
            let font = Font::new(Bytes::new(file), 0).ok_or(PaperError::Font)?;
            let info = font.info().clone();
            fonts.push((font, info));
        }
        Ok(Self { library: LazyHash::new(Library::default()), fonts, turn: Mutex::new(()) })
    }

    /// The handle of this process, loaded at the first call.
    ///
    /// # Errors
    /// As [`Warmed::new`].
    pub fn shared() -> Result<&'static Self, PaperError> {
        SHARED.as_ref().map_err(|_| PaperError::Font)
    }

    /// Whether regular and bold of one script have this character, or it needs no picture.
    pub(crate) fn prints(&self, character: char) -> bool {
        let invisible =
            matches!(character, '\u{200B}' | '\u{00AD}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}');
        let has = |index| {
            self.fonts.book().info(index).is_some_and(|info| info.coverage.contains(character.into()))
        };
        invisible || character.is_whitespace() || (has(0) && has(1)) || (has(2) && has(3))
    }

    /// Sets one template (`name` must be unique to it) with its data, which it reads as `json("data.json")`; `pictures` are
    /// files beside it.
    pub(crate) fn document(
        &self,
        name: &str,
        template: &'static str,
        data: Vec<u8>,
        pictures: Vec<(String, Vec<u8>)>,
    ) -> Result<PagedDocument, PaperError> {
        // The lock guards no data, so a thread that panicked with it leaves nothing broken.
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let template = Source::new(file_id(name)?, template.to_owned());
        let mut files = vec![(file_id("data.json")?, Bytes::new(data))];
        for (name, bytes) in pictures {
            files.push((file_id(&name)?, Bytes::new(bytes)));
        }
        let paper = Paper { warmed: self, template, files };
        let done = typst::compile::<PagedDocument>(&paper).output.map_err(|errors| first_reason(&errors));
        typst::comemo::evict(CACHE_AGE_PAPERS);
        done
    }
}

/// The PDF of a document: tagged, checked against PDF/UA-1.
pub(crate) fn pdf(document: &PagedDocument) -> Result<Vec<u8>, PaperError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| PaperError::Typeset(error.message().to_string()))?;
    let options =
        PdfOptions { standards, creator: Smart::Custom(Some("thecal".to_owned())), ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map_err(|errors| first_reason(&errors))
}
