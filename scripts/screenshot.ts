import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { browserArguments, ensureBrowser } from "../e2e/browser.ts";
import { repositoryRoot } from "./platform/home.ts";

// Takes the README's picture from a running platform: node scripts/screenshot.ts --url http://localhost:3000
const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    path: { type: "string", default: "/models/phantom-chest-small/lab" },
    out: { type: "string", default: path.join(repositoryRoot, "docs/images/latent-lab.png") },
  },
});

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, colorScheme: "dark", locale: "en" });
  await page.goto(new URL(values.path, values.url).href);
  const slider = page.locator("[data-testid^=latent-slider-]").first();
  await slider.focus();
  for (let press = 0; press < 4; press++) await slider.press("PageUp");
  await page.waitForLoadState("networkidle");
  await slider.blur();
  await page.screenshot({ path: values.out });
  console.log(`Saved ${values.out}`);
} finally {
  await browser.close();
}
