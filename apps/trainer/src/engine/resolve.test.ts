import { describe, expect, it } from "vitest";
import { EngineError } from "./engine.ts";
import { type EngineFamily, type EngineProbe, parseForcedEngine, resolveEngine } from "./resolve.ts";

interface ProbeOptions {
  fails?: string;
  isPresent?: boolean;
  /** What it turns out to be. */
  name?: EngineFamily;
}

function probe(title: string, family: EngineFamily, options: ProbeOptions = {}): EngineProbe & { starts: number } {
  const made = {
    title,
    family,
    starts: 0,
    isPresent: () => options.isPresent ?? true,
    start: async () => {
      made.starts++;
      if (options.fails) throw new EngineError(options.fails);
      return { name: options.name ?? family, backend: family, version: title, threads: 1, compilesSteps: false };
    },
  };
  return made;
}

describe("resolveEngine", () => {
  it("takes the first that starts and leaves the others alone", async () => {
    const probes = [probe("own", "native"), probe("cached", "native"), probe("wasm", "wasm")];
    const engine = await resolveEngine(probes, undefined);
    expect(engine).toMatchObject({ version: "own", reasons: [] });
    expect(probes.map((each) => each.starts)).toEqual([1, 0, 0]);
  });

  it("falls through and says why each faster one does not run", async () => {
    const probes = [
      probe("own", "native", { fails: "no binding" }),
      probe("cached", "native", { fails: "g++ can't be run" }),
      probe("wasm", "wasm"),
    ];
    const engine = await resolveEngine(probes, undefined);
    expect(engine).toMatchObject({ name: "wasm", reasons: ["own: no binding", "cached: g++ can't be run"] });
  });

  it("passes over what is not there without a word", async () => {
    const engine = await resolveEngine(
      [probe("own", "native", { isPresent: false }), probe("wasm", "wasm")],
      undefined,
    );
    expect(engine).toMatchObject({ name: "wasm", reasons: [] });
  });

  it("does not try the native engine when wasm is asked for", async () => {
    const native = probe("cached", "native");
    const engine = await resolveEngine([native, probe("wasm", "wasm")], "wasm");
    expect(engine).toMatchObject({ name: "wasm", reasons: ["DIAPHANE_ENGINE asks for wasm"] });
    expect(native.starts).toBe(0);
  });

  it("does not fall back to wasm when the native engine is asked for", async () => {
    const wasm = probe("wasm", "wasm");
    const failing = probe("cached", "native", { fails: "no network" });
    await expect(resolveEngine([failing, wasm], "native")).rejects.toThrow(/native engine.*no network/);
    expect(wasm.starts).toBe(0);
  });

  it("takes a GPU before the processor, unless the processor is asked for", async () => {
    const probes = [probe("WebGPU", "webgpu"), probe("cached", "native"), probe("wasm", "wasm")];
    expect(await resolveEngine(probes, undefined)).toMatchObject({ name: "webgpu", reasons: [] });
    const reasons = ["DIAPHANE_ENGINE asks for native"];
    expect(await resolveEngine(probes, "native")).toMatchObject({ name: "native", reasons });
  });

  it("says so where CUDA found no GPU and computes on the processor, which is not what asks for cuda", async () => {
    const cuda = probe("CUDA engine", "cuda", { name: "native" });
    const reasons = ["CUDA engine: TensorFlow found no GPU that it can use"];
    expect(await resolveEngine([cuda, probe("wasm", "wasm")], undefined)).toMatchObject({ name: "native", reasons });
    await expect(resolveEngine([cuda, probe("wasm", "wasm")], "cuda")).rejects.toThrow(/cuda engine.*found no GPU/);
  });

  it("goes on to the native engine where WebGPU only has software to compute with", async () => {
    const webgpu = probe("WebGPU", "webgpu", { fails: "SwiftShader computes without a GPU" });
    const engine = await resolveEngine([webgpu, probe("cached", "native")], undefined);
    expect(engine).toMatchObject({ name: "native", reasons: ["WebGPU: SwiftShader computes without a GPU"] });
  });

  it("lets faults of the program through", async () => {
    const broken = { ...probe("own", "native"), start: () => Promise.reject(new TypeError("a bug")) };
    await expect(resolveEngine([broken, probe("wasm", "wasm")], undefined)).rejects.toThrow(TypeError);
  });
});

describe("parseForcedEngine", () => {
  it.each([
    [undefined, undefined],
    ["", undefined],
    ["auto", undefined],
    ["cuda", "cuda"],
    ["webgpu", "webgpu"],
    ["native", "native"],
    ["wasm", "wasm"],
  ])("reads %s as %s", (value, expected) => {
    expect(parseForcedEngine(value)).toBe(expected);
  });

  it("refuses other words, naming those allowed", () => {
    expect(() => parseForcedEngine("gpu")).toThrow(/cuda, webgpu, native, wasm or auto/);
  });
});
