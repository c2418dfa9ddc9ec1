// A `fetch` that keeps what was asked: method, whether the operation's text went along, and the answer's status.

export interface Kept {
  method: string;
  withText: boolean;
  status: number;
}

/** What a client that has been given `fetch` asks ends up in `kept`. */
export function keeping() {
  const kept: Kept[] = [];
  const spy = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const response = await fetch(input, init);
    const body = typeof init.body === "string" ? (JSON.parse(init.body) as object) : {};
    const withText = url.searchParams.has("query") || "query" in body;
    kept.push({ method: init.method ?? "GET", withText, status: response.status });
    return response;
  };
  return { kept, fetch: spy as typeof globalThis.fetch };
}
