// The kit for programs: what the command does, piece by piece.

export { Contract } from "./contract.js";
export { frontendChecks } from "./frontend/index.js";
export { openBench } from "./frontend/bench.js";
export { Bench, run } from "./run.js";
export { serverChecks } from "./server/index.js";
export { State } from "./state.js";
export { Trial } from "./trial.js";
