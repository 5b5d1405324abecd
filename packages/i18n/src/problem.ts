/** Problem answers (RFC 9457) of what stands before the API, in the same shape as the API's own. */
import type { Language } from '@hanoi/core/person/schema';
import type { ErrorCode } from '@hanoi/core/shared/errors';
import { errorMessages } from './errors.ts';

/** The body of a problem answer, in the reader's language. */
export function problemBody({ status, code }: { status: number; code: ErrorCode }, language: Language): string {
  const { title, detail } = errorMessages[language][code];
  return JSON.stringify({ type: `/api/v1/problems/${code}`, title, status, code, detail, errors: [] });
}
