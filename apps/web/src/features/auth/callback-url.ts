/**
 * Where to go after signing in: only a path of this site. Everything else (another origin, `//host`, a backslash that some
 * browsers read as a slash, `javascript:`) becomes the fallback.
 */
export function safeCallback(wanted: unknown, fallback = "/"): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return fallback;
  const base = "http://this.invalid";
  if (!URL.canParse(wanted, base)) return fallback;
  const url = new URL(wanted, base);
  const path = `${url.pathname}${url.search}${url.hash}`;
  // Dots are gone by now: what was `/.//host` would lead to that host.
  return url.origin === base && !path.startsWith("//") ? path : fallback;
}
