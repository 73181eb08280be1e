import type { BiasReport } from "@diaphane/model/bias";
import type { PresetEvidence } from "@diaphane/model/debias";
import { Card, CardHeader, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";

/** The preset beside doing nothing and beside other ways to the same end, on the same evidence set, with what each takes. */
export function ComparatorsTable({ made: { evidence, seconds, comparators } }: { made: PresetEvidence }) {
  const t = useTranslations("presets.comparators");
  const report = useTranslations("bias.report");
  const figures = useFigures();
  const said = (estimate: { value: number; interval: [number, number] } | null | undefined) =>
    estimate ? figures.interval(estimate.value, estimate.interval) : report("notEnough");
  const took = (of: number | null) => (of === null ? t("notTimed") : t("seconds", { seconds: figures.figure(of) }));
  const rows: { key: string; name: string; needs: string; time: string; of: BiasReport }[] = [
    { key: "none", name: t("none"), needs: t("nothing"), time: t("noTime"), of: evidence.before },
    { key: "preset", name: t("preset"), needs: t("nothing"), time: took(seconds), of: evidence.after },
    ...comparators.map(({ kind, report: of, seconds: time }) => ({
      ...{ key: kind, name: t(`kinds.${kind}`), needs: t(`needs.${kind}`), time: took(time), of },
    })),
  ];
  const attributes = evidence.after.performance.map((grouping) => grouping.attributes.join(" × "));
  return (
    <Card>
      <CardHeader title={t("title")} description={t("lead")} />
      <Table>
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <TableHead>{t("way")}</TableHead>
            {attributes.map((attribute) => (
              <TableHead key={attribute}>{t("worst", { attribute })}</TableHead>
            ))}
            <TableHead>{t("accuracy")}</TableHead>
            <TableHead>{t("time")}</TableHead>
            <TableHead>{t("for")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, needs, time, of }) => (
            <TableRow key={key}>
              <TableCell className="font-medium">{name}</TableCell>
              {attributes.map((attribute, index) => (
                <TableCell key={attribute} className="tabular">
                  {said(of.performance[index]?.worstCell?.accuracy)}
                </TableCell>
              ))}
              <TableCell className="tabular">{said(of.overall.accuracy)}</TableCell>
              <TableCell className="tabular whitespace-nowrap">{time}</TableCell>
              <TableCell>{needs}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
