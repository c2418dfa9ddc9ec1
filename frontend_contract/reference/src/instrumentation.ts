/** Runs once when the server starts: bad settings stop it there, with a message, and not at the first visitor. */
import { settings } from "./settings";

export function register(): void {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  try {
    settings();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
