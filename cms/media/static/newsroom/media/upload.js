// The page for uploading files: what is chosen, what becomes of it, and what can be done about it.

import { Api } from "./upload-api.js";
import { Transfer } from "./upload-transfer.js";

const AT_ONCE = 2; // files
const OPEN = new Set(["waiting", "sending", "paused", "stopped", "checking"]);
const CAN_STOP = new Set(["waiting", "sending", "paused", "stopped"]);

const json = (id) => JSON.parse(document.getElementById(id).textContent);
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const settings = json("newsroom-upload-settings");
const words = json("newsroom-upload-words");

const locale = document.documentElement.lang || undefined;
function readable(bytes) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"]; // of 1024, as the server counts them
  const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10));
  const format = { style: "unit", unit: units[power], maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locale, format).format(bytes / 1024 ** power);
}

function typeOf(file) {
  const beginning = file.type.split("/")[0].toUpperCase();
  return ["IMAGE", "VIDEO", "AUDIO"].includes(beginning) ? beginning : "DOCUMENT";
}

class Row {
  constructor(page, file, known = null) {
    this.page = page;
    this.name = file.name;
    this.size = file.size;
    this.modified = file.modified ?? file.lastModified;
    this.known = known;
    this.state = known ? "unfinished" : "waiting";
    this.element = page.template.content.firstElementChild.cloneNode(true);
    this.parts = Object.fromEntries(
      [...this.element.querySelectorAll("[data-row]")].map((part) => [part.dataset.row, part]),
    );
    this.parts.name.textContent = this.name;
    this.parts.size.textContent = readable(this.size);
    this.parts.progress.setAttribute("aria-label", fill(words.progress, { name: this.name }));
    for (const action of ["toggle", "cancel", "keep", "discard", "remove", "edit"]) {
      this.parts[action].addEventListener("click", () => this[`on_${action}`]?.());
      this.#label(action, this.parts[action].textContent.trim());
    }
    this.show();
  }

  // Bytes that the server has of an unfinished upload.
  get #there() {
    return Math.min(this.size, (this.known.parts?.length ?? 0) * this.known.part_size);
  }

  get isOpen() {
    return OPEN.has(this.state);
  }

  is(file) {
    return this.name === file.name && this.size === file.size && this.modified === file.lastModified;
  }

  begin(file, asked) {
    this.known = null;
    this.adopted = false;
    this.state = "waiting";
    this.transfer = new Transfer(this.page.api, file, asked);
    this.transfer.addEventListener("change", () => this.#follow());
    this.show();
  }

  refuse(message) {
    this.state = "refused";
    this.message = message;
    this.show();
    this.page.say(fill(words.announce_refused, { name: this.name, message }));
  }

  async on_toggle() {
    if (this.state === "sending") this.transfer.pause();
    else if (this.state === "waiting") this.#set("paused");
    else if (this.adopted) this.transfer.watch();
    else {
      this.#set("waiting");
      this.page.pump();
    }
  }

  async on_cancel() {
    if (this.known) await this.page.api.cancel(this.known.id).catch(() => {});
    if (this.transfer) await this.transfer.cancel();
    this.#set("cancelled");
    this.parts.remove.focus();
    this.page.pump();
  }

  on_keep() {
    if (!this.transfer) this.#adopt();
    this.transfer.keep();
  }

  watch() {
    this.#adopt();
    this.transfer.watch();
  }

  on_discard() {
    return this.on_cancel();
  }

  on_remove() {
    if (this.known) this.page.api.cancel(this.known.id).catch(() => {}); // not to be shown again
    const next = this.element.nextElementSibling ?? this.element.previousElementSibling;
    this.element.remove();
    this.page.rows.delete(this);
    (next?.querySelector("a[href], button:not([hidden])") ?? this.page.input).focus();
    this.page.total();
  }

  // What was left alone, on an earlier visit, when all had been sent.
  #adopt() {
    this.adopted = true; // there is no file here to send anything of
    this.transfer = new Transfer(this.page.api, { name: this.name, size: this.size, lastModified: this.modified });
    this.transfer.upload = this.known;
    this.transfer.addEventListener("change", () => this.#follow());
    this.known = null;
  }

  #set(state) {
    this.state = state;
    this.message = "";
    this.show();
  }

  #follow() {
    const before = this.state;
    const { state, message, error, upload } = this.transfer;
    this.state = state;
    this.message = message;
    if (state === "stopped" && !message) {
      const lost = !error?.status || error.status === 599;
      this.message = lost ? words.no_connection : fill(words.failed, { status: error.status });
    }
    this.upload = upload;
    this.show();
    const said = words[`announce_${state}`];
    if (state !== before && said) this.page.say(fill(said, { name: this.name, message: this.message }));
    if (state !== "sending") this.page.pump();
  }

  show() {
    const bytes = this.state === "done" ? this.size : (this.transfer?.bytes ?? 0);
    const values = { done: readable(bytes), all: readable(this.size), size: readable(this.size) };
    const retrying = this.transfer?.retryingIn;
    const { parts, state } = this;
    this.element.dataset.state = state;
    parts.state.textContent = retrying
      ? fill(words.retrying, { seconds: retrying })
      : fill(words[state], { ...values, done: this.known ? readable(this.#there) : values.done });
    parts.progress.hidden = ["refused", "cancelled", "unfinished", "duplicate", "done"].includes(state);
    if (state === "checking") parts.progress.removeAttribute("value");
    else parts.progress.value = this.size ? Math.floor((100 * bytes) / this.size) : 0;
    parts.message.hidden = !this.message;
    parts.message.textContent = this.message ?? "";
    this.#showActions();
    this.#showResult();
    this.page.total();
  }

  #showActions() {
    const { parts, state } = this;
    const running = state === "sending" || state === "waiting";
    parts.toggle.hidden = !CAN_STOP.has(state);
    this.#label("toggle", running ? words.pause : words.go_on);
    parts.cancel.hidden = !(CAN_STOP.has(state) || state === "unfinished");
    parts.keep.hidden = parts.discard.hidden = state !== "duplicate";
    parts.remove.hidden = !["refused", "cancelled", "done"].includes(state);
  }

  #showResult() {
    const { parts } = this;
    const asset = this.upload?.asset ?? null;
    parts.edit.hidden = !asset;
    if (asset) parts.edit.href = asset.url;
    parts.thumbnail.hidden = !asset?.thumbnail;
    if (asset?.thumbnail && parts.thumbnail.getAttribute("src") !== asset.thumbnail) {
      parts.thumbnail.src = asset.thumbnail;
    }
    const same = this.state === "cancelled" ? [] : ((this.upload ?? this.known)?.duplicates ?? []);
    parts.duplicates.hidden = !same.length;
    parts.same.replaceChildren(...same.map(linkTo));
  }

  // Buttons of equal names are told apart by the file's.
  #label(action, text) {
    if (this.parts[action].textContent.trim() !== text) this.parts[action].textContent = text;
    this.parts[action].setAttribute("aria-label", fill(words.of_file, { action: text, name: this.name }));
  }
}

