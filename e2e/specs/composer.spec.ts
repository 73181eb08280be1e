import { difference, pixelsOf } from "../fixtures/canvas.ts";
import type { Language } from "../fixtures/messages.ts";
import { signInAsDemo } from "../fixtures/people.ts";
import { trainTaggedModel } from "../fixtures/tagged-model.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

/** It trains a model, so it is walked in one language; the review, which trains too, in the other. */
const language: Language = "es";

test.describe(language, () => {
  test.use({ language });

  test("a researcher composes a preset against a planted tag, moves its strength, and sees its evidence", async ({
    page,
    text,
  }) => {
    test.setTimeout(600_000);
    const name = `Tagged ${language} ${Date.now()}`;
    await signInAsDemo(page, text, "researcher");
    await trainTaggedModel(page, name, 40);

    await page.goto("/g/demo/bias");
    await page.getByRole("link", { name: text("composer.open"), exact: true }).click();
    await page.getByLabel(text("bias.form.model"), { exact: true }).click();
    await page.getByRole("option", { name: text("bias.form.version", { name, number: 1 }) }).click();
    await expectAccessible(page);
    await page.getByRole("link", { name: text("composer.choose.open"), exact: true }).click();

    // The model has not read its set yet.
    await page.getByRole("button", { name: text("composer.encode.start") }).click();
    await page.getByRole("checkbox", { name: "tag", exact: true }).click({ timeout: 120_000 });
    const worst = page.getByTestId("composer-worst");
    await expect(worst).toBeVisible();
    await expect(page.getByText(text("composer.sets.disjoint"))).toBeVisible();
    await expectAccessible(page);

    const slider = page.getByRole("slider", { name: text("composer.strength.title") });
    await slider.focus();
    await slider.press("Home");
    await expect(page.getByTestId("composer-alpha")).toHaveText(/^0[.,]00$/);
    const lines = worst.locator("dd");
    const bareOf = (line: string | null) => line?.replace(/^[^:]*: /, "");
    await expect
      .poll(async () => bareOf(await lines.nth(0).textContent()))
      .toBe(bareOf(await lines.nth(1).textContent()));
    const without = await lines.nth(1).textContent();
    const [before, untouched] = [await pixelsOf(page, "composer-before-0"), await pixelsOf(page, "composer-after-0")];
    expect(difference(before, untouched)).toBeLessThan(0.01);
    await slider.press("End");
    await expect(page.getByTestId("composer-alpha")).toHaveText(/^1[.,]00$/);
    await expect.poll(async () => difference(before, await pixelsOf(page, "composer-after-0"))).toBeGreaterThan(0.2);
    await expect.poll(() => lines.nth(1).textContent()).not.toBe(without);
    expect(new URL(page.url()).searchParams.get("alpha")).toBe("1");
    await page.getByRole("radio", { name: text("composer.pictures.kinds.removal") }).click();
    await expectAccessible(page);

    // Everything of it is in the address.
    await page.reload();
    await expect(page.getByTestId("composer-alpha")).toHaveText(/^1[.,]00$/, { timeout: 60_000 });

    await page.getByLabel(text("composer.make.name"), { exact: true }).fill(`Without the tag ${language}`);
    await page.getByRole("button", { name: text("composer.make.start") }).click();
    await page.waitForURL(/\/bias\/presets\/\w+$/);
    await expect(page.getByRole("heading", { name: text("presets.page.probes") })).toBeVisible({ timeout: 180_000 });
    await expect(page.getByText(text("presets.page.sets.selection"))).toBeVisible();
    await expectAccessible(page);
  });
});
