import { type ChestGeometry, chestGeometry, DOME_DEPTH, type Ellipse } from "./chest-geometry.ts";
import { tagCoverage } from "./corner-tag.ts";
import type { PhantomFactors } from "./phantom-factors.ts";
import { type PhantomRandom, phantomRandom } from "./phantom-random.ts";
import { bump, smallCosine, smallSine, softStep } from "./soft-shapes.ts";
import { ValueNoise } from "./value-noise.ts";

/** 0 or 1, `[…, size, size]` each. The heart is not counted to the lungs; an opacity lies over either. */
export interface PhantomMasks {
  lungs: Uint8Array;
  heart: Uint8Array;
  opacity: Uint8Array;
}

/** Where an image is drawn to; offsets are given by `first`. */
export interface PhantomTarget {
  /** uint8 `[…, size, size]` */
  pixels: Uint8Array;
  /** Drawn only when given. */
  masks?: PhantomMasks;
  /** Index of the image's first pixel. */
  first: number;
  size: number;
}

const DEGREE = 0.017453292519943295;

/**
 * Draws one chest-X-ray-like image: torso, lungs, diaphragm, mediastinum, heart, spine, ribs, clavicles, vessels, an
 * opacity, the film's exposure and noise, and a corner tag. It is synthetic, and no model of any patient.
 *
 * @param seed and @param index tell its textures and noise
 */
export function renderPhantom(factors: PhantomFactors, seed: number, index: number, target: PhantomTarget): void {
  const { size, first, pixels, masks } = target;
  const chest = chestGeometry(factors);
  const random = phantomRandom(seed, "texture", index);
  const texture = new ValueNoise(random, 9);
  const sine = smallSine(factors.rotationDegrees * DEGREE);
  const cosine = smallCosine(factors.rotationDegrees * DEGREE);
  const pixel = 2 / size;
  const part: Parts = { value: 0, lung: 0, heart: 0, opacity: 0 };
  for (let row = 0; row < size; row++) {
    const filmY = (row + 0.5) * pixel - 1;
    for (let column = 0; column < size; column++) {
      const filmX = (column + 0.5) * pixel - 1;
      const x = cosine * filmX + sine * filmY;
      const y = cosine * filmY - sine * filmX;
      drawAnatomy(part, chest, x, y, pixel, texture);
      if (factors.opacity) drawOpacity(part, chest, factors.opacity.strength, x, y, texture);
      const place = first + row * size + column;
      const exposed = expose(part.value, factors) + noise(random, factors.noise);
      const tag = factors.hasTag ? tagCoverage(factors.site, filmX, filmY, pixel) : 0;
      const seen = exposed + (0.97 - exposed) * tag;
      pixels[place] = Math.max(0, Math.min(255, Math.floor(seen * 255 + 0.5)));
      if (masks) {
        masks.lungs[place] = part.lung > 0.5 && part.heart < 0.5 ? 1 : 0;
        masks.heart[place] = part.heart > 0.5 ? 1 : 0;
        masks.opacity[place] = part.opacity > 0.25 ? 1 : 0;
      }
    }
  }
}

/** What one pixel shows; reused from pixel to pixel, as millions are drawn a second. */
interface Parts {
  /** Brightness, 0…1 */
  value: number;
  /** How much of it lies in the lung fields, in the heart, in the opacity: 0…1 */
  lung: number;
  heart: number;
  opacity: number;
}

function drawAnatomy(
  part: Parts,
  chest: ChestGeometry,
  x: number,
  y: number,
  pixel: number,
  texture: ValueNoise,
): void {
  const aside = Math.abs(x);
  const soft = Math.max(pixel * 0.75, 0.02);
  const body = torso(chest, aside, y, soft);
  part.lung = 0;
  part.heart = 0;
  part.opacity = 0;
  part.value = 0.02;
  if (body === 0) return;

  const heart = Math.max(ventricle(chest.heart, x, y, soft * 2), inside(chest.atrium, x, y, soft * 2));
  const lung = x < 0 ? chest.leftLung : chest.rightLung;
  const field = inside(lung, x, y, soft);
  const dome = domeHeight(lung, x < 0 ? chest.leftDome : chest.rightDome, aside);
  const aboveDome = softStep(dome - y, soft);
  const mediastinum = softStep(chest.mediastinumHalfWidth + 0.05 * y * y - aside, soft * 1.5);
  part.lung = field * aboveDome * (1 - mediastinum);
  part.heart = heart * softStep(dome + 0.06 - y, soft);

  let value = 0.53 + 0.13 * (1 - softStep(dome - y, 0.12)) + 0.12 * mediastinum * softStep(y + 0.8, 0.15);
  value += 0.1 * part.heart * softStep(dome - y, 0.12);
  let air = 0;
  if (part.lung > 0) {
    air = part.lung * (1 - 0.9 * part.heart) * (1 - 0.75 * inside(chest.aorticKnob, x, y, soft * 2));
    value -= air * (0.36 + 0.04 * texture.at(x, y) - 0.05 * y - vessels(chest, aside, y, texture, x));
  }
  value += bones(chest, aside, y, pixel) * (0.55 + 0.45 * air);
  if (chest.breastShadow > 0) {
    value += chest.breastShadow * bump(square((aside - 0.45) / 0.36) + square((y - 0.3) / 0.34));
  }
  part.value = 0.02 + body * (value - 0.02);
}

