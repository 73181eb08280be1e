import type { Evaluation } from "@diaphane/model/config";
import { Card, CardHeader, Table, TableCell, TableHead, TableRow, Term } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "../figures/use-figures.ts";
import type { ModelMetrics } from "../read-metrics.ts";
import { type MetricRow, metricRows } from "./metric-rows.ts";

/** Images that were scored: those with a label, or without classes to tell apart all. */
function sizeOf({ classes, labelled, count }: Evaluation): number {
  return classes.length > 0 ? labelled : count;
}

/** Every figure with its interval, test beside validation; what was not measured has no row. */
export function MetricsTable({ metrics }: { metrics: ModelMetrics }) {
  const t = useTranslations("models.version");
  const metric = useTranslations("models.metric");
  const figures = useFigures();
  const sets = (["test", "validation"] as const).flatMap((name) => {
    const evaluation = metrics[name];
    return evaluation ? [{ name, evaluation }] : [];
  });
  const main = metrics.test ?? metrics.validation;
  const ruleText = ({ rule }: MetricRow) => {
    const decision = rule === "threshold" ? main?.atThreshold : main?.atHalf;
    if (rule === null || !decision) return null;
    if (decision.threshold === null) return t("mostProbable");
    return rule === "half" ? t("atHalf") : t("atThreshold", { threshold: figures.figure(decision.threshold) });
  };
  const count = figures.count(main ? sizeOf(main) : 0);
  return (
    <Card>
      <CardHeader
        title={t("resultsTitle")}
        description={t(metrics.test ? "resultsOn" : "resultsOnValidation", { count })}
      />
      {main?.auc === null && main.classes.length > 0 ? (
        <p className="mb-3 text-sm text-warning">{t("noResults")}</p>
      ) : null}
      <Table>
        <caption className="sr-only">{t("resultsTitle")}</caption>
        <thead>
          <tr>
            <TableHead>{t("measure")}</TableHead>
            {sets.map(({ name, evaluation }) => (
              <TableHead key={name}>
                {t(name)} (n = {figures.count(sizeOf(evaluation))})
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {metricRows
            .filter((row) => sets.some(({ evaluation }) => row.of(evaluation) !== null))
            .map((row) => (
              <TableRow key={row.key}>
                <th scope="row" className="px-3 py-2 text-left font-normal">
                  <Term explanation={metric(`${row.name}Help`)}>{metric(row.name)}</Term>{" "}
                  <span className="text-xs text-muted-foreground">{ruleText(row)}</span>
                </th>
                {sets.map(({ name, evaluation }) => {
                  const figure = row.of(evaluation);
                  return (
                    <TableCell key={name} className="tabular py-2 whitespace-nowrap">
                      {figure ? figures.interval(figure.value, figure.interval) : "–"}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
        </tbody>
      </Table>
      <p className="mt-3 text-xs text-muted-foreground">{t("intervals")}</p>
    </Card>
  );
}
