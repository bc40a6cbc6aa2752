"use strict";
(() => {
  const form = document.querySelector("form");
  const file = form.elements.file;
  const over = (is) => form.classList.toggle("over", is);
  addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  addEventListener("dragleave", () => over(false));
  addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (!event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    form.submit();
  });
})();
