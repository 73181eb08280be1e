/**
 * Where to go after signing in: only a path of this site. Everything else (another origin, `//host`, a backslash that some
 * browsers read as a slash, `javascript:`) becomes the fallback.
 */
export function safeCallback(wanted: unknown, fallback = "/"): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return fallback;
  const base = "http://this.invalid";
  if (!URL.canParse(wanted, base)) return fallback;
  const url = new URL(wanted, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : fallback;
}
