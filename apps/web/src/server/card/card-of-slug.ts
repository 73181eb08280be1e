import { getReleasedModel } from "@diaphane/core";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { CardFacts } from "@/features/gallery/card/card-facts.ts";
import { type CardWords, cardWords } from "@/features/gallery/card/card-words.ts";
import { createContext } from "../context.ts";
import { readCardFacts } from "./read-card-facts.ts";

/** What a download of a released model's card is written from. @throws NotFoundError */
export async function cardOfSlug(slug: string): Promise<{ facts: CardFacts; words: CardWords }> {
  const ctx = await createContext();
  const facts = await readCardFacts(ctx, await getReleasedModel(ctx, { slug }));
  const [t, format, locale] = await Promise.all([getTranslations("card"), getFormatter(), getLocale()]);
  return { facts, words: cardWords(t, format, locale) };
}
