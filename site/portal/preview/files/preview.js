"use strict";
(() => {
  const KEY = "preview-scroll";
  const host = document.createElement("preview-notes");
  const root = host.attachShadow({ mode: "open" });
  let number = 0;
  let open = true;

  const make = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  const entry = (problem) => {
    const item = make("li", "", { "data-level": problem.level });
    item.append(make("p", problem.place, { class: "place" }), make("p", problem.what));
    if (problem.line.trim()) item.append(make("pre", problem.line));
    const mend = make("p");
    mend.append(make("b", "Cách sửa: "), problem.mend);
    item.append(mend);
    return item;
  };

  const title = (notes) => {
    if (notes.fault) return "Không dựng được trang";
    const errors = notes.problems.filter((one) => one.level === "error").length;
    if (errors) return `${notes.total} điều cần sửa`;
    return notes.total ? `${notes.total} cảnh báo` : notes.waiting;
  };

  const show = (notes) => {
    root.replaceChildren(make("link", "", { rel: "stylesheet", href: "/__preview/preview.css" }));
    const said = title(notes);
    if (!said) return;
    const level = notes.fault || notes.problems.some((one) => one.level === "error") ? "error" : notes.total ? "warning" : "state";
    const box = make("section", "", { "data-level": level, "aria-label": "Ghi chú của bản xem trước", role: "status" });
    const wanted = open && (notes.fault || notes.problems.some((one) => one.here));
    const button = make("button", wanted ? "Thu gọn" : said, { type: "button", "aria-expanded": String(Boolean(wanted)) });
    button.addEventListener("click", () => { open = !wanted; show({ ...notes, problems: notes.problems.map((one) => ({ ...one, here: true })) }); });
    if (wanted) {
      const head = make("header");
      head.append(make("h2", said), button);
      box.append(head);
      if (notes.waiting) box.append(make("p", notes.waiting));
      if (notes.fault) box.append(make("pre", notes.fault));
      const list = make("ol");
      list.append(...notes.problems.map(entry));
      box.append(list);
      if (notes.total > notes.problems.length) box.append(make("p", `Và ${notes.total - notes.problems.length} điều nữa: python3 freeze.py check`));
    } else {
      box.setAttribute("data-quiet", "");
      box.append(button);
    }
    root.append(box);
  };

  const read = async () => {
    const answer = await fetch(`/__preview/notes?address=${encodeURIComponent(location.pathname)}`);
    const notes = await answer.json();
    number = notes.number;
    show(notes);
    return notes;
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

  const kept = JSON.parse(sessionStorage.getItem(KEY) || "null");
  sessionStorage.removeItem(KEY);
  if (kept && kept[0] === location.pathname) scrollTo(kept[1], kept[2]);

  document.body.append(host);
  read();
  const events = new EventSource("/__preview/events");
  events.addEventListener("message", async (event) => {
    const told = JSON.parse(event.data);
    if (told.style) dress((await read()).style);
    else reload();
  });
  // A connection that was lost may have missed an edition.
  events.addEventListener("open", async () => { const before = number; if (before && (await read()).number !== before) reload(); });
  addEventListener("pagehide", () => events.close());
})();
