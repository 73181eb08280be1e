"use client";

import { Card, CardHeader, Table, TableCell, TableHead, TableRow, Term } from "@diaphane/ui";
import { useFormatter, useTranslations } from "next-intl";
import type { Agreement } from "./agreement.ts";

export interface PairTableProps {
  agreement: Agreement;
  annotators: readonly { id: string; name: string }[];
}

/** Who agrees with whom in one variable, the least first. */
export function PairTable({ agreement, annotators }: PairTableProps) {
  const t = useTranslations("labelling.agreement");
  const format = useFormatter();
  const nameOf = (id: string) => annotators.find((annotator) => annotator.id === id)?.name ?? id;
  const pairs = agreement.pairs.toSorted((a, b) => (a.kappa ?? 2) - (b.kappa ?? 2));
  const title = t("pairs", { variable: agreement.variable.name ?? t("class") });
  return (
    <Card className="flex flex-col gap-3 p-0 pb-2">
      <div className="px-5 pt-5">
        <CardHeader title={title} />
      </div>
      <Table>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <TableHead className="pl-5">{t("who")}</TableHead>
            <TableHead>{t("images")}</TableHead>
            <TableHead>{t("same")}</TableHead>
            <TableHead>
              <Term explanation={t(agreement.variable.level === "ordinal" ? "weightedExplained" : "kappaExplained")}>
                {t("kappa")}
              </Term>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ first, second, images, same, kappa }) => (
            <TableRow key={`${first} ${second}`}>
              <TableCell className="pl-5 break-words">{format.list([nameOf(first), nameOf(second)])}</TableCell>
              <TableCell className="tabular-nums">{format.number(images)}</TableCell>
              <TableCell className="tabular-nums">
                {format.number(same, { style: "percent", maximumFractionDigits: 1 })}
              </TableCell>
              <TableCell className="tabular-nums" data-testid="cohen-kappa">
                {kappa === null
                  ? t("notEnough")
                  : format.number(kappa, { maximumFractionDigits: 3, minimumFractionDigits: 3 })}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
