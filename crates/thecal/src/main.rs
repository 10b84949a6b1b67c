//! The thecal binary: the command line of the library, and nothing else.
#![forbid(unsafe_code)]

// A page of a long record is made of very many small pieces. This allocator is quicker at them than that of the C library, and
// gives back what it no longer needs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    thecal::cli::main()
}
