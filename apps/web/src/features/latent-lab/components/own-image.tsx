"use client";

import { cn } from "@diaphane/ui";
import { ImageUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import type { ImageBytes } from "../images/picture.ts";
import { ImageFileError, type ImageFileErrorCode, readImageFile } from "../images/read-image-file.ts";

export interface OwnImageProps {
  /** What else takes a dropped file: the whole lab. */
  children: (button: ReactNode) => ReactNode;
  onImage: (name: string, image: ImageBytes) => void;
}

interface Refusal {
  readonly code: ImageFileErrorCode;
  readonly name: string;
}

/** Takes the visitor's own picture, by dropping it anywhere on the lab or by choosing a file. It never leaves the page. */
export function OwnImage({ children, onImage }: OwnImageProps) {
  const t = useTranslations("lab.own");
  const [isOver, setIsOver] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function take(file: File | undefined) {
    if (!file) return;
    try {
      onImage(file.name, await readImageFile(file));
      setRefusal(null);
    } catch (error) {
      setRefusal({ code: error instanceof ImageFileError ? error.code : "unreadable", name: file.name });
    }
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

  return (
    <section
      aria-label={t("region")}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      className={cn("rounded-xl", isOver && "outline-2 outline-offset-4 outline-primary outline-dashed")}
    >
      {children(<OwnImageButton onFile={take} />)}
      {refusal ? (
        <p role="alert" className="mt-2 rounded-lg bg-danger-surface px-3 py-2 text-sm">
          {t(refusal.code, { name: refusal.name })}
        </p>
      ) : null}
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
