"use client";

import { useEffect, useState } from "react";
import { latestWins } from "@/features/latent-lab/engine/latest-wins.ts";
import type { Composer } from "./engine/composer-client.ts";
import type { Fitted, Measured } from "./engine/protocol.ts";

/** Resamples of a strength that the slider rests on, as many as a report has; a drag that begins meanwhile waits half a second. */
const resting = { most: 1000, fewest: 200, work: 4_000_000 };
const restMilliseconds = 350;
/** Cases times resamples that a drag can wait for: about 100 ms. */
const dragged = { most: 200, fewest: 50, work: 500_000 };

function drawsFor(cases: number, { most, fewest, work }: typeof resting): number {
  return Math.min(most, Math.max(fewest, Math.round(work / cases)));
}

/** The selection set's numbers at a strength: at once with few resamples, with all of them when the slider rests. */
export function useMeasured(composer: Composer, fitted: Fitted, alpha: number): Measured | null {
  const [measured, setMeasured] = useState<{ of: Fitted; found: Measured } | null>(null);
  const [loop, setLoop] = useState<ReturnType<typeof latestWins<{ alpha: number; draws: number }>> | null>(null);

  useEffect(() => {
    const started = latestWins(
      async (asked: { alpha: number; draws: number }) => {
        setMeasured({ of: fitted, found: await composer.measure(asked.alpha, asked.draws) });
      },
      // A composer that was closed meanwhile has another in its place, which measures anew.
      () => undefined,
    );
    setLoop(started);
    return () => started.stop();
  }, [composer, fitted]);

  useEffect(() => {
    if (!loop) return;
    const { count } = fitted.sets.selection;
    loop.request({ alpha, draws: drawsFor(count, dragged) });
    const timer = setTimeout(() => loop.request({ alpha, draws: drawsFor(count, resting) }), restMilliseconds);
    return () => clearTimeout(timer);
  }, [loop, alpha, fitted]);

  return measured?.of === fitted ? measured.found : null;
}
