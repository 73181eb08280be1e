import { ensureInstalled, projectNode, run } from "./install.mjs";

await ensureInstalled();
process.exitCode = await run(projectNode, ["scripts/verify/main.ts", ...process.argv.slice(2)]);
