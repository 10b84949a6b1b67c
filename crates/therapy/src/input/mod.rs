//! Reading what people and programs hand in: TOML and JSON become one tree, and one set of readers takes it apart.
//!
//! Every refusal names the place (JSON pointer and line), the problem and what would be accepted. Numbers stay the text
//! that was written, so nothing passes through a float. A key that nobody asked for is refused, never ignored.

mod error;
mod json;
mod program;
mod read;
mod time;
mod toml_text;
mod tree;

pub use error::{InputError, Problem};
pub use json::from_json;
pub use program::{Dialect, ProgramText, Strength, read_program};
pub use read::{At, Fields};
pub use time::{Moment, offset_text, read_clock};
pub use toml_text::from_toml;
pub use tree::{Kind, Node};
