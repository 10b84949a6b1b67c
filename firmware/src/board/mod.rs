//! The script on the board: its trace goes out through the emulator, in blocks, and the program ends with a status.
//!
//! After the trace come sixteen bytes more: the most stack that was used, the timer's ticks and the length of the trace, as
//! 32 bits with the low byte first, and `END\n`. Without them the program did not come to its end.

mod bare;

use crate::SCRIPT;
use core::panic::PanicInfo;
use cortex_m_rt::entry;
use cortex_m_semihosting::debug::{EXIT_FAILURE, EXIT_SUCCESS, exit};
use cortex_m_semihosting::hio::{HostStream, hstderr, hstdout};
use implant::trace::{Player, run_in};

/// A call to the emulator stops the processor: few calls, long ones.
const BLOCK: usize = 4096;

struct Output {
    stream: HostStream,
    block: &'static mut [u8; BLOCK],
    filled: usize,
    sent: usize,
    lost: bool,
}

impl Output {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            if self.filled == BLOCK {
                self.send();
            }
            if let Some(place) = self.block.get_mut(self.filled) {
                *place = byte;
                self.filled += 1;
            }
        }
    }

    fn send(&mut self) {
        let bytes = self.block.get(..self.filled).unwrap_or_default();
        self.lost |= self.stream.write_all(bytes).is_err();
        self.sent += self.filled;
        self.filled = 0;
    }
}

#[entry]
fn main() -> ! {
    // Not on the stack, which is measured. The attribute turns it into a reference that only this function has.
    static mut SPACE: [u8; BLOCK] = [0; BLOCK];
    // The pump with its memory: what a board has once.
    static mut PLAYER: Player = Player::new();
    leave(run(SPACE, PLAYER))
}

/// Whether all was written.
fn run(block: &'static mut [u8; BLOCK], player: &mut Player) -> bool {
    let Ok(stream) = hstdout() else { return false };
    let mut output = Output { stream, block, filled: 0, sent: 0, lost: false };
    bare::start_timer();
    let good = run_in(player, SCRIPT, &mut |bytes| output.write(bytes));
    let ticks = bare::timer_ticks();
    output.send();
    let length = output.sent as u32;
    output.write(&bare::stack_used().to_le_bytes());
    output.write(&ticks.to_le_bytes());
    output.write(&length.to_le_bytes());
    output.write(b"END\n");
    output.send();
    good && !output.lost
}

/// Ends the emulator.
fn leave(good: bool) -> ! {
    loop {
        exit(if good { EXIT_SUCCESS } else { EXIT_FAILURE });
    }
}

/// Says where, as text after whatever is out already, and ends with a failure. Without formatting: that would be a good
/// part of the code that is weighed here.
#[panic_handler]
fn panic(info: &PanicInfo<'_>) -> ! {
    if let (Ok(mut stream), Some(place)) = (hstderr(), info.location()) {
        let mut digits = [b'0'; 10];
        let mut rest = place.line();
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        let zeros = digits.iter().take(9).take_while(|digit| **digit == b'0').count();
        let digits = digits.get(zeros..).unwrap_or_default();
        let message = info.message().as_str().unwrap_or("a panic");
        for part in [b"\n", message.as_bytes(), b" in ", place.file().as_bytes(), b" line ", digits, b"\n"] {
            // What cannot be said is not said; the failure is.
            if stream.write_all(part).is_err() {
                break;
            }
        }
    }
    leave(false)
}
