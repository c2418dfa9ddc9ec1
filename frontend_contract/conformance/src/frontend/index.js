// The checks of a frontend, in the order in which they run.

import { life } from "./life.js";
import { publicPages } from "./pages.js";

/** @type {import("../checking.js").Check[]} */
export const frontendChecks = [...publicPages, ...life];
