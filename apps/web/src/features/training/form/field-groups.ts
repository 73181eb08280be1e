import { type ConsistencyMethod, consistencyMethods, defaultConsistency } from "@diaphane/model/config";
import type { SettingName, TrainingSettings } from "./training-settings.ts";

/**
 * `attribute` picks one attribute of the data set, `attributes` any number of them with a latent each, `classWeights` has a number
 * for each class.
 */
export type SettingKind = "number" | "choice" | "switch" | "attribute" | "attributes" | "classWeights";

/** Settings that go along without a field: what the second view loses, and weights of groups that the page does not know. */
export const carriedSettings = ["strongErasing", "groupWeights"] as const satisfies SettingName[];

/** Those that have one. */
export type FieldName = Exclude<SettingName, (typeof carriedSettings)[number]>;

export type OptionName =
  | "gaussian"
  | "bernoulli"
  | "capacity"
  | "beta"
  | "none"
  | "rectangle"
  | "patches"
  | "balanced"
  | "own"
  | ConsistencyMethod;

/** What the page is about, beside the settings: some of them are of use only there. */
export interface FieldScope {
  settings: TrainingSettings;
  classes: number;
  maskClasses: number;
  boxClasses: number;
  /** Attributes of the images that are numbers or one of two words. */
  attributes: number;
  /** Whether training starts from another model whose layers may change. */
  isTuned: boolean;
}

export interface SettingField {
  readonly name: FieldName;
  readonly kind: SettingKind;
  readonly options?: readonly OptionName[];
  /** Left out of the page while it has no effect. */
  readonly isUsed?: (scope: FieldScope) => boolean;
  /** Another setting that starts elsewhere with each choice; null leaves it. */
  readonly brings?: {
    readonly setting: "consistencyWeight";
    readonly start: (choice: string, settings: TrainingSettings) => number | null;
  };
}

export type SettingSection =
  | "sectionTraining"
  | "sectionObjective"
  | "sectionClasses"
  | "sectionUnlabelled"
  | "sectionTargets"
  | "sectionNetwork"
  | "sectionAugmentation";

const ofCapacity = ({ settings }: FieldScope) => settings.divergence === "capacity";
const ofParts = ({ settings }: FieldScope) => settings.decomposed;
const ofClasses = ({ classes }: FieldScope) => classes > 1;
const ofGroups = (scope: FieldScope) => ofClasses(scope) && scope.settings.groupBy !== "";
const ofAlignment = ({ settings }: FieldScope) => settings.aligned.length > 0;
const ofMasks = ({ maskClasses }: FieldScope) => maskClasses > 0;
const ofBoxes = ({ boxClasses }: FieldScope) => boxClasses > 0;
const ofConsistency = (scope: FieldScope) => ofClasses(scope) && scope.settings.semi !== "none";
const ofMixing = (scope: FieldScope) => ofClasses(scope) && scope.settings.semi === "mixmatch";
const ofStrongView = (scope: FieldScope) => ofConsistency(scope) && !ofMixing(scope);
const ofRectangle = ({ settings }: FieldScope) => settings.erasing === "rectangle";
const ofPatches = ({ settings }: FieldScope) => settings.erasing === "patches";

/** The methods count on different scales, so each brings its own weight. */
function weightOfMethod(choice: string, { classificationWeight }: TrainingSettings): number | null {
  const method = consistencyMethods.find((known) => known === choice);
  return method ? defaultConsistency(method, classificationWeight).weight : null;
}

