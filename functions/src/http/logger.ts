/** The log: one JSON line an event, with a code, the request it belongs to, and facts; never bodies, never personal data. */
import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '@hanoi/core/shared/context';

let logger: Logger | undefined;

/**
 * The log of a request, or of a run of a job. The id is added line by line: keys set on Powertools' logger would be those of
 * every request that a process serves at the same time, as on one machine. Lines of who signs in have none: by the id
 * one would read off the log what they support.
 */
export function logOf(requestId?: string): Log {
  logger ??= new Logger({ serviceName: 'hanoi-ideas' });
  const to = logger;
  return {
    info: (code, data) => to.info(code, { requestId, ...data } as never),
    warn: (code, data) => to.warn(code, { requestId, ...data } as never),
    error: (code, data) => to.error(code, { requestId, ...data } as never),
  };
}
