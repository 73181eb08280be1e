import { type AuditRequest, auditModel, isReliedOn, relianceOf } from "@diaphane/model/bias";
import {
  type Cases,
  composePreset,
  dividedCases,
  type Preset,
  PresetRefused,
  sizeOf,
  withPresetOn,
} from "@diaphane/model/debias";
import type { Head } from "@diaphane/model/latent";
import type { ComposingCases } from "../cases/composing-cases.ts";
import { composingSeed as seed } from "../cases/composing-seed.ts";
import type { Figures, Fitted, Measured, Recipe, Refused } from "./protocol.ts";
import { shownImages } from "./shown-images.ts";

/** Of the reliance, and of a strength that the slider rests on. */
const relianceDraws = 500;
const level = 0.95;
/** Cases of every label × value that reliance asks for, as in a report. */
const fewest = 10;

export interface ComposerSession {
  fit(recipe: Recipe): Fitted | Refused;
  /** @throws Error before a fit */
  measure(alpha: number, draws: number): Measured;
}

/** A composition in this thread: fits, strengths and their numbers by the same code as the job that makes the preset. */
export function openComposer(sent: ComposingCases, head: Head): ComposerSession {
  const all = casesOf(sent);
  let fitted: { preset: Preset; selection: Cases } | null = null;
  /** Without the preset nothing moves with α. */
  const before = new Map<number, Figures>();

  function figuresOf(request: AuditRequest, draws: number): Figures {
    const options = { seed, draws, permutations: 0, intervals: "percentile" } as const;
    const { labelled, overall, performance } = auditModel(request, {
      ...options,
      without: ["intersections", "use", "slices"],
    });
    return { n: labelled, overall, performance };
  }

  return {
    fit({ attributes, method, rank }) {
      const chosen = { ...all, attributes: all.attributes.filter(({ name }) => attributes.includes(name)) };
      const [fit, selection] = dividedCases(chosen, sent.latentDim, sent.fitCount);
      before.clear();
      fitted = null;
      try {
        const sets = { fit: { ...fit, split: sent.split }, selection };
        const { preset, suggestion } = composePreset(head, sets, { method, rank, seed });
        fitted = { preset, selection };
        return {
          ...{ kind: "fitted", preset, suggestion, reliance: relianceIn(chosen, head) },
          sets: { fit: sizeOf(fit), selection: sizeOf(selection) },
          shown: shownImages(fit, selection, sent.indices.slice(sent.fitCount)),
        };
      } catch (error) {
        if (!(error instanceof PresetRefused)) throw error;
        return { kind: "refused", cells: error.cells, fewest: error.fewest, message: error.message };
      }
    },
    measure(alpha, draws) {
      if (!fitted) throw new Error("A strength can be measured once a preset is fitted.");
      const { preset, selection } = fitted;
      const request = { ...selection, head };
      const without = before.get(draws) ?? figuresOf(request, draws);
      before.set(draws, without);
      const after = figuresOf(withPresetOn(request, { ...preset, alpha }, null), draws);
      return { alpha, draws, before: without, after };
    },
  };
}

function casesOf({ modelHash, dataHash, classes, codes, labels, subjects, attributes }: ComposingCases): Cases {
  return {
    ...{ modelHash, dataHash, classes, codes, labels: Int32Array.from(labels) },
    ...(subjects ? { subjects: subjects.map((subject) => (subject === null ? null : String(subject))) } : {}),
    attributes: attributes.map(({ name, values, of }) => ({ name, values, of: Int32Array.from(of) })),
  };
}

function relianceIn(cases: Cases, head: Head): Fitted["reliance"] {
  const { classes, codes, labels, attributes } = cases;
  const subjects = cases.subjects?.map((subject, row) => subject ?? `unnamed ${row}`);
  const coded = { latentDim: head.latentDim, codes, subjects };
  return attributes.map((attribute) => {
    const reliance = relianceOf(coded, labels, classes, head, attribute, { seed, draws: relianceDraws, level, fewest });
    return { attribute: attribute.name, reliance, isReliedOn: isReliedOn(reliance) };
  });
}
