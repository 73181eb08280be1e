"use client";

import { Button, ErrorState, Field, Input } from "@diaphane/ui";
import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";

interface Credentials {
  email: string;
  password: string;
}

type Failure = "wrongCredentials" | "tooManyAttempts" | "unreachable";

/** Email and password; says the same whichever of them is wrong. */
export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations("auth");
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm<Credentials>({ defaultValues: { email: "", password: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (credentials) => {
    setFailure(null);
    const answer = await signIn("credentials", { ...credentials, redirect: false }).catch(() => undefined);
    if (!answer || (answer.error && answer.status !== 401)) return setFailure("unreachable");
    if (answer.error) return setFailure(answer.error === "too-many-attempts" ? "tooManyAttempts" : "wrongCredentials");
    router.replace(callbackUrl);
    router.refresh();
  });

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {failure ? <ErrorState title={t(failure)} /> : null}
      <Field label={t("email")} error={errors.email && t("emailRequired")}>
        {(control) => (
          <Input
            type="email"
            autoComplete="username"
            {...control}
            {...form.register("email", { required: true, pattern: /^\S+@\S+$/ })}
          />
        )}
      </Field>
      <Field label={t("password")} error={errors.password && t("passwordRequired")}>
        {(control) => (
          <Input
            type="password"
            autoComplete="current-password"
            {...control}
            {...form.register("password", { required: true })}
          />
        )}
      </Field>
      <Button type="submit" size="large" isBusy={isSubmitting}>
        {t("signIn")}
      </Button>
    </form>
  );
}
