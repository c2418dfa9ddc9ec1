// Proof of work (ALTCHA, version 2: https://altcha.org/docs/v2/): a task that costs a browser a moment, and a flood a lot.
//
// Web Crypto derives the keys outside the page's thread, so that writing goes on smoothly. It needs a secure context.

interface Parameters {
  nonce: string;
  salt: string;
  cost: number;
  keyLength: number;
  keyPrefix: string;
}

/** The solution of a challenge, as `proofOfWork` takes it. Throws where the browser cannot solve it. */
export async function solve(challenge: string): Promise<string> {
  const task = JSON.parse(challenge) as { parameters: Parameters };
  const solution = await firstKey(task.parameters);
  return btoa(JSON.stringify({ challenge: task, solution }));
}

/** The first number whose key, derived from nonce and number, begins as the challenge wants. */
async function firstKey({ nonce, salt, cost, keyLength, keyPrefix }: Parameters) {
  const start = bytes(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  const last = new DataView(password.buffer, start.length);
  const means = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost };
  for (let counter = 0; ; counter += 1) {
    last.setUint32(0, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = hex(await crypto.subtle.deriveBits(means, key, keyLength * 8));
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
  }
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
