"use client";

import { Segmented, Skeleton } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { isTheme, useThemeOptions } from "@/features/shell/theme-options.ts";

const neverChanges = () => () => undefined;

/** The choice lives in this browser, so the server can't know it: a placeholder stands in until the page is alive. */
export function ThemeSetting() {
  const t = useTranslations("settings");
  const options = useThemeOptions();
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  if (!isInBrowser || !isTheme(theme)) return <Skeleton className="h-9 w-64" />;
  return <Segmented aria-label={t("theme")} options={options} value={theme} onValueChange={setTheme} />;
}
