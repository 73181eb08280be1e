"use client";

import { Button } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAmounts } from "../use-amounts.ts";
import { forgetUpload, type InterruptedUpload, interruptedUploads } from "./interrupted-uploads.ts";

/** Reminds of uploads that this browser began and did not finish. */
export function InterruptedUploads({ group }: { group: string }) {
  const t = useTranslations("datasets.upload");
  const amounts = useAmounts();
  const [uploads, setUploads] = useState<InterruptedUpload[]>([]);
  useEffect(() => {
    void interruptedUploads(group).then(setUploads);
  }, [group]);

  async function forget(upload: InterruptedUpload) {
    setUploads((others) => others.filter((other) => other !== upload));
    await forgetUpload(upload);
  }

  return uploads.map((upload) => (
    <div
      key={upload.key}
      role="status"
      className="flex flex-wrap items-center gap-3 rounded-xl bg-warning-surface p-4 text-sm"
    >
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{t("interruptedTitle")}</p>
        <p className="break-words">
          {t("interruptedText", { file: upload.fileName, size: amounts.bytes(upload.sizeBytes) })}
        </p>
      </div>
      <Button variant="secondary" size="small" onClick={() => void forget(upload)}>
        {t("forget")}
      </Button>
    </div>
  ));
}
