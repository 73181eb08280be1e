"use client";

import { sizeNames } from "@diaphane/model/config";
import { Button, Checkbox, EmptyState, Input, Select } from "@diaphane/ui";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAddress } from "../../datasets/filters/use-address.ts";
import { filterParameters, type GalleryFacets, isShown, readFilter, tasks } from "./gallery-facets.ts";

interface FilteredGalleryProps {
  models: readonly { id: string; facets: GalleryFacets; tile: ReactNode }[];
}

const anything = "";

/** The released models that are asked for; the address has what was asked, so that a link restores it. */
export function FilteredGallery({ models }: FilteredGalleryProps) {
  const t = useTranslations("gallery.filters");
  const { parameters, set, write } = useAddress();
  const filter = readFilter(parameters);
  const shown = models.filter(({ facets }) => isShown(facets, filter));
  const clear = () =>
    write((current) => {
      for (const name of Object.values(filterParameters)) current.delete(name);
      return current;
    });
  const choice = (
    key: "task" | "size" | "channels",
    options: readonly { value: string; label: string }[],
  ): ReactNode => (
    <Select
      aria-label={t(key)}
      className="w-full sm:w-44"
      options={[{ value: anything, label: t(`${key}Any`) }, ...options]}
      value={filter[key] ?? anything}
      onValueChange={(value) => set(filterParameters[key], value === anything ? null : value)}
    />
  );
  return (
    <>
      <div className="mb-4 flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center">
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("searchPlaceholder")}
          defaultValue={filter.search}
          onChange={(event) => set(filterParameters.search, event.target.value || null)}
          className="w-full sm:w-64"
        />
        {choice(
          "task",
          tasks.map((task) => ({ value: task, label: t(`tasks.${task}`) })),
        )}
        {choice(
          "size",
          sizeNames.map((size) => ({ value: size, label: size })),
        )}
        {choice("channels", [
          { value: "1", label: t("gray") },
          { value: "3", label: t("colour") },
        ])}
        <Checkbox
          label={t("withPresets")}
          checked={filter.withPresets}
          onCheckedChange={(isOn) => set(filterParameters.withPresets, isOn ? "1" : null)}
        />
        <Checkbox
          label={t("audited")}
          checked={filter.audited}
          onCheckedChange={(isOn) => set(filterParameters.audited, isOn ? "1" : null)}
        />
      </div>
      <p className="mb-4 text-sm text-muted-foreground" aria-live="polite">
        {t("shown", { shown: shown.length, count: models.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState
          icon={<SearchX aria-hidden />}
          title={t("noneTitle")}
          actions={
            <Button variant="secondary" onClick={clear}>
              {t("clear")}
            </Button>
          }
        >
          {t("none")}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {shown.map(({ id, tile }) => (
            <li key={id} className="grid min-w-0">
              {tile}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
