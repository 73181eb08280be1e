import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin.ts";

const request = (headers: Record<string, string>) => new Request("http://inside:3000/api/trpc/x", { headers });

describe("isSameOrigin", () => {
  it.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "none" }, true],
    [{ "sec-fetch-site": "cross-site" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ "sec-fetch-site": "cross-site", origin: "https://d.example", host: "d.example" }, false],
    [{}, true],
    [{ origin: "https://d.example", host: "d.example" }, true],
    [{ origin: "https://evil.example", host: "d.example" }, false],
    [{ origin: "https://d.example", host: "inside:3000", "x-forwarded-host": "d.example" }, true],
    [{ origin: "null", host: "d.example" }, false],
  ])("%j → %s", (headers, expected) => {
    expect(isSameOrigin(request(headers))).toBe(expected);
  });
});
