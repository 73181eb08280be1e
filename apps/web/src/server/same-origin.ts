/**
 * Whether a request comes from our own pages, or from outside of any browser. Browsers say so themselves in
 * `Sec-Fetch-Site`; those too old for it send an `Origin` with whatever could change something.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
