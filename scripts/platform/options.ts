import { parseArgs } from "node:util";

export interface StartOptions {
  home: string | undefined;
  port: number;
  isDemo: boolean;
  demoImages: number | undefined;
  demoEpochs: number | undefined;
}

const usage = `npm start -- [options]
  --port N          where the web application answers (default PORT, else 3000; or the next free one)
  --home FOLDER     where database, store and logs lie (default .diaphane, or DIAPHANE_HOME)
  --no-demo         without demonstration users, data and models
  --demo-images N   how many synthetic images the demonstration draws
  --demo-epochs N   how long its models train
With DATABASE_URL set, that PostgreSQL is used and there is no demonstration.`;

/** Reads the command line; prints the usage and ends the process when it asks for help or makes no sense. */
export function readOptions(args: string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args,
      allowNegative: true,
      options: {
        help: { type: "boolean", short: "h" },
        port: { type: "string", default: process.env["PORT"] ?? "3000" },
        home: { type: "string" },
        demo: { type: "boolean", default: true },
        "demo-images": { type: "string" },
        "demo-epochs": { type: "string" },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return {
      home: values.home,
      port: wholeNumber("--port", values.port) ?? 3000,
      isDemo: values.demo && !process.env["DATABASE_URL"],
      demoImages: wholeNumber("--demo-images", values["demo-images"]),
      demoEpochs: wholeNumber("--demo-epochs", values["demo-epochs"]),
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${name} takes a whole number from 1 up, not "${text}".`);
  return number;
}
