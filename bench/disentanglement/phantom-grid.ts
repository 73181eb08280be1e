import type { OpacityFactors } from "../../packages/data/src/phantom/phantom-factors.ts";
import { phantomRandom } from "../../packages/data/src/phantom/phantom-random.ts";
import { renderPhantom } from "../../packages/data/src/phantom/render-phantom.ts";
import type { FactorGrid } from "./factor-grid.ts";

const seed = 1;
const levels = { heartSize: 5, lungVolume: 4, bodyShape: 4, ribAngle: 3, rotation: 5, exposure: 4, opacity: 2 };

/**
 * The phantom's chest X-rays of one person's site and age over its known factors. Whether there is an opacity is a factor and the label;
 * where it lies and how large it is are drawn anew for each image, as are textures and noise.
 */
export const phantomGrid: FactorGrid = {
  name: "phantom",
  side: 32,
  factors: [
    { name: "heartSize", kind: "ordered", levels: levels.heartSize },
    { name: "lungVolume", kind: "ordered", levels: levels.lungVolume },
    { name: "bodyShape", kind: "ordered", levels: levels.bodyShape },
    { name: "ribAngle", kind: "ordered", levels: levels.ribAngle },
    { name: "rotation", kind: "ordered", levels: levels.rotation },
    { name: "exposure", kind: "ordered", levels: levels.exposure },
    { name: "opacity", kind: "categorical", levels: levels.opacity },
  ],
  classes: ["no opacity", "opacity"],
  labelOf: (values) => values.at(-1) ?? 0,
  draw(values, index, pixels, first) {
    const [heartSize = 0, lungVolume = 0, bodyShape = 0, ribAngle = 0, rotation = 0, exposure = 0, opacity = 0] =
      values;
    const factors = {
      ...({ subject: index, sex: "female", site: "A", age: 52, noise: 0.02, hasTag: false } as const),
      heartSize: between(0.75, 1.35, heartSize, levels.heartSize),
      lungVolume: between(0.82, 1.18, lungVolume, levels.lungVolume),
      bodyShape: between(-1, 1, bodyShape, levels.bodyShape),
      ribAngle: between(-1, 1, ribAngle, levels.ribAngle),
      rotationDegrees: between(-9, 9, rotation, levels.rotation),
      exposure: between(-1, 1, exposure, levels.exposure),
      opacity: opacity === 0 ? null : drawOpacity(index),
    };
    renderPhantom(factors, seed, index, { pixels, first, size: 32 });
  },
};

function between(low: number, high: number, level: number, count: number): number {
  return low + ((high - low) * level) / (count - 1);
}

/** Fainter and smaller than the phantom's own: AUC would be 1 whatever is learned from. */
function drawOpacity(index: number): OpacityFactors {
  const random = phantomRandom(seed, "texture", -1 - index);
  return {
    side: random.chance(0.5) ? "left" : "right",
    across: random.between(-0.55, 0.6),
    down: random.between(-0.55, 0.65),
    radius: random.between(0.12, 0.22),
    strength: random.between(0.08, 0.18),
  };
}
