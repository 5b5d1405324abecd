/** The runtime's own log: one line a message on stderr, quiet unless something is wrong or LOG_LEVEL=debug. */

export type Log = {
  debug(message: string, detail?: unknown): void;
  warn(message: string, detail?: unknown): void;
  error(message: string, detail?: unknown): void;
};

/** A log that writes warnings and errors, and everything when `level` is `debug`. */
export function createLog(level = process.env.LOG_LEVEL ?? 'warn'): Log {
  const write = (kind: string) => (message: string, detail?: unknown) => {
    const tail = detail === undefined ? '' : ` ${describe(detail)}`;
    process.stderr.write(`${new Date().toISOString()} ${kind} ${message}${tail}\n`);
  };
  return {
    debug: level === 'debug' ? write('debug') : () => undefined,
    warn: write('warn'),
    error: write('error'),
  };
}

/** A log without output, for tests of failures. */
export const silentLog: Log = { debug: () => undefined, warn: () => undefined, error: () => undefined };

function describe(detail: unknown): string {
  if (detail instanceof Error) return detail.stack ?? String(detail);
  return typeof detail === 'string' ? detail : JSON.stringify(detail);
}
