// Loaded into each part of the platform before its own code. A parent that was killed can't stop its parts: the channel
// to it closes then, and the part stops as if it had been asked to.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
// What a part forks has a channel of its own, to the part.
const place = process.execArgv.indexOf(import.meta.url);
if (place > 0) process.execArgv.splice(place - 1, 2);
