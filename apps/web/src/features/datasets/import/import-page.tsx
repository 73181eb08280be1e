"use client";

import { ErrorState, Segmented } from "@diaphane/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";
import { useAddress } from "../filters/use-address.ts";
import { DropZone } from "../upload/drop-zone.tsx";
import { fileProblem } from "../upload/file-rules.ts";
import { InterruptedUploads } from "../upload/interrupted-upload.tsx";
import { UploadProgress } from "../upload/upload-progress.tsx";
import { useUpload } from "../upload/use-upload.ts";
import { useAmounts } from "../use-amounts.ts";
import { FileForm } from "./file-form.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { PhantomForm } from "./phantom-form.tsx";

export interface ImportPageProps {
  /** The group's slug. */
  group: string;
  maxBytes: number;
}

/** From a file (or the phantom generator) to a running import; which import is shown is in the address. */
export function ImportPage({ group, maxBytes }: ImportPageProps) {
  const { parameters, set } = useAddress();
  const importId = parameters.get("import");
  if (importId) return <ImportProgress group={group} importId={importId} onAnother={() => set("import", null)} />;
  return <NewImport group={group} maxBytes={maxBytes} onStarted={(id) => set("import", id)} />;
}

function NewImport({ group, maxBytes, onStarted }: ImportPageProps & { onStarted(importId: string): void }) {
  const t = useTranslations("datasets");
  const trpc = useTRPC();
  const amounts = useAmounts();
  const errorText = useErrorText();
  const [kind, setKind] = useState<"file" | "phantom">("file");
  const [file, setFile] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const named = useRef({ name: "", description: "" });
  const uploaded = useRef<string | null>(null);
  const start = useMutation(trpc.import.start.mutationOptions({ onSuccess: ({ importId }) => onStarted(importId) }));

  const upload = useUpload(group, (uploadId) => {
    uploaded.current = uploadId;
    upload.reset();
    start.mutate({ group, ...named.current, source: { kind: "upload", uploadId } });
  });

  function choose(chosen: File) {
    const problem = fileProblem(chosen, maxBytes);
    setRefusal(problem && t(`upload.problem.${problem}`, { file: chosen.name, size: amounts.bytes(maxBytes) }));
    setFile(problem ? null : chosen);
    uploaded.current = null;
    start.reset();
  }

  function submitFile(chosen: File, name: string, description: string) {
    named.current = { name, description };
    // The file may be here already: only the name was refused.
    if (uploaded.current)
      start.mutate({ group, name, description, source: { kind: "upload", uploadId: uploaded.current } });
    else void upload.start(chosen);
  }

  const problem = start.isError ? <ErrorState title={errorText(start.error)} /> : null;
  if (upload.state && upload.file) {
    const again = upload.file;
    const resume = upload.state.status === "failed" ? () => void upload.start(again) : upload.resume;
    return (
      <UploadProgress
        fileName={upload.file.name}
        state={upload.state}
        onPause={upload.pause}
        onResume={resume}
        onCancel={() => void upload.cancel()}
      />
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <Segmented
        aria-label={t("import.source")}
        value={kind}
        onValueChange={(value) => {
          setKind(value);
          start.reset();
        }}
        options={[
          { value: "file", label: t("import.fromFile") },
          { value: "phantom", label: t("import.fromPhantom") },
        ]}
      />
      {kind === "phantom" ? (
        <PhantomForm
          isBusy={start.isPending}
          problem={problem}
          onSubmit={(name, { count, size, seed, options }) =>
            start.mutate({ group, name, source: { kind: "phantom", count, size, seed, options } })
          }
        />
      ) : file ? (
        <FileForm
          key={`${file.name}|${file.lastModified}`}
          file={file}
          isBusy={start.isPending}
          problem={problem}
          onSubmit={(name, description) => submitFile(file, name, description)}
          onOther={() => setFile(null)}
        />
      ) : (
        <>
          <InterruptedUploads group={group} />
          {refusal ? <ErrorState title={refusal} /> : null}
          <DropZone maxBytes={maxBytes} onFile={choose} />
        </>
      )}
    </div>
  );
}
