"use client";

import { Button, Card } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { AuditedVersionFields, NoVersionYet, useAuditedVersion } from "@/features/bias/audited-version.tsx";
import { composerAddress } from "../composer-address.ts";

/** Of which model a preset is to be composed, and on which images. */
export function NewComposition({ group }: { group: string }) {
  const t = useTranslations("composer.choose");
  const choice = useAuditedVersion(group);
  const { version, data } = choice;
  if (!version || !data) return <NoVersionYet group={group} text={t("noModelsText")} />;
  const { modelId, number } = version;
  return (
    <Card className="flex max-w-2xl flex-col gap-5">
      <AuditedVersionFields choice={choice} dataHelp={t("dataHelp")} />
      <Button
        className="self-start"
        render={<Link href={composerAddress(group, { modelId, number, dataId: data.id })} />}
      >
        {t("open")}
      </Button>
    </Card>
  );
}
