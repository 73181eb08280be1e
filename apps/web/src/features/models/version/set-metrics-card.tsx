import { Card, CardHeader, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "../figures/use-figures.ts";
import type { ModelMetrics } from "../read-metrics.ts";

/** What a pre-trained model makes of each of its data sets: each is a question of its own. */
export function SetMetricsCard({ sets }: { sets: NonNullable<ModelMetrics["sets"]> }) {
  const t = useTranslations("models.version");
  const metric = useTranslations("models.metric");
  const figures = useFigures();
  return (
    <Card className="min-w-0">
      <CardHeader title={t("setsTitle")} description={t("setsHelp")} />
      <Table>
        <caption className="sr-only">{t("setsTitle")}</caption>
        <thead>
          <tr>
            <TableHead>{t("setName")}</TableHead>
            <TableHead>n</TableHead>
            <TableHead>{metric("auc")}</TableHead>
            <TableHead>{metric("psnr")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {sets.map(({ name, test, validation }) => {
            const scored = test ?? validation;
            return (
              <TableRow key={name}>
                <th scope="row" className="px-3 py-2 text-left font-normal">
                  {name}
                </th>
                <TableCell className="tabular py-2">{scored ? figures.count(scored.count) : "–"}</TableCell>
                <TableCell className="tabular py-2 whitespace-nowrap">
                  {scored?.auc ? figures.interval(scored.auc.value, scored.auc.interval) : "–"}
                </TableCell>
                <TableCell className="tabular py-2 whitespace-nowrap">
                  {scored ? figures.interval(scored.psnr.value, scored.psnr.interval) : "–"}
                </TableCell>
              </TableRow>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}
