/** What makes a form sent twice count once. */
import { createHash } from 'node:crypto';
import type { FormValues } from './form-answer';
import { textOf } from './form-values';

/**
 * The `Idempotency-Key` of what a form sends: the form's own key and what it says. Sent twice it is one; a page taken out
 * of the browser's history and written again is another.
 */
export function onceKey(values: FormValues, body: unknown): Record<string, string> {
  const hash = createHash('sha256').update(JSON.stringify([textOf(values, 'key'), body]));
  return { 'idempotency-key': hash.digest('hex') };
}
