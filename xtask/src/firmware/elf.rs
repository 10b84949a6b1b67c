//! What a program for the board weighs, read from the file that the linker wrote: 32 bits, low byte first.

use anyhow::{Context, Result, bail};

/// The sizes of a program's parts, in bytes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Sizes {
    /// Instructions, with the table of the processor's vectors.
    pub(crate) code: u64,
    /// What is only read.
    pub(crate) constants: u64,
    /// What stands in memory from the start on, be it zero or not. The stack is not in it.
    pub(crate) memory: u64,
}

/// A program and its sections.
pub(crate) struct Program<'a> {
    bytes: &'a [u8],
    sections: Vec<Section>,
}

struct Section {
    kind: u32,
    flags: u32,
    name: usize,
    offset: usize,
    size: usize,
    link: usize,
}

const NAMES: u32 = 3;
const SYMBOLS: u32 = 2;
const WRITTEN: u32 = 1;
const LOADED: u32 = 2;
const EXECUTED: u32 = 4;

impl<'a> Program<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self> {
        if !bytes.starts_with(b"\x7fELF\x01\x01") {
            bail!("not a program of 32 bits");
        }
        let (first, size) = (word(bytes, 32)?, half(bytes, 46)?);
        let sections = (0..half(bytes, 48)?).map(|index| {
            let field = |place: usize| word(bytes, first + index * size + 4 * place);
            Ok(Section {
                name: field(0)?,
                kind: u32::try_from(field(1)?)?,
                flags: u32::try_from(field(2)?)?,
                offset: field(4)?,
                size: field(5)?,
                link: field(6)?,
            })
        });
        Ok(Self { bytes, sections: sections.collect::<Result<_>>()? })
    }

    pub(crate) fn sizes(&self) -> Result<Sizes> {
        let mut sizes = Sizes::default();
        let index = half(self.bytes, 50)?;
        for section in self.sections.iter().filter(|section| section.flags & LOADED != 0) {
            let size = section.size as u64;
            let vectors = self.text(index, section.name)? == ".vector_table";
            if section.flags & WRITTEN != 0 {
                sizes.memory += size;
            } else if section.flags & EXECUTED != 0 || vectors {
                sizes.code += size;
            } else {
                sizes.constants += size;
            }
        }
        Ok(sizes)
    }

    /// The ways to panic that the compiler could not rule out, by their names in `core::panicking`.
    pub(crate) fn panics(&self) -> Result<Vec<&'a str>> {
        let mut found = Vec::new();
        for table in self.sections.iter().filter(|section| section.kind == SYMBOLS) {
            for entry in 0..table.size / 16 {
                let name = self.text(table.link, word(self.bytes, table.offset + 16 * entry)?)?;
                let panic = name.split_once("4core9panicking").and_then(|(_, rest)| last_part(rest));
                found.extend(panic.filter(|panic| *panic != "panic_fmt"));
            }
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// A text in the section of texts with this number.
    fn text(&self, section: usize, place: usize) -> Result<&'a str> {
        let section = self.sections.get(section).filter(|section| section.kind == NAMES);
        let start = section.context("no section of names")?.offset + place;
        let text = self.bytes.get(start..).and_then(|rest| rest.split(|byte| *byte == 0).next());
        Ok(std::str::from_utf8(text.context("cut short")?)?)
    }
}

/// The last of the names that stand one behind the other, each behind its own length.
fn last_part(mut names: &str) -> Option<&str> {
    let mut last = None;
    loop {
        let digits = names.find(|sign: char| !sign.is_ascii_digit())?;
        let Ok(length) = names.get(..digits)?.parse() else { return last };
        let name = names.get(digits..)?;
        // A line between length and name, if the name begins with one or with a digit.
        let name = name.strip_prefix('_').unwrap_or(name);
        last = name.get(..length);
        names = name.get(length..)?;
        if names.is_empty() {
            return last;
        }
    }
}

fn word(bytes: &[u8], at: usize) -> Result<usize> {
    let part = bytes.get(at..).and_then(<[u8]>::first_chunk::<4>).context("cut short")?;
    Ok(usize::try_from(u32::from_le_bytes(*part))?)
}

fn half(bytes: &[u8], at: usize) -> Result<usize> {
    let part = bytes.get(at..).and_then(<[u8]>::first_chunk::<2>).context("cut short")?;
    Ok(usize::from(u16::from_le_bytes(*part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program with these sections: kind, flags, name, size and content; the first holds the names of the sections.
    fn program(sections: &[(u32, u32, u32, u32, &[u8])]) -> Vec<u8> {
        let mut bytes = b"\x7fELF\x01\x01".to_vec();
        bytes.resize(52, 0);
        let mut headers = Vec::new();
        for (kind, flags, name, size, content) in sections {
            for field in [*name, *kind, *flags, 0, bytes.len() as u32, *size, 0, 0, 0, 0] {
                headers.extend(field.to_le_bytes());
            }
            bytes.extend(*content);
        }
        bytes[32] = u8::try_from(bytes.len()).expect("a small one");
        bytes[46] = 40;
        bytes[48] = sections.len() as u8;
        bytes.extend(headers);
        bytes
    }

    #[test]
    fn parts_are_weighed_by_what_may_be_done_with_them() {
        let bytes = program(&[
            (NAMES, 0, 0, 15, b"\0.vector_table\0"),
            (1, LOADED, 1, 1024, b""),
            (1, LOADED | EXECUTED, 0, 30_000, b""),
            (1, LOADED, 0, 700, b""),
            (1, LOADED | WRITTEN, 0, 40, b""),
            (8, LOADED | WRITTEN, 0, 4096, b""),
            (1, 0, 0, 99_999, b""),
        ]);
        let sizes = Program::read(&bytes).and_then(|program| program.sizes()).expect("reads");
        assert_eq!(sizes, Sizes { code: 31_024, constants: 700, memory: 4136 });
    }

    #[test]
    fn panics_are_named() {
        let names =
            b"\0_RNvNtNtCs_4core9panicking11panic_const23panic_const_div_by_zero\0_RNv9panicking9panic_fmt\0";
        let mut symbols = [0; 32];
        symbols[0] = 1;
        symbols[16] = 66;
        let bytes = program(&[(NAMES, 0, 0, names.len() as u32, names), (SYMBOLS, 0, 0, 32, &symbols)]);
        let panics = Program::read(&bytes).and_then(|program| program.panics()).expect("reads");
        assert_eq!(panics, ["panic_const_div_by_zero"]);
    }

    #[test]
    fn the_last_of_the_names_is_taken() {
        assert_eq!(last_part("5panic"), Some("panic"));
        assert_eq!(last_part("11panic_const23panic_const_div_by_zero"), Some("panic_const_div_by_zero"));
        assert_eq!(last_part("13assert_failedjjECs1_4pump"), Some("assert_failed"));
        assert_eq!(last_part("9_1shorter"), None);
        assert_eq!(last_part(""), None);
    }

    #[test]
    fn a_cut_program_is_refused() {
        let bytes = program(&[(NAMES, 0, 0, 1, b"\0"), (1, LOADED, 0, 5, b"")]);
        assert!(Program::read(&bytes).is_ok());
        assert!(Program::read(bytes.get(..bytes.len() - 20).expect("shorter")).is_err());
        assert!(Program::read(b"#!/bin/sh").is_err());
    }
}
