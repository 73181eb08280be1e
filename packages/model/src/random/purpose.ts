/** Second word of every random key, so that no two uses of one seed share a stream. */
export const purpose = {
  ...{ initialise: 1, shuffle: 2, noise: 3, bootstrap: 4, preview: 5 },
  ...{ labelledOrder: 6, mixing: 7, keptLabels: 8, sets: 9, folds: 10 },
} as const;
