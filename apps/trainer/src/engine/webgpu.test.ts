import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ensureBrowser } from "../../../../e2e/browser.ts";
import { softwareGpu } from "../testing/software-gpu.ts";

// Chromium brings a Vulkan driver that needs no GPU. It is installed where it is missing, as for the end-to-end tests.
ensureBrowser();
const gpu = softwareGpu();

const printed = z.object({
  engine: z.string(),
  version: z.string(),
  losses: z.tuple([z.number(), z.number()]),
  mu: z.array(z.number()).length(4 * 16),
  firstPixel: z.number().gt(0).lt(1),
});

async function runNode(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return (await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } })).stdout;
}

async function trainOn(engine: string, env: NodeJS.ProcessEnv = {}) {
  const script = fileURLToPath(new URL("../testing/train-two-steps.ts", import.meta.url));
  return printed.parse(JSON.parse(await runNode([script], { DIAPHANE_ENGINE: engine, ...env })));
}

// Not `runIf`: what is left out would count as a test that was skipped.
if (gpu)
  describe("WebGPU on SwiftShader", () => {
    it("trains as the reference does, one operation after the other", async () => {
      const expected = await trainOn("wasm");
      const found = await trainOn("webgpu", gpu);
      expect(found).toMatchObject({ engine: "webgpu", version: expect.stringContaining("SwiftShader") });
      const off = found.losses.map((loss, step) => Math.abs(loss / (expected.losses[step] ?? 0) - 1));
      // The first is before anything was learned; Adam's first step is the sign of gradients, some of which are nothing but rounding.
      expect(off[0]).toBeLessThan(1e-4);
      expect(off[1]).toBeLessThan(1e-2);
      expect(expected.losses[0]).not.toBeCloseTo(expected.losses[1], 0);
    }, 300_000);

    it("is taken by nobody who did not ask for it", async () => {
      const module = new URL("./webgpu.ts", import.meta.url);
      const start = `const { startWebGpu } = await import("${module}");
      await startWebGpu({ allowSoftware: false }).catch(({ name, message }) => console.log(name, message));`;
      expect(await runNode(["--input-type=module", "--eval", start], gpu)).toMatch(
        /^EngineError SwiftShader.* computes without a GPU/,
      );
    });
  });
else
  describe("WebGPU where Chromium brings no SwiftShader: NOT tested to train here", () => {
    it("says why it does not run, or runs on this machine's own GPU", async () => {
      const said = await trainOn("webgpu").then(
        ({ engine }) => engine,
        (error: Error) => error.message,
      );
      expect(said).toMatch(/^webgpu$|no Vulkan, Metal or Direct3D 12 driver answers/);
    }, 300_000);
  });
