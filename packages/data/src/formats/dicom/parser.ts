import { createRequire } from "node:module";

/** dicom-parser, whose bundle hides its names from `import`. */
export const parser: typeof import("dicom-parser") = createRequire(import.meta.url)("dicom-parser");
