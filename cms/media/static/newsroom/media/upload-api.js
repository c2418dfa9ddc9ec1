// What the page says to the server: JSON requests, and parts of files with their progress.

const STALL_MS = 60_000; // without a byte sent, after which a part is sent again

export class Failed extends Error {
  // status: HTTP's, 0 when nothing answered. message: the server's words, empty when it had none.
  constructor(status, message, problem = {}) {
    super(message);
    this.status = status;
    this.problem = problem;
  }
}

export class Api {
  #url;
  #token = "";

  constructor(url) {
    this.#url = url;
  }

  // The token changes when somebody logs in again, in another tab too.
  async earlier() {
    const found = await this.#send("GET", this.#url);
    this.#token = found.csrf_token;
    return found.uploads;
  }

  create(asked) {
    return this.#json("POST", this.#url, asked);
  }

  state(id) {
    return this.#json("GET", this.#address(id));
  }

  cancel(id) {
    return this.#json("DELETE", this.#address(id));
  }

  addresses(id, parts) {
    return this.#json("POST", this.#address(id, "addresses/"), { parts });
  }

  complete(id, keep = false) {
    return this.#json("POST", this.#address(id, "complete/"), { keep });
  }

  // PUT a part, here or, with an address, straight to the storage. onProgress gets the bytes sent so far.
  put(id, number, blob, { address, signal, onProgress }) {
    const headers = address ? {} : { "X-CSRFToken": this.#token };
    return send(address ?? this.#address(id, `parts/${number}/`), blob, headers, signal, onProgress);
  }

  #address(id, rest = "") {
    return `${this.#url}${id}/${rest}`;
  }

  async #json(method, url, body) {
    if (!this.#token) await this.earlier();
    try {
      return await this.#send(method, url, body);
    } catch (error) {
      if (error.status !== 403 || error.problem.code) throw error;
      await this.earlier(); // Django's own answer: the token is an old one
      return this.#send(method, url, body);
    }
  }

  async #send(method, url, body) {
    const headers = { Accept: "application/json", "X-CSRFToken": this.#token };
    let response;
    try {
      response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    } catch {
      throw new Failed(0, "");
    }
    const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
    const found = isJson ? await response.json() : {};
    if (!response.ok) throw new Failed(response.status, found.detail ?? "", found);
    return found;
  }
}

function send(url, blob, headers, signal, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch tells nothing of what it has sent
    let watch;
    const stop = () => request.abort();
    const ended = (action, value) => {
      clearTimeout(watch);
      signal.removeEventListener("abort", stop);
      action(value);
    };
    const alive = () => {
      clearTimeout(watch);
      watch = setTimeout(stop, STALL_MS);
    };
    request.upload.onprogress = (event) => {
      alive();
      onProgress(event.loaded);
    };
    request.onload = () =>
      request.status < 300 ? ended(resolve) : ended(reject, failure(request));
    request.onerror = request.onabort = () => ended(reject, new Failed(0, ""));
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    signal.addEventListener("abort", stop);
    alive();
    request.send(blob);
  });
}

function failure(request) {
  try {
    const problem = JSON.parse(request.responseText);
    return new Failed(request.status, problem.detail ?? "", problem);
  } catch {
    return new Failed(request.status, "");
  }
}
