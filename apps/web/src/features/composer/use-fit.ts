"use client";

import type { Head } from "@diaphane/model/latent";
import { useEffect, useState } from "react";
import type { ComposingCases } from "./cases/composing-cases.ts";
import { type Composer, startComposer } from "./engine/composer-client.ts";
import type { Fitted, Recipe, Refused } from "./engine/protocol.ts";

/** How far a fit is; the composer that made it knows no other any more. */
export type FitState =
  | { readonly status: "nothing" | "fitting" }
  | { readonly status: "refused"; readonly refused: Refused }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "fitted"; readonly fitted: Fitted; readonly composer: Composer };

/** The preset of a recipe, fitted in a worker, anew with every change of it. */
export function useFit(cases: ComposingCases, head: Head, recipe: Recipe): FitState {
  const [composer, setComposer] = useState<Composer | null>(null);
  const [state, setState] = useState<FitState>({ status: "fitting" });

  useEffect(() => {
    let isGone = false;
    let open: Composer | null = null;
    startComposer(cases, head).then(
      (started) => {
        open = started;
        if (isGone) started.close();
        else setComposer(started);
      },
      (error: Error) => {
        if (!isGone) setState({ status: "failed", message: error.message });
      },
    );
    return () => {
      isGone = true;
      open?.close();
      setComposer(null);
    };
  }, [cases, head]);

  useEffect(() => {
    if (!composer) return;
    if (recipe.attributes.length === 0) return setState({ status: "nothing" });
    let isOld = false;
    setState({ status: "fitting" });
    composer.fit(recipe).then(
      (found) => {
        if (isOld) return;
        setState(
          found.kind === "fitted"
            ? { status: "fitted", fitted: found, composer }
            : { status: "refused", refused: found },
        );
      },
      (error: Error) => {
        if (!isOld) setState({ status: "failed", message: error.message });
      },
    );
    return () => {
      isOld = true;
    };
  }, [composer, recipe]);

  return state;
}
