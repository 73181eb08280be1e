import type { BrowserContext, Page } from "@playwright/test";
import { languages } from "../fixtures/messages.ts";
import { signInAsDemo } from "../fixtures/people.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

/** Calls the API as the page's person, past its forms. */
async function call<Result>(page: Page, procedure: string, input: object): Promise<Result> {
  return await page.evaluate(
    async ({ procedure, input }) => {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ json: input });
      const answer = await fetch(`/api/trpc/${procedure}`, { method: "POST", headers, body });
      return (await answer.json()).result.data.json;
    },
    { procedure, input },
  );
}

/** What the server has of a person's finished images, the newest first: the class of each. */
async function finishedClasses(page: Page, taskId: string): Promise<number[]> {
  return await page.evaluate(async (taskId) => {
    const input = encodeURIComponent(JSON.stringify({ json: { taskId, limit: 100 } }));
    const answer = await (await fetch(`/api/trpc/label.finished?input=${input}`)).json();
    const rows: { newest: { value: { answer: { classIndices: number[] } } } }[] = answer.result.data.json;
    return rows.map(({ newest }) => newest.value.answer.classIndices[0] ?? -1);
  }, taskId);
}

async function makeTask(page: Page, name: string, more: object = {}): Promise<string> {
  const datasetVersionId = await page.evaluate(async () => {
    const input = encodeURIComponent(JSON.stringify({ json: { group: "demo" } }));
    const datasets = await (await fetch(`/api/trpc/dataset.list?input=${input}`)).json();
    return datasets.result.data.json[0].latestVersion.id;
  });
  const classes = [{ name: "normal" }, { name: "opacity" }];
  const wanted = { datasetVersionId, name, kind: "ONE_CLASS", classes, ...more };
  return (await call<{ id: string }>(page, "task.create", wanted)).id;
}

const savingState = (page: Page) => page.getByTestId("saving-state");
const isSaved = (page: Page) => expect(savingState(page)).toHaveAttribute("data-state", "saved");

async function openTask(page: Page, taskId: string): Promise<void> {
  await page.goto(`/g/demo/label/${taskId}`);
  await expect(page.getByTestId("image-name")).toBeVisible();
  await expect(page.getByRole("img")).toBeVisible();
}

/** Presses the key of a class and waits for the next image. */
async function classify(page: Page, key: string): Promise<void> {
  const before = await page.getByTestId("image-name").textContent();
  await page.keyboard.press(key);
  await expect(page.getByTestId("image-name")).not.toHaveText(before ?? "");
}

/** Nothing that the page saves arrives, until it is let through again. */
async function cutOff(context: BrowserContext): Promise<() => Promise<void>> {
  await context.route(/label\.save/, (route) => route.abort("connectionrefused"));
  return () => context.unroute(/label\.save/);
}

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language });

    test("a researcher asks, an annotator answers twenty by keyboard", async ({ page, browser, text }) => {
      const name = `Opacities ${language}`;
      await signInAsDemo(page, text, "researcher");
      await page.goto("/g/demo/label");
      await expectAccessible(page);
      await page.goto("/g/demo/label/new");
      await page.getByRole("button", { name: text("labelling.form.create") }).click();
      await expect(page.getByText(text("labelling.form.problems.name"))).toBeVisible();
      await page.getByLabel(text("labelling.form.name"), { exact: true }).fill(name);
      await page.getByLabel(text("labelling.form.guidelines"), { exact: true }).fill("Any opacity counts.");
      await expectAccessible(page);
      await page.getByRole("button", { name: text("labelling.form.create") }).click();
      await page.waitForURL(/\/g\/demo\/label$/);
      await expect(page.getByRole("heading", { name })).toBeVisible();

      const annotator = await (await browser.newContext({ locale: language })).newPage();
      await signInAsDemo(annotator, text, "annotator");
      await annotator.goto("/g/demo/label");
      const card = annotator.getByRole("listitem").filter({ hasText: name });
      await card.getByRole("link", { name: text("labelling.list.label"), exact: true }).click();
      await expect(annotator.getByTestId("image-name")).toBeVisible();
      await expectAccessible(annotator);
      await annotator.keyboard.press("?");
      await expect(annotator.getByRole("dialog", { name: text("labelling.keys.title") })).toBeVisible();
      await expectAccessible(annotator);
      await annotator.keyboard.press("Escape");
      await expect(annotator.getByRole("dialog")).toBeHidden();
      for (let i = 0; i < 20; i++) await classify(annotator, i % 3 === 0 ? "2" : "1");
      await isSaved(annotator);
      const taskId = new URL(annotator.url()).pathname.split("/").at(-1) ?? "";
      const expected = Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? 1 : 0)).reverse();
      expect(await finishedClasses(annotator, taskId)).toEqual(expected);
      // The last one was wrong: back, another class.
      await annotator.keyboard.press("ArrowLeft");
      await annotator.keyboard.press("2");
      await isSaved(annotator);
      await expect.poll(async () => (await finishedClasses(annotator, taskId))[0]).toBe(1);
      await annotator.keyboard.press("Control+z");
      await isSaved(annotator);
      await expect.poll(async () => (await finishedClasses(annotator, taskId))[0]).toBe(0);
    });
  });
}

test("nothing is lost when the server is away, the tab is killed, and it is opened again", async ({
  browser,
  text,
}) => {
  // A page of its own: the browser's complaints about the missing server are what this is about.
  const page = await (await browser.newContext()).newPage();
  await signInAsDemo(page, text, "researcher");
  const taskId = await makeTask(page, "Cut off");
  await openTask(page, taskId);
  await classify(page, "1");
  await isSaved(page);
  const letThrough = await cutOff(page.context());
  for (const key of ["2", "2", "1"]) await classify(page, key);
  await expect(savingState(page)).toHaveAttribute("data-state", "unreachable");
  expect(await finishedClasses(page, taskId)).toEqual([0]);
  // The key is pressed and the tab is gone at once.
  await page.keyboard.press("2");
  await page.close({ runBeforeUnload: false });
  const again = await page.context().newPage();
  await openTask(again, taskId);
  await expect(savingState(again)).toHaveAttribute("data-state", "unreachable");
  await letThrough();
  await isSaved(again);
  await expect.poll(() => finishedClasses(again, taskId)).toEqual([1, 0, 1, 1, 0]);
  await classify(again, "1");
  await isSaved(again);
  expect(await finishedClasses(again, taskId)).toHaveLength(6);
});

test("two tabs that say two things are told so, and the person chooses", async ({ page, text }) => {
  await signInAsDemo(page, text, "researcher");
  const taskId = await makeTask(page, "Two tabs");
  await openTask(page, taskId);
  const other = await page.context().newPage();
  await openTask(other, taskId);
  await expect(other.getByTestId("image-name")).toHaveText((await page.getByTestId("image-name").textContent()) ?? "");
  await classify(page, "1");
  await isSaved(page);
  await classify(other, "2");
  const decide = other.getByRole("button", { name: /1 label needs a decision/ });
  await decide.click();
  const dialog = other.getByRole("dialog");
  await expect(dialog.getByText("opacity")).toBeVisible();
  await expect(dialog.getByText("normal")).toBeVisible();
  await expectAccessible(other);
  expect(await finishedClasses(other, taskId)).toEqual([0]);
  await dialog.getByRole("button", { name: text("labelling.problems.keepDevice") }).click();
  await expect(decide).toBeHidden();
  await expect.poll(() => finishedClasses(other, taskId)).toEqual([1]);
});
