"use client";

import { Button, useToast } from "@diaphane/ui";
import { Link2, RotateCcw, Wand2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LabModel } from "../state/lab-model.ts";
import type { LabAction } from "../state/lab-reducer.ts";
import type { LabState } from "../state/lab-state.ts";
import { smallestFlip } from "../state/smallest-flip.ts";
import type { Explanation } from "../use-explanation.ts";
import { labAddress } from "../use-lab-link.ts";

export interface LabActionsProps {
  model: LabModel;
  mu: Float32Array;
  explanation: Explanation;
  state: LabState;
  dispatch: (action: LabAction) => void;
}

/** Flip the decision, put all back, copy the link. */
export function LabActions({ model, mu, explanation, state, dispatch }: LabActionsProps) {
  const t = useTranslations("lab.actions");
  const toast = useToast();
  const { threshold, score } = explanation;

  async function copyLink() {
    const address = labAddress(state);
    window.history.replaceState(null, "", address);
    // No clipboard without a secure context or leave to use it: the address bar holds the link all the same.
    const isCopied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    toast({
      title: isCopied ? t("linkCopied") : t("linkInAddressBar"),
      ...(state.source?.kind === "own" ? { description: t("ownImageLeftOut") } : {}),
    });
  }

  return (
    <div className="flex flex-wrap gap-2">
      {threshold !== null ? (
        <Button
          variant="secondary"
          size="small"
          data-testid="lab-flip"
          onClick={() => dispatch({ type: "allMoved", offsets: smallestFlip(model, score, mu, threshold) })}
        >
          <Wand2 aria-hidden />
          {t("flip")}
        </Button>
      ) : null}
      <Button
        variant="secondary"
        size="small"
        data-testid="lab-reset"
        disabled={state.offsets.size === 0}
        onClick={() => dispatch({ type: "allMoved", offsets: new Map() })}
      >
        <RotateCcw aria-hidden />
        {t("resetAll")}
      </Button>
      <Button variant="secondary" size="small" data-testid="lab-link" onClick={copyLink}>
        <Link2 aria-hidden />
        {t("link")}
      </Button>
    </div>
  );
}
