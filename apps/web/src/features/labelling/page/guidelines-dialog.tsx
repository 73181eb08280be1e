"use client";

import type { TaskClass, TaskExample } from "@diaphane/core/schemas";
import { Dialog } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { ImageShape } from "@/features/datasets/grid/image-pixels.ts";
import { LabelImage } from "./label-image.tsx";

export interface GuidelinesDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  guidelines: string;
  classes: readonly TaskClass[];
  examples: readonly TaskExample[];
  versionId: string;
  shape: ImageShape;
}

/** How to label, in the words of whoever made the task, with pictures of the data set. */
export function GuidelinesDialog(props: GuidelinesDialogProps) {
  const t = useTranslations("labelling.guidelines");
  const common = useTranslations("common");
  const described = props.classes.filter(({ description }) => description !== "");
  const isEmpty = props.guidelines === "" && props.examples.length === 0 && described.length === 0;
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t("title")}
      closeLabel={common("close")}
      className="max-w-2xl"
    >
      {isEmpty ? <p className="text-sm text-muted-foreground">{t("none")}</p> : null}
      {props.guidelines ? <p className="text-sm break-words whitespace-pre-line">{props.guidelines}</p> : null}
      {described.length > 0 ? (
        <dl className="flex flex-col gap-2 text-sm">
          {described.map(({ name, description }) => (
            <div key={name}>
              <dt className="font-medium">{name}</dt>
              <dd className="text-muted-foreground">{description}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {props.examples.length > 0 ? (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {props.examples.map(({ sampleIndex, caption }) => (
            <li key={sampleIndex} className="flex flex-col gap-1 text-xs">
              <LabelImage versionId={props.versionId} shape={props.shape} sampleIndex={sampleIndex} nearby={[]} />
              {caption}
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}
