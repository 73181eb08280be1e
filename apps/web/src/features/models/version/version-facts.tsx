"use client";

import { estimateModel, trainingConfig } from "@diaphane/model/config";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { useFigures } from "../figures/use-figures.ts";
import { FactCard } from "./fact-list.tsx";
import { ParentLink } from "./parent-link.tsx";

export interface VersionFactsProps {
  group: string;
  version: RouterOutputs["model"]["version"];
  codeVersion: string | null;
}

/** How large it is and where it comes from. */
export function VersionFacts({ group, version, codeVersion }: VersionFactsProps) {
  const t = useTranslations("models.version");
  const figures = useFigures();
  const { run, datasetVersion } = version;
  const config = trainingConfig.safeParse(version.config);
  const seconds = run?.startedAt && run.finishedAt ? (run.finishedAt.getTime() - run.startedAt.getTime()) / 1000 : null;
  const finished = new Intl.DateTimeFormat(figures.locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  const smallerCopies = (model: Parameters<typeof estimateModel>[0]) => {
    const { float16, int8 } = estimateModel(model).bundleSizeBytes;
    return [
      { name: t("inFloat16"), value: t("aboutBytes", { size: figures.bytes(float16) }) },
      { name: t("inInt8"), value: t("aboutBytes", { size: figures.bytes(int8) }) },
    ];
  };
  const data = (
    <Link
      href={`/g/${group}/data/${datasetVersion.dataset.id}`}
      className="text-primary underline-offset-4 hover:underline"
    >
      {t("datasetValue", { name: datasetVersion.dataset.name, number: datasetVersion.number })}
    </Link>
  );
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <FactCard
        title={t("sizes")}
        facts={[
          { name: t("parameters"), value: figures.count(version.parameterCount) },
          { name: t("multiplyAdds"), value: figures.compact(version.multiplyAdds) },
          { name: t("bundle"), value: figures.bytes(version.bundleSizeBytes) },
          ...(config.success
            ? [
                ...smallerCopies(config.data.model),
                {
                  name: t("input"),
                  value: t("inputValue", { size: config.data.model.inputSize, channels: config.data.model.channels }),
                },
                { name: t("latents"), value: figures.count(config.data.model.latentDim) },
              ]
            : []),
        ]}
      />
      <FactCard
        title={t("provenance")}
        facts={[
          { name: t("dataset"), value: data },
          ...(version.parent
            ? [{ name: t("parent"), value: <ParentLink group={group} parent={version.parent} /> }]
            : []),
          { name: t("dataHash"), value: version.dataHash, isCode: true },
          { name: t("bundleHash"), value: version.bundleHash, isCode: true },
          { name: t("weightsHash"), value: version.weightsSha256, isCode: true },
          { name: t("engine"), value: run?.engine ?? "–" },
          ...(codeVersion === null ? [] : [{ name: t("code"), value: codeVersion }]),
          { name: t("seed"), value: run?.seed ?? "–" },
          { name: t("trainedOn"), value: `${finished.format(version.createdAt)} UTC` },
          { name: t("time"), value: seconds === null ? "–" : figures.duration(seconds) },
        ]}
      />
    </div>
  );
}
