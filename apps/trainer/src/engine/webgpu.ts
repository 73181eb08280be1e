import { registerBackend, setBackend } from "@tensorflow/tfjs-core";
import { type Engine, EngineError } from "./engine.ts";

/**
 * Starts tfjs' WebGPU backend on Dawn, which computes on any GPU with a Vulkan, Metal or Direct3D 12 driver. Operations run one by one.
 * @param allowSoftware also where no GPU but a program stands behind the driver: right for tests, and slower than wasm
 * @throws {EngineError} when the packages are not installed, or no GPU answers
 */
export async function startWebGpu({ allowSoftware }: { allowSoftware: boolean }): Promise<Omit<Engine, "reasons">> {
  const { dawn, WebGPUBackend } = await loadPackages();
  // The backend looks for the names of a browser.
  Object.assign(globalThis, dawn.globals);
  const gpu = dawn.create([]);
  Object.defineProperty(globalThis.navigator, "gpu", { value: gpu, configurable: true });
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw new EngineError("no Vulkan, Metal or Direct3D 12 driver answers");
  const { info, limits } = adapter;
  const named = info.description || info.device || info.vendor;
  if (info.isFallbackAdapter && !allowSoftware) {
    throw new EngineError(`${named} computes without a GPU (DIAPHANE_ENGINE=webgpu takes it all the same)`);
  }
  // As much as there is: what is not asked for is held to WebGPU's small defaults.
  const device = await adapter.requestDevice({
    requiredLimits: {
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxBufferSize: limits.maxBufferSize,
      maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  });
  const backend = new WebGPUBackend(device, info);
  registerBackend("webgpu", () => backend, 4);
  if (!(await setBackend("webgpu"))) throw new EngineError("tfjs' WebGPU backend did not start");
  return { name: "webgpu", backend: "webgpu", version: `Dawn on ${named}`, threads: 1, compilesSteps: false };
}

/** Both packages are optional: npm leaves out what it can't install. */
async function loadPackages() {
  try {
    const [dawn, { WebGPUBackend }] = await Promise.all([import("webgpu"), import("@tensorflow/tfjs-backend-webgpu")]);
    return { dawn, WebGPUBackend };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError(`its packages can't be loaded (${reason})`, { cause: error });
  }
}
