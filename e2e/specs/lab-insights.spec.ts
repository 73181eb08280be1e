import { difference, pixelsOf } from "../fixtures/canvas.ts";
import { languages } from "../fixtures/messages.ts";
import { expect, expectAccessible, test } from "../fixtures/test.ts";

const maps = ["contributions", "attention", "grad-cam", "occlusion"];

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language });

    test("an image is explained four ways on the device, and what would turn the decision is a film", async ({
      page,
      text,
    }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto("/models/phantom-chest-nano/lab");
      const sent: string[] = [];
      page.on("request", (request) => {
        if (request.postData() !== null) sent.push(request.url());
      });
      await page.getByRole("button", { name: text("lab.explanations.title") }).click();
      await expect(page.getByTestId("lab-explanations")).toHaveAttribute("data-done", "true");
      for (const map of maps) {
        const pixels = await pixelsOf(page, `lab-map-${map}`);
        expect(
          pixels.some((value) => value > 0),
          `${map} is drawn`,
        ).toBe(true);
      }
      await expectAccessible(page);

      await page.getByRole("button", { name: text("lab.counterfactual.title") }).click();
      const panel = page.getByTestId("lab-counterfactual-panel");
      for (const method of ["flip", "shift"]) {
        await panel.getByRole("radio", { name: text(`lab.counterfactual.methods.${method}.name`) }).click();
        await expect(panel).toHaveAttribute("data-done", "true");
        // Who wants less motion gets none unasked: it stands at its end.
        await expect(panel.getByRole("button", { name: text("lab.counterfactual.play") })).toBeVisible();
        const end = await pixelsOf(page, "lab-counterfactual");
        const place = panel.getByRole("slider", { name: text("lab.counterfactual.place") });
        await place.focus();
        await place.press("Home");
        await expect.poll(async () => difference(end, await pixelsOf(page, "lab-counterfactual"))).toBeGreaterThan(0);
        await place.press("End");
        await expect.poll(async () => difference(end, await pixelsOf(page, "lab-counterfactual"))).toBe(0);
      }
      await expectAccessible(page);
      await panel.getByRole("button", { name: text("lab.counterfactual.play") }).click();
      await expect(panel.getByRole("button", { name: text("lab.counterfactual.pause") })).toBeVisible();
      const before = await pixelsOf(page, "lab-edited");
      await panel.getByRole("button", { name: text("lab.counterfactual.toSliders") }).click();
      await expect.poll(async () => difference(before, await pixelsOf(page, "lab-edited"))).toBeGreaterThan(0);
      expect(sent).toEqual([]);
    });
  });
}
