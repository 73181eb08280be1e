import type { Page } from "@playwright/test";
import { type DemoVersion, demoVersion, newestAnalysis } from "../fixtures/demo-version.ts";
import { edgeAfter, numbersOf, placesAcross, type StoredMap } from "../fixtures/map-truth.ts";
import { signInAsDemo } from "../fixtures/people.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

const model = "Phantom chest nano";

// The whole map in sight: a lasso is drawn with a mouse, which does not scroll.
test.use({ viewport: { width: 1280, height: 1100 } });

/** Presses a button that starts an analysis, waits for its result, and opens the tab anew: nothing changes under the test then. */
async function make(page: Page, version: DemoVersion, kind: string, tab: string, button: RegExp): Promise<string> {
  const before = await newestAnalysis(page, version.id, kind);
  await page.goto(`${version.path}/latents?tab=${tab}`);
  await page.getByRole("button", { name: button }).click();
  const made = async () => {
    const newest = await newestAnalysis(page, version.id, kind);
    return newest && newest.id !== before?.id ? newest.status : "not yet";
  };
  await expect.poll(made, { timeout: 150_000 }).toBe("SUCCEEDED");
  await page.goto(`${version.path}/latents?tab=${tab}`);
  return (await newestAnalysis(page, version.id, kind))?.id ?? "";
}

/** The images shown for a selection, by their place in the data set, once there are `count`. */
async function shownImages(page: Page, count: number): Promise<number[]> {
  const items = page.locator("li[data-image]");
  await expect(items).toHaveCount(count);
  return await items.evaluateAll((elements) => elements.map((element) => Number(element.getAttribute("data-image"))));
}

/** Draws around everything left of a place, given as a share of the map's width. */
async function lassoLeftOf(page: Page, share: number): Promise<void> {
  const canvas = page.getByTestId("latent-map");
  // In the middle: at the top it would lie under the site's header.
  await canvas.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  const box = await canvas.boundingBox();
  if (!box) throw new Error("The map is not on the page.");
  // Its corners are round: right in one of them the mouse would miss the map.
  const margin = 12;
  const [left, right] = [box.x + margin, box.x + share * box.width];
  const [top, bottom] = [box.y + margin, box.y + box.height - margin];
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (const [x, y] of [
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const)
    await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
}

/** Whether every shown picture has the very pixels that the data set has at its place. */
async function expectPixelsOfDataSet(page: Page, { datasetVersionId }: DemoVersion, images: readonly number[]) {
  for (const image of images) {
    const response = await page.request.get(`/api/datasets/${datasetVersionId}/images?indices=${image}`);
    const expected = [...(await response.body())];
    const canvas = page.locator(`li[data-image="${image}"] canvas`);
    const read = () =>
      canvas.evaluate((element) => {
        const { width, height } = element as HTMLCanvasElement;
        const rgba = (element as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
        return Array.from({ length: width * height }, (_, pixel) => rgba[pixel * 4]);
      });
    await expect.poll(read, { message: `pixels of image ${image}` }).toEqual(expected);
  }
}

test("a map shows exactly the images that were drawn around, and after a filter those of them that are left", async ({
  page,
  text,
}) => {
  await signInAsDemo(page, text, "researcher");
  const version = await demoVersion(page, model);
  const again = new RegExp(`^(${text("latents.map.make")}|${text("latents.map.again")})$`);
  const id = await make(page, version, "MAP", "map", again);
  const map: StoredMap = await (await page.request.get(`/api/analyses/${id}/result`)).json();
  const places = placesAcross(map);
  const labels = numbersOf(map.columns.find(({ attribute }) => attribute === null)?.column ?? "");
  const edge = edgeAfter(places, 40);
  const inside = [...places.keys()].filter((image) => (places[image] ?? 1) < edge);
  expect(inside.length).toBeGreaterThan(20);

  await expect(page.getByTestId("latent-map")).toBeVisible();
  await expectAccessible(page);
  await lassoLeftOf(page, edge);
  expect(await shownImages(page, inside.length)).toEqual(inside);
  await expectPixelsOfDataSet(page, version, inside);

  // Hiding a class takes its images out of the selection, and out of reach of the next one.
  const withOpacity = page.getByRole("checkbox", { name: /^opacity/ });
  const without = inside.filter((image) => labels[image] === 0);
  expect(without.length).toBeLessThan(inside.length);
  await withOpacity.click();
  expect(await shownImages(page, without.length)).toEqual(without);
  await lassoLeftOf(page, edge);
  expect(await shownImages(page, without.length)).toEqual(without);
  await expectPixelsOfDataSet(page, version, without);
  // Shown again, they are not selected by themselves.
  await withOpacity.click();
  expect(await shownImages(page, without.length)).toEqual(without);
  await lassoLeftOf(page, edge);
  expect(await shownImages(page, inside.length)).toEqual(inside);
});

test("an atlas has every latent, and a name that is given to one goes with it into the lab", async ({ page, text }) => {
  await signInAsDemo(page, text, "researcher");
  const version = await demoVersion(page, model);
  await make(
    page,
    version,
    "ATLAS",
    "atlas",
    new RegExp(`^(${text("latents.atlas.make")}|${text("latents.atlas.again")})$`),
  );
  await expect(page.getByTestId("atlas")).toBeVisible();
  await expectAccessible(page);
  const first = page.locator("[data-testid^=atlas-latent-]").first();
  const latent = (await first.getAttribute("data-testid"))?.split("-").at(-1) ?? "";
  const name = `Brightness ${Date.now()}`;
  await first.getByRole("button", { name: new RegExp(` ${latent}$`) }).click();
  await page.getByLabel(text("latents.naming.name"), { exact: true }).fill(name);
  await page.getByRole("button", { name: text("latents.naming.save"), exact: true }).click();
  await expect(first.getByRole("heading", { name: `${name} (z${latent})` })).toBeVisible();
  await page.goto(`${version.path}/lab`);
  await expect(page.getByText(name, { exact: true })).toBeVisible();
});

test("a direction is fitted, says what it is worth, and is drawn on test images", async ({ page, text }) => {
  await signInAsDemo(page, text, "researcher");
  const version = await demoVersion(page, model);
  await page.goto(`${version.path}/latents?tab=directions`);
  await expect(page.getByLabel(text("latents.directions.form.attribute"), { exact: true })).toBeVisible();
  await expectAccessible(page);
  const start = new RegExp(`^${text("latents.directions.form.start")}$`);
  await make(page, version, "DIRECTION", "directions", start);
  await expect(page.getByRole("table", { name: text("latents.directions.title") })).toBeVisible();
  const traversal = page.getByTestId("direction-traversal");
  await expect(traversal).toHaveAttribute("data-rows", "6");
  await expectAccessible(page);
  // Both ends of a strip are other pictures.
  const difference = await traversal
    .locator("li[data-image] canvas")
    .nth(1)
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const side = canvas.height;
      const tile = (from: number) => canvas.getContext("2d")?.getImageData(from * side, 0, side, side).data ?? [];
      const [first, last] = [tile(0), tile(6)];
      return Array.from(first).reduce((sum, value, i) => sum + Math.abs(value - (last[i] ?? 0)), 0);
    });
  expect(difference).toBeGreaterThan(0);
});
