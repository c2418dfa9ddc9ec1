/* Solves the challenge of a form for comments (ALTCHA, version 2: https://altcha.org/docs/v2/) when the form is sent. */
"use strict";

const bytes = hex => Uint8Array.from(hex.match(/../g), pair => parseInt(pair, 16));
const hexOf = buffer => Array.from(new Uint8Array(buffer), byte => byte.toString(16).padStart(2, "0")).join("");

/* The first number whose key, derived by PBKDF2 from nonce and number, begins as the challenge wants. */
async function solve({nonce, salt, cost, keyLength, keyPrefix}) {
    const password = new Uint8Array(bytes(nonce).length + 4);
    password.set(bytes(nonce));
    const last = new DataView(password.buffer, password.length - 4);
    const means = {name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost};
    for (let counter = 0; ; counter += 1) {
        last.setUint32(0, counter);
        const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
        const derivedKey = hexOf(await crypto.subtle.deriveBits(means, key, keyLength * 8));
        if (derivedKey.startsWith(keyPrefix)) return {counter, derivedKey};
    }
}

for (const form of document.querySelectorAll("form[data-challenge]")) {
    const status = form.querySelector("[data-status]");
    let working = false;
    form.addEventListener("submit", async event => {
        event.preventDefault();
        if (working) return;
        working = true;
        status.textContent = form.dataset.working;
        try {
            const challenge = await (await fetch(form.dataset.challenge, {cache: "no-store"})).json();
            const solution = await solve(challenge.parameters);
            form.elements.proof_of_work.value = btoa(JSON.stringify({challenge, solution}));
            form.submit();
        } catch {
            status.textContent = form.dataset.failed;
            working = false;
        }
    });
}
