import type { ObjectiveTerm } from "../../packages/model/src/objective/objective-term.ts";

/** One way to learn from images of which some have a label. */
export interface Method {
  name: string;
  /** Options of `diaphane train`. */
  options: readonly string[];
  /** In place of the default objective. */
  objective?: readonly ObjectiveTerm[];
  /** Starts from a model of other sets. */
  isPretrained?: boolean;
}

/** Its weight does not matter: Adam takes steps of the same size whatever the loss is multiplied by. */
const classificationOnly: readonly ObjectiveTerm[] = [
  { kind: "classification", weight: 300, labelSmoothing: 0, classWeights: "none" },
];

export const methods: readonly Method[] = [
  {
    name: "supervised only",
    options: ["--labelled-only", "--semi", "none"],
    objective: classificationOnly,
  },
  { name: "+ reconstruction", options: ["--semi", "none"] },
  { name: "+ erasing", options: ["--semi", "none", "--erasing", "rectangle"] },
  ...["mean-teacher", "fixmatch", "mixmatch"].map((name): Method => ({ name, options: ["--semi", name] })),
  { name: "+ pre-training", options: ["--semi", "none"], isPretrained: true },
];

/** @throws Error that names what there is */
export function methodNamed(name: string): Method {
  const method = methods.find((candidate) => candidate.name === name);
  if (method === undefined) throw new Error(`${name} is none of ${methods.map((known) => known.name).join(", ")}`);
  return method;
}
