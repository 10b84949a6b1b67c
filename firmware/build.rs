//! Tells the linker where the board's memory is.

use std::env::var;

fn main() {
    println!("cargo::rerun-if-changed=memory.x");
    if var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "none")
        && let Ok(folder) = var("CARGO_MANIFEST_DIR")
    {
        println!("cargo::rustc-link-search={folder}");
        println!("cargo::rustc-link-arg=-Tlink.x");
    }
}
