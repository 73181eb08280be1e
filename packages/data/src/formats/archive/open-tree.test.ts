import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesSource } from "../../testing/bytes-source.ts";
import { readStart, readWhole } from "./file-tree.ts";
import { openTree } from "./open-tree.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "diaphane-tree-"));
  await mkdir(path.join(folder, "a/b"), { recursive: true });
  await writeFile(path.join(folder, "a/b/x.txt"), "hello");
  await writeFile(path.join(folder, "a/.hidden"), "no");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hello = new TextEncoder().encode("hello");
const zipOf = (files: Record<string, Uint8Array>, level: 0 | 9 = 0) =>
  bytesSource(zipSync(files, { level }), "set.zip");

describe("file trees", () => {
  it("reads folders, archives and single files alike", async () => {
    for (const input of [path.join(folder, "a"), zipOf({ "b/x.txt": hello, "__MACOSX/b/x.txt": hello })]) {
      const tree = await openTree(input);
      expect(tree.files.map((file) => file.path)).toEqual(["b/x.txt"]);
      const [file] = tree.files;
      if (!file) throw new Error("no file");
      expect(new TextDecoder().decode(await readWhole(tree, file))).toBe("hello");
      expect(await readStart(file, 2)).toEqual(hello.slice(0, 2));
      await tree.close();
    }
    const single = await openTree(path.join(folder, "a/b/x.txt"));
    expect(single.files.map((file) => file.path)).toEqual(["x.txt"]);
    await single.close();
  });

  it("refuses symbolic links in folders", async () => {
    const linked = path.join(folder, "linked");
    await mkdir(linked);
    await symlink("/etc/hostname", path.join(linked, "a.png"));
    await expect(openTree(linked)).rejects.toMatchObject({ code: "unsafe-name", found: "a symbolic link" });
  });

  it("refuses symbolic links in archives", async () => {
    const file: [Uint8Array, { attrs: number; os: number }] = [hello, { attrs: 0o120777 << 16, os: 3 }];
    const bytes = zipSync({ "a.png": file }, { level: 0 });
    await expect(openTree(bytesSource(bytes, "set.zip"))).rejects.toMatchObject({ code: "unsafe-name" });
  });

  it.each([["../x.png"], ["/etc/x.png"], ["a/../../x.png"]])("refuses the path %s", async (name) => {
    await expect(openTree(zipOf({ [name]: hello }))).rejects.toMatchObject({ code: "unsafe-name" });
  });

  it("refuses what was packed to deceive, before inflating it", async () => {
    const source = zipOf({ "a.png": new Uint8Array(32 * 1024 ** 2) }, 9);
    await expect(openTree(source)).rejects.toMatchObject({ code: "too-large", key: "a.png" });
    expect(source.readBytes).toBeLessThan(source.sizeBytes * 3 + 200_000);
  });

  it("refuses names that differ in case only", async () => {
    await expect(openTree(zipOf({ "a.png": hello, "A.PNG": hello }))).rejects.toMatchObject({ code: "corrupt" });
  });
});
