"use client";

import { useTranslations } from "next-intl";
import { roundToSum } from "../state/round-to-sum.ts";
import type { Explanation } from "../use-explanation.ts";
import { LabTerm } from "./lab-term.tsx";
import { useLabFormat } from "./use-lab-format.ts";

/** Latents with a bar of their own; the rest is one bar. */
const NAMED = 8;

interface Step {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Why: the baseline and every contribution, each bar beginning where the last ended, adding up to the logit. */
export function WhyChart({ explanation }: { explanation: Explanation }) {
  const t = useTranslations("lab.why");
  const format = useLabFormat();
  const { after, latents, className } = explanation;
  const all = [...latents.active, ...latents.inactive];
  const rest = all.slice(NAMED);
  const steps = stackUp([
    ["baseline", after.baseline],
    ...all.slice(0, NAMED).map((latent) => [`z${latent}`, after.contributions[latent] ?? 0] as const),
    ...(rest.length > 0
      ? [["rest", rest.reduce((sum, latent) => sum + (after.contributions[latent] ?? 0), 0)] as const]
      : []),
  ]);
  const printed = roundToSum(steps.map(({ from, to }) => to - from));
  const ends = [0, ...steps.flatMap(({ from, to }) => [from, to])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const percent = (value: number) => ((value - low) / (high - low || 1)) * 100;
  return (
    <section aria-labelledby="lab-why" className="flex flex-col gap-3">
      <h2 id="lab-why" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <p className="text-sm text-muted-foreground">
        {t.rich("explanation", { name: className, logit: (text) => <LabTerm name="logit">{text}</LabTerm> })}
      </p>
      <ul className="flex flex-col gap-1 text-sm">
        {steps.map(({ key, from, to }, at) => (
          <li key={key} className="grid grid-cols-[5.5rem_minmax(0,1fr)_3.5rem] items-center gap-2">
            <span className="truncate">
              {key === "baseline" ? (
                <LabTerm name="baseline">{t("baseline")}</LabTerm>
              ) : key === "rest" ? (
                t("rest", { count: rest.length })
              ) : (
                <span className="font-mono">{key}</span>
              )}
            </span>
            <div aria-hidden className="relative h-3">
              <div className="absolute inset-y-0 w-px bg-foreground/40" style={{ left: `${percent(0)}%` }} />
              <div
                className="absolute inset-y-0 min-w-px rounded-xs"
                style={{
                  left: `${percent(Math.min(from, to))}%`,
                  width: `${percent(Math.max(from, to)) - percent(Math.min(from, to))}%`,
                  background:
                    key === "baseline" ? "var(--muted-foreground)" : to < from ? "var(--negative)" : "var(--positive)",
                }}
              />
            </div>
            <span className="tabular text-right">{format.signed(printed[at] ?? 0)}</span>
          </li>
        ))}
        <li className="mt-1 grid grid-cols-[5.5rem_minmax(0,1fr)_3.5rem] items-center gap-2 border-t border-border pt-2 font-semibold">
          <span>
            <LabTerm name="logit">{t("logit")}</LabTerm>
          </span>
          <div aria-hidden className="relative h-3">
            <div
              className="absolute -inset-y-0.5 w-0.5 -translate-x-1/2 bg-primary"
              style={{ left: `${percent(after.logit)}%` }}
            />
          </div>
          <output className="tabular text-right" data-testid="lab-logit">
            {format.signed(after.logit)}
          </output>
        </li>
      </ul>
    </section>
  );
}

function stackUp(parts: readonly (readonly [string, number])[]): Step[] {
  let end = 0;
  return parts.map(([key, value]) => {
    const from = end;
    end += value;
    return { key, from, to: end };
  });
}
