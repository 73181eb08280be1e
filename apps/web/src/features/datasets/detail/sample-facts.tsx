import { Skeleton, Term } from "@diaphane/ui";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SplitName } from "../filters/filter-url.ts";

export interface SampleFactsProps {
  split: SplitName;
  labelName: string;
  /** Null while they are on their way. */
  details: { subject: string | null; attributes: Record<string, string | number | null> } | null;
}

/** What is known of one image. */
export function SampleFacts({ split, labelName, details }: SampleFactsProps) {
  const t = useTranslations("datasets");
  const format = useFormatter();
  const attributes = Object.entries(details?.attributes ?? {});
  function written(value: string | number | null): ReactNode {
    if (value === null || value === "")
      return <span className="text-image-surround-foreground/70">{t("sample.missing")}</span>;
    return typeof value === "number" ? format.number(value, { maximumSignificantDigits: 4 }) : value;
  }
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
      <Fact name={t("sample.label")}>{labelName}</Fact>
      <Fact name={t("sample.split")}>{t(`split.${split}`)}</Fact>
      <Fact name={<Term explanation={t("sample.subjectExplained")}>{t("sample.subject")}</Term>}>
        {details ? (details.subject ?? t("sample.noSubject")) : <Skeleton className="h-4 w-20" />}
      </Fact>
      {attributes.map(([name, value]) => (
        <Fact key={name} name={name}>
          {written(value)}
        </Fact>
      ))}
      {details && attributes.length === 0 ? (
        <p className="col-span-2 text-image-surround-foreground/70">{t("sample.noAttributes")}</p>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-image-surround-foreground/70">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
