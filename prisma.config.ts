import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // `env()` throws when unset; generating the client needs no database.
  datasource: { url: process.env["DATABASE_URL"] ?? "" },
});
