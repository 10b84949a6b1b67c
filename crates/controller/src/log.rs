//! The ring of log entries.
