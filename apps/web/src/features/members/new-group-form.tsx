"use client";

import { Button, Field, Input } from "@diaphane/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";

export function NewGroupForm() {
  const t = useTranslations("members");
  const router = useRouter();
  const form = useForm<{ name: string }>({ defaultValues: { name: "" } });
  const create = useMutation(
    useTRPC().group.create.mutationOptions({
      onSuccess: ({ slug }) => {
        router.replace(`/g/${slug}`);
        router.refresh();
      },
    }),
  );
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={form.handleSubmit((input) => create.mutate(input))}>
      {create.error ? <ApiError error={create.error} /> : null}
      <Field
        label={t("groupName")}
        help={t("groupNameHelp")}
        error={form.formState.errors.name && t("groupNameNeeded")}
      >
        {(control) => (
          <Input
            autoComplete="organization"
            {...control}
            {...form.register("name", { required: true, maxLength: 100 })}
          />
        )}
      </Field>
      <Button type="submit" size="large" isBusy={create.isPending || create.isSuccess}>
        {t("createGroup")}
      </Button>
    </form>
  );
}
