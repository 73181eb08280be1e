import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

describe("contentSecurityPolicy", () => {
  const policy = contentSecurityPolicy("abc", { isDevelopment: false });

  it("allows scripts by nonce and WebAssembly, but no eval in production", () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval';");
    expect(policy).not.toContain("'unsafe-eval'");
  });

  it("names no origin but our own", () => {
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it("lets nobody else frame us or take our forms and base", () => {
    for (const rule of ["frame-ancestors 'self'", "form-action 'self'", "base-uri 'self'", "object-src 'none'"]) {
      expect(policy).toContain(rule);
    }
  });

  it("lets other sites frame what is made for it, and changes nothing else", () => {
    const embeddable = contentSecurityPolicy("abc", { isDevelopment: false, isEmbeddable: true });
    expect(embeddable).toBe(policy.replace("frame-ancestors 'self'", "frame-ancestors *"));
  });
});
