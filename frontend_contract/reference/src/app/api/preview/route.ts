/** Where the newsroom's admin sends an editor who previews a draft; the page itself is `/preview`. */
export function GET(request: Request): Response {
  const { search } = new URL(request.url);
  const headers = { Location: `/preview${search}`, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };
  return new Response(null, { status: 307, headers });
}
