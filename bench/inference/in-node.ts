import { openEngine } from "../../apps/trainer/src/engine/open-engine.ts";
import { timeInference } from "./time-inference.ts";

// A process of its own, as an engine is chosen once a process: `DIAPHANE_ENGINE=wasm node bench/inference/in-node.ts REQUEST`.
const engine = await openEngine();
const times = await timeInference(JSON.parse(process.argv[2] ?? ""));
console.log(JSON.stringify({ version: engine.version, times }));
