// A press room as small as it can be, in front of a real server: for the frontend checks of the conformance kit.
// `site` takes the server's address, a configuration as the kit takes it but for addresses, and the fault to plant, if any.
// Paths: /<name of a page>, /withdrawn, /preview?token=, /webhook.

import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const LISTS = { front: "newsrooms", release: "releases", corrected: "releases", asset: "assets" };
const escaped = (text) => String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

export function site(server, config, fault = "") {
    const is = (name) => fault === name;

    async function read(path) {
        const response = await fetch(`${server}/api/v1${path}`);
        return { status: response.status, content: await response.json() };
    }

    const STYLE = `
    body { font-family: sans-serif; color: #111; background: #fff; margin: 1rem; overflow-wrap: anywhere; }
    img { max-width: 100%; height: auto; }
    @media (prefers-color-scheme: dark) { body { color: ${is("dark text on dark") ? "#222" : "#eee"}; background: #111; } }
    @media (max-width: 400px) { ${is("wide at 320 px") ? "main { width: 600px; }" : ""} ${is("faint when narrow") ? "p { color: #ccc; }" : ""} }
  `;

    function page({ lang = "en", title, head = "", main, heading = title }) {
        const h1 = `<h1>${escaped(heading)}</h1>`;
        const script = is("a script fails") ? "<script>none()</script>" : "";
        const foreign = is("a picture from elsewhere")
            ? `<img alt="" src="http://localhost:9/pixel.png">`
            : "";
        return `<!doctype html>
  <html${is("no language") ? "" : ` lang="${lang}"`}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>${escaped(is("the same title everywhere") ? "Press" : title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style>${head}${script}</head>
  <body><main>${h1}${is("two headings") ? h1 : ""}${main}${foreign}</main></body></html>`;
    }

    function blocks(item) {
        return (item.body ?? [])
            .map((block) => (block.html ? block.html : `<p>${escaped(block.text ?? "")}</p>`))
            .join("");
    }

    function headOf({ canonical_url: canonical, json_ld: jsonLd, tags }) {
        const address = is("another canonical address") ? `${canonical}?from=site` : canonical;
        const meta = tags.map(({ attribute, key, content }) => {
            const said = is("another og:title") && key === "og:title" ? "News" : content;
            return `<meta ${attribute.toLowerCase()}="${escaped(key)}" content="${escaped(said)}">`;
        });
        const ld = is("no JSON-LD") ? "" : `<script type="application/ld+json">${jsonLd}</script>`;
        return `<link rel="canonical" href="${escaped(address)}">${ld}${meta.join("")}`;
    }

    async function show(name, id) {
        const list = LISTS[name];
        const { content: item } = await read(`/${list}/${id}`);
        const { metadata } = (await read(`/${list}/${id}?fields=metadata`)).content;
        const title = item.title ?? item.name;
        const notes = (item.corrections ?? []).map(({ note }) =>
            is("corrections are not shown") ? "" : `<p>Correction: ${escaped(note)}</p>`,
        );
        const lead = `<p>${escaped(item.summary || "All that is new, the newest first.")}</p>`;
        const text = is("a paragraph is missing") ? "" : `${blocks(item)}${item.description ?? ""}`;
        const picture = `<img ${is("a picture without alt") ? "" : 'alt="A turbine"'} src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`;
        const listed = is("the withdrawn one is listed") ? `<p>${escaped(config.withdrawn.title)}</p>` : "";
        const draft =
            is("the draft is on the front page") && name === "front"
                ? `<p>${escaped(config.preview.title)}</p>`
                : "";
        const whole = `${lead}${notes.join("")}${text}${picture}${listed}${draft}`;
        const main = is("nothing without JavaScript")
            ? `<div id="app"></div><script>document.getElementById("app").innerHTML = ${JSON.stringify(whole).replaceAll("<", "\\u003c")}</script>`
            : whole;
        return page({
            lang: item.locale,
            title: metadata?.title ?? title,
            heading: title,
            head: metadata ? headOf(metadata) : "",
            main,
        });
    }

    async function preview(token) {
        const { status, content } = await read(`/preview?token=${encodeURIComponent(token)}`);
        if (status !== 200)
            return {
                status: is("a wrong token breaks the page") ? 500 : 403,
                body: page({ title: "Preview", main: "<p>This preview is over. Open it again.</p>" }),
            };
        const headers = is("previews may be kept")
            ? {}
            : { "cache-control": "no-store", "x-robots-tag": "noindex" };
        return {
            status: 200,
            headers,
            body: page({
                title: content.title,
                main: is("the preview shows only the title")
                    ? ""
                    : `<p>${escaped(content.summary)}</p>${blocks(content)}`,
            }),
        };
    }

    function hear(headers, body) {
        try {
            if (!is("unsigned webhooks are taken")) new Webhook(config.webhook.secret).verify(body, headers);
            return { status: 204 };
        } catch {
            return { status: 401, body: "" };
        }
    }

    async function answer(url, request, body) {
        const name = url.pathname.slice(1);
        if (config.pages[name]) return { status: 200, body: await show(name, config.pages[name].id) };
        if (name === "preview") return preview(url.searchParams.get("token") ?? "");
        if (name === "webhook") return hear(request.headers, body);
        if (name === "withdrawn") {
            const text = is("a withdrawal without its reason") ? "Gone." : config.withdrawn.reason;
            return {
                status: is("withdrawn is a 200") ? 200 : 410,
                body: page({ title: "Withdrawn", main: `<p>This was withdrawn: ${escaped(text)}</p>` }),
            };
        }
        return {
            status: is("missing is a 200") ? 200 : 404,
            body: page({ title: "Not found", main: "<p>There is nothing here.</p>" }),
        };
    }

    return createServer(async (request, response) => {
        let body = "";
        for await (const part of request.setEncoding("utf8")) body += part;
        const url = new URL(request.url, "http://localhost");
        const { status, headers = {}, body: sent = "" } = await answer(url, request, body);
        const cookie = is("a cookie is set") ? { "set-cookie": "visitor=1" } : {};
        response.writeHead(status, {
            "content-type": is("plain text") ? "text/plain" : "text/html; charset=utf-8",
            ...headers,
            ...cookie,
        });
        response.end(sent);
    });
}
