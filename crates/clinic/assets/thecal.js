// Small helps. Every page works without them.
"use strict";

// What went wrong is read first.
document.querySelector("[data-focus]")?.focus();

// Leaving a form with unsaved entries is asked about.
let dirty = false;
for (const form of document.querySelectorAll('main form[method="post"]')) {
  if (form.hasAttribute("data-clean")) continue;
  form.addEventListener("input", () => { dirty = true; });
}
document.addEventListener("submit", (event) => {
  dirty = false;
  // A second press while the first is on its way changes nothing, but looks as if it did.
  const button = event.submitter;
  if (button && event.target.method === "post") setTimeout(() => { button.disabled = true; }, 0);
});
addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
// Back from the next page: buttons work again.
addEventListener("pageshow", () => { for (const button of document.querySelectorAll("button:disabled")) button.disabled = false; });

// A table that is wider than the window can be scrolled with the keyboard.
const scrolls = new ResizeObserver((tables) => {
  for (const { target } of tables) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const table of document.querySelectorAll(".table-scroll")) scrolls.observe(table);

// Buttons that need a script appear only with it.
for (const button of document.querySelectorAll("[data-print], [data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (button.hasAttribute("data-print")) { print(); return; }
    const source = document.querySelector(button.dataset.copy);
    if (!source) return;
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    const words = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = words; }, 1500);
  });
}

// <form method="get" data-search="#results">: the same page is asked again while one types, and its part is replaced.
for (const form of document.querySelectorAll("form[data-search]")) {
  const part = form.dataset.search;
  let timer = 0;
  let asked = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++asked;
      const address = new URL(form.action);
      address.search = new URLSearchParams(new FormData(form)).toString();
      let answer;
      try {
        answer = await fetch(address, { headers: { accept: "text/html" } });
      } catch {
        return;
      }
      // Signed out, or something went wrong: the button tells.
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(part);
      // An older answer that comes late must not replace a newer one.
      if (mine !== asked || !fresh) return;
      document.querySelector(part)?.replaceWith(fresh);
      history.replaceState(null, "", address);
    }, 150);
  });
}

// <form data-live="#part" data-live-address="…">: what is typed is shown to the server while one types, and its part of the
// page is replaced by what the rules say. Nothing is recorded by that.
for (const form of document.querySelectorAll("form[data-live]")) {
  const part = form.dataset.live;
  let timer = 0;
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "show");
    document.querySelector(part)?.setAttribute("aria-busy", "true");
    let fresh;
    try {
      const answer = await fetch(form.dataset.liveAddress, { method: "POST", body });
      if (answer.ok) fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(part);
    } catch {
      // The button tells.
    }
    if (mine !== asked) return;
    const old = document.querySelector(part);
    old?.removeAttribute("aria-busy");
    if (fresh) old?.replaceWith(fresh);
  };
  form.addEventListener("input", () => {
    // What stands there is no longer of what is typed.
    document.querySelector(part)?.setAttribute("aria-busy", "true");
    clearTimeout(timer);
    timer = setTimeout(ask, 400);
  });
}
