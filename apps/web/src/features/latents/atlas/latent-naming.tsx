"use client";

import { Button, Dialog, ErrorState, Field, Input, Textarea } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";
import type { LatentNamed } from "./latent-title.ts";

interface LatentNamingProps {
  modelVersionId: string;
  latent: number;
  named: LatentNamed | undefined;
}

/** Names a latent and says what it means; the name goes with the model. */
export function LatentNaming({ modelVersionId, latent, named }: LatentNamingProps) {
  const t = useTranslations("latents.naming");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const save = useMutation(
    trpc.latent.name.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: trpc.latent.names.queryKey({ modelVersionId }) });
        setIsOpen(false);
      },
    }),
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button variant="secondary" size="small" aria-label={t("open", { what: t(named ? "change" : "give"), latent })}>
          {t(named ? "change" : "give")}
        </Button>
      }
      title={t("title", { latent })}
      description={t("help")}
      closeLabel={t("close")}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const text = (name: string) => String(form.get(name) ?? "");
          save.mutate({ modelVersionId, latent, name: text("name").trim(), meaning: text("meaning") });
        }}
      >
        <Field label={t("name")} help={t("nameHelp")}>
          {(control) => <Input {...control} name="name" defaultValue={named?.name ?? ""} maxLength={100} />}
        </Field>
        <Field label={t("meaning")} help={t("meaningHelp")}>
          {(control) => <Textarea {...control} name="meaning" defaultValue={named?.meaning ?? ""} maxLength={2000} />}
        </Field>
        {save.error ? <ErrorState title={errorText(save.error)} /> : null}
        <Button type="submit" isBusy={save.isPending} className="self-end">
          {t("save")}
        </Button>
      </form>
    </Dialog>
  );
}
