//! The door.
#![forbid(unsafe_code)]

pub mod access;
pub mod account;
pub mod password;
pub mod session;
pub mod settings;
