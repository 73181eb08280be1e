import type { Grouping } from "@diaphane/model/bias";
import { Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { FigureCard } from "./figure-card.tsx";
import { worstFirst } from "./group-figures.ts";
import { SeeImages } from "./images/see-images.tsx";
import { useGroupName } from "./use-group-name.ts";

const shown = ["accuracy", "auroc", "tpr", "fpr"] as const;

/** Groups of two attributes with enough images, the least accurate first. */
export function Intersections({ groupings }: { groupings: readonly Grouping[] }) {
  const t = useTranslations("bias");
  const figures = useFigures();
  const nameOf = useGroupName();
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
            {groups.map(({ name, attributes, group, n, metrics }) => (
              <TableRow key={name}>
                <TableCell>{name}</TableCell>
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
    </FigureCard>
  );
}
