"use client";

import { Button } from "@diaphane/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { JoinWithAccount } from "../members/join-with-account.tsx";

/** Takes the review on; whoever has no account yet makes one first and comes back here. */
export function JoinReview({ token, isSignedIn }: { token: string; isSignedIn: boolean }) {
  const t = useTranslations("reviews.join");
  const router = useRouter();
  const accept = useMutation(
    useTRPC().audit.accept.mutationOptions({ onSuccess: ({ auditId }) => router.replace(`/reviews/${auditId}`) }),
  );
  if (!isSignedIn) return <JoinWithAccount callbackUrl={`/reviews/join/${token}`} />;
  return (
    <div className="flex flex-col gap-4">
      {accept.error ? <ApiError error={accept.error} /> : null}
      <Button size="large" isBusy={accept.isPending || accept.isSuccess} onClick={() => accept.mutate({ token })}>
        {t("accept")}
      </Button>
    </div>
  );
}
