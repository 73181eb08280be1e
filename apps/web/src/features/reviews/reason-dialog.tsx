"use client";

import { Button, Dialog, Field, Textarea } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";

export interface ReasonDialogProps {
  trigger: ReactElement;
  title: string;
  description?: string;
  label: string;
  confirm: string;
  error: unknown;
  isBusy: boolean;
  onConfirm: (reason: string) => void;
}

/** Asks why before something is taken back. */
export function ReasonDialog(props: ReasonDialogProps) {
  const common = useTranslations("common");
  const [reason, setReason] = useState("");
  return (
    <Dialog
      trigger={props.trigger}
      title={props.title}
      description={props.description}
      closeLabel={common("close")}
      footer={
        <Button
          variant="danger"
          isBusy={props.isBusy}
          disabled={reason.trim().length < 3}
          onClick={() => props.onConfirm(reason)}
        >
          {props.confirm}
        </Button>
      }
    >
      {props.error ? <ApiError error={props.error} /> : null}
      <Field label={props.label}>
        {(control) => (
          <Textarea {...control} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
