import type { Browser } from "@playwright/test";

export interface LabLoad {
  /** As they came over the wire, headers included. */
  weightsBytes: number;
  otherBytes: number;
  /** From the address being asked for to the decoder's first picture. */
  secondsToPicture: number;
}

/** Opens a lab as a new visitor does, with nothing cached. */
export async function loadLab(browser: Browser, address: string): Promise<LabLoad> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: "en" });
  try {
    const page = await context.newPage();
    const responses: Promise<{ isWeights: boolean; bytes: number }>[] = [];
    // By context: the engine's worker fetches the weights.
    context.on("requestfinished", (request) => {
      const isWeights = request.url().endsWith(".safetensors");
      responses.push(
        request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
          return { isWeights, bytes: responseBodySize + responseHeadersSize };
        }),
      );
    });
    const startedMs = performance.now();
    await page.goto(address, { waitUntil: "commit" });
    await page.locator("[data-testid=latent-lab][data-ready=true]").waitFor();
    const secondsToPicture = (performance.now() - startedMs) / 1000;
    await page.waitForLoadState("networkidle");
    const sizes = await Promise.all(responses);
    const total = (isWeights: boolean) =>
      sizes.reduce((sum, size) => (size.isWeights === isWeights ? sum + size.bytes : sum), 0);
    return { weightsBytes: total(true), otherBytes: total(false), secondsToPicture };
  } finally {
    await context.close();
  }
}
