import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "@playwright/test";
import type { Language } from "../fixtures/messages.ts";
import { signInAsDemo } from "../fixtures/people.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

/** Trains a few epochs on the demonstration's data, as its form would, and waits for the version of that number. */
async function trainDraft(page: Page, modelName: string, number = 1): Promise<void> {
  await page.evaluate(
    async ({ modelName, number }) => {
      const input = encodeURIComponent(JSON.stringify({ json: { group: "demo" } }));
      const runs = await (await fetch(`/api/trpc/run.list?input=${input}`)).json();
      const { datasetVersionId, config } = runs.result.data.json.find(
        (run: { config: { model: { size: string } } }) => run.config.model.size === "nano",
      );
      const wanted = { group: "demo", datasetVersionId, config: { ...config, epochs: 5 }, modelName, seed: 6 + number };
      const headers = { "content-type": "application/json" };
      await fetch("/api/trpc/run.start", { method: "POST", headers, body: JSON.stringify({ json: wanted }) });
    },
    { modelName, number },
  );
  const isTrained = () =>
    page.evaluate(
      async ({ modelName, number }) => {
        const input = encodeURIComponent(JSON.stringify({ json: { group: "demo" } }));
        const models = await (await fetch(`/api/trpc/model.list?input=${input}`)).json();
        return models.result.data.json.some(
          (model: { name: string; latestVersion: { number: number } | null }) =>
            model.name === modelName && model.latestVersion?.number === number,
        );
      },
      { modelName, number },
    );
  await expect.poll(isTrained, { timeout: 180_000 }).toBe(true);
}

async function pageOf(browser: Browser, language: string): Promise<Page> {
  return await (await browser.newContext({ locale: language })).newPage();
}

/** As many as the dialog shows before one asks for more. */
const imagesAtOnce = 60;

/** Opens the images that a figure is about; resolves with their places and what became of each, as shown. */
async function imagesBehind(page: Page, figure: Locator): Promise<{ place: number; outcome: string }[]> {
  await figure.getByRole("button", { name: /\d/ }).first().press("Enter");
  const images = page.getByRole("dialog").locator("[data-image]");
  await expect(images.first()).toBeVisible();
  await expectAccessible(page);
  const shown = await images.evaluateAll((tiles: HTMLElement[]) =>
    tiles.map(({ dataset }) => ({ place: Number(dataset["image"]), outcome: dataset["outcome"] ?? "" })),
  );
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  return shown;
}

/** It trains twice, so it is walked in one language; the composer, which trains too, in the other. */
const language: Language = "en";

