// What pages do by themselves: start the scripts of the conversation when a reader comes near it, and load what other
// sites hold when a reader asks for it. Plain JavaScript, served as it is.

const late = [...document.querySelectorAll('script[type="text/late"]')];

/** Let the page's framework begin: each script takes the place that was kept for it (see src/inner.ts). */
function begin() {
  for (const kept of late.splice(0)) {
    const script = document.createElement("script");
    script.async = true;
    script.src = kept.dataset.src;
    script.id = kept.id;
    kept.replaceWith(script);
  }
}

/** Go on to a comment that a link names and that is on another page of the thread. */
function seek() {
  const [, id] = /^#comment-([\da-f-]{36})$/.exec(location.hash) ?? [];
  if (id && !document.getElementById(`comment-${id}`) && !location.search.includes(id))
    location.assign(`?comment=${id}${location.hash}`);
}

const conversation = document.getElementById("conversation");
if (conversation) {
  seek();
  addEventListener("hashchange", seek);
}
if (late.length && conversation) {
  if (location.hash.startsWith("#comment")) begin();
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      begin();
    },
    { rootMargin: "200px" },
  );
  near.observe(conversation);
  conversation.addEventListener("focusin", begin);
}

const wide = new CSSStyleSheet();
wide.replaceSync("iframe{display:block;width:100%;min-height:16rem;aspect-ratio:16/9;height:auto;border:0}");

/** Something from another site: nothing of it is loaded before its button is pressed. */
class EmbedFrame extends HTMLElement {
  connectedCallback() {
    this.querySelector("button")?.addEventListener("click", () => {
      const shadow = this.attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [wide];
      shadow.innerHTML = this.dataset.html;
      shadow.querySelector("iframe")?.focus();
    });
  }
}

customElements.define("embed-frame", EmbedFrame);
