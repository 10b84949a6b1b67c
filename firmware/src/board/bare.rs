//! What cannot be done in safe Rust: looking at the stack, reading a timer, and the processor's own faults.
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

/// The board's first timer (CMSDK APB timer): control, value, reload. It counts down, once in 40 ns.
const TIMER: *mut [u32; 3] = core::ptr::without_provenance_mut(0x4000_0000);

/// Starts the timer at its highest value.
pub(crate) fn start_timer() {
    // SAFETY: the address is that of the timer's registers on this board, and nothing else here uses them.
    unsafe {
        let registers = TIMER.cast::<u32>();
        registers.add(2).write_volatile(u32::MAX);
        registers.add(1).write_volatile(u32::MAX);
        registers.write_volatile(1);
    }
}

/// What the timer has counted since.
pub(crate) fn timer_ticks() -> u32 {
    // SAFETY: as above; reading the value changes nothing.
    u32::MAX - unsafe { TIMER.cast::<u32>().add(1).read_volatile() }
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