function linkTo(asset) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = asset.url;
  link.textContent = asset.title;
  if (asset.thumbnail) {
    const picture = document.createElement("img");
    picture.src = asset.thumbnail;
    picture.alt = "";
    link.prepend(picture);
  }
  item.append(link);
  return item;
}

class Page {
  rows = new Set();
  api = new Api(settings.url);

  constructor(root) {
    const part = (name) => root.querySelector(`[data-upload=${name}]`);
    this.template = part("row");
    this.list = part("list");
    this.input = part("input");
    this.collection = part("collection");
    this.status = part("status");
    this.heading = part("total");
    this.input.addEventListener("change", () => {
      this.add([...this.input.files]);
      this.input.value = "";
    });
    this.#takeDrops(part("drop"));
    window.addEventListener("beforeunload", (event) => {
      if ([...this.rows].some((row) => ["sending", "waiting"].includes(row.state))) event.preventDefault();
    });
    this.#showEarlier();
  }

  add(files) {
    for (const file of files) {
      const known = [...this.rows].find((row) => row.known && row.is(file) && row.state === "unfinished");
      const fresh = !known && [...this.rows].some((row) => row.isOpen && row.is(file));
      const row = known ?? this.#place(new Row(this, file));
      const problem = this.#problem(file);
      if (problem) row.refuse(problem);
      else row.begin(file, { collection: Number(this.collection.value), fresh });
    }
    this.pump();
  }

  // Start what waits, as far as there is room.
  pump() {
    const rows = [...this.rows];
    let room = AT_ONCE - rows.filter((row) => row.state === "sending").length;
    for (const row of rows) {
      if (room > 0 && row.state === "waiting" && row.transfer) {
        room -= 1;
        row.transfer.run();
      }
    }
  }

  say(message) {
    this.status.textContent = message;
  }

  total() {
    const rows = [...this.rows].filter((row) => row.state !== "cancelled");
    const done = rows.filter((row) => row.state === "done").length;
    this.heading.hidden = !rows.length;
    const refused = rows.filter((row) => row.state === "refused").length;
    this.heading.textContent = fill(refused ? words.total_refused : words.total, { done, all: rows.length, refused });
  }

  #place(row) {
    this.rows.add(row);
    this.list.append(row.element);
    this.total();
    return row;
  }

  #problem(file) {
    const type = typeOf(file);
    if (file.isFolder) return fill(words.folder, { name: file.name });
    if (!file.size) return words.empty;
    if (file.size > settings.limits[type].bytes) {
      return fill(words.too_large, { size: readable(file.size), limit: settings.limits[type].text });
    }
    const allowed = settings.collections[this.collection.value] ?? [];
    return allowed.includes(type) ? "" : words.not_allowed;
  }

  #takeDrops(zone) {
    const over = (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      zone.classList.toggle("newsroom-upload__drop--over", event.type !== "drop" && zone.contains(event.target));
    };
    for (const name of ["dragenter", "dragover", "drop"]) document.addEventListener(name, over);
    zone.addEventListener("dragleave", () => zone.classList.remove("newsroom-upload__drop--over"));
    zone.addEventListener("drop", (event) => {
      const folders = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()?.isDirectory);
      this.add([...event.dataTransfer.files].map((file, index) => {
        if (folders[index]) file.isFolder = true;
        return file;
      }));
    });
  }

  async #showEarlier() {
    const found = await this.api.earlier().catch(() => []);
    for (const upload of found) {
      if (upload.state === "UPLOADING" && [...this.rows].some((row) => row.name === upload.name)) continue;
      const row = this.#place(new Row(this, upload, upload));
      if (upload.state === "CHECKING") row.watch();
      else {
        if (upload.state !== "UPLOADING") row.state = upload.state.toLowerCase();
        row.message = upload.message;
        row.show();
      }
    }
  }
}

const root = document.querySelector("[data-newsroom-upload]");
if (root) new Page(root);
