import { difference, pixelsOf } from "../fixtures/canvas.ts";
import { writeMedMnistFile, writePng } from "../fixtures/images.ts";
import { languages } from "../fixtures/messages.ts";
import { signUp } from "../fixtures/people.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language });

    test("a researcher imports a file, trains on it and moves its latents", async ({ page, text }, info) => {
      const file = info.outputPath("xrays.npz");
      await writeMedMnistFile(file, 240);

      const group = await signUp(page, text, "Ana Ruiz", `Radiología ${language} ${info.workerIndex}`);
      await expectAccessible(page);

      await page.goto(`${group}/data/import`);
      await expectAccessible(page);
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByLabel(text("datasets.import.name"), { exact: true }).fill("Tórax de prueba");
      await page.getByRole("button", { name: text("datasets.import.start") }).click();
      await page.getByRole("link", { name: text("datasets.progress.open") }).click();
      await expect(page.getByRole("heading", { name: "Tórax de prueba" })).toBeVisible();
      await expectAccessible(page);

      await page.goto(`${group}/models/new`);
      await page.getByLabel(text("training.new.name"), { exact: true }).fill("Tórax nano");
      await page.getByRole("radio", { name: text("training.preset.name.fast") }).click();
      await expectAccessible(page);
      await page.getByRole("button", { name: text("training.new.start"), exact: true }).click();
      await page.waitForURL(/\/models\/runs\//);
      // The trainer may have another run in hand. The page must live through being left and loaded anew in the middle of ours.
      await expect(page.getByText(text("training.status.RUNNING"), { exact: true })).toBeVisible({ timeout: 120_000 });
      await page.goto(group);
      await expect(page.getByRole("progressbar")).toBeVisible();
      await expectAccessible(page);
      await page.goBack();
      await expect(page.getByRole("link", { name: text("training.run.openLab") })).toBeVisible({ timeout: 120_000 });
      await expectAccessible(page);

      await page.getByRole("link", { name: text("training.run.openModel") }).click();
      await expect(page.getByText("AUROC").first()).toBeVisible();
      await expectAccessible(page);
      await page.goBack();

      await page.getByRole("link", { name: text("training.run.openLab") }).click();
      const slider = page.locator("[data-testid^=latent-slider-]").first();
      await expect(slider).toBeVisible();
      const before = await pixelsOf(page, "lab-edited");
      await slider.focus();
      for (let press = 0; press < 6; press++) await slider.press("PageUp");
      await expect.poll(async () => difference(before, await pixelsOf(page, "lab-edited"))).toBeGreaterThan(0.05);
      await expectAccessible(page);

      const png = info.outputPath("own.png");
      await writePng(png);
      const original = await pixelsOf(page, "lab-original");
      await page.locator("input[type=file]").setInputFiles(png);
      await expect(page.getByText("own.png")).toBeVisible();
      await expect.poll(async () => difference(original, await pixelsOf(page, "lab-original"))).toBeGreaterThan(0.05);
    });
  });
}
