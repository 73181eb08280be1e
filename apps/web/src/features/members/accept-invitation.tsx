"use client";

import { Button } from "@diaphane/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { JoinWithAccount } from "./join-with-account.tsx";

/** Joins; whoever has no account yet makes one first and comes back here. */
export function AcceptInvitation({ token, isSignedIn }: { token: string; isSignedIn: boolean }) {
  const t = useTranslations("members");
  const router = useRouter();
  const accept = useMutation(
    useTRPC().invitation.accept.mutationOptions({
      onSuccess: ({ slug }) => {
        router.replace(`/g/${slug}`);
        router.refresh();
      },
    }),
  );
  if (!isSignedIn) return <JoinWithAccount callbackUrl={`/invite/${token}`} />;
  return (
    <div className="flex flex-col gap-4">
      {accept.error ? <ApiError error={accept.error} /> : null}
      <Button size="large" isBusy={accept.isPending || accept.isSuccess} onClick={() => accept.mutate({ token })}>
        {t("join")}
      </Button>
    </div>
  );
}
