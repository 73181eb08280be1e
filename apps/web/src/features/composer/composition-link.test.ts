import { expect, it } from "vitest";
import { compositionOf, compositionSearch } from "./composition-link.ts";

function parametersOf(search: string): object {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(
    [...parameters.keys()]
      .map((key) => [key, parameters.getAll(key)])
      .map(([key, all]) => [key, all?.length === 1 ? all[0] : all]),
  );
}

it("brings a composition back from an address, and leaves the rest of it alone", () => {
  const composition = { recipe: { attributes: ["sex & age", "tag"], method: "shift", rank: 2 }, alpha: 0.35 } as const;
  const search = compositionSearch("model=m1&attribute=old", composition);
  expect(compositionOf(parametersOf(search))).toEqual(composition);
  expect(new URLSearchParams(search).get("model")).toBe("m1");
});

it("keeps the difference between no strength and none chosen", () => {
  const recipe = { attributes: [], method: "cell-balanced-leace", rank: 1 } as const;
  expect(compositionOf(parametersOf(compositionSearch("", { recipe, alpha: null })))).toEqual({ recipe, alpha: null });
  expect(compositionOf(parametersOf(compositionSearch("", { recipe, alpha: 0 })))).toMatchObject({ alpha: 0 });
});

it("takes what is wrong as if it was not there", () => {
  expect(compositionOf({ method: "magic", rank: "9", alpha: "2" })).toEqual({
    recipe: { attributes: [], method: "cell-balanced-leace", rank: 1 },
    alpha: null,
  });
});
