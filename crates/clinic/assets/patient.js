// The patient page without a connection. Every page works without this script as long as there is one.
"use strict";

const base = document.body.dataset.base;

// What went wrong, or what to do now, is read first.
document.querySelector(".errors, .outcome")?.focus();

if (base && "serviceWorker" in navigator) {
  navigator.serviceWorker.register(`${base}/sw.js`, { scope: base }).then(async () => {
    const ready = await navigator.serviceWorker.ready;
    ready.active?.postMessage({ language: document.documentElement.lang });
  }).catch(() => {});
}

// "It beeps" without a connection: the server has judged every combination of answers before, this looks it up. What was
// not answered counts as what nobody can say.
const LETTERS = { t: "today", n: "now", e: "emergency" };
const EARLY = ["spasticity", "itching"];
const place = (words, word) => Math.max(words.indexOf(word) === -1 ? words.length - 1 : words.indexOf(word), 0);

function urgency(form) {
  const given = new FormData(form);
  const sound = place(["two-tone", "single-tone", "not-sure"], given.get("sound"));
  const often = place(["more-often", "as-listed", "once", "not-sure"], given.get("often"));
  const little = given.getAll("withdrawal");
  const much = given.getAll("overdose");
  const some = (ticked) => ticked.filter((word) => word !== "none" && word !== "not-known");
  const unknown = (ticked) => ticked.length === 0 || ticked.includes("not-known");
  const late = some(little).some((word) => !EARLY.includes(word));
  const withdrawal = late ? 2 : unknown(little) ? 3 : some(little).length > 0 ? 1 : 0;
  const overdose = some(much).length > 0 ? 1 : unknown(much) ? 2 : 0;
  const risk = place(["yes", "no", "not-sure"], given.get("risk"));
  return LETTERS[form.dataset.table[(((sound * 4 + often) * 4 + withdrawal) * 3 + overdose) * 3 + risk]] ?? "emergency";
}

// Whether the server answers, past every copy.
async function connected() {
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(4000) })).ok;
  } catch {
    return false;
  }
}

const form = document.querySelector("form[data-table]");
form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await connected()) {
    form.submit();
    return;
  }
  const told = document.querySelector("#offline");
  const word = urgency(form);
  for (const one of told.querySelectorAll("[data-urgency]")) one.hidden = one.dataset.urgency !== word;
  told.hidden = false;
  told.focus();
  told.scrollIntoView();
});
