/** The arithmetic of the latents and the linear head on plain numbers: for pages, which leave tensors to a worker. */
export { fromBase64 } from "../bundle/base64.ts";
export { type ContributionMap, contributionMap } from "../explain/contribution-map.ts";
export { type ExplanationCheck, explanationCheck } from "../explain/explanation-check.ts";
export { occlusionPatches, patchMap } from "../explain/occlusion.ts";
export { type Association, type Atlas, type AtlasLatent, atlas } from "./atlas/atlas.ts";
export { type Contributions, contributions, exactLogit, exactLogits, type Head } from "./contributions.ts";
export { type Direction, direction } from "./direction/direction.ts";
export { emptyLatentRows, type LatentRows, unpackLatentRows } from "./latent-rows.ts";
export { type LatentMap, latentMap, unpackNumbers } from "./map/latent-map.ts";
export { probabilities } from "./probabilities.ts";
export { inactiveKl } from "./traversal.ts";
