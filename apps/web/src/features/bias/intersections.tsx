"use client";

import type { Grouping } from "@diaphane/model/bias";
import { Button, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { FigureCard } from "./figure-card.tsx";
import { worstFirst } from "./group-figures.ts";
import { SeeImages } from "./images/see-images.tsx";
import { useGroupName } from "./use-group-name.ts";

/** As many rows as are read; the rest are a press away. */
const mostRows = 30;

const shown = ["accuracy", "auroc", "tpr", "fpr"] as const;

/** Groups of two attributes with enough images, the least accurate first. */
export function Intersections({ groupings }: { groupings: readonly Grouping[] }) {
  const t = useTranslations("bias");
  const figures = useFigures();
  const nameOf = useGroupName();
  const [isWhole, setIsWhole] = useState(false);
  const groups = worstFirst(
    groupings.flatMap(({ attributes, groups }) =>
      groups.map((one) => ({ ...one, attributes, name: `${attributes.join(" × ")}: ${nameOf(one.group)}` })),
    ),
    "accuracy",
  );
  return (
    <FigureCard
      figure={{ kind: "intersections" }}
      title={t("intersections.title")}
      description={groups.length > 0 ? t("intersections.lead") : t("intersections.none")}
    >
      {groups.length > 0 ? (
        <Table>
          <caption className="sr-only">{t("intersections.title")}</caption>
          <thead>
            <tr>
              <TableHead>{t("intersections.group")}</TableHead>
              <TableHead>{t("intersections.images")}</TableHead>
              {shown.map((name) => (
                <TableHead key={name}>{t(`metrics.${name}`)}</TableHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, isWhole ? groups.length : mostRows).map(({ name, attributes, group, n, metrics }) => (
              <TableRow key={name}>
                <TableCell className="max-w-80 break-words">{name}</TableCell>
                <TableCell className="tabular">
                  {figures.count(n)} <SeeImages subset={{ kind: "group", attributes, group }} n={n} name={name} />
                </TableCell>
                {shown.map((metric) => {
                  const estimate = metrics[metric];
                  return (
                    <TableCell key={metric} className="tabular">
                      {estimate ? figures.interval(estimate.value, estimate.interval) : t("report.notEnough")}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : null}
      {!isWhole && groups.length > mostRows ? (
        <Button variant="secondary" size="small" className="mt-3" onClick={() => setIsWhole(true)}>
          {t("intersections.all", { count: groups.length })}
        </Button>
      ) : null}
    </FigureCard>
  );
}
