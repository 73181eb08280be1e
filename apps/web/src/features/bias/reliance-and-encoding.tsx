import type { AttributeUse } from "@diaphane/model/bias";
import { Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { FigureCard } from "./figure-card.tsx";
import { greatestChange, UsePlane } from "./use-plane.tsx";

/** What the latents tell of each attribute against what the decision uses: the plane, and the same in figures. */
export function RelianceAndEncoding({ use }: { use: readonly AttributeUse[] }) {
  const t = useTranslations("bias");
  const figures = useFigures();
  if (use.length === 0) return null;
  const said = (estimate: { value: number; interval: [number, number] } | null | undefined) =>
    estimate ? figures.interval(estimate.value, estimate.interval) : t("report.notEnough");
  return (
    <FigureCard figure={{ kind: "plane" }} title={t("plane.title")} description={t("plane.lead")}>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <UsePlane use={use} />
        <Table>
          <caption className="sr-only">{t("plane.title")}</caption>
          <thead>
            <tr>
              <TableHead>{t("plane.attribute")}</TableHead>
              <TableHead>{t("plane.linear")}</TableHead>
              <TableHead>{t("plane.nonLinear")}</TableHead>
              <TableHead>{t("plane.reliance")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {use.map((one) => (
              <TableRow key={one.attribute}>
                <TableCell>{one.attribute}</TableCell>
                <TableCell className="tabular">{said(one.encoding?.linear)}</TableCell>
                <TableCell className="tabular">{said(one.encoding?.nonLinear)}</TableCell>
                <TableCell className="tabular">{said(greatestChange(one))}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </div>
    </FigureCard>
  );
}
