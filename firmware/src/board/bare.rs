//! What cannot be done in safe Rust: looking at the stack, and the processor's own faults.
#![allow(
    unsafe_code,
    reason = "reads memory by address, as the linker laid it out; a fault handler is unsafe by its type"
)]

use super::leave;
use cortex_m_rt::{ExceptionFrame, STACK_PAINT_VALUE, exception};
use cortex_m_semihosting::hio::hstderr;

unsafe extern "C" {
    /// Where the stack starts: the highest address. It grows down.
    static _stack_start: u32;
    /// The lowest address that it may reach.
    static _stack_end: u32;
}

/// The most bytes of stack that were ever in use: everything above the last word that still has the paint which the
/// start-up code put over the whole stack.
pub(crate) fn stack_used() -> u32 {
    let top = &raw const _stack_start;
    let mut word = &raw const _stack_end;
    // SAFETY: both are addresses of this memory, a multiple of 4 apart; every word between them is memory, initialised
    // with the paint before `main`, and read as a volatile because the compiler does not know of it.
    while word < top && unsafe { word.read_volatile() } == STACK_PAINT_VALUE {
        word = word.wrapping_add(1);
    }
    (top.addr() - word.addr()) as u32
}

/// A fault of the processor: a bad address, an unknown instruction, a stack that has grown out of the memory.
#[exception]
unsafe fn HardFault(_: &ExceptionFrame) -> ! {
    if let Ok(mut stream) = hstderr()
        && stream.write_all(b"\na fault of the processor\n").is_err()
    {
        leave(false)
    }
    leave(false)
}
