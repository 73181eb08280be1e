"use client";

import { useEffect, useState } from "react";
import type { LabEngine } from "../engine/engine-client.ts";
import type { QuietQueue } from "../engine/quiet-queue.ts";
import { createQuietRunner } from "../engine/run-quietly.ts";
import type { Decision } from "../state/decision.ts";
import type { Shown } from "../use-lab.ts";
import { type Counterfactual, type CounterfactualMethod, computeCounterfactual } from "./compute-counterfactual.ts";

export interface CounterfactualInput {
  readonly engine: LabEngine;
  readonly shown: Shown;
  readonly quietly: QuietQueue;
  readonly decision: Decision;
  readonly method: CounterfactualMethod;
}

/** The counterfactual of the picked image; null while it is being made. */
export function useCounterfactual({ engine, shown, quietly, decision, method }: CounterfactualInput): {
  readonly found: Counterfactual | null;
  readonly failure: unknown;
} {
  const [state, setState] = useState<{ found: Counterfactual | null; failure: unknown }>({
    found: null,
    failure: null,
  });
  useEffect(() => {
    setState({ found: null, failure: null });
    const { run, stop } = createQuietRunner(quietly);
    computeCounterfactual({ engine, shown, decision, method, run }).then(
      (found) => setState({ found, failure: null }),
      (failure: unknown) => setState({ found: null, failure }),
    );
    return stop;
  }, [engine, shown, quietly, decision, method]);
  return state;
}
