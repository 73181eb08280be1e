"use client";

import type { ExplanationCheck } from "@diaphane/model/latent";
import { formatInterval, ScrollFrame, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useLocale, useTranslations } from "next-intl";

/** Each kind of explanation beside noise, with what each figure should be. */
export function CheckTable({ check }: { check: ExplanationCheck }) {
  const t = useTranslations("latents.checks");
  const locale = useLocale();
  const figure = (estimate: { value: number; interval: [number, number] } | null) =>
    estimate ? formatInterval(estimate.value, estimate.interval, locale) : "–";
  return (
    <div className="flex w-full flex-col gap-3">
      <p className="max-w-prose text-sm text-muted-foreground">{t("lead", { images: check.images })}</p>
      <ScrollFrame>
        <Table>
          <thead>
            <TableRow>
              {(["method", "deletion", "insertion", "randomised", "pointing"] as const).map((name) => (
                <TableHead key={name} scope="col">
                  {t(`columns.${name}`)}
                </TableHead>
              ))}
            </TableRow>
          </thead>
          <tbody>
            {check.methods.map(({ method, deletion, insertion, randomised, pointing }) => (
              <TableRow key={method}>
                <TableCell>{t(`methods.${method}`)}</TableCell>
                <TableCell className="tabular">{figure(deletion)}</TableCell>
                <TableCell className="tabular">{figure(insertion)}</TableCell>
                <TableCell className="tabular">{figure(randomised)}</TableCell>
                <TableCell className="tabular">
                  {pointing ? t("hits", { hits: pointing.hits, images: pointing.images }) : t("nothingMarked")}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </ScrollFrame>
    </div>
  );
}
