import { NextIntlClientProvider } from "next-intl";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { PublicPreset } from "@/features/presets/public-preset.tsx";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata({ params }: PageProps<"/presets/[slug]">) {
  const { name, description } = await orNotFound(api().preset.released(await params));
  return { title: name, ...(description ? { description } : {}) };
}

/** A released preset for everybody, or why it was taken back. */
export default async function PublicPresetPage({ params }: PageProps<"/presets/[slug]">) {
  const preset = await orNotFound(api().preset.released(await params));
  return (
    <NextIntlClientProvider>
      <PublicPreset preset={preset} />
    </NextIntlClientProvider>
  );
}
