// Keeps the last copy of each page of one link, for when there is no connection. The connection always comes first.
"use strict";

const base = "{{ base }}";
const copies = `copies of ${base}`;
const pages = ["", "/beeps", "/sounds", "/answers", "/appointments", "/goals", "/report", "/diary"].map((part) => base + part);
const sounds = ["/sound/two-tone.wav", "/sound/single-tone.wav"].map((part) => base + part);
const assets = [{% for asset in assets %}"{{ asset }}",{% endfor %}];
const note = `${base}/copied`;
const WAIT_MS = 8000;
const AGE_MS = 3600000;

async function copy(address, into) {
  const answer = await fetch(address, { cache: "no-store", redirect: "error" });
  if (answer.ok) await into.put(address, answer);
}

// What cannot be had now is had the next time; one page that fails must not keep the others away.
async function fill(language) {
  const into = await caches.open(copies);
  await Promise.allSettled([...assets, ...pages, ...sounds].map((address) => copy(address, into)));
  await into.put(note, new Response(JSON.stringify({ language, at: Date.now() })));
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(fill(""));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => event.waitUntil((async () => {
  const kept = await (await caches.open(copies)).match(note);
  const last = kept ? await kept.json() : { language: "", at: 0 };
  const other = last.language !== "" && last.language !== event.data.language;
  if (other || Date.now() - last.at > AGE_MS) await fill(event.data.language);
  else if (last.language === "") await (await caches.open(copies)).put(note, new Response(JSON.stringify({ ...last, language: event.data.language })));
})()));

// A copy says that it is one.
async function told(kept) {
  const headers = new Headers(kept.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const text = (await kept.text()).replace('id="saved" hidden', 'id="saved"');
  return new Response(text, { status: 200, headers });
}

// Some telephones play a sound only if they are given the part that they ask for.
async function part(kept, range) {
  const bytes = await kept.arrayBuffer();
  const [, from, until] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  const headers = new Headers({ "content-type": "audio/wav", "accept-ranges": "bytes" });
  if (from === undefined) return new Response(bytes, { headers });
  const last = until === "" ? bytes.byteLength - 1 : Math.min(Number(until), bytes.byteLength - 1);
  headers.set("content-range", `bytes ${from}-${last}/${bytes.byteLength}`);
  return new Response(bytes.slice(Number(from), last + 1), { status: 206, headers });
}

async function page(request, address) {
  const into = await caches.open(copies);
  const late = new Promise((_, refuse) => setTimeout(() => refuse(new Error("late")), WAIT_MS));
  try {
    const answer = await Promise.race([fetch(request), late]);
    if (answer.status >= 500) throw new Error("no answer");
    // The link was switched off: nothing of it stays here.
    if (answer.status === 404 && address.pathname === base) {
      await caches.delete(copies);
      await self.registration.unregister();
    }
    const plain = [...address.searchParams.keys()].every((name) => name === "language");
    if (answer.ok && !answer.redirected && plain && pages.includes(address.pathname)) {
      await into.put(address.pathname, answer.clone());
    }
    return answer;
  } catch (error) {
    const kept = await into.match(address.pathname) ?? await into.match(base);
    if (!kept) throw error;
    return told(kept);
  }
}

async function asset(request, address) {
  const kept = await (await caches.open(copies)).match(address.pathname);
  if (!kept) return fetch(request);
  const range = request.headers.get("range");
  return range ? part(kept, range) : kept;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (assets.includes(address.pathname) || sounds.includes(address.pathname)) event.respondWith(asset(request, address));
  else if (address.pathname === base || address.pathname.startsWith(`${base}/`)) {
    if (!address.pathname.endsWith("/sw.js")) event.respondWith(page(request, address));
  }
});
