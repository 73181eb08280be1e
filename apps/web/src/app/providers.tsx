"use client";

import { ToastProvider } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { ApiProvider } from "@/trpc/client.tsx";

interface ProvidersProps {
  children: ReactNode;
  nonce?: string;
  /** Whatever the visitor has chosen: for a frame in somebody's page. */
  theme?: "light" | "dark";
}

/** What every client component counts on: the theme and the way to the server. */
export function Providers({ children, nonce, theme }: ProvidersProps) {
  const t = useTranslations("common");
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={nonce}
      forcedTheme={theme}
    >
      <ApiProvider>
        <ToastProvider closeLabel={t("close")}>{children}</ToastProvider>
      </ApiProvider>
    </ThemeProvider>
  );
}
