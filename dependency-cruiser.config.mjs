/** Which part may import which: docs/architecture.md, "Direction of imports". */
const parts = {
  "apps/web": ["core", "ui", "model"],
  "apps/trainer": ["core", "data", "model"],
  "packages/core": ["db", "data"],
  "packages/model": [],
  "packages/data": [],
  "packages/db": [],
  "packages/ui": [],
  e2e: ["db", "data"],
};

const onlyTheirs = Object.entries(parts).map(([part, allowed]) => ({
  name: `${part}-imports`,
  severity: "error",
  comment: `${part} may import only: ${allowed.join(", ") || "nothing of ours"}`,
  from: { path: `^${part}/`, pathNot: "\\.(integration\\.)?test\\.tsx?$" },
  to: {
    path: "^(apps|packages|e2e)/",
    pathNot: [`^${part}/`, ...allowed.map((name) => `^packages/${name}/`)],
  },
}));

export default {
  forbidden: [
    ...onlyTheirs,
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "model-runs-anywhere",
      severity: "error",
      comment: "packages/model runs in the browser too: no Node built-in there",
      from: { path: "^packages/model/src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "browser-takes-only-schemas-and-permissions",
      severity: "error",
      comment: "what runs in the visitor's browser takes from core only its schemas and permissions",
      from: { path: "^apps/web/src/features/", pathNot: ["/server/", "\\.test\\.tsx?$"] },
      to: {
        path: "^packages/(core|db)/src/",
        pathNot: ["^packages/core/src/(permissions/|schemas)", "^packages/db/src/generated/enums"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|\\.next|src/generated" },
    exclude: { path: "\\.next/|\\.diaphane/|/peers/" },
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};
