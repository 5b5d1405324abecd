/** Problem answers (RFC 9457) for what the gateway itself refuses, in the same shape as the API's. */

import type { ErrorCode } from '@hanoi/core/shared/errors';
import { securityHeaders } from '@hanoi/functions/http/security-headers';

export type Problem = { status: number; code: ErrorCode };

export const problems = {
  invalidPath: { status: 400, code: 'invalid_path' },
  invalidRequest: { status: 400, code: 'invalid_request' },
  notFound: { status: 404, code: 'not_found' },
  methodNotAllowed: { status: 405, code: 'method_not_allowed' },
  requestTimeout: { status: 408, code: 'request_timeout' },
  payloadTooLarge: { status: 413, code: 'payload_too_large' },
  addressTooLong: { status: 414, code: 'address_too_long' },
  headersTooLarge: { status: 431, code: 'headers_too_large' },
  internalError: { status: 502, code: 'internal_error' },
} as const satisfies Record<string, Problem>;

const problemType = 'application/problem+json';

/** The headers of a problem answer. */
export const problemHeaders = { ...securityHeaders, 'content-type': problemType, 'cache-control': 'no-store' };

/** Thrown inside the gateway to answer with a problem. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
