import type { DenseGap, Gap } from "@diaphane/model/bias";
import { Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { FigureCard } from "./figure-card.tsx";
import { useGroupName } from "./use-group-name.ts";

interface Compared {
  attributes: string[];
  gaps: readonly (Gap | DenseGap)[];
}

/** The greatest differences between groups, with the p-value of a permutation of groups, corrected for their number. */
export function GapTable({ groupings }: { groupings: readonly Compared[] }) {
  const t = useTranslations("bias.gaps");
  const data = useTranslations("bias");
  const figures = useFigures();
  const nameOf = useGroupName();
  const gaps = groupings
    .flatMap(({ attributes, gaps }) => gaps.map((gap) => ({ ...gap, attribute: attributes.join(" × ") })))
    .toSorted((a, b) => (a.correctedP ?? 1) - (b.correctedP ?? 1) || b.value - a.value);
  if (gaps.length === 0) return null;
  return (
    <FigureCard figure={{ kind: "gaps" }} title={t("title")}>
      <Table>
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <TableHead>{data("attributes")}</TableHead>
            <TableHead>{t("gap")}</TableHead>
            <TableHead>{t("size")}</TableHead>
            <TableHead>{t("between")}</TableHead>
            <TableHead>{t("p")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ attribute, kind, value, interval, lowest, highest, correctedP }) => (
            <TableRow key={`${attribute} ${kind}`}>
              <TableCell>{attribute}</TableCell>
              <TableCell>{t(kind)}</TableCell>
              <TableCell className="tabular">{figures.interval(value, interval)}</TableCell>
              <TableCell>
                {value === 0 ? "–" : t("group", { lowest: nameOf(lowest), highest: nameOf(highest) })}
              </TableCell>
              <TableCell className="tabular">{correctedP === null ? "–" : figures.figure(correctedP)}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </FigureCard>
  );
}
