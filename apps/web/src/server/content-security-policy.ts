import { env } from "../env.ts";

/**
 * No third-party origin. WebAssembly is allowed for the decoder in the browser, `blob:` workers for its threads; styles may
 * be inline because charts and sliders place their marks with style attributes.
 */
export function contentSecurityPolicy(
  nonce: string,
  { isDevelopment = env.NODE_ENV === "development", isEmbeddable = false } = {},
): string {
  return [
    "default-src 'self'",
    // React's development build rebuilds stacks with eval; production never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' blob: data:${isDevelopment ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    // Only the lab made for it may stand in another site's page; nobody is signed in there that a click could be stolen from.
    isEmbeddable ? "frame-ancestors *" : "frame-ancestors 'self'",
  ].join("; ");
}
