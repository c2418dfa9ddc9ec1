// The list of checks: for the terminal, and as the tables of the README.

import { groupOf } from "../checking.js";

/** @param {import("../checking.js").Check[]} checks */
export function plain(checks) {
  return checks
    .map((check) => `${check.id}  ${check.asserts}${check.needs ? ` (needs ${check.needs})` : ""}\n`)
    .join("");
}

/** One table for each group; checks of a family are one row. @param {import("../checking.js").Check[]} checks */
export function markdown(checks) {
  let group = "";
  let text = "";
  const families = new Set();
  for (const check of checks) {
    if (check.family && families.has(check.family.id)) continue;
    if (check.family) families.add(check.family.id);
    if (groupOf(check) !== group) {
      group = groupOf(check);
      text += `${text && "\n"}#### ${group}\n\n| check | asserts | rule | needs |\n| --- | --- | --- | --- |\n`;
    }
    const { id, asserts } = check.family ?? check;
    const cells = [`\`${id}\``, asserts, `[${check.rule}](${check.link})`, check.needs ?? ""];
    text += `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  }
  return text;
}