/** Shoulders slope down from the neck; under the arm-pits the torso narrows. */
function torso(chest: ChestGeometry, aside: number, y: number, soft: number): number {
  const shoulders = softStep(y + 0.86 - 0.34 * aside * aside, soft * 2);
  const flank = chest.torsoHalfWidth - 0.05 * y + 0.4 * softStep(-0.3 - y, 0.3);
  const neck = softStep(0.24 - aside, soft * 2);
  return Math.max(shoulders, neck) * softStep(flank - aside, soft * 2);
}

function inside(ellipse: Ellipse, x: number, y: number, soft: number): number {
  const dx = (x - ellipse.x) / ellipse.halfWidth;
  const dy = (y - ellipse.y) / ellipse.halfHeight;
  const squared = dx * dx + dy * dy;
  if (squared > 4) return 0;
  // Half of 1 − squared, times the lesser axis, is close to the distance from the edge near the edge.
  return softStep(((1 - squared) / 2) * Math.min(ellipse.halfWidth, ellipse.halfHeight), soft);
}

/** The heart lies aslant, its apex down and to the right of the image. */
function ventricle(heart: Ellipse, x: number, y: number, soft: number): number {
  const dx = x - heart.x;
  const dy = y - heart.y;
  return inside(heart, heart.x + 0.848 * dx + 0.53 * dy, heart.y + 0.848 * dy - 0.53 * dx, soft);
}

/** The dome falls to the costophrenic angle outside, and hardly towards the heart. */
function domeHeight(lung: Ellipse, top: number, aside: number): number {
  const across = (aside - Math.abs(lung.x)) / lung.halfWidth;
  return top + DOME_DEPTH * across * across * (across > 0 ? 1 : 0.3);
}

/** Vessels fan out of the hila and thin towards the edge of the lung. */
function vessels(chest: ChestGeometry, aside: number, y: number, texture: ValueNoise, x: number): number {
  const dx = (aside - chest.mediastinumHalfWidth) / 0.42;
  const dy = (y + 0.02) / 0.46;
  const nearness = bump(dx * dx + dy * dy);
  const hilum = bump(square((aside - 0.2) / 0.13) + square((y + 0.02) / 0.17));
  const strand = texture.at(x * 0.4 + y * 0.3, y * 0.9 - x * 0.5);
  return 0.11 * hilum + nearness * (0.06 + 0.14 * strand);
}

/** Brightness that spine, ribs and clavicles add. */
function bones(chest: ChestGeometry, aside: number, y: number, pixel: number): number {
  const vertebra = triangle(y / 0.14);
  const spine = softStep(0.075 - aside, Math.max(pixel, 0.03)) * (0.04 + 0.035 * vertebra);
  const collar = y + 0.62 + 0.2 * aside - 0.1 * aside * aside;
  const clavicle = bump(square(collar / 0.06)) * softStep(aside - 0.09, 0.04) * softStep(0.8 - aside, 0.06);
  const others = spine + 0.27 * clavicle;
  const cage = softStep(0.82 - aside, 0.06) * softStep(y + 0.74, 0.06) * softStep(0.6 - y, 0.1);
  if (cage === 0) return others;
  // Behind, ribs arch up from the spine and fall to the side; in front they climb towards the breast bone.
  const behind = y + 0.06 * (1 - aside) - chest.ribSlope * aside * aside * 1.4 + 0.16 * aside;
  const front = y + 1.1 * chest.ribSlope * (1 - aside) - 0.12 * aside;
  const posterior = ribBand(behind / chest.ribSpacing, 0.27) * softStep(aside - 0.08, 0.05);
  const anterior = ribBand(front / (chest.ribSpacing * 1.15), 0.24) * softStep(aside - 0.3, 0.15);
  return others + cage * chest.ribBrightness * (posterior + 0.45 * anterior);
}

/** A row of bands, one at each whole number. */
function ribBand(phase: number, halfWidth: number): number {
  const offset = (phase - Math.floor(phase + 0.5)) / halfWidth;
  return bump(offset * offset);
}

/** 0…1…0 with period 1. */
function triangle(phase: number): number {
  const t = phase - Math.floor(phase);
  return t < 0.5 ? 2 * t : 2 - 2 * t;
}

function square(value: number): number {
  return value * value;
}

function drawOpacity(
  part: Parts,
  chest: ChestGeometry,
  strength: number,
  x: number,
  y: number,
  texture: ValueNoise,
): void {
  const { opacity } = chest;
  if (!opacity || part.lung === 0) return;
  const dx = (x - opacity.x) / opacity.halfWidth;
  const dy = (y - opacity.y) / opacity.halfHeight;
  const ragged = 1 + 0.3 * texture.at(y, x);
  const profile = bump(dx * dx + dy * dy) * part.lung;
  part.opacity = profile;
  part.value += strength * profile * ragged * (1 - 0.5 * part.heart);
}

/** More exposure darkens the film and deepens its contrast. */
function expose(value: number, { exposure }: PhantomFactors): number {
  return 0.48 + (value - 0.48) * (1 + 0.22 * exposure) - 0.1 * exposure;
}

function noise(random: PhantomRandom, standardDeviation: number): number {
  return random.normal(0, standardDeviation);
}
