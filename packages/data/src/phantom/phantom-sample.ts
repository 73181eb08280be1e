import type { AttributeDefinition, ImageSample, SplitName } from "../image-source.ts";
import { type PhantomFactors, SITES } from "./phantom-factors.ts";
import type { PhantomOptions } from "./phantom-options.ts";

export const PHANTOM_CLASSES = ["no opacity", "opacity"];

const continuous = (name: string): AttributeDefinition => ({ name, kind: "continuous", values: [] });

/** The factors that become attributes of a data set, so that every latent can be held against what it should mean. */
const PHANTOM_ATTRIBUTES: AttributeDefinition[] = [
  { name: "sex", kind: "binary", values: ["female", "male"] },
  { name: "site", kind: "categorical", values: [...SITES] },
  { name: "tag", kind: "binary", values: ["no", "yes"] },
  continuous("age"),
  continuous("bodyShape"),
  continuous("heartSize"),
  continuous("lungVolume"),
  continuous("ribAngle"),
  continuous("rotationDegrees"),
  continuous("exposure"),
  continuous("opacityRadius"),
  continuous("opacityStrength"),
];

/** The same, and of paired images which picture they show. */
export function phantomAttributes({ pairs }: Pick<PhantomOptions, "pairs">): AttributeDefinition[] {
  const attributes = PHANTOM_ATTRIBUTES.map((definition) => ({ ...definition, values: [...definition.values] }));
  return pairs ? [...attributes, continuous("pair")] : attributes;
}

/** What a data set knows of a phantom image. */
export function phantomSample(factors: PhantomFactors, split: SplitName): ImageSample {
  const { sex, site, age, bodyShape, heartSize, lungVolume, ribAngle, rotationDegrees, exposure, opacity } = factors;
  return {
    split,
    label: opacity ? 1 : 0,
    subject: `phantom-${factors.subject}`,
    attributes: {
      sex,
      site,
      tag: factors.hasTag ? "yes" : "no",
      age,
      bodyShape: rounded(bodyShape),
      heartSize: rounded(heartSize),
      lungVolume: rounded(lungVolume),
      ribAngle: rounded(ribAngle),
      rotationDegrees: rounded(rotationDegrees),
      exposure: rounded(exposure),
      opacityRadius: opacity && rounded(opacity.radius),
      opacityStrength: opacity && rounded(opacity.strength),
    },
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
