/* What is typed on the desk outlives a log-in: who was logged out while writing finds it again after logging in.

   It stays in this tab, from the moment a form is sent to the next page of the desk. That page puts it back where the
   field is empty, unless it says that the server has taken it. */
(() => {
  const PREFIX = "newsroom-typed ";
  let store;
  try {
    store = window.sessionStorage;
  } catch {
    return; // switched off in this browser
  }
  const name = (field) => `${PREFIX}${window.location.pathname} ${field.name}`;
  const fields = () => [...document.querySelectorAll("main form[method=post] textarea[name]")];

  if (!document.querySelector(".messages .success")) {
    fields().forEach((field) => {
      const kept = store.getItem(name(field));
      if (!kept || field.value.trim()) return;
      field.value = kept;
      field.closest("details")?.setAttribute("open", "");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  Object.keys(store)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => store.removeItem(key));

  document.addEventListener("submit", (event) => {
    fields()
      .filter((field) => field.form === event.target && field.value.trim())
      .forEach((field) => store.setItem(name(field), field.value));
  });
})();
