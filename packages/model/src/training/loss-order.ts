/** The losses of a step before those of each latent, in the order in which a step gives them. */
export const lossOrder = ["total", "reconstruction", "classification", "kl", "segmentation", "detection"] as const;
