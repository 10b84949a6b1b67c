//! The other half of `unsynced.c`: after the kill, takes back what was never synced, in whole or in part.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles the layer; the compiler is the one that the database itself was built with.
pub fn layer(folder: &Path) -> PathBuf {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/kill/unsynced.c");
    let library = folder.join("unsynced.so");
    let mut compiler = Command::new(std::env::var_os("CC").unwrap_or_else(|| "cc".into()));
    compiler
        .args(["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o"])
        .arg(&library)
        .arg(source)
        .arg("-ldl");
    let status = compiler.status().expect("a C compiler");
    assert!(status.success(), "{compiler:?}");
    library
}

/// A seeded source of numbers, the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}

struct Note {
    cut: bool,
    offset: usize,
    before: Vec<u8>,
    size_before: usize,
    written: Vec<u8>,
}

fn notes(bytes: &[u8]) -> Vec<Note> {
    let mut rest = bytes;
    let mut notes = Vec::new();
    while let Some((head, after)) = rest.split_first_chunk::<40>() {
        let number = |place: usize| {
            let bytes: [u8; 8] = head[8 * place..8 * place + 8].try_into().unwrap();
            usize::try_from(u64::from_le_bytes(bytes)).unwrap()
        };
        let (length, before) = (number(2), number(3));
        // Killed in the middle of a note: the write that it announces was not begun.
        let Some((before, after)) = after.split_at_checked(before) else { break };
        let Some((written, after)) = after.split_at_checked(length) else { break };
        notes.push(Note {
            cut: number(0) == 2,
            offset: number(1),
            before: before.to_vec(),
            size_before: number(4),
            written: written.to_vec(),
        });
        rest = after;
    }
    notes
}

fn put(file: &mut Vec<u8>, offset: usize, bytes: &[u8]) {
    if file.len() < offset + bytes.len() {
        file.resize(offset + bytes.len(), 0);
    }
    file[offset..offset + bytes.len()].copy_from_slice(bytes);
}

/// What a disk keeps whole.
const SECTOR: usize = 512;

/// Cuts the power: of what was not synced any part may be on the disk, in any order. Returns how many writes were open.
pub fn cut(folder: &Path, dice: &mut Dice) -> usize {
    let mut open = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().ends_with("-shm") {
            std::fs::remove_file(&path).unwrap();
        } else if let Some(of) = path.to_string_lossy().strip_suffix(".unsynced") {
            open.insert(PathBuf::from(of), notes(&std::fs::read(&path).unwrap()));
            std::fs::remove_file(&path).unwrap();
        }
    }
    let mut number = 0;
    // 0: all of it is lost; 1: whole writes; 2: single sectors; 3: all after some moment.
    let how = dice.below(4);
    for (path, notes) in open {
        // A log that was deleted has nothing to lose.
        let Ok(mut file) = std::fs::read(&path) else { continue };
        number += notes.len();
        for note in notes.iter().rev() {
            if !note.cut {
                file.truncate(note.size_before.max(note.offset));
            }
            file.resize(note.size_before, 0);
            put(&mut file, note.offset, &note.before);
        }
        let moment = dice.below(notes.len() as u64 + 1);
        for (note, place) in notes.iter().zip(0..) {
            let kept = match how {
                0 => false,
                1 => dice.below(2) == 0,
                2 => true,
                _ => place < moment,
            };
            if !kept {
                continue;
            }
            if note.cut {
                if how != 2 || dice.below(2) == 0 {
                    file.truncate(note.offset);
                }
                continue;
            }
            for (sector, place) in note.written.chunks(SECTOR).zip(0..) {
                if how != 2 || dice.below(2) == 0 {
                    put(&mut file, note.offset + place * SECTOR, sector);
                }
            }
        }
        std::fs::write(&path, file).unwrap();
    }
    number
}