test.describe(language, () => {
  test.use({ language });

  test("a version is audited, changed on request, approved by another, released, and retired", async ({
    page,
    browser,
    text,
  }) => {
    test.setTimeout(420_000);
    const stamp = Date.now().toString(36);
    const model = `Audited ${language} ${stamp}`;
    const mark = `Corner mark ${stamp}`;
    await signInAsDemo(page, text, "researcher");
    await trainDraft(page, model);

    await page.goto("/g/demo/bias/new");
    await page.getByLabel(text("bias.form.model"), { exact: true }).click();
    await page.getByRole("option", { name: text("bias.form.version", { name: model, number: 1 }) }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: text("bias.form.start") }).click();
    await expect(page.getByRole("heading", { name: text("bias.findings.title") })).toBeVisible({ timeout: 180_000 });
    await expectAccessible(page);

    // The images behind a slice are those that the report found in it.
    const said = await (await page.request.get(`/api/reports/${page.url().split("/").at(-1)}`)).json();
    const slices = page.getByTestId("figure-slices");
    const inSlice = await imagesBehind(page, slices);
    const found: number[] = said.slices[0].rows;
    expect(inSlice).toHaveLength(Math.min(found.length, imagesAtOnce));
    expect(inSlice.filter(({ place }) => !found.includes(place))).toEqual([]);
    await slices
      .getByRole("button", { name: text("bias.discovery.open") })
      .first()
      .click();
    await page.getByLabel(text("bias.discovery.name"), { exact: true }).fill(mark);
    await expectAccessible(page);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: text("bias.discovery.give") })
      .click();
    await page
      .getByRole("link", { name: text("bias.discovery.use") })
      .last()
      .click();
    await expect(page.getByRole("checkbox", { name: mark })).toBeChecked();
    await page.getByRole("button", { name: text("bias.form.start") }).click();
    await expect(page.getByRole("heading", { name: text("bias.findings.title") })).toBeVisible({ timeout: 180_000 });
    const byMark = page.getByTestId("figure-groups").filter({ hasText: mark });
    // The worst group stands first.
    const inWorst = await imagesBehind(page, byMark);
    // Errors come first.
    const firstRight = inWorst.findIndex(({ outcome }) => outcome === "right");
    expect(inWorst.slice(firstRight).every(({ outcome }) => outcome === "right" || firstRight < 0)).toBe(true);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: text("bias.report.download") }).click();
    await page.getByRole("menuitem", { name: text("bias.report.asPage") }).click();
    const standAlone = await readFile(await (await saved).path(), "utf8");
    expect(standAlone).toContain(`<html lang="${language}">`);
    expect(standAlone).toContain(mark);
    expect(standAlone).not.toMatch(/(src|href)=/);

    await page.getByRole("button", { name: text("reviews.submit.open") }).click();
    await page.getByLabel(text("reviews.submit.note"), { exact: true }).fill("For teaching, never for patients.");
    await page.getByRole("button", { name: text("reviews.submit.send"), exact: true }).click();
    await page.waitForURL(/\/g\/demo\/reviews\/\w+$/);
    const review = new URL(page.url()).pathname;
    // The author may not decide, by page or by API.
    await expect(page.getByText(text("reviews.noReviewer"))).toBeVisible();
    const refusal = await page.evaluate(async (auditId) => {
      const met = { isMet: true, note: "" };
      const checklist = { data: met, metrics: met, subgroups: met, use: met, limits: met };
      const verdict = { auditId, revision: 1, decision: "APPROVED", reasons: "Mine.", checklist };
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ json: verdict });
      return (await fetch("/api/trpc/audit.decide", { method: "POST", headers, body })).status;
    }, review.split("/").at(-1));
    expect(refusal).toBe(403);

    const reviewer = await pageOf(browser, language);
    await signInAsDemo(reviewer, text, "reviewer");
    await reviewer.goto("/g/demo/reviews");
    await expectAccessible(reviewer);
    await reviewer.getByRole("link", { name: text("reviews.version", { name: model, number: 1 }) }).click();
    const plane = reviewer.getByTestId("figure-plane");
    await plane.getByRole("button", { name: text("reviews.discussion.comment"), exact: true }).click();
    await plane.getByLabel(text("reviews.discussion.writeHere"), { exact: true }).fill("Why so few of them?");
    await plane.getByRole("button", { name: text("reviews.discussion.send"), exact: true }).click();
    await expect(plane.getByTestId("comment-thread")).toContainText("Why so few of them?");
    const seen = await imagesBehind(reviewer, reviewer.getByTestId("figure-groups").filter({ hasText: mark }));
    expect(seen.length).toBeGreaterThan(0);
    await reviewer.getByRole("radio", { name: text("reviews.decision.CHANGES_REQUESTED") }).click();
    await reviewer.getByLabel(text("reviews.decision.reasons"), { exact: true }).fill("Say for whom it is.");
    await expectAccessible(reviewer);
    await reviewer.getByRole("button", { name: text("reviews.decision.sign") }).click();
    await expect(reviewer.getByText(text("reviews.states.CHANGES_REQUESTED")).first()).toBeVisible();

    await page.reload();
    const thread = page.getByTestId("figure-plane").getByTestId("comment-thread");
    await thread.getByRole("button", { name: text("reviews.discussion.answer"), exact: true }).click();
    await thread.getByLabel(text("reviews.discussion.answerLabel"), { exact: true }).fill("It is a small hospital.");
    await thread.getByRole("button", { name: text("reviews.discussion.send"), exact: true }).click();
    await thread.getByRole("button", { name: text("reviews.discussion.resolve"), exact: true }).click();
    await expect(thread.getByRole("button", { name: text("reviews.discussion.reopen"), exact: true })).toBeVisible();
    await page.getByLabel(text("reviews.revise.report"), { exact: true }).click();
    await page.getByRole("option").last().click();
    await page.getByLabel(text("reviews.revise.note"), { exact: true }).fill("For students of radiology.");
    await page.getByRole("button", { name: text("reviews.revise.send"), exact: true }).click();
    await expect(
      page.getByRole("heading", { name: text("reviews.revision", { number: 2 }), exact: true }),
    ).toBeVisible();

    await reviewer.reload();
    // The report of revision 2 is the first one, without the mark.
    await expect(reviewer.getByText(text("reviews.changes.settings.attributes")).first()).toBeVisible();
    for (const item of ["data", "metrics", "subgroups", "use", "limits"]) {
      await reviewer.getByRole("checkbox", { name: text(`reviews.checklist.${item}`) }).click();
    }
    await reviewer.getByLabel(text("reviews.decision.reasons"), { exact: true }).fill("Sound for teaching.");
    await reviewer.getByRole("button", { name: text("reviews.decision.sign") }).click();
    await expect(reviewer.getByText(text("reviews.states.APPROVED")).first()).toBeVisible();

    await page.reload();
    await page.getByRole("button", { name: text("reviews.release.version") }).click();
    await expect(page.getByRole("button", { name: text("reviews.release.retire") })).toBeVisible();

    const visitor = await pageOf(browser, language);
    await visitor.goto(`/models/audited-${language}-${stamp}`);
    await visitor.getByRole("link", { name: text("gallery.card.openAudit") }).click();
    await expect(visitor.getByText("Sound for teaching.")).toBeVisible();
    await expectAccessible(visitor);
    // No image of a person is on a public page, nor had by its address.
    await expect(visitor.locator("canvas, [data-image]")).toHaveCount(0);
    const wanted = `/api/audits/${review.split("/").at(-1)}/images?indices=0`;
    expect((await visitor.request.get(wanted)).status()).toBeGreaterThanOrEqual(400);

    // What is trained anew is another version, which that approval does not cover.
    await trainDraft(page, model, 2);
    const uncovered = await page.evaluate(async (modelName) => {
      const input = encodeURIComponent(JSON.stringify({ json: { group: "demo" } }));
      const models = await (await fetch(`/api/trpc/model.list?input=${input}`)).json();
      const { latestVersion } = models.result.data.json.find((one: { name: string }) => one.name === modelName);
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ json: { modelVersionId: latestVersion.id } });
      return await (await fetch("/api/trpc/model.release", { method: "POST", headers, body })).text();
    }, model);
    expect(uncovered).toContain("approval-needed");

    await page.getByRole("button", { name: text("reviews.release.retire") }).click();
    await page.getByLabel(text("reviews.release.reason"), { exact: true }).fill("It reads a tag.");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: text("reviews.release.confirm") })
      .click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await visitor.goto(`/models/audited-${language}-${stamp}`);
    await expect(visitor.getByText("It reads a tag.")).toBeVisible();
    await expectAccessible(visitor);
  });
});

test("the owner sees that the log is whole, and everybody its head", async ({ page, text }) => {
  await signInAsDemo(page, text, "owner");
  await page.goto("/g/demo/log");
  await expect(page.getByRole("status")).toBeVisible();
  await expectAccessible(page);
  const { head, chains } = await (await page.request.get("/api/log")).json();
  expect(head).toMatch(/^[0-9a-f]{64}$/);
  expect(chains.length).toBeGreaterThan(0);
});
