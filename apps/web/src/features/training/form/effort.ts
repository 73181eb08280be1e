/** How long to train, as multiples of the tested number of epochs. */
export const efforts = ["quick", "standard", "thorough"] as const;
export type Effort = (typeof efforts)[number];

/** Epochs of an effort, from the default number for this data set and size; always at least one. */
export function epochsOf(effort: Effort, defaultEpochs: number): number {
  const factor = { quick: 0.25, standard: 1, thorough: 3 }[effort];
  return Math.max(1, Math.round(defaultEpochs * factor));
}

/** The effort that a number of epochs stands for; null for one of the reader's own. */
export function effortOf(epochs: number, defaultEpochs: number): Effort | null {
  return efforts.find((effort) => epochsOf(effort, defaultEpochs) === epochs) ?? null;
}
