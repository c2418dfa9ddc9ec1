/* The desk's lists and the screen of a comment: choosing rows, walking with keys, previews. Everything that changes
   something is a form, and works without this. */
(() => {
  const LIST = "newsroom-desk-list";
  const FOCUS = "newsroom-desk-focus";
  const keys = window.newsroomKeys;
  const root = document.querySelector("[data-newsroom-desk]");
  if (!root) return;

  const remember = (name, value) => {
    try {
      sessionStorage.setItem(name, JSON.stringify(value));
    } catch {
      /* Private windows may refuse: then nothing is remembered. */
    }
  };
  const recall = (name) => {
    try {
      return JSON.parse(sessionStorage.getItem(name));
    } catch {
      return null;
    }
  };
  const forget = (name) => {
    try {
      sessionStorage.removeItem(name);
    } catch {
      /* See above. */
    }
  };

  document.addEventListener("submit", (event) => {
    const words = event.submitter?.dataset.newsroomConfirm;
    if (words && !window.confirm(words)) event.preventDefault();
  });

  /* Where the focus goes back to after the page has been loaded again. */
  const focusBack = (find) => {
    const wanted = recall(FOCUS);
    if (wanted === null) return;
    forget(FOCUS);
    const element = find(wanted);
    if (element) element.focus();
  };

  const list = () => {
    const rows = () => [...document.querySelectorAll("[data-newsroom-row]")];
    const link = (row) => row.querySelector("[data-newsroom-open]");
    const box = (row) => row.querySelector("[name=uid]");
    const current = () => rows().findIndex((row) => row.contains(document.activeElement));

    const keep = () => {
      const uids = rows().map((row) => ({ uid: row.dataset.newsroomRow, url: link(row).href }));
      remember(LIST, { url: window.location.href, uids });
    };

    const count = () => {
      const chosen = rows().filter((row) => box(row).checked).length;
      const output = document.querySelector("[data-newsroom-chosen]");
      if (!output) return;
      output.dataset.none ??= output.textContent;
      output.textContent = chosen ? output.dataset.newsroomChosen.replace("%s", chosen) : output.dataset.none;
      const all = document.querySelector("[data-newsroom-choose-all]");
      all.checked = chosen > 0 && chosen === rows().length;
      all.indeterminate = chosen > 0 && !all.checked;
      rows().forEach((row) => row.classList.toggle("newsroom-chosen", box(row).checked));
    };

    const move = (step) => {
      const all = rows();
      if (!all.length) return false;
      const at = current();
      const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
      link(all[next]).focus();
      all[next].scrollIntoView({ block: "nearest" });
      return true;
    };

    /* A key acts on what is chosen; when nothing is, on the row with the focus. */
    const act = (key) => {
      const button = document.querySelector(`[data-newsroom-bulk] [data-newsroom-key="${key}"]`);
      const all = rows();
      if (!button || !all.length) return false;
      if (!all.some((row) => box(row).checked)) {
        if (current() < 0) return false;
        box(all[current()]).checked = true;
        count();
      }
      button.form.requestSubmit(button);
      return true;
    };

    keys.on("j", () => move(1));
    keys.on("k", () => move(-1));
    keys.on("x", () => {
      const row = rows()[current()];
      if (!row) return false;
      box(row).checked = !box(row).checked;
      count();
      return true;
    });
    keys.on("o", () => {
      const row = rows()[current()];
      if (!row) return false;
      link(row).click();
      return true;
    });
    ["p", "h", "r"].forEach((key) => keys.on(key, () => act(key)));
    ["a", "n"].forEach((key) =>
      keys.on(key, () => {
        const row = rows()[current()];
        if (!row) return false;
        window.location.assign(`${link(row).href}#${key === "a" ? "do-answer" : "do-note"}`);
        return true;
      }),
    );

    document.addEventListener("change", (event) => {
      if (event.target.matches("[data-newsroom-choose-all]")) {
        rows().forEach((row) => {
          box(row).checked = event.target.checked;
        });
      }
      if (event.target.matches("[data-newsroom-choose-all], [name=uid]")) count();
    });
    document.addEventListener("submit", (event) => {
      if (!event.target.matches("[data-newsroom-bulk]")) return;
      const first = rows().findIndex((row) => box(row).checked);
      remember(FOCUS, { row: Math.max(first, 0), url: window.location.pathname });
    });
    document.addEventListener("w-swap:success", () => {
      keep();
      count();
      document.dispatchEvent(new CustomEvent("newsroom:desk-changed"));
    });
    keep();
    count();
    focusBack((wanted) => {
      const all = rows();
      if (wanted.url !== window.location.pathname || !all.length) return null;
      const at = all.findIndex((row) => row.dataset.newsroomRow === wanted.uid);
      return link(all[at >= 0 ? at : Math.min(wanted.row || 0, all.length - 1)]);
    });
  };

  const comment = () => {
    const known = recall(LIST);
    const uid = root.dataset.newsroomUid;
    const at = known ? known.uids.findIndex((each) => each.uid === uid) : -1;
    const to = {
      list: known?.url,
      previous: known && at > 0 ? known.uids[at - 1].url : "",
      next: known && at >= 0 && at < known.uids.length - 1 ? known.uids[at + 1].url : "",
    };
    const go = (name) => {
      if (!to[name]) return false;
      if (name === "list") remember(FOCUS, { uid, url: new URL(to.list).pathname });
      window.location.assign(to[name]);
      return true;
    };

    const walk = root.querySelector("[data-newsroom-walk]");
    walk.hidden = !to.list;
    walk.querySelectorAll("[data-newsroom-walk-to]").forEach((link) => {
      const name = link.dataset.newsroomWalkTo;
      link.hidden = !to[name];
      if (!to[name]) return;
      link.href = to[name];
      if (name === "list") link.addEventListener("click", () => remember(FOCUS, { uid, url: new URL(to.list).pathname }));
    });

    /* A button acts; the summary of a form opens it, and its first field gets the focus. */
    const open = (details) => {
      details.open = true;
      details.querySelector("select, textarea, input:not([type=hidden])")?.focus();
    };
    const press = (key) => {
      const element = root.querySelector(`[data-newsroom-key="${key}"]`);
      if (!element) return false;
      const details = element.closest("details");
      if (details) open(details);
      else element.click();
      return true;
    };
    const answer = () => {
      const form = root.querySelector("[data-newsroom-form=answer]");
      if (!form) return false;
      form.querySelector("[name=answer-body]").focus();
      return true;
    };

    keys.on("j", () => go("next"));
    keys.on("k", () => go("previous"));
    keys.on("u", () => go("list"));
    ["p", "h", "r", "n"].forEach((key) => keys.on(key, () => press(key)));
    keys.on("a", answer);
    if (window.location.hash === "#do-answer") answer();
    if (window.location.hash === "#do-note") press("n");

    /* After something was done, the focus is where it was done; when that is gone, on the comment. */
    root.addEventListener("submit", (event) => {
      const name = event.submitter?.value;
      if (name && !event.defaultPrevented) remember(FOCUS, { name, url: window.location.pathname });
    });
    focusBack((wanted) => {
      if (wanted.url !== window.location.pathname || !wanted.name) return null;
      const wrong = root.querySelector("[aria-invalid=true], .error-message");
      if (wrong) return wrong.matches("[aria-invalid]") ? wrong : wrong.closest("form")?.querySelector("select, textarea");
      const button = root.querySelector(`[name=do][value="${CSS.escape(wanted.name)}"]`);
      const details = button?.closest("details");
      if (details) return details.querySelector("summary");
      return button || root.querySelector(".newsroom-this");
    });
    letters();
    templates();
  };

  /* What the author of a rejected comment would be told. */
  const letters = () => {
    const shown = root.querySelector("[data-newsroom-letter]");
    if (!shown) return;
    const form = shown.closest("form");
    let timer = 0;
    const ask = async () => {
      if (!form.elements["reject-reason"].value) return;
      const answer = await fetch(shown.dataset.newsroomLetter, { method: "POST", body: new FormData(form) });
      if (answer.ok) shown.textContent = (await answer.json()).text;
    };
    form.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => ask().catch(() => {}), 300);
    });
    ask().catch(() => {});
  };

  /* A template fills the answer, for the person who is chosen. */
  const templates = () => {
    const form = root.querySelector("[data-newsroom-templates]");
    const choice = form?.querySelector("select[name=answer-template]");
    if (!choice) return;
    const body = form.querySelector("[name=answer-body]");
    const person = form.querySelector("[name=answer-person]");
    let filled = "";
    const fill = async () => {
      if (!choice.value) return;
      const url = form.dataset.newsroomTemplates.replace(/0\/$/, `${choice.value}/`);
      const answer = await fetch(`${url}?person=${encodeURIComponent(person.value)}`);
      if (!answer.ok) return;
      const { text } = await answer.json();
      const own = body.value.trim() && body.value !== filled;
      if (own && !window.confirm(form.dataset.newsroomReplace)) return;
      body.value = filled = text;
      body.dispatchEvent(new Event("input", { bubbles: true }));
    };
    choice.addEventListener("change", () => fill().catch(() => {}));
    person.addEventListener("change", () => {
      if (filled && body.value === filled) fill().catch(() => {});
    });
  };

  if (root.dataset.newsroomDesk === "list") list();
  if (root.dataset.newsroomDesk === "comment") comment();
})();
