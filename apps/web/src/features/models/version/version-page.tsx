import { Badge, Button, cn } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { ReconstructionStrip } from "@/features/training/run/reconstruction-strip.tsx";
import type { RunSnapshot } from "@/features/training/run/use-run-progress.ts";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { readMetrics } from "../read-metrics.ts";
import { ImageResults, type ImageResultsProps } from "../results/image-results.tsx";
import { Caveats } from "./caveats.tsx";
import { ConfusionCard } from "./confusion-card.tsx";
import { Downloads } from "./downloads.tsx";
import { HowTrained } from "./how-trained.tsx";
import { MetricsTable } from "./metrics-table.tsx";
import { ReleaseBadge } from "./release-badge.tsx";
import { RocCard } from "./roc-card.tsx";
import { SetMetricsCard } from "./set-metrics-card.tsx";
import { VersionFacts } from "./version-facts.tsx";

export interface VersionPageProps {
  group: string;
  version: RouterOutputs["model"]["version"];
  /** The training that made it, when it is still known. */
  snapshot: RunSnapshot | null;
  canTrain: boolean;
  /** Images to show masks and boxes on; null for a model that has none, or without test images. */
  results: ImageResultsProps | null;
}

/** A confusion matrix of more needs the whole width of the page. */
const classesSideBySide = 3;

/** All there is to know of one version before one uses it. */
export function VersionPage({ group, version, snapshot, canTrain, results }: VersionPageProps) {
  const t = useTranslations("models.version");
  const pretraining = useTranslations("training.pretraining");
  const metrics = readMetrics(version.metrics);
  const scored = metrics?.test ?? metrics?.validation ?? null;
  const { dataset, classes } = version.datasetVersion;
  const isPretrained = metrics?.sets !== undefined;
  const self = `/g/${group}/models/${version.model.id}/versions/${version.number}`;
  return (
    <PageFrame
      title={<span className="break-words">{t("title", { name: version.model.name, number: version.number })}</span>}
      description={t("lead", { size: version.size, data: dataset.name, classes: classes.length })}
      actions={
        isPretrained ? null : (
          <>
            <Button variant="secondary" render={<Link href={`${self}/latents`} />}>
              {t("openLatents")}
            </Button>
            <Button render={<Link href={`${self}/lab`} />}>{t("openLab")}</Button>
          </>
        )
      }
    >
      <div className="-mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <ReleaseBadge state={version.state} />
        {dataset.isSynthetic ? <Badge tone="warning">{t("synthetic")}</Badge> : null}
        {isPretrained ? <Badge title={pretraining("badgeExplained")}>{pretraining("badge")}</Badge> : null}
        {snapshot ? (
          <Link
            href={`/g/${group}/models/runs/${snapshot.run.id}`}
            className="text-primary underline-offset-4 hover:underline"
          >
            {t("showRun")}
          </Link>
        ) : null}
        {snapshot && canTrain && !isPretrained ? (
          <Link
            href={`/g/${group}/models/new?run=${snapshot.run.id}`}
            className="text-primary underline-offset-4 hover:underline"
          >
            {t("trainAgain")}
          </Link>
        ) : null}
      </div>
      {snapshot ? <LastReconstructions snapshot={snapshot} /> : null}
      {metrics ? <MetricsTable metrics={metrics} /> : null}
      {metrics?.sets ? <SetMetricsCard sets={metrics.sets} /> : null}
      {scored && !isPretrained ? (
        <div className={cn("grid items-start gap-5", classes.length <= classesSideBySide && "lg:grid-cols-2")}>
          <RocCard evaluation={scored} />
          <ConfusionCard evaluation={scored} />
        </div>
      ) : null}
      {results ? <ImageResults {...results} /> : null}
      <Caveats metrics={metrics} isSynthetic={dataset.isSynthetic} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <HowTrained config={version.config} seed={version.run?.seed ?? null} />
        <VersionFacts group={group} version={version} codeVersion={snapshot?.run.codeVersion ?? null} />
      </div>
      <Downloads versionId={version.id} />
    </PageFrame>
  );
}

/** The newest strip that the training drew. */
function LastReconstructions({ snapshot }: { snapshot: RunSnapshot }) {
  const t = useTranslations("models.version");
  const run = useTranslations("training.run");
  const frame = snapshot.progress.frames.findLast((candidate) => candidate.reconstructions !== null);
  if (!frame?.reconstructions) return null;
  const { sha256, count } = frame.reconstructions;
  return (
    <section aria-labelledby="strip-title">
      <h2 id="strip-title" className="sr-only">
        {t("reconstructions")}
      </h2>
      <ReconstructionStrip
        src={`/api/runs/${snapshot.run.id}/reconstructions/${sha256}`}
        count={count}
        alt={run("reconstructionsAlt", { count, epoch: frame.epoch })}
      />
      <p className="mt-1.5 text-[0.8125rem] text-muted-foreground">{t("reconstructionsHelp")}</p>
    </section>
  );
}
