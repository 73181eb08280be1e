"use client";

import { Button, Menu, MenuChoice } from "@diaphane/ui";
import { Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { isTheme, useThemeOptions } from "./theme-options.ts";

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const t = useTranslations("shell");
  const { theme, setTheme } = useTheme();
  const options = useThemeOptions();
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="icon" aria-label={t("theme")}>
          <Sun aria-hidden className="dark:hidden" />
          <Moon aria-hidden className="not-dark:hidden" />
        </Button>
      }
    >
      <MenuChoice
        label={t("theme")}
        options={options}
        value={isTheme(theme) ? theme : undefined}
        onValueChange={setTheme}
      />
    </Menu>
  );
}
