// The search page: answers as they are typed, an address for every search, filters as links.
(() => {
  "use strict";
  const box = document.getElementById("search-found"), field = document.getElementById("tim");
  if (!box || !field || !window.DecompressionStream) return;
  const status = document.getElementById("search-status"), said = document.getElementById("search-said");
  const narrow = document.getElementById("search-narrow"), language = document.documentElement.lang, words = box.dataset;
  const FILTERS = { kind: ["loai", "kinds"], category: ["chuyen-muc", "categories"], unit: ["co-quan", "units"], year: ["nam", "years"] };
  let index = null, names = null, turn = 0, timer = 0;
  const load = async (path, deflated) => {
    const got = await fetch(path);
    if (!got.ok) throw new Error(path);
    const body = deflated ? got.body.pipeThrough(new DecompressionStream("deflate-raw")) : got.body;
    return new Uint8Array(await new Response(body).arrayBuffer());
  };
  const once = async () => {
    index = index || Search.open(words.home, load);
    try { return await index; } catch (fault) { index = null; throw fault; }
  };
  const labels = async () => (names = names || JSON.parse(new TextDecoder().decode(await load(words.words))));
  const add = (parent, name, text = "", rest = {}) => parent.appendChild(Object.assign(document.createElement(name), { textContent: text }, rest));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => name in values ? values[name] : whole);
  const asked = () => new URLSearchParams(location.search);
  const address = (changes) => {
    const now = asked();
    for (const [name, value] of Object.entries(changes)) if (value) now.set(name, value); else now.delete(name);
    return `${location.pathname}?${now}`;
  };
  const marked = (parent, parts) => parts.forEach(([text, found]) => found ? add(parent, "mark", text) : parent.append(text));

  const show = async (held, found, from, most) => {
    const mark = Search.marker(found.words), some = await Promise.all(found.documents.slice(from, most).map(held.shown));
    return some.map((one) => {
      const item = Object.assign(document.createElement("article"), { className: "teaser" });
      marked(add(add(item, "h2"), "a", "", { href: one.address }), mark(one.title));
      marked(add(item, "p"), mark(one.summary));
      const about = [one.category, one.date.slice(0, 10).split("-").reverse().join("/")].filter(Boolean).join(" · ");
      if (about) add(item, "p", about, { className: "meta" });
      return item;
    });
  };
  const list = async (held, found, most) => {
    const items = await show(held, found, 0, most);
    return () => {
      box.replaceChildren(...items);
      if (found.documents.length > most) more(held, found, most);
    };
  };
  const more = (held, found, from) => {
    const button = add(box, "button", words.more, { type: "button" });
    button.addEventListener("click", async () => {
      const items = await show(held, found, from, from + 10);
      button.replaceWith(...items);
      items[0].querySelector("a").focus();
      if (found.documents.length > from + 10) more(held, found, from + 10);
    });
  };
  const filters = async (held, found) => {
    const inner = narrow.querySelector("div"), [{ names: titles }, all] = await Promise.all([labels(), held.names()]);
    inner.replaceChildren();
    for (const [field, [name, table]] of Object.entries(FILTERS)) {
      const counts = new Map();
      for (const doc of found.documents) if (all[field][doc]) counts.set(all[field][doc], (counts.get(all[field][doc]) || 0) + 1);
      const now = asked().get(name), some = [...counts].sort(([one], [other]) => one < other ? 1 : -1);
      if (!now && some.length < 2) continue;
      const row = add(inner, "p");
      if (now) add(row, "a", `${words.drop}: ${titles[table][now] || now}`, { href: address({ [name]: "", trang: "" }) });
      else some.forEach(([value, count]) => { add(row, "a", `${titles[table][value] || value} (${count})`, { href: address({ [name]: value, trang: "" }) }); row.append(" "); });
    }
  };
  const run = async (typing) => {
    const now = asked(), q = now.get("q") || "", mine = ++turn;
    const server = document.getElementById("answers");
    if (server) server.remove();
    if (!q.trim()) {
      box.replaceChildren();
      status.textContent = said.textContent = "";
      narrow.hidden = said.hidden = true;
      return;
    }
    if (!box.childElementCount) status.textContent = words.loading;
    try {
      const held = await once(), picked = { language, since: now.get("tu") || "", until: now.get("den") || "" };
      for (const [field, [name]] of Object.entries(FILTERS)) picked[field] = now.get(name) || "";
      const found = await Search.search(held, q, { filters: picked, newest: now.get("xep") === "moi", typing });
      const put = await list(held, found, 10 * Math.max(1, 2 * (parseInt(now.get("trang"), 10) || 0)));
      if (mine !== turn) return;
      put();
      const count = found.documents.length;
      status.textContent = fill(count ? words.found : words.none, { q, n: count });
      said.textContent = [words[found.rung] && count ? fill(words[found.rung], found) : "", found.also.length ? fill(words.also, { also: found.also.join(", ") }) : ""].filter(Boolean).join(" ");
      said.hidden = !said.textContent;
      narrow.hidden = !count && !Object.values(FILTERS).some(([name]) => now.get(name));
      narrow.ontoggle = () => { if (narrow.open) filters(held, found).catch(fail); };
      narrow.ontoggle();
    } catch (fault) {
      if (mine === turn) fail();
    }
  };
  const fail = () => {
    box.replaceChildren();
    narrow.hidden = said.hidden = true;
    status.textContent = words.failed;
  };
  const go = (to, kept, typing) => {
    history[kept ? "replaceState" : "pushState"](null, "", to);
    run(typing);
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => go(address({ q: field.value, trang: "" }), true, true), 200);
  });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go(address({ q: field.value, trang: "" }), false, false);
  });
  narrow.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.getAttribute("href"), false, false);
  });
  document.addEventListener("keydown", (event) => {
    const links = [field, ...box.querySelectorAll("h2 a")], at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || at < 0 || !links[at + step]) return;
    event.preventDefault();
    links[at + step].focus();
  });
  const start = () => {
    field.value = asked().get("q") || "";
    run(false);
  };
  addEventListener("popstate", start);
  if (!document.getElementById("answers")) start();
})();
