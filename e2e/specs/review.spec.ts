import type { Browser, Page } from "@playwright/test";
import { languages } from "../fixtures/messages.ts";
import { signInAsDemo } from "../fixtures/people.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

/** Trains one epoch on the demonstration's data, as its form would, and waits for the version. */
async function trainDraft(page: Page, modelName: string): Promise<void> {
  await page.evaluate(async (modelName) => {
    const input = encodeURIComponent(JSON.stringify({ json: { group: "demo" } }));
    const runs = await (await fetch(`/api/trpc/run.list?input=${input}`)).json();
    const { datasetVersionId, config } = runs.result.data.json.find(
      (run: { config: { model: { size: string } } }) => run.config.model.size === "nano",
    );
    const wanted = { group: "demo", datasetVersionId, config: { ...config, epochs: 1 }, modelName, seed: 7 };
    const headers = { "content-type": "application/json" };
    await fetch("/api/trpc/run.start", { method: "POST", headers, body: JSON.stringify({ json: wanted }) });
  }, modelName);
  const isTrained = () =>
    page.evaluate(async (modelName) => {
      const input = encodeURIComponent(JSON.stringify({ json: { group: "demo" } }));
      const models = await (await fetch(`/api/trpc/model.list?input=${input}`)).json();
      return models.result.data.json.some(
        (model: { name: string; latestVersion: unknown }) => model.name === modelName && model.latestVersion !== null,
      );
    }, modelName);
  await expect.poll(isTrained, { timeout: 180_000 }).toBe(true);
}

async function pageOf(browser: Browser, language: string): Promise<Page> {
  return await (await browser.newContext({ locale: language })).newPage();
}

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language });

    test("a version is audited, changed on request, approved by another, released, and retired", async ({
      page,
      browser,
      text,
    }) => {
      test.setTimeout(420_000);
      const model = `Audited ${language}`;
      await signInAsDemo(page, text, "researcher");
      await trainDraft(page, model);

      await page.goto("/g/demo/bias/new");
      await page.getByLabel(text("bias.form.model"), { exact: true }).click();
      await page.getByRole("option", { name: text("bias.form.version", { name: model, number: 1 }) }).click();
      await expectAccessible(page);
      await page.getByRole("button", { name: text("bias.form.start") }).click();
      await expect(page.getByRole("heading", { name: text("bias.findings.title") })).toBeVisible({ timeout: 180_000 });
      await expectAccessible(page);

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
      await reviewer.getByLabel(text("reviews.discussion.write"), { exact: true }).fill("Why so few of them?");
      await reviewer.getByRole("button", { name: text("reviews.discussion.send"), exact: true }).click();
      await expect(reviewer.getByText("Why so few of them?")).toBeVisible();
      await reviewer.getByRole("radio", { name: text("reviews.decision.CHANGES_REQUESTED") }).click();
      await reviewer.getByLabel(text("reviews.decision.reasons"), { exact: true }).fill("Say for whom it is.");
      await expectAccessible(reviewer);
      await reviewer.getByRole("button", { name: text("reviews.decision.sign") }).click();
      await expect(reviewer.getByText(text("reviews.states.CHANGES_REQUESTED")).first()).toBeVisible();

      await page.reload();
      await page.getByLabel(text("reviews.revise.note"), { exact: true }).fill("For students of radiology.");
      await page.getByRole("button", { name: text("reviews.revise.send"), exact: true }).click();
      await expect(page.getByRole("heading", { name: text("reviews.revision", { number: 2 }) })).toBeVisible();

      await reviewer.reload();
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
      await visitor.goto(`/models/audited-${language}`);
      await visitor.getByRole("link", { name: text("gallery.card.openAudit") }).click();
      await expect(visitor.getByText("Sound for teaching.")).toBeVisible();
      await expectAccessible(visitor);

      await page.getByRole("button", { name: text("reviews.release.retire") }).click();
      await page.getByLabel(text("reviews.release.reason"), { exact: true }).fill("It reads a tag.");
      await page
        .getByRole("dialog")
        .getByRole("button", { name: text("reviews.release.confirm") })
        .click();
      await visitor.goto(`/models/audited-${language}`);
      await expect(visitor.getByText("It reads a tag.")).toBeVisible();
      await expectAccessible(visitor);
    });
  });
}

test("the owner sees that the log is whole, and everybody its head", async ({ page, text }) => {
  await signInAsDemo(page, text, "owner");
  await page.goto("/g/demo/log");
  await expect(page.getByRole("status")).toBeVisible();
  await expectAccessible(page);
  const { head, chains } = await (await page.request.get("/api/log")).json();
  expect(head).toMatch(/^[0-9a-f]{64}$/);
  expect(chains.length).toBeGreaterThan(0);
});
