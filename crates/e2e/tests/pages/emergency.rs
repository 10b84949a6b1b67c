//! A pump beeps, and the emergency doctor wants one page.

use crate::patients::{admitted, as_role};
use base64::Engine;
use e2e::{Driver, House, Scripts, Session, tool};
use std::path::Path;
use std::process::Command;

/// Asks for a file as a link would, and answers with its bytes.
pub(crate) async fn file(person: &Session, path: &str) -> Vec<u8> {
    let script = "const done = arguments[1]; fetch(arguments[0]).then(answer => answer.blob()).then(blob => { \
        const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(blob); })";
    let told = person.client.execute_async(script, vec![path.into()]).await.unwrap();
    let (_, bytes) = told.as_str().unwrap().split_once("base64,").unwrap();
    base64::engine::general_purpose::STANDARD.decode(bytes).unwrap()
}

fn told(program: &Path, words: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    let output = command.args(words).arg(file).arg("-").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ")
}

/// R-USE-4
#[tokio::test(flavor = "multi_thread")]
async fn a_beeping_pump_is_judged_and_the_sheet_is_one_page() {
    let Some(driver) = Driver::start() else { return };
    for scripts in Scripts::BOTH {
        let house = House::demonstration(0, 1).await;
        let nurse = as_role(&driver, &house, scripts, "nurse").await;
        let patient = admitted(&nurse).await;
        nurse.follow("It beeps").await;
        nurse.press("How urgent is it?").await;
        nurse.says("There is a problem").await;
        let answers = [
            ("sound", "two-tone"),
            ("often", "as-listed"),
            ("since", "this morning"),
            ("withdrawal", "fever"),
            ("overdose", "none"),
            ("risk", "no"),
        ];
        nurse.fill(&answers).await;
        nurse.press("How urgent is it?").await;
        nurse.says("Emergency: the patient has to be in a hospital at once").await;
        nurse.fill(&[("with", "mother, by phone"), ("outcome", "comes in at once")]).await;
        nurse.press_twice("Record the call").await;
        nurse.says("comes in at once").await;
        nurse.open("/today").await;
        nurse.says("INVENTED, Ada").await;

        nurse.open(&format!("{patient}/emergency-sheet")).await;
        for words in ["INVENTED, Ada", "200 micrograms", "500 micrograms per mL", "Withdrawal", "Overdose"] {
            nurse.says(words).await;
        }
        assert_eq!(nurse.complaints().await, Vec::<String>::new());
        if scripts == Scripts::On {
            paper(&file(&nurse, &format!("{patient}/emergency-sheet.pdf")).await);
        }
        nurse.close().await;
    }
}

/// One page that other readers open too.
fn paper(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sheet.pdf");
    std::fs::write(&path, bytes).unwrap();
    let (Some(text), Some(check)) = (tool("pdftotext"), tool("qpdf")) else { return };
    let text = told(&text, &["-layout"], &path);
    // Every page ends with one.
    assert_eq!(text.matches('\u{c}').count(), 1, "{text}");
    for words in ["INVENTED", "Ada", "200 micrograms", "500 micrograms per mL", "INVENTED-7", "WITHDRAWAL"] {
        assert!(text.contains(words), "no {words}: {text}");
    }
    let mut command = Command::new(check);
    let checked = command.arg("--check").arg(&path).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}
