/** Whether this server serves; the newsroom may be away meanwhile, and pages say so. */
export const dynamic = "force-dynamic";

export function GET(): Response {
  return new Response("ok\n", { headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" } });
}
