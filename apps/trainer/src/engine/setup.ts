import { setUpEngine } from "./set-up-engine.ts";

// Run by `npm start` and `npm test`, so that nobody waits for the engine in the middle of something else. Without a native
// engine everything still works, hence exit code 0 either way.
process.stdout.write(`${await setUpEngine({ retry: process.argv.includes("--retry") })}\n`);
