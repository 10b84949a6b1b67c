//! Any text as a course file: it is read or refused; what is read is folded and judged; never a panic.
#![no_main]

use catalogue::Catalogue;
use libfuzzer_sys::fuzz_target;
use therapy::Protocol;
use therapy::audit::audit;
use therapy::file::{CourseFile, read_json, read_toml};
use therapy::input::InputError;
use therapy::judge::Setting;
use therapy::outlook::outlook_now;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(catalogue) = Catalogue::embedded() else { panic!("the embedded catalogue is broken") };
    let Ok(protocol) = Protocol::embedded() else { panic!("the embedded protocol is broken") };
    let setting = Setting { protocol, catalogue };
    // Both readers see every input: a file's name does not prove what is in it.
    judge(read_toml(text, catalogue), &setting);
    judge(read_json(text, catalogue), &setting);
});

/// A refusal is shown to a person; a course is looked through as `thecal plan` and `thecal check` do.
fn judge(read: Result<CourseFile, InputError>, setting: &Setting<'static>) {
    match read {
        Err(refusal) => {
            assert!(!refusal.problem.to_string().is_empty(), "an empty refusal at {}", refusal.pointer);
        }
        Ok(file) => {
            let audit = audit(&file, setting, None).expect("events of a file that was read are in order");
            let _ = outlook_now(&audit.course, setting, audit.now);
        }
    }
}
