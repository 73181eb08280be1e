"use client";

import { Button, Dialog, Field, Input } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";

/** Gives what was named another name. */
export function RenameAttribute({ attributeId, name }: { attributeId: string; name: string }) {
  const t = useTranslations("bias.discovery");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState(name);
  const rename = useMutation(
    trpc.attribute.rename.mutationOptions({
      onSuccess: () => {
        setIsOpen(false);
        return client.invalidateQueries(trpc.attribute.pathFilter());
      },
    }),
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        setText(name);
        rename.reset();
      }}
      trigger={
        <Button variant="ghost" size="small" aria-label={t("renameOf", { name })}>
          {t("rename")}
        </Button>
      }
      title={t("renameOf", { name })}
      closeLabel={common("close")}
      footer={
        <Button
          isBusy={rename.isPending}
          disabled={text.trim() === "" || text.trim() === name}
          onClick={() => rename.mutate({ attributeId, name: text })}
        >
          {t("rename")}
        </Button>
      }
    >
      {rename.error ? <ApiError error={rename.error} /> : null}
      <Field label={t("name")}>
        {(control) => (
          <Input {...control} value={text} maxLength={100} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
