import { expect, it, vi } from "vitest";
import { runProgram } from "./run-program.ts";

it("gives the exit code, and says when a program is not there", async () => {
  expect(await runProgram(process.execPath, ["-e", "process.exit(3)"])).toBe(3);
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(await runProgram("no-such-program", [])).toBe(1);
  expect(said).toHaveBeenCalledWith(expect.stringContaining("no-such-program can't be run"));
});

it("ends a program and what it started when it is aborted", async () => {
  const abort = new AbortController();
  let text = "";
  const script = `
    const inner = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    console.log(inner.pid);
    setInterval(() => {}, 1000);`;
  const onOutput = (more: string) => {
    text += more;
    if (text.includes("\n")) abort.abort();
  };
  expect(await runProgram(process.execPath, ["-e", script], { signal: abort.signal, onOutput })).toBe(1);
  const grandchild = Number(text);
  const isAlive = () => {
    try {
      process.kill(grandchild, 0);
      return true;
    } catch {
      return false;
    }
  };
  // A killed process stays in the table until its new parent has taken note.
  await vi.waitFor(() => expect(isAlive()).toBe(false), { timeout: 5000 });
});
