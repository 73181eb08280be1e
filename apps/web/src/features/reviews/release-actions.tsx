"use client";

import { Button, useToast } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";
import type { Audit } from "./audit-page.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";

/** Releases what was approved, or retires what was released. */
export function ReleaseActions({ audit }: { audit: Audit }) {
  const t = useTranslations("reviews.release");
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const after = {
    onError: (error: unknown) => toast({ title: errorText(error), tone: "danger" }),
    onSettled: () => client.invalidateQueries(trpc.audit.pathFilter()),
  } as const;
  const onSuccess = () => toast({ title: t("done") });
  const releaseVersion = useMutation(trpc.model.release.mutationOptions({ ...after, onSuccess }));
  const releasePreset = useMutation(trpc.preset.release.mutationOptions({ ...after, onSuccess }));
  const retireVersion = useMutation(trpc.model.retire.mutationOptions(after));
  const retirePreset = useMutation(trpc.preset.retire.mutationOptions(after));
  const { preset, modelVersion } = audit;
  const { state } = preset ?? modelVersion;
  if (audit.state === "APPROVED" && audit.changed.length === 0 && state === "DRAFT") {
    const isBusy = releaseVersion.isPending || releasePreset.isPending;
    const release = () =>
      preset
        ? releasePreset.mutate({ presetId: preset.id })
        : releaseVersion.mutate({ modelVersionId: modelVersion.id });
    return (
      <Button isBusy={isBusy} onClick={release}>
        {preset ? t("preset") : t("version")}
      </Button>
    );
  }
  if (state !== "RELEASED") return null;
  return (
    <ReasonDialog
      trigger={<Button variant="secondary">{t("retire")}</Button>}
      title={t("retireTitle")}
      description={t("retireLead")}
      label={t("reason")}
      confirm={t("confirm")}
      error={null}
      isBusy={retireVersion.isPending || retirePreset.isPending}
      onConfirm={(reason) =>
        preset
          ? retirePreset.mutate({ presetId: preset.id, reason })
          : retireVersion.mutate({ modelVersionId: modelVersion.id, reason })
      }
    />
  );
}
