import type { AttributeUse } from "@diaphane/model/bias";
import { Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";

const probes = ["linear", "nonLinear"] as const;

/** How well each attribute is read from the latents without the preset and with it, by probes trained anew. */
export function ProbeTable({ before, after }: { before: readonly AttributeUse[]; after: readonly AttributeUse[] }) {
  const t = useTranslations("presets.page");
  const report = useTranslations("bias.report");
  const figures = useFigures();
  const said = (use: AttributeUse | undefined, probe: (typeof probes)[number]) => {
    const score = use?.encoding?.[probe];
    return score ? figures.interval(score.value, score.interval) : report("notEnough");
  };
  return (
    <Table>
      <caption className="sr-only">{t("probes")}</caption>
      <thead>
        <tr>
          <TableHead>{t("attribute")}</TableHead>
          <TableHead>{t("probe")}</TableHead>
          <TableHead>{t("without")}</TableHead>
          <TableHead>{t("with")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {after.flatMap((use) => {
          const was = before.find(({ attribute }) => attribute === use.attribute);
          return probes.map((probe) => (
            <TableRow key={`${use.attribute} ${probe}`}>
              <TableCell>{use.attribute}</TableCell>
              <TableCell>{t(probe)}</TableCell>
              <TableCell className="tabular">{said(was, probe)}</TableCell>
              <TableCell className="tabular">{said(use, probe)}</TableCell>
            </TableRow>
          ));
        })}
      </tbody>
    </Table>
  );
}
