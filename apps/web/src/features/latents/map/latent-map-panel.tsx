"use client";

import { Select } from "@diaphane/ui";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { ImageShape } from "@/features/datasets/grid/image-pixels.ts";
import { colourGroups } from "./colour-groups.ts";
import { MapLegend } from "./map-legend.tsx";
import type { MapColumn, MapPoints } from "./map-points.ts";
import { pickPoints } from "./pick-points.ts";
import { packedColours, ScatterCanvas } from "./scatter-canvas.tsx";
import { SelectedImages } from "./selected-images.tsx";

interface LatentMapPanelProps {
  points: MapPoints;
  versionId: string;
  shape: ImageShape;
}

/** A map with its colours, its filter, and the images of whatever is drawn around. */
export function LatentMapPanel({ points, versionId, shape }: LatentMapPanelProps) {
  const t = useTranslations("latents.map");
  const format = useFormatter();
  const [key, setKey] = useState(points.columns[0]?.key ?? "none");
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const [selected, setSelected] = useState<readonly number[]>([]);
  const column = points.columns.find((one) => one.key === key) ?? plain(points.count);
  const { of, counts, groups } = useMemo(() => colourGroups(column), [column]);
  const painted = useMemo(() => {
    const shown = groups.map((_, place) => !hidden.has(place));
    return { points, groupOf: of, colours: packedColours(groups), shown, selected: new Set(selected) };
  }, [points, of, groups, hidden, selected]);
  const options = points.columns.map(({ key: value, kind, name }) => ({
    value,
    label: kind === "attribute" ? t("byAttribute", { attribute: name }) : t(kind === "label" ? "byLabel" : "byError"),
  }));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-4">
        {options.length > 0 ? (
          <Select
            aria-label={t("colour")}
            className="sm:w-64"
            options={options}
            value={key}
            onValueChange={(chosen) => {
              setKey(chosen);
              // Groups of another column are other images: neither filter nor selection carries over.
              setHidden(new Set());
              setSelected([]);
            }}
          />
        ) : null}
        <MapLegend
          column={column}
          groups={groups}
          counts={counts}
          shown={painted.shown}
          onToggle={(group) => {
            setHidden(
              (before) => new Set(before.has(group) ? [...before].filter((one) => one !== group) : [...before, group]),
            );
            setSelected((before) => before.filter((image) => of[image] !== group));
          }}
        />
      </div>
      <ScatterCanvas
        painted={painted}
        label={t("canvas", { count: points.count })}
        onOutline={(outline) => {
          const isVisible = (image: number) => !hidden.has(of[image] ?? 0);
          setSelected(pickPoints(points.positions, isVisible, outline));
        }}
      />
      {points.explained ? (
        <p className="text-sm text-muted-foreground">
          {t("pcaShare", {
            share: format.number(points.explained[0] + points.explained[1], { style: "percent" }),
          })}
        </p>
      ) : null}
      <SelectedImages versionId={versionId} shape={shape} images={selected} onClear={() => setSelected([])} />
    </div>
  );
}

/** Of data without labels and attributes: all points alike. */
function plain(count: number): MapColumn {
  return { key: "none", kind: "attribute", name: "", values: [], column: new Float32Array(count).fill(Number.NaN) };
}
