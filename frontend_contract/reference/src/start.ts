/** What a server does before it serves: bad settings stop it there, with a message, and not at the first visitor. */
import { settings } from "./settings";

export function checkSettings(): void {
  try {
    settings();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
