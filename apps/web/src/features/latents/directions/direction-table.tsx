"use client";

import { formatInterval, formatNumber, Table, TableCell, TableHead, TableRow, Term } from "@diaphane/ui";
import { useLocale, useTranslations } from "next-intl";
import { cosine } from "./cosine.ts";
import { useDirectionName } from "./use-direction-name.ts";
import type { FoundDirection } from "./use-directions.ts";

export interface DirectionTableProps {
  found: readonly FoundDirection[];
  /** Which images it was fitted on, by the analysis. */
  dataOf: ReadonlyMap<string, { number: number; dataset: { name: string } }>;
  selected: FoundDirection;
  onSelect: (id: string) => void;
}

const columns = ["direction", "method", "images", "stability", "auroc", "cosine"] as const;

/** All directions of a version, each with how sure it is, how well it is read, and how like it is to the one that is open. */
export function DirectionTable({ found, dataOf, selected, onSelect }: DirectionTableProps) {
  const t = useTranslations("latents.directions");
  const locale = useLocale();
  const nameOf = useDirectionName();
  return (
    <Table aria-label={t("title")}>
      <thead>
        <TableRow>
          {columns.map((column) => (
            <TableHead key={column}>
              {column === "direction" || column === "images" || column === "method" ? (
                t(`columns.${column}`)
              ) : (
                <Term explanation={t(`terms.${column}`)}>{t(`columns.${column}`)}</Term>
              )}
            </TableHead>
          ))}
        </TableRow>
      </thead>
      <tbody>
        {found.map(({ id, direction }) => {
          const { method, withinClass, pairs, fitted, stability, heldOut } = direction;
          const data = dataOf.get(id);
          const between = pairs ? "pairs" : withinClass ? "within" : "pooled";
          return (
            <TableRow
              key={id}
              data-state={id === selected.id ? "selected" : undefined}
              className="data-[state=selected]:bg-accent/50"
            >
              <TableCell>
                <button
                  type="button"
                  aria-pressed={id === selected.id}
                  onClick={() => onSelect(id)}
                  className="text-left font-medium break-words text-primary underline underline-offset-4 aria-pressed:text-foreground aria-pressed:no-underline"
                >
                  {nameOf(direction)}
                </button>
                {data ? (
                  <span className="block text-xs break-words text-muted-foreground">
                    {t("data", { name: data.dataset.name, number: data.number })}
                  </span>
                ) : null}
              </TableCell>
              <TableCell>
                {t("methodBetween", { method: t(`form.methods.${method}`), between: t(`between.${between}`) })}
              </TableCell>
              <TableCell className="tabular whitespace-nowrap">
                {t("images", { without: fitted[0], with: fitted[1] })}
              </TableCell>
              <TableCell className="tabular">{formatNumber(stability.meanCosine, locale)}</TableCell>
              <TableCell className="tabular whitespace-nowrap">
                {heldOut.auroc ? formatInterval(heldOut.auroc.value, heldOut.auroc.interval, locale) : t("notEnough")}
              </TableCell>
              <TableCell className="tabular">
                {id === selected.id ? "–" : formatNumber(cosine(direction.vector, selected.direction.vector), locale)}
              </TableCell>
            </TableRow>
          );
        })}
      </tbody>
    </Table>
  );
}
