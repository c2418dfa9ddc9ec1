/* The desk's figures in the menu and on its tabs, asked for every half minute while somebody looks. Without them the
   menu works as well. */
(() => {
  const EVERY = 30000;
  const STATUS = "newsroom-desk-status";
  let latest = null;
  let url = "";

  const shown = (number) => (number > latest.most ? `${latest.most}+` : String(number));

  const mark = (element, number, critical) => {
    const text = number ? shown(number) : "";
    if ((element.dataset.newsroomNumber || "") === text) return;
    if (text) element.dataset.newsroomNumber = text;
    else delete element.dataset.newsroomNumber;
    element.toggleAttribute("data-newsroom-critical", Boolean(critical && text));
  };

  const paint = () => {
    if (!latest) return;
    const { counts } = latest;
    document.querySelectorAll("[data-newsroom-desk-counts]").forEach((element) => {
      mark(element, counts.todo, counts.overdue);
      element.setAttribute("aria-describedby", STATUS);
    });
    document.querySelectorAll("[data-newsroom-desk-count]").forEach((element) => {
      const name = element.dataset.newsroomDeskCount;
      mark(element, counts[name] || 0, name === "todo" && counts.overdue);
    });
  };

  /* Describes the menu's entry; speaks only when a figure has changed since the page was loaded. */
  const tell = (words) => {
    const known = document.getElementById(STATUS);
    const status = known || document.createElement("p");
    if (known) {
      status.setAttribute("role", "status");
    } else {
      status.id = STATUS;
      status.className = "w-sr-only";
      document.querySelector("main").append(status);
    }
    if (status.textContent !== words) status.textContent = words;
  };

  const ask = async () => {
    if (document.hidden || !url) return;
    try {
      const answer = await fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      latest = await answer.json();
      paint();
      tell(latest.words);
    } catch {
      /* The next time will do. */
    }
  };

  /* The menu is drawn by a script of Wagtail's, after this one, and again when it opens. */
  const begin = () => {
    const entry = document.querySelector("[data-newsroom-desk-counts]");
    if (!url && entry) {
      url = entry.dataset.newsroomDeskCounts;
      ask();
      window.setInterval(ask, EVERY);
    }
    paint();
  };

  const sidebar = document.querySelector("[data-wagtail-sidebar]");
  if (!sidebar) return;
  new MutationObserver(begin).observe(sidebar, { childList: true, subtree: true });
  document.addEventListener("visibilitychange", ask);
  document.addEventListener("newsroom:desk-changed", ask);
  begin();
})();