/** The folded settings, in the order in which a person would look for them. Epochs and seed come first. */
export const settingSections: readonly { title: SettingSection; fields: readonly SettingField[] }[] = [
  {
    title: "sectionTraining",
    fields: [
      { name: "epochs", kind: "number" },
      { name: "patience", kind: "number" },
      { name: "seed", kind: "number" },
      { name: "batchSize", kind: "number" },
      { name: "learningRate", kind: "number" },
      { name: "loadedRate", kind: "number", isUsed: ({ isTuned }) => isTuned },
      { name: "warmupShare", kind: "number" },
      { name: "weightDecay", kind: "number" },
      { name: "averageDecay", kind: "number" },
      { name: "clipNorm", kind: "number" },
    ],
  },
  {
    title: "sectionObjective",
    fields: [
      { name: "reconstructionWeight", kind: "number" },
      { name: "divergence", kind: "choice", options: ["capacity", "beta"] },
      { name: "capacity", kind: "number", isUsed: ofCapacity },
      { name: "gamma", kind: "number", isUsed: ofCapacity },
      { name: "rampShare", kind: "number", isUsed: ofCapacity },
      { name: "beta", kind: "number", isUsed: ({ settings }) => settings.divergence === "beta" },
      { name: "decomposed", kind: "switch" },
      { name: "mutualInformation", kind: "number", isUsed: ofParts },
      { name: "totalCorrelation", kind: "number", isUsed: ofParts },
      { name: "dimensionWise", kind: "number", isUsed: ofParts },
      { name: "aligned", kind: "attributes", isUsed: ({ attributes }) => attributes > 0 },
      { name: "alignmentWeight", kind: "number", isUsed: ofAlignment },
      { name: "alignmentDelta", kind: "number", isUsed: ofAlignment },
    ],
  },
  {
    title: "sectionClasses",
    fields: [
      { name: "classificationWeight", kind: "number", isUsed: ofClasses },
      { name: "labelSmoothing", kind: "number", isUsed: ofClasses },
      { name: "classWeighting", kind: "choice", options: ["none", "balanced", "own"], isUsed: ofClasses },
      {
        name: "classWeights",
        kind: "classWeights",
        isUsed: (scope) => ofClasses(scope) && scope.settings.classWeighting === "own",
      },
      { name: "groupBy", kind: "attribute", isUsed: (scope) => ofClasses(scope) && scope.attributes > 0 },
      { name: "groupWeighting", kind: "choice", options: ["none", "balanced", "own"], isUsed: ofGroups },
      { name: "groupDro", kind: "switch", isUsed: ofGroups },
      { name: "groupDroStep", kind: "number", isUsed: (scope) => ofGroups(scope) && scope.settings.groupDro },
    ],
  },
  {
    title: "sectionUnlabelled",
    fields: [
      {
        name: "semi",
        kind: "choice",
        options: ["none", ...consistencyMethods],
        isUsed: ofClasses,
        brings: { setting: "consistencyWeight", start: weightOfMethod },
      },
      { name: "labelledShare", kind: "number", isUsed: ofClasses },
      { name: "consistencyWeight", kind: "number", isUsed: ofConsistency },
      { name: "consistencyRamp", kind: "number", isUsed: ofConsistency },
      {
        name: "confidence",
        kind: "number",
        isUsed: (scope) => ofConsistency(scope) && scope.settings.semi === "fixmatch",
      },
      { name: "temperature", kind: "number", isUsed: ofMixing },
      { name: "mixingAlpha", kind: "number", isUsed: ofMixing },
      { name: "strongContrast", kind: "number", isUsed: ofStrongView },
      { name: "strongBrightness", kind: "number", isUsed: ofStrongView },
    ],
  },
  {
    title: "sectionTargets",
    fields: [
      { name: "maskWeight", kind: "number", isUsed: ofMasks },
      { name: "diceWeight", kind: "number", isUsed: ofMasks },
      { name: "boxWeight", kind: "number", isUsed: ofBoxes },
      { name: "boxSizeWeight", kind: "number", isUsed: ofBoxes },
      { name: "boxOffsetWeight", kind: "number", isUsed: ofBoxes },
    ],
  },
  {
    title: "sectionNetwork",
    fields: [
      { name: "latentDim", kind: "number" },
      { name: "attentionMaps", kind: "number" },
      { name: "likelihood", kind: "choice", options: ["gaussian", "bernoulli"] },
    ],
  },
  {
    title: "sectionAugmentation",
    fields: [
      { name: "shift", kind: "number" },
      { name: "rotation", kind: "number" },
      { name: "scale", kind: "number" },
      { name: "brightness", kind: "number" },
      { name: "erasing", kind: "choice", options: ["none", "rectangle", "patches"] },
      { name: "erasingProbability", kind: "number", isUsed: ofRectangle },
      { name: "erasingAreaLeast", kind: "number", isUsed: ofRectangle },
      { name: "erasingAreaMost", kind: "number", isUsed: ofRectangle },
      { name: "erasingAspectLeast", kind: "number", isUsed: ofRectangle },
      { name: "erasingAspectMost", kind: "number", isUsed: ofRectangle },
      { name: "erasingRatio", kind: "number", isUsed: ofPatches },
      { name: "patchSize", kind: "number", isUsed: ofPatches },
    ],
  },
];
