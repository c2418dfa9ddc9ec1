// Runs the frontend checks of the conformance kit against the small press room: whole first, then with one fault after another.
// Arguments: the server's address, the configuration without addresses, Chromium. Prints {fault: [checks that failed]} as JSON.

import {
    FrontendBench,
    FrontendTrial,
    openBrowser,
} from "../../../frontend_contract/conformance/src/frontend/bench.js";
import { frontendChecks } from "../../../frontend_contract/conformance/src/frontend/index.js";
import { run } from "../../../frontend_contract/conformance/src/run.js";
import { site } from "./site.mjs";

// What is planted, and the checks to run: the first ones must fail, those after the bar must hold.
const FAULTS = {
    "": "",
    "plain text": "page.status",
    "no language": "page.language | page.title",
    "two headings": "page.heading | page.title",
    "the same title everywhere": "page.title | page.heading",
    "a paragraph is missing": "page.text | page.heading",
    "nothing without JavaScript": "page.no-script | page.text",
    "a picture without alt": "page.images | page.console",
    "a script fails": "page.console | page.images",
    "wide at 320 px": "page.reflow | a11y.narrow",
    "another canonical address": "head.canonical | head.json-ld head.meta",
    "no JSON-LD": "head.json-ld | head.canonical head.meta",
    "another og:title": "head.meta | head.canonical head.json-ld",
    "a cookie is set": "privacy.cookies | privacy.third-party",
    "a picture from elsewhere": "privacy.third-party | privacy.cookies",
    "dark text on dark": "a11y.dark | a11y.light",
    "faint when narrow": "a11y.narrow | a11y.light",
    "withdrawn is a 200": "withdrawn.gone | withdrawn.text",
    "a withdrawal without its reason": "withdrawn.text | withdrawn.gone",
    "the withdrawn one is listed": "withdrawn.not-listed | withdrawn.gone",
    "missing is a 200": "missing.not-found",
    "corrections are not shown": "correction.shown | page.text",
    "the preview shows only the title": "preview.shows | preview.not-stored",
    "previews may be kept": "preview.not-stored | preview.shows",
    "the draft is on the front page": "preview.not-public | preview.shows",
    "a wrong token breaks the page": "preview.wrong | preview.shows",
    "unsigned webhooks are taken": "webhook.receives",
};
const PAGES = { "the draft is on the front page": ["front"], "corrections are not shown": ["release"] };

const [server, given, chromium] = process.argv.slice(2);
const config = JSON.parse(given);
const told = {};
const browser = await openBrowser(chromium);

async function prove(fault, asked) {
    const listener = site(server, config, fault);
    await new Promise((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const here = `http://127.0.0.1:${listener.address().port}`;
    const bench = new FrontendBench(addressed(here, fault), browser, {
        only: asked.split(/[ |]+/).filter(Boolean),
    });
    const { results } = await run(frontendChecks, { make: () => new FrontendTrial(bench), bench });
    listener.closeAllConnections();
    listener.close();
    return results;
}

// The configuration with the addresses of the site; one page is enough for most faults.
function addressed(here, fault) {
    const names = fault
        ? (PAGES[fault] ?? ["release"])
        : Object.keys(config.pages).filter((name) => name !== "corrected");
    const pages = Object.fromEntries(
        names.map((name) => [name, { url: `${here}/${name}`, id: config.pages[name].id }]),
    );
    const corrected = { url: `${here}/corrected`, id: config.pages.corrected.id };
    return {
        ...config,
        server,
        pages,
        corrected: !fault || fault === "corrections are not shown" ? corrected : undefined,
        withdrawn: { ...config.withdrawn, url: `${here}/withdrawn` },
        preview: {
            ...config.preview,
            url: `${here}/preview?token=${encodeURIComponent(config.preview.token)}`,
        },
        webhook: { ...config.webhook, url: `${here}/webhook` },
    };
}

for (const [fault, asked] of Object.entries(FAULTS)) {
    const results = await prove(fault, asked);
    told[fault] = {
        expected: asked.split("|")[0].split(" ").filter(Boolean),
        failed: results.filter((each) => each.outcome === "failed").map((each) => each.check.id),
        findings: results.flatMap((each) => each.findings.slice(0, 2)),
        skipped: results.filter((each) => each.outcome === "skipped").map((each) => each.check.id),
        ran: results.length,
    };
}
await browser.close();
process.stdout.write(JSON.stringify(told));
