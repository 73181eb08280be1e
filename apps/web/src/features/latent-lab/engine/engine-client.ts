import type { ImageBytes } from "../images/picture.ts";
import type { LabModel } from "../state/lab-model.ts";
import {
  type BundleAddress,
  type CallName,
  type Encoding,
  type EngineCalls,
  EngineError,
  type EngineName,
  type EngineReply,
} from "./protocol.ts";

/** A model running in a worker. Every call may be made at any time; they are answered in order. */
export interface LabEngine {
  readonly name: EngineName;
  readonly model: LabModel;
  /** Names the model that it runs: presets are for one alone. */
  readonly weightsSha256: string;
  encode(image: ImageBytes): Promise<Encoding>;
  compare(input: EngineCalls["compare"]["input"]): Promise<EngineCalls["compare"]["output"]>;
  /** `z` `[count, latentDim]` → pixels `[count, height, width, channels]`, 0…1. */
  decode(z: Float32Array, count: number): Promise<Float32Array>;
  draw(seed: number): Promise<ImageBytes>;
  gradCam(input: EngineCalls["gradCam"]["input"]): Promise<Float32Array>;
  occlude(input: EngineCalls["occlude"]["input"]): Promise<Float32Array>;
  shift(input: EngineCalls["shift"]["input"]): Promise<EngineCalls["shift"]["output"]>;
  /** Pictures `[count, side, side, channels]` → probabilities `[count, classes]`. */
  read(pixels: Float32Array): Promise<Float64Array>;
  time(budgetMilliseconds: number): Promise<number>;
  close(): void;
}

interface Pending {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: EngineError) => void;
}

/**
 * Starts a worker, loads the bundle into it on the given engine and hands it back ready.
 *
 * @throws EngineError with what went wrong; the worker is gone then.
 */
export async function openEngine(
  address: BundleAddress,
  name: EngineName,
  onProgress: (loadedBytes: number, totalBytes: number) => void = () => {},
): Promise<LabEngine> {
  const worker = new Worker(new URL("./lab-worker.ts", import.meta.url), { type: "module" });
  const pending = new Map<number, Pending>();
  let lastId = 0;

  function failAll(error: EngineError) {
    for (const call of pending.values()) call.reject(error);
    pending.clear();
  }

  worker.onerror = (event) => failAll(new EngineError("engineFailed", { engine: name, detail: event.message ?? "" }));
  worker.onmessage = ({ data }: MessageEvent<EngineReply>) => {
    if (data.kind === "progress") return onProgress(data.loadedBytes, data.totalBytes);
    const call = pending.get(data.id);
    pending.delete(data.id);
    if (data.kind === "done") call?.resolve(data.output);
    else call?.reject(new EngineError(data.code, data.values));
  };

  function send<Name extends CallName>(
    call: Name,
    input: EngineCalls[Name]["input"],
  ): Promise<EngineCalls[Name]["output"]> {
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      // The worker answers a call with that call's own output (EngineCalls ties the two).
      pending.set(id, { resolve: (output) => resolve(output as EngineCalls[Name]["output"]), reject });
      worker.postMessage({ id, call, input });
    });
  }

  function close() {
    worker.terminate();
    failAll(new EngineError("engineFailed", { engine: name, detail: "closed" }));
  }

  try {
    const model = await send("open", { address, engine: name });
    return {
      name,
      model,
      weightsSha256: address.weightsSha256,
      encode: (image) => send("encode", { image }),
      compare: (input) => send("compare", input),
      decode: (z, count) => send("decode", { z, count }),
      draw: (seed) => send("draw", { seed }),
      gradCam: (input) => send("gradCam", input),
      occlude: (input) => send("occlude", input),
      shift: (input) => send("shift", input),
      read: (pixels) => send("read", { pixels }),
      time: (budgetMilliseconds) => send("time", { budgetMilliseconds }),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
