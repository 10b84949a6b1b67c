//! The web application.
#![forbid(unsafe_code)]
