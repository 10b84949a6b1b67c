//! The thecal binary: the command line of the library, and nothing else.
#![forbid(unsafe_code)]

fn main() -> std::process::ExitCode {
    thecal::cli::main()
}
