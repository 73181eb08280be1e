import { startPythonPeer } from "./python-peer.ts";

export interface TorchRequest {
  layout: "contiguous" | "channels_last";
  /** By `torch.compile`. */
  compiled: boolean;
  warmup: number;
  steps: number;
}

export interface TorchPeer {
  version: string;
  parameters: number;
  /** Seconds of `steps` training steps after `warmup` unmeasured ones. */
  measure(request: TorchRequest): Promise<number>;
  stop(): void;
}

/** Starts the PyTorch twin in a process of its own. @throws Error when Python or its packages are not there */
export async function startTorchPeer(python: string, task: object): Promise<TorchPeer> {
  const { ask, stop } = startPythonPeer(python, "./training_torch.py");
  const { torch, parameters } = await ask(task);
  return { version: torch, parameters, measure: async (request) => (await ask(request)).seconds, stop };
}
