export * from "./factories.ts";
export { createTestDatabase, type TestDatabase, type TestTemplate } from "./test-database.ts";
