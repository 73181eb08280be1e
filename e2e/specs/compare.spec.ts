import { languages } from "../fixtures/messages.ts";
import { signInAsDemo } from "../fixtures/people.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language });

    test("a reviewer chooses two trainings by keyboard and sees what differs", async ({ page, text }) => {
      await signInAsDemo(page, text, "reviewer");
      await page.goto("/g/demo/models");
      // The other may still be training: it is compared all the same.
      for (const name of ["Phantom chest nano", "Phantom chest small"]) {
        const box = page.getByRole("checkbox", { name: new RegExp(name) });
        await box.focus();
        await box.press("Space");
        await expect(box).toBeChecked();
      }
      await expect(page).toHaveURL(/runs=\w+(,|%2C)\w+$/);
      await page.getByRole("link", { name: text("comparison.select.compare"), exact: true }).click();

      const size = `${text("comparison.setting.size")} (${text("comparison.differs")})`;
      await expect(page.getByRole("row", { name: `${size} nano small` })).toBeVisible();
      const shared = page.getByRole("row", { name: text("training.field.epochs.label") });
      await expect(shared).toHaveCount(0);
      await page.getByRole("button", { name: new RegExp(text("comparison.showAll").split(",")[0] ?? "") }).click();
      await expect(shared).toBeVisible();

      const auroc = page.getByRole("figure", { name: text("comparison.chart.auc") });
      await expect(auroc).toHaveAccessibleName(/Phantom chest nano/);
      const legend = page.getByRole("button", { name: "Phantom chest nano" });
      await legend.press("Enter");
      await expect(legend).toHaveAttribute("aria-pressed", "false");
      await expect(page.getByRole("figure", { name: /Phantom chest nano/ })).toHaveCount(0);
      await legend.press("Enter");
      await expect(auroc).toHaveAccessibleName(/Phantom chest nano/);
      await expect(page.getByRole("img", { name: /^Phantom chest nano/ })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test("runs of another group are not there, and one run is no comparison", async ({ page, text }) => {
  await signInAsDemo(page, text, "reviewer");
  await page.goto("/g/demo/models/compare?runs=abc,def");
  await expect(page.getByText(text("shell.notFoundTitle"))).toBeVisible();
  await page.goto("/g/demo/models/compare?runs=abc");
  await expect(page.getByRole("link", { name: text("comparison.chooseRuns") })).toBeVisible();
});
