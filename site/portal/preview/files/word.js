// Takes a document that is dropped anywhere on the page, and copies what became of it.
"use strict";
(() => {
  const form = document.querySelector("form");
  const file = form.elements.file;
  const status = form.querySelector("[role=status]");
  const over = (is) => form.classList.toggle("over", is);
  const send = () => {
    if (!file.files.length) return;
    status.textContent = `Đang đọc ${file.files[0].name}…`;
    form.submit();
  };
  file.addEventListener("change", send);
  addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (!event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    send();
  });

  const text = document.getElementById("markdown");
  if (!text) return;
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "quiet";
  copy.textContent = "Chép Markdown";
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.value);
    copy.textContent = "Đã chép";
  });
  document.querySelector(".acts").append(copy);
  text.closest("section").scrollIntoView();
})();
