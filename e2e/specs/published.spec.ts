import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import { InferenceSession } from "onnxruntime-node";
import { languages } from "../fixtures/messages.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

async function download(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name, exact: true }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language });

    test("a visitor finds a model, reads its card, measures it, and takes it along", async ({ page, text }) => {
      await page.goto("/?size=nano");
      const nano = page.getByRole("link", { name: "Phantom chest nano" });
      await expect(nano.first()).toBeVisible();
      await expect(page.getByRole("link", { name: "Phantom chest small" })).toHaveCount(0);
      // The address has what is asked for, and clearing it shows all again.
      await page.getByRole("searchbox", { name: text("gallery.filters.search") }).fill("no such model");
      await expect(page).toHaveURL(/q=no\+such\+model/);
      await expect(page.getByText(text("gallery.filters.noneTitle"))).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: text("gallery.filters.clear") }).click();
      await expect(page.getByRole("link", { name: "Phantom chest small" })).toBeVisible();
      await page.goto("/?size=nano&task=classification&channels=1");
      await nano.first().click();
      await page.waitForURL(/\/models\/phantom-chest-nano$/);

      await expect(page.getByRole("heading", { name: text("card.title"), exact: true })).toBeVisible();
      await expect(page.getByText(text("gallery.card.noAudit"))).toBeVisible();
      await expect(page.getByText(text("card.notMeasured"), { exact: true }).first()).toBeVisible();
      const card = await download(page, text("card.download"));
      expect(card.name).toBe("README.md");
      expect(card.bytes.toString()).toMatch(/^---\nlicense: unknown\nlibrary_name: diaphane\n/);
      expect(card.bytes.toString()).toContain(text("card.sections.ethics"));
      const citation = await download(page, text("card.cff"));
      expect(citation.bytes.toString()).toContain("cff-version: 1.2.0");

      await page.getByRole("button", { name: text("gallery.sizes.measure") }).click();
      await expect(page.getByRole("button", { name: text("gallery.sizes.again") })).toBeVisible({ timeout: 120_000 });
      // Measured, by name of the engine, for each size.
      for (const latency of await page.getByTestId("latency").all()) await expect(latency).toContainText(/\d ms \(/);

      const onnx = await download(page, "classifier.onnx");
      expect(onnx.name).toBe("classifier.onnx");
      const session = await InferenceSession.create(onnx.bytes);
      expect([session.inputNames, session.outputNames]).toEqual([["image"], ["logits", "probabilities"]]);
      await expectAccessible(page);
    });
  });
}

test("the lab stands in another site's page, in the language and theme that its address asks for", async ({ page }) => {
  await page.goto("/models/phantom-chest-nano");
  const origin = new URL(page.url()).origin;
  const snippet = await page.locator("pre", { hasText: "<iframe" }).textContent();
  expect(snippet).toContain(`${origin}/embed/phantom-chest-nano`);
  const html = String(snippet).replace("/embed/phantom-chest-nano", "/embed/phantom-chest-nano?lang=es&theme=dark");
  const site = createServer((_request, response) => response.setHeader("content-type", "text/html").end(html));
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const address = site.address();
  await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("[data-testid^=latent-slider-]").first()).toBeVisible({ timeout: 60_000 });
  await expect(frame.locator("html")).toHaveAttribute("lang", /^es/);
  await expect(frame.locator("html")).toHaveClass(/dark/);
  site.close();
});

test("only the embedded lab may stand in another site's page", async ({ request }) => {
  const policyOf = async (path: string) => (await request.get(path)).headers()["content-security-policy"];
  expect(await policyOf("/embed/phantom-chest-nano")).toContain("frame-ancestors *");
  expect(await policyOf("/models/phantom-chest-nano")).toContain("frame-ancestors 'self'");
});
