import pino from "pino";
import { env } from "../env.ts";

/** Structured lines on stdout. Passwords and tokens never reach a log: what is logged is named field by field. */
export const log = pino({ level: env.LOG_LEVEL, base: { service: "web" } });
