import { expect, it } from "vitest";
import { runProgram } from "./run-program.ts";

it("gives what a program prints", async () => {
  expect(await runProgram(process.execPath, ["-e", "console.log(6 * 7)"])).toBe("42\n");
});

it("says that a program is not installed", async () => {
  await expect(runProgram("no-such-compiler", [])).rejects.toThrow(
    "no-such-compiler can't be run: it is not installed",
  );
});

it("repeats the last words of a program that fails", async () => {
  const script = "console.error('first'); console.error('fatal: no header'); process.exit(3)";
  await expect(runProgram(process.execPath, ["-e", script])).rejects.toThrow(/exit code 3.*fatal: no header/);
});
