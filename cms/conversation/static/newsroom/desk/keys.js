/* The keys of the desk: never while somebody types, never with a modifier, and not for who has switched shortcuts off
   in the account. Everything works without them. */
(() => {
  const TYPING = "input:not([type=checkbox]):not([type=radio]):not([type=submit]):not([type=button]), textarea, select, [contenteditable]";
  const handlers = new Map();

  const enabled = () => {
    const config = document.getElementById("wagtail-config");
    return !config || JSON.parse(config.textContent).KEYBOARD_SHORTCUTS_ENABLED !== false;
  };

  const busy = (event) =>
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.isComposing ||
    (event.target instanceof Element && event.target.closest(TYPING)) ||
    document.querySelector("[role=dialog]:not([aria-hidden=true]):not([hidden]), dialog[open]");

  document.addEventListener("keydown", (event) => {
    const handler = handlers.get(event.key);
    if (!handler || busy(event)) return;
    if (handler(event) !== false) event.preventDefault();
  });

  window.newsroomKeys = {
    /* `handler` returns false to leave the key alone. */
    on(key, handler) {
      if (enabled()) handlers.set(key, handler);
    },
  };

  /* The list of keys is a part of Wagtail's own, which “?” opens; before it is opened it may still be in a template. */
  const template = document.querySelector("[data-newsroom-shortcuts]");
  const places = [document, ...[...document.querySelectorAll("template")].map((each) => each.content)];
  const table = places.map((place) => place.querySelector("#keyboard-shortcuts-dialog table")).find(Boolean);
  if (template && table) table.querySelector("thead").after(template.content.cloneNode(true));
})();
