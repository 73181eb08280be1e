import type { PhantomFactors } from "./phantom-factors.ts";

/** An ellipse given by centre and half axes, for `1 − dx² − dy²`. */
export interface Ellipse {
  x: number;
  y: number;
  halfWidth: number;
  halfHeight: number;
}

/** Where things are in the upright chest: −1…1 from left to right and from top to bottom, before rotation. */
export interface ChestGeometry {
  torsoHalfWidth: number;
  leftLung: Ellipse;
  rightLung: Ellipse;
  /** Height of the top of the diaphragm's dome under each lung. */
  leftDome: number;
  rightDome: number;
  heart: Ellipse;
  atrium: Ellipse;
  aorticKnob: Ellipse;
  mediastinumHalfWidth: number;
  ribSlope: number;
  ribSpacing: number;
  ribBrightness: number;
  breastShadow: number;
  opacity: Ellipse | null;
}

/** How deep the dome's rim (the costophrenic angle) lies below its top. */
export const DOME_DEPTH = 0.26;

/** Turns factors into positions. Every factor moves its own part only, and monotonically. */
export function chestGeometry(factors: PhantomFactors): ChestGeometry {
  const { bodyShape, heartSize, lungVolume, ribAngle, age, sex } = factors;
  const chestWidth = 1 + 0.07 * bodyShape;
  const deepBreath = lungVolume - 1;
  const leftLung = lung(-0.42 * chestWidth, 0.33 * chestWidth, deepBreath);
  const rightLung = lung(0.43 * chestWidth, 0.32 * chestWidth, deepBreath);
  const rightDome = 0.41 + 0.75 * deepBreath;
  const heart = {
    x: 0.07 + 0.1 * heartSize,
    // A greater heart rests on the diaphragm all the same.
    y: 0.42 + 0.6 * deepBreath - 0.19 * heartSize,
    halfWidth: 0.37 * heartSize,
    halfHeight: 0.265 * heartSize,
  };
  const chosen = factors.opacity?.side === "left" ? leftLung : rightLung;
  const outward = factors.opacity?.side === "left" ? -1 : 1;
  return {
    torsoHalfWidth: 0.86 * chestWidth,
    leftLung,
    rightLung,
    // The dome over the liver stands higher, and the liver is on the left of the image.
    leftDome: rightDome - 0.05,
    rightDome,
    heart,
    atrium: {
      x: -0.07 - 0.06 * heartSize,
      y: heart.y + 0.06,
      halfWidth: 0.13 * heartSize,
      halfHeight: 0.2 * heartSize,
    },
    aorticKnob: { x: 0.12, y: -0.3, halfWidth: 0.075 + 0.05 * ((age - 18) / 72), halfHeight: 0.1 },
    mediastinumHalfWidth: 0.11,
    ribSlope: 0.24 + 0.16 * ribAngle,
    ribSpacing: 0.165 * (1 + 0.3 * deepBreath),
    ribBrightness: 0.115 - 0.04 * ((age - 18) / 72),
    breastShadow: sex === "female" ? 0.06 + 0.02 * bodyShape : 0,
    opacity: factors.opacity && {
      x: chosen.x + outward * factors.opacity.across * chosen.halfWidth * 0.8,
      y: chosen.y - 0.06 + factors.opacity.down * chosen.halfHeight * 0.62,
      halfWidth: factors.opacity.radius,
      halfHeight: factors.opacity.radius * 1.15,
    },
  };
}

function lung(x: number, halfWidth: number, deepBreath: number): Ellipse {
  return { x, y: 0.02 + 0.25 * deepBreath, halfWidth, halfHeight: 0.74 + 0.2 * deepBreath };
}
