/** The arithmetic of the latents and the linear head on plain numbers: for pages, which leave tensors to a worker. */
export { type Contributions, contributions, exactLogit, exactLogits, type Head } from "./contributions.ts";
export { probabilities } from "./probabilities.ts";
export { inactiveKl } from "./traversal.ts";
