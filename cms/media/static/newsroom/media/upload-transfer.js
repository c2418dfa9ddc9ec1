// One file on its way: created, its parts sent (again and again, where that helps), completed, and checked.

import { Failed } from "./upload-api.js";

const AT_ONCE = 2; // parts of a file
const ADDRESSES = 20; // asked for together
const ATTEMPTS = 5;
const FIRST_WAIT_MS = 1000;
const POLL_MS = [500, 1000, 2000, 5000];
const FINAL = new Set([400, 401, 403, 413]); // sending the same again does not help

class Interrupted extends Error {}

// Sends "change" events. state: waiting, sending, paused, stopped, checking, duplicate, done, refused, cancelled.
export class Transfer extends EventTarget {
  state = "waiting";
  message = "";
  retryingIn = 0;
  upload = null; // what the server knows of it
  #api;
  #file;
  #asked;
  #sent = new Map(); // number of a part: its bytes that are there or under way
  #stop = new AbortController();
  #addresses = new Map();

  constructor(api, file, asked) {
    super();
    this.#api = api;
    this.#file = file;
    this.#asked = { name: file.name, size: file.size, modified: file.lastModified, ...asked };
  }

  get bytes() {
    return [...this.#sent.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  async run() {
    this.#stop = new AbortController();
    this.#change("sending");
    try {
      await this.#send();
    } catch (error) {
      if (this.state === "cancelled") await this.#forget();
      else if (error instanceof Interrupted) this.#change("paused");
      else if (error instanceof Failed) this.#change("stopped", error.message, error);
      else throw error;
    }
  }

  pause() {
    this.#stop.abort();
  }

  // Takes effect at once, or when what is under way has ended.
  async cancel() {
    const running = this.state === "sending" || this.state === "checking";
    this.#change("cancelled");
    this.#stop.abort();
    if (!running) await this.#forget();
  }

  async keep() {
    this.#change("checking");
    try {
      await this.#follow(await this.#api.complete(this.upload.id, true));
    } catch (error) {
      this.#change("duplicate", error.message, error);
    }
  }

  // Wait for a check that had begun before the page was opened; have it begun again when the storage broke it off.
  async watch() {
    this.#change("checking");
    try {
      const brokenOff = this.upload.state === "UPLOADING";
      await this.#follow(brokenOff ? await this.#api.complete(this.upload.id) : this.upload);
    } catch (error) {
      this.#change("stopped", error.message, error);
    }
  }

  async #send() {
    this.upload = await this.#again(() => this.#api.create(this.#asked));
    this.#addresses.clear();
    for (let round = 0; round < 3; round += 1) {
      await this.#sendParts(this.#missing());
      try {
        this.#interruptible();
        this.#change("checking");
        await this.#follow(await this.#again(() => this.#api.complete(this.upload.id)));
        return;
      } catch (error) {
        if (!(error instanceof Failed && error.problem.missing?.length) || round === 2) throw error;
        for (const number of error.problem.missing) this.#sent.delete(number);
        this.upload = await this.#api.state(this.upload.id);
        this.#change("sending");
      }
    }
  }

  #missing() {
    const there = new Set(this.upload.parts);
    this.#sent.clear();
    const missing = [];
    for (let number = 1; number <= this.upload.part_count; number += 1) {
      if (there.has(number)) this.#sent.set(number, this.#part(number).size);
      else missing.push(number);
    }
    return missing;
  }

  #part(number) {
    const start = (number - 1) * this.upload.part_size;
    return this.#file.slice(start, Math.min(start + this.upload.part_size, this.#file.size), "");
  }

  async #sendParts(numbers) {
    const queue = [...numbers];
    const worker = async () => {
      while (queue.length && this.upload.state === "UPLOADING") {
        const number = queue.shift();
        await this.#again(() => this.#sendPart(number, queue));
      }
    };
    const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
    const failed = workers.filter((one) => one.status === "rejected").map((one) => one.reason);
    if (failed.length) throw failed.find((error) => error instanceof Failed) ?? failed[0];
  }

  async #sendPart(number, queue) {
    const address = this.upload.direct ? await this.#address(number, queue) : undefined;
    this.#interruptible();
    try {
      await this.#api.put(this.upload.id, number, this.#part(number), {
        address,
        signal: this.#stop.signal,
        onProgress: (bytes) => {
          this.#sent.set(number, Math.min(bytes, this.#part(number).size));
          this.#change("sending");
        },
      });
      this.#sent.set(number, this.#part(number).size);
    } catch (error) {
      this.#sent.delete(number);
      this.#addresses.delete(number); // it may have expired
      this.#interruptible();
      if (address && error.status) error = new Failed(599, ""); // the storage's own errors are not for people
      if (error.status === 404) this.upload = await this.#api.state(this.upload.id); // finished in another tab?
      if (this.upload.state !== "UPLOADING") return;
      throw error;
    }
    this.#change("sending");
  }

  async #address(number, queue) {
    if (!this.#addresses.has(number)) {
      const wanted = [number, ...queue.slice(0, ADDRESSES - 1)];
      const found = await this.#api.addresses(this.upload.id, wanted);
      for (const [key, address] of Object.entries(found.addresses)) {
        this.#addresses.set(Number(key), address);
      }
    }
    return this.#addresses.get(number);
  }

  // Does something again after a while, when it failed for a reason that may pass.
  async #again(action) {
    for (let attempt = 1; ; attempt += 1) {
      this.#interruptible();
      try {
        return await action();
      } catch (error) {
        const helpless = !(error instanceof Failed) || FINAL.has(error.status) || error.problem.missing?.length;
        if (helpless || attempt === ATTEMPTS || this.#stop.signal.aborted) throw error;
        await this.#pause(FIRST_WAIT_MS * 2 ** (attempt - 1));
      }
    }
  }

  async #pause(milliseconds) {
    this.retryingIn = Math.round(milliseconds / 1000);
    this.#change(this.state);
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds * (0.8 + 0.4 * Math.random()));
      this.#stop.signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    });
    this.retryingIn = 0;
  }

  async #follow(upload) {
    for (let look = 0; upload.state === "CHECKING"; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS[Math.min(look, POLL_MS.length - 1)]));
      upload = await this.#again(() => this.#api.state(this.upload.id));
    }
    this.upload = { ...this.upload, ...upload };
    const state = upload.state === "UPLOADING" ? "stopped" : upload.state.toLowerCase();
    this.#change(state, upload.message);
  }

  async #forget() {
    try {
      if (this.upload) await this.#api.cancel(this.upload.id);
    } catch (error) {
      if (error.status !== 404) this.#change("stopped", error.message, error);
    }
  }

  #interruptible() {
    if (this.#stop.signal.aborted) throw new Interrupted();
  }

  #change(state, message = "", error = null) {
    if (this.state === "cancelled" && state !== "stopped") return;
    this.state = state;
    this.message = message;
    this.error = error;
    this.dispatchEvent(new Event("change"));
  }
}
