import { fileURLToPath } from "node:url";

/** Where results are kept with the code, unless a command is told otherwise. */
export const resultsFolder = fileURLToPath(new URL("../results", import.meta.url));
