import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const flag = z.enum(["", "0", "1", "true", "false"]).optional();

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    DATABASE_URL: optionalText,
    STORE_URL: optionalText,
    DIAPHANE_EXPLORE_DIR: optionalText,
    DIAPHANE_DEMO: flag.transform((value) => value === "1" || value === "true"),
    /** Largest file that may be uploaded. */
    DIAPHANE_MAX_UPLOAD_BYTES: z.coerce
      .number()
      .int()
      .positive()
      .max(64 * 1024 ** 3)
      .default(8_000_000_000),
    NEXTAUTH_SECRET: optionalText,
    NEXTAUTH_URL: optionalText.pipe(z.url().optional()),
    OIDC_ISSUER: optionalText.pipe(z.url().optional()),
    OIDC_CLIENT_ID: optionalText,
    OIDC_CLIENT_SECRET: optionalText,
    OIDC_NAME: optionalText,
    // ORCID knows `openid` only.
    OIDC_SCOPE: z.string().default("openid profile email"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  })
  .refine((env) => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    message: "OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it",
    path: ["OIDC_ISSUER"],
  });

export type Env = z.infer<typeof schema>;

/** Reads and checks the environment. @throws Error that lists every variable that is wrong, and how. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment of the web server is wrong:\n${lines.join("\n")}`);
}

/** The only reading of `process.env` in this app. Nothing in it is required for a build. */
export const env: Env = parseEnv(process.env);
