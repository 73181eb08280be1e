import type {
  Atlas,
  AtlasInput,
  Bundle,
  Direction,
  DirectionInput,
  ExplanationCheck,
  ExplanationCheckInput,
  ImageBatch,
  LatentMap,
  LatentMapInput,
} from "@diaphane/model";
import type { AuditOptions, AuditRequest, BiasReport } from "@diaphane/model/bias";
import type { PresetEvidence, PresetInput } from "@diaphane/model/debias";

/** What a compute process can be asked, by name: plain data in, plain data out. */
export interface Computations {
  /** Loads the model that all other calls use. */
  load(bundle: Bundle): Promise<{ latentDim: number; classCount: number }>;
  /** float32 little-endian rows of codes, as `packLatentRows` makes them. */
  encode(images: ImageBatch): Promise<Uint8Array>;
  atlas(input: AtlasInput): Promise<Atlas>;
  map(input: LatentMapInput): Promise<LatentMap>;
  /** With the class head of the loaded model. */
  audit(input: { request: Omit<AuditRequest, "head">; options: AuditOptions }): Promise<BiasReport>;
  preset(input: PresetInput): Promise<PresetEvidence>;
  direction(input: Omit<DirectionInput, "head">): Promise<Direction>;
  explanationCheck(input: ExplanationCheckInput): Promise<ExplanationCheck>;
}

export type ComputationName = keyof Computations;
export type Input<Name extends ComputationName> = Parameters<Computations[Name]>[0];
export type Output<Name extends ComputationName> = Awaited<ReturnType<Computations[Name]>>;

export type Request = { [Name in ComputationName]: { name: Name; input: Input<Name> } }[ComputationName];

/** What the process answers: how far it is, any number of times, then one of the others. */
export type Answer<Result> =
  | { kind: "progress"; share: number }
  | { kind: "done"; output: Result }
  | { kind: "failed"; failure: { code: string; detail: Record<string, string | number> } };
