"use client";

import { Button, cn } from "@diaphane/ui";
import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useRef, useState } from "react";
import { useAmounts } from "../use-amounts.ts";
import { acceptedExtensions } from "./file-rules.ts";

export interface DropZoneProps {
  maxBytes: number;
  onFile(file: File): void;
}

/** Takes one file, dropped or chosen. The button opens the browser's own dialogue, so it works by keyboard and touch. */
export function DropZone({ maxBytes, onFile }: DropZoneProps) {
  const t = useTranslations("datasets.import");
  const amounts = useAmounts();
  const input = useRef<HTMLInputElement>(null);
  const formatsId = useId();
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  }

  return (
    <section
      aria-label={t("fromFile")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "flex flex-col items-center gap-3 rounded-xl border-2 border-dashed border-input bg-card px-6 py-12 text-center",
        over && "border-primary bg-accent",
      )}
    >
      <FileUp aria-hidden className="size-8 text-primary" />
      <p className="text-lg font-semibold">{t("dropTitle")}</p>
      <p className="text-sm text-muted-foreground">{t("dropOr")}</p>
      <Button onClick={() => input.current?.click()} aria-describedby={formatsId}>
        {t("choose")}
      </Button>
      <input
        ref={input}
        type="file"
        accept={acceptedExtensions.join(",")}
        hidden
        data-testid="file-input"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // So that choosing the same file once more counts as a change.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <p id={formatsId} className="text-sm text-muted-foreground">
        {t("formats", { size: amounts.bytes(maxBytes) })}
      </p>
      <details className="max-w-prose text-sm text-muted-foreground">
        <summary className="cursor-pointer">{t("formatSummary")}</summary>
        <p className="mt-2 text-left">{t("formatDetail")}</p>
      </details>
    </section>
  );
}
