"use client";

import { Checkbox, formatNumber } from "@diaphane/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ColourGroups } from "./colour-groups.ts";
import type { MapColumn } from "./map-points.ts";

interface MapLegendProps {
  column: MapColumn;
  groups: ColourGroups["groups"];
  counts: readonly number[];
  shown: readonly boolean[];
  onToggle: (group: number) => void;
}

/** What the colours mean, how many points each has, and which are shown. */
export function MapLegend({ column, groups, counts, shown, onToggle }: MapLegendProps) {
  const t = useTranslations("latents.map");
  const locale = useLocale();
  const nameOf = ({ key, from, to }: ColourGroups["groups"][number]) => {
    if (key === null) return t("unknown");
    if (from !== undefined && to !== undefined) return `${formatNumber(from, locale)} – ${formatNumber(to, locale)}`;
    return column.kind === "error" ? t(key === "wrong" ? "wrong" : "correct") : key;
  };
  return (
    <fieldset className="flex max-h-48 flex-wrap gap-x-4 gap-y-2 overflow-y-auto text-sm">
      <legend className="sr-only">{t("filter")}</legend>
      {groups.map((group, place) =>
        (counts[place] ?? 0) === 0 ? null : (
          <span key={JSON.stringify(group.key)} className="flex items-center gap-2">
            <Checkbox
              checked={shown[place] ?? true}
              onCheckedChange={() => onToggle(place)}
              label={
                <span className="flex items-center gap-1.5">
                  <span aria-hidden className="size-3 rounded-xs" style={{ background: group.colour }} />
                  {nameOf(group)} <span className="tabular text-muted-foreground">{counts[place]}</span>
                </span>
              }
            />
          </span>
        ),
      )}
    </fieldset>
  );
}
