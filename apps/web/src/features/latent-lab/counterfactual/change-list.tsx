"use client";

import { SignedBarMark } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { latentTitle } from "@/features/latents/atlas/latent-title.ts";
import { useLatentName } from "../components/latent-names.tsx";
import { useLabFormat } from "../components/use-lab-format.ts";
import type { LatentChange } from "./compute-counterfactual.ts";

/** In sight at once; the others are folded away. */
const shownFirst = 8;

/** By how much each latent moves, largest first. */
export function ChangeList({ changes }: { changes: readonly LatentChange[] }) {
  const t = useTranslations("lab.counterfactual");
  const extent = Math.max(...changes.map(({ deviations }) => Math.abs(deviations)), Number.EPSILON);
  const items = (of: readonly LatentChange[]) => (
    <ul className="flex flex-col gap-1.5">
      {of.map((change) => (
        <Change key={change.latent} change={change} extent={extent} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="lab-changes" className="flex flex-col gap-2 text-sm">
      <h2 id="lab-changes" className="font-medium">
        {t("changes")}
      </h2>
      {changes.length === 0 ? (
        <p className="text-muted-foreground">{t("noChange")}</p>
      ) : (
        items(changes.slice(0, shownFirst))
      )}
      {changes.length > shownFirst ? (
        <details>
          <summary className="cursor-pointer text-muted-foreground">
            {t("more", { count: changes.length - shownFirst })}
          </summary>
          <div className="mt-1.5">{items(changes.slice(shownFirst))}</div>
        </details>
      ) : null}
    </section>
  );
}

function Change({ change: { latent, deviations }, extent }: { change: LatentChange; extent: number }) {
  const t = useTranslations("lab.counterfactual");
  const format = useLabFormat();
  const named = useLatentName(latent);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_4rem_5rem] items-center gap-2" title={named?.meaning || undefined}>
      <span className="break-words">{latentTitle(latent, named?.name)}</span>
      <SignedBarMark value={deviations} extent={extent} />
      <span className="tabular text-right whitespace-nowrap">
        {t("deviations", { value: format.signed(deviations) })}
      </span>
    </li>
  );
}
