// Adds what only a script can do. Every page is complete without it.
(() => {
  const share = document.querySelector(".share");
  if (!share) return;
  const list = share.querySelector("ul");

  const add = (words, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => act(button));
    list.appendChild(document.createElement("li")).append(button);
  };

  if (navigator.clipboard) {
    const told = document.createElement("span");
    told.className = "unseen";
    told.setAttribute("role", "status");
    share.append(told);
    add(share.dataset.copy, async (button) => {
      await navigator.clipboard.writeText(share.querySelector(".address").textContent);
      button.textContent = told.textContent = share.dataset.copied;
    });
  }
  add(share.dataset.print, () => window.print());
})();
