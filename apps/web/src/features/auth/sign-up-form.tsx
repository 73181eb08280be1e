"use client";

import { passwordLength } from "@diaphane/core/schemas";
import { Button, Field, Input } from "@diaphane/ui";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ApiError } from "@/features/shell/api-error.tsx";
import { localeOf } from "@/i18n/locale.ts";
import { type NewAccount, useSignUp } from "./use-sign-up.ts";

export interface SignUpFormProps {
  /** Whoever comes by an invitation joins that group and founds none. */
  asksForGroup: boolean;
  callbackUrl: string;
}

export function SignUpForm({ asksForGroup, callbackUrl }: SignUpFormProps) {
  const t = useTranslations("auth");
  const locale = localeOf(useLocale());
  const signUp = useSignUp(callbackUrl);
  const form = useForm<NewAccount>({ defaultValues: { name: "", email: "", password: "", groupName: "" } });
  const { errors, isSubmitting } = form.formState;
  const length = passwordLength.min;

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={form.handleSubmit((account) => signUp.run({ ...account, locale }, asksForGroup))}
    >
      {signUp.error ? <ApiError error={signUp.error} /> : null}
      <Field label={t("name")} help={t("nameHelp")} error={errors.name && t("nameRequired")}>
        {(control) => (
          <Input autoComplete="name" {...control} {...form.register("name", { required: true, maxLength: 100 })} />
        )}
      </Field>
      <Field label={t("email")} error={errors.email && t("emailRequired")}>
        {(control) => (
          <Input
            type="email"
            autoComplete="username"
            {...control}
            {...form.register("email", { required: true, pattern: /^\S+@\S+\.\S+$/ })}
          />
        )}
      </Field>
      <Field
        label={t("password")}
        help={t("passwordHelp", { length })}
        error={errors.password && t("passwordShort", { length })}
      >
        {(control) => (
          <Input
            type="password"
            autoComplete="new-password"
            {...control}
            {...form.register("password", { required: true, minLength: length, maxLength: passwordLength.max })}
          />
        )}
      </Field>
      {asksForGroup ? (
        <Field label={t("groupName")} help={t("groupHelp")} error={errors.groupName && t("groupRequired")}>
          {(control) => (
            <Input
              autoComplete="organization"
              {...control}
              {...form.register("groupName", { required: true, maxLength: 100 })}
            />
          )}
        </Field>
      ) : null}
      <Button type="submit" size="large" isBusy={isSubmitting}>
        {t("createAccount")}
      </Button>
    </form>
  );
}
