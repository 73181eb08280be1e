import { checklist, checklistItems } from "@diaphane/core/schemas";
import { Badge } from "@diaphane/ui";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ExactTime } from "@/features/shell/exact-time.tsx";

export interface SignedReview {
  decision: "APPROVED" | "REJECTED" | "CHANGES_REQUESTED";
  reviewerName: string;
  isGuest: boolean;
  reasons: string;
  checklist: unknown;
  signedAt: Date;
  signature: string;
}

/** A reviewer's signed word. */
export function ReviewSigned({ review }: { review: SignedReview }) {
  const t = useTranslations("reviews");
  const items = checklist.safeParse(review.checklist).data;
  return (
    <div className="flex flex-col gap-3 border-t border-border pt-4 text-sm">
      <p className="font-medium">
        {t.rich("signed", {
          decision: t(`decided.${review.decision}`),
          name: review.reviewerName,
          when: () => <ExactTime date={review.signedAt} />,
        })}{" "}
        {review.isGuest ? <Badge>{t("guest")}</Badge> : null}
      </p>
      <p className="whitespace-pre-line">{review.reasons}</p>
      {items ? (
        <ul className="flex flex-col gap-1.5">
          {checklistItems.map((item) => (
            <li key={item} className="flex items-start gap-2">
              {items[item].isMet ? (
                <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
              ) : (
                <X aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
              )}
              <span>
                {t(`checklist.${item}`)} <span className="sr-only">({t(items[item].isMet ? "met" : "unmet")})</span>
                {items[item].note ? <span className="block text-muted-foreground">{items[item].note}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="font-mono text-xs break-all text-muted-foreground">
        {t("signature")}: {review.signature}
      </p>
    </div>
  );
}
