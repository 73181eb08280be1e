import { expect, test } from "vitest";
import { answerArtifact } from "./answer-artifact.ts";

const sha256 = "ab".repeat(32);

async function* chunks() {
  yield Uint8Array.of(1, 2);
  yield Uint8Array.of(3);
}

function find() {
  const artifact = { sizeBytes: 3, chunks: chunks() };
  return Promise.resolve({ artifact, sha256, contentType: "application/json", downloadName: "model.json" });
}

const request = (headers: Record<string, string> = {}) =>
  new Request("http://localhost/api/models/v/model.json", { headers });

test("a file goes out whole, under its name, type and hash", async () => {
  const answer = await answerArtifact(request(), find);
  expect(answer.status).toBe(200);
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    etag: `"${sha256}"`,
    "content-type": "application/json",
    "content-length": "3",
    "content-disposition": 'attachment; filename="model.json"',
    "cache-control": "private, no-cache",
  });
});

test("bytes that the browser has do not travel again", async () => {
  const answer = await answerArtifact(request({ "if-none-match": `W/"x", "${sha256}"` }), find);
  expect(answer.status).toBe(304);
  expect(answer.body).toBeNull();
});

test("a refusal says no more than its kind", async () => {
  const refused = async (name: string) => {
    const error = Object.assign(new Error("a secret path"), { name });
    const answer = await answerArtifact(request(), () => Promise.reject(error));
    return [answer.status, await answer.text()];
  };
  expect(await refused("NotFoundError")).toEqual([404, "not-found"]);
  expect(await refused("ForbiddenError")).toEqual([403, "refused"]);
});
