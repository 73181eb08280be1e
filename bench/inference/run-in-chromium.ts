import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { rolldown } from "rolldown";
import { browserArguments, ensureBrowser } from "../../e2e/browser.ts";
import type { InferenceRequest, InferenceTimes } from "./time-inference.ts";

declare global {
  var timeInference: BrowserBench["time"] | undefined;
}

const origin = "http://diaphane.test";

export interface BrowserBench {
  version: string;
  time(request: InferenceRequest): Promise<InferenceTimes[]>;
  close(): Promise<void>;
}

/** An empty page in Chromium with the network and tfjs' wasm engine in it; nothing is served over the network. */
export async function openBrowserBench(): Promise<BrowserBench> {
  const code = await bundle();
  const wasm = path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"));
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
  const page = await browser.newPage();
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith("/wasm/")) {
      const body = await readFile(path.join(wasm, path.basename(pathname)));
      return await route.fulfill({ contentType: "application/wasm", body });
    }
    if (pathname === "/bench.js") return await route.fulfill({ contentType: "text/javascript", body: code });
    await route.fulfill({ contentType: "text/html", body: `<script type="module" src="/bench.js"></script>` });
  });
  await page.goto(origin);
  await page.waitForFunction(() => globalThis.timeInference !== undefined);
  return {
    version: browser.version(),
    time: (request) =>
      page.evaluate(async (asked) => {
        if (globalThis.timeInference === undefined) throw new Error("The page has no benchmark.");
        return await globalThis.timeInference(asked);
      }, request),
    close: () => browser.close(),
  };
}

async function bundle(): Promise<string> {
  const input = fileURLToPath(new URL("./in-browser.ts", import.meta.url));
  const made = await rolldown({ input, platform: "browser", logLevel: "silent" });
  const { output } = await made.generate({ format: "esm", codeSplitting: false });
  await made.close();
  return output[0].code;
}
