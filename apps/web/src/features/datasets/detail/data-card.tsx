"use client";

import { Button, Card, CardHeader, Term, useToast } from "@diaphane/ui";
import { Copy } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

export interface DataCardProps {
  description: string;
  /** Name of the imported file; null when not imported from one. */
  fileName: string | null;
  isSynthetic: boolean;
  imageCount: number;
  height: number;
  width: number;
  channels: number;
  classes: string[];
  maskClasses: string[];
  boxClasses: string[];
  subjects: number | null;
  subjectsInSeveralSplits: number;
  importedAt: Date;
  contentHash: string;
}

/** What the data are and where they come from, in one place to quote. */
export function DataCard(props: DataCardProps) {
  const t = useTranslations("datasets.card");
  const format = useFormatter();
  const toast = useToast();
  const size = { width: props.width, height: props.height };

  async function copyHash() {
    await navigator.clipboard.writeText(props.contentHash);
    toast({ title: t("copied") });
  }

  return (
    <Card>
      <CardHeader title={t("title")} />
      <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-[auto_1fr]">
        <Row name={t("description")}>
          <p className="max-w-prose whitespace-pre-line">{props.description || t("noDescription")}</p>
        </Row>
        <Row name={t("source")}>
          {props.isSynthetic
            ? t("sourcePhantom")
            : props.fileName
              ? t("sourceFile", { file: props.fileName })
              : t("sourceUnknown")}
        </Row>
        <Row name={t("images")}>
          <span className="tabular">{format.number(props.imageCount)}</span>
        </Row>
        <Row name={t("imageSize")}>{t(props.channels === 3 ? "colour" : "grey", size)}</Row>
        <Row name={t("classes")}>
          {props.classes.length > 0 ? format.list(props.classes, { type: "unit" }) : t("noLabels")}
        </Row>
        {props.maskClasses.length > 0 ? (
          <Row name={t("masks")}>{format.list(props.maskClasses.slice(1), { type: "unit" })}</Row>
        ) : null}
        {props.boxClasses.length > 0 ? (
          <Row name={t("boxes")}>{format.list(props.boxClasses, { type: "unit" })}</Row>
        ) : null}
        <Row name={t("subjects")}>
          {props.subjects === null ? t("subjectsUnknown") : format.number(props.subjects)}
          {props.subjects === null ? null : props.subjectsInSeveralSplits > 0 ? (
            <span className="block text-warning">{t("subjectsShared", { count: props.subjectsInSeveralSplits })}</span>
          ) : (
            ` · ${t("subjectsKnown")}`
          )}
        </Row>
        <Row name={t("imported")}>{format.dateTime(props.importedAt, { dateStyle: "long", timeStyle: "short" })}</Row>
        <Row name={<Term explanation={t("hashExplained")}>{t("hash")}</Term>}>
          <span className="flex flex-wrap items-center gap-2">
            <code className="break-all text-[0.8125rem]">{props.contentHash}</code>
            <Button variant="ghost" size="small" onClick={() => void copyHash()}>
              <Copy aria-hidden />
              {t("copy")}
            </Button>
          </span>
        </Row>
      </dl>
    </Card>
  );
}

function Row({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
