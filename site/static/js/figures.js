// Arrow keys go from figure to figure of a drawing; the table beside it has the same figures.
(() => {
  const chart = document.querySelector("svg.chart");
  const rows = [...document.querySelectorAll("tr[data-at]")].reverse();
  if (!chart || rows.length < 2) return;

  const told = document.createElement("p");
  told.className = "told";
  told.setAttribute("role", "status");
  chart.after(told);
  const spot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  spot.setAttribute("class", "here");
  spot.setAttribute("r", "7");
  spot.setAttribute("transform", "translate(0 24)");

  let at = rows.length;
  const show = (place) => {
    at = Math.max(0, Math.min(rows.length - 1, place));
    const [left, top] = rows[at].dataset.at.split(" ");
    spot.setAttribute("cx", `${left}%`);
    spot.setAttribute("cy", top);
    chart.append(spot);
    const [period, value] = rows[at].cells;
    told.textContent = `${period.textContent}: ${value.textContent}`;
  };
  const steps = { ArrowLeft: () => at - 1, ArrowRight: () => at + 1, Home: () => 0, End: () => rows.length - 1 };

  chart.tabIndex = 0;
  chart.setAttribute("aria-keyshortcuts", "ArrowLeft ArrowRight");
  chart.setAttribute("aria-description", chart.dataset.browse);
  chart.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    show(step());
  });
  chart.addEventListener("blur", () => {
    spot.remove();
    told.textContent = "";
    at = rows.length;
  });
})();
