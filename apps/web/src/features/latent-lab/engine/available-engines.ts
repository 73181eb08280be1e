import type { EngineName } from "./protocol.ts";

/** Renderers that draw on the CPU: as engines they are slower than wasm, and loading one costs bytes. */
const SOFTWARE_RENDERER = /swiftshader|llvmpipe|software|basic render/i;

/** Engines worth measuring here, beside wasm, which is always there. */
export async function listGpuEngines(): Promise<EngineName[]> {
  const [webgpu, webgl] = [await hasWebGpu(), hasWebGl()];
  return [...(webgpu ? ["webgpu" as const] : []), ...(webgl ? ["webgl" as const] : [])];
}

/** The part of WebGPU's types that is read here; TypeScript's DOM library has none of them yet. */
interface GpuNavigator {
  readonly gpu?: {
    requestAdapter(): Promise<{
      readonly info?: { readonly description?: string; readonly isFallbackAdapter?: boolean };
    } | null>;
  };
}

async function hasWebGpu(): Promise<boolean> {
  const { gpu } = navigator as GpuNavigator;
  const adapter = await gpu?.requestAdapter().catch(() => null);
  return (
    Boolean(adapter) && !adapter?.info?.isFallbackAdapter && !SOFTWARE_RENDERER.test(adapter?.info?.description ?? "")
  );
}

function hasWebGl(): boolean {
  if (!("OffscreenCanvas" in globalThis)) return false;
  const context = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (!context) return false;
  const info = context.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return !SOFTWARE_RENDERER.test(renderer);
}
