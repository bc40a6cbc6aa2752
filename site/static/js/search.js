// Search on the page /tim-kiem/: an addition; the lists below the form lead everywhere without it.
(() => {
  const box = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const query = new URLSearchParams(location.search).get("q");
  // Answers of the search service are there already.
  if (!box || !status || !query || !query.trim() || document.getElementById("answers")) return;
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const say = (text, count) => { status.textContent = text.replace("{q}", query).replace("{n}", count); };
  const add = (parent, name, text) => parent.appendChild(Object.assign(document.createElement(name), { textContent: text }));
  const exact = query.toLowerCase().normalize("NFC").trim();
  const words = fold(query).split(/[^\p{L}\p{N}/.-]+/u).filter(Boolean);
  const score = ([, title, summary]) => {
    const head = fold(title), all = `${head} ${fold(summary)}`;
    if (!words.length || !words.every((word) => all.includes(word))) return 0;
    const inTitle = words.filter((word) => head.includes(word)).length;
    const phrase = head.includes(words.join(" ")) ? 3 : all.includes(words.join(" ")) ? 1 : 0;
    const marks = `${title} ${summary}`.toLowerCase().normalize("NFC").includes(exact) ? 2 : 0;
    return 1 + inTitle + phrase + marks;
  };
  const show = ([address, title, summary, date]) => {
    const item = box.appendChild(document.createElement("article"));
    item.className = "teaser";
    const link = add(item.appendChild(document.createElement("h2")), "a", title);
    link.href = address;
    add(item, "p", summary);
    if (date) add(item, "p", date.split("-").reverse().join("/")).className = "meta";
  };
  document.querySelectorAll('input[name="q"]').forEach((input) => { input.value = query; });
  say(box.dataset.loading);
  Promise.all(box.dataset.files.split(" ").map((file) => fetch(file).then((got) => got.json())))
    .then((files) => {
      const hits = files.flat().map((row) => [score(row), row]).filter(([points]) => points);
      hits.sort(([a, one], [b, other]) => b - a || other[3].localeCompare(one[3]));
      say(hits.length ? box.dataset.found : box.dataset.none, hits.length);
      hits.slice(0, 50).forEach(([, row]) => show(row));
    })
    .catch(() => say(box.dataset.failed));
})();
