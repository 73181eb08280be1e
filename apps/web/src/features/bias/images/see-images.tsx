"use client";

import type { BiasReport } from "@diaphane/model/bias";
import { Button, Dialog, EmptyState, ErrorState, Skeleton } from "@diaphane/ui";
import { Images } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/features/shell/error-text.ts";
import { type ImagesSource, useReportFrame } from "../report-frame.tsx";
import { behindFigure, type ReportCases, type Subset } from "./behind-figure.ts";
import { CaseTiles } from "./case-tiles.tsx";
import { useReportCases } from "./use-report-cases.ts";

export interface SeeImagesProps {
  subset: Subset;
  /** How many images the figure counts. */
  n: number;
  /** What the images have in common, in words. */
  name: string;
}

/** Opens the images that a figure is about; nothing where the reader may not see any. */
export function SeeImages({ subset, n, name }: SeeImagesProps) {
  const t = useTranslations("bias.images");
  const common = useTranslations("common");
  const { report, images: source } = useReportFrame();
  const [isOpen, setIsOpen] = useState(false);
  if (!source || n === 0) return null;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button variant="ghost" size="small" aria-label={t("openOf", { count: n, name })} className="print:hidden">
          <Images aria-hidden />
          {t("open", { count: n })}
        </Button>
      }
      title={name}
      description={t("lead", { count: n })}
      closeLabel={common("close")}
      className="max-w-5xl"
    >
      {isOpen ? <ImagesBehind report={report} subset={subset} source={source} /> : null}
    </Dialog>
  );
}

interface ImagesBehindProps {
  report: BiasReport;
  subset: Subset;
  source: ImagesSource;
}

function ImagesBehind({ report, subset, source }: ImagesBehindProps) {
  const errorText = useErrorText();
  const { data: cases, error } = useReportCases(source, true);
  if (error) return <ErrorState title={errorText(error)} />;
  if (!cases) return <Skeleton className="h-64" />;
  return <CaseGrid report={report} subset={subset} source={source} cases={cases} />;
}

/** As many as a look takes in, and one request brings. */
const atOnce = 60;
const kinds = ["missed", "falseAlarm", "confused", "right"] as const;

function CaseGrid({ report, subset, source, cases }: ImagesBehindProps & { cases: ReportCases }) {
  const t = useTranslations("bias.images");
  const [parts, setParts] = useState(1);
  const shown = behindFigure(cases, report, subset);
  if (shown.length === 0) return <EmptyState title={t("gone")}>{t("goneText")}</EmptyState>;
  const counted = kinds
    .map((kind) => ({ kind, count: shown.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className="flex flex-col gap-3">
      <p className="tabular text-sm">{counted.map(({ kind, count }) => t(`kinds.${kind}`, { count })).join(" · ")}</p>
      {Array.from({ length: parts }, (_, part) => shown.slice(part * atOnce, (part + 1) * atOnce)).map((some) => (
        <CaseTiles key={some[0]?.place} source={source} cases={cases} classes={report.classes} shown={some} />
      ))}
      {parts * atOnce < shown.length ? (
        <Button variant="secondary" className="self-center" onClick={() => setParts(parts + 1)}>
          {t("more", { count: shown.length - parts * atOnce })}
        </Button>
      ) : null}
    </div>
  );
}
