import { type NextRequest, NextResponse } from "next/server";
import { env } from "./env.ts";
import { contentSecurityPolicy } from "./server/content-security-policy.ts";
import { embedChoice, embedLocaleHeader, embedThemeHeader } from "./server/embed-choice.ts";
import { pageFrameHeader, pageFrameOf } from "./server/page-frame.ts";

/** Gives every page a fresh nonce and its content security policy. No authorisation happens here. */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  // A server that `diaphane explore` started has one page and no database.
  if (env.DIAPHANE_EXPLORE_DIR && pathname !== "/explore")
    return NextResponse.redirect(new URL("/explore", request.url));
  const frame = pageFrameOf(pathname);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, { isEmbeddable: frame === "embed" });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set(pageFrameHeader, frame);
  const { locale, theme } = embedChoice(frame === "embed" ? request.nextUrl.searchParams : new URLSearchParams());
  // Set to nothing as well: what a visitor sends under these names counts for nothing.
  headers.set(embedLocaleHeader, locale ?? "");
  headers.set(embedThemeHeader, theme ?? "");
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [{ source: "/((?!api/|_next/static|_next/image|favicon|icon).*)" }],
};
