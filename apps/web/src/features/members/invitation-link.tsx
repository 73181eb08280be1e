"use client";

import { Button, Field, Input, useToast } from "@diaphane/ui";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";

/** A link to send; `path` holds the token. */
export function InvitationLink({ path }: { path: string }) {
  const t = useTranslations("members");
  const toast = useToast();
  const link = `${window.location.origin}${path}`;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => toast({ title: t("copied") }),
      () => toast({ title: t("copyFailed"), tone: "danger" }),
    );
  return (
    <Field label={t("link")} help={t("linkHelp")}>
      {(control) => (
        <div className="flex gap-2">
          <Input readOnly value={link} onFocus={(event) => event.currentTarget.select()} {...control} />
          <Button variant="secondary" onClick={copy}>
            <Copy aria-hidden />
            {t("copy")}
          </Button>
        </div>
      )}
    </Field>
  );
}
