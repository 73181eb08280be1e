"use client";

import { Card, CardHeader, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import type { SetFigures } from "../progress/run-progress.ts";

const shown = ["auc", "accuracy", "psnr"] as const;

/** What several data sets that are learned at once have come to, each by itself. */
export function SetFiguresTable({ sets }: { sets: readonly SetFigures[] }) {
  const t = useTranslations("training.pretraining");
  const reading = useTranslations("training.reading");
  const figures = useFigures();
  return (
    <Card className="min-w-0">
      <CardHeader title={t("bySet")} description={t("bySetHelp")} />
      <Table>
        <caption className="sr-only">{t("bySet")}</caption>
        <thead>
          <tr>
            <TableHead>{t("set")}</TableHead>
            {shown.map((name) => (
              <TableHead key={name}>{reading(name)}</TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {sets.map((set) => (
            <TableRow key={set.name}>
              <th scope="row" className="px-3 py-2 text-left font-normal">
                {set.name}
              </th>
              {shown.map((name) => (
                <TableCell key={name} className="tabular py-2">
                  {set[name] === null ? "–" : figures.figure(set[name])}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
