import { signInAsDemo, signUp } from "../fixtures/people.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

test("a reviewer sees the group and cannot train, by page or by API", async ({ page, text }) => {
  await signInAsDemo(page, text, "reviewer");
  await page.goto("/g/demo/models");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: text("training.new.title") })).toHaveCount(0);
  await page.goto("/g/demo/models/new");
  await expect(page.getByText(text("training.new.noPermission"))).toBeVisible();
  await expect(page.getByRole("button", { name: text("training.new.start"), exact: true })).toHaveCount(0);

  // From within the page, as its own code would ask: a request from outside is refused for where it comes from.
  const answer = await page.evaluate(async () => {
    const input = encodeURIComponent(JSON.stringify({ json: { group: "demo" } }));
    const runs = await (await fetch(`/api/trpc/run.list?input=${input}`)).json();
    const { datasetVersionId, config } = runs.result.data.json[0];
    const wanted = { group: "demo", datasetVersionId, config, modelName: "Not allowed", seed: 1 };
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ json: wanted });
    const response = await fetch("/api/trpc/run.start", { method: "POST", headers, body });
    return { status: response.status, code: (await response.json()).error.json.data.code };
  });
  expect(answer).toEqual({ status: 403, code: "FORBIDDEN" });
});

test("on a phone no page of a group is wider than the screen, and what scrolls takes the keyboard", async ({
  page,
  text,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAsDemo(page, text, "reviewer");
  const input = encodeURIComponent(JSON.stringify({ json: { group: "demo" } }));
  const models = await (await page.request.get(`/api/trpc/model.list?input=${input}`)).json();
  const trained = models.result.data.json.find(
    ({ latestVersion }: { latestVersion: unknown }) => latestVersion !== null,
  );
  for (const place of ["", "/data", "/models", `/models/${trained.id}/versions/1`, "/members"]) {
    await page.goto(`/g/demo${place}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBe(390);
    // These two hold what is wider than the screen; axe takes its time.
    if (/versions|members/.test(place)) await expectAccessible(page);
  }
});

test("an outsider sees nothing of a group, by page or by API", async ({ page, text }) => {
  await signUp(page, text, "Olga Afuera", "Elsewhere");
  for (const place of ["/g/demo", "/g/demo/data", "/g/demo/models", "/g/demo/members"]) {
    await page.goto(place);
    await expect(page.getByText(text("shell.notFoundTitle"))).toBeVisible();
  }
  const input = encodeURIComponent(JSON.stringify({ json: { group: "demo" } }));
  for (const procedure of ["dataset.list", "model.list", "run.list"]) {
    const answer = await page.request.get(`/api/trpc/${procedure}?input=${input}`);
    expect(answer.status(), procedure).toBe(404);
  }
});

test("a visitor without an account is asked to sign in", async ({ page }) => {
  await page.goto("/g/demo");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("pixels and masks of a data set are given to members only", async ({ page, text }) => {
  await signInAsDemo(page, text, "annotator");
  const input = encodeURIComponent(JSON.stringify({ json: { group: "demo" } }));
  const datasets = await (await page.request.get(`/api/trpc/dataset.list?input=${input}`)).json();
  const synthetic = datasets.result.data.json.find((dataset: { isSynthetic: boolean }) => dataset.isSynthetic);
  const { id, width, height } = synthetic.latestVersion;
  const statuses = async () => {
    const answers = [];
    for (const kind of ["images", "masks"]) {
      answers.push((await page.request.get(`/api/datasets/${id}/${kind}?indices=0-1`)).status());
    }
    return answers;
  };
  expect(await statuses()).toEqual([200, 200]);
  const masks = await (await page.request.get(`/api/datasets/${id}/masks?indices=0-1`)).body();
  expect(masks).toHaveLength(2 * width * height);
  expect([...new Set(masks)].sort()).toEqual(expect.arrayContaining([0, 1, 2]));
  expect(Math.max(...masks)).toBeLessThanOrEqual(3);
  await page.context().clearCookies();
  expect(await statuses()).toEqual([403, 403]);
  await signUp(page, text, "Otto Fuera", "Elsewhere too");
  expect(await statuses()).toEqual([404, 404]);
});

test("an image is shown with its contours and boxes, which can be put away", async ({ page, text }) => {
  await signInAsDemo(page, text, "annotator");
  await page.goto("/g/demo/data");
  await page.getByRole("link", { name: "Synthetic chest X-rays" }).click();
  await page.getByRole("checkbox", { name: /^opacity/ }).check();
  await page.locator("[data-position='0']").click();
  const panel = page.getByTestId("sample-panel");
  const outlines = panel.locator("svg[viewBox] > g");
  // Lungs, heart, opacity, and its box.
  await expect(outlines).toHaveCount(4);
  await panel.getByRole("checkbox").uncheck();
  await expect(outlines).toHaveCount(0);
});
