/** The log of the pages: one JSON line a fault, with the id of its request; nothing of what was sent. */
import type { RequestEvent } from '@sveltejs/kit';

/** Logs a fault under a code that docs/security.md lists. */
export function logFault(event: RequestEvent, code: string, error: unknown): void {
  const { name, message, stack } =
    error instanceof Error ? error : { name: 'Error', message: String(error), stack: '' };
  const { requestId } = event.locals;
  const entry = { level: 'ERROR', message: code, requestId, route: event.route.id, error: { name, message, stack } };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
