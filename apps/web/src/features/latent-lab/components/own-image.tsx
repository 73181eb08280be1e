"use client";

import { cn } from "@diaphane/ui";
import { ImageUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import type { ImageBytes } from "../images/picture.ts";
import { ImageFileError, type ImageFileErrorCode, readImageFile } from "../images/read-image-file.ts";
import type { ImageSource } from "../state/lab-state.ts";

export interface OwnImageProps {
  /** The image asked for: what is said of a refused file goes when another is picked. */
  source: ImageSource | null;
  /** What else takes a dropped file: the whole lab. */
  children: (parts: { button: ReactNode; notice: ReactNode }) => ReactNode;
  onImage: (name: string, image: ImageBytes) => void;
}

interface Refusal {
  readonly code: ImageFileErrorCode;
  readonly name: string;
  readonly during: ImageSource | null;
}

/** Takes the visitor's own picture, by dropping it anywhere on the lab or by choosing a file. It never leaves the page. */
export function OwnImage({ source, children, onImage }: OwnImageProps) {
  const t = useTranslations("lab.own");
  const [isOver, setIsOver] = useState(false);
  const [reading, setReading] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function take(file: File | undefined) {
    if (!file) return;
    setRefusal(null);
    setReading(file.name);
    try {
      onImage(file.name, await readImageFile(file));
    } catch (error) {
      const code = error instanceof ImageFileError ? error.code : "unreadable";
      setRefusal({ code, name: file.name, during: source });
    }
    setReading(null);
  }

  function onDragOver(event: DragEvent) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setIsOver(true);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  }

  const notice = (
    <>
      <p role="status" className="text-sm break-words text-muted-foreground empty:sr-only">
        {reading === null ? null : t("reading", { name: reading })}
      </p>
      {refusal && refusal.during === source ? (
        <p role="alert" className="rounded-lg bg-danger-surface px-3 py-2 text-sm break-words">
          {t(refusal.code, { name: refusal.name })}
        </p>
      ) : null}
    </>
  );
  return (
    <section
      aria-label={t("region")}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      className={cn("rounded-xl", isOver && "outline-2 outline-offset-4 outline-primary outline-dashed")}
    >
      {children({ button: <OwnImageButton onFile={take} />, notice })}
    </section>
  );
}

function OwnImageButton({ onFile }: { onFile: (file: File | undefined) => void }) {
  const t = useTranslations("lab.own");
  const id = useId();
  return (
    <div className="flex w-44 shrink-0 flex-col gap-1">
      <label
        htmlFor={id}
        className="flex h-16 cursor-pointer items-center gap-2 rounded-md border border-dashed border-input px-3 text-[0.8125rem] leading-tight hover:bg-muted has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
      >
        <ImageUp aria-hidden className="size-5 shrink-0 text-primary" />
        {t("button")}
        <input
          id={id}
          type="file"
          accept="image/png,image/jpeg"
          className="sr-only"
          data-testid="lab-own-image"
          aria-describedby={`${id}-stays`}
          onChange={(event) => {
            onFile(event.currentTarget.files?.[0]);
            // The same file can be chosen again.
            event.currentTarget.value = "";
          }}
        />
      </label>
      <span id={`${id}-stays`} className="text-[0.6875rem] text-muted-foreground">
        {t("stays")}
      </span>
    </div>
  );
}
