import { defineConfig } from "vitest/config";

const unit = [
  "{packages,apps}/*/src/**/*.test.{ts,tsx}",
  "scripts/**/*.test.ts",
  "prisma/**/*.test.ts",
  "bench/**/*.test.ts",
];
const integration = ["{packages,apps}/*/src/**/*.integration.test.ts", "prisma/**/*.integration.test.ts"];

export default defineConfig({
  test: {
    // Much of what is tested waits for processes of its own, so no core is left to the runner alone.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: { name: "unit", include: unit, exclude: [...integration, "**/node_modules/**"], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: integration,
          globalSetup: ["packages/db/src/testing/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
