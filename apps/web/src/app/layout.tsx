import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { LocalHeader } from "@/features/shell/local-header.tsx";
import { SiteFooter } from "@/features/shell/site-footer.tsx";
import { SiteHeader } from "@/features/shell/site-header.tsx";
import { SkipLink } from "@/features/shell/skip-link.tsx";
import { sharedMessages } from "@/i18n/shared-messages.ts";
import { embedThemeHeader, isEmbedTheme } from "@/server/embed-choice.ts";
import { pageFrameHeader } from "@/server/page-frame.ts";
import { Providers } from "./providers.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("product"), template: `%s · ${t("product")}` }, description: t("tagline") };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f7" },
    { media: "(prefers-color-scheme: dark)", color: "#111315" },
  ],
};

export default async function RootLayout({ children }: LayoutProps<"/">) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  const asked = await headers();
  const nonce = asked.get("x-nonce") ?? undefined;
  const frame = asked.get(pageFrameHeader) ?? "site";
  const theme = asked.get(embedThemeHeader);
  return (
    <html lang={locale} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        <NextIntlClientProvider messages={sharedMessages(messages)}>
          <Providers nonce={nonce} {...(isEmbedTheme(theme) ? { theme } : {})}>
            <SkipLink />
            {frame === "site" ? <SiteHeader /> : frame === "explore" ? <LocalHeader /> : null}
            <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-hidden">
              {children}
            </main>
            {frame === "embed" ? null : <SiteFooter />}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
