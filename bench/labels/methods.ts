/** One way to learn from images of which some have a label, as arguments of `diaphane train`. */
export interface Method {
  name: string;
  /** @param classificationOnly file with an objective of nothing else */
  args(classificationOnly: string): string[];
}

export const methods: readonly Method[] = [
  {
    name: "supervised only",
    args: (objective) => ["--labelled-only", "--semi", "none", "--objective", objective],
  },
  { name: "+ reconstruction", args: () => ["--semi", "none"] },
  { name: "+ erasing", args: () => ["--semi", "none", "--erasing", "rectangle"] },
  ...["mean-teacher", "fixmatch", "mixmatch"].map((name): Method => ({ name, args: () => ["--semi", name] })),
];

/** Its weight does not matter: Adam takes steps of the same size whatever the loss is multiplied by. */
export const classificationOnly = [{ kind: "classification", weight: 300, labelSmoothing: 0, classWeights: "none" }];
