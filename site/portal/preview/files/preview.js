// Follows what is saved, and tells what is wrong, in every page of the preview.
"use strict";
(() => {
  const own = document.currentScript;
  const quiet = own.hasAttribute("data-quiet");
  const KEY = "preview-scroll";
  const OPEN = "preview-open";
  let mark = new URL(own.src).searchParams.get("mark") || "";
  let known = "";

  const make = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  const inside = (name) => {
    const host = make(name);
    const root = host.attachShadow({ mode: "open" });
    root.append(make("link", "", { rel: "stylesheet", href: "/__preview/preview.css" }));
    return [host, root];
  };
  const [host, root] = inside("preview-notes");
  const [above, state] = inside("preview-state");

  const source = (problem) => {
    const line = make("pre", problem.before);
    line.append(make("mark", problem.marked), problem.after);
    return line;
  };

  const entry = (problem, here) => {
    const item = make("li", "", { "data-level": problem.level });
    const place = make("p", "", { class: "place" });
    place.append(make("b", problem.level === "error" ? "Lỗi " : "Cảnh báo "));
    place.append(problem.page && !here ? make("a", problem.place, { href: problem.page }) : problem.place);
    item.append(place, make("p", problem.what));
    if (problem.line) item.append(source(problem));
    const mend = make("p");
    mend.append(make("b", "Cách sửa: "), problem.mend);
    item.append(mend);
    return item;
  };

  const broken = (fault) => {
    const item = make("li", "", { "data-level": "error" });
    if (fault.place) item.append(make("p", fault.place, { class: "place" }));
    item.append(make("p", fault.what));
    if (fault.line) item.append(make("pre", fault.line));
    item.append(make("p", "Trang vẫn hiện như lần dựng được gần nhất."));
    return item;
  };

  const mine = (notes) => notes.problems.filter((one) => one.page === notes.address);

  // Warnings of other pages are no matter of this one.
  const title = (notes) => {
    if (notes.fault) return "Không dựng được trang";
    if (notes.errors) return `${notes.errors} lỗi cần sửa`;
    const warned = mine(notes).length;
    return warned ? `${warned} cảnh báo ở trang này` : "";
  };

  const list = (problems, here) => {
    const made = make("ol");
    made.append(...problems.map((one) => entry(one, here)));
    return made;
  };

  const filled = (notes, toggle) => {
    const box = make("section", "", { "aria-label": "Ghi chú của bản xem trước", role: "status" });
    const own = mine(notes);
    const others = notes.problems.filter((one) => one.page !== notes.address && one.level === "error");
    const head = make("div", "", { class: "head" });
    head.append(make("h2", title(notes)), toggle);
    box.append(head);
    if (notes.fault) {
      const faults = make("ol");
      faults.append(broken(notes.fault));
      box.append(faults);
    }
    if (own.length) box.append(list(own, true));
    if (others.length) {
      if (own.length || notes.fault) box.append(make("h3", "Ở trang khác"));
      box.append(list(others, false));
    }
    const more = make("p", "", { class: "more" });
    more.append(make("a", "Mọi lỗi và bản nháp", { href: "/__preview/" }));
    more.append(make("a", "Người dân sẽ thấy gì đổi", { href: "/__preview/thay-doi" }));
    box.append(more);
    return box;
  };

  // What its author opened or closed stays so on the next page, until there is something else to tell.
  const remembered = (said) => {
    const [then, open] = JSON.parse(sessionStorage.getItem(OPEN) || '["",false]');
    return then === said ? open : null;
  };

  const show = (notes) => {
    const said = title(notes);
    const focused = root.activeElement !== null;
    root.querySelectorAll(":not(link)").forEach((old) => old.remove());
    if (!said) return;
    const here = Boolean(notes.fault) || mine(notes).some((one) => one.level === "error");
    const open = remembered(said + notes.address) ?? here;
    const level = notes.fault || notes.errors ? "error" : "warning";
    const button = make("button", open ? "Thu gọn" : said, { type: "button", "aria-expanded": String(open) });
    button.addEventListener("click", () => {
      sessionStorage.setItem(OPEN, JSON.stringify([said + notes.address, !open]));
      show(notes);
      root.querySelector("button").focus();
    });
    const box = open ? filled(notes, button) : make("section", "", { "data-quiet": "", "aria-label": "Ghi chú của bản xem trước", role: "status" });
    box.setAttribute("data-level", level);
    box.addEventListener("keydown", (event) => { if (event.key === "Escape" && open) button.click(); });
    if (!open) box.append(button);
    root.append(box);
    if (focused) button.focus();
  };

  const tell = (notes) => {
    state.querySelectorAll("p").forEach((old) => old.remove());
    if (notes.waiting) state.append(make("p", notes.waiting, { role: "note" }));
    document.querySelectorAll("[data-preview-badge]").forEach((old) => old.remove());
    for (const [address, word] of Object.entries(notes.unborn)) {
      if (address === notes.address) continue;
      for (const link of document.querySelectorAll(`main a[href="${CSS.escape(address).replaceAll("\\", "")}"]`)) {
        const badge = make("span", word, { "data-preview-badge": "" });
        badge.style.cssText = "display:inline-block;margin-inline-start:.5em;padding:.1em .5em;border:1px solid;font:600 .75rem/1.4 system-ui,sans-serif;vertical-align:middle;color:inherit";
        link.append(badge);
      }
    }
  };

  const dress = (style) => {
    const worn = document.querySelector('link[rel="stylesheet"][href^="/tai-nguyen/site."]');
    if (!worn || !style || worn.getAttribute("href") === style) return;
    const next = worn.cloneNode();
    next.href = style;
    // The old one goes when the new one is there: no moment without style.
    next.addEventListener("load", () => worn.remove());
    worn.after(next);
  };

  const reload = () => {
    sessionStorage.setItem(KEY, JSON.stringify([location.pathname, scrollX, scrollY]));
    location.reload();
  };

  const read = async () => {
    const answer = await fetch(`/__preview/notes?address=${encodeURIComponent(location.pathname)}`);
    const notes = await answer.json();
    if (quiet) {
      if (known && known !== notes.number) reload();
      known = notes.number;
      return;
    }
    if (notes.mark !== mark) return reload();
    dress(notes.style);
    tell(notes);
    show(notes);
  };

  const kept = JSON.parse(sessionStorage.getItem(KEY) || "null");
  sessionStorage.removeItem(KEY);
  if (kept && kept[0] === location.pathname) scrollTo({ left: kept[1], top: kept[2], behavior: "instant" });

  if (!quiet) {
    document.body.prepend(above);
    document.body.append(host);
  }
  let events = null;
  const follow = () => {
    events = new EventSource(`/__preview/events?address=${encodeURIComponent(location.pathname)}`);
    // A connection that was lost may have missed an edition.
    events.addEventListener("open", read);
    events.addEventListener("message", (event) => {
      if (!quiet && JSON.parse(event.data).mark !== mark) reload();
      else read();
    });
  };
  const rest = () => { if (events) events.close(); events = null; };
  // Browsers keep six connections to one address: pages that nobody sees must not hold them.
  document.addEventListener("visibilitychange", () => { if (document.hidden) rest(); else if (!events) follow(); });
  addEventListener("pagehide", rest);
  addEventListener("pageshow", (event) => { if (event.persisted && !events) follow(); });
  follow();
})();
