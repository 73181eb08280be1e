import { setUpEngine } from "./set-up-engine.ts";

// Run by `npm start` and `npm test`, so that nobody waits for the engine in the middle of something else. Without a native
// engine everything still works, hence exit code 0 either way.
// Through process.exit, so that what is half built is removed.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));
process.stdout.write(`${await setUpEngine({ retry: process.argv.includes("--retry") })}\n`);
