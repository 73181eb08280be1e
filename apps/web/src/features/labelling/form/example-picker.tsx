"use client";

import type { TaskExample } from "@diaphane/core/schemas";
import { Button, cn, Dialog, Input } from "@diaphane/ui";
import { ChevronLeft, ChevronRight, ImagePlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LabelImage } from "../page/label-image.tsx";

export interface ExamplePickerProps {
  version: { id: string; imageCount: number; height: number; width: number; channels: number };
  examples: readonly TaskExample[];
  onChange(examples: readonly TaskExample[]): void;
}

const perPage = 24;
const mostExamples = 24;

/** Pictures of the data set for the guidelines, each with words of one's own. */
export function ExamplePicker({ version, examples, onChange }: ExamplePickerProps) {
  const t = useTranslations("labelling.form");
  const common = useTranslations("common");
  const [page, setPage] = useState(0);
  const pages = Math.ceil(version.imageCount / perPage);
  const shown = Array.from(
    { length: Math.min(perPage, version.imageCount - page * perPage) },
    (_, i) => page * perPage + i,
  );
  const isPicked = (index: number) => examples.some(({ sampleIndex }) => sampleIndex === index);
  const remove = (index: number) => onChange(examples.filter(({ sampleIndex }) => sampleIndex !== index));
  const toggle = (index: number) => {
    if (isPicked(index)) remove(index);
    else if (examples.length < mostExamples) onChange([...examples, { sampleIndex: index, caption: "" }]);
  };
  return (
    <div className="flex flex-col gap-3">
      {examples.length > 0 ? (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {examples.map(({ sampleIndex, caption }) => (
            <li key={sampleIndex} className="relative flex flex-col gap-1.5">
              <LabelImage versionId={version.id} shape={version} sampleIndex={sampleIndex} nearby={[]} />
              <Input
                aria-label={t("caption", { index: sampleIndex })}
                placeholder={t("captionHint")}
                value={caption}
                maxLength={300}
                onChange={(event) =>
                  onChange(
                    examples.map((one) =>
                      one.sampleIndex === sampleIndex ? { ...one, caption: event.target.value } : one,
                    ),
                  )
                }
              />
              <Button
                variant="secondary"
                size="icon"
                className="absolute top-1 right-1"
                aria-label={t("removeExample", { index: sampleIndex })}
                onClick={() => remove(sampleIndex)}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Dialog
        title={t("pickTitle")}
        closeLabel={common("close")}
        className="max-w-3xl"
        trigger={
          <Button variant="secondary" size="small" className="self-start">
            <ImagePlus aria-hidden />
            {t("pick")}
          </Button>
        }
        footer={
          <>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("earlier")}
              disabled={page === 0}
              onClick={() => setPage(page - 1)}
            >
              <ChevronLeft aria-hidden />
            </Button>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("later")}
              disabled={page + 1 >= pages}
              onClick={() => setPage(page + 1)}
            >
              <ChevronRight aria-hidden />
            </Button>
          </>
        }
      >
        <div className="grid grid-cols-4 gap-2 sm:grid-cols-6">
          {shown.map((index) => (
            <button
              key={index}
              type="button"
              aria-pressed={isPicked(index)}
              onClick={() => toggle(index)}
              className={cn("cursor-pointer rounded-lg p-0.5", isPicked(index) && "ring-2 ring-primary")}
            >
              <LabelImage versionId={version.id} shape={version} sampleIndex={index} nearby={[]} />
            </button>
          ))}
        </div>
      </Dialog>
    </div>
  );
}
