import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/features/auth/auth-frame.tsx";
import { JoinReview } from "@/features/reviews/join-review.tsx";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  // The address is a secret: it must not travel on in a Referer header, nor into a search engine.
  return { title: (await getTranslations("reviews"))("title"), referrer: "no-referrer", robots: { index: false } };
}

export default async function JoinReviewPage({ params }: PageProps<"/reviews/join/[token]">) {
  const { token } = await params;
  const [t, { user }] = await Promise.all([getTranslations("reviews.join"), api().viewer.get()]);
  return (
    <AuthFrame title={t("title")} lead={t("lead")}>
      <NextIntlClientProvider>
        <JoinReview token={token} isSignedIn={user !== null} />
      </NextIntlClientProvider>
    </AuthFrame>
  );
}
