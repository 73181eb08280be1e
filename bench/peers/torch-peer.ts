import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./training_torch.py", import.meta.url));

export interface TorchPeer {
  version: string;
  parameters: number;
  /** Seconds of `steps` training steps after `warmup` unmeasured ones. */
  measure(request: { layout: "contiguous" | "channels_last"; warmup: number; steps: number }): Promise<number>;
  stop(): void;
}

/** Starts the PyTorch twin in a process of its own. @throws Error when Python or its packages are not there */
export async function startTorchPeer(python: string, task: object): Promise<TorchPeer> {
  const child = spawn(python, [script], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise<never>((_, reject) => child.on("error", reject));
  const ask = async (message: object) => {
    child.stdin.write(`${JSON.stringify(message)}\n`);
    const { value, done } = await Promise.race([lines.next(), failed]);
    if (done) throw new Error("The Python peer ended. Install bench/peers/requirements.txt and name its python.");
    return JSON.parse(value);
  };
  const { torch, parameters } = await ask(task);
  return {
    version: torch,
    parameters,
    measure: async (request) => (await ask(request)).seconds,
    stop: () => child.stdin.end(),
  };
}
