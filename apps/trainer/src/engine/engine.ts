/** What computes: `cuda` and `native` are tfjs-node with and without a GPU, `webgpu` takes any GPU, `wasm` runs everywhere. */
export type EngineName = "cuda" | "webgpu" | "native" | "wasm";

/** The engine that runs, and what a person should know about the choice. */
export interface Engine {
  name: EngineName;
  /** The tfjs backend's name, as `tf.getBackend()` gives it. */
  backend: string;
  /** Versions of what computes, for people: "tfjs-node 4.22.0, TensorFlow 2.16.2". */
  version: string;
  threads: number;
  /** Whether training steps run as one captured graph each, and not operation by operation. */
  compilesSteps: boolean;
  /** Why no faster engine runs; empty when the fastest does. */
  reasons: readonly string[];
}

/** No engine could be started, or not the one that `DIAPHANE_ENGINE` asks for. */
export class EngineError extends Error {
  override readonly name = "EngineError";
}
