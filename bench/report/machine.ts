import { availableParallelism, cpus, totalmem } from "node:os";

/** One line that says where figures come from. */
export function describeMachine(): string {
  const model = cpus()[0]?.model ?? process.arch;
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${availableParallelism()} cores, ${memory} GiB, ${process.platform}, node ${process.version}`;
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
