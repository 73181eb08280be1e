"use client";

import { Button, Card, Field, Input, Textarea } from "@diaphane/ui";
import { FileArchive } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { suggestedName } from "../upload/file-rules.ts";
import { useAmounts } from "../use-amounts.ts";

export interface FileFormProps {
  file: File;
  isBusy: boolean;
  problem: ReactNode;
  onSubmit(name: string, description: string): void;
  onOther(): void;
}

/** Name and description of what is about to be uploaded. */
export function FileForm({ file, isBusy, problem, onSubmit, onOther }: FileFormProps) {
  const t = useTranslations("datasets.import");
  const amounts = useAmounts();
  const [name, setName] = useState(() => suggestedName(file.name));
  const [description, setDescription] = useState("");
  const [tried, setTried] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (name.trim()) onSubmit(name.trim(), description.trim());
  }

  return (
    <Card>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center gap-3">
          <FileArchive aria-hidden className="size-6 shrink-0 text-primary" />
          <p className="min-w-0 flex-1 text-sm font-medium break-all">
            {file.name} <span className="tabular font-normal text-muted-foreground">{amounts.bytes(file.size)}</span>
          </p>
          <Button variant="ghost" size="small" onClick={onOther} disabled={isBusy}>
            {t("chooseAnother")}
          </Button>
        </div>
        <Field label={t("name")} help={t("nameHelp")} error={tried && !name.trim() ? t("nameRequired") : null}>
          {(control) => (
            <Input {...control} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label={t("description")} help={t("descriptionHelp")} aside={t("optional")}>
          {(control) => (
            <Textarea
              {...control}
              maxLength={4000}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
        {problem}
        <p className="text-sm text-muted-foreground">{t("noPatientNames")}</p>
        <Button type="submit" isBusy={isBusy} className="self-start">
          {t("start")}
        </Button>
      </form>
    </Card>
  );
}
