/** The log: one JSON line an event, a code of the catalogue and facts; never bodies, never personal data. */
import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '@hanoi/core/shared/context';

let logger: Logger | undefined;

/** The process's log. */
export function log(): Log {
  logger ??= new Logger({ serviceName: 'hanoi-ideas' });
  const to = logger;
  return {
    info: (code, data = {}) => to.info(code, data as never),
    warn: (code, data = {}) => to.warn(code, data as never),
    error: (code, data = {}) => to.error(code, data as never),
  };
}
