import { difference, pixelsOf } from "../fixtures/canvas.ts";
import { writeLargePng, writePng } from "../fixtures/images.ts";
import { languages } from "../fixtures/messages.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language });

    test("anyone opens the released model from the landing page", async ({ page, text }) => {
      await page.goto("/");
      await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
      await expectAccessible(page);
      await page.goto("/models/phantom-chest-nano");
      await expectAccessible(page);
      await page.goto("/models/phantom-chest-nano/lab");
      await expect(page.locator("[data-testid^=latent-slider-]").first()).toBeVisible();
      await expect(page.getByText(text("lab.title"), { exact: true })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test("an image of one's own never leaves the device", async ({ page }, info) => {
  await page.goto("/models/phantom-chest-nano/lab");
  await expect(page.locator("[data-testid^=latent-slider-]").first()).toBeVisible();
  const before = await pixelsOf(page, "lab-reconstruction");
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.postData() !== null)
      requests.push(`${request.method()} ${request.url()}`);
  });
  const png = info.outputPath("own.png");
  await writePng(png);
  await page.locator("input[type=file]").setInputFiles(png);
  await expect(page.getByText("own.png")).toBeVisible();
  await expect.poll(async () => difference(before, await pixelsOf(page, "lab-reconstruction"))).toBeGreaterThan(0.05);
  expect(requests).toEqual([]);
});

test("a file that can't be shown is refused in words, and the lab goes on", async ({ page, text }, info) => {
  await page.goto("/models/phantom-chest-nano/lab");
  await expect(page.locator("[data-testid^=latent-slider-]").first()).toBeVisible();
  const files = page.locator("input[type=file]");
  await files.setInputFiles({ name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
  await expect(page.getByText(text("lab.own.notAnImage", { name: "drawing.svg" }))).toBeInViewport();
  await files.setInputFiles({ name: "torn.png", mimeType: "image/png", buffer: Buffer.from("not a PNG") });
  await expect(page.getByText(text("lab.own.unreadable", { name: "torn.png" }))).toBeInViewport();
  const vast = info.outputPath("vast.png");
  await writeLargePng(vast, 12_000, 9_000);
  await files.setInputFiles(vast);
  await expect(page.getByText(text("lab.own.tooLarge", { name: "vast.png" }))).toBeInViewport();
  // What is said of a refused file goes when another image is shown.
  await page
    .getByRole("button", { name: text("lab.samples.sample").split("{")[0] })
    .nth(1)
    .click();
  await expect(page.getByRole("alert").filter({ hasText: "vast.png" })).toHaveCount(0);

  const scan = info.outputPath("scan.png");
  await writeLargePng(scan, 6_000, 5_000);
  await files.setInputFiles(scan);
  // Even gray all over, cut out of the middle and shrunk: 0x80 in every pixel.
  await expect.poll(async () => (await pixelsOf(page, "lab-original")).slice(0, 4)).toEqual([128, 128, 128, 255]);
});

test("a link restores the sliders", async ({ page }) => {
  await page.goto("/models/phantom-chest-nano/lab");
  const slider = page.locator("[data-testid^=latent-slider-]").first();
  await expect(slider).toBeVisible();
  const untouched = await pixelsOf(page, "lab-edited");
  await slider.focus();
  for (let press = 0; press < 6; press++) await slider.press("PageUp");
  await expect.poll(async () => difference(untouched, await pixelsOf(page, "lab-edited"))).toBeGreaterThan(0.05);
  const moved = await pixelsOf(page, "lab-edited");
  const value = await slider.inputValue();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.goto("/");
  await page.goto(link);
  await expect(slider).toBeVisible();
  await expect.poll(() => slider.inputValue()).toBe(value);
  await expect.poll(async () => difference(moved, await pixelsOf(page, "lab-edited"))).toBeLessThan(0.5);
});
