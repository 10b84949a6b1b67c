//! A refill at the bedside, where the volume is not what it should be.

use crate::patients::{admitted, as_role};
use e2e::{Driver, House, Scripts};

/// R-USE-6
#[tokio::test(flavor = "multi_thread")]
async fn a_refill_stops_where_the_volume_is_wrong() {
    let Some(driver) = Driver::start() else { return };
    for scripts in Scripts::BOTH {
        let house = House::demonstration(0, 1).await;
        let nurse = as_role(&driver, &house, scripts, "nurse").await;
        let patient = admitted(&nurse).await;
        nurse.open(&format!("{patient}/refill")).await;
        nurse.press("Port and needle").await;
        nurse.says("There is a problem").await;
        nurse
            .fill(&[("identified", "yes"), ("serial.read", "INVENTED-7"), ("interrogated.running", "yes")])
            .await;
        nurse.press("Port and needle").await;
        let place = [("template", "yes"), ("port", "reservoir"), ("needle", "refill"), ("stop-felt", "yes")];
        nurse.fill(&place).await;
        nurse.press("Withdraw all").await;
        nurse.says("Measure first").await;
        nurse.fill(&[("filled.withdrawn", "2"), ("withdrawn-all", "yes")]).await;
        nurse.press("Compare").await;
        nurse.says("RESIDUAL-STOP").await;
        nurse.press("Go on").await;
        nurse.says("choose how it goes on").await;
        nurse.fill(&[("exit", "again"), ("again", "12.5")]).await;
        nurse.press("Go on").await;
        nurse.says("Withdrawn: 2 mL, then 12.5 mL").await;
        nurse.press("Go on").await;
        let fill = [
            ("filled.drug", "lioresal-500-20"),
            ("label-strength", "500"),
            ("filled.lot", "L-1, L-2"),
            ("filled.expires", "2040-03"),
            ("syringe-1", "20"),
            ("syringe-2", "20"),
            ("filled.volume", "39"),
        ];
        nurse.fill(&fill).await;
        nurse.press("Check").await;
        nurse.says("The syringes add up to 40 mL").await;
        nurse.fill(&[("filled.volume", "40")]).await;
        nurse.press("Check").await;
        nurse.says("Nothing is recorded yet").await;
        nurse.press_twice("Record this refill").await;
        nurse.says("Tell the programmer").await;
        nurse.open(&format!("{patient}/timeline")).await;
        let fills = nurse.text().await.matches("Pump filled").count();
        assert_eq!(fills, 1, "a double click is one refill");
        assert_eq!(nurse.complaints().await, Vec::<String>::new());
        nurse.close().await;
    }
}
