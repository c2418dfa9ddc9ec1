// Server-Sent Events as bytes (html.spec.whatwg.org/multipage/server-sent-events.html): frames out of a stream.

/** A block of an event stream: an event where it has data, else what it says of the stream itself. */
export interface Frame {
  event: string;
  data: string;
  id: string | undefined;
  /** Milliseconds to wait before connecting again. */
  retry: number | undefined;
}

/** The frames of a stream. `onBytes` is called whenever something comes, heartbeats included. */
export async function* frames(body: ReadableStream<Uint8Array>, onBytes: () => void): AsyncGenerator<Frame> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let lines: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      const text = rest + decoder.decode(value, { stream: true });
      const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
      const parts = whole.split(/\r\n|\n|\r/);
      rest = (parts.pop() ?? "") + text.slice(whole.length);
      for (const line of parts) {
        if (line) lines.push(line);
        else {
          const frame = parse(lines);
          lines = [];
          if (frame) yield frame;
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function parse(lines: string[]): Frame | undefined {
  const data: string[] = [];
  const frame: Frame = { event: "message", data: "", id: undefined, retry: undefined };
  for (const line of lines) {
    const [, name, value = ""] = /^([^:]*)(?::[ ]?(.*))?$/s.exec(line) ?? [];
    if (name === "data") data.push(value);
    else if (name === "event") frame.event = value;
    else if (name === "id" && !value.includes("\0")) frame.id = value;
    else if (name === "retry" && /^\d+$/.test(value)) frame.retry = Number(value);
  }
  frame.data = data.join("\n");
  return data.length || frame.id !== undefined || frame.retry !== undefined ? frame : undefined;
}
