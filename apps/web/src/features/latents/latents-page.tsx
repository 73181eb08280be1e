import { Button, Tabs } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { AtlasView } from "./atlas/atlas-view.tsx";
import { ChecksView } from "./checks/checks-view.tsx";
import type { TraversalLab } from "./directions/direction-traversal.tsx";
import { DirectionsView } from "./directions/directions-view.tsx";
import { MapView } from "./map/map-view.tsx";

export interface LatentsPageProps {
  group: string;
  version: RouterOutputs["model"]["version"];
  /** Which view is open at first, by its value below. */
  tab: string | null;
  /** The model as a browser runs it, and images to draw directions on. */
  lab: TraversalLab;
  canAnalyse: boolean;
  canName: boolean;
}

/** The latent space of a version, to read: what each latent does, and where the images lie. */
export function LatentsPage({ group, version, tab, lab, canAnalyse, canName }: LatentsPageProps) {
  const t = useTranslations("latents");
  const self = `/g/${group}/models/${version.model.id}/versions/${version.number}`;
  const { id: modelVersionId, datasetVersion } = version;
  const { id, height, width, channels } = datasetVersion;
  const data = { versionId: id, shape: { height, width, channels } };
  return (
    <PageFrame
      title={t("title")}
      description={t("lead", { name: version.model.name, number: version.number })}
      actions={
        <>
          <Button variant="secondary" render={<Link href={self} />}>
            {t("toVersion")}
          </Button>
          <Button render={<Link href={`${self}/lab`} />}>{t("openLab")}</Button>
        </>
      }
    >
      <Tabs
        aria-label={t("title")}
        {...(tab === null ? {} : { defaultValue: tab })}
        items={[
          {
            value: "atlas",
            label: t("atlas.title"),
            content: <AtlasView modelVersionId={modelVersionId} canAnalyse={canAnalyse} canName={canName} />,
          },
          {
            value: "map",
            label: t("map.title"),
            content: <MapView modelVersionId={modelVersionId} data={data} canAnalyse={canAnalyse} />,
          },
          {
            value: "directions",
            label: t("directions.title"),
            content: (
              <DirectionsView
                group={group}
                modelVersionId={modelVersionId}
                datasetVersionId={id}
                classes={datasetVersion.classes}
                lab={lab}
                canAnalyse={canAnalyse}
              />
            ),
          },
          {
            value: "checks",
            label: t("checks.title"),
            content: <ChecksView modelVersionId={modelVersionId} canAnalyse={canAnalyse} />,
          },
        ]}
      />
    </PageFrame>
  );
}
