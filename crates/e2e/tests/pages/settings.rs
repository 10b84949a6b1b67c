//! A limit changes when two persons want it.

use crate::patients::as_role;
use e2e::{Driver, House, Scripts};
use practice::account::DEMONSTRATION_PASSWORD;

/// R-USE-7
#[tokio::test(flavor = "multi_thread")]
async fn a_limit_needs_two_persons() {
    let Some(driver) = Driver::start() else { return };
    for scripts in Scripts::BOTH {
        let house = House::demonstration(0, 1).await;
        let one = as_role(&driver, &house, scripts, "administrator").await;
        one.open("/settings/limits").await;
        let text = one.value("text").await;
        let before = text.lines().find(|line| line.starts_with("name = ")).unwrap();
        let after = "name = \"Limits of this clinic\"";
        one.put("text", &text.replacen(before, after, 1)).await;
        one.press("Propose these limits").await;
        one.open("/settings").await;
        one.says("Waiting for a second person").await;
        let link = one.find("//a[starts-with(@href, '/settings/proposals/')]").await;
        let proposal = link.attr("href").await.unwrap().unwrap();
        one.open(&proposal).await;
        one.says("You proposed this yourself").await;
        one.close().await;

        let two = as_role(&driver, &house, scripts, "physician").await;
        two.open(&proposal).await;
        two.says("What differs from what holds now").await;
        two.press("Approve: it holds from now on").await;
        two.says("Enter your password").await;
        two.fill(&[("password", DEMONSTRATION_PASSWORD)]).await;
        two.press_twice("Approve: it holds from now on").await;
        two.open("/settings/limits").await;
        two.says("the clinic's own").await;
        assert!(two.value("text").await.contains(after));
        assert_eq!(two.complaints().await, Vec::<String>::new());
        two.close().await;
    }
}
