// The checks of a server, in the order in which they run.

import { comments } from "./comments.js";
import { errors } from "./errors.js";
import { history } from "./history.js";
import { items } from "./items.js";
import { operations } from "./operations.js";
import { pagination } from "./pagination.js";
import { notPublic } from "./private.js";
import { webhooks } from "./webhooks.js";
import { wire } from "./wire.js";

/** @param {import("../contract.js").Contract} contract @returns {import("../checking.js").Check[]} */
export function serverChecks(contract) {
  return [
    ...operations(contract),
    ...pagination,
    ...items,
    ...errors,
    ...wire,
    ...notPublic,
    ...history,
    ...comments,
    ...webhooks,
  ];
}
