"use client";

import { Button, Term } from "@diaphane/ui";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { FacetGroup } from "./facet-group.tsx";
import type { Facets } from "./facets.ts";
import { emptyFilter, isEmptyFilter, type SampleFilter, toggle } from "./filter-url.ts";

export interface FilterBarProps {
  facets: Facets;
  filter: SampleFilter;
  onFilter(filter: SampleFilter): void;
}

/** Chooses images by split, label and attribute; the counts are those of the whole version. */
export function FilterBar({ facets, filter, onFilter }: FilterBarProps) {
  const t = useTranslations("datasets.filters");
  return (
    <aside aria-label={t("title")} className="flex flex-col gap-5">
      <div className="flex h-8 items-center justify-between">
        <h2 className="text-sm font-semibold">{t("title")}</h2>
        {isEmptyFilter(filter) ? null : (
          <Button variant="ghost" size="small" onClick={() => onFilter(emptyFilter)}>
            <X aria-hidden />
            {t("clear")}
          </Button>
        )}
      </div>
      <FacetGroup
        title={<Term explanation={t("splitExplained")}>{t("split")}</Term>}
        label={t("split")}
        values={facets.splits}
        chosen={filter.splits}
        onToggle={(value) => onFilter({ ...filter, splits: toggle(filter.splits, value) })}
      />
      <FacetGroup
        title={t("label")}
        label={t("label")}
        values={facets.labels}
        chosen={filter.labels}
        onToggle={(value) => onFilter({ ...filter, labels: toggle(filter.labels, value) })}
      />
      {facets.attributes.map(({ name, values }) => (
        <FacetGroup
          key={name}
          title={name}
          label={name}
          values={values}
          chosen={filter.attributes[name] ?? []}
          onToggle={(value) => {
            const chosen = toggle(filter.attributes[name] ?? [], value);
            onFilter({ ...filter, attributes: { ...filter.attributes, [name]: chosen } });
          }}
        />
      ))}
    </aside>
  );
}
