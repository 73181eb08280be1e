"use client";

import { Button, EmptyState, ErrorState, Input, Skeleton } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { ImagePlus, Images } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";
import { useAddress } from "../filters/use-address.ts";
import { DatasetCard } from "./dataset-card.tsx";
import { isActive } from "./is-active.ts";
import { matchesSearch } from "./matches-search.ts";

/** Cards on the screen before one asks for more. */
const pageSize = 24;

/** How often a list with a running import looks again. */
const refreshMs = 2000;

/** A group's data sets: newest first, searchable, with the imports under way. */
export function DatasetList({ group, canImport }: { group: string; canImport: boolean }) {
  const t = useTranslations("datasets.list");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const { parameters, set } = useAddress();
  const search = parameters.get("q") ?? "";
  const shownPages = Math.max(1, Number(parameters.get("pages")) || 1);
  const list = useQuery({
    ...trpc.dataset.list.queryOptions({ group }),
    refetchInterval: ({ state }) =>
      state.data?.some(({ latestImport }) => isActive(latestImport)) ? refreshMs : false,
  });
  const found = list.data?.filter((dataset) => matchesSearch(search, [dataset.name, dataset.description])) ?? [];
  const importButton = canImport ? (
    <Button render={<Link href={`/g/${group}/data/import`} />}>
      <ImagePlus aria-hidden />
      {t("import")}
    </Button>
  ) : null;

  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex flex-col gap-1">
          <h1 className="text-2xl font-semibold">{t("title")}</h1>
          <p className="text-muted-foreground">{t("intro")}</p>
        </div>
        {list.data?.length ? importButton : null}
      </div>
      {list.data?.length ? (
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("searchPlaceholder")}
          defaultValue={search}
          onChange={(event) => set("q", event.target.value || null)}
          className="max-w-sm"
        />
      ) : null}
      {list.isError ? (
        <ErrorState title={errorText(list.error)} />
      ) : list.isPending ? (
        <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          <Skeleton className="h-44" />
          <Skeleton className="h-44" />
          <Skeleton className="h-44" />
        </div>
      ) : list.data.length === 0 ? (
        <EmptyState icon={<Images aria-hidden />} title={t("emptyTitle")} actions={importButton}>
          {t(canImport ? "emptyText" : "emptyTextReader")}
        </EmptyState>
      ) : found.length === 0 ? (
        <EmptyState title={t("noMatchTitle")}>{t("noMatchText", { search })}</EmptyState>
      ) : (
        <>
          <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {found.slice(0, shownPages * pageSize).map((dataset) => (
              <DatasetCard key={dataset.id} group={group} dataset={dataset} />
            ))}
          </ul>
          {found.length > shownPages * pageSize ? (
            <Button variant="secondary" className="self-center" onClick={() => set("pages", `${shownPages + 1}`)}>
              {t("more")}
            </Button>
          ) : null}
        </>
      )}
    </>
  );
}
