"use client";

import { Button, Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ComparedRun } from "../compared-run.ts";
import { RunColumns, type RunRow } from "../run-columns.tsx";
import { differingSettings } from "./differing-settings.ts";
import { useSettingText } from "./use-setting-text.ts";

/** What was chosen for each run: what differs, marked, and the rest on demand. */
export function SettingsTable({ runs }: { runs: readonly ComparedRun[] }) {
  const t = useTranslations("comparison");
  const text = useSettingText();
  const [showsAll, setShowsAll] = useState(false);
  const { differing, shared } = differingSettings(runs.map(({ settings }) => settings));
  const row = (path: string, isHighlighted: boolean): RunRow => {
    const name = text.name(path);
    return {
      key: path,
      isHighlighted,
      head: (
        <>
          <span className={name === path ? "font-mono text-xs break-all" : undefined}>{name}</span>
          {isHighlighted ? <span className="sr-only"> ({t("differs")})</span> : null}
        </>
      ),
      cell: ({ settings }) => text.value(settings[path]),
    };
  };
  const rows = [
    ...differing.map((path) => row(path, true)),
    ...(showsAll ? shared.map((path) => row(path, false)) : []),
  ];
  return (
    <Card className="min-w-0">
      <CardHeader
        title={t("settings")}
        description={differing.length > 0 ? t("differ", { count: differing.length }) : t("alike")}
        action={
          <Button variant="secondary" size="small" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {t(showsAll ? "hideShared" : "showAll", { count: shared.length })}
          </Button>
        }
      />
      {rows.length > 0 ? (
        <RunColumns caption={t("settings")} corner={t("settingName")} runs={runs} rows={rows} />
      ) : null}
    </Card>
  );
}
