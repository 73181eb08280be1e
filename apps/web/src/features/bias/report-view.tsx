import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { CalibrationByGroup } from "./calibration-by-group.tsx";
import { DenseGroups } from "./dense-groups.tsx";
import { FigureCard } from "./figure-card.tsx";
import { type FigureKind, figureAnchor } from "./figures.ts";
import { Findings } from "./findings.tsx";
import { GapTable } from "./gap-table.tsx";
import { GroupChart } from "./group-chart.tsx";
import { wholeFigures } from "./group-figures.ts";
import { Intersections } from "./intersections.tsx";
import { RelianceAndEncoding } from "./reliance-and-encoding.tsx";
import { type ReportFrame, ReportFrameProvider } from "./report-frame.tsx";
import { RocByGroup } from "./roc-by-group.tsx";
import { SliceList } from "./slice-list.tsx";

/** What a report says: first in words, then in charts, at the end what was not measured. */
export function ReportView(frame: ReportFrame) {
  const { report } = frame;
  const t = useTranslations("bias.report");
  const metrics = useTranslations("bias.metrics");
  const figures = useFigures();
  const { labelled, subjects } = report;
  return (
    <ReportFrameProvider frame={frame}>
      <div className="flex flex-col gap-5">
        <Findings report={report} />
        <FigureCard figure={{ kind: "overall" }} title={t("overall", { labelled, subjects })}>
          <dl className="tabular grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-sm">
            {wholeFigures.map((name) => {
              const estimate = report.overall[name];
              return (
                <div key={name} className="contents">
                  <dt className="text-muted-foreground">{metrics(name)}</dt>
                  <dd>{estimate ? figures.interval(estimate.value, estimate.interval) : t("notEnough")}</dd>
                </div>
              );
            })}
          </dl>
        </FigureCard>
        <KindAnchor kind="groups" />
        {report.performance.map((grouping) => (
          <GroupChart key={grouping.attributes.join()} grouping={grouping} />
        ))}
        <DenseGroups segmentation={report.segmentation} detection={report.detection} />
        <RelianceAndEncoding use={report.use} />
        <GapTable groupings={[report.performance, report.segmentation ?? [], report.detection ?? []].flat()} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <KindAnchor kind="calibration" />
          {report.performance.map((grouping) => (
            <CalibrationByGroup key={grouping.attributes.join()} grouping={grouping} />
          ))}
          <KindAnchor kind="roc" />
          {report.performance.map((grouping) => (
            <RocByGroup key={grouping.attributes.join()} grouping={grouping} />
          ))}
        </div>
        <Intersections groupings={report.intersections} />
        <SliceList slices={report.slices} />
        <FigureCard figure={{ kind: "notMeasured" }} title={t("notMeasured")}>
          <p className="text-sm">{t("notMeasuredText", { fewest: report.settings.fewestCases })}</p>
        </FigureCard>
      </div>
    </ReportFrameProvider>
  );
}

/** Where figures of a kind begin that there is one of for each attribute. */
function KindAnchor({ kind }: { kind: FigureKind }) {
  return <span id={figureAnchor({ kind })} className="absolute scroll-mt-20" />;
}
