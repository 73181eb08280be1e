/** What the program's exit code says to whoever started it. Printed in `--help`. */
export const exitCodes = { ok: 0, unexpected: 1, usage: 2, badData: 3, cancelled: 4, engine: 5, database: 5 } as const;

export const exitCodesHelp = `
Exit codes:
  0  done
  1  an unexpected error
  2  wrong use: an unknown command or option, or a value out of range
  3  bad data: a file that can't be read or written, or does not hold what it should
  4  cancelled (Ctrl-C); what was reached is kept, see --resume
  5  no engine could be started, or no database reached`;
