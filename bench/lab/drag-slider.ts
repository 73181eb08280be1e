import type { Browser } from "@playwright/test";

export interface Drag {
  /** The engine that the lab chose. */
  engine: string;
  /** From each move that was drawn to its pixels on the canvas; the first, which warms the engine up, is left out. */
  milliseconds: number[];
}

/** Moves the first slider of a lab to and fro by mouse, a move a frame; times are the page's own User Timing measures. */
export async function dragSlider(browser: Browser, address: string, moves: number): Promise<Drag> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: "en" });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const times: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name === "latent-lab:redraw") times.push(entry.duration);
      }).observe({ type: "measure" });
      Object.assign(globalThis, { redrawTimes: times });
    });
    await page.goto(address);
    const slider = page.locator("[data-testid^=latent-slider-]").first();
    await slider.scrollIntoViewIfNeeded();
    // Until the engine has been chosen and nothing else is drawn.
    await page.waitForLoadState("networkidle");
    const box = await slider.boundingBox();
    if (box === null) throw new Error(`${address} shows no slider.`);
    const middle = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width / 2, middle);
    await page.mouse.down();
    for (let move = 0; move < moves; move++) {
      const share = 0.5 + 0.4 * Math.sin((move / 40) * 2 * Math.PI);
      await page.mouse.move(box.x + share * box.width, middle);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    await page.mouse.up();
    const engine = (await page.getByTestId("lab-engine").getAttribute("data-engine")) ?? "";
    const milliseconds = await page.evaluate(() => Reflect.get(globalThis, "redrawTimes") as number[]);
    return { engine, milliseconds: milliseconds.slice(1) };
  } finally {
    await context.close();
  }
}
