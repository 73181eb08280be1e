"use client";

import { Card, CardHeader, Table, TableCell, TableHead, TableRow, Term } from "@diaphane/ui";
import { useFormatter, useTranslations } from "next-intl";
import type { Agreement } from "./agreement.ts";

/** One row for whatever people can agree on. */
export function AgreementTable({ agreements }: { agreements: readonly Agreement[] }) {
  const t = useTranslations("labelling.agreement");
  const format = useFormatter();
  const figure = (value: number | null) => {
    return value === null
      ? t("notEnough")
      : format.number(value, { maximumFractionDigits: 3, minimumFractionDigits: 3 });
  };
  return (
    <Card className="flex flex-col gap-3 p-0 pb-2">
      <div className="px-5 pt-5">
        <CardHeader title={t("inWhat")} />
      </div>
      <Table>
        <caption className="sr-only">{t("inWhat")}</caption>
        <thead>
          <tr>
            <TableHead className="pl-5">{t("variable")}</TableHead>
            <TableHead>{t("images")}</TableHead>
            <TableHead>
              <Term explanation={t("alphaExplained")}>{t("alpha")}</Term>
            </TableHead>
            <TableHead>
              <Term explanation={t("fleissExplained")}>{t("fleiss")}</Term>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {agreements.map(({ variable, images, alpha, fleiss }) => (
            <TableRow key={`${variable.name} ${variable.values.join()}`}>
              <TableCell className="pl-5 font-medium break-words">{variable.name ?? t("class")}</TableCell>
              <TableCell className="tabular-nums">{format.number(images)}</TableCell>
              <TableCell className="tabular-nums">{figure(alpha)}</TableCell>
              <TableCell className="tabular-nums">{figure(fleiss)}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
